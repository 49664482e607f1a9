"""Harms a running Raadsbron on purpose and counts what survives: `python -m evals.faults`."""
