"""Folding: the same letters and digits, however they were drawn.

Styled letters, invisible characters, enclosed digits, digits of other scripts, marks heaped on
letters, and letters of other scripts that pass for Latin ones. Case is kept. ASCII is returned as
it is, and text of another script stays text of that script. Folding twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from scanner.views.letters.look_alikes import LOOK_ALIKES
from scanner.views.view import Edit, View, apart, respell, rewrite

LOOK_ALIKE, INVISIBLE, STYLED = "look-alikes", "invisible characters", "styled letters"
ENCLOSED, OTHER_DIGITS, HEAPED = "enclosed digits", "digits of other scripts", "stacked marks"
DRAWINGS = frozenset({LOOK_ALIKE, INVISIBLE, STYLED, ENCLOSED, OTHER_DIGITS, HEAPED})
CLUSTER_MAX_MARKS = 4  # no writing stacks more on a Latin letter; NFC is quadratic in this number


def fold(view: View) -> View:
    """The view with every character brought to the plainest form that it passes for.

    1. Invisible characters go, and hidden ones are shown.
    2. Styled letters, enclosed digits and digits of other scripts become ASCII.
    3. Marks that make no letter go; those that do are composed with theirs.
    4. Look-alikes become Latin within words that are otherwise Latin, and figures among figures.
    """
    if view.text.isascii():
        return view
    while not _FOLDED_CHARACTERS.isdisjoint(view.text):
        lifted = _without_drawing(view)
        if lifted is view:
            break
        view = lifted  # once more: what is plain now may show what the next sign hides
    # 4. look-alikes
    if _MEETING.search(view.text) or ("@" in view.text and not _LATIN.keys().isdisjoint(view.text)):
        view = rewrite(view, _latinised(view.text), disguise=LOOK_ALIKE)
    if not _LIKE_FIGURES.keys().isdisjoint(view.text):
        view = _lift(view, _ODD_FIGURE, lambda found: _LIKE_FIGURES[found[0]], disguise=LOOK_ALIKE)
    return view


def _without_drawing(view: View) -> View:
    # 1. invisible
    if not _HIDDEN_CHARACTERS.isdisjoint(view.text):
        view = rewrite(view, _shown(view.text), disguise=INVISIBLE)
    # 2. drawn otherwise
    if not _DRAWN_CHARACTERS.isdisjoint(view.text):
        view = respell(view, _STYLED, _STYLED_TABLE, disguise=STYLED)
        view = rewrite(view, _unpacked(view.text), disguise=STYLED)
        view = respell(view, _ENCLOSED, _ENCLOSED_TABLE, disguise=ENCLOSED)
        view = rewrite(view, _opened(view.text), disguise=ENCLOSED)
    view = _lift(view, _ROUND_DIGIT, lambda _: "o", disguise=LOOK_ALIKE)
    view = respell(view, _OTHER_DIGITS, _DIGIT_TABLE, disguise=OTHER_DIGITS)
    # 3. marks
    if not _MARK_CHARACTERS.isdisjoint(view.text):
        view = _lift(view, _MARKED, _without_heap, disguise=HEAPED)
    if not _POINT_CHARACTERS.isdisjoint(view.text):
        view = _lift(view, _ODD_POINT, lambda _: ".", disguise=LOOK_ALIKE)
    return view


def _lift(
    view: View,
    pattern: re.Pattern[str],
    replacement: Callable[[re.Match[str]], str],
    *,
    disguise: str,
) -> View:
    edits = (Edit(*match.span(), replacement(match)) for match in pattern.finditer(view.text))
    return rewrite(view, edits, disguise=disguise)


def _characters_of(inside: str) -> frozenset[str]:
    """The characters of the inside of a character class, to ask a text for them at once."""
    ranges = re.findall("(.)(?:-(.))?", inside)
    return frozenset(
        chr(code) for low, high in ranges for code in range(ord(low), ord(high or low) + 1)
    )


# --- 1. invisible characters ---------------------------------------------------------------

_HIGH_MARKS = "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_NEVER_SEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0100-\U000e01ef"
)
# Joiners shape Arabic and Indic words, selectors shape emoji: noise only after simple scripts.
_UNSEEN_AFTER_SIMPLE = "\u200c\u200d\ufe00-\ufe0f"
_TAGS = "\U000e0001\U000e0020-\U000e007f"
_HIDDEN = re.compile(
    rf"(?P<flag>\U0001f3f4[{_TAGS}]+\U000e007f)"  # the flags of England, Scotland, Wales
    rf"|(?P<tags>[{_TAGS}]+)"
    rf"|(?:\A|(?<=[\x00-\u052f{_HIGH_MARKS}]))(?!\ufe0f\u20e3)[{_NEVER_SEEN}{_UNSEEN_AFTER_SIMPLE}]+"
    rf"|[{_NEVER_SEEN}]+"
)

_HIDDEN_CHARACTERS = _characters_of(f"{_NEVER_SEEN}{_UNSEEN_AFTER_SIMPLE}{_TAGS}")


def _shown(text: str) -> Iterator[Edit]:
    for match in _HIDDEN.finditer(text):
        if match["flag"]:
            continue
        tags = match["tags"] or ""
        letters = "".join(
            chr(ord(tag) - 0xE0000) for tag in tags if "\U000e0020" <= tag <= "\U000e007e"
        )
        yield Edit(*match.span(), letters)


# --- 2. styled letters, enclosed digits, digits of other scripts -----------------------------

_STYLED_RANGES = (
    (0x02B0, 0x02B8),  # modifier letters
    (0x02E1, 0x02E3),
    (0x1D9C, 0x1D9C),
    (0x1DA0, 0x1DA0),
    (0x1DBB, 0x1DBB),
    (0x1D2C, 0x1D6A),
    (0x2071, 0x2071),
    (0x207F, 0x207F),
    (0x2090, 0x209C),  # subscripts
    (0x2100, 0x214F),  # letter-like symbols
    (0x2170, 0x217F),  # small Roman numerals of one letter
    (0x24B6, 0x24E9),  # circled
    (0x2C7C, 0x2C7D),
    (0x3000, 0x3000),
    (0xFF08, 0xFF09),  # of fullwidth punctuation only what numbers and addresses are made of
    (0xFF0B, 0xFF0B),
    (0xFF0D, 0xFF0F),
    (0xFF10, 0xFF19),
    (0xFF20, 0xFF3A),
    (0xFF3F, 0xFF3F),
    (0xFF41, 0xFF5A),
    (0xFE6B, 0xFE6B),
    (0x1D400, 0x1D7FF),  # mathematical
    (0x1F130, 0x1F149),  # squared
    (0x1FBF0, 0x1FBF9),  # segmented digits
)
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_LETTER_ROWS = {  # first code point of an alphabet that Unicode does not decompose
    0x1F150: "A",  # negative circled
    0x1F170: "A",  # negative squared
    0x1CCD6: "A",  # outlined; Unicode 16, unknown to Python 3.11
}
_PACKED_LETTERS = "\ufb00-\ufb06\u249c-\u24b5\U0001f110-\U0001f129"
_LIGATURES = re.compile(f"[{_PACKED_LETTERS}]")
_INDICATORS = "\U0001f1e6-\U0001f1ff"
_LONE_INDICATORS = re.compile(f"[{_INDICATORS}]+")


def _styled() -> dict[int, str]:
    table = {ord(styled): letter for styled, letter in _SMALL_CAPITALS.items()}
    for low, high in _STYLED_RANGES:
        for code in range(low, high + 1):
            letter = unicodedata.normalize("NFKC", chr(code))
            is_plain = letter.isascii() or "\u0370" <= letter <= "\u03ff"  # Greek of mathematics
            if len(letter) == 1 and is_plain and letter != chr(code):
                table[code] = letter
    for first, letter in _LETTER_ROWS.items():
        table |= {first + step: chr(ord(letter) + step) for step in range(26)}
    table |= {0x1CCF0 + digit: str(digit) for digit in range(10)}
    return table


def _enclosed() -> dict[int, str]:
    """Enclosed figures of one digit; the longer ones are opened one by one."""
    table: dict[int, str] = {}
    for first, value in (
        (0x24EA, 0),
        (0x24FF, 0),
        (0x2680, 1),
        (0x1F100, 0),
        (0x1F10B, 0),
        (0x1F10C, 0),
    ):
        table[first] = str(value)
    for first in (0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x3220, 0x3280):
        table |= {first + step: str(step + 1) for step in range(9)}
    table |= {0x2680 + step: str(step + 1) for step in range(6)}  # dice
    table |= {0x1F101 + digit: str(digit) for digit in range(10)}
    return table


def _class_of(codes: Iterable[int]) -> str:
    """The codes as the inside of a character class, neighbours as ranges."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


