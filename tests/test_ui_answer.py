"""A council member with a long answer sees the answer first, and nothing of it twice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from answer.answer import Answer, Kind, Part
from tests import app_parts
from tests.app_parts import Open, citation, shown, text, total
from ui.suggestions import unasked
from ui.told import told

open_page = app_parts.open_page
LINES = 30


def long_sum(question: str) -> Answer:
    """Return a sum of thirty lines, in the words of the engine, cut as the engine cuts them."""
    return replace(
        total(question),
        text="€ 30.000 voor “Sport”: de som van 30 budgetregels (€ 1.000 + € 1.000 + € 1.000 …",
        value=Decimal(30_000),
        figures=tuple(Part("Sport", Decimal(1000), "euro", "2.6", (n,)) for n in range(LINES)),
        citations=(citation("45.000 inzet Avedan"),) * LINES,
    )


def test_long_sum_keeps_its_sources_and_its_chart_for_who_asks(open_page: Open) -> None:
    page, _ = open_page({"alles": long_sum("alles")})
    page.chat_input(key="vraag").set_value("alles").run()

    assert "de som van 30 budgetregels.</p>" in shown(page)
    sources = [each.label for each in page.expander if each.label.startswith("Bron")]
    assert len(sources) == 10
    assert not page.get("vega_lite_chart")

    page.button(key="meer-0").click().run()

    assert len([each for each in page.expander if each.label.startswith("Bron")]) == LINES
    assert "Toon ook de andere" not in [each.label for each in page.button]


def test_list_is_read_as_a_list_and_not_as_a_sentence_too() -> None:
    listed = replace(
        text("wat", "Het rapport noemt: Lokaal sportakkoord; Zorgkrant.", "45.000 inzet Avedan"),
        kind=Kind.LIST,
        items=("Lokaal sportakkoord", "Zorgkrant"),
    )
    assert told(listed).sentence == "Het rapport noemt:"
    assert told(listed).items == listed.items


@pytest.mark.parametrize(
    ("said", "items"),
    [
        pytest.param("In het rapport staat: “een zin”", ("een zin",), id="one that is quoted"),
        pytest.param("Ik kan tellen.", ("Wat kost sport?", "Wie is Avedan?"), id="examples"),
    ],
)
def test_other_answers_keep_their_sentence(said: str, items: tuple[str, ...]) -> None:
    answer = replace(text("wat", said, "45.000 inzet Avedan"), items=items)

    assert told(answer).sentence == said
    assert told(answer).items == (items if len(items) > 1 else ())


def test_question_that_was_asked_is_not_suggested_again(open_page: Open) -> None:
    page, engine = open_page({})
    engine.answers = {q: total(q) for q in ("Hoeveel ging er naar valpreventie?", "wat?")}
    page.button(key="nieuw").click().run()
    page.chat_input(key="vraag").set_value("Hoeveel ging er naar valpreventie?").run()

    suggested = [each.label for each in page.button if str(each.key).startswith("voorstel")]
    assert r"Hoeveel ging er naar valpreventie\?" not in suggested
    assert unasked(("A?", "B?"), ("a",)) == ("B?",)
