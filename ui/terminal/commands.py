"""The commands of `raadsbron`. Each imports what it needs and no more, so that `--help` is instant.

Every command returns its exit code, see `ui.terminal.exit_code`.
"""

# ruff: noqa: PLC0415 - imports inside the commands are the point of this file

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.terminal.feedback_commands import feedback
from ui.terminal.options import PATH, Chosen, chosen_reports, formats_option, store_option

if TYPE_CHECKING:
    from store.settings import Settings
    from ui.terminal.archive import Archive

_FROM_SAMPLES = (
    "U hebt nog geen eigen rapporten ingelezen: Raadsbron antwoordt uit de voorbeeldrapporten."
)


@click.group("raadsbron", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="raadsbron", message="%(prog)s %(version)s")
def commands() -> None:
    """Antwoorden uit gemeentelijke rapporten, woordelijk en met de vindplaats.

    Zonder eigen rapporten antwoordt Raadsbron uit de voorbeeldrapporten.
    """


commands.add_command(feedback)


@commands.command()
@click.argument("folders", nargs=-1, required=True, metavar="MAP...", type=PATH)
@click.option("--prune", is_flag=True, help="Haal rapporten weg waarvan het bestand weg is.")
@click.option("--rebuild", is_flag=True, help="Maak de index opnieuw, met alleen deze mappen.")
@formats_option
@store_option
def ingest(
    folders: tuple[Path, ...],
    formats: tuple[str, ...],
    store: Path | None,
    *,
    prune: bool,
    rebuild: bool,
) -> int:
    """Lees de rapporten in een of meer mappen in.

    Voorbeeld: raadsbron ingest rapporten --prune
    """
    from ingest.errors import BadInput
    from store.build import ingest as bring_up_to_date
    from ui.terminal.archive import encoder_of, nothing_read
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.ingest_lines import exit_code, failed_lines, ingest_lines
    from ui.terminal.progress_line import ProgressLine

    settings = _settings(store)
    with ProgressLine(sys.stderr) as tell:
        result = bring_up_to_date(
            folders,
            settings,
            encoder_of(settings),
            formats=_formats(formats),
            prune=prune,
            rebuild=rebuild,
            progress=tell,
        )
    code = exit_code(result)
    if code is ExitCode.FAILED:
        raise BadInput(nothing_read(folders, result.failed))
    _say(failed_lines(result.failed), err=True)
    _say(ingest_lines(result))
    return code


@commands.command()
@click.argument("question", metavar="VRAAG")
@click.option("--json", "as_json", is_flag=True, help="Geef het antwoord als JSON.")
@click.option("--explain", is_flag=True, help="Zeg ook hoe het antwoord gekozen is.")
@click.option("--history", multiple=True, metavar="VRAAG", help="Eerdere vraag, oudste eerst.")
@chosen_reports
def ask(
    chosen: Chosen, question: str, history: tuple[str, ...], *, as_json: bool, explain: bool
) -> int:
    """Stel een vraag.

    Voorbeeld: raadsbron ask "Hoeveel ging er naar valpreventie?"
    """
    from answer.answer import Status
    from answer.as_json import to_json
    from answer.engine import open_engine
    from ui.terminal.answer_lines import answer_lines
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.explanation_lines import explanation_lines

    turns = tuple(_utf8(turn) for turn in (*history, question))
    archive = _archive(chosen)
    engine = open_engine(archive.settings)
    if explain:
        answer, why = engine.explain(turns[-1], turns[:-1], archive.reports)
    else:
        answer, why = engine.ask(turns[-1], turns[:-1], archive.reports), None
    if as_json:
        click.echo(json.dumps(to_json(answer), ensure_ascii=False))
    else:
        _say(answer_lines(answer))
    if why:
        _say(explanation_lines(why), err=as_json)  # stdout stays one line of JSON
    return ExitCode.DONE if answer.status is Status.ANSWERED else ExitCode.NOT_FOUND


@commands.command("answer-file")
@click.argument("questions", metavar="VRAGEN.jsonl", type=PATH)
@click.option("--out", required=True, metavar="ANTWOORDEN.jsonl", type=PATH)
@chosen_reports
def answer_file(chosen: Chosen, questions: Path, out: Path) -> int:
    """Beantwoord een bestand met vragen, op elke regel een JSON-object.

    Een regel heeft "id", "question" en zo nodig "history" (eerdere vragen, oudste eerst).
    """
    from answer.engine import open_engine
    from ui.terminal.answer_file import write_answers
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.question_file import BadLine, read_questions

    asked = read_questions(questions)
    archive = _archive(chosen)
    engine = open_engine(archive.settings)
    with click.progressbar(length=len(asked), label="Vragen", file=sys.stderr) as done:
        write_answers(
            asked,
            lambda question, history: engine.ask(question, history, archive.reports),
            out,
            lambda: done.update(1),
        )
    bad = tuple(line.error for line in asked if isinstance(line, BadLine))
    _say((f"Overgeslagen: {error}" for error in bad), err=True)
    _say((f"{len(asked) - len(bad)} van {len(asked)} vragen gesteld, zie {out}.",), err=True)
    return ExitCode.DONE


