"""Accounts that are numbers: cards, wallets on telephone numbers, bank accounts and their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from stdnum import luhn
from stdnum.cz import bankaccount

from scanner.detectors.payments.account import Account, figures_in
from scanner.detectors.payments.contacts import announced_by, is_for_talk, named_after
from scanner.detectors.payments.services import BANK_NAMES, CUES_OF, IN_TALK, WALLETS, is_of_service
from scanner.detectors.phones.readings import LIKELY
from scanner.detectors.phones.regions import RegionsOf, likely_regions
from scanner.detectors.phones.words import NOT_PHONES
from scanner.detectors.words import is_unspaced

REACH = 60  # characters between a cue and its account; a clause, as seen in real talk
CLOSE = 24  # the same for what the number is called
BANK_REACH = 35  # the same for words of banks, which are said of much else
SURROUNDINGS = 300  # characters each side that may tell the country of a wallet in many
CANDIDATES_MAX = 60  # of one kind looked at in one view
GROUPS_MAX = 6  # of digits in one number, as in "06 12 34 56 78" with a country code
WALLETS_MAX = 12  # numbers of one view that are held against the plans of countries
ROWS_MAX, REGIONS_MAX = 8, 5  # readings of one such number: each costs up to 40 µs

CARD_LENGTHS = range(13, 20)  # digits; ISO/IEC 7812-1
WALLET_LENGTHS = range(7, 15)  # digits; E.164 allows 15 with the country code
BANK_LENGTHS = range(8, 27)  # digits; from US accounts to Poland's NRB
NAMED_AFTER = range(10, 20)  # digits of one that only the name of a bank follows
NAME_REACH = 16  # characters in which it does
WITH_CODE = 0.9  # confidence of an account beside the code of its bank
MERE_CODE = 0.45  # of that code
NRB_LENGTH = 26  # digits of an account in Poland
SHORT_BANK_LENGTH = 7  # digits in Japan, and of tills in Kenya
ALONE_MAX, ALONE_DIGITS = 60, 14  # characters of a text that says next to nothing else; its digits
_DAYS, _MONTHS, _YEARS = range(1, 32), range(1, 13), range(10, 40)
_CARD_GROUPS = ((16,), (4, 4, 4, 4), (4, 6, 5), (4, 4, 4, 4, 3))  # Amex 4-6-5
_CARD_STARTS = tuple("2345689")  # industry digits of banks; 8600 and 9860 Uzbekistan

_DIGITS = re.compile(
    r"(?<![A-Za-z0-9_.$€£#@/-])(?<!\d[ -])\+?\(?\d(?:[ ()\u00a0-]{0,2}\d){5,33}(?![A-Za-z0-9_@])"
)
# The same with all that people put between the digits of a telephone number.
_LOOSE_DIGITS = re.compile(
    r"(?<![A-Za-z0-9_$€£#@/])\+?\(?\d(?:[ ().,/~*\u00a0\u2010-\u2015-]{0,3}\d){6,33}"
    r"(?![A-Za-z0-9_@])"
)
# As Norway writes its accounts: "1506.28.47391".
_POINTED = re.compile(r"(?<![\w.])\d{4}\.\d\d\.\d{5}(?![\w.])")
# As Czechia does: "19-2000145399/0800", a code of the bank at the end.
_WITH_BANK = re.compile(r"(?<![\w/.-])(?:\d{1,6}-)?\d{6,10}\s?/\s?\d{4}(?![\w/])")
_GROUP = re.compile(r"\d+")
_SORT_CODE = re.compile(r"(?<![\w-])\d\d([- ])\d\d\1\d\d(?![\d-])")
_SORT_CUE = re.compile(r"\bsort(?:[ -]?code)?\b[^\w]{0,4}(?:is\s)?$")
_AFTER_SORT = re.compile(
    r"[\s,;/]{1,3}(?:acc?(?:ount|t)?\.?[^\w]{0,3}(?:no\.?[ :]{1,2})?)?(\d{8})\b"
)
_ROUTING = re.compile(  # of banks in the United States
    r"\b(?:routing|aba|rtn|rt|transit)\b(?:\s(?:no|num|number|code|is)\b){0,2}\W{0,3}\Z"
)
_JAPAN_POST = re.compile(r"記号\D{0,4}(\d{5})\D{0,8}番号\D{0,4}(\d{6,8})(?!\d)")
_IFSC = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{4}0[A-Za-z0-9]{6}(?![A-Za-z0-9])")
_MOBILES = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


@dataclass(slots=True)
class Ranks:
    """The countries of each wallet, those first of which the text speaks."""

    regions_of: RegionsOf
    ranked: dict[str, list[str]] = field(default_factory=dict)

    def of(self, regions: str, near: str) -> list[str]:
        """``regions`` as in the wallet's entry; ``near`` is the text around its number."""
        if regions not in self.ranked:
            all_of_it = regions.split()
            likely = likely_regions(near, self.regions_of) if len(all_of_it) > 1 else {}
            told = {region: weight for region, weight in likely.items() if weight >= LIKELY}
            best_first = sorted(all_of_it, key=lambda region: -told.get(region, 0.0))
            self.ranked[regions] = best_first[:REGIONS_MAX]
        return self.ranked[regions]


