"""A hostile report that takes over what reads it can neither do harm nor speak for another."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import UnreadableReport
from ingest.find import find_sources
from ingest.limits import OCR_LIMITS, Limits
from ingest.plain_data import as_plain, from_plain
from ingest.read import read_report
from ingest.report import Figure, Report
from ingest.report_check import report_flaw
from ingest.sandbox import Sandbox, read_answer
from ingest.source import Source
from ingest.span import Span
from store.samples import SAMPLE_FOLDER
from tests.cli_parts import ROOT
from tests.reading_parts import print_pdf

TRY = """
import os, pathlib, socket, subprocess, sys, threading
from ingest.fence import raise_fence

if not raise_fence(programs=sys.argv[2] == "programs"):
    print("no fence here")
    sys.exit()
try:
    exec(sys.argv[1])
except PermissionError:
    print("refused")
else:
    print("done")
"""
HARM = {
    "call out": "socket.create_connection(('127.0.0.1', 9))",
    "listen": "socket.socket().bind(('127.0.0.1', 0))",
    "talk to another program": "socket.socket(socket.AF_UNIX).connect('/run/x')",
    "start a program": "subprocess.run(['true'])",
    "start it the other way": "os.posix_spawn('/bin/true', ['true'], {})",
    "become a program": "os.execv('/bin/true', ['true'])",
    "double itself": "os.fork()",
    "write a file": "open('new.txt', 'w')",
    "write behind a file": "open('old.txt', 'a')",
    "empty a file": "os.truncate('old.txt', 0)",
    "delete a file": "os.unlink('old.txt')",
    "rename a file": "os.rename('old.txt', 'new.txt')",
    "make a folder": "os.mkdir('folder')",
    "make a link": "os.symlink('/', 'link')",
    "change rights": "os.chmod('old.txt', 0o777)",
    "stop its starter": "os.kill(os.getppid(), 0)",
}
NO_HARM = {
    "read a file": "assert open('old.txt').read() == 'old'",
    "look into a folder": "assert os.listdir('.') == ['old.txt']",
    "start a thread": "t = threading.Thread(target=print); t.start(); t.join()",
    "map memory": "import mmap; mmap.mmap(-1, 1 << 20)",
}
WITH_PROGRAMS = {
    "call out": ("socket.create_connection(('127.0.0.1', 9))", "refused"),
    "call out by a program": (
        "assert subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'],"
        " stderr=subprocess.DEVNULL).returncode == 1",
        "done",
    ),
    "start a program": ("subprocess.run(['true'], check=True)", "done"),
    "write a file": ("open('new.txt', 'w').close()", "done"),
}


def tried(code: str, folder: Path, fence: str = "whole") -> str:
    """Return what came of ``code`` behind the fence: "refused" or "done"."""
    (folder / "old.txt").write_text("old")
    command = [sys.executable, "-c", TRY, code, fence]
    done = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = done.stdout.split()
    if said == ["no", "fence", "here"]:
        pytest.skip("NOT TRIED: no fence on this system (Linux on x86-64 or ARM has one)")
    assert said, done.stderr
    return said[-1]


@pytest.mark.parametrize("code", HARM.values(), ids=HARM)
def test_behind_the_fence_no_harm_can_be_done(tmp_path, code) -> None:
    assert tried(code, tmp_path) == "refused"
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]
    assert (tmp_path / "old.txt").read_text() == "old"


@pytest.mark.parametrize("code", NO_HARM.values(), ids=NO_HARM)
def test_behind_the_fence_reading_goes_on(tmp_path, code) -> None:
    assert tried(code, tmp_path) == "done"


@pytest.mark.parametrize(("code", "said"), WITH_PROGRAMS.values(), ids=WITH_PROGRAMS)
def test_with_text_recognition_there_is_no_network_still(tmp_path, code, said) -> None:
    assert tried(code, tmp_path, "programs") == said


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="/proc tells of the fence")
@pytest.mark.parametrize("limits", [Limits(), OCR_LIMITS], ids=["plain", "with recognition"])
def test_the_process_that_reads_is_behind_the_fence(tmp_path, limits) -> None:
    (source,) = find_sources((print_pdf(tmp_path / "a.pdf"),))
    with Sandbox(limits) as sandbox:
        assert sandbox.read(source).text
        process = sandbox._process
        assert process is not None
        status = Path(f"/proc/{process.pid}/status").read_text()

    facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert (facts["Seccomp"], facts["NoNewPrivs"]) == ("2", "1")


@pytest.fixture(scope="module")
def read() -> tuple[Source, Report]:
    """Return a file and the report that was read from it."""
    source = find_sources((SAMPLE_FOLDER,))[0]
    return source, read_report(source)


def test_a_report_comes_back_as_it_went(read) -> None:
    source, report = read
    sent = json.dumps(as_plain(report)).encode()

    assert report.figures
    assert read_answer(sent, source, Limits()) == report
    assert read_answer(b'"a.pdf is leeg."', source, Limits()) == "a.pdf is leeg."
    assert from_plain(Limits, json.loads(json.dumps(as_plain(OCR_LIMITS)))) == OCR_LIMITS
    assert from_plain(Source, json.loads(json.dumps(as_plain(source)))) == source


def part(report: Report, name: str, **changes: Any) -> Report:
    """Return the report with its first part of that name changed."""
    first, *rest = getattr(report, name)
    return replace(report, **{name: (replace(first, **changes), *rest)})


BEHIND = Span(0, 10_000_000)
LIES: dict[str, tuple[Callable[[Report], Report], str]] = {
    "another report": (lambda r: replace(r, id="begroting-2024"), "another file"),
    "another file": (lambda r: replace(r, file_name="begroting.pdf"), "another file"),
    "other bytes": (lambda r: replace(r, sha256="0" * 64), "another file"),
    "too much text": (lambda r: replace(r, text="x" * 20_000_001), "longer than may be"),
    "a page behind the text": (lambda r: part(r, "pages", span=BEHIND), "behind its text"),
    "a section behind the text": (lambda r: part(r, "sections", span=BEHIND), "behind its text"),
    "a figure behind the text": (lambda r: part(r, "figures", amount=BEHIND), "behind its text"),
    "a number twice": (lambda r: part(r, "sentences", index=1), "numbered"),
    "a section in itself": (lambda r: part(r, "sections", parent=0), "not there"),
    "a figure of no section": (lambda r: part(r, "figures", section=999), "not there"),
    "a sentence of no row": (lambda r: part(r, "sentences", figure=999), "not there"),
}


@pytest.mark.parametrize(("lie", "said"), LIES.values(), ids=LIES)
def test_a_reading_process_that_lies_is_not_believed(read, lie, said) -> None:
    source, report = read
    assert report_flaw(report, source, Limits().characters) == ""

    with pytest.raises(ValueError, match=said):
        read_answer(json.dumps(as_plain(lie(report))).encode(), source, Limits())


def field(report: Report, *path: str | int, value: object) -> bytes:
    """Return the report as it is sent, with one field of it changed."""
    names = list(Report.__dataclass_fields__)
    sent: Any = as_plain(report)
    at = sent
    places = [names.index(str(path[0])), *path[1:]]
    for place in places[:-1]:
        at = at[place]
    at[places[-1]] = value
    return json.dumps(sent).encode()


VALUE = list(Figure.__dataclass_fields__).index("value")
SENT: dict[str, tuple[Callable[[Report], bytes], str]] = {
    "nothing": (lambda _: b"", "Expecting value"),
    "no JSON": (lambda _: b"\x80\x05cos\nsystem\n", "utf-8|Expecting value"),
    "a number": (lambda _: b"3", "expected list, found int"),
    "an object": (lambda _: b'{"__class__": "os.system"}', "expected list, found dict"),
    "a field too few": (lambda r: json.dumps(as_plain(r)[:-1]).encode(), "shorter"),  # type: ignore[index]
    "a text that is a number": (lambda r: field(r, "text", value=1), "expected str, found int"),
    "a page that is yes": (lambda r: field(r, "pages", 0, 0, value=True), "expected int"),
    "a span that runs back": (lambda r: field(r, "pages", 0, 1, value=[5, 2]), "runs forward"),
    "a health of its own": (lambda r: field(r, "pages", 0, 3, value="fine"), "not a valid Health"),
    "an amount of words": (lambda r: field(r, "figures", 0, VALUE, value="veel"), "a number"),
    "no number": (lambda r: field(r, "figures", 0, VALUE, value="NaN"), "of a size"),
    "without end": (lambda r: field(r, "figures", 0, VALUE, value="Infinity"), "of a size"),
    "a billion digits": (lambda r: field(r, "figures", 0, VALUE, value="1e999999999"), "of a size"),
    "many digits": (lambda r: field(r, "figures", 0, VALUE, value="9" * 99), "at most 60"),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "said"), SENT.values(), ids=SENT)
def test_what_is_no_report_is_not_taken(read, sent, said) -> None:
    source, report = read
    with pytest.raises(ValueError, match=said):
        read_answer(sent(report), source, Limits())


def test_a_reason_is_never_longer_than_a_page_bears(read) -> None:
    source, _ = read
    assert len(read_answer(json.dumps("x" * 100_000).encode(), source, Limits())) == 1_000


def test_what_is_nested_without_end_is_no_report(read, monkeypatch) -> None:
    source, _ = read
    with Sandbox(Limits()) as sandbox:
        monkeypatch.setattr("ingest.sandbox.receive", lambda _: b"[" * 1_000_000)
        with pytest.raises(UnreadableReport, match="het lezen brak af"):
            sandbox.read(source)
