"""What an excuse is made by: something that looks at findings and speaks for some of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from scanner.message import Message
from scanner.verdict import Excuse, Finding
from scanner.views import Views


class Excuser(Protocol):
    """Speaks for findings of one reason. Excusers do not know each other.

    ``excuse`` is pure, takes time linear in the length of the message, and looks near the finding:
    an innocent sentence excuses nothing but itself.
    """

    @property
    def id(self) -> str:
        """The name excuses carry as their ``source``."""

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterable[Excuse]:
        """An excuse for each finding that deserves one."""
