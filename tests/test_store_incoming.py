"""I want many small reports read in as fast as one large one, and to see how far it is."""

from pathlib import Path

import pytest

from ingest.source import Source
from store.group_progress import GroupProgress
from store.incoming import Incoming, together
from store.index import open_index
from store.progress import Progress, Stage
from store.settings import Settings
from store.update import Update
from tests.store_parts import TinyEncoder, line_report

KLUP = "De Klup kreeg 12.000 euro."
BUS = "De speelbus kreeg 3.000 euro."
REFUSED = "scan zonder tekst"


def of_length(name: str, characters: int) -> tuple[str, object]:
    return name, line_report(name, "x" * characters)


@pytest.mark.parametrize(
    ("outcomes", "groups"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([of_length("a", 4), of_length("b", 4)], ["ab"], id="two small ones"),
        pytest.param(
            [of_length("a", 9), of_length("b", 9), of_length("c", 9)], ["ab", "c"], id="3"
        ),
        pytest.param([of_length("a", 50), of_length("b", 1)], ["a", "b"], id="a large one alone"),
        pytest.param([("s", REFUSED), of_length("a", 50), ("t", REFUSED)], ["sa", "t"], id="scans"),
    ],
)
def test_small_reports_go_together_in_their_order(outcomes, groups) -> None:
    found = ["".join(name for name, _ in group) for group in together(outcomes, enough=10)]
    assert found == groups


def test_reports_that_are_encoded_together_get_the_vectors_that_each_has_by_itself(
    tmp_path,
) -> None:
    reports = (line_report("klup", KLUP, BUS), line_report("bus", BUS), line_report("leeg", "-"))
    encoder = TinyEncoder()
    apart = stored(tmp_path / "apart", TinyEncoder(), [[report] for report in reports])
    assert stored(tmp_path / "together", encoder, [reports]) == apart
    assert len(encoder.texts) == len(set(encoder.texts)), "what reports share is encoded once"


def stored(place: Path, encoder: TinyEncoder, groups) -> list[tuple[str, bytes]]:
    """Return each unit of an index that gets these groups of reports, with its vector."""
    place.mkdir()
    with Update(Settings(store=place), encoder, None) as update:
        for group in groups:
            update.add([Incoming(report, str(place)) for report in group], lambda _: None)
        update.finish([])
    with open_index(place) as index:
        vector = encoder.encode_queries([KLUP])[0]
        units = sorted(hit.unit for hit in index.search(f"{KLUP} {BUS}", vector))
        return [(unit.key, index.vectors([unit]).tobytes()) for unit in units]


def file(name: str) -> Source:
    path = Path(name)
    return Source(path, path.stem, "pdf", copies=(), size=0, report_id=path.stem, sha256="00")


def test_progress_is_told_file_by_file_though_a_group_is_encoded_as_one() -> None:
    told: list[Progress] = []
    progress = GroupProgress(told.append, 4)
    progress.skip(1)
    names = ("a.pdf", "b.pdf", "c.pdf")
    group = [(file(name), line_report(name, KLUP)) for name in names]
    progress.begin(group)
    for share in (0.5, 1.0):
        progress.encoded(share)
    progress.end()
    progress.save()

    assert told == [
        Progress(Stage.READ, 0, 4),
        Progress(Stage.ENCODE, 1, 4, 1, "a.pdf", 0.0),
        Progress(Stage.READ, 2, 4, 1),
        Progress(Stage.ENCODE, 2, 4, 2, "b.pdf", 0.5),
        Progress(Stage.READ, 3, 4, 2),
        Progress(Stage.ENCODE, 3, 4, 3, "c.pdf", 1.0),
        Progress(Stage.READ, 4, 4, 3),
        Progress(Stage.SAVE, 4, 4, 3),
    ]
