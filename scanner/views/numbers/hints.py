"""Whether a text may say numbers in words at all: cheap questions before the dear ones."""

from __future__ import annotations

import re

from scanner.views.glance import SIGNS, Glance
from scanner.views.numbers.runs import LEET
from scanner.views.numbers.tables import (
    APOSTROPHES,
    NUKTA,
    PLURAL_DIGITS,
    SPOKEN_BY,
    TELLING,
    THRICE_WORDS,
    TIMES_WORDS,
    TWICE_WORDS,
    pieces_of,
    plain_word,
)

_LETTERS = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{SIGNS}])*")
_LETTER_FIGURES = re.compile(r"\d[oilsbz]{1,3}\d|\bo{1,2}\d|\do{1,2}\b|\b\d{1,4}l\b")
_WITH_APOSTROPHE = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)+")
# One word for a figure amid the figures of a number: "312 five 08 4179", "0412-six-77 31".
_PART_SAID = re.compile(
    r"(?<!\w)(?:0\d[\d /.-]{2,14}[^\W\d_]{2,24}[ /.-]{1,3}\d"
    r"|\d{2}[\d /.-]{0,12}[^\W\d_]{2,12}[ /.-]{0,3}\d[ /.-]{0,3}\d)"
)
# The last of them said: "0171 294 50 dreiundachtzig".
_END_SAID = re.compile(r"(?<!\w)[0-9]{2,5}(?:[ /.-]{1,3}[0-9]{2,4}){1,4}[ /.-]{1,3}[^\W\d_]{3}")
_LINKED = re.compile(r"\d[\s,.;…]{1,3}[^\W\d_]{1,9}[\s,]{1,2}(?=\d)")

IN_FRONT = (
    r"\s(?:ervoor|er voor|vooraan|voorop|davor|vorne|vorneweg|devant|au début|in front|up front|"
    r"before|first|delante|adelante|al principio|na frente|antes|à frente|davanti|all'inizio|"
    r"z przodu|na początku|спереди|вперед|впереди|в начале|"
    r"спереду|на початку|başa|başında|în față|di depan|"
    r"đằng trước|sa unahan|aage|shuru me)(?!\w)"
)
_IN_FRONT = re.compile(IN_FRONT, re.I)


def may_say_numbers(text: str, glance: Glance) -> bool:
    """Whether a closer look at the text is worth while."""
    words = glance.words
    if not glance.characters.isdisjoint(APOSTROPHES):  # "дев'яносто" is one word
        words = words | {plain_word(word[0].lower()) for word in _WITH_APOSTROPHE.finditer(text)}
    if NUKTA in glance.characters:
        words = words | {plain_word(word) for word in words}
    said = len(words & TELLING) + len(words & PLURAL_DIGITS.keys())
    if glance.has_digits:
        said += not words.isdisjoint(TIMES_WORDS)
    said += 2 * bool(said and not words.isdisjoint(TWICE_WORDS | THRICE_WORDS))
    if said >= 2 or (said and glance.has_digits and _is_part_said(text)):
        return True
    if glance.mixed:
        letters = (part for word in glance.mixed for part in _LETTERS.findall(word))
        interwoven = sum(len(part) > 1 and _is_said(part) for part in letters)
        is_part = interwoven and _PART_SAID.search(text) is not None
        if is_part or (interwoven and interwoven + len(words & SPOKEN_BY.keys()) >= 2):
            return True
        if (
            sum(word.translate(LEET) in TELLING or word in TELLING for word in glance.mixed) + said
            >= 2
        ):
            return True
        if any(_LETTER_FIGURES.search(word) for word in glance.mixed):
            return True
    if any(pieces_of(word) for word in words if len(word) > 5 and word not in TELLING):
        return True
    return glance.has_digits and len(_LINKED.findall(text)) >= 2


def _is_part_said(text: str) -> bool:
    return _PART_SAID.search(text) is not None or _END_SAID.search(text) is not None


def _is_said(word: str) -> bool:
    return word in TELLING or word in SPOKEN_BY or bool(pieces_of(word))


def says_in_front(text: str, end: int) -> bool:
    """Whether a word there says that what was said last belongs before the rest."""
    return _IN_FRONT.match(text, end) is not None
