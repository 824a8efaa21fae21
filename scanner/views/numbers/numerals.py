"""Number words to figures: "oh seven eleven, trente et un, vierhundertzweiundachtzig".

A run of number words of one language (English may be mixed in, figures, and letters that look like
them) becomes figures when it yields enough of them to be more than a count: five digits in three
groups. Counting up or down is left alone, and so is every number word that stands in ordinary talk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from scanner.views.glance import Glance, words_of
from scanner.views.numbers.groups import (
    NORTH_AMERICAN,
    RUN_MIN_DIGITS,
    RUN_MIN_GROUPS,
    Group,
    is_number,
    once,
    trimmed,
)
from scanner.views.numbers.hints import may_say_numbers, says_in_front
from scanner.views.numbers.runs import Token, is_close, runs_of, tokens_of
from scanner.views.numbers.tables import (
    ENGLISH,
    EVERYDAY,
    FILLER_WORDS,
    LANGUAGES,
    PLURAL_DIGITS,
    PLUS,
    SCALE_OF,
    SPOKEN_BY,
    TELLING,
    THRICE_WORDS,
    TIMES_WORDS,
    TWICE_WORDS,
    Language,
    plain_word,
)
from scanner.views.numbers.unspaced import SIGN_CHARACTERS, has_signs, read_signs
from scanner.views.numbers.words import SOUND_ALIKES
from scanner.views.view import Edit, View, rewrite

DISGUISE = "spelled digits"
_TURKISH = LANGUAGES["tr"]  # "on5" is fifteen, as "on beş" is
_PORTUGUESE = LANGUAGES["pt"]  # "depois o nove" is "then the nine"
_VIETNAMESE, _NO_TENS = LANGUAGES["vi"], frozenset({"linh", "lẻ"})
_TENS, _UNITS = frozenset(range(20, 100, 10)), frozenset("123456789")
TOKENS_MAX = 1_200  # of all runs of a text; five thousand characters of nothing but numbers
_PLACES = {code: place for place, code in enumerate(LANGUAGES)}
LANGUAGES_TRIED = 4
FILLERS_MAX = 6  # in a row: "et pour finir le dernier"
_ARTICLES = words_of("the die der das den la le les el los las il i gli o a os as de het")
TIMES_MOST = 6  # how often one figure is said to stand
NUMBER_MAX = 10**13  # said as one


def read_numerals(
    view: View, glance: Glance, *, shortest: int = RUN_MIN_DIGITS, are_parts: bool = False
) -> View:
    """The view with the figures of runs of number words that yield ``shortest`` digits or more.

    ``are_parts``: the figures were put side by side because they belong together, so that one
    number said in words among them is enough.
    """
    text = view.text
    if may_say_numbers(text, glance):
        edits: list[Edit] = []
        budget = TOKENS_MAX
        for run in runs_of(text):
            edits += _figures(text, _best_reading(text, run, (shortest, 1 if are_parts else 2)))
            budget -= len(run)
            if budget <= 0:
                break
        view = rewrite(view, edits, disguise=DISGUISE)
    if not glance.characters.isdisjoint(SIGN_CHARACTERS) and has_signs(view.text):
        view = rewrite(view, read_signs(view.text), disguise=DISGUISE)
    return view


def read_lone_numerals(view: View, glance: Glance) -> View:
    """The view with every number that is said as figures, those that stand alone as well.

    For texts that say that their figures belong together; ordinary talk is full of such words.
    """
    if len(glance.words & TELLING) < 2:
        return view
    language = LANGUAGES[_spoken(glance.words & TELLING)[0][0]]
    edits: list[Edit] = []
    run: list[Token] = []
    for token in tokens_of(view.text):
        if run and not (token.key and is_close(view.text, [run[-1], token], 1)):
            edits += _lone(view.text, run, language)
            run = []
        if token.key:
            run.append(token)
    edits += _lone(view.text, run, language)
    return rewrite(view, edits, disguise=DISGUISE)


def _lone(text: str, run: list[Token], language: Language) -> Iterator[Edit]:
    at = 0
    while at < len(run):
        value, step = None, 1
        if run[at].is_said and run[at].key in TELLING:
            value, step = _number(text, run, at, language)
        if value is not None:
            yield Edit(run[at].start, run[at + step - 1].end, value)
        at += step


def _best_reading(text: str, run: list[Token], least: tuple[int, int]) -> list[list[Group]]:
    """The numbers of the run in the language that makes most of it.

    A language needs two words of its own there: "do" and "at" are numbers in some, and English.
    One is enough beside as many figures as a number has parts.
    """
    keys = {token.key for token in run}
    figures = sum(len(token.key) for token in run if token.key.isdigit())
    fewest = 1 if figures >= RUN_MIN_DIGITS - 1 else 2
    voting = keys - EVERYDAY if fewest > 1 else (keys & TELLING) - EVERYDAY
    codes = [code for code, count in _spoken(voting)[:LANGUAGES_TRIED] if count >= fewest]
    readings = [_numbers_of(text, run, LANGUAGES[code], least) for code in ("en", *codes)]
    return max(
        readings,
        key=lambda numbers: sum(len(group.digits) for number in numbers for group in number),
    )


def _spoken(words: Iterable[str]) -> list[tuple[str, int]]:
    """The languages with how many of the words they have, most first; of equals as in the table."""
    votes = Counter(code for word in words for code in SPOKEN_BY.get(word, ()))
    return sorted(votes.items(), key=lambda vote: (-vote[1], _PLACES[vote[0]]))


def _numbers_of(
    text: str, run: list[Token], language: Language, least: tuple[int, int]
) -> list[list[Group]]:
    """The run in groups, apart where a word says nothing in this language."""
    numbers: list[list[Group]] = [[]]
    at = fillers = 0
    while at < len(run):
        group, step = _group(text, run, at, language)
        if group is not None:
            numbers[-1].append(group._replace(is_linked=fillers > 0))
            fillers = 0
        elif run[at].key in FILLER_WORDS and numbers[-1] and fillers < FILLERS_MAX:
            fillers += 1
        else:
            numbers.append([])
            fillers = 0
        at += step
    is_english = language is ENGLISH
    sure = [trimmed(number, is_english=is_english) for number in numbers]
    return [
        number
        for number in sure
        if number
        and is_number(number, least, goes_on=_GOES_ON.match(text, number[-1].end) is not None)
    ]


def _group(text: str, run: list[Token], at: int, language: Language) -> tuple[Group | None, int]:
    token = run[at]
    times = 2 if token.key in TWICE_WORDS else 3 if token.key in THRICE_WORDS else 0
    if times:
        return _repeated(text, run, (at, _after_article(text, run, at)), language, times)
    value, step = _number(text, run, at, language)
    if value is not None:
        following = at + step
        if value.isdigit() and 2 <= int(value) <= TIMES_MOST and following < len(run):
            group, taken = _many(text, run, (at, following), language, int(value))
            if group is not None:
                return group, taken
        is_said = step > 1 or token.is_said
        return Group(token.start, run[following - 1].end, value, is_said=is_said), step
    if token.key in SOUND_ALIKES and not (token.key == "o" and language is _PORTUGUESE):
        is_nought = text[token.start] == "O" and at + 1 < len(run)
        digit = str(SOUND_ALIKES[token.key])
        return Group(token.start, token.end, digit, is_sure=is_nought), 1
    return None, 1


def _number(text: str, run: list[Token], at: int, language: Language) -> tuple[str | None, int]:
    """The digits that the tokens from here on say, and how many tokens say them."""
    if run[at].key.isdigit():
        return run[at].key, 1
    value, step = _value(text, run, at, language)
    if value is None and language is not ENGLISH:
        value, step = _value(text, run, at, ENGLISH)
    return (None if value is None else str(value)), step


def _many(
    text: str, run: list[Token], places: tuple[int, int], language: Language, times: int
) -> tuple[Group | None, int]:
    """ "Three fives", "deux fois 81", "drie keer de drie"."""
    start, at = places
    if (digit := PLURAL_DIGITS.get(run[at].key)) is not None and run[start].is_said:
        return Group(run[start].start, run[at].end, digit * times), at + 1 - start
    if run[at].key not in TIMES_WORDS:
        return None, 1
    return _repeated(text, run, (start, _after_fillers(run, at + 1)), language, times)


def _after_article(text: str, run: list[Token], at: int) -> int:
    """What the word for how often stands before: "dreimal die vier", with nothing else between.

    Behind a comma there is nothing: "I paid twice, 20 and 30".
    """
    if at + 1 == len(run):
        return at + 1
    gap = text[run[at].end : run[at + 1].start]
    if "," in gap:
        return len(run)
    return at + 1 + (run[at + 1].key in _ARTICLES and gap.isspace())


def _after_fillers(run: list[Token], at: int) -> int:
    """Where the little words end that begin there: "dreimal die vier", "two times the five"."""
    end = min(len(run), at + FILLERS_MAX)
    while at < end and run[at].key in FILLER_WORDS:
        at += 1
    return at


def _repeated(
    text: str, run: list[Token], places: tuple[int, int], language: Language, times: int
) -> tuple[Group | None, int]:
    """One or two digits as often as is said; a plain figure after "double" gives its first."""
    start, at = places
    if at >= len(run):
        return None, 1
    digits, step = _number(text, run, at, language)
    if digits is None or len(digits) > 2:
        return None, 1
    return Group(run[start].start, run[at + step - 1].end, digits * times), at + step - start


def _value(text: str, run: list[Token], at: int, language: Language) -> tuple[int | None, int]:
    """The number said from here on and how many tokens say it, thousands and millions added up."""
    value, step = _below_thousand(text, run, at, language)
    if value is None:
        return None, 1
    total, scale_before = 0, NUMBER_MAX
    while 0 < (scale := _scale(text, run, at + step, language)) < scale_before:
        total, scale_before, step = total + value * scale, scale, step + 1
        place = at + step
        place += _is_filler(run, place, language)
        rest, rest_step = (
            _below_thousand(text, run, place, language) if place < len(run) else (None, 1)
        )
        if rest is None:
            return total, step
        value, step = rest, place - at + rest_step
    return total + value, step


def _scale(text: str, run: list[Token], at: int, language: Language) -> int:
    """What the token right there multiplies by; "bin" is a thousand to Turks, and German talk."""
    if at >= len(run) or not is_close(text, run, at):
        return 0
    key = run[at].key
    return 0 if key == "bin" and language is not _TURKISH else SCALE_OF.get(key, 0)


def _is_zero_between(text: str, run: list[Token], at: int, language: Language) -> bool:
    """Whether the word there says that a number of hundreds has no tens, and a unit follows."""
    if language is not _VIETNAMESE or at + 1 >= len(run) or run[at].key not in _NO_TENS:
        return False
    unit, _ = _phrase(text, run, at + 1, language)
    return unit is not None and 0 < unit < 10 and is_close(text, run, at)


def _below_thousand(
    text: str, run: list[Token], at: int, language: Language
) -> tuple[int | None, int]:
    """The number up to 999 said from here on; hundreds take the rest in."""
    value, step = _phrase(text, run, at, language)
    if value is None:
        return None, 1
    following = at + step
    if (
        0 < value < 10
        and following < len(run)
        and run[following].key in language.hundred
        and is_close(text, run, following)
    ):
        value, step = value * 100, step + 1
    elif 0 < value < 10 and _is_zero_between(text, run, following, language):
        value *= 100  # "năm linh bốn", with the hundred left out
    following = at + step
    is_ten = value in _TENS or (value == 10 and language is _TURKISH)
    if is_ten and following < len(run) and run[following].start == run[following - 1].end:
        unit = run[following].key  # "treinta8"
        if unit in _UNITS and not run[following].is_said:
            return value + int(unit), step + 1
    if value and value % 100 == 0:
        skip = 1 if _is_filler(run, following, language) else 0
        if following + skip < len(run) and all(
            is_close(text, run, place) for place in range(following, following + skip + 1)
        ):
            figures = run[following + skip]
            if not figures.is_said and len(figures.key) <= 2 and figures.key.isdigit():
                return value + int(figures.key), step + skip + 1  # "four hundred 18"
            rest, rest_step = _phrase(text, run, following + skip, language)
            if rest is not None and 0 < rest < 100:
                return value + rest, step + skip + rest_step
    return value, step


def _is_filler(run: list[Token], at: int, language: Language) -> bool:
    """Whether the token there only joins: "on" of French parts no number of Turkish."""
    return at < len(run) and run[at].key in FILLER_WORDS and not language.begins_with(run[at].key)


def _phrase(text: str, run: list[Token], at: int, language: Language) -> tuple[int | None, int]:
    for words, number in language.several.get(run[at].key, ()):
        count = len(words)
        if (
            tuple(token.key for token in run[at : at + count]) == words
            and all(is_close(text, run, place) for place in range(at + 1, at + count))
            and not _cuts(text, run, at + count, language)
        ):
            return number, count
    return language.alone.get(run[at].key), 1


def _cuts(text: str, run: list[Token], end: int, language: Language) -> bool:
    """Whether a hyphen ties the last word to what follows: "quarante quatre-vingt-trois"."""
    if end >= len(run) or run[end].key not in language.words:
        return False
    before = text[run[end - 2].end : run[end - 1].start]
    return "-" not in before and text[run[end - 1].end : run[end].start] == "-"


def _figures(text: str, numbers: list[list[Group]]) -> Iterator[Edit]:
    for number in (_with_zero_before(text, once(number)) for number in numbers):
        end = number[0].start
        before = _PLUS_BEFORE.search(text, max(0, end - 8), end)
        if before is not None and plain_word(before["word"].lower()) in PLUS:
            yield Edit(before.start(), end, "+")
        parting = _parting(text, number)
        for group in number:
            if group.start > end:
                yield Edit(end, group.start, " " if group in parting else "")
            if group.is_said or group is number[0]:
                yield Edit(group.start, group.end, group.digits)
            end = group.end


def _parting(text: str, number: list[Group]) -> list[Group]:
    """The groups that begin a part where commas, dashes or words part it as North America does.

    Other countries part theirs in more ways than one, so that parts tell nothing.
    """
    parting, lengths = [], [len(number[0].digits)]
    for before, group in pairwise(number):
        if group.is_linked or _PARTS.search(text, before.end, group.start):
            parting.append(group)
            lengths.append(0)
        lengths[-1] += len(group.digits)
    return parting if tuple(lengths) == NORTH_AMERICAN else []


def _with_zero_before(text: str, number: list[Group]) -> list[Group]:
    """The number with its nought first, where that is said last: "zes 29 48 17 30, nul ervoor"."""
    first, last = number[0], number[-1]
    is_apart = last.digits == "0" != first.digits[0] and len(number) >= RUN_MIN_GROUPS
    if not is_apart or not says_in_front(text, last.end):
        return number
    return [first._replace(digits="0" + first.digits), *number[1:-1]]


_GOES_ON = re.compile(r"\s[^\W\d_]")  # a word without a stop: what was counted
_PARTS = re.compile(r"[,;\n–—]|\s-\s|\.\s")
_PLUS_BEFORE = re.compile(r"(?P<word>[^\W\d_]{3,5})[\s,]{1,2}\Z")
