"""Contact details and accounts, composed and disguised by chance: what the generator builds with.

Every function takes its chance from the ``Random`` it is given, and returns a detail as a sender
would type it. Nothing is looked up and nobody is meant: names, domains and numbers are invented.
"""

from __future__ import annotations

import string
import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import phonenumbers

WORDS = Path(__file__).resolve().parent.parent / "data" / "generator.toml"
REGIONS = (
    *("US", "GB", "IN", "PK", "BD", "PH", "NG", "KE", "DE", "FR", "ES", "IT", "PT", "BR", "MX"),
    *("AR", "CO", "NL", "PL", "RU", "UA", "TR", "EG", "SA", "ID", "VN", "CN", "JP", "KR", "AU"),
)
IBAN_LENGTHS = {"DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "NL": 18, "TR": 26}
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LEET = str.maketrans({"0": "O", "1": "l", "5": "S", "3": "E", "8": "B"})
VALID_TRIES = 50  # draws until a number is valid; the average region takes three


@cache
def words() -> dict[str, Any]:
    """The tables of ``data/generator.toml``."""
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def email(chance: Random) -> str:
    """An address, plain or disguised."""
    local, domain = _local_part(chance), mail_domain(chance)
    disguise = chance.random()
    if disguise < 0.25:
        return f"{local}@{domain}"
    if disguise < 0.80:
        return _spoken_address(chance, local, domain)
    if disguise < 0.88:
        return " ".join(f"{local}@{domain}")
    if disguise < 0.92:
        return f"{local}@{domain}"[::-1]
    if disguise < 0.96:
        return f"{local} {domain.replace('.', ' ')}"
    return f"{local}@{domain}".upper()


def phone(chance: Random) -> str:
    """A number of some country, written or said in one of many ways."""
    number = phone_number(chance)
    international = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    national = phonenumbers.PhoneNumberFormat.NATIONAL
    written = phonenumbers.format_number(number, chance.choice((international, national)))
    digits = "".join(character for character in written if character.isdigit())
    disguise = chance.random()
    if disguise < 0.30:
        return written
    if disguise < 0.40:
        return f"+{digits}" if written.startswith("+") else digits
    if disguise < 0.50:
        return chance.choice((" ", "-", ".", " - ", "/", "_", ", ")).join(digits)
    if disguise < 0.60:
        return _grouped(chance, digits)
    if disguise < 0.90:
        return _said(chance, digits)
    return written.translate(LEET)


def handle(chance: Random) -> str:
    """A user name, with or without its @."""
    name, symbols = _local_part(chance), chance.choice(words()["symbols"])
    disguise = chance.random()
    if disguise < 0.35:
        return f"@{name}"
    if disguise < 0.75:
        return name
    if disguise < 0.90:
        spoken = name.replace("_", f" {chance.choice(symbols['underscore'])} ")
        return spoken.replace(".", f" {chance.choice(symbols['dot'])} ")
    return chance.choice((" ", "-")).join(name)


def url(chance: Random) -> str:
    """A link that is a way to talk."""
    host = chance.choice(words()["links"]["hosts"])
    path = _local_part(chance) if chance.random() < 0.7 else _code(chance, 10)
    if chance.random() < 0.7:
        return f"{chance.choice(('', '', 'https://'))}{host}/{path}"
    symbols = chance.choice(words()["symbols"])
    dot, slash = chance.choice(symbols["dot"]), chance.choice(symbols["slash"])
    return f"{host}/{path}".replace(".", f" {dot} ").replace("/", f" {slash} ")


def iban(chance: Random) -> str:
    """An IBAN with right check digits."""
    country = chance.choice(tuple(IBAN_LENGTHS))
    rest = _digits(chance, IBAN_LENGTHS[country] - 4)
    as_number = "".join(str(int(character, 36)) for character in f"{rest}{country}00")
    whole = f"{country}{98 - int(as_number) % 97:02}{rest}"
    if chance.random() < 0.4:
        return whole
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def card(chance: Random) -> str:
    """A card number with a right last digit."""
    body = chance.choice(("4", "5", "2202", "8600")) + _digits(chance, 14)
    body = body[:15]
    doubled = (sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(body))
    whole = f"{body}{-sum(doubled) % 10}"
    if chance.random() < 0.3:
        return whole
    return " ".join(whole[at : at + 4] for at in range(0, 16, 4))


def wallet(chance: Random) -> str:
    """The address of a crypto wallet, as it looks; its checksum is not right."""
    return chance.choice(
        (
            "0x" + "".join(chance.choices(string.hexdigits, k=40)),
            "T" + "".join(chance.choices(BASE58, k=33)),
            "bc1q" + "".join(chance.choices("qpzry9x8gf2tvdw0s3jn54khce6mua7l", k=38)),
            "".join(chance.choices(BASE58, k=44)),
        )
    )


def upi(chance: Random) -> str:
    """An Indian payment address."""
    bank = chance.choice(("okaxis", "okhdfcbank", "ybl", "paytm", "oksbi", "upi", "apl"))
    return f"{_local_part(chance)}@{bank}"


def _spoken_address(chance: Random, local: str, domain: str) -> str:
    symbols = chance.choice(words()["symbols"])
    at, dot = chance.choice(symbols["at"]), chance.choice(symbols["dot"])
    gap = "" if chance.random() < 0.15 else " "
    name = local if chance.random() < 0.5 else local.replace(".", f"{gap}{dot}{gap}")
    if chance.random() < 0.3:
        name = name.replace("_", f" {chance.choice(symbols['underscore'])} ")
    if chance.random() < 0.15:
        domain = domain.replace("gmail", chance.choice(("g mail", "gee mail", "gmaiI", "g-mail")))
    return f"{name}{gap}{at}{gap}{domain.replace('.', f'{gap}{dot}{gap}')}"


def name_parts(chance: Random) -> tuple[str, ...]:
    """One to three words that make a user name."""
    names = words()["names"]
    first, last = chance.choice(names["first"]), chance.choice(names["last"])
    craft = chance.choice(names["craft"])
    return chance.choice(((first, last), (first, craft), (first[0], last), (last,), (craft, last)))


def _local_part(chance: Random) -> str:
    parts = name_parts(chance)
    between = chance.choice((".", "_", "", "-"))
    number = str(chance.randint(1, 2099)) if chance.random() < 0.35 else ""
    return between.join(parts) + number


def mail_domain(chance: Random) -> str:
    """A mail house, or a domain of somebody's own."""
    names = words()["names"]
    if chance.random() < 0.65:
        return str(chance.choice(names["free_mail"]))
    owner = chance.choice(names["last"]) + chance.choice(("", "-")) + chance.choice(names["craft"])
    return f"{owner}.{chance.choice(names['tld'])}"


def phone_number(chance: Random) -> phonenumbers.PhoneNumber:
    """A valid mobile number: an example of its region with its last six digits drawn anew."""
    example = _example_number(chance.choice(REGIONS))
    stem = (example.national_number or 0) // 10**6 * 10**6
    number = phonenumbers.PhoneNumber(country_code=example.country_code)
    for _ in range(VALID_TRIES):
        number.national_number = stem + chance.randrange(10**6)
        if phonenumbers.is_valid_number(number):
            return number
    return example


@cache
def _example_number(region: str) -> phonenumbers.PhoneNumber:
    mobile = phonenumbers.PhoneNumberType.MOBILE
    example = phonenumbers.example_number_for_type(region, mobile)
    if example is None:
        raise ValueError(f"libphonenumber knows no mobile number of {region}: take it from REGIONS")
    return example


def _grouped(chance: Random, digits: str) -> str:
    groups, at = [], 0
    while at < len(digits):
        size = chance.choice((2, 2, 3, 4))
        groups.append(digits[at : at + size])
        at += size
    return chance.choice((" ", "-", ".", " ", " / ", "…", " . ")).join(groups)


def _said(chance: Random, digits: str) -> str:
    """The digits as words of one language; now and then some stay digits, or are said as double."""
    table = words()["digits"]
    language = chance.choice(tuple(table))
    stays = chance.choice((0.0, 0.0, 0.3))
    doubles = chance.random() < 0.3 and language in ("en", "en-oh", "hi-Latn", "ur-Latn")
    said: list[str] = []
    at = 0
    while at < len(digits):
        word = digits[at] if chance.random() < stays else table[language][int(digits[at])]
        if doubles and digits[at : at + 2] == digits[at] * 2:
            said.append(f"double {word}")
            at += 2
        else:
            said.append(word)
            at += 1
    return chance.choice((" ", " ", ", ", "-", "")).join(said)


def _code(chance: Random, length: int) -> str:
    return "".join(chance.choices(string.ascii_letters + string.digits, k=length))


def _digits(chance: Random, length: int) -> str:
    return "".join(chance.choices(string.digits, k=length))
