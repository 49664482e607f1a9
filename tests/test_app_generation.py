"""After a new ingest the open page answers from the new reports, without a restart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from store.build import ingest
from store.open_encoder import bulk_encoder
from store.settings import Settings
from tests.app_parts import APP, shown

QUESTION = "Hoeveel kreeg de bibliotheek?"


@pytest.fixture
def fresh_page() -> Iterator[None]:
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


def read_in(folder: Path, settings: Settings, amount: str) -> None:
    text = (
        f"Verslag 2024\n\n1. Bibliotheek\n\nDe bibliotheek kreeg in 2024 {amount} euro subsidie.\n"
    )
    (folder / "verslag-2024.txt").write_text(text, encoding="utf-8")
    result = ingest([folder], settings, lambda: bulk_encoder(settings))
    assert result.failed == ()


@pytest.mark.model
@pytest.mark.usefixtures("fresh_page")
def test_page_answers_from_the_newest_ingest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rapporten"
    folder.mkdir()
    settings = Settings(store=tmp_path / "index")
    monkeypatch.setenv("RAADSBRON_STORE", str(settings.store))
    read_in(folder, settings, "12.000")
    page = AppTest.from_file(str(APP), default_timeout=300).run()
    page.chat_input(key="vraag").set_value(QUESTION).run()
    assert "12.000" in shown(page)

    read_in(folder, settings, "15.000")
    page.button(key="nieuw").click().run()
    page.chat_input(key="vraag").set_value(QUESTION).run()

    assert "15.000" in shown(page)
    assert "12.000" not in shown(page)
