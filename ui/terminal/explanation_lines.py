"""How a question was read and what was weighed, as lines under its answer."""

from collections.abc import Iterator

from answer.explain import Candidate, Explanation
from ui.terminal.plain import plain


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Yield what was read into the question, each candidate best first, and what decided."""
    yield ""
    yield "Zo is de vraag gelezen:"
    yield from (f"  {plain(name)}: {plain(value)}" for name, value in explanation.slots)
    yield ""
    yield "Dit is afgewogen:"
    yield from (f"  {_line(candidate)}" for candidate in explanation.candidates)
    yield ""
    yield plain(explanation.decision)


def _line(candidate: Candidate) -> str:
    missing = f", mist {', '.join(candidate.missing)}" if candidate.missing else ""
    return plain(
        f"{candidate.sort} {candidate.score:.3f}, dekt {candidate.covered:.0%}{missing}: "
        f"{candidate.name} ({candidate.document})"
    )
