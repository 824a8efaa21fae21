"""The rules and the policy that lie with the program, read when a page first asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scanner.policy import Policy
from scanner.rulebook import Rulebook

RULES = Path(__file__).resolve().parent.parent / "rules"


@dataclass(frozen=True, slots=True)
class Installed:
    """Each file is read once, as the engine does: what is changed counts from the next start on."""

    folder: Path = RULES

    def policy(self) -> Policy:
        """The policy of today. Raises PolicyError."""
        return _policy(self.folder)

    def rulebook(self) -> Rulebook:
        """All rules. Raises RulebookError."""
        return _rulebook(self.folder)


@cache
def _policy(folder: Path) -> Policy:
    return Policy.load(folder / "policy.toml")


@cache
def _rulebook(folder: Path) -> Rulebook:
    return Rulebook.load(folder)
