"""What goes out: a verdict, and the proof it stands on. No type here holds a copy of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

DecisionName = Literal["allow", "flag", "hold"]
DECISIONS: tuple[DecisionName, ...] = get_args(DecisionName)  # mildest first

Category = Literal[
    "contact.email",
    "contact.phone",
    "contact.handle",
    "contact.link",
    "contact.meeting",
    "contact.request",
    "contact.pointer",
    "payment.offplatform",
    "payment.account",
    "spam",
    "scam",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)

# Categories of which a message may hold the detail itself; those by which somebody is reached.
CONTACT_DETAILS: tuple[Category, ...] = (
    "contact.email",
    "contact.phone",
    "contact.handle",
    "contact.link",
)
DETAILS: tuple[Category, ...] = (*CONTACT_DETAILS, "contact.meeting", "payment.account")

EntityType = Literal["email", "phone", "handle", "url", "payment_account"]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)

_STRICTNESS = {name: place for place, name in enumerate(DECISIONS)}


def stricter(left: DecisionName, right: DecisionName) -> DecisionName:
    """The stricter of two decisions: hold over flag over allow."""
    return left if _STRICTNESS[left] >= _STRICTNESS[right] else right


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range in code points of a raw message: 0 the judged one, -1 the one before it."""

    message: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that the policy speaks about, and where it stands.

    ``type`` and ``value`` are None where no detail is given (a request, a pointer, an offer).
    ``value`` is canonical: lower-case email; phone in E.164; handle without @; URL without scheme;
    account id without spaces. ``read_as`` names the disguises it was read through; empty is plain.
    ``source`` is the id of the detector or the rule.
    """

    category: Category
    source: str
    spans: tuple[Span, ...]
    confidence: float
    type: EntityType | None = None
    value: str | None = None
    read_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """Why a finding counts less, or not at all.

    ``weight`` is what the finding's confidence was multiplied by: 0.0 drops it. ``spans`` show what
    in the text excused it; empty where the context did.
    """

    finding: Finding
    reason: str
    source: str
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A step that broke. ``error`` is the class name alone: messages of exceptions quote input."""

    step: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One cell of the policy that speaks against the message: ``score`` reached ``threshold``."""

    category: Category
    score: float
    decision: DecisionName
    threshold: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """The least change of one score that would have brought another decision."""

    decision: DecisionName
    category: Category
    score: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Influence:
    """What raised a score: a stretch of the message, or None for what was said before.

    ``weight`` is in log odds: without it the score would be so much lower.
    """

    span: Span | None
    weight: float


Influences = Mapping[Category, Sequence[Influence]]  # strongest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Enough to reproduce a verdict: content hashes of rules, policy, models and views."""

    rulebook: str
    policy: str
    models: str
    views: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``reasons`` are strictest first. ``scores`` holds every category, each in [0, 1]."""

    decision: DecisionName
    reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...]
    excuses: tuple[Excuse, ...]
    scores: dict[Category, float]
    failures: tuple[Failure, ...]
    versions: Versions
    otherwise: tuple[Otherwise, ...] = ()
    elapsed_ms: float | None = field(default=None, compare=False)
