"""Every catalogue says all that the code says, whole, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from console.tongues import LOCALES
from tests.console.catalogues import in_the_code

CATALOGUES = sorted(LOCALES.glob("*.po"))
HOLES = re.compile(r"%\(\w+\)[sd]|%%|</?\w[^>]*>")


def pairs(message: Entry) -> Iterator[tuple[str, str]]:
    """Each text that is translated, and its translation; of a plural every form."""
    if isinstance(message.id, tuple):
        one, *others = message.string
        yield message.id[0], one
        for other in others:
            yield message.id[1], other
    else:
        assert isinstance(message.string, str)
        yield message.id, message.string


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)


def test_french_is_among_the_catalogues() -> None:
    assert "fr" in [path.stem for path in CATALOGUES]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_catalogue_has_every_text_of_the_code_and_no_other(path: Path) -> None:
    catalogue = read(path)
    there = {(one.context, one.id) for one in catalogue if one.id}
    wanted = {(one.context, one.id) for one in in_the_code() if one.id}
    assert wanted - there == set()
    assert there - wanted == set()
    assert list(catalogue.obsolete) == []
    forms = catalogue.num_plurals
    for one in catalogue:
        if one.id:
            assert not one.fuzzy, one.id
            assert all(told for _, told in pairs(one)), one.id
            assert not isinstance(one.id, tuple) or len(one.string) == forms, one.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translation_keeps_placeholders_and_tags_and_fits_an_attribute(path: Path) -> None:
    for one in read(path):
        for text, told in pairs(one) if one.id else ():
            assert sorted(HOLES.findall(told)) == sorted(HOLES.findall(text)), text
            assert not set(HOLES.sub("", told)) & set('"<>%'), told


def test_french_is_set_as_french_is() -> None:
    """Unbreakable blanks before high signs and within « », and no typewriter's apostrophes."""
    for one in read(LOCALES / "fr.po"):
        for _, told in pairs(one) if one.id else ():
            plain = HOLES.sub("x", told)
            assert not re.search(r"(?<![\u00a0\u202f]):(?!\w)|(?<!\u202f)[;!?]", plain), told
            assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»|'", plain), told