_STYLED_TABLE = _styled()
_STYLED = re.compile(f"[{_class_of(_STYLED_TABLE)}]+")
_ENCLOSED_TABLE = _enclosed()
_ENCLOSED = re.compile(f"[{_class_of(_ENCLOSED_TABLE)}]+")
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_LOWERED = "\u2080-\u2089"
_TEN_AND_MORE = "\u2469-\u2473\u247d-\u2487\u2491-\u249b\u24eb-\u24f4\u24fe\u277f\u2789\u2793"
_PACKED = re.compile(  # a single raised digit is a unit or a footnote: m², 10⁶
    rf"(?P<keycap>[0-9#*])\ufe0f?\u20e3|\U0001f51f|[{_TEN_AND_MORE}]"
    rf"|[\u207a\u208a]?[{_RAISED}{_LOWERED}]{{2,}}"
)
_DRAWN_CHARACTERS = (
    frozenset(map(chr, _STYLED_TABLE.keys() | _ENCLOSED_TABLE.keys()))
    | _characters_of(f"{_PACKED_LETTERS}{_INDICATORS}")
    | _characters_of(f"\u20e3\U0001f51f{_TEN_AND_MORE}{_RAISED}{_LOWERED}")
)
_OTHER_DIGITS = re.compile(r"[^\D0-9]+")
_DIGIT_TABLE = {
    ord(digit): str(unicodedata.digit(digit))
    for code in range(0x80, 0x20000)
    if (digit := chr(code)).isdecimal()
}

