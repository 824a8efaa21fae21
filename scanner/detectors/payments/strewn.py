"""Accounts whose parts stand among other words of one message, where a check digit proves them.

"Begins DE87 1038, middle 1816 9010, and it ends 8010 34": what is no part is skipped, and what the
parts make is right or it is none. One in ninety-seven would be right by chance, of a length that
one country in hundreds has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from stdnum import iban, luhn
from stdnum.br import cpf

from scanner.detectors.payments.account import Account
from scanner.detectors.payments.crypto import CRYPTO_BEGINS, is_key, judge_whole
from scanner.detectors.payments.services import CUES_OF, AccountKind
from scanner.views.signs.pieces import digits_of, figure_of

PARTS_MAX = 16  # of one account
BEGINNINGS_MAX = 6  # looked at in one view
GAP_MAX = 40  # characters of other words between two parts
CUE_REACH = 60  # characters before the first part in which a word announces the account
CARD_LENGTH, CLABE_LENGTH, CPF_LENGTH = 16, 18, 11  # digits
SAID_MAX = 40  # pairs of capitals whose check digits may be said, looked at in one view
CHECK_DIGITS = 2  # of an IBAN
PROVEN = 0.9  # confidence

# Single letters apart are one part: "K A P P".
_PART = re.compile(
    r"(?<![\w@.])(?:[A-Z](?: [A-Z]){1,5}(?![A-Za-z0-9])|0x[0-9A-Fa-f]+|[A-Za-z0-9]{1,64})(?![\w@])"
)
_CODE = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]*")
# How accounts begin that nothing announces: the code of a country, or as in CRYPTO_BEGINS.
_BEGINS = re.compile(rf"(?<![A-Za-z0-9])(?:[A-Z] ?[A-Z]|{CRYPTO_BEGINS.pattern})")
# "TR otuz üç", "IT sessanta X": the country, its check digits in words, perhaps a letter.
_SAID_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<country>[A-Z]{2})[\s,:]{1,2}(?P<first>[^\W\d_]{2,14})"
    r"(?:[\s-](?:(?:y|e|and|et|en)\s)?(?P<second>[^\W\d_]{2,14}))?"
    r"(?:[\s,]{1,2}(?P<bank>[A-Z])(?![A-Za-z0-9]))?"
)
_IN_NUMBER = re.compile(r"[-./\u2010-\u2015]")
_CLABE_WEIGHTS = (3, 7, 1)  # Banco de México, of the first seventeen digits


class Part(NamedTuple):
    """What may belong to an account, and where it stands."""

    start: int
    end: int
    written: str


Check = Callable[[str], bool]


def strewn(text: str, low: str) -> Iterator[Account]:
    """Every such account of the text; ``low`` is the same in lower case."""
    is_announced = any(CUES_OF[kind].any_in(low) for kind in _ANNOUNCED)
    if not is_announced and _BEGINS.search(text) is None:
        return
    written = [part for part in map(_part, _PART.finditer(text)) if part]
    said = [*_said_codes(text)]
    parts = sorted([*said, *(part for part in written if not _overlaps(part, said))])
    beginnings = 0
    taken = 0
    for index, part in enumerate(parts):
        is_amid = index > 0 and _is_row(text, parts[index - 1], part)
        if part.start < taken or beginnings >= BEGINNINGS_MAX or is_amid:
            continue
        for is_right, fits in _kinds(parts[index : index + 2], low):
            beginnings += 1
            if found := _whole(text, parts[index : index + PARTS_MAX], is_right, fits):
                taken = found.end
                yield found
                break


def _part(match: re.Match[str]) -> Part | None:
    written = match[0].replace(" ", "")
    if written[1:].islower() and written.isalpha():
        return None  # most words
    has_digits = not written.isalpha()
    is_bank = written.isupper() and 2 <= len(written) <= 6
    is_mixed = len(written) >= 8 and not written[1:].islower()
    if has_digits or is_bank or is_mixed:
        return Part(match.start(), match.end(), written)
    return None


def _said_codes(text: str) -> Iterator[Part]:
    """Beginnings of an IBAN whose check digits are said: the country, the digits, as written."""
    for match in islice(_SAID_CODE.finditer(text), SAID_MAX):
        first, second = (figure_of((match[name] or "").lower()) for name in ("first", "second"))
        words = [str(number) for number in (first, second) if number is not None]
        end = match.end("second" if second is not None else "first")
        digits = digits_of(words)
        if first is None or len(digits) != CHECK_DIGITS:
            continue
        if match["bank"] and (second is not None or match["second"] is None):
            digits, end = digits + match["bank"], match.end()
        yield Part(match.start(), end, match["country"] + digits)


def _overlaps(part: Part, others: Sequence[Part]) -> bool:
    return any(part.start < other.end and other.start < part.end for other in others)


def _is_row(text: str, before: Part, part: Part) -> bool:
    """Whether both are groups of figures in a row, amid which nothing begins."""
    return before.written.isdigit() and (
        text[before.end : part.start].isspace() or _is_cut(text, before, part)
    )


def _is_cut(text: str, before: Part, part: Part) -> bool:
    """Whether both are groups of one number as it is written: "94193-8620"."""
    is_number = before.written.isdigit() and part.written.isdigit()
    return is_number and _IN_NUMBER.fullmatch(text, before.end, part.start) is not None


def _kinds(parts: Sequence[Part], low: str) -> Iterator[tuple[Check, Check]]:
    """What may begin here: whether a whole is right, and whether a beginning may still be one."""
    first = parts[0].written
    made = "".join(part.written for part in parts)
    if _CODE.match(first if len(first) > 3 else made):
        yield partial(iban.is_valid, check_country=False), _is_code
    if CRYPTO_BEGINS.fullmatch(first):
        yield _is_crypto, str.isalnum
    for kind, is_right in _ANNOUNCED.items():
        if first.isdigit() == (kind != "crypto") and CUES_OF[kind].any_in(
            low, parts[0].start - CUE_REACH, parts[0].start
        ):
            yield is_right, str.isalnum if kind == "crypto" else str.isdigit


def _whole(text: str, parts: Sequence[Part], is_right: Check, fits: Check) -> Account | None:
    """As many parts from the first on as make an account; parts that cannot belong are passed.

    Nothing where they stand in a row: that is read elsewhere.
    """
    first = parts[0]
    is_said = text[first.start : first.end].replace(" ", "") != first.written
    made, end, is_strewn = "", first.start, is_said
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        if part.start - end > GAP_MAX:
            return None
        if not fits(made + part.written):
            continue
        gap = text[end : part.start].strip()
        is_strewn = is_strewn or any(map(str.isalpha, gap)) or (is_right is is_key and gap != "")
        made, end = made + part.written, part.end
        if is_strewn and is_right(made) and not (after and _is_cut(text, part, after)):
            return Account(first.start, end, made, PROVEN)
    return None


def _is_code(made: str) -> bool:
    return len(made) < 3 or _CODE.fullmatch(made) is not None


def _is_crypto(made: str) -> bool:
    return judge_whole(made) is not None


def _is_card_or_clabe(made: str) -> bool:
    if len(made) == CARD_LENGTH:
        return luhn.is_valid(made)
    return len(made) == CLABE_LENGTH and _is_clabe(made)


def _is_clabe(made: str) -> bool:
    """A Mexican account: each digit times its weight modulo ten, and the last makes it ten."""
    total = sum(
        int(digit) * _CLABE_WEIGHTS[place % 3] % 10 for place, digit in enumerate(made[:-1])
    )
    return -total % 10 == int(made[-1])


def _is_cpf(made: str) -> bool:
    return len(made) == CPF_LENGTH and cpf.is_valid(made)


_ANNOUNCED: dict[AccountKind, Check] = {
    "bank": _is_card_or_clabe,
    "pix": _is_cpf,
    "crypto": is_key,
}
