"""The parts that the page is drawn with."""
