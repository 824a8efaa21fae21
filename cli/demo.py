"""``inbounds demo``: realistic messages come in by the same door as everybody's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import click
import httpx

from bench.cases import Case, read_all
from config.settings import ROOT, Settings

CASES = ROOT / "data" / "cases"
TALKS = 80  # rooms with earlier messages in them
SINGLES = 220  # rooms with one message
SCANNED = 40  # of those, asked about before they are delivered, as a marketplace may do
PEOPLE = 60  # of each role, so that some of them are met in several rooms
BATCH_LENGTH = 200  # messages a call; small enough that the queue fills before one's eyes
REPLY_SECONDS = 60.0

Body = dict[str, Any]


@click.command("demo")
def command() -> None:
    """Fill the installation that `inbounds run` started; doing it again changes nothing."""
    settings = Settings.read()
    if not settings.first_login_file.exists():
        raise click.ClickException(
            f"there is no key in {settings.first_login_file}; start `inbounds run` first"
        )
    key = json.loads(settings.first_login_file.read_text())["api_key"]
    talks = demonstration(read_all(sorted(CASES.glob("*.jsonl"))))
    with httpx.Client(
        base_url=settings.http_address,
        headers={"Authorization": f"Bearer {key}"},
        timeout=REPLY_SECONDS,
    ) as client:
        try:
            send(client, talks)
        except httpx.HTTPError as error:
            # Its words are left out: they quote the address alone, but nobody promises that.
            raise click.ClickException(
                f"the demonstration could not be sent ({type(error).__name__})"
            ) from None


def send(client: httpx.Client, talks: Sequence[Sequence[Body]]) -> None:
    """The talks are received, most of them through the queue. Raises httpx.HTTPError."""
    queued = [body for talk in talks[:-SCANNED] for body in talk]
    scanned = [body for talk in talks[-SCANNED:] for body in talk]
    for start in range(0, len(queued), BATCH_LENGTH):
        batch = {"messages": queued[start : start + BATCH_LENGTH]}
        client.post("/v1/messages", json=batch).raise_for_status()
    for body in scanned:
        client.post("/v1/scans", json=body).raise_for_status()


def demonstration(cases: Sequence[Case]) -> list[list[Body]]:
    """Talks of one room each, their messages oldest first; the same ones at every call."""
    mixed = sorted(cases, key=lambda case: _number(case.id))
    with_history = [case for case in mixed if case.message.history][:TALKS]
    without = [case for case in mixed if not case.message.history][:SINGLES]
    return [list(_talk(case)) for case in [*with_history, *without]]


def _talk(case: Case) -> Iterator[Body]:
    """The earlier messages of the case as messages of their own, then the one that is judged."""
    message = case.message
    context = asdict(message.context)
    sender_role = context["sender_role"] or "freelancer"
    spoken = [(earlier.sender_role or sender_role, earlier.text) for earlier in message.history]
    for number, (role, text) in enumerate([*spoken, (sender_role, message.text)], start=1):
        if text:
            yield {
                "id": f"demo-{case.id}-{number}",
                "room": f"room-{case.id}",
                "sender": f"{role}-{_number(case.id + role) % PEOPLE + 1}",
                "text": text,
                "context": context | {"sender_role": role},
            }


def _number(text: str) -> int:
    """A number as if by chance, the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
