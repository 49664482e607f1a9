"""A peer's answer: one sentence, and the figure in it where the question asks for one."""

import re
from dataclasses import replace
from decimal import Decimal

from evals.given import Given, GivenCitation
from evals.normalise import numbers

CONFIDENCE = 0.5  # the peers state none; a half claims nothing

_COUNT = re.compile(r"\b(hoeveel|aantal|hoe (groot|oud|vaak)|how (many|much))\b", re.I)
_SHARE = re.compile(r"\b(percentage|procent|per ?cent)\b|%", re.I)
_MONEY = re.compile(
    r"\b(bedrag|budget|kost\w*|geld|euro|prijs|som|bijdrage|subsidie|uitgegeven|besteed|ging|kreeg"
    r"|much|spent|amount)\b",
    re.I,
)
_ARTICLE = re.compile(r"\b(een|één|one)\b", re.I)  # far more often "a" than 1
_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*(?:%|procent)")


def sentence_answer(asked: str, citation: GivenCitation) -> Given:
    """Return the answer that gives ``citation`` as it stands, with the figure that was asked."""
    value = figure(asked, citation.quote)
    return Given(
        interpreted_as=asked,
        status="answered",
        kind="text" if value is None else "number",
        text=citation.quote,
        value=value,
        value_max=None,
        unit=None,
        operation=None,
        figures=(),
        items=(),
        verdict=None,
        citations=(citation,),
        closest=(),
        confidence=CONFIDENCE,
    )


def refusal(asked: str) -> Given:
    """Return the answer that nothing was found."""
    given = sentence_answer(asked, GivenCitation("", "Niet gevonden.", None, None))
    return replace(given, status="not_found", value=None, citations=())


def figure(asked: str, sentence: str) -> Decimal | None:
    """Return the first figure of the sort asked for, None where none is asked or stands there.

    >>> figure("Hoeveel kinderen kwamen er?", "In 2024 kwamen er 25 kinderen voor 1.000 euro.")
    Decimal('25')
    >>> figure("Wat kostte de bus?", "In 2024 kwamen er 25 kinderen voor 1.000 euro.")
    Decimal('1000')
    """
    if _SHARE.search(asked):
        return next(iter(numbers(" ".join(_PERCENT.findall(sentence)))), None)
    money = _MONEY.search(asked)
    if not (money or _COUNT.search(asked)):
        return None
    found = [x for x in numbers(_ARTICLE.sub(" ", sentence)) if not 1990 <= x <= 2100]
    large = [x for x in found if x >= 1000]
    return next(iter((large or found) if money else found), None)
