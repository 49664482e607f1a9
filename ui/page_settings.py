"""What visitors of the page may do beside asking; all of it is off by default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.errors import BadInput

_ON = frozenset({"1", "ja", "aan", "yes", "on", "true"})
_OFF = frozenset({"", "0", "nee", "uit", "no", "off", "false"})
_LONGEST_KEPT = 3_650  # days; ten years is a typing error or an archive, and this is neither


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What is switched on.

    ``upload``: visitors may add and remove reports; with sign-in the list of addresses decides.
    ``download``: the file that a report was read from may be downloaded.
    ``feedback_days``: how many days remarks on answers are kept, 0 for not asking any.
    """

    upload: bool = False
    download: bool = False
    feedback_days: int = 0

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "PageSettings":
        """Return the settings that RAADSBRON_UPLOAD, _DOWNLOAD and _FEEDBACK give.

        Raises:
            BadInput: when one of them can't be understood; nothing is switched on by a guess.
        """
        return cls(
            upload=_switch("RAADSBRON_UPLOAD", environ),
            download=_switch("RAADSBRON_DOWNLOAD", environ),
            feedback_days=_days("RAADSBRON_FEEDBACK", environ),
        )


def _switch(name: str, environ: Mapping[str, str]) -> bool:
    """Return whether a switch is on.

    >>> _switch("RAADSBRON_UPLOAD", {"RAADSBRON_UPLOAD": "ja"}), _switch("RAADSBRON_UPLOAD", {})
    (True, False)
    """
    given = environ.get(name, "").strip().lower()
    if given not in _ON | _OFF:
        message = f"{name} is '{given[:40]}'. Zet er 1 (aan) of 0 (uit) in."
        raise BadInput(message)
    return given in _ON


def _days(name: str, environ: Mapping[str, str]) -> int:
    """Return a number of days, 0 where it is switched off.

    >>> _days("RAADSBRON_FEEDBACK", {"RAADSBRON_FEEDBACK": "90"})
    90
    """
    given = environ.get(name, "").strip().lower()
    if given in _OFF:
        return 0
    if not given.isdecimal() or not 1 <= int(given) <= _LONGEST_KEPT:
        message = (
            f"{name} is '{given[:40]}'. Zet er het aantal dagen in dat reacties bewaard blijven, "
            f"van 1 tot {_LONGEST_KEPT}, of 0 voor geen reacties."
        )
        raise BadInput(message)
    return int(given)
