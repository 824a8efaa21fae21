"""From labelled cases to what the models learn from. The one place that knows both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.cases import Case
from models.entity_finder import Entity, Label, Sample
from scanner.model_input import classifier_text, folded_view
from scanner.verdict import Category, EntityType
from scanner.views.view import View

# What no pattern can settle, for it is a matter of meaning.
CLASSIFIER_LABELS: tuple[Category, ...] = (
    "contact.request",
    "contact.pointer",
    "payment.offplatform",
    "spam",
    "scam",
)
# Innocent only because of the stage or the pair: the words are those of a violation.
EXCUSED_BY_CONTEXT = ("contract_active", "external_relationship", "fee_paid")
ENTITY_LABELS: dict[EntityType, Label] = {
    "email": "EMAIL",
    "phone": "PHONE",
    "handle": "HANDLE",
    "url": "URL",
    "payment_account": "PAYMENT_ACCOUNT",
}
UNKNOWN = float("nan")


def classifier_examples(cases: Sequence[Case]) -> tuple[list[str], NDArray[np.float64]]:
    """Texts and targets, (n_cases, n_labels): 1 yes, 0 no, NaN where the case does not say."""
    texts = [classifier_text(case.message) for case in cases]
    targets = [[target(case, label) for label in CLASSIFIER_LABELS] for case in cases]
    return texts, np.array(targets, np.float64).reshape(len(cases), len(CLASSIFIER_LABELS))


def target(case: Case, label: Category) -> float:
    """Whether the message does what the label says, whatever its context makes of it.

    A case names only its main category, so one that gives a phone number may ask for one as well:
    not known. Scams ask for money and contact in their own ways: not known either.
    """
    if case.category == label:
        return 1.0
    is_harm = label in ("spam", "scam")
    if not case.is_violation:
        return UNKNOWN if case.excuse in EXCUSED_BY_CONTEXT and not is_harm else 0.0
    if case.category is None or case.category in ("spam", "scam"):
        return UNKNOWN
    return UNKNOWN if _family(case.category) == _family(label) else 0.0


def entity_samples(cases: Sequence[Case]) -> Iterator[Sample]:
    """The cases as the entity finder reads them: folded, with their details marked.

    A case whose detail lies across several messages shows no whole one and is left out.
    """
    for case in cases:
        if any(entity.text is None for entity in case.entities):
            continue
        raw = case.message.text
        view = folded_view(raw)
        entities = []
        for entity in case.entities:
            if entity.text is None:
                continue
            start = raw.index(entity.text)
            low, high = _to_view(view, start, start + len(entity.text))
            if low < high:
                entities.append(Entity(ENTITY_LABELS[entity.type], low, high))
        yield Sample(view.text, tuple(entities))


def innocent_texts(cases: Sequence[Case]) -> list[str]:
    """Folded texts that give nothing away, for the generator to speak between."""
    return [
        folded_view(case.message.text).text
        for case in cases
        if not case.is_violation and not case.entities
    ]


def _family(category: Category) -> str:
    return category.partition(".")[0]


def _to_view(view: View, start: int, end: int) -> tuple[int, int]:
    """The range of the view that stands for a range of its source; empty when nothing does."""
    if view.starts is None or view.ends is None:
        return start, end
    inside = [
        index
        for index, (low, high) in enumerate(zip(view.starts, view.ends, strict=True))
        if low < end and high > start
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
