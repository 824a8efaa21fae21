"""The engine: reads a message, finds what the policy speaks about, excuses, scores and decides."""

from typing import TYPE_CHECKING

from scanner.message import Context, Earlier, Message
from scanner.verdict import Verdict

if TYPE_CHECKING:
    from scanner.road import Scanner

__all__ = ["Context", "Earlier", "Message", "Scanner", "Verdict"]


def __getattr__(name: str) -> object:
    """``Scanner`` is imported when it is first asked for: spaCy takes a second, types none."""
    if name == "Scanner":
        from scanner.road import Scanner

        return Scanner
    raise AttributeError(f"module 'scanner' has no attribute {name!r}")
