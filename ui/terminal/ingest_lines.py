"""What an ingest did, in a few lines, and the exit code that goes with it."""

from collections.abc import Iterator

from store.ingest_result import Failure, IngestResult
from ui.terminal.exit_code import ExitCode
from ui.terminal.plain import plain


def ingest_lines(result: IngestResult) -> Iterator[str]:
    """Yield what went in, stayed and went out; refused files are `failed_lines`."""
    for verb, ids in (
        ("Ingelezen", result.added),
        ("Vernieuwd", result.replaced),
        ("Verwijderd", result.removed),
    ):
        yield from (f"{verb}: {plain(report_id)}" for report_id in ids)
    if result.unchanged:
        yield f"Onveranderd: {len(result.unchanged)}"
    for report_id in result.missing:
        yield (
            f"Verdwenen: {plain(report_id)}. Het bestand is weg, het rapport antwoordt nog wel. "
            "Haal het weg met --prune."
        )
    yield f"Klaar in {result.seconds:.1f} seconden."


def failed_lines(failed: tuple[Failure, ...]) -> Iterator[str]:
    """Yield each file that did not go in, with the reason and the next step."""
    for each in failed:
        name, reason = plain(each.file_name), plain(each.reason)
        # Most reasons begin with the name; those of the reader itself do not.
        yield f"Niet gelezen: {reason if name in reason else f'{name}: {reason}'}"


def exit_code(result: IngestResult) -> ExitCode:
    """Return whether all went in, some, or nothing at all."""
    in_index = (*result.added, *result.replaced, *result.unchanged)
    if result.failed:
        return ExitCode.PARTLY if in_index else ExitCode.FAILED
    return ExitCode.DONE if in_index or result.removed else ExitCode.FAILED
