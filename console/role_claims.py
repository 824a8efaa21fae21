"""What a provider's claims say about somebody's role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from config.roles import ROLES, Role
from config.settings import Settings


def role_in(claims: Mapping[str, Any], settings: Settings) -> Role | None:
    """The most that one of their groups gives; else the role of the settings; None for neither.

    Groups that the settings do not name give nothing.
    """
    given = _values(claims, settings.oidc_roles_claim)
    named = dict(settings.oidc_roles)
    known: Mapping[str, Role] = named or {role: role for role in ROLES}
    found = [known[group] for group in given if group in known]
    return max(found, key=ROLES.index, default=settings.oidc_role)


def _values(claims: Mapping[str, Any], name: str | None) -> list[str]:
    """Its texts; ``realm_access.roles`` is one within another where no claim is called so."""
    if name is None:
        return []
    found: Any = claims.get(name)
    if found is None:
        found = claims
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    values = found if isinstance(found, list) else [found]
    return [value for value in values if isinstance(value, str)]
