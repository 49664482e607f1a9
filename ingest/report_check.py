"""Whether what came out of the reading process can be the report that was asked for."""

from collections.abc import Iterator

from ingest.report import Report
from ingest.source import Source
from ingest.span import Span


def report_flaw(report: Report, source: Source, characters: int) -> str:
    """Return what can't be true of a report read from ``source``, in English; "" where all can.

    A file that took the reading process over must not speak for another file, nor name places that
    are not in its own text, at most ``characters`` long.
    """
    if _named(report) != (
        source.report_id, source.path.name, source.format, source.sha256, source.copies
    ):  # fmt: skip
        return "it calls itself another file"
    if len(report.text) > characters:
        return "its text is longer than may be"
    if any(span.end > len(report.text) for span in _spans(report)):
        return "a place lies behind its text"
    if not _counts_on(report):
        return "its parts are not numbered from 0"
    if not _points_right(report):
        return "a part belongs to one that is not there"
    return ""


def _named(report: Report) -> tuple[object, ...]:
    return report.id, report.file_name, report.format, report.sha256, report.copies


def _spans(report: Report) -> Iterator[Span]:
    yield from (page.span for page in report.pages)
    yield from (page.body for page in report.pages if page.body is not None)
    for section in report.sections:
        yield from (section.heading, section.span)
    yield from (passage.span for passage in report.passages)
    yield from (sentence.span for sentence in report.sentences)
    for figure in report.figures:
        yield from (figure.span, figure.amount, figure.label_span)
        if figure.explanation is not None:
            yield figure.explanation
    yield from (origin.span for origin in report.origins if origin.span is not None)


def _counts_on(report: Report) -> bool:
    numbered = (
        [section.index for section in report.sections],
        [passage.index for passage in report.passages],
        [sentence.index for sentence in report.sentences],
        [figure.index for figure in report.figures],
    )
    return all(numbers == list(range(len(numbers))) for numbers in numbered)


def _points_right(report: Report) -> bool:
    """Return whether each index is of something that is there, and no section holds itself."""
    sections, figures = len(report.sections), len(report.figures)
    held = (
        *(passage.section for passage in report.passages),
        *(sentence.section for sentence in report.sentences),
        *(figure.section for figure in report.figures),
    )
    return (
        all(_is_below(section.parent, section.index) for section in report.sections)
        and all(_is_below(section, sections) for section in held)
        and all(_is_below(sentence.figure, figures) for sentence in report.sentences)
    )


def _is_below(index: int | None, count: int) -> bool:
    return index is None or 0 <= index < count
