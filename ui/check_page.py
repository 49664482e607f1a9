"""The fact check: paste a text, and read of each claim whether the reports say so."""

import logging
from dataclasses import dataclass, replace

import streamlit as st

from answer.answer import Answer, Status, Verdict
from ingest.errors import BadInput
from ui.claim_guard import Checked, guarded
from ui.dutch_number import grouped_count
from ui.fact_check import LONGEST_TEXT, Claim, claims
from ui.figures_view import draw_figures
from ui.frame import Frame, draw_framed
from ui.plain import as_html
from ui.scope import scope_in_html
from ui.source_view import draw_citations
from ui.told import is_sum, told
from ui.verdict_in_words import verdict_in_words
from ui.words import DUTCH

_LOG = logging.getLogger(__name__)
_EURO = "€\u00a0"  # no line may end between the sign and its amount
_TEXT, _KEPT, _CHECKED = "te-controleren", "gecontroleerde-tekst", "gecontroleerd"
_EXPLAINED = (
    "Plak een tekst, bijvoorbeeld uit een toespraak of een krant. Van elke zin met een getal, een "
    "datum of een naam leest u of het in de rapporten staat. Alleen wat er zo staat, klopt."
)
_OTHER_CHOICE = (
    "U hebt daarna een andere keuze gemaakt aan de zijkant. Controleer de tekst opnieuw om in die "
    "rapporten te zoeken."
)


_TOO_LONG = (
    "Deze tekst is te lang: er is niets gecontroleerd. Maak er stukken van hoogstens "
    f"{LONGEST_TEXT:_} tekens van."
).replace("_", ".")


@dataclass(frozen=True, slots=True)
class Result:
    """One claim with the engine's answer and the verdict that is shown."""

    claim: Claim
    answer: Answer | None = None
    checked: Checked = Checked(Verdict.NOT_FOUND)  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class Check:
    """A text that was checked; ``reports`` is the filter that it was checked with, None for all."""

    results: tuple[Result, ...] = ()
    reports: frozenset[str] | None = None


def draw_check_page() -> None:
    """Draw the page for one run of one visitor."""
    draw_framed("Controleer", _EXPLAINED, _draw)


def hand_over(text: str) -> None:
    """Put a text in the box, for who comes to this page from another one."""
    st.session_state[_KEPT] = st.session_state[_TEXT] = text
    st.session_state[_CHECKED] = Check()


def _draw(frame: Frame) -> None:
    """Draw the box to paste in, and what came out the last time."""
    st.session_state[_TEXT] = st.session_state.get(
        _TEXT, ""
    )  # stays when another page is looked at
    if not st.session_state.get(_TEXT):  # it is forgotten when another page is looked at
        st.session_state[_TEXT] = st.session_state.get(_KEPT, "")
    with st.form("controle", border=False):
        text = st.text_area(
            f"Tekst om te controleren (hoogstens {LONGEST_TEXT:_} tekens)".replace("_", "."),
            key=_TEXT,  # without max_chars, by which Streamlit cuts a longer text without a word
            height=180,
        )
        asked = st.form_submit_button("Controleer deze tekst")
    if asked:
        st.session_state[_KEPT] = text
        st.session_state[_CHECKED] = Check(_check(text, frame), frame.reports)
    check: Check = st.session_state.get(_CHECKED, Check())
    if asked and len(text) > LONGEST_TEXT:
        st.html(f'<p class="rb-warning" role="alert">{_TOO_LONG}</p>')
    elif asked and not check.results:
        st.html('<p class="rb-warning" role="alert">Plak eerst een tekst in het vak.</p>')
    if check.results:
        _draw_results(check, frame)


def _check(text: str, frame: Frame) -> tuple[Result, ...]:
    """Return every sentence with its verdict, telling how far it is; of too long a text none."""
    found = claims(text) if len(text) <= LONGEST_TEXT else ()
    results: list[Result] = []
    place = st.empty()
    for number, claim in enumerate(found, 1):
        place.progress(number / len(found), f"Zin {number} van {len(found)}")
        results.append(_checked(claim, frame) if claim.question else Result(claim))
    place.empty()
    return tuple(results)


