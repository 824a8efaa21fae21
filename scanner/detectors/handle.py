"""Names on messengers and networks: an app, and close to it something shaped like a name there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scanner.detectors.apps import APPS, ASKS, COMMON_WORDS, HANDOVER
from scanner.detectors.domains import is_registrable
from scanner.detectors.hit import Hit
from scanner.detectors.words import Word, is_unspaced, lowered
from scanner.message import Message
from scanner.views.view import View

Shape = Literal["marked", "technical", "word"]

WINDOW = 90  # characters between an app and a marked name; a long clause, seen in real talk
NEAR = 45  # the same for a name that only its shape gives away
CLOSE = 12  # the same for an ordinary word, which also needs "id" or a colon
MENTIONS_MAX = 60  # apps looked at in one view; a text that names more is about them
ANSWER_LENGTH = 80  # characters; longer answers to "your Telegram?" say more than a name

# Each of bounded classes only, so linear. Longest names: 32 on Telegram and Skype, 39 on GitHub.
_NAME = re.compile(
    r"(?<![\w@./:#-])"
    r"(?P<mark>@\s?)?"
    r"(?P<name>live:[.\w-]{3,64}"
    r"|[A-Za-z0-9][A-Za-z0-9_.-]{1,38}(?P<tag>\s?\#\d{4})?(?::[a-z0-9.-]{3,40}\.[a-z]{2,10}|@[a-z0-9.-]{3,40}\.[a-z]{2,10})?)"
)
_QQ_NUMBER = re.compile(r"(?<!\d)[1-9]\d{1,3}(?:[ -]?\d{1,4}){1,4}(?!\d)|(?<!\d)[1-9](?:[ -]\d){4,10}(?!\d)")
_LINKS = re.compile(r"[\s\"'“”„«»‘’(\[:：=\-–—>→|,.!/*•~❤️]*")
_FILE = re.compile(
    r".*\.(?:html?|css|scss|js|jsx|ts|tsx|json|ya?ml|xml|md|txt|pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|gif|svg|webp|psd|ai|fig"
    r"|mp4|mov|wav|zip|rar|7z|exe|php|java|kt|swift|go|rb|sh|sql|env|log|ini|toml|lock|apk|ipa)"
)
_ORDINARY = re.compile(r"[A-Z]?[a-z]+(?:-[a-z]+)*|[A-Z]+|[A-Z][a-z]+[A-Z][a-z]+")
_TECHNICAL_PACKAGE = re.compile(r"[a-z0-9-]+/[a-z]")


@dataclass(frozen=True, slots=True)
class Name:
    """Something that could be a name. ``shape``: marked by @ or #, technical to look at, or a word."""

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
        apps = _outermost(APPS.find(text))
        taken: set[int] = set()
        for app in apps:
            if (found := _beside(view.text, text, app)) and found[0].start not in taken:
                taken.add(found[0].start)
                yield _hit(*found)
        if not taken and len(text) <= ANSWER_LENGTH * 4 and _was_asked(message):
            yield from _answer(view.text)


def _outermost(words: Iterator[Word]) -> list[Word]:
    """The mentions, without those inside a longer one; they come in order of their end."""
    kept: list[Word] = []
    for word in words:
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


HANDLE_GAP = re.compile(r"[^A-Za-z0-9]{0,12}(?:id|号|no\.?|number)?[^A-Za-z0-9]{0,6}", re.IGNORECASE)


def _names(raw: str, start: int, end: int) -> Iterator[Name]:
    for match in _NAME.finditer(raw, start, min(len(raw), end + 32)):
        if match.start() >= end:
            break
        name = match.group("name").rstrip(".-:")
        if "@" in name.partition(":")[0] and not match.group("mark"):
            continue
        shape = _shape(name, is_marked=bool(match.group("mark")), is_tagged=bool(match.group("tag")))
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
        return None if is_registrable(name.lower()) and name.count(".") == 1 else "technical"
    if any(character.isdigit() for character in name):
        return "technical" if len(name) >= 5 else None
    return "word" if _ORDINARY.fullmatch(name) and len(name) >= 4 else None


def _after(text: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app before it; 0.0 for not at all."""
    between = text[app.end : name.start]
    gap = len(between)
    is_adjacent = bool(_LINKS.fullmatch(between)) and gap <= 6
    is_common = text[app.start : app.end] in COMMON_WORDS
    has_colon = is_adjacent and any(mark in between for mark in ":：→>=–—-")
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
    names_it = _ID.search(between)
    if gap <= CLOSE + 10 and names_it and not is_common:
        return 0.7
    return 0.0


_ID = re.compile(r"(?:\bid|username|user|nick|handle|アイディー|아이디|id)\s*(?:is|:|：|=|-|→)?\s*[\"'“«]?@?$")


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
        return APPS.any_in(text) and ("?" in text or "？" in text or "؟" in text) and ASKS.any_in(text)
    return False


def _answer(raw: str) -> Iterator[Hit]:
    """The first thing in an answer that looks like a name."""
    for name in _names(raw, 0, len(raw)):
        if name.shape == "marked":
            yield _hit(name, 0.9)
            return
        if name.shape == "technical":
            yield _hit(name, 0.8)
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
