"""Where a number ends in a row of figures: opening hours and counts may stand right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scanner.detectors.phones.digit_runs import DIGITS_MAX, ROW_DIGITS_MIN, Run

TAIL_DIGITS_MAX = 4  # of a count that is none of the number; a clock has as many
ROWS_MAX = 3  # beginnings looked at beside the whole run
SPARE_ROWS = 24  # the same of all runs of a view: each costs as much as a run

_HOUR = r"(?:[01]?\d|2[0-4])(?:[.]?[0-5]\d)?"
# "9-17", "24/7", "10.30-18", as no part of a number is written: both are hours of a day.
_HOURS = re.compile(rf"[\s,;.]*\s\(?{_HOUR}\s?[-–—/~]\s?{_HOUR}\Z")
_CARD = re.compile(r"\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?")
_GAP = re.compile(r"(?<=\d)[\s,;.]*\s\(?(?=\d)")


@dataclass(slots=True)
class Spare:
    """How many beginnings of runs may yet be looked at in a view; whole runs are none of them."""

    rows: int = SPARE_ROWS

    def of(self, run: Run) -> Iterator[Run]:
        """The rows of the run, as long as there are any to spare."""
        for row in rows(run):
            if row is not run:
                if self.rows <= 0:
                    continue
                self.rows -= 1
            yield row


def rows(run: Run) -> Iterator[Run]:
    """The run and its beginnings that may be the number, the likeliest first.

    Hours at the end are told by their look. Other short figures are left out only beside a word
    for phones or a country code, and only where there is a gap before them.
    """
    hours = _HOURS.search(run.written)
    ends = [hours.start()] if hours else []
    ends.append(len(run.written))
    if run.has_plus or run.has_cue:
        gaps = [gap.start() for gap in _GAP.finditer(run.written)]
        tail_max = DIGITS_MAX if run.has_plus else TAIL_DIGITS_MAX
        ends += [
            end for end in reversed(gaps) if sum(map(str.isdigit, run.written[end:])) <= tail_max
        ]
    if _CARD.fullmatch(run.written):
        ends = [len(run.written)]
    tried = 0
    for end in dict.fromkeys(ends):
        row = _until(run, end)
        is_whole = end == len(run.written)
        if len(row.digits.removeprefix("00")) > DIGITS_MAX or (
            not is_whole and len(row.digits) < ROW_DIGITS_MIN
        ):
            continue
        yield row
        tried += 1
        if tried > ROWS_MAX:
            return


def ends_in_hours(run: Run) -> bool:
    """Whether what stands last looks like hours of a day."""
    return _HOURS.search(run.written) is not None


def _until(run: Run, end: int) -> Run:
    if end == len(run.written):
        return run
    written = run.written[:end]
    return replace(
        run,
        end=run.start + end,
        written=written,
        digits="".join(filter(str.isdecimal, written)),
    )
