"""The things that a question puts side by side: "sport, mantelzorg en wonen samen"."""

from collections.abc import Sequence

from answer.answer import Operation
from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.link import MET
from answer.targets import Target, choose, things
from answer.topics import ADDING, COMPARING, split_topics, without_places
from answer.view import LineView
from answer.words import Word

# Nobody adds up more things in one question; each costs a look at every line of the archive.
_MOST_THINGS = 12


def side_by_side(inquiry: Inquiry, *, in_full: bool = False) -> tuple[Target, ...]:
    """Return one target for each thing that the question puts side by side, or ().

    Each must be found on its own and be another thing than the others; ``in_full`` asks that each
    bears all the words that were said of it.
    """
    return together(inquiry, inquiry.frame.words, in_full=in_full)


def together(
    inquiry: Inquiry, words: Sequence[Word], *, in_full: bool = False
) -> tuple[Target, ...]:
    """Return one target for each of the things in a list of words, or ()."""
    own = set(things(inquiry.asked))
    adds = inquiry.frame.operation in (None, Operation.SUM)
    joins = COMPARING
    if adds:  # "sport met mantelzorg samen" adds; "kinderen met overgewicht" is one thing
        joins = ADDING if inquiry.frame.whole else ADDING - {"met", "with"}
    split = split_topics(words, inquiry.frame.question, joins)
    runs = [run for run in (tuple(w for w in run if w in own) for run in split) if run]
    runs = list(without_places(runs, words, inquiry.frame.question))
    if not 1 < len(runs) <= _MOST_THINGS:
        return ()
    chosen: list[Target] = []
    named = _named_runs(inquiry, runs)
    common: set[str] | None = None
    for run in named:
        targets = choose(inquiry, run)
        if isinstance(targets, Refusal) or (in_full and not names_all(targets[0], run)):
            return ()
        meant = [target for target in targets if names_all(target, run)] or targets[:1]
        reports = {target.report.id for target in meant}
        common = reports if common is None else common & reports
        chosen += [target for target in meant if not any(target is other for other in chosen)]
    kept = [target for target in chosen if not common or target.report.id in common]
    return _in_shared_place(kept, named) if len(kept) >= len(named) > 1 else ()


def _in_shared_place(
    targets: Sequence[Target], runs: Sequence[tuple[Word, ...]]
) -> tuple[Target, ...]:
    """Return the targets in the theme that the last thing is said to be in; all without a theme.

    "De Brink en De Linde voor het zwembad" leaves out what De Brink got elsewhere.
    """
    last = [target for target in targets if any(target.name.meets(w) >= MET for w in runs[-1])]
    beside = [w for w in runs[-1] if all(target.name.meets(w) < MET for target in last)]
    under = [t for t in targets if all(t.path.meets(word) >= MET for word in beside)]
    named = all(any(t.name.meets(w) >= MET for t in under for w in run) for run in runs)
    return tuple(under) if last and beside and named else tuple(targets)


def _named_runs(inquiry: Inquiry, runs: Sequence[tuple[Word, ...]]) -> tuple[tuple[Word, ...], ...]:
    """Return the runs, those that are one name in the reports put together ("Wonen en ruimte")."""
    named: list[tuple[Word, ...]] = []
    at = 0
    while at < len(runs):
        for end in range(len(runs), at, -1):
            joined = tuple(word for run in runs[at:end] for word in run)
            targets = choose(inquiry, joined) if end - at > 1 else Refusal()
            if end - at == 1 or (
                not isinstance(targets, Refusal) and names_all(targets[0], joined)
            ):
                break
        named.append(joined)
        at = end
    return tuple(named)


def names_all(target: Target, asked: Sequence[Word]) -> bool:
    """Return whether every word that names a thing stands in one target's own name."""
    return all(target.name.meets(word) >= MET for word in things(asked))


def lines_only(targets: Sequence[Target]) -> tuple[LineView, ...]:
    """Return the targets when all of them are lines, else ()."""
    lines = tuple(target for target in targets if isinstance(target, LineView))
    return lines if len(lines) == len(targets) else ()
