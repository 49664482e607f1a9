"""Parts of the page's tests: answers made by hand and an engine that gives them."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from answer.answer import Answer, Citation, Kind, Operation, Part, Status, Verdict
from answer.explain import Candidate, Explanation
from ingest.report import Figure, Health, Page, Report, Section
from ingest.span import Span
from store.card import ReportCard

APP = Path(__file__).resolve().parent.parent / "app.py"

HOSTILE = (
    "![plaatje](http://elders.example/x.png) [klik](javascript:alert) $x^2$ :smile: "
    ":material/home: :red[rood] **vet** <img src=http://elders.example/y.png onerror=alert(1)> ->"
)
"""Text that would load a picture or turn into something else if it were read as markup."""

_LINES = (
    "2.6 Valpreventie",
    "57.000 Buurtsportcoach",
    "1.000 Fysiotherapie",
    "45.000 inzet Avedan",
)
TEXT = "\n".join((*_LINES, HOSTILE, ""))
ROWS = (("Buurtsportcoach", 57_000), ("Fysiotherapie", 1_000), ("inzet Avedan", 45_000))


def report(title: str = "Terugblik") -> Report:
    """Return a report of one page that was written as text."""
    whole = Span(0, len(TEXT))
    return Report(
        id="terugblik",
        title=title,
        kind="terugblik",
        date="2025-03-04",
        year=2024,
        municipality=None,
        file_name="terugblik.pdf",
        format="pdf",
        sha256="none",
        copies=(),
        text=TEXT,
        pages=(Page(1, whole),),
        sections=(Section(0, "2.6", "Valpreventie", 2, None, Span(0, 16), whole),),
        passages=(),
        sentences=(),
        figures=tuple(_figure(index, *row) for index, row in enumerate(ROWS)),
        notices=(),
    )


def _figure(index: int, label: str, value: int) -> Figure:
    printed = f"{value:,}".replace(",", ".")
    start = TEXT.index(f"{printed} {label}")
    middle, end = start + len(printed), start + len(printed) + 1 + len(label)
    return Figure(
        index=index,
        table=0,
        row=index,
        row_path=(label,),
        column_path=("Inzet",),
        value=Decimal(value),
        unit="euro",
        printed=printed,
        scale=1,
        year=None,
        measure="inzet",
        is_total=False,
        section=0,
        page=1,
        page_end=1,
        span=Span(start, end),
        amount=Span(start, middle),
        label_span=Span(middle + 1, end),
        explanation=None,
    )


def citation(quote: str, title: str = "Terugblik") -> Citation:
    """Return the quote as cited from `report`."""
    start = TEXT.index(quote)
    return Citation(
        "terugblik", title, "2.6", "Valpreventie", 1, 1, quote, start, start + len(quote)
    )


def total(question: str) -> Answer:
    """Return a sum of three lines."""
    amounts = (f"{value:,}".replace(",", ".") for _, value in ROWS)
    return Answer(
        question=question,
        interpreted_as=question,
        language="nl",
        status=Status.ANSWERED,
        kind=Kind.TOTAL,
        text="Voor valpreventie is samen € 103.000 ingezet.",
        value=Decimal(103_000),
        unit="euro",
        operation=Operation.SUM,
        figures=tuple(
            Part(label, Decimal(value), "euro", "2.6", (place,))
            for place, (label, value) in enumerate(ROWS)
        ),
        citations=tuple(
            citation(f"{amount} {label}") for amount, (label, _) in zip(amounts, ROWS, strict=True)
        ),
        notes=("3 van 3 regels.", "Het rapport noemt zelf geen totaal."),
        searched=("terugblik",),
    )


def text(question: str, said: str, quote: str, title: str = "Terugblik") -> Answer:
    """Return an answer in prose on one quote."""
    return Answer(
        question=question,
        interpreted_as=question,
        language="nl",
        status=Status.ANSWERED,
        kind=Kind.TEXT,
        text=said,
        citations=(citation(quote, title),),
        notes=(said,),
        items=(said,),
        searched=("terugblik",),
    )


def refusal(question: str, verdict: Verdict | None = None) -> Answer:
    """Return a refusal with one passage that comes near."""
    return Answer(
        question=question,
        interpreted_as=question,
        language="nl",
        status=Status.NOT_FOUND,
        kind=Kind.CLAIM if verdict else Kind.AMOUNT,
        text="Over sneeuwschuivers staat niets in de rapporten.",
        verdict=verdict,
        missing=("sneeuwschuivers", "strooiwagens"),
        closest=(citation("45.000 inzet Avedan"),),
        searched=("terugblik",),
    )


@dataclass(frozen=True, slots=True)
class OneReport:
    """An index of one report."""

    title: str = "Terugblik"
    folders: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[ReportCard, ...]:
        one = report(self.title)
        return (
            ReportCard(
                one.id, one.title, one.kind, one.date, one.year, None, one.file_name, one.format,
                one.sha256, (), 3, 30, ("Op bladzijde 3 staat een scan.",),
                ((Health.READ, 2), (Health.NO_TEXT, 1)),
            ),
        )  # fmt: skip

    def report(self, report_id: str) -> Report:
        assert report_id == "terugblik"
        return report(self.title)


class HandMade:
    """An engine that gives the answers it was made with, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Answer], title: str = "Terugblik") -> None:
        self.answers = answers
        self.index = OneReport(title)
        self.asked: list[tuple[str, tuple[str, ...], frozenset[str] | None]] = []

    def ask(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> Answer:
        self.asked.append((question, tuple(history), reports))
        if question.startswith("kapot"):
            message = "a fault that nobody foresaw"
            raise RuntimeError(message)
        return self.answers.get(question, refusal(question))

    def explain(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> tuple[Answer, Explanation]:
        found = Candidate("line", HOSTILE, "terugblik", 1.2, 0.5, ("sneeuw",))
        slots = (("gevraagd", "amount"), ("jaren", "-"), ("over", HOSTILE))
        return self.ask(question, history, reports), Explanation(slots, (found,), "said")


Open = Callable[..., tuple[AppTest, HandMade]]


def shown(page: AppTest) -> str:
    """Return all of our own HTML on the page."""
    return "\n".join(block.value for block in page.get("html"))


def go_to(page: AppTest, name: str) -> AppTest:
    """Return the page after a click on one of the names at the top."""
    return page.switch_page(f"ui/pages/{name}.py").run()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the page on an engine with the given answers."""

    def opened(answers: Mapping[str, Answer], title: str = "Terugblik") -> tuple[AppTest, HandMade]:
        engine = HandMade(answers, title)
        module = ModuleType("answer.engine")
        module.open_engine = lambda _settings: engine  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "answer.engine", module)
        monkeypatch.setattr("store.samples.has_own_reports", lambda _settings: True)
        monkeypatch.setenv("RAADSBRON_STORE", str(tmp_path))
        return AppTest.from_file(str(APP), default_timeout=300).run(), engine

    st.cache_resource.clear()
    st.cache_data.clear()
    yield opened
    st.cache_resource.clear()
    st.cache_data.clear()
