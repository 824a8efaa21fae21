"""Memory that loading needed and serving does not."""

from __future__ import annotations

import ctypes


def give_back() -> bool:
    """Whether the C library gave memory that is free back to the system.

    glibc keeps what was freed (malloc_trim(3)): of the engine 40 MB, a tenth. Others have no such
    function, and give it back by themselves or not at all.
    """
    try:
        return bool(ctypes.CDLL(None).malloc_trim(0))
    except (AttributeError, OSError, TypeError):
        return False
