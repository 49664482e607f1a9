"""Gold questions: what was asked, when an answer is right, and the quotes that prove it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evals.fields import Fields
from ingest.errors import BadInput

DEV = "dev"
TEST = "test"
SPLITS = (DEV, TEST)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that proves the answer: contiguous in the report once white space is folded.

    ``document`` is the file's stem, ``section`` the innermost numbered heading ("2.6") or None.
    """

    document: str
    section: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Gold:
    """What the right answer holds; see `docs/evals.md` for the rule that goes with each field.

    ``items`` holds for every asked item the tuple of its spellings, the first one being the gold
    form. ``values`` are the figures of an ambiguous question, all to be shown. ``none`` means that
    the reports do not say it, ``about`` that the question is about the tool itself.
    """

    none: bool = False
    about: bool = False
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    components: tuple[Decimal, ...] = ()
    operation: str | None = None
    text: tuple[str, ...] = ()
    sentence_contains: str | None = None
    items: tuple[tuple[str, ...], ...] = ()
    verdict: str | None = None
    values: tuple[Decimal, ...] = ()

    @property
    def refusable(self) -> bool:
        """Return whether the only right answer is that the reports do not say it."""
        return self.none or self.verdict == "not_found"


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One line of a question file.

    ``history`` holds the earlier questions of the conversation, oldest first. ``base_kind`` says of
    a follow-up what is asked for. ``split`` is "dev" or "test"; of "test" only totals are shown.
    """

    id: str
    lang: str
    kind: str
    base_kind: str | None
    style: str
    question: str
    history: tuple[str, ...]
    gold: Gold
    evidence: tuple[Evidence, ...]
    note: str | None = None
    split: str = DEV


def load_questions(path: Path) -> tuple[GoldQuestion, ...]:
    """Return the questions of a JSON Lines file, in file order; empty lines are skipped.

    Raises:
        BadInput: no such file, a line that is not JSON, a key of the wrong type, an id used twice,
            or an answer that states nothing. The message names file and line.
    """
    if not path.is_file():
        message = f"{path}: no such question file; give a .jsonl file with one question a line"
        raise BadInput(message)
    questions = tuple(_questions(path))
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            message = f"{path}: id {question.id!r} is used twice; ids must differ"
            raise BadInput(message)
        seen.add(question.id)
    return questions


def _questions(path: Path) -> Iterator[GoldQuestion]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            thing = json.loads(line, parse_float=Decimal)
        except json.JSONDecodeError as error:
            message = f"{where}: not JSON ({error.msg} at column {error.colno}); mend that line"
            raise BadInput(message) from error
        yield _question(Fields.of(where, thing))


def _question(fields: Fields) -> GoldQuestion:
    split = fields.maybe_text("split") or DEV
    if split not in SPLITS:
        message = f"{fields.where}: split should be one of {', '.join(SPLITS)}, found {split!r}"
        raise BadInput(message)
    return GoldQuestion(
        id=fields.text("id"),
        lang=fields.maybe_text("lang") or "nl",
        kind=fields.text("kind"),
        base_kind=fields.maybe_text("base_kind"),
        style=fields.maybe_text("style") or "plain",
        question=fields.text("question"),
        history=fields.texts("history"),
        gold=_gold(fields.inner("answer")),
        evidence=tuple(map(_evidence, fields.objects("evidence"))),
        note=fields.maybe_text("note"),
        split=split,
    )


def _gold(fields: Fields) -> Gold:
    variants = fields.inner("item_variants")
    gold = Gold(
        none=fields.flag("none"),
        about=fields.flag("about"),
        value=fields.number("value"),
        value_max=fields.number("value_max"),
        unit=fields.maybe_text("unit"),
        components=fields.numbers("components"),
        operation=fields.maybe_text("operation"),
        text=fields.texts("text"),
        sentence_contains=fields.maybe_text("sentence_contains"),
        items=tuple((item, *variants.texts(item)) for item in fields.texts("items")),
        verdict=fields.maybe_text("verdict"),
        values=fields.numbers("values"),
    )
    if gold == Gold(unit=gold.unit, operation=gold.operation, components=gold.components):
        message = (
            f"{fields.where}: states no answer; give value, text, items, values, verdict, "
            "none or about"
        )
        raise BadInput(message)
    return gold


def _evidence(fields: Fields) -> Evidence:
    return Evidence(fields.text("document"), fields.maybe_text("section"), fields.text("quote"))
