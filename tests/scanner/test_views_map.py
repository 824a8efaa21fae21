"""The way back: whatever is read, every character of it stands for a range of what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.message import Context, Earlier, Message
from scanner.views import read
from scanner.views.letters.fold import fold
from scanner.views.view import Edit, Source, View, plain, reverse, rewrite

ODD = (
    "aAeEoOxX@._-+/ \n0123456789ЖаеорсхуАВСαο\u00e9\u0301\u0323\u0336\u034f\u200b\u200c\u200d\ufe0f"
    "\u20e3\u202e\u202c\u00ad①⑩⒈ⓐ🅰🔟𝐨𝟎ａ０＠．。·ᴀᴛ²³⁴٣९๑🇩🇪🏴\U000e0067\U000e007f\ufb01\ud800\udfff\x00"
    "👍&;#(){}[]<>\"'%\\=iIlLßıłŁ点艾特幺공일"
)
PIECES = """
at dot gmail com one two five seven zero double (at) [dot] &#64; %40 \\u0040 arroba punto собака
точка ком 艾特 点 alfa bravo charlie delta h0tm4il d0t c0m O3OI .- -.. 415 555 2671 moc liamg
ZW1haWxAZXhhbXBsZS5jb20= zwei und zwanzig backwards underscore slash t.me
"""
SAID = PIECES.split()
texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=ODD, max_size=60),
    st.lists(st.sampled_from([*SAID, *ODD, " ", "\n", ", "]), max_size=25).map("".join),
    st.lists(st.sampled_from([*SAID, *ODD]), max_size=25).map(" ".join),
    st.text(st.characters(categories=["Cs", "Lo", "Mn", "Nd", "So", "Cf"]), max_size=40),
)


def _assert_sound(view: View, text: str) -> None:
    """Every character stands for a range of the source, and the plain ones for themselves."""
    assert view.source.text == text
    for place in range(len(view.text)):
        low, high = view.to_source(place, place + 1)
        assert 0 <= low <= high <= len(text)
        if not view.read_as(place, place + 1) and low < high:
            assert view.text[place] == text[low]
        for span in view.spans(place, place + 1):
            assert 0 <= span.start < span.end <= len(text)


@given(texts)
def test_every_character_of_every_reading_stands_for_a_range_of_the_raw_text(text: str) -> None:
    views = read(Message(text=text))
    assert views.readings[0] is views.plain
    assert views.plain.text == text
    for view in views.readings:
        _assert_sound(view, text)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(plain(Source(text)))
    assert fold(plain(Source(once.text))).text == once.text
    assert fold(once) is once


@given(texts)
def test_every_folded_range_stands_for_a_raw_range_that_folds_to_hold_it(text: str) -> None:
    view = fold(plain(Source(text)))
    starts = [view.to_source(place, place + 1)[0] for place in range(len(view.text))]
    assert starts == sorted(starts)
    for change in view.changes:
        for low, high in zip(change.starts, change.ends, strict=True):
            assert low < high


@given(texts, texts, texts)
def test_spans_of_a_room_lie_within_its_messages(first: str, second: str, last: str) -> None:
    message = Message(
        text=last,
        context=Context(sender_role="client"),
        history=(
            Earlier(text=first, sender_role="client"),
            Earlier(text="hm", sender_role="freelancer"),
            Earlier(text=second, sender_role="client"),
        ),
    )
    lengths = {0: len(last), -1: len(second), -3: len(first)}
    for view in read(message).room:
        if view.text:
            for span in view.spans(0, len(view.text)):
                assert 0 <= span.start < span.end <= lengths[span.message]


@st.composite
def edited(draw: st.DrawFn) -> tuple[View, list[Edit]]:
    view = plain(Source(draw(st.text(alphabet="abc\ud800\x00é", max_size=20))))
    cuts = sorted(draw(st.lists(st.integers(0, len(view.text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return view, [Edit(low, high, draw(st.text(max_size=3))) for low, high in pairs]


@given(edited(), edited())
def test_rewriting_makes_the_edits_and_nothing_else(
    first: tuple[View, list[Edit]], second: tuple[View, list[Edit]]
) -> None:
    view, edits = first
    expected, at = "", 0
    for low, high, text in edits:
        expected, at = expected + view.text[at:low] + text, high
    expected += view.text[at:]
    lifted = rewrite(view, edits, disguise="test")
    assert lifted.text == expected
    _assert_sound(lifted, view.source.text)
    _assert_sound(reverse(lifted, disguise="turned"), view.source.text)
    again = [edit for edit in second[1] if edit.end <= len(lifted.text)]
    _assert_sound(rewrite(lifted, again, disguise="again"), view.source.text)


def test_edits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        rewrite(plain(Source("abcd")), [Edit(2, 3, "x"), Edit(0, 1, "y")], disguise="test")
    with pytest.raises(ValueError, match="outside the text"):
        rewrite(plain(Source("abcd")), [Edit(3, 9, "x")], disguise="test")


def test_source_cuts_spans_where_messages_meet() -> None:
    source = Source.join([(-2, "ab"), (-1, ""), (0, "cd")])
    assert source.text == "ab\n\ncd"
    assert [(span.message, span.start, span.end) for span in source.spans(0, 6)] == [
        (-2, 0, 2),
        (0, 0, 2),
    ]
    assert source.spans(2, 4) == ()
    assert [(span.message, span.start, span.end) for span in source.spans(1, 5)] == [
        (-2, 1, 2),
        (0, 0, 1),
    ]


HOSTILE = [
    *("1", "1 ", "a.", "(", "@a", "one two ", "a\u0301\u0323", "a ", "(at)", "a dot ", "\ud800"),
    *("\x00", "\u202e", "аa", "1🍃", "0O", "&#64;", ".- ", "一", "twenty one ", "1 a\n", "gmail,"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_full_length_is_read(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    views = read(Message(text=text))
    for view in views.readings:
        if view.text:  # all of it may have been invisible
            assert view.to_source(0, len(view.text))[1] <= len(text)
