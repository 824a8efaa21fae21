"""Addresses whose name is the sender's own, "my first name at fernmill.ie (I'm Oona)".

The name stands elsewhere in the text: behind "I'm", in brackets, after a colon or as a signature.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.scripts import lowered
from scanner.detectors.words import Words, split
from scanner.views.glance import any_of
from scanner.views.letters.latin import in_latin, without_accents
from scanner.views.signs.words import SIGN_OF

TEXTS_KEPT = 8  # of which the sender's name is remembered
BEFORE_MAX = 90  # characters before "@" in which the words for a name stand
NEAR = 40  # characters from the word for a name to the name itself

_FIRST = split(
    """
    first name, firstname, given name, christian name, forename, vorname, vornamen, rufname,
    prénom, prenom, nombre de pila, primer nombre, nombre, primeiro nome, nome, nome di battesimo,
    voornaam, imię, imienia, imieniem, křestní jméno, jméno, krstné meno, имя, имени, именем, ім'я,
    імені, ім'ям, adım, ilk adım, ismim, etunimi, etunimeni, etunimelläni, nimi, förnamn, förnamnet,
    fornavn, fornavnet, keresztnév, keresztnevem, prenume, prenumele, prenumele meu, όνομα,
    όνομά μου, ime, moje ime, име, името ми, nama depan, nama saya, unang pangalan, pangalan ko,
    tên, tên mình, tên em, pehla naam, mera naam, पहला नाम, मेरा नाम, الاسم الأول, اسمي, اسمي الأول,
    نام کوچکم, نام کوچک, اسمم, নাম, আমার নাম, jina langu
    """
)
_LAST = split(
    """
    surname, last name, lastname, family name, familyname, nachname, nachnamen, familienname,
    nom de famille, apellido, primer apellido, sobrenome, apelido, último nome, cognome,
    achternaam, nazwisko, nazwiska, nazwiskiem, příjmení, priezvisko, фамилия, фамилии, фамилией,
    прізвище, прізвищем, soyadı, soyadım, soyismim, sukunimi, sukunimeni, efternamn, efternamnet,
    etternavn, efternavn, vezetéknév, vezetéknevem, nume de familie, numele, επώνυμο,
    επώνυμό μου, nom, nume, prezime, презиме, фамилията ми, nama belakang, apelyido, họ,
    surname mera
    """
)
_IS_NAME = Words.of(",".join((*_FIRST, *_LAST)))
_MINE = (
    r"(?:(?:my|own|mein|meine[mnr]?|mon|ma|mi|mio|il mio|mia|meu|o meu|minha|mijn|moje|mojego|můj"
    r"|мое|моё|мой|моим|моя|моє|моїм|mitt|min|a|az)\s)?"
)
_NAME = rf"(?:(?P<{{0}}first>{any_of(_FIRST)})|(?P<{{0}}last>{any_of(_LAST)}))(?:['’]?s)?(?!\w)"
_AND = (
    "and|plus|then|dann|und|puis|et|luego|y|poi|e|en|i|и|потом|та|потім|ve|og|och|ja|și"
    "|no gap|no space|no spaces|nothing between|nothing in between|one word|together|zusammen"
    "|ohne abstand|collés|attachés|sin espacio|sin espacios|junto|juntos|senza spazi|attaccati"
    "|bez spacji|слитно|разом"
)
_JOINT = (
    rf"[\s,]{{1,2}}(?:(?:{_AND})\s)?(?P<sign>{any_of(SIGN_OF)})[\s,]{{1,2}}|(?P<mark>[._-])"
    rf"|[\s,]{{0,2}}(?:\+|&|{_AND})?[\s,]{{0,2}}"
)
_REMARK = (
    r"(?:[\s,(]{1,2}(?:in |all |with |without |no |all in )?[^\W\d_]{2,14}(?: [^\W\d_]{2,14}){0,2}"
    r"[)\s,]{0,2})?"
)
_OWN = re.compile(
    rf"(?<![\w.])(?P<told>{_MINE}{_NAME.format('a')}(?:(?:{_JOINT}){_MINE}{_NAME.format('b')})?)"
    rf"[\s,;:]{{0,3}}{_REMARK}\Z"
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ][^\W\d_A-ZА-Я]{1,20}(?:[-'’][^\W\d_]{2,20})?"
_PERSON = (
    rf"(?P<one>{_CAPITAL})"
    rf"(?: (?:(?:van|von|de|da|di|del|der|den|ten|la|le) ){{0,2}}(?P<two>{_CAPITAL}))?"
)
_SAYS = any_of(
    split(
        """
        I'm, I’m, I am, My name is, my name is, my name's, name's, this is, it's, called, Ich bin,
        ich bin, ich heiße, Ich heiße, mein Name ist, Je suis, je suis, je m'appelle, Je m'appelle,
        Me llamo, me llamo, Soy, soy, Mi chiamo, mi chiamo, Sono, sono, me chamo, Me chamo, Sou,
        sou, Ik ben, ik ben, ik heet, Jestem, jestem, nazywam się, Jmenuji se, jmenuji se, Jsem,
        меня зовут, Меня зовут, мене звати, Мене звати, Olen, olen, Jag heter, jag heter, Jeg heter,
        jeg heter, Mă numesc, mă numesc, Sunt, sunt, Με λένε, με λένε, Benim adım, adım, Zovem se,
        zovem se, Казвам се, казвам се, nama saya, Nama saya, ako si, Ako si, mera naam, Mera naam
        """
    )
)
_SAID = re.compile(rf"(?<!\w)(?:{_SAYS})[\s:]{{1,2}}{_PERSON}(?![\w@])")
_FIRST_IS = re.compile(
    rf"(?<!\w)(?i:{any_of(_FIRST)}|first(?=:))(?:['’]s|\s(?:is|ist|est|es|è|é|to|on|är|er))?"
    rf"[^.!?\n@]{{0,{NEAR}}}?[\s:(=„“\"']{{1,2}}(?P<one>{_CAPITAL})(?![\w@])"
)
_LAST_IS = re.compile(
    rf"(?<!\w)(?i:{any_of(_LAST)}|last(?=:))(?:['’]s|\s(?:is|ist|est|es|è|é|to|on|är|er))?"
    rf"[^.!?\n@]{{0,{NEAR}}}?[\s:(=„“\"']{{1,2}}(?P<one>{_CAPITAL})(?![\w@])"
)
_SIGNED = re.compile(
    rf"(?:[.!?,)]\s{{1,3}}|\n\s{{0,3}}|[–—-]\s?|~\s?){_PERSON}\s{{0,3}}[.!]?\s{{0,3}}\Z"
)


class OwnName(NamedTuple):
    """The sender's names as they stand in addresses; empty where the text does not tell."""

    first: str
    last: str


