"""Numbers and names that are parts of something larger: an IP address, a hash, a version, code."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Sequence

from stdnum import isbn

from models.scripts import lowered
from scanner.detectors.phones.digit_runs import DAY, MONTH, YEAR
from scanner.detectors.phones.words import NOT_PHONES, PHONE, PHONES
from scanner.message import Message
from scanner.verdict import Category, Excuse, Finding, Span
from scanner.views import Views

NUMBERS: frozenset[Category] = frozenset({"contact.phone", "payment.account"})
NAMES: frozenset[Category] = frozenset({"contact.handle"})

CUE_REACH = 16  # characters in which a word announces a number: "call me on 97.150.123.45"
TOKEN_MAX_LENGTH = 128  # characters looked at on each side; longer tokens are no identifiers

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512
HASH = re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}")
TIMESTAMP = re.compile(
    rf"{YEAR}-{MONTH}-{DAY}([T_]\d\d:?\d\d(:?\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?"
)
# Short parts alone: 415.555.2671 is a telephone number.
VERSION = re.compile(
    r"(v(?!(\.?\d){10})\d{1,3}(\.\d{1,3}){1,3}|\d{1,2}(\.\d{1,2}){2})([-+][a-z][\w.]{0,20})?"
)
DIGIT_RUN = re.compile(r"\d{9}")  # as long as a phone number; chance puts none into a hash
PAIRS = re.compile(r"\d\d(\.\d\d){3}")  # 20.12.34.56 is an address and a Danish telephone number

# @media, @Override, @Component(…): words that languages and tools have taken
AT_WORDS = frozenset(
    {
        "media", "import", "charset", "supports", "keyframes", "font-face", "mixin", "tailwind",
        "override", "deprecated", "autowired", "injectable", "param", "returns", "throws",
        "todo", "staticmethod", "classmethod", "dataclass", "decorator",
    }
)  # fmt: skip
PACKAGE = re.compile(r"@[a-z0-9][\w.-]*/[a-z0-9][\w.-]*", re.IGNORECASE)

_EDGES = "()[]{}<>\"'`,;!?"


class Code:
    """Drops what is only a slice of an identifier; how the whole token reads decides."""

    id = "code"

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterator[Excuse]:
        """One excuse for each finding of the judged message that lies in such a token."""
        for finding in findings:
            if len(finding.spans) != 1 or finding.spans[0].message != 0:
                continue
            token = _token_around(message.text, finding.spans[0])
            if finding.category == "payment.account" and UUID.fullmatch(finding.value or ""):
                continue  # a whole one is found only beside a word for Pix, whose keys they are
            if finding.category in NUMBERS:
                is_code = is_identifier(token) and not (
                    _may_be_rung(token) and _is_announced(message.text, finding.spans[0])
                )
            else:
                is_code = finding.category in NAMES and is_reserved_name(token)
            if is_code:
                yield Excuse(finding=finding, reason="code", source=self.id, weight=0.0)


def is_identifier(token: str) -> bool:
    """Whether a token is an IP address, a UUID, a hash, a date, a version or an ISBN."""
    if any(shape.fullmatch(token) for shape in (UUID, TIMESTAMP, VERSION)):
        return True
    if HASH.fullmatch(token.casefold()) and not DIGIT_RUN.search(token):
        return True
    if isbn.is_valid(token) and len(isbn.compact(token)) == len("9783161484100"):
        return True
    if PAIRS.fullmatch(token):
        return False
    host, _, port = token.partition(":")
    try:
        ipaddress.ip_address(host if port.isdecimal() else token)
    except ValueError:
        return False
    return True


def _may_be_rung(token: str) -> bool:
    """Whether the points may be those of a telephone number: of a version, of a public address."""
    try:
        return not ipaddress.ip_address(token).is_private
    except ValueError:
        return VERSION.fullmatch(token) is not None


def _is_announced(text: str, span: Span) -> bool:
    """Whether a word for phones stands beside it, and none after that says what else it is."""
    low = lowered(text[max(0, span.start - CUE_REACH) : span.start])
    cue = max((word.end for word in PHONES.find(low) if word.meaning == PHONE), default=-1)
    return cue > max((word.end for word in NOT_PHONES.find(low)), default=-1)


def is_reserved_name(token: str) -> bool:
    """Whether a token beginning with @ is a word of code, or a package in its scope."""
    if not token.startswith("@"):
        return False
    return token[1:].partition("(")[0].casefold() in AT_WORDS or bool(PACKAGE.fullmatch(token))


def _token_around(text: str, span: Span) -> str:
    """What stands between the white space around the span, without brackets and quotes."""
    start, end = span.start, span.end
    first = max(0, start - TOKEN_MAX_LENGTH)
    last = min(len(text), end + TOKEN_MAX_LENGTH)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return text[start:end].strip(_EDGES).rstrip(".:")
