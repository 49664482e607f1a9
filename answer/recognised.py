"""Warns of quotes and figures that text recognition (OCR) read from a scan."""

from dataclasses import replace

from answer.answer import Answer
from ingest.report import Health
from store.reader import Reader


def with_ocr_warning(answer: Answer, index: Reader) -> Answer:
    """Return ``answer`` with a note per report of which a cited page was read by OCR."""
    english = answer.language == "en"
    notes = []
    for card in index.cards:
        cited = [c for c in answer.citations if c.document == card.id and c.page]
        if not cited or not any(health is Health.OCR for health, _ in card.healths):
            continue
        scanned = {p.number for p in index.report(card.id).pages if p.health is Health.OCR}
        shown = {n for c in cited for n in range(c.page or 0, (c.page_end or c.page or 0) + 1)}
        if numbers := ", ".join(str(number) for number in sorted(scanned & shown)):
            notes.append(
                f"Page {numbers} of {card.file_name} was read by text recognition (OCR): check "
                "letters and figures against the page itself."
                if english
                else f"Bladzijde {numbers} van {card.file_name} is gelezen met tekstherkenning "
                "(OCR): vergelijk letters en cijfers met de bladzijde zelf."
            )
    return replace(answer, notes=(*answer.notes, *notes)) if notes else answer
