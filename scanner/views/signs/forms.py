"""Other forms of the words for signs: "puntito", "arrobinha", "Pünktchen", "собачкою", "puntje".

Made by the rules of each family of languages rather than listed, so that whoever plays with a word
is still understood. Some forms that come out are no words; nobody says them, and they do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.signs.words import (
    AT,
    DOT,
    HYPHEN,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
    SLASH,
)
from scanner.views.signs.words_described import AROUND, CURLY, SIGNS

STEM_MIN = 3  # letters before an ending; shorter stems are begun by too many words
GERMANIC_MIN = 4  # letters of a word that takes a German or Dutch diminutive

_ROMANCE = (
    "ito ita itos itas ico ica inho inha inhos inhas ino ina ini ine etto etta illo illa uccio"
)
_GERMANIC = "chen lein erl le je tje etje pje kje s"
_CYRILLIC = "а у ы и е ой ою ом ем ам ами ок ки ку ка"
_WEST_SLAVIC = "a u y i e ę ą ou em om ie ka ku ki kę ką kou ek kiem kem eczka eczkę eczką"
_UMLAUTS = str.maketrans("aou", "äöü")
_LAST_VOWEL = re.compile(r"[aou](?=[^aeiouy]+\Z)")
_LATIN = re.compile(r"[a-zà-žœ]+")
_CYRILLIC_WORD = re.compile("[а-яёіїєґ]+")


def forms_of(word: str) -> Iterator[str]:
    """Diminutives and cases of a word in lower case, itself left out."""
    if _CYRILLIC_WORD.fullmatch(word):
        yield from _cyrillic(word)
    elif _LATIN.fullmatch(word):
        yield from _latin(word)


def _cyrillic(word: str) -> Iterator[str]:
    stem = word.rstrip("аеёиоуыэюяьйіє")
    if len(stem) < STEM_MIN:
        return
    yield from (stem + ending for ending in _CYRILLIC.split(" "))
    if stem.endswith("к"):
        yield from (
            f"{stem[:-1]}{link}чк{end}" for link in "ое" for end in ("а", "у", "и", "ой", "ою")
        )


def _latin(word: str) -> Iterator[str]:
    if word[-1] in "aoeąęy" and len(word) > STEM_MIN:
        stem = word[:-1]
        stems = {stem, stem.removesuffix("c") + "qu" if stem.endswith("c") else stem}
        yield from (stem + ending for stem in stems for ending in _ROMANCE.split(" "))
        yield from (stem + ending for ending in _WEST_SLAVIC.split(" "))
        if stem.endswith("k"):
            yield from (f"{stem[:-1]}{ending}" for ending in ("eczka", "eczkę", "eczką", "ičku"))
        yield from _germanic(stem)
    elif len(word) > STEM_MIN:
        yield from (word + ending for ending in _WEST_SLAVIC.split(" "))
        if word[-1] == "č":
            yield word + "ek"
    yield from _germanic(word)


def _germanic(word: str) -> Iterator[str]:
    if len(word) < GERMANIC_MIN:
        return
    changed = _LAST_VOWEL.sub(lambda vowel: vowel[0].translate(_UMLAUTS), word)
    yield from (form + ending for form in {word, changed} for ending in _GERMANIC.split(" "))


def _sign_forms() -> dict[str, str]:
    # Of an underscore only the names themselves: it is read with no address around it.
    rows = ((AT, "@"), (DOT, "."), (HYPHEN, "-"), (SLASH, "/"))
    taken = {word for spellings, _ in rows for word in re.split(r"[ |]", spellings)}
    taken |= {*NO_NAMES, *KNOWN_ENDINGS, *PROVIDERS}
    forms: dict[str, str] = {}
    for spellings, sign in rows:
        for word in spellings.split("|"):
            for form in forms_of(word):
                if form not in taken:
                    forms.setdefault(form, sign)
    return forms


# What the forms of the words for signs are read as; words that mean something else are left out.
SIGN_FORMS = _sign_forms()

# Of hyphenated words: "plus-sign", "ringed-a", "full-stop".
SIGN_WORDS = frozenset(SIGNS.split(" "))
LOOKS = frozenset(word.removesuffix("ed") for words in (AROUND, CURLY) for word in words.split(" "))
HYPHENATED = re.compile(
    r"-(?:a|а|at|stop|sign|symbol|zeichen|teken|tecken|tegn)\b|\bat (?:sign|symbol|rate)\b"
    r"|\b(?:a\.t|d\.o\.t)\b",
    re.IGNORECASE,
)
