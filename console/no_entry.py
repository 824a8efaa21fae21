"""Why nobody came in through the provider, and what they can do, in words for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from console.provider import STATE, Away, Declined, ProviderError, Unfitting, Untrusted


class NoEntry(Exception):
    """Nobody came in, for a reason of ours. ``given`` goes into what they are told."""

    def __init__(self, why: str, **given: str) -> None:
        super().__init__(why)
        self.why = why
        self.given = given


@dataclass(frozen=True, slots=True)
class Said:
    """What the page says. ``status`` is of HTTP."""

    status: int
    heading: str
    text: str
    advice: str


_OTHER_WAY = "try again in a moment, or log in with your password if you have one."
_SAID: Final = {
    "away": Said(503, "No answer", "{provider} does not answer.", _OTHER_WAY),
    "declined": Said(
        403, "Not logged in", "{provider} did not let you through, or you stopped there.",
        "log in once more. If {provider} refuses you, ask those who run it.",
    ),
    "unfitting": Said(
        502, "Not set up", "{provider} and this desk are not set up for each other.",
        "tell those who run this desk; its log says where it went wrong. Your password still works"
        " if you have one.",
    ),
    "untrusted": Said(
        400, "Not logged in", "What came back from {provider} did not prove true.",
        "begin again from the login. If it happens again, tell those who run this desk.",
    ),
    "stale": Said(
        400, "Begin again", "This login was begun in another window, or more than 10 minutes ago.",
        "begin again from the login, and keep to one window.",
    ),
    "throttled": Said(
        429, "Too many tries", "Too many logins from your address failed.", "try again in {wait}.",
    ),
    "unknown": Said(
        403, "No login here yet", "{provider} knows you, and this desk has no login linked to you.",
        "if you have a password here, log in with it and link the two under your name at the top."
        " Else ask an admin for a login.",
    ),
    "no_role": Said(
        403, "No role here", "{provider} says nothing of you that opens this desk.",
        "ask those who look after your groups at {provider} for one that does.",
    ),
    "shut": Said(
        403, "Login shut", "Your login at this desk is shut.", "ask an admin of the desk.",
    ),
    "name_taken": Said(
        409, "Name taken", "There is a login called {name} here, and it is not linked to you.",
        "if it is yours, log in with its password and link the two under your name at the top. If"
        " it is somebody else's, ask an admin.",
    ),
    "no_name": Said(
        502, "No name", "{provider} gives no name for you that could be kept here.",
        "tell those who run this desk: INBOUNDS_OIDC_NAME_CLAIM says which claim is taken.",
    ),
    "last_admin": Said(
        409, "Last admin",
        "{provider} no longer says that you are an admin, and nobody else here is one.",
        "make somebody else an admin first, with: inbounds users create --role admin.",
    ),
    "linked_elsewhere": Said(
        409, "Linked already", "That account at {provider} opens another login here.",
        "log out at {provider} and choose your own account there, or ask an admin to end the other"
        " link.",
    ),
}  # fmt: skip
_WHY: Final = {Away: "away", Declined: "declined", Unfitting: "unfitting", Untrusted: "untrusted"}


def reason_of(error: ProviderError | NoEntry) -> str:
    """Which of the reasons it is."""
    if isinstance(error, NoEntry):
        return error.why
    if error.step == STATE:
        return "stale"
    return _WHY[type(error)]


def no_entry(why: str, **given: str) -> Said:
    """What they are told. ``given``: the provider's name, and what the reason asks for."""
    said = _SAID[why]
    return Said(said.status, said.heading, said.text.format(**given), said.advice.format(**given))
