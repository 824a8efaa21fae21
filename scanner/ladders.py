"""Ladders: what one violation after another leads to. Pure but for reading the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from scanner.strict_toml import Problem, Table, TomlError, text_of

LADDERS = Path(__file__).resolve().parent.parent / "rules" / "strikes.toml"

LadderName = Literal["circumvention", "scam"]
LADDER_NAMES: tuple[LadderName, ...] = get_args(LadderName)
Step = Literal["teach", "warn", "limit", "suspend", "close"]
STEPS: tuple[Step, ...] = get_args(Step)
Kind = Literal["contact", "payment", "spam", "scam", "inappropriate"]
KINDS: tuple[Kind, ...] = get_args(Kind)

EXPIRES_MAX = 3650  # days; ten years are as good as for ever


class LadderError(TomlError):
    """The ladders were refused; ``problems`` says all that is wrong with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """``steps`` are what the first, second, … violation brings; there is at least one."""

    name: LadderName
    kinds: tuple[Kind, ...]
    expires_after: timedelta
    steps: tuple[Step, ...]

    def at(self, place: int) -> Step | None:
        """What stands at a place, from 1; above the last step it is the last, below the first none.

        The place is the number of violations that count.
        """
        return self.steps[min(place, len(self.steps)) - 1] if place > 0 else None

    def strikes(self, place: int) -> int:
        """How many of so many violations are strikes: those after the teaching."""
        taught = sum(step == "teach" for step in self.steps[:place])
        return place - taught


@dataclass(frozen=True, slots=True)
class Ladders:
    """Both ladders, by name."""

    by_name: Mapping[LadderName, Ladder]

    @classmethod
    def load(cls, path: Path = LADDERS) -> Ladders:
        """The ladders of a TOML file. Raises LadderError with every problem of it at once."""
        fix = "write the ladders there, in TOML and UTF-8"
        text = text_of(path, refusal=LadderError, shown=path.name, fix=fix)
        return cls.parse(text, file=path.name)

    @classmethod
    def parse(cls, text: str, *, file: str) -> Ladders:
        """The ladders that the text says. Raises LadderError."""
        problems: list[Problem] = []
        table = Table.parse(text, file=file, problems=problems)
        tables = table.named_tables("ladder")
        found: dict[LadderName, Ladder] = {}
        taken: dict[Kind, LadderName] = {}
        for name in LADDER_NAMES:
            if name not in tables:
                table.complain(f"ladder.{name}", "missing", "add its table")
                continue
            given = tables.pop(name)
            found[name] = ladder = _ladder(name, given)
            for kind in ladder.kinds:
                if taken.setdefault(kind, name) != name:
                    given.complain("reasons", kind, f"is on {taken[kind]} already; leave it out")
        for unknown in tables:
            fix = f"known are {', '.join(LADDER_NAMES)}"
            table.complain(f"ladder.{unknown}", "not a ladder", fix)
        table.close()
        if problems:
            raise LadderError(problems)
        return cls(found)

    def of(self, reason: str | None) -> Ladder | None:
        """The ladder that a reason or category counts on, ``contact`` as ``contact.email``."""
        kind = (reason or "").partition(".")[0]
        return next((one for one in self.by_name.values() if kind in one.kinds), None)


@cache
def ladders() -> Ladders:
    """The ladders of this installation, read once. Raises LadderError."""
    return Ladders.load()


def _ladder(name: LadderName, table: Table) -> Ladder:
    kinds = table.choices("reasons", KINDS)
    days = table.number("expires_after", low=0, high=EXPIRES_MAX)
    steps = tuple(step for step in table.texts("steps", at_least=1))
    for step in steps:
        if step not in STEPS:
            table.complain("steps", step, f"write some of: {', '.join(STEPS)}")
    known = tuple(step for step in STEPS for written in steps if written == step)
    if known != tuple(step for step in steps if step in STEPS):
        table.complain("steps", ", ".join(steps), "write the milder steps first")
    table.close()
    return Ladder(name=name, kinds=kinds, expires_after=timedelta(days=days), steps=known)
