"""Typed access to one JSON object, so that a wrong file is named with its line and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from ingest.errors import BadInput


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object and where it stands; ``where`` goes into every message ("dev.jsonl:12").

    Raises:
        BadInput: from each method, when a key holds something of another type or a must is missing.
    """

    where: str
    data: Mapping[str, object]

    @classmethod
    def of(cls, where: str, thing: object) -> "Fields":
        """Return ``thing`` as fields; it must be a JSON object."""
        if not isinstance(thing, Mapping):
            message = f"{where}: expected a JSON object, found {type(thing).__name__}"
            raise BadInput(message)
        return cls(where, thing)

    def text(self, key: str) -> str:
        """Return the string under ``key``, which must be there."""
        value = self.maybe_text(key)
        return self._refuse(key, "a string") if value is None else value

    def maybe_text(self, key: str) -> str | None:
        """Return the string under ``key``, or None where it is absent or null."""
        value = self.data.get(key)
        if value is None or isinstance(value, str):
            return value
        return self._refuse(key, "a string or null")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the strings under ``key``; one string stands for a list of one; () if absent."""
        value = self.data.get(key)
        if isinstance(value, str):
            return (value,)
        found = self._list(key, "strings")
        return tuple(x if isinstance(x, str) else self._refuse(key, "strings") for x in found)

    def number(self, key: str) -> Decimal | None:
        """Return the number under ``key`` exactly as written, or None where absent or null."""
        value = self.data.get(key)
        return None if value is None else self._decimal(key, value)

    def count(self, key: str) -> int | None:
        """Return the whole number under ``key``, or None where absent or null."""
        value = self.number(key)
        return None if value is None else int(value)

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        """Return the numbers under ``key``, in order; () where absent."""
        return tuple(self._decimal(key, value) for value in self._list(key, "numbers"))

    def flag(self, key: str) -> bool:
        """Return whether ``key`` holds true."""
        return self.data.get(key) is True

    def inner(self, key: str) -> "Fields":
        """Return the object under ``key``; an empty one where absent."""
        value = self.data.get(key)
        return Fields.of(f"{self.where}: {key}", {} if value is None else value)

    def objects(self, key: str) -> tuple["Fields", ...]:
        """Return the objects under ``key``, in order; () where absent."""
        found = self._list(key, "objects")
        return tuple(Fields.of(f"{self.where}: {key}[{i}]", x) for i, x in enumerate(found))

    def _list(self, key: str, of: str) -> list[object] | tuple[object, ...]:
        value = self.data.get(key)
        if value is None:
            return ()
        return value if isinstance(value, list | tuple) else self._refuse(key, f"a list of {of}")

    def _decimal(self, key: str, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            return self._refuse(key, "a number")
        return Decimal(str(value))

    def _refuse(self, key: str, expected: str) -> NoReturn:
        found = repr(self.data.get(key, "nothing"))[:60]
        message = f"{self.where}: key {key!r} should hold {expected}, found {found}; mend that line"
        raise BadInput(message)
