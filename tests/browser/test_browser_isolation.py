"""What I ask stays in my browser: nobody else who has the page open ever sees it."""

import random
from collections.abc import Callable

from playwright.sync_api import TimeoutError as NoAnswer

from evals.bad_questions.kinds import bad_question
from tests.browser.real_page import Visit

Open = Callable[..., Visit]
_SECONDS = 180  # on two cores that others keep busy; a second is usual
MINE = "Hoeveel ging er naar mantelzorg?"
YOURS = "Wie was Xanthippe Quispelgans?"


def test_conversations_of_two_browsers_never_mix(visit: Open) -> None:
    """Each visitor has cookies and storage of its own, as another person has."""
    mine, yours = visit(), visit()
    mine.ask(MINE)
    yours.ask(YOURS)
    mine.ask("En in welke paragraaf staat dat?")
    for visitor in (mine, yours):
        visitor.settle()
    newcomer = visit()

    assert "Quispelgans" not in mine.page.content()
    assert "Quispelgans" in yours.page.content()
    assert "welke paragraaf staat dat" not in yours.page.content()
    assert "Quispelgans" not in newcomer.page.content()


def test_a_page_that_is_loaded_again_remembers_nothing(visit: Open) -> None:
    visitor = visit()
    visitor.ask(YOURS)
    kept = visitor.page.context.storage_state()
    visitor.page.goto(visitor.address)
    visitor.page.locator(".rb-ask").wait_for(timeout=300_000)
    visitor.settle()

    assert "Quispelgans" not in visitor.page.content()
    assert "Quispelgans" not in str(kept)


def test_bad_questions_break_nothing_on_the_page(visit: Open) -> None:
    """The long version is `python -m tests.browser.bad_questions --count 200`."""
    assert ask_bad(visit(), 10, seed=3) == []
    assert ask_bad(visit(), 10, seed=4) == []


def ask_bad(visitor: Visit, count: int, seed: int) -> list[str]:
    """Return what went wrong when ``count`` bad questions were typed, [] where nothing did."""
    chance = random.Random(seed)
    wrong = []
    for number in range(count):
        question = typed(bad_question(chance).question)
        box = visitor.page.get_by_role("textbox", name="Stel uw vraag over de rapporten")
        answers = visitor.page.locator(".rb-answer")
        before = answers.count()
        box.fill(question)
        visitor.page.keyboard.press("Enter")
        try:
            answers.nth(before).wait_for(timeout=_SECONDS * 1000)
        except NoAnswer:
            wrong.append(f"{number}: no answer in {_SECONDS} seconds to {question!r:.200}")
            break
        if visitor.page.locator(".rb-failed, .stException").count():
            wrong.append(f"{number}: an error on the page after {question!r:.200}")
            break
    return [*wrong, *visitor.elsewhere, *visitor.errors]


def typed(question: str) -> str:
    """Return what the box takes in one line: 500 characters, of which an emoji counts as two."""
    fit = " ".join(question.encode("utf-8", "ignore").decode().replace("\x00", "").split())
    return fit.encode("utf-16-le")[:1_000].decode("utf-16-le", "ignore").strip() or "?"
