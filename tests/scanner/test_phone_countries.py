"""To which country a number without its code belongs, and where such a number ends."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from scanner.message import Message
from scanner.road import Scanner
from tests.scanner.detecting import LANGUAGES, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    "text",
    [
        "testers type 0123 4567890 or 0876 543 2109 into the form",
        "the whole run took 512 604 800 steps on our cluster",
        "Wir hatten 512 604 800 Aufrufe im Jahr",
        "seri no 53618-2907, gövde boyu 21,60",
        "Ref no:\n0472 69 15 83",
    ],
)
def test_what_is_counted_or_labelled_belongs_to_no_country(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # three by three, as amounts are, in the tongue of a country whose mobile numbers may be
        ("Me pillas en el taller, 655 298 413 y te lo explico con calma", "+34655298413"),
        ("Escribime al 0982 417 306 y tomamos un tereré", "+595982417306"),
        ("Épale, llámeme al 0414-628.13.07 que ahí le explico lo del mural", "+584146281307"),
        ("obrim fins les vuit: nou set dos, trenta-u, quaranta, divuit", "+34972314018"),
        (
            "reach us: nine one seven... you know... five five three, two oh four eight",
            "+19175532048",
        ),
        ("Do niej: 508.773.194, ona powie jakie wzory na stół", "+48508773194"),
        # what begins so in Kenya and Tanzania, and is mostly Kenyan
        ("naeza kumaliza leo jioni. Nipigie 0712 518 964 nikueleze rangi", "+254712518964"),
        ("Nipigie 0712 518 964 jioni, niko Dar es Salaam", "+255712518964"),
        # lines that no person has come last: premium rates and shared costs of Britain
        ("Ring 0917 552 8043 for the boxes", "+639175528043"),
        ("my no 0333 4410 672, the bags are ready", "+923334410672"),
        # mobile or landline, where the text says which
        ("telephone 01768 224 951 before eight", "+441768224951"),
        ("mobile 01917364208, kindly ring", "+8801917364208"),
        ("the landline is (02) 9664 3018, till five", "+61296643018"),
        # names and turns of speech
        ("ask for foreman Kwabena, call 024 771 3862", "+233247713862"),
        ("Saoirse has the keys, call 085 664 2190", "+353856642190"),
        ("ask Nomvula to open, call 083 664 2190", "+27836642190"),
        ("Shop close at 8 lah, call 9173 6482", "+6591736482"),
        # how it is written
        ("app me 06-41673092", "+31641673092"),
        ("Klopf ruhig an, 0664 3817204", "+436643817204"),
        ("chasch mer aalüte 079 416 83 27", "+41794168327"),
        ("call my welder (21) 98364-7215", "+5521983647215"),
        ("0708 316 4429 call me sir", "+2347083164429"),
        ("my cell is nine oh eight, three one six, double four two nine", "+19083164429"),
        ("Hívj fel: 06 30 418 2296", "+36304182296"),
        ("0487 61 93 25, mais seulement après septante minutes", "+32487619325"),
        # tongues of several countries
        ("laburo con cuero, llamame al 11 4873-6205", "+5491148736205"),
        ("llámeme al 310 764 2283, contesto hasta las nueve", "+573107642283"),
        # as they are written there, without a word for it
        ("716 204 883, proszę przed piętnastą", None),
        ("692 418 357, wieczorem jestem w domu", "+48692418357"),
        ("+38 in front of 099 482 61 37 and you have my Viber", "+380994826137"),
        ("কল দিবেন ০১৭২৬৪০৩৮১৯", "+8801726403819"),
        # tongues that are taken for a larger one
        ("नक्सा राम्रो भयो, फोन गर्नुस् 9841265073", "+9779841265073"),
        ("काम अच्छा हुआ, फोन कीजिए 9841265073", "+919841265073"),
        ("Ďakujem, zavolajte mi na 0907 318 264 alebo neskôr", "+421907318264"),
        ("صفر تسعة ثلاثة ثلاثة، واحد ستة اثنين، أربعة سبعة ثمانية، دمشق", "+963933162478"),
        ("soalan mudah, encik boleh telefon 010 362 4418 selepas makan malam", "+60103624418"),
        ("เบอร์คือ 061 238 8479 และ 200+38 หน้า โทรมาได้เลยครับ", "+66612388479"),
        # the shape of the number itself, the messenger, the script and its sister tongues
        ("phone: 13941938620", "+8613941938620"),
        ("whatsapp 13125557284", "+13125557284"),
        ("my number is 89162945567", "+79162945567"),
        ("Santiago 9 4193 8620", "+56941938620"),
        ("me llamo Santiago, llámame al 612 419 386, Madrid", "+34612419386"),
        ("from Madrid: 612 419 386", "+34612419386"),
        ("电话 〇九〇-一二九四-九八七六", "+819012949876"),
        ("電話 〇九〇-一二九四-九八七六", "+819012949876"),
        ("call 09012949876", "+2349012949876"),
        ("Позвонете на 0888 419 386", "+359888419386"),
        ("мојот број е 070 419 386", "+38970419386"),
        ("viber 067 124 98 76", "+380671249876"),
        ("call 067 419 3862", "+27674193862"),
        ("Line / phone: 081 419 3862", "+66814193862"),
        ("off the line now, phone 081 419 3862", "+27814193862"),
        # of films: an excuse is for them
        ("my line: 07700 900123", "+447700900123"),
        ("call me on 07700 900 456", "+447700900456"),
        ("kantor kami 022 731 5948, bagian pajak sudah menunggu", "+62227315948"),
    ],
)
def test_the_country_is_told_by_kind_look_and_talk(text: str, value: str | None) -> None:
    found = likely(PHONE, text)
    assert value in found if value else found == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("best to ring Bev on 0427 318 664. 3 days a week, ongoing", "+61427318664"),
        ("call 0427 318 664 9 am or later, Brisbane", "+61427318664"),
        ("Unit 4, Boise ID\n(208) 561-7743 | mornings", "+12085617743"),
        ("my # 0995 417 3026 po", "+639954173026"),
        ("signal = 619 274 0385", "+16192740385"),
    ],
)
def test_a_number_ends_with_its_sentence_and_begins_after_its_sign(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my digits but backwards: 8146057313 flip it", "+13137506418"),
        ("press it upside down. If not ring me, 571 274 6308", "+15712746308"),
    ],
)
def test_only_what_the_sentence_speaks_of_is_turned(text: str, value: str) -> None:
    found = likely(PHONE, text, least=0.45)
    assert found <= {value}


def test_a_mirrored_drawing_turns_no_number() -> None:
    text = (
        "the drawing on page 31 is mirrored, I think, so he can ring me any time on 0161 496 0722"
    )
    assert "+441614960722" in likely(PHONE, text)


def test_letters_of_one_number_word_are_figures_in_another() -> None:
    assert "+447418622913" in likely(PHONE, "o7418 s1x tw0 tw0 n1ne 0ne 3")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my nomba na zero eight wan two, seven zero five, four tree nine wan", "+2348127054391"),
        ("tawag ka po zro nyn fore fayb, eyt too zero, siks wan three seven", "+639458206137"),
        ("it's oh seven treble five, three one nine, two four oh, ring us", "+447555319240"),
        ("संपर्क: नाइन 8 सिक्स 0 वन 26 फ़ोर 3 पाँच", "+919860126435"),
        (
            "number zubani: sifar teen sifar chaar, aath aik saat, do paanch chhe aik",
            "+923048172561",
        ),
        ("mera digits: nau(5)6O two (1) tin 4 seven 9 samajh aa gya", "+919560213479"),
        ("о-дев'ять-вісім, а тоді триста сорок, двадцять два, п'ятдесят сім", "+380983402257"),
        ("공일공 8204 하나칠삼구이나 카톡으로 주세요", "+821082041739"),
        ("電話はぜろはちぜろ、4192、7035です", "+818041927035"),
        (
            "numer do kuźni to sześć zero cztery, dwieście trzydzieści, pięćset osiem",
            "+48604230508",
        ),
        ("atölyeyi beş kırk iki, altı yüz on, yetmiş üç, elli sekizden arayın", "+905426107358"),
        ("txt mo ako d2 0918 274 6035 mamaya", "+639182746035"),
        ("maten: O6 x 5I x 6482 x 17, de kruisjes niet", "+31651648217"),
        ("4-0-7 x 9-1-4 x 6-0-8-2 in Orlando", "+14079146082"),
        ("কল দেন: শূন্য এক সাত, ছাপ্পান্ন, তিনশ বারো, চুয়াল্লিশ, নয়", "+8801756312449"),
        ("hit my line 2148639027 4 the beat", "+12148639027"),
        ("電洽老闆娘 0932-617-408，下午三點後", "+886932617408"),
        ("bhai is number par call karo 03014478206", "+923014478206"),
        ("appelle zero six, quarante-deux, treize, zero huit, onze. Momo", "+33642130811"),
        ("плюс семь дальше: девять🙈16🙈четыреста 28🙈57🙈04", "+79164285704"),
    ],
)
def test_more_ways_to_say_figures(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


def test_a_name_that_is_a_number_with_letters_in_it_is_the_number(
    scanner: Scanner,
) -> None:
    verdict = scanner.scan(Message(text="its 7o2-8ol-4963 text only pls"))
    assert [finding.value for finding in verdict.findings] == ["+17028014963"]
