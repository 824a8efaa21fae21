"""Hits of all views become findings: brought back to the raw text, each detail once."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from scanner.detectors.hit import Hit
from scanner.verdict import Finding, Span
from scanner.views.letters.escapes import ESCAPED
from scanner.views.letters.fold import DRAWINGS
from scanner.views.letters.layouts import DISGUISE as OTHER_KEYS
from scanner.views.room.turns import PIECED
from scanner.views.signs.glued import DISGUISE as SAID
from scanner.views.signs.legends import LEGEND
from scanner.views.view import View

LIKELY, SURE = 0.5, 0.6  # confidences from which a hit goes before any below, however plain that is
CERTAIN = 0.8  # confidence of an address of which a name is but the beginning
SURER = 0.1  # by which a whole must be surer than a part that nothing parts from the rest
WIDE = 2  # times as long as another that says the same, and the rest is other talk
WHOLE_MAX = 20  # addresses or accounts that another one is held against
LOCAL_DIGITS = 7  # of the shortest numbers that are told without anything before them
FIGURES_OF_NUMBER = 5  # in what is written as long as a number and may be read as a name
ACCIDENTAL = 0.45  # at most, of a number that runs on from one message into the next unweighed

_TOLD_HOW = frozenset({LEGEND, OTHER_KEYS})
_NO_GUESSES = DRAWINGS | ESCAPED
_AS_WRITTEN = re.compile(r"\S+@\S+")


@dataclass(slots=True)
class Candidate:
    """A hit with its place in the raw messages.

    ``is_told``: an address that its detector put together of what the view left in words.
    """

    hit: Hit
    source: str
    spans: tuple[Span, ...]
    read_as: tuple[str, ...]
    is_of_room: bool
    is_told: bool
    confidence: float = field(init=False)

    def __post_init__(self) -> None:
        self.confidence = self.hit.confidence
        if self.is_of_room and not self.is_pieced and _is_number(self.hit.value):
            self.confidence = min(self.confidence, ACCIDENTAL)

    @property
    def is_pieced(self) -> bool:
        """Whether parts that were weighed make it, rather than what happens to stand together."""
        return PIECED in self.read_as

    @property
    def distance(self) -> int:
        """How far apart its parts stand: in one message, in several by plan, or by accident.

        A mail address that one message only seems to hold gives way to one that it completes:
        "write jane.roe" · "and then at gmail dot com" is not "then@gmail.com".
        """
        if self.is_pieced:
            return 1
        if self.is_of_room:
            return 3
        return 2 if self.hit.type == "email" and self.guesses else 0

    @property
    def guesses(self) -> tuple[str, ...]:
        """The disguises that may as well be none: letters drawn and escapes say nothing else."""
        return tuple(name for name in self.read_as if name not in _NO_GUESSES)

    @property
    def length(self) -> int:
        """Characters that it holds."""
        return sum(span.end - span.start for span in self.spans)

    @property
    def lane(self) -> tuple[str, ...]:
        """Details push each other aside; a request or an offer only what its own rule said."""
        return ("detail",) if self.hit.type else (self.hit.category, self.source)

    @property
    def rank(self) -> tuple[object, ...]:
        """Sorts the better candidate first.

        1. Sure before likely before unlikely. 2. A payment account before the address or number it
        is made of, and a name as one is told to read it before the letters that are written.
        3. With a value that can be typed before any other. 4. In one message before across several.
        5. The plainer reading, however its letters are drawn or escaped. 6. Of what was pieced
        together, what was shown first. 7. The longer one. 8. The surer one. The rest makes the
        order certain.
        """
        hit = self.hit
        return (
            self.confidence < LIKELY,
            self.confidence < SURE,
            hit.category != "payment.account",
            _TOLD_HOW.isdisjoint(self.read_as),
            2 if hit.value is None else 0 if hit.value.isascii() else 1,
            self.distance,
            len(self.guesses),
            hit.start if self.is_pieced else 0,
            -self.length,
            -hit.confidence,
            len(self.read_as),
            self.spans,
            hit.category,
            self.source,
            hit.value or "",
        )

    def says_the_same(self, other: Candidate) -> bool:
        """Whether both take the place for one and the same thing."""
        return self.hit.category == other.hit.category and self.hit.value == other.hit.value

    def finding(self) -> Finding:
        """The candidate as it leaves this step."""
        return Finding(
            category=self.hit.category,
            source=self.source,
            spans=self.spans,
            confidence=self.confidence,
            type=self.hit.type,
            value=self.hit.value,
            read_as=self.read_as or ((SAID,) if self.is_told else ()),
        )


class Taken:
    """The candidates taken up in one lane, by the ranges they hold. Ranges never overlap."""

    def __init__(self) -> None:
        self._ranges: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self.candidates: list[Candidate] = []

    def overlapping(self, candidate: Candidate) -> Candidate | None:
        """The first of those taken that holds some character of the candidate."""
        for span in candidate.spans:
            ranges = self._ranges[span.message]
            at = bisect_left(ranges, (span.start, span.start, -1))
            for start, end, index in ranges[max(0, at - 1) : at + 1]:
                if start < span.end and span.start < end:
                    return self.candidates[index]
        return None

    def add(self, candidate: Candidate) -> None:
        """The candidate holds its ranges from now on."""
        index = len(self.candidates)
        self.candidates.append(candidate)
        for span in candidate.spans:
            insort(self._ranges[span.message], (span.start, span.end, index))


def merge(hits: Iterable[tuple[View, str, Hit]]) -> tuple[Finding, ...]:
    """Every thing found once, with its plainest reading, in the order of the text.

    1. Each hit is brought back to the raw messages; of a room, only what runs on from an earlier
       message into the judged one counts: the rest is found where it stands.
    2. The better candidates take their places first; what overlaps them gives way, and where it
       says the same makes them surer. Takes time n log n in the number of hits.
    """
    # 1. back to the raw messages
    candidates = [_brought_back(view, hit.source or source, hit) for view, source, hit in hits]
    kept = [candidate for candidate in candidates if _counts(candidate)]
    kept = [*_completed(_whole(_tight(_beside_wholes(kept))))]
    # 2. the better ones first
    lanes: defaultdict[tuple[str, ...], Taken] = defaultdict(Taken)
    for candidate in sorted(kept, key=lambda candidate: candidate.rank):
        taken = lanes[candidate.lane]
        holder = taken.overlapping(candidate)
        if holder is None:
            taken.add(candidate)
        elif holder.says_the_same(candidate):
            holder.confidence = max(holder.confidence, candidate.confidence)
            if holder.is_told and not holder.read_as:
                holder.read_as = candidate.read_as
    findings = (candidate.finding() for taken in lanes.values() for candidate in taken.candidates)
    return tuple(sorted(findings, key=_place))


def _brought_back(view: View, source: str, hit: Hit) -> Candidate:
    return Candidate(
        hit,
        source,
        view.spans(hit.start, hit.end),
        view.read_as(hit.start, hit.end),
        is_of_room=len(view.source.messages) > 1,
        is_told=hit.type == "email" and not _AS_WRITTEN.fullmatch(view.text, hit.start, hit.end),
    )


def _beside_wholes(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """All but the names that are part of a longer number or address.

    "four69" of a number in words, "babak (dot) rugs" of "babak (dot) rugs (a t) g-mail".
    """
    numbers, addresses = Taken(), Taken()
    for candidate in sorted(candidates, key=lambda candidate: candidate.rank):
        kind, confidence = candidate.hit.type, candidate.confidence
        if kind == "phone" and confidence >= LIKELY and not numbers.overlapping(candidate):
            numbers.add(candidate)
        is_sure = kind == "email" and confidence >= CERTAIN and candidate.hit.value is not None
        if is_sure and not addresses.overlapping(candidate):
            addresses.add(candidate)
    for candidate in candidates:
        if candidate.hit.type == "handle" and not candidate.is_pieced:
            number = numbers.overlapping(candidate)
            if number and _is_number_itself(candidate, number):
                continue
            address = addresses.overlapping(candidate)
            if address and address.confidence > candidate.confidence and _holds(address, candidate):
                continue
        yield candidate


def _holds(whole: Candidate, part: Candidate) -> bool:
    """Whether the one begins where the other does and goes on, each in one place."""
    if len(whole.spans) != 1 or len(part.spans) != 1:
        return False
    outer, inner = whole.spans[0], part.spans[0]
    return outer.start == inner.start and inner.end < outer.end


def _is_number_itself(name: Candidate, number: Candidate) -> bool:
    """Whether the name is a part of the number, or the number with letters for some figures."""
    if number.length == name.length:
        value = name.hit.value or ""
        has_letters = any(map(str.isalpha, value))
        return has_letters and sum(map(str.isdigit, value)) >= FIGURES_OF_NUMBER
    return number.length > name.length


def _tight(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """All but those that take in much more for the same value than another one there.

    "jane dot roe at gmail dot com, or jane.roe on Telegram" is one address and one name, and no
    address whose name comes last.
    """
    shortest: dict[tuple[str, str], Candidate] = {}
    listed = list(candidates)
    for candidate in listed:
        if candidate.hit.value is not None and not candidate.is_of_room:
            key = candidate.hit.category, candidate.hit.value
            shortest[key] = min(shortest.get(key, candidate), candidate, key=attrgetter("length"))
    for candidate in listed:
        least = shortest.get((candidate.hit.category, candidate.hit.value or ""))
        is_wide = least is not None and candidate.length > WIDE * least.length
        if not is_wide or candidate.is_of_room or not _overlap(candidate, least):
            yield candidate


def _whole(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """All but the addresses and accounts that are a part of a longer one surely read there.

    "tom,keller@lotus,com" is no address of keller, "zero eight two 417 9356" no account 4179356.
    Nor is one of words left what is put together of some that a whole one is surely made of.
    """
    listed = list(candidates)
    spelt = [it for it in listed if it.hit.type == "email" and not it.is_told][:WHOLE_MAX]
    sure: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in listed:
        if candidate.confidence >= SURE and (core := _core(candidate)):
            sure[core].append(candidate)
    for candidate in listed:
        core = _core(candidate)
        is_part = core and any(
            _is_part_of(candidate, other) and _overlap(candidate, other)
            for other in sure[core][:WHOLE_MAX]
        )
        if not is_part and not (candidate.is_told and any(_is_of(candidate, it) for it in spelt)):
            yield candidate


def _is_of(part: Candidate, whole: Candidate) -> bool:
    """Whether the words of the one are among those of the other, which is surer and says else.

    Either name begins the other: "juma8@" is put together of what spells "juma@", and "hana@" of
    what spells "hana.mochi@".
    """
    name, whole_name = ((it.hit.value or "").partition("@")[0] for it in (part, whole))
    is_surer = whole.confidence > part.confidence + SURER and not part.says_the_same(whole)
    is_alike = whole_name.startswith(name) or name.startswith(whole_name)
    return (
        is_surer
        and is_alike
        and all(any(_covers(outer, span) for outer in whole.spans) for span in part.spans)
    )


def _covers(outer: Span, inner: Span) -> bool:
    is_there = outer.message == inner.message
    return is_there and outer.start <= inner.start and inner.end <= outer.end


def _core(candidate: Candidate) -> str:
    """What a whole has in common with its parts; empty where it is no address or number."""
    value = candidate.hit.value or ""
    if candidate.hit.type == "email":
        return value.partition("@")[2].partition(".")[0]
    is_account = candidate.hit.type == "payment_account" and _is_number(value)
    return value[-LOCAL_DIGITS:] if is_account else ""


def _is_part_of(part: Candidate, whole: Candidate) -> bool:
    """Whether it is the end of the whole, or as the surer one says, glued to it or its beginning:
    "jane@yahoo.com" of "jane@yahoo.com.ph", "roe@gmail.com" of "janeroe@gmail.com".
    """
    value, longer = part.hit.value or "", whole.hit.value or ""
    if _is_end_of(value, longer):
        return not _is_number(value) or whole.confidence > part.confidence
    is_surer = whole.confidence > part.confidence + SURER and len(longer) > len(value)
    return is_surer and (longer.startswith(f"{value}.") or longer.endswith(value))


def _completed(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """All but the numbers and names of one message that begin in an earlier one, as surely read.

    "138" · "and then?" · "6742 0915" is one number of China, and no short one of Taiwan.
    """
    listed = list(candidates)
    pieced = [it for it in listed if it.is_pieced and it.hit.type in ("phone", "handle")]
    for candidate in listed:
        if candidate.is_of_room or not any(
            other.hit.type == candidate.hit.type
            and other.confidence >= candidate.confidence
            and _is_completed(candidate.hit.value or "", other.hit.value or "")
            and _overlap(candidate, other)
            for other in pieced[:WHOLE_MAX]
        ):
            yield candidate


def _is_completed(value: str, longer: str) -> bool:
    """Whether it is the end of a longer name, or of a number but for its country's digits."""
    if not _is_number(value):
        return _is_end_of(value, longer)
    return len(longer) > len(value) and longer.endswith(value[-LOCAL_DIGITS:])


def _is_end_of(value: str, longer: str) -> bool:
    """Whether the longer one goes on before it: by any digits, or by a sign between words."""
    if not longer.endswith(value):
        return False
    before = longer.removesuffix(value)
    return bool(before) if _is_number(value) else before[-1:] in (".", "_", "-")


def _overlap(one: Candidate, other: Candidate | None) -> bool:
    return other is not None and any(
        left.message == right.message and left.start < right.end and right.start < left.end
        for left in one.spans
        for right in other.spans
    )


def _counts(candidate: Candidate) -> bool:
    messages = {span.message for span in candidate.spans}
    if candidate.is_of_room:
        return 0 in messages and len(messages) > 1
    return bool(messages)


def _is_number(value: str | None) -> bool:
    return value is not None and value.removeprefix("+").isdigit()


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.spans, finding.category, finding.source, finding.value or ""
