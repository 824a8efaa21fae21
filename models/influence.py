"""What moved a score most: how far it falls where a word, or what was said before, is taken away.

Occlusion (Zeiler & Fergus 2014) asks nothing of the insides of a model, so it holds for whatever
reads. It costs one reading a word and is for a person who looks at one message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.classifier import Classifier
from models.reading import Reading, Sign

WORDS_MAX = 80  # taken away one by one, from the strongest stretch of a longer text
STRETCH = 400  # characters that are looked at of a longer text
FALL_MIN = 0.25  # log odds; what moves a score less is not worth a word
TOLD_MAX = 4  # influences that are told

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Influence:
    """A half-open range of the text, or None for what was said before, and the log odds it adds."""

    place: tuple[int, int] | None
    weight: float


def influences(classifier: Classifier, reading: Reading, label: str) -> tuple[Influence, ...]:
    """What raised the label's score, strongest first; neighbouring words as one."""
    column = classifier.labels.index(label)

    def odds(shown: Reading) -> float:
        return float(classifier.logits([shown])[0, column])

    shown = _strongest(reading, odds)
    whole = odds(shown)
    falls = [
        Influence(place, whole - odds(_without(shown, *place)))
        for place in (match.span() for match in list(_WORD.finditer(shown.text))[:WORDS_MAX])
    ]
    found = list(_joined([fall for fall in falls if fall.weight >= FALL_MIN]))
    if shown.before or shown.own:
        around = tuple(name for name in shown.around if name.startswith(("role", "surface")))
        fall = whole - odds(replace(shown, before="", own="", around=around))
        found += [Influence(None, fall)] if fall >= FALL_MIN else []
    return tuple(sorted(found, key=lambda it: -it.weight)[:TOLD_MAX])


def _strongest(reading: Reading, odds: Callable[[Reading], float]) -> Reading:
    """The stretch of a long text that speaks most for the label, everything else blank."""
    if len(reading.text) <= STRETCH:
        return reading
    starts = range(0, len(reading.text), STRETCH // 2)
    parts = [_only(reading, start, start + STRETCH) for start in starts]
    return parts[int(np.argmax([odds(part) for part in parts]))]


def _only(reading: Reading, start: int, end: int) -> Reading:
    return _without(_without(reading, end, len(reading.text)), 0, start)


def _without(reading: Reading, start: int, end: int) -> Reading:
    """The reading with a range of it blank, and nothing meant or found there."""
    if start >= end:
        return reading
    text = reading.text[:start] + " " * (end - start) + reading.text[end:]
    concepts, marks = (_outside(signs, start, end) for signs in (reading.concepts, reading.marks))
    return replace(reading, text=text, concepts=concepts, marks=marks)


def _outside(signs: Sequence[Sign], start: int, end: int) -> tuple[Sign, ...]:
    return tuple(sign for sign in signs if not start <= sign.place < end)


def _joined(falls: Sequence[Influence]) -> Iterator[Influence]:
    """Words with nothing but a space between them, as one."""
    held: Influence | None = None
    for fall in falls:
        if held and held.place and fall.place and fall.place[0] - held.place[1] <= 1:
            held = Influence((held.place[0], fall.place[1]), held.weight + fall.weight)
            continue
        if held:
            yield held
        held = fall
    if held:
        yield held
