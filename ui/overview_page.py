"""Nothing yet."""

from ui.frame import draw_framed


def draw_overview_page() -> None:
    """Draw."""
    draw_framed("Wordt gemaakt", "", lambda frame: None)
