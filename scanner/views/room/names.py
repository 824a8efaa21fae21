"""Names of mailboxes and accounts in the turns of a room, whole or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scanner.views.glance import any_of
from scanner.views.room.turns import LETTER, WORD, Piece, Turn
from scanner.views.room.words import FILE_ENDINGS, IS, PARTS
from scanner.views.signs.words import (
    AT,
    DOT,
    HYPHEN,
    KNOWN_ENDINGS,
    NO_NAMES,
    UNDERSCORE,
)
from scanner.views.view import View

NAMES_MAX = 40  # of one turn looked at
CERTAIN, TECHNICAL, SHOWN, POSSIBLE = 4, 3, 2, 1  # weights of names
BARE_WORDS = 3  # in a clause that is nothing but a part
PART_MAX_LENGTH = 40  # characters of a message that is nothing but a part
LETTERS_MIN = 3  # in a name
NAME_MIN_LENGTH = 5  # of what looks like no word; shorter ones are seldom free anywhere


class Name(NamedTuple):
    """What may be a name: where it stands, and how to write it.

    ``weight``: ``CERTAIN`` it looks like nothing else, and stands alone, is announced, or given
    away by a sign after it; ``TECHNICAL`` it looks like nothing else; ``SHOWN`` it is a word that
    stands so; ``POSSIBLE`` a word that may be one.
    """

    weight: int
    start: int
    end: int
    written: tuple[Piece, ...]


def _either(*spellings: str) -> str:
    words = {word for row in spellings for word in row.split("|")}
    return any_of(words)


_NAME = re.compile(
    rf"(?<!{LETTER})(?<![@/:#$\\.-])[A-Za-z0-9_][A-Za-z0-9_+-]{{0,40}}"
    r"(?:\.[A-Za-z0-9_+-]{1,40}){0,4}"
    rf"(?!{LETTER})(?!@\w|[/(=\\]|\.\w)"
)
_SIGN_OF = {
    spelling: sign
    for row, sign in ((HYPHEN, "-"), (UNDERSCORE, "_"), (DOT, "."))
    for spelling in row.split("|")
}
_SAID_SIGN = re.compile(rf"[ ,]{{1,2}}(?P<sign>{_either(DOT, UNDERSCORE, HYPHEN)})[ ,]{{1,2}}")
_SIGN_WORDS = frozenset(word for spelling in _SIGN_OF for word in spelling.split(" "))
_LATIN = re.compile(r"[A-Za-z0-9_.]{1,30}")
_NEVER_A_NAME = NO_NAMES | frozenset(AT.split("|"))
# New endings that are ordinary words and stand at the end of names too: "atelier.studio".
_LONG_ENDING = 4
_WEB_ENDINGS = frozenset(["info", "site", "shop", "store", "club", "online", "cloud", "email"])
_CLAUSE_ENDS = re.compile(r"[.!?;:,\n。！？、，،](?:\s|$|(?<=[。！？、，]))")
AT_WORD = _either(AT)
# A sign right after a name gives it away: "annamaria chiocciola", "jo.b and then the at sign".
_AT_AFTER = re.compile(rf"[\s,;:.()\"'-]{{0,4}}(?:@(?!\w)|(?:{AT_WORD})(?!\w))")
_QUOTES = "\"'“”‘’«»„`*"


def names(view: View, turn: Turn) -> list[Name]:
    """The names that the turn may hold, likeliest first, of equal ones the last."""
    found = list(_said(turn))
    for match in islice(_NAME.finditer(view.text, turn.start, turn.end), NAMES_MAX):
        name = match[0].rstrip("-.")
        start, end = match.start(), match.start() + len(name)
        if weight := _weight(view.text, turn, (start, end)):
            found.append(Name(weight, start, end, (Piece(start, end),)))
    return sorted(found, key=lambda name: (-name.weight, -name.start))


def _weight(text: str, turn: Turn, span: tuple[int, int]) -> int:
    """What the look of the name and the words around it say; 0 for no name."""
    start, end = span
    name = text[start:end].lower()
    is_technical = _is_technical(text[start:end])
    if not is_technical and ("." in name or PARTS.has(name) or name in _SIGN_WORDS):
        return 0
    if sum(map(str.isalpha, name)) < LETTERS_MIN or name in _NEVER_A_NAME:
        return 0
    is_alone = turn.words <= 1 or (is_technical and turn.words <= BARE_WORDS)
    is_given = is_alone or _AT_AFTER.match(turn.low, end - turn.start) is not None
    is_shown = is_given or _is_shown(text, turn, span)
    if is_technical:
        is_last = text[end : turn.end].strip(" .,!)") == ""
        return CERTAIN if is_shown or is_last else TECHNICAL
    if is_given or len(name) >= NAME_MIN_LENGTH:
        is_clause = len(WORD.findall(_clause(turn, span))) < BARE_WORDS
        return SHOWN if is_shown and len(name) > LETTERS_MIN else POSSIBLE if is_clause else 0
    return 0


def _is_shown(text: str, turn: Turn, span: tuple[int, int]) -> bool:
    """Whether quotation marks, a colon or "is" set the name off as one."""
    start, end = span
    before = text[max(turn.start, start - 12) : start].lower()
    after = text[end : end + 1]
    if before[-1:] and after and before[-1:] in _QUOTES and after in _QUOTES:
        return True
    last = before.rstrip(_QUOTES + " ").rpartition(" ")[2]
    return last[-1:] in (":", "：", "=", "→", ">") or last in IS


def _clause(turn: Turn, span: tuple[int, int]) -> str:
    """What stands around the name between two ends of clauses."""
    start, end = span[0] - turn.start, span[1] - turn.start
    low = max(0, start - PART_MAX_LENGTH)
    begins = [match.end() for match in _CLAUSE_ENDS.finditer(turn.low, low, start)]
    stop = _CLAUSE_ENDS.search(turn.low, end, end + PART_MAX_LENGTH)
    stop_at = stop.start() if stop else min(len(turn.low), end + PART_MAX_LENGTH)
    return turn.low[begins[-1] if begins else low : stop_at]


def _is_technical(name: str) -> bool:
    """Whether the name looks like no word, no sentence without a space, no site and no file."""
    head, dot, tail = name.rpartition(".")
    low = tail.lower()
    if dot and (low in FILE_ENDINGS or (tail[:1].isupper() and not head[:1].isupper())):
        return False
    if name.count(".") == 1 and "_" not in name and low in KNOWN_ENDINGS:
        return len(tail) >= _LONG_ENDING and low not in _WEB_ENDINGS
    if dot or "_" in name.strip("_"):
        return len(name) >= NAME_MIN_LENGTH and sum(map(str.isalpha, name)) > LETTERS_MIN
    is_mixed = any(map(str.isdigit, name)) and name[:1].isalpha()
    return is_mixed and len(name) > NAME_MIN_LENGTH and sum(map(str.isalpha, name)) > LETTERS_MIN


def _said(turn: Turn) -> Iterator[Name]:
    """Names with words for their signs: "seba dot lagos underscore obras"."""
    chain: list[Piece] = []
    for match in _SAID_SIGN.finditer(turn.low):
        before = list(_LATIN.finditer(turn.low, max(0, match.start() - 30), match.start()))
        after = _LATIN.match(turn.low, match.end())
        if not before or before[-1].end() != match.start() or after is None:
            continue
        sign = Piece(turn.start + match.start(), turn.start + match.end(), _SIGN_OF[match["sign"]])
        right = Piece(turn.start + after.start(), turn.start + after.end())
        left = Piece(turn.start + before[-1].start(), turn.start + before[-1].end())
        if chain and chain[-1].end == left.end:
            chain += [sign, right]
            continue
        if chain:
            yield _chained(chain)
        chain = [left, sign, right]
    if chain:
        yield _chained(chain)


def _chained(chain: list[Piece]) -> Name:
    return Name(
        CERTAIN if len(chain) > 3 else TECHNICAL, chain[0].start, chain[-1].end, tuple(chain)
    )


# --- message by message ------------------------------------------------------------------------

_PART = re.compile(r"[A-Za-z0-9_.+-]+")
_LABEL = re.compile(r"[^:：\n]{1,24}[:：]\s?(?=[^\s/\\])")  # "part two: _fox"
_SIGNED = re.compile(
    rf"(?<!{LETTER})(?<![.@/:-])(?:[_.-]|(?P<said>{_either(DOT, UNDERSCORE, HYPHEN)}) )"
    rf"(?P<rest>[A-Za-z][\w.]{{1,30}})(?!{LETTER})"
)
_ADDED = re.compile(
    r"(?:^\W{0,2}|(?<=\s))\+\s?(?:[\"'“‘«`*]|(?<=^\+)|(?<=^\+\s))(?P<rest>[A-Za-z0-9_.]{2,30})"
)
_FIRST = re.compile(r"\s*(?P<rest>[A-Za-z0-9_]{2,30})(?=$|[\s.,!?])")
_LAST = re.compile(r"(?<![\w@.])[A-Za-z0-9_.]{3,30}(?=[\s.,]*$)")


def _bare_parts(turn: Turn) -> Iterator[tuple[Piece, bool]]:
    """The parts of a message that is nothing else, and whether each is a sign or has one."""
    label = _LABEL.match(turn.low)
    after = label.end() if label else 0
    stripped = turn.low[after:].strip(" ,!?:;\"'()…“”«»「」")
    stripped = stripped.rstrip(".") if len(stripped) > 2 and ".." not in stripped else stripped
    if not stripped or len(stripped) > PART_MAX_LENGTH:
        return
    offset = turn.start + turn.low.index(stripped, after)
    if stripped in _SIGN_OF:
        yield Piece(offset, offset + len(stripped), _SIGN_OF[stripped]), True
        return
    if stripped in _NEVER_A_NAME:
        return
    head, _, tail = stripped.partition(" ")
    if head in _SIGN_OF and _PART.fullmatch(tail):
        yield Piece(offset, offset + len(head), _SIGN_OF[head]), True
        yield Piece(offset + len(head) + 1, offset + len(stripped)), False
    elif _PART.fullmatch(stripped) and len(stripped) > 1 and not stripped.isdigit():
        yield Piece(offset, offset + len(stripped)), stripped[0] in "._-" or stripped[-1] in "._-"


def _added(judged: Turn, *, is_open: bool) -> Iterator[Piece]:
    """What the judged message adds: "_films", "underscore keyframes", "+ 'wanderer'"."""
    signed = list(_signed(judged))
    yield from signed
    first = _FIRST.match(judged.low) if is_open else None
    if not signed and (found := first or _ADDED.search(judged.low)):
        low, high = found.span("rest")
        yield Piece(judged.start + low, judged.start + high)


def _signed(turn: Turn) -> Iterator[Piece]:
    """Parts of a name that begin with a sign, typed or said; no endings of sites and files."""
    for match in islice(_SIGNED.finditer(turn.low), 3):
        rest = match["rest"].rstrip(".")
        if rest in KNOWN_ENDINGS or rest in FILE_ENDINGS:
            continue
        start, middle = turn.start + match.start(), turn.start + match.start("rest")
        sign = _SIGN_OF[match["said"]] if match["said"] is not None else None
        yield Piece(start, middle, sign)
        yield Piece(middle, middle + len(rest))


class Names:
    """The names that the turns of a room hold, whole and in parts; each is looked for once."""

    def __init__(self, view: View, told: list[Turn]) -> None:
        self._view = view
        self._judged = told[-1]
        self._earlier = told[:-1]
        self._of: dict[int, list[Name]] = {}
        self.spelt_out = self._spelt_out()

    def likeliest(self, *turns: Turn) -> Name | None:
        """The likeliest name of the turns; of equal ones the last."""
        best: Name | None = None
        for turn in turns:
            if turn.number not in self._of:
                self._of[turn.number] = names(self._view, turn)
            for name in self._of[turn.number][:1]:
                if best is None or name.weight >= best.weight:
                    best = name
        return best

    def earlier(self) -> tuple[Name | None, list[Piece]]:
        """The likeliest name of the earlier turns, written with all that was added later."""
        name = self.likeliest(*self._earlier)
        if name is None:
            return None, []
        later = [turn for turn in self._earlier if turn.start > name.start]
        return name, [*name.written, *(piece for turn in later for piece in _signed(turn))]

    def completed(self) -> list[Piece]:
        """A name begun in earlier turns and ended in the judged one; empty where it adds none."""
        begun = self.spelt_out
        if not begun:
            name, written = self.earlier()
            begun = written if name and name.weight in (SHOWN, CERTAIN) else []
        if not begun and _SIGNED.match(self._judged.low):
            begun = self._last_of(self._earlier[-1])
        if not begun:
            return []
        end = begun[-1].text or self._view.text[begun[-1].start : begun[-1].end]
        added = list(_added(self._judged, is_open=end[-1:] in "._-"))
        return [*begun, *added] if added else []

    def _last_of(self, turn: Turn) -> list[Piece]:
        last = _LAST.search(self._view.text[turn.start : turn.end])
        return [Piece(turn.start + last.start(), turn.start + last.end())] if last else []

    def _spelt_out(self) -> list[Piece]:
        """The name that messages of one part each make, joined by signs: "sorrel" · "_fox".

        Empty where no sign joins them.
        """
        pieces: list[Piece] = []
        signs = 0
        for place, turn in enumerate(self._earlier):
            parts = list(_bare_parts(turn))
            if parts and parts[0][1] and not pieces and place:
                pieces += self._last_of(self._earlier[place - 1])
            signs += sum(sign for _, sign in parts)
            pieces += (part for part, _ in parts)
        return pieces if signs and len(pieces) > 1 else []
