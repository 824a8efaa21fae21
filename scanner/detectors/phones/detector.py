"""Phone numbers: runs of digits that libphonenumber holds for valid somewhere plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

from models.scripts import lowered
from scanner.detectors.hit import Hit
from scanner.detectors.phones.area_codes import with_area_code
from scanner.detectors.phones.digit_runs import Run, groups, runs
from scanner.detectors.phones.readings import (
    LOOK_MOST,
    MOBILES,
    Abroad,
    Reading,
    from_abroad,
    in_region,
    parsed,
    with_bare_country_code,
)
from scanner.detectors.phones.regions import RegionsOf, likely_regions, unknown
from scanner.detectors.phones.rows import Spare, ends_in_hours
from scanner.detectors.phones.words import ASKS_NUMBER, NOT_PHONES, PHONES
from scanner.message import Message
from scanner.views.letters.backwards import DISGUISE as TURNED
from scanner.views.letters.backwards import tells_backwards
from scanner.views.numbers.reckoned import DISGUISE as RECKONED
from scanner.views.numbers.reckoned import tells_to_move
from scanner.views.view import View

INTERNATIONAL_MAX = 200  # numbers with a country code read in one view: each costs 50 µs
# Others are weighed until this is used up; each costs up to half a millisecond. A word for phones
# nearby makes one cheaper, so that a list of figures cannot hide the number after it.
NATIONAL_BUDGET = 32
COST_WITH_CUE, COST = 1, 2
SURROUNDINGS = 600  # characters each side that may tell the country
QUESTION_LENGTH = 300  # characters at the end of an earlier message that may ask for a number
LABEL_REACH = 12  # characters before the words that ask
SHORT_QUESTION = 80  # characters of one that asks for little else

NATIONAL_DIGITS = 10  # of most mobile numbers with their leading 0, or more
LONG = 10  # digits; with more, a short figure may stand behind a number
WHOLE = 0.5  # what speaks for all of the figures against the first of them
COUNTED, UNANNOUNCED = 0.6, 0.4  # of figures that count up or down, which mostly stand for any
DOUBTFUL = 0.4  # of what is to be read the other way
RIGHT_TO_LEFT = "\u202e"  # shows figures from their end as well (Unicode, UAX #9: RLO)
_ENDS_TURNING = "\u202c\u202d\n"
TURN_REACH = 160  # characters in which the writer says so
SAID_NEAR = 60  # the same of one sentence, where that is as good as a word for phones

_ANY_DIGITS = re.compile(r"\d(?:\D{0,4}\d){6}")
_COUNTRY_CODE = re.compile(r"[ (]*(?:\+|＋|0?0[ .-]?[1-9]|8[ ~-]{0,3}1)")
_NANP = re.compile(r"\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ]\d{4}")
_SPACED_SLASH = re.compile(r"\s/|/\s")  # parts a list more often than a number: 300 / 300 / 200
_WORDS = re.compile(r"[^\W\d_]{2}")
_SENTENCE_END = re.compile(r"[.!?。！？]\s|\n")
_TRUNK = re.compile(r"\(?0[1-9]")
# Written 3-3-3 as mobile numbers are there; an amount of that size mostly ends in noughts.
_THREE_THREES = re.compile(r"[1-9]\d\d(?P<gap>[ \u00a0.])\d{3}(?P=gap)\d{3}")


class PhoneDetector:
    """Finds numbers with a country code anywhere, and national ones for the countries that fit."""

    id = "phone"

    def __init__(self, regions_of: RegionsOf = unknown) -> None:
        """``regions_of``: the countries of those who write as a text is written."""
        self._regions_of = regions_of

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each run of digits that is a number, up to a bound."""
        if not _ANY_DIGITS.search(view.text):
            return
        regions: dict[str, float] | None = None
        international, budget, spare = 0, NATIONAL_BUDGET, Spare()
        last_country_code = max(view.text.rfind("+"), view.text.rfind("＋"), view.text.rfind("00"))
        low = lowered(view.text)
        found = runs(view, low, asked=_was_asked(message))
        is_to_be_moved = RECKONED not in view.disguises and tells_to_move(low)
        for run in (_as_told(view, low, seen) for seen in found):
            if _COUNTRY_CODE.match(run.written) and international < INTERNATIONAL_MAX:
                international += 1
                if hit := _international(run, spare):
                    yield hit
                    continue
            if budget <= 0 and run.start > last_country_code:
                return
            if run.has_plus or budget <= 0:
                continue
            budget -= COST_WITH_CUE if run.has_cue else COST
            if regions is None:
                regions = likely_regions(_surroundings(view, run, message), self._regions_of)
            if hit := _national(run, regions, spare=spare):
                is_doubtful = is_to_be_moved or _is_to_be_turned(view, run, regions)
                yield _doubted(hit) if is_doubtful else hit


