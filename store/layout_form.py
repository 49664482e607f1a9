"""A layout becomes one text of JSON and is read back as an equal object."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from ingest.dates import DateMention
from ingest.quantities import Quantity
from ingest.span import Span
from store.layout import Layout

T = TypeVar("T")


def write_layout(layout: Layout) -> str:
    """Return ``layout`` as JSON on one line."""
    form = {
        "said": layout.said,
        "terms": layout.terms,
        "places": layout.places,
        "told": tuple(layout.told.items()),
        "names": layout.names,
        "short": layout.short,
        "identity": layout.identity,
        "days": layout.days,
        "quantities": [(at, tuple(map(_quantity, q))) for at, q in layout.quantities.items()],
        "dates": [(at, tuple(map(_date, dates))) for at, dates in layout.dates.items()],
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def read_layout(text: str) -> Layout:
    """Return the layout that `write_layout` wrote.

    Numbers and dates are made when they are asked for: most questions look at few of them.
    """
    form = json.loads(text)
    return Layout(
        said=tuple(form["said"]),
        terms=tuple(form["terms"]),
        places=form["places"],
        told=dict(form["told"]),
        names=form["names"],
        short=tuple(map(tuple, form["short"])),
        identity=form["identity"],
        days=tuple(form["days"]),
        quantities=_Lazy(form["quantities"], _read_quantity),
        dates=_Lazy(form["dates"], _read_date),
    )


class _Lazy(Mapping[int, tuple[T, ...]]):
    """Lists by number, each read when it is looked at."""

    def __init__(self, rows: Any, read: Any) -> None:  # noqa: ANN401 - JSON, and what reads it
        self._rows = dict(rows)
        self._read = read

    def __getitem__(self, at: int) -> tuple[T, ...]:
        found = self._rows[at]
        if isinstance(found, list):
            found = self._rows[at] = tuple(map(self._read, found))
        return tuple(found)

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _quantity(found: Quantity) -> tuple[object, ...]:
    most = None if found.value_max is None else str(found.value_max)
    span = (found.span.start, found.span.end)
    return (*span, str(found.value), most, found.unit, found.about, str(found.step))


def _read_quantity(row: list[Any]) -> Quantity:
    start, end, value, most, unit, about, step = row
    upto = None if most is None else Decimal(most)
    return Quantity(Span(start, end), Decimal(value), upto, unit, about, Decimal(step))


def _date(found: DateMention) -> tuple[object, ...]:
    return (found.span.start, found.span.end, found.grain, found.iso, found.years)


def _read_date(row: list[Any]) -> DateMention:
    start, end, grain, iso, years = row
    return DateMention(Span(start, end), grain, iso, tuple(years))
