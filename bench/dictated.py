"""Details told in words, composed by chance with their values: what the scribe learns from as well.

People dictate a few thousand details by hand in the cases; which word may stand for which sign, in
a hundred languages, and what may be said in between, is far more than that. So details are told
here with the words that the engine's tables have, with words of talk between them, and now and then
with a word for a sign that is none anywhere: whatever it is, what stands around it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

import phonenumbers

from bench import details
from bench.dictation import Told, told
from bench.generator import SENTENCE_END, sentence_for
from models.dictation import bare
from scanner.verdict import EntityType
from scanner.views.numbers.tables import LANGUAGES, THRICE_WORDS, TWICE_WORDS
from scanner.views.numbers.words_reading import IN_A_ROW, THEN
from scanner.views.signs.words import AT, PROVIDERS, SIGN_OF

FRAGMENT = (5, 160)  # characters of the parts of innocent texts that stand around
_FIGURES = re.compile(r"\d")  # "tw0" is two tokens
PHRASE_MOST = 4  # words of a number that is said
PARTINGS = (
    *[" "] * 8,
    *[", "] * 6,
    "  ",
    "; ",
    " - ",
    " / ",
    " . ",
    "... ",
    "\n",
    " + ",
    " | ",
    ": ",
)
LINKED = (0.0, 0.0, 0.15, 0.4)  # how often a part is led up to, of one detail and of another
STRANGE = 0.06  # how often a word that is no sign anywhere stands for one
# The words that people say most, so often beside each of the others.
COMMON = {
    "@": {"at": 60, "@": 60, "(at)": 20, "arroba": 20, "собака": 15, "[at]": 10, "arobase": 10},
    ".": {".": 60, "dot": 50, "punto": 20, "point": 12, "точка": 12, "ponto": 12, "punkt": 10},
    "_": {"underscore": 25, "_": 25, "guion bajo": 8},
    "-": {"-": 20, "dash": 10, "hyphen": 10, "minus": 8},
    "/": {"/": 10, "slash": 10},
}
HOSTS = (
    *("t.me", "wa.me", "m.me", "discord.gg", "instagram.com"),
    *("line.me", "linktr.ee", "signal.me", "vk.com"),
)
UPI = ("okaxis", "okhdfcbank", "ybl", "paytm", "oksbi", "upi", "apl")
ACCOUNT_DIGITS = (8, 10, 12, 14, 16)
SENTENCES = {"phone": "phone", "email": "email", "handle": "apps", "url": "url"}
KINDS: tuple[EntityType, ...] = ("phone", "email", "handle", "url", "payment_account")
OFTEN = (34, 34, 16, 8, 8)  # of a hundred


def told_details(count: int, *, innocents: Sequence[str], seed: int) -> Iterator[Told]:
    """So many texts, each with a detail that is dictated in it; the same for the same input.

    ``innocents`` are texts that give nothing away; parts of them stand around the details, and
    their words between.
    """
    teller = _Teller(Random(seed), innocents)  # samples, no secrets  # nosec B311
    for _ in range(count):
        yield teller.text()


class _Teller:
    """Tells details, taking every chance from one ``Random``."""

    def __init__(self, chance: Random, innocents: Sequence[str]) -> None:
        self._chance = chance
        low, high = FRAGMENT
        self._fragments = [
            part
            for text in innocents
            for part in SENTENCE_END.split(text)
            if low <= len(part) <= high
        ]
        found = {word for part in self._fragments for word in part.lower().split()}
        self._words = sorted(word for word in found if word.isalpha() and 2 < len(word) < 12)
        self._numbers = _numbers()
        self._links = [it.strip() for it in THEN.split(",")]
        self._remarks = [it.strip() for it in IN_A_ROW.split(",") if "*" not in it]

    def text(self) -> Told:
        chance = self._chance
        [kind] = chance.choices(KINDS, weights=OFTEN)
        detail, value = getattr(self, f"_{kind}")()
        before = self._some_fragment() + self._lead(kind)
        after = self._end()
        start = len(before)
        whole = before + detail + after
        if chance.random() < 0.3 and len(whole.lower()) == len(whole):
            whole = whole.lower()
        return told(whole, [(start, start + len(detail), kind, value)])

    def _some_fragment(self) -> str:
        chance = self._chance
        if not self._fragments or chance.random() < 0.5:
            return ""
        return chance.choice(self._fragments) + chance.choice((" ", "\n", " - "))

    def _lead(self, kind: EntityType) -> str:
        """What leads up to the detail: the beginning of a sentence that gives one."""
        chance = self._chance
        key = SENTENCES.get(kind)
        if key is None or chance.random() < 0.4:
            return chance.choice(("", "", "me: ", "ok ", "here: ", "🙂 ", "1) "))
        return sentence_for(chance, key).partition("{}")[0]

    def _end(self) -> str:
        chance = self._chance
        if not self._fragments or chance.random() < 0.5:
            return chance.choice(("", ".", " thanks", ", ok?", "!"))
        return chance.choice((" ", "\n", ". ", ", ")) + chance.choice(self._fragments)

    def _phone(self) -> tuple[str, str]:
        chance = self._chance
        number = details.phone_number(chance)
        value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        national = "".join(filter(str.isdecimal, written))
        parts: list[str] = []
        if chance.random() < 0.5:
            code = str(number.country_code)
            national = value[1 + len(code) :]
            said = " ".join(self._figures(code)) if chance.random() < 0.4 else code
            parts.append(chance.choice(("+", "+", "plus ", "más ", "плюс ", "")) + said)
        parts += self._figures(national)
        if chance.random() < 0.12:  # so many of something
            parts = [f"{part} {self._noise()}" for part in parts]
        return self._joined(parts), value

    def _email(self) -> tuple[str, str]:
        local, name = self._name()
        domain = details.mail_domain(self._chance)
        return self._joined([*local, self._sign("@"), *self._host(domain)]), f"{name}@{domain}"

    def _handle(self) -> tuple[str, str]:
        parts, name = self._name()
        lead = self._chance.choice(("@", "at ", "arroba ")) if self._chance.random() < 0.15 else ""
        return lead + self._joined(parts), name

    def _url(self) -> tuple[str, str]:
        host = self._chance.choice(HOSTS)
        parts, name = self._name()
        return self._joined([*self._host(host), self._sign("/"), *parts]), f"{host}/{name}"

    def _payment_account(self) -> tuple[str, str]:
        chance = self._chance
        which = chance.random()
        if which < 0.3:
            return self._email()
        if which < 0.5:
            parts, name = self._name()
            bank = chance.choice(UPI)
            return self._joined([*parts, self._sign("@"), bank]), f"{name}@{bank}"
        if which < 0.65:
            return self._phone()
        digits = "".join(chance.choices("0123456789", k=chance.choice(ACCOUNT_DIGITS)))
        return self._joined(self._figures(digits)), digits

    def _name(self) -> tuple[list[str], str]:
        """The parts of a user name or of what stands before the @, as they are told; and it."""
        chance = self._chance
        pieces = [bare(piece).lower() or "x" for piece in details.name_parts(chance)]
        between = chance.choice((".", "_", "-", ""))
        number = str(chance.choice((chance.randint(0, 99), chance.randint(1950, 2024))))
        number = number if chance.random() < 0.35 else ""
        is_spelled = chance.random() < 0.12
        parts: list[str] = []
        for place, piece in enumerate(pieces):
            if place and between:
                parts.append(self._sign(between))
            apart = chance.choice((" ", "-", ",", " . ")) if is_spelled else ""
            mark = '"' if chance.random() < 0.05 else ""
            parts.append(f"{mark}{apart.join(piece)}{mark}")
        if not between and chance.random() < 0.5:
            parts = ["".join(pieces)]
        if number:
            parts.append(number if chance.random() < 0.5 else " ".join(self._figures(number)))
        return parts, between.join(pieces) + number

    def _host(self, domain: str) -> list[str]:
        house, *endings = domain.split(".")
        spellings = PROVIDERS.get(house, "")
        if spellings and self._chance.random() < 0.4:
            house = self._chance.choice(spellings.split("|"))
        parts = [house]
        for ending in endings:
            parts += [self._sign("."), ending]
        return parts

    def _sign(self, sign: str) -> str:
        chance = self._chance
        if chance.random() < STRANGE:
            return " ".join(self._noise() for _ in range(chance.randint(1, 3)))
        return chance.choice(_said_for(sign))

    def _figures(self, digits: str) -> list[str]:
        """Groups of digits, or words for one or two, in one language."""
        chance = self._chance
        language = chance.choice(tuple(self._numbers)) if chance.random() < 0.7 else "en"
        numbers = self._numbers[language]
        stays, paired, repeated = (
            chance.choice(shares) for shares in ((0, 0, 0.3, 0.7, 1), (0, 0, 0.3, 0.8), (0, 0.5))
        )

        def one(digit: str) -> str:
            return digit if chance.random() < stays else chance.choice(numbers[int(digit)])

        parts: list[str] = []
        rest = digits
        while rest:
            times = next((n for n in (3, 2) if rest[:n] == rest[0] * n), 1)
            if times > 1 and chance.random() < repeated:
                said = chance.choice(_REPEATS[times])
                parts.append(f"{said} {one(rest[0])}")
                rest = rest[times:]
            elif chance.random() < stays:
                size = chance.choice((1, 2, 2, 3, 3, 4))
                parts.append(rest[:size])
                rest = rest[size:]
            elif len(rest) > 1 and rest[0] != "0" and chance.random() < paired:
                pair = numbers.get(int(rest[:2])) or [rest[:2]]
                parts.append(chance.choice(pair))
                rest = rest[2:]
            else:
                parts.append(one(rest[0]))
                rest = rest[1:]
        return parts

    def _joined(self, parts: Sequence[str]) -> str:
        chance = self._chance
        linked, parting = chance.choice(LINKED), chance.choice(PARTINGS)
        whole = ""
        for place, part in enumerate(parts):
            if place and chance.random() < linked:
                whole += (
                    chance.choice((", ", " ", " - ")) + self._link() + chance.choice((" ", ", "))
                )
            elif place:
                whole += parting
            whole += part
        return whole

    def _link(self) -> str:
        """What is said from one part to the next."""
        chance = self._chance
        which = chance.random()
        if which < 0.7:
            return chance.choice(self._links)
        if which < 0.85:
            return chance.choice(self._remarks)
        return " ".join(self._noise() for _ in range(chance.randint(1, 3)))

    def _noise(self) -> str:
        return self._chance.choice(self._words) if self._words else "x"


_REPEATS = {
    2: ("double", "double", "doble", "doppel", *sorted(TWICE_WORDS)),
    3: ("triple", "triple", "three times", *sorted(THRICE_WORDS)),
}


@cache
def _said_for(sign: str) -> tuple[str, ...]:
    rare = AT.split("|") if sign == "@" else [said for said, it in SIGN_OF.items() if it == sign]
    common = COMMON[sign]
    return (*rare, *(said for said, count in common.items() for _ in range(count)))


@cache
def _numbers() -> dict[str, dict[int, list[str]]]:
    """By language and number below a hundred, how it is said, where each digit has a word."""
    numbers: dict[str, dict[int, list[str]]] = {}
    for code, language in LANGUAGES.items():
        said: dict[int, list[str]] = {}
        for first in language.firsts():
            for phrase, number in language.beginning_with(first):
                one = " ".join(phrase)
                if number < 100 and len(phrase) <= PHRASE_MOST and not _FIGURES.search(one):
                    said.setdefault(number, []).append(one)
        if all(digit in said for digit in range(10)):
            numbers[code] = said
    return numbers
