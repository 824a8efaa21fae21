"""Names on messengers and networks: an app, and close to it something shaped like a name there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scanner.detectors.apps import APPS, ASKS, COMMON_WORDS, HANDOVER, SELF
from scanner.detectors.domains import is_registrable
from scanner.detectors.hit import Hit
from scanner.detectors.words import Word, lowered, split
from scanner.message import Message
from scanner.views.view import View

Shape = Literal["marked", "technical", "domain", "word"]

WINDOW = 90  # characters between an app and a marked name; a long clause, seen in real talk
NEAR = 45  # the same for a name that only its shape gives away
CLOSE = 12  # the same for an ordinary word, which also needs "id" or a colon
MENTIONS_MAX = 60  # apps looked at in one view; a text that names more is about them
ANSWER_LENGTH = 300  # characters; longer answers to "your Telegram?" say more than a name
SELF_REACH, SELF_GAP = 30, 3  # characters: "there I'm jo_dev", but not "I'm using node_modules"

# Each of bounded classes only, so linear. Longest names: 32 on Telegram and Skype, 39 on GitHub.
_NAME = re.compile(
    r"(?<![\w@./:#-])"
    r"(?P<mark>@\s?)?"
    r"(?P<name>live:[.\w-]{3,64}"
    r"|[A-Za-z0-9][A-Za-z0-9_.-]{1,38}(?P<tag>\s?\#\d{4})?(?::[a-z0-9.-]{3,40}\.[a-z]{2,10}|@[a-z0-9.-]{3,40}\.[a-z]{2,10})?)"
)
# Names that carry their server: Matrix and the Fediverse.
_FEDERATED = re.compile(
    r"(?<![\w@./])@[A-Za-z0-9_.=-]{2,40}[:@](?:[A-Za-z0-9-]{1,40}\.){1,3}[A-Za-z]{2,12}"
)
_SIGNS = re.compile(r"[@_]|[A-Za-z0-9]\.[A-Za-z0-9]|[A-Za-z]\d|live:|#\d")
_QQ_NUMBER = re.compile(
    r"(?<!\d)[1-9]\d{1,3}(?:[ -]?\d{1,4}){1,4}(?!\d)|(?<!\d)[1-9](?:[ -]\d){4,10}(?!\d)"
)
_FILE = re.compile(
    r".*\.(?:html?|css|scss|js|jsx|ts|tsx|json|ya?ml|xml|md|txt|pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|gif|svg|webp|psd|ai|fig"
    r"|mp4|mov|wav|zip|rar|7z|exe|php|java|kt|swift|go|rb|sh|sql|env|log|ini|toml|lock|apk|ipa)"
)
_ORDINARY = re.compile(r"[A-Z]?[a-z]+(?:-[a-z]+)*|[A-Z]+|[A-Z][a-z]+[A-Z][a-z]+")
_TECHNICAL_PACKAGE = re.compile(r"[a-z0-9-]+/[a-z]")


# What follows "@" in code, and who is meant by it in rooms: nobody's name.
NOBODY = frozenset(
    split(
        "media, import, keyframes, font-face, supports, charset, layer, page, container, apply, tailwind, mixin, include,"
        " extend, use, param, return, returns, override, inject, injectable, viewmodel, property, staticmethod, dataclass,"
        " deprecated, todo, here, everyone, channel, client, freelancer, all, team, admin, support, username, handle,"
        " yourname, yourhandle, your_handle, your_username, user, example, component, entity, autowired, test, ts-ignore,"
        " there, here, only, please, first, below, above, that, this, your, with, from, which, what, later, number,"
        " before, after, graphql, version, latest, types, angular, vue, nestjs, babel"
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """Something that could be a name.

    ``shape``: marked by @ or #; technical to look at; a site as well as a name; or a mere word.
    """

    start: int
    end: int
    value: str
    shape: Shape


class HandleDetector:
    """Finds names beside an app that was named here, or that the other side has just asked for."""

    id = "handle"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """At most one name for each mention of an app; mentions are bounded, windows are short."""
        text = lowered(view.text)
        apps = _outermost(text, APPS.find(text))
        taken: set[int] = set()
        for app in apps:
            if (found := _beside(view.text, text, app)) and found[0].start not in taken:
                taken.add(found[0].start)
                yield _hit(*found)
        for match in _FEDERATED.finditer(view.text):
            if match.start() not in taken:
                taken.add(match.start())
                value = match.group()[1:].lower()
                yield _hit(Name(match.start(), match.end(), value, "marked"), 0.85)
        if not taken:
            yield from _without_app(view.text, text, message)


def _outermost(text: str, words: Iterator[Word]) -> list[Word]:
    """The mentions, without those inside a longer one; they come in order of their end.

    "discord.py" and "com.whatsapp" are packages and no mentions.
    """
    kept: list[Word] = []
    for word in words:
        if text[word.end : word.end + 1] == "." and text[word.end + 1 : word.end + 2].isalpha():
            continue
        if word.start > 1 and text[word.start - 1] == "." and text[word.start - 2].isalpha():
            continue
        while kept and kept[-1].start >= word.start:
            kept.pop()
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
        if len(kept) >= MENTIONS_MAX:
            break
    return kept


def _beside(raw: str, text: str, app: Word) -> tuple[Name, float] | None:
    """The best name near the app: after it rather than before, marked rather than technical."""
    if app.meaning == "qq" and (number := _QQ_NUMBER.search(raw, app.end, app.end + 30)):
        digits = re.sub(r"\D", "", number.group())
        if 5 <= len(digits) <= 11 and HANDLE_GAP.fullmatch(raw[app.end : number.start()]):
            return Name(number.start(), number.end(), digits, "technical"), 0.85
    best: tuple[Name, float] | None = None
    for name in _names(raw, app.end, app.end + WINDOW):
        confidence = _after(text, app, name)
        if confidence and (best is None or confidence > best[1]):
            best = name, confidence
    if best is None or best[1] < 0.7:
        for name in _names(raw, max(0, app.start - WINDOW), app.start):
            confidence = _before(text, app, name)
            if confidence and (best is None or confidence > best[1]):
                best = name, confidence
    return best


HANDLE_GAP = re.compile(
    r"[^A-Za-z0-9]{0,12}(?:id|号|no\.?|number)?[^A-Za-z0-9]{0,6}", re.IGNORECASE
)


def _names(raw: str, start: int, end: int) -> Iterator[Name]:
    for match in _NAME.finditer(raw, start, min(len(raw), end + 32)):
        if match.start() >= end:
            break
        name = match.group("name").rstrip(".-:")
        if "@" in name.partition(":")[0] and not match.group("mark"):
            continue
        if name.lower() in NOBODY:
            continue
        shape = _shape(
            name, is_marked=bool(match.group("mark")), is_tagged=bool(match.group("tag"))
        )
        stop = match.start("name") + len(name)
        if shape and raw[stop : stop + 1] not in ("/", "(", "=", "\\"):
            yield Name(match.start(), stop, name.replace(" ", "").lower(), shape)


def _shape(name: str, *, is_marked: bool, is_tagged: bool) -> Shape | None:
    """What the name looks like, or None when it is rather a file, a domain, a number or a version."""
    if name.startswith("live:"):
        return "marked"
    letters = sum(character.isalpha() for character in name)
    if letters < 3 and not is_marked:
        return None
    if is_marked or is_tagged:
        return "marked" if len(name) >= 3 else None
    if _FILE.fullmatch(name.lower()):
        return None
    if "_" in name.strip("_"):
        return "technical"
    if "." in name:
        return "domain" if name.count(".") == 1 and is_registrable(name.lower()) else "technical"
    if any(character.isdigit() for character in name):
        return "technical" if len(name) >= 5 else None
    return "word" if _ORDINARY.fullmatch(name) and len(name) >= 4 else None


def _after(text: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app before it; 0.0 for not at all."""
    between = text[app.end : name.start]
    gap = len(between)
    is_adjacent = gap <= 8 and not any(map(str.isalnum, between))
    is_common = text[app.start : app.end] in COMMON_WORDS
    has_colon = gap <= CLOSE and any(mark in between for mark in ":：→>=–—")
    hands_over = HANDOVER.any_in(text, max(0, app.start - 25), name.start)
    if name.shape == "marked":
        if is_adjacent or (hands_over and gap <= WINDOW):
            return 0.93
        return 0.7 if gap <= NEAR and not is_common else 0.0
    if name.shape == "technical":
        if gap > NEAR or (is_common and not (has_colon or hands_over)):
            return 0.0
        if has_colon or hands_over:
            return 0.9 if gap <= NEAR // 2 or is_adjacent else 0.8
        return 0.8 if is_adjacent else 0.4
    names_it = _ID.search(between) or (gap <= CLOSE and _IS.fullmatch(between))
    if gap <= CLOSE + 10 and names_it and (not is_common or name.shape == "domain"):
        return 0.8 if name.shape == "domain" else 0.7
    if name.shape == "domain":
        return 0.8 if has_colon else 0.0
    # "Telegram: janeroe", and nothing but punctuation after it.
    stands_alone = (
        _END.match(text, name.end) is not None and name.value == text[name.start : name.end]
    )
    return (
        0.55
        if has_colon and is_adjacent and stands_alone and not is_common and len(name.value) >= 6
        else 0.0
    )


