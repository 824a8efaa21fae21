"""What somebody is told when a case that they answered was a golden item."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from console import words
from console.undoable import told_case
from console.visit import Console, Visit
from store.goldens import taught


@dataclass(frozen=True, slots=True)
class Lesson:
    """``right`` says what was right; ``why`` is None where it was removed with the text."""

    case_id: int
    is_right: bool
    answered: str
    right: str
    why: str | None


def find_lesson(
    connection: Connection, console: Console, visit: Visit, *, case_id: int | None = None
) -> Lesson | None:
    """What they learn from the case that the address tells of, else from ``case_id``."""
    told = told_case(visit)
    id = case_id if told is None else told
    found = None if id is None else taught(connection, id, by=visit.user.name)
    if found is None:
        return None
    golden, covered = found.golden, console.covered.teller(is_shown=False)
    return Lesson(
        case_id=golden.case_id,
        is_right=found.is_right,
        answered=words.within(words.ACTION[found.action]),
        right=words.any_of(golden.actions),
        why=None if golden.why is None else covered(golden.why),
    )
