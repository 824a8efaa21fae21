"""Names and words of an alphabet beside a sign that is said: "Olga, Vera, Anna, arroba".

Three are enough there, where elsewhere they would be a call sign or a list of people. Names are
read by their first letters only before a word that means nothing but "@".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scanner.views.glance import Glance, any_of
from scanner.views.letters.spelling import ALPHABET
from scanner.views.signs.pieces import figure_of
from scanner.views.signs.words import AT, DOT, HYPHEN, KNOWN_ENDINGS, UNDERSCORE
from scanner.views.view import Edit, View, rewrite

DISGUISE = "phonetic alphabet"
ROW_MIN = 3  # words or names
ENDING_REACH = 60  # characters from the sign to the ending of names
FIGURES_MAX = 6  # after them: "bravo india alfa seven"

_ALPHABET = frozenset(ALPHABET.split(" "))
_SURE = frozenset(word for word in AT.split("|") if len(word) > 2 and " " not in word)
_SIGNS = _SURE | {"at", "@", "."} | frozenset(f"{DOT}|{UNDERSCORE}|{HYPHEN}".split("|"))
_DOTS = frozenset(DOT.split("|"))
_WORD = re.compile(r"[^\W_]+(?:-ray)?|[@.](?=\s)")
_NEAR = re.compile(r"[\s,\-]{0,2}")
_INITIALS = (
    r"(?:(?:the|their|sus|las|les|le|die|as|de) )?(?:initials?|first letters|iniciales|iniciais"
    r"|initiales|iniziali|anfangsbuchstaben|beginletters|primeras letras|primeiras letras|inițiale)"
)
_ANY_SURE = any_of(_SURE)
_NAMES = re.compile(
    rf"(?<!\w)(?P<names>[^\W\d_]{{3,15}}(?:,\s[^\W\d_]{{3,15}}){{{ROW_MIN - 1},20}})"
    rf"(?P<hint>[,.]\s(?:{_INITIALS}))?[,.]\s(?P<sign>{_ANY_SURE})(?!\w)",
    re.IGNORECASE,
)

_ENDING = re.compile(
    rf"(?<!\w)(?:{any_of(_DOTS)}),?\s"
    r"(?P<names>[^\W\d_]{3,15}(?:,\s[^\W\d_]{3,15}){1,2})",
    re.IGNORECASE,
)


def read_beside(view: View, glance: Glance) -> View:
    """The view with such words and names as the letters that they begin with."""
    if not glance.words.isdisjoint(_SIGNS) and len(glance.words & _ALPHABET) > 1:
        view = rewrite(view, _rows(view.text), disguise=DISGUISE)
    if not glance.words.isdisjoint(_SURE):
        view = rewrite(view, _names(view.text), disguise=DISGUISE)
    return view


def _rows(text: str) -> Iterator[Edit]:
    words = [(match[0].lower().replace("-", ""), *match.span()) for match in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and words[end][0] in _ALPHABET and _is_near(text, words, place, end):
            end += 1
        last = end
        while end > place and last < min(len(words), end + FIGURES_MAX):
            said = words[last][0]
            is_figure = figure_of(said) is not None and said not in _SIGNS
            if not is_figure or not _is_near(text, words, place, last):
                break
            last += 1
        letters = "".join(word[0][0] for word in words[place:end])
        before = words[place - 1][0] if place and _is_near(text, words, 0, place) else ""
        after = words[last][0] if last < len(words) and _is_near(text, words, 0, last) else ""
        is_ending = before in _DOTS and letters in KNOWN_ENDINGS and len(letters) > 1
        if is_ending or (len(letters) >= ROW_MIN and (before in _SIGNS or after in _SIGNS)):
            figures = "".join(str(figure_of(word[0])) for word in words[end:last])
            written = "".join(text[word[1]] for word in words[place:end])
            yield Edit(words[place][1], words[last - 1][2], written + figures)
        place = max(last, place + 1)


def _is_near(text: str, words: list[tuple[str, int, int]], first: int, place: int) -> bool:
    """Whether little parts the word from the one before it; the first of a row needs none."""
    if place == first:
        return True
    return _NEAR.fullmatch(text, words[place - 1][2], words[place][1]) is not None


def _names(text: str) -> Iterator[Edit]:
    for match in _NAMES.finditer(text):
        if (initials := _initials(match["names"])) is None:
            continue
        end = match.start("sign") if match["hint"] else match.end("names")
        yield Edit(match.start(), end, initials + " " * bool(match["hint"]))
        ending = _ENDING.search(text, match.end(), match.end() + ENDING_REACH)
        if ending and (letters := _initials(ending["names"])) in KNOWN_ENDINGS:
            yield Edit(*ending.span("names"), letters or "")


def _initials(names: str) -> str | None:
    """The first letters of names in capitals, without accents; None for other words."""
    words = names.split(", ")
    if not all(word[0].isupper() and word[1:].islower() for word in words):
        return None
    letters = unicodedata.normalize("NFD", "".join(word[0] for word in words))
    return "".join(letter for letter in letters if letter.isalpha()).lower()
