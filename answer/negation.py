"""Whether a sentence says no, or more, or less: what turns a claim into its opposite."""

import re

_NOT = re.compile(r"\b(niet|geen|nooit|zonder|noch|not|no|never|n't)\b", re.IGNORECASE)
# What denies nothing: "niet alleen", and what closes a question that asks for a yes ("of niet?").
_TAG = re.compile(
    r"\bniet alleen\b|\bnot only\b|"
    r"\b(of niet|niet waar|nietwaar|isn't it|or not)\b|\btoch niet(?=\W*$)",
    re.IGNORECASE,
)


def negates(text: str) -> bool:
    """Return whether the text denies something: an odd number of denials.

    >>> negates("De activiteit ging niet door"), negates("Klopt dat of niet?")
    (True, False)
    >>> negates("Het feest ging toch niet door?"), negates("Het feest was er, toch niet?")
    (True, False)
    """
    return len(_NOT.findall(_TAG.sub(" ", text))) % 2 == 1
