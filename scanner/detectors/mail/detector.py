"""Email addresses: what stands around an "@", if the domain is real and the address well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from scanner.detectors.domains import (
    MAIL_DOMAINS,
    MAIL_PROVIDERS,
    PROVIDERS_IN_TALK,
    canonical_address,
)
from scanner.detectors.hit import Hit
from scanner.detectors.mail.asked import find_asked
from scanner.detectors.mail.closed_up import whole_name
from scanner.detectors.mail.edges import DASH_SIGNS, edges, is_something_else, shorter
from scanner.detectors.mail.houses import domain_told
from scanner.detectors.mail.names import SPELT
from scanner.detectors.mail.own_name import BEFORE_MAX, own_name
from scanner.detectors.mail.told import address_hit, find_told
from scanner.detectors.words import split
from scanner.message import Message
from scanner.views.letters.backwards import DISGUISE as REVERSED
from scanner.views.letters.latin import in_latin, without_accents
from scanner.views.signs.words import (
    AT,
    DOT,
    ENDINGS,
    HYPHEN,
    PROVIDERS,
    TALK_ENDINGS,
    UNDERSCORE,
)
from scanner.views.view import View

SURE = 0.8  # confidence of an address whose name may be said to be the sender's own
AFTER_MAX = 40  # characters behind an address in which something tells that it is an example
CLOSED_UP_MAX = 20  # addresses of one view of which the notes are read
ADDRESSES_MAX = 200  # different ones in one view; each costs 50 µs, and more say nothing more

_SIGNS_SAID = frozenset(
    word for signs in (AT, DOT, UNDERSCORE, HYPHEN) for word in signs.split("|")
) | frozenset(split("word, words, space, spaces, sign, symbol, letters, lowercase, kuyruklu"))
# What is to be taken out by the reader: "jane.NOSPAM@gmail.com".
_DECOY = re.compile(
    r"[._-]?(?:(?:NO|ANTI|DELETE|REMOVE|KILL)[._-]?(?:SPAM|THIS|ME|CAPS)|REMOVE)[._-]?"
)
# The same in other tongues, in capitals amid small letters.
_DECOY_APART = re.compile(
    r"[._-]?(?:[A-Z]{2,12}SPAM|SPAM[A-Z]{2,12}|QUITAR?|BORRAR?|ENLEVER|SUPPRIMER|WEGDAMIT"
    r"|ENTFERNEN|RETIRE|TOGLI(?:ERE)?|WEGHALEN|USUN)(?![A-Z])[._-]?"
)
_MORE_DECOY = re.compile(r"(?<=[a-z])[A-Z]{3,}(?=[a-z])")  # beside one: "info@REMOVEacmeTHIS.com"
_DECOY_BEFORE = re.compile(
    r"(?:no-?spam|remove(?:this|me)?|delete(?:this|me)?)[.-]?", re.IGNORECASE
)
_ASCII_LETTER = re.compile("[A-Za-z]")
_MISSPELT_COM = frozenset(split("con, cmo, ocm, comm, cpm, coom, vom, xom, om, c0m, kom"))
_DASHES = str.maketrans(dict.fromkeys(DASH_SIGNS, "-"))
# Turkish says "of" and "in" by endings: "jale@yandexin".
_APART = re.compile(r"\s(?P<first>[A-Za-z]{2,3})(?:\s(?P<second>[A-Za-z]{2}))?(?![\w@.-]\w)")
_CLAUSE_END = re.compile(r"\s{0,2}(?:[.,;:!?()\[\]\n]|\Z)")
# Names of houses and endings in other letters, "яндекс.ру", by what they are called in mail.
_SAID_LABELS = {
    said: name
    for name, spellings in (PROVIDERS | ENDINGS).items()
    for said in spellings.split("|")
    if said.isalpha() and not said.isascii()
}
_BENT = re.compile(r"(?<=mail|ahoo|ndex|look)(?:[iı]n|u?n|[dt][ae]n?)\Z")

# Prepositions that stand for "@" as well as for themselves.
_AMBIGUOUS_AT = frozenset(
    split("at, a, an, on, en, em, in, bei, chez, auf, w, na, на, в, di, at the")
)
# What often stands before "at" and is nobody's mailbox: "look at github.com".
BEFORE_AT = frozenset(
    split(
        """
    look, looking, looked, me, us, is, are, was, be, meet, live, lives, available,
    here, it, this, that, now, up, hosted, site, website, page, work, works, working, arrive,
    start, code, design, team, found, out, one, them, you, him, her, do, done, docs, and, or,
    address
