"""Names on messengers and networks: an app, and close to it something shaped like a name there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from models.scripts import lowered
from scanner.detectors.domains import MAIL_DOMAINS
from scanner.detectors.handles.again import LIKELY as AGAIN
from scanner.detectors.handles.again import again
from scanner.detectors.handles.answers import answers
from scanner.detectors.handles.app_masks import masked
from scanner.detectors.handles.app_nicknames import nicknames
from scanner.detectors.handles.apps import APPS
from scanner.detectors.handles.beside import DESCRIBED, beside
from scanner.detectors.handles.by_sight import by_sight
from scanner.detectors.handles.called import called
from scanner.detectors.handles.confirmed import OWNS, owned, quoted_beside
from scanner.detectors.handles.names import Name
from scanner.detectors.handles.numbers import number_after, page_after
from scanner.detectors.handles.said import Said, said_names, said_near
from scanner.detectors.handles.servers import federated
from scanner.detectors.handles.short import begun
from scanner.detectors.handles.tagged import tagged
from scanner.detectors.handles.words import BACKWARDS
from scanner.detectors.hit import Hit
from scanner.detectors.words import Word, continues_word
from scanner.message import Message
from scanner.views.view import View

ENDING_MAX = 6  # letters that a language puts at the end of an app's name
MENTIONS_MAX = 40  # apps looked at in one view; a text that names more is about them
LIKELY = 0.6  # of a name beside an app, which then is the one
BACKWARDS_REACH, BACKWARDS_AFTER = 45, 36  # characters from the word for turning, before and after

_X = re.compile(r"(?<![\w./@#-])x(?=\s?(?:[:=–—-]|is|\()?\s?@\w{3,15}\b)")  # "X: @jo_dev"


class HandleDetector:
    """Finds names beside an app that was named here, or that the other side has just asked for."""

    id = "handle"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """At most one name for each mention of an app; mentions are bounded, windows are short.

        What is said least openly is only looked for where nothing plainer was found.
        """
        text, low = view.text, lowered(view.text)
        apps = _mentions(low)
        ways = (
            _named(text, low, apps),
            by_sight(text, low, apps),
            _confirmed(low, message),
            begun(text),
            tagged(text, low),
            answers(text, low, message),
        )
        for way in ways:
            taken: set[int] = set()
            for name, confidence in way:
                if name.start not in taken:
                    taken.add(name.start)
                    yield _hit(low, name, confidence)
            if taken:
                return


def _named(text: str, low: str, apps: Sequence[Word]) -> Iterator[tuple[Name, float]]:
    """Names with their server, and those beside apps that are no part of them."""
    served = [*federated(text, low, apps)]
    yield from served
    yield from (found for found in _by_apps(text, low, apps) if not _is_part(found[0], served))


def _confirmed(low: str, message: Message) -> Iterator[tuple[Name, float]]:
    """The name beside an app in the other side's last message, where this one owns to it."""
    if (own := owned(low, message)) is None:
        return
    said, end = own
    there = lowered(said.text)
    apps = _mentions(there)
    found = [*_by_apps(said.text, there, apps), *quoted_beside(said.text, there, apps)]
    if found:
        name, _ = max(found, key=itemgetter(1))
        yield Name(0, end, name.value, name.shape), OWNS


def _is_part(name: Name, served: Sequence[tuple[Name, float]]) -> bool:
    """Whether it is the half of a name with its server."""
    return any(name.start < whole.end and whole.start < name.end for whole, _ in served)


