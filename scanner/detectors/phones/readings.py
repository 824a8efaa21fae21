"""What a run of digits may be: a number of one country or another, and how well it fits there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from scanner.detectors.phones.digit_runs import Run, groups
from scanner.detectors.phones.regions import FAR

phonenumbers.enable_pattern_cache()  # plans of many countries outgrow the cache of ``re``

SHAPE_EXACT, SHAPE_BEGUN, MOBILE = 0.7, 0.4, 0.6  # what the look of a number adds to its region
LANDLINE_RARE = 0.7  # taken off for a landline where hardly anybody has one
KIND_TOLD = 0.5  # added where the text says "mobile" or "landline" and it is; else taken off
NOBODYS = 0.8  # taken off for lines that no person has: premium rates, shared costs
BRACKETS = 0.3  # added where the area code stands in brackets and does there; else taken off
TRUNK_AMISS = 0.6  # taken off where the leading 0 is missing, or the plan has none
TRUNK_ODD = 0.9  # the same where it is written though the plan's is left out by everybody
TRUNK_KEPT = 0.4  # added where it is written and nobody there leaves it out
SIGNED = 0.3  # added where its hyphens and brackets stand as they do there
LOOK_MOST = SIGNED + SHAPE_EXACT + MOBILE + TRUNK_KEPT + KIND_TOLD + BRACKETS
HINTED = 0.7  # weight of a region from which something in the text speaks for it
LIKELY = 0.3  # the same of one of several that write a tongue
NAMED = 2.9  # the same where its country, or a city of it, is named

# Indians and others of whom English is written too mostly leave it out.
_TRUNK_ALWAYS = frozenset({"GB"})
_TRUNK_NEEDED = frozenset({"GH"})  # without it nobody would know the number for one
_NO_TRUNK = frozenset({"IN"})  # the plan has a 0 that nobody writes before a mobile number
MOBILES = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
# Where people who work from home have mobile phones and nothing else.
_MOBILE_LANDS = frozenset(
    {"IN", "PK", "BD", "NP", "LK", "PH", "NG", "KE", "GH", "UG", "TZ", "ID", "VN", "TH", "EG", "MA"}
    | {"CN"}
)
_OF_PERSONS = (*MOBILES, PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE)
# Beside a larger country of their tongue, landlines only as they are written there.
_SMALL = frozenset({"AT", "CH", "BE"})
SPOKEN_FOR = 1.2  # weight of a region for which more speaks than the tongue
# Beside these live others of their tongue, whose mobile numbers look like landlines of theirs.
_BESIDE_MOBILES = frozenset({"DE", "NL"})
LANDLINE_BESIDE = 0.5  # taken off for such a landline that is not written as one
# Their mobile numbers look like landlines of Britain: being mobile speaks for them only where the
# tongue does as well, the text says so, or they have the hyphen that people put there.
_LIKE_LANDLINES = frozenset({"BD"})
_MOBILE_LEAST = {"AT": 10}  # digits
# Where the plan of libphonenumber is wider than what is in use, or than what is mostly meant: more
# people of Kenya write here than of Tanzania, and what begins so in both is Kenyan.
_MOBILE_BEGINS: dict[str, tuple[str, ...]] = {
    "BD": ("01",),
    "TZ": ("06", "073", "075", "076", "077", "078", "6", "73", "75", "76", "77", "78"),
}
NATIONAL_MOST = 10  # digits after an exit prefix that areas begin with as well: 011 of Delhi
# Dialled for "+": in most countries, from North America, Australia and Russia.
_EXIT = re.compile(r"[ (]*(?:0011|011|00|8[ ~-]{0,3}10)[ .~()/-]*(?=[1-9])")
_PLAIN_EXIT = re.compile(r"[ (]*00[1-9]")
_TRUNK_IN_BRACKETS = re.compile(r"(\D*\d[\d ]{0,4})\(0\)")  # +44 (0)20 …
# How people write there besides what libphonenumber makes of a number: digits of its groups.
_ALSO_WRITTEN: dict[str, tuple[list[int], ...]] = {
    "UA": ([3, 3, 2, 2],),
    "BG": ([4, 3, 3],),
    "ES": ([3, 3, 3],),
    "CL": ([1, 4, 4],),
}
# Mobile numbers in one row that hardly any other country has, and those of Japan, which are looked
# for where something speaks for it: Nigeria's begin so.
_OWN_ROWS = {"CN": re.compile(r"1[3-9]\d{9}"), "RU": re.compile(r"89\d{9}")}
_LIKELY_ROWS = {"JP": re.compile(r"0[789]0\d{8}")}
# For use in drama, of Ofcom, and no valid number to libphonenumber: an excuse is for them.
BRITAIN, _DRAMA = 44, re.compile(r"7700900\d{3}")
_ARGENTINE_MOBILE = "9"  # stands before the area code where one calls from abroad
ARGENTINE_DIGITS = 10  # of area code and number


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a run may be: a number, and how well it fits the place it was found in.

    ``is_formatted``: its groups are those of people there; ``is_by_plan``: and of libphonenumber.
    """

    number: PhoneNumber
    weight: float
    is_formatted: bool
    is_mobile: bool
    is_hinted: bool
    is_named: bool
    is_likely: bool = False
    is_trunk_amiss: bool = False
    is_by_plan: bool = False


