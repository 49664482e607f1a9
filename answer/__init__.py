"""Answers questions from checked evidence, or refuses. Knows no page and no database."""
