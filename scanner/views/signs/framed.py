"""Signs in frames: "jane-at-web-dot-de", "janeATwebDOTde", "jane@(gmail).(com)", "jane@gma il.com".

The frame is whatever parts the word from the names beside it; it goes with the word. Read only
where a mail house or a domain with a real ending follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance, any_of, words_of
from scanner.views.signs.words import (
    AT,
    DOT,
    ENDINGS_KNOWN,
    HYPHEN,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
    TALK_ENDINGS,
    UNDERSCORE,
)
from scanner.views.signs.words_described import AROUND, CREATURES, CURLY, SIGNS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
DOMAIN_MAX_LENGTH = 80  # characters of a framed domain; three labels and the words between them
LOCAL_MAX_LENGTH = 64  # characters looked at before "@"


def _any_word(spellings: str, *, parted: str = "|") -> str:
    return any_of({word for word in spellings.split(parted) if word and " " not in word})


_FRAMES = "-_/\\\\|*~.=+\"'^<>:;,«»“”‹›⟨⟩「」『』【】〔〕《》〈〉❨❩（）"
_FRAME = rf"\s?[{_FRAMES}]{{1,2}}\s?"
_HOUSE = _any_word("|".join(PROVIDERS))
_ENDING = _any_word(ENDINGS_KNOWN, parted=" ")
_AT = _any_word(AT + "|at|et|à|chez|bei")
_DOT = _any_word(DOT)
_AT_FRAMED = re.compile(rf"(?<=[^\W_]){_FRAME}(?:{_AT}){_FRAME}(?=[^\W_])", re.IGNORECASE)
_LABEL = re.compile(r"[A-Za-z0-9]{2,40}")
_WHOLE_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}[A-Za-z0-9]")
_DOT_FRAMED = re.compile(rf"{_FRAME}(?:{_DOT}){_FRAME}|\s?\.\s?|[_-]", re.IGNORECASE)
_SIGN_FRAMED = re.compile(
    rf"(?<=[^\W_]){_FRAME}(?:(?P<dot>{_DOT})|{_any_word(UNDERSCORE)}){_FRAME}(?=[^\W_])",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:{_ENDING})(?![^\W_])", re.IGNORECASE)
_CAPITAL = re.compile(
    r"(?<=[a-z0-9])(?P<at>AT)(?=(?P<house>[a-z][a-z0-9-]{1,30})(?P<dot>DOT|\.)[a-z]{2,10}\b)"
)
_CAPITAL_DOT = re.compile(r"(?<=[a-z0-9])DOT(?=[a-z0-9])")
# The signs alone in capitals: "ask AT fernmill DOT co DOT za".
_SIGNS_SHOUTED = {" DOT ": ".", " DASH ": "-", " HYPHEN ": "-", " MINUS ": "-", " UNDERSCORE ": "_"}
_SHOUTED_SIGN = re.compile("|".join(_SIGNS_SHOUTED))
_SHOUTED = re.compile(
    rf"(?P<local>(?:[a-z0-9]{{1,40}}(?:{_SHOUTED_SIGN.pattern})){{0,4}})(?<![a-z0-9])[a-z0-9]{{1,40}}"
    rf"(?P<at> AT )(?P<host>[a-z0-9-]{{2,40}}(?: DOT [a-z0-9-]{{2,40}}){{1,3}})(?![A-Za-z0-9])"
)
_OPEN, _SHUT = r"(\[{<\"'“«*`~_+", r")\]}>\"'”»*`~_+"
_BRACKETED_AT = re.compile(
    r"[\"'”»)\]}>]\s?[\"'“«(\[{<]@[\"'”»)\]}>]\s?[\"'“«(\[{<](?=\w)"  # each part in its own
    rf"|[{_SHUT}]{{0,2}}\s?@\s?[{_OPEN}]{{1,2}}(?=\s?\w)|[{_SHUT}]{{1,2}}\s?@\s?(?=\w)"
)
_BRACKETED_DOT = re.compile(
    rf"(?<=\w)[{_SHUT}]{{1,2}}\s?[.,]?\s?[{_OPEN}]{{0,2}}\s?(?=(?:{_ENDING})(?!\w))"
    rf"|(?<=\w)\s?[.,]\s?[(\[{{<\"'“«]\s?(?=(?:{_ENDING})[)\]}}>\"'”»])",
    re.IGNORECASE,
)
_BRACKETED_HOUSE = re.compile(
    rf"(?<=\w)(?P<open>\s?[(\[{{<])(?:{_HOUSE})(?P<shut>[)\]}}>]\s?[.,]?\s?)(?:{_ENDING})(?!\w)",
    re.IGNORECASE,
)
_STUFFED = re.compile(
    rf"(?<=@)(?:{_HOUSE})(?P<stuffing>\s?[(\[{{][^()\[\]{{}}@\n]{{2,30}}[)\]}}])\s?\.\s?[a-z]",
    re.IGNORECASE,
)
_BROKEN_HOUSE = re.compile(r"@\s?(?P<name>[a-z]{1,9}\s[a-z]{1,9})(?=\s?\.\s?[a-z]{2,4}\b)")
# Each part in quotes, the signs said between them: "'jane' at 'lis' dot 'web' dot 'de'".
_QUOTES = "'\"`«»“”„‘’"
_QUOTE = re.compile(f"[{_QUOTES}]")
_QUOTED_PART = rf"[{_QUOTES}][A-Za-z0-9][\w.+-]{{0,40}}[{_QUOTES}]"
_QUOTED = re.compile(
    rf"{_QUOTED_PART}\s\(?(?:{_AT})\)?\s{_QUOTED_PART}(?:\s\(?(?:{_DOT})\)?\s{_QUOTED_PART}){{1,3}}",
    re.IGNORECASE,
)
_HOUSES = frozenset(PROVIDERS)
_HINT = re.compile(rf"[{_FRAMES}]\s?(?:{_AT})\s?[{_FRAMES}]", re.IGNORECASE)


# A bracket that tells at length which sign stands there: "jane(snail symbol)web(small dot)de".
_TELLING_BRACKET = re.compile(
    r"(?<=\w)\s?[(\[{<](?P<told>[^\W\d_][^()\[\]{}<>@\n]{2,40})[)\]}>]\s?(?=[^\W_])"
)
# Two brackets in turn, and a real ending after them: "jane (en) web (pto) de".
_PAIRED = re.compile(
    r"(?<![^\W_])(?P<name>[^\W_][\w.+-]{1,40}[^\W_])\s?(?P<at>[(\[{<](?P<first>[^()\[\]{}<>@\n]{1,20})[)\]}>])"
    r"\s?(?P<label>[A-Za-z0-9-]{2,40})\s?(?P<dot>[(\[{<]\s?(?P<second>[^\s()\[\]{}<>@\n]{1,14})\s?[)\]}>])"
    rf"\s?(?P<ending>{_ENDING})(?![^\W_])"
    r"(?:\s?(?P<dot2>[(\[{<]\s?(?P=second)\s?[)\]}>])\s?(?P<land>[a-z]{2})(?![^\W_]))?",
    re.IGNORECASE,
)
# What says where somebody is, for "@": short, and in brackets nothing else.
_WHERE_WORDS = "en em in la na w a à an bei su di u v ve på pa til ad ved на в у at et ат"
_WHERE = frozenset(_WHERE_WORDS.split(" "))
_TOLD_WORD = re.compile(r"[^\W\d_]+")


_DOTS_TOLD = frozenset(word for word in DOT.split("|") if " " not in word)
_DOTS_TOLD |= words_of("stop pct pkt pto pt dt")
_ATS_TOLD = frozenset(word for word in AT.split("|") if " " not in word) | words_of(CREATURES)
_LOOKS, _SIGNS_TOLD = words_of(AROUND, CURLY), words_of(SIGNS) | {"goes", "here", "sits", "a"}
_PHRASES_TOLD = {
    phrase: sign
    for spellings, sign in (
        (AT, "@"),
        (DOT, "."),
        (UNDERSCORE, "_"),
        ("line below|lower line|low line|bottom line|small line below|line at the bottom", "_"),
    )
    for phrase in spellings.split("|")
    if " " in phrase
}
_TELLING_SIGNS = frozenset(["at", "mail", "email", "e-mail", "correo", "courriel"])
_OTHERS_TOLD = {
    **{word: "_" for word in UNDERSCORE.split("|") if " " not in word},
    **{word: "-" for word in HYPHEN.split("|") if " " not in word},
}


# The ending of a file that is called after an address: "jane@web.de.pdf".
_FILE = re.compile(
    rf"(?<=@)[\w-]{{2,40}}(?:\.[a-z]{{2,3}})?\.(?:{_ENDING})(?P<end>[_-]{{0,2}}(?:\.(?:pdf|docx?|odt|zip|rar"
    r"|mp[34]|wav|png|jpe?g|txt|pptx?|xlsx?|psd|svg|csv))(?!\w)|__(?=\w))",
    re.IGNORECASE,
)


def unframe(view: View, glance: Glance) -> View:
    """The view with "@" and the point in place of words in frames, and of frames about them."""
    if _HINT.search(view.text):
        view = rewrite(view, _framed(view.text), disguise=DISGUISE)
    if "AT" in view.text:
        view = rewrite(view, _capitals(view.text), disguise=DISGUISE)
        view = rewrite(view, _shouted(view.text), disguise=DISGUISE)
    if not glance.characters.isdisjoint(_QUOTES):
        view = rewrite(view, _unquoted(view.text), disguise="odd signs")
    if not glance.characters.isdisjoint("([{<"):
        view = rewrite(view, _told(view.text), disguise=DISGUISE)
        view = rewrite(view, _paired(view.text), disguise=DISGUISE)
    if "@" in glance.characters or not glance.characters.isdisjoint("([{<"):
        view = rewrite(view, _brackets(view.text), disguise="odd signs")
    if "@" in view.source.text:
        view = rewrite(view, _files(view.text), disguise=DISGUISE)
    return view


def _files(text: str) -> Iterator[Edit]:
    for match in _FILE.finditer(text):
        yield Edit(match.start("end"), match.start("end"), " ")


def _unquoted(text: str) -> Iterator[Edit]:
    for match in _QUOTED.finditer(text):
        yield from (Edit(*quote.span(), "") for quote in _QUOTE.finditer(text, *match.span()))


def _framed(text: str) -> Iterator[Edit]:
    end = 0
    for match in _AT_FRAMED.finditer(text):
        if match.start() < end:
            continue
        domain = _domain(text, match.end())
        if domain is None or (_is_loose(match[0]) and not _is_certain(match[0], domain)):
            continue
        yield from _local(text, max(end, match.start() - LOCAL_MAX_LENGTH), match.start())
        yield Edit(*match.span(), "@")
        yield from domain.edits
        end = domain.end


def _told(text: str) -> Iterator[Edit]:
    """Signs in place of brackets that tell of them, where they make an address."""
    found = [
        (match, sign)
        for match in _TELLING_BRACKET.finditer(text)
        if (sign := sign_told(match["told"].lower()))
    ]
    for place, (match, sign) in enumerate(found):
        if sign != "@":
            continue
        run, end = [(match, sign)], match.end()
        for later in found[place + 1 :]:
            if later[1] == "@" or not _WHOLE_LABEL.fullmatch(text, end, later[0].start()):
                break
            run.append(later)
            end = later[0].end()
        label = _WHOLE_LABEL.match(text, end)
        is_house = label is not None and label[0].lower() in _HOUSES
        if label is None or not (is_house or (len(run) > 1 and _LAST.fullmatch(label[0]))):
            is_dotted = label is not None and re.match(r"\.\w{2,10}", text[label.end() :][:12])
            if not is_dotted:
                continue
        start = match.start()
        before = []
        for earlier in reversed(found[:place]):
            if earlier[1] == "@" or not _LABEL.fullmatch(text, earlier[0].end(), start):
                break
            before.append(earlier)
            start = earlier[0].start()
        for bracket, written in [*reversed(before), *run]:
            yield Edit(*bracket.span(), written)


def _paired(text: str) -> Iterator[Edit]:
    """Signs in place of two brackets of which the second says the point, whatever the first."""
    for match in _PAIRED.finditer(text):
        first, second, name = match["first"].lower(), match["second"].lower(), match["name"]
        is_dot = second in _DOTS_TOLD or second in ".,·•" or _is_named_so(match)
        if not is_dot or name.lower() in NO_NAMES:
            continue
        is_technical = re.search(r"[._\d]", name) or text[: match.start()].endswith((") ", ")"))
        is_at = is_technical or first in _WHERE or sign_told(first) == "@"
        if is_at and first not in _DOTS_TOLD and not re.fullmatch(r"[\d\W]+", first):
            yield Edit(*match.span("at"), "@")
            yield Edit(*match.span("dot"), ".")
            if match["dot2"]:
                yield Edit(*match.span("dot2"), ".")


def _is_named_so(match: re.Match[str]) -> bool:
    """Whether the first bracket tells of "@" at length, and a real ending follows the second."""
    first, ending = match["first"].lower(), (match["land"] or match["ending"]).lower()
    is_sure = ending in KNOWN_ENDINGS - TALK_ENDINGS and match["second"].isalpha()
    return is_sure and " " in first and sign_told(first) == "@"


def sign_told(told: str) -> str | None:
    """The sign that a bracket tells of; one that is named and nothing more is read elsewhere."""
    if " " in told and told in _PHRASES_TOLD:
        return _PHRASES_TOLD[told]
    words = _TOLD_WORD.findall(told)
    said = set(words)
    if not said.isdisjoint(_DOTS_TOLD):
        return "."
    if not said.isdisjoint(_ATS_TOLD):
        return "@"
    for word in words:
        if word in _OTHERS_TOLD:
            return _OTHERS_TOLD[word]
    is_told = not said.isdisjoint(_SIGNS_TOLD) and len(words) > 1
    is_at = not said.isdisjoint(_TELLING_SIGNS) or not said.isdisjoint(_LOOKS) or "2" in told
    return "@" if is_told and is_at else None


def _is_loose(framed: str) -> bool:
    """Whether the frame is one that ordinary words have as well: blanks, quotes, points."""
    return framed != framed.strip() or framed[0] in ".'\"" or framed[-1] in ".'\""


def _is_certain(framed: str, domain: _Domain) -> bool:
    """Whether all know the domain, or points without blanks part every word of the address."""
    return domain.is_house or (domain.is_said and framed[0] == framed[-1] == ".")


class _Domain:
    """A domain after a framed "@": its end, the points to write in it, whether all know it.

    ``is_said``: its point is a word as well, "info.at.lotus.dot.rs".
    """

    def __init__(self, end: int, edits: list[Edit], *, is_house: bool, is_said: bool) -> None:
        self.end = end
        self.edits = edits
        self.is_house = is_house
        self.is_said = is_said


def _domain(text: str, start: int) -> _Domain | None:
    label = _LABEL.match(text, start)
    if label is None:
        return None
    is_house = label[0].lower() in _HOUSES
    best = _Domain(label.end(), [], is_house=True, is_said=False) if is_house else None
    edits: list[Edit] = []
    is_said = False
    while label.end() - start < DOMAIN_MAX_LENGTH:
        sign = _DOT_FRAMED.match(text, label.end())
        following = _LABEL.match(text, sign.end()) if sign else None
        if sign is None or following is None:
            break
        label = following
        edits.append(Edit(*sign.span(), "."))
        is_said = is_said or any(map(str.isalpha, sign[0]))
        if _LAST.fullmatch(label[0]):
            best = _Domain(label.end(), list(edits), is_house=is_house, is_said=is_said)
    return best


def _local(text: str, start: int, end: int) -> Iterator[Edit]:
    """The words for signs within the name before a framed "@", framed likewise."""
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1
    for match in _SIGN_FRAMED.finditer(text, max(start, blank), end):
        yield Edit(*match.span(), "." if match["dot"] else "_")


def _capitals(text: str) -> Iterator[Edit]:
    end = 0
    for match in _CAPITAL.finditer(text):
        low = max(end, text.rfind(" ", max(0, match.start() - LOCAL_MAX_LENGTH), match.start()))
        for point in _CAPITAL_DOT.finditer(text, low, match.start()):
            yield Edit(*point.span(), ".")
        end = match.end("dot")
        yield Edit(*match.span("at"), "@")
        if match["dot"] == "DOT":
            yield Edit(*match.span("dot"), ".")


def _shouted(text: str) -> Iterator[Edit]:
    for match in _SHOUTED.finditer(text):
        if _LAST.fullmatch(match["host"].rpartition(" ")[2]):
            for sign in _SHOUTED_SIGN.finditer(text, *match.span("local")):
                yield Edit(*sign.span(), _SIGNS_SHOUTED[sign[0]])
            yield Edit(*match.span("at"), "@")
            for sign in _SHOUTED_SIGN.finditer(text, *match.span("host")):
                yield Edit(*sign.span(), _SIGNS_SHOUTED[sign[0]])


def _brackets(text: str) -> Iterator[Edit]:
    """Brackets and quotation marks about the parts of an address go."""
    edits: list[Edit] = []
    for match in _BRACKETED_AT.finditer(text):
        edits.append(Edit(*match.span(), "@"))
        low = match.end()
        if dot := _BRACKETED_DOT.search(text, low, low + 40):
            edits.append(Edit(*dot.span(), "."))
    for match in _BRACKETED_HOUSE.finditer(text):
        edits += [Edit(*match.span("open"), "@"), Edit(*match.span("shut"), ".")]
    edits += [Edit(*match.span("stuffing"), "") for match in _STUFFED.finditer(text)]
    for match in _BROKEN_HOUSE.finditer(text):
        name = match["name"].replace(" ", "")
        if name in _HOUSES:
            edits.append(Edit(*match.span("name"), name))
    end = -1
    for edit in sorted(edits):
        if edit.start >= end:
            yield edit
            end = edit.end
