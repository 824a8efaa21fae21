"""The countries that the addresses in a text name: of mailboxes and of sites."""

from __future__ import annotations

import re
from itertools import islice

ADDRESSES_MAX = 20  # looked at in one text

_ENDING = re.compile(
    r"(?:@|www\.|://)(?:[a-z0-9-]{1,40}\.){1,4}([a-z]{2})(?![\w.-]*\w)", re.IGNORECASE
)
_EVERYBODYS = frozenset(
    {
        "AI", "CC", "CO", "FM", "GG", "IM", "IO", "IS", "LA", "LI", "LY", "ME", "SH", "SO", "TO",
        "TV", "VC", "WS",
    }
)  # fmt: skip


def countries_of_addresses(text: str) -> set[str]:
    """ISO 3166 codes of the endings; none of those that everybody buys."""
    endings = {match[1].upper() for match in islice(_ENDING.finditer(text), ADDRESSES_MAX)}
    return {"GB" if ending == "UK" else ending for ending in endings - _EVERYBODYS}
