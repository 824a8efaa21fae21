"""Names without an app beside them: what was asked for, and what is said to be one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from models.scripts import lowered
from scanner.detectors.handles.app_nicknames import nicknames
from scanner.detectors.handles.apps import APPS, COMMON_WORDS
from scanner.detectors.handles.names import EXECUTABLE, Name, names
from scanner.detectors.handles.words import ASKS, ASKS_NAME, ASKS_WAY, PRIVATE, SELF
from scanner.message import Earlier, Message

ANSWER_LENGTH = 300  # characters; longer answers to "your Telegram?" say more than a name
QUESTION_LENGTH = 90  # characters; a question for the name alone is short
PROMPT_LENGTH = 30  # characters of what may be said between the question and its answer
BARE_QUESTION = 16  # characters of one that hardly says more than the app
HISTORY_MAX = 6  # earlier messages that may have named the app
PRIVATE_REACH = 30  # characters between a marked name and "DM me"
SELF_MAX = 200  # words for "I am" looked at in one view
LIVE_LENGTH = 9  # characters; "live:" and the shortest name that Skype gives, six
LIKE_ANY_WORD = 0.45  # likelihood of a word alone that looks like nothing but a word
SELF_GAP = 3  # characters: "there I'm jo_dev", but not "I'm using node_modules"

_SIGNS = re.compile(r"[@_]|[A-Za-z0-9]\.[A-Za-z0-9]|[A-Za-z]\d|live:|#\d")
_ALONE = re.compile(r"[^\w@]*(?P<name>[A-Za-z0-9_.-]+)[^\w]*", re.ASCII)
_YES = re.compile(r"[^,:;.!\n]{0,30}[,:;.!]\s?")
_QUESTION = "?？؟;"
_PAUSE = frozenset(",;.!")


def answers(text: str, low: str, message: Message) -> Iterator[tuple[Name, float]]:
    """The first name that was asked for, given for one's own, or to be written to."""
    if len(text) <= ANSWER_LENGTH and message.history and (found := _in_talk(text, low, message)):
        yield found
        return
    if not _SIGNS.search(text):
        return
    if found := _of_skype(text, low) or _own(text, low):
        yield found
    elif "@" in text and len(text) <= ANSWER_LENGTH:
        yield from _private(text, low)


def _in_talk(text: str, low: str, message: Message) -> tuple[Name, float] | None:
    """A name that the talk before makes one: asked for, or an app was named there."""
    found = _answer(text, low) if _was_asked(message) else None
    if found is None and _is_pressed(message, _names_app):
        found = _answer(text, low)
        if found and found[0].shape == "word":
            found = found if found[0].is_unusual and _begins(text, found[0]) else None
    if found is None and (certainty := _certainty_from_talk(text, message)):
        telling = (
            name
            for name in names(text, 0, len(text))
            if name.is_telling
            or (_is_marked_out(name) and text.strip() == text[name.start : name.end])
        )
        found = next(((name, certainty) for name in telling), None)
    return found or _program(text, message)


def _program(text: str, message: Message) -> tuple[Name, float] | None:
    """ "Your Discord?" – "nattugle.exe"."""
    program = EXECUTABLE.search(text)
    if program is None or not _is_pressed(message, lambda low: "discord" in low):
        return None
    return Name(*program.span(), program[0].lower(), "technical"), 0.6


def _is_marked_out(name: Name) -> bool:
    return name.shape == "marked" or (name.shape == "technical" and not name.is_weak)


def _of_skype(text: str, low: str) -> tuple[Name, float] | None:
    """A name that begins as only Skype's do."""
    at = low.find("live:")
    name = next(names(text, at, at + 1), None) if at >= 0 else None
    is_whole = name and name.value.startswith("live:") and len(name.value) > LIVE_LENGTH
    return (name, 0.85) if name and is_whole else None


def _own(text: str, low: str) -> tuple[Name, float] | None:
    """ "There I'm jo_dev": a name right after words that say it is one's own."""
    for word in islice(SELF.find(low), SELF_MAX):
        own = next(names(text, word.end, word.end + SELF_GAP + 1), None)
        if own and (own.shape == "marked" or _is_own(own)):
            return own, 0.7 if own.shape == "marked" else 0.6
    return None


def _answer(text: str, low: str) -> tuple[Name, float] | None:
    """The likeliest name in the answer to a question for one."""
    best: tuple[Name, float] | None = None
    for name in names(text, 0, len(text)):
        likelihood = _likelihood(text, low, name)
        if likelihood and (best is None or likelihood > best[1]):
            best = name, likelihood
    return best


def _likelihood(text: str, low: str, name: Name) -> float:
    if name.shape == "marked":
        return 0.9
    if name.shape == "technical":
        return 0.45 if name.is_weak and _ALONE.fullmatch(text) is None else 0.8
    return _word_likelihood(text, low, name)


