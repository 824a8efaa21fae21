"""What the road does to real talk that somebody else labelled: false alarms, and scams caught."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from bench.real_talk import Talk
from bench.scoring import Share
from scanner.message import Message
from scanner.road import Scanner
from scanner.verdict import Verdict

INNOCENT = "innocent"
FALSE_ALARMS = 0.01  # at which recall is told
BATCH_LENGTH = 64  # messages judged at once


@dataclass(frozen=True, slots=True)
class TalkScore:
    """One set, one label. ``auc`` and ``recall`` only for a harmful label beside innocents.

    auc: of the higher of the scores of spam and scam, against the innocents of the set. recall: the
    share of the label with a score that one in a hundred of those innocents reaches.
    """

    flagged: Share
    held: Share
    auc: float | None = None
    recall: float | None = None


def score_talks(scanner: Scanner, talks: Sequence[Talk]) -> Iterator[tuple[str, str, TalkScore]]:
    """Each set with each of its labels. A message is judged alone, before a contract."""
    by_set: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        by_set[talk.source].append(talk)
    for source, of_set in sorted(by_set.items()):
        verdicts = [
            verdict
            for start in range(0, len(of_set), BATCH_LENGTH)
            for verdict in scanner.scan_many(
                [Message(text=talk.text) for talk in of_set[start : start + BATCH_LENGTH]]
            )
        ]
        labels = np.array([talk.category or INNOCENT for talk in of_set])
        scores = np.array([max(it.scores["spam"], it.scores["scam"]) for it in verdicts])
        for label in sorted(set(labels)):
            chosen = [it for it, own in zip(verdicts, labels, strict=True) if own == label]
            beside = scores[labels == INNOCENT] if label != INNOCENT else scores[:0]
            yield source, str(label), _score(chosen, scores[labels == label], beside)


def _score(
    verdicts: Sequence[Verdict],
    own: NDArray[np.float64],
    innocent: NDArray[np.float64],
) -> TalkScore:
    flagged = Share(sum(it.decision != "allow" for it in verdicts), len(verdicts))
    held = Share(sum(it.decision == "hold" for it in verdicts), len(verdicts))
    if not len(innocent):
        return TalkScore(flagged, held)
    truth = np.concatenate([np.ones(len(own)), np.zeros(len(innocent))])
    threshold = np.quantile(innocent, 1 - FALSE_ALARMS)
    return TalkScore(
        flagged,
        held,
        auc=float(roc_auc_score(truth, np.concatenate([own, innocent]))),
        recall=float((own > threshold).mean()),
    )
