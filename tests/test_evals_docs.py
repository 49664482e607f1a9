"""I need docs/evals.md to name every metric, option and gold key that there is."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from evals.metric import Metric
from evals.plan import PEERS, read_plan
from evals.question import Gold
from evals.summary import METRICS
from store.settings import Settings

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "evals.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.key)
def test_metric_is_explained(metric: Metric) -> None:
    assert metric.title in PAGE or metric.title.split()[-1] in PAGE


def test_options_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        read_plan(["--help"], Settings())
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert options
    for option in options:
        assert f"`{option}" in PAGE or f" {option} " in PAGE, option


def test_gold_keys_and_peers_are_explained() -> None:
    for key in (*(field.name for field in fields(Gold)), *PEERS):
        assert f"`{key}" in PAGE, key
