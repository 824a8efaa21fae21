"""Phone numbers: runs of digits that libphonenumber holds for valid somewhere plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from scanner.detectors.hit import Hit
from scanner.detectors.phone_words import ASKS_NUMBER, NOT_PHONES, PHONES
from scanner.detectors.regions import likely_regions
from scanner.detectors.words import Words, lowered
from scanner.message import Message
from scanner.views.view import View

DIGITS_MIN, DIGITS_MAX = 7, 15  # ITU-T E.164 for the most; the fewest of subscriber numbers
REACH_BEFORE, REACH_AFTER = 60, 30  # characters in which a word still speaks of the number
REACH_LABEL = 30  # the same for words that say it is something else: "order no. is"
CANDIDATES_MAX = 24  # national numbers weighed in one view: each costs up to half a millisecond
SURROUNDINGS = 600  # characters each side that may tell the country

_BETWEEN = r"[ \t()./\u00a0\u2007\u2009\u202f\u2010-\u2015\u00b7\uff0d\u2212*~-]{0,4}"
_BETWEEN_LINES = r"[ \t\n()./\u00a0\u2010-\u2015-]{0,4}"
_RUN = re.compile(rf"[+＋]?[ ]?\(?\+?\d(?:{_BETWEEN}\d){{6,40}}")
_RUN_OF_ROOM = re.compile(rf"[+＋]?[ ]?\(?\+?\d(?:{_BETWEEN_LINES}\d){{6,40}}")
_PARTS = re.compile(r"\s*[/|]\s+|\s+[/|]\s*|\s{2,}|\s[-–—]\s|\s(?=\+)")
_INTERNATIONAL = re.compile(r"[ (]*(?:\+|＋|00[1-9])")

_DATE = re.compile(
    r"(?:19|20)\d\d([-/. ]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:19|20)\d\d(?!\d)"
    r"|(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|[12]\d|3[01])\3(?:19|20)\d\d(?!\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d")
_ADDRESS_OF_HOST = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_ISBN = re.compile(r"97[89][- ]?\d(?:[- ]?\d){9}")
_MONEY_AFTER = re.compile(
    r"\s{0,2}(?:[€$£₹₽₴₺¥%°]|(?:usd|eur|руб|грн|zł|kr|inr|tl|rs|px|mm|ms|円|元|원)\b)", re.I
)
_MONEY_BEFORE = re.compile(r"(?:[€$£₹₽₴₺¥#=@&_\\]|\brs\.?|\b(?:usd|eur|inr|php|rp))\s?$", re.I)
_DIGIT = re.compile(r"[^\D0-9]")
_TIMES = re.compile(r"\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d")
_MONOTONE = re.compile(r"(\d)\1{5}$")  # stands for "any number": 210 000 000
_NANP = re.compile(r"\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ]\d{4}")
_SPACED_SLASH = re.compile(r"\s/|/\s")  # parts a list more often than a number: 300 / 300 / 200
_TRUNK = re.compile(r"\(?0[1-9]")
# Disguises that nobody puts on a quantity; a valid number under one is hidden on purpose.
_HIDING = frozenset(
    {
        "spelled digits",
        "split over messages",
        "enclosed digits",
        "spaced digits",
        "leet",
        "styled letters",
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits and what stands around it."""

    start: int
    end: int
    written: str
    digits: str
    has_cue: bool
    has_other_label: bool
    is_disguised: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run may be: a number, and how well it fits the place it was found in."""

    number: PhoneNumber
    weight: float
    is_formatted: bool
    is_mobile: bool
    is_hinted: bool


class PhoneDetector:
    """Finds numbers with a country code anywhere, and national ones for the countries that fit."""

    id = "phone"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each run of digits that is a number; national ones up to a bound."""
        pattern = _RUN if len(view.source.messages) == 1 else _RUN_OF_ROOM
        first = pattern.search(view.text)
        if first is None:
            return
        low = lowered(view.text)
        asked = _was_asked(message)
        regions: dict[str, float] | None = None
        weighed = 0
        for match in pattern.finditer(view.text, first.start()):
            for run in _runs(view, low, match, asked=asked):
                hit = _international(run)
                has_plus = run.written[0] in "+＋"
                if hit is None and not has_plus and weighed < CANDIDATES_MAX:
                    weighed += 1
                    if regions is None:
                        regions = likely_regions(_surroundings(view, run, message))
                    hit = _national(run, regions)
                if hit:
                    yield hit


