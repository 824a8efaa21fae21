"""What may be set about logging in through a provider, where it takes more than a type."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Annotated, Protocol
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from config.roles import Role


class Set(Protocol):
    """The settings that have to fit together."""

    password_login: bool
    oidc_issuer: str | None
    oidc_client_id: str | None
    oidc_scopes: str
    oidc_roles_claim: str | None
    oidc_roles: tuple[tuple[str, Role], ...]
    oidc_role: Role | None
    oidc_new_people: bool


def _roles(value: object) -> object:
    """Groups and roles, parted by commas; anything else is left to be refused."""
    if not isinstance(value, str):
        return value
    pairs = [part.rpartition("=") for part in value.split(",")]
    if not all(group.strip() and role.strip() for group, _, role in pairs):
        raise ValueError("write groups and roles parted by commas, like desk=moderator,leads=lead")
    return tuple((group.strip(), role.strip()) for group, _, role in pairs)


RoleOf = Annotated[tuple[tuple[str, Role], ...], BeforeValidator(_roles)]


def check_issuer(value: str) -> str:
    """The issuer. Raises ValueError where somebody on the way could speak in its name."""
    parts = urlsplit(value)
    if not is_safe(value) or parts.query or parts.fragment or parts.username is not None:
        raise ValueError("write https://login.example.com, as the provider writes its issuer")
    return value


def is_safe(url: str) -> bool:
    """Whether nobody on the way can read or change what is asked there: TLS, or this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host)
    return parts.scheme == "http" and (host == "localhost" or _is_loopback(host))


def gaps(settings: Set) -> Iterator[tuple[str, str]]:
    """Each setting that is missing beside the others, or useless without them, and its fix."""
    if settings.oidc_issuer is None:
        if not settings.password_login:
            yield "password_login", "nobody could come in; set INBOUNDS_OIDC_ISSUER as well"
        return
    if settings.oidc_client_id is None:
        yield "oidc_client_id", "is missing; set what the provider calls this desk"
    if "openid" not in settings.oidc_scopes.split():
        yield "oidc_scopes", "openid is missing; write openid profile"
    if settings.oidc_roles and settings.oidc_roles_claim is None:
        yield "oidc_roles", "says what no claim tells; set INBOUNDS_OIDC_ROLES_CLAIM as well"
    if settings.oidc_new_people and not (settings.oidc_role or settings.oidc_roles_claim):
        yield "oidc_new_people", "in which role? set INBOUNDS_OIDC_ROLE or _ROLES_CLAIM as well"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
