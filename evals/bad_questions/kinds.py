"""Makes bad questions: each kind from a seed, so that a run can be done again."""

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Chance = random.Random

REAL = (
    "Hoeveel ging er naar valpreventie?",
    "Wat kostte de inzet van Avedan?",
    "Klopt het dat er 57.000 euro naar de buurtsportcoach ging?",
    "Welke posten kosten meer dan 40.000 euro?",
    "Waarom stegen de lasten voor jeugdhulp?",
    "Wie is verantwoordelijk voor mantelzorg?",
    "Wat is het verschil tussen begroot en gerealiseerd in 2024?",
    "How much was spent on fall prevention?",
    "En in 2023?",
    "Top 3 van de grootste bedragen in paragraaf 2.6",
)
_SQL = (
    "'; DROP TABLE report; --", '" OR 1=1 --', "1; ATTACH DATABASE '/tmp/x' AS y", "\\0", "%_%",
    "UNION SELECT text FROM report", "/*", "*/", "x'00'", "`", "PRAGMA writable_schema=1",
)  # fmt: skip
_FTS5 = (
    "NEAR(", "NEAR(a b, 5)", "terms:", '"', "*", "^", "AND", "OR", "NOT", "a*", "- terms : b",
    "{a b} : c", "+", "(", ")", '"a" + "b"', "valpreventie AND (", "NOT NOT",
)  # fmt: skip
_REGEX = (
    "(a+)+$", "a" * 60 + "!", "((a|a)*)*b", "^(\\d+)*$", "." * 80, "1." * 120, "€ " * 120,
    "1 000 " * 60, "(((((((((" * 12, "\\" * 90, "a,b en " * 50, "2-" * 150, "en " * 120, "-" * 400,
    "0" * 400, "9" * 300 + " euro", "tussen " * 50, "1/1/1/" * 60, "klopt het dat " * 30,
)  # fmt: skip
_FORMULAS = (
    "=1+1", '=HYPERLINK("http://elders.example","klik")', "+SUM(A1:A9)", "-2+3", "@SUM(1)",
    "=cmd|' /C calc'!A0", "\t=1+1", "{=A1}", '=IMPORTXML("http://elders.example","//a")',
)  # fmt: skip
_MARKDOWN = (
    "![x](http://elders.example/x.png)", "[klik](javascript:alert(1))", "$x^2$", "# Kop", ":smile:",
    "| a | b |\n|---|---|", "```sh\nrm -rf /\n```", "**vet**", "> citaat", "- [ ] lijst", ":red[x]",
)  # fmt: skip
_HTML = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "<iframe src=//e.x>",
    "</div></body>", "<!-- x -->", "<svg/onload=alert(1)>", "<style>*{display:none}</style>",
    "&#0;",
)  # fmt: skip
_NUMBERS = (
    "1.234,56", "1,234.56", "1 234,56", "1'234.56", "1e400", "-1e-400", "NaN", "Infinity", "-0",
    "0x1F", "½", "¾ miljoen", "٣٤٥", "一二三", "²³", "1.2.3.4", "1,,2", "..5", "€-5,-", "5,--",
    "10^6", "MCMXCIV", "twee ton", "anderhalf miljoen", "honderdduizend miljard", "99%%", "−3",
    "1\u202f000", "\u20ac\xa05", "1_000", "0,00000000001", "1" * 400, "12-13-14", "31-02-2024",
)  # fmt: skip
_LANGUAGES = (
    "Combien a coûté la prévention des chutes ?", "Wie viel kostete das Schwimmbad?",
    "¿Cuánto costó la piscina?", "Ile kosztował basen?", "Yüzme havuzu ne kadar tuttu?",
    "Сколько стоил бассейн?", "كم كلفت الوقاية من السقوط؟", "プールはいくらでしたか?",
    "游泳池花了多少钱?",
    "כמה עלתה הבריכה?", "Hoefolle gie der nei valpreventie?", "Πόσο κόστισε;", "ราคาเท่าไหร่",
)  # fmt: skip
_CONTROL = "".join(map(chr, (*range(32), *range(0x7F, 0xA0))))
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u20e3"


