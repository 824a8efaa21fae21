"""What a moderator narrows the queue to, as it stands in the address. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal, TypeVar, get_args
from urllib.parse import urlencode

from console.tongues import gettext
from scanner.message import CONTRACTS, SURFACES, Contract, Surface
from scanner.verdict import CATEGORIES, DECISIONS, Category, DecisionName
from store.cases import CaseState
from store.narrowing import Cursor, Filter, GroupName
from store.schema import NAME_MAX_LENGTH, is_id
from store.tallies import DUE_SOON

STATES: tuple[CaseState, ...] = get_args(CaseState)
GROUPS: tuple[GroupName, ...] = get_args(GroupName)

Age = Literal["15m", "1h", "4h", "1d"]
AGES: Final[Mapping[Age, timedelta]] = {
    "15m": timedelta(minutes=15),
    "1h": timedelta(hours=1),
    "4h": timedelta(hours=4),
    "1d": timedelta(days=1),
}
Due = Literal["soon", "late"]
DUES: tuple[Due, ...] = get_args(Due)

FIELDS: Final = (
    "decision",
    "category",
    "language",
    "surface",
    "contract",
    "age",
    "due",
    "state",
    "sender",
    "holder",
    "mine",
    "appeal",
    "alike",
    "group",
    "after",
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,2}", re.ASCII)

Word = TypeVar("Word", bound=str)


class AddressError(Exception):
    """The address asks for what does not exist; the text names the field, the value and the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters of one address. None and False narrow nothing; no state is open and claimed.

    ``alike`` is the first case of those that say nearly the same. ``after`` is where the page
    before ended; ``group`` shows groups in place of cases.
    """

    decision: DecisionName | None = None
    category: Category | None = None
    language: str | None = None
    surface: Surface | None = None
    contract: Contract | None = None
    age: Age | None = None
    due: Due | None = None
    state: CaseState | None = None
    sender: str | None = None
    holder: str | None = None
    mine: bool = False
    appeal: bool = False
    alike: int | None = None
    group: GroupName | None = None
    after: Cursor | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the page and the grouping was asked for."""
        return replace(self, after=None, group=None) != Asked()

    def narrow(
        self, *, user: str, now: datetime, states: tuple[CaseState, ...] | None = None
    ) -> Filter:
        """The same as the store asks for it; ``states`` in place of the address's own."""
        waiting: tuple[CaseState, ...] = ("open", "claimed")
        due = {"late": now, "soon": now + DUE_SOON}
        return Filter(
            states=states or (waiting if self.state is None else (self.state,)),
            decision=self.decision,
            category=self.category,
            language=self.language,
            surface=self.surface,
            contract=self.contract,
            sender=self.sender,
            claimed_by=user if self.mine else self.holder,
            alike=self.alike,
            appealed=True if self.appeal else None,
            opened_by_then=None if self.age is None else now - AGES[self.age],
            due_by_then=None if self.due is None else due[self.due],
        )

    def fields(self) -> dict[str, str]:
        """What was asked for, as the fields of a form."""
        given = {name: getattr(self, name) for name in FIELDS}
        given["mine"] = "1" if self.mine else None
        given["appeal"] = "1" if self.appeal else None
        return {name: str(value) for name, value in given.items() if value is not None}

    def query(self, after: Cursor | None = None) -> str:
        """The filters as they stand in an address, ``?`` first; empty when there are none."""
        given = replace(self, after=after).fields()
        return f"?{urlencode(given, errors='replace')}" if given else ""


def read_filters(query: Mapping[str, str]) -> Asked:
    """The filters of an address. Empty values count as not given. Raises AddressError."""
    after = query.get("after") or None
    place = Cursor.read(after) if after else None
    if after and place is None:
        raise AddressError(gettext("after: not a place in the queue; begin at its first page"))
    return Asked(
        decision=one_of("decision", query, DECISIONS),
        category=one_of("category", query, CATEGORIES),
        language=language_of(query),
        surface=one_of("surface", query, SURFACES),
        contract=one_of("contract", query, CONTRACTS),
        age=one_of("age", query, tuple(AGES)),
        due=one_of("due", query, DUES),
        state=one_of("state", query, STATES),
        sender=_name("sender", query),
        holder=_name("holder", query, max_length=NAME_MAX_LENGTH),
        mine=one_of("mine", query, ("1",)) is not None,
        appeal=one_of("appeal", query, ("1",)) is not None,
        alike=_number("alike", query),
        group=one_of("group", query, GROUPS),
        after=place,
    )


def one_of(field: str, query: Mapping[str, str], words: tuple[Word, ...]) -> Word | None:
    """The word that the address gives the field; None where none. Raises AddressError."""
    value = query.get(field) or None
    if value is not None and value not in words:
        raise AddressError(
            gettext(
                "%(field)s: %(value)s is not known here; one of %(choices)s",
                field=field,
                value=value[:40],
                choices=", ".join(words),
            )
        )
    return value


def language_of(query: Mapping[str, str]) -> str | None:
    """The language that the address asks for. Raises AddressError."""
    value = query.get("language") or None
    if value is not None and _LANGUAGE.fullmatch(value) is None:
        raise AddressError(
            gettext(
                "language: %(value)s is no language; write it like en or pt-BR", value=value[:40]
            )
        )
    return value


def _name(field: str, query: Mapping[str, str], *, max_length: int | None = None) -> str | None:
    value = query.get(field, "").strip() or None
    if value is not None and (not is_id(value) or (max_length and len(value) > max_length)):
        raise AddressError(
            gettext(
                "%(field)s: nobody is called that; write the name as the list shows it", field=field
            )
        )
    return value


def _number(field: str, query: Mapping[str, str]) -> int | None:
    value = query.get(field) or None
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise AddressError(
            gettext(
                "%(field)s: %(value)s is no case; write its number", field=field, value=value[:40]
            )
        )
    return int(value)