def _checked(claim: Claim, frame: Frame) -> Result:
    """Return the verdict on one claim; a fault proves nothing and stops nothing."""
    try:
        answer = frame.room.ask_for_visitor(claim.question or "", (), frame.reports)
        index = frame.opened.engine.index
        cited = tuple(index.report(citation.document) for citation in answer.citations)
    except BadInput:
        return Result(claim)  # the report was taken out at this very moment
    except Exception:
        _LOG.exception("A claim could not be checked")
        return Result(replace(claim, question=None, why_not="Het controleren is niet gelukt."))
    return Result(claim, answer, guarded(claim.text, answer, cited))


def _draw_results(check: Check, frame: Frame) -> None:
    """Draw the count, each checked claim with its sources, and what was left alone."""
    checked = [result for result in check.results if result.claim.question]
    left = [result.claim for result in check.results if not result.claim.question]
    right = sum(result.checked.verdict is Verdict.SUPPORTED for result in checked)
    wrong = sum(result.checked.verdict is Verdict.CONTRADICTED for result in checked)
    said = grouped_count(len(checked), "bewering", "beweringen")
    st.html(
        f'<p class="rb-tally" role="status"><strong>{said} gecontroleerd.</strong> Klopt: {right}. '
        f"Klopt niet: {wrong}. Staat er niet in: {len(checked) - right - wrong}.</p>"
        f"{_scope(check, frame)}"
    )
    for number, result in enumerate(checked):
        with st.container(key=f"bewering-{number}"):
            _draw_result(result, number, frame)
    if left:
        rows = "".join(f"<li>{as_html(c.text)} <em>{c.why_not}</em></li>" for c in left)
        st.html(f'<h2 class="rb-h3">Niet gecontroleerd</h2><ul class="rb-left">{rows}</ul>')


def _scope(check: Check, frame: Frame) -> str:
    """Return in which reports was looked, and that the choice is another one by now."""
    chosen = check.reports is not None
    cards = frame.opened.engine.index.cards
    searched = [c.id for c in cards if check.reports is None or c.id in check.reports]
    said = scope_in_html(searched, frame.opened, DUTCH, named=chosen)
    if check.reports != frame.reports:
        said += f'<p class="rb-warning">{_OTHER_CHOICE}</p>'
    return said


def _draw_result(result: Result, number: int, frame: Frame) -> None:
    """Draw one claim: the words, the verdict, what the report says, and where."""
    verdict, answer = result.checked.verdict, result.answer
    said = verdict_in_words(verdict, summed=answer is not None and is_sum(answer))
    st.html(
        f'<div class="rb-claim rb-{verdict}"><h2>“{as_html(result.claim.text)}”</h2>'
        f'<p class="rb-verdict">{_SIGNS[verdict]} {said}</p>{_told(result)}</div>'
    )
    if answer is None:
        return
    if verdict is not Verdict.NOT_FOUND:
        draw_figures(answer, DUTCH, f"c{number}")
    elif answer.citations:  # near, but no proof
        answer = replace(answer, status=Status.NOT_FOUND, closest=answer.citations[:3])
    draw_citations(answer, f"c{number}", frame.opened, DUTCH)


_SIGNS = {Verdict.SUPPORTED: "✓", Verdict.CONTRADICTED: "✗", Verdict.NOT_FOUND: "?"}


def _told(result: Result) -> str:
    """Return what the reports say as safe HTML; the doubt where a verdict was not taken over."""
    if result.answer is None:
        return ""
    if result.checked.doubt:
        return f"<p>{as_html(result.checked.doubt)}</p>"
    said = told(result.answer)
    whole = result.answer.text if said.items else said.sentence
    return f"<p>{as_html(whole.replace('€ ', _EURO))}</p>"
