"""The model is converted once, and an interrupted or damaged conversion never harms the reader.

A build takes about 6 s and 470 MB, so these tests share one cache and follow each other.
"""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import BadInput
from store.packaged_model import packaged_model_folder
from store.packaged_weights import read_weights, weights_path

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def cache(tmp_path_factory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    yield folder
    shutil.rmtree(folder)


def test_a_killed_build_leaves_no_model(cache):
    building = _build(cache)
    _wait_for(cache, "building-*/model/model.safetensors")
    building.send_signal(signal.SIGKILL)
    building.communicate(timeout=300)

    assert not list(cache.glob("multilingual*/"))


def test_two_builds_at_once_give_one_good_model(cache):
    builds = [_build(cache), _build(cache)]
    folders = {Path(build.communicate(timeout=300)[0].strip()) for build in builds}

    assert [build.returncode for build in builds] == [0, 0]
    assert folders == {packaged_model_folder(cache)}
    assert not list(cache.glob("building-*")), "what the killed build left is still there"


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("model.safetensors", lambda content: content[:-1000]),
        ("config.json", lambda content: content.replace(b"384", b"385")),
    ],
    ids=["cut short", "changed at equal length"],
)
def test_a_damaged_model_is_built_again(cache, name, damage):
    path = packaged_model_folder(cache) / name
    good = path.read_bytes()
    path.write_bytes(damage(good))

    packaged_model_folder(cache)

    assert path.read_bytes() == good


def test_a_good_model_is_not_built_again(cache):
    path = packaged_model_folder(cache) / "model.safetensors"
    written = path.stat().st_mtime_ns

    packaged_model_folder(cache)

    assert path.stat().st_mtime_ns == written


def test_a_cache_that_cannot_be_written_is_named(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")

    with pytest.raises(BadInput, match=r"can't be written.*RAADSBRON_CACHE"):
        packaged_model_folder(blocked)


@pytest.mark.parametrize("content", [b"", b"E5S1", b"GGUF" + bytes(400), b"E5S1\x02" + bytes(400)])
def test_weights_of_another_kind_are_refused(tmp_path, content):
    path = tmp_path / "weights.bin"
    path.write_bytes(content)

    with pytest.raises(BadInput, match=r"can't be read from .*weights\.bin.*reinstall"):
        read_weights(path)


def test_weights_that_end_early_are_refused(tmp_path):
    path = tmp_path / "weights.bin"
    path.write_bytes(weights_path().read_bytes()[:-1])

    with pytest.raises(BadInput, match="it ends before tensor"):
        read_weights(path)


def _build(cache: Path) -> subprocess.Popen[str]:
    return _python(
        "import sys; from pathlib import Path; "
        "from store.packaged_model import packaged_model_folder; "
        "print(packaged_model_folder(Path(sys.argv[1])))",
        str(cache),
    )


def _python(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _wait_for(folder: Path, pattern: str) -> None:
    deadline = time.monotonic() + 300
    while not list(folder.glob(pattern)):
        assert time.monotonic() < deadline, f"no {pattern} within five minutes"
        time.sleep(0.02)
