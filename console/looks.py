"""Every page that shows what people wrote says first, in the log, who it is shown to."""

from __future__ import annotations

from collections.abc import Iterable

from console.visit import Console, Visit
from store.looks import look_at_case, look_at_list, look_at_messages


def note_case(console: Console, visit: Visit, case_id: int, *, beside: Iterable[int] = ()) -> None:
    """The visitor reads the case, and sees the texts of those ``beside`` it."""
    with console.database.begin() as connection:
        look_at_case(connection, case_id, by=visit.user.name, now=visit.now, beside=beside)


def note_list(console: Console, visit: Visit, case_ids: Iterable[int]) -> None:
    """The visitor sees the texts of these cases in a list."""
    with console.database.begin() as connection:
        look_at_list(connection, case_ids, by=visit.user.name, now=visit.now)


def note_messages(console: Console, visit: Visit, message_pks: Iterable[int]) -> None:
    """The visitor sees the texts of these messages in a list."""
    with console.database.begin() as connection:
        look_at_messages(connection, message_pks, by=visit.user.name, now=visit.now)
