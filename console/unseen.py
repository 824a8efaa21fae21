"""Characters that nobody would see, or that would bend what is seen, become visible signs. Pure.

Messages are attackers' text. Escaping keeps markup from running; this keeps right-to-left
overrides, zero-width characters, heaps of combining marks, NULs and halves of surrogate pairs from
hiding a phone number, from breaking the page and from breaking its encoding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup, escape

from console.tongues import gettext, ngettext

NAMED_MAX = 3  # kinds of characters that one sign names; more would be read by nobody
COMBINING_MAX = 8  # marks on one letter; Hebrew with vowels and accents needs four, Tibetan six

_UNSEEN = re.compile(
    "(?:"
    # Control characters but tab and line feed; carriage return before a line feed is a line break.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)"
    # Format characters: soft hyphen, zero-width, direction, invisible operators, tags.
    r"|[\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\U000e0000-\U000e007f]"
    # No format characters by their category, yet drawn as nothing.
    r"|[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U000e0100-\U000e01ef]"
    # Halves of surrogate pairs, and characters that no font can know.
    r"|[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
    ")+"
)
# Only here can marks be heaped; asking each character of a text for its category takes too long.
_PERHAPS_HEAPED = re.compile(rf"[^\w\s\x00-\x7f]{{{COMBINING_MAX + 1},}}")
_HEAPED_CATEGORIES = frozenset({"Mn", "Me"})
_JOINERS = "\u200c\u200d"
# Letters of scripts without case, vowel signs, emoji and skin tones: there, joiners are spelling.
_JOINED_CATEGORIES = frozenset({"Lo", "Mn", "Mc", "So", "Sk"})

_SHORT = {
    "\0": "NUL", "\r": "CR", "\x0b": "VT", "\x0c": "FF", "\x1b": "ESC", "\x7f": "DEL",
    "\xad": "SHY", "\u034f": "CGJ", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ",
    "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LSEP", "\u2029": "PSEP",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\ufeff": "BOM",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of raw text. Where ``sign`` is not None it is shown in place of the text."""

    text: str
    sign: str | None = None
    name: str | None = None


def pieces(text: str) -> Iterator[Piece]:
    """The text in pieces, joined the same text; all that must not be drawn carries a sign.

    Neighbouring unseen characters share one piece, so that a message made of nothing else stays
    one sign. Line feeds, tabs, and joiners where they are spelling are drawn as they are.
    """
    at = 0
    for start, end, make in sorted([*_unseen(text), *_heaps(text)], key=itemgetter(0)):
        if at < start:
            yield Piece(text[at:start])
        yield make(text[start:end])
        at = end
    if at < len(text):
        yield Piece(text[at:])


def shown(text: str) -> Markup:
    """The text as HTML: escaped, and every sign in a small box with the character's full name."""
    parts = []
    for piece in pieces(text):
        if piece.sign is None:
            parts.append(escape(piece.text))
        else:
            parts.append(
                Markup('<span class="unseen" title="{}"><span>{}</span></span>').format(
                    piece.name, piece.sign
                )
            )
    return Markup("").join(parts)


def spelt(text: str) -> str:
    """The text with every sign in angle brackets, for places where no markup can stand."""
    return "".join(
        piece.text if piece.sign is None else f"⟨{piece.sign}⟩" for piece in pieces(text)
    )


_Run = tuple[int, int, Callable[[str], Piece]]


def _unseen(text: str) -> Iterator[_Run]:
    for run in _UNSEEN.finditer(text):
        start, end = run.span()
        if text[start] in _JOINERS and start > 0:
            start += unicodedata.category(text[start - 1]) in _JOINED_CATEGORIES
        if start < end:
            yield start, end, _sign_unseen


def _heaps(text: str) -> Iterator[_Run]:
    """What is beyond ``COMBINING_MAX`` in every run of combining marks."""
    for perhaps in _PERHAPS_HEAPED.finditer(text):
        start = perhaps.start()
        for is_mark, run in groupby(perhaps[0], key=_is_mark):
            length = sum(1 for _ in run)
            if is_mark and length > COMBINING_MAX:
                yield start + COMBINING_MAX, start + length, _sign_heap
            start += length


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in _HEAPED_CATEGORIES and not _UNSEEN.match(character)


def _sign_heap(run: str) -> Piece:
    return Piece(
        run,
        ngettext("+%(size)d mark", "+%(size)d marks", len(run), size=len(run)),
        ngettext(
            "%(size)d more combining mark on one letter",
            "%(size)d more combining marks on one letter",
            len(run),
            size=len(run),
        ),
    )


def _sign_unseen(run: str) -> Piece:
    """The kinds in the run, the first three by name, and how many there are in all."""
    kinds = list(dict.fromkeys(run))
    more = " …" if len(kinds) > NAMED_MAX else ""
    sign = " ".join(map(_sign, kinds[:NAMED_MAX])) + more
    name = ", ".join(map(_name, kinds[:NAMED_MAX])) + more
    if len(run) > len(kinds):
        told = gettext("%(size)d characters: %(names)s", size=len(run), names=name)
        return Piece(run, f"{sign} ×{len(run)}", told)
    return Piece(run, sign, name)


def _sign(character: str) -> str:
    return _SHORT.get(character, f"{ord(character):04X}")


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if "\ud800" <= character <= "\udfff":
        return gettext("%(code)s half of a surrogate pair", code=code)
    name = unicodedata.name(character, "").lower()
    return f"{code} {name}" if name else gettext("%(code)s without a name", code=code)
