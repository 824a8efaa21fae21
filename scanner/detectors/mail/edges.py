"""Where an address that is written out begins and ends, and what is glued to it on either side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from models.scripts import lowered
from scanner.detectors.domains import DOMAIN_MAX_LENGTH, MAIL_DOMAINS, is_registrable
from scanner.detectors.words import Words, is_unspaced
from scanner.views.letters.look_alikes import LOOK_ALIKES
from scanner.views.signs.words import KNOWN_ENDINGS, NO_NAMES

LOCAL_MAX_LENGTH = 64  # octets; RFC 5321 section 4.5.3.1.1
URL_LOOK_BACK = 80  # characters; user names in URLs stand close behind "://"
RUN_MAX = 40  # letters of another script looked at in one run
LETTERS_KEPT = 4096  # of which the script is remembered

# What a typewriter of words makes of a hyphen: hyphens that do not break, figure and en dashes.
DASH_SIGNS = "\u2010\u2011\u2012\u2013\u2212"
_LOCAL = re.compile(r"[A-Za-z0-9._%+'-]")
_NEVER_FIRST = "'.-+"
_UNSPACED_DOMAIN = re.compile(r"(?:[^\W_]{1,60}\.){1,4}(?:[A-Za-z]{2,20}|[^\W\dA-Za-z_]{2,20})")
_UNSPACED_LOCAL = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*\Z")
_PASSING = frozenset("".join(LOOK_ALIKES.values()))  # letters that pass for Latin ones
_LOGIN = Words.of("ssh, scp, sftp, rsync, git clone, mosh")
# A word for the address, glued to it: "Emailjane.roe@gmail.com".
_TITLE = re.compile(r"(?:E-?mail|EMail|E-?MAIL)(?:Id|ID)?(?=[a-z][a-z0-9]*[._-][a-z0-9])")
_STROKE = re.compile(r"mailto:/{1,3}|/{2,3}", re.IGNORECASE)
_TITLE_STROKE = re.compile(r"[^\W\d_]{2,14}/\Z")
# An ending, and what is glued to it: a number, a stroke or a word with a capital.
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z-]|\d{3})|(?<=[A-Z])(?=[a-z-]|\d{3})")
_LABEL = re.compile(r"\.[a-z]")
_HOUSES = MAIL_DOMAINS - {"gmail.co"}  # rather a "gmail.com" that is misspelt
_LONG_ENDINGS = frozenset(ending for ending in KNOWN_ENDINGS if len(ending) > 2)
_HOUSE_MIN = min(map(len, _HOUSES))


def edges(text: str, at: int, floor: int) -> tuple[int, int]:
    """The half-open range about the "@", which begins at ``floor`` or later."""
    start, end = _unspaced(text, at) or (_local_start(text, at), _domain_end(text, at + 1))
    start = max(start, floor)
    while start < at and (
        text[start] in _NEVER_FIRST or (0 < floor == start and text[start] == "_")
    ):
        start += 1
    if title := _TITLE.match(text, start, at):
        start = title.end()
    if text[start] == "_" and text[end : end + 1] == "_":  # emphasis: "__jane@gmail.com__"
        while start < at and text[start] == "_":
            start += 1
    return start, end


def shorter(domain: str, after: str) -> Iterator[str]:
    """What the domain is without that which may be glued to it; the likeliest first.

    ``after`` is the sign that follows. Known mail houses end wherever what follows begins, others
    at a figure, a stroke or a capital, or before a word of talk.
    """
    if not domain.isascii():
        return
    low = domain.lower()
    for end in range(len(low) - 1, _HOUSE_MIN - 1, -1):
        if low[:end] in _HOUSES and not _LABEL.match(low, end):
            yield domain[:end]
            return
    if after == "(":  # "this@outer.toString()"
        return
    for glued in reversed(list(_GLUED.finditer(domain, domain.find(".") + 2))):
        head = domain[: glued.start()]
        if (head.islower() or head.isupper()) and is_registrable(head):
            yield head
            return
    head, _, tail = low.rpartition(".")
    for end in range(len(tail) - 1, 2, -1):
        if tail[:end] in _LONG_ENDINGS and tail[end:] in NO_NAMES:
            yield domain[: len(head) + 1 + end]
            return


def is_something_else(text: str, start: int, end: int, domain: str, *, is_turned: bool) -> bool:
    """Users of hosts in commands and URLs, remotes of git, and accounts of the Fediverse.

    ``is_turned``: the text is read from its end, where a colon stands behind what it is about.
    """
    is_house = domain.lower() in MAIL_DOMAINS
    before = text[max(0, start - URL_LOOK_BACK) : start]
    if before.endswith("@") or (before.endswith("/") and not _is_stroke(before, is_house=is_house)):
        return True
    has_path = text[end : end + 1] == ":" and text[end + 1 : end + 2] not in ("", " ", "\n")
    if has_path and not (is_house or is_turned):
        return True
    if before.endswith(":") and "://" in before.rsplit(None, 1)[-1]:
        return True
    return _LOGIN.any_in(lowered(before[-12:]))


def _is_stroke(before: str, *, is_house: bool) -> bool:
    """Whether the stroke only parts an address from what stands before it, and is no path's."""
    piece = before[max(before.rfind(sign) for sign in " \n\t(\"'") + 1 :]
    if _STROKE.fullmatch(piece) or "@" in piece:
        return True
    return is_house and (piece == "/" or _TITLE_STROKE.fullmatch(piece) is not None)


