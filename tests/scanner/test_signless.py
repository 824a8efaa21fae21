"""Addresses without any sign, in which each word begins with a capital, or at short-named houses;
numbers in languages whose tens are seldom said."""

from __future__ import annotations

import pytest

from scanner.detectors.mail.detector import EmailDetector
from scanner.detectors.phones.detector import PhoneDetector
from scanner.merge import merge
from scanner.message import Message
from scanner.views import read
from tests.scanner.detecting import LANGUAGES, likely

EMAIL, PHONE = EmailDetector(), PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("sunnivalerkegmailcom, insert what's missing", "sunnivalerke@gmail.com"),
        ("sunnivalerkeatgmailcom", "sunnivalerke@gmail.com"),
        ("write me at sunniva_lerkehotmailfr", "sunniva_lerke@hotmail.fr"),
        ("it is sunniva.lerke77 yahoocouk", "sunniva.lerke77@yahoo.co.uk"),
        ("SunnivaLerkeAtPosteoDotDe, all glued", "sunnivalerke@posteo.de"),
        ("网易126的，前缀 yufan_gongfang", "yufan_gongfang@126.com"),
        ("邮箱是幺六三的，前面 yufan.gongfang", "yufan.gongfang@163.com"),
        ("my libero mail is sunniva_lerke", "sunniva_lerke@libero.it"),
        ("sunniva, then at, then the word lerkestudio, dot org", "sunniva@lerkestudio.org"),
        ("doenjang 그다음 점 찍고 jip, 골뱅이, 네이버 닷컴", "doenjang.jip@naver.com"),
        ("ˢᵘⁿⁿⁱᵛᵃ.ˡᵉʳᵏᵉ@ᵍᵐᵃⁱˡ.ᶜᵒᵐ", "sunniva.lerke@gmail.com"),
        ("sunniva DASH lerke AT freenet DOT de", "sunniva-lerke@freenet.de"),
        ("jo UNDERSCORE lerke DOT web AT studio DOT co DOT za", "jo_lerke.web@studio.co.za"),
        ("%73%75%6E%6E%69%76%61%40%74%75%74%61.%69%6F", "sunniva@tuta.io"),
        (r"\163\165\156\156\151\100\154\145\162\153\145\056\156\157", "sunni@lerke.no"),
        ("sunniva.lerke παπί γιαχού ντοτ γκρ", "sunniva.lerke@yahoo.gr"),
    ],
)
def test_addresses_without_their_signs_are_read(text: str, address: str) -> None:
    assert address in likely(EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        "the host smtpgmailcom is what you set in the config",
        "I use gmailcom for this, or the outlook of the weather",
        "getUserAtIndexDotProduct(3) is slow, and so is LookAtTheDotCom",
        "proton and orange, live at the terra festival with jo_dev",
    ],
)
def test_no_addresses_are_made_of_other_words(text: str) -> None:
    assert not likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("raqam: to'qson, uch yuz o'n yetti, qirq ikki, nol olti", "903174206"),
        ("chín ba tám, năm linh bốn, hai bảy một, nhớ thêm số không đằng trước", "938504271"),
        (
            "numri: zero gjashtë shtatë, njëzet e tre, tridhjetë, pesëmbëdhjetë, dyzet",
            "67233015",
        ),
        (
            "nulle viens divi, trīspadsmit, četrpadsmit, deviņpadsmit, piecpadsmit",
            "01213141915",
        ),
        ("Жеті жүз жетпіс бес, екі жүз он, отыз сегіз, қырық тоғыз", "7752103849"),
        ("viissada kolmteist, nelisada kaks, üks", "5134021"),
        ("astuoni šimtai penkiolika, keturi šimtai dvidešimt du, trys", "8154223"),
    ],
)
def test_tens_of_rarer_tongues_are_said(text: str, number: str) -> None:
    readings = [view.text.replace(" ", "") for view in read(Message(text=text)).readings]
    assert any(number in reading for reading in readings)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tuma kwa baruapepe: juma nukta lerke kisha at kisha gmail nukta com", "juma.lerke"),
        ("메일은 doenjang 그다음 점 찍고 jip, 골뱅이, 네이버 닷컴", "doenjang.jip"),
    ],
)
def test_a_whole_address_goes_before_what_is_put_together_of_its_words(
    text: str, address: str
) -> None:
    message = Message(text=text)
    found = merge(
        (view, EMAIL.id, hit)
        for view in read(message).readings
        for hit in EMAIL.find(view, message)
    )
    assert [(it.value or "").partition("@")[0] for it in found] == [address]
