"""Why nobody came in through the provider, and what they can do, in words for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from console.provider import STATE, Away, Declined, ProviderError, Unfitting, Untrusted
from console.tongues import N_, gettext


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


_OTHER_WAY = N_("try again in a moment, or log in with your password if you have one.")
_SAID: Final = {
    "away": Said(
        503,
        N_("No answer"),
        N_("%(provider)s does not answer."),
        _OTHER_WAY,
    ),
    "declined": Said(
        403,
        N_("Not logged in"),
        N_("%(provider)s did not let you through, or you stopped there."),
        N_("log in once more. If %(provider)s refuses you, ask those who run it."),
    ),
    "unfitting": Said(
        502,
        N_("Not set up"),
        N_("%(provider)s and this desk are not set up for each other."),
        N_(
            "tell those who run this desk; its log says where it went wrong. Your password"
            " still works if you have one."
        ),
    ),
    "untrusted": Said(
        400,
        N_("Not logged in"),
        N_("What came back from %(provider)s did not prove true."),
        N_("begin again from the login. If it happens again, tell those who run this desk."),
    ),
    "stale": Said(
        400,
        N_("Begin again"),
        N_("This login was begun in another window, or more than 10 minutes ago."),
        N_("begin again from the login, and keep to one window."),
    ),
    "throttled": Said(
        429,
        N_("Too many tries"),
        N_("Too many logins from your address failed."),
        N_("try again in %(wait)s."),
    ),
    "unknown": Said(
        403,
        N_("No login here yet"),
        N_("%(provider)s knows you, and this desk has no login linked to you."),
        N_(
            "if you have a password here, log in with it and link the two under your name at"
            " the top. Else ask an admin for a login."
        ),
    ),
    "no_role": Said(
        403,
        N_("No role here"),
        N_("%(provider)s says nothing of you that opens this desk."),
        N_("ask those who look after your groups at %(provider)s for one that does."),
    ),
    "shut": Said(
        403,
        N_("Login shut"),
        N_("Your login at this desk is shut."),
        N_("ask an admin of the desk."),
    ),
    "name_taken": Said(
        409,
        N_("Name taken"),
        N_("There is a login called %(name)s here, and it is not linked to you."),
        N_(
            "if it is yours, log in with its password and link the two under your name at the"
            " top. If it is somebody else's, ask an admin."
        ),
    ),
    "no_name": Said(
        502,
        N_("No name"),
        N_("%(provider)s gives no name for you that could be kept here."),
        N_("tell those who run this desk: INBOUNDS_OIDC_NAME_CLAIM says which claim is taken."),
    ),
    "last_admin": Said(
        409,
        N_("Last admin"),
        N_("%(provider)s no longer says that you are an admin, and nobody else here is one."),
        N_("make somebody else an admin first, with: inbounds users create --role admin."),
    ),
    "linked_elsewhere": Said(
        409,
        N_("Linked already"),
        N_("That account at %(provider)s opens another login here."),
        N_(
            "log out at %(provider)s and choose your own account there, or ask an admin to end"
            " the other link."
        ),
    ),
}
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
    return Said(
        said.status,
        gettext(said.heading),
        gettext(said.text, **given),
        gettext(said.advice, **given),
    )
