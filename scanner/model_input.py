"""What the learned models get to read of a message, when they learn as when they serve."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, takewhile

from models.reading import Reading, Sign
from scanner.concepts import Lexicon
from scanner.detectors.links.sites import signs_in
from scanner.message import Earlier, Message
from scanner.rulebook import Rulebook
from scanner.verdict import CATEGORIES, Category, Excuse, Finding, Span
from scanner.views.letters.fold import fold
from scanner.views.view import Source, View, plain

BEFORE_MAX_LENGTH = 300  # characters of what was said before, its end; an answer needs no more
LATELY = 4  # messages of both sides that one may answer
SHORT, LONG = 40, 120  # characters: up to the one a message is an answer, from the other a letter
MASKED_FROM = 0.3  # confidence; what is less likely a detail may as well be ordinary words
CONFIDENCES = ((0.3, "low"), (0.6, "middle"), (0.85, "high"))

FIGURES = ((1, "none"), (4, "few"), (7, "some"), (10, "a short number"), (16, "a long number"))

FEW_WORDS = 2  # beside the details of a message that is nothing else
_FRAMES = re.compile(r"</?\w{1,10}>|[<>\"'`“”„«»「」\[\](){}*_~|]")
_WORDS = re.compile(r"(?<![</\w])[^\W\ue000-\uf8ff]+")

# What looks like the name of an account, or of a site, whoever found nothing in it.
_SHAPELY = re.compile(r"[_\d]|\.[a-zA-Z]")
_SHAPES = re.compile(
    r"(?<![\w@./-])(?:"
    r"(?P<name>(?=[a-zA-Z]{0,31}[._\d]{0,31}[a-zA-Z]{0,31}[_\d])[a-zA-Z_][a-zA-Z\d_.]{3,30}(?<=[a-zA-Z\d_]))"
    r"|(?P<site>[a-zA-Z\d-]{2,40}+(?:\.[a-zA-Z\d-]{2,40}){0,2}\.[a-zA-Z]{2,20}(?:/[\w/.-]{0,60})?)"
    r")(?![\w@])"
)

# What in a message gives the answer to it another meaning.
_OPENS: frozenset[str] = frozenset(
    {
        "APP", "EMAIL", "PHONE", "NUMBER", "CALL", "CONTACT", "SOCIAL", "MEETING", "SEARCH",
        "OUTSIDE", "DIRECT", "PLATFORM", "PAY", "FEE", "CASH", "WALLET", "OFFER", "RULE",
    }
)  # fmt: skip
_ANSWERS: frozenset[str] = frozenset(
    {
        "YES", "NEG", "REFUSE", "SORRY", "HERE", "PLATFORM", "SAME", "SEARCH", "LATER", "RULE",
        "GIVE", "CONTRACT", "APP", "ESCROW", "ID", "NAME",
    }
)  # fmt: skip
_NOTHING = plain(Source(""))
_MASKS: dict[Category, str] = {c: chr(0xE000 + n) for n, c in enumerate(CATEGORIES)}


def folded_view(text: str) -> View:
    """The text as the models read it: folded, its case kept, with the way back to the raw text."""
    return fold(plain(Source(text))) if text else _NOTHING


class Reader:
    """Gets messages ready for the classifier: details masked, concepts and findings placed."""

    def __init__(self, lexicon: Lexicon, rulebook: Rulebook) -> None:
        self._lexicon = lexicon
        self._rulebook = rulebook

    def read(
        self,
        message: Message,
        view: View,
        findings: Sequence[Finding],
        excuses: Iterable[Excuse],
        disguises: Iterable[str] = (),
        heard: Iterable[str] = (),
    ) -> Reading:
        """The reading of a message; ``view`` is the one that shows its words.

        ``disguises`` are all that were lifted, whether or not a detail was under them. ``heard`` is
        what the other side's last turn was judged to do, or perhaps to do (ADR 65).

        1. Details become one sign each, so that nothing is learnt of whose they were. 2. Concepts
        of what is left. 3. Findings by category, source, disguise and excuse. 4. What sites
        tell, what was said before, and who speaks where.
        """
        # 1. details
        text = _masked(view, findings)
        # 2. concepts
        concepts = self._concepts(text)
        # 3. findings
        marks = tuple(_marks(view, findings, excuses))
        kinds = (Sign(_place(view, finding), finding.category) for finding in findings)
        told = tuple(sorted({*concepts, *kinds, *_shapes(text)}, key=_in_order))
        # 4. around
        last = folded_view(last_turn(message, of_sender=False))
        own = {sign.name for sign in self._concepts(folded_view(last_turn(message)).text)}
        opened = {sign.name for sign in self._concepts(last.text)} if last.text else set()
        asked = set(heard) | {
            name
            for hit in (self._rulebook.find(last, message) if last.text else ())
            for name in (hit.category, hit.source)
            if name
        }
        said = {sign.name for sign in concepts} | {finding.category for finding in findings}
        around = (
            *(f"role {role}" for role in (message.context.sender_role,) if role),
            f"surface {message.context.surface}",
            f"figures {_figures(text)}",
            *sorted({f"reads {disguise}" for disguise in disguises}),
            *sorted({f"site {sign}" for sign in signs_in(view.text)}),
            *sorted(f"before {name}" for name in opened | asked),
            *sorted(f"own {name}" for name in own),
            *_answers(opened & _OPENS | asked, said, len(view.text)),
        )
        details = (finding for finding in findings if finding.type is not None)
        heads = tuple(sorted({_place(view, finding) for finding in details}))
        before, own_words = (
            folded_view(_lately(message, of_sender=of_sender)).text for of_sender in (False, True)
        )
        return Reading(text, told, marks, before, around, heads, own_words)

    def _concepts(self, text: str) -> tuple[Sign, ...]:
        return tuple(Sign(concept.start, concept.name) for concept in self._lexicon.find(text))


def _masked(view: View, findings: Sequence[Finding]) -> str:
    """The text with each detail in place of which one sign of its category stands; as long.

    Around a detail with hardly a word beside it, quotes, brackets and tags tell nothing: "Jo <…>".
    """
    characters: list[str] | None = None
    for finding in findings:
        if finding.type is None or finding.confidence < MASKED_FROM:
            continue
        for span in finding.spans:
            if span.message != 0:
                continue
            start, end = view.from_source(span.start, span.end)
            if start < end:
                characters = characters or list(view.text)
                characters[start:end] = _MASKS[finding.category] + " " * (end - start - 1)
    if characters is None:
        return view.text
    masked = "".join(characters)
    is_bare = len(_WORDS.findall(masked)) <= FEW_WORDS
    # Tabs, since the blanks behind a sign belong to its detail.
    return _FRAMES.sub(lambda frame: "\t" * len(frame[0]), masked) if is_bare else masked


def _shapes(text: str) -> Iterator[Sign]:
    """Where the masked text has words that look like names of accounts, or like sites."""
    for match in _SHAPES.finditer(text) if _SHAPELY.search(text) else ():
        yield Sign(match.start(), f"like a {match.lastgroup}")


def _figures(text: str) -> str:
    """How many figures are left in the masked text; enough for a number that nobody could read?"""
    count = sum(map(str.isdecimal, text))
    return next((name for below, name in FIGURES if count < below), "many")


def _marks(view: View, findings: Sequence[Finding], excuses: Iterable[Excuse]) -> Iterator[Sign]:
    """What was found: its kind, how sure, by whom, how it was hidden, and what speaks for it."""
    excused: dict[Finding, list[Excuse]] = {}
    for excuse in excuses:
        excused.setdefault(excuse.finding, []).append(excuse)
    for finding in findings:
        place = _place(view, finding)
        for name in _names(finding, excused.get(finding, ())):
            yield Sign(place, name)


def _names(finding: Finding, excuses: Iterable[Excuse]) -> Iterator[str]:
    category = finding.category
    weight = finding.confidence
    for excuse in excuses:
        weight *= excuse.weight
        yield f"{category} excused {excuse.reason}"
    yield category
    yield f"{category} {next((name for below, name in CONFIDENCES if weight < below), 'sure')}"
    yield source_mark(finding)
    if len({span.message for span in finding.spans}) > 1:
        yield f"{category} over messages"
    if finding.type is not None:
        for disguise in finding.read_as or ("plain",):
            yield f"{category} as {disguise}"


def source_mark(finding: Finding) -> str:
    """The name under which the models know who found what."""
    return f"{finding.category} by {finding.source}"


def _place(view: View, finding: Finding) -> int:
    """Where the finding begins in the judged message's view; 0 when it has no part there."""
    starts = [span.start for span in finding.spans if span.message == 0]
    return view.from_source(starts[0], starts[0] + 1)[0] if starts else 0


