"""A rule as written: what its TOML says, read strictly, before anybody knows whether it works."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from scanner.message import CONTRACTS, ROLES, SURFACES
from scanner.rulebook.lists import Lists
from scanner.rulebook.literals import CLAUSE_GAP, GAP
from scanner.rulebook.pattern import Pattern, PatternError, compile_pattern
from scanner.rulebook.rule import (
    CLOSE,
    EXCUSE_REASONS,
    OPEN,
    REACHES,
    STAGES,
    Accusation,
    Defence,
    Example,
    ExcuseReason,
    Rule,
    Stage,
    Where,
)
from scanner.strict_toml import Table
from scanner.verdict import CATEGORIES, DETAILS

KINDS: tuple[Literal["finding", "excuse"], ...] = ("finding", "excuse")
LANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")  # BCP 47: language and, if need be, script
ID = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z]+)?\.[a-z_]+(\.[a-z0-9-]+)+")

# What is said around a detail does not take the detail back: these reasons excuse talk alone. A
# meeting may be mere talk, for "let us meet on Zoom" is one as well.
_NEVER_TALK = frozenset(DETAILS) - {"contact.meeting"}
TALK_REASONS: frozenset[ExcuseReason] = frozenset(
    {"refusal", "quoting_rules", "reporting", "platform_payment", "platform_call"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSyntax:
    """The fields of one [[rule]] as they were written."""

    table: Table
    id: str
    lang: str
    stage: Stage
    does: Accusation | Defence
    patterns: tuple[str, ...]
    also: tuple[str, ...]
    unless: tuple[str, ...]
    where: Where
    match: tuple[str, ...]
    passes: tuple[str, ...]
    misses: tuple[str, ...]
    note: str

    @classmethod
    def parse(cls, table: Table, *, lang: str) -> RuleSyntax:
        """The rule of a table. Whatever is wrong stands in the table's problems afterwards."""
        id = table.text("id")
        if id:
            table.place = id
        if id and not ID.fullmatch(id):
            table.complain("id", id, "write LANG.TOPIC.NAME in small letters, as en.request.app")
        kind = table.choice("kind", KINDS)
        syntax = cls(
            table=table,
            id=id,
            lang=lang,
            stage=table.choice("stage", STAGES),
            does=_accusation(table) if kind == "finding" else _defence(table),
            patterns=table.texts("patterns", at_least=1),
            also=table.texts("also") if kind == "excuse" else (),
            unless=table.texts("unless") if kind == "excuse" else (),
            where=Where(
                table.choices("contract", CONTRACTS),
                table.choices("surface", SURFACES),
                table.choices("sender_role", ROLES),
            ),
            match=table.texts("match", at_least=1),
            passes=table.texts("pass", at_least=1),
            misses=table.texts("misses"),
            note=table.text("note", default=""),
        )
        table.close()
        return syntax

    def check(self, lists: Lists) -> Rule | None:
        """The rule, ready to run; None when something is wrong and stands in the problems."""
        known = len(self.table.problems)
        patterns = self._compile("patterns", self.patterns, lists)
        does = self.does
        if isinstance(does, Defence):
            does = Defence(
                does.reason,
                does.excuses,
                does.weight,
                does.reach,
                also=self._compile("also", self.also, lists),
                unless=self._compile("unless", self.unless, lists),
            )
        match = self._examples("match", self.match, is_marked=True)
        passes = self._examples("pass", self.passes, is_marked=False)
        misses = self._examples("misses", self.misses, is_marked=False)
        if len(self.table.problems) > known:
            return None
        return Rule(
            id=self.id,
            file=self.table.file,
            lang=self.lang,
            stage=self.stage,
            does=does,
            patterns=patterns,
            where=self.where,
            match=match,
            passes=passes,
            misses=misses,
            note=self.note,
        )

    def _compile(self, key: str, written: tuple[str, ...], lists: Lists) -> tuple[Pattern, ...]:
        compiled = []
        gap = CLAUSE_GAP if isinstance(self.does, Defence) else GAP
        entries = lists.speaking(self.lang)
        for pattern in written:
            try:
                compiled.append(compile_pattern(pattern, self.lang, entries, gap=gap))
            except PatternError as error:
                self.table.complain(key, pattern, str(error))
        return tuple(compiled)

    def _examples(
        self, key: str, written: tuple[str, ...], *, is_marked: bool
    ) -> tuple[Example, ...]:
        examples = []
        for text in written:
            if not is_marked:
                examples.append(Example(text))
                continue
            try:
                example = Example.parse(text)
            except ValueError as error:
                self.table.complain(key, text, str(error))
                continue
            if not example.ranges:
                fix = f"mark what must be found as {OPEN}find{CLOSE}"
                self.table.complain(key, text, fix)
            examples.append(example)
        return tuple(examples)


def _accusation(table: Table) -> Accusation:
    return Accusation(
        table.choice("category", CATEGORIES), table.number("confidence", low=0, high=1)
    )


def _defence(table: Table) -> Defence:
    reason = table.choice("reason", EXCUSE_REASONS)
    if not table.has("excuses"):
        table.complain("excuses", "missing", "write the list of categories that it excuses")
    excuses = table.choices("excuses", CATEGORIES)
    if reason in TALK_REASONS and _NEVER_TALK & set(excuses):
        details = ", ".join(sorted(_NEVER_TALK & set(excuses)))
        table.complain("excuses", details, f"a {reason} never excuses a given detail; remove them")
    weight = table.number("weight", low=-1, high=1)  # 0 drops the finding
    if weight < 0:
        table.complain("weight", weight, "write a number from 0 (drops) to 1 (changes nothing)")
    return Defence(
        reason=reason,
        excuses=excuses,
        weight=weight,
        reach=table.choice("reach", REACHES, default="find"),
        also=(),
        unless=(),
    )