def in_region(run: Run, region: str, weight: float) -> Reading | None:
    """The run as a number of the region; None where it is none, or nobody would write it so."""
    number = parsed(run.digits, region)
    if number is None:
        return None
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    if region == "AR" and _is_bare_argentine(run, number):
        number = parsed(_ARGENTINE_MOBILE + run.digits, region) or number
        national = national.removeprefix("0")
    is_mobile = _is_mobile(run, number, region)
    if is_mobile and region in _NO_TRUNK:
        national = national.removeprefix("0")
    usual, written = groups(national), groups(run.written)
    is_signed = run.written.strip() == national and not national.replace(" ", "").isdigit()
    is_own = is_mobile and _is_own_row(run, region, weight)
    is_usual = usual == written or (is_mobile and written in _ALSO_WRITTEN.get(region, ()))
    is_begun = usual[:1] == written[:1]
    look = SHAPE_EXACT if is_usual or is_own else SHAPE_BEGUN if is_begun else 0.0
    is_amiss = national.startswith("0") != run.digits.startswith("0")
    keeps_trunk = region in _TRUNK_ALWAYS and not is_amiss
    if region in _TRUNK_NEEDED and is_amiss and weight < NAMED:
        return None
    if region in _SMALL and weight < SPOKEN_FOR and not is_mobile and look < SHAPE_EXACT:
        return None
    is_sure = weight >= LIKELY or is_signed or run.is_of_mobile
    is_like_landline = region in _LIKE_LANDLINES and not is_sure
    begins_so = run.digits.startswith("0") or is_signed or is_own
    if weight <= FAR and (is_amiss or not is_mobile or not begins_so):
        return None
    return Reading(
        number=number,
        weight=weight
        + look
        + (SIGNED if is_signed else 0.0)
        + (MOBILE if is_mobile and not is_like_landline else 0.0)
        + (TRUNK_KEPT if keeps_trunk else 0.0)
        - (0.0 if not is_amiss else TRUNK_ODD if region in _NO_TRUNK else TRUNK_AMISS)
        + _by_kind(run, number, national, is_mobile=is_mobile)
        - (LANDLINE_RARE if region in _MOBILE_LANDS and _is_landline(run, number) else 0.0)
        - (
            LANDLINE_BESIDE
            if region in _BESIDE_MOBILES and look < SHAPE_EXACT and _is_landline(run, number)
            else 0.0
        ),
        is_formatted=is_usual,
        is_mobile=is_mobile,
        is_hinted=weight >= HINTED,
        is_named=weight >= NAMED,
        is_likely=weight >= LIKELY,
        is_trunk_amiss=is_amiss,
        is_by_plan=usual == written,
    )


def _is_own_row(run: Run, region: str, weight: float) -> bool:
    row = _OWN_ROWS.get(region) or (_LIKELY_ROWS.get(region) if weight > FAR else None)
    return row is not None and row.fullmatch(run.digits) is not None


def _is_mobile(run: Run, number: PhoneNumber, region: str) -> bool:
    if len(run.digits) < _MOBILE_LEAST.get(region, 0):
        return False
    begins = _MOBILE_BEGINS.get(region, ("",))
    return _kind(number) in MOBILES and run.digits.startswith(begins)


