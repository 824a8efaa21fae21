"""How the pages name languages and lengths of time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from console.words import duration, language


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("bn", "Bangla"),
        ("bn-Latn", "Bangla (Latin)"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn-RS", "Serbian (Latin, Serbia)"),
        ("xq", "xq"),
        (None, "not known"),
    ],
)
def test_language_has_its_name_and_no_other_has_it(code: str | None, name: str) -> None:
    assert language(code) == name


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (-3, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (299, "5 min"),
        (3_599, "1 h"),
        (3_660, "1 h 1 min"),
        (24 * 3_600 - 1_700, "1 d"),
        (26 * 3_600 + 1_800, "1 d 3 h"),
    ],
)
def test_length_is_told_to_the_nearest(seconds: int, told: str) -> None:
    assert duration(timedelta(seconds=seconds)) == told
