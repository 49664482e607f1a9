"""Dutch words as the full-text index and the answer engine see them: tokens, stems, index terms."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

# Amounts stay one token ("1.234,50", "70%"); apostrophes inside a word belong to it ("foto's"), and
# so does what turns it into its opposite ("niet-woningen").
# So does a soft hyphen, which is printed only where a line ends.
_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*%?|(?:[Nn]iet-)?[^\W\d_]+(?:['’\u00ad][^\W\d_]+)*")
_LINE_END_HYPHEN = re.compile(r"[-\u00ad]\s*\n\s*")
_VOWELS = "aeiouy"
# The longest form that is stemmed; longer runs of letters are noise (tested with a 1 MB question).
_LONGEST_WORD = 60

_porter = snowballstemmer.stemmer("dutch_porter")


@dataclass(frozen=True, slots=True)
class Token:
    """One word form, lower-cased without accents, and where it stands in its text."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[str, ...]:
    """Return the word forms of ``text`` in order: lower case, accents folded, amounts whole.

    >>> words("Duo-fietsen: € 18.000, zo’n 2/3 van de coördinatoren")
    ('duo', 'fietsen', '18.000', "zo'n", '2/3', 'van', 'de', 'coordinatoren')
    >>> words("Ozb niet-woningen, woningen")
    ('ozb', 'niet-woningen', 'woningen')
    """
    return tuple(token.text for token in tokens(text))


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of ``text`` with their places, in order.

    >>> tokens("De Klup")[1]
    Token(text='klup', start=3, end=7)
    """
    return tuple(Token(fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))


def index_terms(text: str) -> str:
    r"""Return what is put in the full-text column: raw words, stems, and hyphenated words joined.

    >>> index_terms("Duo-fietsen, ontwikke-\nling")
    'duo fietsen ontwikkeling fiet ontwikkel duofietsen duofiet'
    """
    joined = _LINE_END_HYPHEN.sub("", text)
    raw = words(joined)
    stems = tuple(stem(word) for word in raw)
    glued = tuple(fold(m.group().replace("-", "")) for m in re.finditer(r"\w+(?:-\w+)+", joined))
    extra = (*(s for s, w in zip(stems, raw, strict=True) if s != w), *glued, *map(stem, glued))
    return " ".join((*raw, *dict.fromkeys(extra)))


def fold(word: str) -> str:
    r"""Return ``word`` in lower case without accents or soft hyphens, apostrophes straightened.

    >>> fold("’t Coördinator"), fold("deel\u00adnemers")
    ("'t coordinator", 'deelnemers')
    """
    if word.isascii():  # nearly all are
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("\u00ad", "").lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem under which forms of one Dutch word meet; numbers stay as they are.

    Snowball's "dutch" strips ge- (gemeente becomes meen), so its predecessor is used, and what that
    one leaves apart is brought together here: z and s, v and f, a doubled consonant and an s at the
    end.

    >>> [stem(w) for w in ("huis", "huizen", "subsidie", "subsidies", "gemeenten", "gemeente")]
    ['hui', 'hui', 'subsidie', 'subsidie', 'gemeent', 'gemeent']
    """
    if not word[:1].isalpha() or len(word) > _LONGEST_WORD:
        return word
    root = str(_porter.stemWord(word.replace("'", "")))
    if len(root) > 2 and root[-1] in "zv":
        root = root[:-1] + {"z": "s", "v": "f"}[root[-1]]
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in _VOWELS:
        root = root[:-1]
    if len(root) > 3 and root.endswith("s"):
        root = root[:-1]
    return root
