"""Accounts to be paid on: IBAN, cards, wallets, crypto addresses, UPI, Pix, cashtags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice

from stdnum.br import cnpj, cpf

from models.scripts import lowered
from scanner.detectors.hit import Hit
from scanner.detectors.payments.account import Account
from scanner.detectors.payments.contacts import announced_by, is_for_talk, named_after
from scanner.detectors.payments.crypto import addresses, bitten_addresses
from scanner.detectors.payments.ibans import ibans
from scanner.detectors.payments.names import (
    cashtags,
    chain_names,
    ids,
    of_services,
    purses,
    upi_ids,
)
from scanner.detectors.payments.numbers import numbers
from scanner.detectors.payments.parts import in_parts
from scanner.detectors.payments.services import CUES, CUES_OF, AccountKind
from scanner.detectors.payments.strewn import strewn
from scanner.detectors.phones.regions import RegionsOf, unknown
from scanner.detectors.words import Words
from scanner.message import Message
from scanner.views.glance import SPACED
from scanner.views.view import View

REACH = 60  # characters between a cue and its account; a clause, as seen in real talk
CANDIDATES_MAX = 60  # of one kind looked at in one view
ANSWER_LENGTH = 300  # characters; a longer message says itself what its numbers are
HEARD_LENGTH = 200  # characters at the end of each earlier message that may ask for an account
UNPROVEN = 0.75  # confidence of a number that only a word makes an account, at most
HEARD_MAX = 3  # earlier messages

_DIGIT = re.compile(r"\d")
# Of words with blanks between them: right behind Chinese, an address begins.
_MAIL = re.compile(
    rf"(?<![{SPACED}.+-])[{SPACED}.+-]{{1,64}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,4}}"
)
_TAG = re.compile(rf"(?<![{SPACED}@.])@[A-Za-z0-9][A-Za-z0-9_.-]{{2,31}}(?![{SPACED}/])")
_ALIAS = re.compile(r"(?<![\w@])[A-Za-z0-9]{2,12}(?:\.[A-Za-z0-9]{2,12}){1,3}(?![\w@])")
_UUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-])")
_CPF = re.compile(r"(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)")
_CNPJ = re.compile(r"(?<!\d)\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}(?!\d)")

_CALLED = re.compile(
    r"\b(?:pix|chave)\b[^\n]{0,30}\b(?:cpf|cnpj)\W{0,3}(?:é\s|is\s|n[ºo°]\.?\s)?\Z"
)

_PAID_BY_MAIL = Words.of(f"{CUES['email']}, {CUES['pix']}")


class PaymentAccountDetector:
    """Finds accounts by their checksums, or by their shape beside a word that announces one."""

    id = "payment-account"

    def __init__(self, regions_of: RegionsOf = unknown) -> None:
        """``regions_of``: the countries of those who write as a text is written."""
        self._regions_of = regions_of

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each account; every pattern is linear and used only where its sign stands."""
        text = view.text
        low, heard = lowered(text), _heard(message)
        for finder in _finders(text, self._regions_of):
            for account in finder(text, low, heard):
                if not _is_crossed(account, view):
                    yield _hit(account)
        if len(view.source.messages) > 1:
            judged = view.source.offsets[-1]
            seam, _ = view.from_source(judged, len(view.source.text))
            for whole in in_parts(text, low, seam):
                yield _hit(whole)


def _is_crossed(account: Account, view: View) -> bool:
    """Whether figures that nothing proves were read together across a word that asks to talk."""
    is_proven = account.confidence > UNPROVEN or not account.value.isdigit()
    if is_proven or len(view.source.messages) > 1:
        return False
    spans = view.spans(account.start, account.end)
    written = lowered(view.source.text[spans[0].start : spans[-1].end]) if spans else ""
    is_longer = len(written) > account.end - account.start
    return is_longer and is_for_talk(written, 0, len(written), by_label=False)


def _hit(account: Account) -> Hit:
    return Hit(
        category="payment.account",
        start=account.start,
        end=account.end,
        confidence=account.confidence,
        type="payment_account",
        value=account.value,
    )


def _heard(message: Message) -> str:
    """What was said right before a short message, by either side, in lower case."""
    if len(message.text) > ANSWER_LENGTH:
        return ""
    ends = (earlier.text[-HEARD_LENGTH:] for earlier in message.history[-HEARD_MAX:])
    return lowered("\n".join(ends))


def _finders(
    text: str, regions_of: RegionsOf
) -> Iterator[Callable[[str, str, str], Iterator[Account]]]:
    """The kinds of account that the signs in the text allow."""
    if _DIGIT.search(text):
        yield _proven
        yield _cryptos
        yield partial(_numbers, regions_of=regions_of)
        yield _pix_keys
    if "@" in text:
        yield _mails
        yield _tags
    if "." in text:
        yield _aliases
    yield _names


