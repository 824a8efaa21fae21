"""What is said of a name before "@" is told: "orlavale, all one word, arroba gmail punto com".

The remark stands in commas or brackets between the name and the sign, and parts the two; it goes.
What it says of blanks and points of the name is read in ``scanner.detectors.told_parts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from models.scripts import lowered
from scanner.views.glance import WORD, Glance, any_of
from scanner.views.signs.forms import SIGN_FORMS
from scanner.views.signs.words import AT, DOT, HYPHEN, NO_NAMES, SIGN_OF, UNDERSCORE
from scanner.views.signs.words_described import NEXT
from scanner.views.signs.words_noted import ONE_WORD
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
SIGNS_MAX = 20  # words for "@" looked at in one text
REMARK_MAX = 60  # characters: "written together and without any accents, in small letters"

# How a remark about a name begins.
_REMARKS = (
    "like the|like a|like|as in|spelled|spelt|written|all one word|all together|all lowercase"
    "|all small|all in|one word|no space|no spaces|no dots|no caps|without|lowercase|lower case"
    "|together"
    "|with the|with a|with an|the way|same as|just like|as the"
    "|so wie|wie|klein geschrieben|zusammen|alles|ohne|mit|in einem wort|ein wort|großgeschrieben"
    "|comme|en toutes|en un|en minuscules|sans|avec|tout|collé|attaché"
    "|como|sin|con|todo|junto|en minúsculas|en minusculas|sem|com o|com a|tudo|em minúsculas|igual"
    "|come|senza|tutto|attaccato|in minuscolo|con la|con il"
    "|zoals|zonder|aan elkaar|met|alles aan|kleine|jak|bez|razem|małymi|z małej|как|без|слитно"
    "|вместе"
    "|маленькими|через|латиницей|як|без|разом|латиницею|латинкою|gibi|bitişik|birleşik|boşluksuz"
    "|küçük|ca|fără|scris|viết|không|liền|seperti|tanpa|digabung|gabung|huruf|sambung|parang|walang"
    "|jaise|bina|sab|bilkul|milake|mila ke|जैसे|बिना|सब|যেমন|بغير|بدون|زي|مثل|بلا|كلها|جیسے|بغیر"
)
# Of these, what says that several words before it are one: those are read where names are told.
_JOINED = re.compile(
    r"\b(?:one word|together|spaces?|joined|close|junto|zusammen|wort|mot|collé|attaché|attaccato"
    r"|aan elkaar|razem|слитно|вместе|разом|bitişik|birleşik|boşluk|viết|liền|gabung|sambung|mila)"
)
_BOUND = frozenset(f"{DOT}|{UNDERSCORE}|{HYPHEN}".split("|")) | NO_NAMES
_LATIN = re.compile(r"[a-z0-9._]{4,}")
_BEFORE = re.compile(rf"(?:(?P<word>{WORD}+)[\s\"'«“]{{1,3}})?\Z")
_ATS = {word for word in AT.split("|") if len(word) > 2} | {
    form for form, sign in SIGN_FORMS.items() if sign == "@" and len(form) > 3
}
_ONE = {word for word in _ATS if " " not in word}
_HINTS = _ONE | {word.split(" ")[0] for word in _ATS} | {"at"}
_PHRASES = any_of(word for word in _ATS if " " in word)
_SIGN = re.compile(rf"@|(?<!{WORD})(?:{_PHRASES}|at)(?!{WORD})|{WORD}{{3,24}}")
_TURNS = any_of(word for word in NEXT.split("|") if len(word) > 1)
_ASIDE = re.compile(
    rf"\s?(?:,\s|[(\[–—]\s?|\s-\s)(?:{_REMARKS})(?!{WORD})[^,()\[\]@\n.!?;:–—]{{0,{REMARK_MAX}}}"
    rf"(?:,\s?|[)\]–—],?\s?|\s-\s)(?:(?:y|and|und|et|e|и|i|en)\s)?(?:(?:{_TURNS})[,:]?\s)?"
    r"(?:l['’]|the\s|el\s|la\s|le\s|il\s|un\s|una\s|das\s|ein\s|een\s|o\s)?\Z"
)
_NAME = re.compile(rf"{WORD}[\w.+-]{{1,40}}\Z")
# "hana, no spaces, underscore, mochi": before a sign the remark says nothing; "hana (one word)
# mochi, at": between two parts it joins them.
_NOTES = any_of(" ".join(note.split()) for note in ONE_WORD.split(","))
_ANY_SIGN = rf"(?:@|(?:{any_of({*_ATS, 'at', *SIGN_OF})})(?!{WORD}))"
_NOTED = re.compile(
    rf"(?<={WORD})\s?(?:,\s?|[(\[]\s?)(?:{_NOTES})"
    rf"(?:,|[)\]],?)\s?(?=(?P<sign>(?:{any_of(SIGN_OF)})(?!{WORD}))|{WORD}{{2,30}}[,\s]{{1,2}}{_ANY_SIGN})"
)


def skip_asides(view: View, glance: Glance) -> View:
    """The view without the remarks that stand between a name and a word for "@"."""
    if glance.characters.isdisjoint(",([–—-") or (
        glance.words.isdisjoint(_HINTS) and "@" not in glance.characters
    ):
        return view
    view = rewrite(view, _notes(view.text), disguise=DISGUISE)
    return rewrite(view, _asides(view.text), disguise=DISGUISE)


def _notes(text: str) -> Iterator[Edit]:
    """Remarks between the parts of a name that it is one word."""
    for note in islice(_NOTED.finditer(lowered(text)), SIGNS_MAX):
        yield Edit(*note.span(), ", " if note["sign"] else "")


def _asides(text: str) -> Iterator[Edit]:
    low = lowered(text)
    found = (match for match in _SIGN.finditer(low) if _is_sign(match[0]))
    done = 0
    for sign in islice(found, SIGNS_MAX):
        start = sign.start()
        aside = _ASIDE.search(low, max(done, start - REMARK_MAX - 40), start)
        if aside is None:
            continue
        name = _NAME.search(low, max(done, aside.start() - 42), aside.start())
        if name is None or name[0] in NO_NAMES:
            continue
        if not name[0].isascii() and _LATIN.search(low, *aside.span()):
            continue  # "рiдня, latin ridnia, равлик": the remark has the name itself
        if _JOINED.search(low, *aside.span()) and not _is_whole(low, name.start()):
            continue
        yield Edit(*aside.span(), " ")
        done = start


def _is_whole(low: str, start: int) -> bool:
    """Whether the name is no last word of several: a sign, a little word or nothing goes before."""
    before = _BEFORE.search(low, max(0, start - 30), start)
    return before is None or before["word"] is None or before["word"] in _BOUND


def _is_sign(word: str) -> bool:
    return word in _ONE or word in ("@", "at") or " " in word
