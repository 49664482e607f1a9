"""A whole council asks at once and nobody gets an error; a command tells how long they wait."""

from evals.page_load import QUESTIONS, load_lines, main, visit_at_once


def test_twenty_conversations_at_once_all_get_their_answers(address: str) -> None:
    load = visit_at_once(address, (QUESTIONS[:2],) * 20)

    assert load.faults == ()
    assert [each for each in load.asked if each.failed] == []
    assert len(load.asked) == 40
    assert load.seconds(50) <= load.seconds(95) <= load.seconds(100)
    assert load_lines(load, 20)[0] == "20 conversations at once, 40 questions, 0 failed"


def test_command_tells_of_a_page_that_is_not_there(capsys) -> None:
    assert main(["http://127.0.0.1:9", "--visitors", "2"]) == 1
    assert "0 questions, 2 failed" in capsys.readouterr().out