def _was_asked(message: Message) -> bool:
    """Whether one of the last things said to the sender asks for a number."""
    own = message.context.sender_role
    return any(
        ASKS_NUMBER.any_in(lowered(earlier.text[-300:]))
        for earlier in message.history[-3:]
        if earlier.sender_role is None or earlier.sender_role != own
    )


def _surroundings(view: View, run: Run, message: Message) -> str:
    """What was typed around the run and said before; a reading may have lost words of a language."""
    start, end = view.to_source(run.start, run.end)
    near = view.source.text[max(0, start - SURROUNDINGS) : end + SURROUNDINGS]
    return "\n".join(
        [lowered(near), *(lowered(earlier.text[:300]) for earlier in message.history[-4:])]
    )


def _runs(view: View, low: str, match: re.Match[str], *, asked: bool) -> Iterator[Run]:
    """The run as a whole if it may be one number, else its parts at the wider gaps."""
    start, written = match.start(), _DIGIT.sub(_ascii_digit, match.group())
    start += len(written) - len(written.lstrip())
    written = written.lstrip()
    pieces = [(start, written)]
    if _digit_count(written) > DIGITS_MAX:
        pieces, at = [], 0
        for gap in (*_PARTS.finditer(written), None):
            end = gap.start() if gap else len(written)
            pieces.append((start + at, written[at:end]))
            at = gap.end() if gap else end
    for begin, piece in pieces:
        if date := _DATE.match(piece):
            begin, piece = begin + date.end(), piece[date.end() :]
            begin, piece = begin + len(piece) - len(piece.lstrip(" -/.")), piece.lstrip(" -/.")
        if DIGITS_MIN <= _digit_count(piece) <= DIGITS_MAX:
            run = _run(view, low, (begin, piece), asked=asked)
            if not _is_something_else(view.text, run):
                yield run


def _ascii_digit(digit: re.Match[str]) -> str:
    return str(int(digit.group()))


def _digit_count(written: str) -> int:
    return sum(map(str.isdigit, written))


def _run(view: View, low: str, place: tuple[int, str], *, asked: bool) -> Run:
    start, written = place
    end = start + len(written)
    cue = _nearest(PHONES, low, start - REACH_BEFORE, start)
    label = _nearest(NOT_PHONES, low, start - REACH_LABEL, start)
    has_cue = asked or cue >= 0 or PHONES.any_in(low, end, end + REACH_AFTER)
    digits = "".join(str(int(character)) for character in written if character.isdecimal())
    is_disguised = bool(_HIDING.intersection(view.read_as(start, end)))
    return Run(start, end, written, digits, has_cue, label > cue, is_disguised)


def _nearest(words: Words, low: str, start: int, end: int) -> int:
    """Where the last of the words in the range ends, or -1."""
    return max((word.end for word in words.find(low, start, end)), default=-1)


def _is_something_else(text: str, run: Run) -> bool:
    """Whether the run is part of a word, or a price, an address of a host, a date, an ISBN …"""
    before, after = text[max(0, run.start - 6) : run.start], text[run.end : run.end + 6]
    if before[-1:].isascii() and (before[-1:].isalpha() and not run.has_cue):
        return True
    if (
        run.written[0] != "+"
        and before[-1:] in ("/", "-", ".", ",", ":")
        and before[-2:-1].isalnum()
        and before[-1:] != ":"
    ):
        return not (run.has_cue and before[-1:] in ".,-/")
    if before[-1:] == ":" and before[-2:-1].isdigit():
        return True
    if before[-1:] in ("-", "|") or _MONOTONE.search(run.digits):
        return True
    if after[:1] in ("@", "_") or (
        after[:1].isascii() and after[:1].isalpha() and after[:1] not in "xX"
    ):
        return True
    if after[:1] in (",", ":", "-", "/") and after[1:2].isdigit():
        return True
    if _MONEY_BEFORE.search(before):
        return True
    written = run.written.strip("+ ()")
    if not run.written.startswith("+") and _MONEY_AFTER.match(after) and len(run.digits) < 10:
        return True
    if _ADDRESS_OF_HOST.fullmatch(written) and all(int(part) < 256 for part in written.split(".")):
        return True
    if any(shape.fullmatch(written) for shape in (_YEARS, _ISBN, _TIMES)):
        return True
    if run.has_cue or run.written.startswith("+"):
        return False
    return bool(_THOUSANDS.fullmatch(written) or _DECIMAL.fullmatch(written))


