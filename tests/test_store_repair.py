"""As the one who runs it I am told what is wrong with the index, and one command puts it right."""

import json
import shutil
from pathlib import Path

import pytest

from ingest.errors import RaadsbronError, StoreMismatch, StoreMissing
from store.build import ingest
from store.checkup import Fault, check_up
from store.generation import current_generation, new_generation
from store.hit import UnitKind
from store.index import open_index
from store.repair import repair
from store.settings import Settings
from tests.store_parts import TinyEncoder, settings_in

ENCODER = TinyEncoder()
LINE = "De fietsles voor ouderen kostte € 18.000."


@pytest.fixture
def settings(tmp_path) -> Settings:
    """Return settings of a store with two reports, of which the files are there."""
    folder = tmp_path / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text(f"# Sport\n\n{LINE}\n", encoding="utf-8")
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n", encoding="utf-8")
    ingest([folder], settings_in(tmp_path), ENCODER)
    return settings_in(tmp_path)


def generation(settings: Settings) -> Path:
    return settings.store / str(current_generation(settings.store))


def answers(settings: Settings) -> bool:
    """Return whether the index gives the sentence, read in full from what is on disk."""
    with open_index(settings.store, ENCODER) as index:
        vector = ENCODER.encode_queries([LINE])[0]
        hits = index.search("fietsles", vector, kinds=frozenset({UnitKind.SENTENCE}))
        report = index.report("sport")
        return LINE in report.text and hits[0].unit.report_id == "sport"


