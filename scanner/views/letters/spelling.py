"""Letter by letter: spelling alphabets, "T as in Theodor", and figures that lines begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scanner.views.glance import Glance, words_of
from scanner.views.view import Edit, View, rewrite

SPELT_MIN = 4  # words of an alphabet in a row; a call sign has two or three
LINES_MIN = 6
LINE_DIGITS = range(7, 14)  # digits of a telephone number that line beginnings may spell

ALPHABET = (
    "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike"
    " november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu"
    " anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha"
    " nordpol otto paula quelle richard samuel theodor ulrich viktor wilhelm xanthippe ypsilon"
    " zacharias ancona bologna como domodossola empoli firenze genova imola livorno milano napoli"
    " palermo roma savona torino udine venezia"
)
_ALPHABET = frozenset(ALPHABET.split(" "))
_ONE = r"(?:" + "|".join(sorted(_ALPHABET, key=len, reverse=True)) + "|x-ray)"
_SPELT = re.compile(rf"\b{_ONE}(?:[ ,\-]{{1,2}}{_ONE}){{{SPELT_MIN - 1},64}}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-ray)?")
_AS_IN = re.compile(
    r"\b(?P<letter>[^\W\d_])[,:]? (?:wie|as in|like|for|comme|come|como|de|как|як|jak|van|ca în"
    r"|kama|jako|som|seperti|gaya ng|όπως|mint)"
    r" (?:in |la |el |le )?(?P=letter)\w+(?P<gap>,? ?)",
    re.IGNORECASE,
)


# "Only the capitals", "first letters": what the words in capitals before or after it spell.
_INITIALS = re.compile(
    r"\b(?:capitals? (?:letters? )?only|only (?:the )?capitals?|first letters?|initials? of each"
    r"|initial letters|capital letters|erste[nr]? buchstaben|anfangsbuchstaben|primeras letras"
    r"|letra inicial|iniciales|primeiras letras|iniciais|premières lettres|iniziali"
    r"|eerste letters|beginletters|pierwsze litery|первые буквы|перші літери|baş harfleri"
    r"|huruf depan|huruf pertama)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?<![^\W_])[A-Z][a-z]{1,14}(?:,? (?:and )?[A-Z][a-z]{1,14}){2,24}(?![^\W_])"
)
_CAPITAL = re.compile("[A-Z]")
_SAYING = words_of(
    "as come comme como de for gaya jak jako kama like mint seperti som wie όπως как як"
)


def read_alphabet(view: View, glance: Glance) -> View:
    """The view with spelling words as the letters that they begin with."""
    if len(glance.words & _ALPHABET) >= SPELT_MIN - 1:
        view = rewrite(view, _spelt(view.text), disguise="phonetic alphabet")
    if _INITIALS.search(view.text):
        view = rewrite(view, _initials(view.text), disguise="phonetic alphabet")
    if glance.words.isdisjoint(_SAYING):
        return view
    matches = list(_AS_IN.finditer(view.text))
    if len(matches) < 2:
        return view
    edits = [
        Edit(
            match.start(),
            match.end() if _AS_IN.match(view.text, match.end()) else match.start("gap"),
            match["letter"],
        )
        for match in matches
    ]
    return rewrite(view, edits, disguise="phonetic alphabet")


def _initials(text: str) -> Iterator[Edit]:
    """The first letters of words in capitals, as one word."""
    for match in _CAPITALS.finditer(text):
        yield Edit(*match.span(), "".join(_CAPITAL.findall(match[0])).lower())


def _spelt(text: str) -> Iterator[Edit]:
    for match in _SPELT.finditer(text):
        end = match.start()
        for word in _WORD.finditer(text, *match.span()):
            yield Edit(end, word.end(), word[0][0])
            end = word.end()


def read_line_starts(view: View, glance: Glance) -> View:
    """The figures that lines in a row begin with, read downwards, where they make a number."""
    text = view.text
    if not glance.has_digits or text.count("\n") < LINES_MIN - 1:
        return view
    edits: list[Edit] = []
    for block in _blocks(text):
        figures = [match["figures"] for match in block]
        steps = [int(right) - int(left) for left, right in pairwise(figures)]
        is_list = steps.count(1) * 2 > len(steps)
        if len(block) >= LINES_MIN and len("".join(figures)) in LINE_DIGITS and not is_list:
            edits += (
                Edit(left.end(), right.start("figures"), "") for left, right in pairwise(block)
            )
    return rewrite(view, edits, disguise="line starts")


def _blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """Lines in a row that begin with figures; blank lines between them do not part them."""
    block: list[re.Match[str]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        match = _LINE_START.match(text, place)
        place += len(line)
        if match is not None:
            block.append(match)
        elif block and not line.isspace():
            yield block
            block = []
    yield block


_LINE_START = re.compile(r"[^\w\n@]{0,4}(?P<figures>\d{1,4})(?![\d.):、．：，])")
