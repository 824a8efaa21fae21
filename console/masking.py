"""Contact details are covered until somebody asks to see them. Pure.

A covered text is as long as before, so that every position in it still holds; spaces and signs
stay, so that one sees how a detail was written without seeing it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from scanner import views
from scanner.detectors import DETECTORS
from scanner.message import Message
from scanner.verdict import EntityType, Finding, Verdict

COVER = "•"
KEPT_MAX = 5_000  # texts that were read for details; positions alone, no words
SHOWN_DIGITS = 4  # of a phone number or an account, as receipts show them
SHORT = 8  # characters; of less, the last four would say too much

Range = tuple[int, int]


def cover(text: str, ranges: Iterable[Range]) -> str:
    """The text with all letters and digits of the ranges covered; as long as it was.

    Of what is written in signs, as Morse code is, the signs are covered as well.
    """
    characters: list[str] | None = None
    for low, high in ranges:
        start, end = max(0, low), min(high, len(text))
        characters = characters or list(text)
        spoken = sum(map(str.isalnum, text[start:end]))
        in_signs = 2 * spoken < end - start - sum(map(str.isspace, text[start:end]))
        for place in range(start, end):
            sign = text[place]
            if sign.isalnum() or not (sign.isspace() or (sign.isascii() and not in_signs)):
                characters[place] = COVER
    return text if characters is None else "".join(characters)


def cover_value(value: str, type: EntityType | None) -> str:
    """A canonical value of which as much is left as tells it from the next one in the room."""
    gap = COVER * 3
    match type:
        case "email":
            name, _, domain = value.partition("@")
            return f"{name[:1]}{gap}@{domain[:1]}{gap}"
        case "phone" | "payment_account" if len(value) >= SHORT:
            lead = value[:2] if value.startswith("+") else ""
            return f"{lead}{gap} {gap} {value[-SHOWN_DIGITS:]}"
        case "handle":
            return f"{value[:1]}{gap}"
        case "url":
            host, slash, _ = value.partition("/")
            return f"{host}/{gap}" if slash else f"{host[:1]}{gap}"
    return gap


def details_of(findings: Iterable[Finding], number: int = 0) -> list[Range]:
    """Where the details of a verdict stand in one message of the room, excused ones too."""
    return [
        (span.start, span.end)
        for finding in findings
        if finding.type is not None
        for span in finding.spans
        if span.message == number
    ]


def details_in(text: str) -> list[Range]:
    """Where anything that looks like a detail stands in a text that has no verdict of its own.

    The engine's finders, under every disguise; what breaks them is covered as a whole.
    """
    message = Message(text=text)
    try:
        return [
            (span.start, span.end)
            for view in views.read(message).readings
            for detector in DETECTORS
            for hit in detector.find(view, message)
            if hit.type is not None
            for span in view.spans(hit.start, hit.end)
        ]
    except Exception:  # noqa: BLE001 – hostile text may break a finder; what is unread is not shown
        return [(0, len(text))]


@dataclass(slots=True)
class Covered:
    """Texts with their details covered, each read once. Thread-safe."""

    find: Callable[[str], Sequence[Range]] = details_in
    _kept: OrderedDict[int, Sequence[Range]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, message: Message, verdict: Verdict | None) -> Message:
        """The message, and what was said before it, with details covered."""
        findings = verdict.findings if verdict else ()
        history = tuple(
            replace(
                earlier,
                text=cover(
                    earlier.text,
                    [
                        *self._ranges(earlier.text),
                        *details_of(findings, place - len(message.history)),
                    ],
                ),
            )
            for place, earlier in enumerate(message.history)
        )
        own = details_of(findings) if verdict else self._ranges(message.text)
        return replace(message, text=cover(message.text, own), history=history)

    def teller(self, *, is_shown: bool) -> Callable[[str], str]:
        """How any other text, a note or an appeal, is told: with details covered unless shown."""
        return str if is_shown else self._told

    def _told(self, text: str) -> str:
        return cover(text, self._ranges(text))

    def _ranges(self, text: str) -> Sequence[Range]:
        key = hash(text)  # 64 bits, keyed anew in each process: nobody can make two meet
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self.find(text)
        with self._lock:
            self._kept[key] = found
            if len(self._kept) > KEPT_MAX:
                self._kept.popitem(last=False)
        return found
