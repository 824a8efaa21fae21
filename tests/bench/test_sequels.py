"""Cases are said after something that has nothing to do with them, and stay what they are."""

from __future__ import annotations

from dataclasses import replace

from bench.cases import Case, parse_case, read_all
from bench.sequels import ANSWER_MAX_LENGTH, Sequels, after_violations
from bench.split import DATA, split_of
from scanner.message import Role

WORK = "The menu now opens on phones as well, and the prices moved to the right."


def _case(
    text: str, *, violation: bool = False, lang: str = "en", role: Role = "client", **fields: object
) -> Case:
    labels = (
        {"category": "contact.request", "accept": ["flag", "hold"], "ideal": "flag"}
        if violation
        else {"excuse": "ordinary", "accept": ["allow"], "ideal": "allow"}
    )
    context = {"contract": "none", "surface": "message", "sender_role": role}
    line = {"id": "a-1", "lang": lang, "family": "x", "context": context, "history": []}
    rest = {"text": text, "violation": violation, "entities": [], "why": "said"}
    return parse_case({**line, **rest, **labels, **fields}, "here")


SAID = [
    _case("your number?", violation=True),
    _case("skype me", violation=True),
    _case("the draft is up"),
    _case("sua conta?", violation=True, lang="pt"),
    _case("o ficheiro chegou", lang="pt-BR"),
]


def test_half_stand_after_something_of_their_language_and_nothing_else_changes() -> None:
    cases = [_case(WORK), _case(WORK, lang="pt")] * 50
    after = list(Sequels(SAID, seed=1).of_cases(cases))
    for case, shown in zip(cases, after, strict=True):
        message = replace(shown.message, history=case.message.history)
        assert replace(shown, message=message) == case
        said = {it.message.text for it in SAID if it.language[:2] == case.language}
        assert {earlier.text for earlier in shown.message.history} <= said
    assert 30 < sum(bool(case.message.history) for case in after) < 70
    roles = {earlier.sender_role for case in after for earlier in case.message.history}
    assert roles == {"client", "freelancer"}


def test_short_message_answers_no_violation_of_the_other_side() -> None:
    cases = [_case("x" * ANSWER_MAX_LENGTH)] * 200
    wrong = {case.message.text for case in SAID if case.is_violation}
    after = [case.message.history for case in Sequels(SAID, seed=1).of_cases(cases)]
    said = {(it.sender_role, it.text in wrong) for history in after for it in history}
    assert said == {("client", True), ("client", False), ("freelancer", False)}


def test_case_with_a_talk_of_its_own_keeps_it() -> None:
    earlier = {"sender_role": "freelancer", "text": "Shall we begin?"}
    cases = [_case("yes", history=[earlier])] * 20
    sequels = Sequels(SAID, seed=1)
    assert list(sequels.of_cases(cases)) == cases
    assert list(sequels.of_own(cases)) == []


def test_same_seed_says_the_same_and_another_something_else() -> None:
    cases = [_case(WORK)] * 20
    first, again, other = (list(Sequels(SAID, seed=seed).of_cases(cases)) for seed in (1, 1, 2))
    assert first == again != other


def test_measured_cases_stand_after_a_violation_of_the_same_sender_that_taught_nothing() -> None:
    (shown,) = after_violations([_case(WORK, role="freelancer")])
    (earlier,) = shown.message.history
    cases = read_all(sorted((DATA / "cases").glob("*.jsonl")))
    (source,) = (it for it in cases if it.message.text == earlier.text)
    assert source.is_violation
    assert split_of(source.id) != "train"
    assert earlier.sender_role == "freelancer"
