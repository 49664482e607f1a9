"""`raadsbron feedback`: what visitors of the page said of answers, as questions for `evals`."""

# ruff: noqa: PLC0415 - imports inside the commands keep `--help` instant

import sys
from dataclasses import replace
from pathlib import Path

import click

from ui.terminal.options import PATH, store_option


@click.group()
def feedback() -> None:
    """Wat gebruikers van antwoorden vonden (zie RAADSBRON_FEEDBACK)."""


@feedback.command()
@click.option("--out", required=True, metavar="VRAGEN.jsonl", type=PATH)
@store_option
def export(out: Path, store: Path | None) -> int:
    """Maak van de reacties vragen waarmee antwoorden te toetsen zijn.

    Vragen met een goed antwoord komen in het bestand. Vragen waarvan het antwoord fout of
    onvolledig was komen in een bestand ernaast: daar vult u zelf het goede antwoord in.
    """
    from store.settings import Settings
    from ui.feedback_file import FeedbackFile
    from ui.page_settings import PageSettings
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.feedback_export import write_questions

    settings = Settings.from_env()
    settings = replace(settings, store=store) if store else settings
    kept = FeedbackFile(settings.store, PageSettings.from_env().feedback_days)
    kept.forget_old()
    for said in write_questions(kept.read(), out):
        sys.stdout.write(f"{said}\n")
    return ExitCode.DONE