def _kind(number: PhoneNumber) -> int:
    """What kind of line it is; those of drama pass for mobile ones."""
    return PhoneNumberType.MOBILE if _is_of_drama(number) else phonenumbers.number_type(number)


def _is_of_drama(number: PhoneNumber) -> bool:
    return (
        number.country_code == BRITAIN and _DRAMA.fullmatch(str(number.national_number)) is not None
    )


def _is_landline(run: Run, number: PhoneNumber) -> bool:
    """Whether it is one, and nothing in the text says so."""
    is_fixed = phonenumbers.number_type(number) == PhoneNumberType.FIXED_LINE
    return is_fixed and not run.is_of_landline


def _by_kind(run: Run, number: PhoneNumber, national: str, *, is_mobile: bool) -> float:
    """What speaks for a region by the kind of line that it would be there."""
    kind = _kind(number)
    if kind not in _OF_PERSONS:
        return -NOBODYS
    weight = 0.0
    if run.is_of_mobile:
        weight += KIND_TOLD if is_mobile else -KIND_TOLD
    elif run.is_of_landline:
        weight -= KIND_TOLD if kind == PhoneNumberType.MOBILE else -KIND_TOLD
    if run.written.startswith("(") and run.digits.startswith("0"):
        weight += BRACKETS if national.startswith("(") else -BRACKETS
    return weight


def _is_bare_argentine(run: Run, number: PhoneNumber) -> bool:
    """A mobile number as people there give it, without the 15 of calls within the country."""
    return (
        len(run.digits) == ARGENTINE_DIGITS
        and not run.digits.startswith("0")
        and not run.is_of_landline
        and phonenumbers.number_type(number) == PhoneNumberType.FIXED_LINE
    )


def with_bare_country_code(run: Run, regions: dict[str, float]) -> Reading | None:
    """A number with its country code, the "+" left out: "4915228817386"."""
    if len(run.digits) < 10 or run.digits.startswith("0"):
        return None
    number = parsed(f"+{run.digits}", None)
    if number is None:
        return None
    weight = regions.get(phonenumbers.region_code_for_number(number) or "", 0.0)
    is_mobile = phonenumbers.number_type(number) in MOBILES
    # National numbers of more than ten digits are rare (ITU-T E.129 plans).
    look = (SHAPE_BEGUN + 0.3 if len(run.digits) > 10 else 0.0) + (MOBILE + 0.1 if is_mobile else 0)
    look += KIND_TOLD if is_mobile and run.is_of_mobile else 0.0
    return Reading(
        number=number,
        weight=weight + look,
        is_formatted=False,
        is_mobile=is_mobile,
        is_hinted=weight >= HINTED,
        is_named=weight >= NAMED,
    )


class Abroad(NamedTuple):
    """A number with its country code; ``is_plain`` where nothing else begins so: "+" or "00"."""

    number: PhoneNumber
    is_plain: bool


def from_abroad(run: Run) -> Abroad | None:
    """The run as a number with its country written after "+" or what is dialled for it."""
    exit_code = _EXIT.match(run.written)
    if not run.has_plus and exit_code is None:
        return None
    digits = run.digits
    if exit_code:
        digits = digits.removeprefix("".join(filter(str.isdigit, exit_code.group())))
    is_plain = run.has_plus or _PLAIN_EXIT.match(run.written) is not None
    if not is_plain and len(digits) < NATIONAL_MOST:
        return None
    number = parsed(f"+{digits}", None)
    if number is None and (trunk := _TRUNK_IN_BRACKETS.match(run.written)):
        country = re.sub(r"\D", "", trunk.group(1))
        number = parsed(f"+{country}{run.digits[len(country) + 1 :]}".replace("+00", "+"), None)
    return Abroad(number, is_plain) if number else None


def parsed(written: str, region: str | None) -> PhoneNumber | None:
    """The number, if it is valid; in the region, if one is given."""
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if region is None:
        is_valid = phonenumbers.is_valid_number(number)
    else:
        is_valid = phonenumbers.is_valid_number_for_region(number, region)
    if not is_valid and region in (None, "GB"):
        is_valid = _is_of_drama(number)
    return number if is_valid else None
