"""Scans for the tests: pages of a sample report printed as pictures, and whether OCR is here."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HOW_TO_GET_OCR = (
    "Tests of text recognition were left out: no Tesseract with Dutch was found on this machine.",
    "Get it with: apt-get install tesseract-ocr tesseract-ocr-nld (Debian).",
)


def has_tesseract() -> bool:
    """Return whether Tesseract and its Dutch data are on this machine."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    said = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "nld" in said.stdout.split()


def scan_of(report: Path, pages: tuple[int, ...], to: Path) -> Path:
    """Print ``pages`` (from 1) of a PDF as pictures without a letter of text; return ``to``."""
    document = pdfium.PdfDocument(report)
    scan = Canvas(str(to), invariant=True)
    for number in pages:
        page = document[number - 1]
        width, height = page.get_size()
        picture = io.BytesIO()
        page.render(scale=200 / 72, grayscale=True).to_pil().save(picture, "PNG")
        picture.seek(0)
        scan.setPageSize((width, height))
        scan.drawImage(ImageReader(picture), 0, 0, width, height)
        scan.showPage()
    scan.save()
    document.close()
    return to


def stamped(scan: Path, words: str, to: Path) -> Path:
    """Print ``words`` over the first page of a scan; return ``to``."""
    page = Canvas(str(to.with_suffix(".stamp.pdf")), invariant=True)
    page.drawString(350, 815, words)
    page.showPage()
    page.save()
    writer = PdfWriter(clone_from=scan)
    with to.with_suffix(".stamp.pdf").open("rb") as file:
        writer.pages[0].merge_page(PdfReader(file).pages[0])
    writer.write(to)
    to.with_suffix(".stamp.pdf").unlink()
    return to
