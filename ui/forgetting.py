"""Deletes logs and remarks when their days are over, also where nobody asks anything any more."""

import asyncio
import logging
from pathlib import Path

from ingest.errors import RaadsbronError
from ui.answer_log import AnswerLog, LogSettings
from ui.feedback_file import FeedbackFile
from ui.page_settings import PageSettings

_LOG = logging.getLogger(__name__)
_HOUR = 3_600.0  # seconds: what is kept for days may stay an hour longer


async def forget_by_the_hour(store: Path, pause: float = _HOUR) -> None:
    """Call `forget_overdue` now and after each ``pause`` of seconds, until this is cancelled."""
    while True:
        await asyncio.to_thread(forget_overdue, store)
        await asyncio.sleep(pause)


def forget_overdue(store: Path) -> None:
    """Delete what was kept beside the index in ``store`` for longer than the settings say."""
    try:
        AnswerLog(store, LogSettings.from_env()).forget_old()
        FeedbackFile(store, PageSettings.from_env().feedback_days).forget_old()
    except (RaadsbronError, OSError) as error:  # the page says it too, to whoever opens it
        _LOG.warning("%s", error)
