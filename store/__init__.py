"""Keeps reports: catalogue, vectors and full text, and finds passages and figures in them."""
