"""Figures for letters and letters for figures: "h0tm4il d0t c0m", "O3OI S69I2B4".

A word is respelt only when it becomes the name of a mail house, a messenger or an ending; a number
only when nothing but figures and letters that look like them stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance
from scanner.views.signs.words import PROVIDERS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "leet"
FIGURES = range(7, 16)  # digits of a telephone number; at least three of them plain

_LETTERS: dict[int, str] = {
    ord(sign): letter for sign, letter in zip("0134578@$!©®¢", "oieastbasicrc", strict=True)
}
_LETTERS_L = _LETTERS | {ord("1"): "l", ord("!"): "l"}
LOOK_LIKE_FIGURES = {
    "OoОо": "0",
    "IlІі|": "1",
    "Zz": "2",
    "Зз": "3",
    "SsЅ": "5",
    "B": "8",
}
_AS_FIGURES: dict[int, str] = {
    ord(sign): figure for signs, figure in LOOK_LIKE_FIGURES.items() for sign in signs
}
_FIGURE = "0-9" + "".join(LOOK_LIKE_FIGURES)
NAMES = (
    "com net org dot point punto ponto punkt at arroba arobase email mail"
    " skype telegram whatsapp viber discord signal wechat"
    " instagram facebook messenger snapchat linkedin zoom google paypal line zalo kakao bitcoin"
)
_NAMES = frozenset(NAMES.split(" ")) | frozenset(PROVIDERS)
_SIGNS = "$!|¡€©®¢"
_MIXED_WORD = re.compile(
    rf"(?<![\w@.])[^\W\d_]{{0,12}}[0134578@{_SIGNS}][\w@{_SIGNS}]{{0,20}}(?![\w@])"
    r"|(?<=[@.])[\w$!|]{2,20}(?!\w)"
)
_SIGN_WITHIN = re.compile(rf"[^\W_][{_SIGNS}]\w")
_ADDRESS = re.compile(r"[\w.+\-$!|]{2,64}\s{0,2}$")
_NUMBER_LIKE = re.compile(  # not in links and ids: nothing before it but a blank or a bracket
    rf"(?<![^\s(:+])[0-9OoОоIl](?:[{_FIGURE}]|[ .()\-~·–—/*](?=[{_FIGURE}])){{6,20}}(?![^\W_])"
)
_FIGURE_CHARACTERS = frozenset("0123456789" + "".join(LOOK_LIKE_FIGURES).lower())


def unleet(view: View, glance: Glance) -> View:
    """The view with the words and numbers respelt."""
    if any(_FIGURE_CHARACTERS.issuperset(word) for word in glance.mixed):
        view = rewrite(view, _numbers(view.text), disguise=DISGUISE)
    is_name = any(not _NAMES.isdisjoint(_names_of(word)) for word in glance.mixed)
    if is_name or _SIGN_WITHIN.search(view.text):
        view = rewrite(view, _words(view.text), disguise=DISGUISE)
    return view


def _names_of(word: str) -> tuple[str, str]:
    return word.translate(_LETTERS), word.translate(_LETTERS_L)


def _numbers(text: str) -> Iterator[Edit]:
    for match in _NUMBER_LIKE.finditer(text):
        plain = sum(sign.isdigit() for sign in match[0])
        total = sum(sign.isalnum() or sign == "|" for sign in match[0])
        if plain == total or plain < 3 or total not in FIGURES:
            continue
        for place, sign in enumerate(match[0], match.start()):
            figure = sign.translate(_AS_FIGURES)
            if figure != sign:
                yield Edit(place, place + 1, figure)


def _words(text: str) -> Iterator[Edit]:
    end = 0
    for match in _MIXED_WORD.finditer(text):
        word = match[0].lower()
        for table in (_LETTERS, _LETTERS_L):
            name = word.translate(table)
            if name != word and name in _NAMES:
                yield from _local_part(text, max(end, match.start() - 70), match.start(), table)
                yield from _respelt(match.start(), match[0], table)
                end = match.end()
                break


def _local_part(text: str, low: int, start: int, table: dict[int, str]) -> Iterator[Edit]:
    """The name before "@h0tm4il", which is spelt the same way."""
    if text[start - 1 : start] != "@" and not text[:start].rstrip(" ").endswith("@"):
        return
    before = text.rindex("@", 0, start)
    local = _ADDRESS.search(text, low, before)
    if local is not None:
        yield from _respelt(local.start(), local[0], table)


def _respelt(start: int, word: str, table: dict[int, str]) -> Iterator[Edit]:
    for place, sign in enumerate(word, start):
        letter = sign.translate(table)
        if letter != sign and sign not in "|@":
            yield Edit(place, place + 1, letter)
