"""The excuse of code: what is a slice of an identifier, and what only looks like one."""

from __future__ import annotations

import pytest

from scanner.excuses.code import Code, is_identifier, is_reserved_name
from scanner.message import Message
from scanner.verdict import Excuse
from tests.scanner.test_excuses import detail, plain_views


@pytest.mark.parametrize(
    "token",
    [
        "415.555.2671",
        "v415.555.2671",
        "20.12.34.56",
        "4155552671",
        "+1-415-555-2671",
        "06.12.34.56.78",
        "12f415555267141d8cd98f00b204e980",
        "9783161484101",
        "999.12.13.14",
        "6123-45-67",
        "2234-12-31",
        "v380.671.234.567",
    ],
)
def test_numbers_that_can_be_rung_are_no_identifiers(token: str) -> None:
    assert not is_identifier(token)


@pytest.mark.parametrize(
    "token",
    [
        "192.168.10.114",
        "10.44.20.79:8080",
        "2001:db8::8a2e:370:7334",
        "550e8400-e29b-41d4-a716-446655440000",
        "d41d8cd98f00b204e9800998ecf8427e",
        "2025-11-24T09:12:44.120Z",
        "v2.14.0",
        "v12.345.678",
        "2024-12-31",
        "978-3-16-148410-0",
    ],
)
def test_addresses_hashes_dates_and_isbns_are_identifiers(token: str) -> None:
    assert is_identifier(token)


@pytest.mark.parametrize("token", ["@frank", "@frank.lance", "media", "@"])
def test_a_handle_is_no_reserved_name(token: str) -> None:
    assert not is_reserved_name(token)


@pytest.mark.parametrize("token", ["@media", "@Override", "@babel/core", "@Injectable()"])
def test_words_of_code_are_reserved_names(token: str) -> None:
    assert is_reserved_name(token)


def test_a_number_inside_an_address_of_a_machine_is_dropped() -> None:
    text = "timeout from (192.168.10.114), see log"
    found = detail(text, "192.168.10.114", "contact.phone", "phone", "+1921681011")
    (excuse,) = Code().excuse([found], plain_views(text), Message(text=text))
    assert (excuse.reason, excuse.weight) == ("code", 0.0)


def test_a_key_of_pix_is_no_code_although_it_looks_like_one() -> None:
    key = "7d9f0c1e-3b5a-4c2d-9e8f-1a2b3c4d5e6f"
    text = f"minha chave pix: {key}"
    account = detail(text, key, "payment.account", "payment_account", key)
    excuses: list[Excuse] = list(Code().excuse([account], plain_views(text), Message(text=text)))
    assert excuses == []


@pytest.mark.parametrize(
    ("text", "is_code"),
    [
        ("whatsapp 97.150.123.45", False),
        ("log of the host 97.150.123.45", True),
        ("call the build of 192.168.10.114", True),
        ("call from version 97.150.123.45", True),
        ("call me on 2024-12-31", True),
    ],
)
def test_an_address_that_a_word_for_phones_announces_is_no_code(text: str, is_code: bool) -> None:
    found = detail(text, text.rsplit(maxsplit=1)[-1], "contact.phone", "phone", "+19715012345")
    excuses = list(Code().excuse([found], plain_views(text), Message(text=text)))
    assert bool(excuses) is is_code
