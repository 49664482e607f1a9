"""Small files that tests of reading make, and the reports that they read."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.find import find_sources
from ingest.limits import Limits
from ingest.parse import parse_report
from ingest.read import read_report
from ingest.report import Report

PROSE = (
    "De gemeente Lindervoort gaf in dat jaar geld uit aan sport en bewegen voor ouderen.",
    "Er deden veel inwoners mee aan de lessen in de wijk, ook op de zaterdag.",
)
SECRET = "Geheim: valpreventie kostte 999.000 euro."


def read_file(path: Path) -> Report:
    """Return the report in one file."""
    return read_report(find_sources((path,))[0])


def parse_file(path: Path) -> Report:
    """Return the report in one file, read in this process: quick where nothing is hostile."""
    return parse_report(find_sources((path,))[0], Limits())


def canvas(path: Path) -> Canvas:
    """Return a canvas of one page on which `PROSE` stands."""
    page = Canvas(str(path), pagesize=A4, invariant=True)
    page.setFont("Helvetica", 11)
    for number, sentence in enumerate(PROSE):
        page.drawString(70, 780 - 16 * number, sentence)
    return page


def print_pdf(path: Path) -> Path:
    """Print a PDF with `PROSE` and return its path."""
    page = canvas(path)
    page.showPage()
    page.save()
    return path
