"""The question as it was typed: what can't be written, and what can't be answered as it stands."""

LONGEST_QUESTION = 500
"""Characters; a longer question is refused with a note. Fixed by the answer format's users."""


def writable(question: str) -> str:
    r"""Return ``question`` with "?" for half a pair of surrogates: no file or page can hold one.

    >>> writable("wat kost \ud83d dat")
    'wat kost ? dat'
    """
    return question.encode("utf-8", "replace").decode("utf-8")


def unfit_reason(question: str) -> tuple[str, str] | None:
    """Return why a question can't be answered as it stands, (Dutch, English), or None."""
    if not question.strip() or not any(c.isalnum() for c in question):
        return ("Stel een vraag in een paar woorden.", "Ask a question in a few words.")
    if len(question) > LONGEST_QUESTION:
        return (
            f"Uw vraag is langer dan {LONGEST_QUESTION} tekens. Stel een kortere vraag.",
            f"Your question is longer than {LONGEST_QUESTION} characters. Ask a shorter one.",
        )
    return None
