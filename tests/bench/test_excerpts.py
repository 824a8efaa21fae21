"""Single sentences of innocent messages."""

from __future__ import annotations

from bench.cases import Case
from bench.excerpts import SHARE, excerpted
from scanner.message import Earlier, Message

TEXT = "Thanks for the sketch. The roof could be darker!\nWhen would the second round be ready?"
SENTENCES = {
    "Thanks for the sketch.",
    "The roof could be darker!",
    "When would the second round be ready?",
}


def test_some_innocent_cases_are_shown_as_one_of_their_sentences() -> None:
    cases = [innocent(number, "ordinary") for number in range(400)]
    shown = list(excerpted(((case, case) for case in cases), seed=1))
    cut = [case for case in shown if case.message.text != TEXT]
    assert abs(len(cut) / len(cases) - SHARE) < 0.1
    said = {case.message.text for case in cut}
    assert said <= SENTENCES | {it[0].lower() + it[1:].rstrip(".") for it in SENTENCES}
    assert len(said) > len(SENTENCES)
    assert not any(case.message.history for case in cut)
    assert [case.id for case in shown] == [case.id for case in cases]


def test_a_refusal_is_shown_whole_for_it_holds_what_is_refused() -> None:
    pairs = [(innocent(number, "refusal"), innocent(number, "refusal")) for number in range(100)]
    assert [*excerpted(pairs, seed=1)] == [shown for _, shown in pairs]


def innocent(number: int, excuse: str) -> Case:
    return Case(
        id=f"x-{number}",
        language="en",
        family="ok",
        message=Message(text=TEXT, history=(Earlier(text="Here it is.", sender_role="client"),)),
        is_violation=False,
        category=None,
        excuse=excuse,
        accept=("allow",),
        ideal="allow",
        entities=(),
        why="",
    )
