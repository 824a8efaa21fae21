"""Letters and figures set apart: "j o h n @ g m a i l . c o m", "0🍃1🍃8", "john🌀gmail🔸com".

What parts them must be the same all along, as in a word that is widely set; the parting goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance, look_at
from scanner.views.signs.words import ENDINGS, PROVIDERS
from scanner.views.view import Edit, View, respell, rewrite

LETTERS_MIN = 5  # set apart; "U S A" and "a b c d" are short
WOVEN_MIN = 9  # characters: five capitals with points between them
FIGURES_MIN = 7  # digits; the shortest national numbers

_PART = r"[^\w@.+]{1,3}"
_SET_APART = re.compile(
    rf"(?<![\w@])(?P<first>[\w@.+])(?P<part>{_PART})"
    rf"(?:[\w@.+-](?P=part)){{{LETTERS_MIN - 2},400}}[\w@.+](?!\w)"
)
_FEW_APART = re.compile(
    r"(?<![\w@.+])(?<!\w[^\w\s])(?P<first>[a-z])(?P<part>[^\w@.+\s]{1,3})"
    r"(?:[a-z](?P=part)){0,2}[a-z](?!\w|[^\w\s]\w)",
    re.IGNORECASE,
)
_ODD_PART = r"(?:\s?[^\w\s.,:;/()+\-'\"<>%$€£₹=]{1,3}\s?| ?[x×] ?|\s?\.{2,4}\s?)"
_FIGURES = re.compile(
    rf"(?<!\w)\d{{1,4}}(?P<part>{_ODD_PART})\d{{1,4}}(?:(?P=part)\d{{1,4}})+(?!\w)"
)
_HOUSES = "|".join(sorted((name for name in PROVIDERS if name.isalpha()), key=len, reverse=True))
_ENDINGS = "|".join(ENDINGS) + "|fr|de|es|it|pt|br|pl|uk|nl|ro|tr|me|cz|at|ch|be|za|mx|ar"
_MAIL_HOUSE = re.compile(
    rf"(?<=\w)(?P<at>\s?[^\w\s]{{1,3}}\s?|\s{{1,2}}@\s{{0,2}}|@\s{{1,2}})(?P<house>{_HOUSES}|webmail)"
    rf"(?P<dot>\s?[^\w\s]{{1,3}}\s?|\s{{1,2}})(?:{_ENDINGS})"
    rf"(?:(?P<dot2>(?P=dot))(?:{_ENDINGS}))?(?!\w)",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(r"(?<![\w./:-])[a-z][a-z0-9]*(?:[._][a-z0-9]+|[0-9]+)\Z")
_ORDINARY = frozenset("()[]\"'/:,-.;!?<>=«»“”’‘")
_CELLS = re.compile(r"(?<!\w)[\w@.+](?P<part>[^\w@.+\s]{1,3})[\w@.+-](?P=part)[\w@.+-](?P=part)")
_FIGURE_HINT = re.compile(r"\d\s?[^\w\s.,:;/()+\-'\"<>%$€£₹=]|\d ?[x×] ?\d|\d\s?\.\.")
_HOUSE_NAMES = frozenset(_HOUSES.split("|")) | {"webmail"}


def join(view: View, glance: Glance) -> View:
    """The view with letters and figures that were set apart brought together."""
    if "\u2800" in glance.characters:  # Braille without a dot: a letter to a machine
        view = respell(view, _NO_DOTS, {0x2800: " "}, disguise="spaced letters")
        glance = look_at(view.text)
    if "+" in glance.characters and not glance.characters.isdisjoint("@."):
        view = rewrite(view, _added(view.text), disguise="spaced letters")
    if glance.has_digits and _FIGURE_HINT.search(view.text):
        view = rewrite(view, _figures(view.text), disguise="spaced digits")
    if glance.singles >= LETTERS_MIN or _CELLS.search(view.text):
        view = rewrite(view, _joined(view.text), disguise="spaced letters")
    if not glance.characters.isdisjoint("@.") and glance.longest >= WOVEN_MIN:
        view = rewrite(view, _unwoven(view.text), disguise="spaced letters")
    if "@" in glance.characters and glance.longest < len(view.text):
        view = rewrite(view, _parted_houses(view.text), disguise="spaced letters")
    if "@" in glance.characters and not view.text.isascii():
        view = rewrite(view, _without_pictures(view.text), disguise="odd signs")
    if not glance.words.isdisjoint(_HOUSE_NAMES):
        view = rewrite(view, _mail_houses(view.text), disguise="odd signs")
    return view


def join_address(view: View, glance: Glance) -> View:
    """The view with addresses that have one sign between all their letters: "j/o/@/g/m/a/i/l"."""
    if "@" not in glance.characters or not _CELLS.search(view.text):
        return view
    whole = [match for match in _SET_APART.finditer(view.text) if "@" in match[0][1:-1]]
    edits = [edit for match in whole if match["part"].strip() for edit in _parts(match)]
    return rewrite(view, edits, disguise="spaced letters")


def _parted_houses(text: str) -> Iterator[Edit]:
    """A house in pieces after "@", with its point and ending: "anna @ ya hoo . c o m"."""
    for match in islice(_PARTED.finditer(text), PARTED_MAX):
        house = _BLANK.sub("", match["house"].lower())
        ending = _BLANK.sub("", match["ending"].lower())
        has_blanks = len(match["house"]) > len(house) or len(match["ending"]) > len(ending)
        if has_blanks and house in _HOUSE_NAMES and ending in _PARTED_ENDINGS:
            yield Edit(*match.span(), f"@{house}.{ending}")


PARTED_MAX = 20
_BLANK = re.compile(r"\s")
_PARTED_ENDINGS = frozenset(_ENDINGS.split("|"))
_PARTED = re.compile(
    r"\s{0,3}@\s{0,3}(?P<house>[A-Za-z](?: ?[A-Za-z]){2,13})\s{0,3}\.\s{0,3}"
    r"(?P<ending>[A-Za-z](?: [A-Za-z]){1,2}|[A-Za-z]{2,4})(?![A-Za-z])"
)


def _added(text: str) -> Iterator[Edit]:
    """Parts of an address that are added up: "desk@ + pondlife + . + com"."""
    for match in _SUM.finditer(text):
        if "@" in match[0] and "." in match[0].partition("@")[2]:
            for plus in _ADDS.finditer(text, *match.span()):
                yield Edit(*plus.span(), "")


_PART_ADDED = r"[\"'“”‘’`]?[\w.@-]{1,40}[\"'“”‘’`]?"
_SUM = re.compile(rf"(?<![\w.@+-]){_PART_ADDED}(?:\s\+\s?{_PART_ADDED}){{1,10}}")
_ADDS = re.compile(r"[\"'“”‘’`]?\s?\+\s?[\"'“”‘’`]?|(?<!\w)[\"'“”‘’`]|[\"'“”‘’`](?!\w)")
_NO_DOTS = re.compile("\u2800+")


def _without_pictures(text: str) -> Iterator[Edit]:
    """Pictures all over an address that has its signs as well: "kofi🍌.wax@g🍌mail.com"."""
    for match in _WITH_PICTURES.finditer(text):
        if _OF_HOUSE.fullmatch(_PICTURE.sub("", match[0])):
            for picture in _PICTURE.finditer(text, *match.span()):
                yield Edit(*picture.span(), "")


_PICTURE = re.compile(r"[^\w\s!-~\u00a0-\u00bf\u2010-\u2027]+")
_WITH_PICTURES = re.compile(r"(?<!\S)[^\s@]{2,60}@[^\s@]{4,40}(?!\S)")


def _joined(text: str) -> Iterator[Edit]:
    """Letters set apart, and a shorter word by the same sign beside them: "p|r|o|t|o|n (.) m|e"."""
    long = [match for match in _SET_APART.finditer(text) if not _is_list(match)]
    odd = {match["part"] for match in long if not match["part"].isspace()}
    short = (match for match in _FEW_APART.finditer(text) if match["part"] in odd) if odd else ()
    done = 0
    for match in sorted((*long, *short), key=re.Match.start):
        if match.start() >= done:
            done = match.end()
            yield from _parts(match)


def _is_list(match: re.Match[str]) -> bool:
    digits = sum(sign.isdigit() for sign in match[0])
    return digits > 0 and not match["part"].isspace() and digits * 2 < len(match[0])


def _parts(match: re.Match[str]) -> Iterator[Edit]:
    width = len(match["part"])
    for place in range(match.end("first"), match.end() - 1, 1 + width):
        yield Edit(place, place + width, "")


def _unwoven(text: str) -> Iterator[Edit]:
    """One letter or sign at every other place of an address, "jxaxnxex@xgxmxaxixlx", and capitals
    with a point after each, "K.A.R.I.M".
    """
    for match in _LONG_WORD.finditer(text):
        word = match[0]
        if _DOTTED.fullmatch(word):
            for place in range(1, len(word) - 1, 2):
                yield Edit(match.start() + place, match.start() + place + 1, "")
        elif "@" in word:
            if filler := _filler(word):
                places = range(match.start(), match.end())
                yield from (Edit(at, at + 1, "") for at in places if text[at] == filler)
                continue
            for first in (0, 1):
                cells = word[first::2]
                if cells[0] not in "@." and cells.count(cells[0]) * 10 >= len(cells) * 9:
                    places = range(match.start() + first, match.end(), 2)
                    yield from (Edit(at, at + 1, "") for at in places if text[at] == cells[0])
                    break


def _filler(word: str) -> str:
    """A letter that stands all over an address of a known house, "tXrXaXcXy@XaXoXlX.XcXoXm"."""
    for letter in sorted(set(word) - set("@.")):
        if word.count(letter) * FILLER_SHARE > len(word) and _OF_HOUSE.fullmatch(
            word.replace(letter, "")
        ):
            return letter
    return ""


FILLER_SHARE = 4  # the letter is more than one in so many
_OF_HOUSE = re.compile(
    rf"[\w.+-]{{2,40}}@(?:{_HOUSES})\.[a-z]{{2,3}}(?:\.[a-z]{{2}})?", re.IGNORECASE
)
_LONG_WORD = re.compile(r"(?<!\S)[\w.@+-]{9,100}(?=[,;:!?)]?(?:\s|\Z))")
_DOTTED = re.compile(r"[A-Z](?:\.[A-Z]){4,30}\.?")


def _figures(text: str) -> Iterator[Edit]:
    for match in _FIGURES.finditer(text):
        if sum(sign.isdigit() for sign in match[0]) < FIGURES_MIN:
            continue
        part = re.compile(re.escape(match["part"]))
        for found in part.finditer(text, *match.span()):
            yield Edit(*found.span(), "")


def _mail_houses(text: str) -> Iterator[Edit]:
    """Other signs in the places of @ and the point beside a mail house and its ending."""
    last = 0
    for match in _MAIL_HOUSE.finditer(text):
        before, last = last, match.end()
        at, dot = match["at"], match["dot"]
        signs = {sign.strip() for sign in (at, dot)}
        is_odd = not _ORDINARY & set(at.strip())
        is_same = len(signs) == 1 and not signs & {".", ",", "-"}
        is_tight = not any(map(str.isspace, at)) and _TECHNICAL.search(
            text, max(0, match.start() - 40), match.start()
        )
        if not (is_odd or is_same or (is_tight and at not in (".", "(", ")"))):
            continue
        yield from _points_before(text, before, match.start("at"), dot)
        for name, sign in (("at", "@"), ("dot", "."), ("dot2", ".")):
            if match[name] is not None and match[name] != sign:
                yield Edit(*match.span(name), sign)


def _points_before(text: str, low: int, end: int, sign: str) -> Iterator[Edit]:
    """The point's sign within the name before "@": "kofi🍌lapse🍎gmail🍌com". It begins at
    ``low`` or later.
    """
    if not sign.strip() or sign.strip() in _WITHIN_NAMES:
        return
    name = _LAST_WORD.search(text, max(low, end - NAME_MAX), end)
    start = name.start() if name else end
    place = text.find(sign, start, end)
    while place > start:
        yield Edit(place, place + len(sign), ".")
        place = text.find(sign, place + len(sign), end)


_LAST_WORD = re.compile(r"\S+\Z")
_WITHIN_NAMES = frozenset(".-_+@")
NAME_MAX = 64  # characters before "@"; RFC 5321 section 4.5.3.1.1
