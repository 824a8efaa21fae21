"""Runs of digits that may be phone numbers, and what else they may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scanner.detectors.phones.words import (
    LANDLINE,
    LINES,
    MOBILE,
    NOT_PHONES,
    PHONE,
    PHONES,
    SAMPLES,
    glued_word,
)
from scanner.detectors.words import split
from scanner.views.numbers.hints import says_in_front
from scanner.views.numbers.tables import TELLING, TEN_OR_MORE
from scanner.views.view import View

DIGITS_MIN, DIGITS_MAX = 7, 15  # ITU-T E.164 for the most; the fewest of subscriber numbers
REACH_BEFORE, REACH_AFTER = 60, 30  # characters in which a word still speaks of the number
REACH_LABEL = 30  # the same for words that say it is something else: "order no. is"
LINK_LOOK_BACK = 100  # characters in which the host of a link is looked for

# The long-vowel mark of kana and the lines of tables are what a hyphen looks like there.
_BETWEEN = (
    r"[ \t()./\u00a0\u2007\u2009\u202f\u2010-\u2015\u00b7\uff0d\u2212"
    r"\u30fc\u30fb\u2500\u2501\u301c\uff5e*~-]{0,4}"
)
_BETWEEN_OR_LINE = r"[ \t\n()./\u00a0\u2010-\u2015-]{0,4}"
_RUN = re.compile(rf"[+＋]? ?\(?\+?\d(?:{_BETWEEN}\d){{6,40}}")
_RUN_OF_ROOM = re.compile(rf"[+＋]? ?\(?\+?\d(?:{_BETWEEN_OR_LINE}\d){{6,40}}")
_GAP = re.compile(r"\s*[/|]\s+|\s+[/|]\s*|\s{2,}|\s[-–—]\s|\s(?=\+)")
# A new sentence that begins with a count, and a count of hours: "0427 613 885. 4 a week".
_NEXT_SENTENCE = re.compile(r"(?<=\d)\.\s+\d{1,4}\Z")
_SENTENCE_END = re.compile(r"\.\s")
_COUNT_AFTER = re.compile(
    r"\s?(?:am|pm|a\.m|p\.m|hrs?|hours?|h|days?|weeks?|min|mins|minutes?|uhr|uur|часов|год)\b", re.I
)
_LAST_COUNT = re.compile(r"[ ,]\s*\d{1,2}\Z")
QUOTES = ("'", '"', "`", "“", "«")  # nobody quotes a number of their own
ROW_DIGITS_MIN = 8  # of a number that ends before figures of something else
ROW_DIGITS_MAX = DIGITS_MAX + 8  # with opening hours behind it
# The figures of what follows: the "3" of "3ashan" in Arabic typed in Latin, of "9am", "9:30".
_OF_NEXT_WORD = re.compile(r"[\s.,]+\d{1,2}(?:\s?[-–/]\s?\d{1,2})?\Z")
_CODE_TOLD = re.compile(r"\s?\(\+?\d{1,3}\Z")  # "9942 7163 (356 in front)"
_FIGURE = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")

YEAR, MONTH, DAY = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?:{YEAR}([-/. ]?){MONTH}\1{DAY}"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:19|20)\d\d"
    r"|(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|[12]\d|3[01])\3(?:19|20)\d\d)(?!\d)[ /.-]*"
)
_NUMBERED = re.compile(r"[1-9]\d?[.)] {1,2}(?=[(+]{0,2}0?\d(?:\D{0,3}\d){8})")  # "2. 0333 418 2207"
# The figure that ends a sentence before one that is a number: "fixed price 200. 407 812 5936".
_OF_SENTENCE_BEFORE = re.compile(r"[1-9]\d{0,3}\.\s+(?=[(+]{0,2}\d(?:\D{0,3}\d){7})")
_PARTED = re.compile(r"(?:[^\W\d_]{4}|\d)[.!?]\s|\bto\s+\Z")
_OF_WORD_BEFORE = re.compile(r"\d{1,2} +(?=[(+]{0,2}0\d)")  # "txt me d2 0917 428 3569"
_SHAPES_OF_ELSE = (
    re.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d"),  # from year to year
    re.compile(r"97[89][- ]?\d(?:[- ]?\d){9}"),  # ISBN-13
    re.compile(r"\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d"),  # from time to time
    re.compile(r"(?:\d{1,2}\.){2,3}\d{1,3}-\d+"),  # version and build
    re.compile(r"\d{1,5}[-–]\d{1,5}\s{0,4}\((?:19|20)\d\d"),  # pages and year
)
_SHAPES_OF_QUANTITY = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+|-?\d+\.\d+")
_HOST_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
WORDS_REACH = 40  # characters in which two number words end before a run
_TWO_WORDS_BEFORE = re.compile(r"([^\W\d_]+)[ ,.-]{1,2}([^\W\d_]+)[ ,.–-]{1,3}\Z")
_WORD_AFTER, WHOLE_DIGITS = re.compile(r"[ -]{1,2}([^\W\d_]{3,})"), 10
_CLOSING = re.compile(r"\s*(?:\Z|[^\w\s]|\n)")
_TITLE = re.compile(
    r"(?:nr|nummer|number|numer|numéro|número|numero|nomor|no|id|номер\w{0,2}|번호|番号|編號|编号|号)"
    r"(?![^\W\d_])"
)
_ANY_NUMBER = re.compile(r"(\d)\1{5}$")  # 210 000 000 stands for no number in particular
_OF_PATH, _IN_LINK = re.compile(r"[/\w]"), re.compile(r"(?:://|\w\.[a-z]{2,10}/)\S*$")
_MONEY_BEFORE = re.compile(r"(?:[€$£₹₽₴₺¥#=@&_\\]|\brs\.?|\b(?:usd|eur|inr|php|rp))\s?$", re.I)
_MAY_POINT = ("@", "@ ", "= ", "#", "# ")  # before a number of a person as well: "me @ +44 …"
ANNOUNCED_DIGITS = 9  # fewer may be a count of things
_MY = re.compile(r"\b[Mm]y\s?#\s?\Z")
_UNIT_AFTER = re.compile(
    r"\s{0,2}(?:[€$£₹₽₴₺¥%°]|(?:usd|eur|руб|грн|zł|kr|inr|tl|rs|px|mm|ms|円|元|원)\b)", re.I
)

# Disguises that nobody puts on a quantity: a valid number under one is hidden on purpose.
_HIDING = frozenset(
    split(
        """
        spelled digits, split over messages, enclosed digits, spaced digits, leet, styled letters
        """
    )
)


# Figures brought together from among other words: most of what they make is no number.
_SCATTERED, _RINGS, _TOLD = "scattered figures", "figures apart", "figures in a row"
_DISGUISED = "figures in disguise"
_SET_APART, LOCAL_MAX = "spaced letters", 9  # digits of which each stands alone
_COUNTED = ("12345678", "87654321")  # stand for any number as well
_COUNTED_UP = "012345678901234"
_COUNTING = f"{_COUNTED_UP} 987654321098765"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits and what stands around it.

    ``written`` has ASCII digits, whatever the script. ``has_cue``: a word nearby speaks of phones,
    or the other side asked. ``has_label``: a word right before it says that it is something else.
    ``is_scattered``: other words stood between its figures; ``is_rung``: and the text says that
    something rings; ``is_told``: or that they belong together. ``is_disguised``: something else
    than figures stood for them.
    ``is_of_mobile`` and ``is_of_landline``: a word beside it says which. ``is_titled``: the label
    is of a number, "order no.". ``is_glued``: a word for phones is one with it. ``is_closing``: no
    word follows at once. ``is_counted``: figures that count up or down, as of a number that stands
    for any; ``is_sample``: and nobody gives it.
    """

    start: int
    end: int
    written: str
    digits: str
    has_cue: bool
    has_label: bool
    is_hidden: bool
    is_scattered: bool = False
    is_rung: bool = False
    is_told: bool = False
    is_disguised: bool = False
    is_of_mobile: bool = False
    is_of_landline: bool = False
    is_titled: bool = False
    is_glued: bool = False
    is_closing: bool = False
    is_counted: bool = False
    is_sample: bool = False

    @property
    def has_plus(self) -> bool:
        """Whether the country code is announced."""
        return self.written[0] in "+＋"

    @property
    def is_quantity(self) -> bool:
        """Whether it is written as amounts are, with no word that speaks of phones."""
        if self.has_cue or self.has_plus:
            return False
        return _SHAPES_OF_QUANTITY.fullmatch(self.written.strip("+ ()")) is not None


