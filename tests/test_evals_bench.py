"""I need figures on speed that I can trust."""

import argparse
import json
import re
from itertools import pairwise

import numpy as np
import pytest

from answer import engine as engine_module
from answer.engine import Engine
from evals.bench import __main__ as bench
from evals.bench import peers
from evals.bench.__main__ import main, result_table
from evals.bench.child import run_child
from evals.bench.filler import filler_reports
from evals.bench.filler_vectors import FillerEncoder
from evals.bench.pdf_chunks import pdf_chunks
from evals.bench.peers import EXTRA, Compared, compare_peers, compared, missing_peers
from evals.bench.stages import stage_shares
from ingest.errors import RaadsbronError
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.build import ingest
from store.encoder import Encoder
from store.index import Index, open_index
from store.settings import Settings
from tests.conftest import SAMPLES
from tests.store_parts import TinyEncoder as StemEncoder

QUESTIONS = (
    "Hoeveel ging er naar valpreventie?",
    "Welk onderdeel kreeg het meeste geld bij sport?",
    "Wie voert de sociale prestatie uit?",
    "Hoeveel kreeg het lokale sportakkoord in totaal?",
    "Waarom is er een Twentse Koers?",
    "Wat verdient de burgemeester?",
)


@pytest.fixture(scope="module")
def samples() -> tuple[Report, ...]:
    return tuple(r for _, r in read_reports(find_sources((SAMPLES,))) if isinstance(r, Report))


@pytest.fixture(scope="module")
def store(tmp_path_factory, tiny_encoder: Encoder) -> Settings:
    settings = Settings(store=tmp_path_factory.mktemp("bench") / "store", model="tiny")
    ingest([SAMPLES], settings, tiny_encoder)
    return settings


@pytest.fixture(scope="module")
def index(store: Settings):
    with open_index(store.store) as opened:
        yield opened


def test_stages_add_up_and_leave_no_clock_behind(index: Index, store) -> None:
    encoder = StemEncoder()  # may be changed, which the shared one may not
    engine = Engine(index, encoder, store)
    search, find = index.search, engine_module.find
    shares = stage_shares(index, encoder, engine, QUESTIONS)
    assert sum(share.percent for share in shares) == pytest.approx(100)
    assert {"encode", "find", "understand", "views", "compose"} <= {s.stage for s in shares}
    assert all(share.ms_per_question > 0 for share in shares)
    assert [s.ms_per_question for s in shares] == sorted(
        (s.ms_per_question for s in shares), reverse=True
    )
    assert (index.search, engine_module.find) == (search, find)


def test_filler_is_the_same_each_time_and_of_another_place(samples) -> None:
    once = tuple(filler_reports(samples, 0, 5))
    assert once == tuple(filler_reports(samples, 0, 5))
    assert once[3:] == tuple(filler_reports(samples, 3, 2))
    for report in once:
        assert "Lindervoort" not in report.text
        assert re.search(r"^# \w+ 20\d\d gemeente \w+", report.text)


def test_filler_is_read_as_a_report_is(samples, tmp_path) -> None:
    for report in filler_reports(samples, 1, 1):
        (tmp_path / report.file_name).write_text(report.text, encoding="utf-8")
    read = [r for _, r in read_reports(find_sources((tmp_path,))) if isinstance(r, Report)]
    assert len(read) == 1
    assert read[0].year
    assert len(read[0].sections) > 20
    assert len(read[0].figures) > 20
    assert 40 < len(read[0].passages) < 90


def test_filler_vectors_lie_around_real_ones(tiny_encoder: Encoder) -> None:
    real = tiny_encoder.encode_passages(["de speelbus", "de kookclub", "het zwembad"])
    encoder = FillerEncoder("tiny", real)
    texts = ["12.000 naar de bus", "13.000 naar de bus", "iets anders"]
    rows = encoder.encode_passages(texts)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.array_equal(rows, encoder.encode_passages(texts))
    assert ((rows @ real.T).max(axis=1) > 0.8).all()
    near = [int(np.argmax(real @ row)) for row in rows]
    assert near[0] == near[1], "texts that differ in figures lie around the same vector"
    assert encoder.seconds > 0


def test_a_child_is_measured_apart() -> None:
    child = run_child(("-c", "x = bytearray(90_000_000); print('{\"seen\": 3}')"))
    assert child.peak > 85
    assert child.said() == {"seen": 3}
    assert 0 < child.cpu < 30
    assert child.seconds > 0


def test_a_child_that_fails_says_why() -> None:
    with pytest.raises(RaadsbronError, match=r"exit code 1, expected \(0,\).*no such thing"):
        run_child(("-c", "raise SystemExit('no such thing')"))


