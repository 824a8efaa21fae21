"""Where a number begins and ends: hours behind it, words at its end, what is dialled before it."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from tests.scanner.detecting import LANGUAGES, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    "text",
    [
        "rows 10-12 of the export went from 4155552671 9-5",
        "open 9-17 and 10-18, 24/7 in May, 12 desks and 40 chairs",
        "the shift of 10-18 had 250 300 450 units",
        "00 12 34 56 78 90 12 is what the dump begins with",
        "mem dump 00 49 30 12 34 56 78",
        "the rows 011 44 7911 845221 of the sheet",
    ],
)
def test_hours_and_rows_of_figures_alone_are_no_number(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call +1 415 555 2671 24/7", "+14155552671"),
        ("My number is +44 7911 123456 24/7, ring any time", "+447911123456"),
        ("WhatsApp +90 532 123 45 67 7/24", "+905321234567"),
        ("my number +49 171 2945083 10.00-18.00", "+491712945083"),
        ("0171 1234567 9-17 Uhr erreichbar", "+491711234567"),
        ("мой номер 8 912 345 67 89 9-18", "+79123456789"),
        ("text 415-555-2671 10-18 h", "+14155552671"),
        ("call me at 4155552671 9-5 est", "+14155552671"),
        ("call 415-555-2671 9:00-17:00", "+14155552671"),
        ("reach us 020 7946 0735 9am-5pm", "+442079460735"),
        ("reach me 0532 417 60 95 (09-18)", "+905324176095"),
        ("text me 312 684 9127 3 kids here", "+13126849127"),
        ("call 415 555 2671 1,200 words later", "+14155552671"),
        ("+1 404 918 2765 2 kids", "+14049182765"),
        # hours by their look, and yet a part of it
        ("bel gerust 06 12 34 12-18", "+31612341218"),
    ],
)
def test_hours_and_counts_behind_a_number_are_no_part_of_it(text: str, value: str) -> None:
    assert likely(PHONE, text) == {value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call me 011 44 7911 845221", "+447911845221"),
        ("call 011-49-171-2945083", "+491712945083"),
        ("call 00 234 803 419 3862", "+2348034193862"),
        ("my number from abroad: 00 1 415 419 3862", "+14154193862"),
        ("call 8~10 49 171 2945083", "+491712945083"),
        ("call 0011 44 7911 845221", "+447911845221"),
        # areas that begin so
        ("Call the 011 23456789 office in Delhi", "+911123456789"),
        ("mi teléfono es 011 4873-6205, Buenos Aires", "+541148736205"),
    ],
)
def test_what_is_dialled_for_abroad_stands_for_the_plus(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    "text",
    [
        "we sold 120 340 560 twenty of them",
        "I need 2024 07 12 twenty copies",
        "I have 415 rows, 38 columns and sixty-two files",
        "We ordered 250 300 450 twenty times",
        "sizes: thirty-two thirty-four thirty-six thirty-eight forty",
        "ten twenty thirty forty fifty sixty",
        "One, two, three, four, five, six, seven, eight, nine, ten is the counting song",
    ],
)
def test_counts_that_go_on_in_words_are_no_number(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my cell: 415-419-38 sixty-two", "+14154193862"),
        ("+44 7911 845 two two one", "+447911845221"),
        ("mon tel 06 12 34 98 soixante et onze", "+33612349871"),
        ("мой тел 8 916 294 55 шестьдесят семь", "+79162945567"),
        ("call 0171 294 50 dreiundachtzig", "+491712945083"),
        ("mi cel 612 34 98 setenta y uno", "+34612349871"),
        ("mój tel 601 223 trzysta czterdzieści cztery", "+48601223344"),
        ("numaram 0532 129 98 yetmiş altı", "+905321299876"),
    ],
)
def test_a_number_may_end_in_words(text: str, value: str) -> None:
    """And its first figures alone are none of another country."""
    assert likely(PHONE, text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "container MSKU7314460 and HP4154193862",
        "order4154193862 is late, invoice4154193862 too",
        "?ref=4154193862&x=3",
        "sku=4154193862 or phone_id=4154193862",
    ],
)
def test_serials_that_a_word_begins_are_no_number(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call4154193862", "+14154193862"),
        ("my cell415-419-3862", "+14154193862"),
        ("phone=4154193862&mail=joe.b@outlook.com", "+14154193862"),
        ("?tel=4154193862 that's me", "+14154193862"),
    ],
)
def test_a_number_may_be_one_with_a_word_for_phones(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    "text",
    [
        "placeholder in the form: 0812-3456-7890",
        "the form shows 0612345678 as placeholder",
        "Telefonnummer-Feld mit 0171 2345678",
        "fill the phone field with 9876543210",
        '{"phone": "0912345678"}',
        "use 1234567890 as test data",
        "call 1234567890",
        "phone: 0123456789",
        "example: +1 312 345 6789",
        "Phone field should accept +1 234 567 8901",
        "the regex matches +1 312 345 6789 and +62 812 3456 7890",
        "0912345678",
    ],
)
def test_figures_that_count_stand_for_any_number(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("WA +62 812 3456 7890", "+6281234567890"),
        ("nomor saya 0812 3456 789", "+628123456789"),
        ("мой номер +7 912 345-67-89", "+79123456789"),
        ("电话 13812345678", "+8613812345678"),
        ("zalo 0912345678", "+84912345678"),
        ("bel 0612345678", "+31612345678"),
        ("my number 98765 43210, India", "+919876543210"),
        ("Ruf mich an: 0171 / 234 56 78", "+491712345678"),
        ("zero six twelve thirty-four fifty-six seventy-eight, bel me in Utrecht", "+31612345678"),
    ],
)
def test_an_announced_number_is_one_although_its_figures_count(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    "text",
    [
        "제품 번호 010-2945-9876",
        "ordinenr 06-41938620",
        "nr zamówienia 601 223 344",
        "Referenz 0664 1234988",
        "Artikelnr. 0171-294-5083 ist ausverkauft",
        "bestelnummer: 06-41938620",
    ],
)
def test_numbers_of_orders_and_articles_are_none_to_ring(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bel me over de bestelling op 06-41938620", "+31641938620"),
        ("주문 문의는 010-2945-9876 으로 전화 주세요", "+821029459876"),
    ],
)
def test_a_number_to_ring_about_an_order_is_one(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


def test_figures_that_are_shown_from_their_end_are_read_so() -> None:
    assert likely(PHONE, "cell \u202e2683-914-514\u202c please") == {"+14154193862"}
    assert "+14154193862" in likely(PHONE, "\u202emoc\u202c cell 415-419-3862 please")
