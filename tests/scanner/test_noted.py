"""Details of which a note says how they are written: closed up, parted by a sign, three times."""

from __future__ import annotations

import pytest

from scanner.detectors.handles.detector import HandleDetector
from scanner.detectors.links.detector import LinkDetector
from scanner.detectors.mail.detector import EmailDetector
from scanner.detectors.payments.detector import PaymentAccountDetector
from scanner.detectors.phones.detector import PhoneDetector
from tests.scanner.detecting import LANGUAGES, likely

EMAIL, HANDLE, LINK = EmailDetector(), HandleDetector(), LinkDetector()
PHONE = PhoneDetector(LANGUAGES.regions_of)
ACCOUNT = PaymentAccountDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mona lantern অ্যাট ইয়াহু ডট কম, একসাথে", "monalantern@yahoo.com"),
        (
            "bhejo mona lantern 07 attherate gmail, beech me space mat dena",
            "monalantern07@gmail.com",
        ),
        (
            "my mail's wren tile joan as one word, at, fastmail, dot, com",
            "wrentilejoan@fastmail.com",
        ),
        (
            "anota: cabra de feira, emendado, o arroba, e o gmail ponto com",
            "cabradefeira@gmail.com",
        ),
        (
            "mona tile (dono jurray huay), phir at ka nishan, gmail, dot com",
            "monatile@gmail.com",
        ),
        ("write to mona tile with a dash between, at gmail dot com", "mona-tile@gmail.com"),
        (
            "mona, senza spazi, trattino basso, tile, chiocciola, gmail, punto, it",
            "mona_tile@gmail.it",
        ),
        ("mona (aan elkaar) tile, apestaart, skynet, punt, be", "monatile@skynet.be"),
        ("write mona, one word, dot, tile at gmail dot com", "mona.tile@gmail.com"),
        ("mail e daw: mona tile, majhe dash, tarpor et, jimail dot kom", "mona-tile@gmail.com"),
        (
            "mona tile (dikit dikit) tapos at sign yahoo dot com dot ph",
            "monatile@yahoo.com.ph",
        ),
        ("mona ponto mei arrôba bol ponto com ponto bê érre", "mona.mei@bol.com.br"),
        ("mona podłoga oczko małpka wupe kropka peel", "mona_oczko@wp.pl"),
        ("mona.tile 📧 fernmill.ie", "mona.tile@fernmill.ie"),
    ],
)
def test_an_address_has_the_name_that_the_note_says(text: str, address: str) -> None:
    assert address in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("My first name at fernmill dot ie finds me. I'm Oona, by the way", "oona@fernmill.ie"),
        ("it's first name, no gap, last name, at gmail dot com. Mia Holt", "miaholt@gmail.com"),
        ("my surname at gmail dot com.\nRegards, Mia Holt", "holt@gmail.com"),
        ("write to firstname.lastname@gmail.com. Best, Mia Holt", "mia.holt@gmail.com"),
        ("Vorname punkt Nachname bei gmx punkt de. Gruß, Jörg Holt", "joerg.holt@gmx.de"),
        ("имя точка фамилия собака яндекс точка ру. Меня зовут Олег Сомов", "oleg.somov@yandex.ru"),
        ("etunimi.sukunimi ät gmail piste com, olen Aino Holt", "aino.holt@gmail.com"),
        (
            "My first name, at sign, fernmill.ie. First name's on top (Oona)",
            "oona@fernmill.ie",
        ),
    ],
)
def test_an_address_of_the_senders_own_name(text: str, address: str) -> None:
    assert address in likely(EMAIL, text)


def test_how_a_firm_forms_its_addresses_is_nobodys() -> None:
    text = "they follow firstname.lastname@fernmill.ie, please build the list. Mia Holt"
    assert likely(EMAIL, text) == {"firstname.lastname@fernmill.ie"}


@pytest.mark.parametrize(
    "text",
    [
        "measure the distance between two points on the mail icon",
        "we work together at lumber.com, no spaces left for May",
        "The form needs first name, last name and Gmail fields. Thanks, Mia Holt",
        "csv header is firstname,lastname,gmail. Thanks, Mia Holt",
        "Das Feld Vorname in Outlook ist leer. Gruß, Jörg Holt",
        "Adım adım Gmail kurulumu anlatırım. Benim adım Ali",
        "please sync the family name to outlook. I'm Mia Holt",
        "E-mail 📧 acme.com, or node.js 📩 mailchimp.com",
        "arrivi at studio punto i ti mando tutto",
        "Le formulaire demande prénom, nom et Gmail. Cordialement, Marie Dupont",
        "Das Feld Nachname bei Outlook ist leer. Gruß, Jörg Holt",
        "I changed my last name at Gmail but it shows the old one. Thanks, Mia Holt",
        "a dot between the words, then the outlook for June",
    ],
)
def test_notes_in_talk_make_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("telegram is tin otter, an underscore where the space is", "tin_otter"),
        ("insta: tia da nena, só que no lugar de cada espaço vai um underline", "tia_da_nena"),
        ("snapchat: lenscap plus my year of birth 1998, written as one", "lenscap1998"),
        ("tiktok anhbaloa, thêm cái gạch dưới rồi số 68 ở đuôi", "anhbaloa_68"),
        ("instagram: tin low-dash otter low-dash maps", "tin_otter_maps"),
        ("en telegram soy lamona y detrás guion bajo y detrás croqueta", "lamona_croqueta"),
    ],
)
def test_a_name_has_the_signs_that_the_note_says(text: str, name: str) -> None:
    assert name in likely(HANDLE, text, least=0.4)