def _in_order(sign: Sign) -> tuple[int, str]:
    return sign.place, sign.name


def last_turn(message: Message, *, of_sender: bool = True) -> str:
    """The end of what the sender, or the other side, said last, in one message or in several."""
    if not message.history:
        return ""
    until_there = dropwhile(
        lambda earlier: not _is_of(message, earlier, of_sender=of_sender), reversed(message.history)
    )
    turn = takewhile(lambda earlier: _is_of(message, earlier, of_sender=of_sender), until_there)
    return _end_of(reversed(list(turn)))


def _lately(message: Message, *, of_sender: bool) -> str:
    """The end of what the sender, or the other side, said in the last messages of both."""
    last = message.history[-LATELY:]
    return _end_of(earlier for earlier in last if _is_of(message, earlier, of_sender=of_sender))


def _is_of(message: Message, earlier: Earlier, *, of_sender: bool) -> bool:
    """Whether the sender, or the other side, said it; the other where nobody said who speaks."""
    sender = message.context.sender_role
    return (sender is not None and earlier.sender_role == sender) == of_sender


def _end_of(said: Iterable[Earlier]) -> str:
    return "\n".join(earlier.text for earlier in said)[-BEFORE_MAX_LENGTH:]


def _answers(opened: Iterable[str], said: Iterable[str], length: int) -> Iterator[str]:
    """Pairs of what was said before and what is said now: an offer and a yes, a number and a no."""
    size = "short" if length < SHORT else "long" if length > LONG else "middle"
    answers = sorted(name for name in said if name in _ANSWERS or "." in name)
    for name in sorted(opened):
        yield f"to {name} {size}"
        for answer in answers:
            yield f"to {name} says {answer}"


def span_of(view: View, text: str, place: tuple[int, int] | None) -> Span | None:
    """Where in the raw message a place of the reading stands. A detail is one sign and blanks."""
    if place is None:
        return None
    start, end = place
    blanks = len(text[end:]) - len(text[end:].lstrip(" "))
    is_detail = "\ue000" <= text[end - 1] <= "\uf8ff"
    low, high = view.to_source(start, end + blanks if is_detail else end)
    written = view.source.text[low:high]
    return Span(0, low, low + len(written.rstrip()))
