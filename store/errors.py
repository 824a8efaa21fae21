"""What the store refuses. Nothing was changed when one of these is raised.

StoreError
├── Outdated               the tables are of another version than the program
├── KeyMissing             something is encrypted with a key that is not set
├── KeyWrong               a key of this name is set, and is another one
├── NotFound               no such message, case or key
├── NameTaken              a key or a user of this name exists
├── TooMany                one more would be more than is kept
├── InvalidId              an id that cannot be kept
├── MessageConflict        the same id came before with another content
├── IdempotencyConflict    the same idempotency key came before with another request
├── ClaimedByOther         somebody else works on the case
├── NotClaimed             the case is nobody's
├── AlreadyDecided         the case was decided
├── DecidedFirst           they decided what the appeal is against
├── Unanswered             an appeal cannot be passed on
├── NotTheirs              somebody else sent the message
├── NothingToAppeal        no decision against its sender stands
├── AppealTooLate          it stood for too long
├── TextGone               nobody could look at the message again
├── PreviewOld             more would be decided at once than were shown
├── LastAdmin              nobody else could make logins
├── LinkedElsewhere        who they are at the provider opens another login
├── NothingToTeach         the case cannot be a golden item
├── NothingToUndo          no decision of theirs stands
└── UndoTooLate            it stood for too long

Their texts hold ids, names and times, never what people wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

_IDS_NAMED = 10  # of a conflict; the attribute has them all


class StoreError(Exception):
    """The store did not do it."""


class Outdated(StoreError):
    """The tables are of another version than the program."""

    def __init__(self, found: str | None, wanted: str | None, *, is_newer: bool = False) -> None:
        way_out = "start a newer program" if is_newer else "run: inbounds db upgrade"
        super().__init__(
            f"the database is at revision {found or 'none'}, this program needs {wanted}; {way_out}"
        )


class KeyMissing(StoreError):
    """The key called ``id`` is needed, and the ``setting`` has none of this name."""

    def __init__(self, id: str, setting: str) -> None:
        super().__init__(f"texts are encrypted with the key {id}; add it to {setting}")
        self.id = id
        self.setting = setting


class KeyWrong(StoreError):
    """The key called ``id`` in the ``setting`` is not the one that was used under this name."""

    def __init__(self, id: str, setting: str) -> None:
        super().__init__(
            f"the key {id} in {setting} is not the one that was used before under this name;"
            " set the right one, or give a new one a new name"
        )
        self.id = id
        self.setting = setting


class NotFound(StoreError):
    """There is no such ``kind`` of thing as ``id``."""

    def __init__(self, kind: str, id: str | int) -> None:
        super().__init__(f"there is no {kind} {id}")
        self.kind = kind
        self.id = id


class NameTaken(StoreError):
    """A ``kind`` of thing with this ``name`` exists."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"there is a {kind} called {name} already; choose another name")
        self.kind = kind
        self.name = name


class TooMany(StoreError):
    """There are ``limit`` of this ``kind`` of thing already."""

    def __init__(self, kind: str, limit: int) -> None:
        super().__init__(f"there are {limit} of the kind {kind} already; remove one first")
        self.kind = kind
        self.limit = limit


class InvalidId(StoreError):
    """The ``field`` of the message at ``index`` of the call holds what no database keeps."""

    def __init__(self, index: int, field: str, max_length: int) -> None:
        super().__init__(
            f"message {index}, {field}: write 1 to {max_length} characters,"
            " without control characters or lone surrogates"
        )
        self.index = index
        self.field = field


class MessageConflict(StoreError):
    """Messages with these ``ids`` came before, and said something else."""

    def __init__(self, ids: Sequence[str]) -> None:
        more = f" and {len(ids) - _IDS_NAMED} more" if len(ids) > _IDS_NAMED else ""
        super().__init__(
            f"came before with another content: {', '.join(ids[:_IDS_NAMED])}{more};"
            " give every message an id of its own"
        )
        self.ids = tuple(ids)


class IdempotencyConflict(StoreError):
    """The idempotency ``key`` belongs to another request."""

    def __init__(self, key: str) -> None:
        super().__init__("this idempotency key came before with another request; take a new one")
        self.key = key


