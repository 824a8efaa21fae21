"""Names in other alphabets as people write them in Latin letters: "шмелева" is "shmeleva"."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = " "  # letters of the tables below; a letter that is not written has nothing

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch  y  e yu ya".split(_BETWEEN),
        strict=True,
    )
)
_UKRAINIAN = _RUSSIAN | dict(
    zip("гґиіїєюящ'ʼ", "h g y i i ie iu ia shch  ".split(_BETWEEN), strict=True)
)
_SERBIAN = _RUSSIAN | dict(
    zip("јљњћђџжхцчш", "j lj nj c dj dz z h c c s".split(_BETWEEN), strict=True)
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y i y".split(
            _BETWEEN
        ),
        strict=True,
    )
)
_KEPT = "äöüåæøß"  # which letters stand for them is each writer's choice
_WITHOUT_ACCENTS = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
    if chr(code).lower() not in _KEPT and unicodedata.normalize("NFD", chr(code))[0].isascii()
} | {ord("ı"): "i", ord("ł"): "l", ord("đ"): "d"}

# Letters of Devanagari by their places in the block; those of Bengali stand in the same order.
_INDIC_BLOCKS = (0x0900, 0x0980)
_VOWELS = dict(
    zip(
        (*range(0x05, 0x0C), 0x0F, 0x10, 0x13, 0x14),
        "a a i i u u ri e ai o au".split(_BETWEEN),
        strict=True,
    )
)
_VOWEL_SIGNS = dict(
    zip(
        (*range(0x3E, 0x44), 0x47, 0x48, 0x4B, 0x4C),
        "a i i u u ri e ai o au".split(_BETWEEN),
        strict=True,
    )
)
_CONSONANTS = dict(
    zip(
        (*range(0x15, 0x29), *range(0x2A, 0x31), 0x32, 0x35, *range(0x36, 0x3A)),
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h".split(
            _BETWEEN
        ),
        strict=True,
    )
)
_NASALS = {0x01: "n", 0x02: "n", 0x03: "h"}
_HALANT, _NUKTA = 0x4D, 0x3C
_TOUCHED = {"j": "z", "ph": "f", "d": "r", "dh": "rh", "k": "q", "g": "gh", "y": "y"}
# Revised Romanization of Korean: first, middle and last letters of a syllable.
_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(_BETWEEN)
_MIDDLE = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(_BETWEEN)
_LAST = " k k k n n n t l k m p l l p l m p p t t ng t t k t p t".split(_BETWEEN)
_SYLLABLES = 0xAC00


def _of_india(word: str) -> str:
    """A word of Devanagari or Bengali as it is said: no vowel is heard after its last letter."""
    block = next(base for base in _INDIC_BLOCKS if base <= ord(word[0]) < base + 0x80)
    latin: list[str] = []
    has_vowel = True
    for sign in unicodedata.normalize("NFD", word):
        place = ord(sign) - block
        if place in _CONSONANTS:
            latin += [] if has_vowel else ["a"]
            latin.append(_CONSONANTS[place])
            has_vowel = False
            continue
        if place == _NUKTA and latin:
            latin[-1] = _TOUCHED.get(latin[-1], latin[-1])
            continue
        if not has_vowel and place in _NASALS:
            latin.append("a")
        sound = _VOWEL_SIGNS.get(place) or _VOWELS.get(place) or _NASALS.get(place)
        latin.append("" if place == _HALANT else sound or sign)
        has_vowel = True
    return "".join(latin)


def _of_korea(word: str) -> str:
    latin = []
    for sign in word:
        place = ord(sign) - _SYLLABLES
        first, rest = divmod(place, 588)
        middle, last = divmod(rest, 28)
        latin.append(_FIRST[first] + _MIDDLE[middle] + _LAST[last])
    return "".join(latin)


def _of_asia(low: str) -> str | None:
    """The name where all its words are of India or Korea; None where one is of neither."""
    latin: list[str] = []
    for part in re.findall(r"[\u0900-\u09e5]+|[\uac00-\ud7a3]+|[a-z0-9._-]+|.", low):
        if "\u0900" <= part[0] <= "\u09e5":
            latin.append(_of_india(part))
        elif "\uac00" <= part[0] <= "\ud7a3":
            latin.append(_of_korea(part))
        elif part.isascii():
            latin.append(part)
        else:
            return None
    name = "".join(latin)
    return name if name.isascii() else None


def in_latin(name: str) -> str | None:
    """The name in Latin letters; None where it holds letters of no alphabet known here."""
    low = name.lower()
    if low.isascii():
        return low
    if any("\u0900" <= sign <= "\u09e5" or "\uac00" <= sign <= "\ud7a3" for sign in low):
        return _of_asia(low)
    if set(low) & set("іїєґ"):
        table = _UKRAINIAN
    elif set(low) & set("јљњћђџ"):
        table = _SERBIAN
    elif any("а" <= sign <= "ё" for sign in low):
        table = _RUSSIAN
    else:
        table = _GREEK
    latin = "".join(table.get(sign, sign) for sign in low)
    return latin if latin.isascii() and latin else None


def without_accents(name: str) -> str:
    """The name as those write it who have no accents on their keys: "nácar" is "nacar"."""
    return name.translate(_WITHOUT_ACCENTS)