def _word_likelihood(text: str, low: str, name: Name) -> float:
    """How likely a word or a domain is the answer: alone, after "it's", or after a yes."""
    is_all = _ALONE.fullmatch(text) is not None
    is_called = any(
        word.end in (name.start - 1, name.start - 2) for word in SELF.find(low, 0, name.start)
    )
    yes = _YES.match(low)
    is_set_off = is_called or (yes is not None and yes.end() == name.start)
    if name.shape == "domain":
        return 0.7 if is_all or is_set_off else 0.45
    if not text[name.start : name.end].islower():
        return 0.0
    if is_all:
        return 0.6 if name.is_unusual else LIKE_ANY_WORD
    return 0.6 if name.is_unusual and (is_set_off or _begins(text, name)) else 0.0


def _begins(text: str, name: Name) -> bool:
    """Whether the text begins with the name, and there is a pause after it."""
    return not text[: name.start].strip() and (text[name.end : name.end + 1] or ".") in _PAUSE


def _private(text: str, low: str) -> Iterator[tuple[Name, float]]:
    """ "@jo_paints, my DMs are open": a marked name that one is told to write to."""
    for name in names(text, 0, len(text)):
        if name.shape == "marked" and _looks_chosen(name):
            start, end = name.start - PRIVATE_REACH, name.end + PRIVATE_REACH
            if PRIVATE.any_in(low, start, name.start) or PRIVATE.any_in(low, name.end, end):
                yield name, 0.6
                return


def _looks_chosen(name: Name) -> bool:
    """Whether it is rather a name on a network than a team mate's: with a sign or a figure."""
    return any(sign in name.value for sign in "_.") or any(map(str.isdigit, name.value))


def _is_own(name: Name) -> bool:
    """Whether it is surely no sentence that lacks a space after its full stop: "me too.you can"."""
    has_sign = "_" in name.value or name.value.count(".") > 1
    return name.shape == "technical" and (has_sign or any(map(str.isdigit, name.value)))


def _was_asked(message: Message) -> bool:
    """Whether the last thing the other side wrote asks for a name on some app."""
    last = _last_of_other(message)
    if last is None:
        return False
    low = lowered(last.text[-ANSWER_LENGTH:])
    is_question = any(mark in low for mark in _QUESTION)
    if _names_app(low) and ASKS.any_in(low) and (is_question or len(low) <= QUESTION_LENGTH):
        return True
    if is_question and len(low.strip()) <= BARE_QUESTION and _names_app(low):
        return True  # "telegram?", "telegramın ne?"
    is_short = len(low) <= QUESTION_LENGTH and (is_question or ASKS_NAME.any_in(low))
    return is_short and ASKS_NAME.any_in(low) and _is_about_an_app(message)


def _is_pressed(message: Message, is_app: Callable[[str], bool]) -> bool:
    """Whether the other side asked about an app, and hardly a word was said since.

    "Got Telegram?" – "yes" – "so?" – and then the name.
    """
    own = message.context.sender_role
    for earlier in reversed(message.history[-HISTORY_MAX:]):
        low = lowered(earlier.text[-ANSWER_LENGTH:])
        if len(low) <= QUESTION_LENGTH and is_app(low):
            is_question = any(mark in low for mark in _QUESTION) or ASKS.any_in(low)
            return is_question and (own is None or earlier.sender_role != own)
        if len(low) > PROMPT_LENGTH:
            return False
    return False


def _certainty_from_talk(text: str, message: Message) -> float:
    """How likely a name that looks like nothing else is one on an app, by the talk before it."""
    if _is_about_an_app(message):
        return 0.6
    if len(text) <= QUESTION_LENGTH and _is_pressed(message, APPS.any_in):
        return 0.5
    last = _last_of_other(message)
    if last is None or len(text) > ANSWER_LENGTH // 2:
        return 0.0
    low = lowered(last.text[-ANSWER_LENGTH:])
    asks_name = len(low) <= QUESTION_LENGTH and ASKS_NAME.any_in(low)
    is_question = any(mark in low for mark in _QUESTION)
    return 0.5 if is_question and (asks_name or ASKS_WAY.any_in(low)) else 0.0


def _last_of_other(message: Message) -> Earlier | None:
    own = message.context.sender_role
    for earlier in reversed(message.history[-4:]):
        if earlier.sender_role is None or earlier.sender_role != own:
            return earlier
    return None


def _is_about_an_app(message: Message) -> bool:
    """Whether somebody named an app in a short message shortly before."""
    return any(
        _names_app(lowered(earlier.text))
        for earlier in message.history[-HISTORY_MAX:]
        if len(earlier.text) <= ANSWER_LENGTH
    )


def _names_app(low: str) -> bool:
    """Whether an app is named or described; a word that means something else too is asked for."""
    named = APPS.find(low)
    is_named = any(low[word.start : word.end] not in COMMON_WORDS for word in named)
    is_described = next(nicknames(low), None) is not None
    return is_named or is_described or (bool(named) and ASKS.any_in(low))
