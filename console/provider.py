"""The provider that people may log in through: OpenID Connect, authorization code with PKCE.

ProviderError
├── Away          it does not answer, or not in time
├── Declined      it let nobody in, or somebody changed their mind there
├── Unfitting     it and this desk are not set up for each other
└── Untrusted     what it seems to say about somebody did not prove true

What they say is for logs. No answer of the provider is quoted, since it may hold tokens.
"""

from __future__ import annotations

import asyncio
import hmac
import warnings
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

import httpx
from authlib.common.encoding import to_unicode, urlsafe_b64encode
from authlib.common.errors import AuthlibBaseError
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from config.settings import Settings
from config.single_sign_on import is_safe
from config.timeouts import OIDC_CALL_SECONDS, OIDC_CONNECT_SECONDS
from store.schema_login import SUBJECT_MAX_LENGTH

with warnings.catch_warnings():  # it asks for httpx2, which is not everywhere yet
    warnings.simplefilter("ignore", DeprecationWarning)
    from authlib.integrations.httpx_client import AsyncOAuth2Client

# Keys that only the provider has. With "none" or HS256 anybody, or its clients, could sign.
ALGORITHMS: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
KNOWN_FOR = timedelta(hours=1)  # that metadata and keys are believed; new keys are seen at once
CLOCKS_DIFFER = 30  # seconds that its clock may be before or behind ours
REFUSED_BY_PERSON = ("access_denied", "login_required", "interaction_required", "consent_required")
STATE = "state"  # the step at which an answer is to another trip, or to none
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderError(Exception):
    """Nobody came in. ``step`` names where, for logs."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


class Away(ProviderError):
    """The provider does not answer, or not in time."""


class Declined(ProviderError):
    """The provider let nobody in, or somebody changed their mind there."""


class Unfitting(ProviderError):
    """The provider and this desk are not set up for each other."""


class Untrusted(ProviderError):
    """What the provider seems to say about somebody did not prove true."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One way to the provider and back, all of it made of a secret that only the browser keeps.

    ``purpose`` is empty for a login, else a secret of the session that is to be linked, so that a
    secret which somebody planted in the browser leads to no link.
    """

    secret: str
    purpose: str = ""

    @property
    def state(self) -> str:
        """What the provider brings back: that it is the answer to this trip."""
        return self._made("state")

    @property
    def nonce(self) -> str:
        """What stands in the ID token: that it was made for this trip."""
        return self._made("nonce")

    @property
    def verifier(self) -> str:
        """What redeems the code: whoever else gets hold of it can do nothing. 43 characters."""
        return self._made("verifier")

    def _made(self, use: str) -> str:
        message = f"{use} {self.purpose}".encode()
        made = hmac.digest(self.secret.encode("utf-8", "surrogatepass"), message, sha256)
        return str(to_unicode(urlsafe_b64encode(made)))


@dataclass(frozen=True, slots=True)
class _Known:
    metadata: Mapping[str, Any]
    keys: KeySet
    until: datetime


@dataclass(slots=True)
class Provider:
    """The one of the settings. Nothing is asked before somebody comes."""

    settings: Settings
    _known: _Known | None = field(default=None)

    async def way_there(self, trip: Trip, *, way_back: str, now: datetime) -> str:
        """The address at the provider where the browser goes. Raises ProviderError."""
        async with self._client(way_back) as client:
            known = await self._learn(client, now)
            url, _ = client.create_authorization_url(
                known.metadata["authorization_endpoint"],
                state=trip.state,
                nonce=trip.nonce,
                code_verifier=trip.verifier,
            )
        return str(url)

    async def claims(
        self, trip: Trip, answer: Mapping[str, str], *, way_back: str, now: datetime
    ) -> Mapping[str, Any]:
        """What the provider says about who came back, proved true. Raises ProviderError.

        1. The answer is to this trip, and from this issuer. 2. The provider let them in. 3. The
        code is redeemed. 4. The ID token is signed by it, for us, for this trip, and not too old.
        """
        given = answer.get("state", "").encode("utf-8", "surrogatepass")
        if not hmac.compare_digest(given, trip.state.encode()):
            raise Untrusted(STATE)
        if answer.get("iss", self.settings.oidc_issuer) != self.settings.oidc_issuer:  # RFC 9207
            raise Untrusted("issuer of the answer")
        if "error" in answer:
            if answer["error"] in REFUSED_BY_PERSON:
                raise Declined("answer")
            raise Away("answer") if answer["error"] in _PASSING else Unfitting("answer")
        async with self._client(way_back) as client:
            known = await self._learn(client, now)
            token = await self._redeem(client, known, trip, code=answer.get("code", ""))
            try:
                return self._proved(token, known, trip, now=now)
            except InvalidKeyIdError:  # it has changed its keys since
                self._known = None
                known = await self._learn(client, now)
            try:
                return self._proved(token, known, trip, now=now)
            except InvalidKeyIdError:
                raise Untrusted("key") from None

    @asynccontextmanager
    async def _client(self, way_back: str) -> AsyncIterator[Any]:
        """What asks the provider: in time, where it is told to, and nowhere it is sent on to."""
        settings = self.settings
        try:
            async with (
                asyncio.timeout(OIDC_CALL_SECONDS),
                AsyncOAuth2Client(
                    client_id=settings.oidc_client_id,
                    client_secret=settings.oidc_client_secret,
                    scope=settings.oidc_scopes,
                    redirect_uri=way_back,
                    code_challenge_method="S256",
                    timeout=httpx.Timeout(OIDC_CALL_SECONDS, connect=OIDC_CONNECT_SECONDS),
                    follow_redirects=False,
                    trust_env=False,  # no proxy or netrc that somebody set for something else
                ) as client,
            ):
                yield client
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            raise Away(type(error).__name__) from None

    async def _learn(self, client: Any, now: datetime) -> _Known:
        """Where its places are and which keys it signs with, asked anew after KNOWN_FOR."""
        if self._known is None or now >= self._known.until:
            issuer = self.settings.oidc_issuer
            metadata = await _ask(client, get_well_known_url(issuer, external=True))
            if metadata.get("issuer") != issuer:
                raise Unfitting("issuer of the metadata")
            for name in ENDPOINTS:
                if not isinstance(metadata.get(name), str) or not is_safe(metadata[name]):
                    raise Unfitting(name)
            self._known = _Known(
                metadata, _keys(await _ask(client, metadata["jwks_uri"])), now + KNOWN_FOR
            )
        return self._known

    async def _redeem(
        self, client: Any, known: _Known, trip: Trip, *, code: str
    ) -> Mapping[str, Any]:
        methods = known.metadata.get("token_endpoint_auth_methods_supported")
        if self.settings.oidc_client_secret and methods and "client_secret_basic" not in methods:
            # The name of a way to show the secret, and no secret.
            client.token_endpoint_auth_method = "client_secret_post"  # nosec B105
        try:
            token: Mapping[str, Any] = await client.fetch_token(
                known.metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=trip.verifier,
                redirect_uri=client.redirect_uri,
            )
        except AuthlibBaseError as error:
            refused = error.error == "invalid_grant"  # too late, or redeemed before
            raise Declined("code") if refused else Unfitting("code") from None
        except (ValueError, TypeError):
            raise Unfitting("answer to the code") from None
        return token

    def _proved(
        self, token: Mapping[str, Any], known: _Known, trip: Trip, *, now: datetime
    ) -> Mapping[str, Any]:
        """The claims of the ID token. Raises Untrusted; InvalidKeyIdError for an unknown key."""
        offered = known.metadata.get("id_token_signing_alg_values_supported", ["RS256"])
        registry = JWSRegistry(
            algorithms=sorted(ALGORITHMS.intersection(offered)), strict_check_header=False
        )
        options: dict[str, Any] = {
            "iss": {"essential": True, "value": self.settings.oidc_issuer},
            "aud": {"essential": True, "value": self.settings.oidc_client_id},
        }
        params = {
            "nonce": trip.nonce,
            "client_id": self.settings.oidc_client_id,
            "access_token": token.get("access_token"),
        }
        try:
            decoded = jwt.decode(token["id_token"], key=known.keys, registry=registry)
            claims = CodeIDToken(decoded.claims, decoded.header, options, params)
            claims.validate(now=int(now.timestamp()), leeway=CLOCKS_DIFFER)
        except InvalidKeyIdError:
            raise
        except (JoseError, AuthlibBaseError, KeyError, ValueError, TypeError) as error:
            raise Untrusted(type(error).__name__) from None
        subject = claims.get("sub")
        if not (isinstance(subject, str) and subject.isascii() and subject.isprintable()):
            raise Untrusted("subject")
        if not 0 < len(subject) <= SUBJECT_MAX_LENGTH:
            raise Untrusted("subject")
        return dict(claims)


_PASSING = ("server_error", "temporarily_unavailable")  # RFC 6749, section 4.1.2.1


async def _ask(client: Any, url: str) -> Mapping[str, Any]:
    """The JSON object at an address of the provider."""
    answer = await client.request(
        "GET", url, withhold_token=True, headers={"accept": "application/json"}
    )
    if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise Away(f"status {answer.status_code}")
    if answer.status_code != httpx.codes.OK:
        raise Unfitting(f"status {answer.status_code}")
    try:
        told = answer.json()
    except ValueError:
        raise Unfitting("no JSON") from None
    if not isinstance(told, dict):
        raise Unfitting("no JSON object")
    return told


def _keys(told: Mapping[str, Any]) -> KeySet:
    """Those that it signs with."""
    given = told.get("keys")
    if not isinstance(given, list):
        raise Unfitting("keys")
    signing = [one for one in given if isinstance(one, dict) and one.get("use", "sig") == "sig"]
    asymmetric = [one for one in signing if one.get("kty") in ("RSA", "EC", "OKP")]
    try:
        return KeySet.import_key_set({"keys": asymmetric})
    except (JoseError, ValueError, TypeError, KeyError):
        raise Unfitting("keys") from None
