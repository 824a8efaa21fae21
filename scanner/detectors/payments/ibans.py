"""International bank account numbers: by their check digits, else by their country's shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from phonenumbers import SUPPORTED_REGIONS
from stdnum import iban, numdb
from stdnum.iso7064 import mod_97_10

from scanner.detectors.payments.account import Account
from scanner.detectors.words import Words

LENGTHS = range(15, 35)  # characters; ISO 13616 registry, Norway's to the standard's limit
DIGITS_MIN = 8  # the fewest in one of the registry: Malta's with letters in its account
REACH = 60  # characters before it in which a word speaks of an account
CLOSE = 16  # the same where a digit of it is wrong
CANDIDATES_MAX = 60  # looked at in one view

# Said between its groups, where that cannot be taken for a part of it.
_THEN = "ثم|وبعدها|بعدها|بعد|و|سپس|پھر|اور|потом|затем|далее|дальше|потім|далі|然后|再|फिर|और|তারপর"
_CANDIDATE = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z] ?[A-Za-z][ :,-]{0,2}\d ?\d"
    rf"(?:(?:[ \n.,/-]{{0,3}}|[ ,،]{{1,2}}(?:{_THEN})[ ,،:]{{1,2}})[A-Za-z0-9]){{11,32}}"
)
# Without its country: Poland's NRB is written so, and the others follow a word for it.
_BARE = re.compile(r"(?<![\w.,-])\d{2}(?:[ -]?\d){20,24}(?![\w-])")
_COUNTRY = {22: "SA", 24: "IR", 26: "PL"}
_CUES = {
    "SA": Words.of("آيبان, ايبان, الآيبان, الايبان, iban, الراجحي, الأهلي"),
    "IR": Words.of("شبا, شماره شبا, آی‌آر, آی آر, ای آر, sheba, shaba"),
}
_PART = re.compile(r"(\d+)!([nac])")
_CLASSES = {"n": r"\d", "a": "[A-Z]", "c": "[A-Z0-9]"}
_NAMED = Words.of(
    """
    iban*, rib, transfer*, wire*, wired, bank*, account*, konto*, compte, virement, virer, cuenta,
    conto, bonifico, rekening, overmaken, hesap, havale, eft, przelew*, rachunek, cont, überweis*,
    überweisung, حساب, تحويل, آيبان, ايبان, شبا, счёт, счет, рахунок, реквізити, реквизиты,
    invoice, pay, paid, payment, sepa, swift, bic, bhej*, yahan, yahin, send, slip, title, шаба
    """
)


def ibans(text: str, low: str) -> Iterator[Account]:
    """Every number whose check digits are right, and mistyped ones of their country's shape."""
    yield from _without_country(text, low)
    for count, match in enumerate(_CANDIDATE.finditer(text)):
        if count >= CANDIDATES_MAX:
            return
        if sum(map(str.isdigit, match.group())) < DIGITS_MIN:
            continue
        ends = _word_ends(text, *match.span())
        readings = [(end, compact(text[match.start() : end])) for end in ends]
        if right := next((r for r in readings if iban.is_valid(r[1], check_country=False)), None):
            yield Account(match.start(), right[0], right[1], 0.97)
            continue
        is_capital = text[match.start()].isupper()
        if is_capital and (own := next((r for r in readings if _is_of_no_registry(r[1])), None)):
            yield Account(match.start(), own[0], own[1], 0.6)
            continue
        # A mistyped digit still leads to a person.
        is_named = _NAMED.any_in(low, match.start() - REACH, match.start()) or _NAMED.any_in(
            low, match.start() + LENGTHS[0], match.end() + REACH // 2
        )
        for end, value in readings:
            if _may_be_mistyped(value) and (is_named or is_capital):
                yield Account(match.start(), end, value, 0.8 if is_named else 0.6)
                break
        else:
            end, value = readings[-1] if readings else (0, "")
            if is_named and _misses_one(value) and is_capital:
                yield Account(match.start(), end, value, 0.6)


def _without_country(text: str, low: str) -> Iterator[Account]:
    """Digits that are right with the country that the words beside them speak of."""
    for match in islice(_BARE.finditer(text), CANDIDATES_MAX):
        digits = compact(match.group())
        country = _COUNTRY.get(len(digits), "")
        if not country:
            continue
        is_right = iban.is_valid(country + digits, check_country=False)
        if country == "PL" and is_right:
            yield Account(*match.span(), digits, 0.85)
        elif country != "PL":
            reach = REACH if is_right else CLOSE
            if _CUES[country].any_in(low, match.start() - reach, match.start()):
                yield Account(*match.span(), country + digits, 0.9 if is_right else 0.8)


def compact(written: str) -> str:
    """The number as banks store it."""
    return re.sub("[^A-Za-z0-9]", "", written).upper()


def _word_ends(text: str, start: int, end: int) -> list[int]:
    """Where words end within the range, with as many characters before as an IBAN may have."""
    ends, count = [], 0
    for index in range(start, end):
        count += text[index].isalnum()
        if count in LENGTHS and text[index].isalnum() and not text[index + 1 : index + 2].isalnum():
            ends.append(index + 1)
    return ends


def _is_of_no_registry(value: str) -> bool:
    """Right by its check digits, of a country that keeps to the standard outside the registry."""
    country = value[:2]
    if country not in SUPPORTED_REGIONS or _shape(country) or not value[2:4].isdigit():
        return False
    is_mostly_figures = sum(map(str.isdigit, value)) * 2 > len(value)
    return is_mostly_figures and mod_97_10.is_valid(value[4:] + value[:4])


def _may_be_mistyped(value: str) -> bool:
    """Check digits run from 02 to 98 (ISO 7064); others are made up, as in "XX00 0000"."""
    shape = _shape(value[:2])
    if shape is None or not (value[2:4].isdigit() and 2 <= int(value[2:4]) <= 98):
        return False
    return len(set(value[4:])) > 4 and shape.fullmatch(value, 4) is not None


def _misses_one(value: str) -> bool:
    """Whether a character was left out or typed twice: one more or less than the country has."""
    shape = _shape(value[:2])
    if shape is None or not value[2:].isdigit() or len(set(value[4:])) < 5:
        return False
    return any(shape.fullmatch(other, 4) for other in (value + "0", value[:-1]))


@cache
def _shape(country: str) -> re.Pattern[str] | None:
    """What an account of the country looks like, from the registry."""
    if not (country.isascii() and country.isalpha()):
        return None
    info = numdb.get("iban").info(country)[0][1]
    parts = _PART.findall(info.get("bban", ""))
    return re.compile("".join(f"{_CLASSES[kind]}{{{n}}}" for n, kind in parts)) if parts else None
