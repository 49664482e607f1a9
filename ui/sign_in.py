"""Signing in, where the owner asks for it with ``[auth]`` in Streamlit's secrets: on every page."""

import logging
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from streamlit import config
from streamlit.errors import StreamlitSecretNotFoundError

from ingest.errors import BadInput
from ui.plain import as_html, as_label

_LOG = logging.getLogger(__name__)
# Streamlit's cookie lasts 30 days; who has left the council must be out by the next morning.
_LONGEST_SIGNED_IN = 12 * 3_600  # seconds
_CLOCKS_DIFFER = 300  # seconds that the provider's clock may be ahead of ours
_SHORTEST_SECRET = 32  # characters; whoever guesses it can be anyone
_ASKED_FOR: set[str] = set()  # once this server asks people to sign in, it never stops


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who visits: ``signs_in`` says whether people must, ``address`` is None where unknown."""

    signs_in: bool
    is_known: bool
    address: str | None

    def is_on(self, addresses: Collection[str]) -> bool:
        """Return whether the visitor's address is on a list of addresses and "@domains".

        >>> Visitor(True, True, "Ans@Raad.example").is_on(["ans@raad.example"])
        True
        >>> Visitor(True, True, "ans@kwaad-raad.example").is_on(["@raad.example"])
        False
        """
        if self.address is None:
            return False
        own = self.address.casefold()
        listed = {entry.strip().casefold() for entry in addresses}
        return own in listed or f"@{own.rpartition('@')[2]}" in listed


def visitor() -> Visitor:
    """Return who visits the page that is drawn now.

    Raises:
        BadInput: when the secrets can't be read; then nobody is let in.
    """
    if not _must_sign_in():
        return Visitor(signs_in=False, is_known=True, address=None)
    if not st.user.get("is_logged_in") or not _is_fresh(st.user.get("iat")):
        return Visitor(signs_in=True, is_known=False, address=None)
    address = st.user.get("email")
    # Some providers leave the claim out; one that says that an address is unproven is believed.
    proven = isinstance(address, str) and st.user.get("email_verified", True) in {True, "true"}
    return Visitor(signs_in=True, is_known=True, address=str(address) if proven else None)


def listed(name: str) -> tuple[str, ...] | None:
    """Return a list of addresses in ``[raadsbron]`` of the secrets, None where it is not there.

    Raises:
        BadInput: when it is something else than a list of texts.
    """
    section = _section("raadsbron")
    if name not in section:
        return None
    entries = section[name]
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        message = f"[raadsbron] {name} in secrets.toml is geen lijst van adressen."
        raise BadInput(message)
    return tuple(entries)


def draw_sign_in(refused: str | None) -> None:
    """Draw the only thing that a visitor sees who is not let in; ``refused`` is their address."""
    st.html('<div class="rb-head"><h1>Raadsbron</h1></div>')
    if refused is not None:
        st.html(
            f'<p class="rb-warning" role="alert">U bent ingelogd als {as_html(refused)}, maar dit '
            "adres heeft geen toegang. Vraag de beheerder om uw adres toe te voegen.</p>"
        )
        st.button("Uitloggen", on_click=st.logout)
        return
    st.html('<p class="rb-tally">Log in om de rapporten te bekijken en vragen te stellen.</p>')
    if find_spec("authlib") is None:
        st.html(
            '<p class="rb-failed" role="alert">Inloggen kan nu niet: er ontbreekt een onderdeel. '
            "De beheerder installeert het met <code>pip install 'raadsbron[auth]'</code>.</p>"
        )
        return
    for name in _providers(_section("auth")):
        label = f"Inloggen met {as_label(name.capitalize())}" if name else "Inloggen"
        if st.button(label, key=f"inloggen-{name}", type="primary"):
            _log_in(name)


def draw_sign_out(who: Visitor) -> None:
    """Draw, at the side, as whom the visitor is signed in and the way out."""
    if not who.signs_in:
        return
    with st.sidebar:
        if who.address is not None:
            st.html(f'<p class="rb-muted">Ingelogd als {as_html(who.address)}</p>')
        st.button("Uitloggen", on_click=st.logout, width="stretch")


def _log_in(name: str) -> None:
    try:
        st.login(name or None)
    except Exception:
        _LOG.exception("Signing in could not begin")
        st.html(
            '<p class="rb-failed" role="alert">Inloggen is niet gelukt. De beheerder vindt de '
            "reden in het logboek van de server.</p>"
        )


def _must_sign_in() -> bool:
    section = _section("auth")
    if section:
        _ASKED_FOR.add("auth")
        if len(str(section.get("cookie_secret", ""))) < _SHORTEST_SECRET:
            message = (
                f"cookie_secret in secrets.toml is korter dan {_SHORTEST_SECRET} tekens. Niemand "
                "krijgt nu toegang."
            )
            raise BadInput(message)
    return bool(_ASKED_FOR)


def _section(name: str) -> Mapping[str, object]:
    """Return a section of the secrets, {} where there is none; never {} for one that is broken."""
    try:
        found = st.secrets.get(name)
    except StreamlitSecretNotFoundError as error:
        files = st.get_option("secrets.files")
        if config.is_manually_set("secrets.files") or any(Path(file).exists() for file in files):
            message = "secrets.toml kan niet gelezen worden. Niemand krijgt nu toegang."
            raise BadInput(message) from error
        return {}
    if found is None:
        return {}
    if not isinstance(found, Mapping) or not found:
        message = f"[{name}] in secrets.toml is leeg of geen tabel. Niemand krijgt nu toegang."
        raise BadInput(message)
    return found


def _providers(section: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the providers, "" for the one without a name.

    >>> _providers({"client_id": "x"}), _providers({"microsoft": {"client_id": "x"}, "a": 1})
    (('',), ('microsoft',))
    """
    if "client_id" in section:
        return ("",)
    return tuple(
        name
        for name, value in section.items()
        if isinstance(value, Mapping) and "client_id" in value
    )


def _is_fresh(issued: object) -> bool:
    """Return whether someone signed in not too long ago; ``issued`` is the claim ``iat``.

    One of tomorrow would be believed for a day longer, so it is not believed at all.
    """
    if not isinstance(issued, int | float):
        return False
    return -_CLOCKS_DIFFER < time.time() - issued < _LONGEST_SIGNED_IN
