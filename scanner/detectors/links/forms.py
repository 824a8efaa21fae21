"""Links as they stand in a text: where each begins and ends, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.scripts import lowered

URL_MAX_LENGTH = 2_000  # characters; what browsers and servers commonly take

# Signs that no link has in it, pictures, and the scripts that put no blank behind it.
_STOPS = re.compile(
    r"""[\s<>"'`|{}^\\«»‹›「」『』【】（）《》\x00\u0590-\u06ff\u0900-\u109f\u1100-\u17ff\u2012-\u2027"""
    r"""\u2190-\u2bff\u2e80-\uffdc\U0001f000-\U0001faff]"""
    # A word of another script behind the name: "t.me/joили"; one letter may be a look-alike.
    r"|(?<=[A-Za-z0-9])[\u0370-\u058f\u10a0-\u10ff]{2,}+(?![A-Za-z0-9])"
    # What it is called, "t.me/jo(mine)", and in Markdown what it leads to.
    r"|(?<=[a-z0-9])\(|\]\("
    # The next link: "t.me/jo,t.me/flo", "t.me/johttps://t.me/flo".
    r"|[,;&+](?=(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/)|(?<=[a-z0-9])https?://"
    r"|&(?:[lg]t|quot|nbsp|\#39);",  # of HTML
    re.IGNORECASE,
)
_TRAILING = ".,;:!?*~&"
_BRACKETS = {")": "(", "]": "["}
_WEB = re.compile(r"https?://$", re.IGNORECASE)
# What was put before in Markdown, so that a "_" behind the link is no part of it.
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9_])_{1,3}(?=[A-Za-z])")
EMPHASIS_REACH = 80  # characters before the link in which it may have begun
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
            if text[end - 1] == "_" and _EMPHASIS.search(text, max(0, start - EMPHASIS_REACH), dot):
                end = end_of_link(text, dot, trailing=f"{_TRAILING}_")
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
    """Where the host begins, or the user name before it; "tg:t.me", "tg_t.me" have none."""
    start = dot
    floor = max(floor, dot - URL_MAX_LENGTH)
    signs = "-@"
    while start > floor:
        before = text[start - 1]
        if before == "@":
            signs = "-_@:"  # of the name, and between it and its password
        if before not in signs and not (before.isalnum() and before < "\u0250"):
            break
        start -= 1
    return start


def end_of_link(text: str, start: int, *, trailing: str = _TRAILING) -> int:
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
        elif last not in trailing and not (last == "/" and end - start > 1):
            break
        end -= 1
    return end


def _apart(text: str, start: int, end: int) -> Link:
    while start < end and text[start] in "-_@:":
        start += 1
    authority, *segments = re.split("[?#]", text[start:end], maxsplit=1)[0].split("/")
    begin = start + authority.rfind("@") + 1
    host = lowered(text[begin : start + len(authority)]).partition(":")[0]
    address = host + re.sub(r"\s+", "", text[begin + len(host) : end])
    if scheme := _WEB.search(text, max(0, start - len("https://")), start):
        start = scheme.start()
    return Link(start, end, address, host, tuple(part for part in segments if part))
