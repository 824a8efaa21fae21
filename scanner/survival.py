"""What breaks in a step becomes a failure of the message, and the road goes on."""

from __future__ import annotations

from types import TracebackType

from scanner.verdict import Failure


class Surviving:
    """A context around a step; what breaks inside is added to the failures.

    ``interrupts`` pass through, as does whatever is no ``Exception``. A class, since a message
    takes some twenty steps and a generator for each would take three times as long.
    """

    __slots__ = ("_failures", "_interrupts", "_step")

    def __init__(
        self, failures: list[Failure], step: str, interrupts: tuple[type[Exception], ...]
    ) -> None:
        self._failures = failures
        self._step = step
        self._interrupts = interrupts

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, self._interrupts):
            return False
        self._failures.append(Failure(self._step, type(error).__name__))
        return True
