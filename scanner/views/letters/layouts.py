"""Typed with the keyboard left in another language: "ьфкшф собака пьфшдюсщь" is maria@gmail.com.

Read only where one word becomes a known mail house with its ending; the name is then the word
before it that reads like one in Latin letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.signs.words import KNOWN_ENDINGS, PROVIDERS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "another keyboard"
WORDS_MAX = 400  # pieces looked at in one text
BEFORE_MAX = 8  # pieces before the house, among which the name may be
CONSONANTS_MAX = 4  # in a row, of a name

_KEYS = "qwertyuiopasdfghjklzxcvbnm.,;'[]"
_LAYOUTS = [
    dict(zip(letters, _KEYS, strict=False))
    for letters in (
        "йцукенгшщзфывапролдячсмитьюбжэхъ",
        "йцукенгшщзфівапролдячсмитьюбжєхї",
        "ضصثقفغعهخحشسيبلاتنمئءؤر\0ىةزوك",
        "ضصثقفغعهخحشسیبلاتنمظطزرذدپ\0و",
        "\0\0קראטוןםפשדגכעיחלךזסבהנמצץת",
    )
]
_JAMO = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", _KEYS, strict=False))
_JAMO |= {"ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml"}
_JAMO |= {"ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㅄ": "qt"}
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_HANGUL = re.compile("[\u3131-\u3163]")
_PIECE = re.compile(r"[^\s,;:!?\"«»()]+")
_HOST = re.compile(r"(?P<house>[a-z]{2,12})\.(?P<ending>[a-z]{2,3}(?:\.[a-z]{2})?)")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,40}")
_RUN = re.compile(rf"[bcdfghjklmnpqrstvwxz]{{{CONSONANTS_MAX + 1}}}")
_SIGN = re.compile(r"\w[._-]\w")
# What people say of the keys: a layout to be changed, as if the keyboard were in English.
_TOLD = re.compile(
    r"(?:рас|роз)кладк|영[문타][^.\n]{0,20}(?:상태|자판|그대로|치면|치세요|타자)", re.I
)
_SIGNED = re.compile(r"(?<![\w@./])[^\W\d_A-Za-z]{2,20}(?:_[^\W\d_A-Za-z]{2,20}){1,3}(?![\w@/])")
_QUOTED_HANGUL = re.compile("['\"‘“「]([\uac00-\ud7a3]{2,12})['\"’”」]")
_STOP = re.compile(r"[!?\n]|\.\s|:\s")


def _typed(word: str, layout: dict[str, str]) -> str:
    keys = {key: letter for letter, key in layout.items() if letter != "\0"}
    return "".join(keys.get(letter, letter) for letter in word)


# What the houses look like, with and without a point that is a letter: a cheap question first.
_LOOKS = frozenset(
    _typed(f"{house}{rest}", layout)
    for layout in _LAYOUTS
    for house in PROVIDERS
    if house.isalpha() and len(house) > 2
    for rest in ("", *(f".{ending}" for ending in ("com", "net", "ru", "de", "fr", "me", "ua")))
)


def read_layouts(view: View, glance: Glance) -> View:
    """The view with addresses that were typed on another keyboard in Latin letters."""
    if view.text.isascii():
        return view
    is_told = _TOLD.search(view.text) is not None
    if not is_told and glance.words.isdisjoint(_LOOKS) and not _HANGUL.search(view.text):
        return view
    view = rewrite(view, _edits(view.text), disguise=DISGUISE)
    return rewrite(view, _told_names(view.text), disguise=DISGUISE) if is_told else view


def _edits(text: str) -> Iterator[Edit]:
    pieces = list(islice(_PIECE.finditer(text), WORDS_MAX))
    done = 0
    for place, piece in enumerate(pieces):
        for layout in (*_LAYOUTS, None):
            host = _HOST.fullmatch(_in_latin(piece[0], layout).rstrip("."))
            if host is None or host["house"] not in PROVIDERS or piece[0].isascii():
                continue
            if host["ending"].rpartition(".")[2] not in KNOWN_ENDINGS:
                continue
            before = pieces[max(done, place - BEFORE_MAX) : place]
            name = _name(text, before, piece.start(), layout)
            if name is not None:
                end = piece.end() - piece[0].endswith(".")
                yield Edit(name.start(), end, f"{_in_latin(name[0], layout)}@{host[0]}")
                done = place + 1
            break


def _told_names(text: str) -> Iterator[Edit]:
    """Names with a sign in them, and quoted Hangul, where one is told which keys to strike."""
    for piece in islice(_SIGNED.finditer(text), WORDS_MAX):
        latin = next(filter(_NAME.fullmatch, (_in_latin(piece[0], it) for it in _LAYOUTS)), None)
        if latin is not None:
            yield Edit(*piece.span(), latin)
    for piece in islice(_QUOTED_HANGUL.finditer(text), WORDS_MAX):
        yield Edit(*piece.span(1), _in_latin(piece[1], None))


def _in_latin(word: str, layout: dict[str, str] | None) -> str:
    """The keys that were struck; without a layout, those of Hangul."""
    if layout is not None:
        word = word.replace("لا", "b").replace("\u200c", "")
        return "".join(layout.get(letter, letter) for letter in word.lower())
    letters = []
    for sign in unicodedata.normalize("NFC", word):
        code = ord(sign) - 0xAC00
        if 0 <= code < 11172:
            letters += [_LEADS[code // 588], _VOWELS[code % 588 // 28], _TAILS[code % 28]]
        else:
            letters.append(sign)
    return "".join(_JAMO.get(letter, letter) for letter in letters if letter != "\0")


def _name(
    text: str, before: list[re.Match[str]], end: int, layout: dict[str, str] | None
) -> re.Match[str] | None:
    """The word before the house that reads like a name, rather one with a sign in it."""
    likely: list[tuple[re.Match[str], str]] = []
    for piece in reversed(before):
        if _STOP.search(text, piece.end(), end):
            break
        latin = _in_latin(piece[0], layout)
        if piece[0].isascii() or not _NAME.fullmatch(latin):
            continue
        vowels = sum(letter in "aeiouy" for letter in latin)
        if vowels * 4 >= len(latin) - 1 and not _RUN.search(latin):
            likely.insert(0, (piece, latin))
    signed = [pair for pair in likely if _SIGN.search(pair[1])]
    return (signed or likely)[0][0] if likely else None
