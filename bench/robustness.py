"""How much less is caught when the same thing is written otherwise: what a sender tries next.

Each way is applied to every case by program. What it finds was never tuned to: nobody chose where
the stars stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bench.cases import Case
from bench.scoring import Score, judge, score
from bench.sequels import after_violations
from bench.surroundings import surrounded
from scanner.road import Scanner

_LEET = str.maketrans("aeiost", "431057")
_LOOK_ALIKE = str.maketrans("aceopxyi", "асеорхуі")  # Cyrillic
_WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
_VOWELS = "aeiou"

WAYS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "word a line": lambda text: "\n".join(text.split()),
    "look-alikes": lambda text: text.translate(_LOOK_ALIKE),
    "invisible": "\u200b".join,
    "wide": lambda text: text.translate(_WIDE),
    "set apart": lambda text: "   ".join(" ".join(word) for word in text.split()),
    "all set apart": lambda text: " ".join("".join(text.split())),
    "dotted": lambda text: " ".join(".".join(word) for word in text.split()),
    "no blanks": lambda text: "".join(text.split()),
    "underscores": lambda text: "_".join(text.split()),
    "leet": lambda text: text.translate(_LEET),
    "masked": lambda text: " ".join(map(_masked, text.split())),
    "doubled": lambda text: "".join(2 * s if s in _VOWELS else s for s in text),
    "backwards": lambda text: text[::-1],
}


def robustness(cases: Sequence[Case]) -> Iterator[tuple[str, Score]]:
    """The measures of the cases as they are, among other sentences, after another message that is
    a violation, and of those of meaning alone.

    A detail may become another one by a respelling; so cases that give one are left out of those.
    """
    scanner = Scanner.load()
    yield "as they are", score(judge(scanner, cases))
    yield "surrounded", score(judge(scanner, surrounded(cases)))
    yield "after a violation", score(judge(scanner, after_violations(cases)))
    meant = [case for case in cases if not case.entities]
    yield "no details", score(judge(scanner, meant))
    for name, way in WAYS.items():
        yield name, score(judge(scanner, [case.saying(way(case.message.text)) for case in meant]))


def _masked(word: str) -> str:
    return f"{word[0]}*{word[2:]}" if len(word) > 3 and word.isalpha() else word
