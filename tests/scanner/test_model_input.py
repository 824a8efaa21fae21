"""What the classifier gets to read: shapes, figures and disguises that no detector made use of."""

from __future__ import annotations

import re

import pytest

from models import Reading
from scanner.message import Message
from scanner.road import Scanner


def read(scanner: Scanner, text: str) -> Reading:
    (reading,) = scanner.readings([Message(text=text)])
    assert reading is not None
    return reading


def shapes(scanner: Scanner, text: str) -> list[tuple[int, str]]:
    concepts = read(scanner, text).concepts
    return [(sign.place, sign.name) for sign in concepts if sign.name.startswith("like a ")]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("the old plans of mira_builds are fine", 17, "like a name"),
        ("ask for korvin77 at the desk", 8, "like a name"),
        ("it runs on stagehouse.example since May", 11, "like a site"),
    ],
)
def test_shapes_stand_in_their_places(scanner: Scanner, text: str, place: int, name: str) -> None:
    assert (place, name) in shapes(scanner, text)


@pytest.mark.parametrize("text", ["a plain sentence, nothing else.", "12.50 or 3.5mm", ""])
def test_ordinary_words_and_figures_have_no_shape(scanner: Scanner, text: str) -> None:
    assert shapes(scanner, text) == []


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("<jo@fernmill.org>", True),
        ("Jo Berg <jo@fernmill.org>", True),
        ("mail me: <b>jo@fernmill.org</b>", True),
        ('the footer says "jo@fernmill.org"', False),
    ],
)
def test_signs_around_a_detail_tell_something_only_among_words(
    scanner: Scanner, text: str, same: bool
) -> None:
    bare = re.sub(r"</?b>|[<>\"]", "", text)
    words = [read(scanner, it).text.split() for it in (text, bare)]
    assert (words[0] == words[1]) is same


@pytest.mark.parametrize(
    "text", ["<jo@fernmill.org>", "`jo@fernmill.org`", "<p>jo@fernmill.org</p>"]
)
def test_a_detail_alone_is_held_whatever_stands_around_it(scanner: Scanner, text: str) -> None:
    assert scanner.scan(Message(text=text)).decision == "hold"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no figures here", "figures none"),
        ("in 3 days", "figures few"),
        ("rooms 12 and 3456, floor 9", "figures a short number"),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "figures many"),
    ],
)
def test_figures_are_counted(scanner: Scanner, text: str, name: str) -> None:
    assert name in read(scanner, text).around


def test_a_disguise_is_told_though_nothing_was_under_it(scanner: Scanner) -> None:
    assert "reads spaced letters" in read(scanner, "it is p e r f e c t for us").around
    assert "reads spaced letters" not in read(scanner, "it is perfect for us").around


def test_what_a_site_tells_is_around(scanner: Scanner) -> None:
    around = read(scanner, "go to http://mossknitting.click/y8mXEyk").around
    assert {"site cheap", "site made"} <= set(around)
    assert not any(name.startswith("site ") for name in read(scanner, "our shop, moss.com").around)
