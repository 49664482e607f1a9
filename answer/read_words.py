"""Reads the words of a question: typing errors repaired, split words glued, English to Dutch."""

import re
from dataclasses import replace

from stopwordsiso import stopwords

from answer.lexicon import ASKING, COMPARING, DECISIVE, GRAMMAR, MONEY, TOTAL
from answer.participles import participle_parts, participle_roots
from answer.synonyms import in_dutch, synonyms
from answer.verbs import infinitive, is_dutch
from answer.vocabulary import Vocabulary
from answer.words import Role, Word
from ingest.number_words import MULTIPLIERS, number_word
from store.terms import Token, fold, stem, tokens

_STOP = stopwords("nl") - frozenset("eerste tweede derde vierde vijfde tiende".split())
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
        run, form = _glued(question, found, at, forms, vocabulary)
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


def _glued(
    question: str, found: tuple[Token, ...], at: int, forms: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[int, str]:
    """Return how many words from ``at`` on are written as one by the archive, and that word."""
    for run in (3, 2):
        group = forms[at : at + run]
        if len(group) < run or any(word in GRAMMAR or not word.isalpha() for word in group):
            continue
        joined = vocabulary.glue(
            group, hyphenated=question[found[at].end : found[at + 1].start] == "-"
        )
        if joined:
            return run, joined
    return 1, forms[at]


def _word(question: str, ends: tuple[Token, Token], form: str, vocabulary: Vocabulary) -> Word:
    first, last = ends
    asked = question[first.start : last.end]
    text = vocabulary.repair(_CHAT.get(form) or _without_money(form, vocabulary))
    role = _role(text, form)
    parts = vocabulary.split(text)
    base = infinitive(text)
    known = vocabulary.has(text) or bool(parts)
    unknown = not vocabulary.has(text)
    verb = (
        role is Role.CONTENT
        and text not in DECISIVE
        and _is_verb(text, question[last.end :], named=bool(parts))
    )
    weight = vocabulary.weight(text)
    if verb:
        weight *= _UNKNOWN_VERB if unknown else _KNOWN_VERB
    return Word(
        text=text,
        asked=asked,
        start=first.start,
        end=last.end,
        role=role,
        stem=stem(text),
        parts=participle_parts(text) or parts,
        also=(
            *synonyms(stem(text)),
            *participle_roots(text),
            *(vocabulary.relatives(text) if unknown and not parts and role is Role.CONTENT else ()),
        ),
        weight=weight,
        known=known,
        is_name=_is_name(asked, first.start),
        is_verb=verb,
        attested=vocabulary.has(text),
        verb=stem(base) if base else None,
    )


_CHAT = {"wnr": "wanneer", "hvl": "hoeveel", "hvel": "hoeveel", "wrm": "waarom", "gem": "gemeente"}
_MONEY_HEAD = re.compile(
    r"^(?P<of>\w{4,}?)s?(?:middelen|geld|gelden|budget|budgetten|uitgaven|posten|pot|potje)$"
)


def _without_money(form: str, vocabulary: Vocabulary) -> str:
    """Return what the money is for: "valpreventie" of "valpreventiemiddelen"."""
    match = _MONEY_HEAD.match(form)
    if not match or vocabulary.has(form) or not vocabulary.has(match["of"]):
        return form
    return match["of"]


def _is_verb(text: str, behind: str, *, named: bool) -> bool:
    """Tell the verbs of a question, which the report may well put otherwise, from its nouns.

    A form before a noun is an adjective ("betrokken bewoners") and no verb.
    """
    following = re.match(r"\W*(\w+)", behind)
    ends = following is None or fold(following.group(1)) in GRAMMAR
    base = infinitive(text)
    if base:
        return ends and not _is_bare(text, base)
    return ends and not named and not is_dutch(text) and bool(_PARTICIPLE.match(text))


# Verbs that mean something else with their preposition: "vallen onder" has nothing to do with
# falls.
_PHRASAL = re.compile(
    r"(?:val|valt|vallen|viel|vielen)\s+(?:onder|in|binnen|buiten)\b", re.IGNORECASE
)
_UNKNOWN_VERB = 0.35
_KNOWN_VERB = 0.6
_PARTICIPLE = re.compile(r"^(?:\w{2,5})?ge\w{2,}(?:d|t|en)$|^(?:be|ver|ont|her)\w{3,}[dt]$")


def _is_bare(text: str, base: str) -> bool:
    """Tell the bare root of a verb, which is a noun more often ("start", "werk", "koop")."""
    root = base.removesuffix("en")
    return text in (root, root[:-1]) or text == f"{root[:-1]}{root[-2:]}"


def _role(text: str, form: str) -> Role:
    if (not text[:1].isalpha() and text[:1] != "'") or number_word(text) or text in MULTIPLIERS:
        return Role.NUMBER
    for role, members in _LISTS:
        if text in members or form in members:
            return role
    return Role.ASKING if text in _STOP else Role.CONTENT


def _is_name(asked: str, start: int) -> bool:
    """Tell a name or abbreviation: a capital that does not merely open the question."""
    return (asked.isupper() and len(asked) > 1) or (start > 0 and asked[:1].isupper())
