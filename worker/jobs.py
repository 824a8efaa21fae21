"""What RQ calls. A job carries ids; the work is that of the worker's own ``Judge``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Work = Callable[[Sequence[int]], None]

_work: Work | None = None


def serve_with(work: Work) -> None:
    """Jobs of this process are done by this function from now on."""
    global _work  # noqa: PLW0603 – RQ finds jobs by name, so there is one per process
    _work = work


def judge_messages(pks: list[int]) -> None:
    """The messages are judged, by this call or before it."""
    if _work is None:
        raise RuntimeError("this process judges nothing: start workers with `inbounds work`")
    _work(pks)
