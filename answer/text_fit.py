"""Whether a sentence holds the sort of thing that was asked for: a date, a place, a reason, ..."""

import re
from itertools import pairwise

from answer.cues import OFTEN
from answer.frame import Ask, Frame
from answer.goals import HEADING
from answer.view import SentenceView
from answer.words import Role, Word
from store.terms import fold, stem, tokens

_EXCLUDED = -1.0
_NAMED_GOAL = 1.5  # "Doel is dat ..." says it in so many words
_HALF = 0.5  # what something is done for is a reason too, a weaker one than "doordat"
_PURPOSE = re.compile(r"\bom .{3,140} te \w+en\b|\bnodig\b|\bzodat\b|\bdoor \w+\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(omdat|doordat|daarom|want|waardoor|hierdoor|daardoor|reden(en)?|oorzaak|vanwege|wegens|"
    r"als gevolg van|dankzij|aangezien|gebleken|komt door|te weinig|door \w+(regels|tekort\w*))\b|"
    r"\bcruciaal\b|\b(om|wegens) die reden\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"\b(is|zijn|was|betreft|betekent|bestaat uit|houdt in|oftewel|ofwel)\s+(een|de|het|bedoeld|"
    r"dat)\b|\bdoel\b|\bwaarbij\b|\bwaarmee\b|\bkunnen\b|\(\w[^()]{8,}\)|\bbegeleid\w*\b|\bhelpt\b|"
    r"\bzorgt\b|^(\w+\s){1,4}(zijn|is)\s",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(in|op|bij|te|aan|rond|vanuit)\s+"
    r"(de\s+|het\s+|een\s+|'t\s+|’t\s+)?(\w+\s+){0,2}[A-Z][\w’']+|"
    r"\b(wijk|buurt|straat|plein|school|locatie|centrum|"
    r"begraafplaats|park|gebouw|huis|stad)\w*\b|\bwww\.\w|\bhttps?:"
)
_PERSON = re.compile(
    r"\b[A-Z]\.\s?([A-Z]\.\s?)*[A-Z]\w+|(?<=\s)[A-Z][a-z]+ (?:[A-Z]\w+|BV|NV)\b|"
    r"\b\w*(coach|makelaar|coördinator|voorzitter|wethouder|burgemeester|secretaris|medewerkers?|"
    r"vrijwilligers?|professionals?|ambassadeurs?|werkers?|adviseur|specialiste?|kwartiermaker|"
    r"projectleiders?|consulent\w*|verpleegkundige\w*|artsen|organisatie|stichting|collectief|"
    r"bedrijf|college|raad|bestuur|overleg|regievoerder|partners)\b"
)
_MANNER = re.compile(
    r"\b(door|via|middels|met behulp van|waarbij|samen met|gericht op|ingezet|zo|per week|"
    r"wekelijks|maandelijks|keer|kan|kunnen|wordt|worden|daarom|zodat|waardoor)\b",
    re.IGNORECASE,
)


# "Op welke datum" is not answered by a year.
_WHOLE_DATE = re.compile(
    r"\b\w*datum\b|\bwelke dag\b|\b(?:what|which) (?:date|day)\b", re.IGNORECASE
)
_GOAL = re.compile(
    r"\b(doel\w*|bedoeld|beoogd\w*|ambitie|streeft|om .{3,80} te \w+|zodat|opdat|helpen|voorkomen|"
    r"verminder\w*|omlaag|vergroten|verhogen|bevorder\w*|versterk\w*|verbeter\w*|gericht op|minder|"
    r"meer|geeft? inzicht\w*|inzichten)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(heet|heten|genaamd|genoemd|bekend als|oftewel|ofwel|de naam|titel|onder de naam|"
    r"met de titel)\b|"
    r"(?<=\w): [A-Z]|[‘“\"'][A-Z]"
)
PERSON_NAME = re.compile(
    r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z]\w+|\b[A-Z][a-z]+ (?:van |de |den |der )*[A-Z][a-z]+\b"
)
"""A name with initials, or a first name and a surname."""
_FREQUENCY = re.compile(
    r"\b(keer|maal|x) per\b|\b(wekelijks|maandelijks|dagelijks|jaarlijks|halfjaarlijks)\w*\b|"
    r"\bper (dag|week|maand|jaar)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(ze|zij|hij|deze|die)\b\s+\w+|\b\w{3,}(eert|ert|eidt|elt|orgt|aakt|oert|eeft|elpt)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_IT_DOES = re.compile(r"\bdoe(t|n)\b|\bhoudt .* in\b|\bdoes .* do\b", re.IGNORECASE)


def text_fit(frame: Frame, view: SentenceView) -> float:
    """Return from 0 to 1 how well a sentence holds the sort of thing that the frame asks for."""
    if frame.ask is Ask.DATE:
        whole = bool(_WHOLE_DATE.search(frame.question))
        return 1.0 if any(m.grain == "day" or not whole for m in view.dates) else -0.2
    said = f"{view.before} {view.text}"
    if frame.ask is Ask.PERSON:
        return _names_a_person(frame, said)
    kind = _kind_of_place(frame) if frame.ask is Ask.PLACE else None
    if kind is not None and kind.text in _NAMED_BY_KIND:
        return 1.0 if view.bag.meets(kind) else _EXCLUDED
    if frame.ask is Ask.REASON and not _REASON.search(said):
        return _HALF if _PURPOSE.search(said) else 0.0
    if _says_so(frame, view):
        return _NAMED_GOAL
    pattern = _pattern(frame)
    return (1.0 if pattern.search(said) else 0.0) if pattern else 0.3


def _says_so(frame: Frame, view: SentenceView) -> bool:
    """Tell a sentence that names the goal as such, or opens with what is asked and defines it."""
    if frame.ask is Ask.GOAL:
        named = any(view.bag.meets(word) for word in frame.words if word.text in _GOALS)
        return named or bool(HEADING.match(view.text) or HEADING.match(view.before))
    return frame.ask is Ask.DEFINITION and _defines(frame, view)


_IS = re.compile(r"^(?:is|zijn|was|waren|betekent|betreft|staat voor)$")


def _defines(frame: Frame, view: SentenceView) -> bool:
    """Tell a sentence that opens with what is asked and says what that is ("JIM is een ...")."""
    asked = [word for word in frame.words if word.role is Role.CONTENT]
    found = tokens(view.text)[: len(asked) + _OPENING]
    at = next((i for i, token in enumerate(found) if _IS.match(token.text)), None)
    if not at or not asked:
        return False
    before = {stem(token.text) for token in found[:at]}
    return all(word.stem in before or word.text in {t.text for t in found[:at]} for word in asked)


_OPENING = 4


def _names_a_person(frame: Frame, said: str) -> float:
    """Return 1 when a person, role or organisation stands there beside the role that was asked."""
    roles = {word.stem for word in frame.words}
    return float(any(stem(fold(m.group())) not in roles for m in _PERSON.finditer(said)))


# A street says what it is in its name; a district mostly does not.
_NAMED_BY_KIND = frozenset("straat plein laan weg gracht school park".split())


def _kind_of_place(frame: Frame) -> Word | None:
    """Return the noun of "in welke straat", or None for "waar"."""
    for before, word in pairwise(frame.words):
        if before.text in ("welke", "welk", "which") and word.role is not Role.GRAMMAR:
            return word
    return None


def _pattern(frame: Frame) -> re.Pattern[str] | None:
    if frame.ask is Ask.NAME and any(_is_person(word) for word in (*frame.words, *frame.context)):
        return PERSON_NAME
    if frame.ask is Ask.MANNER and OFTEN.search(frame.question):
        return _FREQUENCY
    if frame.ask is Ask.DEFINITION and _ASKS_WHAT_IT_DOES.search(frame.question):
        return _DOES
    return _PATTERNS.get(frame.ask)


_GOALS = frozenset("doel doelen ambitie ambities bedoeling goal aim purpose ambition".split())


def _is_person(word: Word) -> bool:
    return any(word.stem == stem(role) or word.stem.endswith(stem(role)) for role in OFFICES)


OFFICES = frozenset(
    "wethouder burgemeester secretaris voorzitter directeur adviseur coordinator projectleider "
    "coach man vrouw persoon medewerker ambtenaar kwartiermaker griffier raadslid".split()
)
"""What somebody may be: a question after a name then wants a person's."""
_PATTERNS = {
    Ask.REASON: _REASON,
    Ask.DEFINITION: _DEFINITION,
    Ask.GOAL: _GOAL,
    Ask.NAME: _NAME,
    Ask.PLACE: _PLACE,
    Ask.PERSON: _PERSON,
    Ask.MANNER: _MANNER,
}
