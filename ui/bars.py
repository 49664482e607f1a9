"""Horizontal bars, each under its name: a chart that is readable on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

_BAR_HEIGHT = 46  # pixels for one bar, the name above it and air
_BLUE = "#2f7fb8"  # 4.1 to 1 on white, 4.3 to 1 on the dark ground: one colour for both
_INK_ON_LIGHT, _INK_ON_DARK = "#16222e", "#eef3f7"
_ROOM_FOR_FIGURE = 0.4  # of the longest bar: "€ 1.447.000" behind it fits at 360 pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``shown`` is the value as a reader writes it."""

    name: str
    value: Decimal
    shown: str


def draw_bars(bars: Sequence[Bar], alt: str) -> None:
    """Draw one bar for each value, in their order; a table beside it must say the same in words."""
    names = [bar.name for bar in bars]
    repeated = len(set(names)) < len(names)  # a chart would draw two of one name as one bar
    drawn: list[dict[str, str | float]] = [
        {
            "naam": f"{place}. {bar.name}" if repeated else bar.name,
            "waarde": float(bar.value),
            "tekst": bar.shown,
        }
        for place, bar in enumerate(bars, 1)
    ]
    ink = _INK_ON_DARK if st.context.theme.type == "dark" else _INK_ON_LIGHT
    st.vega_lite_chart(
        spec=_bars(drawn, ink), width="stretch", alt=alt, height=_BAR_HEIGHT * len(drawn) + 20
    )


def _bars(bars: list[dict[str, str | float]], ink: str) -> dict[str, object]:
    """Return a Vega-Lite drawing of horizontal bars, each under its name: a phone is narrow."""
    values = [float(bar["waarde"]) for bar in bars]
    lowest, highest = min(0.0, *values), max(0.0, *values)
    domain = [lowest, highest + (highest - lowest) * _ROOM_FOR_FIGURE]
    row = {"field": "naam", "type": "nominal", "sort": None, "axis": None}
    measured = {
        "field": "waarde",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": domain},
    }
    text = {"type": "text", "align": "left", "color": ink, "fontSize": 14}
    return {
        "data": {"values": bars},
        "encoding": {"y": row},
        "layer": [
            {
                "mark": {"type": "bar", "height": 14, "yOffset": 9, "color": _BLUE},
                "encoding": {"x": measured},
            },
            {
                "mark": {**text, "dx": 6, "dy": 9},
                "encoding": {"x": measured, "text": {"field": "tekst"}},
            },
            {
                "mark": {**text, "dy": -9, "limit": {"expr": "width"}},  # cut with "…", not blindly
                "encoding": {"x": {"value": 0}, "text": {"field": "naam"}},
            },
        ],
        "config": {"view": {"stroke": None}},
    }
