"""What loading needed goes back to the system, and what stays is looked through no more."""

from __future__ import annotations

import gc
import platform
import weakref
from pathlib import Path

import pytest

from scanner.memory import freeze, give_back

SIZE, COUNT = 60_000, 2_000  # bytes and number of blocks: 120 MB, each too small to be mapped alone


def _resident() -> int:
    """Kilobytes that this process holds."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries keep nothing back")
def test_what_was_freed_is_given_back() -> None:
    blocks = [b"x" * SIZE for _ in range(COUNT)]
    kept = blocks[::100]  # strewn among the others, so that the heap cannot just shrink
    del blocks
    before = _resident()
    give_back()
    assert before - _resident() > SIZE * COUNT // 1_024 // 2
    assert len(kept) == COUNT // 100


class _Ring:
    """Something that only the garbage collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_what_stays_is_looked_through_no_more() -> None:
    ring = _Ring()
    freeze()
    assert not any(it is ring for it in gc.get_objects())


def test_what_was_given_up_goes_with_the_next_load() -> None:
    ring = _Ring()
    there = weakref.ref(ring)
    freeze()
    del ring
    gc.collect()
    assert there() is not None
    freeze()
    assert there() is None
