"""I need a test that fails when answers or reading in take twice the time, on any machine.

Each is compared with plain work of its own nature in the same run, in processor time of programs:
see `evals.bench.against_plain`. Run by itself, after the other tests: `make check` does.
"""

import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import chromadb
import coverage
import numpy as np
import pytest

from answer.engine import Engine
from evals.bench.against_plain import against_plain
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.build import ingest
from store.encoder import Encoder
from store.index import open_index
from store.settings import Settings
from tests.conftest import SAMPLES

pytestmark = pytest.mark.speed

QUESTIONS = (
    "Hoeveel ging er naar valpreventie?",
    "Welk onderdeel kreeg het meeste geld bij sport?",
    "Wie voert de sociale prestatie uit?",
    "Hoeveel kreeg het lokale sportakkoord in totaal?",
    "Waarom is er een Twentse Koers?",
    "Wat verdient de burgemeester?",
)
# Measured on two cores that 6 to 15 other processes wanted, never on an idle machine, three rounds
# each: answers 0.87 to 1.00 in five runs, reading in 1.29 to 1.59 in ten. Twice the work comes to
# 1.7 and 2.6 at least.
MOST_ANSWERING = 1.6
MOST_INGEST = 2.4
# Further than this from what is measured a bound sees little: it is to be lowered then.
WIDEST = 2.5
ROUNDS = 12  # three are enough where little else runs

PLAIN_READING = """
import sys
from pypdf import PdfReader
for path in sys.argv[1:] * 2:
    for page in PdfReader(path).pages:
        page.extract_text()
"""
UNITS = 963  # what the index of the samples holds


@pytest.fixture(autouse=True)
def untraced() -> Iterator[None]:
    """Take no coverage meanwhile: it slows our code and leaves plain work as it is."""
    tracing = coverage.Coverage.current()
    if tracing is not None:
        tracing.stop()
    yield
    if tracing is not None:
        tracing.start()


def test_answers_are_not_slower_than_they_were(tmp_path, tiny_encoder: Encoder) -> None:
    reports = [r for _, r in read_reports(find_sources((SAMPLES,))) if isinstance(r, Report)]
    text = "\n".join(report.text for report in reports)
    settings = Settings(store=tmp_path / "store", model="tiny")
    ingest([SAMPLES], settings, tiny_encoder)

    def count_words() -> None:
        for _ in range(400):
            Counter(re.findall(r"\w+", text.lower())).most_common(50)

    with open_index(settings.store) as index:
        engine = Engine(index, tiny_encoder, settings)

        def ask() -> None:
            for question in QUESTIONS * 20:
                engine.ask(question)

        ask()
        ratio = against_plain(ask, count_words, ROUNDS, enough=MOST_ANSWERING)

    assert ratio < MOST_ANSWERING, "answering became slower: python -m evals.bench profile"
    assert WIDEST * ratio > MOST_ANSWERING, "answering became quicker: lower MOST_ANSWERING"


def test_ingest_is_not_slower_than_it_was(tmp_path, tiny_encoder: Encoder) -> None:
    places = (tmp_path / str(number) for number in range(100))

    def read_in() -> None:
        ingest([SAMPLES], Settings(store=next(places), model="tiny"), tiny_encoder)

    def read_and_write_plainly() -> None:
        read_plainly()
        write_plainly(next(places))

    read_in()  # loads Chroma
    ratio = against_plain(read_in, read_and_write_plainly, ROUNDS, enough=MOST_INGEST)

    assert ratio < MOST_INGEST, "reading or storing became slower: python -m evals.bench growth"
    assert WIDEST * ratio > MOST_INGEST, "reading or storing became quicker: lower MOST_INGEST"


def read_plainly() -> None:
    """Take the samples' text with pypdf, four times, in two processes: as many as an ingest has."""
    paths = [str(path) for path in sorted(SAMPLES.glob("*.pdf"))]
    for _ in range(2):
        subprocess.run([sys.executable, "-c", PLAIN_READING, *paths], check=True)


def write_plainly(folder: Path) -> None:
    """Write as many rows and vectors as the samples have, on the same disk as their index."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "plain.sqlite")) as database, database:
        database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
        rows = (("een regel over de speelbus " * 4,) for _ in range(UNITS))
        database.executemany("INSERT INTO row (text) VALUES (?)", rows)
    client = chromadb.PersistentClient(path=str(folder / "chroma"))
    try:
        collection = client.create_collection("plain", embedding_function=None)
        vectors = np.random.default_rng(7).random((UNITS, 64), dtype=np.float32)
        collection.add(ids=[str(row) for row in range(UNITS)], embeddings=vectors)
    finally:
        client.close()


def work_here() -> None:
    sum(range(20_000_000))


def work_in_a_child() -> None:
    subprocess.run([sys.executable, "-c", "sum(range(20_000_000))"], check=True)


def wait() -> None:
    subprocess.run(["sleep", "0.5"], check=True)


@pytest.mark.parametrize(
    ("work", "plain", "times"),
    [
        pytest.param((work_here, work_here), work_here, 2, id="twice here"),
        pytest.param((work_in_a_child, work_in_a_child), work_in_a_child, 2, id="twice in a child"),
        pytest.param((work_here, wait), work_here, 1, id="waiting is no work"),
    ],
)
def test_twice_the_work_is_twice_the_ratio(work, plain, times) -> None:
    ratio = against_plain(lambda: [part() for part in work], plain, rounds=5)
    assert ratio == pytest.approx(times, rel=0.3)