@dataclass(frozen=True, slots=True)
class Bad:
    """One question with the turns before it, oldest first; ``kind`` names what is bad in it."""

    kind: str
    question: str
    history: tuple[str, ...] = ()


def bad_question(chance: Chance) -> Bad:
    """Return one question; a quarter come with a history that is bad too."""
    kind = chance.choice(tuple(KINDS))
    history: tuple[str, ...] = ()
    if chance.random() < 0.25:
        turns = chance.choices(tuple(KINDS.values()), k=chance.randrange(1, 10))
        history = tuple(turn(chance) for turn in turns)
    return Bad(kind, KINDS[kind](chance), history)


def _unicode(chance: Chance) -> str:
    """Return any characters at all, also half of a pair and those that do not exist yet."""
    size = chance.choice((1, 3, 20, 200, 480))
    return "".join(chr(chance.randrange(sys.maxunicode + 1)) for _ in range(size))


def _letters(chance: Chance) -> str:
    ranges = ((0x20, 0x7E), (0xA1, 0x17F), (0x300, 0x36F), (0x370, 0x5FF), (0x1F300, 0x1FAFF))
    low, high = chance.choice(ranges)
    return "".join(chr(chance.randint(low, high)) for _ in range(chance.randrange(1, 300)))


def _sprinkled(marks: str) -> Callable[[Chance], str]:
    """Return what puts some of ``marks`` into a real question."""

    def made(chance: Chance) -> str:
        letters = list(chance.choice(REAL))
        for _ in range(chance.randrange(1, 30)):
            letters.insert(chance.randrange(len(letters) + 1), chance.choice(marks))
        return "".join(letters)

    return made


def _among(pieces: Sequence[str]) -> Callable[[Chance], str]:
    """Return what joins some of ``pieces`` and words of a real question."""

    def made(chance: Chance) -> str:
        words = chance.choice(REAL).split()
        chosen = [*chance.choices(pieces, k=chance.randrange(1, 4)), *words[: chance.randrange(7)]]
        chance.shuffle(chosen)
        return chance.choice((" ", "", "\n")).join(chosen)[:500]

    return made


def _mutated(chance: Chance) -> str:
    """Return a real question with letters lost, doubled, swapped, and words in another order."""
    words = chance.choice(REAL).split()
    if chance.random() < 0.5:
        chance.shuffle(words)
    letters = list(" ".join(words))
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(("", letters[place] * 2, chance.choice(letters), "?", ","))
    return "".join(letters)


def _mixed(chance: Chance) -> str:
    """Return pieces of all kinds in one question."""
    every = (*REAL, *_SQL, *_FTS5, *_FORMULAS, *_MARKDOWN, *_HTML, *_NUMBERS, *_LANGUAGES)
    return " ".join(chance.choices(every, k=chance.randrange(2, 6)))[:500]


def _long(chance: Chance) -> str:
    """Return more than 500 characters, up to a million."""
    size = chance.choice((501, 502, 1_000, 20_000, 1_000_000))
    piece = chance.choice(("a", "1.", "€ 5 ", "wat kost dat? ", "\u202e", "\U0001f600", "(", "\n"))
    return (piece * (size // len(piece) + 1))[:size]


def _empty(chance: Chance) -> str:
    return chance.choice(
        ("", " ", "\n\t\r ", "\x00", "?!", "…", "\u200b", "\u3000", "-", "()", "“”")
    )


KINDS: dict[str, Callable[[Chance], str]] = {
    "any characters": _unicode,
    "letters of one script": _letters,
    "control characters": _sprinkled(_CONTROL),
    "right to left": _sprinkled(_DIRECTION),
    "zero width": _sprinkled(_ZERO_WIDTH),
    "SQL": _among(_SQL),
    "FTS5": _among(_FTS5),
    "regex bombs": _among(_REGEX),
    "formulas": _among(_FORMULAS),
    "Markdown": _among(_MARKDOWN),
    "HTML": _among(_HTML),
    "numbers": _among(_NUMBERS),
    "other languages": _among(_LANGUAGES),
    "real but mutilated": _mutated,
    "all mixed": _mixed,
    "too long": _long,
    "empty": _empty,
}
