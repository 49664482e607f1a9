"""Adding, removing and reading again: for visitors who may, on the page of the reports."""

import secrets
from collections.abc import Callable

import streamlit as st

from ingest.find import FORMATS
from store.open_encoder import bulk_encoder
from store.settings import Settings
from ui.change_desk import ChangeDesk, Job, Tell
from ui.change_words import done_in_html, progress_in_words
from ui.door import let_upload
from ui.plain import as_html
from ui.report_changes import Done, ReportChanges
from ui.upload_rules import MOST_FILES, MOST_MEGABYTES, Offered

_DESK = st.cache_resource(show_spinner=False)(ChangeDesk)  # one for all visitors
_VISITOR, _ROUND, _SURE, _TOLD = "bezoeker", "toevoeg-ronde", "zeker-weten", "wijziging-mislukt"
_LOOK_AGAIN = 1.0  # seconds between two looks at the progress: often enough to see it move


def draw_changes() -> None:
    """Draw what a visitor who may change the reports can do, or how far a change is."""
    desk: ChangeDesk = _DESK()
    st.html('<h2 class="rb-h3">Rapporten toevoegen of verwijderen</h2>')
    job = desk.job
    if job is not None and job.is_busy:
        st.fragment(run_every=_LOOK_AGAIN)(_draw_under_way)()
        return
    if job is not None and job.visitor == _visitor():
        _draw_outcome(job)
    if st.session_state.get(_TOLD):
        st.html(f'<p class="rb-warning" role="alert">{as_html(st.session_state.pop(_TOLD))}</p>')
    settings = Settings.from_env()
    changes = ReportChanges(settings, lambda: bulk_encoder(settings))
    _draw_adding(desk, changes)
    _draw_removing(desk, changes)
    _draw_reading_again(desk, changes)


def _draw_under_way() -> None:
    """Draw the progress of the change that is under way, and the whole page once it is done."""
    job = _DESK().job
    if job is None or not job.is_busy:
        st.rerun()
    share, said = progress_in_words(job.progress)
    if job.visitor != _visitor():
        said = f"Iemand anders verandert nu de rapporten. U kunt zo verder. {said}"
    st.progress(share, said)
    st.html('<p class="rb-muted">U kunt intussen vragen blijven stellen.</p>')


def _draw_outcome(job: Job) -> None:
    if job.error:
        st.html(f'<p class="rb-warning" role="alert">{as_html(job.error)}</p>')
    elif job.done is not None:
        st.html(f'<div class="rb-sample" role="status">{done_in_html(job.done)}</div>')


def _draw_adding(desk: ChangeDesk, changes: ReportChanges) -> None:
    let_upload()
    number = st.session_state.setdefault(_ROUND, 0)
    kinds = ", ".join(kind.upper() for kind in FORMATS)
    files = st.file_uploader(
        f"Kies rapporten ({kinds}; hoogstens {MOST_FILES} tegelijk, {MOST_MEGABYTES} MB per "
        "bestand)",
        type=list(FORMATS),
        accept_multiple_files=True,
        max_upload_size=MOST_MEGABYTES,
        key=f"toevoegen-{number}",
    )
    if st.button("Voeg toe", disabled=not files, type="primary"):
        offered = tuple(Offered(file.name, file.getvalue()) for file in files)
        st.session_state[_ROUND] = number + 1  # an empty box for the next time
        _start(desk, lambda tell: changes.add(offered, tell))


def _draw_removing(desk: ChangeDesk, changes: ReportChanges) -> None:
    """Draw the choice of a report to remove; only those that were added on the page."""
    names = changes.uploaded()
    if not names:
        return
    name = st.selectbox(
        "Rapport om te verwijderen", names, index=None, placeholder="Kies een rapport"
    )
    st.html(
        '<p class="rb-muted">U kunt alleen rapporten verwijderen die op deze bladzijde zijn '
        "toegevoegd.</p>"
    )
    if name is not None and _is_sure("Verwijder dit rapport", f"weg-{name}"):
        _start(desk, lambda tell: changes.remove(name, tell))


def _draw_reading_again(desk: ChangeDesk, changes: ReportChanges) -> None:
    if changes.has_index() and _is_sure("Lees alle rapporten opnieuw", "opnieuw-lezen"):
        _start(desk, changes.read_again)


def _is_sure(label: str, what: str) -> bool:
    """Draw a button that asks once more; return whether the visitor said yes."""
    if st.session_state.get(_SURE) != what:
        st.button(label, key=f"vraag-{what}", on_click=_ask_once_more, args=(what,))
        return False
    st.html('<p class="rb-warning" role="alert">Weet u het zeker?</p>')
    with st.container(horizontal=True):
        sure: bool = st.button(f"Ja: {label[0].lower()}{label[1:]}", key=f"ja-{what}")
        st.button("Nee, doe niets", key=f"nee-{what}", on_click=_ask_once_more, args=("",))
    return sure


def _ask_once_more(what: str) -> None:
    st.session_state[_SURE] = what


def _start(desk: ChangeDesk, work: Callable[[Tell], Done]) -> None:
    """Begin a change, or say that someone else was first."""
    st.session_state[_SURE] = ""
    st.session_state[_TOLD] = desk.start(_visitor(), work)
    st.rerun()


def _visitor() -> str:
    """Return a name for this visit that nobody can guess."""
    name: str = st.session_state.setdefault(_VISITOR, secrets.token_hex(8))
    return name
