"""Who may do what on the page."""

from ui.page_settings import PageSettings


def may_change_reports() -> bool:
    """Return whether this visitor may add and remove reports.

    Raises:
        BadInput: when a setting can't be understood.
    """
    return PageSettings.from_env().upload
