"""Cases are said among sentences of their own language, and stay what they are."""

from __future__ import annotations

from bench.cases import Case, parse_case
from bench.surroundings import SENTENCE_MAX_LENGTH, Surroundings, surrounded
from bench.utterances import Utterance

SAID = [
    Utterance("en", None, "The draft looks good."),
    Utterance("en", None, "see you on Monday"),
    Utterance("pt", None, "obrigada pelo ficheiro"),
    Utterance("pt", None, "fica para amanhã"),
    Utterance("pt", "contact.request", "passa-me o teu número"),
]


def _case(text: str, language: str = "en") -> Case:
    return parse_case(
        {
            "id": "a-1",
            "lang": language,
            "family": "request.asks",
            "category": "contact.request",
            "context": {"contract": "none", "surface": "message", "sender_role": "client"},
            "history": [{"sender_role": "freelancer", "text": "Shall we begin?"}],
            "text": text,
            "violation": True,
            "accept": ["flag", "hold"],
            "ideal": "flag",
            "entities": [],
            "why": "asks for a number",
        },
        "here",
    )


def _texts(*cases: Case, utterances: list[Utterance] = SAID, seed: int = 1) -> list[str]:
    surroundings = Surroundings(cases, utterances, seed=seed)
    return [case.message.text for case in surroundings.of_cases(cases)]


def test_something_innocent_stands_around_what_a_case_says() -> None:
    cases = [_case("your number?") for _ in range(50)]
    around = {text.replace("your number?", "") for text in _texts(*cases)}
    assert "" not in around
    assert any(text.startswith("The draft") for text in around)
    said = {utterance.text for utterance in SAID if utterance.category}
    assert not any(text in one for text in said for one in around)


def test_sentences_are_of_the_same_language_or_english() -> None:
    for text in _texts(*[_case("o teu número?", "pt-BR")] * 20):
        assert "draft" not in text
        assert "Monday" not in text
    for text in _texts(*[_case("նամակդ գրիր", "hy")] * 20):
        assert "draft" in text or "Monday" in text


def test_everything_else_of_a_case_stays() -> None:
    case = _case("your number?")
    (shown,) = Surroundings([case], SAID, seed=1).of_cases([case])
    assert shown.id == case.id
    assert shown.accept == case.accept
    assert shown.message.history == case.message.history
    assert shown.message.context == case.message.context


def test_same_seed_says_the_same() -> None:
    cases = [_case("your number?") for _ in range(10)]
    assert _texts(*cases) == _texts(*cases)
    assert _texts(*cases) != _texts(*cases, seed=2)


def test_some_utterances_stay_alone() -> None:
    spoken = list(Surroundings([], SAID, seed=1).of_utterances(SAID * 20))
    alone = sum(utterance in SAID for utterance in spoken)
    assert 0 < alone < len(spoken)


def test_measured_cases_stand_among_sentences_of_the_repository() -> None:
    (first,) = surrounded([_case("your number?")])
    (again,) = surrounded([_case("your number?")])
    assert first == again
    assert len(first.message.text) > len("your number?")
    assert len(first.message.text) < len("your number?") + 4 * SENTENCE_MAX_LENGTH + 10
