"""What comes in: one message, what is known around it, and the talk before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

Contract = Literal["none", "offered", "active", "ended"]
Surface = Literal["message", "proposal", "job_post", "direct_message", "invitation", "attachment"]
Role = Literal["client", "freelancer"]
Relationship = Literal["platform", "external"]

CONTRACTS: tuple[Contract, ...] = get_args(Contract)
SURFACES: tuple[Surface, ...] = get_args(Surface)
ROLES: tuple[Role, ...] = get_args(Role)
RELATIONSHIPS: tuple[Relationship, ...] = get_args(Relationship)

TEXT_MAX_LENGTH = 20_000  # code points; the limit stated to callers, design/INTERFACES
HISTORY_MAX_LENGTH = 50  # messages; same source


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the marketplace knows of the pair and the place. Defaults are the strictest stage."""

    contract: Contract = "none"
    surface: Surface = "message"
    sender_role: Role | None = None
    relationship: Relationship = "platform"
    conversion_fee_paid: bool = False

    @property
    def is_before_contract(self) -> bool:
        """An offer that nobody accepted yet is still before a contract."""
        return self.contract in ("none", "offered")

    @property
    def may_pay_outside(self) -> bool:
        """The pair knew each other before, or has bought itself out of the fee."""
        return self.relationship == "external" or self.conversion_fee_paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier message of the same room. ``sender_role`` is None when it is not known."""

    text: str
    sender_role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The message that is judged.

    ``history`` is oldest first and holds at most ``HISTORY_MAX_LENGTH`` messages. The engine judges
    any text it is given; the limits are kept at the doors (API, command line). ``sender_since`` is
    when the sender's account was made; people are shown it, and nothing is judged by it.
    """

    text: str
    id: str | None = None
    sender: str | None = None
    room: str | None = None
    sent_at: datetime | None = None
    context: Context = field(default_factory=Context)
    history: tuple[Earlier, ...] = ()
    sender_since: datetime | None = None

    def own(self) -> tuple[str, ...]:
        """What the sender said before, where it is known who speaks."""
        role = self.context.sender_role
        return tuple(it.text for it in self.history if role is not None and it.sender_role == role)
