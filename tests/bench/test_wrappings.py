"""Details are shown set off from what stands around them."""

from __future__ import annotations

import re

from bench.cases import Case, parse_case
from bench.wrappings import PAIRS, SHARE, wrapped

TEXT = "mail jo@fernmill.org for the score"


def _case(number: int, text: str) -> Case:
    line = {
        "id": f"t-{number}",
        "lang": "en",
        "family": "x",
        "context": {"contract": "none", "surface": "message", "sender_role": "client"},
        "history": [],
        "text": text,
        "violation": False,
        "excuse": "the_work_itself",
        "accept": ["allow"],
        "ideal": "allow",
        "entities": [],
        "why": "the address of the shop",
    }
    return parse_case(line, "here")


def test_some_details_are_set_off_and_nothing_else_changes() -> None:
    cases = [_case(number, TEXT) for number in range(400)]
    texts = [case.message.text for case in wrapped(cases, seed=2)]
    changed = [text for text in texts if text != TEXT]
    assert 0.5 * SHARE < len(changed) / len(texts) < 1.5 * SHARE
    forms = {TEXT.replace("jo@fernmill.org", f"{a}jo@fernmill.org{b}") for a, b in PAIRS}
    assert set(changed) <= forms
    assert len(set(changed)) > 5


def test_of_what_holds_no_detail_a_word_is_set_off() -> None:
    cases = [_case(number, "the second draft is better") for number in range(100)]
    texts = {case.message.text for case in wrapped(cases, seed=2)}
    words = ("second", "draft", "better")
    signs = "|".join(re.escape(left) for left, _ in PAIRS)
    assert len(texts) > 3
    assert all(
        text == cases[0].message.text
        or any(re.search(f"(?:{signs}){word}", text) for word in words)
        for text in texts
    )


def test_what_holds_no_word_stays() -> None:
    cases = [_case(number, "ok? 12") for number in range(50)]
    assert list(wrapped(cases, seed=2)) == cases
