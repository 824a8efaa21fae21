"""Who calls: API keys, looked up in the store and remembered for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from store.database import Database
from store.keys import ApiKey, find_key, hash_secret

REMEMBERED_FOR = timedelta(seconds=5)  # how long a revoked key still opens; stated in docs/api.md
KEY_MAX_LENGTH = 200  # characters; ours have 47, and nobody has to hash a megabyte


class Callers:
    """Only keys that opened are remembered, so there are never more of them than there are keys."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._remembered: dict[str, tuple[ApiKey, float]] = {}

    def recall(self, key: str) -> ApiKey | None:
        """Whose key it was a moment ago; None when the store has to be asked."""
        caller, until = self._remembered.get(hash_secret(key), (None, 0.0))
        return caller if self._clock() < until else None

    def look_up(self, key: str) -> ApiKey | None:
        """Whose key it is; None when nobody's."""
        with self._database.read() as connection:
            caller = find_key(connection, key)
        seal = hash_secret(key)
        if caller is None:
            self._remembered.pop(seal, None)
        else:
            self._remembered[seal] = (caller, self._clock() + REMEMBERED_FOR.total_seconds())
        return caller
