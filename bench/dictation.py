"""How details were dictated: an operation of the scribe for each token, worked out from values.

A case says which text gives which value, and not which word stands for which sign. But "seven" is
there where the value has a 7, in one case after another. So the cheapest way from each text to its
value is looked for, by what is known of the words, and what a word did in all those ways is what is
known of it in the next round (hard expectation maximisation, as words of two languages are
aligned).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf, log
from typing import NamedTuple

import phonenumbers

from bench.cases import Case
from bench.training import placed_details
from models.dictation import (
    FIRST,
    ITSELF,
    NOTHING,
    OUTSIDE,
    THRICE,
    TIMES,
    TWICE,
    WRITES,
    Dictation,
    Token,
    bare,
    tokens,
)
from models.scribe_training import Lesson
from scanner.verdict import EntityType
from scanner.views import meanings as known
from scanner.views.letters.fold import fold
from scanner.views.meanings import meanings_of
from scanner.views.room.turns import last_words
from scanner.views.signs.words import PROVIDERS

ROUNDS = 3
FIRST_ROUND = 6_000  # details; what the commonest words stand for shows in these
TOKENS_MAX, VALUE_MAX = 80, 60  # of a detail; longer ones are hardly dictated
TALK_TOKENS_MAX = 160  # the same of one that is told over several messages, with all between
BETWEEN_MAX = 3  # tokens that stand for nothing, where messages meet; more are no part of it

_SIGNS = "@.-_/+#$:"
_ENDINGS = "com net org co de fr uk it es pt br ru ua pl nl be in id vn jp cn kr me io dev app"
_HOSTS = (
    "gmail.com outlook.com hotmail.com yahoo.com icloud.com proton.me t wa t.me wa.me https www"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

# How likely each operation is for a word of which nothing is known.
_OF_SIGN, _OF_NUMBER, _OF_TEXT = 0.003, 0.0015, 0.0006
UNKNOWN = {ITSELF: 0.25, NOTHING: 0.35, FIRST: 0.004, TWICE: 0.004, THRICE: 0.002}
UNKNOWN |= {
    WRITES + text: _OF_TEXT
    for text in (*_ENDINGS.split(), *_HOSTS.split(), *_LETTERS, *PROVIDERS, "co.uk", "com.br")
}
UNKNOWN |= {
    WRITES + text: _OF_NUMBER
    for text in (*map(str, range(10, 100)), *(f"0{n}" for n in range(10)), "000")
}
UNKNOWN |= {WRITES + f"{hundreds}00": _OF_NUMBER for hundreds in range(1, 10)}
UNKNOWN |= {WRITES + text: _OF_SIGN for text in (*_SIGNS, *map(str, range(10)))}
MEANT, NOT_MEANT = 0.6, 0.15  # the same of what the word means, and of standing for nothing then
BELIEF = 6.0  # how many times a word must be seen until that counts half
FIGURES_LEFT_OUT = 5.0  # what it costs to leave figures out, above all
ALMOST_FREE, RATHER_FREE = 0.2, 0.6  # of the cost, for a word or a letter as it stands
SURPRISING, SURPRISES_MOST = 4.5, 2  # nats, and how many words of a detail may be so
WRITTEN = 2.0  # what each sign of the value is worth, so that of its ways the longest is found

_WRITTEN = [name.removeprefix(WRITES) for name in UNKNOWN if name.startswith(WRITES)]


class Said(NamedTuple):
    """A token of a detail, and what it is known to mean."""

    word: str
    meaning: str


@dataclass(slots=True)
class Sayings:
    """What words have stood for so far."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _costs: dict[tuple[Said, str], float] = field(default_factory=dict)

    def add(self, word: str, operation: str) -> None:
        """It has stood for this once more."""
        self.counts[word][operation] += 1

    def cost(self, said: Said, operation: str) -> float:
        """The surprise that it does: the logarithm of one in how many times, in nats."""
        found = self._costs.get((said, operation))
        if found is None:
            seen = self.counts.get(said.word, Counter())
            expected = BELIEF * _expected(said.meaning, operation)
            found = -log((seen[operation] + expected) / (seen.total() + BELIEF))
            self._costs[said, operation] = found
        return found


def _expected(meaning: str, operation: str) -> float:
    if meaning and operation == _operation_of(meaning):
        return MEANT
    if meaning and operation == NOTHING and not meaning.startswith(known.GOES_ON):
        return NOT_MEANT
    return UNKNOWN[operation]


