"""What the other side said last is judged, and an answer means what that makes it mean."""

from __future__ import annotations

import pytest

from scanner.heard import LIKELY, PERHAPS, heard_of, turn_before
from scanner.message import Context, Earlier, Message, Role
from scanner.model_input import BEFORE_MAX_LENGTH
from scanner.road import Scanner


def answer(text: str, *said: tuple[Role | None, str], role: Role | None = "freelancer") -> Message:
    """What the role says after all that."""
    history = tuple(Earlier(text=words, sender_role=speaker) for speaker, words in said)
    return Message(text=text, history=history, context=Context(sender_role=role, contract="active"))


def test_the_last_turn_of_the_other_side_is_a_message_as_it_stood() -> None:
    said: list[tuple[Role | None, str]] = [
        ("client", "Hello"),
        ("freelancer", "Hi"),
        ("client", "Cash?"),
        ("client", "Quicker."),
        ("freelancer", "Let me think"),
    ]
    turn = turn_before(answer("Fine", *said))
    assert turn is not None
    assert turn.text == "Cash?\nQuicker."
    assert turn.history == ()
    assert (turn.context.sender_role, turn.context.contract) == ("client", "active")


@pytest.mark.parametrize("said", [(), (("freelancer", "Hi"),), (("client", ""),)])
def test_where_the_other_side_has_said_nothing_nothing_is_heard(
    said: tuple[tuple[Role | None, str], ...],
) -> None:
    assert turn_before(answer("Fine", *said)) is None


def test_where_nobody_knows_who_spoke_all_was_said_by_the_other_side() -> None:
    turn = turn_before(answer("Fine", (None, "Cash?"), (None, "Quicker."), role=None))
    assert turn is not None
    assert (turn.text, turn.context.sender_role) == ("Cash?\nQuicker.", None)


def test_of_a_long_turn_the_end_is_heard() -> None:
    turn = turn_before(answer("Fine", ("client", "a" * 5_000 + "cash?")))
    assert turn is not None
    assert len(turn.text) == BEFORE_MAX_LENGTH
    assert turn.text.endswith("cash?")


def test_what_one_may_go_along_with_is_heard_as_likely_or_perhaps() -> None:
    chances = {
        "payment.offplatform": LIKELY,
        "contact.request": LIKELY - 0.01,
        "contact.pointer": PERHAPS - 0.01,
        "scam": 1.0,
    }
    assert heard_of(chances) == {"payment.offplatform", "perhaps contact.request"}


@pytest.mark.parametrize(
    ("said", "text", "is_allowed"),
    [
        ("I could hand you the money at the market, then nobody takes a tenth", "Saturday", False),
        ("If I wire it to you myself we both save what they take", "fine by me, when?", False),
        ("The draft is due on the weekend, which day suits you?", "Saturday", True),
        ("I would fund the second milestone this week", "fine by me, when?", True),
    ],
)
def test_an_answer_means_what_was_said_before_it(
    scanner: Scanner, said: str, text: str, *, is_allowed: bool
) -> None:
    message = Message(
        text=text,
        history=(Earlier(text=said, sender_role="client"),),
        context=Context(sender_role="freelancer"),
    )
    assert (scanner.scan(message).decision == "allow") == is_allowed
