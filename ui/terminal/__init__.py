"""The parts that `cli.py` prints with: progress, an answer as lines, files of questions."""
