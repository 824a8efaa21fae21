"""Mail addresses told in pieces: the mail house here, the name there, "@" left to the reader.

"gm: noor.henna", "ole_v, on proton, dot me", or the name in one message and "@outlook.com" in a
later one. A house alone is talk about mail, and a name alone is anybody's; the two close together
are an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.scripts import lowered
from scanner.detectors.domains import canonical_address
from scanner.detectors.handles.apps import HANDOVER
from scanner.detectors.hit import Hit
from scanner.detectors.mail.houses import Anchor, anchors
from scanner.detectors.mail.names import ROLES, Name, names_in
from scanner.detectors.mail.own_name import own_name_before
from scanner.detectors.mail.signs import SURE_SIGN, says_sign
from scanner.detectors.told_notes import has_note
from scanner.detectors.words import Words, split
from scanner.views.signs.words import AT, AT_IN_PASSING
from scanner.views.signs.words_described import AROUND, CREATURES, CURLY
from scanner.views.view import View

BEFORE = 110  # characters from a name to the house after it
AFTER = 70  # the same to the house before it
ROOM = 700  # characters of earlier messages in which the name may stand
NEAR_WORDS = 3  # between name and house: "over at the"
CLOSE = 16  # characters between name and house with nothing but little words
OWN_NAME = 0.9  # confidence of an address of which the name is said to be the sender's own
LONG = 8  # letters of a mere word that few languages have
SHORT = 90  # characters; a message that is not much more than the rest of an address

_SIGN = Words(
    [(word, "") for word in AT.split("|") if len(word) > 2]
    + [(word, "") for word in f"{AROUND} {CURLY} {CREATURES}".split() if len(word) > 4]
    + [("the at", ""), ("an at", ""), ("at sign", ""), ("@", "")]
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n\n")
_ONE_WORD = re.compile(r" [^\W\d_]{1,4} ")
_LETTERS = re.compile(r"[^\W_]+")
_AT_WORDS = frozenset(f"{AT}|{AT_IN_PASSING}".split("|")) - {"et"}
# What may stand between a name and "at", and is no name of a mailbox: "jo_dev over at gmail".
_BEFORE_AT = frozenset(split("over, back, found, reachable, reached, is, lives, sits"))
# "... said dot carver squiggle hotmail dot com with the drawings": the house has its name.
_ENDS_WITH_NAME = re.compile(
    rf"[^\W_]{{2,}}[\s,]{{1,2}}(?:{'|'.join(map(re.escape, AT.split('|')))})[\s,]{{1,2}}\Z"
)
_GLUED_NAME = re.compile(r"[A-Za-z0-9][*|#~^&=•·]{1,2}\Z")  # "anna*gmail*com"
_OF_USE = frozenset({"in", "by", "for", "from", "inside", "into", "with", "through", "via"})
_LEADS = frozenset({"", ":", "=", "-", "–", "->", "=>", "is", "as"})
_SIGN_LAST = re.compile(r"[@＠][^\w@]{0,3}\Z")
_FIGURES = re.compile(r"\s(\d{1,4})\s")  # "arun 07 gmailcom"
_ADDRESS_BETWEEN = re.compile(r"\w@\w|(?:\d[ ().-]{0,2}){7}")


def find_told(view: View) -> Iterator[Hit]:
    """Addresses whose house and name stand apart; one for each house, the likeliest name."""
    text = view.text
    low = lowered(text)
    seam = _seam(view)
    for anchor in anchors(low):
        own = own_name_before(text, anchor.start, is_told=anchor.is_told)
        if own and (address := canonical_address(own[1], anchor.domain)):
            yield address_hit(own[0], anchor.end, OWN_NAME, address)
            continue
        best: tuple[float, Name] | None = None
        for confidence, name in _candidates(text, low, anchor, seam):
            if best is None or confidence > best[0]:
                best = confidence, name
        if best is None or best[0] < 0.3:
            continue
        confidence, name = best
        figures = _FIGURES.fullmatch(low, name.end, max(name.end, anchor.start))
        value = canonical_address(name.text + (figures[1] if figures else ""), anchor.domain)
        if value is None:
            continue
        start, end = min(name.start, anchor.start), max(name.end, anchor.end)
        yield address_hit(start, end, round(confidence, 2), value)


def address_hit(start: int, end: int, confidence: float, value: str | None) -> Hit:
    """A mail address that was found in the range; no value where it cannot be told."""
    return Hit(
        category="contact.email",
        start=start,
        end=end,
        confidence=confidence,
        type="email",
        value=value,
    )


def _seam(view: View) -> int | None:
    """Where the judged message begins in a view of several; None in a view of one."""
    if len(view.source.messages) < 2:
        return None
    start, _ = view.from_source(view.source.offsets[-1], len(view.source.text))
    return start


def _candidates(
    text: str, low: str, anchor: Anchor, seam: int | None
) -> Iterator[tuple[float, Name]]:
    """The names that may belong to the house, each with how likely it does."""
    if seam is None:
        for name in names_in(text, low, max(0, anchor.start - BEFORE), anchor.start):
            yield _beside(low, anchor, name, low[name.end : anchor.start]), name
        has_name = _ENDS_WITH_NAME.search(low, max(0, anchor.start - BEFORE), anchor.start)
        is_whole = _GLUED_NAME.search(low, max(0, anchor.start - 4), anchor.start) is not None
        for name in () if is_whole else names_in(text, low, anchor.end, anchor.end + AFTER):
            between = low[anchor.end : name.start]
            # "We go live on Friday, jo_dev checks": no house but a word of talk.
            is_house = anchor.is_sure or anchor.is_told or anchor.is_marked
            if (is_house or between.strip() in _LEADS) and (name.is_technical or not has_name):
                yield _beside(low, anchor, name, between) - 0.05, name
    elif anchor.start >= seam:
        for name in names_in(text, low, max(0, seam - ROOM), seam):
            yield _in_room(low, anchor, name, seam), name
    else:
        for name in names_in(text, low, seam, len(text)):
            yield _in_room(low, anchor, name, seam) - 0.1, name


def _beside(low: str, anchor: Anchor, name: Name, between: str) -> float:
    """How likely name and house of one message belong together, given what lies between."""
    if _ADDRESS_BETWEEN.search(between) or _is_said_in_full(between):
        return 0.0
    around = low[max(0, min(name.start, anchor.start) - 25) : max(name.end, anchor.end) + 45]
    has_sign = anchor.is_marked or _SIGN.any_in(around)
    if not anchor.is_mail:
        is_called = name.is_technical or name.is_quoted or name.text in ROLES
        is_near = len(between) < 60
        return 0.7 if is_called and is_near and says_sign(around) else 0.0
    is_close = len(between) <= CLOSE
    if anchor.is_sure and between == " " and len(name.text) > LONG and _is_all(low, name, anchor):
        return 0.6  # "bramblecopperkilns yahoo", and nothing else
    likelihood = _of_shape(anchor, name, between, is_likely=has_sign or is_close)
    if not likelihood:
        return 0.0
    likelihood += 0.15 * has_sign + 0.1 * is_close + 0.1 * anchor.is_told
    if name.is_technical:
        likelihood += 0.1 * HANDOVER.any_in(around)
    if _SENTENCE_END.search(between):
        likelihood -= 0.15
    return min(likelihood, 0.9) - len(between) / 1000


def _is_all(low: str, name: Name, anchor: Anchor) -> bool:
    """Whether the text says nothing but the name and the house."""
    return not low[: name.start].strip() and not any(map(str.isalnum, low[anchor.end :]))


def _of_shape(anchor: Anchor, name: Name, between: str, *, is_likely: bool) -> float:
    """What the look of the name alone says; 0.0 for a word that may be any."""
    is_close = len(between) <= CLOSE
    if name.text.isdecimal() and not anchor.is_told:
        return 0.0
    if name.is_technical:
        is_near = len(_LETTERS.findall(between)) <= NEAR_WORDS
        return (0.45 if anchor.is_sure else 0.25) + 0.15 * is_near - 0.25 * name.is_thing
    if name.is_joined:
        return 0.6 if anchor.is_sure else 0.4
    if (name.is_quoted or name.is_foreign) and is_likely:
        return 0.45 if anchor.is_sure else 0.2
    is_used = between.strip() in _OF_USE  # "not working as expected in outlook"
    if name.is_called and not is_used and (is_close or "host" in between or "server" in between):
        return 0.35 + 0.05 * anchor.is_host
    is_long = len(name.text) >= LONG
    return 0.4 if anchor.is_told and is_long and _ONE_WORD.fullmatch(between) else 0.0


def _is_said_in_full(between: str) -> bool:
    """Whether name and house stand about "@" or a word for it, as in any address that is said.

    The view that reads those words has the address whole, with all that belongs to its name.
    """
    words = _LETTERS.findall(between)
    if not words:
        return "@" in between or "＠" in between
    is_said = words[-1] in _AT_WORDS or " ".join(words[-2:]) in _AT_WORDS
    if not is_said and _SIGN_LAST.search(between) is None:
        return False
    return len(words) < 2 or not (words[-2] in _BEFORE_AT or has_note(between, 0, len(between)))


def _in_room(low: str, anchor: Anchor, name: Name, seam: int) -> float:
    """How likely the name of one message and the house of another make an address."""
    has_sign = anchor.is_marked or _SIGN.any_in(low, max(0, seam - ROOM))
    if not anchor.is_mail:
        is_called = name.is_quoted or name.is_technical
        return 0.6 if is_called and anchor.start < seam and SURE_SIGN.any_in(low, seam) else 0.0
    is_short = len(low) - seam <= SHORT
    if name.is_technical:
        likelihood = 0.5 - 0.25 * name.is_thing
    elif (name.is_alone or name.is_called) and (has_sign or is_short):
        likelihood = 0.4
    else:
        return 0.0
    likelihood += 0.2 * has_sign + 0.1 * (is_short + anchor.is_told) - 0.2 * (not anchor.is_sure)
    return likelihood - abs(anchor.start - name.end) / 5000
