"""Questions that nobody should ask, by the thousand: `python -m evals.bad_questions`."""
