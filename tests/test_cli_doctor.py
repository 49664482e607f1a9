"""Whoever is asked for help types one command, and reads what is wrong and how it is put right."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.freshness import freshness
from store.generation import current_generation
from store.settings import Settings
from tests.cli_parts import started
from tests.store_parts import TinyEncoder, settings_in

pytestmark = pytest.mark.model
OTTERS = "Wat kostte de verzorging van de otters?"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with one report, made by the command."""
    folder = tmp_path_factory.mktemp("dokter")
    (folder / "rapporten").mkdir()
    text = "# Dierenpark\n\n## 1 Dieren\n\nDe verzorging van de otters kostte in 2024 € 4.700.\n"
    (folder / "rapporten" / "zoo.md").write_text(text, encoding="utf-8")
    done = started("ingest", folder / "rapporten", "--store", folder / "index")
    assert done.returncode == 0, done.stderr
    return folder / "index"


@pytest.fixture
def store(good: Path, tmp_path: Path) -> Path:
    """Return a copy that may be spoilt."""
    shutil.copytree(good, tmp_path / "index")
    return tmp_path / "index"


def test_an_index_that_is_whole_is_in_order(store) -> None:
    found = started("doctor", "--store", store)

    assert found.returncode == 0, found.stdout
    assert "Alles is in orde." in found.stdout


def test_damage_is_said_and_repaired_and_then_the_question_is_answered(store) -> None:
    catalog = store / str(current_generation(store)) / "catalog.sqlite"
    data = bytearray(catalog.read_bytes())
    data[len(data) // 2] ^= 1
    catalog.write_bytes(data)

    asked = started("ask", OTTERS, "--store", store)
    assert asked.returncode == 2
    assert "raadsbron doctor --repair" in asked.stderr
    looked = started("doctor", "--store", store)
    assert looked.returncode == 2
    assert "Niet goed:" in looked.stdout
    repaired = started("doctor", "--repair", "--store", store)
    assert repaired.returncode == 0, repaired.stdout
    assert "Hersteld:    1 rapporten zijn opnieuw ingelezen" in repaired.stdout
    assert "4.700" in started("ask", OTTERS, "--store", store).stdout


def test_a_monitor_gets_one_line_of_json(store, tmp_path) -> None:
    found = started("doctor", "--json", "--store", store)
    state = json.loads(found.stdout)

    assert found.returncode == 0
    assert (state["ok"], state["sample"], state["reports"]) == (True, False, 1)
    assert 0 <= state["age_seconds"] < 3600

    (store / "CURRENT").write_text("gen-weg")
    found = started("doctor", "--json", "--store", store)
    assert found.returncode == 2
    assert "raadsbron doctor --repair" in json.loads(found.stdout)["problem"]


def test_a_clock_that_was_set_back_gives_no_negative_age(tmp_path) -> None:
    from store.build import ingest  # noqa: PLC0415 - only this test makes an index of its own

    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "a.md").write_text("# A\n\nTekst.\n", encoding="utf-8")
    settings: Settings = settings_in(tmp_path)
    ingest([tmp_path / "r"], settings, TinyEncoder())

    then = datetime.now(UTC)
    assert freshness(settings, then - timedelta(days=400)).age_seconds == 0
    assert (freshness(settings, then + timedelta(hours=2)).age_seconds or 0) > 7000
