"""Whoever reads a score wants gold questions that are right: proved by the samples themselves."""

import hashlib
import re
import tomllib
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from evals.question import load_questions
from ingest.find import find_sources
from ingest.read import read_report

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {
    "own-samples": ROOT / "docs" / "reports",
    "own-kinds": ROOT / "evals" / "samples",
}
FILES = {name: ROOT / "evals" / "questions" / f"{name}.jsonl" for name in FOLDERS}
KINDS = frozenset(
    "amount_line amount_total number compare rank share who what why when where how list claim "
    "ambiguous followup unanswerable about".split()
)
STYLES = frozenset("plain short sloppy typo split synonym abbrev formal en followup".split())
UNITS = frozenset({"euro", "count", "percent", "fraction", "year"})

QUESTIONS = [(name, question) for name in FILES for question in load_questions(FILES[name])]
ANSWERS = [(name, question) for name, question in QUESTIONS if not question.gold.refusable]

# Derived once more: two totals of the other municipality (2.2 and 2.1) as the whole of a share, and
# an amount that the prose prints in millions.
DERIVED = {Decimal(60_250), Decimal(317_750), Decimal(5_200_000)}


@cache
def stored_texts(name: str) -> dict[str, str]:
    """Return the text that quotes count in, white space folded, by report."""
    sources = find_sources([FOLDERS[name]])
    return {source.report_id: " ".join(read_report(source).text.split()) for source in sources}


@cache
def source_sections(name: str) -> dict[tuple[str, str | None], str]:
    """Return the text under each numbered heading of the sources, by report and number."""
    found: dict[tuple[str, str | None], str] = {}
    for path in (FOLDERS[name] / "sources").glob("*.toml"):
        source = tomllib.loads(path.read_text(encoding="utf-8"))
        number = None
        for block in source["blocks"]:
            heading = re.match(r"\d[\d.]*", block.get("h1", block.get("h2", "")))
            number = heading[0].rstrip(".") if heading else number
            cells = [cell for row in block.get("rows", ()) for cell in row]
            texts = [block[kind] for kind in ("text", "note", "h3") if kind in block]
            lines = [*texts, *block.get("columns", ()), *block.get("bullets", ()), *cells]
            key = (Path(source["file"]).stem, number)
            found[key] = " ".join(" ".join((found.get(key, ""), *lines)).split())
    return found


@cache
def printed_numbers(name: str) -> frozenset[Decimal]:
    """Return every number of the tables and the prose of a folder's sources, in full units."""
    found: set[Decimal] = set()
    for path in (FOLDERS[name] / "sources").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        scales = (1, 1000) if "x € 1.000" in text else (1,)
        for printed in re.findall(r"-?\d[\d.]*(?:,\d+)?", text):
            value = Decimal(printed.replace(".", "").replace(",", "."))
            found |= {value * scale for scale in scales}
    return frozenset(found)


def letters(text: str) -> str:
    """Return letters and digits only: list marks and column rules are of the printed page."""
    return re.sub(r"\W", "", text)


def computed(operation: str | None, parts: tuple[Decimal, ...]) -> Decimal:
    """Return what ``parts`` come to; a share is the first of the second, in percent."""
    match operation:
        case "sum":
            return sum(parts, Decimal(0))
        case "difference":
            return abs(parts[0] - parts[1])
        case "share":
            return round(100 * parts[0] / parts[1], 1)
        case "min":
            return min(parts)
        case _:
            return max(parts)


def section_totals() -> list[Decimal]:
    """Return the totals of 2.1 to 2.12 of the sample look-back, in order."""
    path = FOLDERS["own-samples"] / "sources" / "voorbeeld-terugblik-2024.toml"
    blocks = tomllib.loads(path.read_text(encoding="utf-8"))["blocks"]
    return [
        sum((Decimal(row[0].replace(".", "")) for row in block["rows"]), Decimal(0))
        for block in blocks
        if "rows" in block
    ]


def test_there_are_enough_questions_with_ids_of_their_own() -> None:
    ids = [question.id for _, question in QUESTIONS]

    assert len(ids) >= 240
    assert len(set(ids)) == len(ids)