# A nought of another script within a Latin word is drawn as an o: "h໐lden".
_ROUND_DIGIT = re.compile(
    "(?<=[A-Za-z])[{}](?=[A-Za-z])".format(
        "".join(
            chr(code) for code, digit in _DIGIT_TABLE.items() if digit == "0" and code < 0x10000
        )
    )
)


def _unpacked(text: str) -> Iterator[Edit]:
    """Ligatures and bracketed letters; regional indicators where they make no flags."""
    edits = [
        Edit(*match.span(), unicodedata.normalize("NFKC", match[0]).strip("()"))
        for match in _LIGATURES.finditer(text)
    ]
    for match in _LONE_INDICATORS.finditer(text):
        if len(match[0]) % 2:
            letters = (chr(ord(sign) - 0x1F1E6 + ord("a")) for sign in match[0])
            edits += [
                Edit(match.start() + step, match.start() + step + 1, letter)
                for step, letter in enumerate(letters)
            ]
    yield from apart(edits)


def _opened(text: str) -> Iterator[Edit]:
    for match in _PACKED.finditer(text):
        sign = match[0]
        if match["keycap"]:
            yield Edit(*match.span(), match["keycap"])
        elif sign == "\U0001f51f":
            yield Edit(*match.span(), "10")
        elif len(sign) > 1:
            for step, raised in enumerate(sign, match.start()):
                yield Edit(step, step + 1, unicodedata.normalize("NFKC", raised))
        else:
            yield Edit(*match.span(), str(int(unicodedata.numeric(sign))))


