"""The figures behind an answer: a table that can be checked by eye, a chart, and the sum."""

import streamlit as st

from answer.answer import Answer, Kind, Operation
from ui.dutch_number import in_words
from ui.figures_table import figures_table, sum_written_out
from ui.plain import one_line
from ui.words import Words, heading_of_figures

FEWEST_BARS = 3
"""Two bars say no more than two numbers do."""

_LONGEST_FORMULA = 12  # terms; a longer sum is read from the table
_BAR_HEIGHT = 46  # pixels for one bar, the name above it and air
_BLUE = "#2f7fb8"  # 4.1 to 1 on white, 4.3 to 1 on the dark ground: one colour for both
_INK_ON_LIGHT, _INK_ON_DARK = "#16222e", "#eef3f7"
_ROOM_FOR_FIGURE = 0.4  # of the longest bar: "€ 1.447.000" behind it fits at 360 pixels


def draw_figures(answer: Answer, words: Words) -> None:
    """Draw the parts of a computed value, the candidates of a comparison, or the alternatives."""
    if not answer.figures or (answer.operation is Operation.SUM and len(answer.figures) == 1):
        return  # one line is no sum: the answer and its source say it all
    heading = heading_of_figures(answer.kind, answer.operation, words)
    st.html(f'<h3 class="rb-h3">{heading}</h3>{figures_table(answer, heading, words)}')
    if answer.operation is Operation.SUM and 1 < len(answer.figures) <= _LONGEST_FORMULA:
        st.html(
            f'<p class="rb-formula"><span>{words.formula}:</span> {sum_written_out(answer)}</p>'
        )
    if _has_chart(answer):
        _draw_chart(answer, heading)


def _has_chart(answer: Answer) -> bool:
    units = {part.unit for part in answer.figures}
    return (
        len(answer.figures) >= FEWEST_BARS
        and len(units) == 1
        and answer.kind is not Kind.SEVERAL
        and "year" not in units
    )


def _draw_chart(answer: Answer, heading: str) -> None:
    """Draw one bar a figure; the table above says the same in words."""
    names = {one_line(part.label) for part in answer.figures}
    repeated = len(names) < len(answer.figures)  # a chart would draw two of one name as one bar
    bars: list[dict[str, str | float]] = [
        {
            "naam": f"{place_in_list}. {one_line(part.label)}"
            if repeated
            else one_line(part.label),
            "waarde": float(part.value),
            "tekst": in_words(part.value, part.unit, answer.language),
        }
        for place_in_list, part in enumerate(answer.figures, 1)
    ]
    ink = _INK_ON_DARK if st.context.theme.type == "dark" else _INK_ON_LIGHT
    st.vega_lite_chart(
        spec=_bars(bars, ink), width="stretch", alt=heading, height=_BAR_HEIGHT * len(bars) + 20
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
                "mark": {**text, "dy": -9},
                "encoding": {"x": {"value": 0}, "text": {"field": "naam"}},
            },
        ],
        "config": {"view": {"stroke": None}},
    }
