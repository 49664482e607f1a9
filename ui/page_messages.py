"""Passes on what our page asks of Streamlit, and nothing else that a browser could ask of it."""

from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Left out, and taken by Streamlit from any visitor, signed in or not: to forget what is kept for
# all (each time the engine would be opened anew and the old one stay in memory), to tell which
# files of the repository were changed, to run the page at each change of a file.
_USED = frozenset(
    {
        "rerun_script",
        "stop_script",
        "app_heartbeat",
        "file_urls_request",
        "backend_operation_request",
    }
)
# Left out: to write files for programming tools beside the page.
_OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})


class PageMessages:
    """Middleware that drops messages over a web socket which our page never sends."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass a request on; of a web socket only the messages that are used."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def used() -> "Message":
            while True:
                message = await receive()
                data = message.get("bytes")
                if data is None or is_used(data):
                    return message

        await self._app(scope, used, send)


def is_used(data: bytes) -> bool:
    """Return whether our page may send this; what is no message at all is Streamlit's to refuse.

    >>> is_used(BackMsg(app_heartbeat=True).SerializeToString())
    True
    >>> is_used(BackMsg(clear_cache=True).SerializeToString())
    False
    """
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except Exception:  # of protobuf, which comes along with Streamlit
        return True
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in _OPERATIONS
    return kind in _USED
