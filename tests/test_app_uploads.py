"""Someone who may add reports trusts that each goes in whole or not at all, whatever was sent."""

import io
import stat
import threading
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import BadInput, RaadsbronError, StoreBusy
from store.build import ingest
from store.index import open_index
from store.progress import Progress
from store.settings import Settings
from store.write_lock import write_lock
from tests.conftest import TinyEncoder
from ui.change_desk import ChangeDesk
from ui.page_settings import PageSettings
from ui.report_changes import Done, ReportChanges
from ui.upload_folder import BUSY, UploadFolder
from ui.upload_rules import MOST_MEGABYTES, Offered, Refused, Taken, safe_name, taken

ZOO = "# Dierenpark\n\n## 1 Dieren\n\nDe verzorging van de otters kostte in 2024 € 4.700.\n"
POOL = "# Zwembad\n\n## 1 Water\n\nHet verwarmen van het water kostte in 2024 € 9.300.\n"


def md(name: str, text: str) -> Offered:
    return Offered(name, text.encode())


def silent(_: Progress) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A store with its uploads."""

    settings: Settings
    changes: ReportChanges

    @property
    def titles(self) -> list[str]:
        with open_index(self.settings.store) as index:
            return [card.title for card in index.cards]

    @property
    def folder(self) -> Path:
        return UploadFolder.of_store(self.settings.store).path


@pytest.fixture
def place(tmp_path: Path, tiny_encoder: TinyEncoder) -> Place:
    settings = Settings(store=tmp_path / "index")
    return Place(settings, ReportChanges(settings, lambda: tiny_encoder))


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        pytest.param("../../etc/nota.md", "nota.md", id="climbs out of the folder"),
        pytest.param("C:\\rapporten\\Nota 1.MD", "Nota 1.md", id="a Windows path"),
        pytest.param("/etc/passwd.txt", "passwd.txt", id="an absolute path"),
        pytest.param("..", "", id="only a parent"),
        pytest.param(".profile.md", "profile.md", id="hidden"),
        pytest.param("~$nota.docx", "$nota.docx", id="a temporary file of Word"),
        pytest.param("nota\x00.exe\n.md", "nota.exe.md", id="control characters"),
        pytest.param("nota\u202efdp.md", "notafdp.md", id="turned direction"),
        pytest.param("COM1.md", "_COM1.md", id="a device of Windows"),
        pytest.param("a" * 500 + ".md", "a" * 200 + ".md", id="too long"),
        pytest.param('<img src="x">.md', "_img src=_x__.md", id="markup"),
    ],
)
def test_name_of_an_upload_is_never_a_path(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@given(st.text(max_size=300))
def test_any_name_stays_in_its_folder(name: str) -> None:
    safe = safe_name(name)

    assert "/" not in safe
    assert "\\" not in safe
    assert not safe.startswith((".", "~"))
    assert safe == "" or (Path("uploads") / safe).parent == Path("uploads")
    assert len(safe.encode()) <= 255


@pytest.mark.parametrize(
    ("offered", "reason"),
    [
        pytest.param(Offered("nota.exe", b"MZ"), "Dit soort bestand", id="of another kind"),
        pytest.param(Offered("nota", b"x"), "Dit soort bestand", id="of no kind"),
        pytest.param(Offered("nota.pdf", b"MZ\x90"), "geen PDF-bestand", id="no PDF inside"),
        pytest.param(Offered("nota.docx", b"%PDF-"), "geen DOCX-bestand", id="no DOCX inside"),
        pytest.param(Offered("nota.md", b""), "is leeg", id="empty"),
        pytest.param(
            Offered("nota.md", b"x" * (MOST_MEGABYTES * 1024**2 + 1)), "groter dan 25 MB",
            id="too large",
        ),
    ],
)  # fmt: skip
def test_file_that_is_no_report_is_refused_with_the_reason(offered: Offered, reason: str) -> None:
    found = taken(offered)

    assert isinstance(found, Refused)
    assert reason in found.reason


def test_good_file_goes_in_and_a_bad_one_beside_it_is_told_and_leaves_nothing(place: Place) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 10_000_000)
    done = place.changes.add(
        [
            md("zoo.md", ZOO),
            Offered("kapot.pdf", b"%PDF-1.4 x"),
            Offered("b.docx", bomb.getvalue()),
        ],
        silent,
    )

    assert [card.title for card in done.added] == ["Dierenpark"]
    assert {each.name for each in done.refused} == {"kapot.pdf", "b.docx"}
    assert place.titles == ["Dierenpark"]
    assert place.changes.uploaded() == ("zoo.md",)
    assert sorted(path.name for path in place.folder.iterdir()) == ["zoo.md"]


def test_only_the_owner_of_the_server_can_read_uploads(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)

    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((place.folder / "zoo.md").stat().st_mode) == 0o600


def test_newer_version_replaces_the_older_and_an_unreadable_one_does_not(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)
    newer = place.changes.add([md("zoo.md", ZOO.replace("Dierenpark", "Dierentuin"))], silent)
    assert newer.replaced == ("Dierentuin",)
    assert place.titles == ["Dierentuin"]

    broken = place.changes.add([md("zoo.md", " \n ")], silent)

    assert [each.name for each in broken.refused] == ["zoo.md"]
    assert place.titles == ["Dierentuin"]
    assert "Dierentuin" in (place.folder / "zoo.md").read_text(encoding="utf-8")


def test_what_is_there_already_is_told(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)
    told = {
        "zoo.md": "staat er al in",  # the very same
        "anders.md": "staat er al in",  # the same by another name
        "zoo.txt": "al een rapport met deze naam",  # another format
        "ZOO.md": "al een rapport met deze naam",  # other capitals
    }
    texts = (ZOO, ZOO, POOL, POOL)
    done = place.changes.add([md(n, t) for n, t in zip(told, texts, strict=True)], silent)

    assert {each.name: each.reason for each in done.refused}.keys() == told.keys()
    for each in done.refused:
        assert told[each.name] in each.reason
    assert place.changes.uploaded() == ("zoo.md",)


def test_removed_report_is_gone_with_its_file_and_the_rest_stays(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO), md("bad.md", POOL)], silent)
    assert place.changes.remove("zoo.md", silent) == Done(removed="zoo.md")
    assert place.titles == ["Zwembad"]

    assert place.changes.remove("bad.md", silent).removed == "bad.md"
    assert place.titles == []
    assert list(place.folder.iterdir()) == []


def test_only_an_uploaded_report_can_be_removed(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)

    for name in ("../CURRENT", "weg.md", ".oud", ""):
        with pytest.raises(BadInput, match="is er niet meer"):
            place.changes.remove(name, silent)
    assert place.titles == ["Dierenpark"]


def test_all_can_be_read_again(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO), md("bad.md", POOL)], silent)

    assert place.changes.read_again(silent).all_again == 2
    assert place.titles == ["Zwembad", "Dierenpark"]


def test_failure_while_the_index_is_made_changes_nothing(place: Place) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)

    def full(progress: Progress) -> None:
        if progress.stage == "save":
            raise OSError(28, "No space left on device")

    changed = md("zoo.md", ZOO.replace("Dierenpark", "Dierentuin"))
    with pytest.raises(RaadsbronError, match="kon niet worden bijgewerkt"):
        place.changes.add([changed, md("bad.md", POOL)], full)
    with pytest.raises(RaadsbronError, match="kon niet worden bijgewerkt"):
        place.changes.remove("zoo.md", full)

    assert place.titles == ["Dierenpark"]
    assert [path.name for path in place.folder.iterdir()] == ["zoo.md"]
    assert "Dierenpark" in (place.folder / "zoo.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("indexed", [True, False], ids=["after the index", "before the index"])
def test_change_that_was_killed_is_settled_as_the_index_says(place: Place, indexed: bool) -> None:
    place.changes.add([md("zoo.md", ZOO)], silent)
    folder = UploadFolder.of_store(place.settings.store)
    folder.put([Taken("zoo.md", POOL.encode())])  # and then the process is gone
    if indexed:
        ingest([folder.path], place.settings, TinyEncoder())
    place.changes.add([md("x.exe", "x")], silent)

    expected = "Zwembad" if indexed else "Dierenpark"
    assert place.titles == [expected]
    assert expected in (folder.path / "zoo.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.path.iterdir()] == ["zoo.md"]


def test_second_writer_is_told_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.report_changes._WAIT", 0.0)
    with write_lock(place.settings.store, 0), pytest.raises(StoreBusy, match="Iemand anders"):
        place.changes.add([md("zoo.md", ZOO)], silent)
    folder = UploadFolder.of_store(place.settings.store)
    with folder.locked(), pytest.raises(StoreBusy, match="Iemand anders"):
        place.changes.add([md("zoo.md", ZOO)], silent)

    assert folder.names() == ()


def test_desk_takes_one_change_at_a_time_and_tells_how_it_ended() -> None:
    desk, go = ChangeDesk(), threading.Event()

    def slow(_tell: Callable[[Progress], None]) -> Done:
        go.wait(10)
        return Done(removed="zoo.md")

    assert desk.start("een", slow) == ""
    assert desk.start("twee", slow) == BUSY
    go.set()
    settled(desk)
    assert desk.job is not None
    assert (desk.job.visitor, desk.job.done) == ("een", Done(removed="zoo.md"))

    def broken(_tell: Callable[[Progress], None]) -> Done:
        message = "a fault that nobody foresaw"
        raise RuntimeError(message)

    assert desk.start("twee", broken) == ""
    settled(desk)
    assert desk.job.error.startswith("Het is niet gelukt. Er is niets veranderd")


def settled(desk: ChangeDesk) -> None:
    for _ in range(1_000):
        if desk.job is not None and not desk.job.is_busy:
            return
        threading.Event().wait(0.01)
    raise AssertionError


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        pytest.param({}, PageSettings(), id="nothing"),
        pytest.param({"RAADSBRON_UPLOAD": "1"}, PageSettings(upload=True), id="upload"),
        pytest.param({"RAADSBRON_DOWNLOAD": "ja"}, PageSettings(download=True), id="download"),
        pytest.param({"RAADSBRON_FEEDBACK": "90"}, PageSettings(feedback_days=90), id="feedback"),
        pytest.param({"RAADSBRON_FEEDBACK": "0"}, PageSettings(), id="no feedback"),
    ],
)
def test_nothing_is_on_unless_it_is_switched_on(
    environ: dict[str, str], expected: PageSettings
) -> None:
    assert PageSettings.from_env(environ) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [("RAADSBRON_UPLOAD", "soms"), ("RAADSBRON_FEEDBACK", "-1"), ("RAADSBRON_FEEDBACK", "99999")],
)
def test_setting_that_cannot_be_understood_is_said(name: str, value: str) -> None:
    with pytest.raises(BadInput, match=f"{name} is '{value}'"):
        PageSettings.from_env({name: value})
