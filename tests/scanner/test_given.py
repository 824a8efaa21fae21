"""What the sender gave before was judged where it stood, and what follows is judged for itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scanner import Context, Earlier, Message
from scanner.given import LAST, MAX_LENGTH, by_themselves, unsaid, without_given
from scanner.message import Role
from scanner.road import Scanner

GIVEN = "You can write to me at jo.larsen@gmail.com whenever you like."
OFFER = "Let us leave the platform out, you pay me by bank transfer and I take 10 % off."
INNOCENT = (
    "Thanks, the second draft reads much better than the first.",
    "The staging build throws a 500 on the orders page, see the log.",
    "Here is the new menu, I moved the prices to the right.",
)


def after(text: str, *before: str, role: Role | None = "freelancer") -> Message:
    history = tuple(Earlier(text=said, sender_role=role) for said in before)
    return Message(text=text, context=Context(sender_role=role), history=history)


def shouting(messages: Sequence[Message]) -> list[bool]:
    return [message.text.isupper() for message in messages]


@pytest.mark.parametrize("given", [GIVEN, OFFER])
@pytest.mark.parametrize("text", INNOCENT)
def test_what_follows_a_violation_is_judged_for_itself(
    scanner: Scanner, given: str, text: str
) -> None:
    assert scanner.scan(Message(text=given)).decision != "allow"
    assert scanner.scan(after(text, given)).decision == "allow"
    assert scanner.scan(after(text, given, role=None)).decision == "allow"


def test_it_is_the_same_in_a_batch_and_leaves_the_others_alone(scanner: Scanner) -> None:
    batch = [after(GIVEN, GIVEN), *(after(text, GIVEN) for text in INNOCENT), after(GIVEN)]
    verdicts = scanner.scan_many(batch)
    assert [it.decision for it in verdicts] == ["hold", "allow", "allow", "allow", "hold"]
    assert verdicts == [scanner.scan(message) for message in batch]


def test_detail_in_parts_is_still_read_across_them(scanner: Scanner) -> None:
    verdict = scanner.scan(after("gmail.com", "You find me under jo.larsen at"))
    assert verdict.decision != "allow"
    assert [finding.value for finding in verdict.findings] == ["jo.larsen@gmail.com"]


def test_second_violation_after_the_first_is_one_as_well(scanner: Scanner) -> None:
    text = "And on Telegram I am @jo_larsen, text me there."
    assert scanner.scan(after(text, GIVEN)).decision == "hold"


def test_senders_last_messages_are_taken_by_themselves() -> None:
    history = (
        *(Earlier(text=f"own {place}", sender_role="client") for place in range(LAST)),
        Earlier(text="other", sender_role="freelancer"),
        Earlier(text="", sender_role="client"),
        Earlier(text="x" * (MAX_LENGTH + 1), sender_role="client"),
        Earlier(text="nobody's"),
    )
    context = Context(sender_role="client", contract="offered")
    alone = by_themselves(Message(text="now", context=context, history=history))
    assert list(alone) == [*range(1, LAST), len(history) - 1]
    assert alone[1] == Message(text="own 1", context=context)


def test_what_was_given_is_gone_and_nothing_else() -> None:
    message = after("now", "quiet", "LOUD", "calm")
    assert [it.text for it in unsaid(message, {1}).history] == ["quiet", "", "calm"]
    kept = {7: message, 9: after("now", "quiet"), 11: Message(text="alone")}
    assert without_given(kept, shouting) == {7: unsaid(message, {1})}
    assert without_given({}, shouting) == {}
