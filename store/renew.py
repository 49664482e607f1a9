"""Makes the Chroma files of a generation anew from the catalogue and the matrix beside them."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np

from ingest.errors import RaadsbronError
from store.catalog import Catalog
from store.generation import CATALOG_NAME, CHROMA_NAME
from store.hit import PLACE_KINDS
from store.matrix_file import load_matrix
from store.vectors import VectorStore, chroma_keys

_NEW = "chroma-new"
_ROOT = Path(__file__).resolve().parent.parent
_CODE = "import sys; sys.path.insert(0, {root!r}); from store.renew import serve; serve()"


def renew_chroma(folder: Path, dimension: int) -> None:
    """Put a collection with exactly the kept vectors in the place of the one in ``folder``.

    Chroma keeps what was deleted in its files until they are made anew. It also writes memory that
    it never filled to disk: a fresh process has nothing of a removed report in memory. Takes a
    second, and another for each 2,000 vectors. Neither catalogue nor Chroma may be in a change.

    Raises:
        RaadsbronError: when it can't be written.
    """
    command = [sys.executable, "-c", _CODE.format(root=str(_ROOT)), str(folder), str(dimension)]
    code, errors = _run(command)
    if code:
        shutil.rmtree(folder / _NEW, ignore_errors=True)
        said = errors.strip().splitlines()[-1:] or ["het maken brak af"]
        message = f"De vectoren in {folder} konden niet opnieuw worden gemaakt: {said[0]}"
        raise RaadsbronError(message)
    shutil.rmtree(folder / CHROMA_NAME, ignore_errors=True)
    (folder / _NEW).rename(folder / CHROMA_NAME)


def _run(command: list[str]) -> tuple[int, str]:
    """Return the exit code and the errors of a process that does not outlive this one."""
    pipe = subprocess.PIPE
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=quiet, stderr=pipe, encoding="utf-8") as made:
        errors = made.stderr.read() if made.stderr else ""
        return made.wait(), errors


def serve() -> None:
    """Fill the new collection of the folder that the command names; stop when its starter does."""
    threading.Thread(target=_end_with_starter, daemon=True).start()
    folder, dimension = Path(sys.argv[1]), int(sys.argv[2])
    with Catalog(folder / CATALOG_NAME) as catalog:
        rows = catalog.unit_rows()
    keys, places = chroma_keys(rows), [at for at, row in enumerate(rows) if row[1] in PLACE_KINDS]
    vectors = load_matrix(folder, len(rows), dimension)
    if vectors is None:
        sys.exit("de vectoren passen niet bij de teksten")
    shutil.rmtree(folder / _NEW, ignore_errors=True)
    with VectorStore(folder / _NEW, create=True) as chroma:
        chroma.add(keys, np.asarray(vectors[places], dtype=np.float32))


def _end_with_starter() -> None:
    sys.stdin.read()  # ends when the other side is closed, also by kill -9
    os._exit(1)
