"""Which language a text is in, and in which country who writes it may be: naive Bayes.

Over the pieces of its words, each counted once (Lui & Baldwin 2011). Where words are few, it counts
for more what most texts are written in, and where the numbers and addresses in the text are from.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from models.countries import countries_of_addresses
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
# Measured on the dev split, by the length of the texts.
OF_ONE_WORD = 4.0  # pieces of a text that those of one word are worth, however long it is
WARY = 0.5  # of how common a language is, what counts once more for a single word; less for more
WARY_OF_ROMANISED = 8.0  # the same of what is seldom written in Latin letters
WORDS_FEW = 4  # from which on numbers and addresses say less
ELSEWHERE = 0.02  # share of a language's numbers that may be from anywhere

Pieces = NDArray[np.int64]

_WORD = re.compile(
    rf"(?:(?![{UNSPACED}])[^\W\d_]){{1,{WORD_MAX_LENGTH}}}|[{UNSPACED}]{{1,{WORD_MAX_LENGTH}}}"
)
_ASCII = re.compile(r"[!-~]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# Addresses, handles and codes are no words: "jo@posteo.de", "@jo", "jo88".
_NO_WORD = re.compile(r"\w[@/._]+\w|@\w|[a-z]\d|\d[a-z]", re.ASCII)
_CALLING_CODE = re.compile(r"(?:(?<![\w+])\+|(?<!\w)00)\s?([1-9]\d{0,2})(?=[\d ().-]{6})")
# Mobile numbers as they are written in their own country only.
_MOBILE = re.compile(
    r"(?<!\d)0(?:(?P<JP>[5789]0[ -]?\d{4}[ -]?\d{4})|(?P<BG>8[789](?:[ -]?\d){7})"
    r"|(?P<UA>(?:50|6[3678]|73|9[1-9])(?:[ -]?\d){7}))(?!\d)"
)
_IN_LATIN = re.compile("(?!sr)[a-z]+-Latn")  # Serbian is at home in both scripts


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
        """The languages by their probabilities, the likeliest first; the unlikely are left out.

        One word proves little, and never that a language is written in letters not its own.
        """
        said = _words(text)
        number = max(1, len(said))
        in_latin = _in_latin(self.tags)
        wary = 1.0 + np.where(in_latin, WARY_OF_ROMANISED, WARY) / number
        prior = self.prior * wary + self._homes_told(text) * min(1.0, WORDS_FEW / number)
        if len(said) < 2:
            prior = np.where(in_latin, FAR_OFF, prior)
        found = _columns_of(said)
        return _ranked(self.tags, self._shares(found, prior, most=OF_ONE_WORD * len(said)))

    def regions_of(self, text: str) -> dict[str, float]:
        """The countries by their probabilities, as the words alone tell them."""
        return _ranked(self.regions, self._shares(pieces(text), self.prior) @ self.homes)

    def _shares(
        self, found: Pieces, prior: NDArray[np.floating], *, most: float = math.inf
    ) -> NDArray[np.float64]:
        """The probability of each tag, of pieces that are worth ``most`` at the most."""
        # Pieces of one word go together, so that all of them prove less than as many apart would.
        worth = min(max(1.0, len(found)), 2.0 * max(1, len(found)) ** 0.5, most)
        belief = self.table[found].sum(axis=0, dtype=np.float64) * (worth / max(1, len(found)))
        belief = np.maximum(belief - belief.max(), FAR_OFF)
        of_language = np.exp(belief + prior)
        of_variety = np.exp(belief / VARIETIES_ALIKE + prior)
        groups = _groups(self.tags)
        wholes, parts = (np.bincount(groups, one) for one in (of_language, of_variety))
        shares: NDArray[np.float64] = of_variety * (wholes / wholes.sum() / parts)[groups]
        return shares

    def _homes_told(self, text: str) -> NDArray[np.float64]:
        """The log probability of the countries of numbers and addresses, by tag."""
        told = np.zeros(len(self.tags))
        for region in _regions_named(text) & frozenset(self.regions):
            told += np.log(self.homes[:, self.regions.index(region)] + ELSEWHERE)
        return told

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
    """The columns of a text, each once."""
    return _columns_of(_words(text))


def _columns_of(said: Sequence[str]) -> Pieces:
    columns = [_of_word(word) for word in said]
    return np.unique(np.concatenate(columns)) if columns else np.zeros(0, np.int64)


def _words(text: str) -> list[str]:
    """The words of a text, each once.

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
    return list(dict.fromkeys([*words, *signs]))[:WORDS_MAX]


def _without_address(ascii_run: re.Match[str]) -> str:
    return " " if _NO_WORD.search(ascii_run[0]) else ascii_run[0]


def _regions_named(text: str) -> set[str]:
    """The countries (ISO 3166) of the numbers and of the addresses in a text."""
    codes = (match[1] for match in _CALLING_CODE.finditer(text))
    named = {
        COUNTRY_CODE_TO_REGION_CODE[int(code[:length])][0]
        for code in codes
        for length in range(1, len(code) + 1)
        if int(code[:length]) in COUNTRY_CODE_TO_REGION_CODE  # none begins with another
    }
    named.update(match.lastgroup for match in _MOBILE.finditer(text) if match.lastgroup)
    return named | countries_of_addresses(text)


@lru_cache(WORDS_KEPT)
def _of_word(word: str) -> Pieces:
    return word_columns(word) >> (BITS - COLUMNS_BITS)


@lru_cache
def _in_latin(tags: tuple[str, ...]) -> NDArray[np.bool_]:
    """By tag, whether it is of a language in letters that are not its own."""
    return np.array([_IN_LATIN.match(tag) is not None for tag in tags])


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