def numbers(text: str, low: str, heard: str, regions_of: RegionsOf) -> Iterator[Account]:
    """Every number that is an account by its check digit or a word; ``heard`` was said before.

    The code of a bank makes the account beside it surer, and is hardly one itself where there is
    one: money goes to the number.
    """
    codes, of_banks = [*_bank_codes(text, low)], [*_of_banks(text, low)]
    taken = {known.start for known in (*codes, *of_banks)}
    found: list[Account] = []
    for number in chain(of_banks, _of_runs(text, low, heard, Ranks(regions_of), taken)):
        is_code = _ROUTING.search(low, max(0, number.start - CLOSE), number.start)
        (codes if is_code else found).append(number)
    for code in codes:
        beside = min(found, key=partial(_gap, code), default=code)
        if beside is code or _gap(code, beside) > BANK_REACH:
            yield code
        else:
            found[found.index(beside)] = beside._replace(confidence=WITH_CODE)
            yield code._replace(confidence=MERE_CODE)
    yield from found


def _gap(one: Account, other: Account) -> int:
    """Characters between the two; 0 where they overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def _of_runs(text: str, low: str, heard: str, ranks: Ranks, taken: set[int]) -> Iterator[Account]:
    """Accounts that are runs of digits, but for those that begin where one is ``taken``."""
    for match in islice(_DIGITS.finditer(text), CANDIDATES_MAX):
        digits = figures_in(match.group())
        if len(set(digits)) < 3 or match.start() in taken:
            continue
        found = _best(match, digits, low, heard, ranks)
        if found:
            taken.update((found.start, match.start()))
            yield found
    if len(low) > SURROUNDINGS * 10 or not (WALLETS.any_in(low) or WALLETS.any_in(heard)):
        return
    for match in islice(_LOOSE_DIGITS.finditer(text), WALLETS_MAX):
        if match.start() not in taken:
            wallet = _as_wallet(match, low, heard, ranks, only_valid=True)
            if wallet and wallet.start not in taken:
                yield wallet


def _best(match: re.Match[str], digits: str, low: str, heard: str, ranks: Ranks) -> Account | None:
    """What the run most likely is: a wallet by its words, else a card, else an account."""
    card, bank = _as_card(digits, low, match), _as_bank(digits, low, match, heard)
    wallet = _as_wallet(match, low, heard, ranks) if card < 0.9 else None
    if wallet and wallet.confidence >= max(card, bank):
        return wallet
    confidence = max(card, bank)
    value = "+" + digits if match.group().startswith("+") else digits
    return Account(*match.span(), value, confidence) if confidence else None


def _as_card(digits: str, low: str, match: re.Match[str]) -> float:
    """A card by its look and check digit; a mistyped one passes beside a word for cards."""
    if len(digits) not in CARD_LENGTHS or digits[0] not in _CARD_STARTS:
        return 0.0
    groups = tuple(len(group) for group in re.findall(r"\d+", match.group()))
    if groups not in _CARD_GROUPS:
        return 0.0
    is_named = CUES_OF["bank"].any_in(low, match.start() - BANK_REACH, match.start())
    if luhn.is_valid(digits):
        return 0.9 if is_named or len(groups) > 1 else 0.6
    if len(groups) == 1:
        return 0.0
    return 0.75 if is_named else 0.4


def _as_bank(digits: str, low: str, match: re.Match[str], heard: str) -> float:
    """A number that a word announces as an account's."""
    if len(digits) not in BANK_LENGTHS and len(digits) != SHORT_BANK_LENGTH:
        return 0.0
    for word in CUES_OF["bank"].find(low, match.start() - BANK_REACH, match.start()):
        if is_for_talk(low, word.end, match.start()) or is_of_service(low, word):
            continue
        if len(digits) in BANK_LENGTHS:
            return 0.75
        if is_unspaced(low[word.start]) or "till" in low:
            return 0.6
    is_answer = len(digits) == NRB_LENGTH and match.group()[2:3] == " "
    if is_answer and CUES_OF["bank"].any_in(heard):
        return 0.6  # "prosto na konto?" – and then nothing but its groups
    if len(digits) not in NAMED_AFTER:
        return 0.0
    named = BANK_NAMES.any_in(low, match.end(), match.end() + NAME_REACH)
    return 0.7 if named else 0.0