@commands.command()
@chosen_reports
def reports(chosen: Chosen) -> int:
    """Toon welke rapporten antwoorden."""
    from store.index import open_index
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.report_lines import report_lines

    archive = _archive(chosen)
    with open_index(archive.settings.store) as index:
        for card in index.cards:
            if archive.reports is None or card.id in archive.reports:
                _say(report_lines(card))
    return ExitCode.DONE


@commands.command()
@click.argument("document", metavar="RAPPORT")
@chosen_reports
def text(chosen: Chosen, document: str) -> int:
    """Geef de opgeslagen tekst van een rapport, waarin "start" en "end" van een citaat tellen."""
    from ui.terminal.exit_code import ExitCode
    from ui.terminal.stored_text import stored_report

    settings = _archive(chosen).settings if chosen.folders else _settings(chosen.store)
    # As bytes: an added line end, or one that Windows turns into two characters, moves every span.
    click.echo(stored_report(settings, document).text.encode("utf-8"), nl=False)
    return ExitCode.DONE


@commands.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@chosen_reports
def chat(chosen: Chosen, port: int) -> int:
    """Open de chat in de browser, alleen op deze computer. Stop met Ctrl+C."""
    from ui.terminal.chat import run_chat

    archive = _archive(chosen)
    # The page finds the samples by itself, and so notices the user's first own reports.
    return run_chat(_settings(chosen.store) if archive.is_sample else archive.settings, port)


@commands.command()
@click.option("--repair", is_flag=True, help="Herstel wat niet goed is, en ruim op.")
@click.option("--json", "as_json", is_flag=True, help="Geef de stand van de index als JSON.")
@store_option
def doctor(store: Path | None, *, repair: bool, as_json: bool) -> int:
    """Toon wat er geïnstalleerd en ingelezen is, en wat daaraan niet goed is.

    Met --repair wordt dat hersteld: uit wat er nog is, anders uit de rapporten zelf.
    """
    from ui.terminal.exit_code import ExitCode

    if as_json and not repair:
        from ui.terminal.health import health_line

        line, is_well = health_line(_settings(store))
        click.echo(line)
        return ExitCode.DONE if is_well else ExitCode.FAILED

    from ui.terminal.doctor import doctor_lines, examine, put_right

    found = put_right(_settings(store)) if repair else examine(_settings(store))
    _say(doctor_lines(found))
    return ExitCode.FAILED if found.wrong else ExitCode.DONE


@commands.command()
@click.argument("file", metavar="BESTAND", type=PATH)
@store_option
def backup(file: Path, store: Path | None) -> int:
    """Bewaar een kopie van de index in een bestand; inlezen en vragen gaan intussen door.

    Voorbeeld: raadsbron backup raadsbron-maandag.zip
    """
    from store.backup import backup as save
    from ui.terminal.exit_code import ExitCode

    saved = save(_settings(store).store, file)
    _say((f"Bewaard in {file}: {saved.reports} rapporten, {saved.generation}.",))
    return ExitCode.DONE


@commands.command()
@click.argument("file", metavar="BESTAND", type=PATH)
@store_option
def restore(file: Path, store: Path | None) -> int:
    """Zet een kopie van de index terug, in de plaats van wat er nu antwoordt.

    Voorbeeld: raadsbron restore raadsbron-maandag.zip
    """
    from store.backup import restore as put_back
    from ui.terminal.exit_code import ExitCode

    saved = put_back(_settings(store).store, file)
    _say((f"Teruggezet uit {file}: {saved.reports} rapporten, {saved.generation}.",))
    return ExitCode.DONE


def _settings(store: Path | None) -> "Settings":
    from store.settings import Settings

    settings = Settings.from_env()
    return replace(settings, store=store) if store else settings


def _formats(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats that were asked for, also from one word with commas; all without any."""
    from ingest.find import FORMATS

    return tuple(part for word in given for part in word.lower().split(",") if part) or FORMATS


def _archive(chosen: Chosen) -> "Archive":
    """Return the reports to answer from, and say on stderr what did not go in."""
    from ui.terminal.archive import Wanted, open_archive
    from ui.terminal.ingest_lines import failed_lines
    from ui.terminal.progress_line import ProgressLine

    wanted = Wanted(chosen.folders, _formats(chosen.formats), chosen.names_store)
    with ProgressLine(sys.stderr) as tell:
        archive = open_archive(_settings(chosen.store), wanted, tell)
    _say(failed_lines(archive.failed), err=True)
    if archive.is_sample:
        _say((_FROM_SAMPLES,), err=True)
    return archive


def _say(lines: Iterable[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)


def _utf8(words: str) -> str:
    """Return ``words`` as they were typed.

    Raises:
        BadInput: when they were no UTF-8, and so can't be shown in an answer either.
    """
    from ingest.errors import BadInput

    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        message = "De vraag bevat tekens die geen UTF-8 zijn. Stel uw terminal in op UTF-8."
        raise BadInput(message) from error
    return words
