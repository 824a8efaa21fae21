"""From labelled cases to what the models learn from. The one place that knows both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.cases import Case, LabelledEntity
from bench.guidelines import EXCUSES
from bench.real_talk import Talk
from bench.utterances import Utterance
from models.entity_finder import Entity, Label, Sample
from scanner.detectors.entity_finder import GIVEN
from scanner.model_input import folded_view
from scanner.verdict import CATEGORIES, Category, EntityType

# Innocent only because of the stage or the pair: the words are those of a violation.
EXCUSED_BY_CONTEXT = ("contract_active", "external_relationship", "fee_paid")
ENTITY_LABELS: dict[EntityType, Label] = {
    "email": "EMAIL",
    "phone": "PHONE",
    "handle": "HANDLE",
    "url": "URL",
    "payment_account": "PAYMENT_ACCOUNT",
}
DETAIL_OF = dict(GIVEN.values())  # the categories whose violations give a detail, and its type
GIVING: tuple[Category, ...] = (
    "contact.email",
    "contact.phone",
    "contact.handle",
    "contact.link",
    "contact.meeting",
    "contact.request",
    "contact.pointer",
)
UNKNOWN = float("nan")
FIGURES_MIN = 7  # of a telephone number that stands there


def targets_of(cases: Sequence[Case]) -> NDArray[np.float64]:
    """(n_cases, n_categories): 1 yes, 0 no, NaN where the case does not say."""
    rows = [[target(case, category) for category in CATEGORIES] for case in cases]
    return np.array(rows, np.float64).reshape(len(cases), len(CATEGORIES))


def targets_of_utterances(utterances: Sequence[Utterance]) -> NDArray[np.float64]:
    """The same of utterances, which say what they do as cases do."""
    rows = [
        [_target_beside(utterance.category, category) for category in CATEGORIES]
        for utterance in utterances
    ]
    return np.array(rows, np.float64).reshape(len(utterances), len(CATEGORIES))


def targets_of_talks(talks: Sequence[Talk]) -> NDArray[np.float64]:
    """The same of real talk; where it may give contact details, rightly, those are not known."""
    rows = [
        [
            1.0
            if category == talk.category
            else UNKNOWN
            if talk.category or (talk.may_give_contact and category in GIVING)
            else 0.0
            for category in CATEGORIES
        ]
        for talk in talks
    ]
    return np.array(rows, np.float64).reshape(len(talks), len(CATEGORIES))


def reasons_of(cases: Sequence[Case]) -> NDArray[np.float64]:
    """(n_cases, n_excuses): 1 for why a case is innocent, 0 for every other reason."""
    rows = [[float(case.excuse == excuse) for excuse in EXCUSES] for case in cases]
    return np.array(rows, np.float64).reshape(len(cases), len(EXCUSES))


def reasons_of_others(others: Sequence[Utterance | Talk]) -> NDArray[np.float64]:
    """The same of utterances and real talk: none for the harmful, not known for the innocent."""
    rows = [[UNKNOWN if it.category is None else 0.0] * len(EXCUSES) for it in others]
    return np.array(rows, np.float64).reshape(len(others), len(EXCUSES))


def target(case: Case, label: Category) -> float:
    """Whether the message does what the label says, whatever its context makes of it.

    A case names only its main category, so one that gives a phone number may ask for one as well:
    not known. Scams ask for money and contact in their own ways: not known either. But a case
    names every detail that it gives: with one, the label of such details is done, and without, it
    is not. A link may be a meeting's or another's. Whoever gives a detail plainly does not point to
    it; who hides one in a riddle may do both.
    """
    gives = {entity.type for entity in case.entities}
    detail = DETAIL_OF.get(label)
    is_given = detail in gives and detail != "url"
    if not case.is_violation:
        is_harm = label in ("spam", "scam")
        if case.excuse not in EXCUSED_BY_CONTEXT or is_harm:
            return 0.0
        return 1.0 if is_given else UNKNOWN
    if case.category == label or is_given:
        return 1.0
    is_ruled_out = detail is not None and detail not in gives
    is_there = label == "contact.pointer" and any(map(_stands_plainly, case.entities))
    return 0.0 if is_ruled_out or is_there else _target_beside(case.category, label)


def _stands_plainly(entity: LabelledEntity) -> bool:
    """Whether what it is can be read off the text; of a telephone number, its last figures."""
    text = (entity.text or "").casefold()
    if entity.type == "phone":
        figures = "".join(filter(str.isdecimal, text))
        return len(figures) >= FIGURES_MIN and entity.value.endswith(figures[-FIGURES_MIN:])
    return entity.value.casefold() in text


def _target_beside(category: Category | None, label: Category) -> float:
    """Whether something whose main category is this one, if any, does what the label says too."""
    if category is None:
        return 0.0
    if category == label:
        return 1.0
    is_open = category in ("spam", "scam") or _family(category) == _family(label)
    return UNKNOWN if is_open else 0.0


def entity_samples(cases: Sequence[Case]) -> Iterator[Sample]:
    """The cases as the entity finder reads them: folded, with their details marked.

    A case whose detail lies across several messages shows no whole one and is left out.
    """
    for case in cases:
        if all(entity.text is not None for entity in case.entities):
            text, placed = placed_details(case)
            entities = (
                Entity(ENTITY_LABELS[entity.type], low, high)
                for low, high, entity in placed
                if low < high
            )
            yield Sample(text, tuple(entities))


def placed_details(case: Case) -> tuple[str, list[tuple[int, int, LabelledEntity]]]:
    """The folded text, and where the details stand in it that stand in the message itself."""
    raw = case.message.text
    view = folded_view(raw)
    placed = []
    for entity in case.entities:
        if entity.text is not None:
            start = raw.index(entity.text)
            placed.append((*view.from_source(start, start + len(entity.text)), entity))
    return view.text, placed


def innocent_texts(cases: Sequence[Case]) -> list[str]:
    """Folded texts that give nothing away, for the generator to speak between."""
    return [
        folded_view(case.message.text).text
        for case in cases
        if not case.is_violation and not case.entities
    ]


def _family(category: Category) -> str:
    return category.partition(".")[0]
