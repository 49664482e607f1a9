"""What the tests of the store share: a tiny encoder, and reports built by hand."""

import zlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np

from ingest.report import Figure, Health, Page, Passage, Report, Section, Sentence
from ingest.span import Span
from store.encoder import Vectors
from store.incoming import Incoming
from store.index import Index, open_index
from store.settings import Settings
from store.terms import stem, words
from store.update import Update


class TinyEncoder:
    """Counts stems into 64 columns: deterministic, quick, and texts that share words are near."""

    name = "tiny"
    dimension = 64

    def __init__(self, name: str = "tiny", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.texts: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        counts = np.full((len(texts), self.dimension), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                counts[row, zlib.crc32(stem(word).encode()) % self.dimension] += 1
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


SPORT = """\
1 Sport
De buurtsportcoach gaf in twee wijken les aan ouderen.
18.000 Fietsles Vierlanden
2.1 Valpreventie
Er kwamen 40 deelnemers. Niemand viel daarna nog.
"""


def settings_in(folder: Path) -> Settings:
    """Return settings whose index lies under ``folder``."""
    return Settings(store=folder / "index", model="tiny", cache=folder / "cache")


def sport_report() -> Report:
    """Return a report of two sections, one figure with an explanation and three sentences."""

    def at(words_: str) -> Span:
        start = SPORT.index(words_)
        return Span(start, start + len(words_))

    row = at("18.000 Fietsles Vierlanden")
    second = at("2.1 Valpreventie")
    figure = Figure(
        index=0,
        table=0,
        row=1,
        row_path=("Lasten", "Fietsles Vierlanden"),
        column_path=("2024", "inzet"),
        value=Decimal("18000.00"),
        unit="euro",
        printed="18.000",
        scale=1,
        year=2024,
        measure="inzet",
        is_total=False,
        section=0,
        page=1,
        page_end=2,
        span=row,
        amount=at("18.000"),
        label_span=at("Fietsles Vierlanden"),
        explanation=at("De buurtsportcoach gaf in twee wijken les aan ouderen."),
    )
    lines = ("De buurtsportcoach gaf in twee wijken les aan ouderen.", "Er kwamen 40 deelnemers.")
    sentences = (
        Sentence(0, at(lines[0]), 0, 0, None, 1, 1),
        Sentence(1, at(lines[1]), 1, None, "•", 2, 2),
        Sentence(2, at("Niemand viel daarna nog."), 1, None, None, 2, 2),
    )
    return Report(
        id="sport",
        title="Terugblik sport",
        kind="terugblik",
        date="2025-03-01",
        year=2024,
        municipality="Lindervoort",
        file_name="sport.pdf",
        format="pdf",
        sha256="00",
        copies=("sport.docx",),
        text=SPORT,
        pages=(
            Page(1, Span(0, second.start - 1)),
            Page(2, Span(second.start, len(SPORT)), "ii", Health.TABLE_UNSURE),
        ),
        sections=(
            Section(0, "1", "Sport", 1, None, at("1 Sport"), Span(0, len(SPORT))),
            Section(1, "2.1", "Valpreventie", 2, 0, second, Span(second.start, len(SPORT))),
        ),
        passages=(
            Passage(0, Span(0, second.start), 0, 1, 1),
            Passage(1, Span(second.start, len(SPORT)), 1, 2, 2),
        ),
        sentences=sentences,
        figures=(figure,),
        notices=("Pagina 2 heeft een tabel die niet zeker te lezen is.",),
    )


def line_report(report_id: str, *lines: str) -> Report:
    """Return a report without sections: each line a sentence, all together a passage."""
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    sentences = tuple(
        Sentence(number, Span(start, start + len(line)), None, None, None, None, None)
        for number, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    return Report(
        id=report_id,
        title=report_id,
        kind=None,
        date=None,
        year=None,
        municipality=None,
        file_name=f"{report_id}.txt",
        format="txt",
        sha256="00",
        copies=(),
        text=text,
        pages=(),
        sections=(),
        passages=(Passage(0, Span(0, len(text)), None, None, None),),
        sentences=sentences,
        figures=(),
        notices=(),
    )


def index_of(folder: Path, *reports: Report) -> Index:
    """Return an open index under ``folder`` that holds these reports, put in in this order."""
    settings = settings_in(folder)
    settings.store.mkdir(parents=True)
    with Update(settings, TinyEncoder(), None) as update:
        for report in reports:
            update.add([Incoming(report, str(folder))], lambda _: None)
        update.finish([str(folder)])
    return open_index(settings.store)
