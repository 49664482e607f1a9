"""The answer engine: a question goes in, a checked answer or a refusal comes out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

import numpy as np

from answer.about import answer_about
from answer.answer import Answer
from answer.compose import compose, compose_refusal
from answer.context_used import context_used
from answer.conversation import in_conversation
from answer.draft import Draft, Refusal, Result
from answer.explain import Explanation, explain
from answer.find import find
from answer.frame import Ask, Frame
from answer.inquiry import Inquiry
from answer.named_report import within_named_report
from answer.question_as_typed import LONGEST_QUESTION, unfit_reason, writable
from answer.read_as import read_as
from answer.recognised import with_ocr_warning
from answer.understand import understand
from answer.unread_places import told_unread
from answer.versions import Versions
from answer.view import ReportView, view_of
from answer.vocabulary import Vocabulary
from answer.words import Role
from store.encoder import Encoder
from store.index import open_index
from store.open_encoder import query_encoder
from store.reader import Reader
from store.samples import SAMPLE_STORE
from store.settings import Settings
from store.terms import fold

_LONGEST_HISTORY = 8
# Up to here every sentence is looked at; beyond it the search names the reports worth a look.
_ALL_UNITS = 6_000
# Among 102 near-duplicates six gave 68.5% right answers, twelve 64.2% in 1.5 times the time.
_REPORTS_IN_SCOPE = 6
_VIEWS_KEPT = 64


def open_engine(settings: Settings) -> "Engine":
    """Return an engine over the current index of ``settings.store``.

    Raises:
        StoreMissing: when nothing was indexed yet.
        StoreMismatch: when the index was made by another model than the settings name.
    """
    encoder = query_encoder(settings)
    index = open_index(settings.store, encoder)
    return Engine(index, encoder, settings, is_sample=settings.store.name == SAMPLE_STORE)


class Engine:
    """Answers questions over one open index; may be used from several threads."""

    def __init__(
        self, index: Reader, encoder: Encoder, settings: Settings, *, is_sample: bool = False
    ) -> None:
        self.index = index
        self.is_sample = is_sample
        self._encoder = encoder
        self._settings = settings
        self._versions = Versions(index)
        self._view = lru_cache(maxsize=_VIEWS_KEPT)(self._make_view)
        self._names = lru_cache(maxsize=10_000)(self._names_place)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the archive's words."""
        return Vocabulary(self.index.vocabulary, self.index.unit_count)

    def ask(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> Answer:
        """Return the answer to ``question`` after ``history`` (earlier questions, oldest first).

        ``reports`` limits the search to these report ids. The same question over the same index
        gives the same answer. Never raises for what is asked; an empty or too long question is
        refused with a note.
        """
        return self._answer(question, history, reports)[0]

    def explain(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> tuple[Answer, Explanation | None]:
        """Return the answer with why it was chosen; None where nothing was weighed."""
        answer, inquiry = self._answer(question, history, reports)
        return answer, explain(inquiry, answer) if inquiry else None

    def _answer(
        self, question: str, history: Sequence[str], reports: frozenset[str] | None
    ) -> tuple[Answer, Inquiry | None]:
        question, history = writable(question), tuple(map(writable, history))
        within = tuple(
            card.id for card in self.index.cards if reports is None or card.id in reports
        )
        searched = self._versions.answering(within, question)
        unfit = unfit_reason(question)
        if unfit:
            frame = Frame(
                question=question[:LONGEST_QUESTION], language="nl", ask=Ask.TEXT, words=()
            )
            refusal = compose_refusal(Refusal(reason=unfit), frame, frame.question, searched)
            return replace(refusal, notes=unfit[:1]), None
        frame = self._frame(question, history)
        if frame.ask is Ask.ABOUT:
            titles = [card.title for card in self.index.cards if card.id in searched]
            return answer_about(frame, titles), None
        inquiry, found = self._find(frame, frozenset(searched))
        shown = frame if context_used(found, frame) else replace(frame, context=())
        if isinstance(found, Refusal):
            found = replace(found, missing=_own_words(found.missing, frame))
            return compose_refusal(found, frame, read_as(shown), searched), inquiry
        answer = compose(found, frame, read_as(shown), searched, self._notes(frame.language))
        return with_ocr_warning(self._versions.told(answer), self.index), inquiry

    def _find(self, frame: Frame, scope: frozenset[str]) -> tuple[Inquiry, Result]:
        """Return what the reports of the municipality that is meant say, else what others may.

        A report of which no municipality is known is asked only where those are silent.
        """
        wide = self._of_place(frame, scope)
        own = wide & (self._meant(frame) or frozenset())
        inquiry = self._inquiry(frame, read_as(frame), own or wide)
        named = within_named_report(inquiry)
        found = told_unread(find(named), named)
        if named is not inquiry:
            if isinstance(found, Draft):
                return named, found
            found = told_unread(find(inquiry), inquiry)
        if own and own != wide and isinstance(found, Refusal):
            inquiry = self._inquiry(frame, read_as(frame), wide)
            found = told_unread(find(inquiry), inquiry)
        return inquiry, found

    @cached_property
    def _places(self) -> dict[str, frozenset[str]]:
        """Return the folded name of each municipality with the ids of its reports."""
        places: dict[str, set[str]] = {}
        for card in self.index.cards:
            if card.municipality:
                places.setdefault(fold(card.municipality), set()).add(card.id)
        return {name: frozenset(ids) for name, ids in places.items()}

    def _meant(self, frame: Frame) -> frozenset[str] | None:
        """Return the reports of the municipality that is named, or set as one's own, or None."""
        named = [self._places[w.text] for w in frame.words if w.text in self._places]
        ours = fold(self._settings.municipality or "").removeprefix("gemeente ").strip()
        own = self._places.get(ours, frozenset()) if ours else None
        return frozenset().union(*named) if named else own

    def _of_place(self, frame: Frame, scope: frozenset[str]) -> frozenset[str]:
        """Return the reports that may speak of the municipality that is meant."""
        meant = self._meant(frame)
        if meant is None:
            return scope
        # A report of no municipality may be anybody's, unless it has not a word on the place.
        others = frozenset().union(*self._places.values()) - meant
        places = [w.text for w in frame.words if w.text in self._places]
        silent = (
            name
            for name in scope - meant - others
            if places and not any(self._names(name, place) for place in places)
        )
        return scope - others - frozenset(silent)

    def _names_place(self, report_id: str, place: str) -> bool:
        return place in fold(self.index.report(report_id).text)

    def _notes(self, language: str) -> tuple[str, ...]:
        if not self.is_sample:
            return ()
        if language == "en":
            return ("This is an example: the answer comes from the sample reports.",)
        return ("Dit is een voorbeeld: het antwoord komt uit de voorbeeldrapporten.",)

    def _frame(self, question: str, history: Sequence[str]) -> Frame:
        years = [card.year for card in self.index.cards if card.year]
        base = max(set(years), key=lambda year: (years.count(year), year), default=None)
        earlier = [turn for turn in history if not unfit_reason(turn)][-_LONGEST_HISTORY:]
        frames = []
        for turn in (*earlier, question):
            frame = understand(turn, self.vocabulary, base)
            frames.append(frame)
            base = frame.years[-1] if frame.years else base
        return in_conversation(frames, frozenset(self._places))

    def _inquiry(self, frame: Frame, read_as: str, scope: frozenset[str]) -> Inquiry:
        vector = self._encoder.encode_queries([read_as])[0]
        views = tuple(self._view(report_id) for report_id in self._in_scope(frame, vector, scope))
        units = tuple(unit for view in views for unit in view.units)
        cosines = self.index.cosines(vector, units) if units else np.zeros(0, np.float32)
        return Inquiry(
            frame=frame,
            views=views,
            cosines=dict(zip(units, map(float, cosines), strict=True)),
            mean=float(cosines.mean()) if units else 0.0,
            spread=float(cosines.std()) or 1.0 if units else 1.0,
        )

    def _in_scope(self, frame: Frame, vector: np.ndarray, scope: frozenset[str]) -> tuple[str, ...]:
        """Return the ids of the reports to look into, sorted."""
        if self.index.unit_count <= _ALL_UNITS:
            return tuple(sorted(scope))
        text = " ".join(word.text for word in (*frame.words, *frame.context))
        hits = self.index.search(text, vector, reports=scope, k=200)
        best = tuple(dict.fromkeys(hit.unit.report_id for hit in hits))[:_REPORTS_IN_SCOPE]
        return tuple(sorted(best))

    def _make_view(self, report_id: str) -> ReportView:
        index = self.index
        return view_of(index.report(report_id), self.vocabulary, index.layout(report_id))


def _own_words(missing: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    """Return what was not found in the words of the question itself.

    What a conversation carried along is not what this question lacks; where only that is left, the
    words of asking that name something are told ("wethouder").
    """
    asked = fold(frame.question)
    own = tuple(word for word in missing if fold(word) in asked)
    if own or not missing:
        return own
    telling = (w.asked for w in frame.words if w.role in (Role.CONTENT, Role.ASKING))
    return tuple(dict.fromkeys(word for word in telling if fold(word) in asked)) or missing
