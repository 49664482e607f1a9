"""What tells one report from others that say something of the same thing."""

from collections.abc import Sequence

from ingest.report import Report


def told_apart(report: Report, beside: Sequence[Report]) -> tuple[str, ...]:
    """Return the municipality and year of ``report`` where others of ``beside`` have another one.

    Where both are the same, its title tells it apart. Nothing is returned among figures of one
    report.
    """
    others = [other for other in beside if other.id != report.id]
    said: list[str] = []
    if report.municipality and any(o.municipality != report.municipality for o in others):
        said.append(report.municipality)
    if report.year and any(other.year != report.year for other in others):
        said.append(str(report.year))
    alike = [o for o in others if (o.municipality, o.year) == (report.municipality, report.year)]
    return (*said, report.title) if alike else tuple(said)
