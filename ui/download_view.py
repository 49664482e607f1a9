"""The file that a report was read from, for visitors who want the whole of it."""

from collections.abc import Sequence

import streamlit as st

from ingest.report import Report
from ui.page_settings import PageSettings
from ui.report_file import report_file
from ui.words import Words

# Never text/html or the like: what is downloaded must not run in the page's name.
_KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def draw_download(report: Report, key: str, folders: Sequence[str], words: Words) -> None:
    """Draw a button that gives the file, where that is switched on and it is still what was read.

    The file is read at the click and goes through the visitor's own session, from no folder.
    """
    if not PageSettings.from_env().download:
        return
    path = report_file(report, folders)
    if path is None:
        return
    st.download_button(
        words.download.format(kind=report.format.upper()),
        path.read_bytes,
        file_name=report.file_name,
        mime=_KINDS.get(report.format, "text/plain"),
        key=f"download-{key}",
        on_click="ignore",
    )
