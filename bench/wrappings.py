"""A detail as people set it off from what stands around: in quotes, brackets, marks, tags.

Whoever is quoted at work has his address in quotes more often than who gives it away, and a model
that learns from cases alone lets "<jo@fernmill.org>" through for its brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from random import Random

from bench.cases import Case

SHARE = 0.15  # of the cases, how many have something set off
PAIRS = (
    ('"', '"'), ("'", "'"), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"),
    ("<", ">"), ("(", ")"), ("[", "]"), ("`", "`"), ("*", "*"), ("**", "**"), ("_", "_"),
    ("<b>", "</b>"), ("<strong>", "</strong>"), ("<p>", "</p>"), ("<code>", "</code>"),
)  # fmt: skip
_SHAPES = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w|@\w{3,}|\w+\.\w+/[\w./-]*\w|\+?\d[\d ()-]{6,}\d")
_WORDS = re.compile(r"[^\W\d_]{4,}")


def wrapped(cases: Iterable[Case], *, seed: int) -> Iterator[Case]:
    """The cases, some with a sign before what they give and one behind it.

    An innocent case says seldom which details it holds; there the shape of one counts. A case that
    holds none has a word set off, so that the signs tell nothing about who gives something.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    for case in cases:
        text = case.message.text
        given = [it.text for it in case.entities if it.text and it.text in text]
        given = given or _SHAPES.findall(text) or _WORDS.findall(text)
        if given and chance.random() < SHARE:
            left, right = chance.choice(PAIRS)
            detail = chance.choice(given)
            yield case.saying(text.replace(detail, f"{left}{detail}{right}", 1))
        else:
            yield case
