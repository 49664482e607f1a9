"""Whether a sentence holds the sort of thing that was asked for: a date, a place, a reason, ..."""

import re

from answer.frame import Ask
from answer.view import SentenceView

_REASON = re.compile(
    r"\b(omdat|doordat|daarom|want|zodat|waardoor|hierdoor|daardoor|reden(en)?|oorzaak|vanwege|wegens|"
    r"als gevolg van|dankzij|aangezien|gebleken|komt door|te weinig|door \w+(regels|tekort\w*))\b|"
    r"\bom .{3,80} te \w+en\b|\bcruciaal\b|\bnodig\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"\b(is|zijn|was|betreft|betekent|bestaat uit|houdt in|oftewel|ofwel)\s+(een|de|het|bedoeld|dat)\b|"
    r"\bdoel\b|\bwaarbij\b|\bwaarmee\b|\bkunnen\b|\(\w[^()]{8,}\)|\bbegeleid\w*\b|\bhelpt\b|\bzorgt\b|"
    r"^(\w+\s){1,4}(zijn|is)\s",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(in|op|bij|te|aan|rond|vanuit)\s+(de\s+|het\s+|een\s+|'t\s+|’t\s+)?(\w+\s+){0,2}[A-Z][\w’']+|"
    r"\b(wijk|buurt|straat|plein|school|locatie|centrum|begraafplaats|park|gebouw|huis|stad)\w*\b"
)
_PERSON = re.compile(
    r"\b[A-Z]\.\s?([A-Z]\.\s?)*[A-Z]\w+|(?<=\s)[A-Z][a-z]+ (?:[A-Z]\w+|BV|NV)\b|"
    r"\b\w*(coach|makelaar|coördinator|voorzitter|wethouder|burgemeester|secretaris|medewerkers?|"
    r"vrijwilligers?|professionals?|ambassadeurs?|werkers?|adviseur|specialiste?|kwartiermaker|"
    r"projectleiders?|consulent\w*|verpleegkundige\w*|artsen|organisatie|stichting|collectief|bedrijf|"
    r"college|raad|bestuur|overleg|regievoerder|partners)\b"
)
_MANNER = re.compile(
    r"\b(door|via|middels|met behulp van|waarbij|samen met|gericht op|ingezet|zo|per week|wekelijks|"
    r"maandelijks|keer|kan|kunnen|wordt|worden|daarom|zodat|waardoor)\b",
    re.IGNORECASE,
)


def text_fit(ask: Ask, view: SentenceView) -> float:
    """Return from 0 to 1 how well a sentence holds the sort of thing that ``ask`` wants."""
    if ask is Ask.DATE:
        return 1.0 if view.dates else -0.2
    pattern = _PATTERNS.get(ask)
    return (1.0 if pattern.search(view.text) else 0.0) if pattern else 0.3


_PATTERNS = {
    Ask.REASON: _REASON,
    Ask.DEFINITION: _DEFINITION,
    Ask.PLACE: _PLACE,
    Ask.PERSON: _PERSON,
    Ask.MANNER: _MANNER,
}
