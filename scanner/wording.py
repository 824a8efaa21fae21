"""The text with its words as they are known: "p4y m3 0utside", "n o  e s c r o w", "ylno knab".

What is meant is read from words, so whoever spells them so that only a person knows them would be
let through. Here a spelling is undone when known words come out of it and none stood there before.
Ordinary talk costs a look at each word; the steps beyond are for what is not known.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, groupby, islice, pairwise, product
from typing import NamedTuple

from models.scripts import lowered
from models.vocabulary import Vocabulary
from scanner.views.view import Edit, View, rewrite

COMMON = 5  # times that a word must have been read to be taken for one
DISGUISED_MAX = 1 / 1_000  # how often a spelling was read, beside the word that it disguises
FREQUENT = 30  # and where nothing but the word itself speaks for it
LETTERS_MIN = 4  # of a word that stands for itself; shorter ones need others that were undone too
TOGETHER_MIN = 2  # undone words that a weaker one needs beside it
RUN_MIN, RUN_MAX = 6, 400  # letters set apart that are looked at as one
JOINED_MIN, JOINED_MAX = 14, 200  # letters written as one that may be several words
PARTS_MIN = 3  # words that must come out of what was written as one
PART_LENGTH = 3.5  # letters that they have on average; shorter ones come out of any letters
WORDS_LOOKED_AT, LETTERS_LOOKED_AT = 300, 2_000  # of a text; so much is not written by hand
BACKWARDS_MIN = 2  # words that are known only backwards
WORD_MAX_LENGTH = 20
MASKS_MAX = 2  # signs in a word that stand for a letter each
CHOICES_MAX = 16  # ways to read one word
KNOWN_SHARE = 0.85  # of several words, or of their letters, that must be known
UNKNOWN_COST = 12.0  # of a letter in no word, in natural logarithms of odds; as a rare word's

_LEET = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s"}
_LEET |= {"!": "i", "|": "li", "+": "t", "€": "e", "¡": "i", "9": "g", "6": "g"}
_LEET |= {"©": "c", "¢": "c", "®": "r"}
_MASKS = "*#•·∗"
_EDGES = r".,;:!?…()\[\]{}\"'“”‘’«»*_\-/\\|~"
_CORE = re.compile(rf"[^\s{_EDGES}](?:\S*[^\s{_EDGES}])?")
_RUN = re.compile(rf"(?<!\S)\S(?:[ \t]{{1,4}}\S(?!\S)){{{RUN_MIN - 1},{RUN_MAX}}}")
_APART = re.compile(r"[^\W\d_](?:([._\-*|~/+·])[^\W\d_])(?:\1[^\W\d_])*")
_SHORTENED = re.compile(r"[^\W\d_]\.[^\W\d_]")  # "P.S.", "e.g."
_PARTED = re.compile(r"(?<=[^\W_])[.,!?]?(?P<sign>[_\-.|~+*/])(?=[^\W_])")
_WORDS = re.compile(r"[^\W_]+")
_JOINED = re.compile(rf"[a-zà-ÿа-яёіїє]{{{JOINED_MIN},{JOINED_MAX}}}", re.IGNORECASE)
_TWICE = re.compile(r"([^\W\d_])\1+")
_FIGURE_WITHIN = re.compile(r"[^\W\d_][^\W_]*[0-9@$!|+€¡©¢®][^\W_]*[^\W\d_]")
_NO_WORDS = ("@", "://", "www.")


class Chunk(NamedTuple):
    """What stands between blanks, without the signs at its edges, in lower case."""

    start: int
    end: int
    core: str


class Wording:
    """Undoes the spelling of words, by a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = _undisguised(vocabulary)
        self._vocabulary = vocabulary
        self._total = sum(vocabulary.values())

    def read(self, view: View) -> View:
        """The view with its words as they are known; itself when nothing was to be undone."""
        text = view.text
        known = self._known
        cores = list(_CORE.finditer(lowered(text)))
        unknown = [
            Chunk(*it.span(), it[0]) for it in cores if it[0] not in known and _may_be_word(it[0])
        ][:WORDS_LOOKED_AT]
        runs = _RUN.finditer(text) if len(cores) >= RUN_MIN else iter(())
        apart = list(islice(runs, LETTERS_LOOKED_AT // RUN_MAX))
        if not unknown and not apart:
            return view
        edits = [edit for run in apart for edit in self._set_apart(run)]
        if sum(self._is_word(it.core[::-1]) for it in unknown) >= BACKWARDS_MIN:
            chunks = [Chunk(*it.span(), it[0]) for it in cores]
            edits = _beside(edits, self._backwards(text, chunks))
        for step in (self._parted, self._one_by_one, self._joined):
            edits = _beside(edits, step(text, unknown))
        return rewrite(view, edits, disguise="respelt words")

    def _is_word(self, word: str, *, times: int = COMMON) -> bool:
        return self._known.get(word, 0) >= times

    # one word at a time

    def _one_by_one(self, text: str, chunks: Sequence[Chunk]) -> list[Edit]:
        """Figures and signs for letters, letters hidden or doubled or with a sign between them."""
        found = [(it, word) for it in chunks for word in (self._word_of(it.core),) if word]
        sure = [(it, word) for it, word in found if self._is_sure(it.core, word)]
        many = sum(not _SHORTENED.fullmatch(it.core) for it, _ in found)
        counted = found if len(sure) >= TOGETHER_MIN or many > TOGETHER_MIN else sure
        return [Edit(it.start, it.end, word) for it, word in counted]

    def _is_sure(self, core: str, word: str) -> bool:
        """Whether a word stands for itself; a code may end in figures, a name in two letters."""
        if len(word) < LETTERS_MIN or not self._is_word(word, times=FREQUENT):
            return False
        if core.isalpha():
            return len(core) - len(word) >= 2
        return not core.isalnum() or bool(_FIGURE_WITHIN.fullmatch(core))

    def _word_of(self, core: str) -> str:
        """The commonest word that the letters may be meant for; empty if none."""
        if len(core) > 2 * WORD_MAX_LENGTH:
            return ""
        if core.isalpha():
            candidates = _stretched(core)
        elif _APART.fullmatch(core):
            candidates = [core[::2]]
        elif any(sign in core for sign in _MASKS):
            candidates = self._masked(core)
        else:
            candidates = _leet(core)
        words = [word for word in candidates if self._is_word(word)]
        return max(words, key=self._known.__getitem__, default="")

    def _masked(self, core: str) -> list[str]:
        signs = sum(sign in _MASKS for sign in core)
        if signs > MASKS_MAX or signs * 2 >= len(core) - 1:
            return []
        pattern = "".join("." if sign in _MASKS else re.escape(sign) for sign in core)
        matches = re.compile(pattern).fullmatch
        return [word for word in self._by_shape.get((core[0], len(core)), ()) if matches(word)]

    @cached_property
    def _by_shape(self) -> dict[tuple[str, int], list[str]]:
        """The words by first letter and length."""
        shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word, times in self._known.items():
            if times >= COMMON:
                shapes[word[0], len(word)].append(word)
        return dict(shapes)

    # several words

    def _set_apart(self, run: re.Match[str]) -> list[Edit]:
        """Letters with a blank between them; more blanks part the words, or nothing does."""
        places = [place for place in range(*run.span()) if not run.string[place].isspace()]
        letters = [Chunk(place, place + 1, lowered(run.string[place])) for place in places]
        gaps = [after.start - before.end for before, after in pairwise(letters)]
        narrow = min(gaps)
        pieces = [[letters[0]]]
        for gap, (before, after) in zip(gaps, pairwise(letters), strict=True):
            if gap > narrow or not (before.core + after.core).isalpha():
                pieces.append([])
            pieces[-1].append(after)
        edits, known, total = [], 0, 0
        for piece in pieces:
            at = 0
            for word in self._parts("".join(letter.core for letter in piece)):
                first, last = piece[at], piece[at + len(word) - 1]
                at += len(word)
                if word.isalpha():
                    edits.append(Edit(first.start, last.end, word))
                    total += len(word)
                    known += len(word) if len(word) > 1 and word in self._known else 0
        return edits if known > total * KNOWN_SHARE**2 else []

    def _backwards(self, text: str, chunks: Sequence[Chunk]) -> list[Edit]:
        """Stretches in which words are known backwards and not forwards."""
        edits = []
        for is_run, group in groupby(chunks, key=self._may_be_backwards):
            run = list(group)
            turned = [it for it in run if not self._is_word(it.core)]
            if not is_run or len(turned) < BACKWARDS_MIN:
                continue
            stretch = text[run[0].start : run[-1].end]
            if text[run[-1].end : run[-1].end + 1] in (".", "!"):  # each word for itself
                edits += [Edit(it.start, it.end, text[it.start : it.end][::-1]) for it in run]
            else:
                edits.append(Edit(run[0].start, run[-1].end, stretch[::-1]))
        return edits

    def _may_be_backwards(self, chunk: Chunk) -> bool:
        return chunk.core.isdecimal() or all(map(self._is_word, _WORDS.findall(chunk.core[::-1])))

    def _parted(self, text: str, chunks: Sequence[Chunk]) -> list[Edit]:
        """Another sign where blanks belong, all over the text: "pay_me_outside"."""
        if not any(len(it.core) >= LETTERS_MIN and not it.core.isalnum() for it in chunks):
            return []
        signs = [match for it in chunks for match in _PARTED.finditer(text, it.start, it.end)]
        if len(signs) < PARTS_MIN or len(signs) <= text.count(" "):
            return []
        parts = [part for it in chunks for part in _WORDS.findall(it.core)]
        known = sum(map(self._is_word, parts))
        if known < len(parts) * KNOWN_SHARE or sum(map(len, parts)) < PART_LENGTH * len(parts):
            return []
        return [Edit(*match.span("sign"), " ") for match in signs]

    def _joined(self, text: str, chunks: Sequence[Chunk]) -> list[Edit]:
        """Words without a blank between them."""
        edits: list[Edit] = []
        looked_at = 0
        for chunk in chunks:
            if len(chunk.core) < JOINED_MIN:
                continue
            looked_at += len(chunk.core)
            if looked_at > LETTERS_LOOKED_AT:
                break
            for match in _JOINED.finditer(text, chunk.start, chunk.end):
                parts = self._parts(lowered(match[0]))
                is_short = len(match[0]) < PART_LENGTH * len(parts)
                if len(parts) < PARTS_MIN or is_short or not self._are_frequent(parts):
                    continue
                ends = accumulate(map(len, parts[:-1]), initial=match.start())
                edits += [Edit(end, end, " ") for end in list(ends)[1:]]
        return edits

    def _are_frequent(self, parts: Sequence[str]) -> bool:
        return all(self._is_word(part, times=FREQUENT) for part in parts)

    def _parts(self, letters: str) -> list[str]:
        """The likeliest words that the letters are made of.

        By the frequency of each word alone (Norvig, in Beautiful Data, 2009).
        """
        if letters in self._known or not letters.isalpha():
            return [letters]
        costs, lengths = [0.0], [0]
        for end in range(1, len(letters) + 1):
            best, length = costs[end - 1] + UNKNOWN_COST, 1
            for size in range(1, min(WORD_MAX_LENGTH, end) + 1):
                times = self._vocabulary.get(letters[end - size : end])
                cost = costs[end - size] + math.log(self._total / times) if times else best
                if cost < best:
                    best, length = cost, size
            costs.append(best)
            lengths.append(length)
        parts = []
        end = len(letters)
        while end:
            parts.append(letters[end - lengths[end] : end])
            end -= lengths[end]
        return parts[::-1]


def _may_be_word(core: str) -> bool:
    if len(core) < 2 or core.isdecimal():
        return False
    return any(map(str.isalpha, core)) and not any(sign in core for sign in _NO_WORDS)


def _undisguised(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without what was only ever read as a disguise of a common word: "n0"."""
    rare = {
        word
        for word, times in vocabulary.items()
        if any(map(str.isdecimal, word)) and not word.isdecimal()
        if times <= DISGUISED_MAX * max((vocabulary.get(it, 0) for it in _leet(word)), default=0)
    }
    return {word: times for word, times in vocabulary.items() if word not in rare}


def _leet(core: str) -> list[str]:
    """The words that the letters would be with those in place of figures and signs."""
    choices = [_LEET.get(sign, sign) for sign in core]
    few = math.prod(map(len, choices)) <= CHOICES_MAX
    return list(map("".join, product(*choices))) if few else []


def _stretched(core: str) -> list[str]:
    """The words that it would be with letters once or twice that stand twice or more."""
    runs = _TWICE.findall(core)
    if not runs or 2 ** len(runs) > CHOICES_MAX:
        return []
    pieces = _TWICE.split(core)  # what is before a run, its letter, what is before the next
    choices = [(piece, 2 * piece) if place % 2 else (piece,) for place, piece in enumerate(pieces)]
    return list(map("".join, product(*choices)))


def _beside(edits: Sequence[Edit], more: Iterable[Edit]) -> list[Edit]:
    """Both in their order; of those that meet, the first ones count."""
    return sorted([*edits, *(edit for edit in more if not _meets(edits, edit))])


def _meets(edits: Sequence[Edit], edit: Edit) -> bool:
    place = bisect_left(edits, edit)
    before, after = edits[max(0, place - 1) : place], edits[place : place + 1]
    return any(it.end > edit.start for it in before) or any(it.start < edit.end for it in after)
