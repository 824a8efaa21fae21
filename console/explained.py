"""What raised the scores of the messages that were looked at last, worked out once for each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from scanner.message import Message
from scanner.verdict import Category, Influences

KEPT_MAX = 500  # messages; positions and weights, a kilobyte each

Explain = Callable[[Message, Sequence[Category]], Influences]


@dataclass(slots=True)
class Explained:
    """Takes a quarter of a second for a message at first, and nothing after that. Thread-safe.

    A page is drawn again while its case is open (the list beside it, a label, an undo), and the
    next case is drawn before it is looked at.
    """

    explain: Explain
    _kept: OrderedDict[int, Influences] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, pk: int, message: Message, categories: Sequence[Category]) -> Influences:
        """The influences on the scores of the message with this key of ours."""
        with self._lock:
            if pk in self._kept:
                self._kept.move_to_end(pk)
                return self._kept[pk]
        found = self.explain(message, categories)
        with self._lock:
            self._kept[pk] = found
            if len(self._kept) > KEPT_MAX:
                self._kept.popitem(last=False)
        return found
