"""Dataclasses as plain data, and back with every field looked at.

This is how a report leaves the reading process. What a hostile file took over can send anything, so
nothing in what comes names a type or a function: the receiver says what it expects, and takes
nothing else.
"""

import math
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")
_Data = Any  # as json gives it; every use looks at what it is
_Type = Any  # a class, or a union or tuple of them as written behind a field
_Make = Callable[[_Data], _Data]
_LONGEST_NUMBER = 60  # characters of a decimal; the largest amount of a state has 20


def as_plain(value: object) -> object:
    """Return a value as lists, texts, numbers and None: a dataclass is the list of its fields.

    >>> from ingest.span import Span
    >>> as_plain((Span(3, 7), Decimal("1.50"), None))
    [[3, 7], '1.50', None]
    """
    if isinstance(value, str):  # first, for most are; of an enum too
        return str(value)
    if isinstance(value, tuple):
        return [as_plain(each) for each in value]
    if is_dataclass(value):
        kind: _Type = type(value)
        return [as_plain(getattr(value, name)) for name in _names(kind)]
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return str(value) if isinstance(value, Decimal | Path) else value


def from_plain(kind: type[Kind], data: object) -> Kind:
    """Return the ``kind`` that `as_plain` made ``data`` of.

    Raises:
        ValueError: when it is anything else: a field too many or too few, or of another type.

    >>> from ingest.span import Span
    >>> from_plain(Span, [3, 7])
    Span(start=3, end=7)
    """
    wanted: _Type = kind
    found: Kind = _maker(wanted)(data)
    return found


@cache
def _names(kind: _Type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: _Type) -> _Make:
    if isinstance(kind, type) and is_dataclass(kind):
        return _made_of_fields(kind)
    origin: _Type = get_origin(kind)
    if origin is tuple:
        return _made_of_each(kind)
    if isinstance(kind, UnionType):  # of one type and None, as all here are
        return _or_none(_maker(next(each for each in get_args(kind) if each is not NoneType)))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda data: kind(_exactly(str, data))
    made: _Make = _OTHERS.get(kind, lambda data: _exactly(kind, data))
    return made


def _made_of_fields(kind: _Type) -> _Make:
    hints = get_type_hints(kind)
    makers = tuple(_maker(hints[name]) for name in _names(kind))

    def made(data: _Data) -> _Data:
        values = _exactly(list, data)
        return kind(*(make(value) for make, value in zip(makers, values, strict=True)))

    return made


def _made_of_each(kind: _Type) -> _Make:
    make = _maker(get_args(kind)[0])
    return lambda data: tuple(make(each) for each in _exactly(list, data))


def _or_none(make: _Make) -> _Make:
    return lambda data: None if data is None else make(data)


def _exactly(kind: _Type, data: _Data) -> _Data:
    """Return ``data`` where it is of that very type: True is no number here."""
    if type(data) is not kind:
        message = f"expected {kind.__name__}, found {type(data).__name__}"
        raise ValueError(message)
    return data


def _decimal(data: _Data) -> Decimal:
    """Return a finite decimal; one of a billion digits would fill the memory when it is printed."""
    if len(_exactly(str, data)) > _LONGEST_NUMBER:
        message = f"expected a number of at most {_LONGEST_NUMBER} characters, found {len(data)}"
        raise ValueError(message)
    try:
        found = Decimal(data)
    except InvalidOperation:
        message = "expected a number, found another text"
        raise ValueError(message) from None
    if not found.is_finite() or abs(found.adjusted()) > _LONGEST_NUMBER:
        message = "expected a number of a size that reports have"
        raise ValueError(message)
    return found


def _real(data: _Data) -> float:
    if type(data) not in (int, float) or not math.isfinite(data):
        message = f"expected a number, found {type(data).__name__}"
        raise ValueError(message)
    return float(data)


def _path(data: _Data) -> Path:
    return Path(_exactly(str, data))


def _bytes(data: _Data) -> bytes:
    return b64decode(_exactly(str, data), validate=True)


_OTHERS: dict[_Type, _Make] = {Decimal: _decimal, float: _real, Path: _path, bytes: _bytes}
