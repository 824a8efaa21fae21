"""Words by which one knows that "@" is meant, wherever in a clause they stand."""

from __future__ import annotations

import re
from itertools import pairwise

from scanner.detectors.words import Words, split
from scanner.views.signs.forms import forms_of
from scanner.views.signs.words import AT
from scanner.views.signs.words_described import AROUND, CREATURES, CURLY

SURE_SIGN = Words(
    [(word, "") for word in AT.split("|") if len(word) > 2]
    + [("curly a", ""), ("whirly sign", ""), ("at sign", ""), ("the at", "")]
)
# A creature or a look is the sign only where it is put beside something: "with the usual snail".
_BESIDE = frozenset(
    split("with, between, con, entre, com, avec, mit, zwischen, met, tussen, med, с, між")
)
_AND = frozenset(split("and, y, e, et, und, en, z, i, и, а, та, og, och"))
_CREATURES = frozenset(word for word in CREATURES.split() if len(word) > 4)
_CREATURES |= {form for word in _CREATURES for form in forms_of(word)}
_LOOKS = frozenset(word for word in f"{AROUND} {CURLY}".split() if len(word) > 4)
_WORD = re.compile(r"[^\W\d_]+")
PUT_WORDS = 4  # from "with" to the creature: "with the usual small snail"


def says_sign(around: str) -> bool:
    """Whether a word for "@" stands there, or what it looks like is put beside something."""
    if SURE_SIGN.any_in(around):
        return True
    words = _WORD.findall(around)
    if _CREATURES.isdisjoint(words) and _LOOKS.isdisjoint(words):
        return False
    for place, word in enumerate(words):
        if word in _BESIDE or word in _AND:
            following = words[place + 1 : place + 1 + PUT_WORDS]
            if word in _BESIDE and not _CREATURES.isdisjoint(following):
                return True
            if any(pair[0] == "a" and pair[1] in _LOOKS for pair in pairwise(following)):
                return True
    return False
