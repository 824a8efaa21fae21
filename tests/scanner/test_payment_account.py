"""What the payment detector takes for an account, by checksum or by the words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.payments.crypto import keccak_256
from scanner.detectors.payments.detector import PaymentAccountDetector
from tests.scanner.detecting import LANGUAGES, hits, values

ACCOUNT = PaymentAccountDetector(LANGUAGES.regions_of)


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
        "we print in waves, 600 x 900 and 1200 x 1800, 2400 pieces",
        "Calendly + Google for the founder, $ of the cashtag in green",
        "PayPay sandbox: user name test_payer_04, any code passes",
        "be 66 pages or 70, de 20 a 30 horas por semana con 12 imágenes",
        "the wallet screen in Figma, 12 frames, id wallet_screen",
        "te digo lo que pesa. 647 92 01 83 soy Remedios",
        "meet at the upi counter, then at slice of pizza",
        "Cash App icon, dollar sign centred, 512 px",
        "book on 01865 20 30 44 or at the bar",  # right by its check digits, of no country
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
        ("transfer ke be ce a 4620 718 395 an Fitri", "4620718395"),
        ("SN08 SN01 0015 2000 0485 0000 3035", "SN08SN0100152000048500003035"),
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
        ("cash app me 25 for the rush on the album cover of May, $BrindleCuts", "$brindlecuts"),
        ("to my paypal rosalind.okafor@gmail.com and I upload", "rosalind.okafor@gmail.com"),
        ("余款打到支付宝 yunshu.tie@126.com 就好", "yunshu.tie@126.com"),
        ("我的支付宝账号是yunshu.tie@126.com", "yunshu.tie@126.com"),
        ("PayPalのyunshu.tie@126.comに送ってください", "yunshu.tie@126.com"),
        ("por Mercado Pago a taller.gres@yahoo.com.ar", "taller.gres@yahoo.com.ar"),
        ("I use Venmo (@ione-castellanos-24).", "ione-castellanos-24"),
        ("GCash, 0917 884 0271 (Lovelyn M.)", "+639178840271"),
        ("bKash personal 01716-408852. send money", "+8801716408852"),
        ("বিকাশ ০১৭১৬-৪০৮৮৫২", "+8801716408852"),
        ("кидаете на Сбер 2202 2064 1526 7769, Алина К.", "2202206415267769"),
        ("p2p to card 8600 9912 3457 7804", "8600991234577804"),
        ("NEFT details: A/c 50210034417829 of Meena", "50210034417829"),
        ("alias de mercado pago: tigre.mate.ruta7 , a nombre", "tigre.mate.ruta7"),
        ("我支付宝 13844712096", "+8613844712096"),
    ],
)
def test_accounts_without_one_are_found_by_the_word_beside_them(text: str, value: str) -> None:
    assert values(ACCOUNT, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Begins DE28 9991, middle 0347 0048, and it ends 1277 33.", "DE28999103470048127733"),
        ("DE twenty-eight, 9991 0347, 0048 1277 33", "DE28999103470048127733"),
        ("hesabım DE yirmi sekiz, 9991 0347 0048 1277 33", "DE28999103470048127733"),
        ("IT sessanta X, poi 05428, 11101, 000000123456", "IT60X0542811101000000123456"),
        ("iban_IT sessanta X, poi 05428, 11101, 000000123456", "IT60X0542811101000000123456"),
        ("NL12 QZBN, dan 0417, dan 1643 91, op naam", "NL12QZBN0417164391"),
        ("CLABE 012 9790 luego 5210 y luego 5410 468", "012979052105410468"),
        ("chave é o cpf 667 ponto 042 ponto 680 traço 14", "66704268014"),
        ("avans kartaga: 8600 49 undan keyin 13 36 48 oxiri 59 80", "8600491336485980"),
        (
            "tron: TKwR2NGyLsDh then sqtzL11cJAzs then mS8xVe3J5f",
            "TKwR2NGyLsDhsqtzL11cJAzsmS8xVe3J5f",
        ),
    ],
)
def test_parts_among_other_words_are_an_account_where_its_check_digits_prove_it(
    text: str, value: str
) -> None:
    assert value in values(ACCOUNT, text)


def test_parts_that_prove_nothing_are_none() -> None:
    assert values(ACCOUNT, "Begins DE28 9991, middle 0347 0048, and it ends 1277 34.") == []
    assert values(ACCOUNT, "DE twenty-eight, 9991 0347, 0048 1277 34") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # One wallet in several countries: money and place tell which.
        ("momo please, 024 318 7765, 90 cedis", "+233243187765"),
        ("ví momo 0907 218 334 nha chị, em chờ được ạ", "+84907218334"),
        ("weka M-Pesa 0722 318 554 (Achieng) sasa, Nairobi", "+254722318554"),
        ("orange money 07 08 31 22 95, je suis à Abidjan", "+2250708312295"),
        # Written as no telephone number would be parsed at once.
        ("SadaPay pe: 0312.440.9188 , shukria", "+923124409188"),
        ("dana: 0852 - 4471 - 0391, atas nama Dimas", "+6285244710391"),
        ("tuma Tigo Pesa 0713 482 906 jina Neema, asante", "+255713482906"),
        ("kbzpay 09 421 887 306, ma thida, 60000 ks", "+959421887306"),
        ("bkash e 01738562199 1100 tk diyen", "+8801738562199"),
        ("bizum al 647 20 58 77 por favor", "+34647205877"),
        ("yapéame al 974 318 562 (Milagros)", "+51974318562"),
        ("upi: oona dot frames at the rate okaxis", "oona.frames@okaxis"),
        ("oona ટપકું frames એટ paytm", "oona.frames@paytm"),
        ("o pix é 85 98814 2011, da Ana", "+5585988142011"),
        ("по СБП на 8 919 604 27 11, Рамиль", "+79196042711"),
    ],
)
def test_wallets_on_telephone_numbers_have_the_number_with_its_country(
    text: str, value: str
) -> None:
    assert values(ACCOUNT, text) == [value]


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("¿tienes bizum?", "claro que sí, 622 30 94 77", "+34622309477"),
        ("which coin do you take, usdt?", "TQ7mYpVx4KzNfB2sRjL9wHdC6eUaG8tXo7", None),
        ("your paypal?", "jo.roe@gmail.com", "jo.roe@gmail.com"),
    ],
)
def test_a_question_for_an_account_makes_the_answer_one(
    asked: str, text: str, value: str | None
) -> None:
    assert values(ACCOUNT, text) == []
    assert values(ACCOUNT, text, asked=asked) == [value or text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wire it to DE64 3704 0044 0836 1552 71, Jochen", ["DE64370400440836155271"]),
        ("IBAN LT12 7300 0101 6843 9927\nThank you", ["LT127300010168439927"]),
        ("b e 6 6 - 0017 4260 9349 pour le virement", ["BE66001742609349"]),
        (
            "my usdt trc20 is TXb9mQk4RzWc7YpD2sVgH5uNfJ8eLa3yKz",
            ["TXb9mQk4RzWc7YpD2sVgH5uNfJ8eLa3yKz"],
        ),
        (
            "تتر بزن به TXb9mQk4RzWc7YpD2sVgH5uNfJ8eLa3yKz لطفا",
            ["TXb9mQk4RzWc7YpD2sVgH5uNfJ8eLa3yKz"],
        ),
        ("monero: 44" + "AbCd3" * 18 + "xyz", ["44" + "AbCd3" * 18 + "xyz"]),
        ("send it back to 44" + "AbCd3" * 18 + "xyz", ["44" + "AbCd3" * 18 + "xyz"]),
    ],
)
def test_a_mistyped_account_still_has_the_shape_of_one(text: str, found: list[str]) -> None:
    assert values(ACCOUNT, text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sort code 20-47-33, account 63198211", "63198211"),
        ("Barclays, 60-83-72 12904433 please", "12904433"),
        ("A/c 38204417722, IFSC SBIN0004129", "38204417722"),
        ("routing 021000021 acct 6094718352", "6094718352"),
        ("記号 11380 番号 24761953 です", "1138024761953"),
    ],
)
def test_the_code_of_a_bank_makes_the_account_beside_it_surer(text: str, value: str) -> None:
    (found,) = [hit for hit in hits(ACCOUNT, text) if hit.confidence >= 0.5]
    assert (found.value, found.confidence > 0.8) == (value, True)


def test_the_code_of_a_bank_alone_leads_to_an_account() -> None:
    assert values(ACCOUNT, "sort code 20-47-33, the rest tomorrow") == ["20-47-33"]


@pytest.mark.parametrize(
    "text",
    [
        "AWS account 123456789012",
        "the Google Ads account 123-456-7890 needs a new campaign",
        "测试账号 13800138000 登录后首页白屏",
        "cuenta de prueba 12345678901",
        "Account ID 123456789012 in the ARN",
        "WMZ in the first column, part Z41938620 in the second",
        "part Z419386204193 of the pump",
    ],
)
def test_accounts_that_one_logs_in_to_hold_no_money(text: str) -> None:
    assert values(ACCOUNT, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("webmoney Z419386204193", "Z419386204193"),
        ("WMZ: Z419386204193", "Z419386204193"),
        ("кидай на вебмани Z4193 8620 4193", "Z419386204193"),
        ("payeer P1038472910", "P1038472910"),
        ("YooMoney 4100116075156746", "4100116075156746"),
        ("my account 123456789012", "123456789012"),
    ],
)
def test_purses_have_the_shape_of_their_service(text: str, value: str) -> None:
    assert values(ACCOUNT, text) == [value]


def test_halves_of_two_numbers_are_no_account() -> None:
    # the last group of the first with the first two of the second has a right check digit
    text = "Pix: 11 94193-8620, zap: 11 94193-8621"
    assert values(ACCOUNT, text) == ["+5511941938620"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Binance ID: 384 019 277", "384019277"),
        ("PayPay IDは tanuki-otter です", "tanuki-otter"),
        ("UPI = arvind dash cad AT ok icici, sir", "arvind-cad@okicici"),
        ("upi: meena.k at okaxis", "meena.k@okaxis"),
        ("cash app, dollar sign then OtterWigs", "$otterwigs"),
        ("TAGXuk6hGwQi / gyeVmABjeeeems / VHsXevUio", None),
        ("usdt: TAGXuk6hGwQi / gyeVmABjeee / emVsHXevUio", "TAGXuk6hGwQigyeVmABjeeeemVsHXevUio"),
    ],
)
def test_names_and_ids_of_services_are_accounts(text: str, value: str | None) -> None:
    assert values(ACCOUNT, text) == ([value] if value else [])


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


@pytest.mark.parametrize(
    "text",
    [
        "register the ENS name moonharbour.eth in the dapp and show its avatar",
        "part 40-12-08 61830472 in the bill of materials of the pump, five of each",
        "12-08-24 61830472 cheers",
        "alias: core.shared.utils in the webpack config",
        "PayPay api_key-v2 goes into the settings",
        "the CPF field takes 418.765.208-33 and says that it is wrong",
        "one four @ paytm is what the voice said",
        "the owner is still 0x000000000000000000000000000000000000bEEF in the script",
        "I'm on the road till four, text 312-304-8876 if the server burns",
        "w TypeScripcie alias @szablony/* nie działa",
        "the build hash 11 1090 1014 0000 0712 1981 2874 failed",
        "order 720190000000217482630517 shipped yesterday",
        "gol a naari hai, then ybl file bhejo",
    ],
)
def test_names_and_codes_that_nobody_is_paid_on(text: str) -> None:
    assert values(ACCOUNT, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I take eth for it, moonharbour.eth, half first", "moonharbour.eth"),
        ("tip jar: moonharbour.sol", "moonharbour.sol"),
        ("dollar sign MrMuffinBakes. that one IS the cash app, 40 for it", "$mrmuffinbakes"),
        ("dollar sign plus muffinbakes is my cash-thing", "$muffinbakes"),
        ("Alias: luna.mate.cobre. Con 30 lucas cierro el video", "luna.mate.cobre"),
        ("my pix is the CPF 418.765.208-33, 350 reais", "41876520833"),
        ("40-17-08 61830475 cheers", "61830475"),
        ("chuyển 19 0344 1782 0017 Techcombank nha", "19034417820017"),
        ("GTB 0149276387, Musa. Pay the balance there", "0149276387"),
        ("PayPay mokuba_dtm", "mokuba_dtm"),
        ("PicPay @oficina.juca 120 contos", "oficina.juca"),
        ("mine on telebirr: 0911 40 83 74", "+251911408374"),
        ("restbeloppet på bankgiro 5093-2271 tack", "50932271"),
        ("par Wave 77 264 80 13 au nom de Awa", "+221772648013"),
        ("forskudd til konto 1204.61.73058", "12046173058"),
        ("@boglarka.fazekas a revtagem", "boglarka.fazekas"),
        ("loput mobilepaylla 044 207 4419", "+358442074419"),
        ("pošlete to na účet 2801447310/2010", "2801447310/2010"),
        ("على الراجحي: SA18 8000 0060 ثم 8016 7392 1800", "SA1880000060801673921800"),
        ("61 1090 1014 0000 0712 1981 2874, tytułem za rysunki", "61109010140000071219812874"),
        ("بزنید به شبا 7201 9000 0000 2174 8263 0517", "IR720190000000217482630517"),
        ("first half ₦40,000 into 3084217659, Zenith, name na Ola", "3084217659"),
        ("stówka na Revolut, znacznik czajnik_retusz", "czajnik_retusz"),
        ("mor kartlı uygulama var ya, numaram 1582 604 937", "1582604937"),
        ("token: rupalvfx phir gol a phir ybl, 300 daal do", "rupalvfx@ybl"),
        ("轉數快 62481735 李太，過咗數話我知", "+85262481735"),
        ("इसेवा 98412 30765", "+9779841230765"),
    ],
)
def test_more_names_and_numbers_that_one_is_paid_on(text: str, value: str) -> None:
    assert value in values(ACCOUNT, text)


def test_a_sum_to_a_cashtag_needs_no_other_word() -> None:
    assert values(ACCOUNT, "that holds the date: $40 to $WrenForge and I begin") == ["$wrenforge"]
    assert values(ACCOUNT, "set $total to $price and echo it") == []


def test_the_id_of_a_service_is_no_telephone_of_a_wallet_with_the_end_of_its_name() -> None:
    assert set(values(ACCOUNT, "sir Binance Pay ID 487210936 pe bhejo")) == {"487210936"}
