"""The engine under test: answers as users get them, timed, and what its retriever ranks."""

import time
from dataclasses import dataclass

from answer.as_json import to_json
from answer.engine import Engine, open_engine
from evals.fields import Fields
from evals.given import Given, GivenCitation, read_answer
from evals.kept_encoder import KeptEncoder
from evals.question import GoldQuestion
from evals.retrieval import DEPTH
from evals.system import Reply
from ingest.errors import RaadsbronError
from store.encoder import Encoder
from store.hit import Unit, UnitKind
from store.reader import Reader
from store.settings import Settings

WARM_UP = "Hoeveel ging er naar sport?"
"""Asked once before the clock runs: latency is that of a page that has been open for a moment."""

RANKED_KINDS = frozenset({UnitKind.SENTENCE, UnitKind.FIGURE, UnitKind.PASSAGE})


@dataclass(frozen=True, slots=True)
class EngineSystem:
    """Raadsbron itself."""

    engine: Engine
    encoder: Encoder
    name: str = "raadsbron"

    def reply(self, question: GoldQuestion) -> Reply:
        """Return the engine's answer with its wall time, and the retriever's first ten units."""
        started = time.perf_counter()
        try:
            answer = self.engine.ask(question.question, question.history)
        except Exception as error:  # one broken answer must not end the run
            return Reply(None, f"{type(error).__name__}: {error}")
        seconds = time.perf_counter() - started
        try:
            given = read_answer(Fields.of(question.id, to_json(answer)))
        except RaadsbronError as error:
            return Reply(None, f"Answer JSON: {error}", seconds)
        return Reply(given, "", seconds, self._ranked(question, given))

    def _ranked(self, question: GoldQuestion, given: Given) -> tuple[GivenCitation, ...]:
        if not question.evidence:
            return ()
        # The standalone question, so that a follow-up is judged on retrieval and not on reference.
        text = given.interpreted_as or question.question
        vector = self.encoder.encode_queries([text])[0]
        hits = self.engine.index.search(text, vector, kinds=RANKED_KINDS, k=DEPTH)
        return tuple(_unit_text(self.engine.index, hit.unit) for hit in hits)


def open_engine_system(settings: Settings) -> EngineSystem:
    """Return the engine over the store of ``settings``, warmed up by one question."""
    engine = open_engine(settings)
    system = EngineSystem(engine, KeptEncoder(settings))
    engine.ask(WARM_UP)
    return system


def _unit_text(index: Reader, unit: Unit) -> GivenCitation:
    report = index.report(unit.report_id)
    if unit.kind is UnitKind.FIGURE:
        figure = report.figures[unit.index]
        # The row as a reader gets it: the cell, its label, and the explanation beside it.
        texts = [report.quote(figure.span)]
        if figure.explanation is not None:
            texts.append(report.quote(figure.explanation))
        return GivenCitation(unit.report_id, " ".join(texts), figure.page, figure.page_end)
    found = (
        report.sentences[unit.index]
        if unit.kind is UnitKind.SENTENCE
        else report.passages[unit.index]
    )
    return GivenCitation(unit.report_id, report.quote(found.span), found.page, found.page_end)
