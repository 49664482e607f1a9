"""The process that draws pages: takes one request after another and answers with the drawing."""

import json
import logging
import os
import sys
from pathlib import Path

from PIL import Image

from ingest.fence import raise_fence
from ingest.memory_limit import bound_memory
from ingest.messages import receive, send
from ingest.plain_data import as_plain
from ui.page_drawing import draw_page, draw_quote


def serve(memory: int) -> None:
    """Answer requests within ``memory`` bytes until the input ends.

    An answer is a drawing as plain data, or the name of what went wrong.
    """
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    logging.disable(logging.CRITICAL)
    Image.preinit()  # loads what writes JPEG while Python may still keep what it compiles
    bound_memory(memory)
    raise_fence()
    while (request := receive(requests)) is not None:
        is_near, path, number, text, start, end = json.loads(request)
        try:
            draw = draw_quote if is_near else draw_page
            answer = as_plain(draw(Path(path), number, text, start, end))
        except Exception as error:
            answer = type(error).__name__
        send(answers, json.dumps(answer).encode())
