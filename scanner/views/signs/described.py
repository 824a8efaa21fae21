"""Signs that are described: "the a in a circle, then gmail, then com", "shift 2", "der Kringel".

What stands for "@" here is ordinary talk anywhere else. So it is read only where a mail house or a
domain follows, a name goes before, and everything between the two is of what people say from one
piece to the next, with at least one word that tells of the sign. What is written are signs with
blanks around them, for ``scanner.views.signs.symbols`` to make the address of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.scripts import lowered
from scanner.views.glance import WORD, Glance, words_of
from scanner.views.signs.words import (
    AT,
    AT_IN_PASSING,
    DOT,
    ENDINGS,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
)
from scanner.views.signs.words_described import (
    AROUND,
    CREATURES,
    CURLY,
    KEYS,
    LITTLE,
    NEXT,
    PERSONS,
    SIGNS,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
BETWEEN_MAX = 12  # words from the name to the house: "and then that funny little a in a circle"
HOUSES_MAX = 40  # looked at in one text


class Token(NamedTuple):
    """A word in lower case and its half-open range."""

    word: str
    start: int
    end: int


def _stems_of(words: str) -> frozenset[str]:
    return frozenset(word for word in words.split() if len(word) >= 5)


_TELLING = words_of(AROUND, CURLY, CREATURES) - words_of(LITTLE)
_SIGNS = words_of(SIGNS)
_KEYS = words_of(KEYS)
_HELD_KEYS = _KEYS - {"2"}  # beside the one that has the sign
_AT = frozenset(word for word in AT.split("|") if " " not in word)
_PASSING = words_of(AT_IN_PASSING)
_AT_IN_PHRASES = (
    frozenset(word for word in words_of(AT) if len(word) > 3) - _AT - _PASSING - words_of(LITTLE)
)
_NEXT = words_of(NEXT) - words_of(LITTLE) - PERSONS
# "jo.berg at our domain, fernmill.org"; "see more at our site" names nobody.
_OF_DOMAINS = words_of(
    "domain our own which namely domaine notre dominio nuestro propio domínio nosso próprio"
    " nostro dominiu nostru domäne unsere unserer eigene domein onze domena domenie naszej nasza"
    " домен домене домена наш нашем свой alan adımız domainimiz domen domänen doména"
)
_BAG = (
    _OF_DOMAINS
    | _TELLING
    | _SIGNS
    | _KEYS
    | _AT
    | _AT_IN_PHRASES
    | _PASSING
    | _NEXT
    | words_of(LITTLE, NEXT)
) - frozenset(PROVIDERS)
_A = words_of("a а α à @ ａ ए এ ఏ ஏ એ ਏ เอ エー 에이")
_DOT = frozenset(word for word in DOT.split("|") if " " not in word)
_HOUSES = frozenset(PROVIDERS) | frozenset(
    said for spellings in PROVIDERS.values() for said in spellings.split("|") if said
)
_ENDINGS = KNOWN_ENDINGS | frozenset(
    said for spellings in ENDINGS.values() for said in spellings.split("|") if said
)
_HINTS = _OF_DOMAINS | _TELLING | _KEYS | _NEXT | _A | _AT | _AT_IN_PHRASES
_TOKEN = re.compile(rf"@|{WORD}+(?:[.\-'’]{WORD}+)*")
_ASIDE = re.compile(r"\([^()@\n]{6,40}\)")  # "(Poles call it that)"
_GAP = re.compile(r"[\s,;:.…>=→\"'“”«»„()\[\]{}<*|~_/+–—-]{0,8}")
_TECHNICAL = re.compile(r"[._\d-]")
_NAME = re.compile(rf"[0-9]|{WORD}[\w.+-]{{1,63}}")
_DOMAIN = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){0,2}\.([a-z]{2,10})")


def read_described(view: View, glance: Glance) -> View:
    """The view with "@" and the point in place of what describes them."""
    if glance.words.isdisjoint(_HOUSES) and "." not in glance.characters:
        return view
    if glance.words.isdisjoint(_HINTS):
        return view
    return rewrite(view, _signs(view.text), disguise=DISGUISE)


def _signs(text: str) -> Iterator[Edit]:
    low = lowered(text)
    tokens = _tokens(low)
    count, end = 0, -1
    for place, token in enumerate(tokens):
        if not _is_house(tokens, place):
            continue
        count += 1
        if count > HOUSES_MAX:
            return
        edits = [*_before(text, low, tokens, place)]
        if not edits:
            continue
        if edits[0].start >= end:
            edits += _after(low, tokens, place)
            yield from edits
            end = edits[-1].end
        else:
            end = max(end, token.end)


def _tokens(low: str) -> list[Token]:
    """The words, without those of asides in brackets that speak of something else."""
    asides = [
        match.span()
        for match in _ASIDE.finditer(low)
        if _HINTS.isdisjoint(word[0] for word in _TOKEN.finditer(match[0]))
    ]
    tokens: list[Token] = []
    passed = 0
    for match in _TOKEN.finditer(low):
        while passed < len(asides) and asides[passed][1] <= match.start():
            passed += 1
        if passed == len(asides) or match.start() < asides[passed][0]:
            tokens.append(Token(match[0], *match.span()))
    return tokens


def _is_house(tokens: list[Token], place: int) -> bool:
    """Whether a mail house or a domain stands there."""
    word = tokens[place].word
    if word in _HOUSES:
        return True
    if (domain := _DOMAIN.fullmatch(word)) and domain[1] in _ENDINGS:
        return True
    is_dotted = place + 2 < len(tokens) and tokens[place + 1].word in _DOT
    return is_dotted and tokens[place + 2].word in _ENDINGS


def _is_of_bag(word: str) -> bool:
    return word in _BAG or (word[:5] in _STEMS and word[:5] != word) or word in _A or word == "2"


_STEMS = frozenset(word[:5] for word in _stems_of(AROUND + " " + CREATURES) if word.isascii())


def _before(text: str, low: str, tokens: list[Token], place: int) -> Iterator[Edit]:
    """The sign between the house and the name before it, if what lies between tells of one."""
    first = place
    while first and place - first < BETWEEN_MAX and _is_of_bag(tokens[first - 1].word):
        if not _is_near(low, tokens, first - 1):
            return
        first -= 1
    if first == place or not first or not _is_near(low, tokens, first - 1):
        return
    if first > 1 and _is_within_bracket(low, tokens[first - 1], tokens[place].start):
        first -= 1  # "jane (where the dog sits) gmail"
    name = tokens[first - 1]
    if name.word in NO_NAMES or not _NAME.fullmatch(text, name.start, name.end):
        return
    words = [token.word for token in tokens[first:place]]
    if not _OF_DOMAINS.isdisjoint(words) and not _TECHNICAL.search(name.word):
        return
    if _tells_of_at(words, low, tokens[first]):
        yield Edit(name.end, tokens[place].start, " @ ")


def _is_within_bracket(low: str, token: Token, end: int) -> bool:
    """Whether the word begins a bracket that is shut before the end."""
    opened = low[max(0, token.start - 1) : token.start]
    return opened in ("(", "[", "{") and any(sign in low[token.end : end] for sign in ")]}")


def _is_near(low: str, tokens: list[Token], place: int) -> bool:
    gap = low[tokens[place].end : tokens[place + 1].start]
    return _GAP.fullmatch(_ASIDE.sub("", gap)) is not None


def _tells_of_at(words: list[str], low: str, first: Token) -> bool:
    """Whether the words between name and house stand for the sign; "then the sign, then" does.

    1. A word for it, and some other word. 2. A preposition for it that is told in turn, or before
    "our domain". 3. The letter a, or a word for sign, with what it looks like. 4. Its keys. 5. A
    creature that it is called after. 6. A bracketed a.
    """
    said = set(words)
    is_next = not said.isdisjoint(_NEXT)
    if not said.isdisjoint(_AT) or "@" in said or not said.isdisjoint(_AT_IN_PHRASES - _SIGNS):
        return len(words) > 1
    has_sign = not said.isdisjoint(_SIGNS)
    shows = any(word in _TELLING or word[:5] in _STEMS for word in words)
    is_of_domain = not said.isdisjoint(_OF_DOMAINS)
    return (
        (not said.isdisjoint(_PASSING) and (is_next or has_sign or is_of_domain))
        or (shows and (is_next or has_sign or not said.isdisjoint(_A)))
        or (has_sign and sum(word in _NEXT for word in words) > 1)
        or (not said.isdisjoint(_HELD_KEYS) and "2" in said)
        or not said.isdisjoint(_CREATURES)
        or (words[0] in _A and low[first.start - 1 : first.start] in tuple("([{<*"))
    )


_CREATURES = words_of(CREATURES)


def _after(low: str, tokens: list[Token], place: int) -> list[Edit]:
    """The point before an ending that is told as one more piece: "then proton, then me"."""
    word = tokens[place].word
    if word not in _HOUSES:
        return []
    last = place + 1
    while last < len(tokens) and last - place <= 4 and _is_between(tokens[last].word):
        if tokens[last].word == "com":
            break
        last += 1
    if last >= len(tokens) or last == place + 1 or tokens[last].word not in _ENDINGS:
        return []
    said = {token.word for token in tokens[place + 1 : last]}
    if said.isdisjoint(_NEXT | _DOT) or not all(
        _is_near(low, tokens, between) for between in range(place, last)
    ):
        return []
    return [Edit(tokens[place].end, tokens[last].start, " . ")]


def _is_between(word: str) -> bool:
    return word in _DOT or (word in _BAG and word not in _TELLING)
