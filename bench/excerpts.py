"""One sentence of an innocent message: whoever says half of what is innocent does no harm either.

Cases are written to the point, so words of trade alone ("saw your rating") stand for more than they
say. Talk is full of half sentences, and the more of them a model has read the calmer it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from bench.cases import Case

SHARE = 0.3  # of the cases that have several sentences, how many are shown as one of them
LENGTHS = range(8, 161)  # code points of a sentence
LOOSE = 0.5  # how often it is typed without a capital and a full stop, as in a chat
# Innocent in every part; a refusal or a report holds what is refused.
THROUGHOUT = frozenset({"ordinary", "the_work_itself", "platform_payment", "numbers", "portfolio"})

_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？।؟])\s*|\n+")


def excerpted(cases: Iterable[tuple[Case, Case]], *, seed: int) -> Iterator[Case]:
    """The second of each pair; some of the innocent are one sentence of the first instead.

    Without a talk before it, to which half an answer might be another one.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    for case, shown in cases:
        found = _sentences(case)
        if found and chance.random() < SHARE:
            said = chance.choice(found)
            if chance.random() < LOOSE:
                said = said[0].lower() + said[1:].rstrip(".")
            yield replace(case, message=replace(case.message, history=())).saying(said)
        else:
            yield shown


def _sentences(case: Case) -> list[str]:
    """What may be shown of it; nothing of a case that is no innocent one of several sentences."""
    if case.excuse not in THROUGHOUT or case.entities:
        return []
    found = [sentence.strip() for sentence in _END.split(case.message.text)]
    return [it for it in found if len(it) in LENGTHS] if len(found) > 1 else []
