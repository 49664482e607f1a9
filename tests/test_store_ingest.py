"""As the keeper of the reports I run ingest again and again, and it does only what is needed."""

import shutil
from pathlib import Path
from typing import Never

import pytest

from ingest.errors import BadInput, StoreMismatch, StoreMissing
from store.build import ingest
from store.hit import UnitKind
from store.index import open_index
from store.ingest_result import IngestResult
from store.progress import Progress, Stage
from tests.store_parts import TinyEncoder, settings_in

SPORT = "# Sport\n\nDe fietsles kostte € 18.000. Er deden 40 ouderen mee.\n"
CULTURE = "# Cultuur\n\nHet jeugdorkest kreeg een oefenruimte. De huur is € 3.500.\n"
ENCODER = TinyEncoder()


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder with two reports."""
    folder = tmp_path / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text(SPORT)
    (folder / "cultuur.md").write_text(CULTURE)
    return folder


def run(folder: Path, *more: Path, **options) -> IngestResult:
    """Ingest into the store beside ``folder``."""
    encoder = options.pop("encoder", ENCODER)
    return ingest([folder, *more], settings_in(folder.parent), encoder, **options)


def no_reading(*_: object) -> Never:
    message = "nothing must be read"
    raise AssertionError(message)


def no_encoder() -> TinyEncoder:
    message = "the encoder must not be opened"
    raise AssertionError(message)


def found(folder: Path, text: str) -> set[str]:
    """Return the sentences that a search for ``text`` finds by its words."""
    with open_index(folder.parent / "index") as index:
        vector = ENCODER.encode_queries([text])[0]
        hits = index.search(text, vector, kinds=frozenset({UnitKind.SENTENCE}))
        spans = ((index.report(h.unit.report_id), h.unit.index) for h in hits if h.lexical > 0)
        return {report.quote(report.sentences[number].span) for report, number in spans}


def test_the_first_time_all_reports_go_in(folder) -> None:
    result = run(folder)

    assert result.added == ("cultuur", "sport")
    assert (result.replaced, result.unchanged, result.removed, result.failed) == ((), (), (), ())
    assert "De fietsles kostte € 18.000." in found(folder, "fietsles")


def test_the_second_time_nothing_is_read_or_encoded(folder, monkeypatch) -> None:
    first = run(folder)
    monkeypatch.setattr("store.build.read_reports", no_reading)
    again = run(folder, encoder=no_encoder)

    assert again.unchanged == ("cultuur", "sport")
    assert again.generation == first.generation


def test_a_changed_file_replaces_its_report(folder) -> None:
    run(folder)
    (folder / "sport.md").write_text(SPORT.replace("fietsles", "zwemles"))
    result = run(folder)

    assert (result.replaced, result.unchanged) == (("sport",), ("cultuur",))
    assert found(folder, "zwemles")
    assert not found(folder, "fietsles")


def test_a_new_file_goes_in_beside_the_others(folder) -> None:
    run(folder)
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n")
    result = run(folder)

    assert (result.added, result.unchanged) == (("wonen",), ("cultuur", "sport"))
    assert found(folder, "huizen")
    assert found(folder, "jeugdorkest")


def test_a_vanished_report_stays_until_pruning_is_asked_for(folder) -> None:
    run(folder)
    (folder / "sport.md").unlink()
    kept = run(folder, encoder=no_encoder)
    assert (kept.missing, kept.removed) == (("sport",), ())
    assert found(folder, "fietsles")

    pruned = run(folder, encoder=no_encoder, prune=True)
    assert (pruned.missing, pruned.removed) == ((), ("sport",))
    assert not found(folder, "fietsles")


def test_reports_of_other_folders_stay(folder, tmp_path) -> None:
    other = tmp_path / "brieven"
    other.mkdir()
    (other / "brief.md").write_text("# Brief\n\nWij schrijven over de haven.\n")
    run(folder)
    result = run(other, prune=True)

    assert (result.added, result.removed) == (("brief",), ())
    assert found(folder, "haven")
    assert found(folder, "fietsles")


def test_reports_of_one_name_in_two_folders_are_two(folder, tmp_path) -> None:
    other = tmp_path / "oud"
    other.mkdir()
    (other / "sport.md").write_text("# Sport\n\nDe schaatsles kostte niets.\n")
    run(folder)
    result = run(other)

    assert result.added == ("sport (oud)",)
    assert run(other, encoder=no_encoder).unchanged == ("sport (oud)",)
    assert found(folder, "schaatsles")
    assert found(folder, "fietsles")


def test_a_folder_that_moved_is_the_same_folder(folder, tmp_path) -> None:
    run(folder)
    moved = folder.rename(tmp_path / "archief")
    assert run(moved, encoder=no_encoder).unchanged == ("cultuur", "sport")

    (moved / "sport.md").write_text(SPORT.replace("fietsles", "zwemles"))
    assert run(moved).replaced == ("sport",)


def test_a_file_that_can_not_be_read_is_named_and_the_others_go_in(folder) -> None:
    (folder / "kapot.pdf").write_bytes(b"geen pdf")
    (folder / "leeg.txt").write_text("")
    result = run(folder)

    assert [failure.file_name for failure in result.failed] == ["kapot.pdf", "leeg.txt"]
    assert all(failure.reason for failure in result.failed)
    assert result.added == ("cultuur", "sport")


def test_a_report_whose_new_file_is_broken_keeps_its_old_version(folder) -> None:
    run(folder)
    (folder / "sport.md").write_text("")
    result = run(folder)

    assert [failure.file_name for failure in result.failed] == ["sport.md"]
    assert "eerder ingelezen versie blijft" in result.failed[0].reason
    assert found(folder, "fietsles")


def test_a_folder_without_readable_reports_makes_no_index(tmp_path) -> None:
    (tmp_path / "rapporten").mkdir()
    (tmp_path / "rapporten" / "kapot.pdf").write_bytes(b"geen pdf")
    result = run(tmp_path / "rapporten")

    assert result.generation == ""
    assert len(result.failed) == 1
    with pytest.raises(StoreMissing, match="nog geen index"):
        open_index(tmp_path / "index")


def test_a_better_copy_of_a_report_replaces_it(folder) -> None:
    run(folder)
    (folder / "sport.txt").write_text("Sport\n\nDe zwemles kostte € 9.000.\n")
    result = run(folder)

    assert result.replaced == ("sport",)
    with open_index(folder.parent / "index") as index:
        assert index.report("sport").format == "txt"
        assert index.report("sport").copies == ("sport.md",)


def test_the_order_of_folders_changes_no_answer(folder, tmp_path) -> None:
    other = tmp_path / "brieven"
    other.mkdir()
    (other / "brief.md").write_text("# Brief\n\nWij schrijven over de fietsles.\n")
    first, second = tmp_path / "een", tmp_path / "twee"
    for place, folders in ((first, [folder, other]), (second, [other]), (second, [folder])):
        ingest(folders, settings_in(place), ENCODER)

    vector = ENCODER.encode_queries(["fietsles"])[0]
    with open_index(first / "index") as one, open_index(second / "index") as two:
        assert one.search("fietsles", vector) == two.search("fietsles", vector)
        assert one.cards == two.cards
        assert one.vocabulary == two.vocabulary


@pytest.mark.parametrize(
    ("options", "match"),
    [
        pytest.param({"encoder": TinyEncoder("ander")}, "model tiny .* ander", id="another-model"),
        pytest.param({"encoder": TinyEncoder("tiny", 8)}, "64 getallen.*8", id="other-dimension"),
    ],
)
def test_another_model_is_refused_until_a_rebuild(folder, options, match) -> None:
    run(folder)
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n")

    with pytest.raises(StoreMismatch, match=rf"{match}.*raadsbron ingest --rebuild {folder}"):
        run(folder, **options)
    assert run(folder, rebuild=True, **options).added == ("cultuur", "sport", "wonen")
    with open_index(folder.parent / "index", options["encoder"]) as index:
        assert len(index.cards) == 3


def test_another_configured_model_is_noticed_even_when_nothing_changed(folder) -> None:
    run(folder)
    settings = settings_in(folder.parent)
    other = type(settings)(store=settings.store, model="e5-groot", cache=settings.cache)

    with pytest.raises(StoreMismatch, match=r"'tiny'.*'e5-groot'.*--rebuild"):
        ingest([folder], other, no_encoder)


def test_a_damaged_pointer_deletes_nothing_and_a_rebuild_mends_it(folder) -> None:
    store = folder.parent / "index"
    run(folder)
    (store / "CURRENT").write_text("weg")
    with pytest.raises(StoreMissing, match=r"CURRENT.*--rebuild"):
        run(folder)
    assert len(list(store.glob("gen-*"))) == 1

    assert run(folder, rebuild=True).added == ("cultuur", "sport")
    assert len(list(store.glob("gen-*"))) == 1


def test_a_missing_chroma_folder_is_said_and_a_rebuild_mends_it(folder) -> None:
    result = run(folder)
    shutil.rmtree(folder.parent / "index" / result.generation / "chroma")
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n")

    with pytest.raises(StoreMissing, match=r"vectoren.*ontbreken.*--rebuild"):
        run(folder)
    assert len(run(folder, rebuild=True).added) == 3


def test_progress_counts_files_and_passages(folder) -> None:
    seen: list[Progress] = []
    run(folder, progress=seen.append)

    assert [p.files for p in seen] == sorted(p.files for p in seen)
    assert {p.stage for p in seen} == {Stage.READ, Stage.ENCODE, Stage.SAVE}
    assert (seen[-1].files, seen[-1].files_total) == (2, 2)
    assert seen[-1].passages >= 2


@pytest.mark.parametrize(
    ("folders", "match"),
    [
        pytest.param([], "geen map genoemd", id="none"),
        pytest.param([Path("bestaat-niet")], "bestaat niet", id="missing"),
    ],
)
def test_no_folder_is_said(tmp_path, folders, match) -> None:
    with pytest.raises(BadInput, match=match):
        ingest(folders, settings_in(tmp_path), no_encoder)
