"""I need to know whether a whole council can use the page at once, on my own machine."""

import sys
from pathlib import Path

import pytest

from evals.bench.__main__ import main
from evals.bench.people import EACH, people_at_once
from evals.page_load import QUESTIONS
from evals.page_server import PageServer
from ingest.errors import RaadsbronError

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@only_linux
@pytest.mark.model
def test_more_people_get_their_answers_from_one_model_in_memory(sample_home: Path) -> None:
    said: list[str] = []
    one, three = people_at_once(sample_home, QUESTIONS, (1, 3), said.append)

    assert (one.failed, three.failed) == (0, 0)
    assert (one.questions, three.questions) == (EACH, 3 * EACH)
    assert 0 < three.answer_p50 <= three.answer_p95
    assert three.mb_each < three.memory_mb / 4, "a conversation must not load the model anew"
    assert said[0].startswith("ready ")


def test_server_that_is_gone_is_said() -> None:
    with pytest.raises(RaadsbronError, match="can't be read: expected the figures that Linux"):
        PageServer("http://127.0.0.1:9", 2**30, 0.0).used()


def test_command_knows_the_measurement(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["people", "--help"])
    assert "conversations at once" in capsys.readouterr().out
