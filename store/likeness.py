"""Which cases say nearly the same: MinHash over the letters of their messages (Broder, 1997).

A case joins the first one that its message is like, and is found by that one's id ever after. Only
the first of a kind is remembered by its hashes, so that a burst of 50,000 costs one row of them.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata

from sqlalchemy import Connection, func, insert, select

from store.schema import likenesses

LANES = 16  # hashes kept of a text; one digest of 64 octets gives as many of 32 bits
ALIKE = 11  # lanes that have to agree: texts that share seven tenths of their shingles, or more
SHINGLE = 5  # letters
SHINGLES_MIN = 8  # below that a text says too little to be like another
LENGTH_MAX = 2_000  # letters that are looked at

# Addresses, links, numbers and signs differ within one burst of spam; its letters do not.
_DETAIL = re.compile(r"\S*[@/]\S*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LANES = struct.Struct(f"<{LANES}I")


def sketch(text: str) -> tuple[int, ...]:
    """Sixteen numbers below 2 ** 32, equal in about the share of shingles that two texts share.

    Empty for a text that is too short.
    """
    plain = unicodedata.normalize("NFKC", _DETAIL.sub(" ", text[: 2 * LENGTH_MAX])).casefold()
    letters = " ".join(_LETTERS.findall(plain))[:LENGTH_MAX]
    shingles = {letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1)}
    if len(shingles) < SHINGLES_MIN:
        return ()
    digests = (
        _LANES.unpack(hashlib.blake2b(one.encode("utf-8", "surrogatepass")).digest())
        for one in shingles
    )
    return tuple(map(min, zip(*digests, strict=True)))


def find_alike(connection: Connection, lanes: tuple[int, ...]) -> int | None:
    """The first case whose message is like the one of the sketch; None when there is none."""
    if not lanes:
        return None
    shared = func.count()
    return connection.execute(
        select(likenesses.c.case_id)
        .where(likenesses.c.key.in_(_keys(lanes)))
        .group_by(likenesses.c.case_id)
        .having(shared >= ALIKE)
        .order_by(shared.desc(), likenesses.c.case_id)
        .limit(1)
    ).scalar_one_or_none()


def remember(connection: Connection, case_id: int, lanes: tuple[int, ...]) -> None:
    """Others that are like this case's message will be found to be."""
    if lanes:
        rows = [{"key": key, "case_id": case_id} for key in _keys(lanes)]
        connection.execute(insert(likenesses), rows)


def _keys(lanes: tuple[int, ...]) -> list[int]:
    return [(lane << 32) + value for lane, value in enumerate(lanes)]
