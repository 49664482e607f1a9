"""The marks and numbers that Word prints before paragraphs and does not keep in their text."""

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

Node = Any  # python-docx and lxml come without types
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "": "•"}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LEVELS = 9


@dataclass(slots=True)
class ListNumbers:
    """Counts the numbered paragraphs of one document; ask `mark` for each paragraph in order."""

    document: Node
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, paragraph: Node, style: Node) -> str | None:
        """Return what Word prints before ``paragraph`` ("•", "1.", "2.1"), or None."""
        found = _numbering(paragraph, style)
        if found is None:
            return None
        number_id, level = found
        definition = self._definition(number_id)
        if definition is None:
            return None
        shape = _level(definition, level)
        if shape is None:
            return None
        kind = _value(shape, "w:numFmt") or "decimal"
        pattern = _value(shape, "w:lvlText") or ""
        if kind == "none":
            return None
        if kind == "bullet":
            return _BULLETS.get(pattern, pattern if pattern.isprintable() else "•")
        counts = self._count(definition, level)
        for depth in range(level + 1):
            inner = _level(definition, depth)
            inner_kind = (_value(inner, "w:numFmt") if inner is not None else None) or "decimal"
            pattern = pattern.replace(f"%{depth + 1}", _printed(counts[depth], inner_kind))
        return pattern.strip() or None

    def _count(self, definition: Node, level: int) -> list[int]:
        key = definition.get(qn("w:abstractNumId")) or ""
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        for depth in range(level):
            counts[depth] = counts[depth] or _start(definition, depth)
        counts[level] = counts[level] + 1 if counts[level] else _start(definition, level)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return counts

    def _definition(self, number_id: str) -> Node | None:
        try:
            root = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return None
        for number in root.findall(qn("w:num")):
            if number.get(qn("w:numId")) == number_id:
                wanted = _value(number, "w:abstractNumId")
                for definition in root.findall(qn("w:abstractNum")):
                    if definition.get(qn("w:abstractNumId")) == wanted:
                        return definition
        return None


def _numbering(paragraph: Node, style: Node) -> tuple[str, int] | None:
    """Return the id and level (from 0) of a paragraph's list, its own or its style's."""
    number_id, level = _own_numbering(paragraph._p.pPr)
    seen = 0
    while number_id is None and style is not None and seen < 10:
        number_id, style_level = _own_numbering(style.element.find(qn("w:pPr")))
        level = style_level if level is None else level
        style, seen = style.base_style, seen + 1
    if number_id in (None, "0"):
        return None
    depth = int(level) if level and level.isdigit() else 0
    return str(number_id), min(depth, _LEVELS - 1)


def _own_numbering(properties: Node) -> tuple[str | None, str | None]:
    holder = properties.find(qn("w:numPr")) if properties is not None else None
    if holder is None:
        return None, None
    return _value(holder, "w:numId"), _value(holder, "w:ilvl")


def _level(definition: Node, level: int) -> Node | None:
    for shape in definition.findall(qn("w:lvl")):
        if shape.get(qn("w:ilvl")) == str(level):
            return shape
    return None


def _start(definition: Node, level: int) -> int:
    shape = _level(definition, level)
    start = _value(shape, "w:start") if shape is not None else None
    return int(start) if start and start.isdigit() else 1


def _value(holder: Node, name: str) -> str | None:
    found = holder.find(qn(name))
    value = found.get(qn("w:val")) if found is not None else None
    return str(value) if value is not None else None


def _printed(count: int, kind: str) -> str:
    count = max(1, count)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and count <= len(_ROMAN):
        return _ROMAN[count - 1].upper() if kind == "upperRoman" else _ROMAN[count - 1]
    return str(count)
