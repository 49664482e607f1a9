"""A word or two without a question: whatever the archive has under that name."""

from dataclasses import replace

from answer.draft import Draft, Refusal, Result
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.lexicon import PERSONS
from answer.lists import answer_list
from answer.money import answer_money
from answer.numbers import answer_number
from answer.targets import choose
from answer.texts import answer_text

_WELL_FOUND = 0.65


def answer_short(inquiry: Inquiry) -> Result:
    """Return the amount of what is named, its list, or the sentence that says it best."""
    asked = inquiry.asked
    if not asked:
        return Refusal(missing=(inquiry.frame.question.strip(),))
    targets = choose(inquiry, asked)
    if not isinstance(targets, Refusal) and len(targets) == 1:
        money = replace(inquiry.frame, ask=Ask.AMOUNT, unit="euro")
        return answer_money(replace(inquiry, frame=money))
    person = next((word for word in asked[:2] if word.text in PERSONS), None)
    if person:
        counted = replace(inquiry.frame, ask=Ask.NUMBER, unit="count", counted=(person,))
        number = answer_number(replace(inquiry, frame=counted))
        if isinstance(number, Draft):
            return number
    listed = answer_list(replace(inquiry, frame=replace(inquiry.frame, ask=Ask.LIST)))
    told = answer_text(replace(inquiry, frame=replace(inquiry.frame, ask=Ask.TEXT)))
    plural = asked[0].text.endswith(("en", "s"))
    if isinstance(listed, Draft) and plural and listed.confidence >= _WELL_FOUND:
        return listed
    return told
