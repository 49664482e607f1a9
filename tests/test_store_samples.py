"""As a newcomer I get answers from the samples until I have reports of my own."""

import shutil
from dataclasses import replace

import pytest

from store.generation import current_generation
from store.index import open_index
from store.samples import SAMPLE_FOLDER, has_own_reports, index_samples, sample_settings
from tests.store_parts import TinyEncoder, settings_in

ENCODER = TinyEncoder()


def no_encoder() -> TinyEncoder:
    message = "the encoder must not be opened"
    raise AssertionError(message)


def test_the_samples_have_a_store_of_their_own(tmp_path) -> None:
    settings = settings_in(tmp_path)
    samples = index_samples(settings, ENCODER)

    assert samples == sample_settings(settings)
    assert not has_own_reports(settings)
    with open_index(samples.store, ENCODER) as index:
        assert {card.id for card in index.cards} == {p.stem for p in SAMPLE_FOLDER.glob("*.pdf")}
        assert all(card.id.startswith("voorbeeld-") for card in index.cards)


@pytest.fixture
def folder(tmp_path):
    """Return a small folder of samples that is indexed."""
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / "voorbeeld-sport.md").write_text("# Sport\n\nDe fietsles kostte € 18.000.\n")
    index_samples(settings_in(tmp_path), ENCODER, folder=folder)
    return folder


def test_unchanged_samples_cost_nothing(folder, tmp_path) -> None:
    index_samples(settings_in(tmp_path), no_encoder, folder=folder)


def test_changed_samples_are_indexed_anew(folder, tmp_path) -> None:
    (folder / "voorbeeld-sport.md").unlink()
    (folder / "voorbeeld-wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n")
    samples = index_samples(settings_in(tmp_path), ENCODER, folder=folder)

    with open_index(samples.store) as index:
        assert [card.id for card in index.cards] == ["voorbeeld-wonen"]


@pytest.mark.parametrize("damage", ["model", "pointer"])
def test_samples_of_another_model_or_damaged_ones_are_made_anew(folder, tmp_path, damage) -> None:
    settings = settings_in(tmp_path)
    if damage == "model":
        settings = replace(settings, model="ander")
    else:
        (sample_settings(settings).store / "CURRENT").write_text("weg")
    samples = index_samples(settings, ENCODER, folder=folder)

    with open_index(samples.store) as index:
        assert len(index.cards) == 1


def test_samples_survive_the_ingest_of_own_reports(folder, tmp_path) -> None:
    from store.build import ingest  # noqa: PLC0415

    settings = settings_in(tmp_path)
    own = tmp_path / "eigen"
    shutil.copytree(folder, own)
    ingest([own], settings, ENCODER)

    assert has_own_reports(settings)
    assert current_generation(sample_settings(settings).store)
