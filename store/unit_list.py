"""Which units the rows of a generation's matrix belong to."""

from pathlib import Path

from store.catalog import Catalog
from store.hit import Rows
from store.matrix import packed_units
from store.matrix_file import load_units


def units_of(folder: Path, catalog: Catalog, count: int) -> Rows:
    """Return the ``count`` packed units of the generation in ``folder``, sorted.

    They lie in a file; an archive that was put back from a copy has none, and then they are worked
    out from its ``catalog``, a second for each 400,000.
    """
    kept = load_units(folder, count)
    return packed_units(catalog.unit_rows(), catalog.report_ids()) if kept is None else kept
