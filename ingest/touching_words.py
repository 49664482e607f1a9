"""Tells a row of narrow headers that nearly touch from a sentence."""

from ingest.table_lines import Line, Piece


def names_cells(piece: Piece, row: Line) -> bool:
    """Return whether each word of a piece stands over one amount of ``row``, and over its own."""
    amounts = [cell for cell in row.pieces if cell.is_number]
    under = [[a for a in amounts if w.x0 < a.x1 and a.x0 < w.x1] for w in piece.words]
    own = {cells[0].order for cells in under if len(cells) == 1}
    return len(own) == len(piece.words)
