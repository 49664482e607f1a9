"""I want a large archive searched quickly, and found the same from any order of files."""

from itertools import permutations

import numpy as np
import pytest

import store.matrix
from store.contexts import UnitText
from store.hit import Rows, Unit, UnitKind
from store.matrix import UnitMatrix, count_of, packed_units
from store.matrix_file import load_matrix, load_units, save_matrix
from store.matrix_writer import MatrixWriter
from store.signatures import Signatures

DIMENSION = 96
SIZES = {"alfa": 7, "beta": 1, "gamma": 12}


def unit_rows(count: int, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def texts_of(report: str, count: int) -> tuple[UnitText, ...]:
    kinds = sorted(UnitKind)
    units = sorted(Unit(report, kinds[i % 4], i // 4) for i in range(count))
    return tuple(UnitText(unit, unit.key, unit.key, unit.key) for unit in units)


def archive() -> tuple[tuple[str, ...], Rows, np.ndarray]:
    """Return 60 reports of 40 units; those of one report lie around one direction."""
    reports = tuple(f"rapport-{number:03d}" for number in range(60))
    centres = unit_rows(len(reports))
    rows, units = [], []
    for number, report in enumerate(reports):
        units += [t.unit for t in texts_of(report, 40)]
        near = centres[number] + 0.5 * unit_rows(40, seed=1 + number)
        rows.append(near / np.linalg.norm(near, axis=1, keepdims=True))
    packed = packed_units([(u.report_id, u.kind.value, u.index) for u in units], reports)
    return reports, packed, np.concatenate(rows)


@pytest.mark.parametrize("number", [0, 7, 31, 59])
def test_the_best_of_a_large_archive_are_those_of_a_full_comparison(monkeypatch, number) -> None:
    reports, packed, rows = archive()
    exact = UnitMatrix(reports, packed, rows)
    every = exact.chosen(frozenset(UnitKind), None)
    asked = rows[40 * number]
    expected = exact.best(asked, every, 20)
    monkeypatch.setattr(store.matrix, "LOADED_ROWS", 100)
    monkeypatch.setattr(store.matrix, "_LOOKED_AT", 50)

    mapped = UnitMatrix(reports, packed, rows.astype(np.float16))
    assert set(mapped.best(asked, every, 20)) == set(expected)
    some = exact.chosen(frozenset(UnitKind), frozenset(reports[number : number + 3]))
    assert mapped.best(asked, some, 5)[0] == expected[0]


def test_signs_name_the_nearest() -> None:
    rows = unit_rows(2_000)
    signs = Signatures(rows, np.arange(2_000))
    for wanted in (0, 999, 1_999):
        near = rows[wanted] + 0.3 * unit_rows(1, seed=9)[0]
        assert wanted in signs.nearest(near, None, 10)
        assert wanted in signs.nearest(near, np.array([3, wanted]), 1)
    assert len(signs.nearest(rows[0], None, 10)) == 10
    assert len(Signatures(rows, np.zeros(0, np.int64)).nearest(rows[0], None, 10)) == 0


def test_half_precision_changes_a_cosine_by_less_than_its_third_decimal(tmp_path) -> None:
    rows = unit_rows(200)
    save_matrix(tmp_path, rows)
    kept = load_matrix(tmp_path, 200, DIMENSION)
    assert kept is not None
    assert np.abs(kept @ kept.T - rows @ rows.T).max() < 0.0005
    assert load_matrix(tmp_path, 201, DIMENSION) is None


@pytest.mark.parametrize("order", list(permutations(SIZES)), ids="-".join)
def test_the_files_are_the_same_from_any_order(tmp_path, order) -> None:
    written = []
    for number, run in enumerate((order, tuple(SIZES))):
        folder = tmp_path / str(number)
        folder.mkdir()
        writer = MatrixWriter(folder, None, (), np.zeros(0, np.int64))
        for report in run:
            texts = texts_of(report, SIZES[report])
            writer.add(report, texts, unit_rows(len(texts), seed=SIZES[report]))
        assert writer.finish(sorted(SIZES), DIMENSION)[0] == sum(SIZES.values())
        written.append([(folder / name).read_bytes() for name in ("vectors.npy", "units.npy")])
        assert not (folder / "fresh.new").exists()
    assert written[0] == written[1]
    packed = load_units(tmp_path / "0", sum(SIZES.values()))
    assert packed is not None
    assert list(packed) == sorted(packed)
    assert count_of(packed, [UnitKind.PASSAGE]) == 5


def test_an_archive_without_units_has_files_too(tmp_path) -> None:
    writer = MatrixWriter(tmp_path, None, (), np.zeros(0, np.int64))
    assert writer.finish(("leeg",), DIMENSION) == (0, 0)
    assert load_matrix(tmp_path, 0, DIMENSION) is not None
