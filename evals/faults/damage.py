"""Files of an index that are spoilt, lost or of another time, one at a time."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place
from evals.faults.process import run
from store.checkup import check_up
from store.generation import new_generation

_PAGE = 4096  # bytes, of SQLite
_QUESTION = "Wat kostte post 7?"
Damage = Callable[[Path], None]


def _page(name: str, generation: Path) -> None:
    path = generation / name
    data = bytearray(path.read_bytes())
    middle = len(data) // _PAGE // 2 * _PAGE
    data[middle : middle + _PAGE] = b"\xa5" * _PAGE
    path.write_bytes(data)


def _bit(name: str, generation: Path) -> None:
    path = generation / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _cut(name: str, generation: Path) -> None:
    path = generation / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _lose(name: str, generation: Path) -> None:
    path = generation / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _schema(number: int, generation: Path) -> None:
    path = generation / "manifest.json"
    found = {**json.loads(path.read_text(encoding="utf-8")), "schema": number}
    path.write_text(json.dumps(found), encoding="utf-8")


def _half_deleted(generation: Path) -> None:
    for name in ("chroma", "vectors.npy"):
        _lose(name, generation)


def _pointer(text: str, generation: Path) -> None:
    (generation.parent / "CURRENT").write_text(text, encoding="utf-8")


def _left_behind(generation: Path) -> None:
    new_generation(generation.parent, generation.name)
    (generation.parent / "old-gen-half").mkdir()
    (generation.parent / "CURRENT.new").write_text("gen", encoding="utf-8")


DAMAGES: dict[str, Damage] = {
    "a page of SQLite": partial(_page, "catalog.sqlite"),
    "one bit of SQLite": partial(_bit, "catalog.sqlite"),
    "SQLite cut short": partial(_cut, "catalog.sqlite"),
    "no SQLite": partial(_lose, "catalog.sqlite"),
    "no Chroma": partial(_lose, "chroma"),
    "a page of Chroma": partial(_page, "chroma/chroma.sqlite3"),
    "Chroma cut short": partial(_cut, "chroma/chroma.sqlite3"),
    "one bit of vectors.npy": partial(_bit, "vectors.npy"),
    "vectors.npy cut short": partial(_cut, "vectors.npy"),
    "no vectors.npy": partial(_lose, "vectors.npy"),
    "manifest cut short": partial(_cut, "manifest.json"),
    "no manifest": partial(_lose, "manifest.json"),
    "half-deleted generation": _half_deleted,
    "empty pointer": partial(_pointer, ""),
    "pointer to nothing": partial(_pointer, "gen-20200101T000000-000000\n"),
    "folders left behind": _left_behind,
    "index of an older version": partial(_schema, 0),
}


def spoil(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield one outcome for each damage to a copy of one index, repaired in this process."""
    good = Place(folder / "good", model, cache)
    expected = good.write(1)
    good.ingest()
    for fault, damage in DAMAGES.items():
        place = good.copy_to(folder / "spoilt")
        damage(place.generation)
        found = bool(check_up(place.settings))
        tried = place.after((expected,))
        left = tried.left if found else (*tried.left, "the doctor found nothing")
        yield Outcome("damage", fault, (replace(tried, left=left),))
        shutil.rmtree(place.folder)


def spoil_for_real(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield one outcome for each damage, seen and repaired by the command with the real model."""
    good = Place(folder / "good-real", model, cache)
    good.write(1)
    good.ingest()
    expected = _answer(good)
    for fault, damage in DAMAGES.items():
        place = good.copy_to(folder / "spoilt-real")
        damage(place.generation)
        yield Outcome("damage, by the command", fault, (_by_command(place, expected),))
        shutil.rmtree(place.folder)


def _by_command(place: Place, expected: str) -> Try:
    """Ask, let the doctor look and repair, and ask again: the answer must be the same bytes."""
    looked, facts = _command(place, "doctor")
    said = _answer(place)
    repaired, done = _command(place, "doctor", "--repair")
    again = _answer(place)
    well = repaired == 0 and again == expected
    left = place.left() if looked == 2 else (*place.left(), "the doctor found nothing")
    told = said != expected and "raadsbron " in said
    return Try(True, said == expected, told, well, left, "" if well else facts + done + again)


def _answer(place: Place) -> str:
    """Return the line of JSON, or what was said where there is none."""
    printed = _command(place, "ask", _QUESTION, "--json")[1]
    return next((line for line in printed.splitlines() if line.startswith("{")), printed)


def _command(place: Place, *words: str) -> tuple[int, str]:
    where = ("--store", str(place.settings.store))
    return run(("-m", "cli", *words, *where), {"RAADSBRON_CACHE": str(place.cache)})
