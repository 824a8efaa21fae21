"""Accounts that are names: UPI ids, cashtags, and what a service knows its customers by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.payments.account import Account
from scanner.detectors.payments.contacts import announced_by
from scanner.detectors.payments.services import CUES_OF, ID_SERVICES, UPI_HANDLES, UPI_IN_TALK
from scanner.detectors.words import Words, listed, split
from scanner.views.glance import SPACED, any_of
from scanner.views.numbers.tables import SPOKEN_BY, TELLING
from scanner.views.signs.words import AT, SIGN_OF

REACH = 60  # characters between a cue and its account; a clause, as seen in real talk
SENTENCES = 150  # the same of a cue that needs to be in the same message only
CANDIDATES_MAX = 60  # of one kind looked at in one view
ID_LENGTHS = range(6, 13)  # digits of a customer's number, from those of large services

_UPI = re.compile(r"(?<![\w.@-])([\w.-]{2,64})\s?@\s?([A-Za-z][A-Za-z0-9]{1,20})(?![\w@-]|\.\w)")
_BANKS = Words(
    (said, bank)
    for bank in UPI_HANDLES - UPI_IN_TALK
    for said in ({bank, f"ok {bank[2:]}"} if bank.startswith("ok") else {bank})
)
_ATS = {*AT.split("|"), "at", "gol a", "gol wala a", "gol vala a", "goal a", "gol at", "गोल वाला ए"}
_THEN = "(?:phir|fir|then|uske baad|aur)"
_SAID_AT = re.compile(  # what stands before the bank
    rf"(?:\s|[(\[{{<]\s?)(?:{_THEN} )?(?P<sign>{any_of(_ATS)})(?: {_THEN})?\s?[)\]}}>]?"
    r"\s{1,3}\Z"
)
SAID_MAX = 100  # characters of such a name with its sign
_SAID_NAME = re.compile(
    rf"[a-z0-9][\w.-]{{0,40}}(?: (?:{any_of(SIGN_OF)}) [a-z0-9][\w.-]{{0,40}}){{0,4}}$"
)
_SAID_SIGN = re.compile(rf" ({any_of(SIGN_OF)}) ")
_UPI_WORDS = Words.of("upi, bhim, gpay, google pay, phonepe, paytm, यूपीआई, vpa, g pay")

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ,.-]{1,2}\Z")
_CHAIN_NAME = re.compile(r"(?<![\w@./-])[A-Za-z0-9][A-Za-z0-9-]{2,40}\.(?:eth|sol)(?![\w@/-]|\.\w)")
# What is said of a name on a chain that money goes to, and not of one that is worked on.
_PAID = Words.of(
    """
    send, pay, paid, pays, tip*, take, takes, deposit, half, upfront, up front, transfer*, wallet*,
    refund, balance, cash, kasse, zahl*, schick*, manda, mándame, envía*, pago, paga*, envoie*,
    paie*,
    verse*, bezahl*, stuur, invia*, кид*, скин*, перевод*, оплат*, плати*, шли, wyślij, gönder,
    kirim,
    bhej*, my addy, my address, my ens
    """
)
_OF_SERVICE = re.compile(
    r"(?<![\w@.])(?:paypay|ペイペイ|venmo|picpay)(?:\s?[:：=]\s?|\s(?:is |tag |me |id )?)"
    r"(?P<name>[a-z0-9][a-z0-9_.-]{4,30})(?![\w@])"
)

_CASHTAG = re.compile(r"(?<![\w$])\$[A-Za-z][A-Za-z0-9_-]{1,19}(?![\w$])")
_SUM_TO = re.compile(  # "$40 to $Name": so much to somebody
    r"(?:\$\s?\d[\d.,]*|\d[\d.,]*\s?(?:usd|us dollars|dollars|bucks|quid))"
    r"\s(?:to|2|→|->|over to|into|via)\s\Z",
    re.IGNORECASE,
)
_SAID_DOLLAR = re.compile(
    r"\b[Dd]ollar (?:sign|symbol)\W{1,3}"
    r"(?:(?:and |then |plus |followed by ){1,2}\W?|(?=[A-Za-z]+[A-Z0-9]))"
    r"(?P<name>[A-Za-z][A-Za-z0-9_-]{2,19})(?!\w)"
)

_ID_WORD = re.compile(
    r"(?<![a-z])(?:id|uid|i\.d\.|user ?name|user|user ?id|tag|nick|alias|handle|pay ?id|номер|айди|"
    r"ид|ник|логин|아이디|账号|帳號|账户|用户名|ユーザー名|ユーザid|usuario|usuário|identifiant|"
    r"kullanıcı adı|numarası|no|معرف|آیدی|आईडी|আইডি|revtag|wisetag|znacznik|nazwa|rumuz|etiketa?|"
    r"étiquette|etichetta|метка|тег|мітка|značka|taggen|tagi|namn|navn|nimi|nome utente|nutzername)"
    r"[\s:：=#→>»«\"'“은는はがは「『（(-]{0,5}(?:is|es|é|est|ist|то|это|jest|hai|है|:)?[\s:：\"'“«-]{0,3}"
)
_ID = re.compile(
    rf"@?(?P<name>\d(?:[ -]?\d){{5,11}}|[A-Za-z0-9][A-Za-z0-9_.-]{{3,30}})(?![{SPACED}@])"
)


# Services whose accounts have a shape of their own, beside their name.
_PURSES = {
    "webmoney": ("webmoney, web money, wmz, wmr, wme, wmu, wmt, wmx, вебмани", r"[a-z]\d{12}"),
    "payeer": ("payeer, паер, пайер, пейер", r"p\d{7,12}"),
    "perfect money": ("perfect money, perfectmoney, перфект мани", r"[ueg]\d{7,9}"),
    "volet": ("advcash, advanced cash, адвкеш, волет", r"[uerghbt]\d{12}"),
    "yoomoney": (
        "yoomoney, yoo money, юмани, юmoney, юмоней, yandex money, яндекс деньги, яндекс.деньги",
        r"4100\d{7,14}",
    ),
}
_PURSE_WORDS = Words((word, name) for name, (said, _) in _PURSES.items() for word in split(said))
_PURSE = re.compile(r"(?<![a-z0-9_@#-])(?:[a-z]\s?)?\d(?:\s?\d){6,17}(?![a-z0-9_@]|-\d)")


def upi_ids(text: str, low: str, heard: str) -> Iterator[Account]:
    """Names at a bank of UPI; at an unknown bank only beside a word for UPI."""
    if "@" in text:
        yield from _written_upi_ids(text, low)
    is_about_upi = _UPI_WORDS.any_in(low) or _UPI_WORDS.any_in(heard)
    for bank in islice(_BANKS.find(low), CANDIDATES_MAX):
        before = low[max(0, bank.start - SAID_MAX) : bank.start]
        sign = _SAID_AT.search(before)
        name = _SAID_NAME.search(before[: sign.start()]) if sign else None
        if sign is None or name is None:
            continue
        if is_about_upi or bank.meaning.startswith("ok") or sign["sign"] != "at":
            local = _SAID_SIGN.sub(lambda said: SIGN_OF[said[1]], name.group())
            start = bank.start - len(before) + name.start()
            yield Account(start, bank.end, f"{local}@{bank.meaning}", 0.85)


def _written_upi_ids(text: str, low: str) -> Iterator[Account]:
    for match in islice(_UPI.finditer(text), CANDIDATES_MAX):
        bank = match.group(2).lower()
        value = re.sub(r"\s", "", match.group()).lower()
        if match.group(1).lower() in TELLING and _ends_number(low, match.start()):
            continue
        is_spaced = len(value) < len(match.group())
        if bank in UPI_HANDLES and not (is_spaced and bank in UPI_IN_TALK):
            yield Account(match.start(), match.end(), value, 0.93)
        elif not is_spaced and _UPI_WORDS.any_in(low, match.start() - 30, match.start()):
            yield Account(match.start(), match.end(), value, 0.75)


def _ends_number(low: str, start: int) -> bool:
    """Whether a number word stands before: "two one seven @ paytm" is read with its figures."""
    before = _WORD_BEFORE.search(low, max(0, start - 20), start)
    return before is not None and before[1] in SPOKEN_BY


def cashtags(text: str, low: str, heard: str) -> Iterator[Account]:
    """ "$Name" beside a word for Cash App, or the dollar sign said."""
    cues = CUES_OF["cashtag"]
    patterns = [(_CASHTAG, "$")] if "$" in text else []
    patterns += [(_SAID_DOLLAR, "")] if "dollar" in low else []
    for pattern, sign in patterns:
        for match in islice(pattern.finditer(text), CANDIDATES_MAX):
            start, end = match.span()
            is_near = cues.any_in(low, start - 40, start) or cues.any_in(low, end, end + 40)
            # Of the sign with a name hardly anything else is made, so it may stand further away.
            is_said = sign and cues.any_in(low, start - SENTENCES, end + SENTENCES)
            is_paid = sign and _SUM_TO.search(low, max(0, start - 40), start)
            if not (is_near or is_said or is_paid or cues.any_in(heard)):
                continue
            name = match.group().lstrip("$") if sign else match["name"]
            yield Account(start, end, f"${name.lower()}", 0.93 if is_near and sign else 0.8)


def purses(_: str, low: str, heard: str) -> Iterator[Account]:
    """Numbers of the shape that the service has which is named before, or was in a question."""
    if not (_PURSE_WORDS.any_in(low) or _PURSE_WORDS.any_in(heard)):
        return
    for match in islice(_PURSE.finditer(low), CANDIDATES_MAX):
        start = match.start()
        word = announced_by(_PURSE_WORDS, low, start - REACH, match.span())
        word = word or _PURSE_WORDS.last(heard)
        value = re.sub(r"\s", "", match.group())
        if word and re.fullmatch(_PURSES[word.meaning][1], value):
            yield Account(start, match.end(), value.upper(), 0.85)


def chain_names(text: str, low: str, heard: str) -> Iterator[Account]:
    """Names on a blockchain beside words of paying: "half first, velvetfox.eth"."""
    if ".eth" not in low and ".sol" not in low:
        return
    for match in islice(_CHAIN_NAME.finditer(text), CANDIDATES_MAX):
        start, end = match.span()
        near = [(low, start - REACH, start), (low, end, end + REACH), (heard, 0, len(heard))]
        is_paid = any(_PAID.any_in(*place) for place in near)
        if is_paid and any(CUES_OF["crypto"].any_in(*place) for place in near):
            yield Account(start, end, match.group().lower(), 0.85)
        elif is_paid:
            yield Account(start, end, match.group().lower(), 0.65)


def of_services(_: str, low: str, __: str) -> Iterator[Account]:
    """What directly follows a service that knows people by names, where no word looks like it."""
    for match in islice(_OF_SERVICE.finditer(low), CANDIDATES_MAX):
        name = match["name"].rstrip(".-")
        is_feature = any(part in _FEATURES for part in re.split("[_.-]", name))
        if _is_telling(name) and not is_feature:
            yield Account(match.start("name"), match.start("name") + len(name), name, 0.75)


_FEATURES = frozenset(
    listed("api sdk dev qr button web app pay link code business payments auth v2")
)


def ids(text: str, low: str, _: str) -> Iterator[Account]:
    """What follows a service's name and a word for "id": a number, or a name no word looks like."""
    found_at: dict[int, Account] = {}
    for service in islice(ID_SERVICES.find(low), CANDIDATES_MAX):
        for word in islice(_ID_WORD.finditer(low, service.end, service.end + REACH), 3):
            found = _ID.match(text, word.end())
            if not found:
                continue
            named = _named(found)
            if named:
                found_at.setdefault(named.start, named)
                break
    yield from found_at.values()


def _named(found: re.Match[str]) -> Account | None:
    name = found["name"].rstrip(".-")
    start = found.start("name")
    digits = re.sub("[ -]", "", name)
    if digits.isdigit():
        is_id = len(digits) in ID_LENGTHS
        return Account(start, found.end("name"), digits, 0.8) if is_id else None
    return Account(start, start + len(name), name.lower(), 0.75) if _is_telling(name) else None


def _is_telling(name: str) -> bool:
    """Whether no word looks like it, and nobody made it up for a test."""
    has_sign = any(sign in name for sign in "_.-") or any(map(str.isdigit, name))
    is_made_up = any(word in name.lower() for word in ("test", "demo", "sandbox", "example"))
    return has_sign and not is_made_up and sum(map(str.isalpha, name)) >= 3
