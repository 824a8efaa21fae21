"""What the store refuses, as one tree.

StoreError
├── UnavailableError       the database cannot be reached or is overloaded: try again
├── OutdatedError          the tables are not of this version: `inbounds db upgrade`
├── InvalidMessageError    an id or a time that cannot be kept
├── MessageConflictError   the same id came with another content
├── IdempotencyError       the same idempotency key came with another request
├── NotFoundError          no such message, case, key or user
├── NameTakenError         a key or a user of this name exists
├── InvalidNameError       a name that cannot be kept
└── CaseError
    ├── ClaimedByOtherError    somebody else works on the case
    ├── NotClaimedError        the case is not yours (any more)
    ├── AlreadyDecidedError    the case was decided
    └── CannotUndoError        nothing to undo, too late, or another one's decision

No text of these holds what people wrote; ids, names and times only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime


class StoreError(Exception):
    """The store did not do it, and nothing was changed."""


class UnavailableError(StoreError):
    """The database cannot be reached or is overloaded; the same call may succeed later."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the database is not available ({why}); try again")


class OutdatedError(StoreError):
    """The tables are of another version than the code."""

    def __init__(self, *, found: str | None, wanted: str | None) -> None:
        super().__init__(
            f"the database is at revision {found or 'none'}, the code needs {wanted}; "
            "run: inbounds db upgrade"
        )


class InvalidMessageError(StoreError):
    """A field of a message cannot be kept; ``index`` is its place in the call."""

    def __init__(self, *, index: int, field: str, why: str) -> None:
        self.index = index
        self.field = field
        super().__init__(f"message {index}, {field}: {why}")


class MessageConflictError(StoreError):
    """Messages with these ``ids`` are there already, and say something else."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        super().__init__(
            f"{len(self.ids)} message id(s) came before with another content: "
            f"{', '.join(self.ids[:10])}; give every message an id of its own"
        )


class IdempotencyError(StoreError):
    """The idempotency key belongs to another request."""

    def __init__(self) -> None:
        super().__init__("this idempotency key came before with another request; use a new one")


class NotFoundError(StoreError):
    """There is no such ``kind`` of thing under this ``id``."""

    def __init__(self, kind: str, id: str | int) -> None:
        self.kind = kind
        self.id = id
        super().__init__(f"there is no {kind} {id}")


class NameTakenError(StoreError):
    """A ``kind`` of thing with this ``name`` exists."""

    def __init__(self, kind: str, name: str) -> None:
        self.name = name
        super().__init__(f"there is a {kind} named {name} already; choose another name")


class InvalidNameError(StoreError):
    """The name holds what no name may hold; it is not repeated here."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a {kind} is named with 1 to 200 printable characters")


class CaseError(StoreError):
    """The case is not in the state that was thought."""

    def __init__(self, case_id: int, text: str) -> None:
        self.case_id = case_id
        super().__init__(f"case {case_id} {text}")


class ClaimedByOtherError(CaseError):
    """Somebody else works on the case, ``by`` name, until ``expires_at``."""

    def __init__(self, case_id: int, *, by: str, expires_at: datetime) -> None:
        self.by = by
        self.expires_at = expires_at
        super().__init__(case_id, f"is claimed by {by} until {expires_at:%Y-%m-%d %H:%M:%SZ}")


class NotClaimedError(CaseError):
    """The case is not claimed by the one who acts, or not any more."""

    def __init__(self, case_id: int) -> None:
        super().__init__(case_id, "is not claimed by you; claim it first")


class AlreadyDecidedError(CaseError):
    """The case was decided ``by`` somebody, as ``action``."""

    def __init__(self, case_id: int, *, by: str, action: str) -> None:
        self.by = by
        self.action = action
        super().__init__(case_id, f"was decided by {by}: {action}")


class CannotUndoError(CaseError):
    """There is nothing to undo, or not for this person, or it is too late; ``why`` says which."""

    def __init__(self, case_id: int, why: str) -> None:
        self.why = why
        super().__init__(case_id, f"cannot be undone: {why}")
