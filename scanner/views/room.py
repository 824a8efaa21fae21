"""Split over messages: what one side said in its last messages, read as one text."""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

from scanner.message import Message
from scanner.views.view import SEPARATOR, Change, Edit, Source, View, rewrite

DISGUISE = "split over messages"
ROOM_MAX_MESSAGES = 8  # of the same side; nobody spells an address in more
ROOM_MAX_LENGTH = 3_000  # code points of all together; a detail in parts comes in short messages
NUMBER_LENGTHS = range(8, 14)  # digits of a telephone number in parts, with or without prefix


def last_words(message: Message) -> View | None:
    """The sender's last messages and the judged one as one text; None where there are none.

    Messages of the other side in between are left out. Where messages meet counts as a change, so
    that what is found across them says so.
    """
    role = message.context.sender_role
    if role is None or len(message.text) > ROOM_MAX_LENGTH:
        return None
    parts, length = [(0, message.text)], len(message.text)
    for steps_back, earlier in enumerate(reversed(message.history), 1):
        if earlier.sender_role != role:
            continue
        length += len(earlier.text) + len(SEPARATOR)
        if length > ROOM_MAX_LENGTH or len(parts) > ROOM_MAX_MESSAGES:
            break
        parts.append((-steps_back, earlier.text))
    if len(parts) == 1:
        return None
    source = Source.join(parts[::-1])
    seams = array("i", source.offsets[1:])
    change = Change(DISGUISE, array("i", (seam - len(SEPARATOR) for seam in seams)), seams)
    return View(source, source.text, changes=(change,))


_FIGURES = re.compile(r"(?<![\w.,:/@#$€£₹%-])\+?\d{1,9}(?:[ .\-/]\d{1,5})*(?![\w%€$£₹°@]|[.,:]\d)")
_UNIT = re.compile(
    r"\s?(?:%|€|\$|£|₹|°|usd|eur|euros?|dollars?|pln|zł|руб|грн|days?|hours?|hrs?|h|min|mins|minutes?"
    r"|weeks?|months?|years?|pages?|words?|files?|px|pm|am|k|km|m|m²|x|am|tage|stunden|uhr|jours?"
    r"|días?|horas?|dias|giorni|ore|дн|час|gün|hari|ngày|天|日|小时)(?!\w)",
    re.IGNORECASE,
)


def gather_figures(view: View) -> View:
    """The view with the figures of its messages moved together, where they make a number.

    Each message may give one group of figures, the judged one gives the last; groups that count
    something (money, days, pages) are left where they are.
    """
    groups = [
        match for match in _FIGURES.finditer(view.text) if not _UNIT.match(view.text, match.end())
    ]
    by_message: dict[int, list[re.Match[str]]] = {}
    for match in groups:
        by_message.setdefault(view.spans(*match.span())[0].message, []).append(match)
    if 0 not in by_message or len(by_message) < 2:
        return view
    if any(len(matches) > 1 for matches in by_message.values()):
        return view
    chosen = [matches[0] for _, matches in sorted(by_message.items())]
    while chosen and _digits(chosen) > NUMBER_LENGTHS[-1]:
        del chosen[0]
    if len(chosen) < 2 or _digits(chosen) not in NUMBER_LENGTHS:
        return view
    edits = [
        Edit(left.end(), right.start(), "")
        for left, right in pairwise(chosen)
        if left.end() < right.start()
    ]
    return rewrite(view, edits, disguise=DISGUISE)


def _digits(matches: list[re.Match[str]]) -> int:
    return sum(sign.isdigit() for match in matches for sign in match[0])