def _international(run: Run) -> Hit | None:
    """A number with "+" or "00": the country is written."""
    if not _INTERNATIONAL.match(run.written):
        return None
    digits = run.digits.removeprefix("00")
    number = _parsed(f"+{digits}", None)
    if number is None and (trunk := re.match(r"(\+?[\d ]{1,5})\(0\)", run.written)):
        digits = (
            re.sub(r"\D", "", trunk.group(1)) + run.digits[len(re.sub(r"\D", "", trunk.group())) :]
        )
        number = _parsed(f"+{digits}", None)
    if number is None:
        return None
    return _hit(run, number, 0.6 if run.has_other_label else 0.97)


def _parsed(written: str, region: str | None) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    valid = (
        phonenumbers.is_valid_number(number)
        if region is None
        else phonenumbers.is_valid_number_for_region(number, region)
    )
    return number if valid else None


def _national(run: Run, regions: dict[str, float]) -> Hit | None:
    """The best reading among the countries that fit, graded by what speaks for a phone at all."""
    readings = [
        reading for region, weight in regions.items() if (reading := _reading(run, region, weight))
    ]
    if reading := _with_bare_country_code(run, regions):
        readings.append(reading)
    if not readings:
        return None
    best = max(readings, key=lambda reading: reading.weight)
    confidence = _confidence(run, best)
    return _hit(run, best.number, confidence) if confidence else None


def _reading(run: Run, region: str, weight: float) -> Reading | None:
    number = _parsed(run.digits, region)
    if number is None:
        return None
    usual = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    is_formatted = _groups(usual) == _groups(run.written)
    is_mobile = phonenumbers.number_type(number) in _MOBILE
    begins_alike = _groups(usual)[:1] == _groups(run.written)[:1]
    shape = 1.0 if is_formatted else 0.5 if begins_alike else 0.0
    total = weight + shape + (0.6 if is_mobile else 0.0)
    return Reading(number, total, is_formatted, is_mobile, weight >= 0.5)


_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def _with_bare_country_code(run: Run, regions: dict[str, float]) -> Reading | None:
    """A number with its country code, the "+" left out: "4915228817386"."""
    if len(run.digits) < 10 or run.digits.startswith("0"):
        return None
    number = _parsed(f"+{run.digits}", None)
    if number is None:
        return None
    region = phonenumbers.region_code_for_number(number) or ""
    is_mobile = phonenumbers.number_type(number) in _MOBILE
    weight = (
        regions.get(region, 0.0)
        + (0.7 if is_mobile else 0.0)
        + (0.8 if len(run.digits) > 10 else 0.0)
    )
    return Reading(number, weight, False, is_mobile, regions.get(region, 0.0) >= 0.5)


def _groups(written: str) -> list[int]:
    return [len(group) for group in re.findall(r"\d+", written)]


def _confidence(run: Run, reading: Reading) -> float:
    """Shape, country and the words around it, against what else a run of digits may be."""
    if run.has_other_label:
        return 0.0 if not run.has_cue else 0.35
    is_nanp = reading.number.country_code == 1
    if is_nanp and _NANP.fullmatch(run.written.strip()):
        return 0.95 if run.has_cue else 0.85
    if len(run.digits) < 8 and not (run.has_cue and reading.is_hinted):
        return 0.0
    if run.has_cue:
        return 0.92 if reading.is_formatted or reading.is_hinted or reading.is_mobile else 0.55
    if run.is_disguised:
        return 0.75 if reading.is_mobile or reading.is_hinted else 0.4
    if _SPACED_SLASH.search(run.written):
        return 0.3
    has_shape = len(_groups(run.written)) > 1 or _TRUNK.match(run.written) is not None
    if reading.is_formatted and reading.is_hinted and has_shape:
        return 0.8
    if reading.is_hinted and has_shape:
        return 0.65
    if has_shape and reading.is_formatted and _TRUNK.match(run.written):
        return 0.6
    return 0.3 if has_shape or reading.is_hinted else 0.2


def _hit(run: Run, number: PhoneNumber, confidence: float) -> Hit:
    return Hit(
        category="contact.phone",
        start=run.start,
        end=run.end,
        confidence=confidence,
        type="phone",
        value=phonenumbers.format_number(number, PhoneNumberFormat.E164),
    )
