"""Numbers in disguise, read by all views at once: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from scanner.message import Context, Earlier, Message
from scanner.views import read
from tests.scanner.detecting import LANGUAGES, LIKELY, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("ring mig, nollsjuttio fyrahundrasextioett sjuttiotre nittiofem, Malmö", "704617395"),
        ("noll sju tre tvåhundranitton fyra fem åttiosex, bor i Uppsala", "732194586"),
        ("soita nolla neljäkyt, kakskyt viis seiska ysi, kuuskytkolme yks", "4025796"),
        ("nüll sibenesibezg, drü vier füf, sächsevierzg, zwölf, Züri", "773454612"),
        ("صفر تسعمية وثلاثة وثلاثين، أربعة ستة واحد، سبعة صفر تمانية", "933461708"),
        ("صفر تین سو پینتالیس، اکسٹھ بہتر، اٹھاسی صفر", "345617288"),
        ("শূন্য সতেরো একত্রিশ, পঁয়ষট্টি বিরাশি, ছয় চার আট", "17316582648"),
        ("nula osem sedem osem, chetiristotin i dve, petdeset i tri, sedem", "878402537"),
        ("शून्य नऊ त्र्याण्णव, बेचाळीस सत्तावीस शून्य एक", "0993422701"),
        ("zero 3ashra, tes3a w arb3een, khamsa w setteen, 88 w b3den tlata", "01049658"),
        ("sefr nohsado dah, chaharsado bist o se, 61, haftado panj", "09104236175"),
        ("zero one nine, ekattor, chuallish, sholo, pochashi", "01971441685"),
        ("dokuzyüz kırkbir ikiyüzyetmişüç onsekiz altmışdört", "9412731864"),
        ("kosong satu empat, limo pat tigo, lapey sembilang duo juh", "0145438927"),
        ("kosong wolu siji telu, juh nem sanga, loro loro papat", "0813769224"),
        ("không chính mốt, bẩy tư hai, tứ sáu tám không", "0917424680"),
        ("ni éin fire åtte to seks null sju", "91482607"),
        ("ноль дважды пять, триста двенадцать, сорок шесть, трижды один", "05531246111"),
        ("șapte patru unu, o sută doi, trei sute zece, cinci, cu zero în față", "07411023105"),
        ("สูน แปด เอ็ด แล้วก็ ห้ก เจด สาม ตามด้วย สี่ สอง เก่า สอง", "0816734292"),
        ("공1공 그 다음이 사O이팔, 뒷자리는 6삼륙1", "01040286361"),
        ("빵일빵 구이구이 삼팔삼팔", "01092923838"),
        ("ゼロハチゼロ、ニイナナゴウロク、イチキュウヨンハチ", "08027561948"),
        ("（零四）二三七六－八八一五", "0423768815"),
        ("邀扒我，溜期韭灵，而伞似陆", "18567902346"),
        ("dos isa, limampu't tatlo, walo pito, anim siyam siyete", "215387697"),
        ("nul shist sim, sto odyn, sorok dva, pyatdesyat try", "671014253"),
    ],
)
def test_a_number_said_in_any_language_becomes_its_figures(text: str, digits: str) -> None:
    """By rule: hundreds joined with the rest, short and dialect forms, Cyrillic typed in Latin."""
    assert any(digits in view.text for view in read(Message(text=text)).readings), text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zéro six cinquante-deux trente quatre-vingt-sept onze, Nantes", "+33652308711"),
        ("appelez 06 / 41 vingt-huit 73 05 à Lille", "+33641287305"),
        ("oh-7-four-0-one 07401 i83 o55 for a chat, Bristol", "+447401183055"),
        ("Lisbon studio, 9-1-2_8-4-0_5-3-7", "+351912840537"),
        ("for the Accra office it is 024_512_6390, evenings", "+233245126390"),
        ("夜は０８０ー３３１２ー７７０６ まで", "+818033127706"),
        ("the German clocks say 01:76, 41:88, 03:07, telephone them", "+4917641880307"),
        ("087(stop)822(stop)41(stop)93 в София", "+359878224193"),
        ("0171 pause 44 pause 09 pause 263, Berlin", "+491714409263"),
        ("a Kenyan one: 0722 ... 604 ... 338", "+254722604338"),
        ("en Madrid, un toque al 612 silbido 447 silbido 309", "+34612447309"),
        ("in Boston 617 thunder 542 thunder 2368, mind no thunder", "+16175422368"),
        ("my US one is 617-oak-542-birch-2368", "+16175422368"),
        ("à Québec, quatre un huit, pis 654, pis 20-17", "+14186542017"),
        ("call ₀¹⁷₁ ₄⁴₀⁹²₆³ in Berlin", "+491714409263"),
        ("ana fi masr, kallemni 01012 733 904 3ala tool", "+201012733904"),
        ("in Boston 617 five 42 2368", "+16175422368"),
        ("in Boston six one seven (the usual), 54 double 2, 3 6 8", "+16175422368"),
        ("Lisbon, nine one two. Then eight four zero. Then five three seven", "+351912840537"),
        ("нула седум еден, три два осум, четири нула девет, Скопје", "+38971328409"),
        (
            "Мінск, тры семсят пяць, дваццаць дзевяць, шэсцьсот адзінаццаць, сорак, дзесяць",
            "+375296114010",
        ),
        ("ბათუმი, ხუთას ოთხმოცდათვრამეტი, ოცდაათი, თერთმეტი, ორმოცდახუთი", "+995598301145"),
        ("hringdu í átta sex fjórir, tveir núll, sjö níu, Reykjavík", "+3548642079"),
        ("電話は〇九〇の、四四一二、それから八〇七三", "+819044128073"),
        ("電話は〇九〇の、四四一二、あとは八〇七三です", "+819044128073"),
        ("in Boston 617-ＦＩＶＥ42-2368", "+16175422368"),
        ("in Boston, fixed price 200. 6I7 54Z 2368", "+16175422368"),
        ("fixed price 200. 617 542 2368 in Boston", "+16175422368"),
    ],
)
def test_disguised_figures_are_put_together(text: str, number: str) -> None:
    """Whatever parts the figures, as long as it does so all along."""
    assert number in likely(PHONE, text, least=0.0), text


@pytest.mark.parametrize(
    "text",
    [
        "IMG_2024_0312_1154.jpg and scan_07_12_2023_18.pdf are attached",
        "final_03_14_2022_18_30 is the newest backup",
        "Matches so far: 93:74, 88:80, 101:99 and 77:61",
        "The shifts begin 07:30, 08:15, 12:40 and 18:20 every day",
        "invoices 07/12, 08/12, 09/12 and 10/12 are paid",
        "120 pages 340 pages 560 pages, all to be typed",
        "wait 10 ... 200 ... 3000 ms between the calls",
        "paint codes 300-red-20 and 200-blue-45",
        "seven files, two of 300 KB, three of 40 and one of 12",
        "tujuh hari, enam orang, lima bilik, empat meja dan tiga kerusi",
        "две розетки, дважды проверил, три лампы и пять выключателей",
        "три дня, дважды в неделю по два часа",
        "एक दिन में दो लोगो, तीन बदलाव, अठ्ठावीस तारीख",
        "tek kişi, çift kat boya, üç gün, beş usta",
        "pet shop logo for the bis cafe, tero and baro brands",
        "ผมทำแล้ว และก็ส่งแล้ว สองไฟล์ สามหน้า",
        "twelve rooms with 4 x 3 tiles, then 3 x 2, then 5 x 2",
        "ratings were 5 4 5 5 3 4 5 2 4",
        "the dim light, the pump, a naw, two three lamps",
        "0 bugs, 7 tasks, 4 tests left",
        "das kostet 300 statt vierhundert, 12 Seiten, 5 Tage",
        "det blir tvåhundrafemtio kronor och fyrahundra för resan",
        "20 then 30 then 40 percent, as agreed",
        "shelf 0.8 x 0.4 x 0.25, boards 18 x 240 x 1200 x 4",
        "the Series 3S x 2B x 64 frame, 1920 x 1080 x 60 x 24",
        "mån 07-04\ntis 06-15\nons 07-36\ntor ledig",
    ],
)
def test_counts_times_and_files_are_no_numbers(text: str) -> None:
    """What looks like the disguises above and is daily talk."""
    assert not likely(PHONE, text), text


def test_counts_that_begin_as_a_number_does_may_hide_one() -> None:
    """Nobody counts "06 eggs", but nothing says that it is to be rung either."""
    message = Message(text="Boodschappen: 06 eieren, 48 kaarsen, 31 lepels, 70 doeken, 92 lampen")
    hits = [hit for view in read(message).readings for hit in PHONE.find(view, message)]
    assert {hit.value for hit in hits} == {"+31648317092"}
    assert all(hit.confidence < LIKELY for hit in hits)
    message = Message(text="op 06 mei 48 kaarsen, 06 lepels, 70 doeken en 92 lampen")
    assert not [hit for view in read(message).readings for hit in PHONE.find(view, message)]


def test_a_part_said_in_words_joins_the_parts_of_earlier_messages() -> None:
    """ "0532", then "914 06", then the rest in words; and an Arabic "and" before figures."""
    assert "+905329140685" in found_in_room("son kısım seksen beş", "0532", "914 06")
    assert "+201112640938" in found_in_room("و38 في الآخر وكلمني", "0111", "26409")


def test_counts_over_several_messages_are_no_number() -> None:
    """How many guests, tables and chairs."""
    assert not found_in_room("and eighty-five chairs", "32 guests", "14 tables, 06 of them round")


def test_a_number_of_blanks_answers_the_question_for_a_phone() -> None:
    """Three groups of three are an amount unless somebody asked for a telephone."""
    text, asked = "632 904 187", "¿un teléfono para el envío, en Madrid?"
    history = (Earlier(text=asked, sender_role="client"),)
    message = Message(text=text, context=Context(sender_role="freelancer"), history=history)
    hits = [hit for view in read(message).readings for hit in PHONE.find(view, message)]
    assert any(hit.value == "+34632904187" and hit.confidence >= LIKELY for hit in hits)


def found_in_room(text: str, *earlier: str) -> set[str | None]:
    """The numbers found in the readings of what one side said in its last messages."""
    history = tuple(Earlier(text=said, sender_role="freelancer") for said in earlier)
    message = Message(text=text, context=Context(sender_role="freelancer"), history=history)
    hits = (hit for view in read(message).room for hit in PHONE.find(view, message))
    return {hit.value for hit in hits if hit.confidence >= LIKELY}
