"""Characters that hide or bend: plain writing stays as it is, everything else gets a sign."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.unseen import COMBINING_MAX, pieces, shown, spelt

HOSTILE = st.sampled_from(
    "\ud800\udfff\0\x1b\u202e\u2066\u0301\u0489\u200b\u200d\u3164\U000e0041\ufe0f<&\"'\r\n"
)
TEXTS = st.text(st.one_of(st.characters(), HOSTILE), max_size=120)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, I can start on Monday.\r\n\tSecond line, tabbed.",
        "naïve café – “quoted” … 5 × 3 €",
        "Привет, как дела?",
        "שָׁלוֹם עֲלֵיכֶם",
        "می‌خواهم این کار را انجام دهم",
        "क्‍ष श्री",
        "ཧཱུྃ་བཛྲ",
        "안녕하세요 你好 こんにちは　全角",
        "👨‍👩‍👧 👍🏽 ❤️ 1️⃣",
        "Việt Nam e\u0323\u0302",
    ],
)
def test_plain_writing_gets_no_sign(text: str) -> None:
    assert [piece for piece in pieces(text) if piece.sign is not None] == []
    assert spelt(text) == text


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("\u202e", "RLO"),
        ("\u200b", "ZWSP"),
        ("\0", "NUL"),
        ("\ud83d", "D83D"),
        ("\ufeff", "BOM"),
        ("\U000e0041", "E0041"),
        ("\u3164", "3164"),
        ("\u200b" * 20_000, "ZWSP ×20000"),
        ("\u202e\u202d", "RLO LRO"),
        ("\u200b\u200c" * 10, "ZWSP ZWNJ ×20"),
        ("\0\x01\x02\x03\x04", "NUL 0001 0002 …"),
    ],
)
def test_what_cannot_be_seen_says_its_name(text: str, sign: str) -> None:
    (piece,) = pieces(text)
    assert (piece.text, piece.sign) == (text, sign)


def test_joiner_between_latin_letters_is_no_spelling() -> None:
    assert spelt("pay\u200dpal") == "pay⟨ZWJ⟩pal"


def test_marks_heaped_on_a_letter_are_counted_and_not_drawn() -> None:
    assert spelt("a" + "\u0301" * 300 + "b") == f"a{chr(0x301) * COMBINING_MAX}⟨+292 marks⟩b"


def test_sign_names_the_character_in_full() -> None:
    assert 'title="U+202E right-to-left override"' in shown("\u202e")


def test_markup_in_a_message_is_escaped() -> None:
    assert shown("<script>alert('1')</script>&\"") == (
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&#34;"
    )


@given(TEXTS)
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text
    assert all(piece.text for piece in pieces(text))


@given(TEXTS)
def test_what_is_shown_can_be_encoded_and_hides_nothing(text: str) -> None:
    for drawn in (str(shown(text)), spelt(text)):
        drawn.encode("utf-8")
        assert not any(unicodedata.bidirectional(character) in BENDING for character in drawn)
        assert not any(
            unicodedata.category(character) == "Cc" and character not in "\r\n\t"
            for character in drawn
        )


BENDING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
