"""Numbers that a text explains how to read: legends, keys of a telephone, figures of a list."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from tests.scanner.detecting import LANGUAGES, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    "text",
    [
        "let x = 5, y = 3 and see that 4x2 y8 12345 holds",
        "sizes: S=3, M=5, L=9, twelve of each in red",
        "<img width=4 height=9 id=614920073> and data-x=3",
        "grade table A=1 B=2 ... J=0 for the FEEDBACK sheet",
        "type FLUTE on the keys of 12 pianos and 3 organs",
        "map the keys to CTRL 2 and SHIFT 14 on every keyboard we sell",
        "our shop opens at 8 h 30, closes at 12, opens again at 14 and closes at 18",
        "order 6 red, 22 blue, 19 green, 37 white and 14 black ones",
        "solo los dorsales 6, 22 y 19 faltan en la foto",
        "that page does not exist: 404 came 18 times, 502 came 4 times",
        "la sección 4 no existe en la versión 12 del manual de 2019",
        "harga meja Rp150, kursi Rp0, lemari Rp9046 dan rak Rp20000",
        "ఈ వారం 12 చిత్రాలు, 30 పేజీలు, 45 నిమిషాలు వరుసగా",
        "બોક્સ 12, ડબ્બા 30 અને થેલી 45 એકસાથે મોકલો",
        "farver: sort, brun, rød, orange, gul, grøn og blå til de 7 rum",
        "skor 0, lalu 20 - 30, lalu 40 - 50, lalu 60 - 70 menit",
        "sizes 0 to 4 cost 200+38 and 9000-521 rupees",
        "cables O5 S8 B2 and Zl4 go to the rack, 12 of them",
        "the marks are S4 B2 l5 8 9 and O2",
        "the chords go N C D G A C D G A C, twice",
        "বর্ণমালা: অ ক খ গ ঘ ঙ চ ছ জ ঝ শেখাই",
        "A=1 B=2 C=3: O A B C D E F G H I is the whole row",
        "setlist: song 12, song 4, song 18, song 7",
        "the 3-EMP-2 board and the 7-EMP-1 board",
        "the poster says 1-800-EAT-PLUM above a drawing of the keypad",
        "at 40,800 words by SEPA in 30 days it was only for the taste",
        "ddd 21 and area code 415 are in the drop-down, 12 345 rows in all",
        "Zimmer 12, 14 und 20, Null davor ist das Erdgeschoss",
        "他说把酒吧衣服铃声六七八九都改一下",
    ],
)
def test_what_only_looks_explained_is_no_number(text: str) -> None:
    assert likely(PHONE, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("رقمي ٠ب٥ت٤ج١ح٨خ٢د٠ذ٩ر٢ز٦ شيل الحروف", "+966541820926"),
        ("ধরেন ০ক১খ৬গ২ঘ৩ঙ৯চ৫ছ০জ২ঝ৪ঞ৭ অক্ষরগুলা ফেলে", "+8801623950247"),
        ("เบอร์ 0นะ9จ๊ะ1อ่ะ7ล่ะ3ค่ะ5คร้า2นะ8จ้า1เนอะ6 เอาแต่ตัวเลข", "+66917352816"),
        ("電話 ぜろはちぜろ、さんにいきゅうごー、ろくろくいちよん", "+818032956614"),
        ("電話 ぜろはちぜろ、さんにいきゅうごー、ろく・ろく・いち・よん", "+818032956614"),
        ("電話係 九一八四 然後 二七三六，搵我啦", "+85291842736"),
        ("136亲719爱842的15 把字拿掉", "+8613671984215"),
        ("cell 3E4 7O2 l8S6 (E=3, O=0, l=1, S=5) per lo spot", "+393347021856"),
        ("✋=5. Call: nine six ✋ ✋ seven eight three zero four two, Chennai", "+919655783042"),
        ("A=1 B=2 ... J=0. My cell, Pune: IDCGHAEJFC", "+919437815063"),
        ("dial 615 then spell CELLO on the keys and add 21", "+16152355621"),
        ("nove oito oito quatro um, vinte, setenta e um, ddd 21", "+5521988412071"),
        ("mi número es 5834 7206, área metropolitana, lada 55, llámame", "+525558347206"),
        ("zes 29 48 17 31, nul ervoor", "+31629481731"),
        ("电话谐音：衣叁陆似酒 尔铃吧 伍柒尔，念快点", "+8613649208572"),
        ("Best two: O2l 4l8 2O38 (Auckland)", "+64214182038"),
        ("null170 3682 null4 18", "+4917036820418"),
        ("Vanity: 0151 2 CALI UDQ, die Buchstaben stehen auf der Tastatur", "+4915122254837"),
    ],
)
def test_signs_stand_for_what_the_text_says(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "La boutique ouvre à 06 h 14, ferme à 52, rouvre à 27 et ferme à 09. Ce sont pas des"
            " horaires, faut qu'on parle",
            "+33614522709",
        ),
        (
            "6 Nacho, 22 Isco, 19 Lucas, 37 el chaval, 15 Guti. solo los dorsales eh",
            "+34622193715",
        ),
        (
            "urutkan dari atas: kencur 08, asam 95, lawak 73, jahe 10, sinom 42, uyup 7",
            "+628957310427",
        ),
        (
            "Il locale è del 3285, ha 41 coperti e ne vuole 7608 (i numeri non tornano)",
            "+393285417608",
        ),
        ("TOTAL: Rs 77,38,40,21,97/- (this total is not a bill, it is calling)", "+917738402197"),
        ("Just ring 01706 then 48 then 2038 and let it ring", "+441706482038"),
        ("risultati: 3-4, 6-9, 0-5, 1-7, 2-9. Li metta in fila", "+393469051729"),
        ("meja Rp0813, kursi Rp5527, lemari Rp9046, itu bukan harga", "+6281355279046"),
        ("తోటలో మామిడి 98 కిలోలు, జామ 48, నిమ్మ 31, అరటి 02, ఉసిరి 76, వరుసగా నొక్కండి", "+919848310276"),
        ("આંબા 98, જાંબુ 25, કેળા 41, ચીકુ 70, લીંબુ 63 સળંગ ડાયલ કરો", "+919825417063"),
        ("लाल 985 मि., निलो 113 मि., हरियो 40 मि., सेतो 72 मि. लहरै थिच्नुस्", "+9779851134072"),
        ("Алма 8 қап, 701 алмұрт, 552 өрік, 38 шие, 46 жүзім, ретімен теріңіз", "+77015523846"),
        (
            "المقاومات: أسود أخضر أخضر أبيض أحمر بني أسود أزرق بنفسجي برتقالي، اتصل بالرياض",
            "+966559210673",
        ),
        (
            "rezistor: negru violet galben albastru negru roșu verde alb maro gri, sună",
            "+40746025918",
        ),
        ("nomor saya 0813, lalu 60 x 60 + 21, lalu 7000 - 448", "+6281336216552"),
        ("서울 010은 그대로, 중간은 6000 빼기 41, 끝은 1500 더하기 208", "+821059591708"),
        ("bấm 0, ghép 91, ghép (3000 + 427), ghép (1000 - 361), Hà Nội", "+84913427639"),
        ("Київ, дзвони О6З 71l З8 5О", "+380637113850"),
        ("sună la București: O 7 4 5 – 2 O 8 – 3 1 9", "+40745208319"),
        ("घुमा दो 98O4 l73 S26", "+919804173526"),
        ("أبجد هوز، والرقم من عمان: صفر، ز، ط، ه، ب، صفر، ج، ح، د، و", "+962795203846"),
        ("ক এক, খ দুই, আর অ শূন্য: অ ক ছ ঘ খ জ গ অ চ ঝ ঙ, ফোন দিন", "+8801742830695"),
        ("A=1 B=2, O is nought, call Lahore: O C B A F I D H E G B", "+923216948572"),
        ("you may text that one: 0998-EMP-512-EMP-7347", "+639985127347"),
    ],
)
def test_figures_of_a_list_that_is_said_to_be_none(text: str, value: str) -> None:
    assert value in likely(PHONE, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9942 7163 (356 in front)", "+35699427163"),
        ("meine Nummer: 664 1234567 (43 davor)", "+436641234567"),
        ("353, then 86 271 4409", "+353862714409"),
        ("+44, then 79, 56, 31, 84, 02", "+447956318402"),
    ],
)
def test_a_country_code_may_stand_apart(text: str, value: str) -> None:
    assert value in likely(PHONE, text)
