"""The thirty budget rows of the real terugblik (section, euros, label), and a way to print them."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

# The name in brackets is the report's; what stands behind it is ours, and as long.
ABCD = (
    "ABCD (asset based community development)-aanpak: bewoners kiezen zelf wat hun straat nodig "
    "heeft, en beginnen daarbij met wat zij al kunnen, graag doen en samen hebben, voordat er hulp "
    "van buiten komt (zie ook het plan voor de wijken)."
)
ROWS = (
    ("2.1", 60_000, "Lokaal sportakkoord"),
    ("2.1", 460_000, "Brede Regeling Combinatiefuncties"),
    ("2.2", 20_000, "Nationale diabeteschallenge (NDC)"),
    ("2.2", 10_000, "Zorgkrant ( ook deels gefinancierd uit valpreventie)"),
    ("2.2", 3_000, "Jongerenrestaurant / klupfit De Riet"),
    ("2.2", 46_000, "Inzet Avedan"),
    ("2.3", 79_000, "Project kansrijke start"),
    ("2.3", 45_000, "jongemoederwerk"),
    ("2.4", 7_000, "JIM (je eigen mentor) en jeugdhuis"),
    ("2.4", 19_000, "Ervaringsdeskundigheid"),
    ("2.5", 23_000, "Netwerkontwikkeling en bijeenkomsten"),
    ("2.5", 18_000, "Duo-fietsen"),
    ("2.5", 32_000, "JOGG"),
    ("2.6", 57_000, "Buurtsportcoach volwassenen, leefstijlmakelaar en bewegen in wijkkamers"),
    ("2.6", 1_000, "Fysiotherapie op motoriekroute Schelfhorst"),
    ("2.6", 45_000, "inzet Avedan"),
    ("2.6", 12_000, "inzet De Klup"),
    ("2.6", 26_000, "Kwartiermaker /projectleiding valpreventie"),
    ("2.6", 74_000, "Fysiocollectief Almelo"),
    ("2.6", 13_000, "Informatie aan en informatiemateriaal voor inwoners"),
    ("2.7", 50_000, ABCD),
    ("2.8", 19_000, "Kinderen naar gezond gewicht"),
    ("2.9", 63_000, "Leeflab"),
    ("2.9", 38_000, "Veerkrachtcoach"),
    ("2.9", 26_000, "Steunouders"),
    ("2.9", 25_000, "Twents zilver"),
    ("2.9", 14_000, "ABCD"),
    ("2.10", 50_000, "Mantelzorg"),
    ("2.11", 63_000, "Kom er bij Almelo"),
    ("2.12", 49_000, "Welzijn op recept"),
)


WORDS = "mensen uit de wijk kregen hulp van een coach en gaan vaker naar buiten dan eerst".split()


def explanation(index: int) -> str:
    """Return a made-up explanation of row ``index``, some short, some half a page high."""
    count = 12 + index * 67 % 190
    words = [WORDS[(index + 7 * i + i * i) % len(WORDS)] for i in range(count)]
    return " ".join(words).capitalize() + f" in 2024, met {count} deelnemers."


def print_rows(path: Path, header: tuple[str, str, str], *, repeat: bool) -> None:
    """Print the rows as ruled tables, a heading above each, rows broken over pages."""
    style = getSampleStyleSheet()
    small = ParagraphStyle("cell", parent=style["BodyText"], fontSize=9, leading=11)
    story: list[Flowable] = [Paragraph("2. Activiteiten en resultaten 2024", style["Heading1"])]
    for number in dict.fromkeys(section for section, _, _ in ROWS):
        story += [Paragraph(f"{number} Onderdeel {number}", style["Heading2"]), Spacer(1, 6)]
        cells = [list(header)]
        for index, (section, amount, label) in enumerate(ROWS):
            if section == number:
                printed = f"{amount:,}".replace(",", ".")
                cells.append(
                    [printed, Paragraph(label, small), Paragraph(explanation(index), small)]
                )
        table = Table(
            cells, colWidths=(2 * cm, 4 * cm, 10 * cm), repeatRows=int(repeat), splitInRow=1
        )
        table.setStyle(
            TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            )
        )
        story.append(table)
    SimpleDocTemplate(str(path), pagesize=A4, title="Terugblik 2024").build(
        story, onFirstPage=_footer, onLaterPages=_footer
    )


def _footer(canvas: object, document: object) -> None:
    canvas.drawString(2 * cm, 1.2 * cm, f"Bladzijde {document.page}")  # type: ignore[attr-defined]
