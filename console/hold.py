"""Whose a case is at this moment, as the panel beside it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from console.visit import Visit
from store.decisions import Decision
from store.desk import CaseRow
from store.viewings import viewers_of

Kind = Literal["free", "yours", "other", "decided", "barred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """``viewers`` are the others who look at it. ``was_lost``: it was the visitor's, and is not.

    ``barred``: an appeal against a decision of theirs. ``last`` is the decision that stands, where
    one does.
    """

    kind: Kind
    viewers: tuple[str, ...] = ()
    was_lost: bool = False
    last: Decision | None = None

    @property
    def is_decidable(self) -> bool:
        """The visitor may decide it."""
        return self.kind in ("free", "yours")


def hold_of(
    connection: Connection,
    visit: Visit,
    row: CaseRow,
    *,
    last: Decision | None,
    had: bool = False,
) -> Hold:
    """The case as the visitor may touch it; ``had``: their page still shows it as theirs."""
    kind: Kind = "free"
    if row.state == "decided":
        kind = "decided"
    elif row.state == "claimed":
        kind = "yours" if row.claimed_by == visit.user.name else "other"
    elif row.barred == visit.user.name:
        kind = "barred"
    viewers = viewers_of(connection, [row.id], apart_from=visit.user.name, now=visit.now)
    return Hold(
        kind=kind,
        viewers=viewers.get(row.id, ()),
        was_lost=had and kind != "yours",
        last=last if kind == "decided" else None,
    )