def _announced(low: str, start: int, end: int, kind: AccountKind, *, reach: int = REACH) -> bool:
    """Whether a word before the range, or shortly after it, announces an account of the kind."""
    cues = CUES_OF[kind]
    return cues.any_in(low, start - reach, start) or cues.any_in(low, end, end + reach // 2)


def _proven(text: str, low: str, _: str) -> Iterator[Account]:
    yield from chain(ibans(text, low), strewn(text, low))


def _cryptos(text: str, low: str, heard: str) -> Iterator[Account]:
    cues = CUES_OF["crypto"]
    for found in addresses(text):
        is_announced = not found.needs_cue or _announced(low, found.start, found.end, "crypto")
        if is_announced or cues.any_in(heard):
            yield Account(found.start, found.end, found.value, found.confidence)
    for bitten in bitten_addresses(text):
        yield Account(bitten.start, bitten.end, bitten.value, 0.9)


def _numbers(text: str, low: str, heard: str, *, regions_of: RegionsOf) -> Iterator[Account]:
    yield from numbers(text, low, heard, regions_of)


def _names(text: str, low: str, heard: str) -> Iterator[Account]:
    """UPI ids, cashtags, and names or ids that a service knows its customers by."""
    for finder in (upi_ids, cashtags, ids, of_services, chain_names, purses):
        yield from finder(text, low, heard)


def _pix_keys(text: str, low: str, heard: str) -> Iterator[Account]:
    """Random keys and tax numbers; phones and emails are found with the others."""
    if not (CUES_OF["pix"].any_in(low) or CUES_OF["pix"].any_in(heard)):
        return
    for match in islice(_UUID.finditer(text), CANDIDATES_MAX):
        if _announced(low, match.start(), match.end(), "pix") or CUES_OF["pix"].any_in(heard):
            yield Account(match.start(), match.end(), match.group().lower(), 0.95)
    for pattern, number in ((_CPF, cpf), (_CNPJ, cnpj)):
        for match in islice(pattern.finditer(text), CANDIDATES_MAX):
            is_formatted = "-" in match.group() or "cpf" in low or "cnpj" in low
            if is_formatted and number.is_valid(match.group()):
                yield Account(match.start(), match.end(), number.compact(match.group()), 0.93)
            elif _is_called(low, match.start()) and "-" in match.group():  # mistyped
                yield Account(match.start(), match.end(), number.compact(match.group()), 0.7)


def _is_called(low: str, start: int) -> bool:
    """Whether the number is called a tax number, and the tax number a key."""
    return _CALLED.search(low, max(0, start - REACH), start) is not None


def _mails(text: str, low: str, heard: str) -> Iterator[Account]:
    """An email address that money is sent to, announced on the same line."""
    was_asked = _PAID_BY_MAIL.any_in(heard)
    for match in islice(_MAIL.finditer(text), CANDIDATES_MAX):
        start, end = match.span()
        line = max(low.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
        if announced_by(_PAID_BY_MAIL, low, line, (start, end)) or named_after(
            CUES_OF["email"], low, (line, start), end, reach=REACH // 4
        ):
            yield Account(start, end, match.group().lower(), 0.85)
        elif was_asked and not is_for_talk(low, line, start, by_label=False):
            yield Account(start, end, match.group().lower(), 0.7)


def _tags(text: str, low: str, heard: str) -> Iterator[Account]:
    cues = CUES_OF["name"]
    for match in islice(_TAG.finditer(text), CANDIDATES_MAX):
        start, end = match.span()
        before = start - REACH, start
        is_announced = announced_by(
            cues, low, before[0], (start, end), in_sentence=False
        ) or named_after(cues, low, before, end, reach=REACH // 2)
        if is_announced or cues.any_in(heard):
            name = match.group().rstrip(".-")
            confidence = 0.85 if is_announced else 0.65
            yield Account(start, start + len(name), name[1:].lower(), confidence)


def _aliases(text: str, low: str, _: str) -> Iterator[Account]:
    """Argentine aliases are dotted words; only a word for them gives them away."""
    if "alias" not in low:
        return
    for match in islice(_ALIAS.finditer(text), CANDIDATES_MAX):
        at = low.rfind("alias", max(0, match.start() - REACH), match.start())
        if at >= 0 and any(word in low[max(0, at - 40) : match.end() + 60] for word in _ARGENTINE):
            yield Account(match.start(), match.end(), match.group().lower(), 0.85)


_ARGENTINE = (
    "lucas",
    "pesos",
    "guita",
    "mangos",
    "la seña",
    "mandame",
    "pasame",
    "depos",
    "cobro",
    "mercado",
    "cvu",
    "cbu",
    "uala",
    "ualá",
    "transf",
    "banco",
    "brubank",
    "naranja",
)
