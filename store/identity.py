"""The words by which people call a report: its title, file name, municipality and maker."""

import re
from collections import Counter

from ingest.report import Report

# A name in one of twenty sentences is what the whole report is about, or who made it; such names
# ("GGD", "AZWA") stand in 5 to 24% of the sentences of the ten real reports, the names of their
# topics in less.
_SHARE = 0.05
_FEWEST = 5
_MOST = 4
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]{2,}|\b[A-Z]{2,}\b")
_NO_WORD = re.compile(r"[\d_\W]+")


def identity_of(report: Report) -> str:
    """Return the words that name ``report`` as a whole, for matching and not for showing."""
    called = _NO_WORD.sub(" ", report.file_name.rsplit(".", 1)[0])
    return " ".join((report.title, report.municipality or "", called, *_names(report)))


def _names(report: Report) -> tuple[str, ...]:
    """Return the names that stand all over the report, most frequent first."""
    counts = Counter(
        name
        for sentence in report.sentences
        for name in set(_NAME.findall(report.quote(sentence.span)))
    )
    least = max(_FEWEST, _SHARE * len(report.sentences))
    return tuple(name for name, count in counts.most_common(_MOST) if count >= least)
