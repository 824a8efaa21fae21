"""Word lists that patterns are composed of, so that a rule is about meaning, not about phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scanner.rulebook.pattern import Entries, PatternError
from scanner.strict_toml import Problem, Table

EVERY = "every"  # the key of the entries that count in every language


@dataclass(frozen=True, slots=True)
class Lists:
    """``words[name][lang]`` holds the entries of a list in a language; an entry is a pattern."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def parse(cls, text: str, *, file: str, problems: list[Problem]) -> Lists:
        """The lists of a file; what is wrong with it is added to ``problems``."""
        words: dict[str, dict[str, tuple[str, ...]]] = {}
        tables = Table.parse(text, file=file, problems=problems).named_tables()
        for name, table in tables.items():
            words[name] = {lang: table.texts(lang, at_least=1) for lang in table.keys_left()}
        return cls(words)

    def speaking(self, lang: str) -> Entries:
        """The way from a list's name to its entries in a language; raises PatternError for none."""

        def entries(name: str) -> tuple[str, ...]:
            if name not in self.words:
                known = ", ".join(sorted(self.words))
                raise PatternError(f"there is no word list {{{name}}}; known are {known}")
            by_lang = self.words[name]
            found = (*by_lang.get(lang, ()), *by_lang.get(EVERY, ()))
            if not found:
                raise PatternError(f"the word list {{{name}}} has no entries for {lang}; add some")
            return found

        return entries
