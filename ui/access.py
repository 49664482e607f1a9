"""Who may do what on the page."""

from ui.page_settings import PageSettings
from ui.sign_in import Visitor, listed, visitor


def may_read(who: Visitor) -> bool:
    """Return whether a visitor may see the reports: all who are signed in, or those on the list.

    Raises:
        BadInput: when the secrets can't be understood.
    """
    readers = listed("readers") if who.signs_in else None
    return who.is_known and (readers is None or who.is_on((*readers, *(listed("uploaders") or ()))))


def may_change_reports() -> bool:
    """Return whether this visitor may add and remove reports.

    With sign-in only the list of addresses decides, without it the setting.

    Raises:
        BadInput: when a setting or the secrets can't be understood.
    """
    who = visitor()
    if who.signs_in:
        return may_read(who) and who.is_on(listed("uploaders") or ())
    return PageSettings.from_env().upload
