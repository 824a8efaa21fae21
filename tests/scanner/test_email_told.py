"""Addresses that are added up, spelt by a legend, parted by remarks or written with odd signs."""

from __future__ import annotations

import pytest

from scanner.detectors.mail.detector import EmailDetector
from scanner.message import Message
from scanner.views import read
from tests.scanner.detecting import likely

EMAIL = EmailDetector()


@pytest.mark.parametrize(
    "text",
    [
        "step 4 is a draft, step 5 is a check, b4nner v3 goes last",
        "Format A4 = a4, 300 dpi, 2 = two sides, c0ver later",
        "React + dash + a chart + tests, that is the plan",
        "logo + banner + dot pattern + card = 120",
        "plus a point on top, plus a comma, plus the end",
        "the shop, without the blog, at the end of May",
        "a poster, like the one before, at noon, then com ports",
        "path a/b/@/c is wrong, use src/@/lib/index",
        "size 40#25.5 (# is the width, @ is the price each)",
        "const x = a*b.length // * is times, @ is matmul",
        "the repo is core#utils.py, @ everyone please review",
        "getDATAatROOTdotTXT is how the old code names it",
        "Grade Ⓐ paper and vitamin 🅰 powder for the label",
        "Grand Oak Rivers And Dales is the brand, first letters for the monogram",
        "we meet AT noon, the DOT is small, the file AT last DOT",
        "put a dot and a dot there, a point and point size, dash or dash",
        "photography yahoo groups, yahoo photography",
        "the label oc.kiln@rack is on the frame",
        "@@ROWCOUNT and @@count are not the same",
        "send a,b@c and d,e to the list",
        "the mail is not working as expected in outlook",
        "नया लोगो english में और लाल रंग",
    ],
)
def test_legends_sums_and_remarks_of_the_work_are_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("t0rb3n.k4lk at gmail dot com (0=o, 3=e, 4=a)", "torben.kalk@gmail.com"),
        ("l1lypad.quilts@yahoo.com, only the 1 is i", "lilypad.quilts@yahoo.com"),
        ("cold + ember + full stop + lanes + at sign + google mail", "coldember.lanes@gmail.com"),
        ("nadelwerk + arobase + moulin-vert + .fr", "nadelwerk@moulin-vert.fr"),
        ("birk + underscore + lund + mail sign + outlook + dot + com", "birk_lund@outlook.com"),
        ("oren,dahl@gmail,com, mind the commas", "oren.dahl@gmail.com"),
        ("ines/./paz/@/gmail/./com", "ines.paz@gmail.com"),
        ('adresim: "otlu" "peynir" bitişik, kuyruklu a, gmail nokta com', "otlupeynir@gmail.com"),
        ('"otter" and "lamp" all joined, at gmail dot com', "otterlamp@gmail.com"),
        ("pim(.)hout(@@)ziggo(.)nl", "pim.hout@ziggo.nl"),
        ("noor⚫mir🅰gmail⚫com", "noor.mir@gmail.com"),
        ("応募は kouta★hanashi-kobo.jp まで（★を@に）", "kouta@hanashi-kobo.jp"),
        ("nils.reet#korbhaus.de, # durch @ ersetzen", "nils.reet@korbhaus.de"),
        ("nils.reet#korbhaus.de (# is @)", "nils.reet@korbhaus.de"),
        ("talleresmoraARROBAhostalricoPUNTOcomPUNTOar", "talleresmora@hostalrico.com.ar"),
        ("juttaKLAMMERAFFEkorbhausPUNKTde", "jutta@korbhaus.de"),
        ("korvo, like the bird, at gmail dot com", "korvo@gmail.com"),
        (
            "brise-et-lin, avec les tirets, l'arobase, ferncliff point org",
            "brise-et-lin@ferncliff.org",
        ),
        ("lotteparis, arroba, outlook punto es, que es de allí", "lotteparis@outlook.es"),
        ("lotte.haft, potem małpka, potem onet i kropka eu", "lotte.haft@onet.eu"),
        ("lotte at yahoo and dot fr", "lotte@yahoo.fr"),
        ("lotte (so wie das Café) Klammeraffe posteo Punkt de", "lotte@posteo.de"),
        ("giungla, tutto minuscolo, chiocciola libero punto it", "giungla@libero.it"),
        ("orla (low line) fenn (at sign) hotmail (dot) com", "orla_fenn@hotmail.com"),
        (
            "ORLA (full stop) FENN (the one on the 2 key) YAHOO (full stop) COM",
            "orla.fenn@yahoo.com",
        ),
        ("hello.at.fernmill.dot.org", "hello@fernmill.org"),
        ("lan点fang圈a foxmail点com", "lan.fang@foxmail.com"),
        ("hana点mochi 丸にa yahoo.co.jp", "hana.mochi@yahoo.co.jp"),
        ("dalbit 골뱅이 네이버로 주세요", "dalbit@naver.com"),
        ("kinoko.e＠Gメール", "kinoko.e@gmail.com"),
        ("banhmi chấm saigon a còng gờ meo chấm com", "banhmi.saigon@gmail.com"),
        (
            "rasa lila dhun (har shabd ke beech dot) at the rate gmail ka com",
            "rasa.lila.dhun@gmail.com",
        ),
        ("sal punto y punto lumbre, arroba gmail punto com", "sal.y.lumbre@gmail.com"),
        ("keeper, curly-at, museumoflamps, full stop, org", "keeper@museumoflamps.org"),
        ("letters go to ask AT fernmill DOT co DOT za", "ask@fernmill.co.za"),
        ("ines.NOSPAMdorn@ukr.net", "ines.dorn@ukr.net"),
        ("tingyu點lan 小老鼠 雅虎點com點tw", "tingyu.lan@yahoo.com.tw"),
        ("fundi nukta asha kwenye jimeil nukta com", "fundi.asha@gmail.com"),
        ("anhduc gạch nối moc, a vòng, ao lúc chấm com", "anhduc-moc@outlook.com"),
        ("dara . birch 🐌 gmail . com", "dara.birch@gmail.com"),
        ("orlafenn*NOSPAM*@gmail.com", "orlafenn@gmail.com"),
        ("ed.frohnielm@ronoel, das liest man von hinten", "leonor@mleinhorf.de"),
        ("only the capitals: Kilim Oya Rana Vale Ola at gmail dot com", "korvo@gmail.com"),
        ("severin, so wie der Papst, dann Strudel, posteo, Punkt und DE", "severin@posteo.de"),
        ("note fenn underscore lune (at) h0tmail (p0int) de", "fenn_lune@hotmail.de"),
        ("bramblecopperkilns yahoo 👍", "bramblecopperkilns@yahoo.com"),
        ("jale.ahsap [güzel a] yandexin, oraya", "jale.ahsap@yandex.ru"),
        ("vero (a-t) zohomail (d-o-t) in", "vero@zohomail.in"),
    ],
)
def test_addresses_told_in_such_ways_are_read(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    "text", ["zero7512 two6 30, or outlook it is", "six04 nine2two gmail", "nul6 52 31, ziggo"]
)
def test_figures_in_words_are_no_name_of_a_mailbox(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("телеграм нитки_и_лён латиницей", "nitki_i_len"),
        ("टेलीग्राम पर कमल_बाज़ार अंग्रेज़ी में", "kamal_bazar"),
        ("টেলিগ্রামে পদ্মা_তাল ইংরেজিতে", "padma_tal"),
        ("카톡 나무_구름 영어로", "namu_gureum"),
    ],
)
def test_names_to_be_typed_in_latin_letters_are_read_so(text: str, said: str) -> None:
    assert any(said in view.text for view in read(Message(text=text)).readings)


