"""Words for symbols: "jane dot roe at gmail dot com" read as the address that it says.

The words are ordinary ones in every language, so a word becomes a sign only where the talk around
it has the shape of an address: it is bracketed, or a name, a sign and a mail house or a top-level
domain stand in a row. What is read stays as narrow as the chain of names and signs itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from scanner.views.glance import WORD, Glance
from scanner.views.signs.forms import HYPHENATED, LOOKS, SIGN_FORMS, SIGN_WORDS
from scanner.views.signs.glued import DISGUISE, part_glued, part_unspaced
from scanner.views.signs.pieces import Piece, in_turn, rest_of, with_endings, with_figures
from scanner.views.signs.words import (
    ARTICLES_OF,
    AT,
    AT_IN_PASSING,
    DOT,
    ENDINGS,
    ENDINGS_KNOWN,
    FIRST_WORDS_IN_TALK,
    HARMLESS_ALONE,
    HOUSES_APART,
    HOUSES_ENDED,
    HYPHEN,
    KNOWN_ENDINGS,
    NAMES_TOO,
    NO_NAMES,
    PLUS,
    PROVIDERS,
    SHORT_HOSTS,
    SLASH,
    TALK_ENDINGS,
    UNDERSCORE,
)
from scanner.views.signs.words_described import NEXT, PERSONS
from scanner.views.view import Edit, View, rewrite

_JOINER = "\u200c"  # Persian and Telugu have it within a word
CHAIN_MAX_LENGTH = 40  # names and signs; a mail address of six labels with every sign said has 13


def read_symbols(view: View, glance: Glance) -> View:
    """The view with the signs of addresses in place of the words for them."""
    view = part_glued(view)
    text = view.text
    if _may_say_signs(text, glance):
        pieces = with_figures(text, in_turn(text, list(_pieces(text))))
        pieces = with_endings(text, pieces)
        edits = [edit for chain in _chains(text, pieces) for edit in _address(text, chain)]
        view = rewrite(view, edits, disguise=DISGUISE)
    return part_unspaced(view, glance)


def _may_say_signs(text: str, glance: Glance) -> bool:
    """Whether any word or bracket could stand for a sign; a cheap question."""
    words = glance.words
    if "@" in glance.characters and " . " in text:
        return True
    if not words.isdisjoint(_TELLING) or HYPHENATED.search(text):
        return True
    if not glance.characters.isdisjoint("([{<@⟨‹〈《【〔「『❨") and any(
        match[1] is None or match[1].lower() in _BRACKETABLE for match in _BRACKETED.finditer(text)
    ):
        return True
    return not words.isdisjoint(_PASSING) and (
        not words.isdisjoint(_HOUSES) or _PASSING_HOST.search(text) is not None
    )


# --- pieces ------------------------------------------------------------------------------------

OPENERS, CLOSERS = r"(\[{<⟨‹〈《【〔「『❨", r")\]}>⟩›〉》】〕」』❩"
_OPENERS, _CLOSERS = OPENERS.replace("\\", "") + "*|~_-", CLOSERS.replace("\\", "") + "*|~_-"
_TOKEN = re.compile(
    rf"{WORD}+(?:[.+\-@'’\u200c]{WORD}+)*|@|(?<=[{OPENERS}])\s?\.\s?(?=[{CLOSERS}])"
    r"|(?<=[\s\"])[._/•·](?=[\s\"])"
)
_POINTS = {"•": ".", "·": "."}
_ODD = OPENERS[4:] + CLOSERS[4:] + "・"
_GAP = re.compile(rf"[\s,，、;:\"'’‘“”«»&…=>–—()\[\]{{}}<*|~_+{_ODD}-]{{0,8}}")
_SOFT_GAP = re.compile(rf"[\s()\[\]{{}}<>*|~_{_ODD}-]{{0,4}}")


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, int | None]]]:
    """What each first word may begin, longest first: (words, reading, weight)."""
    table: dict[str, list[tuple[tuple[str, ...], str, int | None]]] = {}

    def put(spellings: str, reading: str, weight: int | None) -> None:
        for spelling in filter(None, spellings.split("|")):
            words = tuple(spelling.replace(_JOINER, "").split(" "))
            table.setdefault(words[0], []).append((words, reading, weight))

    for spellings, sign in (
        (AT, "@"),
        (DOT, "."),
        (UNDERSCORE, "_"),
        (HYPHEN, "-"),
        (PLUS, "+"),
        (SLASH, "/"),
    ):
        put(spellings, sign, 1)
    for form, sign in SIGN_FORMS.items():
        put(form, sign, 1)
    put(AT_IN_PASSING, "@", 0)
    for name, spellings in (*(PROVIDERS | ENDINGS).items(), *HOUSES_APART.items()):
        put(spellings, name, None)
    for house in HOUSES_ENDED.split("|"):
        put(house, house.replace(" ", "."), None)
    for ending in ENDINGS_KNOWN.split(" "):
        if len(ending) == 2:
            put(" ".join(ending), ending, None)
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return table


_PHRASES = _phrases()
_SHORT_HOSTS = frozenset(SHORT_HOSTS.split(" "))
_HARMLESS_ALONE = frozenset(HARMLESS_ALONE.split(" "))
_NEXT = frozenset(phrase.split(" ")[-1] for phrase in NEXT.split("|")) - PERSONS
_NEVER_A_NAME = NO_NAMES | _NEXT
_NEXT_ALONE = frozenset(NEXT.split("|")) - PERSONS
_PASSING = frozenset(AT_IN_PASSING.split("|"))
_IN_TALK = frozenset(FIRST_WORDS_IN_TALK.split(" "))
_TELLING = frozenset(
    phrase[-1] if phrase[0] in _IN_TALK else phrase[0]
    for spellings in (AT, DOT, UNDERSCORE, SLASH)
    for phrase in (re.split("[ -]", spelling) for spelling in spellings.split("|"))
) - (_PASSING | {"period"}) | frozenset(SIGN_FORMS)
_HOUSES = frozenset(PROVIDERS) | frozenset(
    spelling.split(" ")[0]
    for spellings in (*(PROVIDERS | ENDINGS).values(), HOUSES_ENDED)
    for spelling in spellings.split("|")
    if spelling
)
_BRACKETED = re.compile(rf"[{OPENERS}]\s?([@.]|[^\W\d_]{{1,14}})\s?[{CLOSERS}]|@\s|(?<=\s)@")
_BRACKETABLE = frozenset(
    spelling for signs in (AT, AT_IN_PASSING, DOT, UNDERSCORE) for spelling in signs.split("|")
) | {"a", "а", "@", "."}
_PASSING_HOST = re.compile(r"\b(?:at|et|ат|chez) [\w-]{2,40}\.[a-z]{2,6}\b", re.IGNORECASE)


def _pieces(text: str) -> Iterator[Piece]:
    """Names and signs in the order of the text; phrases are one piece."""
    tokens = [
        (match.start(), match.end(), match[0].lower().replace(_JOINER, ""))
        for match in _TOKEN.finditer(text)
    ]
    at = 0
    while at < len(tokens):
        start, end, word = tokens[at]
        step = 1
        if (mark := _POINTS.get(word.strip(), word.strip())) in ("@", ".", "_", "/"):
            yield Piece(start, end, mark, 2 if _is_bracketed(text, start, end) else 1)
        elif "-" in word and (sign := _hyphenated(word)):
            yield Piece(start, end, sign, 1, is_said=True)
        elif (found := _phrase(text, tokens, at)) is not None:
            step, reading, weight = found
            end = tokens[at + step - 1][1]
            end += reading == "yahoo" and text[end : end + 1] == "!"
            if weight is not None and _is_bracketed(text, start, end):
                weight = 2
            yield Piece(start, end, reading, weight, is_said=True)
        elif word in ("a", "а") and _is_bracketed(text, start, end):
            yield Piece(start, end, "@", 0)
        else:
            yield Piece(start, end, text[start:end])
        at += step


def _phrase(
    text: str, tokens: list[tuple[int, int, str]], at: int
) -> tuple[int, str, int | None] | None:
    for words, reading, weight in _PHRASES.get(tokens[at][2], ()):
        count = len(words)
        if count == 1:
            return 1, reading, weight
        following = tokens[at : at + count]
        if tuple(token[2] for token in following) == words and all(
            text[left[1] : right[0]] in (" ", "-", "! ") for left, right in pairwise(following)
        ):
            return count, reading, weight
    return None


def _hyphenated(word: str) -> str | None:
    """The sign that a hyphenated word says: "full-stop", "commercial-at", "ringed-a", "plus-sign".

    Those that stand so among the words for signs are found there.
    """
    if word in _PHRASES:
        return None
    first, _, last = word.rpartition("-")
    words = [word.replace("-", " ")] + [first] * (last in SIGN_WORDS)
    for phrase in words:
        parts = tuple(phrase.split(" "))
        for said, reading, weight in _PHRASES.get(parts[0], ()):
            if said == parts and weight is not None and (weight or len(words) > 1):
                return reading
    looks = {part.removesuffix("ed") for part in first.split("-")}
    is_ringed = last in ("a", "а", "alpha", "alfa") and not looks.isdisjoint(LOOKS)
    return "@" if is_ringed else None


def _is_bracketed(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 2) : start].rstrip()[-1:]
    after = text[end : end + 2].lstrip()[:1]
    return bool(before and after) and _OPENERS.find(before) == _CLOSERS.find(after) != -1


# --- chains ------------------------------------------------------------------------------------


def _chains(text: str, pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Names and signs in turn, beginning and ending with a name, as long as only gaps part them."""
    chain: list[Piece] = []
    for found in pieces:
        piece = found
        if chain and piece.weight in (0, 1) and chain[-1].reading == ".":
            said = text[piece.start : piece.end]  # Austria, Portugal: "gmx punkt at", "sapo(.)pt"
            if piece.weight == 0 or said.lower() in KNOWN_ENDINGS:
                piece = Piece(piece.start, piece.end, said)
        is_next = bool(chain) and (chain[-1].weight is None) != (piece.weight is None)
        is_passing = chain and 0 in (piece.weight, chain[-1].weight)
        is_late = len(chain) > 2 and chain[-2].reading in "._-+" and piece.reading == "@"
        is_set_off = bool(is_passing) and (is_late or _is_set_off(text, piece, chain[-1]))
        gap = _SOFT_GAP if is_passing and not is_set_off else _GAP
        if is_next and not gap.fullmatch(text, chain[-1].end, piece.start):
            is_next = False
        if is_next and len(chain) < CHAIN_MAX_LENGTH:
            chain.append(piece)
            continue
        yield from _closed(chain)
        # A sign that no name comes before may itself be the name: "web Punkt de".
        chain = [piece] if piece.weight is None else []
    yield from _closed(chain)


