"""Takes a question apart into a `Frame`: what is asked, about what, of which year and section."""

import re
from collections.abc import Sequence

from answer import cues, operation_cues
from answer.answer import Operation
from answer.counted import counted_in, counts_money
from answer.frame import Ask, Frame
from answer.understand.asked_lists import asks_for_several
from answer.understand.language import language_of
from answer.understand.named_slots import sections_named, top_count, top_named, years_named
from answer.understand.passed_over import passed_over
from answer.understand.read_words import read_words
from answer.understand.round_numbers import numbers_in
from answer.vocabulary import Vocabulary
from answer.words import Role, Word, content
from ingest.dates import find_dates
from ingest.quantities import Quantity
from store.terms import fold

_PHRASE = re.compile(r"[\"“”„«](?P<phrase>[^\"“”„«»]{3,200})[\"“”„»]")
# An amount that is looked up in reverse; smaller numbers are counts.
_SMALLEST_AMOUNT = 1000
# A question about the tool names next to nothing of a report.
_ABOUT_WORDS = 2
_SHORTEST_CLAIM = 3  # words; fewer name a thing and state nothing


_OF_THINGS = (Ask.LIST, Ask.TEXT, Ask.PERSON, Ask.PLACE, Ask.NAME)


def understand(question: str, vocabulary: Vocabulary, base_year: int | None = None) -> Frame:
    """Return the frame of one question on its own.

    ``base_year`` is the year that "vorig jaar" is read against: the conversation's or the report's,
    never the clock's.
    """
    language = language_of(question)
    words = read_words(question, language, vocabulary)
    texts = (_repaired(question, words), question)
    quantities = numbers_in(question)
    ask, operation = _ask(texts, words, quantities)
    gone = passed_over(words) if ask in _OF_THINGS else ()
    return Frame(
        question=question,
        language=language,
        ask=ask,
        words=tuple(word for word in words if word not in gone),
        context=gone,
        operation=operation,
        unit=_unit(texts, ask),
        counted=() if _says(cues.PERCENT, texts) or counts_money(words) else counted_in(words),
        years=years_named(question, base_year),
        days=tuple(sorted({m.iso for m in find_dates(question) if m.iso})),
        sections=sections_named(question),
        quantities=quantities,
        phrase=_phrase(question, words),
        top=top_named(question),
        whole=_says(operation_cues.WHOLE, texts),
        around=_says(operation_cues.AROUND, texts),
    )


