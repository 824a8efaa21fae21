"""Names beside an app that is described rather than named: "mavi uçakta yorgunkap".

Whoever describes an app hides it, so less than a verb tells the name there: that it stands apart
from the sentence, looks chosen, and nothing else in reach does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from scanner.detectors.handles.apps import APPS
from scanner.detectors.handles.apps_by_sight import SEEN
from scanner.detectors.handles.names import HUMPS, NOBODY, Name, names, stands_behind
from scanner.detectors.handles.words import ADDS, APART, NAMED, ON_IT, SELF
from scanner.detectors.words import Word, Words

AFTER, BEFORE = 100, 40  # characters from the app to a name, and from a name to the app
TEXT_MAX = 260  # characters; a longer text about pictures and colours says much else
SHORT = 70  # characters of a text that says little but a mere word for a name
NAMES_MAX = 12  # looked at beside one app
APPS_MAX = 4  # looked at in one view
WORD_LENGTH = 8  # letters of a mere word
SIGNED, PLAIN = 0.55, 0.45  # confidence in a name with signs, and in a mere word

_FORMS = Words.of(",".join(SEEN.values()))
_EMOJI = frozenset("✈👻📷📸🐦")
_LEAD = re.compile(r"(?:\A|[:,;(=+>«“\"'—–-]|->)\s?[@]?\Z")
_COLON = re.compile(r"[:=+>→]\s?[\"'“«„]?@?\Z")


def by_sight(text: str, low: str, apps: Sequence[Word]) -> Iterator[tuple[Name, float]]:
    """The one name in reach of an app that is described; none where two look alike."""
    if len(text) > TEXT_MAX:
        return
    for app in islice((app for app in apps if _is_seen(low, app)), APPS_MAX):
        found = [
            (name, likelihood)
            for name in islice(names(text, max(0, app.start - BEFORE), app.end + AFTER), NAMES_MAX)
            if not (name.start < app.end and app.start < name.end)
            and (likelihood := _likelihood(text, low, app, name))
        ]
        best = max((likelihood for _, likelihood in found), default=0.0)
        first = [each for each in found if each[1] == best]
        if len({name.value for name, _ in first}) == 1:
            yield first[0]
            return


def _is_seen(low: str, app: Word) -> bool:
    """Whether the app is told by its picture or its use."""
    written = low[app.start : app.end]
    return app.meaning == "nickname" or written[:1] in _EMOJI or _FORMS.any_in(written)


def _likelihood(text: str, low: str, app: Word, name: Name) -> float:
    if name.value in NOBODY or APPS.any_in(low, name.start, name.end):
        return 0.0
    if name.shape == "word":
        return _of_word(text, low, app, name)
    if name.is_weak:
        return 0.0
    is_apart = APART.match(text, name.end) is not None and _leads(text, low, app, name)
    return SIGNED if is_apart or _is_on(low, app, name) else 0.0


def _of_word(text: str, low: str, app: Word, name: Name) -> float:
    """A mere word: put together like a name, and said or set apart as one."""
    written = text[name.start : name.end]
    is_chosen = name.is_unusual or "-" in written or re.fullmatch(HUMPS, written) is not None
    if len(name.value) < WORD_LENGTH or name.is_ordinary or not (written.islower() or is_chosen):
        return 0.0
    is_apart = APART.match(text, name.end) is not None
    is_told = any(stands_behind(words, low, name) for words in (NAMED, ADDS, SELF))
    if is_chosen and is_told and (is_apart or name.start > app.end or _is_on(low, app, name)):
        return PLAIN
    if not is_apart:
        return 0.0
    if _COLON.search(text, max(0, name.start - 4), name.start):
        return PLAIN
    is_short = len(text) <= SHORT and is_chosen and written.islower()
    return PLAIN if is_short and _follows(text, app, name) else 0.0


def _leads(text: str, low: str, app: Word, name: Name) -> bool:
    """Whether a sign, the app, or a word of being called stands right before the name."""
    if _LEAD.search(text, max(0, name.start - 4), name.start) or _follows(text, app, name):
        return True
    return any(stands_behind(words, low, name) for words in (NAMED, ADDS, SELF))


def _follows(text: str, app: Word, name: Name) -> bool:
    return app.end <= name.start and not any(map(str.isalnum, text[app.end : name.start]))


def _is_on(low: str, app: Word, name: Name) -> bool:
    """ "SilentOtter77 on the green console"."""
    is_before = name.end <= app.start
    return is_before and ON_IT.fullmatch(low[name.end : app.start]) is not None
