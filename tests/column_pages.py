"""Pages in columns, drawn the ways in which programs that make PDFs draw them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

STORY = (
    "Op het plein bij de oude haven staat sinds dit voorjaar een houten podium dat de buurt zelf "
    "heeft gebouwd.",
    "Wie er wil optreden, schrijft zich in bij de beheerder en krijgt een middag toegewezen.",
    "De eerste maanden kwamen vooral koren en harmonieën langs, later ook scholen met een "
    "toneelstuk over de dijk.",
    "Omwonenden klaagden in het begin over het geluid, waarna is afgesproken dat de versterkers om "
    "negen uur uitgaan.",
    "In de zomer werd het podium een vaste plek voor de weekmarkt, omdat kooplieden er hun waar "
    "droog konden houden.",
    "De kinderraad stelde voor om er een bibliotheekkast bij te zetten die door vrijwilligers "
    "wordt gevuld.",
    "Dat voorstel kreeg steun van de winkeliers, die samen het hout en de verf betaalden.",
    "Ondertussen begon aan de overkant van het water het werk aan een nieuw pad voor wandelaars en "
    "mensen met een rolstoel.",
    "Het pad loopt langs de sluis en eindigt bij het station, zodat reizigers niet meer over de "
    "drukke weg hoeven.",
    "Een landschapsarchitect tekende banken op elke bocht en liet de wilgen staan.",
    "Tijdens de bouw vonden de gravers resten van een steenbakkerij, die nu onder glas te zien "
    "zijn.",
    "Een gids vertelt daar elke zaterdag hoe de stenen per schip naar de stad gingen.",
    "Ook de dierenarts uit het dorp doet mee en legt uit welke vogels er broeden.",
    "Voor de winter is een plan gemaakt met lampen die pas aangaan als er iemand langsloopt.",
    "Zo blijft het donker voor de vleermuizen en veilig voor wie laat van zijn werk komt.",
    "De wethouder noemde het pad bij de opening een voorbeeld van wat bewoners samen kunnen maken.",
)
"""Sentences that no column holds on one line."""

HEADS = ("Een podium en een pad voor iedereen in het dorp aan het water",)
SIZE, PITCH, TOP = 9.0, 12.0, 760.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where columns stand: their left edges and their width in points; ``drop`` lowers each."""

    lefts: tuple[float, ...] = (60.0, 310.0)
    width: float = 225.0
    drop: float = 0.0

    def place(self, column: int, line: int, top: float) -> tuple[float, float]:
        """Return where a line of a column starts."""
        return self.lefts[column], top - PITCH * line - self.drop * column


TWO = Layout()
SHIFTED = Layout(drop=3.0)
THREE = Layout((50.0, 220.0, 390.0), 150.0)


def new_page(path: Path) -> Canvas:
    """Return a canvas of one A4 page that draws the same bytes every time."""
    page = Canvas(str(path), pagesize=A4, invariant=True)
    page.setFont("Helvetica", SIZE)
    return page


def columns_of(sentences: Sequence[str], layout: Layout) -> list[list[str]]:
    """Return the lines of each column: one text that runs on from column to column."""
    lines = simpleSplit(" ".join(sentences), "Helvetica", SIZE, layout.width)
    height = -(-len(lines) // len(layout.lefts))
    return [lines[at : at + height] for at in range(0, len(lines), height)]


def by_line(columns: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield column, line and text from side to side."""
    for number, row in enumerate(zip_longest(*columns)):
        yield from ((column, number, text) for column, text in enumerate(row) if text)


def by_column(columns: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield column, line and text column after column."""
    for column, lines in enumerate(columns):
        yield from ((column, number, text) for number, text in enumerate(lines))


def draw_lines(page: Canvas, columns: Sequence[Sequence[str]], layout: Layout, top: float) -> float:
    """Draw columns from side to side, a line at a time; return the height below them."""
    for column, line, text in by_line(columns):
        page.drawString(*layout.place(column, line, top), text)
    return _below(columns, top)


def draw_columns(
    page: Canvas, columns: Sequence[Sequence[str]], layout: Layout, top: float
) -> float:
    """Draw columns one after the other; return the height below them."""
    for column, line, text in by_column(columns):
        page.drawString(*layout.place(column, line, top), text)
    return _below(columns, top)


def draw_words(page: Canvas, columns: Sequence[Sequence[str]], layout: Layout, top: float) -> float:
    """Draw justified columns from side to side, a word at a time; return the height below them."""
    for column, line, text in by_line(columns):
        left, height = layout.place(column, line, top)
        words = text.split()
        full = sum(stringWidth(word, "Helvetica", SIZE) for word in words)
        last = line == len(columns[column]) - 1 or len(words) == 1
        space = 2.5 if last else (layout.width - full) / (len(words) - 1)
        for word in words:
            page.drawString(left, height, word)
            left += stringWidth(word, "Helvetica", SIZE) + space
    return _below(columns, top)


def draw_rows(page: Canvas, columns: Sequence[Sequence[str]], layout: Layout, top: float) -> float:
    """Draw each row of print in one go, its columns parted by blanks; return the height below."""
    text = page.beginText()
    text.setFont("Courier", 7)
    blank = stringWidth(" ", "Courier", 7)
    for number, row in enumerate(zip_longest(*columns, fillvalue="")):
        printed = ""
        for left, part in zip(layout.lefts, row, strict=False):
            printed = printed.ljust(round((left - layout.lefts[0]) / blank)) + part
        text.setTextOrigin(layout.lefts[0], top - PITCH * number)
        text.textOut(printed)
    page.drawText(text)
    page.setFont("Helvetica", SIZE)
    return _below(columns, top)


def _below(columns: Sequence[Sequence[str]], top: float) -> float:
    return top - PITCH * (max(map(len, columns)) + 1)
