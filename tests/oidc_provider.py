"""A small OpenID Connect provider on this machine, for the tests of signing in.

It signs with RS256, asks for PKCE and hands out each code once. Whoever asks is let in as the
person whose name they click: it proves that the page checks, not who someone is.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlparse

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID, CLIENT_SECRET = "raadsbron", "a-secret-of-the-tests"
PEOPLE = {
    "griffier": {"email": "griffier@raad.example", "email_verified": True},
    "raadslid": {"email": "raadslid@raad.example", "email_verified": True},
    "unproven": {"email": "griffier@raad.example", "email_verified": False},
    "stranger": {"email": "iemand@elders.example", "email_verified": True},
}


@dataclass(slots=True)
class Provider:
    """What the provider knows; ``forges`` makes it sign with a key that it does not publish."""

    address: str = ""
    forges: bool = False
    issued: float = 0.0  # seconds to add to the moment at which someone signed in
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    other: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def metadata(self) -> dict[str, object]:
        here = self.address
        return {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "jwks_uri": f"{here}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, form: dict[str, str]) -> dict[str, object] | None:
        """Return tokens for a code that was not used before, None for anything else."""
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or proof != asked["code_challenge"]:
            return None
        now = int(time.time() + self.issued)
        claims = {
            "iss": self.address,
            "sub": asked["person"],
            "aud": CLIENT_ID,
            "iat": now,
            "exp": int(time.time()) + 3600,
            "nonce": asked["nonce"],
            **PEOPLE[asked["person"]],
        }
        key = self.other if self.forges else self.key
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}


@contextmanager
def running_provider() -> Iterator[Provider]:
    """Run a provider on a free port of this machine."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield provider
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        url = urlparse(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path.endswith("openid-configuration"):
            self._json(self.provider.metadata())
        elif url.path == "/keys":
            self._json({"keys": [self.provider.key.as_dict(private=False)]})
        elif "person" in asked:
            code = secrets.token_urlsafe(16)
            self.provider.codes[code] = asked
            back = urlencode({"code": code, "state": asked["state"]})
            self._answer(302, "text/html", b"", f"{asked['redirect_uri']}?{back}")
        else:
            links = "".join(f'<p><a href="{self.path}&person={p}">{p}</a></p>' for p in PEOPLE)
            self._answer(200, "text/html", links.replace("&", "&amp;").encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        found = self.provider.token(form)
        self._json(found or {"error": "invalid_grant"}, 200 if found else 400)

    def _json(self, thing: object, status: int = 200) -> None:
        self._answer(status, "application/json", json.dumps(thing).encode())

    def _answer(self, status: int, kind: str, body: bytes, to: str = "") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        if to:
            self.send_header("location", to)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""