_IS = re.compile(r"\s*(?:is|as|=|→|->|est|es|é|ist|è|це|это)\s*")
_END = re.compile(r"\s*(?:$|[.,;!)\n–—])")
_ID = re.compile(
    r"(?:\b(?:id|username|user|nick|nickname|handle|name)|アイディー|아이디)\s*(?:is|:|：|=|-|→)?\s*[\"'“«]?@?$"
)


def _before(text: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app after it: "I'm jo.dev on Telegram", "@jo (telegram)"."""
    between = text[name.end : app.start]
    is_joined = bool(_ON.fullmatch(between))
    hands_over = HANDOVER.any_in(text, max(0, name.start - 25), name.start)
    if name.shape == "marked":
        if is_joined:
            return 0.9 if hands_over else 0.75
        return 0.75 if hands_over and len(between) <= NEAR else 0.0
    if name.shape == "technical" and (is_joined or len(between) <= NEAR) and hands_over:
        return 0.85 if is_joined else 0.5
    return 0.0


_ON = re.compile(
    r"[\s,()\[\]:–—-]*(?:(?:is my|on|in|at|sur|en|no|na|auf|bei|su|via|op|pe|la|в|на|у|par|pe|ber|में|ع|على|sa|di|trên)\s+)?"
    r"(?:(?:my|the|mi|mon|meu|mein)\s+)?[\s(]*"
)


def _was_asked(message: Message) -> bool:
    """Whether the last thing the other side wrote asks for a name on some app."""
    own = message.context.sender_role
    for earlier in reversed(message.history[-4:]):
        if earlier.sender_role is not None and earlier.sender_role == own:
            continue
        text = lowered(earlier.text[-300:])
        return (
            APPS.any_in(text) and ("?" in text or "？" in text or "؟" in text) and ASKS.any_in(text)
        )
    return False


def _without_app(raw: str, text: str, message: Message) -> Iterator[Hit]:
    """The first name that was asked for, or that somebody gives for their own: "there I'm jo_dev"."""
    is_answer = len(raw) <= ANSWER_LENGTH and _was_asked(message)
    signs = _SIGNS.search(raw)
    if not signs or (not is_answer and not SELF.any_in(text)):
        return
    for name in _names(raw, 0, len(raw)):
        if name.shape not in ("marked", "technical"):
            continue
        is_own = any(
            name.start - word.end <= SELF_GAP
            for word in SELF.find(text, name.start - SELF_REACH, name.start)
        )
        if is_answer or is_own:
            sure, likely = (0.9, 0.8) if is_answer else (0.7, 0.6)
            yield _hit(name, sure if name.shape == "marked" else likely)
            return


def _hit(name: Name, confidence: float) -> Hit:
    return Hit(
        category="contact.handle",
        start=name.start,
        end=name.end,
        confidence=confidence,
        type="handle",
        value=name.value,
    )
