"""Catalogues of the console: what stands in the code, and one that marks whatever is translated."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from config.settings import ROOT

OPEN, CLOSE = "⟦", "⟧"
MARKED = "eo"  # a language that Babel knows and the console does not speak
CONSOLE = ROOT / "console"

# Where a page shows data: names, what people wrote, keys, and what the engine calls its parts.
DATA_TAGS = {"bdi", "code", "kbd", "script", "style", "textarea"}
DATA_CLASSES = {"raw", "excerpt", "tag", "moved", "code", "why"}
TOLD = ("aria-label", "title", "placeholder", "alt")
VOID = {"meta", "link", "input", "img", "br", "path"}


def in_the_code() -> Catalog:
    """Every text of the code and the templates, without translations."""
    with (CONSOLE / "locales" / "extract.ini").open() as file:
        methods, options = parse_mapping_cfg(file)
    catalogue = Catalog()
    for _, _, text, _, context in extract_from_dir(CONSOLE, methods, options):
        catalogue.add(text, context=context)
    return catalogue


def write_marked(folder: Path) -> None:
    """A catalogue in which every text stands between marks, otherwise as it was."""
    catalogue = Catalog(locale=MARKED)
    for message in in_the_code():
        if not message.id:
            continue
        one_by_one = message.id if isinstance(message.id, tuple) else (message.id,)
        marked = tuple(f"{OPEN}{text}{CLOSE}" for text in one_by_one)
        catalogue.add(message.id, marked if len(marked) > 1 else marked[0])
    with (folder / f"{MARKED}.po").open("wb") as file:
        write_po(file, catalogue)


def outside_marks(text: str) -> str:
    """What of the text stands between no marks."""
    depth, left = 0, []
    for character in text:
        depth += (character == OPEN) - (character == CLOSE)
        if depth == 0:
            left.append(character)
    assert depth == 0, text[:200]
    return "".join(left).replace(CLOSE, " ")


class Shown(HTMLParser):
    """What a page shows, read aloud too, apart from data: its text, and its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.attributes: list[str] = []
        self._open: list[bool] = []  # for each open element, whether it holds data
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_data = tag in DATA_TAGS or not DATA_CLASSES.isdisjoint(given.get("class", "").split())
        if not any(self._open):
            self.attributes += [given[name] for name in TOLD if name in given]
        if given.get("id") == "tell":
            self.attributes += [value for name, value in given.items() if name.startswith("data-")]
        if tag not in VOID:
            self._open.append(is_data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        # Marks count everywhere: those of a text around data are not data.
        self.text.append(
            "".join(one for one in data if one in OPEN + CLOSE) if any(self._open) else data
        )
