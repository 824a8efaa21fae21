"""What is pointed at like a name, whatever it looks like: "on Viber I'm «Пан Гарбуз»".

Display names are words as any other, in any script, and names that people choose are words that
nobody knows. What tells them is where they stand: behind "I'm called", in quotes, beside an app.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from operator import itemgetter

from models.scripts import lowered
from scanner.detectors.handles.names import (
    NAME_MAX_LENGTH,
    NOBODY,
    UNUSUAL_LENGTH,
    Name,
    stands_behind,
)
from scanner.detectors.handles.words import (
    ADDS,
    APART,
    HANDOVER,
    IS_MINE,
    NAMED,
    NAMED_AFTER,
    ON,
    SELF,
    THE,
)
from scanner.detectors.words import Word, Words, continues_word, is_unspaced

IsWord = Callable[[str], bool]

PLACES_MAX, NAMES_MAX = 40, 100  # places of one kind and names, looked at in one text
CLAUSE_REACH = 80  # characters from a service to the unknown word that ends a clause
NEAR = 40  # characters between a name and the service, or the words that point at them
JOINT_MAX = 12  # characters of what joins a name to a service after it
UNKNOWN_LENGTH, LONG_LENGTH = 6, 12  # letters of a word that nobody knows; shorter ones are slips

_NAME_WORDS = Words.of(
    """
    user, username, nick, nickname, handle, profile, perfil, usuario, usuário, benutzer, profil,
    pseudo, utente, gebruiker, ник, нік, логин, kullanıcı, akun, pangalan, tên
    """
)
_AS = Words.of(
    """
    as, under, called, name, como, chamado, als, unter, onder, sous, come, jako, pod, как, як, под,
    olarak, aku, saya, sebagai, ca, sub
    """
)
# How much it says that a name follows there.
_CUES: tuple[tuple[Words, int], ...] = (
    (NAMED, 3),
    (ADDS, 2),
    (SELF, 2),
    (_NAME_WORDS, 2),
    (_AS, 1),
)
_COLON, _QUOTED, _BY_SERVICE = 1, 2, 1
_UNKNOWN, _LONG, _MARKED, _RUN = 1, 1, 1, 1

_GAP = re.compile(
    r"(?: (?:is|es|est|ist|é|è|to|là|er|on|die|der|das|the)(?= ))?"
    r"(?:\s?[:=：,–—-])?[\s:=(]{0,3}(?P<quote>[\"'“”«„‘「『»]?)@?"
)
# Between a service and an unknown word beside it, whichever comes first.
_TO_NAME = re.compile(
    r"(?: ?(?:user ?name|user|id|handle|nick|nickname|account|name)(?= |:))?"
    r"(?: (?:is|es|est|ist|é|è|to|är|er|as|by|under|como|als|come|jako|як|как)(?= ))?"
    r"[ \t]*(?:[-=]?>|[:=：,–—-])?[^\w\s.!?@]{0,2} ?[\"'“«„(\[{<*~|/#@]{0,2}"
)
_ENDING = re.compile(r"[^\W\d_]{0,6}(?:['’][^\W\d_]{1,4})?(?![^\W_])")  # "telegram'ım"
_TO_SERVICE = re.compile(
    rf"[\"'”»*_~]{{0,2}}(?: ?[(\[|–—-] ?| (?:(?:{IS_MINE}|{ON}) )?(?:(?:{THE}|my) )?)\Z"
)
_BEGINS = re.compile(
    r"(?:\A|[\n,;:.!?|/•(–—-]|\b(?:and|or|y|e|et|und|i|и|add|find|am|i['’]?m))\s*\W?\Z"
)
_AND = re.compile(
    r"[\"'”»*_~|\]})>/]{1,2}\s|\s(?:and|or|y|o|e|ou|et|und|oder|en|i|lub|и|или|ve|dan|aur|[&+/|])\s|</"
)
_CAPITAL = r"(?=[^\W\d_])[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ](?:[\w'’&-]{0,24}\w)?"
_SMALL = r"(?:of|the|de|da|do|di|del|der|van|von|la|le|&|y|e|and|и|та|і)"
_RUN_OF = re.compile(rf"{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,4}}")
_ONE = re.compile(r"[^\W_](?:[\w'’&.-]{0,30}[^\W_])?")
_HUMPS = re.compile(r"(?:[^\W\d_a-z][a-z]+){2,4}\d{0,4}")
# A long word in small letters with which a clause ends: "on discord … just tansymakesbeats".
_LAST_OF_CLAUSE = re.compile(
    rf"(?<![\w@./’'-])[a-z][a-z0-9]{{{LONG_LENGTH - 1},30}}(?=\s?(?:[,;!?)\n]|\.(?!\w))|\s?\Z)"
)
_STRETCHED = re.compile(r"(.)\1{3}")  # "haaaaaa"
_LAST = re.compile(r"(?<![\w'’&.-])[^\W_][\w'’&.-]{0,30}\w(?=[\"'“”»」』]?\s?\Z)")
_PAIRS = ("“”", "«»", "„“", "„”", "‘’", "「」", "『』", "»«", "()", '""')
_IN_QUOTES = re.compile(
    "|".join(
        rf"{re.escape(pair[0])}([^{re.escape(pair)}\n]{{2,{NAME_MAX_LENGTH}}})" + re.escape(pair[1])
        for pair in _PAIRS
    )
    + rf"|(?<!\w)'([^'\n]{{2,{NAME_MAX_LENGTH}}})'(?!\w)"
)
_SENTENCE = re.compile(r"[.!?;:,…？！，。]\s|[?!…？！，。]|(?:\s\S+){5}|\A\d")


def most_pointed(text: str, is_word: IsWord, services: Words, *, least: int) -> Name | None:
    """The name for which most speaks, if at least so much does; the first of several.

    ``is_word``: whether people know the word. ``services``: what one has such a name at.
    """
    found = islice(_pointed(text, lowered(text), is_word, services), NAMES_MAX)
    name, points = max(found, key=itemgetter(1), default=(None, 0))
    return name if points >= least else None


def _pointed(text: str, low: str, is_word: IsWord, services: Words) -> Iterator[tuple[Name, int]]:
    """Each such name, and how much speaks for it."""
    for name, points in _told(text, low, is_word):
        if not services.any_in(name.value):
            yield name, points + _BY_SERVICE * _is_near(services, low, name)
    for name in _quoted(text):
        if services.any_in(name.value):
            continue
        is_by = _is_near(services, low, name)
        is_cued = any(_is_near(words, low, name) for words, _ in _CUES[:-1])
        if is_by or is_cued:
            yield name, _QUOTED + is_by + is_cued
    for service in islice(services.find(low), PLACES_MAX):
        gap = _GAP.match(text, service.end)
        if gap and gap[0] and not continues_word(low, service.end):
            for name, points in _beginning_at(text, gap.end(), is_word):
                if services.any_in(name.value):
                    continue
                yield name, _BY_SERVICE + points + _COLON * (gap[0].strip() != "")
    yield from _last_of_clauses(text, low, is_word, services)


def _last_of_clauses(
    text: str, low: str, is_word: IsWord, services: Words
) -> Iterator[tuple[Name, int]]:
    for word in islice(_LAST_OF_CLAUSE.finditer(text), NAMES_MAX):
        is_near = services.any_in(low, word.start() - CLAUSE_REACH, word.start())
        name = _unknown(text, word.start(), is_word) if is_near else None
        if name and not _STRETCHED.search(name.value):
            yield name, _BY_SERVICE + _UNKNOWN + _LONG


def unknown_beside(text: str, is_word: IsWord, services: Words) -> Iterator[Name]:
    """Each word that nobody knows and that stands apart with a service: "skype jorokebuilds".

    Before the service only where it begins a clause: "jorokebuilds (tg)".
    """
    low = lowered(text)
    for found in islice(services.find(low), PLACES_MAX):
        ending = _ENDING.match(low, found.end)
        if ending is None or continues_word(low, found.start - 1):
            continue
        service = found._replace(end=ending.end())
        gap = _TO_NAME.match(text, service.end)
        after = _unknown(text, gap.end(), is_word) if gap and gap[0] else None
        if gap and after and _stands_apart(text, low, after, is_led=bool(gap[0].strip())):
            yield after
            continue
        joint = _TO_SERVICE.search(low, max(0, service.start - JOINT_MAX), service.start)
        last = _LAST.search(text, max(0, service.start - NEAR), joint.start()) if joint else None
        before = _unknown(text, last.start(), is_word) if last else None
        if before and _begins(low, before) and _ends_after(text, service):
            yield before


def _begins(low: str, name: Name) -> bool:
    """Whether it is written like a name, and a clause begins with it or it is handed over."""
    begins = _BEGINS.search(low, max(0, name.start - 8), name.start)
    return name.value.isascii() and bool(begins or stands_behind(HANDOVER, low, name))


def _ends_after(text: str, service: Word) -> bool:
    return text[service.end : service.end + 1] == "]" or bool(APART.match(text, service.end))


def _stands_apart(text: str, low: str, name: Name, *, is_led: bool) -> bool:
    """Whether it is written like a name, and the sentence does not go on with it.

    ``is_led``: whether more than a blank leads to it; then it may be in capitals.
    """
    written, end = text[name.start : name.end], name.end
    if not (written.isascii() and (is_led or written.islower() or _HUMPS.fullmatch(written))):
        return False
    if name.is_ordinary and len(name.value) < UNUSUAL_LENGTH:
        return False  # "telegram is spoofed"
    if text[end : end + 1] == "?":
        return False  # "are you there on it?", in a language that nobody knows
    if APART.match(text, end) or _AND.match(text, end):
        return True
    return any(word.start == end + 1 for word in HANDOVER.find(low, end, end + JOINT_MAX))


def _is_near(words: Words, low: str, name: Name) -> bool:
    return words.any_in(low, name.start - NEAR, name.end + NEAR)


def _told(text: str, low: str, is_word: IsWord) -> Iterator[tuple[Name, int]]:
    """What the words before it, or those after it, say to be a name."""
    for words, weight in _CUES:
        for cue in islice(words.find(low), PLACES_MAX):
            gap = _GAP.match(text, cue.end)
            if gap is None or continues_word(low, cue.start - 1) or continues_word(low, cue.end):
                continue
            signs = _COLON * (":" in gap[0] or "=" in gap[0]) + _QUOTED * bool(gap["quote"])
            for found, points in _beginning_at(text, gap.end(), is_word):
                yield found, weight + points + signs
    for cue in islice(NAMED_AFTER.find(low), PLACES_MAX):
        before = _LAST.search(text, max(0, cue.start - NAME_MAX_LENGTH), cue.start)
        if before and (name := _unknown(text, before.start(), is_word)):
            yield name, _CUES[0][1] + _UNKNOWN


def _beginning_at(text: str, start: int, is_word: IsWord) -> Iterator[tuple[Name, int]]:
    """The names that may begin there: several words in capitals, or one that nobody knows."""
    if run := _RUN_OF.match(text, start):
        yield Name(*run.span(), run[0].lower(), "word"), _RUN
    elif name := _unknown(text, start, is_word):
        is_long = len(name.value) >= LONG_LENGTH or _HUMPS.fullmatch(text, name.start, name.end)
        is_marked = not name.value.isalpha()
        yield name, _UNKNOWN + _LONG * bool(is_long) + _MARKED * is_marked


def _unknown(text: str, start: int, is_word: IsWord) -> Name | None:
    """The word that begins there, if nobody knows it."""
    one = _ONE.match(text, start)
    if one is None:
        return None
    word = one[0].lower()
    if any(map(is_unspaced, word)):
        return None
    is_chosen = len(word) >= UNKNOWN_LENGTH and sum(map(str.isalpha, word)) * 2 > len(word)
    if not is_chosen or word in NOBODY or any(map(is_word, (word, *re.split(r"[-'’.]", word)))):
        return None
    return Name(*one.span(), word, "word")


def _quoted(text: str) -> Iterator[Name]:
    """What stands in quotes and is no sentence."""
    for match in islice(_IN_QUOTES.finditer(text), PLACES_MAX):
        place = next(index for index, part in enumerate(match.groups(), start=1) if part)
        inside = match[place]
        if _SENTENCE.search(inside) is None and any(map(str.isalpha, inside)):
            value = " ".join(inside.lower().split()).lstrip("@")
            yield Name(*match.span(place), value, "word")
