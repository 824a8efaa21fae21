"""Numbers of which parts are worked out, or look like letters: "0812, then 70 x 70 + 11", "O7l З9".

A sum is read only among parts that begin with a leading 0 and are as long as a telephone number
together; letters only where figures stand among them and what they make is as long as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.numbers.reckoned import worked_out
from scanner.views.view import Edit, View, rewrite

DISGUISE, LEET = "figures in disguise", "leet"
NUMBER_DIGITS = range(9, 13)
RUNS_MAX = 20  # looked at in one text
SUMS_MIN = 2
FIGURES_MIN = 4  # real ones among letters that look like some
FIGURES_OF_BARE = 7  # the same where no leading 0 tells of a number
LETTERS_IN_A_ROW = 3

_ADDED = "[+＋]|plus|tambah|더하기|บวก|cộng|加|足す|dagdag|जमा|زائد|плюс|artı"
_TAKEN = "[-−–]|minus|tolak|kurang|빼기|ลบ|trừ|减|減|引く|bawas|ऋण|ناقص|мінус|минус|eksi"
_TIMES = "[x×*]|kali|darab|곱하기|คูณ|nhân|乘|掛ける|beses|गुणा|умножить на|çarpı"
_SIGN = rf"(?:{_ADDED}|{_TAKEN}|{_TIMES})"
_SUM = rf"\d{{1,4}}(?: ?{_SIGN} ?\d{{1,4}}){{1,2}}"
_LINK = r"[^\d\n+]{1,25}?"
_ROW = re.compile(
    rf"(?<![\w+.,/-])0\d{{0,4}}(?:{_LINK}(?:{_SUM}|\d{{2,4}})(?!\d)){{2,5}}", re.IGNORECASE
)
_PART = re.compile(rf"{_SUM}|\d{{1,5}}", re.IGNORECASE)
_PIECE = re.compile(rf"(\d{{1,4}})(?: ?({_SIGN}))?", re.IGNORECASE)
_HINT = re.compile(rf"\d ?{_SIGN} ?\d", re.IGNORECASE)

_ALIKE = str.maketrans("OoОоIlіІ|ZzЗзЧчSsБбB", "00001111122334455668")
_LETTER = "OoОоIlіІ|ZzЗзЧчSsБбB"
_MIXED = re.compile(
    rf"(?<![\w+.@/-])[\d{_LETTER}]{{1,11}}(?:[ \-.–—/·・]{{1,3}}[\d{_LETTER}]{{1,11}}){{1,12}}"
    r"(?![\w@])"
)
_LETTERS = re.compile(rf"[{_LETTER}]{{{LETTERS_IN_A_ROW + 1},}}")
_BARE = re.compile(r"[6-9]\d{9}|8[3489]\d{9}")  # of India, and of Russia with its 8


def read_worked_out(view: View, glance: Glance) -> View:
    """The view with the sums worked out and the letters as the figures they look like."""
    if not glance.has_digits:
        return view
    if len(_HINT.findall(view.text)) >= SUMS_MIN:
        view = rewrite(view, list(_sums(view.text)), disguise=DISGUISE)
    if not glance.characters.isdisjoint(_LETTER):
        view = rewrite(view, list(_alike(view.text)), disguise=LEET)
    return view


def _sums(text: str) -> Iterator[Edit]:
    for row in islice(_ROW.finditer(text), RUNS_MAX):
        parts = [part[0] for part in _PART.finditer(row[0])]
        if sum(not part.isdecimal() for part in parts) < SUMS_MIN:
            continue
        values = [part if part.isdecimal() else _worked_out(part) for part in parts]
        figures = "".join(value or " " for value in values)
        if figures.isdecimal() and len(figures) in NUMBER_DIGITS:
            yield Edit(*row.span(), figures)


def _worked_out(part: str) -> str | None:
    """What a sum comes to; None where that is nothing a number could have."""
    numbers, signs = zip(*_PIECE.findall(part), strict=True)
    steps = zip(map(_plain, signs[:-1]), map(int, numbers[1:]), strict=True)
    total = worked_out(int(numbers[0]), steps)
    return str(total) if total > 0 else None


def _plain(sign: str) -> str:
    """The sign that a word or another form of it stands for."""
    if re.fullmatch(_TIMES, sign, re.IGNORECASE):
        return "×"
    return "-" if re.fullmatch(_TAKEN, sign, re.IGNORECASE) else "+"


def _alike(text: str) -> Iterator[Edit]:
    for run in islice(_MIXED.finditer(text), RUNS_MAX):
        real = sum(map(str.isdecimal, run[0]))
        figures = re.sub(r"\W", "", run[0].replace("|", "l")).translate(_ALIKE)
        if real == len(figures) or real < FIGURES_MIN or _LETTERS.search(run[0]):
            continue
        is_bare = _BARE.fullmatch(figures) is not None and real >= FIGURES_OF_BARE
        if (figures[0] == "0" and len(figures) in NUMBER_DIGITS) or is_bare:
            is_apart = re.search(r"\w\w", run[0]) is None
            yield Edit(*run.span(), figures if is_apart else run[0].translate(_ALIKE))
