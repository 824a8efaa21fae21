"""TOML that people write, read strictly: every error at once, each with its place and its fix."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

Choice = TypeVar("Choice", bound=str)

VALUE_SHOWN = 60  # characters of a wrong value that an error repeats
VERSION_LENGTH = 12  # hex digits of the content's SHA-256; enough to tell revisions apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong in a file: where, with which value, and what to do about it."""

    file: str
    place: str
    value: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.value}: {self.fix}"


class TomlError(Exception):
    """A file was refused; ``problems`` holds everything that is wrong with it, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def text_of(path: Path, *, refusal: type[TomlError], shown: str, fix: str) -> str:
    """The text of a file. Raises the refusal, in which the file is ``shown``, when it has none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        name = type(error).__name__
        raise refusal([Problem(file=shown, place="file", value=name, fix=fix)]) from error


def version_of(content: str) -> str:
    """A hash that tells what was read from what else might have been."""
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:VERSION_LENGTH]


class Table:
    """One table of a file. Reading takes a key out; ``close`` complains about what nobody took.

    ``known`` are the keys that were asked for so far.
    A wrong value is recorded in ``problems`` and the default given back, so that reading goes on.
    """

    def __init__(
        self, values: dict[str, Any], *, file: str, place: str, problems: list[Problem]
    ) -> None:
        self._values = dict(values)
        self.known: list[str] = []
        self.file = file
        self.place = place
        self.problems = problems

    @classmethod
    def parse(cls, text: str, *, file: str, problems: list[Problem]) -> Table:
        """The whole file as one table; an empty one when it is not TOML at all."""
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(file=file, place="syntax", value=str(error), fix="correct it"))
            values = {}
        return cls(values, file=file, place="", problems=problems)

    def complain(self, key: str, value: object, fix: str) -> None:
        """The problem stands in the list."""
        place = f"{self.place}: {key}" if self.place else key
        shown = repr(value) if not isinstance(value, str) else f'"{value}"'
        if len(shown) > VALUE_SHOWN:
            shown = shown[: VALUE_SHOWN - 1] + "…"
        self.problems.append(Problem(file=self.file, place=place, value=shown, fix=fix))

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """The text of a key; without a default the key must be there and not be empty."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value.strip():
            return value
        self.complain(key, "missing" if value is None else value, "write a text that is not empty")
        return default or ""

    def number(self, key: str, *, low: float, high: float, default: float | None = None) -> float:
        """The number of a key, above ``low`` and at most ``high``."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, int | float) and not isinstance(value, bool) and low < value <= high:
            return float(value)
        shown = "missing" if value is None else value
        self.complain(key, shown, f"write a number above {low:g} and at most {high:g}")
        return high if default is None else default

    def choice(self, key: str, choices: Sequence[Choice], default: Choice | None = None) -> Choice:
        """One of the choices; without a default the key must be there."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        for choice in choices:
            if value == choice:
                return choice
        self.complain(key, "missing" if value is None else value, _one_of(value, choices))
        return choices[0] if default is None else default

    def choices(self, key: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        """Some of the choices, at least one; all of them when the key is not written."""
        values = self._take(key)
        if values is None:
            return tuple(choices)
        if not isinstance(values, list) or not values:
            self.complain(key, values, f"write a list of some of: {', '.join(choices)}")
            return tuple(choices)
        for value in values:
            if value not in choices:
                self.complain(key, value, _one_of(value, choices))
        return tuple(choice for choice in choices if choice in values)

    def texts(self, key: str, *, at_least: int = 0) -> tuple[str, ...]:
        """The list of texts of a key; empty when it is not written and none are needed."""
        values = self._take(key)
        if values is None:
            values = []
        if not isinstance(values, list):
            self.complain(key, values, "write a list of texts")
            return ()
        for value in values:
            if not isinstance(value, str) or not value.strip():
                self.complain(key, value, "write a text that is not empty")
        kept = tuple(value for value in values if isinstance(value, str) and value.strip())
        if len(values) < at_least:
            self.complain(key, f"{len(values)} given", f"write at least {at_least}")
        return kept

    def tables(self, key: str) -> list[Table]:
        """The array of tables of a key, ``[[key]]``; each with its number for its place."""
        values = self._take(key)
        if values is None:
            return []
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.complain(key, values, f"write it as [[{key}]]")
            return []
        return [self._inner(value, f"{key} {i}") for i, value in enumerate(values, start=1)]

    def named_tables(self, key: str | None = None) -> dict[str, Table]:
        """The tables below a key, ``[key.name]``, by name; of the whole file without a key."""
        values = self._values if key is None else self._take(key)
        if key is None:
            self._values = {}
        if values is None:
            return {}
        if not isinstance(values, dict):
            self.complain(str(key), values, f"write it as [{key}.NAME]")
            return {}
        tables = {}
        for name, value in values.items():
            if isinstance(value, dict):
                tables[name] = self._inner(value, name)
            else:
                self.complain(name, value, f"write it as a table, [{name}]")
        return tables

    def keys_left(self) -> tuple[str, ...]:
        """The keys that nobody has taken yet."""
        return tuple(self._values)

    def close(self) -> None:
        """Every key that nobody asked for is a problem, with the nearest known one as the fix."""
        for key, value in self._values.items():
            near = get_close_matches(key, self.known, n=1)
            known = ", ".join(sorted(self.known))
            fix = f"did you mean {near[0]}?" if near else f"remove it; known are {known}"
            self.complain(key, value, f"not a known key: {fix}")
        self._values = {}

    def _take(self, key: str) -> Any:
        self.known.append(key)
        return self._values.pop(key, None)

    def _inner(self, values: dict[str, Any], name: str) -> Table:
        place = f"{self.place}: {name}" if self.place else name
        return Table(values, file=self.file, place=place, problems=self.problems)


def _one_of(value: object, choices: Sequence[str]) -> str:
    near = get_close_matches(value, choices, n=1) if isinstance(value, str) else []
    hint = f"did you mean {near[0]}? " if near else ""
    return f"{hint}write one of: {', '.join(choices)}"