def runs(view: View, low: str, *, asked: bool) -> Iterator[Run]:
    """Every run of the view that may be one number; of longer ones, their parts at wider gaps.

    What follows at the beginning of a new sentence, before a word for hours, or as a part of the
    next word is left out. Other figures may stand behind a number: ``rows`` tells.

    ``low`` is the text of the view in lower case.
    """
    pattern = _RUN if len(view.source.messages) == 1 else _RUN_OF_ROOM
    for match in pattern.finditer(view.text):
        for start, piece in _pieces(match):
            written = _without_next_word(view.text, start, piece)
            if DIGITS_MIN <= _digit_count(written) <= ROW_DIGITS_MAX:
                run = _run(view, low, (start, written), asked=asked)
                if not _is_something_else(view.text, run):
                    yield run


def _is_something_else(text: str, run: Run) -> bool:
    """Scattered figures stand beside anything; what they make may still be no number."""
    if run.is_sample:
        return True
    if run.is_scattered or run.is_disguised:
        return _ANY_NUMBER.search(run.digits) is not None
    return any(is_else(text, run) for is_else in _SOMETHING_ELSE)


def groups(written: str) -> list[int]:
    """How many digits stand together, group by group."""
    return [len(group) for group in re.findall(r"\d+", written)]


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Where each piece begins and how it is written, what is none of it at its head left out."""
    written = _OTHER_DIGIT.sub(lambda digit: str(int(digit.group())), match.group())
    starts, stops = [0], []
    if _digit_count(written) > DIGITS_MAX:
        for gap in _GAP.finditer(written):
            stops.append(gap.start())
            starts.append(gap.end())
    for start, stop in zip(starts, (*stops, len(written)), strict=True):
        piece = written[start:stop].lstrip()
        heads = [_DATE, _NUMBERED, _OF_SENTENCE_BEFORE]
        if match.string[match.start() - 1 : match.start()].isalpha() and start == 0:
            heads.append(_OF_WORD_BEFORE)
        for head in heads:
            if before := head.match(piece):
                piece = piece[before.end() :]
        yield match.start() + stop - len(piece), piece


def _without_next_word(text: str, start: int, written: str) -> str:
    end = start + len(written)
    for ending, is_next in (
        (_NEXT_SENTENCE, True),
        (_LAST_COUNT, _COUNT_AFTER.match(text, end) is not None),
        (_CODE_TOLD, says_in_front(text, end)),
    ):
        last = ending.search(written) if is_next else None
        if last is None or _SENTENCE_END.search(written, 0, last.start()):
            continue
        if _digit_count(written[: last.start()]) >= ROW_DIGITS_MIN:
            return written[: last.start()]
    if not _is_tied(text, end) or (begun := _OF_NEXT_WORD.search(written)) is None:
        return written
    return written[: begun.start()]


def _is_tied(text: str, end: int) -> bool:
    """Whether the last figure goes on as what no number does: "3ashan", "9am", "9:30", "1,200"."""
    sign = text[end : end + 1]
    return sign.islower() or (sign in (":", ",") and text[end + 1 : end + 2].isdecimal())


def _digit_count(written: str) -> int:
    return sum(map(str.isdigit, written))


def _run(view: View, low: str, place: tuple[int, str], *, asked: bool) -> Run:
    start, written = place
    end = start + len(written)
    cues = list(PHONES.find(low, start - REACH_BEFORE, start))
    glued = glued_word(low, start)
    cues += [glued] if glued else []
    labels = [
        word
        for word in NOT_PHONES.find(low, start - REACH_LABEL, start)
        if not _is_apart(low, word.end, start)
    ]
    # "policy number is": the number of a policy, however near "number" stands.
    last_cue = max((word.end for word in cues if word.meaning == PHONE), default=-1)
    read_as = view.read_as(start, end)
    has_cue = asked or bool(cues) or PHONES.any_in(low, end, end + REACH_AFTER)
    digits = "".join(filter(str.isdecimal, written))
    is_hidden = (
        not _HIDING.isdisjoint(read_as)
        or _DISGUISED in read_as
        or (_SET_APART in read_as and _is_whole(digits))
    )
    is_announced = asked or bool(cues) or (is_hidden and has_cue) or written[0] in "+＋"
    line = _line(low, start, end)
    is_counted = any(row in digits for row in _COUNTED)
    return Run(
        start,
        end,
        written,
        digits,
        has_cue=has_cue,
        has_label=max((word.end for word in labels), default=-1) > last_cue,
        is_titled=any(_TITLE.search(low, max(0, word.start - 8), start) for word in labels),
        is_hidden=is_hidden,
        is_scattered=not {_SCATTERED, _RINGS, _TOLD}.isdisjoint(read_as),
        is_rung=_RINGS in read_as,
        is_told=_TOLD in read_as,
        is_disguised=_DISGUISED in read_as,
        is_of_mobile=line == MOBILE,
        is_of_landline=line == LANDLINE,
        is_glued=glued is not None,
        is_closing=_CLOSING.match(low, end) is not None,
        is_counted=is_counted,
        is_sample=is_counted and not (is_announced and _is_somebodys(low, start, end)),
    )


def _is_somebodys(low: str, start: int, end: int) -> bool:
    """Whether neither a quotation mark nor a word beside it speaks of an example."""
    is_quoted = low[start - 1 : start] in QUOTES
    return not is_quoted and not SAMPLES.any_in(low, start - REACH_BEFORE, end + REACH_AFTER)


def _is_apart(low: str, end: int, start: int) -> bool:
    """Whether the word is of a line or sentence before, or sent to the number: "text ID to 480"."""
    between = low[end:start]
    return ":" not in between and ("\n" in between or _PARTED.search(between) is not None)


def _line(low: str, start: int, end: int) -> str | None:
    """What kind of line is meant: by the last word before the number, else by what follows it."""
    before = LINES.find(low, start - REACH_BEFORE, start)
    if before:
        return max(before, key=lambda word: word.end).meaning
    figure = _FIGURE.search(low, end, end + REACH_AFTER)
    after = [] if figure else LINES.find(low, end, end + REACH_AFTER)
    return after[0].meaning if after else None


def _is_whole(digits: str) -> bool:
    """Whether there is a trunk prefix or a country code, as no row of marks or points has."""
    return (digits[0] == "0" or len(digits) > LOCAL_MAX) and digits not in _COUNTING


def _is_inside_a_word(text: str, run: Run) -> bool:
    """Part of a name, a serial number or a mail address: "MSKU7314460", "9830417752@ybl".

    A number with a plus may be glued to the next word: "+447911845221Email: …".
    """
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    is_hexadecimal = text[max(0, run.start - 2) : run.start].lower() == "0x"
    if is_hexadecimal or (before.isascii() and before.isalpha() and not run.has_cue):
        return True
    is_glued = after.isascii() and after.isalpha() and after not in "xX"
    return after in ("@", "_") or (is_glued and not run.has_plus)


def _goes_on(text: str, run: Run) -> bool:
    """Part of a longer figure: a tab of a guitar, a list, a time, a decimal."""
    two_before, two_after = text[max(0, run.start - 2) : run.start], text[run.end : run.end + 2]
    if two_after[:1] in (",", ":", "-", "/") and two_after[1:].isdigit():
        return True
    sign = two_before[-1:]
    if sign == ":":
        return two_before[:1].isdigit()
    if sign in ("-", "|") and not two_before[:1].isalnum():
        return True
    if sign == ")" or text[run.start - 2 : run.start] == ") ":  # 016(the rest) 31-77-05-84
        opened = text.rfind("(", max(0, run.start - 30), run.start)
        if (
            opened > 0
            and text[opened - 1].isdigit()
            and not text[opened : run.start].strip("() ").isdigit()
        ):
            return not run.has_plus
    is_tied = sign in ("/", "-", ".", ",") and two_before[:1].isalnum()
    return is_tied and not (run.has_cue or run.has_plus)


def _follows_said_figures(text: str, run: Run) -> bool:
    """The end of a number that is begun in words: "nul zes 19 40 72 86"."""
    if run.has_plus or run.is_hidden:
        return False
    words = _TWO_WORDS_BEFORE.search(text, max(0, run.start - WORDS_REACH), run.start)
    return words is not None and all(word.lower() in TELLING for word in words.groups())


def _goes_on_in_words(text: str, run: Run) -> bool:
    """The first part of a number that ends in words: "415-419-38 sixty-two"."""
    if run.has_plus or run.is_hidden or len(run.digits) >= WHOLE_DIGITS:
        return False
    word = _WORD_AFTER.match(text, run.end, run.end + WORDS_REACH)
    return word is not None and word[1].lower() in TEN_OR_MORE


def _is_in_a_link(text: str, run: Run) -> bool:
    if not _OF_PATH.match(text, run.start - 1, run.start):
        return False
    return _IN_LINK.search(text[max(0, run.start - LINK_LOOK_BACK) : run.start]) is not None


def _is_money_or_measure(text: str, run: Run) -> bool:
    before = _MONEY_BEFORE.search(text[max(0, run.start - 6) : run.start])
    is_persons = run.has_plus or run.is_hidden or _is_announced(text, run)
    if before and not (run.is_glued or (is_persons and before[0] in _MAY_POINT)):
        return True
    is_short = not run.has_plus and len(run.digits) < 10
    return is_short and _UNIT_AFTER.match(text[run.end : run.end + 6]) is not None


def _is_announced(text: str, run: Run) -> bool:
    """ "My # 0995 482 0317", "signal = 619 382 0475"."""
    if len(run.digits) < ANNOUNCED_DIGITS or run.has_label:
        return False
    return run.has_cue or _MY.search(text, max(0, run.start - 8), run.start) is not None


def _has_another_shape(_: str, run: Run) -> bool:
    """An address of a host, an ISBN, years, times."""
    written = run.written.strip("+ ()")
    if _ANY_NUMBER.search(run.digits) or run.digits in _COUNTED_UP:
        return True
    if _HOST_ADDRESS.fullmatch(written) and all(int(part) < 256 for part in written.split(".")):
        return True
    return any(shape.fullmatch(written) for shape in _SHAPES_OF_ELSE)


_SOMETHING_ELSE: tuple[Callable[[str, Run], bool], ...] = (
    _is_inside_a_word,
    _goes_on,
    _follows_said_figures,
    _goes_on_in_words,
    _is_in_a_link,
    _is_money_or_measure,
    _has_another_shape,
)
