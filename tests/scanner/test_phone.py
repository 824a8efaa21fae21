"""What the phone detector takes for a number, in which country, and what it leaves alone."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.phone import PhoneDetector
from scanner.message import Message
from tests.scanner.detecting import hits, read, values

PHONE = PhoneDetector()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 34",
        "4155552671 rows read, 4155550102 kept, 2569 dropped",
        "The parcel has DHL number 00340434161094042557, your invoice is 2025-0912-4471.",
        "ISBN 978-3-16-148410-0 is the hardcover, the e-book got 979-8-6024-0545-3",
        "Total for phases 1-3: $1,250,300. I take 2.4 % for the drawings.",
        "budget 45 000 000 руб, deadline 2025-10-05 12:30",
        "The drone spots are 51.50740, -0.12780 and 48.85837, 2.29448",
        "Cut list in mm: 804 x 412 x 18 (2), 491 x 570 x 18 (4)",
        "Please don't upgrade past 44.20.7946, the 44.20.7950 build broke it",
        "10.44.20.79 - - and 192.168.1.34:8080",
        "e|--0-2-4-4-1-8-6-0-2-7--|",
        "Copyright 2019-2024, then 1998/1999 and 07/08/2024",
        "Order id 9819704326 has the wrong attribution",
        "Заявка № 89124450017 от 12.03",
        "No resi 081238475590 punya JNE ya",
        "송장번호 010-4723-880612 는 반품 건이고요",
        "my policy number is frt 123599243",
        "container MSKU7314460, commit 9362084, image IMG_4915228817386",
        "pay 9830417752@ybl",
        "https://shop.example.net/boost/277508770.html is the phone",
        "Shall I make the milestones 300 / 300 / 200?",
        "a time like 14.30-15.45 says do not share phone numbers",
        "formulaire: téléphone 06 00 00 00 00 et 210 000 000",
        "+1 234",
        "call 999 or 112 in an emergency",
    ],
)
def test_figures_that_are_no_phone_are_left_alone(text: str) -> None:
    assert values(PHONE, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sir my number +91 98204 51763 any time", "+919820451763"),
        ("For fast things: +48 512 340 771, and mail", "+48512340771"),
        ("tel. 00971 50 614 8823, between 9 and 4", "+971506148823"),
        ("+44 (0)20 7946 0735", "+442079460735"),
        ("+55 (11) 96418-2073", "+5511964182073"),
        ("tel:+46846500427", "+46846500427"),
        ("weekly.+41 79 652 03 84", "+41796520384"),
    ],
)
def test_a_country_code_is_enough_anywhere(text: str, value: str) -> None:
    assert values(PHONE, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call (312) 555-7284 after 6, ask for Denny", "+13125557284"),
        ("404.918.2765 is my cell", "+14049182765"),
        ("We're on 020 7946 0735, office hours, London time", "+442079460735"),
        ("Mate if it fails again I'm on 0491 570 156", "+61491570156"),
        ("Llámeme al 612 90 44 17 y lo vemos", "+34612904417"),
        ("Appelez moi plutot au 06 41 72 38 95 apres 18h, ca ira plus vite", "+33641723895"),
        ("me chama no (11) 98327-4106 que eu vou aí", "+5511983274106"),
        ("mi chiami al 347 4820915 anche la domenica", "+393474820915"),
        ("bitte per Signal an 0151 28370946, dann sag ich was dazu", "+4915128370946"),
        ("Звоните сразу 8 917 445-32-10, Артём", "+79174453210"),
        ("телефонуйте 067 412 88 03, або пишіть її", "+380674128803"),
        ("ara beni 0532 417 60 95 için", "+905324176095"),
        ("hubungi saya di 0812-3847-5590 ya", "+6281238475590"),
        ("My Vietnam number 0903.418.276", "+84903418276"),
        ("फोन करो ९८२७३ ४१६५० पर", "+919827341650"),
        ("ফোন ০১৭১২-৩৪৮৯০৬ রাত দশটার পর।", "+8801712348906"),
        ("اتصلوا ٠١٢٢ ٦٧٨ ٣٤٠٥ بعد العصر", "+201226783405"),
        ("電話は０９０－３８１２－４４７６まで", "+819038124476"),
        ("cel: 52 55 4183 2097, soy de CDMX", "+525541832097"),
        ("电话13655208874", "+8613655208874"),
    ],
)
def test_a_national_number_is_read_for_the_country_that_the_text_speaks_of(
    text: str, value: str
) -> None:
    assert values(PHONE, text) == [value]


def test_a_bare_answer_to_the_question_for_a_number_is_one() -> None:
    assert values(PHONE, "98197 04326") == []
    assert values(PHONE, "98197 04326", asked="ok, apka number?") == ["+919819704326"]


def test_spelled_digits_that_make_a_valid_number_are_taken_for_hidden() -> None:
    text = "seven eight six 5559162, talk soon"
    typed = read(text, ("seven eight six ", "786"), disguise="escapes")
    spelled = read(text, ("seven eight six ", "786"), disguise="spelled digits")
    message = Message(text=text)
    assert all(hit.confidence < 0.5 for hit in PHONE.find(typed, message))
    assert all(hit.confidence >= 0.5 for hit in PHONE.find(spelled, message))


def test_decoys_before_a_number_do_not_hide_it() -> None:
    decoys = " ".join(f"{number} pcs," for number in range(1234567, 1234597))
    assert values(PHONE, f"{decoys} or +91 98204 51763") == ["+919820451763"]


def test_two_numbers_in_one_line_are_two() -> None:
    text = "phone +49 171 3920037 / +49 521 883920 , either"
    assert values(PHONE, text) == ["+491713920037", "+49521883920"]


@given(st.text(alphabet=st.sampled_from("0123456789 +-()./x٣９\nа"), max_size=80))
def test_every_value_is_a_valid_number_in_e164_and_every_range_in_the_text(text: str) -> None:
    for hit in hits(PHONE, text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.value is not None
        assert phonenumbers.is_valid_number(phonenumbers.parse(hit.value))