@pytest.mark.parametrize(
    "text",
    [
        "measure the distance between two points on telegram",
        "instagram: foto tambah video tambah 3 reels",
        "The Telegram banner has logo no space icon right now",
        "Instagram carousel, nine seamless tiles with no spaces",
    ],
)
def test_points_and_lists_give_no_name(text: str) -> None:
    assert likely(HANDLE, text) == set()


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("die 0170 und dann dreimal die vier, 58 und zum schluss zwei nullen", "1704445800"),
        ("clock it: 🕛🕘🕐🕖🕗🕑🕕🕒🕓🕑🕔 text lang po, Manila", "9178263425"),
        ("watch the deal: 10♠ 7♦ 9♥ A♣ 3♠ 6♦ 6♥ 2♣ 8♠ 4♦ A♥, a London phone", "7913662841"),
        ("call o8o3 s5b 7l29 (s is five, b is six, l is one) in Lagos", "8035567129"),
    ],
)
def test_a_number_has_the_figures_that_are_drawn_or_told(text: str, digits: str) -> None:
    assert any((value or "").endswith(digits) for value in likely(PHONE, text))


@pytest.mark.parametrize(
    "text",
    [
        "the poster shows A♠ K♦ 10♥ 9♣ 2♠ and ⚀⚅, call the layout done",
        "rummy hand: 7♦ 8♦ 9♦ 3♣ 3♠ 3♥ 10♣ 10♦ 10♥ 5♠ for the screenshot, call it done",
        "Appendix B is one page long. Call them parts B12 B34 B56",
        "I paid twice, then 20 and 30, call it fifty dollars",
    ],
)
def test_cards_appendices_and_sums_are_no_numbers(text: str) -> None:
    assert likely(PHONE, text) == set()


def test_what_is_said_between_the_parts_of_a_path_is_read() -> None:
    said = "meet dot google dot com slash qzt hyphen vamo hyphen kdp"
    assert likely(LINK, said) == {"meet.google.com/qzt-vamo-kdp"}
    assert likely(LINK, "paypal me Schrägstrich federhanne") == {"paypal.me/federhanne"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("My colleague jane at gmail dot com will join it", "jane@gmail.com"),
        ("dear sir bob at gmail dot com, as one does", "bob@gmail.com"),
        ("placeholder: firstname.lastname@gmail.com. Mia Holt", "firstname.lastname@gmail.com"),
        (
            "Use firstname.lastname@gmail.com in the mockups. Mia Holt",
            "firstname.lastname@gmail.com",
        ),
    ],
)
def test_talk_behind_an_address_leaves_its_name(text: str, address: str) -> None:
    assert likely(EMAIL, text) == {address}


def test_an_id_may_stand_in_brackets() -> None:
    assert likely(ACCOUNT, "PayPay ID「kaki_tanishi」まで") == {"kaki_tanishi"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В тг я ьфкштф_лтше, это просто раскладка", "marina_knit"),
        ("سنابي zeertat_anil، بس اقرئيها من اليمين لليسار", "lina_tatreez"),
        (
            "카톡은 영문 상태로 놓고 '달빛공방' 네 글자를 그대로 치면 그게 아이디예요",
            "ekfqlcrhdqkd",
        ),
        ("instagram lerato then dube with an underscore in between", "lerato_dube"),
    ],
)
def test_a_name_is_read_as_one_is_told_to(text: str, name: str) -> None:
    assert name in likely(HANDLE, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("instagram zepol_ana, read it backwards", "ana_lopez"),
        ("Mi instagram es ana_lopez, de lo contrario escribe por aquí", "ana_lopez"),
        ("Нужен телеграм бот: клавиатура с кнопками начать_заказ", None),
    ],
)
def test_a_name_is_turned_once_and_only_where_one_is_told_to(text: str, name: str | None) -> None:
    found = likely(HANDLE, text)
    assert found == {name} if name else "yfxfnm_pfrfp" not in found


def test_what_is_said_letter_by_letter_is_read() -> None:
    assert likely(EMAIL, "mona tile, no gaps, a.t gmail d.o.t com") == {"monatile@gmail.com"}
    assert likely(LINK, "вк точка ком слэш kedr_banya") == {"vk.com/kedr_banya"}
    assert likely(LINK, "wa dot me forward stroke two five four 711 602 398") == {
        "wa.me/254711602398"
    }
