"""Prints the sample reports of this folder, and those of the question sets, from their sources.

Run it as ``python docs/reports/print_samples.py`` after a change in ``sources/``; it needs the
development tools (``pip install -e '.[dev]'``). ``tests/test_samples.py`` tells when it was not.
"""

from pathlib import Path

from sample_docx import print_docx
from sample_pdf import print_pdf
from sample_source import read_source
from sample_text import print_text

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE, HERE.parents[1] / "evals" / "samples")
PRINTERS = {".pdf": print_pdf, ".docx": print_docx, ".txt": print_text}


def print_folder(folder: Path, out: Path) -> tuple[Path, ...]:
    """Return the files printed into ``out`` from ``folder/sources/*.toml``, in order of name."""
    printed = []
    for path in sorted((folder / "sources").glob("*.toml")):
        source = read_source(path)
        target = out / source.file
        PRINTERS[target.suffix](source, target)
        printed.append(target)
    return tuple(printed)


if __name__ == "__main__":
    for folder in FOLDERS:
        print_folder(folder, folder)
