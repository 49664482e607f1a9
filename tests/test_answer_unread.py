"""A council member hears that a page could not be read, instead of "that is not there"."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from answer.answer import Answer, Status
from answer.engine import Engine
from store.settings import Settings
from tests.reading_parts import read_file
from tests.store_parts import TinyEncoder, index_of

_PICTURE = ()
_PAGES = (
    ("Jaarstukken 2024 gemeente Lindervoort", "De gemeente Lindervoort legt hier alles uit."),
    (
        "Inhoud",
        "1 Sport en bewegen ........................ 1",
        "2 Wonen ................................... 3",
        "Bijlage 1 Subsidieregister ................ 4",
        "Bijlage 2 Verbonden partijen .............. 6",
    ),
    ("1 Sport en bewegen", "Er leerden 40 kinderen zwemmen.", "De sporthal kreeg een vloer."),
    _PICTURE,
    ("2 Wonen", "Er zijn 120 woningen gebouwd.", "De welstandscommissie keek naar elk plan."),
    _PICTURE,
    _PICTURE,
    ("Bijlage 2 Verbonden partijen", "De gemeente doet mee in twee regelingen."),
)


def _print(path: Path) -> Path:
    page = Canvas(str(path), pagesize=A4, invariant=True)
    picture = ImageReader(Image.new("RGB", (60, 80), (200, 180, 160)))
    for lines in _PAGES:
        if not lines:
            page.drawImage(picture, 50, 100, 500, 680)
        for number, line in enumerate(lines):
            page.setFont("Helvetica" if number else "Helvetica-Bold", 11 if number else 15)
            page.drawString(70, 780 - 24 * number, line)
        page.showPage()
    page.save()
    return path


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    """Return an engine over one report of eight pages of which 4, 6 and 7 are pictures."""
    folder = tmp_path_factory.mktemp("unread")
    report = read_file(_print(folder / "jaarstukken.pdf"))
    with index_of(folder, report) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder, model="tiny"))


def _ask(engine: Engine, question: str) -> Answer:
    return engine.ask(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "Wat staat er in het subsidieregister?",
            "Bladzijde 6-7 zijn afbeeldingen (“Bijlage 1 Subsidieregister”) en niet gelezen.",
            id="named-in-the-table-of-contents",
        ),
        pytest.param(
            "Hoeveel geld kreeg de kookclub volgens het subsidieregister?",
            "Bladzijde 6-7 zijn afbeeldingen", id="with-another-word-that-is-nowhere",
        ),
        pytest.param(
            "Who is the lifeguard of sport and bewegen?", "Page 4 is a picture", id="english"
        ),
        pytest.param(
            "Wie is de badmeester van sport en bewegen?",
            "Bladzijde 4 is een afbeelding (“Sport en bewegen”)", id="page-inside-a-section",
        ),
    ],
)  # fmt: skip
def test_a_refusal_names_the_pages_that_could_not_be_read(engine, question, said) -> None:
    answer = _ask(engine, question)

    assert answer.status is Status.NOT_FOUND
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Wat kreeg de dierenambulance?", id="named-nowhere"),
        pytest.param("Hoeveel leden heeft de welstandscommissie?", id="section-that-was-read"),
        pytest.param("Wat kosten de verbonden partijen?", id="entry-that-was-read"),
    ],
)
def test_a_refusal_about_pages_that_were_read_says_nothing_of_pictures(engine, question) -> None:
    answer = _ask(engine, question)

    assert answer.status is Status.NOT_FOUND
    assert "afbeelding" not in answer.text


def test_an_answer_from_a_page_that_was_read_stays(engine) -> None:
    answer = _ask(engine, "Hoeveel kinderen leerden zwemmen?")

    assert (answer.status, answer.value) == (Status.ANSWERED, 40)
    assert not any("afbeelding" in note for note in answer.notes)
