"""The engine: reads a message, finds what the policy speaks about, excuses, scores and decides."""

from scanner.message import Context, Earlier, Message
from scanner.verdict import Verdict

__all__ = ["Context", "Earlier", "Message", "Verdict"]
