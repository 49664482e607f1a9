"""Reads the words of a question: typing errors repaired, split words glued, English to Dutch."""

import re
from dataclasses import replace

from stopwordsiso import stopwords

from answer.lexicon import ASKING, COMPARING, DECISIVE, GRAMMAR, MONEY, TOTAL
from answer.synonyms import in_dutch, synonyms
from answer.understand.asked_kind import asked_kind
from answer.understand.parted_verbs import parted_verbs
from answer.understand.participles import participle_parts, participle_roots
from answer.understand.places_named import places_named
from answer.understand.shorthand import written_out
from answer.verbs import derived, infinitive, is_dutch
from answer.vocabulary import Vocabulary
from answer.words import Role, Word
from ingest.number_words import MULTIPLIERS, number_word
from store.terms import Token, fold, stem, tokens

_STOP = stopwords("nl") - frozenset("eerste tweede derde vierde vijfde tiende".split())
_STOP_ENGLISH = stopwords("en")
_UNKNOWN_ENGLISH = 0.5
_LISTS = ((Role.GRAMMAR, GRAMMAR), (Role.MONEY, MONEY), (Role.ASKING, ASKING | TOTAL | COMPARING))


def read_words(question: str, language: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Return the words of ``question`` in order, each with its role and the forms it may be met in.

    Two or three words that the archive writes as one ("kerst kaarten") become one word.
    """
    read: list[Word] = []
    found = tokens(question)
    forms = tuple(_in_dutch(_spelled(t, question, vocabulary), language) for t in found)
    at = 0
    while at < len(found):
        run, form = _glued(question, found, at, forms, vocabulary)
        word = _word(question, found[at : at + run], form, vocabulary)
        if _PHRASAL.match(question[word.start :]) or _in_preposition(word, question):
            word = replace(word, role=Role.GRAMMAR)
        foreign = language == "en" and word.role is Role.CONTENT and not word.known
        if foreign and not word.is_name:
            # English that is neither in the glossary nor a name in the archive: some of it is asked
            # for, much of it is a verb or a turn of phrase.
            said = Role.ASKING if word.text in _STOP_ENGLISH else Role.CONTENT
            word = replace(word, role=said, is_verb=True, weight=_UNKNOWN_ENGLISH)
        read.append(word)
        at += run
    return tuple(asked_kind(parted_verbs(places_named(read), vocabulary)))


def _spelled(token: Token, question: str, vocabulary: Vocabulary) -> str:
    """Return a word written out: "mt" is short for "met", "MT" is a name."""
    printed = question[token.start : token.end]
    if len(printed) > 1 and printed.isupper() and not question.isupper():
        return token.text
    return written_out(token.text, question[token.end :], vocabulary)


def _in_dutch(form: str, language: str) -> str:
    if language == "nl":
        return form
    translated = in_dutch(form)
    return form if form in MONEY or translated is None else translated


def _glued(
    question: str, found: tuple[Token, ...], at: int, forms: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[int, str]:
    """Return how many words from ``at`` on are written as one by the archive, and that word."""
    for run in (3, 2):
        group = forms[at : at + run]
        if len(group) < run or any(word in GRAMMAR or not word.isalpha() for word in group):
            continue
        hyphenated = question[found[at].end : found[at + 1].start] == "-"
        joined = vocabulary.glue(group, hyphenated=hyphenated) or vocabulary.glue(
            map(vocabulary.repair, group), hyphenated=hyphenated
        )
        if joined:
            return run, joined
    return 1, forms[at]


def _word(question: str, run: tuple[Token, ...], form: str, vocabulary: Vocabulary) -> Word:
    first, last = run[0], run[-1]
    asked = question[first.start : last.end]
    text = vocabulary.repair(_bare(form, vocabulary))
    role = _role(text, form)
    # What the archive writes as one word it may write apart too ("wmo- voorzieningen").
    parts = vocabulary.split(text) or tuple(stem(t.text) for t in run if len(run) > 1)
    base = infinitive(text)
    known = vocabulary.has(text) or bool(parts)
    unknown = not vocabulary.has(text)
    verb = (
        role is Role.CONTENT
        and text not in DECISIVE
        and not _is_noun(text, question[: first.start])
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
            *(stem(noun) for noun in (derived(base) if base else ())),
            *(vocabulary.relatives(text) if unknown and not parts and role is Role.CONTENT else ()),
        ),
        weight=weight,
        known=known,
        is_name=_is_name(asked, first.start),
        is_verb=verb,
        attested=vocabulary.has(text),
        head_also=synonyms(parts[-1]) if parts else (),
        verb=stem(base) if base else None,
    )


_MONEY_HEAD = re.compile(
    r"^(?P<of>\w{4,}?)s?(?:middelen|geld|gelden|budget|budgetten|uitgaven|posten|pot|potje)$"
)


def _bare(form: str, vocabulary: Vocabulary) -> str:
    """Return "valpreventie" of "valpreventiemiddelen", without what goes without saying."""
    match = _MONEY_HEAD.match(form)
    if vocabulary.has(form):
        return form
    ours = form.removeprefix("gemeente")
    if ours != form and vocabulary.has(ours):
        return ours  # "gemeentesecretaris" is the secretaris
    return match["of"] if match and vocabulary.has(match["of"]) else form


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


def _is_noun(text: str, ahead: str) -> bool:
    """Tell an infinitive that names a thing: "aan roken", "naar bewegen"."""
    return infinitive(text) == text and bool(_NAMING.search(ahead))


_NAMING = re.compile(r"\b(?:aan|naar|voor|tegen|and|en|of)\s+$", re.IGNORECASE)
# Verbs that mean something else with their preposition: "vallen onder" has nothing to do with
# falls.
_PHRASAL = re.compile(
    r"(?:val|valt|vallen|viel|vielen)\s+(?:onder|in|binnen|buiten)\b|"
    r"kom(?:en|t)?\s+(?:ik|je|we|u|jullie)\b|aan\s+bod\b|ter\s+sprake\b|aan\s+de\s+orde\b|"
    r"work(?:s|ed|ing)?\s+(?:on|with|together)\b|"
    r"(?:blijft|blijven|bleef)\b.{0,60}\bover\b|"
    r"(?:vallen|valt|vielen|viel)\b.{0,40}\btegen\b|"
    r"(?:liggen|ligt|lagen|lag)\s+(?:onder|boven|tussen|over)\b|"
    r"(?:geachte\s+)?voorzitter\s*,|geachte\s+voorzitter\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:op (?:grond|basis) van|in het kader van|ten behoeve van|aan de hand van|"
    r"naar aanleiding van|door middel van|in verband met|met betrekking tot|op een rij(?:tje)?|"
    r"ingevolge|krachtens|"
    r"conform)\b",
    re.IGNORECASE,
)
"""Prepositions of Dutch that are several words, or that no list of small words has."""


def _in_preposition(word: Word, question: str) -> bool:
    return any(m.start() <= word.start < m.end() for m in _PREPOSITION.finditer(question))


_UNKNOWN_VERB = 0.35
_KNOWN_VERB = 0.6
_PARTICIPLE = re.compile(
    r"^(?!.*(?:heid|teit|schap|wijd)$)(?:(?:\w{2,5})?ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{3,}[dt])$"
)


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
    return Role.ASKING if text in _STOP or len(text) == 1 else Role.CONTENT


def _is_name(asked: str, start: int) -> bool:
    """Tell a name or abbreviation: a capital that does not merely open the question."""
    return (asked.isupper() and len(asked) > 1) or (start > 0 and asked[:1].isupper())
