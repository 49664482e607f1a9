"""Tells which text of a Word document a reader of it can't see."""

from itertools import islice
from typing import Any

from docx.oxml.ns import qn

Node = Any  # lxml comes without types

_WHITE = 0xF7  # of 255, each of red, green and blue; as for PDF files
_NEAR = 12  # paragraphs before and behind: what fits on a cover
_SMALLEST = 4  # half points; legal print starts at 8


def is_unseen(node: Node) -> bool:
    """Return whether the text of a ``w:t`` is hidden, white on white, or under 2 points.

    White letters count as seen where anything around them is shaded, or may be by a table's style
    or a drawing near them.
    """
    run = _above(node, "w:r")
    properties = run.find(qn("w:rPr")) if run is not None else None
    if properties is None:
        return False
    if is_on(properties.find(qn("w:vanish"))) or is_on(properties.find(qn("w:webHidden"))):
        return True
    size = properties.find(qn("w:sz"))
    if size is not None and _number(size.get(qn("w:val"))) < _SMALLEST:
        return True
    colour = properties.find(qn("w:color"))
    return colour is not None and _is_white(colour.get(qn("w:val"))) and not _is_shaded(run)


def is_on(toggle: Node) -> bool:
    """Return whether a property that is on or off is there and on."""
    return toggle is not None and toggle.get(qn("w:val"), "1") not in ("0", "false", "off")


def _above(node: Node, tag: str) -> Node | None:
    while node is not None and node.tag != qn(tag):
        node = node.getparent()
    return node


def _number(value: str | None) -> float:
    return float(value) if value and value.isdigit() else 99.0


def _is_white(colour: str | None) -> bool:
    if colour is None or len(colour) != 6:
        return False
    try:
        return min(bytes.fromhex(colour)) >= _WHITE
    except ValueError:
        return False


def _is_shaded(node: Node) -> bool:
    """Tell whether the run, its paragraph, cell or table has a ground of its own."""
    while node is not None:
        if node.tag == qn("w:tbl") and node.find(f".//{qn('w:tblStyle')}") is not None:
            return True
        for name in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"):
            properties = node.find(qn(name))
            shade = properties.find(qn("w:shd")) if properties is not None else None
            if shade is not None and not _is_white(shade.get(qn("w:fill"), "FFFFFF")):
                return bool(shade.get(qn("w:fill")) != "auto")
        if node.getparent() is not None and node.getparent().tag == qn("w:body"):
            return _is_near_drawing(node)
        node = node.getparent()
    return False


def _is_near_drawing(block: Node) -> bool:
    """Tell whether a picture or shape floats on the page of a paragraph or table, as on a cover."""
    around = (
        *islice(block.itersiblings(), _NEAR),
        *islice(block.itersiblings(preceding=True), _NEAR),
    )
    return any(
        next(near.iter(qn("wp:anchor"), qn("w:pict")), None) is not None
        for near in (block, *around)
    )
