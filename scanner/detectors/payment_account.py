"""Accounts to be paid on: IBAN, cards, wallets, crypto addresses, UPI, Pix, cashtags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from stdnum import iban, luhn
from stdnum.br import cpf

from scanner.detectors.crypto import ADDRESS_SHORTEST, addresses
from scanner.detectors.hit import Hit
from scanner.detectors.payment_services import CUES_OF, UPI_HANDLES, AccountKind
from scanner.detectors.words import lowered
from scanner.message import Message
from scanner.views.view import View

REACH = 60  # characters between a cue and its account; a clause, as seen in real talk
BANK_REACH = 35  # the same for words of banks, which are said of much else
CANDIDATES_MAX = 60  # of one kind looked at in one view

_DIGIT = re.compile(r"\d")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}(?:[ \n-]?[A-Za-z0-9]){11,32}")
_IBAN_LENGTHS = range(15, 35)  # characters; ISO 13616 registry, Norway's to the standard's limit
_IBAN_DIGITS = 8  # the fewest in an IBAN of the registry: Malta's with letters in its account
_DIGITS = re.compile(
    r"(?<![A-Za-z0-9_.$€£#@/-])(?<!\d[ -])\+?\(?\d(?:[ ()\u00a0-]{0,2}\d){5,33}(?![A-Za-z0-9_@])"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_UPI = re.compile(r"(?<![\w.@-])([\w.-]{2,64})@([A-Za-z][A-Za-z0-9]{1,20})(?![\w@.-]*\w)")
_CASHTAG = re.compile(r"(?<![\w$])\$[A-Za-z][A-Za-z0-9_-]{1,19}(?![\w$])")
_TAG = re.compile(r"(?<![\w@.])@[A-Za-z0-9][A-Za-z0-9_.-]{2,31}")
_ALIAS = re.compile(r"(?<![\w@.])[A-Za-z0-9]{2,12}(?:\.[A-Za-z0-9]{2,12}){1,3}(?![\w@])")
_UUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-])")

CARD_LENGTHS = range(13, 20)  # digits; ISO/IEC 7812-1
WALLET_LENGTHS = range(7, 15)  # digits; E.164 allows 15 with the country code
BANK_LENGTHS = range(8, 27)  # digits; from US accounts to Poland's NRB
_CARD_GROUPS = ((16,), (4, 4, 4, 4), (4, 6, 5), (4, 4, 4, 4, 3))  # Amex 4-6-5
_CARD_STARTS = (
    "2",
    "3",
    "4",
    "5",
    "6",
    "8",
    "9",
)  # industry digits of banks; 8600 and 9860 Uzbekistan


_PAID_BY_MAIL: tuple[AccountKind, ...] = ("email", "pix")


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands in the text."""

    start: int
    end: int
    value: str
    confidence: float