def _as_told(view: View, low: str, run: Run) -> Run:
    """The run with what the text says of it: that it is to be turned, or its area code."""
    if TURNED in view.disguises and _is_told_to_turn(view, run, in_sentence=True):
        run = replace(run, has_cue=True)
    if TURNED not in view.disguises and _is_shown_turned(view, run):
        run = replace(run, written=run.written[::-1], digits=run.digits[::-1])
    if whole := with_area_code(low, run.start, run.end, run.digits):
        run = replace(run, digits=whole, has_cue=True)
    return run


def _is_shown_turned(view: View, run: Run) -> bool:
    """Whether a sign before the run makes what follows be shown from its end."""
    text = view.source.text
    if RIGHT_TO_LEFT not in text:
        return False
    start, _ = view.to_source(run.start, run.end)
    last = text.rfind(RIGHT_TO_LEFT, 0, start + 1)
    return last >= 0 and not any(sign in text[last:start] for sign in _ENDS_TURNING)


def _is_to_be_turned(view: View, run: Run, regions: dict[str, float]) -> bool:
    """Whether the run is a number from its end as well, and the writer says to read it so."""
    if TURNED in view.disguises:
        return False
    if not _is_told_to_turn(view, run):
        return False
    turned = (parsed(run.digits[::-1], region) for region in regions)
    return any(number and phonenumbers.number_type(number) in MOBILES for number in turned)


def _is_told_to_turn(view: View, run: Run, *, in_sentence: bool = False) -> bool:
    start, end = view.to_source(run.start, run.end)
    text = view.source.text
    before, after = text[max(0, start - TURN_REACH) : start], text[end : end + TURN_REACH]
    if in_sentence:
        before = _SENTENCE_END.split(before)[-1][-SAID_NEAR:]
        after = _SENTENCE_END.split(after)[0][:SAID_NEAR]
    return tells_backwards(f"{before} {after}")


def _doubted(hit: Hit) -> Hit:
    return replace(hit, confidence=min(hit.confidence, DOUBTFUL))


def _was_asked(message: Message) -> bool:
    """Whether one of the last things said to the sender asks for a number.

    Where nothing but a number answers, any word for one asks, unless another says which.
    """
    own = message.context.sender_role
    said = [
        lowered(earlier.text[-QUESTION_LENGTH:])
        for earlier in message.history[-3:]
        if earlier.sender_role is None or earlier.sender_role != own
    ]
    if any(_asks(text) for text in said):
        return True
    question = said[-1] if said and not _WORDS.search(message.text) else ""
    is_short = 0 < len(question) <= SHORT_QUESTION
    return is_short and PHONES.any_in(question) and not NOT_PHONES.any_in(question)


def _asks(low: str) -> bool:
    """Whether a number is asked for that no word before says to be another: "tracking number?"."""
    return any(
        not NOT_PHONES.any_in(low, max(0, word.start - LABEL_REACH), word.end)
        for word in ASKS_NUMBER.find(low)
    )


def _surroundings(view: View, run: Run, message: Message) -> str:
    """What was typed around the run, and said before; readings may have lost words of a tongue."""
    start, end = view.to_source(run.start, run.end)
    near = view.source.text[max(0, start - SURROUNDINGS) : end + SURROUNDINGS]
    earlier = [earlier.text[:QUESTION_LENGTH] for earlier in message.history[-4:]]
    return lowered("\n".join([near, *earlier]))


def _international(run: Run, spare: Spare) -> Hit | None:
    """A number with "+", "00" or what else is dialled before a country code."""
    for row in spare.of(run):
        if abroad := from_abroad(row):
            confidence = _of_abroad(row, abroad)
            return _hit(row, abroad.number, confidence) if confidence else None
    return None


def _of_abroad(run: Run, abroad: Abroad) -> float:
    if run.is_scattered:
        return 0.7 if run.is_told else 0.6
    if run.is_counted and not run.has_cue:
        return UNANNOUNCED
    if not abroad.is_plain:
        return 0.92 if run.has_cue and not run.has_label else 0.0
    return COUNTED if run.has_label or run.is_counted else 0.97


def _national(run: Run, regions: dict[str, float], *, spare: Spare) -> Hit | None:
    """The best reading of what may be the number, graded by what speaks for a phone."""
    best: tuple[float, Run, Reading] | None = None
    is_told = ends_in_hours(run)
    for row in spare.of(run):
        reading = _best_reading(row, regions)
        if reading is None:
            continue
        is_whole = row is run
        weight = reading.weight + (WHOLE if is_whole and not is_told else 0.0)
        if best is None or weight > best[0]:
            best = weight, row, reading
        if is_whole and not is_told and (reading.is_formatted or len(run.digits) <= LONG):
            break
    if best is None:
        return None
    _, row, reading = best
    confidence = _confidence(row, reading)
    if row.is_counted:
        confidence = min(confidence, COUNTED)
    return _hit(row, reading.number, confidence) if confidence else None


