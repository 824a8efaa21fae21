"""Step 5 of the road: the policy of this contract stage turns scores into a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import Literal

from scanner.message import Context, Contract
from scanner.strict_toml import Problem, Table, TomlError, text_of, version_of
from scanner.verdict import (
    CATEGORIES,
    CONTACT_DETAILS,
    DECISIONS,
    Category,
    DecisionName,
    Failure,
    Otherwise,
    Reason,
    stricter,
)

FailureDecision = Literal["flag", "hold"]
FAILURE_DECISIONS: tuple[FailureDecision, ...] = ("flag", "hold")  # never "allow"

DEED: dict[Category, str] = {
    "contact.email": "gives an email address",
    "contact.phone": "gives a phone number",
    "contact.handle": "gives a messenger or social handle",
    "contact.link": "gives a link that leads to a contact elsewhere",
    "contact.meeting": "gives a meeting link of an outside service",
    "contact.request": "asks for a contact detail, or to talk or meet elsewhere",
    "contact.pointer": "points to where a contact detail can be found",
    "payment.offplatform": "deals in payment or hiring outside the platform",
    "payment.account": "gives an account to be paid on",
    "spam": "advertises something that is not about a job here",
    "scam": "looks like an attempt to defraud the receiver",
}

STAGE: dict[Contract, str] = {
    "none": " before a contract",
    "offered": " before a contract",
    "active": " during a contract",
    "ended": " after a contract",
}


class PolicyError(TomlError):
    """The policy was refused; ``problems`` says all that is wrong with it."""


Steps = tuple[tuple[float, DecisionName], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one category deserves. A cell is the strictest decision it can bring.

    ``when_fee_exempt`` takes the place of ``after_contract`` for a pair that knew each other before
    or has paid the conversion fee. A score reaches a threshold when it is not below it.
    """

    before_contract: DecisionName
    after_contract: DecisionName
    when_fee_exempt: DecisionName
    flag_at: float
    hold_at: float

    def cell(self, context: Context) -> DecisionName:
        """The strictest decision that this category can bring in this context."""
        if context.is_before_contract:
            return self.before_contract
        return self.when_fee_exempt if context.may_pay_outside else self.after_contract

    def steps(self, context: Context) -> Steps:
        """The thresholds that count in this context with what they bring, strictest first."""
        cell = self.cell(context)
        if cell == "allow":
            return ()
        if cell == "flag":
            return ((self.flag_at, "flag"),)
        if self.flag_at == self.hold_at:
            return ((self.hold_at, "hold"),)
        return ((self.hold_at, "hold"), (self.flag_at, "flag"))


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision, the cells that speak for it, and what would have brought another one."""

    decision: DecisionName
    reasons: tuple[Reason, ...]
    otherwise: tuple[Otherwise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The table of the terms of service. ``version`` is a hash of the file's text."""

    version: str
    on_failure: FailureDecision
    rows: Mapping[Category, Row]

    @classmethod
    def load(cls, path: Path) -> Policy:
        """The policy of a TOML file. Raises PolicyError with every problem of the file at once."""
        fix = "give the path of a policy in TOML and UTF-8"
        text = text_of(path, refusal=PolicyError, shown=str(path), fix=fix)
        return cls.parse(text, name=path.name)

    @classmethod
    def parse(cls, text: str, *, name: str) -> Policy:
        """The policy that the text says; ``name`` stands in errors. Raises PolicyError."""
        problems: list[Problem] = []
        file = Table.parse(text, file=name, problems=problems)
        on_failure = file.choice("on_failure", FAILURE_DECISIONS)
        tables = file.named_tables("category")
        rows: dict[Category, Row] = {}
        for category in CATEGORIES:
            if category in tables:
                rows[category] = _row(tables.pop(category))
            else:
                file.complain(f'category."{category}"', "missing", "add its table")
        for unknown in tables:
            file.complain(
                f'category."{unknown}"', "not a category", f"known are {', '.join(CATEGORIES)}"
            )
        file.close()
        if problems:
            raise PolicyError(problems)
        return cls(version=version_of(text), on_failure=on_failure, rows=rows)

    def decide(
        self, scores: Mapping[Category, float], context: Context, failures: Sequence[Failure]
    ) -> Ruling:
        """What the message deserves. A category without a score counts as zero.

        1. Each category gives the reason of the strictest threshold that its score reaches; that
           a detail is pointed to is none where one is held for being given.
        2. The strictest reason decides; a failure, or a score that is not a number, decides
           ``on_failure`` at least.
        3. For every other decision, the least change of one score that would have brought it.
        """
        steps = {category: row.steps(context) for category, row in self.rows.items()}
        scores = {category: scores.get(category, 0.0) for category in steps}
        is_unread = bool(failures) or any(isnan(score) for score in scores.values())
        floor: DecisionName = self.on_failure if is_unread else "allow"
        reasons = [
            reason
            for category in steps
            if (reason := _reason(category, scores[category], steps[category], context))
        ]
        reasons.sort(key=lambda reason: (-DECISIONS.index(reason.decision), -reason.score))
        decision = stricter(floor, reasons[0].decision) if reasons else floor
        return Ruling(decision, _told(reasons), _otherwise(steps, scores, reasons, floor))


