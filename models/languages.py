"""Which language a text is in, and in which country who writes it may be: naive Bayes.

Over the pieces of its words, each counted once (Lui & Baldwin 2011). A text without words is of the
language that most texts are of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.features import BITS, WORD_MAX_LENGTH, word_columns
from models.scripts import UNSPACED

COLUMNS_BITS = 15
COLUMNS = 1 << COLUMNS_BITS
WORDS_MAX = 200  # of a text; more would not tell a language any better
WORDS_KEPT = 20_000  # whose pieces are at hand
VARIETIES_ALIKE = 3.0  # how much less a piece tells of the country than of the language
FAR_OFF = -200.0  # log odds; less is as good as nothing, and nothing cannot be divided by
LEAST = 0.02  # probability of what is told

Pieces = NDArray[np.int64]

_WORD = re.compile(
    rf"(?:(?![{UNSPACED}])[^\W\d_]){{1,{WORD_MAX_LENGTH}}}|[{UNSPACED}]{{1,{WORD_MAX_LENGTH}}}"
)
_ASCII = re.compile(r"[!-~]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_INSIDE_ADDRESS = re.compile(r"\w[@/._]+\w", re.ASCII)


@dataclass(frozen=True, slots=True)
class Languages:
    """``tags`` are BCP 47, ``regions`` ISO 3166.

    ``table``: (COLUMNS, n_tags), the log probability of a piece in each language; ``prior``:
    (n_tags,), that of the language; ``homes``: (n_tags, n_regions), of each country for it.
    """

    tags: tuple[str, ...]
    regions: tuple[str, ...]
    table: NDArray[np.float16]
    prior: NDArray[np.float32]
    homes: NDArray[np.float32]

    def tags_of(self, text: str) -> dict[str, float]:
        """The languages by their probabilities, the likeliest first; the unlikely are left out."""
        return _ranked(self.tags, self._probabilities(text))

    def regions_of(self, text: str) -> dict[str, float]:
        """The same of countries."""
        return _ranked(self.regions, self._probabilities(text) @ self.homes)

    def _probabilities(self, text: str) -> NDArray[np.float64]:
        found = pieces(text)
        # Pieces of one word go together, so that all of them prove less than as many apart would.
        belief = self.table[found].sum(axis=0, dtype=np.float64) / max(1.0, len(found) ** 0.5 / 2)
        belief = np.maximum(belief - belief.max(), FAR_OFF)
        of_language = np.exp(belief + self.prior)
        of_variety = np.exp(belief / VARIETIES_ALIKE + self.prior)
        groups = _groups(self.tags)
        wholes, parts = (np.bincount(groups, one) for one in (of_language, of_variety))
        shares: NDArray[np.float64] = of_variety * (wholes / wholes.sum() / parts)[groups]
        return shares

    @classmethod
    def untaught(cls) -> Languages:
        """Takes everything for English, of no country."""
        nothing = np.zeros((1, 1), np.float32)
        table = np.zeros((COLUMNS, 1), np.float16)
        return cls(("en",), (), table, nothing[0], nothing[:, :0])

    def save(self, path: Path) -> None:
        """The file holds all of it."""
        np.savez_compressed(
            path,
            tags=np.array(self.tags),
            regions=np.array(self.regions),
            table=self.table,
            prior=self.prior,
            homes=self.homes,
        )

    @classmethod
    def load(cls, path: Path) -> Languages:
        """What was saved. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as held:
                return cls(
                    tuple(held["tags"].tolist()),
                    tuple(held["regions"].tolist()),
                    held["table"],
                    held["prior"],
                    held["homes"],
                )
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise ModelError(
                f"{path}: cannot be read as languages ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error


def pieces(text: str) -> Pieces:
    """The columns of a text, each once.

    Figures and signs are of no language, and neither are addresses: the end of ``posteo.de`` is not
    French. Where no blanks part the words, each sign is a word as well, and a few words in other
    letters among them ("WhatsApp") tell nothing.
    """
    spoken = _ASCII.sub(_without_address, text.lower())
    words, signs = _WORD.findall(spoken), _UNSPACED.findall(spoken)
    if signs:
        others = [word for word in words if not _UNSPACED.search(word)]
        if len(others) <= len(signs):
            words = [word for word in words if _UNSPACED.search(word)]
    said = dict.fromkeys([*words, *signs])
    columns = [_of_word(word) for word in list(said)[:WORDS_MAX]]
    return np.unique(np.concatenate(columns)) if columns else np.zeros(0, np.int64)


def _without_address(ascii_run: re.Match[str]) -> str:
    return " " if _INSIDE_ADDRESS.search(ascii_run[0]) else ascii_run[0]


@lru_cache(WORDS_KEPT)
def _of_word(word: str) -> Pieces:
    return word_columns(word) >> (BITS - COLUMNS_BITS)


@lru_cache
def _groups(tags: tuple[str, ...]) -> NDArray[np.int64]:
    """By tag, the number of its language: that of Argentina and that of Spain are one."""
    names = [_general(tag) for tag in tags]
    return np.unique(names, return_inverse=True)[1]


def _ranked(names: tuple[str, ...], shares: NDArray[np.float64]) -> dict[str, float]:
    places = np.argsort(-shares, kind="stable")
    return {names[place]: float(shares[place]) for place in places if shares[place] >= LEAST}


def general(shares: Mapping[str, float]) -> dict[str, float]:
    """The same without the countries of languages: Spanish, whoever speaks it."""
    told: dict[str, float] = {}
    for tag, share in shares.items():
        name = _general(tag)
        told[name] = told.get(name, 0.0) + share
    return dict(sorted(told.items(), key=lambda item: -item[1]))


def _general(tag: str) -> str:
    language, *rest = tag.split("-")
    return "-".join((language, *(part for part in rest if len(part) == 4)))