def _best_reading(run: Run, regions: dict[str, float]) -> Reading | None:
    """The best among the regions, which are sorted."""
    best = with_bare_country_code(run, regions)
    for region, weight in regions.items():
        if best and best.weight >= weight + LOOK_MOST:
            break  # no later one can be better
        reading = in_region(run, region, weight)
        if reading and (best is None or reading.weight > best.weight):
            best = reading
    return best


def _confidence(run: Run, reading: Reading) -> float:
    """The words around the number, then its look, against what else a run of digits may be."""
    if run.is_scattered:
        return _of_scattered(run, reading)
    if run.is_quantity:
        return _of_quantity(run, reading)
    if run.has_label and not run.is_disguised:
        return _of_labelled(run, reading)
    is_nanp = reading.number.country_code == 1 and _NANP.fullmatch(run.written.strip()) is not None
    if run.has_cue or is_nanp:
        return _with_words(run, reading, is_nanp=is_nanp)
    return _by_look(run, reading)


def _of_quantity(run: Run, reading: Reading) -> float:
    """ "602 418 790" may be an amount, less likely where mobile numbers are written so."""
    if not reading.is_mobile:
        return 0.0
    is_usual = reading.is_likely and not run.has_label and not run.digits.endswith("00")
    if is_usual and (threes := _THREE_THREES.fullmatch(run.written.strip())):
        is_in_groups = reading.is_by_plan or (reading.is_formatted and run.is_closing)
        is_sure = is_in_groups and threes["gap"] != "."
        return 0.6 if is_sure else 0.5
    return 0.5 if reading.is_named else 0.0


def _of_labelled(run: Run, reading: Reading) -> float:
    """ "Order 0472 69 15 83": a label may be an excuse for what is written as a mobile number."""
    is_looking = reading.is_mobile and reading.is_hinted and len(run.digits) >= 8
    if (
        is_looking
        and not run.is_titled
        and (run.is_hidden or (reading.is_formatted and len(groups(run.written)) > 2))
    ):
        return 0.5
    if run.is_hidden and run.has_cue and reading.is_mobile and run.digits.startswith("0"):
        return 0.6 if len(run.digits) >= NATIONAL_DIGITS else 0.35
    return 0.35 if run.has_cue else 0.2 if is_looking else 0.0


def _of_scattered(run: Run, reading: Reading) -> float:
    """Figures out of a sentence are a number when a country is named and one may be rung there."""
    is_rung_up = run.is_told and run.has_cue and reading.is_likely and run.digits.startswith("0")
    if len(run.digits) < 8 or not (reading.is_mobile or run.has_plus or is_rung_up):
        return 0.0
    if reading.is_hinted:
        return 0.7 if run.is_told else 0.55 if run.is_rung else 0.3
    is_long = len(run.digits) > NATIONAL_DIGITS or run.digits.startswith("0")
    is_called = len(run.digits) == NATIONAL_DIGITS and (run.has_cue or reading.is_likely)
    if run.is_told and (is_long or is_called):
        return 0.6 if reading.is_likely else 0.5
    return 0.4 if run.is_told else 0.2 if run.is_rung else 0.1


def _with_words(run: Run, reading: Reading, *, is_nanp: bool) -> float:
    """ "Call me at …", or the one shape that nothing but a North American number has."""
    if is_nanp:
        return 0.95 if run.has_cue else 0.85
    if len(run.digits) < 8 and not reading.is_hinted:
        return 0.0
    if len(run.digits) < 8 and run.is_hidden and not reading.is_formatted:
        return 0.45
    is_odd = reading.is_trunk_amiss and not reading.is_likely and len(groups(run.written)) > 3
    is_mobile = reading.is_mobile and not is_odd
    return 0.92 if reading.is_formatted or reading.is_hinted or is_mobile else 0.55


def _by_look(run: Run, reading: Reading) -> float:
    """With no word for it, a number must be written as one, best in a country that was named."""
    if len(run.digits) < 8:
        return 0.0
    if run.is_hidden:
        is_local = reading.is_hinted and not reading.is_trunk_amiss
        return 0.75 if reading.is_mobile or is_local else 0.4
    is_grouped = len(groups(run.written)) > 1 and not _SPACED_SLASH.search(run.written)
    has_trunk = _TRUNK.match(run.written) is not None
    if not (is_grouped or has_trunk):
        return 0.5 if reading.is_hinted and reading.is_mobile else 0.2
    if reading.is_hinted:
        return 0.8 if reading.is_formatted else 0.65
    if has_trunk and reading.is_mobile and len(run.digits) >= 10:
        return 0.6 if is_grouped else 0.5
    return 0.6 if reading.is_formatted and has_trunk else 0.3


def _hit(run: Run, number: PhoneNumber, confidence: float) -> Hit:
    return Hit(
        category="contact.phone",
        start=run.start,
        end=run.end,
        confidence=confidence,
        type="phone",
        value=phonenumbers.format_number(number, PhoneNumberFormat.E164),
    )
