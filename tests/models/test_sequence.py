"""What the network sees of a text: words as their scripts have them, and clusters amid others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Reading, Sign
from models.features import words as feature_words
from models.sequence import Row, keys_of, words


def read(text: str) -> list[str]:
    return [row.word for row in words(Reading(text))]


def centres(text: str) -> list[str]:
    return [row.split(" ")[2] for row in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "मुझे व्हाट्सऐप पर लिखो",  # Hindi: vowels and the virama are marks
        "আমাকে ফোন করুন",  # Bengali
        "தொலைபேசி எண்",  # Tamil
        "می‌خواهم تماس",  # Persian, with a joiner that no space is
        "número e\u0301te\u0301",  # Latin with marks of their own
    ],
)
def test_marks_belong_to_their_word(text: str) -> None:
    assert read(text) == text.split()
    assert [match[0] for match in feature_words(text)] == text.split()


def test_marks_of_pictures_belong_to_the_picture() -> None:
    assert read("call ☎\ufe0f now") == ["call", "☎\ufe0f", "now"]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("โทรหาฉัน", ["โท", "ร", "หา", "ฉั", "น"]),  # Thai: a vowel in front, one behind, one above
        ("ລົມກັນ", ["ລົ", "ມ", "ກັ", "ນ"]),  # Lao
        ("ខ្ញុំ", ["ខ្ញុំ"]),  # Khmer: a letter below another
        ("ဖုန်း", ["ဖု", "န်း"]),  # Burmese
        ("我的号码", ["我", "的", "号", "码"]),
        ("연락처", ["연", "락", "처"]),
    ],
)
def test_scripts_without_spaces_are_read_in_clusters(text: str, clusters: list[str]) -> None:
    assert centres(text) == clusters


def test_a_cluster_stands_amid_those_beside_it() -> None:
    assert read("电话 号") == ["| | 电 话 |", "| 电 话 | |", "| | 号 | |"]


def test_neighbours_of_a_cluster_are_keys_that_other_texts_share() -> None:
    (alone, _), (amid, *_) = keys_of(words(Reading("电话"))), keys_of(words(Reading("电话号码")))
    assert list(alone[:2]) == list(amid[:2])  # the character, and it with the next
    assert alone[2] != amid[2]  # with the next two


def test_a_concept_belongs_to_the_cluster_in_which_it_begins() -> None:
    told = list(words(Reading("我的电话", (Sign(2, "PHONE"),))))
    assert [row.concept for row in told] == ["", "", "PHONE", ""]


@given(st.text(max_size=80))
def test_every_text_has_rows(text: str) -> None:
    rows = list(words(Reading(text)))
    assert all(isinstance(row, Row) for row in rows)
    assert len(keys_of(rows)) == len(rows)
