"""A reader sees on the page of the report the very words that are quoted, marked in yellow."""

import io
import random
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from tests.conftest import ROOT, SAMPLES
from ui.page_drawing import SCALE, Drawing, draw_page, draw_quote

SHARED = ROOT.parent / "shared"
PDFS = sorted(
    path
    for folder in (SAMPLES, SHARED / "reports", SHARED / "reports-other")
    if folder.is_dir()
    for path in folder.glob("*.pdf")
)
WRONG_ON_PURPOSE = {"kapot", "scan", "geentekst", "glyphcodes"}  # in names of files without text
READABLE = [path for path in PDFS if not any(word in path.stem for word in WRONG_ON_PURPOSE)]
QUOTES_PER_FILE = 20
PAGES_PER_FILE = 4
LENGTHS = (30, 80, 200, 400)  # characters, as quotes are


def folded(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def under(path: Path, drawing: Drawing) -> str:
    """Return the letters that pdfium reads under the middle half of each marked line, in order.

    The middle only: in tight print the tails of one line hang into the next.
    """
    with pdfium.PdfDocument(path) as document:
        page = document[drawing.number - 1]
        text, height = page.get_textpage(), page.get_height()
        return "".join(
            text.get_text_bounded(
                left=box.left / SCALE,
                right=box.right / SCALE,
                top=height - (box.top * 3 + box.bottom) / 4 / SCALE,
                bottom=height - (box.top + box.bottom * 3) / 4 / SCALE,
            )
            for box in drawing.boxes
        )


def size(drawing: Drawing) -> tuple[int, int]:
    """Return width and height in pixels."""
    return Image.open(io.BytesIO(drawing.jpeg)).size


def quotes(path: Path) -> list[tuple[int, str, int, int]]:
    """Return page number, page text, start and end of quotes that begin and end at words."""
    chance = random.Random(path.stem)
    with path.open("rb") as file:
        reader = pypdf.PdfReader(file)
        numbers = chance.sample(range(len(reader.pages)), min(PAGES_PER_FILE, len(reader.pages)))
        pages = {number: reader.pages[number].extract_text() for number in numbers}
    found = []
    for _ in range(QUOTES_PER_FILE * 20):
        number = chance.choice(numbers)
        text = pages[number]
        start = chance.randrange(max(1, len(text)))
        end = start + chance.choice(LENGTHS)
        while start < len(text) and start > 0 and not text[start - 1].isspace():
            start += 1
        while end > start and end < len(text) and not text[end].isspace():
            end -= 1
        if end < len(text) and len(folded(text[start:end])) > 15:
            found.append((number + 1, text, start, end))
    return found[:QUOTES_PER_FILE]


@pytest.mark.parametrize("path", READABLE, ids=[path.stem for path in READABLE])
def test_quote_is_what_stands_under_the_marks(path: Path) -> None:
    missed = []
    for number, text, start, end in quotes(path):
        drawing = draw_page(path, number, text, start, end)
        marked, wanted = folded(under(path, drawing)), folded(text[start:end])
        if sorted(marked) != sorted(wanted):
            missed.append((number, text[start:end], under(path, drawing)))

    assert missed == []


def test_second_of_two_equal_quotes_is_the_one_marked() -> None:
    path = SAMPLES / "voorbeeld-terugblik-2024.pdf"
    with path.open("rb") as file:
        pages = [page.extract_text() for page in pypdf.PdfReader(file).pages]
    number, text = next(
        (number, text)
        for number, text in enumerate(pages, 1)
        if text.count("Betrokken bewoners:15") == 2
    )
    first = text.index("Betrokken bewoners:15")
    second = text.index("Betrokken bewoners:15", first + 1)
    upper = draw_page(path, number, text, first, first + 21)
    lower = draw_page(path, number, text, second, second + 21)

    assert upper.boxes[-1].bottom < lower.boxes[0].top


@pytest.mark.parametrize("path", READABLE, ids=[path.stem for path in READABLE])
def test_quote_from_nearby_is_whole_and_larger(path: Path) -> None:
    for number, text, start, end in quotes(path)[:5]:
        whole, near = (draw(path, number, text, start, end) for draw in (draw_page, draw_quote))
        width, height = size(near)

        assert len(near.boxes) == len(whole.boxes)
        assert all(0 <= box.left < box.right <= width for box in near.boxes)
        assert all(0 <= box.top < box.bottom <= height for box in near.boxes)
        letters = [sum(box.right - box.left for box in each.boxes) for each in (whole, near)]
        assert letters[1] > 1.5 * letters[0]


def test_words_that_are_not_on_the_page_mark_nothing() -> None:
    path = SAMPLES / "voorbeeld-terugblik-2024.pdf"
    text = "Deze woorden staan nergens in dit rapport, ook niet bijna."

    assert draw_page(path, 1, text, 0, len(text)).boxes == ()


def test_page_that_is_not_there_is_named_in_the_error() -> None:
    with pytest.raises(IndexError, match=r"voorbeeld-terugblik-2024.pdf: page 99 asked for"):
        draw_page(SAMPLES / "voorbeeld-terugblik-2024.pdf", 99, "", 0, 0)
