"""Reads the words of a question: typing errors repaired, split words glued, English to Dutch."""

import re
from dataclasses import replace

from answer.lexicon import ASKING, COMPARING, GRAMMAR, IRREGULAR_VERBS, MONEY, TOTAL
from answer.participles import participle_parts, participle_roots
from answer.synonyms import in_dutch, synonyms
from answer.vocabulary import Vocabulary
from answer.words import Role, Word
from ingest.number_words import MULTIPLIERS, number_word
from store.terms import Token, stem, tokens

_LISTS = ((Role.GRAMMAR, GRAMMAR), (Role.MONEY, MONEY), (Role.ASKING, ASKING | TOTAL | COMPARING))


def read_words(question: str, language: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Return the words of ``question`` in order, each with its role and the forms it may be met in.

    Two or three words that the archive writes as one ("kerst kaarten") become one word.
    """
    read: list[Word] = []
    found = tokens(question)
    forms = tuple(_in_dutch(token.text, language) for token in found)
    at = 0
    while at < len(found):
        run, form = _glued(forms, at, vocabulary)
        word = _word(question, (found[at], found[at + run - 1]), form, vocabulary)
        if _PHRASAL.match(question[word.start :]):
            word = replace(word, role=Role.GRAMMAR)
        foreign = language == "en" and word.role is Role.CONTENT and not word.known
        # English that is neither in the glossary nor a name in the archive says nothing here.
        read.append(replace(word, role=Role.ASKING) if foreign and not word.is_name else word)
        at += run
    return tuple(read)


def _in_dutch(form: str, language: str) -> str:
    if language == "nl" or form in GRAMMAR or form in MONEY:
        return form
    return in_dutch(form) or form


def _glued(forms: tuple[str, ...], at: int, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return how many words from ``at`` on are written as one by the archive, and that word."""
    for run in (3, 2):
        group = forms[at : at + run]
        if len(group) < run or any(word in GRAMMAR or not word.isalpha() for word in group):
            continue
        joined = vocabulary.glue(group)
        if joined:
            return run, joined
    return 1, forms[at]


def _word(question: str, ends: tuple[Token, Token], form: str, vocabulary: Vocabulary) -> Word:
    first, last = ends
    asked = question[first.start : last.end]
    text = vocabulary.repair(form)
    role = _role(text, form)
    parts = vocabulary.split(text)
    known = vocabulary.has(text) or bool(parts)
    unknown = role is Role.CONTENT and not vocabulary.has(text)
    verb = unknown and _is_verb(text, question[last.end :])
    return Word(
        text=text,
        asked=asked,
        start=first.start,
        end=last.end,
        role=role,
        stem=stem(text),
        parts=participle_parts(text) or parts,
        also=(*synonyms(stem(text)), *participle_roots(text)),
        weight=vocabulary.weight(text) * (_VERB_WEIGHT if verb else 1.0),
        known=known,
        is_name=_is_name(asked, first.start),
        is_verb=verb,
    )


def _is_verb(text: str, behind: str) -> bool:
    """Tell the verbs of a question from its nouns by their endings and their place.

    Dutch puts a participle or an infinitive last ("kun je de makelaar treffen") and a past tense
    before an article ("wie regelde de ontmoetingen").
    """
    if text in IRREGULAR_VERBS or (_PARTICIPLE.match(text) and not text.endswith("heid")):
        return True
    last = not re.search(r"\w", behind)
    if last and text.endswith("en") and len(text) > _SHORTEST_INFINITIVE:
        return True
    return bool(_PAST.search(text) and _ARTICLE.match(behind))


# Verbs that mean something else with their preposition: "vallen onder" has nothing to do with
# falls.
_PHRASAL = re.compile(
    r"(?:val|valt|vallen|viel|vielen)\s+(?:onder|in|binnen|buiten)\b", re.IGNORECASE
)
_VERB_WEIGHT = 0.35
_SHORTEST_INFINITIVE = 4
_PARTICIPLE = re.compile(r"^(?:\w{2,5})?ge\w{2,}(?:d|t|en)$|^(?:be|ver|ont|her)\w{3,}[dt]$")
_PAST = re.compile(r"(?:de|te|den|ten|t)$")
_ARTICLE = re.compile(
    r"^\s+(?:de|het|een|die|dat|zij|ze|hij|bij|in|op|aan|voor|naar|met|tegen|over)\b", re.IGNORECASE
)


def _role(text: str, form: str) -> Role:
    if (not text[:1].isalpha() and text[:1] != "'") or number_word(text) or text in MULTIPLIERS:
        return Role.NUMBER
    for role, members in _LISTS:
        if text in members or form in members:
            return role
    return Role.CONTENT


def _is_name(asked: str, start: int) -> bool:
    """Tell a name or abbreviation: a capital that does not merely open the question."""
    return (asked.isupper() and len(asked) > 1) or (start > 0 and asked[:1].isupper())
