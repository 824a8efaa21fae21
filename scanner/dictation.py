"""What was dictated, written down and read by the detectors, once it is likely to be a detail.

The scribe knows which words write something and which do not, and nothing of what an address or a
number is; the detectors know that, and nothing of how it was told. So what the scribe has written
is one more view of the text, and every detector reads it as any other. What they find there has a
place and a value, and the message is judged again with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from models.dictation import APART, Dictation, Writing, tokens
from models.scribe_search import Form
from models.scripts import lowered
from scanner.detectors.domains import MAIL_DOMAINS
from scanner.detectors.entity_finder import GIVEN, likely_part
from scanner.detectors.hit import Detector, Hit
from scanner.message import Message
from scanner.score import GUESSED
from scanner.verdict import Category, EntityType
from scanner.views import Views
from scanner.views.meanings import meanings_of
from scanner.views.view import Edit, View, rewrite

ID = "scribe"
DISGUISE = "told in words"
CONFIDENCE = 0.45  # at most, of what a detector has read
UNREAD = GUESSED  # of a name that nothing says more of than how it is written
LIKELY = 0.6  # probability of a writing from which it is read
FORCED = 0.1  # the same, where a form asked for it; measured on dev
SHORTEST = 4  # signs of a writing
TOKENS_MOST = 200  # read of one text
AROUND = 500  # characters on both sides of what was written, for the detectors to see
ROOM_LENGTH = 800  # characters of a talk, its last ones

_LOCAL = r"[a-z0-9_+-]{1,40}(?:\.[a-z0-9_+-]{1,40}){0,6}"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?-?"
_ADDRESS = re.compile(rf"{_LOCAL}@[a-z0-9-]+(?:\.[a-z0-9-]+)*")
# What some kinds look like, and what may still become one.
FORMS: dict[EntityType, Form] = {
    "email": Form(
        re.compile(rf"{_LOCAL}(?:\.|@(?:{_LABEL}\.)*(?:{_LABEL})?)?"),
        re.compile(rf"{_LOCAL}@(?:{_LABEL}\.)+[a-z]{{2,12}}"),
    ),
    "phone": Form(re.compile(r"\+?\d{0,15}"), re.compile(r"\+?\d{7,15}")),
    "url": Form(
        re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[\w./+#=?&%@-]*)?"),
        re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}/[\w./+#=?&%@-]+"),
    ),
}
# And of others, which nothing but the talk around tells from words.
_NAMES: dict[EntityType, re.Pattern[str]] = {
    "handle": re.compile(r"@?(?P<name>(?=[\w.:-]*[a-z])[\w.:-]{3,40})"),
    "payment_account": re.compile(r"@?(?P<name>[\w.:$+-][\w.@:$+-]{3,63})"),
}
_CATEGORY: dict[EntityType, Category] = {kind: category for category, kind in GIVEN.values()}


class Scribe(Protocol):
    """The learned part, as the models room offers it."""

    def write(
        self, dictation: Dictation, forms: Sequence[Form] = (), *, apart: int = APART
    ) -> tuple[list[Writing], list[Writing | None]]:
        """What is dictated in the text, in its order; and the likeliest writing of each form."""


@dataclass(frozen=True, slots=True)
class Secretary:
    """Has the scribe write down what is dictated, and the detectors read it."""

    scribe: Scribe
    detectors: Sequence[Detector]

    def find(
        self, views: Views, message: Message, kinds: Sequence[EntityType], known: Collection[Hit]
    ) -> list[tuple[View, Hit]]:
        """Details of the ``kinds`` in what was written down of the message.

        Where there are none, in the sender's last messages, as parts of one detail that go
        together. ``kinds`` are those of the details that are likely; one of which any value is
        ``known`` is left alone.
        """
        kinds = [kind for kind in kinds if not any(it.type == kind and it.value for it in known)]
        told = (views.folded, views.together) if kinds else ()
        found = (list(self._found(view, message, kinds)) for view in told if view)
        return next(filter(None, found), [])

    def _found(
        self, view: View, message: Message, kinds: Sequence[EntityType]
    ) -> Iterator[tuple[View, Hit]]:
        """1. What the scribe writes of its own accord. 2. What it writes when held to the form of a
        kind, where nothing of that kind was found. 3. Names that no detector knows for names.
        """
        free, held = self._written(view, kinds)
        # 1. of its own accord
        found = [it for it in self._read(view, message, free) if it[1].type in kinds]
        # 2. held to a form
        given = {hit.type for _, hit in found}
        for kind, writing in held.items():
            if kind not in given:
                read = self._read(view, message, [writing])
                found += (it for it in read if it[1].type == kind)
        yield from found
        # 3. names
        if not any(hit.type in _NAMES for _, hit in found):
            yield from _named(view, free, kinds)

    def _written(
        self, view: View, kinds: Sequence[EntityType]
    ) -> tuple[list[Writing], dict[EntityType, Writing]]:
        """What the scribe writes, placed in the view; and the same of each kind that has a form."""
        is_room = _is_room(view)
        begin, end = _last_part(view.text) if is_room else likely_part(view.text)
        part = view.text[begin:end]
        said = tuple(tokens(part))[:TOKENS_MOST]
        meant = meanings_of([token.word for token in said])
        formed = [kind for kind in kinds if kind in FORMS]
        forms = [FORMS[kind] for kind in formed]
        dictation = Dictation(part, said, meant, tuple(kinds))
        apart = TOKENS_MOST if is_room else APART
        free, held = self.scribe.write(dictation, forms, apart=apart)
        likely = [it for it in free if it.probability >= LIKELY]
        if is_room and len(likely) > 1:
            likely = [_together(likely)]
        return list(_new(filter(_is_whole, likely), part, begin)), {
            kind: writing
            for kind, one in zip(formed, held, strict=True)
            if one is not None and one.probability >= FORCED
            for writing in _new([one], part, begin)
        }

    def _read(
        self, view: View, message: Message, writings: Sequence[Writing]
    ) -> Iterator[tuple[View, Hit]]:
        """What the detectors find in the writings."""
        if not writings:
            return
        edits = list(_edits(view.text, writings))
        read = rewrite(view, edits, disguise=DISGUISE)
        places = list(_places(edits))
        for detector in self.detectors:
            for hit in detector.find(read, message):
                is_written = any(hit.start < end and start < hit.end for start, end in places)
                if hit.value and is_written and _counts(read, hit):
                    yield read, replace(hit, confidence=min(hit.confidence, CONFIDENCE))


def _is_room(view: View) -> bool:
    return len(view.source.messages) > 1


def _counts(view: View, hit: Hit) -> bool:
    """Whether it is of the judged message, and of another one where several are read."""
    messages = {span.message for span in view.spans(hit.start, hit.end)}
    return 0 in messages and (len(messages) > 1 or not _is_room(view))


def _is_whole(writing: Writing) -> bool:
    """Whether it is no address with a part left out."""
    return "@" not in writing.text.lstrip("@") or bool(_ADDRESS.fullmatch(writing.text))


def _last_part(text: str) -> tuple[int, int]:
    """The half-open range of the last messages, where the judged one ends."""
    return max(0, len(text) - ROOM_LENGTH), len(text)


def _together(writings: Sequence[Writing]) -> Writing:
    """The parts of one, in their order."""
    return Writing(
        writings[0].start,
        writings[-1].end,
        "".join(writing.text for writing in writings),
        min(writing.probability for writing in writings),
    )


def _new(writings: Iterable[Writing], part: str, begin: int) -> Iterator[Writing]:
    """Those that are long enough and say anything new of the part, which begins there."""
    for it in writings:
        if len(it.text) >= SHORTEST and it.text != lowered(part[it.start : it.end]):
            yield it._replace(start=begin + it.start, end=begin + it.end)


def _edits(text: str, writings: Sequence[Writing]) -> Iterator[Edit]:
    """Puts the writings in their places, and leaves out what stands far from them."""
    first = max(0, writings[0].start - AROUND)
    last = min(len(text), writings[-1].end + AROUND)
    yield Edit(0, first, "")
    yield from (_edit(text, writing) for writing in writings)
    yield Edit(last, len(text), "")


def _edit(text: str, writing: Writing) -> Edit:
    """Puts the writing in its place, with blanks where it would run into the words beside it."""
    before = text[max(0, writing.start - 1) : writing.start]
    after = text[writing.end : writing.end + 1]
    front, back = " " if before.isalnum() else "", " " if after.isalnum() else ""
    return Edit(writing.start, writing.end, f"{front}{writing.text}{back}")


def _places(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Where what the edits have put stands in the text that they make."""
    moved = 0
    for edit in edits:
        start = edit.start + moved
        yield start, start + len(edit.text)
        moved += len(edit.text) - (edit.end - edit.start)


def _named(
    view: View, writings: Sequence[Writing], kinds: Sequence[EntityType]
) -> Iterator[tuple[View, Hit]]:
    """The surest writing, where a name or an account is likely and it may be one."""
    surest = sorted(writings, key=lambda writing: -writing.probability)
    for kind, form in _NAMES.items():
        for writing in surest if kind in kinds else ():
            match = form.fullmatch(writing.text.strip(".:-"))
            if match is None or match["name"].lower() in MAIL_DOMAINS:
                continue
            edits = list(_edits(view.text, [writing]))
            read = rewrite(view, edits, disguise=DISGUISE)
            _, (start, end), _ = _places(edits)
            hit = Hit(
                category=_CATEGORY[kind],
                start=start,
                end=end,
                confidence=UNREAD,
                type=kind,
                value=match["name"],
            )
            if _counts(read, hit):
                yield read, hit
                return
