"""A broken, locked, huge or malicious file never stops the others: it is refused with a reason."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableReport
from ingest.find import find_sources
from ingest.limits import Limits
from ingest.read import read_report, read_reports
from ingest.report import Report
from ingest.sandbox import Sandbox
from tests.reading_parts import canvas, print_pdf, read_file

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def _scan(path: Path) -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    picture.seek(0)
    scan = Canvas(str(path))
    scan.drawImage(ImageReader(picture), 0, 0, 595, 842)
    scan.showPage()
    scan.save()


def _locked(path: Path) -> None:
    print_pdf(path)
    writer = PdfWriter(PdfReader(path))
    writer.encrypt("geheim")
    writer.write(path)


def _blank(path: Path) -> None:
    page = canvas(path)
    page._code.clear()
    page.showPage()
    page.save()


def _codes(path: Path) -> None:
    page = Canvas(str(path))
    for line in range(12):
        page.drawString(70, 700 - 14 * line, "/12/7/33/4/5 /8/16/22/3 /4/9/10/31 " * 2)
    page.showPage()
    page.save()


def _cut_off(path: Path) -> None:
    data = print_pdf(path).read_bytes()
    path.write_bytes(data[: len(data) // 4])


def _bytes(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def _no_word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.txt", "geen Word")


def _zip_bomb(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Een nota.")
    document.save(str(path))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", b"\0" * (301 * 1024**2))


REFUSED: tuple[tuple[str, str, Callable[[Path], object], str], ...] = (
    ("scan", "a.pdf", _scan, "scan zonder tekst.*tekstherkenning"),
    ("locked", "a.pdf", _locked, "met een wachtwoord beveiligd"),
    ("blank", "a.pdf", _blank, "is leeg: op geen bladzijde"),
    ("codes", "a.pdf", _codes, "zonder tekentabel"),
    ("cut off", "a.pdf", _cut_off, "beschadigd"),
    ("empty", "a.pdf", _bytes(b""), r"is leeg \(0 bytes\)"),
    ("text called pdf", "a.pdf", _bytes(b"gewoon tekst"), "is geen PDF, al heet het zo"),
    ("old Word", "a.docx", _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "oud Word"),
    ("zip called docx", "a.docx", _no_word, "geen Word-document"),
    ("broken zip", "a.docx", _bytes(b"PK\x03\x04 en verder niets"), "niet als Word-document"),
    ("zip bomb", "a.docx", _zip_bomb, "uitgepakt 301 MB"),
    ("white space", "a.txt", _bytes(b" \n\n "), "is leeg"),
    ("pdf called txt", "a.txt", _bytes(b"%PDF-1.7 ..."), "geen tekst, al heet het zo"),
    ("zeros called txt", "a.txt", _bytes(b"a\0b\0"), "geen tekst, al heet het zo"),
)


@pytest.mark.parametrize(
    ("name", "make", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_that_can_not_be_read_says_why_and_what_to_do(
    tmp_path: Path, name: str, make: Callable[[Path], object], reason: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(UnreadableReport, match=reason) as caught:
        read_file(tmp_path / name)
    assert str(caught.value).startswith(name)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(size=100), "gelezen wordt tot 0 MB"),
        (Limits(pages=0), "heeft 1 bladzijden; gelezen wordt tot 0"),
        (Limits(characters=10), "tekens; gelezen wordt tot 10"),
        (Limits(seconds=0.01), "kost meer dan 0 seconden"),
        (Limits(memory=30 * 1024**2), "geheugen"),
    ],
    ids=["bytes", "pages", "characters", "time", "memory"],
)
def test_a_file_over_a_limit_is_given_up(tmp_path: Path, limits: Limits, reason: str) -> None:
    source = find_sources((print_pdf(tmp_path / "a.pdf"),))[0]
    with pytest.raises(UnreadableReport, match=reason):
        read_report(source, limits)


def test_the_process_that_died_is_replaced(tmp_path: Path) -> None:
    source = find_sources((print_pdf(tmp_path / "a.pdf"),))[0]
    with Sandbox(Limits()) as sandbox:
        assert sandbox.read(source).text
        process = sandbox._process
        assert process is not None
        process.kill()
        process.wait()
        assert sandbox.read(source).text


def test_hundreds_of_damaged_files_end_in_a_report_or_a_reason(tmp_path: Path) -> None:
    chance = random.Random(2024)
    pdf = print_pdf(tmp_path / "goed.pdf").read_bytes()
    document = docx.Document()
    document.add_heading("1 Sport", 1)
    document.add_paragraph("De gemeente gaf geld aan sport.", style="List Number")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "12.000"
    document.save(str(tmp_path / "goed.docx"))
    word = _unpacked((tmp_path / "goed.docx").read_bytes())
    folder = tmp_path / "kapot"
    folder.mkdir()
    for number in range(160):
        (folder / f"{number:03}.pdf").write_bytes(_damaged(pdf, chance))
        (folder / f"{number:03}-w.docx").write_bytes(_damaged(word, chance))
    sources = find_sources((folder,))
    results = [result for _, result in read_reports(sources, Limits(seconds=30, page_seconds=5))]
    assert len(results) == len(sources) == 320
    assert all(isinstance(result, Report | UnreadableReport) for result in results)
    assert sum(isinstance(result, Report) for result in results) > 20


def _unpacked(data: bytes) -> bytes:
    """Return a zip file whose parts are stored as they are, so that damage reaches the XML."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target.getvalue()


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        place = chance.randrange(len(changed))
        kind = chance.randrange(4)
        if kind == 0:
            changed[place] = chance.randrange(256)
        elif kind == 1:
            del changed[place : place + chance.randrange(1, 40)]
        elif kind == 2:
            changed[place:place] = changed[place : place + chance.randrange(1, 200)]
        else:
            changed[place:place] = chance.choice((b"<<", b"[", b"9" * 30, b" 0 R", b"</w:p>", b"("))
    return bytes(changed)


def test_the_real_files_that_can_not_be_read_say_so() -> None:
    """Holds where the reports of others are at hand; the cases above need none of them."""
    others = SHARED / "reports-other"
    expected = {
        "plooi-kapot-bestand.pdf": "is geen PDF|beschadigd",
        "tk-bijlage-1007826-geentekst.pdf": "scan zonder tekst",
    }
    for name, reason in expected.items():
        if (others / name).exists():
            with pytest.raises(UnreadableReport, match=reason):
                read_file(others / name)
