"""The result file of a run: its figures for people, its outcomes for the next comparison."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from evals.fields import Fields
from evals.metric import Estimate
from evals.outcome import Outcome, Retrieval
from evals.score import Score
from evals.summary import Figure, Group, Summary
from ingest.errors import BadInput

VERSION = 1


@dataclass(frozen=True, slots=True)
class Result:
    """What one system made of one set of questions.

    ``questions`` and ``reports`` name the files and folders, without their paths.
    """

    system: str
    questions: tuple[str, ...]
    reports: tuple[str, ...]
    formats: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


def write_result(path: Path, result: Result, summary: Summary) -> None:
    """Write one JSON object: what was run, every metric, the groups and the outcomes, sorted."""
    thing = {
        "version": VERSION,
        "system": result.system,
        "questions": result.questions,
        "reports": result.reports,
        "formats": result.formats,
        "metrics": {figure.metric.key: _figure(figure) for figure in summary.figures},
        "by_kind": _groups(summary.by_kind),
        "by_style": _groups(summary.by_style),
        "by_section": _groups(summary.by_section),
        "outcomes": [asdict(outcome) for outcome in result.outcomes],
    }
    text = json.dumps(thing, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def read_result(path: Path) -> Result:
    """Return the result that `write_result` wrote.

    Raises:
        BadInput: no such file, or not a result file of this version.
    """
    try:
        thing = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        message = f"{path}: not a result file ({error}); give a .json that evals.run wrote"
        raise BadInput(message) from error
    fields = Fields.of(str(path), thing)
    if fields.count("version") != VERSION:
        message = f"{path}: result version {fields.count('version')}, expected {VERSION}; run again"
        raise BadInput(message)
    return Result(
        fields.text("system"),
        fields.texts("questions"),
        fields.texts("reports"),
        fields.texts("formats"),
        tuple(map(_read_outcome, fields.objects("outcomes"))),
    )


def _figure(figure: Figure) -> dict[str, object] | None:
    return None if figure.estimate is None else _estimate(figure.estimate)


def _estimate(estimate: Estimate) -> dict[str, object]:
    return {
        "value": round(estimate.value, 4),
        "low": round(estimate.low, 4),
        "high": round(estimate.high, 4),
        "questions": estimate.questions,
    }


def _groups(groups: Sequence[Group]) -> dict[str, dict[str, object]]:
    return {group.name: {"right": group.right, **_estimate(group.accuracy)} for group in groups}


def _read_outcome(fields: Fields) -> Outcome:
    seconds = fields.number("seconds")
    return Outcome(
        id=fields.text("id"),
        lang=fields.text("lang"),
        kind=fields.text("kind"),
        base_kind=fields.maybe_text("base_kind"),
        style=fields.text("style"),
        split=fields.text("split"),
        section=fields.maybe_text("section"),
        question=fields.text("question"),
        expected=fields.text("expected"),
        got=fields.text("got"),
        score=_read_score(fields.inner("score")),
        retrieval=_read_retrieval(fields.inner("retrieval")),
        seconds=None if seconds is None else float(seconds),
    )


def _read_score(fields: Fields) -> Score:
    return Score(
        fault=fields.text("fault"),
        answerable=fields.flag("answerable"),
        refused=fields.flag("refused"),
        sum_asked=fields.flag("sum_asked"),
        silent_partial=fields.flag("silent_partial"),
        confidence=float(fields.number("confidence") or 0),
        quotes=fields.count("quotes") or 0,
        verbatim=fields.count("verbatim") or 0,
        paged=fields.count("paged") or 0,
        on_page=fields.count("on_page") or 0,
        citations=fields.count("citations") or 0,
        supporting=fields.count("supporting") or 0,
        gold_quotes=fields.count("gold_quotes") or 0,
        covered=fields.count("covered") or 0,
    )


def _read_retrieval(fields: Fields) -> Retrieval | None:
    if not fields.data:
        return None
    return Retrieval(
        hit_1=float(fields.number("hit_1") or 0),
        hit_5=float(fields.number("hit_5") or 0),
        reciprocal_rank=float(fields.number("reciprocal_rank") or 0),
        ndcg_10=float(fields.number("ndcg_10") or 0),
    )
