"""What the phone detector takes for a number, in which country, and what it leaves alone."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.phones.detector import PhoneDetector
from scanner.message import Message
from scanner.views import read as read_views
from tests.scanner.detecting import LANGUAGES, LIKELY, hits, read, values

PHONE = PhoneDetector(LANGUAGES.regions_of)


def found(text: str) -> dict[str | None, str]:
    """What is likely in any reading of a message: the values, with what was typed for them."""
    message = Message(text=text)
    likely: dict[str | None, str] = {}
    for view in read_views(message).readings:
        for hit in PHONE.find(view, message):
            if hit.confidence >= LIKELY:
                start, end = view.to_source(hit.start, hit.end)
                likely.setdefault(hit.value, text[start:end])
    return likely


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
        "phones go into this form: https://wj.example.net/s2/17740926/c83e/",
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
    "text",
    [
        "stars this week: 4 ⭐ 5 ⭐ 3 ⭐ 2 ⭐ 5",
        "order 12 🍕 3 🍺 1 🍟 for 45 people",
        "files report_2024_11_05 and draft_1_2_3",
    ],
)
def test_figures_among_pictures_and_names_of_files_are_left_alone(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("text me 📞 +44 7🌵4🌵1🌵8 6🌵2🌵2 9🌵1🌵3", "+447418622913"),
        ("in London it is 0_7_4_1_8 | 6_2_2 | 9_1_3", "+447418622913"),
    ],
)
def test_a_number_between_pictures_or_low_lines_is_one(text: str, value: str) -> None:
    assert value in found(text)


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
        ("WhatsApp:+923004192836Email: soon", "+923004192836"),
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
        ("ring mig hellre på 070-174 06 05, jag sitter vid datorn", "+46701740605"),
        ("skriv til min kollega på 20 12 34 56, hun svarer hurtigt", "+4520123456"),
        ("du kan bare ringe meg på 406 12 345 etter jobb", "+4740612345"),
        ("kérem hívjon a 06 20 123 4567 számon, este is jó", "+36201234567"),
        ("电话13655208874", "+8613655208874"),
    ],
)
def test_a_national_number_is_read_for_the_country_that_the_text_speaks_of(
    text: str, value: str
) -> None:
    assert values(PHONE, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "07 desks, 48 chairs, 30 lamps, 29 rugs, 15 bins: the list for the loft in Leeds",
        "Steps 1 to 9: cut 12, fold 14, glue 16, press 18. Call it done, Manchester!",
        "Rows: 604 in, 338 out, 711 kept, in order of date. Nairobi office",
        "one two three four five six seven eight nine ten, the girls count and ring the bell",
        "Paint the bands black, brown, red and white; the ring around it green",
        "the strap is IV, the case VII, the ring II",
        "||| | || three strokes, one, two",
        "Voltage 3.3, 5, 12, 24, 48 and a ring of LEDs",
        "first 2 logos, then 3 banners, then 15 icons",
        "call to 0x80040154 failed, then 0xC0000005",
        "mirror it from right to left, 40 cm by 60 cm",
        "double the two columns, three fives on the dice",
    ],
)
def test_figures_beside_words_of_ringing_and_order_are_left_alone(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "value", "typed"),
    [
        (
            "I own 07 hats, ran 48 miles, ate 30 buns and 29 pies, 154 nuts. British, it rings",
            "+447483029154",
            "07 hats, ran 48 miles, ate 30 buns and 29 pies, 154",
        ),
        (
            "bolts 51\nnuts 290\nhooks 44\nrails 88\nLast column, top to bottom. Warszawa",
            "+48512904488",
            None,
        ),
        (
            "hier die Maße der Reihe nach: 0171 breit, 3920 hoch und 037 tief, in München",
            "+491713920037",
            "0171 breit, 3920 hoch und 037",
        ),
        ("ring KE-0722-JAMBO-418-POA-936 without letters, Nairobi", "+254722418936", None),
        ("[0][7][9][1][2] [8][4][0] [6][5][3] Leeds", "+447912840653", None),
        ("call 016(the rest) 31-77-05-84, Dhaka", "+8801631770584", "016(the rest) 31-77-05-84"),
        ("cell in singapore: |||||||| |||| | || ||||| ||||||| || |", "+6584125721", None),
        (
            "black grey blue red orange white black green violet orange brown. Ring me in Jakarta",
            "+628623905731",
            None,
        ),
        ("646-SKETCH-2 is easy to remember", "+16467538242", "646-SKETCH-2"),
        ("(Spain) 6, 2+4, 10/2, 1, 3x3, 0, 4-2, 2+6, 1+2", "+34665190283", None),
        ("Ⅵ Ⅴ Ⅴ Ⅰ Ⅸ 0 Ⅱ Ⅷ Ⅲ, Madrid", "+34655190283", None),
        ("倒着念：92653814731，北京", "+8613741835629", "92653814731"),
        ("Nairobi, read it from the end: 4-8-2-0-7-1-5-2-7-0", "+254725170284", None),
    ],
)
def test_a_number_in_figures_apart_is_put_together(
    text: str, value: str, typed: str | None
) -> None:
    assert list(found(text)) == [value]
    assert typed is None or found(text)[value] == typed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("07, puis deux fois 81, puis 45, et pour finir 20, appelez, Lyon", "+33781814520"),
        ("0651 y luego tres cincos, luego 28", None),
        (
            "Brno: six hundred seven million, three hundred fifteen thousand, four hundred two",
            "+420607315402",
        ),
        ("oh seven seven double one, two threes, five five one eight, London", "+447711335518"),
        ("mi guasap es cero99 treinta8 cuarenta1 dosveintisiete, Quito", "+593993841227"),
        ("нуль67 чотири91 82 нуль5 Київ", "+380674918205"),
        ("صفر نهصد و دوازده، هفتصد و چهل و شش، سی و هشت، بیست و پنج تهران", "+989127463825"),
        ("โทรศูนย์แปดหนึ่งสี่สองเจ็ดเก้าศูนย์หกสาม", "+66814279063"),
        ("공일공에 오일구칠 삼공사팔이요, 편히 거세요", "+821051973048"),
        ("call karo: nau sattaanve, do gyaarah, aath pachaas, chhe", "+919972118506"),
        ("공일공! 그다음 넷 여덟 하나 셋, 마지막 둘 일곱 다섯 여섯", "+821048132756"),
        ("공일공 다음에 구천백칠십, 그리고 삼천팔백이십오", "+821091703825"),
        ("O1O.5칠2구.삼0육4 연락", "+821057293064"),
        ("電話は〇八〇の四一七二の九三六五です", "+818041729365"),
        ("Contct: O3OO~7l2~4685 (O = zero, l = aik) Sialkot", "+923007124685"),
        ("sevn ate six, fvie fiev five, niner one sixx two seven", None),
        (
            "noll sju noll, ett, trettiotvå, fyrtiofem, sextiosju, ring mig i Stockholm",
            "+46701324567",
        ),
        ("null sechs sechs vier, eins acht drei, zweiundsiebzig, neunzig, Wien", "+436641837290"),
    ],
)
def test_a_number_in_words_is_read_to_its_end(text: str, value: str | None) -> None:
    assert list(found(text)) == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("reach 0650 183 947 (+43) at noon", "+43650183947"),
        ("🇹🇭 call 086 351 7248", "+66863517248"),
        ("simu yangu 0762 448 190, niko Mwanza", "+255762448190"),
        ("Mobile 077 341 8826, Negombo", "+94773418826"),
        ("timbre al 316 482 70 93, Bucaramanga", "+573164827093"),
        ("you may ring us in the workshop on 01539 724 618 when it is open", "+441539724618"),
        ("whom you want is on 020 8366 4471 until the evening", "+442083664471"),
        ("call 0712 604 885, kindly ask for Wanjiru in Nakuru", "+254712604885"),
        ("Anruf: 0664 183 72 90, servus aus Graz", "+436641837290"),
        ("mail marta@wp.pl, tel 601 223 344", "+48601223344"),
        ("see www.ostlicht-foto.at or ring 0664 123 4988", "+436641234988"),
    ],
)
def test_what_is_named_near_a_number_tells_its_country(text: str, value: str) -> None:
    assert values(PHONE, text) == [value]


def test_a_label_does_not_hide_what_is_written_as_a_mobile_number() -> None:
    assert values(PHONE, "Dossier 0472 69 15 83 staat klaar in Gent") == ["+32472691583"]
    assert values(PHONE, "Dossier 0472691 staat klaar in Gent") == []


@pytest.mark.parametrize("text", ["Text BOOKING to 480-631-2297", 'SMS "order" to 480-631-2297'])
def test_a_number_to_which_a_label_is_sent_is_no_label(text: str) -> None:
    (hit,) = hits(PHONE, text)
    assert hit.confidence > 0.9


def test_the_end_of_a_number_begun_in_words_is_not_one_of_its_own() -> None:
    assert values(PHONE, "nul zes 19 40 72 86 28, Brussel, bel mij") == []


def test_a_bare_answer_to_the_question_for_a_number_is_one() -> None:
    assert values(PHONE, "98197 04326") == []
    assert values(PHONE, "98197 04326", asked="ok, apka number?") == ["+919819704326"]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("best number for you?", "+15129084471"),
        ("order number?", None),
        ("and how many views did it get last year?", None),
    ],
)
def test_a_number_alone_answers_a_question_for_one(asked: str, value: str | None) -> None:
    assert values(PHONE, "5129084471", asked=asked) == ([value] if value else [])


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