class ClaimedByOther(StoreError):
    """``by`` works on the case ``until``."""

    def __init__(self, case_id: int, by: str, until: datetime) -> None:
        super().__init__(f"case {case_id} is claimed by {by} until {until:%Y-%m-%d %H:%M:%S} UTC")
        self.case_id = case_id
        self.by = by
        self.until = until


class NotClaimed(StoreError):
    """The case is not claimed ``by`` the one who acts."""

    def __init__(self, case_id: int, by: str) -> None:
        super().__init__(f"case {case_id} is not claimed by {by}; claim it first")
        self.case_id = case_id
        self.by = by


class AlreadyDecided(StoreError):
    """The case was decided."""

    def __init__(self, case_id: int) -> None:
        super().__init__(f"case {case_id} is decided already; undo the decision first")
        self.case_id = case_id


class DecidedFirst(StoreError):
    """The appeal is against a decision ``by`` the one who acts: somebody else answers it."""

    def __init__(self, case_id: int, by: str) -> None:
        super().__init__(
            f"case {case_id} is an appeal against a decision by {by}; somebody else answers it"
        )
        self.case_id = case_id
        self.by = by


class Unanswered(StoreError):
    """The case is an appeal, and the decision would leave it without an answer."""

    def __init__(self, case_id: int) -> None:
        super().__init__(
            f"case {case_id} is an appeal; answer it with allow, mask, bounce or refuse"
        )
        self.case_id = case_id


class NotTheirs(StoreError):
    """The message is not of the one who appeals."""

    def __init__(self, message_id: str) -> None:
        super().__init__(f"message {message_id} is somebody else's; only its sender can appeal")
        self.message_id = message_id


class NothingToAppeal(StoreError):
    """No decision of a moderator against the sender stands on the message."""

    def __init__(self, message_id: str) -> None:
        super().__init__(
            f"no moderator has masked, bounced or refused message {message_id},"
            " so there is nothing to appeal against"
        )
        self.message_id = message_id


class AppealTooLate(StoreError):
    """The decision could be appealed against ``until`` then."""

    def __init__(self, message_id: str, until: datetime) -> None:
        super().__init__(
            f"message {message_id} could be appealed until {until:%Y-%m-%d %H:%M:%S} UTC"
        )
        self.message_id = message_id
        self.until = until


class TextGone(StoreError):
    """The message cannot be looked at again: its text was removed ``at`` that moment."""

    def __init__(self, message_id: str, at: datetime) -> None:
        super().__init__(
            f"message {message_id} cannot be looked at again: its text was removed, as its time "
            f"was over, on {at:%Y-%m-%d %H:%M:%S} UTC"
        )
        self.message_id = message_id
        self.at = at


class PreviewOld(StoreError):
    """``found`` cases would be decided, and ``previewed`` were shown."""

    def __init__(self, previewed: int, found: int) -> None:
        super().__init__(f"{previewed} cases were shown and {found} are there now; look again")
        self.previewed = previewed
        self.found = found


class LastAdmin(StoreError):
    """``name`` is the only admin who can log in."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the last admin who can log in; make somebody else one first")
        self.name = name


class LinkedElsewhere(StoreError):
    """Who they are at the provider opens another login than that of ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"that account at the provider opens another login than {name}")
        self.name = name


class NothingToTeach(StoreError):
    """The case has no decision that stands, or no text that could be read."""

    def __init__(self, case_id: int) -> None:
        super().__init__(f"case {case_id} is not decided, or its text was removed")
        self.case_id = case_id


class NothingToUndo(StoreError):
    """No decision ``by`` the one who acts stands on the case."""

    def __init__(self, case_id: int, by: str) -> None:
        super().__init__(f"case {case_id} has no decision of {by} to undo")
        self.case_id = case_id
        self.by = by


class UndoTooLate(StoreError):
    """The decision could be undone ``until`` then."""

    def __init__(self, case_id: int, until: datetime) -> None:
        super().__init__(f"case {case_id} could be undone until {until:%Y-%m-%d %H:%M:%S} UTC")
        self.case_id = case_id
        self.until = until
