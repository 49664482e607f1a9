"""Lets in only who asks for this page by its own name: no other site, and no name made for it."""

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_CLOSED = frozenset({"/_stcore/metrics", "/st-metrics"})  # who is there, and how busy: for nobody


def own_names(environ: "Mapping[str, str]" = os.environ) -> frozenset[str]:
    """Return the names by which the page may be asked for, lower case.

    This machine's own, and those of RAADSBRON_ADRES (one, or several with commas), for a proxy.

    >>> sorted(own_names({"RAADSBRON_ADRES": "Raadsbron.lindervoort.nl"}) - own_names({}))
    ['raadsbron.lindervoort.nl']
    """
    given = environ.get("RAADSBRON_ADRES", "").lower().split(",")
    return _LOOPBACK | {name.strip() for name in given if name.strip()}


class OwnAddress:
    """Middleware that answers 403 to requests for another host or from a page of another origin.

    A hostile site can give its own name the address of this machine, and then is the same origin
    to a browser; only the name in the request tells.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app
        self._names = own_names()

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan" or self._is_ours(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    def _is_ours(self, scope: "Scope") -> bool:
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        host, origin = headers.get("host", ""), headers.get("origin")
        if scope["path"] in _CLOSED or _name(host) not in self._names:
            return False
        return origin is None or is_own_origin(origin, host, self._names)


def is_own_origin(origin: str, host: str, names: frozenset[str]) -> bool:
    """Return whether a page of ``origin`` may talk to the server that was asked for as ``host``.

    On this machine the port must be the same too: another program's page is another site.

    >>> is_own_origin("http://127.0.0.1:8501", "127.0.0.1:8501", own_names({}))
    True
    >>> is_own_origin("http://127.0.0.1:9000", "127.0.0.1:8501", own_names({}))
    False
    """
    try:
        split = urlsplit(origin)
        name = split.hostname or ""
        if name in _LOOPBACK:
            return split.netloc.lower() == host.lower()
    except ValueError:
        return False
    return name in names


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
