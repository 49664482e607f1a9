"""How fast the same answer comes: beside the textbook's stack, as an archive grows, and where."""
