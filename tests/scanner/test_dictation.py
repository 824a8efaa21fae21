"""What was dictated is written down, and read by the detectors where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from models.dictation import APART, Dictation, Writing, tokens
from models.scribe_search import Form
from scanner.detectors import DETECTORS
from scanner.detectors.hit import Hit
from scanner.dictation import CONFIDENCE, DISGUISE, ID, LIKELY, UNREAD, Secretary
from scanner.message import Context, Earlier, Message
from scanner.road import Scanner
from scanner.score import score
from scanner.verdict import CATEGORIES, Finding, Span
from scanner.views import begin, read
from scanner.views.meanings import meanings_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dapur titik sum", ["", ".", ""]),
        ("jo at the rate zeder", ["", "@", "~@", "~@", ""]),
        ("twenty one", ["number 21", "~number 21"]),
        ("siete, double 7", ["number 7", "", "twice", ""]),
        ("สองห้า", ["number 2", "~number 2", "~number 2", "number 5"]),
        ("공일", ["number 0", "number 1"]),
        ("gee mail", ["house gmail", "~house gmail"]),
        ("", []),
    ],
)
def test_words_of_many_languages_have_meanings(text: str, expected: list[str]) -> None:
    assert list(meanings_of([token.word for token in tokens(text)])) == expected


@dataclass(frozen=True)
class Writer:
    """A scribe that writes ``written`` for what stands between guillemets."""

    written: str
    probability: float = 1.0

    def write(
        self, dictation: Dictation, forms: Sequence[Form] = (), *, apart: int = APART
    ) -> tuple[list[Writing], list[Writing | None]]:
        start, end = dictation.text.index("«"), dictation.text.index("»") + 1
        return [Writing(start, end, self.written, self.probability)], [None] * len(forms)


def found(writer: Writer, text: str, known: Sequence[Hit] = ()) -> list[tuple[str, str | None]]:
    """The raw text and the value of each hit."""
    message = Message(text=text)
    hits = Secretary(writer, DETECTORS).find(begin(message), message, ("email",), known)
    for seen, hit in hits:
        assert hit.confidence <= CONFIDENCE
        assert seen.read_as(hit.start, hit.end) == (DISGUISE,)
    return [
        (text[span.start : span.end], hit.value)
        for seen, hit in hits
        for span in seen.spans(hit.start, hit.end)
    ]


def test_detectors_read_what_was_written_and_say_where_it_stands() -> None:
    text = "x@y.com is not mine. It is «jo, then web, that house of de», ok?"
    assert found(Writer("jo@web.de"), text) == [("«jo, then web, that house of de»", "jo@web.de")]


@dataclass(frozen=True)
class Typist:
    """A scribe that writes down each word in quotes."""

    def write(
        self, dictation: Dictation, forms: Sequence[Form] = (), *, apart: int = APART
    ) -> tuple[list[Writing], list[Writing | None]]:
        quoted = re.finditer(r'"([^"]+)"', dictation.text)
        free = [Writing(*match.span(), match[1], 1.0) for match in quoted]
        return free, [None] * len(forms)


def test_the_parts_of_several_messages_go_together() -> None:
    history = (
        Earlier(text='it is "jo@"', sender_role="client"),
        Earlier(text="what?", sender_role="freelancer"),
    )
    context = Context(sender_role="client")
    message = Message(text='and "web.de" ok', context=context, history=history)
    [(seen, hit)] = Secretary(Typist(), DETECTORS).find(read(message), message, ("email",), ())
    assert hit.value == "jo@web.de"
    assert [(it.message, it.start, it.end) for it in seen.spans(hit.start, hit.end)] == [
        (-2, 6, 11),
        (0, 0, 12),
    ]


def test_a_name_that_no_detector_knows_is_shown_where_one_is_likely() -> None:
    text = 'the square photo place, "garn.gro"'
    message = Message(text=text)
    [(seen, hit)] = Secretary(Typist(), ()).find(begin(message), message, ("handle",), ())
    [span] = seen.spans(hit.start, hit.end)
    assert (hit.value, text[span.start : span.end]) == ("garn.gro", '"garn.gro"')
    assert Secretary(Typist(), ()).find(begin(message), message, ("phone",), ()) == []


def test_it_does_not_run_into_the_words_beside_it() -> None:
    assert found(Writer("jo@web.de"), "it's«jo web»thanks") == [("«jo web»", "jo@web.de")]


def test_what_is_known_or_unlikely_or_no_detail_is_left_out() -> None:
    text = "it is «jo web»"
    known = Hit(
        category="contact.email", start=0, end=2, confidence=0.3, type="email", value="x@web.de"
    )
    assert found(Writer("jo@web.de"), text, [known]) == []
    assert found(Writer("jo@web.de", LIKELY / 2), text) == []
    assert found(Writer("jo at"), text) == []
    assert found(Writer("jo.@web.de"), text) == []
    assert found(Writer("+4915112345678"), text) == []  # only an email is likely


def test_an_account_is_one_though_it_looks_like_an_address() -> None:
    text = 'my paypal is "jo@web.de"'
    message = Message(text=text)
    hits = Secretary(Typist(), DETECTORS).find(begin(message), message, ("payment_account",), ())
    assert [(hit.category, hit.value) for _, hit in hits] == [("payment.account", "jo@web.de")]


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        (
            "call me: 447 pcs; walls 911 pcs; candy 0; gum drops 362 pcs; snow 85, British number",
            "+447911036285",
            "447 pcs; walls 911 pcs; candy 0; gum drops 362 pcs; snow 85",
        ),
        (
            "the app with the square pics, I'm gecko dot granny there. dm me the draft",
            "gecko.granny",
            "gecko dot granny",
        ),
    ],
)
def test_the_verdict_shows_what_was_dictated_and_where(
    scanner: Scanner, text: str, value: str, raw: str
) -> None:
    verdict = scanner.scan(Message(text=text, context=Context(sender_role="freelancer")))
    assert verdict.decision == "hold"
    assert not verdict.failures
    [shown] = (it for it in verdict.findings if it.value == value)
    assert shown.source == ID
    assert shown.read_as == (DISGUISE,)
    assert [text[it.start : it.end] for it in shown.spans] == [raw]


def test_a_name_that_is_only_guessed_explains_nothing() -> None:
    guessed = Finding(
        category="contact.handle",
        source=ID,
        spans=(Span(0, 0, 3),),
        confidence=UNREAD,
        type="handle",
        value="garn",
    )
    judged = dict.fromkeys(CATEGORIES, 0.01) | {"contact.email": 0.65, "contact.handle": 0.45}
    assert score([guessed], (), judged)["contact.email"] == pytest.approx(0.65)
