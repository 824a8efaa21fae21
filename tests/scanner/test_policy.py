"""The policy: the table of the terms of service, and the decisions that it brings."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.message import CONTRACTS, Context, Contract
from scanner.policy import DEED, Policy, PolicyError, Row
from scanner.verdict import CATEGORIES, DECISIONS, Category, DecisionName, Failure, stricter

POLICY_FILE = Path(__file__).parents[2] / "rules" / "policy.toml"
POLICY = Policy.load(POLICY_FILE)
TEXT = POLICY_FILE.read_text(encoding="utf-8")
EMAIL = POLICY.rows["contact.email"]
SURE = 0.999  # above every threshold
UNDER = 1e-9  # so little is less than a threshold
BROKEN = (Failure("classify", "RuntimeError"),)

BEFORE: tuple[Contract, ...] = ("none", "offered")
AFTER: tuple[Contract, ...] = ("active", "ended")
CONTACTS = [category for category in CATEGORIES if category.startswith("contact.")]
PAYMENTS = [category for category in CATEGORIES if category.startswith("payment.")]


def decide(
    category: Category,
    contract: Contract,
    *,
    score: float = SURE,
    exempt: bool = False,
    paid: bool = False,
) -> DecisionName:
    context = Context(
        contract=contract,
        relationship="external" if exempt else "platform",
        conversion_fee_paid=paid,
    )
    return POLICY.decide({category: score}, context, ()).decision


# --- what is allowed


def test_a_message_without_scores_is_allowed() -> None:
    ruling = POLICY.decide({}, Context(), ())
    assert (ruling.decision, ruling.reasons) == ("allow", ())


@pytest.mark.parametrize("contract", AFTER)
@pytest.mark.parametrize("category", CONTACTS)
def test_contact_is_free_once_a_contract_has_begun(category: Category, contract: Contract) -> None:
    assert decide(category, contract) == "allow"


@pytest.mark.parametrize("contract", AFTER)
@pytest.mark.parametrize("category", PAYMENTS)
def test_those_who_knew_each_other_or_paid_the_fee_may_pay_outside(
    category: Category, contract: Contract
) -> None:
    assert decide(category, contract, exempt=True) == "allow"
    assert decide(category, contract, paid=True) == "allow"


@pytest.mark.parametrize("contract", CONTRACTS)
@pytest.mark.parametrize("category", CATEGORIES)
def test_a_score_below_every_threshold_is_allowed(category: Category, contract: Contract) -> None:
    just_below = POLICY.rows[category].flag_at - UNDER
    assert decide(category, contract, score=just_below) == "allow"


# --- what is not


@pytest.mark.parametrize("contract", BEFORE)
@pytest.mark.parametrize(
    ("category", "decision"),
    [
        ("contact.email", "hold"),
        ("contact.phone", "hold"),
        ("contact.handle", "hold"),
        ("contact.link", "hold"),
        ("contact.meeting", "flag"),
        ("contact.request", "flag"),
        ("contact.pointer", "flag"),
        ("payment.offplatform", "hold"),
        ("payment.account", "hold"),
        ("spam", "hold"),
        ("scam", "hold"),
    ],
)
def test_before_a_contract_the_table_counts(
    category: Category, decision: DecisionName, contract: Contract
) -> None:
    assert decide(category, contract) == decision


@pytest.mark.parametrize("contract", AFTER)
@pytest.mark.parametrize("category", [*PAYMENTS, "spam", "scam"])
def test_payment_outside_and_fraud_stay_held_under_a_contract(
    category: Category, contract: Contract
) -> None:
    assert decide(category, contract) == "hold"


@pytest.mark.parametrize("contract", BEFORE)
@pytest.mark.parametrize("category", [*PAYMENTS, *CONTACTS])
def test_knowing_each_other_excuses_nothing_before_a_contract(
    category: Category, contract: Contract
) -> None:
    assert decide(category, contract, exempt=True) != "allow"


@pytest.mark.parametrize(
    "category", [c for c in CATEGORIES if POLICY.rows[c].before_contract == "hold"]
)
def test_a_score_at_the_threshold_reaches_it(category: Category) -> None:
    row = POLICY.rows[category]
    is_flagged_first = row.flag_at < row.hold_at
    assert decide(category, "none", score=row.flag_at - UNDER) == "allow"
    assert decide(category, "none", score=row.flag_at) == ("flag" if is_flagged_first else "hold")
    assert decide(category, "none", score=row.hold_at) == "hold"
    if is_flagged_first:
        assert decide(category, "none", score=row.hold_at - UNDER) == "flag"


def test_a_failure_flags_rather_than_allows() -> None:
    ruling = POLICY.decide({}, Context(), BROKEN)
    assert (ruling.decision, ruling.reasons) == ("flag", ())


def test_a_failure_never_makes_a_decision_milder() -> None:
    assert POLICY.decide({"scam": SURE}, Context(), BROKEN).decision == "hold"


def test_a_score_that_is_no_number_flags_rather_than_allows() -> None:
    assert POLICY.decide({"spam": float("nan")}, Context(), ()).decision == "flag"


def test_a_policy_may_hold_what_was_not_read() -> None:
    strict = Policy.parse(TEXT.replace('on_failure = "flag"', 'on_failure = "hold"'), name="p")
    assert strict.decide({}, Context(), BROKEN).decision == "hold"


# --- reasons, and what would have changed the decision


def test_reasons_stand_strictest_first_and_say_what_was_done() -> None:
    scores: dict[Category, float] = {"contact.request": SURE, "contact.email": SURE, "scam": 0.01}
    reasons = POLICY.decide(scores, Context(contract="offered"), ()).reasons
    assert [(reason.category, reason.decision) for reason in reasons] == [
        ("contact.email", "hold"),
        ("contact.request", "flag"),
    ]
    assert reasons[0].text == "gives an email address before a contract"
    assert (reasons[0].score, reasons[0].threshold) == (SURE, EMAIL.hold_at)


def test_every_category_has_words_for_its_reason() -> None:
    assert set(DEED) == set(CATEGORIES)


def test_otherwise_names_the_least_change_both_ways() -> None:
    apart = replace(EMAIL, flag_at=0.5, hold_at=0.6)
    policy = replace(POLICY, rows={**POLICY.rows, "contact.email": apart})
    phone = policy.rows["contact.phone"].flag_at
    scores: dict[Category, float] = {"contact.email": 0.5, "contact.phone": phone / 2}
    ways = {way.decision: way for way in policy.decide(scores, Context(), ()).otherwise}
    assert set(ways) == {"allow", "hold"}
    assert (ways["allow"].category, ways["allow"].threshold) == ("contact.email", 0.5)
    assert (ways["hold"].category, ways["hold"].threshold) == ("contact.email", 0.6)


def test_a_detail_that_is_held_for_being_given_is_not_pointed_to_as_well() -> None:
    """But the pointer still counts for what would have changed the decision."""
    scores: dict[Category, float] = {"contact.email": SURE, "contact.pointer": SURE}
    ruling = POLICY.decide(scores, Context(), ())
    assert [reason.category for reason in ruling.reasons] == ["contact.email"]
    assert {(it.decision, it.category) for it in ruling.otherwise} == {("flag", "contact.email")}
    unsure: dict[Category, float] = {**scores, "contact.email": EMAIL.hold_at - 0.01}
    told = {reason.category for reason in POLICY.decide(unsure, Context(), ()).reasons}
    assert "contact.pointer" in told


def test_two_reasons_cannot_be_undone_by_one_change() -> None:
    scores: dict[Category, float] = {"contact.email": SURE, "contact.phone": SURE}
    assert POLICY.decide(scores, Context(), ()).otherwise == ()


def test_a_failure_leaves_no_way_to_allow() -> None:
    ways = POLICY.decide({"contact.email": SURE}, Context(), BROKEN).otherwise
    assert [way.decision for way in ways] == ["flag"]


SCORES = st.dictionaries(
    st.sampled_from(CATEGORIES), st.floats(min_value=0.0, max_value=1.0), max_size=5
)
CONTEXTS = st.builds(
    Context,
    contract=st.sampled_from(CONTRACTS),
    relationship=st.sampled_from(("platform", "external")),
    conversion_fee_paid=st.booleans(),
)


@given(SCORES, CONTEXTS, st.booleans())
def test_doing_what_otherwise_says_brings_what_it_says(
    scores: dict[Category, float], context: Context, is_broken: bool
) -> None:
    failures = BROKEN if is_broken else ()
    ruling = POLICY.decide(scores, context, failures)
    for way in ruling.otherwise:
        is_up = way.score < way.threshold
        changed = {**scores, way.category: way.threshold if is_up else way.threshold - UNDER}
        assert way.decision != ruling.decision
        assert POLICY.decide(changed, context, failures).decision == way.decision


@given(SCORES, CONTEXTS, st.sampled_from(CATEGORIES))
def test_a_higher_score_never_brings_a_milder_decision(
    scores: dict[Category, float], context: Context, category: Category
) -> None:
    before = POLICY.decide(scores, context, ()).decision
    after = POLICY.decide({**scores, category: 1.0}, context, ()).decision
    assert stricter(before, after) == after


# --- the file


def refused(text: str) -> list[str]:
    with pytest.raises(PolicyError) as error:
        Policy.parse(text, name="policy.toml")
    return [str(problem) for problem in error.value.problems]


def test_all_errors_are_told_at_once_with_place_value_and_fix() -> None:
    text = (
        TEXT.replace('on_failure = "flag"', 'on_failure = "allow"\ncolour = "red"')
        .replace('before_contract = "hold"', 'before_contract = "holt"', 1)
        .replace(f"hold_at = {EMAIL.hold_at}", 'hold_at = "high"', 1)
        .replace("[category.scam]", "[category.scan]")
    )
    problems = refused(text)
    assert len(problems) == 6
    told = "\n".join(problems)
    assert 'policy.toml: on_failure: "allow": write one of: flag, hold' in told
    assert 'contact.email: before_contract: "holt": did you mean hold?' in told
    assert 'contact.email: hold_at: "high": write a number above 0 and at most 1' in told
    assert 'category."scam": "missing": add its table' in told
    assert 'category."scan": "not a category": known are' in told
    assert "colour" in told


def test_a_flag_threshold_above_the_hold_threshold_is_refused() -> None:
    (problem,) = refused(TEXT.replace(f"flag_at = {EMAIL.flag_at}", "flag_at = 0.99", 1))
    assert f"flag_at: 0.99: write at most hold_at, {EMAIL.hold_at}" in problem


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    assert any("line 1" in problem for problem in refused("on_failure = = 3"))


def test_a_policy_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"none\.toml.*give the path of a policy"):
        Policy.load(tmp_path / "none.toml")


def test_the_version_changes_with_the_text_and_only_with_it() -> None:
    assert Policy.parse(TEXT, name="other name").version == POLICY.version
    assert Policy.parse(TEXT.replace("flag_at", "flag_at ", 1), name="p").version != POLICY.version


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(PolicyError):
        Policy.parse(text, name="policy.toml")


def test_every_field_is_documented() -> None:
    documented = (POLICY_FILE.parents[1] / "docs" / "policy.md").read_text(encoding="utf-8")
    for field in ("on_failure", *(field.name for field in fields(Row))):
        assert f"`{field}`" in documented, field


def test_decisions_are_ordered_mildest_first() -> None:
    assert DECISIONS == ("allow", "flag", "hold")
