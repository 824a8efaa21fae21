"""Rules as data: read from ``rules/*.toml``, proved by their own examples, run in one pass."""

from scanner.rulebook.check import check
from scanner.rulebook.rule import Rule
from scanner.rulebook.rulebook import Rulebook, RulebookError
from scanner.strict_toml import Problem

__all__ = ["Problem", "Rule", "Rulebook", "RulebookError", "check"]
