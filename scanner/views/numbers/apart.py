"""Figures of one number set apart among other words: "07 plants, 48 books a year, 30 fonts".

Any list has figures, so these are read only where the text says that they are to be read in a row,
or that something rings. What they make is for the detector to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import ahocorasick

from models.scripts import lowered
from scanner.views.glance import SIGNS, UNSPACED, Glance
from scanner.views.numbers.numerals import read_lone_numerals
from scanner.views.numbers.runs import says_number
from scanner.views.numbers.words_reading import DENIALS, IN_A_ROW, RINGS, THEN
from scanner.views.view import Edit, View, rewrite

# The text says nothing of them; something rings; they are told to be read in a row.
DISGUISE, RINGS_DISGUISE, TOLD_DISGUISE = "scattered figures", "figures apart", "figures in a row"
TRUNK_DIGITS = range(10, 13)  # of a national number that is written with its leading 0
NATIONAL_DIGITS = range(9, 13)  # of one that is written so, or with its country code
ODD_WORD_MIN = 6  # characters, blanks on both sides among them; "x", "to" and "mm" part measures
DIGITS = range(8, 15)  # of a telephone number with its country code, "00" before it
DIGITS_MAX = 1_500  # in a text; with more it is a table, and the figures of any row may be apart
TRUNK_FIGURE_MIN = 3  # digits of the first figure of such a number
FIGURES_MIN = 3  # groups; two are a range or a pair of prices
LINES_MIN = 3
LINE_MAX = 100  # characters of an entry of a list
CHAIN_MAX = 240  # characters from the first figure to the last; nobody is asked to read further
TOKEN_MAX = 60  # characters of one piece in which letters stand between figures

_FIGURE = re.compile(r"\d+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_SENTENCE_END = re.compile(r"[!?।。！？]+|\.(?!\S)|[….]{2,}|\n\s*\n|\n|;\s|: (?=\D)|\s[–—]\s")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_TOKEN = re.compile(rf"(?<!\S)\S{{8,{TOKEN_MAX}}}(?!\S)")
_HOST_OR_ADDRESS = re.compile(r"@|//|www\.|\.\w{2,4}/")
_WITH_NOTE = re.compile(
    r"(?<![\d(])\+?\d[\d \-./]{0,12}(?:\([^()\d+]{2,25}\)[ \-]?\d[\d \-./]{0,14}){1,5}(?!\d)"
)
_NOTE = re.compile(r"\([^()]+\)")
# One word again and again between the parts: "0711 pause 40 pause 28 pause 9"; few letters of it.
_WORD_BETWEEN = re.compile(
    r"(?<![\w.,:/-])(?P<head>\+?\d[\d ]{0,14})"
    r"(?P<word> [^\W\d_]{2,10} |\.[^\W\d_]{2,10}\.)\d{1,4}"
    r"(?:(?P=word)\d{1,4}){1,6}(?!\w)"
)
# Parts in turn after a country code: "+44, then 79, 56, 31, 84, 02".
_AFTER_CODE = re.compile(r"(?<![\w+])\+\d{1,3}(?:[,;]?\s(?:[^\W\d_]{1,7}\s)?\d{1,5}){3,8}(?!\w)")
# Words between the parts that hyphens tie to them: "503-salt-718-pepper-2294".
_TIED_IN = re.compile(r"(?<![\w.,:/-])\+?\d{2,4}(?:-[^\W\d_]{2,10}-\d{1,4}){2,6}(?![\w-])")
# Times and dates of which one cannot be: "07:81, 93:40". Nobody reads a clock so.
_CLOCK = re.compile(r"(?<![\w.:/])(\d{1,2})(:|/(?=\d{1,2}/\d))(\d{1,2})(?!\d)")
CLOCKS_MIN, CLOCKS_MAX = 2, 60
COUNTS_MIN = 6  # entries of a list that begins with none of something
COUNTS_LED_MIN = 4  # of one that begins with "06 eggs"
# Figures with pictures between them, or single ones tied by low lines; nothing else is written so.
_SIGN = r"[^\w\s!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u206f\u20a0-\u20cf\u3000-\u303f\ufe0f\u200d]"
_STARRED = re.compile(
    rf"\d{{1,5}}(?:(?: ?{_SIGN}[\ufe0f\u200d]?){{1,3}} ?\d{{1,5}}|[ -]\d{{1,5}}){{2,14}}(?!\w)"
)
_TIED = re.compile(r"(?<!\w)\d(?:_\d){2,14}(?:[ |/.,·-]{1,3}\d(?:_\d){1,14}){0,4}(?!\w)")
# Groups with a low line between some of them: "9-3-4_7-1", "024_481_7306".
_LINED = re.compile(r"(?<![\w./\\-])\d{1,4}(?:[_-]{1,3}\d{1,4}){2,14}(?![\w./\\-]\w|_)")
_STEP = re.compile(r"(?<![^\s(])([1-9]\d?)[).](?=\s|[^\W\d])")  # "1) sketch 2) colour 3) print"
STEPS_MIN = 3
_YEAR = re.compile("(?:19|20)[0-9]{2}")  # of a file named by its day
_COUNTED = re.compile(r" [^\W\d_]{2,}")
_BEFORE_FIGURE = re.compile(rf"[^\W\d_{SIGNS}]\Z")
_MONEY = re.compile(r"(?<!\w)(?:rp|rm|rs|ksh|tsh|kes|idr|php|inr|usd|kr)\Z", re.I)


def _words(*lists: str) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for phrases in lists:
        for phrase in re.split(r",\s*", phrases.strip()):
            stem = " ".join(phrase.split()).removesuffix("*")
            automaton.add_word(stem, (len(stem), stem != phrase))
    automaton.make_automaton()
    return automaton


_IN_A_ROW, _THEN, _RINGS = _words(IN_A_ROW, DENIALS), _words(THEN), _words(RINGS)


def read_apart(view: View, glance: Glance) -> View:
    """The view with the figures of a sentence, a list or a token moved together."""
    if not glance.has_digits or len(view.source.messages) > 1:
        return view
    view = rewrite(view, _notes(view.text), disguise=TOLD_DISGUISE)
    view = rewrite(view, _words_between(view.text), disguise=TOLD_DISGUISE)
    view = rewrite(view, _joined(_signs(view.text)), disguise=TOLD_DISGUISE)
    if "+" in glance.characters:
        view = rewrite(view, _joined(_after_code(view.text)), disguise=TOLD_DISGUISE)
    text = view.text
    digits = sum(text.count(digit) for digit in "0123456789")
    if not DIGITS[0] <= digits <= DIGITS_MAX:
        return view
    low = lowered(view.source.text)
    is_told = _count(low, _IN_A_ROW, 1) > 0 or _count(low, _THEN, 2) > 1
    rings = _count(low, _RINGS, 1) > 0
    if is_told:
        view = read_lone_numerals(view, glance)
        text = view.text
        chains = [*_lists(text), *_sentences(text), *_tokens(text), *_paragraphs(text)]
        disguise = TOLD_DISGUISE
    elif rings:
        chains = [*_lists(text), *_sentences(text), *_tokens(text)]
        disguise = RINGS_DISGUISE
    else:
        chains = [chain for chain in (*_lists(text), *_sentences(text)) if _has_trunk(chain)]
        disguise = DISGUISE
    return rewrite(view, _joined(_without_steps(chains, text)), disguise=disguise)


def _without_steps(
    chains: Sequence[list[re.Match[str]]], text: str
) -> Iterator[list[re.Match[str]]]:
    """The chains without the numbers of steps, which count up from one."""
    found = list(_STEP.finditer(text)) if chains else []
    if len(found) < STEPS_MIN or [int(step[1]) for step in found] != [*range(1, len(found) + 1)]:
        yield from chains
        return
    steps = {step.start() for step in found}
    for chain in chains:
        if left := [figure for figure in chain if figure.start() not in steps]:
            yield left


def _has_trunk(chain: list[re.Match[str]]) -> bool:
    digits = sum(len(figure[0]) for figure in chain)
    return digits in TRUNK_DIGITS and (_is_trunk(chain[0]) or _counts_none(chain))


def _counts_none(chain: list[re.Match[str]]) -> bool:
    """Begins with none of something, or with "06 apples", as no list does that goes on so."""
    first, *others = [figure[0] for figure in chain]
    fewest, counts = (COUNTS_MIN, others[:1]) if first == "0" else (COUNTS_LED_MIN, others)
    if first[0] != "0" or len(chain) < fewest or any(count[0] == "0" for count in counts):
        return False
    text = chain[0].string
    return all(_COUNTED.match(text, figure.end()) for figure in chain)


def _is_trunk(figure: re.Match[str]) -> bool:
    """Begins as national numbers do; "0.5" and "00:07" do not."""
    return len(figure[0]) >= TRUNK_FIGURE_MIN and figure[0][0] == "0"


def _count(low: str, automaton: ahocorasick.Automaton, most: int) -> int:
    """How many of the words stand in the text, counted up to ``most``."""
    count = 0
    for last, (length, is_stem) in automaton.iter(low):
        first = last + 1 - length
        after = low[last + 1 : last + 2]
        is_whole = not low[first - 1 : first].isalnum() and (is_stem or not after.isalnum())
        count += is_whole or _UNSPACED.match(low, first) is not None
        if count >= most:
            break
    return count


def _notes(text: str) -> Iterator[Edit]:
    """A remark in brackets within a number: "016(the rest) 31-77-05-84"."""
    for match in _WITH_NOTE.finditer(text):
        notes = list(_NOTE.finditer(text, *match.span()))
        if len(notes) > 1 or sum(map(str.isdecimal, match[0])) in DIGITS:
            yield from (Edit(*it.span(), " ") for it in notes if not says_number(it[0]))


def _words_between(text: str) -> Iterator[Edit]:
    """The word that stands between the parts of a number each time, or any that hyphens tie in."""
    for match in _WORD_BETWEEN.finditer(text):
        digits, word = sum(map(str.isdecimal, match[0])), match["word"]
        has_trunk = match["head"][0] in "0+" and digits in TRUNK_DIGITS
        # What is counted is said after the last figure as well: "120 pages 340 pages 560 pages".
        is_odd = len(word) >= ODD_WORD_MIN and not text.startswith(word.rstrip(), match.end())
        if has_trunk or (is_odd and digits in NATIONAL_DIGITS):
            for found in re.finditer(re.escape(word), match[0]):
                yield Edit(match.start() + found.start(), match.start() + found.end(), " ")
    for match in _TIED_IN.finditer(text):
        if sum(map(str.isdecimal, match[0])) in NATIONAL_DIGITS:
            for found in re.finditer(r"-[^\W\d_]+-", match[0]):
                yield Edit(match.start() + found.start(), match.start() + found.end(), " ")


def _after_code(text: str) -> Iterator[list[re.Match[str]]]:
    for match in _AFTER_CODE.finditer(text):
        if re.search(r"[,;]|[^\W\d_]", match[0]):
            yield list(_FIGURE.finditer(text, *match.span()))


def _signs(text: str) -> Iterator[list[re.Match[str]]]:
    """Figures between which nothing stands but pictures, or low lines."""
    if not text.isascii():
        for match in _STARRED.finditer(text):
            if re.search(_SIGN, match[0]):
                yield list(_FIGURE.finditer(text, *match.span()))
    if "_" in text:
        for pattern in (_TIED, _LINED):
            for match in pattern.finditer(text):
                figures = list(_FIGURE.finditer(text, *match.span()))
                if "_" in match[0] and not any(_YEAR.fullmatch(one[0]) for one in figures):
                    yield figures
    if ":" in text or "/" in text:
        yield from _clocks(text)


def _clocks(text: str) -> Iterator[list[re.Match[str]]]:
    """Times or dates in a row that begin with a trunk prefix, one of them being none."""
    found = list(islice(_CLOCK.finditer(text), CLOCKS_MAX))
    if len(found) < CLOCKS_MIN or all(map(_may_be, found)):
        return
    for figures in _sentences(text):
        within = [clock for clock in found if _holds(figures, clock)]
        begins = figures[0].start() == within[0].start() if within else False
        if not begins or figures[0][0][0] != "0" or len(within) < CLOCKS_MIN:
            continue
        if not all(map(_may_be, within)):
            yield figures


def _holds(figures: list[re.Match[str]], clock: re.Match[str]) -> bool:
    return figures[0].start() <= clock.start() < figures[-1].end()


def _may_be(clock: re.Match[str]) -> bool:
    """Whether it is a time, or a day of a month."""
    first, second = int(clock[1]), int(clock[3])
    return first <= 24 and second < 60 if clock[2] == ":" else first <= 31 and second <= 31


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """One figure a line, lines in a row: at the end of each, or at its beginning."""
    block: list[re.Match[str]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        figures = list(_FIGURE.finditer(text, place, place + len(line)))
        place += len(line)
        if len(figures) == 1 and len(line) <= LINE_MAX and not _is_in_a_word(text, figures[0]):
            block.append(figures[0])
        elif not line.isspace():
            if len(block) >= LINES_MIN:
                yield block
            block = []
    if len(block) >= LINES_MIN:
        yield block


def _sentences(text: str) -> Iterator[list[re.Match[str]]]:
    start = 0
    ends = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)]
    for end, following in (*ends, (len(text), len(text))):
        figures = list(_FIGURE.finditer(text, start, end))
        start = following
        free = [figure for figure in figures if not _is_in_a_word(text, figure)]
        if len(free) >= FIGURES_MIN or (
            len(free) == 2 and free[0][0][0] == "0" and len(free[0][0]) > 1
        ):
            yield free
            if len(trunk := _from_trunk(free)) >= FIGURES_MIN:
                yield trunk


def _from_trunk(figures: list[re.Match[str]]) -> list[re.Match[str]]:
    """The figures from the first with a leading 0 on, as many as a national number has."""
    first = next((place for place, figure in enumerate(figures) if _is_trunk(figure)), None)
    if first is None:
        return []
    digits = 0
    for last in range(first, len(figures)):
        digits += len(figures[last][0])
        if digits >= TRUNK_DIGITS[0]:
            return figures[first : last + 1] if digits in TRUNK_DIGITS else []
    return []


def _paragraphs(text: str) -> Iterator[list[re.Match[str]]]:
    """All figures of a paragraph, and of the whole."""
    start = 0
    ends = [match.span() for match in _PARAGRAPH_END.finditer(text)]
    for end, following in (*ends, (len(text), len(text))):
        figures = [
            figure
            for figure in _FIGURE.finditer(text, start, end)
            if not _is_in_a_word(text, figure)
        ]
        start = following
        if len(figures) >= FIGURES_MIN:
            yield figures


def _tokens(text: str) -> Iterator[list[re.Match[str]]]:
    """Letters and signs between the figures of one piece: "0711-SAWA-604-POA-338"."""
    for token in _TOKEN.finditer(text):
        if _HOST_OR_ADDRESS.search(token[0]):
            continue
        figures = list(_FIGURE.finditer(text, *token.span()))
        if len(figures) >= FIGURES_MIN:
            yield figures


def _is_in_a_word(text: str, figure: re.Match[str]) -> bool:
    """The figure of a name or a size: "D1", "CO2", "A4"."""
    before = text[max(0, figure.start() - 4) : figure.start()]
    return _BEFORE_FIGURE.search(before) is not None and _MONEY.search(before) is None


def _joined(chains: Iterable[list[re.Match[str]]]) -> list[Edit]:
    """The first chain that could be a number takes its place; what overlaps it gives way."""
    edits: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for chain in chains:
        start, end = chain[0].start(), chain[-1].end()
        if end - start > CHAIN_MAX:
            continue
        if sum(len(figure[0]) for figure in chain) not in DIGITS or _is_counting(chain):
            continue
        if any(_is_whole(figure[0]) for figure in chain):
            continue
        if any(start < other_end and other_start < end for other_start, other_end in taken[-40:]):
            continue
        taken.append((start, end))
        edits += (
            Edit(left.end(), right.start(), "")
            for left, right in pairwise(chain)
            if left.end() < right.start()
        )
    return sorted(edits)


def _is_whole(figure: str) -> bool:
    """A national number that needs no other figure: "07482391605 after 4"."""
    return len(figure) in TRUNK_DIGITS and figure[0] == "0" != figure[1]


def _is_counting(chain: list[re.Match[str]]) -> bool:
    """Numbered lines and steps: most figures are the one before and one more."""
    steps = [int(right[0]) - int(left[0]) for left, right in pairwise(chain)]
    return steps.count(1) * 2 > len(steps)
