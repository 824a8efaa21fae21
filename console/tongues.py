"""The languages that the console speaks, each a catalogue, and the one that is spoken now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

LOCALES = Path(__file__).parent / "locales"
_WISH = (
    re.compile(  # a language and how much it is wished, 1 when nothing is said; RFC 9110, 12.5.4
        r"([a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:\s*;\s*q=([01](?:\.\d{0,3})?))?", re.I | re.A
    )
)

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its BCP 47 ``code``, how it writes dates and numbers, and its catalogue."""

    code: str
    locale: Locale
    catalogue: NullTranslations

    @property
    def name(self) -> str:
        """The language as those who speak it call it."""
        name = Locale.parse(self.code, sep="-").get_display_name() or self.code
        return name[:1].upper() + name[1:]


ENGLISH = Tongue("en", Locale("en", "GB"), NullTranslations())  # what the code is written in
Tongues = Mapping[str, Tongue]


def read_tongues(folder: Path = LOCALES) -> Tongues:
    """English, and the language of each catalogue in the folder, by their codes.

    Raises the errors of Babel for a catalogue that is broken.
    """
    found = (_read(path) for path in sorted(folder.glob("*.po")))
    return {tongue.code: tongue for tongue in (ENGLISH, *found)}


def _read(path: Path) -> Tongue:
    locale = Locale.parse(path.stem, sep="-")
    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Tongue(path.stem, locale, GNUTranslations(compiled))


def wished(header: str, tongues: Tongues) -> Tongue:
    """The language that an Accept-Language header asks for most, else English."""
    wishes = (_WISH.fullmatch(part.strip()) for part in header.split(","))
    weighed = [(float(wish[2] or 1), wish[1]) for wish in wishes if wish]
    ordered = [code for weight, code in sorted(weighed, key=lambda pair: -pair[0]) if weight]
    found = negotiate_locale(ordered, list(tongues), sep="-") or ENGLISH.code
    spelt = {code.lower(): code for code in tongues}  # it may come back as the header spells it
    return tongues[spelt[found.lower()]]


@dataclass(slots=True)
class _Speaking:
    tongue: Tongue


_speaking: ContextVar[_Speaking] = ContextVar("speaking")


class Speaks:
    """Every request is answered in the language that its browser asks for, until told otherwise."""

    def __init__(self, app: ASGIApp, tongues: Tongues) -> None:
        self._app, self._tongues = app, tongues

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        header = ""
        if scope["type"] == "http":
            header = Headers(scope=scope).get("accept-language", "")
        before = _speaking.set(_Speaking(wished(header, self._tongues)))
        try:
            await self._app(scope, receive, send)
        finally:
            _speaking.reset(before)


def speak(tongue: Tongue) -> None:
    """The rest of this request is answered in this language, whatever thread answers it."""
    _speaking.get().tongue = tongue


def spoken() -> Tongue:
    """The language of this request; English outside of one."""
    speaking = _speaking.get(None)
    return ENGLISH if speaking is None else speaking.tongue


def N_(text: str) -> str:  # noqa: N802 – what every tool that reads catalogues looks for
    """The same; it is in the catalogues, and translated where it is shown."""
    return text


def gettext(text: str, /, **values: object) -> str:
    """The text in the language of this request; ``%(name)s`` in it is the value of that name."""
    return spoken().catalogue.gettext(text) % values


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The same in the form that fits the count."""
    return spoken().catalogue.ngettext(one, many, count) % values


class Words(Mapping[Key, str]):
    """Names of things, which are translated as they are looked up."""

    def __init__(self, words: Mapping[Key, str]) -> None:
        self._words = words

    def __getitem__(self, key: Key) -> str:
        return spoken().catalogue.gettext(self._words[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
