"""Figures in the place of which something else stands: tallies, colours, keys, sums, brackets.

Each is read only in a row as long as a telephone number, which nothing else has in that shape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from scanner.views.glance import Glance, words_of
from scanner.views.numbers.words_reading import COLOURS
from scanner.views.view import Edit, View, apart, rewrite

DISGUISE = "figures in disguise"
ROW_MIN = 7  # figures; the shortest national numbers
ROW_MAX = 16
CARDS_MIN = 10  # of a number in cards; players of most games hold fewer
TALLY_MIN_KINDS = 3  # different counts: "--- --- ---" is a line
NANP_DIGITS = 7  # after the area code
LETTERS_MIN = 3  # of a word to be keyed in
SUMS_MIN = 3
HEX_AS_DECIMAL = range(10, 14)  # digits

_TALLY = re.compile(  # the sign is none of those that stand between, or the search never ends
    rf"(?<!\S)(?P<sign>[^\w\s,/])(?P=sign){{0,9}}(?:[ ,/]{{1,2}}(?P=sign){{1,10}})"
    rf"{{{ROW_MIN - 1},{ROW_MAX}}}(?![^\s.,;!?])"
)
_BRACKETED = re.compile(r"(?:[\[({<⟨【「]\d{1,4}[\])}>⟩】」][\s,\-]{0,2}){4,16}")
_BRACKETS = re.compile(r"[\[({<⟨【「]|[\])}>⟩】」]")
_KEYED = re.compile(
    r"(?<![\w-])(?P<one>1[-. ])?\(?[2-9]\d\d\)?[-. ](?P<keys>[A-Z0-9](?:[-.]?[A-Z0-9]){6})(?![\w-])"
)
_OWN_LINE = re.compile(
    r"\b(?:dial|call|ring|phone|reach|text|try|get|find) (?:me|us)\b"
    r"|\bmy (?:own )?(?:number|line|phone)",
    re.I,
)
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SUM = r"\d{1,2}(?: ?[+\-−–×x*·/÷:] ?\d{1,2})?"
_SUMS = re.compile(rf"(?<![\w,]){_SUM}(?:[,;] ?{_SUM}){{{ROW_MIN - 1},{ROW_MAX}}}(?![\w+×/])")
_PARTS_OF_SUM = re.compile(r"(\d{1,2})(?: ?([+\-−–×x*·/÷:]) ?(\d{1,2}))?")
_DOTTED = re.compile(rf"(?<![\d.:;/])\d(?:[.:;/]\d){{{ROW_MIN},{ROW_MAX}}}(?![\d.:;/]?\d)")
_HEX = re.compile(r"\b0[xX][0-9a-fA-F]{9,11}\b")
_ROMAN_ONE = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_ROMAN = re.compile(
    rf"(?<![\w.])(?:{_ROMAN_ONE}|[0ON])(?:[ ,.\-–/|·]{{1,3}}(?:{_ROMAN_ONE}|[0ON]))"
    rf"{{{ROW_MIN - 1},{ROW_MAX}}}(?!\w)"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
ROMAN_MIN_KINDS = 4
# Signs that count: Roman, Ethiopic and Suzhou numerals, hours of the clock, cards, Braille.
_SIGNS: dict[int, str] = {
    code: str(int(value))
    for code in range(0x1369, 0x20000)
    if (value := unicodedata.numeric(chr(code), -1.0)) in range(10)
    and unicodedata.category(chr(code)) in ("Nl", "No")
}
_SIGNS |= {0x1F550 + hour: str((hour + 1) % 12) for hour in range(12)}  # twelve is nought
_SIGNS |= {
    suit + rank: str(rank % 10)
    for suit in (0x1F0A0, 0x1F0B0, 0x1F0C0, 0x1F0D0)
    for rank in range(1, 11)
}
_SIGNS |= {ord(sign): str((place + 1) % 10) for place, sign in enumerate("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚")}
_SIGN_CHARACTERS = frozenset(map(chr, _SIGNS))
_SIGN_CLASS = "".join(sorted(_SIGN_CHARACTERS))
_SIGN_ROW = re.compile(
    rf"⠼?[{_SIGN_CLASS}](?:[ ,.\-–/·⠼\ufe0f]{{0,3}}[{_SIGN_CLASS}0-9])"
    rf"{{{ROW_MIN - 2},{2 * ROW_MAX}}}"
)
# Cards in letters, "10♠ 7♦ A♣": an ace is one and a ten nought. Hands of games have courts, or are
# spoken of as such.
_CARD = r"(?<!\w)(?:10|[2-9A]) ?[\u2660-\u2667]\ufe0f?"
_CARDS = re.compile(rf"{_CARD}(?:[ ,.·–-]{{1,2}}{_CARD}){{{CARDS_MIN - 1},{ROW_MAX}}}")
_OF_GAMES = words_of(
    "hand hands deck rummy poker bridge game games solitaire trick tricks meld suit"
)
_OF_COLOUR: dict[str, str] = {
    name: str(place)
    for row in COLOURS.strip().splitlines()
    for place, names in enumerate(row.split())
    for name in names.split("/")
}
_COLOUR = "|".join(sorted(_OF_COLOUR, key=len, reverse=True))
_COLOURS = re.compile(
    rf"\b(?:{_COLOUR})(?:[\s,;./|\-–—>]{{1,4}}(?:{_COLOUR})){{{ROW_MIN - 1},{ROW_MAX}}}\b", re.I
)
_ONE_COLOUR = re.compile(rf"\b(?:{_COLOUR})\b", re.I)
_ROMAN_NUMBERS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMANS = frozenset(_ROMAN_NUMBERS.split(" "))
_RANKS = {"A": "1", "10": "0"}
_SUITS = frozenset("♠♡♢♣♤♥♦♧")
COLOURS_MIN = 5  # different ones in a text


def read_riddles(view: View, glance: Glance) -> View:
    """The view with the figures in the places of what stood for them."""
    text = view.text
    found: list[Edit] = []
    if _TALLY_HINT.search(text):
        found += _edits(text, _TALLY, _tally)
    if len(glance.words & _OF_COLOUR.keys()) >= COLOURS_MIN:
        found += _edits(text, _COLOURS, _colours)
    if not glance.characters.isdisjoint(_SIGN_CHARACTERS):
        found += _edits(text, _SIGN_ROW, _signs)
    if not glance.characters.isdisjoint(_SUITS) and glance.words.isdisjoint(_OF_GAMES):
        found += _edits(text, _CARDS, _cards)
    if len(glance.words & _ROMANS) >= ROMAN_MIN_KINDS - 1:
        found += _edits(text, _ROMAN, _romans)
    if glance.has_digits:
        found += _edits(text, _BRACKETED, lambda match: _BRACKETS.sub("", match[0]))
        found += _edits(text, _DOTTED, lambda match: re.sub(r"\D", "", match[0]))
        found += _edits(text, _KEYED, _keyed)
        found += _edits(text, _SUMS, _sums)
        found += _edits(text, _HEX, _hexadecimal)
    return rewrite(view, apart(found), disguise=DISGUISE)


_TALLY_HINT = re.compile(
    r"(?P<sign>[^\w\s.])(?P=sign)? (?P=sign){3}|(?P<other>[^\w\s.])(?P=other){2} (?P=other)"
)


def _edits(
    text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str | None]
) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        figures = read(match)
        if figures is not None and figures != match[0]:
            yield Edit(match.start(), match.end(), figures)


def _tally(match: re.Match[str]) -> str | None:
    """Strokes counted; ten are a nought, as pulses of a dial are."""
    counts = [len(group) for group in re.split(r"[ ,/]+", match[0].strip(" ,/"))]
    return (
        "".join(str(count % 10) for count in counts)
        if len(set(counts)) >= TALLY_MIN_KINDS
        else None
    )


def _signs(match: re.Match[str]) -> str:
    return "".join(
        _SIGNS.get(ord(sign), sign) for sign in match[0] if sign.isdecimal() or ord(sign) in _SIGNS
    )


def _cards(match: re.Match[str]) -> str:
    ranks = re.findall(r"10|[2-9A]", match[0])
    return "".join(_RANKS.get(rank, rank) for rank in ranks)


def _romans(match: re.Match[str]) -> str | None:
    numbers = re.findall(r"\w+", match[0])
    if len(set(numbers)) < ROMAN_MIN_KINDS:
        return None
    return "".join(str(_roman(number)) for number in numbers)


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES.get(letter, 0) for letter in number]
    following = (*values[1:], 0)
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _colours(match: re.Match[str]) -> str:
    return "".join(_OF_COLOUR[colour[0].lower()] for colour in _ONE_COLOUR.finditer(match[0]))


def _keyed(match: re.Match[str]) -> str | None:
    """A word as the keys of a telephone that it is typed with: "SKETCH"."""
    if sum(map(str.isalpha, match["keys"])) < LETTERS_MIN:
        return None
    if match["one"] and not _OWN_LINE.search(match.string):
        return None  # of a firm that is spoken of
    return match[0].translate(_KEYS)


def _sums(match: re.Match[str]) -> str | None:
    """Sums that all come to one figure: "6, 2+3, 10/2, 1"."""
    parts = [_PARTS_OF_SUM.fullmatch(part.strip()) for part in re.split("[,;]", match[0])]
    figures = [_sum(part) for part in parts if part is not None]
    if (
        len(figures) < len(parts)
        or sum(part is not None and bool(part[2]) for part in parts) < SUMS_MIN
    ):
        return None
    return "".join(map(str, figures)) if all(0 <= figure <= 9 for figure in figures) else None


def _sum(part: re.Match[str]) -> int:
    left, sign, right = int(part[1]), part[2], int(part[3] or 0)
    if sign is None:
        return left
    if sign == "+":
        return left + right
    if sign in "-−–":
        return left - right
    if sign in "×x*·":
        return left * right
    return left // right if right and left % right == 0 else -1


def _hexadecimal(match: re.Match[str]) -> str | None:
    figures = str(int(match[0], 16))
    return figures if len(figures) in HEX_AS_DECIMAL else None
