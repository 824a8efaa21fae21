"""Memory once everything is loaded: what stays is looked through no more, what is free goes."""

from __future__ import annotations

import ctypes
import gc


def freeze() -> None:
    """What was loaded is there to stay, and what loading needed goes back to the system.

    The garbage collector would look through all of it time and again, 100 ms in the midst of a
    message; what is frozen it passes by (gc.freeze). What an earlier load has frozen is looked
    through once more, so that engines that were given up do not pile up.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> bool:
    """Whether the C library gave memory that is free back to the system.

    glibc keeps what was freed (malloc_trim(3)): of the engine 40 MB, a tenth. Others have no such
    function, and give it back by themselves or not at all.
    """
    try:
        return bool(ctypes.CDLL(None).malloc_trim(0))
    except (AttributeError, OSError, TypeError):
        return False