def flip(path: Path, at: float = 0.5) -> None:
    """Change one bit, as a bad disk does."""
    data = bytearray(path.read_bytes())
    data[int(len(data) * at)] ^= 1
    path.write_bytes(data)


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def lose(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def of_schema(folder: Path, schema: int) -> None:
    found = json.loads((folder / "manifest.json").read_text())
    put(folder / "manifest.json", json.dumps({**found, "schema": schema}))


DAMAGE = {
    "no pointer to anything": (lambda g: put(g.parent / "CURRENT", "gen-weg"), Fault.POINTER),
    "an empty pointer": (lambda g: put(g.parent / "CURRENT", ""), Fault.POINTER),
    "a manifest of noise": (lambda g: put(g / "manifest.json", "\x00"), Fault.MANIFEST),
    "a manifest that is no text": (
        lambda g: (g / "manifest.json").write_bytes(b"\xff\xfe"), Fault.MANIFEST,
    ),
    "a manifest nested without end": (
        lambda g: put(g / "manifest.json", "[" * 100_000), Fault.MANIFEST,
    ),
    "one bit of the manifest": (lambda g: flip(g / "manifest.json"), Fault.MANIFEST),
    "a manifest of an impossible day": (
        lambda g: put(g / "manifest.json", (g / "manifest.json").read_text().replace("T", "?")),
        Fault.MANIFEST,
    ),
    "no manifest": (lambda g: lose(g / "manifest.json"), Fault.MANIFEST),
    "an older schema": (lambda g: of_schema(g, 0), Fault.MANIFEST),
    "no catalogue": (lambda g: lose(g / "catalog.sqlite"), Fault.CATALOG),
    "one bit of the catalogue": (lambda g: flip(g / "catalog.sqlite"), Fault.CATALOG),
    "a catalogue cut short": (
        lambda g: (g / "catalog.sqlite").write_bytes((g / "catalog.sqlite").read_bytes()[:9000]),
        Fault.CATALOG,
    ),
    "no vectors": (lambda g: lose(g / "vectors.npy"), Fault.VECTORS),
    "one bit of the vectors": (lambda g: flip(g / "vectors.npy"), Fault.VECTORS),
    "no Chroma": (lambda g: lose(g / "chroma"), Fault.VECTORS),
    "Chroma of noise": (
        lambda g: (g / "chroma" / "chroma.sqlite3").write_bytes(b"noise" * 999), Fault.VECTORS,
    ),
    "neither vectors nor Chroma": (
        lambda g: (lose(g / "vectors.npy"), lose(g / "chroma")), Fault.VECTORS,
    ),
    "a folder that was left": (lambda g: new_generation(g.parent, g.name), Fault.LEFTOVER),
    "a folder half thrown away": (lambda g: (g.parent / "old-gen-1").mkdir(), Fault.LEFTOVER),
}  # fmt: skip


def test_an_index_that_is_whole_has_no_findings(settings) -> None:
    assert check_up(settings) == ()
    assert repair(settings, lambda: ENCODER) == ()


def test_a_store_without_index_is_not_wrong(tmp_path) -> None:
    assert check_up(settings_in(tmp_path)) == ()
    assert repair(settings_in(tmp_path), lambda: ENCODER) == ()


@pytest.mark.parametrize(("damage", "fault"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_found_and_repaired(settings, damage, fault) -> None:
    damage(generation(settings))

    found = check_up(settings)
    assert fault in {finding.fault for finding in found}
    assert "raadsbron doctor --repair" in found[0].said
    assert repair(settings, lambda: ENCODER)
    assert check_up(settings) == ()
    assert answers(settings)
    assert [path.name for path in settings.store.glob("*gen-*")] == [generation(settings).name]


def test_a_bad_bit_anywhere_in_the_manifest_is_found(settings) -> None:
    path = generation(settings) / "manifest.json"
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes((whole[place] ^ 1,)) + whole[place + 1 :])
        assert {finding.fault for finding in check_up(settings)} == {Fault.MANIFEST}, place


def test_a_manifest_of_before_it_had_a_checksum_is_read(settings) -> None:
    (generation(settings) / "manifest.crc").unlink()

    assert check_up(settings) == ()
    assert answers(settings)


def test_a_bad_bit_in_the_texts_is_never_quoted(settings) -> None:
    flip(generation(settings) / "catalog.sqlite")

    with pytest.raises(StoreMissing, match=r"beschadigd.*raadsbron doctor --repair"):
        open_index(settings.store)
    with pytest.raises(StoreMissing, match=r"beschadigd.*raadsbron doctor --repair"):
        ingest([settings.store.parent / "rapporten"], settings, ENCODER)


def test_a_bad_bit_in_the_vectors_is_said(settings) -> None:
    flip(generation(settings) / "vectors.npy")

    with pytest.raises(StoreMissing, match=r"beschadigd.*raadsbron doctor --repair"):
        open_index(settings.store)


def test_vectors_come_back_also_of_a_report_whose_file_is_gone(settings) -> None:
    shutil.rmtree(settings.store.parent / "rapporten")
    lose(generation(settings) / "chroma")

    assert "bewaarde teksten" in repair(settings, lambda: ENCODER)[0]
    assert answers(settings)


def test_texts_are_not_given_up_where_a_file_is_gone(settings) -> None:
    (settings.store.parent / "rapporten" / "sport.md").unlink()
    before = generation(settings)
    of_schema(before, 0)

    with pytest.raises(RaadsbronError, match=r"sport\.md.*raadsbron restore.*--rebuild"):
        repair(settings, lambda: ENCODER)
    assert generation(settings) == before


def test_an_index_of_a_newer_version_is_left_alone(settings) -> None:
    of_schema(generation(settings), 10_000)

    with pytest.raises(StoreMismatch, match=r"nieuwere versie.*Werk Raadsbron bij"):
        repair(settings, lambda: ENCODER)


def test_another_model_gets_vectors_of_its_own(settings) -> None:
    other = Settings(store=settings.store, model="ander", cache=settings.cache)
    assert [finding.fault for finding in check_up(other)] == [Fault.MODEL]

    repair(other, lambda: TinyEncoder("ander", 32))

    assert check_up(other) == ()


def test_an_unpacked_model_that_was_cut_short_is_found(tmp_path) -> None:
    from store.packaged_model import model_folder  # noqa: PLC0415

    settings = Settings(store=tmp_path / "index", cache=tmp_path / "cache")
    folder = model_folder(settings.cache)
    folder.mkdir(parents=True)
    (folder / "model.safetensors").write_bytes(b"half")

    assert [finding.fault for finding in check_up(settings)] == [Fault.CACHE]
