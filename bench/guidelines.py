"""What data/README.md asks of the cases in ``data/``, beyond the format that is open to all."""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers

from bench.cases import Case, LabelledEntity
from scanner.verdict import CATEGORIES, CONTACT_DETAILS

EXCUSES = (
    "the_work_itself",
    "numbers",
    "code",
    "test_data",
    "refusal",
    "quoting_rules",
    "reporting",
    "ordinary",
    "portfolio",
    "platform_payment",
    "system_access",
    "contract_active",
    "external_relationship",
    "fee_paid",
)
ALLOWED_LATER = tuple(name for name in CATEGORIES if name.startswith("contact."))


def broken_guidelines(case: Case) -> Iterator[str]:
    """What is wrong with the case, each with what to do; nothing for a case as it should be."""
    if not case.why:
        yield "why is empty: say in one line what the case is about"
    if case.message.context.sender_role is None:
        yield "context.sender_role is missing: the judge of a case must know who speaks"
    if case.is_violation:
        yield from _broken_by_violation(case)
    else:
        yield from _broken_by_innocent(case)
    for entity in case.entities:
        yield from _broken_by_entity(entity)


def _broken_by_violation(case: Case) -> Iterator[str]:
    if case.category is None:
        yield "category is missing: every violation has one"
    if case.ideal == "flag" and set(case.accept) != {"flag", "hold"}:
        yield "accept: what is best flagged counts as caught by flag and by hold"
    if case.category in ALLOWED_LATER and not case.message.context.is_before_contract:
        yield f"{case.category} is allowed once there is a contract: say that there is none"
    if case.category in CONTACT_DETAILS and not case.entities:
        yield f"entities is empty: a case of {case.category} gives a detail"
    if case.family.startswith("split.") and not case.message.history:
        yield "history is empty: a split case has its parts there"


def _broken_by_innocent(case: Case) -> Iterator[str]:
    if case.excuse not in EXCUSES:
        yield f"excuse is none of the vocabulary: use one of {', '.join(EXCUSES)}"
    if case.ideal != "allow":
        yield "ideal: what is best stopped is a violation; label it as one"
    context = case.message.context
    if case.excuse == "contract_active" and context.is_before_contract:
        yield "excuse contract_active: there is no contract yet in the context"
    is_before = context.is_before_contract
    if case.excuse in ("external_relationship", "fee_paid") and is_before:
        yield f"excuse {case.excuse}: before a contract it excuses nothing; a contract is needed"
    if case.excuse == "external_relationship" and context.relationship != "external":
        yield "excuse external_relationship: the context says platform"
    if case.excuse == "fee_paid" and not context.conversion_fee_paid:
        yield "excuse fee_paid: the context says it is not"


def _broken_by_entity(entity: LabelledEntity) -> Iterator[str]:
    value = entity.value
    if entity.type == "phone" and not _is_e164(value):
        yield f"phone {value} is no valid number in E.164"
    if entity.type == "email" and (value != value.lower() or value.count("@") != 1):
        yield f"email {value} is not canonical: lower case, one @"
    if entity.type == "handle" and (value != value.lower() or value.startswith("@")):
        yield f"handle {value} is not canonical: lower case, no leading @"
    if entity.type == "url" and value.startswith(("http://", "https://")):
        yield f"url {value} is not canonical: no http(s)://; the scheme of an app stays"
    if entity.type == "payment_account" and (
        value.startswith("@") or any(character.isspace() for character in value)
    ):
        yield f"payment_account {value} is not canonical: no leading @, no spaces"


def _is_e164(value: str) -> bool:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return False
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return phonenumbers.is_valid_number(number) and written == value
