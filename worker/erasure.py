"""Erases a sender from everything that is kept, in batches; done again it does nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from store import erasure
from store.copies import Theirs, remove_copies_without_room
from store.database import Database
from store.erasure import Erased
from store.log import SYSTEM
from worker.judge import utc_now

BATCH_SIZE = 200  # messages a transaction, with the rooms around them
PAGE_SIZE = 1_000  # messages without a room that are looked through at a time


def erase(
    database: Database,
    sender: str,
    *,
    by: str = SYSTEM,
    via: str | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Erased:
    """Nothing is kept that the sender wrote, and nothing that names them.

    1. Their words go where a message without a room brought them as the talk before; this comes
    first, because afterwards nobody knows what they said. 2. Their messages are emptied, batch by
    batch, until there is none. 3. What else names them goes, and the log says so. A call that died
    is done to its end by the next one. Messages that come afterwards are new.
    """
    counts: Counter[str] = Counter()
    with database.read() as connection:
        theirs = Theirs(frozenset(), erasure.texts_of(connection, sender))
    after: int | None = 0
    while theirs.texts and after is not None:
        with database.begin() as connection:
            removed, after = remove_copies_without_room(
                connection, theirs, sender=sender, after=after, limit=PAGE_SIZE
            )
        counts["copies"] += removed
    while True:
        with database.begin() as connection:
            done = erasure.erase_batch(connection, sender, limit=BATCH_SIZE, now=now())
        if done is None:
            break
        counts += done
    with database.begin(via=via) as connection:
        counts += erasure.erase_traces(connection, sender)
        erased = erasure.note_erasure(connection, sender, counts, by=by, now=now())
    database.forget()
    return erased
