"""Reports made from a seed: programmes with budget lines, printed as PDF, DOCX or text."""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "docs" / "reports"
FORMATS = ("pdf", "docx", "txt")
NAMES = (
    "Bewegen", "Groenbeheer", "Jeugdhulp", "Bibliotheek", "Dorpswinkels", "Straatveiligheid",
    "Mantelzorg", "Muziekles", "Kinderopvang", "Toerisme", "Energiebesparing", "Schuldhulp",
)  # fmt: skip
LABELS = (
    "inzet van de wijkcoach", "huur van een zaal", "scholing van vrijwilligers", "affiches",
    "vervoer met een busje", "materiaal voor cursussen", "bijdrage aan de stichting Kompas",
    "onderzoek onder inwoners", "begeleiding door de GGD", "nieuwe website", "proef met een app",
    "opknappen van het buurthuis", "tolk en vertaling", "keuring van toestellen", "advies",
    "zomerkamp", "loket in het gemeentehuis", "telefonische hulplijn", "drukwerk voor scholen",
    "lessen door sportclubs", "verlichting van paden", "onderhoud aan bruggen", "extra spreekuur",
    "waardering in de vorm van bonnen",
)  # fmt: skip
REASONS = (
    "Dit liep door tot in het najaar.", "Hieraan deden meer inwoners mee dan verwacht.",
    "De vraag hiernaar was klein.", "Dit is samen met buurgemeenten gedaan.", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Programme:
    """What a section of a made report holds: its lines with full euros; ``total`` where printed."""

    number: str
    name: str
    lines: tuple[tuple[str, int], ...]
    total: bool

    @property
    def whole(self) -> int:
        """Return the sum of the lines."""
        return sum(amount for _, amount in self.lines)


@dataclass(frozen=True, slots=True)
class Made:
    """A printed report and what it says."""

    path: Path
    programmes: tuple[Programme, ...]

    def questions(self) -> Iterator[str]:
        """Yield questions that it answers and some that it does not."""
        for programme in self.programmes:
            yield f"Hoeveel ging er naar {programme.name.lower()}?"
            label, amount = programme.lines[0]
            yield f"Wat kostte {label}?"
            yield f"Klopt het dat {label} {dutch(amount)} euro kostte?"
            yield f"Wat is het grootste bedrag bij {programme.name.lower()}?"
            yield f"Welke posten vallen onder {programme.name.lower()}?"
        yield "Wat is er in totaal uitgegeven?"
        yield "Hoeveel ging er naar zeppelins?"
        yield "Klopt het dat er 999.999 euro naar zeppelins ging?"


def make_report(seed: int, folder: Path) -> Made:
    """Print the report of ``seed`` in ``folder``; formats take turns."""
    chance = random.Random(seed)
    names = chance.sample(NAMES, chance.randint(2, 4))
    labels = iter(chance.sample(LABELS, len(LABELS)))
    programmes = tuple(
        Programme(
            f"2.{place}",
            name,
            tuple((next(labels), _amount(chance)) for _ in range(chance.randint(2, 5))),
            chance.random() < 0.4,
        )
        for place, name in enumerate(names, start=1)
    )
    path = folder / f"verslag-{seed}-2024.{FORMATS[seed % len(FORMATS)]}"
    _print(path, programmes, chance)
    return Made(path, programmes)


def dutch(amount: int) -> str:
    """Return full euros as Dutch reports print them.

    >>> dutch(45000)
    '45.000'
    """
    return f"{amount:,}".replace(",", ".")


def _amount(chance: random.Random) -> int:
    return chance.choice((50, 1_000, 2_500, 5_000)) * chance.randint(1, 60)


def _rows(programme: Programme, chance: random.Random) -> tuple[tuple[str, str, str], ...]:
    rows = [(dutch(amount), label, chance.choice(REASONS)) for label, amount in programme.lines]
    if programme.total:
        rows.append((dutch(programme.whole), f"Totaal {programme.name.lower()}", ""))
    return tuple(rows)


def _print(path: Path, programmes: tuple[Programme, ...], chance: random.Random) -> None:
    tables = tuple(_rows(programme, chance) for programme in programmes)
    if path.suffix == ".txt":
        _print_text(path, programmes, tables)
        return
    sys.path.insert(0, str(SAMPLES))
    try:
        from print_samples import PRINTERS  # noqa: PLC0415 - it stands beside the samples
        from sample_source import Block, Source  # noqa: PLC0415
    finally:
        sys.path.remove(str(SAMPLES))
    head = ("Inzet", "Ten behoeve van", "Toelichting")
    blocks = [Block("title", ("Terugblik 2024",)), Block("h1", ("2. Programma's",))]
    for programme, rows in zip(programmes, tables, strict=True):
        blocks.append(Block("h2", (f"{programme.number} {programme.name}",)))
        blocks.append(Block("text", (f"Over {programme.name.lower()} is veel gesproken.",)))
        blocks.append(Block("header", head, rows, (60, 180, 216), repeat=True))
    source = Source(
        path.name, "Terugblik 2024", "Voorbeeld", "Gemaakt voor een test", "", tuple(blocks)
    )
    PRINTERS[path.suffix](source, path)


def _print_text(
    path: Path,
    programmes: tuple[Programme, ...],
    tables: tuple[tuple[tuple[str, str, str], ...], ...],
) -> None:
    lines = ["Terugblik 2024", "", "2. Programma's", ""]
    for programme, rows in zip(programmes, tables, strict=True):
        lines += [f"{programme.number} {programme.name}", "", "Inzet Ten behoeve van", ""]
        for amount, label, reason in rows:
            lines += [f"{amount} {label}", *([reason] if reason else []), ""]
    path.write_text("\n".join(lines), encoding="utf-8")
