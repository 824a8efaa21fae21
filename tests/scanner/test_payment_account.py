"""What the payment detector takes for an account, by checksum or by the words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.crypto import keccak_256
from scanner.detectors.payment_account import PaymentAccountDetector
from tests.scanner.detecting import hits, values

ACCOUNT = PaymentAccountDetector()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "$",
        "I take PayPal, Wise and bank transfer through the platform",
        "IBAN: XX00 0000 0000 0000 as a dummy, or IBAN DE00 1234 5678 9012 3456 78",
        "could you match these to the bank? RE-2024-001187 249,90 / RE-2024-001203",
        "SORT CODE 00-00-00 / ACCOUNT 00000000",
        "the price is $500 to $1200, $Total in the template",
        "in 30 days we can do 12 more pages of this",
        "commit 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed5aaeb605",
        "key 7c1e9b52-40d3-4f8a-b6c7-2e91d05a83f4 is the request id",
        "mail me at jane.roe@gmail.com about the shop",
        "@scope/pkg@1.0.0 and user@host",
        "The card is 90 x 50 mm, 350 g",
        "tracking 9400 1000 0000 0000 0000 00",
        "TAGXuk6hGwQigyeVmABjeeeemVsHXevUiX is not a wallet",
        "bc1qk0k3dyjaeaadys7jxdgjv2rm4nuhhv0kdq35c7",
    ],
)
def test_what_is_no_account_is_left_alone(text: str) -> None:
    assert values(ACCOUNT, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("IBAN: DE28 9991 0347 0048 1277 33\n\nand you have it", "DE28999103470048127733"),
        ("NL12 QZBN 0417 1643 91 on name of J. Terpstra", "NL12QZBN0417164391"),
        ("IBAN gb28zqpx09912274018853", "GB28ZQPX09912274018853"),
        (
            "BTC only: bc1qk0k3dyjaeaadys7jxdgjv2rm4nuhhv0kdq35c6 thx",
            "bc1qk0k3dyjaeaadys7jxdgjv2rm4nuhhv0kdq35c6",
        ),
        ("usdt trc20:\nTAGXuk6hGwQigyeVmABjeeeemVsHXevUio", "TAGXuk6hGwQigyeVmABjeeeemVsHXevUio"),
        (
            "0.2 ETH to 0xE0649396Ee4264c093A8E0C8f2BDf82E2bB707d0",
            "0xE0649396Ee4264c093A8E0C8f2BDf82E2bB707d0",
        ),
        (
            "ltc1qsj93fzqzd9xtdwkk3c6e82mu3mlr74gct56m5u",
            "ltc1qsj93fzqzd9xtdwkk3c6e82mu3mlr74gct56m5u",
        ),
    ],
)
def test_accounts_with_a_checksum_need_no_word_beside_them(text: str, value: str) -> None:
    assert values(ACCOUNT, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on UPI only, tanmayvfx@okhdfcbank , no holding", "tanmayvfx@okhdfcbank"),
        (
            "chave aleatória 7c1e9b52-40d3-4f8a-b6c7-2e91d05a83f4.",
            "7c1e9b52-40d3-4f8a-b6c7-2e91d05a83f4",
        ),
        ("cashapp $BrindleCuts 25 for the thumbnail", "$brindlecuts"),
        ("to my paypal rosalind.okafor@gmail.com and I upload", "rosalind.okafor@gmail.com"),
        ("I use Venmo (@ione-castellanos-24).", "ione-castellanos-24"),
        ("GCash, 0917 884 0271 (Lovelyn M.)", "09178840271"),
        ("bKash personal 01716-408852. send money", "01716408852"),
        ("বিকাশ ০১৭১৬-৪০৮৮৫২", "01716408852"),
        ("кидаете на Сбер 2202 2064 1526 7769, Алина К.", "2202206415267769"),
        ("p2p to card 8600 9912 3457 7804", "8600991234577804"),
        ("NEFT details: A/c 50210034417829, IFSC HDFC0002347", "50210034417829"),
        ("alias de mercado pago: tigre.mate.ruta7 , a nombre", "tigre.mate.ruta7"),
        ("我支付宝 13844712096", "13844712096"),
    ],
)
def test_accounts_without_one_are_found_by_the_word_beside_them(text: str, value: str) -> None:
    assert values(ACCOUNT, text) == [value]


def test_mixed_case_of_an_ethereum_address_must_be_its_checksum() -> None:
    right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"  # EIP-55's own example
    wrong = right.replace("aAeb", "aaeb")
    (sure,), (doubtful,) = hits(ACCOUNT, right), hits(ACCOUNT, wrong)
    assert sure.confidence > 0.9 > doubtful.confidence


def test_keccak_agrees_with_the_published_hash_of_nothing() -> None:
    # from the Keccak team's test vectors; also Ethereum's hash of empty code
    assert keccak_256(b"").hex() == (
        "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    )


def test_keccak_refuses_more_than_one_block() -> None:
    with pytest.raises(ValueError, match="at most 135"):
        keccak_256(bytes(136))


@given(st.text(alphabet=st.sampled_from("DE28 9upi@ybl$x.0\n১٣bc1q\ud800"), max_size=60))
def test_every_range_lies_in_the_text(text: str) -> None:
    for hit in hits(ACCOUNT, text):
        assert 0 <= hit.start < hit.end <= len(text)
