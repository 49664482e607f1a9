"""At my desk I ask a question on the command line, and read the answer with its sources."""

import json
from collections.abc import Callable

import pytest

from tests.cli_parts import Ran, ran, started

pytestmark = pytest.mark.model

VALPREVENTIE = "Hoeveel ging er naar valpreventie?"


@pytest.fixture
def command(capsys, sample_home) -> Callable[..., Ran]:
    """Return a function that runs a command of someone without reports of their own."""
    return lambda *arguments: ran(capsys, *arguments, "--store", sample_home)


def test_sum_is_shown_with_every_line_and_its_source(command) -> None:
    found = command("ask", VALPREVENTIE)

    assert found.code == 0
    assert found.out.startswith("€ 228.000")
    assert found.out.count("paragraaf 2.6, bladzijde") == 7
    assert "€ 45.000  inzet Avedan [3]" in found.out
    assert "“45.000 inzet Avedan”" in found.out


def test_samples_are_called_samples(command) -> None:
    found = command("ask", VALPREVENTIE)

    assert "voorbeeldrapporten" in found.out
    assert "voorbeeldrapporten" in found.err


def test_refusal_says_what_is_missing_and_leaves_with_1(command) -> None:
    found = command("ask", "Wat kreeg de dierenambulance?")

    assert found.code == 1
    assert "dierenambulance" in found.out
    assert "Gezocht in:" in found.out


def test_english_question_gets_our_words_in_english(command) -> None:
    found = command("ask", "How much was spent on fall prevention?")

    assert "Sources:" in found.out or "Searched:" in found.out


def test_json_is_one_line_with_the_keys_of_the_contract(command) -> None:
    found = command("ask", VALPREVENTIE, "--json")

    answer = json.loads(found.out)
    assert found.out.count("\n") == 1
    assert answer["value"] == 228_000
    assert list(answer)[:6] == [
        "question", "interpreted_as", "language", "status", "kind", "text",
    ]  # fmt: skip
    assert "€" in found.out


def test_answer_can_say_how_it_was_chosen(command) -> None:
    found = command("ask", VALPREVENTIE, "--json", "--explain")

    assert json.loads(found.out)["value"] == 228_000
    assert "Zo is de vraag gelezen:" in found.err
    assert "Valpreventie" in found.err


def test_history_goes_along_oldest_first(command) -> None:
    earlier = ("--history", "Wat kun je?", "--history", VALPREVENTIE)
    found = command("ask", "En naar de kookclub?", "--json", *earlier)

    assert json.loads(found.out)["question"] == "En naar de kookclub?"


def test_same_question_twice_gives_the_same_bytes(command) -> None:
    assert command("ask", VALPREVENTIE, "--json") == command("ask", VALPREVENTIE, "--json")


@pytest.mark.parametrize("question", ["", "???", "x" * 501], ids=["empty", "no word", "too long"])
def test_question_that_asks_nothing_is_refused(command, question) -> None:
    assert command("ask", question).code == 1


def test_question_in_another_encoding_is_an_error(command) -> None:
    found = command("ask", "Hoeveel caf\udce9s?")

    assert (found.code, found.out) == (2, "")
    assert "UTF-8" in found.err


def test_quotes_are_cut_from_the_text_that_is_printed(command) -> None:
    answer = json.loads(command("ask", VALPREVENTIE, "--json").out)

    text = command("text", "voorbeeld-terugblik-2024").out
    quotes = [text[cited["start"] : cited["end"]] for cited in answer["citations"]]
    assert quotes == [cited["quote"] for cited in answer["citations"]]


def test_text_by_file_name_is_the_same(command) -> None:
    by_name = command("text", "voorbeeld-terugblik-2024.pdf")

    assert by_name == command("text", "voorbeeld-terugblik-2024")


def test_unknown_report_is_an_error_that_names_the_known_ones(command) -> None:
    found = command("text", "jaarrekening")

    assert found.code == 2
    assert "voorbeeld-begroting-2025" in found.err


def test_reports_are_listed(command) -> None:
    found = command("reports")

    assert found.code == 0
    assert "voorbeeld-terugblik-2024: Voorbeeldrapport" in found.out
    assert "8 bladzijden, 30 bedragen" in found.out


def test_doctor_says_what_is_here(command) -> None:
    found = command("doctor")

    assert found.code == 0
    assert "torch" in found.out
    assert "3 rapporten" in found.out


def test_asking_loads_neither_torch_nor_chromadb_nor_the_page(sample_home) -> None:
    found = started(
        "ask", VALPREVENTIE, RAADSBRON_STORE=str(sample_home), PYTHONPROFILEIMPORTTIME="1"
    )

    loaded = {line.rsplit("|", 1)[-1].strip() for line in found.stderr.splitlines()}
    assert found.stdout.startswith("€ 228.000")
    assert "answer.engine" in loaded
    assert loaded.isdisjoint({"torch", "chromadb", "sentence_transformers", "streamlit", "pypdf"})
