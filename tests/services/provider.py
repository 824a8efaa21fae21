"""A small provider of OpenID Connect: a real server, real keys; it can be told to misbehave."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.services.listener import listening_with

CLIENT_ID = "inbounds-desk"
CLIENT_SECRET = "kept between the two"
LIFETIME = timedelta(minutes=5)

Claims = dict[str, Any]


@dataclass
class Provider:
    """Who is logged in there, and what it does wrong. ``asked`` has the paths that were called."""

    clock: Callable[[], datetime]
    port: int = 0
    host: str = "127.0.0.1"
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    person: Claims = field(default_factory=lambda: {"sub": "mona-1", "preferred_username": "mona"})
    secret: str | None = CLIENT_SECRET
    metadata: Claims = field(default_factory=dict)  # in place of what is right
    wrong: Claims = field(default_factory=dict)  # claims in place of what is right; None leaves out
    refuses: str | None = None  # the error that it answers with
    signs: Callable[[Claims], str] | None = None  # in place of its own signature
    status: int = 200
    slow: float = 0  # seconds before each answer
    leads_to: str | None = None  # where it sends on whoever asks it, but browsers
    asked: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # how the client said who it is
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        return f"http://{self.host}:{self.port}"

    def described(self) -> Claims:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            **self.metadata,
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent with a code: whoever asks is logged in already."""
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        told = {"state": asked["state"], "iss": self.issuer}
        if self.refuses is not None:
            return f"{asked['redirect_uri']}?{urlencode({**told, 'error': self.refuses})}"
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({**told, 'code': code})}"

    def redeem(self, form: dict[str, str], authorization: str) -> tuple[int, Claims]:
        """The tokens for a code, once, for the client that asked, with the verifier."""
        self.shown.append(authorization or form.get("client_secret", ""))
        if not self._is_client(form, authorization):
            return 401, {"error": "invalid_client"}
        asked = self.codes.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=")
        if asked is None or asked["code_challenge"] != challenge.decode():
            return 400, {"error": "invalid_grant"}
        if asked["redirect_uri"] != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        token = self.sign(self.claims(asked["nonce"]))
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": token}

    def claims(self, nonce: str) -> Claims:
        now = self.clock()
        right = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "nonce": nonce,
            "iat": int(now.timestamp()),
            "exp": int((now + LIFETIME).timestamp()),
            **self.person,
            **self.wrong,
        }
        return {name: value for name, value in right.items() if value is not None}

    def sign(self, claims: Claims) -> str:
        if self.signs is not None:
            return self.signs(claims)
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def _is_client(self, form: dict[str, str], authorization: str) -> bool:
        if self.secret is None:
            return form.get("client_id") == CLIENT_ID
        if authorization:
            given = base64.b64decode(authorization.removeprefix("Basic ")).decode()
            return given == f"{CLIENT_ID}:{self.secret}"
        return form.get("client_secret") == self.secret


def unsigned(claims: Claims) -> str:
    """alg none: anybody could have written it."""
    return f"{_parts({'alg': 'none'}, claims)}."


def signed_by_public_key(provider: Provider) -> Callable[[Claims], str]:
    """HS256 with the public key as its secret, which everybody has."""
    secret = provider.key.as_pem(private=False)

    def sign(claims: Claims) -> str:
        told = _parts({"alg": "HS256", "kid": provider.key.kid}, claims)
        return f"{told}.{_encoded(hmac.digest(secret, told.encode(), 'sha256'))}"

    return sign


def _parts(header: Claims, claims: Claims) -> str:
    return ".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@contextmanager
def providing(clock: Callable[[], datetime], *, host: str = "127.0.0.1") -> Iterator[Provider]:
    """A provider that listens. ``host`` is what it calls this machine."""
    provider = Provider(clock, host=host)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            provider.asked.append(parts.path)
            if parts.path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
                self.answer(302, {}, location=provider.authorize(asked))
                return
            keys = {"keys": [provider.key.as_dict(private=False) | {"use": "sig"}]}
            told = {"/.well-known/openid-configuration": provider.described(), "/keys": keys}
            self.machine(provider.status, told.get(parts.path, {}))

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self.machine(*provider.redeem(form, self.headers.get("authorization", "")))

        def machine(self, status: int, told: Claims) -> None:
            time.sleep(provider.slow)
            if provider.leads_to is not None:
                self.answer(302, {}, location=provider.leads_to)
            else:
                self.answer(status, told)

        def answer(self, status: int, told: Claims, location: str | None = None) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            if location is not None:
                self.send_header("location", location)
            self.end_headers()
            self.wfile.write(body)

    with listening_with(Handler) as provider.port:
        yield provider
