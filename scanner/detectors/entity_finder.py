"""The learned entity finder: where a detail stands that was judged to be there, but not found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.scripts import lowered
from scanner.detectors.domains import canonical_address, is_registrable
from scanner.detectors.handles.apps import APPS
from scanner.detectors.hit import Hit
from scanner.detectors.phones.words import PHONES
from scanner.detectors.words import Words
from scanner.verdict import Category, EntityType
from scanner.views.view import View

LIKELY = 0.3  # probability from which a detail is worth looking for
SURE = 0.8  # confidence from which a detail found by patterns leaves nothing open
DIGITS_MIN = 7  # in a phone number; what has fewer is not worth reading, nor believed
WINDOW_BEFORE, WINDOW_AFTER = 200, 800  # characters read around the first sign in a long text
VERIFIED, UNVERIFIED = 0.45, 0.2  # measured on dev; alone it decides nothing, with others it helps

_SIGN = re.compile(r"@|\d|[A-Za-z]_[A-Za-z]|\(at\)|\[at\]", re.IGNORECASE)
_MAIL_WORDS = Words.of(
    """
    email*, e-mail*, mail*, gmail, yahoo, outlook, hotmail, proton*, arobase, arroba,
    chiocciola, małpa, sobaka,
    собак*, почт*, пошт*, имейл, ईमेल, جيميل, ایمیل, 邮箱, 信箱, メール, 메일, อีเมล, correo,
    courriel, posta,
    mailbox, inbox, dot com, punkt de, point fr, paypal*, wallet*, iban
""",
)
_NAME = re.compile(r"@?([A-Za-z0-9][A-Za-z0-9_.-]{2,31}(?:#\d{4})?)")
_ACCOUNT_NAME = re.compile(r"(?=\W*[^\W\d_])(?:[a-z]{3}|[^\s.]{2,30}\.[^\s.])")  # no IBAN's code
_ACCOUNT = re.compile(r"[A-Za-z0-9@.$+-]{6,64}")

GIVEN: dict[str, tuple[Category, EntityType]] = {
    "EMAIL": ("contact.email", "email"),
    "PHONE": ("contact.phone", "phone"),
    "HANDLE": ("contact.handle", "handle"),
    "URL": ("contact.link", "url"),
    "PAYMENT_ACCOUNT": ("payment.account", "payment_account"),
}


class Entity(Protocol):
    """What the finder takes a half-open range of a text for."""

    @property
    def label(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class EntityFinder(Protocol):
    """The learned part, as the models room offers it."""

    def entities(self, texts: Sequence[str]) -> Sequence[Sequence[Entity]]:
        """The entities of each text, in their order."""


@dataclass(frozen=True, slots=True)
class EntityFinderDetector:
    """Proposals of the finder, kept with a value when they prove to be what they look like.

    It reads after the classifier, and only what that holds for giving a detail: it adds a place and
    a value to a score, and no score.
    """

    finder: EntityFinder

    @property
    def id(self) -> str:
        """The name that findings carry as their source."""
        return "entity-finder"

    def find_many(self, views: Sequence[View]) -> list[list[Hit]]:
        """The hits in each view, read together; of long texts only the part near the first sign."""
        windows = [likely_part(view.text) for view in views]
        found = self.finder.entities(
            [view.text[a:b] for view, (a, b) in zip(views, windows, strict=True)]
        )
        return [
            [hit for entity in entities if (hit := _verified(view, begin, entity))]
            for view, (begin, _), entities in zip(views, windows, found, strict=True)
        ]


def open_kinds(hits: Iterable[Hit], probabilities: Mapping[str, float]) -> tuple[EntityType, ...]:
    """The kinds of details that are likely, and that no pattern has surely found.

    ``probabilities`` are the classifier's; empty when it broke, and then everything is likely.
    """
    found = {hit.category for hit in hits if hit.value and hit.confidence >= SURE}
    return tuple(
        kind
        for category, kind in GIVEN.values()
        if category not in found and probabilities.get(category, 1.0) >= LIKELY
    )


def _first_sign(text: str) -> int | None:
    """Where the first thing stands that details are made of or announced by."""
    low = lowered(text)
    places = [found[0].start for words in (_MAIL_WORDS, APPS, PHONES) if (found := words.find(low))]
    if match := _SIGN.search(text):
        is_digit = match.group().isdigit()
        if not is_digit or sum(map(str.isdigit, text)) >= DIGITS_MIN or "@" in text:
            places.append(match.start())
    return min(places, default=None)


def likely_part(text: str) -> tuple[int, int]:
    """The half-open range that is worth reading: of a long text, what is near the first sign."""
    if len(text) <= WINDOW_BEFORE + WINDOW_AFTER:
        return 0, len(text)
    sign = _first_sign(text) or 0
    return max(0, sign - WINDOW_BEFORE), min(len(text), sign + WINDOW_AFTER)


def _verified(view: View, offset: int, entity: Entity) -> Hit | None:
    """The proposal as a hit; None when it cannot be what it is taken for."""
    known = GIVEN.get(entity.label)
    start, end = offset + entity.start, offset + entity.end
    if known is None or not 0 <= start < end <= len(view.text):
        return None
    category, kind = known
    written = view.text[start:end].strip()
    if kind == "phone" and sum(map(str.isdigit, written)) < DIGITS_MIN:
        return None
    value = _value(kind, written)
    return Hit(
        category=category,
        start=start,
        end=end,
        confidence=VERIFIED if value else UNVERIFIED,
        type=kind,
        value=value,
    )


def _value(kind: EntityType, written: str) -> str | None:
    """The canonical value, where the writing leaves no doubt about it."""
    if kind == "email":
        local, _, domain = written.replace(" ", "").rpartition("@")
        return canonical_address(local, domain) if local else None
    if kind == "handle":
        name = _NAME.fullmatch(written)
        return name.group(1).lower() if name else None
    if kind == "url":
        address = written.removeprefix("https://").removeprefix("http://")
        host = address.partition("/")[0]
        return address if is_registrable(host.lower()) and " " not in address else None
    if kind == "payment_account":
        first, *rest = written.split() or [""]
        is_named = first.startswith("$") or _ACCOUNT_NAME.match(first) is not None
        account = first.rstrip(".,;") if is_named else "".join((first, *rest))
        return account if _ACCOUNT.fullmatch(account) else None
    return None  # a phone that the patterns could not read has no certain country
