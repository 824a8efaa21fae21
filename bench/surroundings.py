"""A message as people write it: what counts stands among sentences that do not matter.

A case is written for what counts in it. A model that learns from cases alone takes other sentences
around for a sign of innocence, and whoever says "hello, the draft looks good" first is let through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from bench.cases import Case, read_all
from bench.split import DATA, split_of
from bench.utterances import Utterance

SEED = 1  # of what surrounds the measured; they are always the same
FRONT, BEHIND = 0.7, 0.5  # how often something stands there; at least one of them always
MANY = 0.35  # how often it is more than one sentence
BREAK = 0.25  # how often it is a paragraph of its own
SENTENCE_MAX_LENGTH = 160  # code points of a case that is said beside another one
UTTERANCES = 0.35  # of them, how many are said among others

_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", ":", ";", ",")


class Surroundings:
    """Innocent sentences by language, to be said before and after something."""

    def __init__(self, cases: Sequence[Case], utterances: Sequence[Utterance], *, seed: int):
        """Those of innocent utterances and of short innocent cases; the same for a seed."""
        self._chance = Random(seed)  # samples, no secrets  # nosec B311
        self._sentences: dict[str, list[str]] = defaultdict(list)
        for utterance in utterances:
            if utterance.category is None:
                self._sentences[written(utterance.language)].append(utterance.text)
        for case in cases:
            if case.excuse == "ordinary" and len(case.message.text) <= SENTENCE_MAX_LENGTH:
                self._sentences[written(case.language)].append(case.message.text)

    def of_cases(self, cases: Sequence[Case]) -> Iterator[Case]:
        """Each case with something around what it says."""
        for case in cases:
            yield case.saying(self._around(case.message.text, case.language))

    def of_utterances(self, utterances: Sequence[Utterance]) -> Iterator[Utterance]:
        """The utterances, some of them with something around."""
        for utterance in utterances:
            if self._chance.random() < UTTERANCES:
                text = self._around(utterance.text, utterance.language)
                yield replace(utterance, text=text)
            else:
                yield utterance

    def _around(self, text: str, language: str) -> str:
        spoken = self._spoken(language)
        is_behind = self._chance.random() < BEHIND
        if not is_behind or self._chance.random() < FRONT:
            text = self._joined([*self._some(spoken), text])
        if is_behind:
            text = self._joined([text, *self._some(spoken)])
        return text

    def _some(self, spoken: Sequence[str]) -> list[str]:
        wanted = 2 if self._chance.random() < MANY else 1
        return self._chance.sample(spoken, min(wanted, len(spoken)))

    def _joined(self, parts: Sequence[str]) -> str:
        said = parts[0]
        for part in parts[1:]:
            stop = "" if said.rstrip().endswith(_ENDS) else self._chance.choice((".", ",", ""))
            said += stop + ("\n" if self._chance.random() < BREAK else " ") + part
        return said

    def _spoken(self, language: str) -> Sequence[str]:
        tag = written(language)
        base, _, script = tag.partition("-")
        for name in (tag, "en" if script == "Latn" else base):
            if len(self._sentences.get(name, ())) > 1:
                return self._sentences[name]
        return self._sentences["en"]


def surrounded(cases: Sequence[Case]) -> list[Case]:
    """The cases to be measured among ordinary sentences that no model has learned from."""
    files = sorted((DATA / "cases").glob("*.jsonl"))
    others = [case for case in read_all(files) if split_of(case.id) != "train"]
    return list(Surroundings(others, (), seed=SEED).of_cases(cases))


def written(language: str) -> str:
    """Language and script of a BCP 47 tag, ``pt`` of ``pt-BR``, ``hi-Latn`` of itself."""
    return "-".join(
        part for place, part in enumerate(language.split("-")) if place == 0 or len(part) == 4
    )
