"""Groups of figures in one turn that may be parts of a number, in digits or in words.

Each is weighed by the words around it: whether they speak of a part, or of things that are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scanner.views.glance import SIGNS
from scanner.views.numbers.words import ANY_DIGIT_OF, SPELLINGS, THRICE, TWICE
from scanner.views.room.turns import LETTER, WORD, Turn
from scanner.views.room.words import BEGINNINGS, ENDINGS, HOW_MANY, PARTS
from scanner.views.view import View

GROUPS_OF_A_TURN = 4  # groups put together; a turn with more of them lists something
PLACES_MAX = 24  # figures weighed in one turn
RUN_MAX = 24  # number words of one group
REACH = 28  # characters on each side of a group in which a word speaks of it
PLACE_REACH = 45  # characters before a group in which a word says that it goes first or last
GLUED_MIN = 3  # letters of a word for a digit that is read where it is joined to another
PROSE = 12  # words around a group from which a message is more than a part of something
SURE = 0.4  # weight of a group that is a part whatever else its turn lists

Kind = tuple[int, str, bool]  # how many digits, which, and whether they are said in words


class Group(NamedTuple):
    """Figures that stand together: a range of the view, and how many digits they make.

    ``figures`` are empty where they are said in words, whose digits may be misjudged by one.
    ``place``: -1 where it is said to begin the number, 1 to end it. ``noun`` is the word after it
    that may say what is counted; ``is_decimal``: written as a price, "4.99".
    """

    start: int
    end: int
    digits: int
    figures: str
    is_said: bool
    weight: float
    place: int = 0
    noun: str = ""
    is_decimal: bool = False


_FIGURES = re.compile(
    rf"(?:(?<!{LETTER})|(?<=(?<!{LETTER})و))(?<![.,:/@#$€£₹%-])\+?\d{{1,12}}"
    r"(?:(?:[ .\-/]|, | - | ?(?:\.{2,3}|…) ?|\) ?| ?\()\d{1,6}){0,8}"
    rf"(?!{LETTER})(?![%€$£₹°@]|[.,:]\d)"
)
# Letters that stand for figures among them: "O777", "5o8".
_MASKED = re.compile(
    rf"(?<!{LETTER})(?:[oO]\d{{2,5}}|\d{{1,3}}(?:[oO]\d{{0,2}}){{1,2}})(?!{LETTER})"
)
_LETTER_DIGITS = str.maketrans("oO", "00")
_SCORES = re.compile(r"\d-\d(?:, ?\d-\d)*")  # of games: "6-0, 6-4"
_UNIT = re.compile(
    r"\s?(?:%|€|\$|£|₹|°|usd|eur|euros?|eu|gbp|dollars?|pounds?|bucks|pesos?|pln|zł|zl|руб\w*|р|грн"
    r"|tl|lira|inr|rs|rupees?|taka|tk|kes|ksh|naira|php|rupiah|rb|ribu|yen|yuan|baht|won|reais|mil"
    r"|lei|kr|days?|hours?|hrs?|h|min|mins|minutes?|sec|seconds?|wpm|weeks?|months?|years?|yrs|pages?"
    r"|words?|files?|shots?|pcs|px|pm|am|k|kg|g|km|cm|mm|m|m²|ml|l|x|mb|gb|fps|tage?|stunden|uhr"
    r"|wochen|seiten|stück|jours?|heures?|días?|horas?|dias|páginas|giorni|ore|pagine|дн\w*|час\w*"
    r"|мин\w*|недел\w*|шт|стр\w*|штук\w*|дні\w*|gün|saat|sayfa|adet|hari|jam|ngày|giờ|trang|din"
    r"|ghante|день|дня|dni|godzin\w*|stron\w*|dagen|uur|uren|zile)(?!\w)",
    re.IGNORECASE,
)
_UNIT_UNSPACED = re.compile(
    r"\s?(?:天|日|小时|页|张|元|块|円|枚|時間|個|月|年|分|秒|点|개|장|원|일|시간|분|회|บาท|วัน|หน้า)"
)
# "14 de dezembro", "3. März": stems of months in the languages that we see most of.
_MONTH = re.compile(
    r"(?:st|nd|rd|th|º|er)?[. ]{1,2}(?:de |of |di )?"
    r"(?:jan|feb|fév|mar|mär|apr|abr|avr|mai|may|maj|jun|juin|jul|juil|aug|ago|aoû|sep|set|oct|okt|out"
    r"|nov|dec|dez|dic|déc|gen|mag|giu|lug|ott|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют"
    r"|берез|квіт|трав|черв|лип|серп|верес|жовт|груд|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|oca|şub|nis"
    r"|haz|tem|ağu|eyl|eki|kas|ara)[^\W\d_]{0,8}(?![^\W\d_])",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"(?:[€$£₹₽₴₺¥]|\b(?:rs|usd|eur|inr|php|rp|pkr|bdt|ksh|no))\.? ?\Z", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r" (?P<noun>[^\W\d_]{2,})(?P<end>\s*(?:\Z|[.,;!)\n·|&+]))?")
_DECIMAL = re.compile(r"(?:0|[1-9]\d{0,3})\.\d\d")


def _number_words() -> dict[str, int]:
    """How many digits each word for a number makes, alone."""
    words: dict[str, int] = {}

    def put(row: str, digits: int) -> None:
        for spelling in re.split("[ /_]", row):
            words.setdefault(spelling.replace("'", ""), digits)

    for spelling in SPELLINGS.values():
        put(spelling.units, 1)
        put(spelling.teens, 2)
        put(spelling.tens, 2)
        put(spelling.hundreds, 3)
        put(spelling.hundred, 3)
        for entry in spelling.others.split():
            number, _, said = entry.partition("=")
            if "_" not in said:
                put(said, len(number))
        for join in spelling.joins:
            if " " not in join:
                for ten in re.split("[ /]", spelling.tens):
                    for unit in re.split("[ /]", spelling.units):
                        words.setdefault(join.format(t=ten, u=unit), 2)
    words.pop("", None)
    return words


_WORDS = _number_words()
_AGAIN = frozenset((*TWICE.split("/"), *THRICE.split("/")))
_SIGN_DIGITS = {sign: str(digit) for sign, digit in ANY_DIGIT_OF.items()}
_SIGN_RUN = re.compile(
    rf"(?<![\uac00-\ud7a3])[{''.join(_SIGN_DIGITS)}]{{3,11}}(?![\uac00-\ud7a3])|[零〇○洞][{''.join(_SIGN_DIGITS)}]{{1,10}}"
)
_UNITS = {
    spelling: str(digit)
    for language in SPELLINGS.values()
    for digit, row in enumerate(language.units.split(" "))
    for spelling in row.split("/")
    if len(spelling) >= GLUED_MIN
}
_WORD_GAP = re.compile(r"[\s,.\-–—…]{1,4}")
_WORD_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{SIGNS}])*")


def groups_of(view: View, turn: Turn) -> list[Group]:
    """The groups of figures in the turn that could be parts, in order.

    Where it lists many, only those that are parts whatever else it lists; where it lists more than
    anybody reads, none.
    """
    places = list(islice(_places(view, turn), PLACES_MAX + 1))
    if len(places) > PLACES_MAX:
        return []
    found = [_group(turn, span, what) for span, what in places]
    if len(found) > GROUPS_OF_A_TURN:
        found = sorted(found, key=lambda group: -group.weight)[:GROUPS_OF_A_TURN]
        found = [group for group in found if group.weight >= SURE]
    return sorted(found)


def _places(view: View, turn: Turn) -> Iterator[tuple[tuple[int, int], Kind]]:
    """Where groups stand, and what they are."""
    text = view.text
    said = list(_said(turn))
    for match in _FIGURES.finditer(text, turn.start, turn.end):
        is_mixed = any(start <= match.start() < end for (start, end), _ in said)
        if not is_mixed and not _is_counted_or_paid(text, match):
            figures = "".join(filter(str.isdigit, match[0]))
            yield match.span(), (len(figures), figures, False)
    for match in _MASKED.finditer(text, turn.start, turn.end):
        figures = match[0].translate(_LETTER_DIGITS)
        yield match.span(), (len(figures), figures, False)
    yield from said
    for match in _SIGN_RUN.finditer(text, turn.start, turn.end):
        figures = "".join(_SIGN_DIGITS[sign] for sign in match[0])
        yield match.span(), (len(figures), figures, False)


def _is_counted_or_paid(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if not match[0].startswith("0") and (_UNIT.match(text, end) or _UNIT_UNSPACED.match(text, end)):
        return True
    if text[end : end + 1] == ")" and "(" not in match[0]:
        return True
    if _SCORES.fullmatch(match[0]):
        return True
    if end - start <= 2 and not match[0].startswith("0") and _MONTH.match(text, end):
        return True
    return _MONEY_BEFORE.search(text[max(0, start - 6) : start]) is not None


def _said(turn: Turn) -> Iterator[tuple[tuple[int, int], Kind]]:
    """Number words in a row, with figures among them: "786 five one two"; two at the least."""
    run: list[tuple[int, int, str]] = []
    for match in _WORD_TOKEN.finditer(turn.low):
        word = match[0].replace("'", "")
        is_number = word in _WORDS or word in _AGAIN or word[0].isdigit()
        is_next = bool(run) and _WORD_GAP.fullmatch(turn.low, run[-1][1], match.start())
        if run and not (is_next and is_number):
            yield from _spoken(turn, run[:RUN_MAX])
            run = []
        if is_number:
            run.append((match.start(), match.end(), word))
        elif glued := _glued(word):
            span = (turn.start + match.start(), turn.start + match.end())
            yield span, (len(glued), glued, False)
    yield from _spoken(turn, run[:RUN_MAX])


def _glued(word: str) -> str:
    """The digits of words for them without blanks, "nulzes"; empty for any other word."""
    digits = ""
    while word:
        for length in range(GLUED_MIN, min(len(word), 8) + 1):
            if word[:length] in _UNITS:
                digits += _UNITS[word[:length]]
                word = word[length:]
                break
        else:
            return ""
    return digits if len(digits) > 1 else ""


def _spoken(turn: Turn, run: list[tuple[int, int, str]]) -> Iterator[tuple[tuple[int, int], Kind]]:
    figures = [word[0].isdigit() for _, _, word in run]
    if len(run) < 2 or all(figures):
        return
    if sum(figures) == len(run) - 1 and not (figures[0] and figures[-1]):
        return  # "milestone one 720"
    digits, kinds = 0, [_WORDS.get(word, 0) for _, _, word in run]
    before = 0
    for (_, _, word), length, is_figures in zip(run, kinds, figures, strict=True):
        if is_figures:
            digits += len(word)
            before = 0
            continue
        if word in _AGAIN:
            digits += 2 if word in _THRICE else 1
            before = 0
            continue
        swallowed = (before == 3 and length < 3) or (before == 2 and length == 1)
        multiplied = length == 3 and before == 1
        digits += 2 if multiplied else 0 if swallowed else length
        before = length if not (swallowed and length == 1) else 0
    if digits >= 2:
        span = (turn.start + run[0][0], turn.start + run[-1][1])
        yield span, (digits, "", True)


_THRICE = frozenset(THRICE.split("/"))


def _group(turn: Turn, span: tuple[int, int], what: Kind) -> Group:
    """The group with what the words around it say for or against its being a part."""
    start, end = span
    digits, figures, is_said = what
    low_start, low_end = start - turn.start, end - turn.start
    before = turn.low[max(0, low_start - REACH) : low_start]
    after = turn.low[low_end : low_end + REACH]
    weight = 0.0
    rest = turn.words - len(WORD.findall(turn.low, low_start, low_end))
    if rest <= 1:
        weight += 0.8
    is_prose = rest > PROSE
    if PARTS.any_in(before) or PARTS.any_in(after):
        weight += 0.4 if is_prose else 0.8
    elif is_prose:
        weight -= 0.4
    counted, noun = ("", "") if is_said else _counted(turn, low_end)
    if counted and rest > 1:
        weight -= 0.5
    if HOW_MANY.any_in(turn.heard):
        weight -= 0.8
    if len(figures) > 1 and figures in turn.heard:
        weight -= 0.8  # the other side's figure: what is talked about, as a price
    if is_said:
        weight += 0.6 if digits >= 3 else 0.2
    if _YEAR.fullmatch(figures):
        weight -= 0.8
    if digits == 1 and rest:
        weight -= 0.6 if low_end == len(turn.low) else 1.0
    ahead = turn.low[max(0, low_start - PLACE_REACH) : low_start]
    place = -1 if BEGINNINGS.any_in(ahead) else 1 if ENDINGS.any_in(ahead) else 0
    is_decimal = _DECIMAL.fullmatch(turn.low, low_start, low_end) is not None
    return Group(start, end, digits, figures, is_said, weight, place, noun, is_decimal)


def _counted(turn: Turn, end: int) -> tuple[str, str]:
    """The word after the figures that speaks of no part; again, where it ends what is said."""
    word = _COUNTED.match(turn.low, end)
    if word is None or PARTS.has(word["noun"]):
        return "", ""
    return word["noun"], "" if word["end"] is None else word["noun"]