def _by_apps(text: str, low: str, apps: Sequence[Word]) -> Iterator[tuple[Name, float]]:
    """The names beside the apps that are named; those on two of them first."""
    if not apps:
        return
    told = said_names(text, low)
    for same in again(text, apps, told):
        yield same, AGAIN
    starts = [*(app.start for app in apps), len(text)][1:]
    for app, following in zip(apps, starts, strict=True):
        name, confidence = number_after(text, app)
        if not name:
            near = beside(text, low, app, following)
            name, confidence = _likelier(near, said_near(told, app))
        if confidence < LIKELY:
            name, confidence = max((name, confidence), called(text, low, app), key=itemgetter(1))
        if name is None or name.shape == "word":
            name, confidence = _whole_name(name, confidence, page_after(text, low, app))
        if name and confidence and name.value not in MAIL_DOMAINS:
            yield name, confidence


def _whole_name(
    word: Name | None, confidence: float, shown: tuple[Name | None, float]
) -> tuple[Name | None, float]:
    """The name of several words that is shown there, where the word is one of them."""
    name, likelihood = shown
    if word is None or (name and name.start <= word.start and word.end <= name.end):
        return name, max(confidence, likelihood)
    return word, confidence


def _likelier(near: tuple[Name | None, float], near_said: Said | None) -> tuple[Name | None, float]:
    """The name near an app; one whose signs are said goes before its written half."""
    written, confidence = near
    said, certainty = near_said or (None, 0.0)
    if (
        written
        and confidence >= certainty
        and not (said and said.start < written.end and written.start < said.end)
    ):
        return written, confidence
    return (said, certainty) if said else (written, confidence)


def _mentions(low: str) -> list[Word]:
    """The apps that are named, longest names only. "discord.py" and "com.whatsapp" are packages."""
    named = [
        _whole(low, word)
        for word in islice(APPS.find(low), 3 * MENTIONS_MAX)
        if not (_goes_on(low, word.end) or _comes_from(low, word.start) or _is_other(low, word))
    ]
    kept: list[Word] = []
    if "@" in low:
        exes = islice(_X.finditer(low), MENTIONS_MAX)
        named += [Word(*match.span(), "twitter") for match in exes]
    for found in sorted([*named, *masked(low), *nicknames(low)], key=lambda word: word.end):
        word = found
        while kept and kept[-1].start >= word.start:
            inner = kept.pop().meaning
            if inner not in DESCRIBED or word.meaning in DESCRIBED:
                word = word._replace(meaning=inner)  # "the blue paper plane" is Telegram
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
        elif word.end > kept[-1].end:  # "paper plane" and "plane app"
            is_told = kept[-1].meaning in DESCRIBED
            kept[-1] = Word(kept[-1].start, word.end, word.meaning if is_told else kept[-1].meaning)
        if len(kept) >= MENTIONS_MAX:
            break
    return kept


def _whole(low: str, word: Word) -> Word:
    """The word with its ending: "discordissa", "телеграме"."""
    end = word.end
    while end - word.end < ENDING_MAX and continues_word(low, end) and low[end].isalpha():
        end += 1
    return word if end == word.end or continues_word(low, end) else word._replace(end=end)


def _goes_on(low: str, end: int) -> bool:
    return low[end : end + 1] == "." and low[end + 1 : end + 2].isalpha()


def _comes_from(low: str, start: int) -> bool:
    return start > 1 and low[start - 1] == "." and low[start - 2].isalpha()


def _is_other(low: str, word: Word) -> bool:
    """Whether it is of flour rather than Insta, "40 gram", or begins what is no QQ: "qqplot"."""
    if low[word.start : word.end] == "gram":
        return low[max(0, word.start - 2) : word.start].strip()[-1:].isdigit()
    after = low[word.end : word.end + 1]
    return word.meaning == "qq" and after.isascii() and after.isalpha()


def _hit(low: str, name: Name, confidence: float) -> Hit:
    value = name.value
    if name.shape != "word" and BACKWARDS.any_in(
        low, name.start - BACKWARDS_REACH, name.end + BACKWARDS_AFTER
    ):
        value = value[::-1]
    return Hit(
        category="contact.handle",
        start=name.start,
        end=name.end,
        confidence=confidence,
        type="handle",
        value=value,
    )
