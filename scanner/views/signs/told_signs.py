"""Signs that stand for "@" and the point by what the writer says: "jo#web,de (hash=at, comma=dot)".

A sign is named, or put by itself, near a word for "@" or the point; and it is read within one run
of characters that is an address when it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from models.scripts import lowered
from scanner.views.glance import WORD, Glance, any_of, words_of
from scanner.views.signs.legends import LEGEND
from scanner.views.signs.words import AT, AT_IN_PASSING, DOT, KNOWN_ENDINGS
from scanner.views.view import Edit, View, rewrite

RUNS_MAX = 20  # that may be addresses, in one text
REACH = 24  # characters between the name of a sign and the word for what it stands for

_NAMES = {
    "#": "hash hashtag hashmark pound raute rautezeichen doppelkreuz dièse almohadilla numeral gato"
    " cerquilha cancelletto hekje krzyżyk решётка решетка решётку решетку диез diyez kare tagar",
    "*": "star asterisk stern sternchen étoile astérisque estrella estrellita asterisco estrela"
    " stella stelletta ster sterretje gwiazdka gwiazdkę gwiazdki звёздочка звездочка звёздочку"
    " звездочку зірочка зірочку yıldız bintang steluță csillag stjärna stjerne tähti hvězdička",
    "%": "percent prozent prozentzeichen pourcent pourcentage porcentaje porciento porcentagem"
    " percento percentuale procent procenta процент відсоток yüzde persen porsiyento",
    "$": "dollar dollarzeichen dólar dollaro dolar доллар долар",
    "&": "ampersand undzeichen esperluette амперсанд",
    "!": "exclamation bang ausrufezeichen exclamación exclamação esclamativo wykrzyknik"
    " восклицательный знак ünlem",
    "~": "tilde wave tilda tylda тильда virgulilla",
    "^": "caret hat circumflex dach circonflexe circunflejo circunflexo",
    "+": "plus más mais più плюс artı",
    "=": "equals gleich gleichheitszeichen égal igual uguale równa равно дорівнює eşittir",
    "/": "slash stroke schrägstrich barra barre ukośnik слэш слеш",
    "|": "pipe bar strich stroke",
    ":": "colon doppelpunkt dwukropek двоеточие двокрапка",
    ";": "semicolon strichpunkt średnik",
    ",": "comma komma virgule coma vírgula virgola przecinek przecinka przecinki запятая запятую"
    " запятые кома кому коми virgül kuwit vessző virgulă čárka",
    "§": "section paragraph paragraf параграф",
    "°": "degree grad degré grado grau stopień градус",
}
_SIGNS = "".join(_NAMES)
_ODD = re.escape(_SIGNS)
_RUN = re.compile(
    rf"(?<![\w@.+-])(?P<local>[A-Za-z0-9][\w.,;:+-]{{1,40}})(?P<at>[{_ODD}])"
    rf"(?P<host>[A-Za-z0-9-]{{2,40}}(?:(?P<point>[.{_ODD}])[A-Za-z0-9-]{{2,20}})"
    r"(?:(?P=point)[A-Za-z]{2,10})?)(?![\w@])"
)
_HINTS = words_of(AT, AT_IN_PASSING)


_BESIDE = r"[\"'“”«»‘’ =(]"  # of a point that is spoken of
_AT = re.compile(rf"(?<![\w@])[@＠](?![\w@])|(?<!{WORD})(?:{any_of(AT.split('|'))})(?!{WORD})")
_IS_AT = re.compile(  # which needs to be what the sign is: "star = at", "for an at"
    r"(?:[=:→>\"'“‘]|\b(?:is|means|for|an|the|as))\s?(?:an?\s|the\s)?[\"'“‘]?at(?!\w)"
)
_POINT = re.compile(
    rf"(?<={_BESIDE})\.(?={_BESIDE})|(?<!{WORD})(?:{any_of(DOT.split('|'))})(?!{WORD})"
)
_NAMED = {
    sign: re.compile(
        rf"(?<![\w{re.escape(sign)}]){re.escape(sign)}(?![\w{re.escape(sign)}])"
        rf"|(?<!\w)(?:{any_of(names.split(' '))})(?!\w)"
    )
    for sign, names in _NAMES.items()
}


def read_told_signs(view: View, glance: Glance) -> View:
    """The view with "@" and points in place of the signs that are said to stand for them."""
    if glance.characters.isdisjoint(_SIGNS):
        return view
    if glance.words.isdisjoint(_HINTS) and "@" not in glance.characters:
        return view
    return rewrite(view, _edits(view.text), disguise=LEGEND)


def _edits(text: str) -> Iterator[Edit]:
    low = lowered(text)
    for run in islice(_RUN.finditer(text), RUNS_MAX):
        point = run["point"]
        if run["host"].rpartition(point)[2].lower() not in KNOWN_ENDINGS or point == run["at"]:
            continue
        said = f"{low[: run.start()]}\0{low[run.end() :]}"  # all but the run itself
        is_at = any(_is_told(said, run["at"], meant) for meant in (_AT, _IS_AT))
        if is_at and (point == "." or _is_told(said, point, _POINT)):
            local, host = (run[part].replace(point, ".") for part in ("local", "host"))
            yield Edit(*run.span(), f"{local}@{host}")


def _is_told(said: str, sign: str, meant: re.Pattern[str]) -> bool:
    """Whether the sign, or its name, stands near a word for what it may be."""
    named = _NAMED[sign]
    return any(
        named.search(said, max(0, word.start() - REACH), word.start())
        or named.search(said, word.end(), word.end() + REACH)
        for word in islice(meant.finditer(said), RUNS_MAX)
    )