def _unspaced(text: str, at: int) -> tuple[int, int] | None:
    """Where an address begins and ends whose domain is of an unspaced script; else None."""
    domain = _UNSPACED_DOMAIN.match(text, at + 1)
    if domain is None or not is_unspaced(text[at + 1]):
        return None
    local = _UNSPACED_LOCAL.search(text, max(0, at - LOCAL_MAX_LENGTH), at)
    return (local.start(), domain.end()) if local else None


def _local_start(text: str, at: int) -> int:
    """Where the part before the "@" begins; not with letters of unspaced scripts, nor with those
    of another alphabet before Latin ones.
    """
    start, limit = at, max(0, at - LOCAL_MAX_LENGTH)
    has_latin = False
    while start > limit:
        character = text[start - 1]
        if character.isascii():
            if not _LOCAL.match(character):
                break
            has_latin = has_latin or character.isalpha()
        elif character in DASH_SIGNS:
            if start == at or not text[start - 2 : start - 1].isalnum():
                break
        elif not character.isalnum() or is_unspaced(character):
            break
        if has_latin and _is_glued(text, start - 1, -1):
            break
        start -= 1
    return start


def _domain_end(text: str, start: int) -> int:
    """Where the domain after the "@" ends, hyphens and dots at its end left out."""
    end, limit = start, min(len(text), start + DOMAIN_MAX_LENGTH)
    is_within = False  # a label that began in ASCII
    while end < limit:
        character = text[end]
        if character.isascii():
            if not (character.isalnum() or character in ".-"):
                break
            is_within = character.isalnum()
        elif not character.isalpha() or is_unspaced(character):
            break
        if is_within and _is_glued(text, end, 1):
            break
        end += 1
    domain = text[start:end]
    dots = domain.find("..")
    if dots >= 0:
        domain = domain[:dots]
    return start + len(domain.rstrip(".-"))


def _is_glued(text: str, place: int, step: int) -> bool:
    """Whether letters of another alphabet go on from there that pass for no Latin ones."""
    for count in range(RUN_MAX):
        at = place + step * count
        if not 0 <= at < len(text) or not _is_foreign(text[at]):
            return False
        if text[at] not in _PASSING:
            return True
    return True


@lru_cache(LETTERS_KEPT)
def _is_foreign(character: str) -> bool:
    """Whether it is a letter, and none of the Latin ones however drawn."""
    if character.isascii() or not character.isalpha():
        return False
    is_drawn = unicodedata.normalize("NFKC", character).isascii()
    return not is_drawn and not unicodedata.name(character, "LATIN").startswith("LATIN")
