"""The whole road, through its front door: real rules, real models, hostile texts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import models
from models import ModelError
from scanner import Context, Earlier, Message, Verdict, views
from scanner.detectors.hit import Hit
from scanner.policy import Policy
from scanner.road import INSTALLATION, Scanner
from scanner.rulebook import Rulebook
from scanner.verdict import CATEGORIES, Failure
from scanner.views.view import View

INNOCENT = (
    "Thanks, the second draft reads much better than the first.",
    "I can't share my number before a contract, let's keep it on the platform.",
    "The staging build throws a 500 on /orders/4411, see the log from 09:12:44.",
    "Le PDF fait 14 pages, livraison vendredi, 350 € par étape comme convenu.",
    "Версия 2.0.14 готова, посмотрите третий раздел.",
    "Could you build a WhatsApp bot that answers questions about our opening hours?",
)
HOSTILE = {
    "nothing": "",
    "a lone surrogate": "my mail \ud83d is here",
    "nulls": "\0" * 500 + "call me" + "\0",
    "right-to-left override": "\u202egro.elpmaxe@nhoj\u202c",
    "combining marks": "a" + "\u0301" * 20_000,
    "digits": "7" * 20_000,
    "spaced digits": "7 " * 10_000,
    "dotted letters": "a." * 10_000,
    "parentheses": "(" * 20_000,
    "at signs": "@a" * 10_000,
    "number words": "seven " * 3_333,
    "addresses": "jo@example.org\n" * 1_333,
    "one-letter words": "a b c d " * 2_500,
}


class Broken:
    """A detector that breaks on every text."""

    id = "broken"

    def find(self, view: View, message: Message) -> Iterable[Hit]:
        raise ZeroDivisionError(view.text)


class BrokenClassifier:
    labels = ("scam", "spam")

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        raise MemoryError


class TimeIsUp(Exception):
    """Stands for the time-out of a job queue, which is an ordinary exception."""


class Interrupted:
    id = "interrupted"

    def find(self, view: View, message: Message) -> Iterable[Hit]:
        raise TimeIsUp


def parts() -> dict[str, object]:
    return {
        "rulebook": Rulebook.load(INSTALLATION / "rules"),
        "policy": Policy.load(INSTALLATION / "rules" / "policy.toml"),
        "models": models.load(INSTALLATION / "models" / "artefacts"),
    }


def assert_spans_fit(message: Message, verdict: Verdict) -> None:
    texts = [*(earlier.text for earlier in message.history), message.text]
    for finding in verdict.findings:
        assert finding.spans
        for span in finding.spans:
            assert -len(message.history) <= span.message <= 0
            assert 0 <= span.start < span.end <= len(texts[span.message - 1])


@pytest.mark.parametrize("text", INNOCENT)
def test_honest_work_is_allowed(scanner: Scanner, text: str) -> None:
    verdict = scanner.scan(Message(text=text))
    assert verdict.decision == "allow", verdict.reasons


def test_an_email_address_is_held_before_a_contract_and_allowed_in_one(scanner: Scanner) -> None:
    text = "you can write me on clara.w@proton.me about the logo"
    before = scanner.scan(Message(text=text))
    assert before.decision == "hold"
    assert before.reasons[0].category == "contact.email"
    (finding,) = before.findings
    assert finding.value == "clara.w@proton.me"
    (span,) = finding.spans
    assert text[span.start : span.end] == "clara.w@proton.me"
    during = scanner.scan(Message(text=text, context=Context(contract="active")))
    assert during.decision == "allow"


def test_parts_over_several_messages_are_one_finding(scanner: Scanner) -> None:
    message = Message(
        text="5552671, evenings are best",
        history=(
            Earlier(text="my number is +1 415", sender_role="freelancer"),
            Earlier(text="go on", sender_role="client"),
        ),
        context=Context(sender_role="freelancer"),
    )
    verdict = scanner.scan(message)
    assert verdict.decision in ("flag", "hold")
    split = [f for f in verdict.findings if {s.message for s in f.spans} == {0, -2}]
    assert split, verdict.findings
    assert_spans_fit(message, verdict)


def test_a_verdict_says_what_would_have_changed_it(scanner: Scanner) -> None:
    verdict = scanner.scan(Message(text="write me: clara.w@proton.me"))
    assert any(
        other.category == "contact.email" and other.decision != "hold"
        for other in verdict.otherwise
    )


def test_every_category_has_a_score_between_zero_and_one(scanner: Scanner) -> None:
    verdict = scanner.scan(Message(text="hello"))
    assert set(verdict.scores) == set(CATEGORIES)
    assert all(0 <= score <= 1 for score in verdict.scores.values())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_judged_without_a_failure(scanner: Scanner, name: str) -> None:
    message = Message(text=HOSTILE[name], history=(Earlier(text=HOSTILE[name]),))
    verdict = scanner.scan(message)
    assert verdict.failures == ()
    assert_spans_fit(message, verdict)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(INNOCENT))
def test_any_text_gets_the_same_verdict_twice_with_spans_that_fit(text: str, before: str) -> None:
    message = Message(text=text, history=(Earlier(text=before, sender_role="client"),))
    verdict = _scanner().scan(message)
    assert verdict.failures == ()
    assert verdict == _scanner().scan(message)
    assert_spans_fit(message, verdict)


@pytest.mark.parametrize("before", INNOCENT)
def test_an_innocent_sentence_in_front_never_hides_a_violation(
    scanner: Scanner, before: str
) -> None:
    violation = "write me at clara.w@proton.me"
    assert scanner.scan(Message(text=f"{before} {violation}")).decision == "hold"


def test_many_messages_get_the_same_verdicts_as_one_by_one(scanner: Scanner) -> None:
    messages = [Message(text=text) for text in (*INNOCENT, *HOSTILE.values())]
    assert scanner.scan_many(messages) == [scanner.scan(message) for message in messages]


def test_no_messages_get_no_verdicts(scanner: Scanner) -> None:
    assert scanner.scan_many([]) == []


def test_what_the_other_side_said_in_several_messages_is_read_as_one(scanner: Scanner) -> None:
    said = (
        ("freelancer", "Done by Friday."),
        ("client", "Shall I pay you in cash?"),
        ("client", "Quicker."),
    )
    history = tuple(Earlier(text=text, sender_role=role) for role, text in said)
    answer = Message(text="Fine", history=history, context=Context(sender_role="freelancer"))
    (reading,) = scanner.readings([answer])
    assert reading is not None
    assert reading.before.split("\n") == ["Shall I pay you in cash?", "Quicker."]


def test_what_each_side_said_lately_is_read_apart(scanner: Scanner) -> None:
    said = (
        ("client", "Long ago."),
        ("freelancer", "By Friday."),
        ("client", "Cash?"),
        ("client", "Quicker."),
        ("freelancer", "Let me think."),
    )
    history = tuple(Earlier(text=text, sender_role=role) for role, text in said)
    answer = Message(text="Fine", history=history, context=Context(sender_role="freelancer"))
    (reading,) = scanner.readings([answer])
    assert reading is not None
    assert reading.before.split("\n") == ["Cash?", "Quicker."]
    assert reading.own.split("\n") == ["By Friday.", "Let me think."]


@pytest.mark.parametrize(
    ("offer", "decision"),
    [
        ("I could pay you by bank straight, without the site", "hold"),
        ("I could fund the milestone today", "allow"),
    ],
)
def test_yes_means_what_was_offered_before_the_price_was_asked(
    scanner: Scanner, offer: str, decision: str
) -> None:
    said = (("client", offer), ("freelancer", "Hm, and how much?"), ("client", "800, not 950"))
    history = tuple(Earlier(text=text, sender_role=role) for role, text in said)
    answer = Message(
        text="Fine, let's do that", history=history, context=Context(sender_role="freelancer")
    )
    assert scanner.scan(answer).decision == decision


def test_broken_detector_flags_rather_than_allows() -> None:
    scanner = Scanner(**parts(), detectors=(Broken(),))  # type: ignore[arg-type]
    verdict = scanner.scan(Message(text="hello"))
    assert verdict.decision == "flag"
    assert verdict.failures == (Failure("detect broken", "ZeroDivisionError"),)


def test_a_broken_reading_leaves_those_that_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "_readings", Broken().find)
    scanner = Scanner(**parts())  # type: ignore[arg-type]
    verdict = scanner.scan(Message(text="mail jane.roe@gmail.com when the draft is ready"))
    assert verdict.failures == (Failure("view", "ZeroDivisionError"),)
    assert verdict.decision == "hold"
    assert [finding.value for finding in verdict.findings] == ["jane.roe@gmail.com"]


def test_broken_classifier_flags_rather_than_allows() -> None:
    broken = parts()
    broken["models"] = replace(broken["models"], classifier=BrokenClassifier())  # type: ignore[type-var]
    scanner = Scanner(**broken)  # type: ignore[arg-type]
    first, second = scanner.scan_many([Message(text="hello"), Message(text="again")])
    assert first.decision == second.decision == "flag"
    assert first.failures == (Failure("classify", "MemoryError"),)


def test_an_interrupt_meant_for_the_caller_passes_through() -> None:
    scanner = Scanner(**parts(), detectors=(Interrupted(),), interrupts=(TimeIsUp,))  # type: ignore[arg-type]
    with pytest.raises(TimeIsUp):
        scanner.scan(Message(text="hello"))


def test_a_corrupt_model_is_refused_with_file_and_hash(tmp_path: Path) -> None:
    artefacts = tmp_path / "artefacts"
    shutil.copytree(INSTALLATION / "models" / "artefacts", artefacts)
    weights = next(artefacts.rglob("*.npz"))
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 0xFF
    weights.write_bytes(content)
    manifest = json.loads((artefacts / "manifest.json").read_text())
    with pytest.raises(ModelError) as refusal:
        Scanner.load(artefacts=artefacts)
    assert weights.name in str(refusal.value)
    assert any(digest in str(refusal.value) for digest in _digests(manifest))


def _digests(manifest: object) -> list[str]:
    """Every sha256 in the manifest, however it is nested."""
    if isinstance(manifest, dict):
        return [digest for value in manifest.values() for digest in _digests(value)]
    if isinstance(manifest, list):
        return [digest for value in manifest for digest in _digests(value)]
    return [manifest] if isinstance(manifest, str) and len(manifest) == 64 else []


_LOADED: list[Scanner] = []


def _scanner() -> Scanner:
    """One scanner for hypothesis, which may not ask for fixtures of a smaller scope."""
    if not _LOADED:
        _LOADED.append(Scanner.load())
    return _LOADED[0]
