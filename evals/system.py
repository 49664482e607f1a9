"""What a run asks of a system under test: an answer, and what its retriever ranked."""

from dataclasses import dataclass
from typing import Protocol

from evals.given import Given, GivenCitation
from evals.question import GoldQuestion


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of a system; ``given`` is None where it failed, ``error`` then says how.

    ``seconds`` is the wall time of the answer alone. ``ranked`` are the units that the retriever
    gave, best first; () where the system shows none.
    """

    given: Given | None
    error: str = ""
    seconds: float | None = None
    ranked: tuple[GivenCitation, ...] = ()


class System(Protocol):
    """Something that answers questions: the engine, a peer, or a file of answers."""

    @property
    def name(self) -> str:
        """Return the name that result files and tables carry."""

    def reply(self, question: GoldQuestion) -> Reply:
        """Return the answer to one question; a failure is a reply, never an exception."""
