"""How far a change of the reports is, and what came of it, in plain Dutch."""

from collections.abc import Iterator

from store.card import ReportCard
from store.progress import Progress, Stage
from ui.dutch_number import grouped_count
from ui.plain import as_html, one_line
from ui.report_changes import Done
from ui.report_health import health_in_words


def progress_in_words(progress: Progress) -> tuple[float, str]:
    """Return the share that is done, from 0 to 1, and what is being done.

    >>> progress_in_words(Progress(Stage.ENCODE, 1, 2, 40, "nota.pdf", 0.5))
    (0.75, 'Ik verwerk rapport 2 van 2 …')
    >>> progress_in_words(Progress(Stage.SAVE, 2, 2))
    (1.0, 'Ik bewaar de rapporten …')
    """
    total = max(progress.files_total, 1)
    share = min((progress.files + progress.share) / total, 1.0)
    number = min(progress.files + 1, total)
    return share, {
        Stage.WAIT: "Ik wacht tot ik kan beginnen …",
        Stage.READ: f"Ik lees rapport {number} van {total} …",
        Stage.ENCODE: f"Ik verwerk rapport {number} van {total} …",
        Stage.SAVE: "Ik bewaar de rapporten …",
    }[progress.stage]


def done_in_html(done: Done) -> str:
    """Return what came of a change as safe HTML: what went in, how it was read, what did not."""
    lines = list(_lines(done))
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="rb-left">{listed}</ul>'


def _lines(done: Done) -> Iterator[str]:
    if done.removed:
        yield f"<strong>Verwijderd:</strong> {as_html(done.removed)}"
    if done.all_again:
        said = grouped_count(done.all_again, "rapport is", "rapporten zijn")
        yield f"{said} opnieuw gelezen."
    for card in done.added:
        verb = "Vernieuwd" if card.title in done.replaced else "Toegevoegd"
        yield f"<strong>{verb}:</strong> {as_html(one_line(card.title))}. {_read(card)}"
    for each in done.refused:
        name, reason = as_html(each.name), as_html(each.reason)
        # Most reasons of the reader begin with the name; ours do not.
        told = reason if name in reason else f"{name}. {reason}"
        yield f"<strong>Niet toegevoegd:</strong> {told}"


def _read(card: ReportCard) -> str:
    """Return how well a report was read, as safe HTML."""
    pages = grouped_count(card.pages, "bladzijde", "bladzijden") if card.pages else "de tekst"
    figures = grouped_count(card.figures, "cijfer", "cijfers")
    told = " ".join(f"{what} {advice}".strip() for what, advice in health_in_words(card))
    return f"Gelezen: {pages} en {figures}. {as_html(told)}".strip()
