"""Signs in brackets of every kind: "admin⟨a⟩oak⟨.⟩com", "ann[snail]oak[dot]ie".

The brackets become round ones, which the words for signs are read in. What only the words in
brackets of a sentence say is put together: "it (ca) costs (io) five (@) or (sapo) so (.) (pt)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import WORD, Glance
from scanner.views.signs.words import AT, DOT, HYPHEN, KNOWN_ENDINGS, UNDERSCORE
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
OPENING, CLOSING = (
    "⟨‹〔【「『《〈⟦❨❪❬❮❰❲❴⁅⦅⦇⟪⟬⦃⸨（［｛«‚„",
    "⟩›〕】」』》〉⟧❩❫❭❯❱❳❵⁆⦆⦈⟫⟭⦄⸩）］｝»‘“",
)
_ODD = frozenset(OPENING)
_BOUND = re.compile(
    rf"(?<=[\w\s])[{re.escape(OPENING)}]\s?(?P<said>\.|@|-|_|{WORD}{{1,12}})\s?"
    rf"[{re.escape(CLOSING)}](?=[\w\s])"
)
_ATS, _DOTS = frozenset(AT.split("|")) | {"at", "a", "@"}, frozenset(DOT.split("|")) | {"p", "."}
_SAID = _DOTS - KNOWN_ENDINGS - {"p"}
_OTHERS = frozenset({"-", "_", "d", "pt"})
_PLAIN = re.compile(rf"(?<=[\w\s])[\[({{<]\s?(?P<said>{WORD}{{1,12}})\s?[\])}}>](?=[\w\s])")
SIGNS_MAX = 20
_WITHIN = re.compile(rf"[\[({{<]({WORD}{{1,16}}(?: {WORD}{{1,8}})?|\.)[\])}}>]")
_STROKES = frozenset(f"{UNDERSCORE}|{HYPHEN}".split("|"))
_SIGNED = re.compile(
    r"(?<![\w@])[A-Za-z0-9][\w.+-]{1,40}"
    rf"(?P<at>[\[({{<]{WORD}{{2,16}}(?: {WORD}{{1,8}})?[\])}}>])[A-Za-z0-9-]{{2,40}}"
    rf"(?:(?P<dot>[\[({{<](?P<said>{WORD}{{1,12}}|\.)[\])}}>])(?P<ending>[A-Za-z]{{2,12}})){{1,2}}(?!\w)"
)
# Signs by their first letter: "oona[a]fernmill[d]ie".
_BY_LETTER = re.compile(
    r"(?<![\w@])[A-Za-z0-9][\w.+-]{1,40}(?P<at>[\[({<]\s?(?:a|at|@)\s?[\])}>])[A-Za-z0-9-]{2,40}"
    r"(?P<rest>(?:[\[({<]\s?(?:[dp.]|dot)\s?[\])}>][A-Za-z]{2,12}){1,2})(?!\w)"
)
_BRACKET = re.compile(r"[\[({<][^\])}>]{1,5}[\])}>]")
_PAIRS = ("<<", "((", "[[", "{{", "~.~", "|.|")
_BULLETS = "•·●⋅∙*|~"
_WITH_BULLET = re.compile(
    rf"(?<=\w)\s?[\[({{<]\s?(?P<said>{WORD}{{1,16}})\s?[\])}}>]\s?[A-Za-z0-9-]{{2,40}}"
    rf"(?P<dot>\s?[{re.escape(_BULLETS)}]\s?)(?P<ending>[A-Za-z]{{2,10}})(?![\w@*])"
)
# "(a t)", "[ d.o.t ]": the letters of a sign set apart.
_STREWN = re.compile(r"[\[({<]\s?(?P<said>[^\W_](?:[ .·-][^\W_]){1,11})\s?[\])}>]")
_SPELT = frozenset(word for word in _ATS | _DOTS | _STROKES if len(word) > 1)
PIECES = range(5, 25)
REACH = 30  # characters between two brackets of a sentence
_PIECE = re.compile(r"[(\[{<]\s?(?P<said>[\w.@+-]{1,24})\s?[)\]}>]")
_WHOLE = re.compile(r"[a-z0-9][a-z0-9._+-]{1,40}@[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20})+", re.ASCII)


# "anna *.* kiln <<at>> gmail *.* com"
_HEAPED = re.compile(
    rf"(?<=\w)\s?(?:[\[({{<]{{2}}\s?(?P<at>{WORD}{{1,12}}|@)\s?[\])}}>]{{2}}|(?P<edge>[*~^=|])\.(?P=edge))"
    r"\s?(?=\w)"
)


def read_brackets(view: View, glance: Glance) -> View:
    """The view with signs in round brackets, and with an address of bracketed words in one."""
    if "*.*" in view.text or any(pair in view.text for pair in _PAIRS):
        view = rewrite(view, _heaped(view.text), disguise=DISGUISE)
    if not glance.characters.isdisjoint(_ODD):
        view = rewrite(view, _rounded(view.text), disguise=DISGUISE)
    if glance.characters.isdisjoint("([{<"):
        return view
    view = rewrite(view, _strewn(view.text), disguise=DISGUISE)
    view = rewrite(view, _by_letter(view.text), disguise=DISGUISE)
    view = rewrite(view, _certain(view.text), disguise=DISGUISE)
    if not glance.characters.isdisjoint(_BULLETS):
        view = rewrite(view, _bullets(view.text), disguise=DISGUISE)
    if view.text.count("(") + view.text.count("[") + view.text.count("<") >= PIECES.start:
        view = rewrite(view, _extracted(view.text), disguise="words in brackets")
    return view


def _strewn(text: str) -> Iterator[Edit]:
    """Such signs with their letters together."""
    for match in islice(_STREWN.finditer(text), SIGNS_MAX):
        word = "".join(filter(str.isalnum, match["said"])).lower()
        if word in _SPELT:
            yield Edit(*match.span("said"), word)


def _heaped(text: str) -> Iterator[Edit]:
    """One sign for one between two pairs of brackets or between stars."""
    found = list(_HEAPED.finditer(text))
    if not any((match["at"] or "").lower() in _ATS for match in found) and "@" not in text:
        return
    for match in found:
        said = (match["at"] or ".").lower()
        if said in _ATS or said in _DOTS:
            yield Edit(*match.span(), "@" if said in _ATS else ".")


def _rounded(text: str) -> Iterator[Edit]:
    """Round brackets for others about signs, where one of them says "@"."""
    bound = [match for match in _BOUND.finditer(text) if _is_sign(match["said"].lower())]
    others = _PLAIN.finditer(text)
    if "@" not in text and not any(
        match["said"].lower() in _ATS for match in (*bound, *islice(others, SIGNS_MAX))
    ):
        return
    for match in bound:
        said = match["said"].lower()
        spelt = "." if said == "p" else "at" if said in ("a", "@") else match["said"]
        yield Edit(*match.span(), f"({spelt})")


def _is_sign(said: str) -> bool:
    return said in _ATS or said in _DOTS or said in _OTHERS


def _certain(text: str) -> Iterator[Edit]:
    """ "@" for whatever is in brackets before a house whose point is in brackets as well."""
    for match in _SIGNED.finditer(text):
        if match["said"].lower() not in _DOTS or match["ending"].lower() not in KNOWN_ENDINGS:
            continue
        at, *others = (said.lower() for said in _WITHIN.findall(match[0]))
        if at not in _DOTS and at not in _STROKES and _ATS.isdisjoint((at, *others)):
            yield Edit(*match.span("at"), "@")


def _by_letter(text: str) -> Iterator[Edit]:
    for match in _BY_LETTER.finditer(text):
        last = re.split(r"[\])}>]", match["rest"])[-1]
        if last.lower() in KNOWN_ENDINGS:
            yield Edit(*match.span("at"), "@")
            for dot in _BRACKET.finditer(text, *match.span("rest")):
                yield Edit(*dot.span(), ".")


def _bullets(text: str) -> Iterator[Edit]:
    """A point for a bullet after a sign in brackets: "anna (at) oak • ie"."""
    for match in _WITH_BULLET.finditer(text):
        if match["said"].lower() in _ATS and match["ending"].lower() in KNOWN_ENDINGS:
            yield Edit(*match.span("dot"), ".")


def _extracted(text: str) -> Iterator[Edit]:
    """One edit for brackets in a row that make an address with a sign and a point of their own."""
    row: list[re.Match[str]] = []
    for piece in (*islice(_PIECE.finditer(text), 200), None):
        if piece is not None and (not row or piece.start() - row[-1].end() <= REACH):
            row.append(piece)
            continue
        yield from _put_together(row)
        row = [piece] if piece is not None else []


def _put_together(row: list[re.Match[str]]) -> Iterator[Edit]:
    if len(row) not in PIECES:
        return
    said = [piece["said"].lower() for piece in row]
    signs = ["@" if part in _ATS - {"a"} else "." if part in _SAID else part for part in said]
    whole = "".join(signs)
    if "@" not in signs or "." not in signs[signs.index("@") :]:
        return
    if _WHOLE.fullmatch(whole) and whole.rpartition(".")[2] in KNOWN_ENDINGS:
        yield Edit(row[0].start(), row[-1].end(), f" {whole} ")
