"""A message as it comes in a long talk: after one that has nothing to do with it.

Cases with a talk were written because their message hangs on it, and all others stand alone. A
model that learns from those takes whatever was wrong before for a part of what follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random

from bench.cases import Case, read_all
from bench.split import DATA, split_of
from bench.surroundings import written
from scanner.message import Earlier, Role

SEED = 1  # of what stands before the measured; it is always the same
AFTER = 0.5  # of the cases without a talk, how many get one
WRONG = 0.6  # of what stands before, how much is a violation
OWN = 0.7  # likewise, how much the sender said; the other side the rest
TWO = 0.3  # how often two messages stand there
BEFORE_MAX_LENGTH = 400  # code points of what stands before
ANSWER_MAX_LENGTH = 40  # a message up to this length may answer whatever the other side said


class Sequels:
    """Messages by language, to stand before others."""

    def __init__(self, cases: Sequence[Case], *, seed: int):
        """Those of cases without a talk; the same for a seed."""
        self._chance = Random(seed)  # samples, no secrets  # nosec B311
        self._texts: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for case in cases:
            text, is_wrong = case.message.text, case.is_violation
            if not case.message.history and 0 < len(text) <= BEFORE_MAX_LENGTH:
                self._texts[written(case.language), is_wrong].append(text)

    def of_cases(self, cases: Iterable[Case]) -> Iterator[Case]:
        """The cases, some of those without a talk after something that is none of theirs."""
        for case in cases:
            is_after = not case.message.history and self._chance.random() < AFTER
            yield _after(case, self._before(case)) if is_after else case

    def of_own(self, cases: Sequence[Case]) -> Iterator[Case]:
        """The cases without a talk, each after a violation by its sender."""
        for case in cases:
            role = case.message.context.sender_role
            if not case.message.history:
                yield _after(
                    case, [Earlier(text=self._text(case, is_wrong=True), sender_role=role)]
                )

    def _before(self, case: Case) -> list[Earlier]:
        wanted = 2 if self._chance.random() < TWO else 1
        return [self._one(case) for _ in range(wanted)]

    def _one(self, case: Case) -> Earlier:
        role = case.message.context.sender_role
        is_own = role is None or self._chance.random() < OWN
        may_answer = not is_own and len(case.message.text) <= ANSWER_MAX_LENGTH
        is_wrong = self._chance.random() < WRONG and not may_answer
        text = self._text(case, is_wrong=is_wrong)
        return Earlier(text=text, sender_role=role if is_own else _other(role))

    def _text(self, case: Case, *, is_wrong: bool) -> str:
        spoken = self._texts[written(case.language), is_wrong] or self._texts["en", is_wrong]
        return self._chance.choice(spoken)


def after_violations(cases: Sequence[Case]) -> list[Case]:
    """The cases to be measured, each after a violation that no model has learned from."""
    files = sorted((DATA / "cases").glob("*.jsonl"))
    others = [case for case in read_all(files) if split_of(case.id) != "train"]
    return list(Sequels(others, seed=SEED).of_own(cases))


def _after(case: Case, before: Sequence[Earlier]) -> Case:
    return replace(case, message=replace(case.message, history=tuple(before)))


def _other(role: Role | None) -> Role:
    return "client" if role == "freelancer" else "freelancer"
