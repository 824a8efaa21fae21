"""The mail houses that a text names, and the domains in it: where an address may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from models.scripts import lowered
from scanner.detectors.domains import (
    MAIL_DOMAINS,
    MAIL_PROVIDERS,
    PROVIDERS_IN_TALK,
    is_registrable,
    may_name_host,
)
from scanner.detectors.mail.countries import COUNTRIES
from scanner.detectors.mail.signs import says_sign
from scanner.detectors.words import Words, is_unspaced, split
from scanner.views.glance import any_of
from scanner.views.signs.words import DOT, ENDINGS, PROVIDERS

ANCHORS_MAX = 12  # houses looked at in one view
PLACES_MAX = 120  # houses and domains looked at; a text that names more is about them
HOSTS_MAX = 40  # other domains looked at; whether one is real costs 10 µs
COUNTRY_REACH = 32  # characters from a house to the country whose ending it has
TOLD_REACH = 160  # characters after a house, more than any ending takes that is told there
BENT_MAX = 4  # letters of such an ending

# Names that are of no language and take its endings: "na gmailu", "gmailde", "на яндексе".
_BENT = "gmail, hotmail, yahoo, outlook, icloud, protonmail, yandex, rediffmail, rambler"


def _long(spellings: str) -> list[str]:
    return [said for said in spellings.split("|") if len(said) >= 5 and " " not in said]


# Of which the first part is an ordinary word.
_IN_TALK = split(
    "me, op, home, planet, sky, ig, i, a1, post, pm, tom, list, sol, clear, meta, duck, mac, "
    "charter, email, disroot, atlas, autograf, gazeta, internet, iol, pobox, poczta, "
    "telefonica, tut, vip"
)
_PLACES = MAIL_PROVIDERS.keys() | {domain.split(".")[0] for domain in MAIL_DOMAINS} - set(_IN_TALK)
# Without its points: "yahoocouk". Two letters more are a case of Turkish: "hotmailde".
_UNDOTTED = {
    domain.replace(".", ""): domain for domain in MAIL_DOMAINS if len(domain.partition(".")[2]) >= 3
}
_NICKNAMES = {
    "hot male": "hotmail",
    **dict.fromkeys(
        split(
            "big g, big g's, big g mail, g's mail, g place, g-place, g one, g-address, g address, "
            "goog, goog mail, goggle mail, googel mail, gogle mail, google's mail, gml, gmayl"
        ),
        "gmail",
    ),
    **dict.fromkeys(split("hotmial, hotmal, hotmai, homail, hotmsil, h mail"), "hotmail"),
    **dict.fromkeys(split("outlok, outllok, outlock, oultook, outloook, olook"), "outlook"),
    **dict.fromkeys(split("yahooo, yaho, yaoo, yhaoo, yhoo, purple y, yellow y"), "yahoo"),
    **dict.fromkeys(split("iclould, iclod, icoud, apple mail, apple cloud"), "icloud"),
    **dict.fromkeys(split("prontonmail, protomail, protonmial"), "protonmail"),
}
_HOUSES = Words(
    [
        (said, house)
        for house, spellings in PROVIDERS.items()
        if house in MAIL_PROVIDERS
        for said in [house, *spellings.split("|")]
        if said and said != "google mail"
    ]
    + [(house, house) for house in _PLACES if house not in PROVIDERS]
    + [(f"{house}*", house) for house in split(_BENT)]
    + [(f"{said}*", house) for house in split(_BENT) for said in _long(PROVIDERS[house])]
    + [("google mail", "gmail"), ("google's", "gmail"), ("google", "google"), ("gm", "gmail")]
    + list(_NICKNAMES.items())
    + [(said, "mail") for said in ("mail", *PROVIDERS["mail"].split("|"))]
)
_HOST = re.compile(
    r"(?<![A-Za-z0-9_.@-])@?(?P<host>[a-z0-9-]{1,40}+(?:\.[a-z0-9-]{2,20}){0,2}\.[a-z]{2,12})"
)
_DOT = any_of(DOT.split("|"))
_SAID_ENDINGS = {
    said: ending
    for ending, spellings in ENDINGS.items()
    for said in [ending, *spellings.split("|")]
    if said
}
_ENDING = any_of(_SAID_ENDINGS)
_AFTER_HOUSE = re.compile(
    rf"(?:[\s,;:()\"'»”]{{0,4}}(?:{_DOT}|\.)[\s,)\"'«“]{{0,3}}(?P<first>{_ENDING}|[a-z]{{2}})"
    r"|[\s,;:()]{1,4}(?:then |and )?(?P<bare>com|net|org|ru|ком|ру|[a-z]{2}(?=\s?(?:[.!?)\n]|\Z)))"
    # Any sign where the point was: "hotmail # es".
    r"|\s?[#*|~/&•·_=^%+]{1,2}\s?(?P<odd>com|net|org|[a-z]{2}))(?![^\W_])"
    rf"(?:(?:[\s,]{{0,3}}(?:{_DOT}|\.)[\s,]{{0,3}}|\s?,\s?)(?P<second>[a-z]{{2}})(?![^\W_]))?"
)
_LATER_ENDING = re.compile(
    rf"(?:(?:{_DOT})\s{{1,2}}|(?<!\w)\.|\b(?:en|in|mit|with|con|com) \.?)"
    rf"(?P<first>{_ENDING}|[a-z]{{2}})(?!\w)"
)


# What makes a house of a name that is other things in talk: "126邮箱", "orange mail", "网易126".
_MAILBOX_AFTER = re.compile(
    r"[ -]?(?:(?:的|の)\s?)?"
    r"(?:邮箱|郵箱|信箱|电邮|電郵|邮件|メール|메일|e-?mail|mail(?:box|adresse)?)(?![a-z])"
)
_MAILBOX_BEFORE = re.compile(
    r"(?:网易|網易|netease|boîte|casella|buzón|skrzynka|skrzynce|postfach)\s?\Z"
)


class Anchor(NamedTuple):
    """Where a mail house or a domain stands; ``is_sure`` tells it from a word of ordinary talk."""

    start: int
    end: int
    domain: str
    is_sure: bool
    is_marked: bool
    is_mail: bool = True
    is_told: bool = False
    is_host: bool = False


def anchors(low: str) -> Iterator[Anchor]:
    """The mail houses and domains of a text in lower case, in order of place."""
    count, passed = 0, -1
    looked_at = 0
    hosts = islice(_HOST.finditer(low), PLACES_MAX) if may_name_host(low) else ()
    found = [(match.start(), -match.end(), match, None) for match in hosts]
    is_sign_said = bool(found) and says_sign(low)
    houses = [(word.start, -word.end, None, word) for word in islice(_HOUSES.find(low), PLACES_MAX)]
    for start, _, match, word in sorted([*found, *houses], key=lambda entry: entry[:2]):
        if start < passed:
            continue
        anchor = None
        if match is not None:
            is_mail = match["host"].removeprefix("www.") in MAIL_DOMAINS
            looked_at += not is_mail
            if is_mail or (is_sign_said and looked_at <= HOSTS_MAX):
                anchor = _host(low, match)
        elif word is not None:
            anchor = _house(low, word.start, _bent_end(low, word.end), word.meaning)
        if anchor is not None:
            passed = anchor.end
            count += 1
            yield anchor
            if count >= ANCHORS_MAX:
                return


def _host(low: str, match: re.Match[str]) -> Anchor | None:
    """A domain that is written out: of a mail house, or of anybody who could own it."""
    start, end = match.span()
    is_marked = low[start] == "@"
    if low[end : end + 1] in ("@", "/", "_", "-") or (
        is_marked and low[start - 1 : start].isalnum()
    ):
        return None
    domain = match["host"].removeprefix("www.")
    is_mail = domain in MAIL_DOMAINS
    if not is_mail and not (is_registrable(domain)):
        return None
    return Anchor(
        start,
        end,
        domain,
        is_sure=True,
        is_marked=is_marked,
        is_mail=is_mail,
        is_told=True,
        is_host=True,
    )


def _bent_end(low: str, end: int) -> int:
    """Where the word ends whose stem is the name of a house."""
    stop = end
    while stop < len(low) and stop - end <= BENT_MAX and low[stop].isalpha():
        stop += 1
    if stop > end and is_unspaced(low[stop - 1]):
        return end
    return stop


def _house(low: str, start: int, end: int, house: str) -> Anchor | None:
    """A mail house by name, with the ending that is told after it or that all know."""
    before, after = low[max(0, start - 1) : start], low[end : end + 1]
    is_marked = before == "@"
    is_of_address = is_marked and low[max(0, start - 2) : start - 1].isalnum()
    is_next = house == "daum" and low[max(0, start - 2) : start].rstrip().endswith("그")  # "그다음"
    if is_of_address or is_next or before in tuple("./-_#") or after in tuple("/_@-("):
        return None
    usual = MAIL_PROVIDERS.get(house)
    told = _AFTER_HOUSE.match(low, end)
    if told is None and house != "mail":  # which is a word of talk, and "mail dot ru" a house
        told = _LATER_ENDING.search(low, end, end + 45)
    if domain := told and _domain_told(told, house):
        stop = told.end() if told.start() == end else end
        return Anchor(start, stop, domain, is_sure=True, is_marked=is_marked, is_told=True)
    if named := _UNDOTTED.get(low[start:end]) or _of_country(low, end, house):
        return Anchor(start, end, named, is_sure=True, is_marked=is_marked, is_told=True)
    if house == "google":
        return Anchor(
            start, end, "gmail.com", is_sure=False, is_marked=is_marked, is_told=bool(told)
        )
    if usual is None or (low[end : end + 1] == "." and low[end + 1 : end + 2].isalpha()):
        return None
    is_sure = (
        house not in PROVIDERS_IN_TALK
        or (house.isdecimal() and not low[start:end].isdecimal())  # "幺六三"
        or _MAILBOX_AFTER.match(low, end) is not None
        or _MAILBOX_BEFORE.search(low, max(0, start - 12), start) is not None
    )
    return Anchor(start, end, usual, is_sure=is_sure, is_marked=is_marked)


def domain_told(text: str, end: int, house: str) -> tuple[str, int] | None:
    """The domain of a house with the ending that is told right after it, and where that ends."""
    told = _AFTER_HOUSE.match(lowered(text[end : end + TOLD_REACH]))
    domain = told and _domain_told(told, house)
    return (domain, end + told.end()) if told and domain else None


def _domain_told(told: re.Match[str], house: str) -> str | None:
    groups = told.groupdict()
    first = groups["first"] or groups.get("bare") or groups.get("odd") or ""
    first, second = _SAID_ENDINGS.get(first, first), groups.get("second")
    domains = (f"{house}.{first}.{second}", f"{house}.{first}")
    return next((domain for domain in domains if domain in MAIL_DOMAINS), None)


def _of_country(low: str, end: int, house: str) -> str | None:
    """The domain of the house under the ending of a country that is named right after it."""
    if house in PROVIDERS_IN_TALK:  # "Live: our shop in Spain"
        return None
    for word in COUNTRIES.find(low, end, end + COUNTRY_REACH):
        if low[word.start - 1] == ".":  # of a domain
            continue
        for second in ("", "co.", "com."):
            domain = f"{house}.{second}{word.meaning}"
            if domain in MAIL_DOMAINS:
                return domain
    return None
