"""Whether a detail beside a service for money is to be paid on, or to be talked on."""

from __future__ import annotations

import pytest

from scanner.detectors.payments.detector import PaymentAccountDetector
from tests.scanner.detecting import LANGUAGES, likely, values

ACCOUNT = PaymentAccountDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    "text",
    [
        # A word that asks to talk stands between.
        "I don't use PayPal, mail me jane.roe@gmail.com",
        "Be wise, write jane.roe@gmail.com",
        "Pas de PayPal, écris-moi : jane.roe@gmail.com",
        "PayPal nicht nötig, schreib an jane.roe@gmail.com",
        "不用支付宝，发邮件到 jane.roe@gmail.com",
        "Integração com pix feita, me liga 11 94193-8621",
        "bizum integrado; llámame 612 419 386",
        "blik w sklepie zrobiony, dzwoń 601 223 344",
        "Swish funkar i appen, ring 070 174 06 12",
        "your account is blocked. Call 213-804-5517",
        "I don't do venmo, message me @ione-castellanos-24",
        # ... or behind, where verbs come last.
        "PayPal नहीं चाहिए, jane.roe@gmail.com पर लिखें",
        "PayPal使いません、jane.roe@gmail.comにメールください",
        "bkash lagbe na, 01712-419386 e call diben",
        # A label begins something new.
        "PayPal module done by me, my mail jane.roe@gmail.com",
        "momo app. sdt 0912 419 386",
        "I ride the wave of AI. Phone 415 419 3862",
        # The payment is the work, or in a sentence that has ended.
        "I do PayPal integration, jane.roe@gmail.com",
        "plugin for bKash 01712-419386",
        "The PayPal button is broken. jane.roe@gmail.com",
        # It speaks of another detail, or of none.
        "mail jane.roe@gmail.com, the PayPal button is broken",
        "my MTN line 0244 193 862",
        "urgent things by phone, Dana +48 512 884 037",
        "le régisseur s'appelle Momo, 06 22 84 17 53",
    ],
)
def test_a_word_for_money_does_not_make_an_account_of_what_is_for_talk(text: str) -> None:
    assert values(ACCOUNT, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("email: jane.roe@gmail.com\npaypal: jo.pay@gmail.com", ["jo.pay@gmail.com"]),
        ("email jane.roe@gmail.com, paypal jo.pay@gmail.com", ["jo.pay@gmail.com"]),
        ("paypal jo.pay@gmail.com, mail jane.roe@gmail.com", ["jo.pay@gmail.com"]),
        ("Zelle 415 419 3862, text me 415 419 3863", ["+14154193862"]),
        ("Pix: 11 94193-8620, zap: 21 98888-7766", ["+5511941938620"]),
        # The label names the kind of the account itself.
        ("my PayPal mail is jo.pay@gmail.com", ["jo.pay@gmail.com"]),
        ("Bizum al móvil 612 419 386", ["+34612419386"]),
        ("Zelle, phone 415 419 3862", ["+14154193862"]),
        ("Pix no celular 11 94193-8620", ["+5511941938620"]),
        ("по СБП на телефон 8 919 604 27 11", ["+79196042711"]),
        ("Alipay ok, account is phone 138 1620 4479", ["+8613816204479"]),
        ("bKash/WhatsApp 01712-419386", ["+8801712419386"]),
        # Asked to talk, but of something else.
        ("text me once you have sent it, Zelle 415 419 3862", ["+14154193862"]),
        ("my email jo.pay@gmail.com is my paypal too", ["jo.pay@gmail.com"]),
        ("PayPal jo.pay@gmail.com पर भेजें", ["jo.pay@gmail.com"]),
        ("send it by MTN to 0772 640 918", ["+256772640918"]),
    ],
)
def test_the_nearer_word_says_what_a_detail_is(text: str, found: list[str]) -> None:
    assert values(ACCOUNT, text) == found


def test_an_answer_that_asks_to_talk_is_no_account() -> None:
    asked = "your paypal?"
    assert values(ACCOUNT, "no, write to jane.roe@gmail.com", asked=asked) == []
    assert values(ACCOUNT, "yes, my mail is jo.pay@gmail.com", asked=asked) == ["jo.pay@gmail.com"]


def test_figures_across_a_word_that_asks_to_talk_are_no_account() -> None:
    text = "40 conto na sua conta, chama no zap 11 97342-8816"
    assert likely(ACCOUNT, text) == set()