def _is_set_off(text: str, piece: Piece, before: Piece) -> bool:
    """Whether commas part the sign from both names: "kipruto, at, yahoo"."""
    sign = piece if piece.weight == 0 else before
    return (
        text[max(0, sign.start - 2) : sign.start].strip() == ","
        and text[sign.end : sign.end + 1] == ","
    )


def _closed(chain: list[Piece]) -> Iterator[list[Piece]]:
    if chain and chain[-1].weight is not None:
        chain = chain[:-1]
    if len(chain) >= 3:
        yield chain


def _address(text: str, chain: list[Piece]) -> Iterator[Edit]:
    """The edits that make an address of the part of the chain that is one."""
    signs = range(1, len(chain), 2)
    used: set[int] = set()
    for place in signs:
        if chain[place].reading == "@":
            first, last = _around_at(text, chain, place)
            used.update(range(first, last))
    used.update(_before_an_address(text, chain))
    if not used:
        for place in signs:
            used.update(_host(chain, place))
    for place in signs:
        if _is_forced(text, chain, place):
            used.update((place - 1, place, place + 1))
    yield from _spelt(text, chain, used)


def _spelt(text: str, chain: list[Piece], used: set[int]) -> Iterator[Edit]:
    for place, piece in enumerate(chain):
        if place not in used:
            continue
        if piece.weight is None:
            if text[piece.start : piece.end] != piece.reading:
                yield Edit(piece.start, piece.end, piece.reading)
        elif place - 1 in used and place + 1 in used:
            yield Edit(chain[place - 1].end, chain[place + 1].start, piece.reading)
    if used:
        yield from rest_of(text, chain, max(used))


