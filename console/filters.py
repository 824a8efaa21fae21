"""What a moderator narrows the queue to, as it stands in the address. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar, get_args
from urllib.parse import urlencode

from scanner.verdict import CATEGORIES, DECISIONS, Category, DecisionName
from store.cases import CaseState
from store.desk import Cursor, Filter
from store.schema import is_id

STATES: tuple[CaseState, ...] = get_args(CaseState)

FIELDS: Final = ("decision", "category", "state", "sender", "mine", "after")
_AFTER = re.compile(r"(\d{1,9}(?:\.\d{1,20})?(?:e-\d{1,3})?)_(\d{1,18})", re.ASCII)

Word = TypeVar("Word", bound=str)


class AddressError(Exception):
    """The address asks for what does not exist; the text names the field, the value and the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters of one address. None and False narrow nothing; no state is open and claimed.

    ``after`` is where the page before ended.
    """

    decision: DecisionName | None = None
    category: Category | None = None
    state: CaseState | None = None
    sender: str | None = None
    mine: bool = False
    after: Cursor | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the page was asked for."""
        return replace(self, after=None) != Asked()

    def narrow(self, *, user: str, states: tuple[CaseState, ...] | None = None) -> Filter:
        """The same as the store asks for it; ``states`` in place of the address's own."""
        waiting: tuple[CaseState, ...] = ("open", "claimed")
        return Filter(
            states=states or (waiting if self.state is None else (self.state,)),
            decision=self.decision,
            category=self.category,
            sender=self.sender,
            claimed_by=user if self.mine else None,
        )

    def query(self, after: Cursor | None = None) -> str:
        """The filters as they stand in an address, ``?`` first; empty when there are none."""
        fields = {
            "decision": self.decision,
            "category": self.category,
            "state": self.state,
            "sender": self.sender,
            "mine": "1" if self.mine else None,
            "after": None if after is None else f"{after.priority}_{after.id}",
        }
        given = {name: value for name, value in fields.items() if value}
        return f"?{urlencode(given, errors='replace')}" if given else ""


def read_filters(query: Mapping[str, str]) -> Asked:
    """The filters of an address. Empty values count as not given. Raises AddressError."""
    after = query.get("after") or None
    place = _AFTER.fullmatch(after) if after else None
    if after and place is None:
        raise AddressError("after: not a place in the queue; begin at its first page")
    sender = query.get("sender", "").strip() or None
    if sender is not None and not is_id(sender):
        raise AddressError("sender: no sender is called that; write the id as the list shows it")
    return Asked(
        decision=_one_of("decision", query, DECISIONS),
        category=_one_of("category", query, CATEGORIES),
        state=_one_of("state", query, STATES),
        sender=sender,
        mine=_one_of("mine", query, ("1",)) is not None,
        after=None if place is None else Cursor(float(place[1]), int(place[2])),
    )


def _one_of(field: str, query: Mapping[str, str], words: tuple[Word, ...]) -> Word | None:
    value = query.get(field) or None
    if value is not None and value not in words:
        raise AddressError(f"{field}: {value[:40]} is not known here; one of {', '.join(words)}")
    return value
