"""Traffic as a marketplace has it: labelled cases as messages of rooms and people."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bench.cases import Case

VIOLATIONS = 0.05  # of all messages; the labelled cases have far more
NEW_ROOM = 0.2  # of messages begin a talk; the others go on with one, the latest most often
ROOMS_OPEN = 500  # talks that go on at once
PEOPLE = 2_000  # of each role

Body = dict[str, Any]


def traffic(
    cases: Sequence[Case], *, seed: int, run: str, violations: float = VIOLATIONS
) -> Iterator[Body]:
    """Bodies for the API without end, the same for the same seed; ids begin with ``run``.

    The texts are those of the cases; their history is left out, for the rooms have their own.
    Raises ValueError when there is no innocent case or no violation.
    """
    chance = random.Random(seed)  # traffic, no secrets  # nosec B311
    innocent = [case for case in cases if case.message.text and not case.is_violation]
    guilty = [case for case in cases if case.message.text and case.is_violation]
    if not innocent or not guilty:
        raise ValueError("traffic is made of innocent cases and of violations: give both")
    rooms: list[tuple[str, dict[str, str]]] = []
    number = 0
    while True:
        if not rooms or chance.random() < NEW_ROOM:
            people = {
                role: f"{role}-{chance.randrange(PEOPLE)}" for role in ("client", "freelancer")
            }
            rooms.append((f"{run}-room-{number}", people))
            del rooms[:-ROOMS_OPEN]
        room, people = rooms[-1 - int(len(rooms) * chance.random() ** 3)]
        case = chance.choice(guilty if chance.random() < violations else innocent)
        context = asdict(case.message.context)
        role = context["sender_role"] = context["sender_role"] or chance.choice(list(people))
        yield {
            "id": f"{run}-{number}",
            "room": room,
            "sender": people.get(role, f"{role}-{chance.randrange(PEOPLE)}"),
            "text": case.message.text,
            "context": context,
        }
        number += 1
