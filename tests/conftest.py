"""Parts that tests share: the reports, a tiny encoder, a built store, and no way to the network."""

import hashlib
import ipaddress
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from evals.documents import FORMATS
from store.encoder import Vectors
from store.settings import Settings
from tests.scans import HOW_TO_GET_OCR, has_tesseract

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "reports"
SAMPLES = ROOT / "docs" / "reports"


@dataclass(frozen=True, slots=True)
class TinyEncoder:
    """Letter trigrams hashed into 64 columns: texts that share words are near, at no cost."""

    name: str = "tiny"
    dimension: int = 64

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._row(text) for text in texts], np.float32).reshape(-1, 64)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self.encode_queries(texts)

    def _row(self, text: str) -> Vectors:
        row = np.zeros(self.dimension, np.float32)
        padded = f"  {' '.join(text.lower().split())}  "
        for start in range(len(padded) - 2):
            digest = hashlib.sha256(padded[start : start + 3].encode()).digest()
            row[digest[0] % self.dimension] += 1
        unit: Vectors = row / np.linalg.norm(row)
        return unit


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """Return the folder of the two real reports, or the samples on a clone without them."""
    return REAL if REAL.is_dir() else SAMPLES


@pytest.fixture(scope="session")
def tiny_encoder() -> TinyEncoder:
    """Return an encoder of 64 columns that needs no model; the same text gives the same row."""
    return TinyEncoder()


@pytest.fixture(scope="session")
def real_store(real_reports: Path) -> Settings:
    """Return settings whose store holds `real_reports`, made by the packaged model.

    Tests that use it get the mark "model". It is built once for these files and this code, and kept
    in the cache between runs of the tests.
    """
    from evals.archive import built_store  # noqa: PLC0415 - only tests that need a store load it

    return built_store((real_reports,), Settings.from_env(), FORMATS)


@pytest.fixture(scope="session")
def sample_home(pytestconfig: pytest.Config) -> Path:
    """Return the store of someone without reports of their own: the samples are indexed in it.

    It is kept between runs, at the place where the tests in the browser look for it too.
    """
    from evals.archive import archive_key  # noqa: PLC0415 - only tests that need a store load it
    from evals.kept_encoder import KeptEncoder  # noqa: PLC0415
    from store.samples import index_samples  # noqa: PLC0415

    assert pytestconfig.cache is not None
    settings = Settings.from_env()
    key = archive_key((SAMPLES,), settings.model, FORMATS)
    home = replace(settings, store=pytestconfig.cache.mkdir("page-stores") / key)
    index_samples(home, lambda: KeptEncoder(home))
    return home.store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "real_store" in getattr(item, "fixturenames", ()):
            item.add_marker("model")
        if item.get_closest_marker("ocr") and not has_tesseract():
            item.add_marker(pytest.mark.skip(reason="no Tesseract with Dutch on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not has_tesseract():
        for line in HOW_TO_GET_OCR:
            terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection but to this machine: nothing that runs here may call outside."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: object) -> None:
        _refuse_outside(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        _refuse_outside(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        yield


def _refuse_outside(connection: socket.socket, address: object) -> None:
    if connection.family == socket.AF_UNIX or (isinstance(address, tuple) and _is_here(address[0])):
        return
    message = f"a test tried to reach {address!r}; tests and the product use no network"
    raise AssertionError(message)


def _is_here(host: object) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False
