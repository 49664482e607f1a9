"""A file is read the same on a busy machine as on a quiet one, and a page that hangs is left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableReport
from ingest.find import find_sources
from ingest.limits import Limits
from ingest.parse import parse_report
from ingest.report import Health
from ingest.time_limit import TooSlow, time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="POSIX only")

_LONG = 600.0  # seconds that no test takes: this limit is not the one that is tried


def _works_for(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_work_that_takes_too_much_of_the_processor_is_given_up() -> None:
    with pytest.raises(TooSlow, match=r"^$"), time_limit(0.05, _LONG):
        _works_for(_LONG)


def test_what_waits_for_a_busy_machine_is_not_given_up() -> None:
    with time_limit(0.2, _LONG):
        time.sleep(0.4)


def test_what_hangs_without_working_is_given_up_by_the_clock() -> None:
    with pytest.raises(TooSlow, match=r"^$"), time_limit(_LONG, 0.05):
        time.sleep(_LONG)


def test_the_handlers_of_before_are_put_back() -> None:
    before = signal.getsignal(signal.SIGPROF), signal.getsignal(signal.SIGALRM)

    with time_limit(_LONG, _LONG):
        pass

    assert (signal.getsignal(signal.SIGPROF), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_PROF)[0] == signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_page_is_read_alike_beside_other_work(tmp_path: Path) -> None:
    path = tmp_path / "zwaar.pdf"
    _heavy_page(path)
    source = find_sources((path,))[0]
    began = time.process_time()
    parse_report(source, Limits())
    needs = time.process_time() - began
    limits = Limits(page_seconds=3 * needs + 0.5)

    busy = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(4 * (os.cpu_count() or 1))
    ]
    try:
        report = parse_report(source, limits)
    finally:
        for process in busy:
            process.kill()
            process.wait()

    assert [page.health for page in report.pages] == [Health.READ]


def test_a_page_over_its_share_of_the_processor_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "zwaar.pdf"
    _heavy_page(path)

    with pytest.raises(UnreadableReport, match=r"zwaar\.pdf is beschadigd of te zwaar"):
        parse_report(find_sources((path,))[0], Limits(page_seconds=0.01))


def _heavy_page(path: Path) -> None:
    """Print a page whose map of many strokes takes a reader some tenths of a second."""
    canvas = Canvas(str(path))
    canvas.drawString(72, 760, "De gemeente legt in deze wijk een park aan met veel paden.")
    for number in range(8_000):
        canvas.line(72 + number % 400, 100, 73 + number % 400, 700)
    canvas.showPage()
    canvas.save()
