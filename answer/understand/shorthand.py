"""Shorthand of chats and notes written out: "hvl" is "hoeveel", "volw." is "volwassenen"."""

from answer.verbs import is_dutch
from answer.vocabulary import Vocabulary

_CHAT = {
    "wnr": "wanneer", "hvl": "hoeveel", "hvel": "hoeveel", "hoevl": "hoeveel", "hv": "hoeveel",
    "wrm": "waarom", "wrvoor": "waarvoor", "gem": "gemeente", "nr": "naar", "vr": "voor",
    "mt": "met", "vd": "van", "vh": "van", "bd": "bij", "opd": "op", "mbt": "over", "ivm": "wegens",
    "tbv": "voor", "dmv": "door", "tov": "tegenover", "tav": "over", "obv": "volgens",
    "ipv": "zonder", "ihkv": "voor", "ff": "even", "eig": "eigenlijk", "ie": "hij",
    "wrs": "waarschijnlijk", "mn": "vooral", "evt": "eventueel", "ong": "ongeveer", "idd": "echt",
    "pp": "per", "feb": "februari", "mrt": "maart",
    "apr": "april", "aug": "augustus", "sept": "september", "okt": "oktober", "nov": "november",
    "dec": "december", "pls": "please", "thx": "please",
}  # fmt: skip
# Behind a point the same letters may stand for something else: "gem. per week".
_DOTTED = {
    "gem": "gemiddeld", "min": "minimaal", "max": "maximaal", "aant": "aantal", "tot": "totaal",
    "bijv": "bijvoorbeeld", "incl": "inclusief", "excl": "exclusief", "resp": "en",
}  # fmt: skip
_SHORTEST = 3


def written_out(form: str, behind: str, vocabulary: Vocabulary) -> str:
    """Return what a folded word of a question is short for, the word itself where it is not short.

    ``behind`` is the question behind the word. A word cut off at a point is the most frequent of
    the archive's that begins so; a point that ends the question cuts nothing off.
    """
    cut_off = behind[:1] == "." and any(map(str.isalnum, behind[1:]))
    if not cut_off or not form.isalpha():
        return _CHAT.get(form, form)
    if form in _DOTTED:
        return _DOTTED[form]
    known = vocabulary.has(form) or is_dutch(form)
    if known or len(form) < _SHORTEST:
        return _CHAT.get(form, form)
    return vocabulary.beginning_with(form) or _CHAT.get(form, form)
