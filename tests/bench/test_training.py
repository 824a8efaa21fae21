"""What a case says about each label, beside its main category."""

from __future__ import annotations

from math import isnan
from typing import Any

import pytest

from bench.cases import parse_case
from bench.training import target


@pytest.mark.parametrize(
    ("category", "kind", "value", "text", "is_known"),
    [
        ("contact.email", "email", "jo@fernmill.org", "Jo@fernmill.org", True),
        ("contact.email", "email", "jo@fernmill.org", "jo at the mill of ferns, org", False),
        ("contact.phone", "phone", "+41791234567", "079 123 45 67", True),
        ("contact.phone", "phone", "+41791234567", "oh seven nine, one two three 45 67", False),
        ("contact.handle", "handle", "jo_mill", "@jo_mill", True),
        ("contact.handle", "handle", "jo_mill", "jo, low line, mill", False),
    ],
)
def test_who_gives_a_detail_plainly_does_not_point_to_it_and_a_riddle_may(
    category: str, kind: str, value: str, text: str, is_known: bool
) -> None:
    fields: dict[str, Any] = {
        "id": "t-1",
        "lang": "en",
        "family": "x",
        "context": {"contract": "none", "surface": "message", "sender_role": "client"},
        "text": f"write me: {text}",
        "violation": True,
        "category": category,
        "accept": ["hold"],
        "ideal": "hold",
        "entities": [{"type": kind, "value": value, "text": text}],
        "why": "gives it",
    }
    case = parse_case(fields, "here")
    pointed = target(case, "contact.pointer")
    assert pointed == 0.0 if is_known else isnan(pointed)
    assert target(case, "contact.email") == float(kind == "email")