def _operation_of(meaning: str) -> str:
    if meaning.startswith(known.GOES_ON) or meaning == known.THEN:
        return NOTHING
    if meaning in (known.TWICE, known.THRICE):
        return TWICE if meaning == known.TWICE else THRICE
    if meaning == known.PERHAPS_AT:
        return f"{WRITES}@"
    return WRITES + meaning.removeprefix(known.NUMBER).removeprefix(known.HOUSE)


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail as it was told, and its value."""

    said: tuple[Said, ...]
    kind: EntityType
    value: str

    @property
    def is_talk(self) -> bool:
        """It is told over several lines, or messages."""
        return any(one.word == "\n" for one in self.said)

    @property
    def is_plain(self) -> bool:
        """It was told as it is written."""
        return "".join(one.word for one in self.said) == self.value.lower()


def operations_of(detail: Detail, sayings: Sayings) -> list[str] | None:
    """The likeliest operation of each token; None where there is no way to the value."""
    if detail.is_plain:
        return [ITSELF] * len(detail.said)
    most = TALK_TOKENS_MAX if detail.is_talk else TOKENS_MAX
    if len(detail.said) > most or len(detail.value) > VALUE_MAX:
        return None
    found = [way for value in writings(detail) if (way := _way(detail.said, value, sayings))]
    return min(found)[1] if found else None


def learned(details: Iterable[Detail], *, rounds: int = ROUNDS) -> Sayings:
    """What the words of the details stand for."""
    told = [detail for detail in details if not detail.is_plain]
    sayings = Sayings()
    for count in range(rounds):
        before, sayings = sayings, Sayings()
        few = max(1, len(told) // FIRST_ROUND)
        for detail in told[::few] if count == 0 else told:
            way = operations_of(detail, before) or ()
            for one, operation in zip(detail.said, way, strict=False):
                if not one.word.isdecimal():
                    sayings.add(one.word, operation)
    return sayings


def writings(detail: Detail) -> list[str]:
    """How the value may stand in the text: a number with its country's code or without."""
    value = detail.value.lower()
    if not (value.startswith("+") and value[1:].isdecimal()):
        return [value]
    try:
        code = str(phonenumbers.parse(value).country_code)
    except phonenumbers.NumberParseException:
        return [value, value[1:]]
    rest = value[1 + len(code) :]
    written = [value, value[1:], rest, f"0{rest}", f"00{code}{rest}"]
    trunks = {"7": f"8{rest}", "1": f"1{rest}", "36": f"06{rest}", "52": f"521{rest}"}
    if code in trunks:
        written.append(trunks[code])
    if code == "54" and rest.startswith("9"):  # left out in Argentina itself
        written += [rest[1:], f"0{rest[1:]}"]
    return written


def _way(said: Sequence[Said], value: str, sayings: Sayings) -> tuple[float, list[str]] | None:
    """The cheapest operations that write the value, with what they cost; None for no way.

    Viterbi's algorithm over (tokens read, signs written).
    """
    texts = [text for text in _WRITTEN if text in value]
    least = [[inf] * (len(value) + 1) for _ in range(len(said) + 1)]
    come: dict[tuple[int, int], tuple[int, int, tuple[str, ...]]] = {}
    least[0][0] = 0.0
    for at in range(len(said)):
        steps = list(_steps(said, at, texts, sayings))
        for so_far, begun in enumerate(least[at]):
            if begun == inf:
                continue
            for operations, text, cost in steps:
                if value.startswith(text, so_far):
                    to = at + len(operations), so_far + len(text)
                    if begun + cost < least[to[0]][to[1]]:
                        least[to[0]][to[1]] = begun + cost
                        come[to] = at, so_far, operations
    if least[-1][-1] == inf:
        return None
    place = len(said), len(value)
    way: list[str] = []
    while place != (0, 0):
        at, so_far, operations = come[place]
        way[:0] = operations
        place = at, so_far
    return least[-1][-1] - WRITTEN * len(value), way


class _Step(NamedTuple):
    """Operations of the next tokens, what they write together, and what they cost."""

    operations: tuple[str, ...]
    text: str
    cost: float


