"""The rules and the policy that lie with the program, read when a page first asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from scanner.policy import Policy
from scanner.rulebook import Rulebook

RULES = Path(__file__).resolve().parent.parent / "rules"


@dataclass(slots=True)
class Installed:
    """Each file is read once, as the engine does: what is changed counts from the next start on.

    Thread-safe.
    """

    folder: Path = RULES
    _policy: Policy | None = None
    _rulebook: Rulebook | None = None
    _lock: Lock = field(default_factory=Lock)

    def policy(self) -> Policy:
        """The policy of today. Raises PolicyError."""
        with self._lock:
            if self._policy is None:
                self._policy = Policy.load(self.folder / "policy.toml")
            return self._policy

    def rulebook(self) -> Rulebook:
        """All rules. Raises RulebookError."""
        with self._lock:
            if self._rulebook is None:
                self._rulebook = Rulebook.load(self.folder)
            return self._rulebook
