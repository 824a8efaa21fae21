"""The address of somebody who was judged to give one, where its sign is a word of talk.

"Write to marko at lumber.com" differs from "look at lumber.com" in what the whole does; once one
knows that, what stands about the word is the address.
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
from scanner.views.glance import any_of
from scanner.views.signs.words import AT, AT_IN_PASSING, NO_NAMES
from scanner.views.view import View

LIKELY = 0.5  # probability of an address from which it is looked for
CONFIDENCE = 0.4
PLACES_MAX = 20  # looked at in one message

_AT_WORDS = any_of({*AT.split("|"), *AT_IN_PASSING.split("|"), "@"})
_SAID = re.compile(
    rf"(?<![\w@.+-])(?P<local>[a-z0-9][\w.+-]{{1,40}})[\s,]{{1,2}}(?:{_AT_WORDS})[\s,]{{1,2}}"
    r"(?P<host>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3})(?![\w@/-])"
)


class LikeliestAddressDetector:
    """Finds a name, a word for "at" and a domain, once an address is likely to be there."""

    id = "likeliest-address"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The first such address, if one is likely and none is ``known``."""
        is_likely = probabilities.get("contact.email", 0.0) >= LIKELY
        if not is_likely or any(hit.type == "email" and hit.value for hit in known):
            return
        for match in islice(_SAID.finditer(lowered(view.text)), PLACES_MAX):
            local, start = match["local"].rstrip("."), match.start()
            if own := own_name(view.text, match.end("local")):
                start, local = own
            if local in BEFORE_AT or local in NO_NAMES:
                continue
            if value := canonical_address(local, match["host"]):
                yield address_hit(start, match.end(), CONFIDENCE, value)
                return
