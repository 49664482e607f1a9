"""I need a run to answer from exactly these files, read by today's code, and not to wait."""

from pathlib import Path

import numpy as np
import pytest

from evals.archive import archive_key, built_store
from evals.kept_encoder import KeptEncoder
from ingest.errors import BadInput
from store.index import open_index
from store.packaged_model import packaged_model_folder
from store.settings import Settings

TEXT = "Jaarbericht 2024\n\n1 Speelbus\n\nDe speelbus reed twee keer per week door de wijk.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "jaarbericht.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    # A cache of its own for stores and vectors; the converted model is that of all tests.
    model = packaged_model_folder(Settings.from_env().cache)
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / model.name).symlink_to(model, target_is_directory=True)
    return Settings(cache=cache)


def test_key_changes_with_files_model_and_formats(reports: Path) -> None:
    key = archive_key((reports,), "packaged", ("txt",))
    assert key == archive_key((reports,), "packaged", ("txt",))
    assert key != archive_key((reports,), "other", ("txt",))
    assert key != archive_key((reports,), "packaged", ("txt", "md"))
    (reports / "jaarbericht.txt").write_text(TEXT + "Meer.\n", encoding="utf-8")
    assert key != archive_key((reports,), "packaged", ("txt",))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"weg: no such folder; give --reports"):
        archive_key((tmp_path / "weg",), "packaged", ("txt",))


@pytest.mark.model
def test_a_store_is_built_once(reports: Path, settings: Settings) -> None:
    built = built_store((reports,), settings, ("txt",))
    with open_index(built.store) as index:
        assert [card.id for card in index.cards] == ["jaarbericht"]
        generation = index.generation
    again = built_store((reports,), settings, ("txt",))
    assert again.store == built.store
    with open_index(again.store) as index:
        assert index.generation == generation


@pytest.mark.model
def test_nothing_to_read_is_said_with_the_reason(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "leeg.txt").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match=r"none of the files could be read as txt: leeg\.txt"):
        built_store((tmp_path,), settings, ("txt",))


@pytest.mark.model
def test_kept_vectors_are_those_of_the_model(settings: Settings) -> None:
    texts = ["De speelbus reed.", "Wat kostte de kookclub?", "De speelbus reed."]
    first = KeptEncoder(settings).encode_queries(texts)
    again = KeptEncoder(settings).encode_queries(texts[::-1])
    assert first.shape == (3, KeptEncoder(settings).dimension)
    assert np.array_equal(first, again[::-1])
    assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-3)
    assert KeptEncoder(settings).encode_queries([]).shape == (0, first.shape[1])
