"""Sentences that give something away, for the entity finder to learn from: seeded and endless.

People write a few hundred disguised details by hand; a tagger wants thousands. The generator puts
composed details (``bench/details.py``) into sentences of ``data/generator.toml``, or between the
sentences of innocent cases, and makes as many texts that only look like it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from random import Random

from bench import details
from bench.details import words
from models.entity_finder import Entity, Label, Sample

SENTENCE_END = re.compile(r"(?<=[.!?。！？।])\s+|\n+")
KINDS: tuple[tuple[str, Label, Callable[[Random], str], int], ...] = (
    # sentences, label, detail, how often
    ("email", "EMAIL", details.email, 30),
    ("phone", "PHONE", details.phone, 30),
    ("handle", "HANDLE", details.handle, 4),
    ("apps", "HANDLE", details.handle, 16),
    ("url", "URL", details.url, 10),
    ("paypal", "PAYMENT_ACCOUNT", details.email, 3),
    ("bank", "PAYMENT_ACCOUNT", details.iban, 4),
    ("card", "PAYMENT_ACCOUNT", details.card, 3),
    ("wallet", "PAYMENT_ACCOUNT", details.wallet, 3),
    ("upi", "PAYMENT_ACCOUNT", details.upi, 2),
    ("mobile_money", "PAYMENT_ACCOUNT", details.phone, 5),
)
INNOCENT_SHARE = 0.35  # of all samples


def samples(count: int, *, innocents: Sequence[str], seed: int) -> list[Sample]:
    """That many samples; the same for the same innocents and seed.

    ``innocents`` are texts known to give nothing away.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    return [_sample(chance, innocents) for _ in range(count)]


def _sample(chance: Random, innocents: Sequence[str]) -> Sample:
    before, after = _surroundings(chance, innocents)
    if chance.random() < INNOCENT_SHARE:
        return Sample(f"{before}{_innocent(chance)}{after}", ())
    [(key, label, compose, _)] = chance.choices(KINDS, weights=[kind[3] for kind in KINDS])
    sentence = sentence_for(chance, key)
    if chance.random() < 0.3:
        sentence = sentence.lower()
    if chance.random() < 0.1:
        sentence = "{}"
    detail = compose(chance)
    start = len(before) + sentence.index("{}")
    entity = Entity(label, start, start + len(detail))
    return Sample(f"{before}{sentence.replace('{}', detail)}{after}", (entity,))


def sentence_for(chance: Random, key: str) -> str:
    """One that gives a detail of this kind, which goes in the place of {}."""
    if key != "apps":
        return str(chance.choice(words()["sentences"][key]))
    apps = words()["apps"]
    return str(chance.choice(apps["sentences"])).replace("{app}", chance.choice(apps["names"]))


def _surroundings(chance: Random, innocents: Sequence[str]) -> tuple[str, str]:
    """What stands before and after: nothing, or sentences of an innocent text."""
    if not innocents or chance.random() < 0.35:
        return "", chance.choice(("", "", ".", " !", " pls", " 🙏", "\nthanks"))
    parts = [part for part in SENTENCE_END.split(chance.choice(innocents)) if part]
    cut = chance.randint(0, len(parts))
    before, after = " ".join(parts[max(0, cut - 2) : cut]), " ".join(parts[cut : cut + 2])
    gap = chance.choice((" ", " ", "\n", "\n\n", " - "))
    return (f"{before}{gap}" if before else ""), (f"{gap}{after}" if after else "")


def _innocent(chance: Random) -> str:
    """A sentence full of numbers or words of contact that gives nothing away."""
    table = words()["digits"]
    said = table[chance.choice(tuple(table))]
    draw: dict[str, Callable[[], str]] = {
        "n": lambda: chance.choice(said),
        "d": lambda: str(chance.randrange(10 ** chance.randint(1, 7))),
        "h": lambda: "".join(chance.choices(string.hexdigits.lower(), k=8)),
    }
    sentence = chance.choice(words()["sentences"]["innocent"])
    return re.sub(r"{([ndh])}", lambda match: draw[match[1]](), sentence)
