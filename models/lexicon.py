"""The words of concepts that a training went by, kept beside the weights that know them.

They are kept as they are looked up: putting hundreds of thousands in order takes two seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from marisa_trie import Trie

from models.errors import ModelError

_BROKEN = (OSError, EOFError, ValueError, TypeError, LookupError, RuntimeError, BadZipFile)

Sense = tuple[str, str]  # a language, and a concept that the word has in it
Listed = tuple[bool, Sense]  # whether any ending may follow


@dataclass(frozen=True, slots=True)
class Entries:
    """What entries may mean, and where longer ones may be looked for.

    ``listed`` is by the number of an entry in the ``trie``. ``begun`` has the words with which
    entries go on, "thank" for "thank you". ``longest`` is the length of the longest entry.
    """

    trie: Trie
    begun: Trie
    listed: list[tuple[Listed, ...]]
    longest: int

    def save(self, path: Path) -> None:
        """The entries are in the file: arrays and nothing that could be run."""
        kinds = {listed: number for number, listed in enumerate(dict.fromkeys(self.listed))}
        every = dict.fromkeys(sense for listed in kinds for _, sense in listed)
        senses = {sense: number for number, sense in enumerate(every)}
        flat = [2 * senses[sense] + is_stem for listed in kinds for is_stem, sense in listed]
        np.savez_compressed(
            path,
            allow_pickle=False,
            trie=np.frombuffer(self.trie.tobytes(), np.uint8),
            begun=np.frombuffer(self.begun.tobytes(), np.uint8),
            kinds=np.array([kinds[listed] for listed in self.listed], np.int32),
            ends=np.cumsum([0, *map(len, kinds)], dtype=np.int32),
            flat=np.array(flat, np.int32),
            senses=np.array(list(senses), np.str_).reshape(-1, 2),
            longest=np.array(self.longest),
        )

    @classmethod
    def load(cls, path: Path) -> Entries:
        """The entries of a file. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            senses = [(str(language), str(name)) for language, name in arrays["senses"]]
            flat = [(bool(it % 2), senses[it // 2]) for it in arrays["flat"].tolist()]
            ends = arrays["ends"].tolist()
            kinds = [tuple(flat[start:end]) for start, end in pairwise(ends)]
            entries = cls(
                Trie().frombytes(arrays["trie"].tobytes()),
                Trie().frombytes(arrays["begun"].tobytes()),
                [kinds[it] for it in arrays["kinds"].tolist()],
                int(arrays["longest"]),
            )
            if len(entries.trie) != len(entries.listed):
                raise ValueError("not as many meanings as entries")
        except _BROKEN as error:
            raise ModelError(
                f"{path}: cannot be read as a lexicon ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error
        return entries
