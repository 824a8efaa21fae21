"""Who calls: API keys, looked up in the store, remembered for a moment, and held to their rate."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from store.database import Database
from store.keys import KEY_LENGTH, PREFIX, ApiKey, find_key, hash_secret, note_uses

REMEMBERED_FOR = timedelta(seconds=5)  # how long a revoked key still opens; stated in docs/api.md
OLD_FOR = timedelta(minutes=10)  # the same, while the database cannot be asked
USES_KEPT_EVERY = timedelta(seconds=30)  # how late a last use is written; stated in docs/api.md
BURST = timedelta(seconds=10)  # of its rate that a key may use at once, after a pause


class Callers:
    """Only keys that opened are remembered, so there are never more of them than there are keys."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._remembered: dict[str, tuple[ApiKey, float]] = {}
        self._uses: dict[int, datetime] = {}
        self._lock = threading.Lock()

    def recall(self, key: str) -> ApiKey | None:
        """Whose key it was a moment ago; None when the store has to be asked."""
        caller, until = self._remembered.get(hash_secret(key), (None, 0.0))
        return caller if self._clock() < until else None

    def recall_old(self, key: str) -> ApiKey | None:
        """Whose key it was not long ago, for while the store cannot be asked."""
        caller, until = self._remembered.get(hash_secret(key), (None, 0.0))
        return caller if self._clock() < until + OLD_FOR.total_seconds() else None

    def look_up(self, key: str) -> ApiKey | None:
        """Whose key it is; None when nobody's. The store is not asked for what is no key at all."""
        if len(key) != KEY_LENGTH or not key.startswith(PREFIX):
            return None
        with self._database.read() as connection:
            caller = find_key(connection, key)
        seal = hash_secret(key)
        if caller is None:
            self._remembered.pop(seal, None)
        else:
            self._remembered[seal] = (caller, self._clock() + REMEMBERED_FOR.total_seconds())
        return caller

    def note_use(self, caller: ApiKey, *, now: datetime) -> None:
        """The key was used; no request waits until that is written."""
        with self._lock:
            self._uses[caller.id] = now

    def keep_uses(self) -> None:
        """What was noted stands in the store. When it cannot be written, it is kept for later."""
        with self._lock:
            uses, self._uses = self._uses, {}
        if not uses:
            return
        try:
            with self._database.begin() as connection:
                note_uses(connection, uses)
        except BaseException:
            with self._lock:
                self._uses = uses | self._uses
            raise


class Rates:
    """How fast each key may ask, in this process.

    The generic cell rate algorithm: a key has one moment, until which it has used up its rate. A
    request moves it on by its share, and is refused when it lies further ahead than ``BURST``.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._used_until: dict[int, float] = {}
        self._lock = threading.Lock()

    def wait(self, caller: ApiKey) -> float | None:
        """None, and the request counts; else the seconds until the next one will be heard."""
        share = 60 / (caller.rate_per_minute or self._per_minute)
        reach = max(BURST.total_seconds(), share)
        now = self._clock()
        with self._lock:
            used_until = max(now, self._used_until.get(caller.id, now)) + share
            if used_until - now > reach + 1e-9:  # the sum of shares is not exact
                return used_until - now - reach
            self._used_until[caller.id] = used_until
        return None
