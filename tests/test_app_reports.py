"""A user sees which reports answer, what could not be read of them, and what to do about it."""

import pytest

from tests import app_parts
from tests.app_parts import HOSTILE, Open, go_to, shown, total

open_page = app_parts.open_page


def test_report_is_told_with_its_health_and_what_to_do(open_page: Open) -> None:
    page, _ = open_page({})
    html = shown(go_to(page, "rapporten"))

    assert not page.exception
    for part in (
        '<th scope="row" role="rowheader">Terugblik<small>terugblik.pdf</small>',
        "4 maart 2025 (over 2024)",
        ">30<",
        "1 bladzijde is een plaatje zonder tekst en is niet gelezen. <em>Maak er met",
        "Op bladzijde 3 staat een scan.",
        "Er wordt gezocht in 1 van 1 rapport.",
    ):
        assert part in html


def test_filter_on_year_and_kind_holds_on_every_page_and_reaches_the_engine(
    open_page: Open,
) -> None:
    page, engine = open_page({"hoeveel": total("hoeveel")})
    page.multiselect(key="jaren").set_value([2024]).run()
    assert (
        'Ik zoek in 1 van 1 rapport.</p><ul class="rb-left rb-muted"><li>Terugblik</li>'
        in shown(page)
    )
    go_to(page, "rapporten")
    page.multiselect(key="soorten").set_value(["terugblik"]).run()
    go_to(page, "vraag")
    page.chat_input(key="vraag").set_value("hoeveel").run()

    assert page.multiselect(key="jaren").value == [2024]
    assert page.multiselect(key="soorten").value == ["terugblik"]
    assert ("hoeveel", (), frozenset({"terugblik"})) in engine.asked
    assert "Gezocht in 1 van 1 rapporten: Terugblik" in shown(page)


def test_hostile_title_is_shown_as_text(open_page: Open) -> None:
    page, _ = open_page({}, title=HOSTILE)
    html = shown(go_to(page, "rapporten"))

    assert "<img" not in html
    assert "&lt;img src=http://elders.example/y.png" in html


def test_without_any_report_each_page_says_so_and_nothing_breaks(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.app_parts.OneReport.cards", ())
    page, _ = open_page({})

    for name in ("vraag", "controleer", "rapporten", "overzicht"):
        html = shown(go_to(page, name))
        assert not page.exception
        assert "<strong>Er zijn geen rapporten.</strong> Lees uw eigen rapporten in" in html
