"""Step 1 of the road: what is read under which disguise, and what is left as it was typed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config.settings import ROOT
from scanner.message import Context, Earlier, Message
from scanner.verdict import Span
from scanner.views import VERSION, View, Views, read

INNOCENT = [
    "meet at noon. dot the i",
    "one of the two, I'd say; three at most",
    "you can see it at example.com or look at github.com",
    "find us at the office, second floor, room four five",
    "is there a dot net developer? the name should work as a dot com, a dot org at least",
    "rejects 'at' and 'dot' in words",
    "The dot above the i is too big, and the arrow points at nothing.",
    "I have 3 dogs, 2 cats and one bird: three four five",
    "oh one more thing, for the two of us at six is too early, can u do ten to seven?",
    "split all at once. 40/30/30, 650 if we do it in three milestones",
    "Voice: nine, eight, seven, six, five, four, three, two, one, zero!",
    "Tomorrow @ 10:00 AM, bring @sam and @tom. In the meantime, rest",
    "look (a) at the logo (b) at the font",
    "@media screen and @scope/package are code, so is foo_bar and f(_ x)",
    "2.'ye %40 indirim, %100 memnuniyet",
    "LG G2 32 GB akilli telefon, Epson S201082799 tonerler",
    "Plan: 10-20-30, 1920x1080, 3.5 x 2.5 x 1.5, 00:07:48, v1.2.3, 10.0.0.1",
    "1. logo\n2. banner\n3. card\n4. icon\n5. font\n6. site\n7. shop",
    "Здравствуйте! Я React-разработчик, есть IT-команда, 2х3 метра, 10м, собака и точка.",
    "Логотип для питомника: собака смотрит вправо, точка над i в виде лапы",
    "Αγαπητέ κύριε, η μετάφραση είναι έτοιμη αύριο",
    "Ilustracja: małpa siedzi na kropce nad literą i macha ogonem",
    "La chiocciola striscia piano, punto e basta; una arroba de café",
    "Der Punkt ist: wir treffen uns um sieben, fünf Leute, drei Autos",
    "De ce punct începem? Punctul doi, apoi trei.",
    "Nokta koymayı unutma, beş kişi geldik, on gün kaldık",
    "مرحبا، أنا جاهز للعمل على المشروع غدا صباحا",
    "می‌خواهم این کار را انجام دهم",
    "मैं कल नौ बजे आऊँगा, एक काम है",
    "从2017年起，一共三个人，五点半见",
    "Từ năm nay đã có hai ba người làm, bốn năm nữa xong",
    "Saya butuh dua atau tiga hari, titik.",
    "👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇹🇭 family, love, flags",
    "40 m² at 10⁶ rpm",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_talk_has_one_reading(text: str) -> None:
    views = read(Message(text=text))
    assert [view.text for view in views.readings] == [text]
    assert views.folded.text == text


ADDRESSES = [
    ("ｂｒｉｅｆｓ＠ｐｉｎｅ．ｃｏ", "briefs@pine.co", "styled letters"),
    ("mаrk.hеllеr@gmаil.соm", "mark.heller@gmail.com", "look-alikes"),
    ("quinn\u200b.b\u200burke@prot\u200bon.me", "quinn.burke@proton.me", "invisible characters"),
    ("🅺🅰🅹🅰.🅻🅴🅷🆃🅾@🅺🅾.🅵🅸", "KAJA.LEHTO@KO.FI", "styled letters"),
    (
        "\U000e006d\U000e0069\U000e0040\U000e006b\U000e002e\U000e0066",
        "mi@k.f",
        "invisible characters",
    ),
    ("g̶͜o̶͜t̶͜h̶͜@a̶͜b̶͜v̶͜.b̶͜g̶͜", "goth@abv.bg", "stacked marks"),
    ("jolanta&#64;lis&#46;pl", "jolanta@lis.pl", "html escapes"),
    ("casper%40foto.no", "casper@foto.no", "percent escapes"),
    (r"sara.lund\u0040posteo.de", "sara.lund@posteo.de", "character escapes"),
    ("c2FubmUuZGVra2VyQGtwbm1haWwubmw=", "sanne.dekker@kpnmail.nl", "base64"),
    ("105, 110, 101, 115, 64, 99, 111, 46, 112, 116", "ines@co.pt", "character codes"),
    ("-.. . --- -. .--.-. .. .-- .- -.-- .-.-.- -. .-", "deon@iway.na", "morse"),
    ("tobias[dot]wendt[at]posteo[dot]de", "tobias.wendt@posteo.de", "words for symbols"),
    ("nhi (a) motion (.) vn", "nhi@motion.vn", "words for symbols"),
    ("priya dot menon at gmail dot com", "priya.menon@gmail.com", "words for symbols"),
    ("sudhir_k at the rate rediffmail dot com", "sudhir_k@rediffmail.com", "words for symbols"),
    ("clement point barsac arobase free point fr", "clement.barsac@free.fr", "words for symbols"),
    ("luciapaz arroba yahoo punto com punto ar", "luciapaz@yahoo.com.ar", "words for symbols"),
    ("renan underline cwb arroba uol ponto com", "renan_cwb@uol.com", "words for symbols"),
    ("grafik (ät) gmx (pkt) at", "grafik@gmx.at", "words for symbols"),
    ("knipser Klammeraffe web Punkt de", "knipser@web.de", "words for symbols"),
    ("dario chiocciola gmail punto com", "dario@gmail.com", "words for symbols"),
    ("marijke apenstaartje ziggo punt nl", "marijke@ziggo.nl", "words for symbols"),
    ("oana liniuță jos t arond yahoo punct ro", "oana_t@yahoo.ro", "words for symbols"),
    ("vera точка p собака яндекс точка ру", "vera.p@yandex.ru", "words for symbols"),
    ("taras равлик джімейл крапка ком", "taras@gmail.com", "words for symbols"),
    ("kasia małpa wp kropka pl", "kasia@wp.pl", "words for symbols"),
    ("selin et gmail nokta com", "selin@gmail.com", "words for symbols"),
    ("neha एट द रेट gmail डॉट com", "neha@gmail.com", "words for symbols"),
    ("nadeem ایٹ دی ریٹ یاہو ڈاٹ کام", "nadeem@yahoo.com", "words for symbols"),
    ("sahitya অ্যাট জিমেইল ডট কম", "sahitya@gmail.com", "words for symbols"),
    ("mona آت جيميل دوت كوم", "mona@gmail.com", "words for symbols"),
    ("jenny at gmail tuldok com", "jenny@gmail.com", "words for symbols"),
    ("dewi et gimel titik kom", "dewi@gmail.com", "words for symbols"),
    ("minh a còng gmail chấm com", "minh@gmail.com", "words for symbols"),
    ("chenmo 艾特 幺六三 点 com", "chenmo@163.com", "words for symbols"),
    (
        "sakura アットマーク ヤフー ドット シーオー ドット ジェイピー",
        "sakura@yahoo.co.jp",
        "words for symbols",
    ),
    ("t dot me slash sable", "t.me/sable", "words for symbols"),
    ("joelfernatgmaildotcom", "joelfern@gmail.com", "words for symbols"),
    ("h a r u k i @ i c l o u d . c o m", "haruki@icloud.com", "spaced letters"),
    ("giulia🐌libero🔸it", "giulia@libero.it", "odd signs"),
    ("john@ gmail . com", "john@gmail.com", "odd signs"),
    ("moc.kooltuo@yebbit.enyaw", "wayne.tibbey@outlook.com", "reversed"),
    ("znevhf.cbc@tznvy.pbz", "marius.pop@gmail.com", "shifted letters"),
    ("m4r10.b3rn4l @ h0tm4il d0t c0m", "mario.bernal@hotmail.com", "leet"),
    ("on d!$¢0®d as ann", "on discord as ann", "leet"),
    ("oren,dahl AT gmail,com, ok", "oren.dahl@gmail.com, ok", "odd signs"),
    (
        "Kilo India Papa Romeo, at, Yankee Alpha Hotel Oscar Oscar, dot, com",
        "KIPR@YAHOO.com",
        "phonetic alphabet",
    ),
]


@pytest.mark.parametrize(("typed", "said", "disguise"), ADDRESSES)
def test_address_is_read_through_its_disguise(typed: str, said: str, disguise: str) -> None:
    before = "Ok 👍 "
    for text in (typed, f"{before}{typed}"):
        view, start = _found(read(Message(text=text)), said)
        assert disguise in view.read_as(start, start + len(said))
        low, high = view.to_source(start, start + len(said))
        assert (low, high) == (text.index(typed), len(text)) or disguise == "reversed"


NUMBERS = [
    ("0️⃣4️⃣9️⃣1️⃣ 5️⃣7️⃣0️⃣", "0491 570", "enclosed digits"),
    ("⑥④⑥ ⑤⑤⑤", "646 555", "enclosed digits"),
    ("⁺⁴¹ ⁷⁹ ⁶⁵²", "+41 79 652", "enclosed digits"),
    ("٠١٠٠٦٤١٨٢٩٣", "01006418293", "digits of other scripts"),
    ("९८७०१४५२३६", "9870145236", "digits of other scripts"),
    ("０９０－４７３１－６０２８", "090-4731-6028", "styled letters"),
    ("seven eight six, five five five, nine one six two", "786 555 9162", "spelled digits"),
    ("plus four four, seven four double eight, three", "+4474883", "spelled digits"),
    ("9eight7one one4zero five2six", "9871140526", "spelled digits"),
    ("oh seven eleven, three-oh-six, four twenty-eight", "0711306428", "spelled digits"),
    ("too oh sicks, fife fife fife, for for three ate", "206 555 4438", "spelled digits"),
    ("zéro six, cinquante-deux, trente et un, quatre-vingt-quatorze", "06523194", "spelled digits"),
    ("zéro quatre septante-huit, nonante-quatre", "047894", "spelled digits"),
    ("setecientos veintidós, treinta y ocho, diecinueve", "7223819", "spelled digits"),
    ("trinta e um, nove nove um, meia zero dois sete", "319916027", "spelled digits"),
    ("null eins sieben sechs, vierhundertzweiundachtzig", "0176482", "spelled digits"),
    ("null eins sechs, drei vier neun zwei. Bin da", "0163492. Bin da", "spelled digits"),
    ("tre ventinove, diciassette, seicentotrentotto", "32917638", "spelled digits"),
    ("nul zes, drieënveertig, tweeëntachtig", "064382", "spelled digits"),
    ("zero șapte douăzeci și trei, șase sute patruzeci și opt", "0723648", "spelled digits"),
    ("восемь девятьсот двадцать шесть триста одиннадцать ноль", "89263110", "spelled digits"),
    ("нуль дев'яносто шість, триста двадцять п'ять", "096325", "spelled digits"),
    ("sześćset dziewięć, dwieście czternaście", "609214", None),
    ("beş yüz kırk beş iki yüz on sekiz doksan dört", "54521894", "spelled digits"),
    ("صفر واحد واحد صفر ستة تلاتة", "011063", "spelled digits"),
    ("नौ आठ एक एक, चार छह, डबल तीन, शून्य", "981146330", "spelled digits"),
    ("saat shunya chaar teen do nau", "704329", "spelled digits"),
    ("صفر تین تین چار، نو ایک", "033491", "spelled digits"),
    ("শূন্য এক আট এক পাঁচ, নয় দুই", "0181592", "spelled digits"),
    ("nol delapan lima tujuh, satu dua", "085712", "spelled digits"),
    ("zero nine bente otso, singko singko uno", "0928551", "spelled digits"),
    ("không chín bảy tám, ba hai một", "0978321", "spelled digits"),
    ("幺三六 五五二零 八八七四", "13655208874", "spelled digits"),
    ("공일공 사칠이삼 팔팔공육", "01047238806", "spelled digits"),
    ("sifuri saba tano nne, mbili tisa", "075429", "spelled digits"),
    ("0🍃1🍃8🍃1🍃9🍃7🍃3", "0181973", "spaced digits"),
    ("2 8 4 1 0 9 7 7", "28410977", "spaced letters"),
    ("O3OI 569I284", "0301 5691284", "leet"),
    ("0 us\n8 years\n1 printer\n4 inks\n2 days\n7 fonts", "081427", None),
    ("0 us\n8 years\n1 printer\n4 inks\n2 days\n7 fonts\n9 shades", "0814279", "line starts"),
    ("read it backwards: 1360471070", "0701740631", "reversed"),
]


@pytest.mark.parametrize(("typed", "said", "disguise"), NUMBERS)
def test_number_is_read_through_its_disguise(typed: str, said: str, disguise: str | None) -> None:
    views = read(Message(text=f"Hm:\n{typed}"))
    if disguise is None:  # two groups, or six digits: too little to be more than a count
        assert all(said not in view.text for view in views.readings)
        return
    view, start = _found(views, said)
    assert disguise in view.read_as(start, start + len(said))


SET_OFF = [
    ('my cell "415" "419" "3862"', "415 419 3862"),
    ("my cell '415' '419' '3862'", "415 419 3862"),
    ("my phone is [415] [419] [3862]", "415 419 3862"),
    ("cell «415» «419» «3862»", "415 419 3862"),
    ("ring [0171] [294] [5083]", "0171 294 5083"),
    ("Cell:\n- 415\n- 419\n- 3862", "415 419 3862"),
    ("this is my phone:\na) 415\nb) 419\nc) 3862\nthanks", "415 419 3862"),
]


@pytest.mark.parametrize(("typed", "said"), SET_OFF)
def test_parts_that_are_set_off_each_by_itself_are_read_together(typed: str, said: str) -> None:
    _found(read(Message(text=typed)), said)


@pytest.mark.parametrize(
    "text",
    [
        'sizes = ["415", "419", "3862"]',
        "array[415][419] holds the sum, see [12] [40]",
        "<td>415</td><td>419</td><td>3862</td>",
        "Widths:\n- 415\n- 419\n- 3862",
        "Cells of the sheet:\n- 4 rows\n- 12 columns",
        "[style.css]/[print version]",
    ],
)
def test_what_code_tables_and_lists_set_off_stays_apart(text: str) -> None:
    figures = "".join(filter(str.isdigit, text))
    for view in read(Message(text=text)).readings:
        assert "415 419" not in view.text
        assert "parts set off" not in view.disguises
        assert figures == "".join(filter(str.isdigit, view.text))


def _found(views: Views, said: str) -> tuple[View, int]:
    for view in views.readings:
        if said in view.text:
            return view, view.text.index(said)
    raise AssertionError(f"{said!r} is in none of {[view.text for view in views.readings]}")


def _talk(*turns: tuple[str, str]) -> Message:
    *earlier, (role, text) = turns
    assert role == "client"
    return Message(
        text=text,
        context=Context(sender_role="client"),
        history=tuple(
            Earlier(text=words, sender_role="client" if who == "client" else "freelancer")
            for who, words in earlier
        ),
    )


def test_other_partys_words_are_not_read_as_the_senders() -> None:
    message = _talk(("freelancer", "frank at gmail dot"), ("client", "com is fine"))
    assert read(message).room == ()


def test_room_needs_a_known_sender() -> None:
    message = Message(text="2671", history=(Earlier(text="415 555"),))
    assert read(message).room == ()


def test_counted_things_make_no_number_of_several_messages() -> None:
    message = _talk(
        ("client", "budget is $1500"), ("client", "about 300 pages"), ("client", "in 12 days")
    )
    assert all("150030012" not in view.text for view in read(message).room)


def test_address_split_over_messages_is_read_across_the_others_talk() -> None:
    message = _talk(
        ("client", "note it: atelier.nova"),
        ("freelancer", "why?"),
        ("client", "arobase"),
        ("client", "hotmail point fr, that's all"),
    )
    room = read(message).room
    view = next(view for view in room if "atelier.nova@hotmail.fr" in view.text)
    start = view.text.index("atelier")
    assert view.spans(start, start + len("atelier.nova@hotmail.fr")) == (
        Span(-3, 9, 21),
        Span(-1, 0, 7),
        Span(0, 0, 16),
    )
    assert "split over messages" in view.read_as(start, start + 20)


def test_number_split_over_messages_is_gathered() -> None:
    message = _talk(
        ("client", "Brochure yes. Zero three three four."),
        ("freelancer", "Print?"),
        ("client", "Seven one zero. Print or web?"),
        ("client", "six two nine five. A5 print it is"),
    )
    assert any("03347106295" in view.text for view in read(message).room)


def test_what_stands_in_one_message_of_a_room_was_not_split() -> None:
    message = _talk(("client", "hello"), ("client", "clara@example.com"))
    view = read(message).room[0]
    start = view.text.index("clara")
    assert view.read_as(start, start + 17) == ()


def test_long_messages_are_not_joined() -> None:
    message = _talk(("client", "415"), ("client", "5552671 " * 1_000))
    assert read(message).room == ()


def test_version_tells_one_state_of_the_code() -> None:
    assert len(VERSION) == 12
    assert int(VERSION, 16) >= 0


def test_a_reading_does_not_hang_on_the_order_of_hashes() -> None:
    # "sun", "sam" and "ek" are figures of several tongues, each with as many words here.
    text = "sun sam 0 4 phr 61 phr 15 38 7, likh lo ek saath"
    script = (
        "import sys; from scanner.message import Message; from scanner.views import read\n"
        "print(ascii([view.text for view in read(Message(text=sys.argv[1])).readings]))"
    )
    told = {
        subprocess.run(  # nosec B603
            (sys.executable, "-c", script, text),
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "2", "5")
    }
    assert len(told) == 1