def test_a_question_is_of_a_known_kind_style_and_unit() -> None:
    for _, question in QUESTIONS:
        followup = question.kind == "followup"

        assert question.kind in KINDS, question.id
        assert question.style in STYLES, question.id
        assert question.lang == "en" or question.style != "en", question.id
        assert bool(question.history) == followup, question.id
        assert (question.base_kind in KINDS - {"followup"}) == followup, question.id


def test_a_figure_has_a_known_unit() -> None:
    for _, question in QUESTIONS:
        gold = question.gold
        if gold.value is not None or gold.values:
            assert gold.unit in UNITS, question.id


@pytest.mark.parametrize("name", FOLDERS)
def test_every_quote_stands_in_the_report_that_it_names(name: str) -> None:
    texts = stored_texts(name)
    for file, question in QUESTIONS:
        for evidence in question.evidence if file == name else ():
            assert evidence.quote in texts[evidence.document], question.id


@pytest.mark.parametrize("name", FOLDERS)
def test_the_section_named_is_the_one_that_holds_the_quote(name: str) -> None:
    sections = source_sections(name)
    for file, question in QUESTIONS:
        for evidence in question.evidence if file == name else ():
            held = letters(sections[evidence.document, evidence.section])
            assert letters(evidence.quote) in held, (question.id, evidence)


def test_only_an_answer_has_a_source() -> None:
    for _, question in QUESTIONS:
        stated = not question.gold.refusable and not question.gold.about

        assert bool(question.evidence) == stated, question.id


def test_a_computed_value_follows_from_its_components() -> None:
    for _, question in ANSWERS:
        gold = question.gold
        if gold.components:
            assert gold.value == computed(gold.operation, gold.components), question.id


@pytest.mark.parametrize("name", FOLDERS)
def test_every_figure_is_printed_or_rests_on_printed_ones(name: str) -> None:
    """A value that is computed rests on components; those, and all other values, are in print."""
    known = printed_numbers(name) | set(section_totals()) | {sum(section_totals())} | DERIVED
    for file, question in ANSWERS:
        gold = question.gold
        figures = gold.components or gold.values or (gold.value,)
        for figure in figures if file == name and gold.unit in {"euro", "percent"} else ():
            assert figure in known, (question.id, figure)


def test_the_text_of_an_answer_stands_in_its_evidence() -> None:
    """At least one accepted wording is the report's own; numbers in words are checked by hand."""
    for _, question in QUESTIONS:
        gold = question.gold
        if not gold.text or gold.verdict or gold.values or gold.operation:
            continue
        quotes = " ".join(evidence.quote for evidence in question.evidence).lower()
        assert any(text.lower() in quotes for text in gold.text), question.id


def test_every_item_of_a_list_stands_in_the_evidence() -> None:
    for _, question in QUESTIONS:
        quotes = " ".join(evidence.quote for evidence in question.evidence).lower()
        for spellings in question.gold.items:
            assert any(item.lower() in quotes for item in spellings), (question.id, spellings[0])


def test_the_split_follows_from_the_id() -> None:
    """Nobody picks what is tested: a digest of the id decides, and half falls on either side."""
    for _, question in QUESTIONS:
        digest = hashlib.sha256(f"raadsbron split {question.id}".encode()).hexdigest()

        assert question.split == ("test" if int(digest, 16) % 2 else "dev"), question.id


def test_about_half_of_the_questions_are_kept_apart() -> None:
    counts = Counter(question.split for _, question in QUESTIONS)

    assert 0.45 <= counts["test"] / len(QUESTIONS) <= 0.55


def test_all_kinds_and_styles_are_asked() -> None:
    assert {question.kind for _, question in QUESTIONS} == KINDS
    assert {question.style for _, question in QUESTIONS} == STYLES
    assert max(len(question.history) for _, question in QUESTIONS) == 3


@pytest.mark.parametrize(
    ("id_", "numbers"),
    [
        ("own-022", range(2, 13)),
        ("own-023", [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]),
        ("own-024", range(3, 6)),
        ("own-025", range(8, 13)),
        ("own-026", range(1, 13)),
    ],
    ids=["all but sport", "all but valpreventie", "2.3 to 2.5", "2.8 to 2.12", "the whole"],
)
def test_totals_over_sections_agree_with_the_tables(id_: str, numbers: list[int]) -> None:
    totals = section_totals()
    question = next(question for _, question in QUESTIONS if question.id == id_)

    assert question.gold.value == sum(totals[number - 1] for number in numbers)
