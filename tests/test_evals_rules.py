"""I need to trust the score: right means right by the written rule, and nothing else is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evals.fields import Fields
from evals.given import Given, read_answer
from evals.question import Evidence, Gold, GoldQuestion
from evals.rules import fault

ROW = "12.000 Speelbus Oosterhof"


def question(gold: Gold, kind: str = "number", base_kind: str | None = None) -> GoldQuestion:
    evidence = (Evidence("jaarbericht", "3.1", ROW),)
    return GoldQuestion("q", "nl", kind, base_kind, "plain", "Wat?", (), gold, evidence)


def answer(**keys: object) -> Given:
    given = {"status": "answered", "kind": "text", "text": "Het rapport zegt dit.", **keys}
    return read_answer(Fields.of("answer", given))


def cited(*quotes: str) -> list[dict[str, object]]:
    return [{"document": "jaarbericht", "quote": quote, "page": 2} for quote in quotes]


def D(*values: float) -> tuple[Decimal, ...]:  # noqa: N802 - short for the tables below
    return tuple(Decimal(str(value)) for value in values)


def money(value: float) -> Gold:
    return Gold(value=Decimal(str(value)), unit="euro")


NONE = Gold(none=True)
NOT_FOUND = Gold(verdict="not_found")
ABOUT = Gold(about=True)
RUIM = Gold(value=Decimal(40), unit="count", text=("ruim 40",))
RUIM_EURO = Gold(value=Decimal(40), unit="euro", text=("ruim 40",))
RANGE = Gold(value=Decimal(20), value_max=Decimal(30), unit="count", text=("20 – 30",))
SHARE = Gold(value=Decimal("27.3"), unit="percent", operation="share", components=D(12, 44))
MAX = Gold(value=Decimal(9000), unit="euro", operation="max", text=("Speelbus", "Speelbus Oost"))
WHO = Gold(text=("de wijkcoach", "wijkcoach Zuid"))
LIST = Gold(items=(("zwemles",), ("Kookclub", "koken met ouderen"), ("taalcafé",)))
TOP = Gold(value=Decimal(9), unit="euro", operation="top3", items=(("a1",), ("b2",), ("c3",)))
BOTH = Gold(values=D(46, 45), unit="euro")
BOTH_NAMED = Gold(values=D(45), unit="euro", text=("Speelbus", "Kookclub"))
YES = Gold(verdict="supported", value=Decimal(74), unit="euro")
NO = Gold(verdict="contradicted", value=Decimal(1000), unit="count")
NO_TEXT = Gold(verdict="contradicted", text=("7 mei",))

RIGHT = {
    "none is refused": (NONE, answer(status="not_found")),
    "claim not found is refused": (NOT_FOUND, answer(status="not_found", kind="claim")),
    "about is about": (ABOUT, answer(kind="about")),
    "value equals": (money(228000), answer(value=228000)),
    "value within a cent": (money(228000), answer(value=228000.01)),
    "value is enough without text": (RUIM, answer(value=40)),
    "printed form of a number": (RUIM, answer(text="Er waren ruim 40 kinderen.")),
    "printed form in an item": (RUIM, answer(items=["ruim 40 kinderen"])),
    "upper end equals": (RANGE, answer(value=20, value_max=30)),
    "printed range with a hyphen": (RANGE, answer(value=20, text="Het waren er 20-30 per week.")),
    "printed range in words": (RANGE, answer(value=20, text="Tussen 20 en 30 mensen.")),
    "printed range of thousands": (
        Gold(value=Decimal(1000), value_max=Decimal(1500), unit="count"),
        answer(value=1000, text="Het zijn 1.000 tot 1.500 bomen."),
    ),
    "computed share within a half": (SHARE, answer(value=27.0)),
    "winner in text": (MAX, answer(value=9000, text="De Speelbus kreeg het meest.")),
    "winner in items": (MAX, answer(value=9000, items=["Speelbus"])),
    "winner in first citation": (MAX, answer(value=9000, citations=cited("9.000 Speelbus"))),
    "text in text": (WHO, answer(text="Dat doet de wijkcoach.")),
    "any variant will do": (WHO, answer(text="Wijkcoach Zuid, volgens het rapport.")),
    "text over a line's end": (WHO, answer(text="Dat doet de wijk-\ncoach samen.")),
    "text in first citation": (WHO, answer(citations=cited("Bel de  Wijkcoach."))),
    "text in first citation of 400": (WHO, answer(citations=cited("de wijkcoach".ljust(400, ".")))),
    "text in an item": (WHO, answer(items=["de wijkcoach"])),
    "items among items": (LIST, answer(items=["Zwemles", "kookclub", "Taalcafé"])),
    "items in text": (LIST, answer(text="Zwemles, koken met ouderen en taalcafé.")),
    "three more than three": (LIST, answer(items=["zwemles", "kookclub", "taalcafé", *"xyz"])),
    "two more than one": (Gold(items=(("a1",),)), answer(items=["a1", "b", "c"])),
    "top has value and items": (TOP, answer(value=9, items=["a1", "b2", "c3"])),
    "values among figures": (BOTH, answer(figures=[{"value": 45}, {"value": 46.0}])),
    "one value, other figure": (BOTH, answer(value=45, figures=[{"value": 46}])),
    "names in label and citation": (
        BOTH_NAMED,
        answer(
            figures=[{"label": "Speelbus", "value": 45}],
            citations=cited("een ander", "45 Kookclub"),
        ),
    ),
    "verdict equals": (YES, answer(verdict="supported")),
    "contradicted with figure": (NO, answer(verdict="contradicted", value=1000)),
    "contradicted among figures": (NO, answer(verdict="contradicted", figures=[{"value": 1000}])),
    "contradicted without figure": (NO_TEXT, answer(verdict="contradicted")),
}  # fmt: skip

WRONG = {
    "none is answered": (NONE, answer(value=3), "should have been refused"),
    "claim not found is denied": (NOT_FOUND, answer(verdict="contradicted"), "refused"),
    "about is refused": (ABOUT, answer(status="not_found"), "expected about"),
    "value is refused": (money(5), answer(status="not_found", value=5), "refused"),
    "value is two cents off": (money(228000), answer(value=228000.02), "expected 228000"),
    "value is null": (money(0), answer(value=None), "value None"),
    "value only in words": (money(228000), answer(text="€ 228.000"), "value None"),
    "printed form of money": (RUIM_EURO, answer(text="ruim 40 euro"), "value None"),
    "printed form only cited": (RUIM, answer(citations=cited("ruim 40")), "value None"),
    "printed form past 400": (RUIM, answer(text="x " * 200 + "ruim 40"), "value None"),
    "upper end missing": (RANGE, answer(value=20, text="Er kwamen 20 mensen."), "upper end"),
    "upper end differs": (RANGE, answer(value=20, value_max=35), "upper end 35"),
    "share off by more": (SHARE, answer(value=26.7), "value 26.7"),
    "printed share is exact": (replace(SHARE, operation=None), answer(value=27.0), "value 27"),
    "winner not named": (MAX, answer(value=9000), "does not name Speelbus"),
    "winner in second citation": (
        MAX, answer(value=9000, citations=cited("a b", "Speelbus")), "does not name",
    ),
    "winner's amount wrong": (MAX, answer(value=8000, text="Speelbus"), "value 8000"),
    "text absent": (WHO, answer(), "text not shown"),
    "text within a longer word": (WHO, answer(text="Alle wijkcoachen helpen."), "not shown"),
    "text in second citation": (WHO, answer(citations=cited("a b c", "de wijkcoach")), "not shown"),
    "text in too long a citation": (
        WHO, answer(citations=cited("de wijkcoach".ljust(401, "."))), "not shown",
    ),
    "text past 400": (WHO, answer(text="x " * 200 + "de wijkcoach"), "not shown"),
    "number inside a larger one": (Gold(text=("300",)), answer(text="Er zijn 1.300."), "not shown"),
    "item missing": (LIST, answer(items=["zwemles", "kookclub"]), "item not shown: taalcafé"),
    "item only cited": (Gold(items=(("a1",),)), answer(citations=cited("a1")), "item not shown"),
    "seven for three": (LIST, answer(items=["zwemles", "kookclub", "taalcafé", *"abcd"]), "7 it"),
    "four for one": (Gold(items=(("a1",),)), answer(items=["a1", "b", "c", "d"]), "4 items for 1"),
    "top without its items": (TOP, answer(value=9, items=["a1", "b2"]), "item not shown: c3"),
    "top without its value": (TOP, answer(items=["a1", "b2", "c3"]), "value None"),
    "one value of two": (BOTH, answer(value=46), "does not show 45"),
    "sum of the two alone": (BOTH, answer(value=91), "does not show 46"),
    "one name of two": (BOTH_NAMED, answer(value=45, text="Speelbus"), "does not show Kookclub"),
    "verdict differs": (YES, answer(verdict="contradicted", value=74), "expected supported"),
    "verdict missing": (YES, answer(value=74), "verdict None"),
    "contradicted, figure missing": (NO, answer(verdict="contradicted"), "does not show 1000"),
    "supported is refused": (YES, answer(status="not_found", verdict="not_found"), "refused"),
}  # fmt: skip


def kind_of(gold: Gold) -> str:
    return "ambiguous" if gold.values else ("rank" if gold.operation == "max" else "number")


@pytest.mark.parametrize(("gold", "given"), RIGHT.values(), ids=RIGHT)
def test_right_answer(gold: Gold, given: Given) -> None:
    assert fault(question(gold, kind_of(gold)), given) is None


@pytest.mark.parametrize(("gold", "given", "because"), WRONG.values(), ids=WRONG)
def test_wrong_answer_says_why(gold: Gold, given: Given, because: str) -> None:
    assert because in (fault(question(gold, kind_of(gold)), given) or "nothing")


def test_name_of_winner_is_asked_of_a_follow_up_too() -> None:
    gold = Gold(value=Decimal(5), unit="euro", text=("Speelbus",))
    asked = question(gold, "followup", "compare")
    assert fault(asked, answer(value=5)) == "does not name Speelbus"
    assert fault(question(gold, "amount_line"), answer(value=5)) is None


def test_ambiguous_question_with_only_texts_wants_all_of_them() -> None:
    asked = question(Gold(text=("Speelbus", "Kookclub")), "ambiguous")
    assert fault(asked, answer(text="De Speelbus.")) == "does not show Kookclub"
    assert fault(asked, answer(text="De Speelbus of de Kookclub.")) is None
