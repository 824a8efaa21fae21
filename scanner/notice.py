"""What the sender is told, in their language: what was wrong, where, why, and what they may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scanner.strict_toml import Problem, Table, TomlError
from scanner.verdict import CATEGORIES, Category, Span, Verdict

NOTICES = Path(__file__).resolve().parent.parent / "rules" / "notices"
FALLBACK = "en"  # BCP 47; its file must be there

# Other tags for the same language; IANA language subtag registry.
_SAME = {"fil": "tl", "in": "id", "iw": "he", "cmn": "zh"}


# What is said of a kind of violation where no category is known.
_GENERAL: Mapping[str, Category] = {
    "contact": "contact.request",
    "payment": "payment.offplatform",
}


class NoticeError(TomlError):
    """The notices were refused; ``problems`` says all that is wrong with them."""


class Sentences(NamedTuple):
    """What is said of one category, in this order."""

    what: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that is said in one language. ``wordings`` holds every category."""

    language: str
    appeal: str
    wordings: Mapping[Category, Sentences]

    @classmethod
    def parse(cls, text: str, *, file: str, problems: list[Problem]) -> Page:
        """The page of a file named for its language; what is wrong with it joins ``problems``."""
        table = Table.parse(text, file=file, problems=problems)
        appeal = table.text("appeal")
        tables = table.named_tables("category")
        wordings: dict[Category, Sentences] = {}
        for category in CATEGORIES:
            if category in tables:
                wordings[category] = _sentences(tables.pop(category))
            else:
                table.complain(f'category."{category}"', "missing", "add its table")
        for unknown in tables:
            fix = f"known are {', '.join(CATEGORIES)}"
            table.complain(f'category."{unknown}"', "not a category", fix)
        table.close()
        return cls(language=file.removesuffix(".toml"), appeal=appeal, wordings=wordings)


class Phrasebook:
    """The pages of all languages that there is a file for; ``FALLBACK`` is one of them."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.languages = tuple(sorted(pages))
        self._pages = {language.lower(): page for language, page in pages.items()}

    @classmethod
    def load(cls, directory: Path = NOTICES) -> Phrasebook:
        """The pages of a directory's TOML files. Raises NoticeError with all problems."""
        texts: dict[str, str] = {}
        problems: list[Problem] = []
        for path in sorted(directory.glob("*.toml")):
            try:
                texts[path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                value = type(error).__name__
                fix = "save it as UTF-8"
                problems.append(Problem(file=path.name, place="file", value=value, fix=fix))
        if problems:
            raise NoticeError(problems)
        return cls.parse(texts)

    @classmethod
    def parse(cls, texts: Mapping[str, str]) -> Phrasebook:
        """The pages of files given by name. Raises NoticeError with every problem at once."""
        problems: list[Problem] = []
        pages = {
            page.language: page
            for file, text in sorted(texts.items())
            for page in [Page.parse(text, file=file, problems=problems)]
        }
        if FALLBACK not in pages:
            fix = "write it: it is read where a language has no file"
            file = f"{FALLBACK}.toml"
            problems.append(Problem(file=file, place="file", value="missing", fix=fix))
        if problems:
            raise NoticeError(problems)
        return cls(pages)

    def page(self, language: str) -> Page:
        """The page for a BCP 47 tag; one subtag less until there is one (RFC 4647, lookup)."""
        tag = language.replace("_", "-").lower()
        while tag:
            page = self._pages.get(_SAME.get(tag, tag))
            if page is not None:
                return page
            tag = tag.rpartition("-")[0]
        return self._pages[FALLBACK]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that the sender is told, in ``language``; nothing in it is of the message's text.

    ``where`` is empty when the whole message is meant.
    """

    language: str
    category: Category
    what: str
    where: tuple[Span, ...]
    why: str
    instead: str
    appeal: str


@cache
def phrasebook() -> Phrasebook:
    """The pages of this installation, read once. Raises NoticeError."""
    return Phrasebook.load()


def notices(
    verdict: Verdict, *, language: str = FALLBACK, phrases: Phrasebook | None = None
) -> tuple[Notice, ...]:
    """One for each reason of the verdict, strictest first; none where nothing speaks against it.

    ``language`` is a BCP 47 tag; where there are no notices in it, they are in the nearest one,
    and say so. Raises NoticeError when the installation's notices cannot be read.
    """
    page = (phrases or phrasebook()).page(language)
    return tuple(_notice(verdict, reason.category, page) for reason in verdict.reasons)


def notices_after(
    verdict: Verdict | None,
    reason: str | None,
    *,
    language: str = FALLBACK,
    phrases: Phrasebook | None = None,
) -> tuple[Notice, ...]:
    """What is told when a person held ``reason``, a category or a kind of them, against a message.

    Those of the verdict's that are of this kind; where it has none, the general one without a
    place. Without a reason, all of the verdict's. None for a reason that nothing is written for.
    """
    told = () if verdict is None else notices(verdict, language=language, phrases=phrases)
    if reason is None:
        return told
    kind = reason.partition(".")[0]
    same = [notice for notice in told if notice.category.partition(".")[0] == kind]
    exact = [notice for notice in same if notice.category == reason]
    if same:
        return tuple(exact or same)
    category = next((name for name in CATEGORIES if name == reason), _GENERAL.get(kind))
    page = (phrases or phrasebook()).page(language)
    return () if category is None else (_notice(None, category, page),)


def _notice(verdict: Verdict | None, category: Category, page: Page) -> Notice:
    what, why, instead = page.wordings[category]
    return Notice(
        language=page.language,
        category=category,
        what=what,
        where=() if verdict is None else _where(verdict, category),
        why=why,
        instead=instead,
        appeal=page.appeal,
    )


def _sentences(table: Table) -> Sentences:
    sentences = Sentences(table.text("what"), table.text("why"), table.text("instead"))
    table.close()
    return sentences


def _where(verdict: Verdict, category: Category) -> tuple[Span, ...]:
    """Where the category's findings stand, oldest message first, each place once."""
    dropped = [excuse.finding for excuse in verdict.excuses if excuse.weight == 0.0]
    spans = {
        span
        for finding in verdict.findings
        if finding.category == category and finding not in dropped
        for span in finding.spans
    }
    return tuple(sorted(spans))
