"""Teaching languages: texts with their tags, and where those who write them have telephones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from babel.core import get_global

from models.languages import COLUMNS, Languages, pieces

EXAMPLES_MIN = 15  # of a language of one country; with fewer it counts as the language
SMOOTHING = 0.05  # added to each count, so that nothing is impossible
HOME = 3.0  # numbers that the country of a language counts for before any was seen


def fit(texts: Sequence[tuple[str, str]], numbers: Iterable[tuple[str, str]]) -> Languages:
    """Languages as they are written.

    texts: each with its tag, BCP 47. numbers: a tag with the country (ISO 3166) of a telephone
    number that was given in it.
    """
    sizes = Counter(tag for _, tag in texts)
    names = {tag: tag if sizes[tag] >= EXAMPLES_MIN else tag.split("-")[0] for tag in sizes}
    tags = sorted(set(names.values()))
    place_of = {tag: place for place, tag in enumerate(tags)}
    counts = np.full((COLUMNS, len(tags)), SMOOTHING)
    for text, tag in texts:
        counts[pieces(text), place_of[names[tag]]] += 1.0
    seen = Counter(names[tag] for _, tag in texts)
    prior = np.log([seen[tag] / len(texts) for tag in tags])
    given = Counter((names[tag], region) for tag, region in numbers if tag in names)
    known = {tag: region for tag in tags if (region := _home(tag))}
    regions = sorted({*known.values(), *(region for _, region in given)})
    homes = np.array(
        [
            [given[tag, region] + HOME * (known.get(tag) == region) for region in regions]
            for tag in tags
        ]
    )
    return Languages(
        tuple(tags),
        tuple(regions),
        np.log(counts / counts.sum(axis=0)).astype(np.float16),
        prior.astype(np.float32),
        (homes / np.maximum(1.0, homes.sum(axis=1, keepdims=True))).astype(np.float32),
    )


def _home(tag: str) -> str | None:
    """The country that a tag names, else the one where most of its speakers are (Unicode CLDR)."""
    parts = tag.split("-")
    named = next((part for part in parts[1:] if len(part) == 2 and part.isupper()), None)
    likely = get_global("likely_subtags").get(parts[0], "").split("_")
    return named or next((part for part in likely[1:] if len(part) == 2), None)
