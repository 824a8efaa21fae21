"""Names on messengers and networks: an app, and close to it something shaped like a name there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.detectors.apps import APPS, ASKS, COMMON_WORDS, HANDOVER, SELF
from scanner.detectors.hit import Hit
from scanner.detectors.names import Name, names
from scanner.detectors.words import Word, lowered
from scanner.message import Message
from scanner.views.view import View

FAR = 90  # characters between an app and a marked name; a long clause, seen in real talk
NEAR = 45  # the same for a name that only its shape gives away
CLOSE = 12  # the same for a mere word, which also needs "id" or a colon
LEAD = 25  # characters before the app or the name in which "add me" still counts
MENTIONS_MAX = 60  # apps looked at in one view; a text that names more is about them
ANSWER_LENGTH = 300  # characters; longer answers to "your Telegram?" say more than a name
SELF_GAP = 3  # characters: "there I'm jo_dev", but not "I'm using node_modules"
WORD_LENGTH = 6  # of a mere word after a colon; shorter ones are rarely free on any network
QQ_LENGTHS = range(5, 12)  # digits in a number on QQ

_SIGNS = re.compile(r"[@_]|[A-Za-z0-9]\.[A-Za-z0-9]|[A-Za-z]\d|live:|#\d")
# Names that carry their server: Matrix and the Fediverse.
_FEDERATED = re.compile(
    r"(?<![\w@./])@[A-Za-z0-9_.=-]{2,40}[:@](?:[A-Za-z0-9-]{1,40}\.){1,3}[A-Za-z]{2,12}"
)
_QQ = re.compile(
    r"[^A-Za-z0-9]{0,8}(?:id|号|no)?[^A-Za-z0-9]{0,4}(?P<number>[1-9](?:[ -]?\d){4,12})"
)
_COLONS = frozenset(":：→>=–—")
_IS = re.compile(r"\s*(?:is|as|=|→|->|est|es|é|ist|è|це|это)\s*")
_ID = re.compile(
    r"(?:\b(?:id|username|user|nick|nickname|handle|name)|アイディー|아이디)"
    r"\s*(?:is|:|：|=|-|→)?\s*[\"'“«]?@?$"
)
_END = re.compile(r"\s*(?:$|[.,;!)\n–—])")
_ON = re.compile(
    r"[\s,()\[\]:–—-]*(?:(?:is my|on|in|at|sur|en|no|na|auf|bei|su|via|op|pe|la|в|на|у|par|ber|में|ع|"
    r"على|sa|di|trên)\s+)?(?:(?:my|the|mi|mon|meu|mein)\s+)?[\s(]*"
)


class HandleDetector:
    """Finds names beside an app that was named here, or that the other side has just asked for."""

    id = "handle"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """At most one name for each mention of an app; mentions are bounded, windows are short."""
        low = lowered(view.text)
        taken: set[int] = set()
        for app in _mentions(low):
            name, confidence = _beside(view.text, low, app)
            if name and confidence and name.start not in taken:
                taken.add(name.start)
                yield _hit(name, confidence)
        for match in _FEDERATED.finditer(view.text):
            if match.start() not in taken:
                taken.add(match.start())
                yield _hit(Name(*match.span(), match.group()[1:].lower(), "marked"), 0.85)
        if not taken and _SIGNS.search(view.text):
            yield from _without_app(view.text, low, message)


def _mentions(low: str) -> list[Word]:
    """The apps that are named, longest names only. "discord.py" and "com.whatsapp" are packages."""
    kept: list[Word] = []
    for word in APPS.find(low):
        goes_on = low[word.end : word.end + 1] == "." and low[word.end + 1 : word.end + 2].isalpha()
        comes_from = word.start > 1 and low[word.start - 1] == "." and low[word.start - 2].isalpha()
        if goes_on or comes_from:
            continue
        while kept and kept[-1].start >= word.start:
            kept.pop()
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
        if len(kept) >= MENTIONS_MAX:
            break
    return kept


def _beside(text: str, low: str, app: Word) -> tuple[Name | None, float]:
    """The likeliest name near the app; one before it only when none after it is likely."""
    if app.meaning == "qq" and (number := _QQ.match(text, app.end)):
        digits = "".join(filter(str.isdecimal, number["number"]))
        if len(digits) in QQ_LENGTHS:
            return Name(*number.span("number"), digits, "technical"), 0.85
    best: tuple[Name | None, float] = None, 0.0
    for name in names(text, app.end, app.end + FAR):
        best = max(best, (name, _after(low, app, name)), key=lambda pair: pair[1])
    if best[1] < 0.7:
        for name in names(text, max(0, app.start - FAR), app.start):
            best = max(best, (name, _before(low, app, name)), key=lambda pair: pair[1])
    return best


def _after(low: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app before it; 0.0 for not at all."""
    between = low[app.end : name.start]
    is_adjacent = len(between) <= CLOSE and not any(map(str.isalnum, between))
    is_common = low[app.start : app.end] in COMMON_WORDS
    has_colon = len(between) <= CLOSE and not _COLONS.isdisjoint(between)
    if name.shape == "domain":
        is_called = has_colon or _ID.search(between) or _IS.fullmatch(between)
        return 0.8 if is_called else 0.0
    if name.shape == "word":
        return _word_after(low, name, between) if not is_common else 0.0
    hands_over = HANDOVER.any_in(low, app.start - LEAD, name.start)
    if name.shape == "marked":
        if is_adjacent or hands_over:
            return 0.93
        likelihood = 0.7
    elif has_colon or hands_over:
        return 0.9 if len(between) <= NEAR // 2 else 0.8 if len(between) <= NEAR else 0.0
    else:
        likelihood = 0.8 if is_adjacent else 0.4
    return likelihood if len(between) <= NEAR and not is_common else 0.0


