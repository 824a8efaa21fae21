"""All rules of an installation: read from files, checked, and run as one detector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from scanner.detectors.hit import Hit
from scanner.excuses.excuser import Excuser
from scanner.message import Message
from scanner.rulebook.lists import Lists
from scanner.rulebook.matcher import Match, Matcher
from scanner.rulebook.rule import Accusation, Rule, Stage
from scanner.rulebook.syntax import LANG, RuleSyntax
from scanner.rulebook.wording import Wording
from scanner.strict_toml import Problem, Table, TomlError, version_of
from scanner.views.view import View

LISTS_FILE = "lists.toml"
NOT_RULES = frozenset({"policy.toml", "strikes.toml"})  # read by scanner.policy and .ladders


class RulebookError(TomlError):
    """The rules were refused; ``problems`` says all that is wrong with them."""


class Rulebook:
    """A detector whose knowledge is data. ``version`` is a hash of the files' names and texts."""

    id = "rulebook"

    def __init__(self, rules: tuple[Rule, ...], *, version: str) -> None:
        self.rules = rules
        self.version = version
        self.excusers: tuple[Excuser, ...] = (Wording(self._of(kind="excuse", stage="live")),)
        self._accusers = Matcher(self._of(kind="finding", stage="live"))

    @classmethod
    def load(cls, directory: Path) -> Rulebook:
        """The rules of a directory's TOML files. Raises RulebookError with all problems."""
        texts: dict[str, str] = {}
        problems: list[Problem] = []
        for path in sorted(directory.glob("*.toml")):
            if path.name in NOT_RULES:
                continue
            try:
                texts[path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                name = type(error).__name__
                problems.append(
                    Problem(file=path.name, place="file", value=name, fix="save it as UTF-8")
                )
        if not texts and not problems:
            fix = "give a directory that holds rules, one .toml a language"
            problems.append(Problem(file=str(directory), place="directory", value="empty", fix=fix))
        if problems:
            raise RulebookError(problems)
        return cls.parse(texts)

    @classmethod
    def parse(cls, texts: Mapping[str, str]) -> Rulebook:
        """The rules of files given by name. Raises RulebookError with every problem at once."""
        problems: list[Problem] = []
        lists = Lists.parse(texts.get(LISTS_FILE, ""), file=LISTS_FILE, problems=problems)
        rules: list[Rule] = []
        seen: dict[str, str] = {}
        for file, text in sorted(texts.items()):
            if file == LISTS_FILE:
                continue
            for syntax in _read(text, file=file, problems=problems):
                if syntax.id in seen:
                    fix = f"give it another id; {seen[syntax.id]} has this one, and ids stay taken"
                    syntax.table.complain("id", syntax.id, fix)
                seen.setdefault(syntax.id, file)
                rule = syntax.check(lists)
                if rule is not None:
                    rules.append(rule)
        if problems:
            raise RulebookError(problems)
        content = "\0".join(f"{file}\0{text}" for file, text in sorted(texts.items()))
        return cls(tuple(rules), version=version_of(content))

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """What the live rules find in the view, where the message's context is theirs."""
        for rule, (start, end), _ in self._accusers.find(view.text):
            if rule.where.holds(message) and isinstance(rule.does, Accusation):
                yield Hit(
                    category=rule.does.category,
                    start=start,
                    end=end,
                    confidence=rule.does.confidence,
                    source=rule.id,
                )

    def matches(self, text: str) -> Iterator[Match]:
        """What every rule finds in a text, whatever its kind and context; retired ones nothing."""
        return Matcher([rule for rule in self.rules if rule.stage != "retired"]).find(text)

    def _of(self, *, kind: str, stage: Stage) -> list[Rule]:
        return [rule for rule in self.rules if rule.kind == kind and rule.stage == stage]


def _read(text: str, *, file: str, problems: list[Problem]) -> list[RuleSyntax]:
    table = Table.parse(text, file=file, problems=problems)
    lang = table.text("lang")
    if lang and not LANG.fullmatch(lang):
        table.complain("lang", lang, "write a language as in BCP 47: en, hi, hi-Latn")
    rules = [RuleSyntax.parse(rule, lang=lang) for rule in table.tables("rule")]
    table.close()
    return rules
