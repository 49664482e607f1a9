"""Runs what is asynchronous in a thread of its own: the browser of other tests has one in ours."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_apart(start: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    """Run the coroutine that ``start`` makes to its end, and raise what it raises."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(lambda: asyncio.run(start())).result()
