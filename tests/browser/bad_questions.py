"""Types bad questions on the real page: `python -m tests.browser.bad_questions --count 200`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.browser.real_page import Visit, running_browser, running_page, sample_store
from tests.browser.test_browser_isolation import ask_bad

_A_VISIT = 10  # questions of one visitor: a longer conversation only draws more slowly


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when no question broke anything, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.bad_questions")
    parser.add_argument("--count", type=int, default=200)
    count = parser.parse_args(arguments).count
    wrong: list[str] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        running_page(sample_store(Path(folder))) as address,
        running_browser() as browser,
    ):
        for start in range(0, count, _A_VISIT):
            visitor = Visit.start(browser, address)
            wrong += ask_bad(visitor, min(_A_VISIT, count - start), seed=start)
            visitor.page.close()
    sys.stdout.write(f"{count} questions through the page, {len(wrong)} wrong\n")
    sys.stdout.writelines(f"WRONG {each}\n" for each in wrong)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