def _row(table: Table) -> Row:
    after_contract = table.choice("after_contract", DECISIONS)
    row = Row(
        before_contract=table.choice("before_contract", DECISIONS),
        after_contract=after_contract,
        when_fee_exempt=table.choice("when_fee_exempt", DECISIONS, default=after_contract),
        flag_at=table.number("flag_at", low=0, high=1),
        hold_at=table.number("hold_at", low=0, high=1),
    )
    if row.flag_at > row.hold_at:
        table.complain("flag_at", row.flag_at, f"write at most hold_at, {row.hold_at:g}")
    table.close()
    return row


def _reason(category: Category, score: float, steps: Steps, context: Context) -> Reason | None:
    for threshold, decision in steps:
        if score >= threshold:
            is_staged = category not in ("spam", "scam")
            text = DEED[category] + (STAGE[context.contract] if is_staged else "")
            return Reason(
                category=category, score=score, decision=decision, threshold=threshold, text=text
            )
    return None


def _told(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons without what another says better: who gives a detail does not point to it."""
    gives = any(it.category in CONTACT_DETAILS and it.decision == "hold" for it in reasons)
    return tuple(it for it in reasons if not (gives and it.category == "contact.pointer"))


def _otherwise(
    steps: Mapping[Category, Steps],
    scores: Mapping[Category, float],
    reasons: Sequence[Reason],
    floor: DecisionName,
) -> tuple[Otherwise, ...]:
    """The least change of one score for every other decision that one change can bring.

    ``reasons`` are strictest first, so the strictest reason of the other categories is the first or
    the second of them. Down means just below the threshold, up means just at it.
    """
    decision = stricter(floor, reasons[0].decision) if reasons else floor
    first = reasons[0].category if reasons else None
    of_others = stricter(floor, reasons[1].decision) if len(reasons) > 1 else floor
    least: dict[DecisionName, tuple[float, Category, float]] = {}
    for category, ladder in steps.items():
        others = of_others if category == first else decision
        score = scores[category]
        for rung, (threshold, reached) in enumerate(ladder):
            below = ladder[rung + 1][1] if rung + 1 < len(ladder) else "allow"
            brought = stricter(others, reached if score < threshold else below)
            distance = abs(score - threshold)
            if brought != decision and (brought not in least or distance < least[brought][0]):
                least[brought] = distance, category, threshold
    return tuple(
        Otherwise(decision=name, category=category, score=scores[category], threshold=threshold)
        for name in DECISIONS
        if name in least
        for _, category, threshold in (least[name],)
    )
