"""Tells a monitor whether the page can answer, and how old its index is; nothing of a report."""

import asyncio
import json
from typing import TYPE_CHECKING

from ingest.errors import RaadsbronError
from store.freshness import Freshness, freshness
from ui.frame import engine_room

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PATH = "/_raadsbron/health"
"""Beside Streamlit's own ``/_stcore/health``, which says that the server is up and no more."""


class Health:
    """Middleware that answers `PATH`: 200 where a question would be answered now, else 503.

    The JSON says ``ok``, ``sample`` where the samples answer, ``created`` and ``age_seconds`` of
    the index. What is wrong is told by ``raadsbron doctor`` and not here: it names folders.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer, or pass a request on."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self._app(scope, receive, send)
            return
        found, is_sample = await asyncio.to_thread(_found)
        state = {
            "ok": found is not None,
            "sample": is_sample,
            "created": found.created if found else "",
            "age_seconds": found.age_seconds if found else None,
        }
        body = json.dumps(state).encode()
        headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
        status = 200 if found else 503
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _found() -> tuple[Freshness | None, bool]:
    """Return how fresh the index is that answers, None while none does, and whether of samples."""
    try:
        room = engine_room()
        if not room.is_ready():
            return None, False
        opened = room.opened()
        found = freshness(opened.settings)
    except (RaadsbronError, OSError):
        return None, False
    return (None if found.problem else found), opened.is_sample
