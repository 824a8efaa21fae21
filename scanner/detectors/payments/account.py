"""An account as every finder of this package tells of it."""

from __future__ import annotations

from typing import NamedTuple


class Account(NamedTuple):
    """A half-open range of the text, the account as it is compared, and how sure it is.

    ``value`` is written without spaces, nor what else was put between the parts.
    """

    start: int
    end: int
    value: str
    confidence: float


def figures_in(written: str) -> str:
    """The digits in what is written, of any script, as ASCII: "১২-34" → "1234"."""
    return "".join(str(int(character)) for character in written if character.isdecimal())
