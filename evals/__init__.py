"""Scores answers against gold questions."""
