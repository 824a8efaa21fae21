"""Addresses whose name is the sender's own, "my first name at fernmill.ie … I'm Oona".

The name stands elsewhere in the text: behind "I'm", behind the word for it, or as a signature.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from scanner.detectors.domains import MAIL_PROVIDERS
from scanner.detectors.words import split
from scanner.views.glance import any_of, words_of
from scanner.views.letters.latin import in_latin, without_accents
from scanner.views.signs.words import AT, AT_IN_PASSING, SIGN_OF

TEXTS_KEPT = 8  # of which the sender's name is remembered
BEFORE_MAX = 90  # characters before "@" in which the words for a name stand

_FIRST = split(
    """
    first name, firstname, given name, christian name, forename, vorname, vornamen, rufname,
    prénom, prenom, nombre de pila, primer nombre, primeiro nome, nome di battesimo, voornaam, imię,
    imienia, imieniem, křestní jméno, jméno, krstné meno, ім'я, імені, ім'ям, ilk adım, etunimi,
    etunimeni, etunimelläni, förnamn, förnamnet, fornavn, fornavnet, keresztnév, keresztnevem,
    prenume, prenumele, prenumele meu, nama depan, pehla naam, पहला नाम, الاسم الأول, اسمي الأول,
    نام کوچکم, نام کوچک
    """
)
_LAST = split(
    """
    surname, last name, lastname, family name, familyname, nachname, nachnamen, familienname,
    nom de famille, apellido, primer apellido, sobrenome, apelido, último nome, cognome,
    achternaam, nazwisko, nazwiska, nazwiskiem, příjmení, priezvisko, фамилия, фамилии, фамилией,
    прізвище, прізвищем, soyadı, soyadım, soyismim, sukunimi, sukunimeni, efternamn, efternamnet,
    etternavn, efternavn, vezetéknév, vezetéknevem, nume de familie, επώνυμο, επώνυμό μου, prezime,
    презиме, nama belakang, apelyido
    """
)
# "Name" alone is the first one only beside the last: "prénom.nom", "nome ponto sobrenome".
_FIRST_BESIDE = split(
    "nome, nombre, имя, ime, име, nimi, nume, adım, ad, όνομα, nama, navn, namn, naam"
)
_LAST_BESIDE = split("nom, фамилия")
_IS_NAME = re.compile(rf"(?<!\w)(?:{any_of((*_FIRST, *_LAST))})")
_MINE = (
    r"(?:(?:my|own|mein|meine[mnr]?|mon|ma|mi|mio|il mio|mia|meu|o meu|minha|mijn|moje|mojego|můj"
    r"|мое|моё|мой|моим|моя|моє|моїм|mitt|min|a|az)\s)?"
)
_AND = (
    "and|plus|then|dann|und|puis|et|luego|y|poi|e|en|i|и|потом|та|потім|ve|og|och|ja|și"
    "|no gap|no space|no spaces|nothing between|nothing in between|one word|together|zusammen"
    "|ohne abstand|collés|attachés|sin espacio|sin espacios|junto|juntos|senza spazi|attaccati"
    "|bez spacji|слитно|разом"
)
_JOINT = (
    rf"(?:[\s,]{{1,2}}(?:(?:{_AND})\s)?(?P<sign>{any_of(SIGN_OF)})[\s,]{{1,2}}|(?P<mark>[._-])"
    rf"|[\s,]{{0,2}}(?:\+|&|{_AND})?[\s,]{{0,2}})"
)
_END = r"(?:['’]?s)?(?!\w)"
_ONE = rf"(?:(?P<first>{any_of(_FIRST)})|{any_of(_LAST)}){_END}"
_BOTH = (
    rf"(?:(?P<begins>{any_of((*_FIRST, *_FIRST_BESIDE))})|{any_of(_LAST)}){_END}{_JOINT}{_MINE}"
    rf"(?:{any_of((*_FIRST, *_LAST, *_LAST_BESIDE))}){_END}"
)
_OWN = re.compile(rf"(?<![\w.])(?P<told>{_MINE}(?:(?P<both>{_BOTH})|{_ONE}))[\s,;:]{{0,3}}\Z")
_SURE_AT, _AT = any_of(AT.split("|")), any_of(f"{AT}|{AT_IN_PASSING}".split("|"))
_SIGN_LAST = re.compile(rf"[\s,]{{1,3}}(?:the\s)?(?P<sign>{_AT})\W{{1,3}}\Z")

# What begins with a capital behind "I'm" or at the end of a message, and is nobody.
_NOBODY = frozenset(MAIL_PROVIDERS) | words_of(
    "thanks thank cheers regards best kind sincerely yours bye hello hi hey dear sir madam "
    "team gruß grüße gruss liebe viele danke cordialement merci salut saludos gracias saluti "
    "grazie ciao abraços abraço obrigado obrigada groet groeten groetjes bedankt pozdrawiam "
    "dziękuję спасибо дякую teşekkürler selamlar english german french spanish italian dutch "
    "polish indian american british fine happy ready sure sorry available interested new good "
    "ok okay"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ][^\W\d_A-ZА-Я]{1,20}(?:[-'’][^\W\d_]{2,20})?"
_PERSON = (
    rf"(?P<one>{_CAPITAL})"
    rf"(?: (?P<two>(?:(?:van|von|de|da|di|del|der|den|ten|la|le) ){{0,2}}{_CAPITAL}))?"
)
_SAYS = any_of(
    split(
        """
        I'm, I’m, I am, My name is, my name is, my name's, Ich bin, ich bin, ich heiße, Ich heiße,
        mein Name ist, Je suis, je suis, je m'appelle, Je m'appelle, Me llamo, me llamo, Soy, soy,
        Mi chiamo, mi chiamo, Sono, sono, me chamo, Me chamo, Sou, sou, Ik ben, ik ben, ik heet,
        Jestem, jestem, nazywam się, Jmenuji se, jmenuji se, Jsem, меня зовут, Меня зовут,
        мене звати, Мене звати, Olen, olen, Jag heter, jag heter, Jeg heter, jeg heter, Mă numesc,
        mă numesc, Sunt, sunt, Με λένε, με λένε, Benim adım, Zovem se, zovem se, Казвам се,
        казвам се, nama saya, Nama saya, ako si, Ako si, mera naam, Mera naam
        """
    )
)
# Behind it the clause ends, or goes on with another: "I'm English too" is no name.
_SAID = re.compile(
    rf"(?<!\w)(?:{_SAYS})[\s:]{{1,2}}{_PERSON}"
    r"(?=\s?(?:[.,;:!?()\n–—-]|\Z)|\s(?:and|from|und|aus|et|de|y|e|из|и|z|ve)\s)"
)
_SIGNED = re.compile(
    rf"(?:[.!?,)]\s{{1,3}}|\n\s{{0,3}}|[–—-]\s?|~\s?){_PERSON}\s{{0,3}}[.!]?\s{{0,3}}\Z"
)


def _named(words: list[str], alone: str) -> re.Pattern[str]:
    """The name behind a word for it: "first name's Oona", "Last: Holt", "on my profile (Oona)"."""
    return re.compile(
        rf"(?<!\w)(?i:{any_of(words)}|{alone}(?=:))"
        rf"(?:(?:['’]s|:|,?\s(?:is|ist|est|es|è|é|to|on|är|er))\s|[^.!?\n@()]{{0,40}}\(|\s?=\s?)"
        rf"[„“\"']?(?P<one>{_CAPITAL})(?![\w@])"
    )


_FIRST_IS, _LAST_IS = _named(_FIRST, "first"), _named(_LAST, "last")


class OwnName(NamedTuple):
    """The sender's names as they stand in addresses; empty where the text does not tell."""

    first: str
    last: str


