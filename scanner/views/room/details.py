"""Addresses, names on messengers, links and accounts whose parts came in several messages.

A part of the judged message and a part of an earlier one that need each other are put side by side
as one would write them; the detectors then judge what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.room.domains import Domain, domains
from scanner.views.room.names import AT_WORD, CERTAIN, TECHNICAL, Name, Names
from scanner.views.room.turns import DISGUISE, LETTER, PIECED, WORD, Piece, Turn, paste
from scanner.views.room.words import APPS, PARTS
from scanner.views.signs.words import DOT, SLASH
from scanner.views.view import View

DETAILS_MAX = 4  # shown to the detectors in one room
SHORT = 60  # characters of a message that does little else than give a part
BARE_WORDS = 3  # words of a message that is nothing but a part
GOES_ON_REACH = 30  # characters before a sign in which a word may say that the name came before
NEAR = 20  # characters before a domain in which a word may say that it is the rest of something
FIRST = 15  # characters of a message in which what begins counts as what it begins with
LONE_WORD = 9  # letters of a word that may be a mailbox where nothing but its length says so


def piece_details(view: View, told: list[Turn]) -> tuple[View, ...]:
    """A view of the addresses, names, links and accounts that the turns make; empty for none."""
    if len(told) < 2:
        return ()
    found = Names(view, told)
    details = [
        *islice(_addresses(view, told, found), DETAILS_MAX),
        *islice(_links(view, told, found), DETAILS_MAX),
        *islice(_handles(told, found), DETAILS_MAX),
        *islice(_strings(view, told), DETAILS_MAX),
    ]
    return (paste(view, details, disguises=(DISGUISE, PIECED)),) if details else ()


# --- addresses -----------------------------------------------------------------------------------

_SIGN = re.compile(rf"(?<!\w)(?:@|(?:{AT_WORD}))(?!\w)")
# What ends with a sign leaves the domain to the next message.
_LAST_SIGN = re.compile(rf"(?<!\w)(?:@|(?:{AT_WORD}))[^\w@]{{0,12}}\Z")
_ONLY_SIGN = re.compile(rf"\W{{0,3}}(?:@|(?:{AT_WORD}))[^\w@]{{0,5}}")
_TAIL = re.compile(r"(?<![\w@.])([\d_][\w.]{0,12})[\s,]*\Z")
_NEXT_TO = re.compile(r"(?P<name>[A-Za-z0-9._+-]{3,40})[\s,:-]{1,3}\Z")


def _addresses(view: View, told: list[Turn], found: Names) -> Iterator[list[Piece]]:
    """A name and the domain for it, of which one stands in the judged message."""
    judged = told[-1]
    is_announced = any(_LAST_SIGN.search(turn.low) for turn in told[:-1])
    if _ONLY_SIGN.fullmatch(judged.low):
        yield from _around_the_sign(told, found)
    for turn in reversed(told):
        for domain in domains(turn, is_announced=is_announced and turn is judged):
            if domain.is_whole or (domain.has_own_name and not _goes_on(turn, domain)):
                continue
            if turn is judged:
                yield from _with_earlier_name(judged, domain, found)
            elif domain.is_house or domain.is_marked:
                before = view.text[turn.start : domain.start]
                yield from _with_later_part(judged, domain, found.likeliest(judged), (turn, before))


def _around_the_sign(told: list[Turn], found: Names) -> Iterator[list[Piece]]:
    """Name and domain came before, and the judged message is nothing but the sign."""
    judged = told[-1]
    _, name = found.earlier()
    for turn in reversed(told[:-1]):
        for domain in domains(turn, is_announced=True):
            if name and domain.is_said and not domain.is_whole:
                yield [*name, Piece(judged.start, judged.end, "@"), *domain.written]
                return


def _goes_on(turn: Turn, domain: Domain) -> bool:
    """Whether the words before the sign say that the name came before: "after it at gmail com"."""
    sign = domain.start - turn.start
    return PARTS.any_in(turn.low[max(0, sign - GOES_ON_REACH) : sign])


def _with_earlier_name(judged: Turn, domain: Domain, found: Names) -> Iterator[list[Piece]]:
    if found.spelt_out:
        yield _address(found.spelt_out, domain)
        return
    tail = []
    if domain.is_marked and (match := _TAIL.search(judged.low[: domain.start - judged.start])):
        tail = [Piece(judged.start + match.start(1), judged.start + match.end(1))]
    name, written = found.earlier()
    if name is not None and name.weight >= _least_weight(judged, domain, name):
        yield _address([*written, *tail], domain)


def _least_weight(judged: Turn, domain: Domain, name: Name) -> int:
    """The weight that a name needs, by how much the domain in the judged message is one."""
    place = domain.start - judged.start
    if domain.is_marked or (domain.is_house and judged.words <= 2):
        return 1
    if not domain.is_house:
        is_begun = place < 3 and len(judged.low) <= SHORT
        return 4 if is_begun or PARTS.any_in(judged.low[max(0, place - NEAR) : place]) else 5
    if not domain.is_said:
        return 4
    return 1 if place < FIRST and name.end - name.start >= LONE_WORD else 2


def _with_later_part(
    judged: Turn, domain: Domain, own: Name | None, where: tuple[Turn, str]
) -> Iterator[list[Piece]]:
    """The domain came first: the name is in the judged message, or only the sign is."""
    if own and own.weight >= (TECHNICAL if domain.is_marked else CERTAIN):
        yield _address(list(own.written), domain)
        return
    turn, before = where
    sign, name = _SIGN.search(judged.low), _NEXT_TO.search(before)
    if sign is not None and name is not None and domain.is_said:
        start = turn.start + name.start()
        at = Piece(judged.start + sign.start(), judged.start + sign.end(), "@")
        yield [Piece(start, start + len(name["name"])), at, *domain.written]


def _address(name: list[Piece], domain: Domain) -> list[Piece]:
    return [*name, Piece(domain.start, domain.start, "@"), *domain.written]


# --- names on messengers -------------------------------------------------------------------------


def _handles(told: list[Turn], found: Names) -> Iterator[list[Piece]]:
    """An app and a name there; the judged message holds the app, the name, or the end of it."""
    judged = told[-1]
    whole = found.completed()
    app = _app(told, is_judged=not whole)
    if app is None:
        return
    if whole:
        yield [app, Piece(app.end, app.end, ": @"), *whole]
        return
    place = app.start - judged.start
    near = judged.low[max(0, place - GOES_ON_REACH) : place + GOES_ON_REACH]
    if len(judged.low) <= SHORT or PARTS.any_in(near):
        name = found.spelt_out or _earlier_name(told, found)
        if name:
            yield [app, Piece(app.end, app.end, ": @"), *name]


_NOT = re.compile(
    r"(?<!\w)(?:no|not|without|sin|sem|senza|ohne|kein\w{0,2}|pas de|geen|bez|без|не|нет|немає)\s\Z"
)


def _app(told: list[Turn], *, is_judged: bool) -> Piece | None:
    """Where an app is named: in the judged message, or else in any, or by the other side."""
    for turn in told[:-2:-1] if is_judged else told[::-1]:
        for match in WORD.finditer(turn.low):
            before = turn.low[max(0, match.start() - 10) : match.start()]
            if APPS.any_in(match[0]) and not _NOT.search(before):
                return Piece(turn.start + match.start(), turn.start + match.end())
    for turn in [] if is_judged else told[::-1]:
        for match in WORD.finditer(turn.heard):
            if APPS.any_in(match[0]):
                return Piece(turn.start, turn.start, match[0])
    return None


def _earlier_name(told: list[Turn], found: Names) -> list[Piece]:
    name, written = found.earlier()
    if name is None:
        return []
    is_bare = told[-1].words <= 2
    is_short = any(turn.start <= name.start < turn.end and len(turn.low) <= SHORT for turn in told)
    least = 4 if not is_short else 1 if is_bare else 3
    return written if name.weight >= least else []


# --- links ---------------------------------------------------------------------------------------

_HOSTS = re.compile(
    rf"(?<!{LETTER})(?<![@.])(?:https?://)?(?P<host>t|wa|telegram|m|signal|line|fb|ig|vk|viber|zalo|paypal"
    r"|revolut|linktr|discord|zoom|meet\.google|calendly|cal|instagram|facebook|linkedin|docs\.google"
    r"|forms|bit|beacons|taplink|chat\.whatsapp|cash|bio)"
    rf"(?P<dot>\.| ?\b(?:{'|'.join(sorted(DOT.split('|')))})\b ?)"
    rf"(?P<end>me|ee|gg|us|com|gle|ly|ai|cc|app|link)(?P<path>/[\w./+-]{{0,60}})?(?!{LETTER})"
)
_PATH = re.compile(
    rf"(?<!{LETTER})(?<![/.:])/?[A-Za-z0-9$@+_][A-Za-z0-9_.$@+-]{{2,60}}(?:/[\w.-]{{1,60}}){{0,4}}(?!{LETTER})(?!@)"
)
_SLASHED = re.compile(rf"(?<!{LETTER})(?<![/.:<])/[A-Za-z0-9$@+_][A-Za-z0-9_.$@+/-]{{2,80}}")


_SAID_SLASH = re.compile(
    rf"(?<!\w)(?:{'|'.join(SLASH.split('|'))})[ ,:]{{1,2}}(?P<path>[A-Za-z0-9@_][\w.@+/-]{{2,60}})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\w)\+?[1-9](?:[ ().-]{0,2}\d){7,14}(?!\w)")


def _links(view: View, told: list[Turn], found: Names) -> Iterator[list[Piece]]:
    """A host that leads nowhere yet, and the path for it in another turn."""
    judged = told[-1]
    if whole := _after_a_host_in_parts(view, judged, found):
        yield whole
        return
    for turn in reversed(told):
        for host in islice(_HOSTS.finditer(turn.low), DETAILS_MAX):
            path_so_far = host["path"] or ""
            if path_so_far and not path_so_far.endswith("/"):
                continue
            if turn is judged and len(turn.low) > SHORT and not PARTS.any_in(turn.low):
                continue
            others = [judged] if turn is not judged else told[-2::-1]
            if path := _path(view, others, found, is_number=host["host"] == "wa"):
                end = turn.start + host.end()
                begins = path[0].text or view.text[path[0].start]
                slash = "" if path_so_far or begins == "/" else "/"
                dot = Piece(turn.start + host.start("dot"), turn.start + host.end("dot"), ".")
                yield [
                    Piece(turn.start + host.start(), dot.start),
                    dot,
                    Piece(dot.end, end),
                    Piece(end, end, slash),
                    *path,
                ]
                return


def _after_a_host_in_parts(view: View, judged: Turn, found: Names) -> list[Piece]:
    """The path that the judged turn gives for a host of two turns: "discord" · ".gg"."""
    host = found.spelt_out
    written = "".join(piece.text or view.text[piece.start : piece.end] for piece in host)
    slashed = _SLASHED.search(view.text, judged.start, judged.end)
    return [*host, _without_stop(slashed)] if slashed and _HOSTS.fullmatch(written.lower()) else []


def _path(view: View, told: list[Turn], found: Names, *, is_number: bool) -> list[Piece]:
    """The path of a link in the first of the turns that has one; of numbers only the digits."""
    for turn in told:
        if is_number:
            if number := _NUMBER.search(view.text, turn.start, turn.end):
                digits = re.finditer(r"\d+", number[0])
                start = number.start()
                return [Piece(start + run.start(), start + run.end()) for run in digits]
            continue
        if slashed := _SLASHED.search(view.text, turn.start, turn.end):
            return [_without_stop(slashed)]
        if said := _SAID_SLASH.search(view.text, turn.start, turn.end):
            path = Piece(said.start("path"), said.start("path") + len(said["path"].rstrip(".")))
            return [Piece(said.start(), path.start, "/"), path]
        if turn.words <= BARE_WORDS and (bare := _PATH.search(view.text, turn.start, turn.end)):
            return [_without_stop(bare)]
        name = found.likeliest(turn)
        if name is not None and name.weight >= TECHNICAL:
            return list(name.written)
    return []


def _without_stop(match: re.Match[str]) -> Piece:
    return Piece(match.start(), match.start() + len(match[0].rstrip(".")))


# --- accounts ------------------------------------------------------------------------------------

# Long strings of letters and figures, or capitals and figures in groups.
_STRING = re.compile(
    rf"(?<!{LETTER})(?<![@/.])(?=[A-Za-z]{{0,30}}\d)"
    r"(?:[A-Za-z0-9]{8,64}|[A-Z0-9]{2,8}(?: [A-Z0-9]{1,8}){1,12})"
    rf"(?!{LETTER})(?![@/])"
)
STRING_TOTAL = range(15, 100)  # characters; from Norway's IBAN to addresses of Cardano
PARTS_MAX = 4


def _strings(view: View, told: list[Turn]) -> Iterator[list[Piece]]:
    """Parts of an account with letters and figures: IBANs and addresses of crypto currencies.

    Each of the last turns gives its longest string; checksums decide about what they make.
    """
    parts: list[Piece] = []
    total = 0
    for turn in reversed(told):
        strings = [
            match
            for match in _STRING.finditer(view.text, turn.start, turn.end)
            if any(map(str.isdigit, match[0]))
        ]
        if not strings and turn is told[-1]:
            return
        if not strings:
            continue
        best = max(strings, key=lambda match: len(match[0]))
        total += len(best[0].replace(" ", ""))
        parts.insert(0, Piece(*best.span()))
        first = view.text[parts[0].start : parts[0].end]
        if len(parts) > 1 and total in STRING_TOTAL and any(map(str.isalpha, first)):
            yield [piece for part in parts for piece in _unspaced(view, part)]
        if len(parts) >= PARTS_MAX:
            return


def _unspaced(view: View, part: Piece) -> Iterator[Piece]:
    for match in re.finditer(r"\S+", view.text[part.start : part.end]):
        yield Piece(part.start + match.start(), part.start + match.end())