def _steps(
    said: Sequence[Said], at: int, texts: Iterable[str], sayings: Sayings
) -> Iterator[_Step]:
    """What the token may do, alone or with those it repeats; ``texts`` are those worth writing."""
    one = said[at]
    yield _Step((NOTHING,), "", _left_out(one, sayings))
    yield from _alone(one, texts, sayings)
    if one.word.isalpha() and len(one.word) > 1 and bare(one.word):
        yield _Step((FIRST,), bare(one.word)[0], sayings.cost(one, FIRST))
    if not one.word.isalnum():
        return
    for skipped in said[at + 1 : at + 1], said[at + 1 : at + 2]:  # "double seven", "twice the 7"
        if at + 1 + len(skipped) >= len(said):
            return
        between = sum(_left_out(it, sayings) for it in skipped)
        for (operation,), text, cost in _alone(said[at + 1 + len(skipped)], texts, sayings):
            if len(text) == 1:
                for repeats, times in TIMES.items():
                    done = (repeats, *[NOTHING] * len(skipped), operation)
                    yield _Step(done, text * times, sayings.cost(one, repeats) + between + cost)


def _alone(one: Said, texts: Iterable[str], sayings: Sayings) -> Iterator[_Step]:
    if text := bare(one.word):
        share = ALMOST_FREE if len(text) > 1 else RATHER_FREE
        yield _Step((ITSELF,), text, share * sayings.cost(one, ITSELF))
    if not one.word.isdecimal():
        for text in texts:
            if text != one.word:
                yield _Step((WRITES + text,), text, sayings.cost(one, WRITES + text))


def _left_out(one: Said, sayings: Sayings) -> float:
    return sayings.cost(one, NOTHING) + (FIGURES_LEFT_OUT if one.word.isdecimal() else 0.0)


@dataclass(frozen=True, slots=True)
class Told:
    """A text as the scribe gets it, and its details: from which token to which, and what."""

    dictation: Dictation
    details: tuple[tuple[int, int, Detail], ...]


def told(text: str, details: Iterable[tuple[int, int, EntityType, str]]) -> Told:
    """A folded text with its details: half-open ranges of it, kinds and values."""
    read = tuple(tokens(text))
    meant = meanings_of([token.word for token in read])
    placed = []
    for start, end, kind, value in details:
        first, last = _within(read, start, end)
        if first < last:
            said = tuple(map(Said, (it.word for it in read[first:last]), meant[first:last]))
            placed.append((first, last, Detail(said, kind, value)))
    kinds = tuple(sorted({detail.kind for _, _, detail in placed}))
    return Told(Dictation(text, read, meant, kinds), tuple(placed))


def _within(read: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    touched = [place for place, it in enumerate(read) if it.start < end and it.end > start]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def of_cases(cases: Iterable[Case]) -> Iterator[Told]:
    """The cases as the scribe reads them.

    One whose only detail lies across messages is read as a talk; one with several is left out.
    """
    for case in cases:
        text, placed = placed_details(case)
        if len(placed) == len(case.entities):
            yield told(text, [(low, high, it.type, it.value) for low, high, it in placed])
        elif len(case.entities) == 1 and (room := last_words(case.message)) is not None:
            text = fold(room).text
            [entity] = case.entities
            yield told(text, [(0, len(text), entity.type, entity.value)])


def lesson(given: Told, sayings: Sayings) -> Lesson:
    """The text with the operation of each token, None where there is no way to the value."""
    operations: list[str | None] = [OUTSIDE] * len(given.dictation.tokens)
    for first, last, detail in given.details:
        found = operations_of(detail, sayings)
        if found and _is_plausible(detail, found, sayings):
            operations[first:last] = _edged(detail.said, found)
        else:
            operations[first:last] = [None] * (last - first)
    return Lesson(given.dictation, tuple(operations))


def _is_plausible(detail: Detail, operations: Sequence[str], sayings: Sayings) -> bool:
    """Whether its words stand for what they mostly do, but for a few: a riddle is no dictation."""
    surprises = [
        operation
        for one, operation in zip(detail.said, operations, strict=True)
        if operation not in (NOTHING, ITSELF) and sayings.cost(one, operation) > SURPRISING
    ]
    return len(surprises) <= SURPRISES_MOST


def _edged(said: Sequence[Said], operations: Sequence[str]) -> list[str]:
    """What stands for nothing at the edges of a detail, or between its lines, is outside of it."""
    writing = [place for place, name in enumerate(operations) if name != NOTHING]
    first, last = (writing[0], writing[-1]) if writing else (len(operations), -1)
    edged = [name if first <= place <= last else OUTSIDE for place, name in enumerate(operations)]
    for before, after in pairwise(writing):
        between = range(before + 1, after)
        if len(between) > BETWEEN_MAX and any(said[place].word == "\n" for place in between):
            edged[before + 1 : after] = [OUTSIDE] * len(between)
    return edged
