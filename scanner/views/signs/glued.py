"""Signs within a word: "joelfernatgmaildotcom", "foo艾特qq点com", "あっと ジーメールどっとこむ".

And signs left out: "joelferngmailcom".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.scripts import lowered
from scanner.views.glance import Glance
from scanner.views.signs.words import (
    AT,
    DOT,
    ENDINGS,
    ENDINGS_KNOWN,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"

_ENDING_WORDS = "com|net|org|info|io|me|co|cn|jp|kr|tw|hk|ru|de|fr|es|it|br|pt|uk|vn|id|in"
_GLUED_HINTS = ("dotcom", "dotnet", "dotorg", "puntocom", "pontocom", "pointcom", "punktcom")
_GLUED = re.compile(
    r"(?P<at>(?:at|arroba|arobase|chiocciola|et)"
    r"(?=(?:g|hot|proton|fast|y)mail|yahoo|outlook|icloud))"
    rf"|(?<=\w)\s?(?P<dot>dot|punto|ponto|point|punkt)(?=(?:{_ENDING_WORDS})\b)",
    re.IGNORECASE,
)
# No sign at all: "joelferngmailcom", "joel.fern yahoocouk". Of houses that are no word of talk.
_SIGNLESS = re.compile(
    r"(?<![\w@./:-])(?P<local>[a-z0-9][a-z0-9._+-]{2,40}?)(?P<at>at|arroba)?(?P<blank> ?)"
    r"(?P<house>(?:g|hot|y|google|rocket|proton|fast|zoho|rediff)mail|yahoo|outlook|icloud|yandex)"
    r"(?P<ending>com|net|me|de|fr|es|it|nl|pl|ru|ch|at|be|ca|in|co(?P<uk>uk|in|jp|za)|com(?P<br>br|au|mx|ar))"
    r"(?![\w@-]|[./]\w)"
)
_SIGNLESS_HINTS = ("mailco", "mailde", "mailfr", "yahooco", "outlookco", "icloudco", "yandexru")
_HOSTS = frozenset({"smtp", "imap", "pop", "pop3", "www", "mail", "webmail", "http", "https", "mx"})
# Signs told from the rest by their case: "joelARROBAhostalPUNTOcom".
_CASED_AT = frozenset(word for word in AT.split("|") if word.isascii() and word.isalpha()) | {"at"}
_CASED_DOT = frozenset(word for word in DOT.split("|") if word.isascii() and word.isalpha())
_CASED = re.compile(r"(?<![\w@.])[A-Za-z0-9][A-Za-z0-9._-]{7,80}(?![\w@])")
_CAPITALS = re.compile(r"(?<=[a-z0-9])[A-Z]{2,}(?=[a-z0-9])")
_IN_CAMEL = re.compile(r"(?<=[a-z0-9])[A-Z][a-z]+(?=[A-Z][a-z])")
# The word stands like one more label of a domain: "joel.arroba.hostal.com".
_SURE_AT = sorted((word for word in _CASED_AT - {"at"} if len(word) > 4), key=len, reverse=True)
_AS_LABEL = re.compile(
    rf"(?<=[a-z0-9])(?P<edge>[._-])(?P<at>{'|'.join(_SURE_AT)})(?P=edge)"
    rf"(?=[a-z0-9-]{{2,40}}\.(?:[a-z]{{2,3}}\.)?(?:{'|'.join(ENDINGS_KNOWN.split())})\b)",
    re.IGNORECASE,
)
_SIGNS_WITHIN = frozenset("点點圈艾鼠アドあど丸골점닷")
_AT_WITHIN = "艾特|小老鼠|圈[aA]|丸に?[aA]|アットマーク|アット|あっとまーく|あっと|골뱅이"
_DOT_WITHIN = "点|點|ドット|どっと|점|닷"
_WITHIN = re.compile(
    rf"(?<=[\w])\s?(?:(?P<at>{_AT_WITHIN})(?=\s?\w)"
    rf"|(?P<dot>{_DOT_WITHIN})(?=\s?(?:{_ENDING_WORDS}|コム|こむ|컴|康姆|康)(?![A-Za-z])"
    # A point within the name before the sign: "lan点fang圈a qq点com".
    rf"|(?<=[A-Za-z0-9][点點점닷とト])[A-Za-z0-9]{{1,24}}(?:(?:{_DOT_WITHIN})[A-Za-z0-9]{{1,24}}){{0,3}}"
    rf"\s?(?:{_AT_WITHIN}|@)))\s?"
)
# Between Latin letters these are nothing else: "lan下划线fang", "hana아래바mochi".
_TIES = {
    "_": "下划线|下劃線|底线|底線|アンダーバー|アンダースコア|언더바|언더스코어|밑줄|ขีดล่าง",
    "-": "横杠|橫槓|横线|橫線|减号|減號|连字符|ハイフン|하이픈|ขีดกลาง",
}
_TIED_BY = frozenset("下底ア언밑横橫减減连ハ하ข")
_TIED = re.compile(
    rf"(?<=[A-Za-z0-9])\s?(?:(?P<low>{_TIES['_']})|(?:{_TIES['-']}))\s?(?=[A-Za-z0-9])"
)
_SAID_HOSTS = {
    said: name
    for name, spellings in (PROVIDERS | ENDINGS).items()
    for said in spellings.split("|")
    if said and not said.isascii()
}
# Korean and Turkish put an ending to the name: "@네이버로".
_SAID_HOST = re.compile(
    rf"(?<=[@.])(?:{'|'.join(sorted(_SAID_HOSTS, key=len, reverse=True))})"
    r"(?=[.\s。，、,!]|\Z|(?:이에요|입니다|으로|로|에|요|이고|か|で|に|へ|まで|です)(?:[\s。.,、!]|\Z))",
    re.IGNORECASE,
)


def part_glued(view: View) -> View:
    """The view with the signs of words that are written as one in Latin letters."""
    low = view.text.lower()
    if any(hint in low for hint in _GLUED_HINTS):
        view = rewrite(view, _glued(view.text, _GLUED), disguise=DISGUISE)
        view = rewrite(view, _within_name(view.text, low), disguise=DISGUISE)
    if any(hint in low for hint in _SIGNLESS_HINTS):
        view = rewrite(view, _signless(lowered(view.text)), disguise=DISGUISE)
    view = rewrite(view, _glued(view.text, _AS_LABEL), disguise=DISGUISE)
    if _CAPITALS.search(view.text) or _IN_CAMEL.search(view.text):
        view = rewrite(view, _cased(view.text), disguise=DISGUISE)
    return view


def _signless(low: str) -> Iterator[Edit]:
    """Both signs of an address that has neither."""
    for match in _SIGNLESS.finditer(low):
        local = match["local"]
        if local in NO_NAMES or local in _HOSTS or (match["blank"] and not _is_name(match)):
            continue
        yield Edit(match.end("local"), match.start("house"), "@")
        for part in ("ending", "uk", "br"):
            at = match.start(part)
            if match[part]:
                yield Edit(at, at, ".")


def _is_name(match: re.Match[str]) -> bool:
    """Whether the word before a blank is no word; and the ending no case of the house's name."""
    return len(match["ending"]) > 2 and re.search(r"[\d._]", match["local"]) is not None