def own_name(text: str, at: int) -> tuple[int, str] | None:
    """Where the words for the sender's name before the sign at ``at`` begin, and that name.

    None where there are none, or where the text does not say how the sender is called.
    """
    begin = max(0, at - BEFORE_MAX)
    low = text[begin:at].lower()  # not lowered as a whole, for this is asked at every "@"
    if len(low) != at - begin or not _IS_NAME.search(low):
        return None
    told = _OWN.search(low)
    if told is None:
        return None
    name = _sender(text)
    parts = [name.first, name.last] if told["begins"] else [name.last, name.first]
    if not told["both"]:
        parts = [name.first if told["first"] else name.last]
    if not all(parts):
        return None
    sign = SIGN_OF[told["sign"]] if told["sign"] else told["mark"] or ""
    return begin + told.start("told"), sign.join(parts)


def own_name_before(text: str, house: int, *, is_told: bool) -> tuple[int, str] | None:
    """The same before a mail house to which a word for "@" leads: "first name, at gmail dot com".

    ``is_told``: whether the house is told with its ending; without it the word must be no other.
    """
    sign = _SIGN_LAST.search(text[max(0, house - BEFORE_MAX) : house].lower())
    if sign is None or not (is_told or re.fullmatch(_SURE_AT, sign["sign"])):
        return None
    return own_name(text, house - len(sign[0]))


@lru_cache(TEXTS_KEPT)
def _sender(text: str) -> OwnName:
    people = chain(_SAID.finditer(text), filter(None, [_SIGNED.search(text)]))
    said = next(filter(_is_person, people), None)
    first, last = _FIRST_IS.search(text), _LAST_IS.search(text)
    one = first if first and _is_person(first) else said
    return OwnName(
        _as_written(one["one"] if one else ""),
        _as_written(last["one"] if last else (said["two"] or "") if said else ""),
    )


def _is_person(named: re.Match[str]) -> bool:
    return named["one"].lower() not in _NOBODY


def _as_written(name: str) -> str:
    """As it stands in an address: in small Latin letters and nothing else."""
    low = without_accents(name.lower()).translate(_SPELT)
    latin = low if low.isascii() else in_latin(low) or ""
    return re.sub(r"[^a-z-]", "", latin)


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "æ": "ae", "ø": "o"})
