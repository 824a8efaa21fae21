"""Details that belong to nobody: reserved for documentation, films and tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.message import Message
from scanner.verdict import Excuse, Finding
from scanner.views import Views

# RFC 2606 and RFC 6761: names that nobody can register, and what is below them.
RESERVED_HOST = re.compile(
    r"(^|[.@/])(example\.(com|net|org|edu)|([\w-]+\.)?(example|test|invalid|localhost))$"
)

FICTIONAL_PHONES = (
    re.compile(r"\+1\d{3}55501\d\d"),  # NANPA: 555-0100 to 555-0199 of every area code
    re.compile(r"\+1500555\d{4}"),  # Twilio's magic numbers
    re.compile(r"\+[1-9]\d{0,5}?0{7,}"),  # 0500 000 00 00: in no plan of numbers
)
DRAMA_PHONES = (  # of films and books, where they stand for somebody's real one
    # Ofcom, numbers for use in drama
    re.compile(r"\+44(1(1[3-8]|[2-6]1)4960|1632960|1914980|2079460|3069990|7700900|8081570|9098790)\d{3}"),
    re.compile(r"\+61(491570(006|110|15[6-9])|[2378](5550|7010)\d{4})"),  # ACMA, for drama
    re.compile(r"\+33(19900|26191|35301|46571|53649|63998)\d{4}"),  # ARCEP, for films
)  # fmt: skip

TEST_ACCOUNTS = frozenset(
    {
        # https://docs.stripe.com/testing, https://developer.paypal.com/tools/sandbox/card-testing
        "4242424242424242", "4000000000000002", "4000002760003184", "4000056655665556",
        "4000000000009995", "4000000000000069", "4111111111111111", "4012888888881881",
        "4222222222222", "5555555555554444", "5105105105105100", "5200828282828210",
        "2223003122003222", "378282246310005", "371449635398431", "6011111111111117",
        "6011000990139424", "3530111333300000", "3566002020360505", "30569309025904",
        "38520000023237",
        # examples of the SWIFT IBAN registry and of Wikipedia's article on the IBAN
        "GB29NWBK60161331926819", "GB82WEST12345698765432", "GB33BUKB20201555555555",
        "DE89370400440532013000", "FR1420041010050500013M02606", "FR7630006000011234567890189",
        "NL91ABNA0417164300", "ES9121000418450200051332", "IT60X0542811101000000123456",
        "BE68539007547034", "CH9300762011623852957", "AT611904300234573201",
        "PL61109010140000071219812874", "PT50000201231234567890154",
        # Ethereum's null address, and the burn address that nobody has the key of
        "0x0000000000000000000000000000000000000000", "0x000000000000000000000000000000000000dEaD",
    }
)  # fmt: skip
# Issuers draw the figures; those of test cards are mostly zeros: "4000 0000 0000 3220".
TEST_CARDS = re.compile(r"\d{4,6}0{6,}\d{1,6}")
_TEST_ACCOUNTS = frozenset(account.casefold() for account in TEST_ACCOUNTS)


# Few know these numbers by heart: whoever types one means a number as often as none.
DRAMA_WEIGHT = 0.5


class TestData:
    """Drops details that are reserved for tests; whoever writes to them reaches nobody.

    Numbers of films count half.
    """

    id = "test_data"

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterator[Excuse]:
        """One excuse for each finding whose value is a reserved one."""
        for finding in findings:
            value = finding.value
            if value is None:
                continue
            if is_test_data(value, finding.type):
                yield Excuse(finding=finding, reason="test_data", source=self.id, weight=0.0)
            elif finding.type == "phone" and _is_any(value, DRAMA_PHONES):
                weight = DRAMA_WEIGHT
                yield Excuse(finding=finding, reason="test_data", source=self.id, weight=weight)


def is_test_data(value: str, type: str | None) -> bool:
    """Whether a canonical value is known to be nobody's."""
    if type == "phone":
        return _is_any(value, FICTIONAL_PHONES)
    if type == "email":
        return RESERVED_HOST.search(value) is not None
    if type == "url":
        host, _, _ = value.casefold().partition("/")
        return RESERVED_HOST.search(host) is not None
    if type == "payment_account":
        number = value.replace(" ", "").casefold()
        if number.startswith("+"):  # a wallet that is known by a telephone number
            return _is_any(number, FICTIONAL_PHONES)
        is_account = number in _TEST_ACCOUNTS or TEST_CARDS.fullmatch(number) is not None
        return is_account or ("@" in value and RESERVED_HOST.search(value.casefold()) is not None)
    return False


def _is_any(value: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(value) for pattern in patterns)
