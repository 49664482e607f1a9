"""Keeps out files that nobody may send: Streamlit takes them from whoever has the page open."""

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from streamlit.runtime.scriptrunner import get_script_run_ctx

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_UPLOAD = re.compile(r"/_stcore/upload_file(?:/|$)")
_SESSION = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+$")
_MOST_SESSIONS = 10_000  # open pages that may send; the oldest is forgotten and asks again

_ALLOWED: OrderedDict[str, None] = OrderedDict()


def let_upload() -> None:
    """Let the page that is drawn now send files; only what draws an upload box calls this."""
    context = get_script_run_ctx()
    if context is None:
        return
    _ALLOWED[context.session_id] = None
    _ALLOWED.move_to_end(context.session_id)
    while len(_ALLOWED) > _MOST_SESSIONS:
        _ALLOWED.popitem(last=False)


class Door:
    """Middleware that answers 403 to an upload from a page that was not let in."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and not _may_pass(scope["method"], scope["path"]):
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, send)


def _may_pass(method: str, path: str) -> bool:
    """Return whether a request is no upload, or one from a page that may.

    >>> _may_pass("GET", "/"), _may_pass("PUT", "/_stcore/upload_file/unknown/1")
    (True, False)
    """
    if method in {"GET", "HEAD", "OPTIONS"} or not _UPLOAD.search(path):
        return True
    session = _SESSION.search(path)
    return session is not None and session[1] in _ALLOWED
