"""How well a report was read, in plain Dutch, and what to do about it."""

from ingest.report import Health
from store.card import ReportCard

_OCR = (
    "Maak er met tekstherkenning (OCR) een doorzoekbare PDF van, of zet tekstherkenning aan met "
    "RAADSBRON_OCR=ja, en lees het rapport opnieuw in."
)
_ORIGINAL = "Vraag de maker om het oorspronkelijke bestand en lees dat in."

_IN_WORDS = {
    Health.NO_TEXT: (
        "bladzijde is een plaatje zonder tekst en is niet gelezen",
        "bladzijden zijn plaatjes zonder tekst en zijn niet gelezen",
        _OCR,
    ),
    Health.GARBLED: ("bladzijde is onleesbaar", "bladzijden zijn onleesbaar", _ORIGINAL),
    Health.OVER_LIMITS: (
        "bladzijde is te groot en is niet gelezen",
        "bladzijden zijn te groot en zijn niet gelezen",
        "Bekijk deze bladzijden zelf in het rapport.",
    ),
    Health.TABLE_UNSURE: (
        "bladzijde heeft een tabel die niet zeker gelezen is",
        "bladzijden hebben een tabel die niet zeker gelezen is",
        "Cijfers uit die tabel tellen niet mee. Kijk ze zelf na in het rapport.",
    ),
    Health.TABLE_LOST: (
        "bladzijde heeft een tabel die niet zeker gelezen is",
        "bladzijden hebben een tabel die niet zeker gelezen is",
        "Cijfers uit die tabel tellen niet mee. Kijk ze zelf na in het rapport.",
    ),
    Health.OCR: (
        "bladzijde is gelezen met tekstherkenning (OCR)",
        "bladzijden zijn gelezen met tekstherkenning (OCR)",
        "Letters en cijfers kunnen fout zijn. Kijk ze na op de bladzijde zelf.",
    ),
    Health.HIDDEN_TEXT: (
        "bladzijde heeft onzichtbare tekst; die telt niet mee",
        "bladzijden hebben onzichtbare tekst; die telt niet mee",
        "U hoeft niets te doen.",
    ),
    Health.EMPTY: ("bladzijde is leeg", "bladzijden zijn leeg", "U hoeft niets te doen."),
}


def health_in_words(card: ReportCard) -> tuple[tuple[str, str], ...]:
    """Return what was not read well and what to do, the worst first; () where all was read."""
    counts = dict(card.healths)
    told = [
        (f"{counts[health]} {words[counts[health] != 1]}.", words[2])
        for health, words in _IN_WORDS.items()
        if counts.get(health)
    ]
    if not card.figures:
        told.append(
            (
                "Er zijn geen cijfers uit tabellen gelezen.",
                "Vragen over bedragen worden alleen uit de tekst beantwoord.",
            )
        )
    return (*told, *((notice, "") for notice in card.notices))
