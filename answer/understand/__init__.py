"""Takes a question apart: its words are read and what it asks is put in the slots of a `Frame`."""

from answer.understand.question import understand

__all__ = ["understand"]
