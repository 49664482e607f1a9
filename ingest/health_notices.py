"""Says in Dutch which pages of a report were not read well, and why."""

from collections.abc import Sequence

from ingest.page_runs import page_runs
from ingest.report import Health, Page

_UNSURE = "tabel niet betrouwbaar gelezen, er zijn geen bedragen uit overgenomen"
_WORDINGS = (
    ((Health.NO_TEXT,), "zonder tekst (een plaatje of scan), niet doorzoekbaar"),
    ((Health.GARBLED,), "met tekst zonder tekentabel, niet te lezen"),
    ((Health.OVER_LIMITS,), "te zwaar of beschadigd, overgeslagen"),
    ((Health.OCR,), "gelezen met tekstherkenning (OCR), letters en cijfers kunnen fout zijn"),
    ((Health.HIDDEN_TEXT,), "met onzichtbare tekst, die is weggelaten"),
    ((Health.TABLE_UNSURE, Health.TABLE_LOST), _UNSURE),
)


def health_notices(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return a sentence for each way in which pages were not read well, with their numbers.

    >>> from ingest.span import Span
    >>> health_notices([Page(n, Span(0, 0), None, Health.GARBLED) for n in (3, 4, 7)])
    ('Bladzijde 3-4, 7: met tekst zonder tekentabel, niet te lezen.',)
    """
    notices: list[str] = []
    for healths, wording in _WORDINGS:
        numbers = [page.number for page in pages if page.health in healths]
        if numbers:
            notices.append(f"Bladzijde {page_runs(numbers)}: {wording}.")
    return tuple(notices)
