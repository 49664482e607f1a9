"""What a question for other things passes over: "welke wijken behalve Oost", "andere dan Oost"."""

from collections.abc import Sequence

from answer.counted import is_plural
from answer.topics import LEAVES_OUT
from answer.words import Role, Word

_BESIDE = LEAVES_OUT | {"naast", "buiten", "besides"}
_OTHER = frozenset("ander andere anders other others".split())
_THAN = frozenset(["dan", "than"])


def passed_over(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the name or noun that the answer is to go beyond, () where there is none.

    It need not stand beside the answer, as everything else that is asked for must.
    """
    at = _where(words)
    run: list[Word] = []
    for word in words[at + 1 :] if at is not None else ():
        if word.role is Role.CONTENT:
            if run and _ends(run[-1]) and not (word.is_name and run[-1].is_name):
                break
            run.append(word)
        elif run:
            break
    return tuple(run)


def _where(words: Sequence[Word]) -> int | None:
    other = next((i for i, word in enumerate(words) if word.text in _OTHER), None)
    for i, word in enumerate(words):
        if word.text in _BESIDE or (other is not None and i > other and word.text in _THAN):
            return i
    return None


def _ends(word: Word) -> bool:
    """Tell the noun that ends "veertien Twentse gemeenten" from the adjective before it."""
    return word.is_name or is_plural(word) or not word.text.endswith("e")
