"""`python -m ingest MAP...` does what `raadsbron ingest MAP...` does."""

import sys

from cli import run

if __name__ == "__main__":
    sys.exit(run(["ingest", *sys.argv[1:]]))
