"""Other projects' cases, where they apply; what is done otherwise on purpose is argued here.

The files are not in this repository; where they are absent, this one is not collected.

Done otherwise on purpose:

* A checksum that fails still makes a finding, a less sure one: a mistyped account is one that was
  given, and inventing a wrong one is no way out. So lists of invalid IBANs and segwit addresses are
  no lists of innocent texts for us; they must only come out less sure than the valid ones.
* No country is known beside the text. Numbers that are written for one country, as most of
  libphonenumber's are, may be read as another's; those with a country code may not.
* Endings that do not exist (example.tld, bar.baz) make no address, nor do local parts that no mail
  house gives out (quotes, slashes), nor those in Chinese before a Latin domain, where words have no
  spaces between them.
* Digits of Bengali or Arabic that look like other digits are read as the digits they are; a capital
  I in whatever style is an i, although it may pass for an l.
* Links are found where they lead to a person; specifications of links (GFM) are full of others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from scanner.message import Message
from scanner.road import Scanner
from scanner.verdict import Finding
from tests.scanner.conftest import SUITES

FOUND_FROM, LIKELY = 0.3, 0.5  # confidence


def cases(suite: str) -> list[dict[str, Any]]:
    lines = (SUITES / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case.get("class") != "soft"]


def details(scanner: Scanner, text: str) -> list[Finding]:
    found = scanner.scan(Message(text=text)).findings
    return [finding for finding in found if finding.type and finding.confidence >= FOUND_FROM]


def missed(scanner: Scanner, case: dict[str, Any]) -> Iterator[str]:
    """The details of the case that were not found with their value."""
    found = {(it.type, (it.value or "").lower()) for it in details(scanner, case["text"])}
    for detail in case["expect"]:
        if (detail["type"], detail["value"].lower()) not in found:
            yield f"{case['id']}: {detail['value']} in {case['text'][:80]!r}"


# Of the Bitcoin addresses, seven of sixteen have a checksum that BIP 350 made invalid.
@pytest.mark.parametrize(
    ("suite", "share"),
    [("iban_schwifty", 1.0), ("eip55", 1.0), ("bip173_350", 0.56), ("confusables_uts39", 0.9)],
)
def test_what_a_suite_holds_for_a_detail_is_found(
    scanner: Scanner, suite: str, share: float
) -> None:
    giving = [case for case in cases(suite) if case["expect"]]
    lost = [line for case in giving for line in missed(scanner, case)]
    assert len(lost) <= (1 - share) * len(giving), "\n".join(lost)


def test_numbers_with_a_country_code_are_found_as_libphonenumber_finds_them(
    scanner: Scanner,
) -> None:
    giving = [case for case in cases("phone_matcher") if case["expect"] and case["intl"]]
    lost = [line for case in giving for line in missed(scanner, case)]
    assert len(lost) <= 0.01 * len(giving), "\n".join(lost)


def test_addresses_that_mail_houses_give_out_are_found(scanner: Scanner) -> None:
    giving = [
        case
        for case in cases("email_validator")
        if case["expect"]
        and case["text"].isascii()
        and ".tld" not in case["text"]
        and '"' not in case["text"]
    ]
    lost = [line for case in giving for line in missed(scanner, case)]
    assert len(lost) <= 0.15 * len(giving), "\n".join(lost)


@pytest.mark.parametrize("suite", ["iban_schwifty", "bip173_350"])
def test_what_fails_its_checksum_is_less_sure(scanner: Scanner, suite: str) -> None:
    def surest(text: str) -> float:
        return max((it.confidence for it in details(scanner, text)), default=0.0)

    valid = [surest(case["text"]) for case in cases(suite) if case["expect"]]
    invalid = [surest(case["text"]) for case in cases(suite) if not case["expect"]]
    assert sum(invalid) / len(invalid) < sum(valid) / len(valid)


def test_of_what_is_no_number_few_are_taken_for_one(scanner: Scanner) -> None:
    without = [case for case in cases("phone_matcher") if not case["expect"]]
    taken = [
        case["text"]
        for case in without
        if any(found.confidence >= LIKELY for found in details(scanner, case["text"]))
    ]
    assert len(taken) <= 0.25 * len(without), "\n".join(taken)
