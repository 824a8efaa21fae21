"""Slows down whoever guesses passwords. Kept in memory: each server process counts its own."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Lock

WINDOW = timedelta(minutes=15)
TRIES_PER_NAME = 5  # wrong passwords for one name from one address in a window
TRIES_PER_ADDRESS = 50  # for any names: an office behind one address has many who mistype
KEPT_MAX = 10_000  # counts kept at once; the oldest go first, so that memory stays bounded
HOUSEHOLD = 64  # bits of an IPv6 address that one caller has for themselves; RFC 6177

_Key = tuple[str, str | None]


@dataclass(slots=True)
class Throttle:
    """Counts tries for a name from an address, and for the address as a whole.

    A try counts as wrong from its beginning, so that many at once are no more than one by one.
    """

    _wrong: OrderedDict[_Key, list[datetime]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, address: str, name: str, *, now: datetime) -> timedelta | None:
        """None, and the try counts; else how long until the next one is heard."""
        limits = _limits(address, name)
        with self._lock:
            waits = [
                since[-limit] + WINDOW - now
                for key, limit in limits
                if len(since := self._recent(key, now)) >= limit
            ]
            if waits:
                return max(waits)
            for key, _ in limits:
                self._wrong[key] = [*self._recent(key, now), now]
                self._wrong.move_to_end(key)
            while len(self._wrong) > KEPT_MAX:
                self._wrong.popitem(last=False)
        return None

    def note_right(self, address: str, name: str) -> None:
        """The try was right: the name's count begins anew, and the address has one less."""
        (own, _), (shared, _) = _limits(address, name)
        with self._lock:
            self._wrong.pop(own, None)
            del self._wrong.get(shared, [])[-1:]

    def _recent(self, key: _Key, now: datetime) -> list[datetime]:
        return [at for at in self._wrong.get(key, ()) if now - at < WINDOW]


def _limits(address: str, name: str) -> tuple[tuple[_Key, int], tuple[_Key, int]]:
    caller = _caller(address)
    return ((caller, name), TRIES_PER_NAME), ((caller, None), TRIES_PER_ADDRESS)


def _caller(address: str) -> str:
    """The address, or the network of those that one household may take in turn."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(IPv6Network((found, HOUSEHOLD), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