# --- 3. marks --------------------------------------------------------------------------------

_MARKS = f"\u0300-\u036f\u0483-\u0489{_HIGH_MARKS}"
_MARK_CHARACTERS = _characters_of(_MARKS)
_MARKED = re.compile(
    rf"(?P<letter>[\x20-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u052f])[{_MARKS}]+"
)


def _without_heap(match: re.Match[str]) -> str:
    """The letter that base and marks make together, or the base alone where they make none."""
    if len(match[0]) <= CLUSTER_MAX_MARKS:
        composed = unicodedata.normalize("NFC", match[0])
        if len(composed) == 1:
            return composed
    return match["letter"]


# --- 4. look-alikes --------------------------------------------------------------------------

_LATIN = {alike: letter for letter, alikes in LOOK_ALIKES.items() for alike in alikes}
_LIKE_FIGURES = {alike: letter for alike, letter in _LATIN.items() if letter.isdigit()}
_ALIKE = _class_of(map(ord, _LATIN))
_ODD_FIGURE = re.compile(
    rf"(?:(?<=[0-9])|(?<=[0-9][ .-]))[{_class_of(map(ord, _LIKE_FIGURES))}](?=[ .-]?[0-9])"
)
_MEETING = re.compile(  # a cheap sign of it: an ASCII letter beside a letter of another script
    r"[A-Za-z](?:(?=[^\W\x00-\u024f\u1e00-\u1eff])|(?<=[^\W\x00-\u024f\u1e00-\u1eff][A-Za-z]))"
)
_CHUNK = re.compile(rf"[\w.@+{_ALIKE}-]+")
_WORD = re.compile(rf"(?:[^\W_]|[{_ALIKE}])+")
_FOREIGN = re.compile(rf"[{_ALIKE}\x00-\u024f\u1e00-\u1eff]+")  # nothing but look-alikes and Latin
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_POINTS = "\u3002\uff61\ufe52\u2024\u30fb\uff65\u2022\u2219\u22c5\u2027\u318d\u2e31"
_POINT_CHARACTERS = frozenset(_POINTS)
_ODD_POINT = re.compile(
    rf"(?<=[a-z0-9])[{_POINTS}](?=[a-z]{{2}})|(?<=[A-Z0-9])[{_POINTS}](?=[A-Z]{{2}})"
)


def _latinised(text: str) -> Iterator[Edit]:
    """A word that mixes in look-alikes; all of an address that is Latin elsewhere.

    A Cyrillic word with Latin letters mixed in becomes Cyrillic: it cannot be read as Latin.
    """
    for chunk in _CHUNK.finditer(text):
        is_address = "@" in chunk[0] and _ASCII_LETTER.search(chunk[0]) is not None
        for word in _WORD.finditer(text, *chunk.span()):
            if word[0].isascii():
                continue
            is_mixed = _ASCII_LETTER.search(word[0]) is not None
            table = _LATIN
            if not _FOREIGN.fullmatch(word[0]):
                if not (is_mixed and _CYRILLIC_WORD.fullmatch(word[0])):
                    continue
                table = _CYRILLIC
            elif not (is_address or is_mixed):
                continue
            for place, letter in enumerate(word[0], word.start()):
                if letter in table:
                    yield Edit(place, place + 1, table[letter])


_CYRILLIC = dict(zip("ABCEHKMOPTXYaceopxykmi", "АВСЕНКМОРТХУасеорхукмі", strict=True))
_CYRILLIC_WORD = re.compile(f"[\u0400-\u052f0-9{''.join(_CYRILLIC)}]+")

_FOLDED_CHARACTERS = (
    _HIDDEN_CHARACTERS
    | _DRAWN_CHARACTERS
    | _MARK_CHARACTERS
    | _POINT_CHARACTERS
    | frozenset(map(chr, _DIGIT_TABLE))
)
