"""Links as they stand in a text: where each begins and ends, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.scripts import lowered

URL_MAX_LENGTH = 2_000  # characters; what browsers and servers commonly take

_STOPS = re.compile(
    r"""[\s<>"`|{}^\\«»“”„‹›「」『』【】（）《》…\x00\u0590-\u06ff\u0900-\u0e7f\u2e80-\uffdc]"""
)
_TRAILING = ".,;:!?'’*_~&"
_BRACKETS = {")": "(", "]": "["}
_WEB = re.compile(r"https?://$", re.IGNORECASE)
# "wa.me/263 773 196 042": spaces that were typed to hide it, or that a reading left.
_NUMBER_GOES_ON = re.compile(r"wa\.me/\+?\d+(?: \d{2,5}){1,5}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands in the text, taken apart: ``start`` is its scheme's, if it has one."""

    start: int
    end: int
    address: str
    host: str
    segments: tuple[str, ...]


def links_in(text: str) -> Iterator[Link]:
    """Everything that has a host with a dot in it, in order."""
    dot, done = text.find("."), 0
    while dot >= 0:
        if _joins(text, dot):
            start, end = _link_start(text, dot, done), end_of_link(text, dot)
            if more := _NUMBER_GOES_ON.match(text, start, end + 40):
                end = max(end, more.end())
            yield _apart(text, start, end)
            done = end
            dot = text.find(".", max(end, dot + 1))
        else:
            dot = text.find(".", dot + 1)


def _joins(text: str, dot: int) -> bool:
    """Whether the dot stands between two characters of a host name."""
    return 0 < dot < len(text) - 1 and text[dot - 1].isalnum() and text[dot + 1].isalnum()


def _link_start(text: str, dot: int, floor: int) -> int:
    """Where the host begins, or the user name before it."""
    start = dot
    floor = max(floor, dot - URL_MAX_LENGTH)
    while start > floor and (
        (text[start - 1].isalnum() and text[start - 1] < "\u0250") or text[start - 1] in "-_@:"
    ):
        start -= 1
    return start


def end_of_link(text: str, start: int) -> int:
    """Where the link ends: at a space or a quotation mark, punctuation after it left out."""
    limit = min(len(text), start + URL_MAX_LENGTH)
    stop = _STOPS.search(text, start, limit)
    end = stop.start() if stop else limit
    unclosed = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for closing, opening in _BRACKETS.items()
    }
    while end > start:
        last = text[end - 1]
        if last in unclosed:
            if unclosed[last] <= 0:
                break
            unclosed[last] -= 1
        elif last not in _TRAILING and not (last == "/" and end - start > 1):
            break
        end -= 1
    return end


def _apart(text: str, start: int, end: int) -> Link:
    while start < end and text[start] in "-_@:":
        start += 1
    host, *segments = re.split("[?#]", text[start:end], maxsplit=1)[0].split("/")
    host = lowered(host).rpartition("@")[2].partition(":")[0]
    address = host + re.sub(r"\s+", "", text[start + len(host) : end])
    if scheme := _WEB.search(text, max(0, start - len("https://")), start):
        start = scheme.start()
    return Link(start, end, address, host, tuple(part for part in segments if part))
