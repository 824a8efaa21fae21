"""The groups that a queue falls into, each with a few words of its most urgent case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from console.excerpts import Listed, listed
from console.filters import Asked
from console.visit import Visit
from store.desk import find_rows
from store.tallies import Group, groups


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group, its most urgent case, and the filters that show it alone."""

    group: Group
    first: Listed
    query: str


def grouped(connection: Connection, visit: Visit, asked: Asked) -> list[Grouped]:
    """The largest groups, where the address asks for groups; else none."""
    if asked.group is None:
        return []
    found = groups(
        connection,
        by=asked.group,
        now=visit.now,
        narrowed=asked.narrow(user=visit.user.name, now=visit.now),
    )
    rows = find_rows(connection, [group.first for group in found], now=visit.now)
    firsts = listed(rows[group.first] for group in found)
    return [
        Grouped(group, first, replace(asked, **_only(asked, group)).query())
        for group, first in zip(found, firsts, strict=True)
    ]


def _only(asked: Asked, group: Group) -> dict[str, Any]:
    value = int(group.value) if asked.group == "alike" else group.value
    return {str(asked.group): value, "group": None}
