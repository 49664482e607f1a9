"""Full text: the units in which the words of a question stand, best BM25 first."""

import json
from collections.abc import Callable

from store.hit import PLACE_KINDS, Unit, UnitKind

# Reports up to which their units are looked up before the matches. Among 100,051 passages the
# words of a question took 1.6 ms of CPU and not 13 in 2 reports (p95: 7 and 41), 8 and not 15 in
# 100, but 42 and not 26 in 700.
_FEW = 200
_KINDS = {kind.value: kind for kind in UnitKind}
_ORDER = "ORDER BY score DESC, report_id, kind, position LIMIT ?"

Fetch = Callable[[str, tuple[object, ...]], list[tuple]]  # type: ignore[type-arg]


def find_matches(
    fetch: Fetch, query: str, kinds: frozenset[UnitKind], reports: frozenset[str] | None, k: int
) -> tuple[tuple[Unit, float], ...]:
    """Return at most ``k`` units that match an FTS5 query, best BM25 first, ties by unit.

    ``fetch`` gives the rows of a statement with its values. Scores are positive, higher is better,
    rounded to 3 decimals; a word weighs by the whole archive, whichever ``reports`` are searched
    (None: all). Passages and headings alone are searched in an index of their own.
    """
    places = kinds == set(PLACE_KINDS)
    table = "place_terms" if places else "unit_terms"
    if reports is None and (places or kinds >= set(UnitKind)):
        rows = fetch(_of_all(table), (query, 2 * k, k))
    else:
        these = "kind IN (SELECT value FROM json_each(?))"
        values = [json.dumps(sorted(kinds))]
        if reports is not None:
            these += " AND report_id IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(sorted(reports)))
        few = reports is not None and len(reports) <= _FEW
        sql = _of_few(table, these) if few else _of_many(table, these)
        rows = fetch(sql, (query, *values, k))
    return tuple((Unit(report, _KINDS[kind], i), score) for report, kind, i, score in rows)


def _of_all(table: str) -> str:
    """Of all that match only the best are looked up; ties at the end go by time of coming."""
    return (
        "SELECT report_id, kind, position, score FROM (SELECT rowid AS id,"  # nosec B608 - our own
        f" ROUND(-bm25({table}), 3) AS score FROM {table} WHERE {table} MATCH ?"
        f" ORDER BY rank LIMIT ?) JOIN unit USING (id) {_ORDER}"
    )


def _of_few(table: str, these: str) -> str:
    """Look up the units that count first; the plus keeps SQLite from a search for each of them."""
    return (
        "SELECT report_id, kind, position, score FROM (SELECT rowid AS id,"  # nosec B608 - our own
        f" ROUND(-bm25({table}), 3) AS score FROM {table} WHERE {table} MATCH ?"
        f" AND +rowid IN (SELECT id FROM unit WHERE {these})) JOIN unit USING (id) {_ORDER}"
    )


def _of_many(table: str, these: str) -> str:
    """Look up each match, and then whether it counts."""
    return (
        f"SELECT report_id, kind, position, ROUND(-bm25({table}), 3) AS score"  # nosec B608
        f" FROM {table} JOIN unit ON unit.id = {table}.rowid WHERE {table} MATCH ? AND {these}"
        f" {_ORDER}"
    )
