"""A rule as checked: ready to run, every field known to be good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from scanner.message import Contract, Message, Role, Surface
from scanner.rulebook.pattern import Pattern
from scanner.verdict import Category

Stage = Literal["trial", "live", "retired"]
STAGES: tuple[Stage, ...] = get_args(Stage)

ExcuseReason = Literal[
    "refusal",
    "quoting_rules",
    "reporting",
    "the_work_itself",
    "system_access",
    "test_data",
    "portfolio",
    "platform_payment",
    "platform_call",
]
EXCUSE_REASONS: tuple[ExcuseReason, ...] = get_args(ExcuseReason)

# How far an excuse speaks. Never the whole message: that would be a skeleton key.
# find: for what overlaps its words, in their clause
# clause, sentence: for what lies in the same one
# after: for what lies between its words and the end of the sentence
Reach = Literal["find", "clause", "sentence", "after"]
REACHES: tuple[Reach, ...] = get_args(Reach)

OPEN, CLOSE = "«", "»"


@dataclass(frozen=True, slots=True)
class Where:
    """The contexts that a rule counts in."""

    contracts: tuple[Contract, ...]
    surfaces: tuple[Surface, ...]
    sender_roles: tuple[Role, ...]

    def holds(self, message: Message) -> bool:
        """Whether the message is of such a context; a role that is not known is of every one."""
        context = message.context
        return (
            context.contract in self.contracts
            and context.surface in self.surfaces
            and (context.sender_role is None or context.sender_role in self.sender_roles)
        )


@dataclass(frozen=True, slots=True)
class Accusation:
    """What a rule of kind "finding" says of what it finds."""

    category: Category
    confidence: float


@dataclass(frozen=True, slots=True)
class Defence:
    """What a rule of kind "excuse" says of findings within its reach.

    Its words stand in one clause: "I won't, but send me your number" declines nothing.
    ``also``: one of them must be found within the same reach. ``unless``: none of them may.
    """

    reason: ExcuseReason
    excuses: tuple[Category, ...]
    weight: float
    reach: Reach
    also: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and the half-open ranges in it that a rule must find; for most, none."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def parse(cls, marked: str) -> Example:
        """An example from a text with its finds between «guillemets». Raises ValueError."""
        pieces: list[str] = []
        ranges: list[tuple[int, int]] = []
        at, start = 0, -1
        for character in marked:
            if character not in (OPEN, CLOSE):
                pieces.append(character)
                at += 1
            elif (character == OPEN) == (start >= 0):
                raise ValueError("mark each find as «find», one « and one » in turn")
            elif character == OPEN:
                start = at
            else:
                ranges.append((start, at))
                start = -1
        if start >= 0:
            raise ValueError("mark each find as «find»; the last « is never closed")
        return cls("".join(pieces), tuple(ranges))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the rulebook. Its ``id`` is never given to another, even when it is retired."""

    id: str
    file: str
    lang: str
    stage: Stage
    does: Accusation | Defence
    patterns: tuple[Pattern, ...]
    where: Where
    match: tuple[Example, ...]
    passes: tuple[Example, ...]
    misses: tuple[Example, ...]
    note: str

    @property
    def kind(self) -> Literal["finding", "excuse"]:
        """What the rule is for."""
        return "finding" if isinstance(self.does, Accusation) else "excuse"


def joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges sorted, and those that overlap made one."""
    start = reached = 0
    for low, high in sorted(ranges):
        if low >= reached:
            if reached:
                yield start, reached
            start = low
        reached = max(reached, high)
    if reached:
        yield start, reached
