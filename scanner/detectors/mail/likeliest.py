"""The address of somebody who was judged to give one, where nothing else shows that it is one.

"Write to marko at lumber.com" differs from "look at lumber.com" in what the whole does; once one
knows that, what stands about the word is the address. And an address that nobody can own, as in
"marko@lumber.example", is shown where it is what the message is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from models.scripts import lowered
from scanner.detectors.domains import canonical_address
from scanner.detectors.hit import Hit
from scanner.detectors.mail.detector import BEFORE_AT
from scanner.detectors.mail.own_name import own_name
from scanner.detectors.mail.told import address_hit
from scanner.verdict import Category
from scanner.views.glance import any_of
from scanner.views.signs.words import AT, AT_IN_PASSING, NO_NAMES
from scanner.views.view import View

LIKELY = 0.5  # probability of an address from which it is looked for
CONFIDENCE, NOBODYS = 0.4, 0.2  # of one that is said, and of one that nobody can own
PLACES_MAX = 20  # looked at in one message

_AT_WORDS = any_of({*AT.split("|"), *AT_IN_PASSING.split("|"), "@"})
_SAID = re.compile(
    rf"(?<![\w@.+-])(?P<local>[a-z0-9][\w.+-]{{1,40}})[\s,]{{1,2}}(?:{_AT_WORDS})[\s,]{{1,2}}"
    r"(?P<host>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3})(?![\w@/-])"
)
_WRITTEN = re.compile(
    r"(?<![\w@/:.+-])[a-z0-9][\w.+-]{0,63}@[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,24}){1,3}(?![\w@/-])"
)
_MAY_LEAD: tuple[Category, ...] = ("contact.email", "contact.pointer", "scam", "spam")


class LikeliestAddressDetector:
    """Finds a name, a sign or a word for it, and a domain, once an address is likely there."""

    id = "likeliest-address"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The first such address, if one is likely and none is ``known``."""
        if any(hit.type == "email" and hit.value for hit in known):
            return
        if probabilities.get("contact.email", 0.0) >= LIKELY and (said := _said(view.text)):
            yield said
        elif any(probabilities.get(category, 0.0) >= LIKELY for category in _MAY_LEAD):
            written = _WRITTEN.search(lowered(view.text))
            if written is not None:
                yield address_hit(*written.span(), NOBODYS, written[0])


def _said(text: str) -> Hit | None:
    """The first address whose sign is a word."""
    for match in islice(_SAID.finditer(lowered(text)), PLACES_MAX):
        local, start = match["local"].rstrip("."), match.start()
        if own := own_name(text, match.end("local")):
            start, local = own
        if local in BEFORE_AT or local in NO_NAMES:
            continue
        if value := canonical_address(local, match["host"]):
            return address_hit(start, match.end(), CONFIDENCE, value)
    return None
