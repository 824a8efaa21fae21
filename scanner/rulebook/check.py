"""Rules prove themselves: what each one says it finds, passes and misses is tried."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.rulebook.matcher import Matcher
from scanner.rulebook.rule import CLOSE, OPEN, Example, Rule
from scanner.rulebook.rulebook import Rulebook
from scanner.strict_toml import Problem


def check(rulebook: Rulebook) -> list[Problem]:
    """Every example that does not come out as its rule says; none when the rulebook is true.

    Each rule is tried alone, over the plain text of its examples. Retired rules are not tried.
    """
    problems: list[Problem] = []
    for rule in rulebook.rules:
        if rule.stage != "retired":
            problems.extend(_check_rule(rule))
    return problems


def _check_rule(rule: Rule) -> list[Problem]:
    alone = Matcher([rule])
    problems = []
    expectations: tuple[tuple[str, Sequence[Example], str], ...] = (
        ("match", rule.match, "must find what is marked"),
        ("pass", rule.passes, "must find nothing"),
        ("misses", rule.misses, "is found by now; move it to match"),
    )
    for key, examples, promise in expectations:
        for example in examples:
            found = tuple(sorted(match.found for match in alone.find(example.text)))
            if found != example.ranges:
                fix = f"{promise}, finds {_marked(example.text, found) if found else 'nothing'}"
                marked = _marked(example.text, example.ranges)
                place = f"{rule.id}: {key}"
                problems.append(Problem(file=rule.file, place=place, value=f'"{marked}"', fix=fix))
    return problems


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(ranges):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text
