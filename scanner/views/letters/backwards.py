"""Text written backwards: "moc.kooltuo@yebbit.enyaw"."""

from __future__ import annotations

import re

from scanner.views.glance import Glance
from scanner.views.signs.words import (
    KNOWN_ENDINGS,
    PROVIDERS,
    TALK_ENDINGS,
)
from scanner.views.view import Edit, View, reverse, rewrite

DISGUISE = "reversed"
# "live" and "mail" are words or names when turned round.
_HOUSES = [name for name in PROVIDERS if len(name) > 4 and name.isalpha()]
_REVERSED = frozenset(name[::-1] for name in _HOUSES) | {"moc"}
# Words by which people tell the reader to turn it round.
CUES = (
    "backwards backward reverse reversed reversing mirror mirrored revés reves envers rückwärts"
    " ruckwarts contrario rovescio achterstevoren наоборот задом навпаки wspak ters tersten ulta"
    " उल्टा ulti الٹا بالعكس معكوس invers terbalik baligtad ngược 倒过来 倒着 反过来 逆から 거꾸로"
    " trás anapoda kinyume"
)
# The same in several words, or in scripts that put no blanks between words; in lower case.
CUE_PHRASES = (
    "from the end|right to left|back to front|end to start|last digit first|from the back|from"
    " right"
    "|other way round|other way around|flip it|upside down|starting from the last|read it from"
    " right"
    "|al revés|al reves|de atrás|desde el final|de derecha a izquierda|à l'envers|de droite à"
    " gauche"
    "|en partant de la fin|de trás pra frente|de trás para|da direita para|do fim pro|ao contrário"
    "|von hinten|von rechts|al contrario|da destra|dalla fine|van achter naar|van achteren|andersom"
    "|od końca|od tyłu|с конца|справа налево|з кінця|справа наліво|sondan başa|sağdan"
    " sola|tersinden"
    "|de la coadă|de la sfârșit|उल्टे क्रम|पीछे से|ulta kar|peeche se|उलटा|ulta padh"
    "|উল্টো|পেছন থেকে|الٹی طرف|من الآخر|من اليمين لليسار|بالمقلوب|از آخر|برعکس|dari belakang"
    "|dari kanan|đọc ngược|từ phải|từ cuối|mula sa dulo|pabaliktad|kutoka mwisho|nyuma mbele"
    "|逆さ|後ろから|逆に|右から|逆から|倒过来|倒過來|倒着|倒著|反着|反過來|反过来|从后往前|從後往前|从右往左"
    "|거꾸로|뒤에서부터|역순|ย้อนกลับ|จากหลัง|กลับหลัง|baklänges|bakifrån|baglæns|bagfra|takaperin"
    "|comme un gant|gambero|à rebours|al pari del granchio|cangrejo|caranguejo|wie ein krebs"
    "|krebsgang|like a crab|kreeftengang|de la fin au début|de la fin vers|dalla coda"
    "|dal fondo|del final al principio|do final para|von hinten nach|van rechts|de derecha"
    "|pozpátku|od konce|visszafelé|hátulról|ανάποδα|מהסוף להתחלה|הפוך"
)
_CUE_PHRASES = CUE_PHRASES.split("|")
_CUES = frozenset(CUES.split(" "))
_FIGURES = re.compile(r"(?:\d[ .()\-/,·:]{0,2}){7}")


def read_backwards(view: View, glance: Glance) -> View:
    """The view from its end to its beginning, where something calls for that."""
    words = glance.words
    has_cue = glance.has_digits and tells_backwards(view.text, words)
    has_cue = has_cue and _FIGURES.search(view.text) is not None
    if has_cue or not words.isdisjoint(_REVERSED) or _has_turned_address(view.text, glance):
        return reverse(view, disguise=DISGUISE)
    return view


def _has_turned_address(text: str, glance: Glance) -> bool:
    """Whether something is no address as it stands and one from its end: "ten.llimnref@anoo".

    Of an ending that is a word as well, only where one is told to turn it: "in the mirror".
    """
    if "@" not in glance.characters or (turned := [*_TURNED.finditer(text)]) == []:
        return False
    endings = KNOWN_ENDINGS if tells_backwards(text, glance.words) else _SURE_ENDINGS
    return any(
        match["last"].lower() not in KNOWN_ENDINGS and match["first"][::-1].lower() in endings
        for match in turned
    )


_TURNED = re.compile(
    r"(?<![\w.@/-])(?P<first>[A-Za-z]{2,6})\.[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,40})?"
    r"@(?:[A-Za-z0-9_-]{1,40}\.){0,3}(?P<last>[A-Za-z0-9_-]{2,40})(?![\w@:/(]|\.\w)"
)
_SURE_ENDINGS = KNOWN_ENDINGS - TALK_ENDINGS


def tells_backwards(text: str, words: frozenset[str] | None = None) -> bool:
    """Whether the text says that something in it is to be read from its end."""
    low = text.lower()
    if not _CUES.isdisjoint(re.findall(r"\w+", low) if words is None else words):
        return True
    return any(phrase in low for phrase in _CUE_PHRASES)


def turn_words(view: View, glance: Glance) -> View:
    """The view with the names of an address turned where they stand: "naoj at kooltuo dot moc"."""
    if glance.words.isdisjoint(_REVERSED - {"moc"}):
        return view
    edits: list[Edit] = []
    for match in _TURNED_WORDS.finditer(view.text):
        if match["house"].lower() in _REVERSED and match["end"].lower() in _TURNED_ENDINGS:
            names = (name for name in ("local", "house", "end") if len(match[name]) > 1)
            edits += (Edit(*match.span(name), match[name][::-1]) for name in names)
    return rewrite(view, edits, disguise="reversed words")


_TURNED_ENDINGS = frozenset(ending[::-1] for ending in KNOWN_ENDINGS)
_TURNED_WORDS = re.compile(
    r"(?<![\w.@])(?P<local>[a-zA-Z0-9._-]{2,40})(?:\s?@\s?|[\s,(\[]{1,2}\w{1,16}[\s,)\]]{1,2})"
    r"(?P<house>[a-zA-Z]{4,14})(?:\s?\.\s?|[\s,(\[]{1,2}\w{1,12}[\s,)\]]{1,2})"
    r"(?P<end>[a-zA-Z]{2,4})(?![\w@])"
)
