"""The name at a mail house that the other side asked for: "gmail?" – "yeah, kestrelroofs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.scripts import lowered
from scanner.detectors.domains import canonical_address, is_registrable
from scanner.detectors.handles.names import Name, names
from scanner.detectors.handles.words import ASKS
from scanner.detectors.hit import Hit
from scanner.detectors.mail.houses import anchors
from scanner.detectors.mail.told import address_hit
from scanner.detectors.words import Words
from scanner.message import Message
from scanner.views.signs.words import NO_NAMES
from scanner.views.view import View

ANSWER_LENGTH = 60  # characters; who says more gives more than the name
QUESTION_LENGTH = 90  # the same of a question for it
BARE_LENGTH = 16  # of one that hardly says more than the house
TURN_MAX = 3  # messages in a row that may ask: "gmail?", "just the bit before the at"
OF_HOUSE, OF_DOMAIN = 0.6, 0.6  # how likely the name belongs to the house, or to the own domain

_YES = re.compile(r"(?:[^\W\d_]{2,8}[,:;.!]?\s){0,2}")  # "yeah,", "sure it's"
_BEGINS = re.compile(r"(?P<name>[a-z0-9][a-z0-9._+-]{2,30}),\s(?:[^\W\d_]{1,12}\s){0,4}$")
_HOST = re.compile(r"(?<![\w@.-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){0,2}\.[a-z]{2,12}(?![\w@/-])")
_QUESTION = frozenset("?？؟;")
_MAIL = Words.of(
    "email, e-mail, emails, mail, mail id, inbox, mailbox, correo, courriel, mél, e-mailadres,"
    " mailadresse, emailadresse, posta, endereço de email, почта, почту, почты, имейл, мейл*"
    ", пошта, пошту, eposta, e-posta, surel, imel, ایمیل, بريد, إيميل, ईमेल, ইমেইল"
    ", メール, 邮箱, 메일"
)


def find_asked(view: View, message: Message) -> Iterator[Hit]:
    """The address whose name is all that the message says, or stands before its own domain."""
    text = view.text
    if len(view.source.messages) > 1 or not message.history or len(text) > ANSWER_LENGTH:
        return
    asked = _asked(message)
    if not asked or any(sign in text for sign in "@＠"):
        return
    low = lowered(text)
    name = next((it for it in names(text, 0, len(text)) if _is_asked_for(low, it)), None)
    if name and (house := _house(asked)):
        yield from _address(name.value, house, (name.start, name.end), OF_HOUSE)
    elif _MAIL.any_in(asked):
        yield from _at_own_domain(low)


def _house(asked: str) -> str | None:
    """The domain of the one mail house that is asked about."""
    is_bare = any(len(line) <= BARE_LENGTH for line in asked.split("\n"))
    if not (is_bare or ASKS.any_in(asked)):
        return None
    houses = {anchor.domain for anchor in anchors(asked) if anchor.is_sure and anchor.is_mail}
    return houses.pop() if len(houses) == 1 else None


def _at_own_domain(low: str) -> Iterator[Hit]:
    """ "purchasing, our domain is fernmill.org": a name, a pause, and the domain."""
    host = _HOST.search(low)
    begun = _BEGINS.match(low[: host.start()]) if host else None
    if host and begun and begun["name"] not in NO_NAMES and is_registrable(host[0]):
        yield from _address(begun["name"], host[0], (begun.start(), host.end()), OF_DOMAIN)


def _address(name: str, domain: str, place: tuple[int, int], confidence: float) -> Iterator[Hit]:
    if value := canonical_address(name, domain):
        yield address_hit(*place, confidence, value)


def _is_asked_for(low: str, name: Name) -> bool:
    """Whether it looks like no word, and the text says nothing else but a yes before it."""
    looks_so = name.shape == "technical" or name.is_unusual
    is_last = not any(map(str.isalnum, low[name.end :]))
    return looks_so and is_last and _YES.fullmatch(low[: name.start].lstrip()) is not None


def _asked(message: Message) -> str:
    """What the other side said in a row right before, if some of it asks; in lower case."""
    own = message.context.sender_role
    said: list[str] = []
    for earlier in reversed(message.history[-TURN_MAX:]):
        if own is not None and earlier.sender_role == own:
            break
        if len(earlier.text) > QUESTION_LENGTH:
            break
        said.append(lowered(earlier.text))
    is_question = any(not _QUESTION.isdisjoint(text) for text in said)
    return "\n".join(reversed(said)) if is_question else ""
