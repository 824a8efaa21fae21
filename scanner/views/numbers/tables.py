"""Number words as tables: what each says, who says it, and several written as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import chain

from models.dictation import bare
from scanner.views.numbers.words import (
    FILLERS,
    LITTLE_WORDS,
    PLUS_WORDS,
    SOUND_ALIKES,
    SPELLINGS,
    THRICE,
    TWICE,
    Spelling,
)
from scanner.views.numbers.words_asia import ASIAN_SPELLINGS
from scanner.views.numbers.words_more import (
    MORE_SPELLINGS,
    PLURALS,
    SCALES,
    SEQUENCE_WORDS,
    TIMES,
)
from scanner.views.numbers.words_rarer import RARER_SPELLINGS
from scanner.views.numbers.words_spoken import ROMANISED, SPOKEN_SPELLINGS
from scanner.views.numbers.words_teens import TEENS_SPELLINGS

NUKTA = "\u093c"  # the dot below of Devanagari, which many leave out: "फ़ोर", "फोर"
APOSTROPHES = "'’ʼ" + NUKTA
GLUED_MAX_LENGTH = 60  # characters of several number words written as one
WORDS_KEPT = 10_000  # whose pieces are remembered; about 2 MB
PIECE_MIN_LENGTH = 3  # letters of each of them, in a script of letters


@dataclass(frozen=True, slots=True)
class Language:
    """What its words say: each alone, several by the first, longest first; ``hundred`` multiplies.

    Most numbers are one word, and there are a hundred thousand: in a table of their own they take
    a third of the memory.
    """

    alone: dict[str, int]
    several: dict[str, list[tuple[tuple[str, ...], int]]]
    hundred: frozenset[str]
    words: frozenset[str]

    def firsts(self) -> Iterator[str]:
        """Every word that begins a phrase, once."""
        return iter({**self.several, **self.alone})

    def begins_with(self, word: str) -> bool:
        """Whether a number begins with the word."""
        return word in self.alone or word in self.several

    def beginning_with(self, word: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """Every phrase that the word begins, with its number; the longest first."""
        yield from self.several.get(word, ())
        if word in self.alone:
            yield (word,), self.alone[word]


def plain_word(word: str) -> str:
    """The word as the tables have it, without apostrophes."""
    return word.translate(_APOSTROPHES)


_APOSTROPHES = {ord(sign): None for sign in APOSTROPHES}


def _numbers(spelling: Spelling) -> Iterator[tuple[str, int]]:
    """Every phrase of the language with its number; words apart by a blank."""
    units = list(_row(spelling.units, 0, 1))
    teens = list(_row(spelling.teens, 10, 1))
    tens = list(_row(spelling.tens, 20, 10))
    simple = [*units, *teens, *tens, *_listed(spelling.others)]
    joined = [
        (join.format(t=ten, u=unit), tens_value + units_value)
        for ten, tens_value in tens
        for unit, units_value in units
        if units_value
        for join in spelling.joins
    ]
    yield from simple
    yield from joined
    hundreds = list(_row(spelling.hundreds, 100, 100))
    yield from hundreds
    for hundred, value in hundreds:
        for glue in spelling.glue:
            for rest, number in simple if "{s}" in glue else (*simple, *joined):
                if 0 < number < 100 and " " not in rest:
                    yield glue.format(h=hundred, r=rest, s=rest), value + number


def _row(row: str, first: int, step: int) -> Iterator[tuple[str, int]]:
    for place, spellings in enumerate(row.split()):
        for spelling in spellings.split("/"):
            yield spelling.replace("_", " "), first + place * step


def _listed(others: str) -> Iterator[tuple[str, int]]:
    for entry in others.split():
        number, spellings = entry.split("=")
        for spelling in spellings.split("/"):
            yield spelling.replace("_", " "), int(number)


def _language(*spellings: Spelling, is_lengthened: bool = False) -> Language:
    alone: dict[str, int] = {}
    several: dict[str, dict[tuple[str, ...], int]] = {}
    for phrase, number in chain.from_iterable(map(_numbers, spellings)):
        plain = plain_word(phrase)
        forms = [plain, bare(plain)]
        if is_lengthened and len(phrase) >= LENGTHENED_MIN:
            forms += _lengthened(phrase)
        for form in dict.fromkeys(forms):
            first, *others = form.split(" ")
            if others:
                several.setdefault(first, {}).setdefault((first, *others), number)
            else:
                alone.setdefault(first, number)
    times_hundred = "/".join(spelling.hundred for spelling in spellings)
    hundred = frozenset(map(plain_word, filter(None, times_hundred.split("/"))))
    ordered = {
        first: sorted(following.items(), key=lambda entry: -len(entry[0]))
        for first, following in several.items()
    }
    of_several = (word for following in several.values() for words in following for word in words)
    return Language(alone, ordered, hundred, frozenset({*alone, *of_several}) | hundred)


def _lengthened(word: str) -> Iterator[str]:
    """The word with a vowel long that was short, or the other way: "pachaas", "gyaarah"."""
    for match in _VOWEL.finditer(word):
        yield word[: match.start()] + _OTHER_LENGTH[match[0]] + word[match.end() :]


# Languages whose long vowels people write double, or not, as they please.
_LENGTHENED = frozenset({"hi-Latn", "ur-Latn"})
LENGTHENED_MIN = 5  # letters; shorter words would be those of other tongues
_OTHER_LENGTH = {"aa": "a", "a": "aa", "ee": "i", "i": "ee"}
_VOWEL = re.compile(r"(?<![aeiou])(?:aa?|ee|i)(?![aeiou])")


def _romanised(spelling: Spelling, letters: dict[str, str]) -> Spelling:
    """The same words in Latin letters, as they are typed where the keyboard has no others."""
    table = str.maketrans(letters)
    return replace(
        spelling,
        **{
            field.name: getattr(spelling, field.name).translate(table)
            for field in fields(spelling)
            if field.type == "str"
        },
        joins=tuple(join.translate(table) for join in spelling.joins),
    )


def _languages() -> Iterator[tuple[str, Language]]:
    written = SPELLINGS | MORE_SPELLINGS
    tables = (written, SPOKEN_SPELLINGS, ASIAN_SPELLINGS, RARER_SPELLINGS, TEENS_SPELLINGS)
    for code in dict.fromkeys(chain.from_iterable(tables)):
        every = (table[code] for table in tables if code in table)
        yield code, _language(*every, is_lengthened=code in _LENGTHENED)
    for code, alphabets in ROMANISED.items():
        yield f"{code}-Latn", _language(*(_romanised(written[code], one) for one in alphabets))


LANGUAGES = dict(_languages())
ENGLISH = LANGUAGES["en"]
TWICE_WORDS = frozenset(map(plain_word, TWICE.split("/")))
THRICE_WORDS = frozenset(map(plain_word, THRICE.split("/")))
FILLER_WORDS = frozenset(map(plain_word, (*FILLERS.split(), *SEQUENCE_WORDS.split())))
PLUS = frozenset(map(plain_word, PLUS_WORDS.split()))
TIMES_WORDS = frozenset(map(plain_word, TIMES.split()))
# Arabic writes "and" as one with the word after it; only "one" begins so itself.
ARABIC_FIRST_WORDS = frozenset(
    word
    for word in chain.from_iterable(language.firsts() for language in LANGUAGES.values())
    if "\u0600" <= word[:1] <= "\u06ff"
)
PLURAL_DIGITS = {
    form: digit
    for digit, words in PLURALS.items()
    for word in words.split()
    for form in (plain_word(word), bare(plain_word(word)))
}
SCALE_OF = {
    form: scale
    for scale, words in SCALES.items()
    for word in words.split()
    for form in (plain_word(word), bare(plain_word(word)))
}
SPOKEN_BY: dict[str, tuple[str, ...]] = {}  # the languages that have a word, in their order
_ALIKE: dict[tuple[str, ...], tuple[str, ...]] = {}  # one tuple for all words of the same ones
for _code, _language_of in LANGUAGES.items():
    for _word in _language_of.words:
        _codes = (*SPOKEN_BY.get(_word, ()), _code)
        SPOKEN_BY[_word] = _ALIKE.setdefault(_codes, _codes)
_OF_COUNTING = FILLER_WORDS | TIMES_WORDS | PLURAL_DIGITS.keys() | SCALE_OF.keys()
KNOWN = SPOKEN_BY.keys() | TWICE_WORDS | THRICE_WORDS | _OF_COUNTING | SOUND_ALIKES.keys()
EVERYDAY = frozenset(LITTLE_WORDS.split(" ")) | ENGLISH.words | {"en", "et", "an", "si", "to"}
# Numbers somewhere that are everyday words of English.
_ENGLISH_TALK = (
    "and see soon hat fire sam san tin song hal shan sis nan set dos ate fem ten dong pet sat dot"
    " pal hok kat yon her ise dim pump naw wan tis"
)
# Words that are numbers and little else.
TELLING = frozenset(
    word for word in SPOKEN_BY if len(word) >= PIECE_MIN_LENGTH or not word.isascii()
) - (
    FILLER_WORDS | set(LITTLE_WORDS.split(" ")) | set(_ENGLISH_TALK.split(" ")) | {"times", "time"}
)

# Such words that say two figures or more by themselves.
TEN_OR_MORE = TELLING & {
    word
    for language in LANGUAGES.values()
    for word, number in language.alone.items()
    if number >= 10
}

TYPO_OF_MIN_LENGTH = 4  # letters of a word of which one may be left out or two exchanged
# Of English only, in which they are typed on purpose: "sevn eigth nien fuor".
_TYPED = "zero three four five seven eight nine"


_NO_TYPOS = (
    "fore five sever sven hero fie eve fur for ever there seen thee nie fou zer nin here hree"
)


def _typos(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        yield word[:place] + word[place - 1] + word[place:]


TYPOS: dict[str, str] = {
    typo: word
    for word in _TYPED.split()
    for typo in _typos(word)
    if len(typo) >= TYPO_OF_MIN_LENGTH - 1
    and typo not in KNOWN
    and typo not in _NO_TYPOS.split(" ")
}

_PIECES: dict[str, dict[str, list[str]]] = {}  # by language, by how a word begins
for _code, _words in LANGUAGES.items():
    _of_language: dict[str, list[str]] = {}
    for _word in sorted(_words.words - _words.hundred, key=lambda word: (-len(word), word)):
        if len(_word) >= PIECE_MIN_LENGTH:
            _of_language.setdefault(_word[:PIECE_MIN_LENGTH], []).append(_word)
    _PIECES[_code] = _of_language
_BEGINNINGS: dict[str, tuple[str, ...]] = {}
for _code, _of_language in _PIECES.items():
    for _beginning in _of_language:
        _BEGINNINGS[_beginning] = (*_BEGINNINGS.get(_beginning, ()), _code)


def pieces_of(word: str) -> tuple[str, ...]:
    """The number words of one language that the word is made of; empty where it is not."""
    if not 2 * PIECE_MIN_LENGTH <= len(word) <= GLUED_MAX_LENGTH:
        return ()
    return _pieces_of(word)


@lru_cache(WORDS_KEPT)
def _pieces_of(word: str) -> tuple[str, ...]:
    for code in _BEGINNINGS.get(word[:PIECE_MIN_LENGTH], ()):
        pieces = _cut(word, _PIECES[code])
        if len(pieces) >= 2:
            return tuple(pieces)
    return ()


def _cut(word: str, table: dict[str, list[str]]) -> list[str]:
    """The longest pieces from the left, with one step back; takes time linear in the length."""
    stack: list[tuple[int, list[str]]] = [(0, [])]
    dead: set[int] = set()
    while stack:
        at, pieces = stack.pop()
        if at == len(word):
            return pieces
        if at in dead:
            continue
        dead.add(at)
        for piece in reversed(table.get(word[at : at + PIECE_MIN_LENGTH], ())):
            if word.startswith(piece, at):
                stack.append((at + len(piece), [*pieces, piece]))
    return []