class PaymentAccountDetector:
    """Finds accounts by their checksums, or by their shape beside a word that announces one."""

    id = "payment-account"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each account; every pattern is linear and used only where its sign stands."""
        text = view.text
        if not (_DIGIT.search(text) or "@" in text or "$" in text or len(text) >= ADDRESS_SHORTEST):
            return
        low = lowered(text)
        for finder in _finders(text):
            for account in finder(text, low):
                yield Hit(
                    category="payment.account",
                    start=account.start,
                    end=account.end,
                    confidence=account.confidence,
                    type="payment_account",
                    value=account.value,
                )


def _finders(text: str) -> Iterator[Callable[[str, str], Iterator[Account]]]:
    """The kinds of account that the signs in the text allow."""
    if _DIGIT.search(text):
        yield _ibans
        yield _cryptos
        yield _numbers
        yield _pix_keys
    if "@" in text:
        yield _upi_ids
        yield _mails
        yield _tags
    if "$" in text:
        yield _cashtags
    if "." in text:
        yield _aliases


def _announced(low: str, start: int, end: int, kind: AccountKind, *, reach: int = REACH) -> bool:
    """Whether a word before the range, or shortly after it, announces an account of the kind."""
    cues = CUES_OF[kind]
    return cues.any_in(low, start - reach, start) or cues.any_in(low, end, end + reach // 2)


def _ibans(text: str, low: str) -> Iterator[Account]:
    for match in _IBAN.finditer(text):
        if sum(map(str.isdigit, match.group())) < _IBAN_DIGITS:
            continue
        ends = _word_ends(text, *match.span())
        for end in ends:
            value = _compact(text[match.start() : end])
            if iban.is_valid(value, check_country=False):
                yield Account(match.start(), end, value, 0.97)
                break
        else:
            # A mistyped digit still leads to a person; the word beside it says what it was to be.
            value = _compact(match.group())
            if len(value) in _IBAN_LENGTHS and _may_be_mistyped(value) and _is_named(low, match):
                yield Account(*match.span(), value, 0.6)


def _word_ends(text: str, start: int, end: int) -> list[int]:
    """Where words end within the range, with as many characters before as an IBAN may have."""
    ends, count = [], 0
    for index in range(start, end):
        count += text[index].isalnum()
        if count in _IBAN_LENGTHS and not text[index + 1 : index + 2].isalnum():
            ends.append(index + 1)
    return ends


def _may_be_mistyped(value: str) -> bool:
    """Check digits run from 02 to 98 (ISO 7064); others are made up, as in "XX00 0000"."""
    return value[2:4].isdigit() and 2 <= int(value[2:4]) <= 98 and len(set(value[4:])) > 3


def _is_named(low: str, match: re.Match[str]) -> bool:
    return "iban" in low[max(0, match.start() - REACH) : match.start()]


def _compact(written: str) -> str:
    return re.sub("[ \n-]", "", written).upper()


def _cryptos(text: str, low: str) -> Iterator[Account]:
    for found in addresses(text):
        if found.needs_cue and not _announced(low, found.start, found.end, "crypto"):
            continue
        yield Account(found.start, found.end, text[found.start : found.end], found.confidence)


def _numbers(text: str, low: str) -> Iterator[Account]:
    for match in islice(_DIGITS.finditer(text), CANDIDATES_MAX):
        written = match.group()
        digits = "".join(str(int(character)) for character in written if character.isdecimal())
        if len(set(digits)) < 3:
            continue
        confidence = max(_as_card(digits, low, match), _as_wallet_or_bank(digits, low, match))
        if confidence:
            value = "+" + digits if written.startswith("+") else digits
            yield Account(*match.span(), value, confidence)


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


def _as_wallet_or_bank(digits: str, low: str, match: re.Match[str]) -> float:
    """A number that a word announces as a wallet's or an account's."""
    start, end = match.span()
    if len(digits) in WALLET_LENGTHS:
        wallets = CUES_OF["number"]
        if wallets.any_in(low, start - REACH, start) or CUES_OF["pix"].any_in(
            low, start - REACH, start
        ):
            return 0.9
        if wallets.any_in(low, end, end + REACH // 3):
            return 0.85
    is_named = CUES_OF["bank"].any_in(low, start - BANK_REACH, start)
    return 0.75 if is_named and len(digits) in BANK_LENGTHS else 0.0


def _pix_keys(text: str, low: str) -> Iterator[Account]:
    """Random keys and tax numbers of persons; phones and emails are found with the others."""
    for match in _UUID.finditer(text):
        if _announced(low, match.start(), match.end(), "pix"):
            yield Account(match.start(), match.end(), match.group().lower(), 0.95)
    for match in re.finditer(r"(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)", text):
        if cpf.is_valid(match.group()) and _announced(low, match.start(), match.end(), "pix"):
            yield Account(match.start(), match.end(), cpf.compact(match.group()), 0.95)


def _upi_ids(text: str, _: str) -> Iterator[Account]:
    for match in _UPI.finditer(text):
        if match.group(2).lower() in UPI_HANDLES:
            yield Account(match.start(), match.end(), match.group().lower(), 0.93)


def _mails(text: str, low: str) -> Iterator[Account]:
    """An email address that money is sent to, announced on the same line."""
    for match in _MAIL.finditer(text):
        start, end = match.span()
        line = max(low.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
        is_announced = any(CUES_OF[kind].any_in(low, line, start) for kind in _PAID_BY_MAIL)
        if is_announced or CUES_OF["email"].any_in(low, end, end + REACH // 4):
            yield Account(start, end, match.group().lower(), 0.85)


def _tags(text: str, low: str) -> Iterator[Account]:
    for match in _TAG.finditer(text):
        if _announced(low, match.start(), match.end(), "name"):
            name = match.group().rstrip(".-")
            yield Account(match.start(), match.start() + len(name), name[1:].lower(), 0.85)


def _cashtags(text: str, low: str) -> Iterator[Account]:
    for match in _CASHTAG.finditer(text):
        if _announced(low, match.start(), match.end(), "cashtag", reach=40):
            yield Account(match.start(), match.end(), match.group().lower(), 0.93)


def _aliases(text: str, low: str) -> Iterator[Account]:
    """Argentine aliases are dotted words; only a word for them gives them away."""
    if "alias" not in low:
        return
    for match in _ALIAS.finditer(text):
        at = low.rfind("alias", max(0, match.start() - REACH), match.start())
        if at >= 0 and any(word in low[max(0, at - 40) : match.end() + 40] for word in _ARGENTINE):
            yield Account(match.start(), match.end(), match.group().lower(), 0.85)


_ARGENTINE = ("mercado", "cvu", "cbu", "uala", "ualá", "transf", "banco", "brubank", "naranja")