def _within_name(text: str, low: str) -> Iterator[Edit]:
    """A point in the name of an address whose other signs were glued as well: "anadotlis@"."""
    for match in _NAME_GLUED.finditer(text):
        glued = f"{match['before']}{match['dot']}{match['after']}".lower() + "at"
        if glued in low and not match["before"].lower().endswith(("anec", "anti")):
            yield Edit(*match.span("dot"), ".")


_NAME_GLUED = re.compile(
    r"(?<![\w.@])(?P<before>[A-Za-z0-9]{2,20}?)(?P<dot>dot|punto|ponto|punkt)(?P<after>[A-Za-z0-9]{2,20})"
    r"@(?=[a-z]{3,12}\.)",
    re.IGNORECASE,
)


def part_unspaced(view: View, glance: Glance) -> View:
    """The view with the signs of scripts that put no blanks around them, and the hosts beside."""
    if not glance.characters.isdisjoint(_TIED_BY):
        ties = (Edit(*it.span(), "_" if it["low"] else "-") for it in _TIED.finditer(view.text))
        view = rewrite(view, ties, disguise=DISGUISE)
    if glance.characters.isdisjoint(_SIGNS_WITHIN):
        if "@" in view.text and not view.text.isascii():
            view = rewrite(view, _said_hosts(view.text), disguise=DISGUISE)
        return view
    view = rewrite(view, _glued(view.text, _WITHIN), disguise=DISGUISE)
    return rewrite(view, _said_hosts(view.text), disguise=DISGUISE)


def _cased(text: str) -> Iterator[Edit]:
    """The signs in capitals of words in which one stands for "@" and one for a point.

    Or each part begins with a capital, up to the ending: "JoelAtHostalDotCom".
    """
    for word in _CASED.finditer(text):
        shouted = _signs_among(_CAPITALS, text, word.span())
        if {edit.text for edit in shouted} == {"@", "."}:
            yield from shouted
        elif not shouted:
            camel = _signs_among(_IN_CAMEL, text, word.span())
            is_whole = re.fullmatch(r"\.*@\.+", "".join(edit.text for edit in camel)) is not None
            if is_whole and text[camel[-1].end : word.end()].lower() in KNOWN_ENDINGS:
                yield from camel


def _signs_among(parts: re.Pattern[str], text: str, span: tuple[int, int]) -> list[Edit]:
    """The parts of a word that say a sign."""
    return [
        Edit(*part.span(), "@" if said in _CASED_AT else ".")
        for part in parts.finditer(text, *span)
        if (said := part[0].lower()) in _CASED_AT or said in _CASED_DOT
    ]


def _said_hosts(text: str) -> Iterator[Edit]:
    """The names of houses and endings after their signs, "@ジーメール.こむ"."""
    for match in _SAID_HOST.finditer(text):
        yield Edit(*match.span(), _SAID_HOSTS[match[0].lower()])


def _glued(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """Signs within a word, as in "joelfernatgmaildotcom" and "foo艾特qq点com"."""
    for match in pattern.finditer(text):
        yield Edit(*match.span(), "@" if match["at"] else ".")
