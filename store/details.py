"""Keyed fingerprints of details: the same phone on two accounts is seen, and no phone is kept.

A fingerprint is an HMAC of the canonical value: whoever has the database alone cannot try numbers
until one fits. Only details for which a message was flagged or held have one.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import phonenumbers
from sqlalchemy import Connection, delete, func, select

from config.keys import Key
from scanner.verdict import EntityType, Finding, Verdict
from store.inserting import insert_into
from store.keyring import keyring_of
from store.schema_privacy import details

TELLING_LENGTH = 9  # digits; fewer are given out again by country after country
FINGERPRINTED: tuple[EntityType, ...] = ("email", "phone", "handle", "payment_account", "url")


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict, whose message it is on, and when it was given."""

    sender: str | None
    verdict: Verdict
    at: datetime


def fingerprint_of(key: Key, type: EntityType, value: str) -> str:
    """The fingerprint of a canonical value: 64 hex digits."""
    plain = value.strip().casefold()
    if type == "handle":
        plain = plain.removeprefix("@")
    if type == "phone":
        plain = _without_country(plain)
    told = f"{type}\0{plain}".encode("utf-8", "surrogatepass")
    return hmac.digest(key.secret, told, hashlib.sha256).hex()


def _without_country(number: str) -> str:
    """A number by which it is known however it was written: "07911 …" and "+44 7911 …" are one.

    Of one without a country code the country is a guess, which another text may not bear out.
    Short numbers keep theirs, since other countries have the same ones.
    """
    try:
        national = phonenumbers.national_significant_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return number
    return national if len(national) >= TELLING_LENGTH else number


def note_details(connection: Connection, told: Mapping[int, Told]) -> int:
    """The details of these verdicts, by the pks of their messages, have fingerprints; how many.

    Nothing is done without a key, for allowed messages, for those without a sender, and for what
    was excused.
    """
    keys = keyring_of(connection.dialect).fingerprint
    if not keys:
        return 0
    rows = [
        {
            "message_pk": pk,
            "finding": place,
            "key": keys[0].id,
            "fingerprint": fingerprint_of(keys[0], finding.type, finding.value),
            "sender": one.sender,
            "at": one.at,
        }
        for pk, one in told.items()
        if one.sender is not None and one.verdict.decision != "allow"
        for place, finding in enumerate(one.verdict.findings)
        if finding.type in FINGERPRINTED and finding.value and not _is_dropped(finding, one.verdict)
    ]
    if rows:
        new = insert_into(connection, details)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[details.c.message_pk, details.c.finding],
                set_={"key": new.excluded.key, "fingerprint": new.excluded.fingerprint},
            ),
            rows,
        )
    return len(rows)


def seen_elsewhere(
    connection: Connection, message_pk: int, *, sender: str | None, findings: Sequence[Finding]
) -> dict[int, int]:
    """On how many other accounts each detail was found, by its place; those on none are left out.

    A value that is kept still is looked up under every key, one that is gone by the fingerprint
    that it had.
    """
    keys = keyring_of(connection.dialect).fingerprint
    rows = connection.execute(select(details).where(details.c.message_pk == message_pk))
    prints = {row.finding: {row.fingerprint} for row in rows}
    for place, finding in enumerate(findings):
        if finding.type in FINGERPRINTED and finding.value:
            known = prints.setdefault(place, set())
            known |= {fingerprint_of(key, finding.type, finding.value) for key in keys}
    seen = {}
    for place, several in sorted(prints.items()):
        query = select(func.count(details.c.sender.distinct())).where(
            details.c.fingerprint.in_(several)
        )
        if sender is not None:
            query = query.where(details.c.sender != sender)
        accounts = connection.execute(query).scalar_one() if several else 0
        if accounts:
            seen[place] = accounts
    return seen


def fingerprinted(connection: Connection, message_pk: int) -> list[int]:
    """The places of the message's findings that have a fingerprint."""
    query = select(details.c.finding).where(details.c.message_pk == message_pk)
    return list(connection.execute(query.order_by(details.c.finding)).scalars())


def remove_details(connection: Connection, pks: Sequence[int]) -> None:
    """The details of these messages are forgotten."""
    connection.execute(delete(details).where(details.c.message_pk.in_(pks)))


def count_by_key(connection: Connection) -> Counter[str]:
    """How many fingerprints there are under each key."""
    rows = connection.execute(select(details.c.key, func.count()).group_by(details.c.key))
    return Counter({row[0]: int(row[1]) for row in rows})


def _is_dropped(finding: Finding, verdict: Verdict) -> bool:
    return any(excuse.finding == finding and excuse.weight == 0.0 for excuse in verdict.excuses)
