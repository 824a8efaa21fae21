"""One JSON object read field by field, gathering every problem instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

Choice = TypeVar("Choice", bound=str)

QUOTED_MAX_LENGTH = 40  # characters of a wrong value that an error shows; more could be a message
_MISSING: Any = object()


class Fields:
    """The fields of one object. Problems of nested objects go to the same list, with their path.

    A reader without a ``default`` requires its field. After a problem it returns a value of the
    right type that means nothing; whoever has read all fields looks at the problems first.
    """

    def __init__(self, fields: object, problems: list[str], *, path: str = "") -> None:
        self._problems = problems
        self._path = path
        self._known: list[str] = []
        self._fields: Mapping[str, Any] = {}
        self._is_object = isinstance(fields, dict)
        if isinstance(fields, dict):
            self._fields = fields
        else:
            self.report("", f"is {kind(fields)}: write an object, {{...}}")

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def report(self, name: str, problem: str) -> None:
        """One more problem, at this field."""
        self._problems.append(f"{f'{self._path}{name}'.rstrip('.') or 'the line'} {problem}")

    def text(self, name: str, *, default: str = _MISSING, max_length: int | None = None) -> str:
        """A string of at most that many code points."""
        value = self._take(name, default)
        if not isinstance(value, str):
            self._wrong(name, value, f"is {kind(value)}: write a string")
            return ""
        if max_length is not None and len(value) > max_length:
            self.report(name, f"has {len(value)} characters: at most {max_length} are judged")
        return value

    def optional_text(self, name: str) -> str | None:
        """A string, or None when the field is null or absent."""
        return None if self._take(name, None) is None else self.text(name)

    def flag(self, name: str, *, default: bool = _MISSING) -> bool:
        """True or false."""
        value = self._take(name, default)
        if not isinstance(value, bool):
            self._wrong(name, value, f"is {quoted(value)}: write true or false")
            return False
        return value

    def choice(
        self, name: str, choices: Collection[Choice], *, default: Choice = _MISSING
    ) -> Choice:
        """One of the choices."""
        value = self._take(name, default)
        if not isinstance(value, str) or value not in choices:
            self._wrong(name, value, f"is {quoted(value)}: use one of {', '.join(choices)}")
            return next(iter(choices))
        return cast(Choice, value)

    def optional_choice(self, name: str, choices: Collection[Choice]) -> Choice | None:
        """One of the choices, or None when the field is null or absent."""
        return None if self._take(name, None) is None else self.choice(name, choices)

    def choices(self, name: str, choices: Collection[Choice]) -> tuple[Choice, ...]:
        """One or more of the choices, each once."""
        values = self._sequence(name, _MISSING)
        if values is None:
            return ()
        for value in values:
            if not isinstance(value, str) or value not in choices:
                self.report(name, f"holds {quoted(value)}: use some of {', '.join(choices)}")
        chosen = [cast(Choice, v) for v in values if isinstance(v, str) and v in choices]
        if not values or len(set(chosen)) < len(chosen):
            self.report(name, "is empty or says something twice: list each value once")
        return tuple(chosen)

    def nested(self, name: str) -> Fields:
        """The object in this field; an empty one when it is absent."""
        return Fields(self._take(name, {}), self._problems, path=f"{self._path}{name}.")

    def each(self, name: str, *, max_length: int | None = None) -> Iterator[Fields]:
        """The objects of the list in this field; none when it is absent."""
        items = self._sequence(name, ()) or ()
        if max_length is not None and len(items) > max_length:
            self.report(name, f"holds {len(items)}: at most {max_length} are read, keep the last")
            return
        for index, item in enumerate(items):
            yield Fields(item, self._problems, path=f"{self._path}{name}[{index}].")

    def done(self, *, also_known: Collection[str] = ()) -> None:
        """Every field that nobody asked for is a problem."""
        known = dict.fromkeys((*self._known, *also_known))
        for name in self._fields:
            if name not in known:
                names = ", ".join(known)
                self.report("", f"has an unknown field {quoted(name)}: remove it; known: {names}")

    def _take(self, name: str, default: Any) -> Any:
        self._known.append(name)
        value = self._fields.get(name, default)
        if value is _MISSING and self._is_object:
            self.report(name, "is missing: add it")
        return value

    def _sequence(self, name: str, default: Any) -> Sequence[Any] | None:
        value = self._take(name, default)
        if not isinstance(value, list | tuple):
            self._wrong(name, value, f"is {kind(value)}: write a list, [...]")
            return None
        return value

    def _wrong(self, name: str, value: object, problem: str) -> None:
        if value is not _MISSING:
            self.report(name, problem)


def kind(value: object) -> str:
    """What a JSON value is, in the words of JSON."""
    if value is None:
        return "null"
    names = {bool: "true or false", dict: "an object", list: "a list", str: "a string"}
    return names.get(type(value), "a number")


def quoted(value: object) -> str:
    """The value as an error may show it: a short one in full, of a longer one only the kind."""
    if not isinstance(value, str | bool | int | float):
        return kind(value)
    shown = ascii(value)
    return shown if len(shown) <= QUOTED_MAX_LENGTH else f"{kind(value)} too long to show"
