"""Number words to figures: "oh seven eleven, trente et un, vierhundertzweiundachtzig".

A run of number words of one language (English may be mixed in, and figures) becomes figures when
it yields enough of them to be more than a count: five digits in three groups. Counting up or down
is left alone, and so is every number word that stands in ordinary talk.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scanner.views.view import Edit, View, rewrite
from scanner.views.words import SIGNS, Glance
from scanner.views.words_numbers import (
    DIGIT_CHARACTERS,
    FILLERS,
    LITTLE_WORDS,
    PLUS_WORDS,
    SOUND_ALIKES,
    SPELLINGS,
    THRICE,
    TWICE,
    Spelling,
)

DISGUISE = "spelled digits"
RUN_MIN_DIGITS = 5  # what is shorter is a count, a year or an age
RUN_MIN_GROUPS = 3
RUN_MAX_TOKENS = 120  # words of one run looked at; a card of 19 digits spelled in pairs has 40
LANGUAGES_TRIED = 3
COUNTING_SHARE = 0.7  # of steps by one: "five, six, seven, eight, zero" is still a rhyme


@dataclass(frozen=True, slots=True)
class Language:
    """What its words say: by first word, phrases longest first; ``hundred`` multiplies."""

    phrases: dict[str, list[tuple[tuple[str, ...], int]]]
    hundred: frozenset[str]
    words: frozenset[str]


class Token(NamedTuple):
    """A word or a figure of the text; ``key`` is the word as the tables have it."""

    start: int
    end: int
    key: str


class Group(NamedTuple):
    """A part of a run that says one number; ``is_sure`` is false for what only sounds like one."""

    start: int
    end: int
    digits: str
    is_sure: bool = True
    is_said: bool = True


def read_numerals(view: View, glance: Glance, *, shortest: int = RUN_MIN_DIGITS) -> View:
    """The view with the figures of runs of number words that yield ``shortest`` digits or more."""
    text = view.text
    is_interwoven = bool(glance.mixed) and _MIXED.search(text) is not None
    may_say_numbers = is_interwoven or len(glance.words & _TELLING) >= 2
    if may_say_numbers:
        edits: list[Edit] = []
        for run in _runs(text):
            edits += _figures(text, _best_reading(text, run, shortest))
        view = rewrite(view, edits, disguise=DISGUISE)
    if not glance.characters.isdisjoint(_SIGN_CHARACTERS) and _SIGN_RUN.search(view.text):
        view = rewrite(view, _signs(view.text), disguise=DISGUISE)
    return view


# --- tables ------------------------------------------------------------------------------------


def _plain(word: str) -> str:
    """The word as the tables have it, without apostrophes."""
    return word.translate(_APOSTROPHES)


def _bare(word: str) -> str:
    """The word without accents on Latin letters, as it is typed in a hurry."""
    if word.isascii() or word[0] >= "\u0370":
        return word
    letters = unicodedata.normalize("NFD", word)
    letters = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return letters.translate(_UNDECOMPOSED)


_APOSTROPHES = {ord(sign): None for sign in "'’ʼ"}
_UNDECOMPOSED = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "đ": "d", "ø": "o"})


def _numbers(spelling: Spelling) -> Iterator[tuple[str, int]]:
    """Every phrase of the language with its number; words apart by a blank."""
    units = list(_row(spelling.units, 0, 1))
    teens = list(_row(spelling.teens, 10, 1))
    tens = list(_row(spelling.tens, 20, 10))
    below = [*units, *teens, *tens, *_listed(spelling.others)]
    joined = [
        (join.format(t=ten, u=unit), tens_value + units_value)
        for ten, tens_value in tens
        for unit, units_value in units
        if units_value
        for join in spelling.joins
    ]
    below += joined
    yield from below
    hundreds = list(_row(spelling.hundreds, 100, 100))
    yield from hundreds
    for hundred, value in hundreds:
        for rest, number in below if spelling.glue else ():
            if 0 < number < 100 and " " not in rest:
                for glue in spelling.glue:
                    yield glue.format(h=hundred, r=rest), value + number


def _row(row: str, first: int, step: int) -> Iterator[tuple[str, int]]:
    for place, spellings in enumerate(row.split()):
        for spelling in spellings.split("/"):
            yield spelling.replace("_", " "), first + place * step


def _listed(others: str) -> Iterator[tuple[str, int]]:
    for entry in others.split():
        number, spellings = entry.split("=")
        for spelling in spellings.split("/"):
            yield spelling.replace("_", " "), int(number)


def _language(spelling: Spelling) -> Language:
    phrases: dict[str, dict[tuple[str, ...], int]] = {}
    for phrase, number in _numbers(spelling):
        for form in dict.fromkeys((_plain(phrase), _bare(_plain(phrase)))):
            words = tuple(form.split(" "))
            phrases.setdefault(words[0], {}).setdefault(words, number)
    hundred = frozenset(map(_plain, filter(None, spelling.hundred.split("/"))))
    ordered = {
        first: sorted(following.items(), key=lambda entry: -len(entry[0]))
        for first, following in phrases.items()
    }
    every = frozenset(
        word for following in phrases.values() for words in following for word in words
    )
    return Language(ordered, hundred, every | hundred)


_LANGUAGES = {code: _language(spelling) for code, spelling in SPELLINGS.items()}
_ENGLISH = _LANGUAGES["en"]
_TWICE = frozenset(map(_plain, TWICE.split("/")))
_THRICE = frozenset(map(_plain, THRICE.split("/")))
_FILLERS = frozenset(map(_plain, FILLERS.split()))
_PLUS = frozenset(map(_plain, PLUS_WORDS.split()))
_SPOKEN_BY: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, language in _LANGUAGES.items() if word in language.words)
    for language in _LANGUAGES.values()
    for word in language.words
}
_KNOWN = _SPOKEN_BY.keys() | _TWICE | _THRICE | _FILLERS | SOUND_ALIKES.keys()
_EVERYDAY = frozenset(LITTLE_WORDS.split(" ")) | _ENGLISH.words
# Words that are numbers and little else.
_TELLING = frozenset(word for language in _LANGUAGES.values() for word in language.words) - (
    _FILLERS | set(LITTLE_WORDS.split(" "))
)

# --- runs ----------------------------------------------------------------------------------------

_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{SIGNS}]|['’ʼ](?=[^\W\d_]))*")
_GAP = re.compile(r"[\s,.;:/\\\-–—·•|&()*+_~=>،؛।、，]{0,4}")
_PHRASE_GAP = re.compile(r"[ \u00a0\-]{0,2}")
_MIXED = re.compile(r"\d[^\W\d_]{3,6}\d")


def _runs(text: str) -> Iterator[list[Token]]:
    """Number words and figures in a row, with nothing but gaps between them."""
    run: list[Token] = []
    for match in _TOKEN.finditer(text):
        key = match[0] if match[0].isdigit() else _plain(match[0].lower())
        is_known = key.isdigit() or key in _KNOWN
        is_next = bool(run) and _GAP.fullmatch(text, run[-1].end, match.start()) is not None
        if run and not (is_known and is_next and len(run) < RUN_MAX_TOKENS):
            if _is_long(run):
                yield run
            run = []
        if is_known:
            run.append(Token(match.start(), match.end(), key))
    if _is_long(run):
        yield run


def _is_long(run: list[Token]) -> bool:
    return len(run) >= 2 and sum(not token.key.isdigit() for token in run) >= 2


def _best_reading(text: str, run: list[Token], shortest: int) -> list[list[Group]]:
    """The numbers of the run in the language that makes most of it.

    A language needs two words of its own there: "do" and "at" are numbers in some, and English.
    """
    keys = {token.key for token in run}
    votes = Counter(code for key in keys - _EVERYDAY for code in _SPOKEN_BY.get(key, ()))
    codes = [code for code, count in votes.most_common(LANGUAGES_TRIED) if count >= 2]
    readings = [_numbers_of(text, run, _LANGUAGES[code], shortest) for code in ("en", *codes)]
    return max(
        readings,
        key=lambda numbers: sum(len(group.digits) for number in numbers for group in number),
    )


def _numbers_of(
    text: str, run: list[Token], language: Language, shortest: int
) -> list[list[Group]]:
    """The run in groups, apart where a word says nothing in this language."""
    numbers: list[list[Group]] = [[]]
    at = 0
    while at < len(run):
        group, step = _group(text, run, at, language)
        if group is not None:
            numbers[-1].append(group)
        elif not (run[at].key in _FILLERS and numbers[-1]):
            numbers.append([])
        at += step
    return [
        trimmed
        for number in numbers
        if (trimmed := _trimmed(number)) and _is_number(trimmed, shortest)
    ]


def _group(text: str, run: list[Token], at: int, language: Language) -> tuple[Group | None, int]:
    token = run[at]
    if token.key.isdigit():
        return Group(token.start, token.end, token.key, is_said=False), 1
    times = 2 if token.key in _TWICE else 3 if token.key in _THRICE else 0
    if times and at + 1 < len(run):
        repeated, step = _group(text, run, at + 1, language)
        if repeated is not None and len(repeated.digits) == 1:
            return Group(token.start, repeated.end, repeated.digits * times), step + 1
        return None, 1
    value, step = _value(text, run, at, language)
    if value is None and language is not _ENGLISH:
        value, step = _value(text, run, at, _ENGLISH)
    if value is not None:
        return Group(token.start, run[at + step - 1].end, str(value)), step
    if token.key in SOUND_ALIKES:
        return Group(token.start, token.end, str(SOUND_ALIKES[token.key]), is_sure=False), 1
    return None, 1


def _value(text: str, run: list[Token], at: int, language: Language) -> tuple[int | None, int]:
    """The number said from here on and how many tokens say it; hundreds take the rest in."""
    value, step = _phrase(text, run, at, language)
    if value is None:
        return None, 1
    following = at + step
    if (
        0 < value < 10
        and following < len(run)
        and run[following].key in language.hundred
        and _is_close(text, run, following)
    ):
        value, step = value * 100, step + 1
    if value and value % 100 == 0:
        following = at + step
        skip = 1 if following < len(run) and run[following].key in _FILLERS else 0
        if following + skip < len(run) and all(
            _is_close(text, run, place) for place in range(following, following + skip + 1)
        ):
            rest, rest_step = _phrase(text, run, following + skip, language)
            if rest is not None and 0 < rest < 100:
                return value + rest, step + skip + rest_step
    return value, step


def _phrase(text: str, run: list[Token], at: int, language: Language) -> tuple[int | None, int]:
    for words, number in language.phrases.get(run[at].key, ()):
        count = len(words)
        if tuple(token.key for token in run[at : at + count]) == words and all(
            _is_close(text, run, place) for place in range(at + 1, at + count)
        ):
            return number, count
    return None, 1


def _is_close(text: str, run: list[Token], at: int) -> bool:
    return _PHRASE_GAP.fullmatch(text, run[at - 1].end, run[at].start) is not None


def _trimmed(number: list[Group]) -> list[Group]:
    """Without sound-alikes at the ends, unless only they make the number ten digits long."""
    first, last = 0, len(number)
    while first < last and not number[first].is_sure:
        first += 1
    while last > first and not number[last - 1].is_sure:
        last -= 1
    sure = number[first:last]
    length, sure_length = (sum(len(group.digits) for group in groups) for groups in (number, sure))
    return number if sure_length < 10 <= length <= 12 else sure


def _is_number(groups: list[Group], shortest: int) -> bool:
    """Whether the groups are more than a count or a counting rhyme."""
    sure_digits = sum(len(group.digits) for group in groups if group.is_sure)
    said = sum(group.is_said for group in groups)
    is_interwoven = any(
        left.end == right.start and left.is_said != right.is_said
        for left, right in pairwise(groups)
    )
    if sure_digits < shortest or len(groups) < RUN_MIN_GROUPS:
        return False
    has_year = any(not group.is_said and _YEAR.fullmatch(group.digits) for group in groups)
    if not is_interwoven and said < (3 if has_year else 2):
        return False
    steps = Counter(int(right.digits) - int(left.digits) for left, right in pairwise(groups))
    return max(steps[1], steps[-1]) < COUNTING_SHARE * (len(groups) - 1)


def _figures(text: str, numbers: list[list[Group]]) -> Iterator[Edit]:
    for number in numbers:
        end = number[0].start
        before = _PLUS_BEFORE.search(text, max(0, end - 8), end)
        if before is not None and _plain(before["word"].lower()) in _PLUS:
            yield Edit(before.start(), end, "+")
        for group in number:
            if group.start > end:
                yield Edit(end, group.start, "")
            if group.is_said:
                yield Edit(group.start, group.end, group.digits)
            end = group.end


_YEAR = re.compile("(?:19|20)[0-9]{2}")
_PLUS_BEFORE = re.compile(r"(?P<word>[^\W\d_]{3,5})[\s,]{1,2}\Z")

# --- one character a digit -----------------------------------------------------------------------

_SIGN_DIGITS = {
    code: {sign: str(digit) for signs, digit in table.items() for sign in signs}
    for code, table in DIGIT_CHARACTERS.items()
}
_HAN, _HANGUL = ("".join(_SIGN_DIGITS[code]) for code in ("zh", "ko"))
_SIGN_CHARACTERS = frozenset(_HAN + _HANGUL)
_SIGN_GAP = r"[\s,，、.。·\-–—]{0,2}"
_SIGN_RUN = re.compile(
    rf"(?:[{_HAN}\d]{_SIGN_GAP}){{4,30}}[{_HAN}\d]"
    rf"|(?<![\uac00-\ud7a3])(?:[{_HANGUL}\d]{_SIGN_GAP}){{6,30}}[{_HANGUL}\d](?![\uac00-\ud7a3])"
)


def _signs(text: str) -> Iterator[Edit]:
    table = _SIGN_DIGITS["zh"] | _SIGN_DIGITS["ko"]
    for match in _SIGN_RUN.finditer(text):
        signs = [sign for sign in match[0] if sign in table]
        if len(signs) < RUN_MIN_DIGITS - 1:
            continue
        for place, sign in enumerate(match[0], match.start()):
            if sign in table:
                yield Edit(place, place + 1, table[sign])
            elif not sign.isdigit():
                yield Edit(place, place + 1, "")