"""
    )
)


# Of forms and accounts: "nom et Gmail", "Nachname bei Outlook".
_FIELDS = frozenset(
    split(
        """
        name, surname, nom, prénom, prenom, nachname, vorname, nome, cognome, sobrenome, apelido,
        nombre, apellido, apellidos, naam, voornaam, achternaam, imię, nazwisko, имя, фамилия, ім'я,
        прізвище, ad, soyad, nimi, sukunimi, namn, efternamn, navn, etternavn, nume, prenume
        """
    )
)
_WEAK_NAMES = BEFORE_AT | _SIGNS_SAID | _FIELDS  # before a house that has no ending


class EmailDetector:
    """Finds addresses with a real public suffix, and ``name@gmail`` where the provider is known."""

    id = "email"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each "@" with an address around it, for each address told in pieces, and for
        a name that was asked for.
        """
        text = view.text
        known: dict[tuple[str, str], str | None] = {}
        at, end, count = text.find("@"), 0, 0
        while at >= 0 and len(known) <= ADDRESSES_MAX:
            if hit := _around(view, at, end, known):
                end, count = hit.end, count + 1
                yield _as_noted(view, at, hit) if count <= CLOSED_UP_MAX else hit
            at = text.find("@", at + 1)
        yield from find_told(view)
        yield from find_asked(view, message)


def _around(view: View, at: int, low: int, known: dict[tuple[str, str], str | None]) -> Hit | None:
    """The address around the "@", if there is one. ``known`` holds those judged before, the last
    of which ends at ``low``.
    """
    text = view.text
    start, end = edges(text, at, low)
    if start == at or end == at + 1:
        return None
    domain, end = _without_next_sentence(text[at + 1 : end], end)
    local = text[start:at]
    if "." not in domain:
        hit = _provider_alone(view, start, at, end)
        is_else = hit is not None and is_something_else(
            text, start, end, domain, is_turned=REVERSED in view.disguises
        )
        return None if is_else else hit
    for host in chain((domain,), shorter(domain, text[end : end + 1])):
        if (local, host) not in known:
            known[local, host] = _address(local, host)
        if value := known[local, host]:
            end = at + 1 + len(host)
            is_turned = REVERSED in view.disguises
            if is_something_else(text, start, end, host, is_turned=is_turned):
                return None
            return address_hit(start, end, _confidence(view, at, value), value)
    return None


def _as_noted(view: View, at: int, hit: Hit) -> Hit:
    """The address with its whole name, where a note says that its words are one, or that it is the
    sender's own.
    """
    local, _, domain = (hit.value or "").partition("@")
    if not hit.value or local in BEFORE_AT:
        return hit
    start, end = view.to_source(at, at + 1)
    is_typed = view.source.text[start:end].strip() == "@"
    is_own = hit.confidence >= SURE and (
        not is_typed or (domain in MAIL_DOMAINS and _is_ones_own(view.text, at, hit.end))
    )
    whole = own_name(view.text, at) if is_own else None
    whole = whole or (None if is_typed else whole_name(view, hit.start, at, hit.end))
    value = canonical_address(whole[1], domain) if whole else None
    return replace(hit, start=whole[0], value=value) if whole and value else hit


def _is_ones_own(text: str, at: int, end: int) -> bool:
    """Whether a typed "first.last@gmail.com" is somebody's, and not how addresses are formed."""
    before = text[max(0, at - BEFORE_MAX) : at]
    return bool(_MINE.search(before)) and not _EXAMPLE.search(f"{before} {text[end:][:AFTER_MAX]}")


_EXAMPLE = re.compile(
    r"(?i)\b(?:placeholder|format|pattern|template|example|e\.g|mock|mockups?|dummy|test|sample|rows?"
    r"|fields?|columns?|ejemplo|exemplo|exemple|beispiel|esempio|voorbeeld|przykład|пример|приклад"
    r"|örnek|contoh|muster)\b"
)
# Whose address it is, or that one is to write to it.
_MINE = re.compile(
    r"(?i)\b(?:my|me|mine|i|i'm|write|mail|email|reach|contact|mein\w*|mir|mich|schreib\w*|mon|moi"
    r"|écri\w*|mi|escríb\w*|escrib\w*|meu|escrev\w*|mio|scriv\w*|mijn|schrijf\w*|pisz\w*|мо[яйеё]|пиш\w*"
    r"|мій|skriv\w*|yaz\w*|mera|likh\w*|tulis|kirim)\b"
)


def _address(local: str, domain: str) -> str | None:
    """The address as it is written in mail: in Latin letters, its halves in order, no decoys."""
    local = _without_decoys(local).translate(_DASHES)
    domain = _said_in_latin(_without_decoys(domain))
    before = _DECOY_BEFORE.match(domain)
    if before and domain[before.end() :].lower() in MAIL_DOMAINS:
        domain = domain[before.end() :]
    local = _put_together(local)
    if domain.isascii() and not local.isascii():
        if not _ASCII_LETTER.search(local):
            local = in_latin(local) or local
        if domain.lower() in MAIL_DOMAINS:
            local = without_accents(local)  # the big houses have none in their names
    if value := canonical_address(local, domain):
        return value
    house, _, ending = domain.lower().partition(".")
    if ending in _MISSPELT_COM and MAIL_PROVIDERS.get(house):
        return canonical_address(local, f"{house}.com")
    swapped = local.lower()
    for host in (swapped, ".".join(reversed(swapped.split(".")))):
        if host in MAIL_DOMAINS:
            return canonical_address(domain, host)
    return None


