"""Options that commands share: where the index lies, and which reports answer."""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

PATH = click.Path(path_type=Path)

Command = Callable[..., int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user chose: ``store`` None for the usual place, no ``folders`` for what is there.

    ``formats`` is empty for all that can be read.
    """

    store: Path | None = None
    folders: tuple[Path, ...] = ()
    formats: tuple[str, ...] = ()

    @property
    def names_store(self) -> bool:
        """Return whether the user named a store, with ``--store`` or in the environment."""
        return bool(self.store or os.environ.get("RAADSBRON_STORE"))


def store_option(command: Command) -> Command:
    """Return the command with ``--store``, which it gets as ``store``."""
    return click.option(
        "--store", type=PATH, metavar="MAP", help="Waar de index ligt. [RAADSBRON_STORE]"
    )(command)


def formats_option(command: Command) -> Command:
    """Return the command with ``--formats``, which it gets as ``formats``: words as typed."""
    return click.option(
        "--formats", multiple=True, metavar="SOORT", help="Lees alleen pdf, docx, txt of md."
    )(command)


def chosen_reports(command: Command) -> Command:
    """Return the command with ``--store``, ``--reports`` and ``--formats`` as one `Chosen`."""

    @functools.wraps(command)
    def gathered(
        store: Path | None, folders: tuple[Path, ...], formats: tuple[str, ...], **others: object
    ) -> int:
        return command(Chosen(store, folders, formats), **others)

    with_folders = click.option(
        "--reports",
        "folders",
        multiple=True,
        type=PATH,
        metavar="MAP",
        help="Lees eerst deze map in en antwoord alleen daaruit.",
    )(formats_option(gathered))
    return store_option(with_folders)
