"""A folder with small reports and their index, made to be spoilt, and what its index says."""

import re
import shutil
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from evals.faults.outcome import Try
from evals.faults.word_encoder import encoder_for
from ingest.errors import RaadsbronError
from store.build import ingest
from store.checkup import check_up
from store.generation import current_generation, leftovers
from store.index import open_index
from store.ingest_result import IngestResult
from store.repair import repair
from store.settings import Settings

NAMES = ("cultuur", "sport", "wonen")
_LINES = 20  # a report; enough for some passages and a hundred vectors in all
_ROUND = re.compile(r"ronde (\d+)")

State = tuple[tuple[str, int], ...]
"""Each report of an index with the round that all its lines name, sorted; () without an index."""


@dataclass(frozen=True, slots=True)
class Place:
    """``folder`` holds ``rapporten`` and ``index``; ``model`` and ``cache`` as in `Settings`."""

    folder: Path
    model: str
    cache: Path

    @property
    def reports(self) -> Path:
        """Return the folder of the reports."""
        return self.folder / "rapporten"

    @property
    def settings(self) -> Settings:
        """Return the settings of the index."""
        return Settings(store=self.folder / "index", model=self.model, cache=self.cache)

    @property
    def generation(self) -> Path:
        """Return the folder of the generation that answers."""
        return self.settings.store / (current_generation(self.settings.store) or "none")

    def write(self, number: int, names: tuple[str, ...] = NAMES) -> State:
        """Write reports of which each line names round ``number``; return what they should give."""
        self.reports.mkdir(parents=True, exist_ok=True)
        for name in names:
            lines = (
                f"In ronde {number} kostte post {line} € {line}.000." for line in range(_LINES)
            )
            text = "\n\n".join((f"# Verslag {name}", *lines))
            (self.reports / f"{name}.md").write_text(text + "\n", encoding="utf-8")
        return tuple((name, number) for name in names)

    def ingest(
        self, *, prune: bool = False, rebuild: bool = False, wait: float = 60.0
    ) -> IngestResult:
        """Bring the index up to date with the reports, and return what was done."""
        encoder = partial(encoder_for, self.settings)
        return ingest(
            [self.reports], self.settings, encoder, prune=prune, rebuild=rebuild, wait=wait
        )

    def copy_to(self, folder: Path) -> "Place":
        """Return a copy that may be spoilt; its index goes on naming the reports of the first."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    def state(self) -> State:
        """Return what the index says.

        Raises:
            RaadsbronError: when it can't be read.
            ValueError: when a report has lines of two rounds.
        """
        if current_generation(self.settings.store) is None:
            return ()
        with open_index(self.settings.store) as index:
            found = []
            for card in index.cards:
                (number,) = set(_ROUND.findall(index.report(card.id).text))
                found.append((card.id, int(number)))
            return tuple(found)

    def left(self) -> tuple[str, ...]:
        """Return what a broken-off ingest left beside the generation that answers, sorted."""
        store = self.settings.store
        half = [*store.glob("*.new"), *store.glob("*/chroma-new"), *store.glob("*/*-journal")]
        found = leftovers(store, current_generation(store))
        return tuple(sorted((*found, *(path.name for path in half))))

    def after(self, allowed: tuple[State, ...], *, struck: bool = True) -> Try:
        """Return how the index stands after a fault; it is repaired where that is needed.

        ``allowed`` are the states that lose nothing: () among them stands for no index yet.
        """
        answered = told = False
        note = ""
        try:
            found = self.state()
            answered = found in allowed
            note = "" if answered else f"found {found}"
        except RaadsbronError as error:
            told = "raadsbron " in str(error)
            note = str(error)
        found, problem = self._mended()
        mended = found in allowed and not problem
        return Try(struck, answered, told, mended, self.left(), problem or note)

    def _mended(self) -> tuple[State, str]:
        """Return what the index says after a repair, and what is wrong still."""
        try:
            repair(self.settings, partial(encoder_for, self.settings))
            wrong = [finding.said for finding in check_up(self.settings)]
            return self.state(), "; ".join(wrong)
        except RaadsbronError as error:
            return (), str(error)
