"""Labelled cases, the format that corpora, evaluation and the command line share.

One JSON object a line. ``parse_case`` reads it with its labels, ``parse_message`` without. Both are
strict: whatever is unknown, missing or contradictory is an error, all of a line at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bench.fields import Fields
from scanner.message import (
    CONTRACTS,
    HISTORY_MAX_LENGTH,
    RELATIONSHIPS,
    ROLES,
    SURFACES,
    TEXT_MAX_LENGTH,
    Context,
    Earlier,
    Message,
)
from scanner.verdict import (
    CATEGORIES,
    DECISIONS,
    ENTITY_TYPES,
    Category,
    DecisionName,
    EntityType,
)

LABEL_FIELDS = (
    "lang",
    "family",
    "category",
    "excuse",
    "violation",
    "accept",
    "ideal",
    "entities",
    "why",
    # of data sets in the same shape, which label in ways of their own
    "label",
    "source",
    "meta",
)
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")  # the part of BCP 47 in use


class CaseError(ValueError):
    """A line that is no case: where it stands, and everything that is wrong with it."""

    def __init__(self, where: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{where}: {'; '.join(problems)}")
        self.where = where
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledEntity:
    """A contact detail or account that the message gives.

    ``value`` is canonical. ``text`` is the exact substring of the judged text; None where the
    detail exists only across several messages.
    """

    type: EntityType
    value: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A message and what people say about it.

    ``category`` is None for the innocent, and where nobody said; ``excuse``, why a case is
    innocent, likewise. ``accept`` holds the decisions that count as right, ``ideal`` the best one.
    """

    id: str
    language: str
    family: str
    message: Message
    is_violation: bool
    category: Category | None
    excuse: str | None
    accept: tuple[DecisionName, ...]
    ideal: DecisionName
    entities: tuple[LabelledEntity, ...]
    why: str

    def saying(self, text: str) -> Case:
        """The case with another text to be judged."""
        return replace(self, message=replace(self.message, text=text))


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a JSONL file, in order. Raises CaseError at the first line that is none."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                where = f"{path}, line {number}"
                yield parse_case(_json(line, where), where)


def read_all(paths: Iterable[Path]) -> list[Case]:
    """The cases of several files. Raises CaseError also for an id that is used twice."""
    cases: dict[str, Case] = {}
    for path in paths:
        for case in read_cases(path):
            if case.id in cases:
                raise CaseError(str(path), (f"the id {case.id} is used twice: give it a new one",))
            cases[case.id] = case
    return list(cases.values())


def parse_case(fields: object, where: str) -> Case:
    """The case of one parsed line. Raises CaseError with every problem of the line."""
    problems: list[str] = []
    line = Fields(fields, problems)
    message = _message(line)
    id = line.text("id")
    language = line.text("lang", default="en")
    if not LANGUAGE_TAG.fullmatch(language):
        line.report("lang", "is no language tag: write it like en, pt-BR or hi-Latn")
    case = Case(
        id=id,
        language=language,
        family=line.text("family"),
        message=message,
        is_violation=line.flag("violation"),
        category=line.optional_choice("category", CATEGORIES),
        excuse=line.optional_text("excuse"),
        accept=line.choices("accept", DECISIONS),
        ideal=line.choice("ideal", DECISIONS),
        entities=tuple(_entity(entity, message.text) for entity in line.each("entities")),
        why=line.text("why", default=""),
    )
    line.done()
    if not problems:
        _check_agreement(case, line)
    if problems:
        raise CaseError(where, tuple(problems))
    return case


def parse_message(fields: object, where: str) -> Message:
    """The message of one parsed line; its labels, if any, are not looked at.

    Raises CaseError with every problem of the line.
    """
    problems: list[str] = []
    line = Fields(fields, problems)
    message = _message(line)
    line.done(also_known=LABEL_FIELDS)
    if problems:
        raise CaseError(where, tuple(problems))
    return message


def _message(line: Fields) -> Message:
    context = line.nested("context")
    message = Message(
        id=line.optional_text("id"),
        sender=line.optional_text("sender"),
        room=line.optional_text("room"),
        sent_at=_sent_at(line),
        context=Context(
            contract=context.choice("contract", CONTRACTS, default="none"),
            surface=context.choice("surface", SURFACES, default="message"),
            sender_role=context.optional_choice("sender_role", ROLES),
            relationship=context.choice("relationship", RELATIONSHIPS, default="platform"),
            conversion_fee_paid=context.flag("conversion_fee_paid", default=False),
        ),
        history=tuple(
            _earlier(earlier) for earlier in line.each("history", max_length=HISTORY_MAX_LENGTH)
        ),
        text=line.text("text", max_length=TEXT_MAX_LENGTH),
    )
    context.done()
    return message


def _earlier(fields: Fields) -> Earlier:
    earlier = Earlier(
        text=fields.text("text", max_length=TEXT_MAX_LENGTH),
        sender_role=fields.optional_choice("sender_role", ROLES),
    )
    fields.done()
    return earlier


def _sent_at(line: Fields) -> datetime | None:
    written = line.optional_text("sent_at")
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        line.report("sent_at", "is no time: write it like 2025-03-31T18:20:00Z")
        return None
    if moment.tzinfo is None:
        line.report("sent_at", "has no zone: end it in Z or an offset like +02:00")
    return moment


def _entity(fields: Fields, message_text: str) -> LabelledEntity:
    entity = LabelledEntity(
        type=fields.choice("type", ENTITY_TYPES),
        value=fields.text("value"),
        text=fields.optional_text("text"),
    )
    if entity.text is not None and (not entity.text or entity.text not in message_text):
        fields.report("text", "does not stand in the message: copy it exactly, or leave it out")
    fields.done()
    return entity


def _check_agreement(case: Case, line: Fields) -> None:
    """What the labels say together must make sense."""
    if case.ideal not in case.accept:
        line.report("ideal", "is not in accept: add it there")
    if case.is_violation:
        if case.excuse is not None:
            line.report("excuse", "stands at a violation: remove it")
        if "allow" in case.accept:
            line.report("accept", "allows a violation: take allow out, or make it innocent")
    else:
        if case.category is not None:
            line.report("category", "stands at an innocent case: remove it")
        if "hold" in case.accept:
            line.report("accept", "holds an innocent case: take hold out, or make it a violation")


def _json(line: bytes, where: str) -> object:
    try:
        return json.loads(line)
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 at byte {error.start}: save the file as UTF-8"
    except json.JSONDecodeError as error:
        problem = f"not JSON at column {error.colno}: {error.msg}"
    except RecursionError:
        problem = "not a case: nested too deeply"
    raise CaseError(where, (problem,))
