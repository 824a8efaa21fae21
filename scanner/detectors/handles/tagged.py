"""Names with a tag, as gamers have them, beside no app at all: "add me jo_builds#4471"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.handles.names import Name, names, stands_behind
from scanner.detectors.handles.words import ADDS

LOOK_BACK = 45  # characters in which such a name begins
TAGS_MAX = 20  # looked at in one view
LIKELY = 0.6

_TAG = re.compile(r"(?<=\w)\s?#\d{4}(?!\w)")


def tagged(text: str, low: str) -> Iterator[tuple[Name, float]]:
    """Each name with a tag before which stands that it is to be added."""
    for tag in islice(_TAG.finditer(text), TAGS_MAX):
        for name in names(text, max(0, tag.start() - LOOK_BACK), tag.end()):
            if name.end == tag.end() and stands_behind(ADDS, low, name):
                yield name, LIKELY