def _around_at(text: str, chain: list[Piece], at: int) -> tuple[int, int]:
    """The half-open range of the chain that is a mail address around its sign; empty when none."""
    sign = chain[at]
    local = chain[at - 1].reading
    is_passing = sign.weight == 0
    is_alone = at < 2 or chain[at - 2].reading not in "._-+"
    is_word = is_passing or (sign.is_said and sign.weight == 1) or not local.isascii()
    is_nobody = local.lower() in (_NEVER_A_NAME if is_word else _NEXT_ALONE)
    domain = chain[at + 1].reading.lower()
    is_no_host = domain in _NEVER_A_NAME and domain not in PROVIDERS
    if is_no_host and sign.is_said and sign.weight == 1:  # "krøllalfa online punktum no"
        ending = [piece.reading.lower() for piece in chain[at + 2 : at + 4]]
        is_no_host = ending[:1] != ["."] or ending[-1] not in KNOWN_ENDINGS
    two_sites = is_passing and local.lower().startswith("www.")
    if (is_alone and is_nobody) or is_no_host or two_sites or domain.startswith("www."):
        return at, at
    first = _name_start(text, chain, at - 1)
    last = _domain_end(chain, at + 1)
    if last == at + 2:  # one name, nothing after it
        name = chain[at + 1].reading.lower()
        has_ending = _ends_like_a_domain(name)
        is_house = name in PROVIDERS or (has_ending and name.split(".")[0] in PROVIDERS)
        looks_personal = re.search(r"[\d._]", local) is not None or first < at - 1
        if has_ending and not (is_passing and not (is_house or looks_personal)):
            return first, last
        if is_house and not (name in _HARMLESS_ALONE and is_passing):
            return first, last
        return (first, last) if sign.weight == 2 and not is_passing and "." in name else (at, at)
    return first, last


