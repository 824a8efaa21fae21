"""Runs of number words, figures, and letters that look like figures, in the order of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scanner.views.glance import SIGNS, words_of
from scanner.views.numbers.tables import (
    ARABIC_FIRST_WORDS,
    FILLER_WORDS,
    KNOWN,
    PLURAL_DIGITS,
    TELLING,
    TYPOS,
    pieces_of,
    plain_word,
)

RUN_MAX_TOKENS = 120  # words of one run looked at; a card of 19 digits spelled in pairs has 40
LOOK_ALIKES_MAX = 3  # letters in a row that stand for figures: "O3OOO"
LEET_MAX_LENGTH = 10  # characters of a number word of which some are figures
GAP_MAX = 5  # characters between two of a run
WHOLE_DIGITS = 10  # one for a word; of a number that a sentence may end with
SHORT_OF_A_NUMBER = 8  # digits, two for a word; less is only its beginning


class Token(NamedTuple):
    """A word or a figure of the text; ``key`` is the word as the tables have it, or its digits."""

    start: int
    end: int
    key: str
    is_said: bool


_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{SIGNS}]|['’ʼ](?=[^\W\d_]))*")
_GAP = re.compile(r"[^\w@?$€£₹%]*|[\s._]*")
REMARK_MAX = 30  # characters in brackets or between dots, which only say what a part is
_REMARK = re.compile(
    rf"(?<=[^\W_])[ \t]{{1,2}}\([^()\d\n]{{3,{REMARK_MAX - 6}}}\)(?=[ \t,.;])"
    rf"|(?<=[^\W_])(?:\.{{2,3}}|…)[ \t][^.…\d\n]{{3,{REMARK_MAX - 8}}}(?:\.{{2,3}}|…)(?=[ \t])"
)
_COLON = re.compile(r":\s+")
_SENTENCE_END = re.compile(r"[.!…]\s")
_PHRASE_GAP = re.compile(r"[ \u00a0\-]{0,2}")
_MIXED = re.compile(r"(?=[^\W\d_]*[\d!$€])(?=\d*[^\W\d_])[^\W_](?:[^\W_]|[!$€](?=\w)){2,30}")
_FIGURES_LAST = re.compile(r"\d+\Z")
_FIGURES = re.compile(r"\d+")
_AFTER_FIGURES = re.compile(r"\d+([^\W\d_]+)")
_SPELT_WITH_FIGURES = frozenset(
    word for word in KNOWN if not (word.isalpha() or word.isdecimal()) and word.isalnum()
)
LEET = str.maketrans("013457!$€", "oieastise")
_ROUND = frozenset("oOоО")
_ALIKE = {**dict.fromkeys(_ROUND, "0"), **dict.fromkeys("lIі", "1"), "S": "5", "B": "8"} | {
    "i": "1", "s": "5", "Z": "2", "z": "2", "Ч": "4"
}  # fmt: skip
_TELLTALE = frozenset({"l", "I", "Ч"})  # alone beside a figure on one side
_FIRST = frozenset({"i", "і"})  # the same where it comes first: "i94"
_TIMES_SIGNS, _ARABIC_AND = frozenset("xX×"), "و"
_THEN = words_of("then dann luego puis poi depois potem потом затем потім sonra lalu")
NOTHING = Token(0, 0, "", is_said=True)  # a word that says no number


def runs_of(text: str) -> Iterator[list[Token]]:
    """Number words and figures in a row, with nothing but gaps and remarks between them."""
    if "(" in text or ".." in text or "…" in text:
        text = _REMARK.sub(_blank, text)
    run: list[Token] = []
    for token in tokens_of(text):
        if run and not (token.key and len(run) < RUN_MAX_TOKENS and _is_next(text, run, token)):
            if _is_long(run):
                yield run
            run = []
        if token.key:
            run.append(token)
    if _is_long(run):
        yield run


def _blank(remark: re.Match[str]) -> str:
    """As many blanks, where the remark says no number itself."""
    return remark[0] if says_number(remark[0]) else " " * len(remark[0])


def says_number(text: str) -> bool:
    """Whether a word is among it that is a number and little else."""
    return any(word in TELLING for word in re.findall(r"[^\W\d_]+", text.lower()))


def _is_next(text: str, run: list[Token], token: Token) -> bool:
    """Whether the token goes on with the run.

    A country code begins a number of its own, and a remark in brackets or a new sentence that
    begins with a little word ends one that is long enough.
    """
    gap = text[run[-1].end : token.start]
    if len(gap.strip()) > GAP_MAX or len(gap) > REMARK_MAX:
        return False
    gap = gap if len(gap) <= GAP_MAX else f" {gap.strip()} "
    if _COLON.fullmatch(gap) and _is_one_word(run):  # "best two: 021 …"
        return False
    if gap.endswith("+") or _GAP.fullmatch(gap) is None:
        return False
    if _SENTENCE_END.match(gap) and _may_be_whole(run, token):
        return False
    is_bracketed = gap.strip() == "(" and text[token.end : token.end + 1] == ")"  # "two (1) tin"
    is_remark = "(" in gap and text[run[0].start - 1 : run[0].start] != "(" and not is_bracketed
    is_link = token.key in FILLER_WORDS and token.key not in _THEN
    if is_remark or (is_link and _SENTENCE_END.search(gap)):
        return sum(len(one.key) if one.key.isdigit() else 2 for one in run) < SHORT_OF_A_NUMBER
    return True


def _is_one_word(run: list[Token]) -> bool:
    said = [one.is_said for one in run if one.key not in FILLER_WORDS]
    return said == [True]


def _may_be_whole(run: list[Token], token: Token) -> bool:
    """Whether a sentence may end with the run: a figure, or as many as a telephone number has.

    "Fixed price 200. 4O7 …", "… three four six zero. Ten o'clock".
    """
    if token.key in _THEN:
        return False
    digits = sum(
        len(one.key) if one.key.isdigit() else 1 for one in run if one.key not in FILLER_WORDS
    )
    return digits >= WHOLE_DIGITS or (len(run) == 1 and not run[0].is_said)


def tokens_of(text: str) -> Iterator[Token]:
    """Words and figures; those that are neither have an empty key."""
    leet_end = 0
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if start < leet_end:
            continue
        if pieces_of_leet := _leet(text, start):
            yield from pieces_of_leet
            leet_end = pieces_of_leet[-1].end
        elif word[0].isdecimal() and _is_of_a_name(text, start, end):
            yield NOTHING
        elif word[0].isdecimal():
            yield Token(start, end, word, is_said=False)
        else:
            yield from _said(text, match)


def _is_of_a_name(text: str, start: int, end: int) -> bool:
    """The figure of "D1" or "A4", with a blank or a comma after it."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if not before[-1:].isalpha() or before[-1:] in _ALIKE or before[:-1].isalnum():
        return False
    return end - start == 1 and after in (",", " ") and before[-1:].isupper()


