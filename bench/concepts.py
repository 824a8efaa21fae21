"""The lexicon of concepts in ``data/concepts``, one file a language, as training takes it over."""

from __future__ import annotations

import tomllib
from pathlib import Path

from bench.split import DATA

CONCEPTS = DATA / "concepts"
REFERENCE = "en"  # has every concept; another language may lack some, and has no others


class ConceptError(ValueError):
    """A file of the lexicon is not as it should be; says which, where and what to do."""


def read_concepts(directory: Path = CONCEPTS) -> dict[str, dict[str, str]]:
    """By language and concept, its words, parted by commas. Raises ConceptError."""
    words: dict[str, dict[str, str]] = {}
    for path in sorted(directory.glob("*.toml")):
        try:
            file = tomllib.loads(path.read_text(encoding="utf-8"))
            words[file["lang"]] = dict(file["concepts"])
        except (ValueError, KeyError, TypeError) as error:
            raise ConceptError(
                f"{path.name}: {error!r}; write lang and a table [concepts] of texts"
            ) from error
    known = words[REFERENCE].keys()
    for language, concepts in words.items():
        if unknown := concepts.keys() - known:
            raise ConceptError(
                f"{language}.toml: {', '.join(sorted(unknown))} is not known; "
                f"use a concept of {REFERENCE}.toml, or add it there"
            )
    return words
