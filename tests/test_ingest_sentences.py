"""A user gets whole sentences and list items as quotes, never a bit of two things."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import find_blocks
from ingest.line import Line
from ingest.list_mark import list_mark
from ingest.reading import Reading
from ingest.report import Page
from ingest.sentence_ends import split_sentences
from ingest.sentences import find_sentences
from ingest.span import Span


def _lines(text: str, page: int | None = None) -> list[Line]:
    lines: list[Line] = []
    offset, empty = 0, False
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(Span(offset, offset + len(row.rstrip())), page, apart=empty))
        empty = not row.strip()
        offset += len(row) + 1
    return lines


def _found(text: str) -> list[tuple[str | None, str]]:
    sentences = find_sentences(Reading(text, (), (), ()), _lines(text), (), ())
    return [(s.bullet, " ".join(s.span.cut(text).split())) for s in sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dat zegt dr. Machteld Huber. Zij weet het.", 2),
        ("Er zijn ca. 1000 kaarten bezorgd t.b.v. Ouderen.", 1),
        ("Getekend door J. H. Dijkstra en R.T.A. Korteland.", 1),
        ("Dit is gemeten in 2024. Daarna niet meer.", 2),
        ("De drie lijnen zijn: 1. Weten 2. Doen", 1),
        ("Er waren groepen van 15. Dat was genoeg.", 2),
        ("Bewoners: 15; Meedoen: 150 bewoners; Ontmoeting: 60.", 1),
        ("Wie deed er mee? Iedereen! Ook de buurt.", 3),
        ("‘Wij doen mee.’ Dat zei de wethouder.", 2),
        ("Het kostte € 1.250,50. De raad vond dat veel.", 2),
        ("Zie www.voorbeeld.nl voor meer. Of bel.", 2),
    ],
)
def test_a_full_stop_is_not_always_the_end(text: str, sentences: int) -> None:
    assert len(list(split_sentences(text))) == sentences


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("• Meer sport", "•"),
        ("▪ Meer sport", "▪"),
        ("o De basis is op orde", "o"),
        ("- Korte lijnen", "-"),
        ("– Korte lijnen", "–"),
        ("\uf0b7 Korte lijnen", "\uf0b7"),
        ("3. Wij bereiken jongeren", "3."),
        ("a) Wij bereiken jongeren", "a)"),
        ("2.3 Verder versterken van de samenwerking", "2.3"),
        ("op school", None),
        ("J. H. Dijkstra", None),
        ("2.300 euro", None),
        ("-5,00", None),
    ],
)
def test_list_marks_are_told_from_words_names_and_amounts(line: str, mark: str | None) -> None:
    found = list_mark(line)
    assert (found[0] if found else None) == mark


def test_lines_of_print_are_joined_and_items_are_not() -> None:
    text = (
        "De gemeente gaf dit jaar veel geld uit aan sport en aan bewegen voor alle\n"
        "ouderen. Daarvoor waren twee redenen:\n"
        "• het is gezond, ook voor wie al lang niet meer sport en dat eigenlijk wel\n"
        "zou willen;\n"
        "• het is leuk.\n"
        "Label\n"
    )
    assert _found(text) == [
        (
            None,
            "De gemeente gaf dit jaar veel geld uit aan sport en aan bewegen voor alle ouderen.",
        ),
        (None, "Daarvoor waren twee redenen:"),
        (
            "•",
            "het is gezond, ook voor wie al lang niet meer sport en dat eigenlijk wel zou willen;",
        ),
        ("•", "het is leuk."),
        (None, "Label"),
    ]


def test_signatures_stand_with_their_offices() -> None:
    text = "Hoogachtend,\n\nde secretaris, de burgemeester,\n\nJ. H. de Wit R.T.A. Zwart\n"
    assert (None, "de secretaris, de burgemeester, J. H. de Wit R.T.A. Zwart") in _found(text)


def test_rows_of_figures_are_not_joined() -> None:
    text = "Dronten  44.261\nUrk  21.936\nZeewolde  23.946\n"
    lines = [Line(line.span, spread=True) for line in _lines(text)]
    assert [block.span.cut(text) for block in find_blocks(text, lines)] == text.split("\n")[:-1]


def test_a_sentence_goes_on_over_the_foot_of_a_page() -> None:
    text = "De inzet is een onderdeel van het\n3\nalgehele contract. Dat liep af.\n"
    foot = text.index("3")
    lines = [
        Line(Span(0, foot - 1), 1),
        Line(Span(foot, foot + 1), 1, repeated=True),
        Line(Span(foot + 2, len(text) - 1), 2),
    ]
    pages = (Page(1, Span(0, foot + 2)), Page(2, Span(foot + 2, len(text))))
    first, second = find_sentences(Reading(text, pages, (), ()), lines, (), ())
    assert (first.page, first.page_end, second.page) == (1, 2, 2)
    assert first.span.cut(text).endswith("contract.")


@given(st.text(alphabet="ab A.!?;:1€( )\n-•“", max_size=300))
def test_sentences_are_in_order_without_overlap_and_lose_no_letter(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(span.cut(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="ab A.1€(-•o,", min_size=1, max_size=60), max_size=12))
def test_blocks_hold_every_line_once(rows: list[str]) -> None:
    text = "\n".join(row.strip() or "x" for row in rows)
    blocks = find_blocks(text, _lines(text))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks))
    marks = sum(len((block.bullet or "").strip()) for block in blocks)
    kept = sum(len("".join(block.span.cut(text).split())) for block in blocks)
    assert kept + marks == len("".join(text.split()))
