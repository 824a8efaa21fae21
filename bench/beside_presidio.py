"""What Presidio answers to labelled cases, and how fast. Runs in an environment of its own.

    python3 -m venv presidio && presidio/bin/pip install presidio-analyzer
    presidio/bin/python bench/beside_presidio.py answers.jsonl data/cases/*.jsonl
    inbounds evaluate data/cases/*.jsonl --split test --answers answers.jsonl

Its pattern recognisers alone, no language model, as it is deployed where milliseconds count. Our
policy is given to it for free: a contact detail before a contract is held, payment details always
are unless the pair may pay outside. The speed is of one message at a time, in this process.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

ENTITIES = {
    "EMAIL_ADDRESS": ("contact.email", "email"),
    "PHONE_NUMBER": ("contact.phone", "phone"),
    "URL": ("contact.link", "url"),
    "CREDIT_CARD": ("payment.account", "payment_account"),
    "IBAN_CODE": ("payment.account", "payment_account"),
    "CRYPTO": ("payment.account", "payment_account"),
}


class NoModel(NlpEngine):  # type: ignore[misc]
    """Words and nothing else, for that is all that the pattern recognisers look at."""

    def __init__(self) -> None:
        self._words = spacy.blank("en")

    def load(self) -> None: ...

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        words = self._words(text)
        return NlpArtifacts(
            entities=[],
            tokens=words,
            tokens_indices=[word.idx for word in words],
            lemmas=[word.text for word in words],
            nlp_engine=self,
            language=language,
        )

    def process_batch(self, texts: Any, language: str, **_: Any) -> Any:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["en"]


def answer(analyzer: AnalyzerEngine, case: dict[str, Any]) -> dict[str, Any]:
    """The decision on a case, with what was found."""
    context = case.get("context", {})
    is_before = context.get("contract", "none") in ("none", "offered")
    may_pay = not is_before and (
        context.get("relationship") == "external" or context.get("conversion_fee_paid", False)
    )
    found = analyzer.analyze(case["text"], language="en", entities=list(ENTITIES))
    findings = []
    for it in found:
        category, type_ = ENTITIES[it.entity_type]
        value = case["text"][it.start : it.end]
        if type_ == "phone":
            value = "+" + "".join(filter(str.isdigit, value)) if "+" in value else value
        findings.append(
            {
                "category": category,
                "type": type_,
                "value": value.lower() if type_ in ("email", "url") else value.replace(" ", ""),
                "spans": [{"message": 0, "start": it.start, "end": it.end}],
            }
        )
    kinds = {finding["category"] for finding in findings}
    is_held = (is_before and kinds) or ("payment.account" in kinds and not may_pay)
    return {"id": case["id"], "decision": "hold" if is_held else "allow", "findings": findings}


def main(out: str, *files: str) -> None:
    """Writes the answers, and says how many messages a second it was."""
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=NoModel(), supported_languages=["en"])
    cases = [
        json.loads(line)
        for file in files
        for line in Path(file).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    for case in cases[:50]:
        answer(analyzer, case)
    took = []
    with Path(out).open("w", encoding="utf-8") as lines:
        for case in cases:
            begun = time.perf_counter()
            answered = answer(analyzer, case)
            took.append(time.perf_counter() - begun)
            lines.write(json.dumps(answered, ensure_ascii=False) + "\n")
    took.sort()
    p50, p99 = (took[int(len(took) * share)] * 1_000 for share in (0.5, 0.99))
    print(f"{len(took) / sum(took):.0f} messages a second, p50 {p50:.2f} ms, p99 {p99:.2f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
