"""Why this answer, for whoever wants to know: how the question was read and what was weighed."""

import logging
import re

import streamlit as st

from answer.answer import Answer, Status
from answer.explain import Candidate, Explanation
from ui.conversation import Turn, conversation
from ui.engine_room import EngineRoom, Opened
from ui.plain import as_html, one_line

_LOG = logging.getLogger(__name__)
_NOTHING = "-"  # what `answer.explain` puts in an empty slot
_READ_AS = {
    "gevraagd": "U vraagt naar",
    "bewerking": "Daarvoor is nodig",
    "eenheid": "Het antwoord is in",
    "over": "Daarbij tellen deze woorden, van 0 (weinig) tot 1 (veel)",
    "geteld": "Geteld worden",
    "jaren": "Over het jaar",
    "paragrafen": "Uit paragraaf",
    "uit het gesprek": "Overgenomen uit het gesprek",
}
_IN_WORDS = {
    "amount": "een bedrag", "number": "een getal", "person": "een persoon", "date": "een datum",
    "place": "een plaats", "reason": "een reden", "manner": "hoe iets gaat",
    "definition": "wat iets is", "goal": "waar iets voor is", "name": "een naam",
    "text": "wat het rapport erover zegt", "list": "een opsomming",
    "purpose": "waar geld voor was", "phrase": "deze woorden precies", "claim": "of iets klopt",
    "about": "Raadsbron zelf", "any": "wat er onder deze naam staat",
    "sum": "optellen", "difference": "het verschil", "max": "het grootste zoeken",
    "min": "het kleinste zoeken", "count": "tellen", "share": "een deel van het geheel",
    "top": "de grootste zoeken",
    "euro": "euro's", "percent": "procenten", "fraction": "een deel", "year": "een jaar",
}  # fmt: skip
_WEIGHT = re.compile(r"\((\d)\.(\d\d)\)")
_SORTS = {"section": "Paragraaf", "line": "Regel uit een tabel", "sentence": "Zin"}


def draw_trace(turn: Turn, room: EngineRoom, opened: Opened) -> None:
    """Draw, behind a fold, how the answer of a turn was chosen; worked out when it is opened."""
    if turn.answer is None:
        return
    box = st.expander(
        "Waarom dit antwoord?", key=f"waarom-{opened.generation}-{turn.number}", on_change="rerun"
    )
    if not box.open:
        return
    history = () if turn.alone else conversation().history(before=turn.number)
    with box:
        try:
            answer, why = room.explain(turn.question, history, turn.reports)
            st.html(_told(answer, why, _titles(opened)))
        except Exception:
            _LOG.exception("An answer could not be explained")
            st.html('<p class="rb-warning">De uitleg kan nu niet worden gemaakt.</p>')


def _titles(opened: Opened) -> dict[str, str]:
    return {card.id: one_line(card.title) for card in opened.engine.index.cards}


def _told(answer: Answer, why: Explanation | None, titles: dict[str, str]) -> str:
    """Return the explanation as safe HTML."""
    if why is None:
        return '<p class="rb-muted">Voor dit antwoord is niets afgewogen.</p>'
    filled = [(name, value) for name, value in why.slots if value != _NOTHING]
    slots = "".join(
        f"<dt>{as_html(_READ_AS.get(name, name))}</dt>"
        f"<dd>{as_html(_IN_WORDS.get(value, _in_dutch(value)))}</dd>"
        for name, value in filled
    )
    return (
        f'<h3 class="rb-h3">Zo is uw vraag gelezen</h3><dl class="rb-search">{slots}</dl>'
        f'<h3 class="rb-h3">Dit is bekeken, het best passende eerst</h3>'
        f"{_table(why.candidates, titles)}"
        f'<p class="rb-muted">{as_html(_decided(answer))}</p>'
    )


def _in_dutch(value: str) -> str:
    """Return a value with the weights of its words in Dutch notation.

    >>> _in_dutch("valpreventie (0.70), kosten (0.25)")
    'valpreventie (0,70), kosten (0,25)'
    """
    return _WEIGHT.sub(r"(\1,\2)", value)


def _table(candidates: tuple[Candidate, ...], titles: dict[str, str]) -> str:
    rows = "".join(_row(candidate, titles) for candidate in candidates)
    return (
        '<div class="rb-figures"><table class="rb-table rb-reports" role="table">'
        "<caption>Wat er bekeken is</caption>"
        '<thead><tr role="row"><th scope="col" role="columnheader">Wat er staat</th>'
        '<th scope="col" role="columnheader">Soort</th>'
        '<th scope="col" role="columnheader">Rapport</th>'
        '<th scope="col" role="columnheader">Deel van uw vraag dat erin staat</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(candidate: Candidate, titles: dict[str, str]) -> str:
    met = f"{candidate.covered:.0%}"
    if candidate.missing:
        met += f". Er staat niet: {', '.join(candidate.missing)}"
    cells = (
        ("Soort", _SORTS.get(candidate.sort, candidate.sort)),
        ("Rapport", titles.get(candidate.document, candidate.document)),
        ("Deel van uw vraag dat erin staat", met),
    )
    rest = "".join(
        f'<td role="cell" data-name="{name}">{as_html(value)}</td>' for name, value in cells
    )
    name = as_html(one_line(candidate.name))
    return f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{rest}</tr>'


def _decided(answer: Answer) -> str:
    """Return in one sentence what came of it."""
    if answer.status is Status.NOT_FOUND:
        missing = ", ".join(f"‘{one_line(part)}’" for part in answer.missing)
        return f"Er is geen antwoord gegeven. Niet gevonden: {missing or 'iets dat past'}."
    count = len(answer.citations)
    sources = f"{count} bron" if count == 1 else f"{count} bronnen"
    if answer.operation is not None:
        doing = _IN_WORDS.get(str(answer.operation), str(answer.operation))
        return f"Het antwoord komt uit {sources}. Bewerking: {doing}."
    return f"Het antwoord komt uit {sources} en staat er zo."