def test_peers_read_each_page_in_overlapping_chunks() -> None:
    chunks = pdf_chunks(SAMPLES)
    assert {chunk.source for chunk in chunks} == {path.name for path in SAMPLES.glob("*.pdf")}
    assert {chunk.page for chunk in chunks} == set(range(1, max(c.page for c in chunks) + 1))
    assert max(len(chunk.text) for chunk in chunks) <= 800
    pairs = [(a, b) for a, b in pairwise(chunks) if (a.source, a.page) == (b.source, b.page)]
    assert any(a.text[-40:].strip() in b.text for a, b in pairs)


# Both steps in one process, as loading takes most of the time.
INDEX_AND_ASK = """
import sys
from evals.bench.step import main
store, folder, question = sys.argv[2:]
main(["index", sys.argv[1], store, folder])
main(["ask", sys.argv[1], store, question])
main(["warm", sys.argv[1], store, question, "xyzzy"])
"""


@pytest.mark.parametrize("name", [EXTRA[0], pytest.param(EXTRA[1], marks=pytest.mark.model)])
def test_peer_of_the_extra_indexes_and_answers(name, tmp_path) -> None:
    if name in missing_peers():
        pytest.skip("needs what comes with the extra 'peers'")
    arguments = (name, str(tmp_path / "store"), str(SAMPLES), "Wie leidt de kookclub?")
    said = run_child(("-c", INDEX_AND_ASK, *arguments)).out.splitlines()
    index, ask, warm = (json.loads(line) for line in said if line.startswith("{"))
    chunks = pdf_chunks(SAMPLES)
    assert index["texts"] == (len(chunks) if name == "txtai" else 0)
    assert (index["encoding"] > 0) == (name == "txtai")
    assert ask["characters"] in {len(chunk.text) for chunk in chunks}
    assert len(warm["seconds"]) == 2


def test_peers_that_are_not_installed_are_left_out_and_said(monkeypatch) -> None:
    ran: list[str] = []
    said: list[str] = []

    def measure(name: str, *_: object) -> dict[str, float]:
        ran.append(name)
        return {"index, wall s": 4.0 if name == "raadsbron" else 8.0}

    monkeypatch.setattr(peers, "missing_peers", lambda: EXTRA)
    monkeypatch.setattr(peers, "_measure", measure)
    rows = compare_peers(SAMPLES, QUESTIONS, 2, said.append)
    assert ran == ["raadsbron", "textbook", "textbook", "raadsbron"]
    assert said[0] == (
        "bm25s and txtai left out: not installed. Next step: pip install -e '.[peers]'"
    )
    assert rows == (Compared("index, wall s", 4.0, 8.0, None, None, 0.5, None, None),)


def test_peer_that_encodes_nothing_has_no_figure_per_token() -> None:
    rounds = {"raadsbron": [{"ms": 1.0}], "textbook": [{"ms": 2.0}], "txtai": [{"ms": 4.0}]}
    row = compared("ms", {**rounds, "bm25s": [{"ms": None}]})
    assert row == Compared("ms", 1.0, 2.0, None, 4.0, 0.5, None, 0.25)


COMMANDS = {
    "peers": ("--reports", "--questions", "--limit", "--json", "--rounds"),
    "growth": ("--passages", "--keep"),
    "profile": ("--store",),
    "limits": (),
}


@pytest.mark.parametrize(("command", "options"), COMMANDS.items(), ids=COMMANDS)
def test_page_on_speed_names_every_command_and_option(command, options, capsys) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    shown = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    page = (SAMPLES.parent / "benchmarks.md").read_text(encoding="utf-8")
    assert shown >= set(options)
    assert [option for option in shown if f"`{option}" not in page] == []
    assert f"`python -m evals.bench {command}" in page


@pytest.mark.parametrize(
    ("command", "asked"), [("peers", 40), ("profile", 40), ("people", 99)], ids=["p", "f", "v"]
)
def test_each_command_asks_as_many_questions_as_it_says(command, asked, monkeypatch) -> None:
    seen: list[int] = []

    def measure(options: argparse.Namespace) -> tuple[Compared, ...]:
        seen.append(len(bench._plain_questions(options)))
        return (Compared("s", 1.0, 1.0, None, None, 1.0, None, None),)

    monkeypatch.setattr(bench, f"_{command}", measure)
    assert main([command]) == 0
    assert seen == [asked]


def test_table_has_a_row_per_measure() -> None:
    row = Compared("cold first answer, wall s", 1.234, 9.87, 0.5, None, 0.125, 2.468, None)
    table = result_table((row,))
    assert "| cold first answer, wall s | 1.23      | 9.87     | 0.5   |       | 0.125" in table
