"""What a question counts: "hoeveel jonge moeders", and whether that is money."""

from collections.abc import Sequence

from answer.lexicon import COMPARING, MONEY_NOUNS
from answer.measures import sides_in
from answer.words import Role, Word

COUNTABLE = ("onderdelen", "posten", "regels")
"""Words of money that are counted themselves."""
_SKIPPED = frozenset(
    """
    stuks exemplaren van of de het the die deze losse those these verschillende unieke procent
    percent nam namen
    steeg stegen stijgt stijgen daalt dalen groeit groeien groeide daalde
    daalden
    """.split()
)
_COUNTING = ("hoeveel", "aantal", "many", "number", "aantallen")


def counted_in(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of what is counted: those behind "hoeveel" up to the first plural noun."""
    at = next((i for i, w in enumerate(words) if w.text in _COUNTING), None)
    if at is None:
        return ()
    run: list[Word] = []
    if _opens_a_clause(words[at + 1 :]):
        return ()
    said = _said_of_some(words[at + 1 :])
    if said:
        return said
    for word in words[at + 1 :]:
        if word.text in _SKIPPED or word.text in _COUNTING:
            continue
        verb = word.is_verb or (word.role is Role.MONEY and word.text not in COUNTABLE)
        if word.role in (Role.GRAMMAR, Role.NUMBER) or word.text in COMPARING or (verb and run):
            break
        run.append(word)
        if is_plural(word):
            break
    # "Hoeveel verwacht Wassenaar": nothing is counted where a verb comes first.
    return () if run and run[0].verb and not is_plural(run[-1]) else tuple(run)


_ARE = ("waren", "zijn", "was", "is", "are", "were")


def _said_of_some(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return "koopwoningen" of "(hoeveel) van de 88 woningen waren koopwoningen", else ()."""
    at = next((i for i, word in enumerate(words) if word.text in _ARE), None)
    if at is None or not words or words[0].text not in ("van", "of"):
        return ()
    behind = words[at + 1 :]
    whole = len(behind) == 1 and behind[0].role is Role.CONTENT and not behind[0].verb
    return tuple(behind) if whole else ()


_SUBJECTS = ("ze", "zij", "we", "wij", "ik", "je", "jullie", "u", "men", "hij", "er")


def _opens_a_clause(words: Sequence[Word]) -> bool:
    """Tell "hoeveel hielden ze over", which counts nothing: a verb and its subject come first."""
    return len(words) > 1 and words[0].verb is not None and words[1].text in _SUBJECTS


def is_plural(word: Word) -> bool:
    """Return whether a noun looks like a plural, repaired or as typed."""
    return len(word.text) > 3 and (
        word.text.endswith(("en", "s")) or word.asked.lower().endswith(("en", "s"))
    )


def counts_money(words: Sequence[Word]) -> bool:
    """Return whether what is counted is money or a sort of it, and no number of things."""
    counted = counted_in(words)
    first = counted[0] if counted else None
    if first is None or counted[-1].text in COUNTABLE:
        return False
    return first.role is Role.MONEY or first.text in MONEY_NOUNS or bool(sides_in(first.text))
