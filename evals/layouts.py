"""Tables in the layouts that reports have, with what is to be read from each.

The pictures of ``docs/reports.md`` are drawn from these, and a test reads them again.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """One table: ``rows`` as printed, the first ``heads`` of them headers.

    ``caption`` stands above it. ``figures`` is how many amounts it gives, 0 where its page is
    marked. ``wide`` are cells (row, column, columns) that stand over more columns.
    """

    name: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    figures: int
    heads: int = 1
    wide: tuple[tuple[int, int, int], ...] = ()


def _rows(*lines: str) -> tuple[tuple[str, ...], ...]:
    """Return lines whose cells are parted by bars as rows of cells."""
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)


_YEARS = Layout(
    "jaren",
    "Tabel 2: kosten van de wijken (bedragen x € 1.000)",
    _rows(
        "Wijk | Rekening 2023 | Begroting 2024 | Begroting 2025",
        "Noord | 1.250 | | 1.300",
        "Zuid en het buitengebied | 310 | (45) | -",
        "Centrum | | 2.005 | 12",
        "Totaal | 1.560 | 1.960 | 1.312",
    ),
    9,
)
_SIDES = Layout(
    "lasten-baten-saldo",
    "Programma 0 Bestuur en ondersteuning",
    _rows(
        " | Rekening 2023 | | | Begroting 2024 | | | Rekening 2024 | | ",
        "Taakveld (x € 1.000) | Lasten | Baten | Saldo | Lasten | Baten | Saldo"
        " | Lasten | Baten | Saldo",
        "0.1 Bestuur | 1.204 | 12 | -1.192 | 1.310 | 10 | -1.300 | 1.288 | 15 | -1.273",
        "0.5 Treasury | | 215 | 215 | | 190 | 190 | | 231 | 231",
        "0.8 Overige lasten | 55 | | -55 | | | | 120 | | -120",
    ),
    19,
    heads=2,
    wide=((0, 1, 3), (0, 4, 3), (0, 7, 3)),
)
_GROUPS = Layout(
    "groepen",
    "Programma 3 Sport (bedragen in euro)",
    _rows(
        "Post | Begroot 2024 | Realisatie 2024",
        "Lasten | |",
        "Zwembad | 610.000 | 598.500",
        "Sporthal | 240.000 | 251.250",
        "Totaal lasten | 850.000 | 849.750",
        "Baten | |",
        "Entree | 180.000 | 191.400",
        "Huur | 95.000 | 90.100",
        "Totaal baten | 275.000 | 281.500",
    ),
    12,
)
_SIGNS = Layout(
    "schrijfwijzen",
    "Investeringen en tarieven",
    _rows(
        "Onderdeel | Krediet | Besteed in 2024",
        "Nieuwbouw school | € 12,4 mln | € 1,2 mln",
        "Brug | € 850.000,- | € 0,3 mln",
        "Teruggave subsidie | € 85,50- | -/- € 1.200",
        "Sporthal | € 3 miljoen | nihil",
    ),
    7,
)
_NOTES = Layout(
    "voetnoten",
    "Reserves (bedragen in euro)",
    _rows(
        "Reserve | Stand 1-1-2024 | Stand 31-12-2024",
        "Algemene reserve | 1.250.000<super>1</super> | 1.310.000",
        "Reserve wegen<super>2</super> | 450.000 | 425.000*",
        "Reserve bomen | 300.000 <super>3)</super> | 280.000**",
    ),
    6,
)
_YEAR_ROWS = Layout(
    "jaren-als-rijen",
    "Rioolheffing",
    _rows(
        "Jaar | Tarief eigenaar | Tarief gebruiker",
        "2023 | € 115,30 | € 46,00",
        "2024 | € 120,85 | € 48,25",
    ),
    4,
)
_UNITS = Layout(
    "eenheden",
    "Beleidsindicatoren",
    _rows(
        "Indicator | Eenheid | 2023 | 2024",
        "Werkloosheid | % | 3,4 | 3,1",
        "Verwijzingen Halt | aantal | 14 | 11",
        "Woonlasten | euro | 945 | 980",
    ),
    6,
)
_EFFECTS = Layout(
    "voordeel-nadeel",
    "Afwijkingen (bedragen in euro)",
    _rows("Programma | Saldo", "Sport | 105.000 N", "Cultuur | 45.000 V"),
    2,
)
_PLACES = Layout(
    "per-gemeente",
    "Bijdragen per gemeente (x € 1.000)",
    _rows(
        "Taak | Almelo | Borne | Hellendoorn | Totaal",
        "Ambulance | 1.210 | 420 | 640 | 2.270",
        "Brandweer | 3.100 | 980 | 1.480 | 5.560",
    ),
    8,
)
_REGISTER = Layout(
    "register",
    "Subsidieregister 2024",
    _rows(
        "Naam | Thema | Verleend (€) | Vastgesteld (€) | Status",
        "Stichting Harmonie | Cultuur | 12.250 | 12.100 | vastgesteld",
        "Zwemvereniging De Brug | Sport | 8.400 | | verleend",
        "Dorpshuis Oost | Welzijn | 31.000 | 30.250 | vastgesteld",
    ),
    5,
)
_TWINS = Layout(
    "gelijke-kolommen",
    "Reserves in euro",
    _rows(
        "Reserve | Erbij | Eraf | Erbij | Eraf",
        "Wegen | 1.200 | 300 | 1.400 | 500",
        "Riolering | 2.200 | 700 | 2.400 | 900",
    ),
    0,
)
_BALANCE = Layout(
    "balans",
    "Balans (bedragen x € 1.000)",
    _rows(
        "Activa | 2024 | 2023 | Passiva | 2024 | 2023",
        "Gebouwen | 12.400 | 12.900 | Eigen vermogen | 8.100 | 7.900",
        "Voorraden | 310 | 290 | Voorzieningen | 2.250 | 2.400",
    ),
    0,
)

LAYOUTS: Sequence[Layout] = (
    *(_YEARS, _SIDES, _GROUPS, _SIGNS, _NOTES, _YEAR_ROWS, _UNITS, _EFFECTS, _PLACES, _REGISTER),
    *(_TWINS, _BALANCE),
)
"""The layouts that are understood, then those of which the page is marked."""
