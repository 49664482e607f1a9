"""A report that breaks the library that draws pages costs its own picture, and nothing else."""

import json
import os
import signal
import time
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.plain_data import as_plain
from ingest.span import Span
from tests.conftest import SAMPLES
from ui.drawing_desk import DrawingDesk, DrawingError
from ui.page_drawing import Drawing, draw_page

REPORT = SAMPLES / "voorbeeld-terugblik-2024.pdf"
HUGE = 14_400  # points: five metres, the longest side that PDF allows


@pytest.fixture
def desk():
    made = DrawingDesk()
    yield made
    made.stop()


def pid(desk: DrawingDesk) -> int:
    desk.start()
    assert desk._process is not None
    return desk._process.pid


def test_a_page_is_the_same_from_the_other_process(desk) -> None:
    text = "Terugblik 2024"

    assert desk.draw(REPORT, 1, text, Span(0, len(text))) == draw_page(
        REPORT, 1, text, 0, len(text)
    )
    assert desk.draw(REPORT, 1, text, Span(0, 0)).boxes == ()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="/proc tells of the fence")
def test_the_process_that_draws_is_behind_the_fence_and_has_a_bound(desk) -> None:
    desk.draw(REPORT, 1, "", Span(0, 0))
    status = Path(f"/proc/{pid(desk)}/status").read_text()
    limits = Path(f"/proc/{pid(desk)}/limits").read_text()

    assert "Seccomp:\t2\n" in status
    assert "Max address space" in limits
    assert str(2 * 1024**3) in limits


def test_a_page_of_five_metres_is_drawn_smaller(desk, tmp_path) -> None:
    """At the scale of other pages it took 10 GB, and with them the server."""
    page = Canvas(str(tmp_path / "groot.pdf"), pagesize=(HUGE, HUGE))
    page.drawString(100, 100, "De fietsles kostte 4.700 euro.")
    page.save()
    drawing = desk.draw(tmp_path / "groot.pdf", 1, "", Span(0, 0))

    assert len(drawing.jpeg) < 2_000_000


CAN_NOT = {
    "no PDF": (b"geen pdf", 1, "PdfiumError"),
    "no such page": (REPORT.read_bytes(), 99, "IndexError"),
    "a file that is not there": (None, 1, "FileNotFoundError"),
}


@pytest.mark.parametrize(("data", "number", "said"), CAN_NOT.values(), ids=CAN_NOT)
def test_what_can_not_be_drawn_is_said_and_the_next_page_is_drawn(
    desk, tmp_path, data, number, said
) -> None:
    path = tmp_path / "nota.pdf"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(DrawingError, match=rf"nota\.pdf, page {number}: {said}"):
        desk.draw(path, number, "", Span(0, 0))
    assert desk.draw(REPORT, 1, "", Span(0, 0)).jpeg


def test_a_process_that_died_is_replaced(desk) -> None:
    first = pid(desk)
    os.kill(first, signal.SIGKILL)
    while desk._process is not None and desk._process.poll() is None:
        time.sleep(0.01)

    assert desk.draw(REPORT, 1, "", Span(0, 0)).jpeg
    assert pid(desk) != first


@pytest.mark.parametrize(
    "bounds",
    [pytest.param({"seconds": 0.0}, id="time"), pytest.param({"memory": 50 << 20}, id="memory")],
)
def test_what_takes_too_much_is_given_up(bounds) -> None:
    tight = DrawingDesk(**bounds)
    with pytest.raises(DrawingError, match=r"voorbeeld-terugblik-2024\.pdf, page 1"):
        tight.draw(REPORT, 1, "", Span(0, 0))
    tight.stop()


GOOD = Drawing(b"\xff\xd8\xff", 1, 1, ())
SENT = {
    "no JSON": b"\x80\x05cos\nsystem\n",
    "another thing": b'{"jpeg": 1}',
    "no picture": json.dumps(as_plain(Drawing(b"<svg onload=alert(1)>", 1, 1, ()))).encode(),
    "a page of words": json.dumps([as_plain(GOOD)[0], "een", 1, []]).encode(),  # type: ignore[index]
    "nested without end": b"[" * 1_000_000,
}


@pytest.mark.parametrize("sent", SENT.values(), ids=SENT)
def test_a_drawing_process_that_was_taken_over_is_not_believed(desk, monkeypatch, sent) -> None:
    monkeypatch.setattr("ui.drawing_desk.receive", lambda _: sent)
    with pytest.raises(DrawingError, match=r"page 1: (no drawing came|what came is no JPEG)"):
        desk.draw(REPORT, 1, "", Span(0, 0))