# --- wallets -----------------------------------------------------------------------------------


def _as_wallet(
    match: re.Match[str], low: str, heard: str, ranks: Ranks, *, only_valid: bool = False
) -> Account | None:
    """A telephone number that a word announces as a wallet's, or another number of a wallet."""
    start, end = match.span()
    confidence = 0.9
    wallet = announced_by(WALLETS, low, start - REACH, match.span())
    if wallet is None:
        before = (start - REACH, start)
        confidence, wallet = 0.85, named_after(WALLETS, low, before, end, reach=REACH // 3)
    if wallet is None and not is_for_talk(low, start - REACH, start, by_label=False):
        confidence, wallet, only_valid = 0.75, WALLETS.last(heard), True
    if wallet is None:
        return None
    near = low[max(0, start - SURROUNDINGS) : end + SURROUNDINGS] + "\n" + heard
    found = _telephone(match, ranks.of(wallet.meaning, near))
    is_in_talk = low[wallet.start : wallet.end] in IN_TALK
    if found and not (is_in_talk and _is_foreign(found[2], wallet.meaning)):
        return Account(found[0], found[1], found[2], confidence)
    digits = figures_in(match.group())
    if only_valid or is_in_talk or len(digits) not in WALLET_LENGTHS:
        return None
    return Account(start, end, digits, 0.85 if confidence > 0.85 else 0.6)


def _telephone(match: re.Match[str], regions: list[str]) -> tuple[int, int, str] | None:
    """The longest row of the run's groups that is a mobile number in the first country it fits."""
    groups = [group.span() for group in _GROUP.finditer(match.group())][: 2 * GROUPS_MAX]
    rows = sorted(
        (
            (first, last)
            for first in range(len(groups))
            for last in range(first + 1, min(len(groups), first + GROUPS_MAX) + 1)
            if WALLET_LENGTHS[0] <= groups[last - 1][1] - groups[first][0]
        ),
        key=lambda row: row[0] - row[1],
    )
    text, at = match.group(), match.start()
    for first, last in rows[:ROWS_MAX]:
        start, end = groups[first][0], groups[last - 1][1]
        digits = figures_in(text[start:end])
        if len(digits) not in WALLET_LENGTHS:
            continue
        has_plus = text[:start].rstrip(" (").endswith("+")
        if value := _e164(digits, regions, has_plus=has_plus):
            return at + (text.rfind("+", 0, start) if has_plus else start), at + end, value
    return None


def _e164(digits: str, regions: list[str], *, has_plus: bool) -> str | None:
    for region in [None] if has_plus else regions:
        for written in (f"+{digits}",) if region is None else (digits, f"+{digits}"):
            try:
                number = phonenumbers.parse(written, region)
            except phonenumbers.NumberParseException:
                continue
            is_valid = phonenumbers.is_valid_number(number) and (
                region is None or phonenumbers.region_code_for_number(number) == region
            )
            if is_valid and phonenumbers.number_type(number) in _MOBILES:
                return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return None


def _is_foreign(value: str, regions: str) -> bool:
    """Whether the number is of no country of the wallet: "Dana, +48 512 884 037"."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(value)) not in regions.split()


def _stands_alone(low: str, code: re.Match[str]) -> bool:
    """Whether a short text has little else than what no date begins: "40-12-08 61830472 cheers"."""
    if len(low) > ALONE_MAX or sum(map(str.isdecimal, low)) > ALONE_DIGITS:
        return False
    first, middle, last = (int(part) for part in re.findall(r"\d\d", code.group()))
    is_date = middle in _MONTHS and (first in _DAYS or (last in _DAYS and first in _YEARS))
    return not is_date and not NOT_PHONES.any_in(low)


def _is_bank(low: str, match: re.Match[str]) -> bool:
    return CUES_OF["bank"].any_in(low, match.start() - REACH, match.end() + REACH)


# --- codes of banks ----------------------------------------------------------------------------


def _sort_codes(text: str, low: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Codes of branches in Britain, and the account where it follows directly."""
    for match in islice(_SORT_CODE.finditer(text), CANDIDATES_MAX):
        account = _AFTER_SORT.match(low, match.end())
        is_named = _SORT_CUE.search(low, max(0, match.start() - 20), match.start()) is not None
        is_made_up = len(set(figures_in(match.group()))) < 3
        is_bare = account is not None and _stands_alone(low, match)
        if not is_made_up and (is_named or is_bare or (account and _is_bank(low, match))):
            yield match, account


def _bank_codes(text: str, low: str) -> Iterator[Account]:
    """Codes that lead to a bank's branch: sort codes and IFSC."""
    for match, _ in _sort_codes(text, low):
        yield Account(*match.span(), match.group().replace(" ", "-"), 0.85)
    if "ifsc" not in low and "neft" not in low and "a/c" not in low:
        return
    for match in islice(_IFSC.finditer(text), CANDIDATES_MAX):
        if sum(map(str.isdigit, match.group())) >= 5:
            yield Account(*match.span(), match.group().upper(), 0.8)


def _of_banks(text: str, low: str) -> Iterator[Account]:
    """Accounts by the signs around them: with a bank's code, of Japan's post, of Norway."""
    for _, account in _sort_codes(text, low):
        if account and len(set(account.group(1))) > 2:
            yield Account(*account.span(1), account.group(1), 0.85)
    if signs := _JAPAN_POST.search(text):
        yield Account(signs.start(1), signs.end(2), figures_in(signs[1] + signs[2]), 0.85)
    for match in islice(_POINTED.finditer(text), CANDIDATES_MAX):
        if CUES_OF["bank"].any_in(low, match.start() - BANK_REACH, match.start()):
            yield Account(*match.span(), figures_in(match.group()), 0.75)
    for match in islice(_WITH_BANK.finditer(text), CANDIDATES_MAX):
        value = re.sub(r"\s", "", match.group())
        has_cue = CUES_OF["bank"].any_in(low, match.start() - BANK_REACH, match.end() + BANK_REACH)
        if "bank" in bankaccount.info(value) and (has_cue or bankaccount.is_valid(value)):
            yield Account(*match.span(), value, 0.85)