def _says(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _repaired(question: str, words: Sequence[Word]) -> str:
    """Return the question with every word in the form that the archive or the language knows."""
    pieces, at = [], 0
    for word in words:
        pieces += [question[at : word.start], word.text if word.asked.isalpha() else word.asked]
        at = word.end
    return "".join((*pieces, question[at:]))


def _ask(
    texts: Sequence[str], words: Sequence[Word], quantities: Sequence[Quantity]
) -> tuple[Ask, Operation | None]:
    """Return what is asked for and with which operation; the order of the cases is the rule."""
    if _says(cues.ABOUT, texts) and len(content(words)) <= _ABOUT_WORDS:
        return Ask.ABOUT, None
    if _phrase(texts[1], words):
        return Ask.PHRASE, None
    operation = _operation(texts, words)
    ranks = operation in (Operation.MAX, Operation.MIN, Operation.TOP)
    states = not ranks and _states_a_number(texts, quantities)
    if _says(cues.CLAIM, texts) or states:
        return Ask.CLAIM, None
    if any(_is_amount(q) for q in quantities) and _says(cues.PURPOSE, texts):
        return Ask.PURPOSE, None
    if operation in (Operation.SHARE, Operation.COUNT):
        return Ask.AMOUNT, operation
    first = operation is None and _asks_first(texts[0])
    ask = _ask_for_text if first else _ask_by_cue
    return ask(texts, words, operation), operation


_WHICH_YEAR = re.compile(r"\b(welk|which|what) (jaar|year)\b|\b(jaar|year) (met|with)\b", re.I)


_WHY = re.compile(r"^\W*(en |maar |and |but )?(waarom|waardoor|why|hoezo)\b", re.I)
# "Welke baten staan daar tegenover" asks for their amount.
_WHICH_SIDE = re.compile(
    r"\b(welke|which) (baten|lasten|inkomsten|uitgaven|kosten|revenues?)\b", re.I
)


def _ask_by_cue(texts: Sequence[str], words: Sequence[Word], operation: Operation | None) -> Ask:
    money = any(_says(cue, texts) for cue in (cues.AMOUNT, cues.LEFT_OVER, cues.OVERRUN))
    ranks = operation in (Operation.MAX, Operation.MIN, Operation.TOP)
    ranks = ranks and not _says(operation_cues.LIMIT, texts)
    if ranks and (
        money
        or _says(operation_cues.TOP_OF, texts)
        or _says(_WHICH_YEAR, texts)
        or _says(operation_cues.PARTS, texts)
        or _says(cues.MONEY_WORD, texts)
        or _says(operation_cues.WENT_MORE, texts)
    ):
        return Ask.AMOUNT
    if operation is Operation.DIFFERENCE and (money or not counted_in(words)):
        return Ask.REASON if _says(cues.REASON, texts) else Ask.AMOUNT
    if _says(_WHY, texts) or _counts(texts, words):
        return Ask.REASON if _says(_WHY, texts) else Ask.NUMBER
    if asks_for_several(texts, words) and not _says(_WHICH_SIDE, texts):
        return Ask.LIST
    if money and not any(_says(cue, texts) for cue in (cues.HOW_USED, cues.THEIR_VIEW, _NO_AMOUNT)):
        return Ask.AMOUNT
    return _ask_for_text(texts, words, operation)


# These ask of money, but for no amount: why, and what it is made up of.
_NO_AMOUNT = re.compile(
    r"^\W*(en |maar |and |but )?(waarom|waardoor|why|hoezo|(om|wegens) welke reden(en)?|"
    r"hoe komt het|wat (is|was|zijn) de (\w+e )?(reden|redenen|oorzaak|oorzaken|aanleiding))\b|"
    r"\bwaaruit best\w+",
    re.IGNORECASE,
)


def _ask_for_text(texts: Sequence[str], words: Sequence[Word], operation: Operation | None) -> Ask:
    for ask, pattern in cues.TEXT_ASKS:
        if _says(pattern, texts):
            return ask
    if _says(cues.NUMBER, texts):
        return Ask.AMOUNT if operation is Operation.SUM else Ask.NUMBER
    if operation is Operation.SUM and not _says(cues.QUESTION_WORD, texts):
        return Ask.AMOUNT
    if _says(cues.YES_NO, texts) or _says(cues.QUESTION_WORD, texts):
        return Ask.TEXT
    return Ask.AMOUNT if any(word.role is Role.MONEY for word in words) else Ask.ANY


def _counts(texts: Sequence[str], words: Sequence[Word]) -> bool:
    if _says(cues.PERCENT, texts) or _says(cues.PART_OF, texts) or _says(cues.SIZE, texts):
        return True
    return bool(counted_in(words)) and not counts_money(words)


_FIRST = re.compile(
    r"\b(wie|waarom|wanneer|who|why|when|hoeveel|how (?:many|much))\b", re.IGNORECASE
)


def _asks_first(question: str) -> bool:
    """Tell "wie heeft berekend hoeveel", which asks who, by its first question word."""
    asked = [match.group().lower() for match in _FIRST.finditer(question)]
    return len(asked) > 1 and not asked[0].startswith(("hoe", "how"))


def _states_a_number(texts: Sequence[str], quantities: Sequence[Quantity]) -> bool:
    """Tell a statement with a figure in it and no question word: something to be checked."""
    if not quantities or len(texts[1].split()) <= _SHORTEST_CLAIM:
        return False
    if _says(cues.QUESTION_WORD, texts) or _says(cues.ORDER, texts):
        return False
    states_money = any(quantity.unit == "euro" for quantity in quantities)
    return states_money or _says(cues.YES_NO, texts) or not _says(cues.AMOUNT, texts)


def _is_amount(quantity: Quantity) -> bool:
    return quantity.unit == "euro" or (
        quantity.unit == "count" and quantity.value >= _SMALLEST_AMOUNT
    )


def _operation(texts: Sequence[str], words: Sequence[Word]) -> Operation | None:
    if _says(operation_cues.SHARE, texts):
        return Operation.SHARE
    counted = counted_in(words)
    if counted and counted[-1].text in ("posten", "regels", "budgetregels", "begrotingsposten"):
        return Operation.COUNT
    if top_count(texts[1]) or _says(operation_cues.ORDERED, texts):
        return Operation.TOP
    for operation, pattern in operation_cues.OPERATIONS.items():
        if _says(pattern, texts):
            return operation
    return Operation.SUM if _says(operation_cues.WHOLE, texts) else None


def _unit(texts: Sequence[str], ask: Ask) -> str | None:
    if ask is Ask.AMOUNT:
        return "euro"
    if ask is not Ask.NUMBER:
        return None
    if _says(cues.PERCENT, texts):
        return "percent"
    return "fraction" if _says(cues.PART_OF, texts) else "count"


def _phrase(question: str, words: Sequence[Word]) -> str | None:
    """Return words in quotation marks when the question holds no other content than them."""
    match = _PHRASE.search(question)
    if not match or len(match["phrase"].split()) < 2:
        return None
    outside = [w for w in content(words) if not match.start() <= w.start < match.end()]
    return match["phrase"].strip() if not [w for w in outside if fold(w.text) != "zin"] else None