def _word_after(low: str, name: Name, between: str) -> float:
    """ "Telegram id janeroe", or "Telegram: janeroe" with nothing but punctuation after it."""
    if _ID.search(between) and len(between) <= NEAR // 2:
        return 0.7
    is_colon = between.strip() in (":", "：", "=", "→", "->")
    stands_alone = len(name.value) >= WORD_LENGTH and _END.match(low, name.end) is not None
    return 0.55 if is_colon and stands_alone else 0.0


def _before(low: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app after it: "I'm jo.dev on Telegram", "@jo (tg)"."""
    between = low[name.end : app.start]
    if name.shape not in ("marked", "technical") or (name.end > app.start):
        return 0.0
    is_joined = _ON.fullmatch(between) is not None
    hands_over = HANDOVER.any_in(low, name.start - LEAD, name.start)
    if not hands_over:
        return 0.75 if is_joined and name.shape == "marked" else 0.0
    if is_joined:
        return 0.9 if name.shape == "marked" else 0.85
    if len(between) > NEAR:
        return 0.0
    is_own = SELF.any_in(low, name.start - LEAD, name.start)
    return 0.75 if name.shape == "marked" else 0.6 if is_own else 0.4


def _without_app(text: str, low: str, message: Message) -> Iterator[Hit]:
    """The first name that was asked for, or given for one's own: "there I'm jo_dev"."""
    if len(text) <= ANSWER_LENGTH and _was_asked(message):
        for name in names(text, 0, len(text)):
            if name.shape in ("marked", "technical"):
                yield _hit(name, 0.9 if name.shape == "marked" else 0.8)
                return
    for word in SELF.find(low):
        own = next(names(text, word.end, word.end + SELF_GAP + 1), None)
        if own and (own.shape == "marked" or _is_telling(own)):
            yield _hit(own, 0.7 if own.shape == "marked" else 0.6)
            return


def _is_telling(name: Name) -> bool:
    """Whether it is surely no sentence that lacks a space after its full stop: "me too.you can"."""
    has_sign = "_" in name.value or name.value.count(".") > 1
    return name.shape == "technical" and (has_sign or any(map(str.isdigit, name.value)))


def _was_asked(message: Message) -> bool:
    """Whether the last thing the other side wrote asks for a name on some app."""
    own = message.context.sender_role
    for earlier in reversed(message.history[-4:]):
        if earlier.sender_role is None or earlier.sender_role != own:
            low = lowered(earlier.text[-ANSWER_LENGTH:])
            is_question = any(mark in low for mark in "?？؟")
            return is_question and APPS.any_in(low) and ASKS.any_in(low)
    return False


def _hit(name: Name, confidence: float) -> Hit:
    return Hit(
        category="contact.handle",
        start=name.start,
        end=name.end,
        confidence=confidence,
        type="handle",
        value=name.value,
    )