def _put_together(local: str) -> str:
    """The name without the signs that part all its letters; a point of its own stands doubled."""
    parts = local.split("..")
    for part in parts:
        if spelt := SPELT.fullmatch(part.lower()):
            return ".".join(it.replace(spelt[1], "") for it in parts)
    return local


def _said_in_latin(domain: str) -> str:
    """The domain of a mail house whose labels are written in other letters: "яндекс.ру"."""
    if domain.isascii():
        return domain
    labels = (_SAID_LABELS.get(label, label) for label in domain.lower().split("."))
    host = ".".join(labels)
    return host if host in MAIL_DOMAINS else domain


def _without_decoys(part: str) -> str:
    kinds = (_DECOY, _DECOY_APART) if any(map(str.islower, part)) else (_DECOY,)
    left = part
    for decoys in kinds:
        left = decoys.sub(lambda decoy: _left_of(decoy, part), left)
    return part if left in ("", part) else _MORE_DECOY.sub("", left)


def _left_of(decoy: re.Match[str], part: str) -> str:
    """The sign that parts what stood around a decoy: "jan.NOSPAMroe" is "jan.roe"."""
    is_within = decoy.start() > 0 and decoy.end() < len(part)
    signs = [sign for sign in (decoy[0][0], decoy[0][-1]) if sign in "._-"]
    return signs[0] if is_within and signs else ""


def _without_next_sentence(domain: str, end: int) -> tuple[str, int]:
    """The domain without a word that follows its full stop unspaced: "gmail.com.Thanks"."""
    head, _, tail = domain.rpartition(".")
    if "." in head and tail[:1].isupper() and tail[1:].islower() and not head[-1:].isupper():
        return head, end - len(tail) - 1
    return domain, end


def _provider_alone(view: View, start: int, at: int, end: int) -> Hit | None:
    """``jane.roe@gmail``: the provider says the rest, or an ending that stands apart from it.

    Others are hosts, packages or names.
    """
    text = view.text
    provider = _BENT.sub("", text[at + 1 : end].lower()).removesuffix("com")
    if provider not in MAIL_PROVIDERS or text[end : end + 1] in ("/", "_", "("):
        return None
    domain = MAIL_PROVIDERS[provider]
    if apart := _ending_apart(text, end, provider) or domain_told(text, end, provider):
        domain, end = apart
    local = text[start:at]
    value = _address(local, domain) if domain else None
    is_weak = len(local) < 3 or local.lower() in _WEAK_NAMES
    is_weak = is_weak or (provider in PROVIDERS_IN_TALK and not re.search(r"[._0-9]", local))
    return address_hit(start, end, 0.35 if is_weak else 0.8, value)


def _ending_apart(text: str, end: int, house: str) -> tuple[str, int] | None:
    """The domain of a house with the ending that stands after a blank, "yahoo co uk", and where
    that ends. An ending that may be a word ends its clause.
    """
    told = _APART.match(text, end)
    if told is None:
        return None
    first, second = told["first"].lower(), (told["second"] or "").lower()
    if second and f"{house}.{first}.{second}" in MAIL_DOMAINS:
        return f"{house}.{first}.{second}", told.end()
    is_last = _CLAUSE_END.match(text, told.end("first")) is not None
    if f"{house}.{first}" in MAIL_DOMAINS and (is_last or first not in TALK_ENDINGS):
        return f"{house}.{first}", told.end("first")
    return None


def _confidence(view: View, at: int, value: str) -> float:
    """High, unless the "@" is only the word "at" and neither side speaks for an address.

    "look at github.com" differs from "jane at gmail.com" in the domain, and from
    "jane at lotus dot pk" in the dot.
    """
    low, high = view.to_source(at, at + 1)
    written = view.source.text[low:high].strip().lower()
    local, _, domain = value.partition("@")
    if local in _SIGNS_SAID and written != "@":
        return 0.3
    if written not in _AMBIGUOUS_AT:
        return 0.97
    if local in BEFORE_AT:
        return 0.2
    dot = view.text.find(".", at)
    low, high = view.to_source(dot, dot + 1)
    has_spelled_dot = view.source.text[low:high] != "."
    if domain in MAIL_DOMAINS:
        return 0.93
    return 0.85 if has_spelled_dot else 0.35
