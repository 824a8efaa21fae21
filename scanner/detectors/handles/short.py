"""Names right after a short word for an app that begins the message: "sk: azra.cad".

Such abbreviations are too common to be looked for anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.detectors.handles.names import Name, names

LENGTH = 140  # characters; whoever begins so gives a name, and says little else
REST = 40  # characters of a message that is not much more than the name

_SHORT = re.compile(
    r"[^\w@+]{0,4}(?P<open>[(\[])?(?P<app>skp?|disc|dc|tele?|tg|ig|fb|vx?|wx|sc|snap|kik|lin|dsc|insta"
    r"|вк|тг|инст|иг|телега)(?(open)[)\]])(?P<lead>\s?[:=–—>-]{1,2}>?\s?|\s)(?=[@A-Za-z])",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"\s?(?:[.,;!?)\n]|[^\w\s]|\Z)")
_LAST = re.compile(r"\s?(?:pls|plz|please|thx|thanks|ok|lol|xx?)?[\s.!]*\Z", re.IGNORECASE)


def begun(text: str) -> Iterator[tuple[Name, float]]:
    """The name that the message begins with, after the short word."""
    if len(text) > LENGTH or (short := _SHORT.match(text)) is None:
        return
    name = next(names(text, short.end(), short.end() + 1), None)
    if name is None:
        return
    is_set_apart = _SET_APART.match(text, name.end) is not None and not name.is_weak
    if not is_set_apart and _LAST.match(text, name.end) is None:
        return
    is_led = bool(short["open"]) or not short["lead"].isspace()
    is_all = len(text) <= REST and _LAST.match(text, name.end) is not None
    if name.shape == "word":
        if is_led and name.is_unusual:
            yield name, 0.55
        return
    if is_led or is_all:
        yield name, 0.75
