"""Names whose signs are said: "otter, then an underscore, then lamp"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from scanner.detectors.handles.names import NOBODY, Name
from scanner.detectors.told_parts import told_parts
from scanner.detectors.words import Word, Words, occurrences, split
from scanner.views.glance import any_of
from scanner.views.letters.latin import without_accents
from scanner.views.signs.words import AT, HYPHEN, UNDERSCORE
from scanner.views.signs.words_described import NEXT

REACH = 90  # characters after an app in which such a name begins
BEFORE = 30  # characters between such a name and an app after it
LEAD = 80  # characters of such a name before the word for its first sign
NAMES_MAX = 60  # put together in one view
SAID = 0.6  # confidence
DOUBTFUL = 0.45  # the same of parts that nothing but their joints makes a name
LENGTHS = range(5, 41)  # characters of a name that is put together

_SIGNS: dict[str, str] = {  # beside the names of the signs that addresses have
    "_": """
        low line, lower line, bottom line, underscore sign, gạch chân, 底線,
        kriti posht, pastki chiziq, pastki chiziqcha, tag chiziq, tagchiziq,
        асты сызық, төменгі сызық, доња црта, подвлака, долна црта, apakšsvītra, pabraukimas,
        apatinis brūkšnys, alakriips, kistari cha chini, mstari wa chini, lineetta in basso,
        lineetta bassa, bundstreg, ქვედა ტირე, ներքևի գծիկ, అండర్ స్కోర్, ಅಂಡರ್‌ಸ್ಕೋರ್, અંડરસ્કોર,
        خط تحته, زیر خط, شرطة تحتية, आंडरस्कोर, नीचे की लकीर, नीचे वाली लकीर, দাগ নিচে, নিচের দাগ
    """,
    ".": """
        dot, period, full stop, fullstop, punto, ponto, point, punkt, kropka,
        точка, крапка, nokta, نقطة, نقطه, डॉट, बिंदु,
        ডট, ڈاٹ, titik, chấm, 点, 點, ドット, 닷, 점, จุด, punct, נקודה, tečka, bodka, pont,
        tuldok, nukta, nuqta, нүкте, punktum, prikk, prik, piste, pikë, tačka, točka, тачка,
        τελεία, წერტილი, կետ, చుక్క, డాట్, புள்ளி, டாட், ಚುಕ್ಕೆ, ಡಾಟ್, കുത്ത്, ഡോട്ട്, ટપકું, ડોટ,
        ਬਿੰਦੀ, ਡਾਟ, taškas, punkts, noktası, punt, точку, точкой, крапку, kropką, tečku, tečkou,
        bodkou
    """,
    "-": "eksi, ڈیش, マイナス, 减号",
    "#": """
        hashtag, hash, hash sign, number sign, pound sign, octothorpe, dièse,
        almohadilla, numeral,
        raute, rautezeichen, cancelletto, jogo da velha, cardinal, hekje, решётка,
        решетка, решітка,
        diyez, kratka, krzyżyk, هاشتاق, हैशटैग, pagar, dấu thăng, 井号, シャープ, 샵
    """,
    ":": "colon, doppelpunkt, dos puntos, deux points, dois pontos, due punti, двоеточие",
    ";": "punto e virgola, punto y coma, ponto e vírgula, ponto e virgula, point virgule",
    "": "plus, +, ＋, 加, glued to, together with",
}
_SIGN_OF = {word: sign for sign, words in _SIGNS.items() for word in split(words)}
_SIGN_OF |= dict.fromkeys(UNDERSCORE.split("|"), "_") | dict.fromkeys(HYPHEN.split("|"), "-")
_WORDS = any_of(_SIGN_OF)
_ANY_SIGN = Words((word, sign) for word, sign in _SIGN_OF.items())
_SIGN_ENDS = occurrences((word, len(word)) for word in _SIGN_OF)  # within other words as well
_LETTER = r"[A-Za-z\u00c0-\u052f]"
_SIGN = rf"(?<!{_LETTER})(?:{_WORDS})(?!{_LETTER})|(?:{_WORDS})(?<=[\u2e80-\ud7ff])"
_LATIN = r"A-Za-z\u00c0-\u024f"  # "nácar" is written without its accent in a name
_NAME = rf"[{_LATIN}0-9][{_LATIN}0-9_.]{{0,30}}(?!{_LETTER}|[0-9_])"
_JOINTS = split(
    """
    then, and, an, a, put, followed by, next, luego, después, depois, puis, ensuite, und, dann,
    poi, e, y, и, потом, затем, далее, потім, i, potem, sonra, bir, bir de, ve, ثم, بعدها, و, फिर,
    और, लगाओ, তারপর, আর, پھر, اور, لکھیں, ساتھ, ہی, phir, uske baad, aur, lalu, terus, dan, tapos,
    saka, ang, rồi, thêm, và, kisha, na, 再, 然后, 接, 그리고, แล้ว, ตามด้วย
    """
)
_BETWEEN = (
    r"(?:[\s,;.:«»\"'“”‘’()（）、，]"
    rf"|(?<![^\W\d])(?:{any_of(_JOINTS)})(?![^\W\d])){{0,12}}"
)
_TALK = frozenset(
    split(
        """
        the, and, for, but, or, put, use, add, has, is, it, in, on, at, to, no,
        not, yes, with,
        between, both, then, my, me, we, you, as, of, all, one, two, this, that, them, into,
        after, before, from, without, only, just, dot, dash, hyphen, underscore,
        plus, colon, hash,
        hashtag, period, minus, per, sin,
        con, sans, avec, ohne, mit, und, bez, de, la, el, le, les, das, der, die
        """
    )
)
# "Plus Punkt plus", "then underscore then": of the joints only the shortest may be pieces.
_NEVER = _TALK | NOBODY | {word for word in (*_SIGN_OF, *_JOINTS) if len(word) > 2}
_PIECE = rf"(?!(?:{any_of(_NEVER)})(?![\w.])){_NAME}"  # "e" is a joint, and a piece before a sign
_TOLD = rf"{_BETWEEN}(?>{_SIGN}){_BETWEEN}{_PIECE}"  # "guion bajo" is never "guion", then "bajo"
# Names and signs in turn; what parts them is in no name, so there is one way to read it.
_CHAIN = re.compile(
    rf"(?<![A-Za-z0-9_.@])(?P<first>{_NAME})(?P<rest>(?:{_TOLD}){{1,3}})", re.IGNORECASE
)
_MAY_BEGIN = re.compile(rf"(?<![A-Za-z0-9_.@])[{_LATIN}0-9]")
_NEXT = any_of(set(NEXT.split("|")))
_ATS = any_of(set(AT.split("|")))
_LEADS_ON = Words((word, "") for word in NEXT.split("|"))
_AT_TOLD = re.compile(
    rf"(?<![^\W_])(?:at|@|{_ATS})[\s,]{{1,2}}(?:{_NEXT})\s(?P<name>{_NAME})", re.IGNORECASE
)
_AT_MAX = max(map(len, AT.split("|"))) + 2  # characters before what leads on
_LINK = re.compile(rf"{_BETWEEN}(?P<sign>(?>{_SIGN})){_BETWEEN}(?P<name>{_PIECE})", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")  # "with nobody, punto. Mejor por aquí"
_QUOTES = frozenset("'\"“”«»‘’")
_WRITTEN = re.compile(r"\w+(?:\.\w+){2,}")  # "doce.traco.hr" has its signs


class Said(NamedTuple):
    """A name that is said rather than written, and how likely it is one beside an app."""

    name: Name
    confidence: float


def said_names(text: str, low: str) -> list[Said]:
    """Every such name in the text, with its signs in place of the words for them."""
    told = [
        Said(
            Name(part.start, part.end, part.value, "technical"), SAID if part.is_sure else DOUBTFUL
        )
        for part in told_parts(text)
        if not part.is_signed or part.value[-1].isdigit()  # "dot sixty six" is read there
    ]
    told += _marked(text, low)
    if not _ANY_SIGN.any_in(low):
        return told
    found = map(_name, islice(_chains(text, low), NAMES_MAX))
    whole = [Said(name, SAID) for name in found if name]
    return told + [said for said in whole if not any(_holds(part, said) for part in told)]


def _chains(text: str, low: str) -> Iterator[re.Match[str]]:
    """Names and signs in turn. They are tried where a sign is near, for few words stand by one."""
    tried = 0  # as far as names were looked for
    for last, length in _SIGN_ENDS(low):
        sign = last + 1 - length
        for start in _MAY_BEGIN.finditer(text, max(tried, sign - LEAD), max(tried, sign)):
            if start.start() >= tried and (chain := _CHAIN.match(text, start.start())):
                tried = chain.end()
                yield chain
        tried = max(tried, sign)


def _marked(text: str, low: str) -> Iterator[Said]:
    """ "At then jo_paints": names whose mark is said."""
    for match in islice(_told_marks(text, low), NAMES_MAX):
        name = match["name"].lower().rstrip(".")
        if len(name) in LENGTHS and name not in _TALK and name not in NOBODY:
            start = match.start("name")
            yield Said(Name(start, start + len(name), name, "marked"), SAID)


def _told_marks(text: str, low: str) -> Iterator[re.Match[str]]:
    """Words for the sign, what leads on, and a name."""
    after = 0
    for word in _LEADS_ON.find(low):
        for start in range(max(after, word.start - _AT_MAX), word.start):
            if match := _AT_TOLD.match(text, start):
                after = match.end()
                yield match
                break


def _holds(part: Said, said: Said) -> bool:
    return part.name.start <= said.name.start and said.name.end <= part.name.end


def said_near(told: Sequence[Said], app: Word) -> Said | None:
    """The first of the names that is close to the app."""
    for said in told:
        start, end = said.name.start, said.name.end
        if app.end <= start <= app.end + REACH or 0 <= app.start - end <= BEFORE:
            return said
    return None


def _name(match: re.Match[str]) -> Name | None:
    links = [*_LINK.finditer(match["rest"])]
    pieces = [match["first"], *(link["name"] for link in links)]
    if any(piece.lower() in _NEVER for piece in pieces) or _NEW_SENTENCE.search(match["rest"]):
        return None
    if _WRITTEN.fullmatch(match.group()):
        return None
    signs = [_SIGN_OF[link["sign"].lower()] for link in links]
    if not _are_in_place(signs, pieces):
        return None
    is_listed = "" in signs and len(signs) < 2 and not _QUOTES.intersection(match.group())
    value = pieces[0] + "".join(sign + piece for sign, piece in zip(signs, pieces[1:], strict=True))
    if is_listed or len(value) not in LENGTHS or not any(map(str.isalpha, value)):
        return None
    name = without_accents(value.lower()).rstrip(".")
    return Name(match.start(), match.end(), name, "technical")


def _are_in_place(signs: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether "#" stands before the four figures of Discord, and ":" after Skype's "live"."""
    if ";" in signs:  # which is in no name
        return False
    if "#" in signs and (signs[-1] != "#" or not re.fullmatch("[0-9]{4}", pieces[-1])):
        return False
    return ":" not in signs or (signs.index(":") == 0 and pieces[0].lower() == "live")
