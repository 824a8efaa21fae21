"""Slows down whoever guesses passwords. Kept in memory: each server process counts its own."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

WINDOW = timedelta(minutes=15)
TRIES_PER_NAME = 5  # wrong passwords for one name from one address in a window
TRIES_PER_ADDRESS = 50  # for any names: an office behind one address has many who mistype
KEPT_MAX = 10_000  # counts kept at once; the oldest go first, so that memory stays bounded

_Key = tuple[str, str | None]


@dataclass(slots=True)
class Throttle:
    """Counts wrong passwords for a name from an address, and for the address as a whole."""

    _wrong: OrderedDict[_Key, list[datetime]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, address: str, name: str, *, now: datetime) -> timedelta | None:
        """How long until the next try is heard; None when it may be made now."""
        with self._lock:
            waits = [
                since[-limit] + WINDOW - now
                for key, limit in _limits(address, name)
                if len(since := self._recent(key, now)) >= limit
            ]
        return max(waits, default=None)

    def note_wrong(self, address: str, name: str, *, now: datetime) -> None:
        """One more wrong password."""
        with self._lock:
            for key, _ in _limits(address, name):
                self._wrong[key] = [*self._recent(key, now), now]
                self._wrong.move_to_end(key)
            while len(self._wrong) > KEPT_MAX:
                self._wrong.popitem(last=False)

    def note_right(self, address: str, name: str) -> None:
        """The name is known by who holds it: its count begins anew, that of the address stays."""
        with self._lock:
            self._wrong.pop((address, name), None)

    def _recent(self, key: _Key, now: datetime) -> list[datetime]:
        return [at for at in self._wrong.get(key, ()) if now - at < WINDOW]


def _limits(address: str, name: str) -> tuple[tuple[_Key, int], ...]:
    return ((address, name), TRIES_PER_NAME), ((address, None), TRIES_PER_ADDRESS)
