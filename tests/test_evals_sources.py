"""I need to know of every quote whether it stands in the report, on that page, and proves it."""

from decimal import Decimal
from pathlib import Path

import pytest

from evals.documents import Document, Documents, find_documents, letters
from evals.fields import Fields
from evals.given import Given, read_answer
from evals.question import Evidence, Gold, GoldQuestion
from evals.score import score
from evals.support import covers

GOLD = "De speelbus reed twee keer per week door de wijk Oosterhof."

COVERED = {
    "the quote itself": (GOLD, True),
    "a longer run": (f"Het was druk. {GOLD} Dat beviel.", True),
    "inside it": ("twee keer per week", True),
    "six of its eleven words": ("speelbus reed twee keer per week", True),
    "five words of it, scattered": ("de speelbus reed door Oosterhof en verder", False),
    "seven words, one foreign": ("De speelbus reed elke keer per week door Oosterhof", True),
    "other words": ("De kookclub kwam in de bibliotheek bijeen.", False),
    "two words": ("speelbus reed", False),
    "a figure is enough": ("12.000", False),
}


@pytest.mark.parametrize(("quote", "is_covered"), COVERED.values(), ids=COVERED)
def test_sixty_percent_of_the_words(quote: str, is_covered: bool) -> None:
    assert covers(quote, GOLD) is is_covered


def test_two_words_with_a_figure_prove_a_budget_row() -> None:
    assert covers("12.000 speelbus", "12.000 Speelbus")
    assert covers("12.000", "12.000 Speelbus")
    assert not covers("Speelbus", "12.000 Speelbus")


PAGES = Document(letters("een twee drie vier"), (letters("een twee"), letters("drie vier")))

STANDS = {
    "on its page": ("een  tw-\nee", 1, 1, True),
    "on the other page": ("drie", 1, 1, False),
    "over two pages": ("twee drie", 1, 2, True),
    "a wider range than it needs": ("drie vier", 1, 2, False),
    "past the last page": ("vier", 2, 3, False),
    "page zero": ("een", 0, 1, False),
    "backwards": ("een", 2, 1, False),
    "no letters at all": ("...", 1, 1, False),
}


@pytest.mark.parametrize(("quote", "page", "page_end", "stands"), STANDS.values(), ids=STANDS)
def test_page_of_a_quote(quote: str, page: int, page_end: int, stands: bool) -> None:
    assert PAGES.holds_on(quote, page, page_end) is stands


def test_verbatim_is_letters_and_digits_in_order() -> None:
    assert PAGES.holds("twee – drie!")
    assert not PAGES.holds("Twee drie")
    assert not PAGES.holds("twee vier")
    assert not PAGES.holds("")


def test_first_format_of_a_stem_counts(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Uit de tekst", encoding="utf-8")
    (tmp_path / "brief.md").write_text("Uit de markdown", encoding="utf-8")
    found = find_documents([tmp_path]).get("brief")
    assert found == Document("Uitdetekst", ())
    assert find_documents([tmp_path], ("md",)).get("brief") == Document("Uitdemarkdown", ())


def test_a_file_that_cannot_be_read_holds_no_quote(tmp_path: Path) -> None:
    (tmp_path / "kapot.pdf").write_bytes(b"geen pdf")
    (tmp_path / "kapot2.docx").write_bytes(b"geen docx")
    documents = find_documents([tmp_path])
    assert documents.get("kapot") is None
    assert documents.get("kapot2") is None
    assert documents.get("onbekend") is None


def test_real_pdf_has_its_pages(real_reports: Path) -> None:
    stem = min(path.stem for path in real_reports.glob("*.pdf") if "scan" not in path.stem)
    document = find_documents([real_reports]).get(stem)
    assert document is not None
    assert len(document.pages) >= 1
    assert document.whole == "".join(document.pages)
    assert document.holds_on(document.pages[0][:40], 1, 1)


def documents(folder: Path) -> Documents:
    text = "12.000 Speelbus Oosterhof\nDe bus reed twee keer per week.\n"
    (folder / "jaarbericht.txt").write_text(text, encoding="utf-8")
    return find_documents([folder])


def given(*quotes: str, status: str = "answered", closest: tuple[str, ...] = ()) -> Given:
    def cite(quote: str) -> dict[str, object]:
        return {"document": "jaarbericht", "quote": quote, "page": None}

    thing = {"status": status, "kind": "amount", "text": "€ 12.000", "value": 12000,
             "citations": [*map(cite, quotes)], "closest": [*map(cite, closest)]}  # fmt: skip
    return read_answer(Fields.of("answer", thing))


QUESTION = GoldQuestion(
    "q", "nl", "amount_line", None, "plain", "Wat kreeg de speelbus?", (),
    Gold(value=Decimal(12000), unit="euro"),
    (Evidence("jaarbericht", None, "12.000 Speelbus Oosterhof"),
     Evidence("jaarbericht", None, "De bus reed twee keer per week.")),
)  # fmt: skip


def test_score_counts_citations_and_gold_quotes(tmp_path: Path) -> None:
    scored = score(QUESTION, given("12.000 Speelbus", "dit staat er niet"), documents(tmp_path))
    assert scored.right
    assert (scored.quotes, scored.verbatim, scored.paged) == (2, 1, 0)
    assert (scored.citations, scored.supporting) == (2, 1)
    assert (scored.gold_quotes, scored.covered) == (2, 1)


def test_nearest_passages_of_a_refusal_are_checked_but_prove_nothing(tmp_path: Path) -> None:
    refused = given(status="not_found", closest=("De bus reed", "verzonnen"))
    scored = score(QUESTION, refused, documents(tmp_path))
    assert (scored.right, scored.refused) == (False, True)
    assert (scored.quotes, scored.verbatim, scored.citations, scored.covered) == (2, 1, 0, 0)