def own_name(text: str, at: int) -> tuple[int, str] | None:
    """Where the words for the sender's name before the sign at ``at`` begin, and that name.

    None where there are none, or where the text does not say how the sender is called.
    """
    low = lowered(text)
    if not _IS_NAME.any_in(low, at - BEFORE_MAX, at):
        return None
    told = _OWN.search(low, max(0, at - BEFORE_MAX), at)
    if told is None:
        return None
    name = _sender(text)
    parts = [
        name.first if told[f"{place}first"] else name.last
        for place in "ab"
        if told[f"{place}first"] or told[f"{place}last"]
    ]
    if not all(parts):
        return None
    sign = SIGN_OF[told["sign"]] if told["sign"] else told["mark"] or ""
    return told.start("told"), sign.join(parts)


@lru_cache(TEXTS_KEPT)
def _sender(text: str) -> OwnName:
    said = _SAID.search(text) or _SIGNED.search(text)
    first, last = _FIRST_IS.search(text), _LAST_IS.search(text)
    return OwnName(
        _as_written(first["one"] if first else said["one"] if said else ""),
        _as_written(last["one"] if last else (said["two"] or "") if said else ""),
    )


def _as_written(name: str) -> str:
    """As it stands in an address: in small Latin letters and nothing else."""
    low = without_accents(name.lower()).translate(_SPELT)
    latin = low if low.isascii() else in_latin(low) or ""
    return re.sub(r"[^a-z-]", "", latin)


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "æ": "ae", "ø": "o"})
