"""Which word of a dictation stands for what is worked out from many of them."""

from __future__ import annotations

import pytest

from bench.cases import Case, LabelledEntity
from bench.dictated import told_details
from bench.dictation import (
    Detail,
    Said,
    Sayings,
    learned,
    lesson,
    of_cases,
    operations_of,
    told,
)
from models.dictation import FIRST, ITSELF, NOTHING, OUTSIDE, TWICE, tokens
from scanner.message import Context, Earlier, Message
from scanner.verdict import EntityType
from scanner.views.meanings import meanings_of


def detail(text: str, value: str, kind: EntityType = "email") -> Detail:
    words = [token.word for token in tokens(text)]
    return Detail(tuple(map(Said, words, meanings_of(words))), kind, value)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("jo dot kerr at gmx dot de", "jo.kerr@gmx.de", "jo =. kerr =@ gmx =. de"),
        ("jo, then 7, @ gmx.de", "jo7@gmx.de", "jo - - 7 - @ gmx . de"),
        ("null acht, dobbel fire", "0844", "=0 =8 - 2 =4"),
        ("kilo oscar", "ko", "1 1"),
        ("José", "jose", "josé"),
    ],
)
def test_words_stand_for_what_is_written(text: str, value: str, expected: str) -> None:
    names = {"-": NOTHING, "2": TWICE, "1": FIRST}
    told_as = detail(text, value)
    found = operations_of(told_as, Sayings()) or []
    wanted = [
        names.get(name, name if name.startswith("=") else ITSELF) for name in expected.split()
    ]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0151 234 567 89", "+4915123456789"),
        ("49 151 234 567 89", "+4915123456789"),
        ("8 912 345 67 89", "+79123456789"),
        ("11 2345 6789", "+5491123456789"),
    ],
)
def test_a_number_may_be_told_as_at_home(text: str, value: str) -> None:
    expected = [ITSELF] * len(text.split())
    assert operations_of(detail(text, value, "phone"), Sayings()) == expected


def test_what_a_word_stands_for_is_learned_from_where_it_stands() -> None:
    named = [("jo", "gmx"), ("mira", "web"), ("sven", "posteo"), ("ruth", "lotus")]
    many = [detail(f"{name} kringle {house} . de", f"{name}@{house}.de") for name, house in named]
    sayings = learned(many * 5)
    assert sayings.counts["kringle"].most_common(1)[0][0] == "=@"


def test_a_riddle_is_no_dictation() -> None:
    text = "my name is what a fox is called at the reformer's"
    riddle = told(text, [(0, len(text), "email", "vixen@luther.de")])
    assert set(lesson(riddle, Sayings()).operations) == {None}


def test_what_stands_around_a_detail_is_outside() -> None:
    text = "so: jo at gmx dot de, ok"
    given = told(text, [(2, 21, "email", "jo@gmx.de")])
    found = lesson(given, Sayings()).operations
    assert found[:2] == (OUTSIDE, OUTSIDE)
    assert found[-2:] == (OUTSIDE, OUTSIDE)
    assert OUTSIDE not in found[2:-2]


def test_what_is_said_between_the_parts_of_a_talk_is_outside() -> None:
    text = "the first half is jo.kerr\nno idea yet when that is\nand then @ gmx.de, ok"
    given = told(text, [(0, len(text), "email", "jo.kerr@gmx.de")])
    done = lesson(given, Sayings()).operations
    named = dict(zip((it.word for it in given.dictation.tokens), done, strict=True))
    assert [named[word] for word in ("half", "no", "idea", "ok")] == [OUTSIDE] * 4
    assert [named[word] for word in ("jo", "kerr", "@", "de")] == [ITSELF] * 4


def test_a_case_whose_detail_lies_across_messages_is_read_as_a_talk() -> None:
    context = Context(sender_role="freelancer")
    history = (
        Earlier(text="jo.kerr", sender_role="freelancer"),
        Earlier(text="what?", sender_role="client"),
    )
    message = Message(text="@ gmx.de", context=context, history=history)
    [split] = of_cases([case(message, "jo.kerr@gmx.de")])
    assert split.dictation.text == "jo.kerr\n@ gmx.de"
    assert set(lesson(split, Sayings()).operations) == {ITSELF, NOTHING}


def case(message: Message, value: str) -> Case:
    return Case(
        id="x-1",
        language="en",
        family="split.email",
        category="contact.email",
        excuse=None,
        message=message,
        is_violation=True,
        accept=("hold",),
        ideal="hold",
        entities=(LabelledEntity(type="email", value=value),),
        why="",
    )


def test_composed_details_are_told_and_always_the_same() -> None:
    around = ["The plan is fine. See you on Monday then!", "Could you send the files again?"]
    first, again = (list(told_details(60, innocents=around, seed=4)) for _ in range(2))
    assert first == again
    found = [lesson(given, Sayings()) for given in first]
    assert sum(None in it.operations for it in found) <= 3
    values = [given.details[0][2].value for given in first if given.dictation.kinds == ("email",)]
    assert values
    assert all(value.count("@") == 1 for value in values)