def _said(text: str, match: re.Match[str]) -> Iterator[Token]:
    """What the word says, piece by piece."""
    word, (start, end) = match[0], match.span()
    key = plain_word(word.lower())
    if len(word) <= LOOK_ALIKES_MAX and (figures := _as_figures(text, match)):
        yield Token(start, end, figures, is_said=True)
    elif word in _TIMES_SIGNS and _is_between_figures(text, start, end):
        yield Token(start, end, "times", is_said=True)
    elif (
        word[0] == _ARABIC_AND and word not in ARABIC_FIRST_WORDS and word[1:] in ARABIC_FIRST_WORDS
    ):
        yield Token(start, start + 1, _ARABIC_AND, is_said=True)
        yield Token(start + 1, end, plain_word(word[1:]), is_said=True)
    elif key in KNOWN or key in TYPOS:
        yield Token(start, end, key if key in KNOWN else TYPOS[key], is_said=True)
    elif len(key) == end - start and (pieces := pieces_of(key)):
        for piece in pieces:
            yield Token(start, start + len(piece), piece, is_said=True)
            start += len(piece)
    else:
        yield NOTHING


def _leet(text: str, start: int) -> list[Token]:
    """The number words and figures of "S1ete8" or "tw0", if it has one spelt with figures."""
    chunk = _MIXED.match(text, start)
    if chunk is None or text[start - 1 : start].isalnum():
        return []
    word = chunk[0].lower()
    tokens: list[Token] = []
    at, is_leet = 0, False
    while at < len(word):
        for end in range(min(len(word), at + LEET_MAX_LENGTH), at + 2, -1):
            piece = word[at:end]
            if piece in _SPELT_WITH_FIGURES:  # "3eshreen" of Arabic
                key, is_leet = piece, True
                tokens.append(Token(start + at, start + end, key, is_said=True))
                break
            key = plain_word(piece.translate(LEET))
            if piece[-1].isdecimal() and _FIGURES_LAST.sub("", piece) in TELLING:
                continue  # "null4" is no "nulla"
            if (after := _AFTER_FIGURES.match(word, at)) and after[1] in TELLING:
                continue  # nor is "1seis" an "ise"
            if not piece.isdecimal() and (key in TELLING if key == piece else _is_spelt(key)):
                is_leet = is_leet or key != piece
                tokens.append(Token(start + at, start + end, key, is_said=True))
                break
        else:
            figures = _FIGURES.match(word, at)
            if figures is None:
                return []
            end = figures.end()
            tokens.append(Token(start + at, start + end, figures[0], is_said=False))
        at = end
    return tokens if is_leet else []


def _is_spelt(word: str) -> bool:
    """Whether a number is said so, other than by several of it: "zero5" is no "zeros"."""
    return word in KNOWN and word not in PLURAL_DIGITS


def _as_figures(text: str, match: re.Match[str]) -> str:
    """Letters beside figures that look like them: the "O"s of "O3OO", the "l" of "7l2"."""
    word, (start, end) = match[0], match.span()
    if not all(letter in _ALIKE for letter in word):
        return ""
    beside = text[start - 1 : start].isdecimal(), text[end : end + 1].isdecimal()
    is_first = word in _FIRST and beside[1] and not text[start - 1 : start].isalnum()
    is_one_sided = _ROUND.issuperset(word) or word in _TELLTALE or is_first
    is_alike = any(beside) if is_one_sided else all(beside)
    return "".join(_ALIKE[letter] for letter in word) if is_alike else ""


def _is_between_figures(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal()


def _is_long(run: list[Token]) -> bool:
    said = sum(token.is_said for token in run)
    if said != 1:
        return said >= 2
    is_last = run[-1].is_said and len(run) > 2
    return len(run) >= 2 and not run[0].is_said and (is_last or not run[-1].is_said)


def is_close(text: str, run: list[Token], at: int) -> bool:
    return _PHRASE_GAP.fullmatch(text, run[at - 1].end, run[at].start) is not None
