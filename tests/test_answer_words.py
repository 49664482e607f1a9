"""I ask in my own words, with slips, and am understood or told what is missing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from answer.answer import Status
from answer.engine import Engine, open_engine
from answer.understand.read_words import read_words
from answer.vocabulary import Vocabulary
from store.build import ingest
from store.encoder import Encoder
from store.index import open_index
from store.samples import sample_settings
from store.settings import Settings
from store.terms import stem

pytestmark = pytest.mark.model

VOCABULARY = Vocabulary(
    {"steunouders": 4, "ouders": 3, "activiteit": 3, "zilver": 2, "aanpak": 5, "jogg": 2}, 40
)


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


@pytest.mark.parametrize(
    ("question", "form"),
    [
        pytest.param("aktiviteit", "activiteit", id="as-it-sounds"),
        pytest.param("zilfer", "zilver", id="one-letter-that-sounds-alike"),
        pytest.param("steun oudrs", "steunouders", id="split-and-mistyped"),
    ],
)
def test_a_slip_is_read_as_the_word_of_the_archive(question: str, form: str) -> None:
    assert form in [word.text for word in read_words(question, "nl", VOCABULARY)]


def test_a_verb_is_met_with_its_particle() -> None:
    words = read_words("Hoe pakt de gemeente JOGG aan?", "nl", VOCABULARY)
    verb = next(word for word in words if word.asked == "pakt")
    assert stem("aanpak") in verb.also


@pytest.mark.parametrize(
    ("form", "met"),
    [
        pytest.param("organisatoren", ("organiserende",), id="one-root"),
        pytest.param("uitvoerder", ("uitvoering",), id="one-root-behind-a-particle"),
        pytest.param("terugbetaald", (), id="a-particle-alone"),
        pytest.param("terug", (), id="the-particle-itself"),
    ],
)
def test_words_of_one_root_meet_and_words_of_one_particle_do_not(
    form: str, met: tuple[str, ...]
) -> None:
    archive = Vocabulary({"organiserende": 1, "uitvoering": 1, "terugdringen": 2, "samen": 1}, 40)
    assert archive.relatives(form) == tuple(stem(each) for each in met)


def test_an_infinitive_behind_a_preposition_names_a_thing() -> None:
    words = read_words("Hoeveel ging er naar roken en alcohol?", "nl", VOCABULARY)
    assert not next(word for word in words if word.text == "roken").is_verb


def test_the_noun_of_which_tells_the_kind_of_answer_only() -> None:
    words = read_words("Welke organisatie voert dit uit?", "nl", VOCABULARY)
    assert [word.text for word in words if word.is_kind] == ["organisatie"]
    assert not any(w.is_kind for w in read_words("Welke voetbalclub doet mee?", "nl", VOCABULARY))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("hoeveel ging er na twents zilfer", 25_000, id="typing-error"),
        pytest.param(
            "Klein rekensommetje: veerkrachtcoach en Twents Zilver, wat is de optelsom?",
            63_000, id="sum-in-everyday-words",
        ),
        pytest.param("valpreventie en eenzaamheid bij elkaar wat is dat", 291_000, id="that"),
        pytest.param(
            "Hoeveel ging er naar valpreventie als je Avedan buiten laat?", 183_000, id="left-out"
        ),
        pytest.param("hoeveel ging er naar WoR", 49_000, id="short-name-of-the-report"),
        pytest.param(
            "Hoeveel middelen zijn er ingezet voor aanpak overgewicht/obesitas?",
            73_000, id="middelen-are-money",
        ),
        pytest.param("Voorzitter, hoeveel ging er naar sport?", 520_000, id="as-in-a-speech"),
        pytest.param(
            "Hoeveel meer kostte het project kansrijke start dan het jongemoederwerk?",
            34_000, id="row-and-not-the-theme-of-that-name",
        ),
        pytest.param("Wat waren de lasten van Twentse Koers?", 4_576_887, id="side-in-a-sentence"),
        pytest.param("Hoeveel moet er terugbetaald worden?", 965_225, id="one-particle"),
        pytest.param(
            "Hoeveel moet er terugbetaald worden door Twentse Koers?", 965_225, id="money-back"
        ),
    ],
)  # fmt: skip
def test_an_amount_is_found_by_everyday_words(engine: Engine, question: str, value: int) -> None:
    assert engine.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("Hoeveel ging er naar roken en alcohol?", "roken", id="one-of-two-is-absent"),
        pytest.param("Wat was er begroot voor mantelzorg in de terugblik?", "", id="no-budget"),
        pytest.param("Welk percentage van de kinderen heeft overgewicht?", "", id="no-share"),
        pytest.param("Hoeveel heeft Avedan terugbetaald?", "terugbetaald", id="nothing-came-back"),
    ],
)
def test_what_is_named_and_not_there_is_refused(
    engine: Engine, question: str, missing: str
) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert missing in " ".join(answer.missing)


def test_a_refusal_names_words_of_the_question_and_not_of_the_conversation(engine: Engine) -> None:
    answer = engine.ask("Wie is de wethouder?", ["Hoeveel ging er naar sport?"])
    assert answer.status is Status.NOT_FOUND
    assert answer.missing == ("wethouder",)


def test_something_is_added_to_the_amount_before(engine: Engine) -> None:
    answer = engine.ask("en met welzijn op recept erbij?", ["Hoeveel kreeg Mantelzorg?"])
    assert answer.value == Decimal(99_000)


def test_what_a_number_was_is_told_apart_from_what_it_became(engine: Engine) -> None:
    before = engine.ask("Hoeveel deelnemers waren er bij KomErbij vóór de groei?")
    after = engine.ask("Hoeveel deelnemers waren er bij KomErbij na de groei?")
    assert [before.value, after.value] == [Decimal(311), Decimal(530)]


def test_a_second_sentence_that_fits_as_well_is_quoted_too(engine: Engine) -> None:
    answers = [
        engine.ask(question)
        for question in (
            "Wat is er gedaan aan eenzaamheid?", "Wat doet de veerkrachtcoach?",
            "Wat is er gedaan met Goed Bezig?", "Hoe werkt de valpreventie?",
        )
    ]  # fmt: skip
    both = [answer for answer in answers if " En: “" in answer.text]
    assert both
    for answer in both:
        quotes = [" ".join(citation.quote.split()) for citation in answer.citations[:2]]
        assert all(f"“{quote}”" in answer.text for quote in quotes)
        assert len(answer.text) <= 400


LOOSE = """Jaarrekening 2024 gemeente Zandermeer

1.1 Uitgaven zorg

Post Begroting 2024 Realisatie 2024
Begeleiding €1.200 €1.310
Vervoer   €45.000
Hulp €9.000 €8.750
Toezicht €3.100
"""


def test_a_row_of_unknown_columns_stops_the_total(tmp_path: Path, tiny_encoder: Encoder) -> None:
    (tmp_path / "jaarrekening-2024.txt").write_text(LOOSE, encoding="utf-8")
    settings = Settings(store=tmp_path / "store", model="tiny")
    ingest([tmp_path / "jaarrekening-2024.txt"], settings, tiny_encoder)
    with open_index(settings.store) as index:
        answer = Engine(index, tiny_encoder, settings).ask(
            "Wat is er in totaal gerealiseerd in de jaarrekening?"
        )
    assert answer.status is Status.NOT_FOUND  # the sum of the others would be a part
    assert "in welke kolom" in answer.text


def test_what_a_look_back_names_was_spent_and_is_not_passed_over(engine: Engine) -> None:
    answer = engine.ask("aan welk thema is het allerminst besteed?")
    assert answer.status is Status.NOT_FOUND
    assert all(report in answer.text for report in ("programmabegroting", "terugblik"))
