"""The figures behind an answer: a table that can be checked by eye, a chart, and the sum."""

from decimal import Decimal

import streamlit as st

from answer.answer import Answer, Kind, Operation, Part
from ui.dutch_number import grouped, in_words
from ui.plain import as_html, one_line
from ui.words import Words, heading_of_figures, place

FEWEST_BARS = 3
"""Two bars say no more than two numbers do."""

_LONGEST_FORMULA = 12  # terms; a longer sum is read from the table
_BAR_HEIGHT = 34  # pixels for one bar and its air
_BLUE = "#2f7fb8"  # 4.1 to 1 on white, 4.3 to 1 on the dark ground: one colour for both
_INK_ON_LIGHT, _INK_ON_DARK = "#16222e", "#eef3f7"
_ROOM_FOR_FIGURE = 70  # pixels beyond the longest bar, for "€ 1.447.000"
_LABEL_WIDTH = 190  # pixels; a phone keeps some 130 for the bars


def draw_figures(answer: Answer, words: Words) -> None:
    """Draw the parts of a computed value, the candidates of a comparison, or the alternatives."""
    if not answer.figures:
        return
    heading = heading_of_figures(answer.kind, answer.operation, words)
    st.html(f'<h3 class="rb-h3">{heading}</h3>{_table(answer, heading, words)}')
    if _has_chart(answer):
        _draw_chart(answer, heading)
    if answer.operation is Operation.SUM and 1 < len(answer.figures) <= _LONGEST_FORMULA:
        st.html(f'<p class="rb-formula"><span>{words.formula}:</span> {_formula(answer)}</p>')


def _table(answer: Answer, caption: str, words: Words) -> str:
    """Return the figures as an HTML table with a total where they add up."""
    rows = "".join(_row(answer, part, words) for part in answer.figures)
    total = ""
    if answer.operation is Operation.SUM and answer.value is not None:
        shown = in_words(answer.value, answer.unit, answer.language)
        total = (
            f'<tfoot><tr><th scope="row">{words.together}</th>'
            f'<td class="rb-number">{shown}</td><td></td></tr></tfoot>'
        )
    return (
        f'<table class="rb-table"><caption>{caption}</caption><thead><tr>'
        f'<th scope="col">{words.item}</th><th scope="col" class="rb-number">{words.amount}</th>'
        f'<th scope="col">{words.where}</th></tr></thead><tbody>{rows}</tbody>{total}</table>'
    )


def _row(answer: Answer, part: Part, words: Words) -> str:
    where = "; ".join(
        f"{words.source} {number + 1}: {place(answer.citations[number], words)}"
        for number in part.citations
        if number < len(answer.citations)
    )
    return (
        f'<tr><th scope="row">{as_html(one_line(part.label))}</th>'
        f'<td class="rb-number">{in_words(part.value, part.unit, answer.language)}</td>'
        f'<td class="rb-where">{where}</td></tr>'
    )


def _formula(answer: Answer) -> str:
    """Return the sum as it is written: every term, in the order of the table."""
    terms = " + ".join(_term(part.value, answer.language) for part in answer.figures)
    total = in_words(answer.value or Decimal(0), answer.unit, answer.language)
    return f"{terms} = <strong>{total}</strong>"


def _term(value: Decimal, language: str) -> str:
    shown = grouped(value, language)
    return f"({shown})" if value < 0 else shown


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
    """Return a Vega-Lite drawing of horizontal bars, the figure at the end of each."""
    named = {
        "field": "naam",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {
            "domain": False,
            "labelColor": ink,
            "labelFontSize": 14,
            "labelLimit": _LABEL_WIDTH,
            "ticks": False,
        },
    }
    measured = {
        "field": "waarde",
        "type": "quantitative",
        "title": None,
        "axis": None,
        "scale": {"padding": _ROOM_FOR_FIGURE},
    }
    text = {"field": "tekst", "type": "nominal"}
    return {
        "data": {"values": bars},
        "encoding": {"y": named, "x": measured},
        "layer": [
            {"mark": {"type": "bar", "height": 18, "color": _BLUE, "tooltip": None}},
            {
                "mark": {"type": "text", "align": "left", "color": ink, "dx": 6, "fontSize": 14},
                "encoding": {"text": text},
            },
        ],
        "config": {"view": {"stroke": None}},
    }