@pytest.mark.parametrize("text", ["файл план_и_смета готов", "परियोजना कमल_बाज़ार तैयार है"])
def test_names_stay_in_their_script_where_nobody_asks_for_another(text: str) -> None:
    assert all(view.text == text for view in read(Message(text=text)).readings)


def test_spelling_keeps_the_blank_after_its_last_word() -> None:
    views = read(Message(text="M for Mysore I for Indore N for Nashik A for Agra then the rest"))
    assert any("MINA then" in view.text for view in views.readings)


def test_a_letter_that_lowers_to_two_hides_nothing() -> None:
    text = "archive, then the a in a circle, then tynemill, a stop, org"
    assert likely(EMAIL, f"İyi. {text}") == likely(EMAIL, text) == {"archive@tynemill.org"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("orlab at yahoo co uk", "orlab@yahoo.co.uk"),
        ("orla.b at hotmail co uk please", "orla.b@hotmail.co.uk"),
        (
            "escriba a orla guion bajo taller, arroba, hotmail, punto es. Saludos",
            "orla_taller@hotmail.es",
        ),
        ("ines bij telenet punt be, maar met een krul", "ines@telenet.be"),
        ("til orla bindestreg syr snabel-a jubii punktum dk", "orla-syr@jubii.dk"),
        ("offer_v3_orla.k_at_gmail_dot_com.pdf is the name", "orla.k@gmail.com"),
        ("orla.keller at gmx de", "orla.keller@gmx.de"),
        ("orla.k at gmx at.", "orla.k@gmx.at"),
        ("orla.b at web de", "orla.b@web.de"),
        ("orla.b at t-online de, thanks", "orla.b@t-online.de"),
        ("orla.b at yahoo in the evening", "orla.b@yahoo.com"),
        ("orla.b at gmx any time", None),
    ],
)
def test_an_ending_may_stand_apart_from_its_house(text: str, value: str | None) -> None:
    assert likely(EMAIL, text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "Look at yahoo de nuevo",
        "we are at the web de facto all day",
        "mi correo arroba web de la tienda",
        "in my dot file at home, will dot com work",
    ],
)
def test_endings_and_short_names_in_talk_are_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("an dot nguyen at gmail dot com", "an.nguyen@gmail.com"),
        ("le punto ruiz arroba gmail punto com", "le.ruiz@gmail.com"),
        ("de point roux arobase free point fr", "de.roux@free.fr"),
        ("my dot own at gmail dot com", "my.own@gmail.com"),
        ("will dot smith at gmail.com", "will.smith@gmail.com"),
        ("put a dot smith at gmail dot com", "smith@gmail.com"),
        ("con el punto ruiz arroba gmail punto com", "ruiz@gmail.com"),
        ("zonder de punt jansen apenstaartje gmail punt com", "jansen@gmail.com"),
    ],
)
def test_a_short_word_begins_a_name_unless_it_is_an_article(text: str, value: str) -> None:
    assert likely(EMAIL, text) == {value}
