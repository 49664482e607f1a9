"""Reads a question in the light of the earlier ones: what it leaves out is taken from them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Operation
from answer.conversation.around_subject import around_subject
from answer.conversation.elsewhere import elsewhere
from answer.conversation.inherited import (
    AVERAGE,
    SUPERLATIVES,
    as_earlier,
    context_of,
    inherit,
    same_subject,
)
from answer.conversation.last_subjects import (
    all_with,
    joined,
    of_last_subjects,
    side_by_side,
    subject_of_turns,
)
from answer.conversation.shares import share_for_them, share_of_all
from answer.counted_before import counted_before
from answer.frame import Ask, Frame
from answer.lexicon import MEASURES
from answer.words import Role, Word, content
from ingest.dates import find_dates

_GOES_ON = re.compile(r"^\W*(en|and|maar|ook|dus|nee|sorry|what about|how about|of|dan)\b", re.I)
_NARROWS = re.compile(r"^\W*(en |maar )?(alleen|only|just|dan alleen|maar dan)\b", re.I)
_CORRECTS = re.compile(r"\b(ik bedoel\w*|bedoel|i mean\w*|niet .{2,40} maar)\b", re.I)
_LEAVES_OUT = re.compile(
    r"\b(zonder|behalve|exclusief|uitgezonderd|without|except|excluding|eraf|weglaat|weglaten)\b|"
    r"\bals\b.{1,60}\b(af ?haal\w*|af ?trek\w*|niet mee ?(tel|reken)\w*)\b",
    re.I,
)
# "Even iets anders: ..." leaves the conversation.
_TURNS_AWAY = re.compile(
    r"^\W*(?:(?:ok[eé]?|goed|en|nu|dan|even|nog|now)\W+)*(?:iets (?:heel |totaal )?anders|"
    r"(?:een )?(?:andere|nieuwe) vraag|something else|(?:a )?(?:different|new) question)\b",
    re.I,
)
# "En met welzijn op recept erbij?"
_ADDS = re.compile(r"\b(erbij|bij elkaar|opgeteld|plus|samen met|bijgeteld|added)\b", re.I)
_POINTS_BACK = re.compile(r"\b(dat|die|deze|dit|het|daar\w*|hier\w*|it|that|this|those)\b", re.I)
_WHOLE_REPORT = re.compile(
    r"\b(alle|all) (\w+ )?(onderdelen|thema'?s|posten|regels|parts|items|themes)\b|"
    r"\b(hele|whole) (rapport|terugblik|verslag|begroting|report)\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(hoeveel|wat|wie|waar\w*|wanneer|hoe|welke?|how|what|who|where|when|why|which)\b", re.I
)
_OF_TWO = (Operation.DIFFERENCE, Operation.SHARE)
_PAIR = 2


def in_conversation(frames: Sequence[Frame], places: frozenset[str] = frozenset()) -> Frame:
    """Return the last frame, completed from those before it (oldest first).

    A word or two after "en" take the place of the earlier subject; a question that only points back
    ("wat heeft dat gekost?") keeps it; any other question stands by itself, and the earlier subject
    merely helps to choose between what it may mean. ``places`` are the folded names of the
    archive's municipalities: "ik bedoel in Almelo" changes the place and keeps the subject.
    """
    before: list[Frame] = [frames[0]]
    for frame in frames[1:]:
        before.append(_follow(before, frame, places))
    return before[-1]


def _follow(before: Sequence[Frame], frame: Frame, places: frozenset[str]) -> Frame:
    """Read one turn in the light of those before it; the order of the readings is the rule."""
    if frame.ask in (Ask.ABOUT, Ask.PHRASE):
        return frame
    if _TURNS_AWAY.search(frame.question):
        return replace(frame, words=_behind(frame))
    earlier = before[-1]
    return (
        around_subject(earlier, frame)
        or _of_other_place(earlier, frame, places)
        or share_of_all(earlier, frame)
        or _without_content(before, frame)
        or share_for_them(before, frame)
        or _beside_subject(before, frame)
        or _by_itself(earlier, frame)
    )


def _behind(frame: Frame) -> tuple[Word, ...]:
    """Return the words behind "even iets anders:"."""
    turned = _TURNS_AWAY.search(frame.question)
    return tuple(word for word in frame.words if turned is None or word.start >= turned.end())


def _of_other_place(earlier: Frame, frame: Frame, places: frozenset[str]) -> Frame | None:
    """Ask the earlier question of the municipality that is all this turn names."""
    own = content(frame.words)
    if not own or not all(word.text in places for word in own):
        return None
    ahead = (None, *earlier.words)
    kept = tuple(
        word
        for before, word in zip(ahead, earlier.words, strict=False)
        if word.text not in places
        and not (word.is_name and before is not None and before.text == "in")
    )
    return as_earlier(earlier, frame, (*kept, *own))


def _without_content(before: Sequence[Frame], frame: Frame) -> Frame | None:
    if any(word.text not in AVERAGE for word in _content(frame)):
        return None
    if _WHOLE_REPORT.search(frame.question):
        return replace(frame, ask=Ask.AMOUNT if frame.whole else frame.ask)
    return None if frame.sections else _without_subject(before, frame)


def _content(frame: Frame) -> tuple[Word, ...]:
    """Return what a turn names; a claim's "voorjaar 2025" is compared and names nothing."""
    spans = [mention.span for mention in find_dates(frame.question)]
    dated = spans if frame.ask is Ask.CLAIM else []
    return tuple(
        word
        for word in content(frame.words)
        if not any(span.start <= word.start < span.end for span in dated)
    )


