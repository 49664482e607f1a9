"""Tells which text of a PDF page lies in a layer (optional content) that is switched off."""

from ingest.pdf_geometry import Raw
from ingest.pdf_values import get


class LayerWatch:
    """Follows the marked content of one page; `is_off` tells whether what is drawn now shows."""

    def __init__(self, page: Raw) -> None:
        self._properties = get(get(page, "/Resources"), "/Properties")
        self._groups = _Groups(page)
        self._open: list[bool] = []

    @property
    def is_off(self) -> bool:
        """Return whether any open layer is switched off."""
        return any(self._open)

    def begin(self, operands: Raw) -> None:
        """Take note of BDC or BMC: marked content begins, a layer or something else."""
        is_layer = len(operands) == 2 and str(operands[0]) == "/OC"
        held = operands[1] if is_layer else None
        named = raw(self._properties, str(held)) if isinstance(held, str) else held
        self._open.append(is_layer and self._groups.is_off(named))

    def end(self) -> None:
        """Take note of EMC: the last marked content ends."""
        if self._open:
            self._open.pop()


class _Groups:
    """The layers of a document by the number of their object, as a viewer opens it."""

    def __init__(self, page: Raw) -> None:
        try:
            root = page.pdf.root_object
        except Exception:
            root = None
        default = get(get(root, "/OCProperties"), "/D")
        self._all_off = str(get(default, "/BaseState")) == "/OFF"
        self._off = _numbers(get(default, "/OFF"))
        self._on = _numbers(get(default, "/ON"))

    def is_off(self, group: Raw) -> bool:
        """Tell whether a layer, or all layers of a membership, is switched off."""
        members = get(group, "/OCGs")
        if members is not None:
            listed = members if isinstance(members, list) else [raw(group, "/OCGs")]
            return bool(listed) and all(self.is_off(member) for member in listed)
        number = getattr(group, "idnum", None)
        if number is None:
            return False
        return number in self._off or (self._all_off and number not in self._on)


def raw(holder: Raw, key: str) -> Raw:
    """Return what stands under ``key`` as it stands: a reference keeps its number."""
    return holder.raw_get(key) if hasattr(holder, "raw_get") and key in holder else None


def _numbers(references: Raw) -> frozenset[int]:
    listed = references if isinstance(references, list) else []
    return frozenset(number for item in listed if (number := getattr(item, "idnum", None)))
