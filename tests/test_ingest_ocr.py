"""A scan can be read where text recognition is installed and switched on, and says that it was."""

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from answer.engine import Engine
from ingest.errors import RaadsbronError, UnreadableReport
from ingest.find import find_sources
from ingest.limits import OCR_LIMITS
from ingest.ocr_engine import check_ocr
from ingest.read import read_report
from ingest.report import Health, Report
from store.build import ingest
from store.settings import Settings
from tests.conftest import REAL, SAMPLES
from tests.scans import scan_of, stamped
from tests.store_parts import TinyEncoder, index_of, settings_in

_PAGE = 4  # of the sample report: the rows of fall prevention


@pytest.fixture(scope="module")
def scan(tmp_path_factory) -> Report:
    """Return one page of a sample report, printed as a picture and read by OCR."""
    path = tmp_path_factory.mktemp("scan") / "scan.pdf"
    scan_of(SAMPLES / "voorbeeld-terugblik-2024.pdf", (_PAGE,), path)
    return read_report(find_sources((path,))[0], OCR_LIMITS)


@pytest.fixture(scope="module")
def original() -> Report:
    """Return the sample report that was printed."""
    return read_report(find_sources((SAMPLES / "voorbeeld-terugblik-2024.pdf",))[0])


@pytest.mark.ocr
def test_a_scanned_page_gives_the_figures_of_the_printed_one(scan, original) -> None:
    rows = {(f.value, f.label) for f in original.figures if f.page == f.page_end == _PAGE}
    read = {(f.value, f.label) for f in scan.figures}

    assert len(rows) >= 5
    assert len(rows & read) >= 0.8 * len(rows)
    assert {value for value, _ in read} <= {f.value for f in original.figures}


@pytest.mark.ocr
def test_what_was_recognised_is_marked_and_quoted_as_it_was_read(scan) -> None:
    assert [page.health for page in scan.pages] == [Health.OCR]
    assert any("tekstherkenning (OCR)" in notice for notice in scan.notices)
    for figure in scan.figures:
        assert scan.quote(figure.amount) == figure.printed
        assert scan.quote(figure.span).startswith(figure.printed)


@pytest.mark.ocr
def test_an_answer_from_a_scan_carries_a_warning(scan, tmp_path) -> None:
    with index_of(tmp_path, scan) as index:
        engine = Engine(index, TinyEncoder(), Settings(store=tmp_path, model="tiny"))
        answer = engine.ask("Hoeveel ging er naar Fysiotherapie op motoriekroute Schelfhorst?")

    assert answer.value == 1_000
    assert any("tekstherkenning (OCR)" in note and "Bladzijde 1" in note for note in answer.notes)


@pytest.mark.ocr
def test_the_real_scan_gives_the_rows_that_are_printed_on_it() -> None:
    if not REAL.is_dir():
        return  # the sample above is all there is on a clone
    scan = read_report(find_sources((REAL / "terugblik-2024-scan.pdf",))[0], OCR_LIMITS)
    printed = read_report(find_sources((REAL / "terugblik-2024.pdf",))[0])

    on_it = {f.value for f in printed.figures if (f.page or 0) <= len(scan.pages)}
    read = {f.value for f in scan.figures}
    assert read <= on_it
    assert len(read) >= 0.8 * len(on_it)


@pytest.mark.ocr
def test_a_scan_that_was_refused_goes_in_once_recognition_is_on(tmp_path) -> None:
    folder = tmp_path / "rapporten"
    folder.mkdir()
    scan_of(SAMPLES / "voorbeeld-terugblik-2024.pdf", (_PAGE,), folder / "scan.pdf")
    off = settings_in(tmp_path)
    on = Settings(off.store, off.model, off.cache, ocr=True)

    refused = ingest([folder], off, TinyEncoder())
    taken = ingest([folder], on, TinyEncoder())
    again = ingest([folder], on, TinyEncoder())

    assert "tekstherkenning" in refused.failed[0].reason
    assert (taken.added, again.unchanged) == (("scan",), ("scan",))


def test_a_scan_is_refused_while_recognition_is_off(tmp_path) -> None:
    path = scan_of(SAMPLES / "voorbeeld-terugblik-2024.pdf", (1,), tmp_path / "scan.pdf")

    with pytest.raises(UnreadableReport, match="is een scan zonder tekst"):
        read_report(find_sources((path,))[0])


def test_a_missing_tesseract_is_said_with_what_to_install(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(RaadsbronError, match="apt install tesseract-ocr tesseract-ocr-nld"):
        check_ocr()


def test_nothing_is_read_in_when_recognition_is_on_and_missing(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    settings = Settings(tmp_path / "index", "tiny", tmp_path, ocr=True)

    with pytest.raises(RaadsbronError, match="Tesseract is niet gevonden"):
        ingest([tmp_path], settings, TinyEncoder())


@pytest.mark.parametrize(
    ("value", "on"), [("ja", True), ("1", True), ("AAN", True), ("nee", False), ("", False)]
)
def test_recognition_is_switched_on_by_name(value, on) -> None:
    assert Settings.from_env({"RAADSBRON_OCR": value}).ocr is on


def test_a_scan_with_a_stamp_on_it_is_still_a_scan(tmp_path) -> None:
    scan = scan_of(SAMPLES / "voorbeeld-terugblik-2024.pdf", (4,), tmp_path / "scan.pdf")
    path = stamped(scan, "Ontvangen 12 maart 2025, zaaknummer 2025-0117", tmp_path / "s.pdf")

    with pytest.raises(UnreadableReport, match="is een scan zonder tekst"):
        read_report(find_sources((path,))[0])


def test_a_cover_with_a_photo_and_a_title_is_no_scan(tmp_path) -> None:
    photo = Image.effect_noise((600, 850), 80).convert("L").point(lambda value: value // 2)
    page = Canvas(str(tmp_path / "voorkant.pdf"), pagesize=A4)
    page.drawImage(ImageReader(photo), 0, 0, *A4)
    page.setFillColorRGB(1, 1, 1)
    page.setFont("Helvetica-Bold", 30)
    page.drawString(60, 700, "Jaarstukken 2024")
    page.showPage()
    page.save()

    report = read_report(find_sources((tmp_path / "voorkant.pdf",))[0])

    assert [page.health for page in report.pages] == [Health.READ]
    assert report.text.strip() == "Jaarstukken 2024"