def _beside_subject(before: Sequence[Frame], frame: Frame) -> Frame | None:
    """Put what this turn names beside the earlier subject, or in its place; None where it can't."""
    earlier, asks = before[-1], bool(_ASKS.search(frame.question))
    if _LEAVES_OUT.search(frame.question) and not asks:
        left = as_earlier(earlier, frame, (*earlier.words, *frame.words))
        return replace(left, whole=True, ask=Ask.AMOUNT, operation=Operation.SUM)
    adds = _ADDS.search(frame.question) and content(frame.words)
    if adds and (not asks or _names_other_side(frame)):
        return all_with(before, frame) or joined(side_by_side(earlier), frame, Operation.SUM)
    share = frame.unit in ("percent", "fraction") and earlier.ask is Ask.AMOUNT
    operation = Operation.SHARE if share else frame.operation
    reason = frame.ask is Ask.REASON  # "waarom was dat minder dan begroot?" asks for no difference
    if operation is not None and operation in _OF_TWO and not reason and _is_one_side(frame):
        return joined(content(earlier.words), frame, operation)
    if _NARROWS.search(frame.question):
        return inherit(earlier, frame, (*content(earlier.words), *frame.words))
    return _in_its_place(earlier, frame) if _is_fragment(frame) else None


def _in_its_place(earlier: Frame, frame: Frame) -> Frame:
    """Ask the earlier question of what this fragment names, or in the place that it names."""
    moved = elsewhere(earlier, frame)
    if moved:
        return as_earlier(earlier, frame, moved)
    return inherit(earlier, frame, (*frame.words, *_kept_measures(earlier, frame)))


def _by_itself(earlier: Frame, frame: Frame) -> Frame:
    """Let the question stand by itself; the year of the earlier one holds on for its amounts.

    A count or a fact of the prose may well stand in a sentence that names another year.
    """
    goes_on = _GOES_ON.search(frame.question) or _POINTS_BACK.search(frame.question)
    years = frame.years or (
        earlier.years if goes_on and frame.ask not in (Ask.NUMBER, Ask.CLAIM) else ()
    )
    if _only_does(frame):
        kept = (*content(earlier.words), *frame.words)
        asked = replace(frame, ask=Ask.AMOUNT, unit="euro")
        return replace(asked, words=kept, context=earlier.context, years=years)
    made = replace(frame, context=context_of(earlier, frame.words), years=years)
    things = counted_before(earlier, frame)
    return replace(made, ask=Ask.NUMBER, unit="count", counted=things) if things else made


_THEY = re.compile(r"\b(?:ze|zij|hij|they|he|she)\b", re.I)


def _only_does(frame: Frame) -> bool:
    """Tell "hoeveel hadden ze gevraagd": of money, and all it says is what they did."""
    own = content(frame.words)
    did = bool(own) and all(word.is_verb or word.text in MEASURES for word in own)
    of_money = frame.ask is Ask.AMOUNT or any(word.text in MEASURES for word in own)
    return did and of_money and bool(_THEY.search(frame.question))


def _without_subject(before: Sequence[Frame], frame: Frame) -> Frame:
    """Read a question without a subject of its own: of the last one, or of the last two."""
    earlier = before[-1]
    both = of_last_subjects(before, frame)
    if both is not None:
        return both
    if frame.operation in SUPERLATIVES and frame.ask is not Ask.NUMBER:
        if earlier.operation in _OF_TWO and (frame.top or 1) > _PAIR:
            return frame  # "welke vijf posten" after a comparison of two can't be of those
        ranked = as_earlier(earlier, frame, earlier.words)
        return replace(
            ranked, ask=Ask.AMOUNT, unit="euro", operation=frame.operation, top=frame.top
        )
    return same_subject(subject_of_turns(before) if frame.ask is Ask.AMOUNT else earlier, frame)


def _is_one_side(frame: Frame) -> bool:
    """Tell "is dat meer dan X", with the earlier subject as other side, from a whole comparison."""
    joins = [w for w in frame.words[1:] if w.text in ("en", "and", "tussen", "between")]
    return _names_other_side(frame) and not joins and len(content(frame.words)) <= 3


def _names_other_side(frame: Frame) -> bool:
    """Tell "hoeveel is het van X" from "hoeveel van het geld", where "het" points at nothing.

    Before a noun it is an article; "dat geld" and "die twee" still point back.
    """
    nouns = (Role.CONTENT, Role.MONEY)
    behind = (*frame.words[1:], None)
    return any(
        _POINTS_BACK.fullmatch(word.text)
        and not (word.text == "het" and following is not None and following.role in nouns)
        for word, following in zip(frame.words, behind, strict=True)
    )


def _kept_measures(earlier: Frame, frame: Frame) -> tuple[Word, ...]:
    """Return the earlier question's "begroot" or "werkelijk", unless this one names its own."""
    if any(word.text in MEASURES for word in frame.words):
        return ()
    return tuple(word for word in earlier.words if word.text in MEASURES)


def _is_fragment(frame: Frame) -> bool:
    """Tell "en naar mantelzorg?" from a question of its own."""
    if frame.ask is Ask.ANY:
        return True
    goes_on = bool(_GOES_ON.search(frame.question) or _CORRECTS.search(frame.question))
    return goes_on and frame.ask in (Ask.AMOUNT, Ask.TEXT) and not _ASKS.search(frame.question)