def _name_start(text: str, chain: list[Piece], last: int) -> int:
    """The place of the first part of the name that ends with a part of the chain."""
    first = last
    while first >= 2 and chain[first - 1].reading in "._-+":
        name, sign = chain[first - 2], chain[first - 1]
        word = name.reading.lower()
        if word in _NEVER_A_NAME:
            said = text[sign.start : sign.end].lower()
            is_named = word in NAMES_TOO and word not in ARTICLES_OF.get(said, ())
            if sign.reading != "." or not is_named or text[name.end : sign.start].strip(" (["):
                break
        first -= 2
    return first


def _before_an_address(text: str, chain: list[Piece]) -> Iterator[int]:
    """The places of the chain before an address read already: "tom dot keller@gmail.com"."""
    for place in range(2, len(chain), 2):
        if "@" not in chain[place].reading:
            continue
        first = _name_start(text, chain, place)
        if first < place:
            yield from range(first, place + 1)


def _domain_end(chain: list[Piece], name: int) -> int:
    """Where the domain that begins at a name ends: after its last top-level label."""
    last = place = name + 1
    while place + 1 < len(chain) and chain[place].reading in ".-":
        label = chain[place + 1].reading.lower()
        if chain[place].reading == "." and (label in KNOWN_ENDINGS or _ends_like_a_domain(label)):
            last = place + 2
        place += 2
    return last


def _ends_like_a_domain(name: str) -> bool:
    return "." in name and name.rsplit(".", 1)[1].lower() in KNOWN_ENDINGS


def _host(chain: list[Piece], sign: int) -> range:
    """The part of the chain that is a host without a mailbox, "cal dot com slash jane"."""
    piece, name = chain[sign], chain[sign - 1].reading.lower()
    if piece.reading == "/":
        return range(sign - 1, sign + 2) if _ends_like_a_domain(name) else range(0)
    last = _domain_end(chain, sign - 1)
    if piece.reading != "." or last == sign or not (piece.is_said or piece.weight == 2):
        return range(0)
    has_path = last < len(chain) and chain[last].reading == "/"
    is_sure = has_path or piece.weight == 2 or "@" in name  # the start of an address
    if not is_sure and chain[last - 1].reading.lower() in TALK_ENDINGS:
        return range(0)
    if (len(name) < 3 and not (is_sure and name in _SHORT_HOSTS)) or name in _NEVER_A_NAME:
        return range(0)
    while has_path and last + 1 < len(chain) and chain[last].reading in "/._-":
        last += 2
    first = sign - 1
    while first >= 2 and chain[first - 1].reading in ".-_":
        first -= 2
    return range(first, last)


def _is_forced(text: str, chain: list[Piece], place: int) -> bool:
    """Whether the sign needs no address around it: bracketed, or an underscore that is said."""
    sign, before, after = chain[place], chain[place - 1], chain[place + 1]
    if {before.reading.lower(), after.reading.lower()} & _NEVER_A_NAME:
        return False
    if sign.weight == 2:
        gaps = (text[before.end : sign.start], text[sign.end : after.start])
        return all(_SOFT_GAP.fullmatch(gap) for gap in gaps)
    return sign.reading == "_" and sign.is_said
