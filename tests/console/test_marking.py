"""Marks in raw text: nothing of the text is lost, nothing is marked that was not found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.marking import Mark, Segment, excerpt, mark, marks_in, number
from scanner.verdict import Excuse, Finding, Span

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\ud800\udfff\0\u202e\u0301\u200d<&\"'")),
    max_size=80,
)
MARKS = st.lists(
    st.builds(Mark, st.integers(1, 9), st.integers(-5, 90), st.integers(-5, 90)), max_size=12
)


def finding(*spans: Span, source: str = "phone", confidence: float = 0.9) -> Finding:
    return Finding(category="contact.phone", source=source, spans=spans, confidence=confidence)


def test_text_without_marks_is_one_plain_segment() -> None:
    assert mark("hello", []) == (Segment("hello"),)


def test_empty_text_has_no_segment() -> None:
    assert mark("", [Mark(1, 0, 4)]) == ()


def test_empty_and_reversed_ranges_mark_nothing() -> None:
    assert mark("hello", [Mark(1, 2, 2), Mark(2, 4, 1)]) == (Segment("hello"),)


def test_marks_beyond_an_erased_text_are_left_out() -> None:
    assert mark("[erased]", [Mark(1, 40, 52)]) == (Segment("[erased]"),)


def test_overlapping_marks_both_show_where_they_meet() -> None:
    assert mark("abcdef", [Mark(1, 1, 4), Mark(2, 3, 5)]) == (
        Segment("a"),
        Segment("bc", (1,), (1,)),
        Segment("d", (1, 2), (2,)),
        Segment("e", (2,)),
        Segment("f"),
    )


def test_the_longer_of_two_marks_opens_first() -> None:
    segments = mark("abcdef", [Mark(1, 0, 2), Mark(2, 0, 6)])
    assert segments[0] == Segment("ab", (2, 1), (2, 1))


@given(TEXTS, MARKS)
def test_segments_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(segment.text for segment in mark(text, marks)) == text


@given(TEXTS, MARKS)
def test_every_character_carries_just_the_numbers_that_cover_it(
    text: str, marks: list[Mark]
) -> None:
    position = 0
    for segment in mark(text, marks):
        assert segment.text
        for at in range(position, position + len(segment.text)):
            covering = {one.number for one in marks if max(0, one.start) <= at < one.end}
            assert set(segment.numbers) == covering
        position += len(segment.text)


@given(TEXTS, MARKS)
def test_every_mark_opens_once_for_each_place_where_it_begins(text: str, marks: list[Mark]) -> None:
    opened = sum(len(segment.opens) for segment in mark(text, marks))
    begins = {
        (max(0, one.start), one.number)
        for one in marks
        if max(0, one.start) < min(one.end, len(text))
    }
    assert opened == len(begins)


@given(TEXTS, MARKS, st.integers(1, 60))
def test_excerpt_is_a_stretch_of_the_text_and_no_longer_than_asked(
    text: str, marks: list[Mark], length: int
) -> None:
    cut = excerpt(mark(text, marks), length=length)
    shown = "".join(segment.text for segment in cut)
    if len(text) <= length:
        assert shown == text
    else:
        assert len(shown) <= length + 2
        assert any(
            shown in (stretch, f"…{stretch}", f"{stretch}…", f"…{stretch}…")
            for start in range(len(text) - length + 1)
            for stretch in (text[start : start + length],)
        )


def test_excerpt_shows_the_first_mark_of_a_long_text() -> None:
    text = "x" * 500 + "415 555" + "y" * 500
    cut = excerpt(mark(text, [Mark(1, 500, 507)]), length=100)
    assert Segment("415 555", (1,), (1,)) in cut
    assert cut[0] == cut[-1] == Segment("…")


def test_findings_are_numbered_as_a_reader_meets_them() -> None:
    late = finding(Span(0, 30, 35), source="late")
    early = finding(Span(0, 3, 5), Span(0, 50, 55), source="early")
    before = finding(Span(-2, 60, 70), source="before")
    nowhere = finding(source="nowhere")
    numbered = number([late, nowhere, early, before])
    assert [entry.finding.source for entry in numbered] == ["before", "nowhere", "early", "late"]
    assert [entry.number for entry in numbered] == [1, 2, 3, 4]
    assert marks_in(-2, numbered) == (Mark(1, 60, 70),)
    assert marks_in(0, numbered) == (Mark(3, 3, 5), Mark(3, 50, 55), Mark(4, 30, 35))


def test_excuses_stay_with_their_finding_and_take_its_weight() -> None:
    weak, dropped = finding(Span(0, 0, 3)), finding(Span(0, 5, 8))
    excuses = [
        Excuse(finding=weak, reason="quoted", source="quoting", weight=0.5),
        Excuse(finding=dropped, reason="test data", source="test_data", weight=0.0),
    ]
    first, second = number([weak, dropped], excuses)
    assert (first.weight, first.is_dropped) == (0.45, False)
    assert (second.weight, second.is_dropped) == (0.0, True)
