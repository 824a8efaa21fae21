"""``inbounds rules``: rules against their own examples, against a text, against other rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from scanner.rulebook import Rule, Rulebook, RulebookError
from scanner.rulebook import check as problems_of
from scanner.rulebook.rule import CLOSE, OPEN, STAGES, Accusation
from scanner.verdict import CATEGORIES, Verdict

RULES = Path(__file__).resolve().parent.parent / "rules"
DIRECTORY = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
EXIT_UNTRUE = 1

directory_option = click.option(
    "--rules", "directory", type=DIRECTORY, default=RULES, help="Rules to use instead of rules/."
)


@click.group("rules")
def command() -> None:
    """Check, list, try and compare rules."""


@command.command()
@click.argument("directory", type=DIRECTORY, default=RULES)
@click.pass_context
def check(context: click.Context, directory: Path) -> None:
    """Try every rule on its own examples; exit with 1 when one is not as it says."""
    rulebook = _load(directory)
    problems = problems_of(rulebook)
    for problem in problems:
        click.echo(str(problem), err=True)
    rules = rulebook.rules
    examples = sum(len(rule.match) + len(rule.passes) + len(rule.misses) for rule in rules)
    outcome = f"{len(problems)} untrue" if problems else "all true"
    click.echo(f"{len(rules)} rules, {examples} examples, {outcome}; version {rulebook.version}")
    context.exit(EXIT_UNTRUE if problems else 0)


@command.command("list")
@directory_option
@click.option("--stage", type=click.Choice(STAGES), help="Only rules of this stage.")
@click.option("--category", type=click.Choice(CATEGORIES), help="Only rules about this category.")
@click.option("--lang", help="Only rules of this language.")
def list_rules(directory: Path, stage: str | None, category: str | None, lang: str | None) -> None:
    """One line a rule: id, stage, what it says, and its note."""
    for rule in _load(directory).rules:
        says = [rule.does.category] if isinstance(rule.does, Accusation) else rule.does.excuses
        if stage not in (None, rule.stage) or lang not in (None, rule.lang):
            continue
        if category is None or category in says:
            click.echo(f"{rule.id:32} {rule.stage:8} {_does(rule):44} {rule.note}".rstrip())


@command.command("try")
@click.argument("text")
@directory_option
def try_text(text: str, directory: Path) -> None:
    """What each rule finds in TEXT, read plainly and in any context, one find a line."""
    found = list(_load(directory).matches(text))
    for rule, (start, end), _ in found:
        marked = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
        stage = "" if rule.stage == "live" else f" ({rule.stage})"
        click.echo(f"{rule.id}{stage}: {_does(rule)}: {marked}")
    if not found:
        click.echo("No rule finds anything.")


@command.command()
@click.argument("left", type=DIRECTORY)
@click.argument("right", type=DIRECTORY)
@click.argument("cases", type=FILE, required=False)
def diff(left: Path, right: Path, cases: Path | None) -> None:
    """Which rules of LEFT and RIGHT differ, and which of the CASES they judge otherwise."""
    before = {rule.id: rule for rule in _load(left).rules}
    after = {rule.id: rule for rule in _load(right).rules}
    for id in sorted(before.keys() | after.keys()):
        if id not in before:
            click.echo(f"+ {id}: {_does(after[id])}")
        elif id not in after:
            click.echo(f"- {id}: {_does(before[id])}")
        elif before[id] != after[id]:
            click.echo(f"~ {id}: {', '.join(_changed(before[id], after[id]))}")
    if cases is None:
        return
    judged = changed = 0
    for case_id, one, other in _judged_by_both(left, right, cases):
        judged += 1
        if one.decision != other.decision:
            changed += 1
            click.echo(f"{case_id}: {one.decision} -> {other.decision} {_reasons(other)}".rstrip())
    click.echo(f"{changed} of {judged} cases are judged otherwise.")


def _judged_by_both(left: Path, right: Path, cases: Path) -> Iterator[tuple[str, Verdict, Verdict]]:
    from bench.cases import CaseError, read_cases
    from models import ModelError
    from scanner.policy import PolicyError
    from scanner.road import Scanner

    policy = RULES / "policy.toml"
    try:
        one, other = (Scanner.load(rules=rules, policy=policy) for rules in (left, right))
    except (RulebookError, PolicyError, ModelError) as error:
        raise click.ClickException(str(error)) from error
    try:
        for case in read_cases(cases):
            yield case.id, one.scan(case.message), other.scan(case.message)
    except CaseError as error:
        raise click.ClickException(str(error)) from error


def _load(directory: Path) -> Rulebook:
    try:
        return Rulebook.load(directory)
    except RulebookError as error:
        raise click.ClickException(str(error)) from error


def _does(rule: Rule) -> str:
    does = rule.does
    if isinstance(does, Accusation):
        return f"finds {does.category} at {does.confidence:g}"
    return f"excuses as {does.reason} times {does.weight:g}"


def _changed(before: Rule, after: Rule) -> list[str]:
    names = [field.name for field in fields(Rule)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _reasons(verdict: Verdict) -> str:
    return ", ".join(reason.category for reason in verdict.reasons)
