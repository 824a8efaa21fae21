"""Tokens for text that keeps to no rule: runs of letters, runs of digits, and every sign alone.

spaCy's own tokenizer knows words, and caches every chunk it sees: after 10,000 different ones it
turns slow for good, which a sender can bring about. This one has no memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from models.scripts import MARKS

TELLING_SIGNS = "@/_"  # of an address or an account, of a link, of a name
DOT = "."  # tells an address from an account, but stands at the end of every sentence as well
FIGURES_TOLD_APART = 12  # longer runs of figures look the same
RUN_MAX_LENGTH = 64  # characters, as long as the local part of an address; longer runs are cut


_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Signs stand alone: an address is known by its @ and its dots, whatever stands between them.
_TOKEN = re.compile(
    rf"[{_LATIN}]{{1,{RUN_MAX_LENGTH}}}"
    rf"|[0-9]{{1,{RUN_MAX_LENGTH}}}"
    rf"|[{_HAN}]"  # a character is a word, or a good part of one
    rf"|(?:(?![{_LATIN}{_HAN}0-9_])[\w{MARKS}]){{1,{RUN_MAX_LENGTH}}}"
    r"|\s"
    r"|.",
    re.DOTALL,
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # spaCy keeps strings as UTF-8, which has none


UNKNOWN = "\x00"  # the norm of a word that was not learned; no text has such a token


class Tokenizer:
    """Text to ``Doc``: every character is in a token, or is the single space after one.

    A token's norm is what it is taken for: a word that is ``known`` for itself, any other word for
    the unknown one, figures for as many noughts. So a name never seen looks like every other one,
    where a hash of it would look like some word it has nothing to do with.
    """

    def __init__(self, vocab: Vocab, known: frozenset[str] = frozenset()) -> None:
        self.vocab = vocab
        self.known = known

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for word in tokens(text):
            if word == " " and words and not spaces[-1] and words[-1] != " ":
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        document = Doc(self.vocab, words=words, spaces=spaces)
        for token, word, signs in zip(document, words, _signs_around(words, spaces), strict=True):
            token.norm_ = self._norm(word, signs)
        return document

    def _norm(self, word: str, signs: str) -> str:
        if word.isdecimal():
            return "0" * min(len(word), FIGURES_TOLD_APART) + signs
        if not word.isalpha():
            return word
        lowered = word.lower()
        return lowered if lowered in self.known and not signs else UNKNOWN + signs

    def pipe(self, texts: Any) -> Iterator[Doc]:
        """One ``Doc`` for each text; spaCy asks for it."""
        return map(self, texts)

    def to_disk(self, path: Path, **_: Any) -> None:
        """Nothing to keep; spaCy asks for it."""

    def from_disk(self, path: Path, **_: Any) -> Tokenizer:
        """Nothing to read; spaCy asks for it."""
        return self


def _signs_around(words: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    """For each token, the telling signs of the stretch without a space that it stands in.

    A mail address is told from a name by an @ that may stand ten tokens further on, out of the
    sight of the network; so each of its words is told.
    """
    around: list[str] = []
    begun = 0
    for index, word in enumerate(words):
        is_last = index + 1 == len(words)
        if spaces[index] or word.isspace() or is_last:
            stretch = {*words[begun : index + 1]}
            signs = "".join(sign for sign in TELLING_SIGNS if sign in stretch)
            if signs and DOT in stretch:
                signs += DOT
            around.extend([signs] * (index + 1 - begun))
            begun = index + 1
    return around


def tokens(text: str) -> Iterator[str]:
    """The tokens of a text, spaces among them; joined they are the text, lone surrogates aside."""
    return (match[0] for match in _TOKEN.finditer(_LONE_SURROGATE.sub("\ufffd", text)))
