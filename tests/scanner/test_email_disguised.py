"""Addresses whose signs have other names, are pictures, or are told one after the other."""

from __future__ import annotations

import pytest

from scanner.detectors.mail.detector import EmailDetector
from tests.scanner.detecting import hits, likely, values

EMAIL = EmailDetector()


@pytest.mark.parametrize(
    "text",
    [
        "A full-stop after the commercial at noon, please, and com as a word",
        "Draw a curly-a and a plus-sign for the logo sheet",
        "Icons: web 🎨 print 🎨 motion 🎨 design",
        "Sketch 🚀 colour 🎯 final 😊 it looks great",
        "shop🌟studio🌟live are the three tabs",
        "We drew a worm, a snail, fish, and it was good",
        "Intro music, a loop, then studio, then live",
        "Soup at noon. At. Work. In.",
        "sources: slide 2 unsplash.com/photos, slide 3 my own",
        "First the ring, then the necklace, then the box, in velvet",
        "Options (a) table (b) it is up to you",
        "My portfolio (new) ferncliff (dot) studio",
        "lunch @ marlows no?",
        "pintar la arroba grande, por favor",
        "the usme @ sale ke din",
        "snailgarden.com has info about the snail and the monkey",
        "Der Punkt ist klein, das Pünktchen kleiner, mit de",
        "собачка лает, точечка на карте, ру",
        r"in C the escape \40 is a blank and \2e a point",
        "select chr(64), chr(46) from dual",
        "look out look at the goo gle doc, then out at lunch, alias the break",
        "మా లోగో ఎరుపు చుక్క, ఎట్టి పరిస్థితిలోనూ మార్చవద్దు",
        "the 〔a〕 plan and the 〔b〕 plan, alias fern mill",
        "एल जी का टीवी, फिर निशान, फिर रंग",
        "options: a, b, c, the dot, the word peat, then a point",
        "sizes: s, m, l, with a dot on the label, the word sale, in red",
        "We are Olga, Vera and Anna, at the gmail desk; India, Lima, Quebec at noon",
        "Olga, Vera, Anna, собака и кот на снимке",
        "report_at_end_dot_v2.pdf and summary_at_start.docx",
        "first the sketch, then the sign, then the shop front at the outlook, com later",
        "we stopped at the outlook. It was foggy • it rained",
        "npm i de.fernmill@beta and com.fernmill@next",
        "the maven id is net.fernmill@snapshot, the host git@fernmill",
    ],
)
def test_talk_of_signs_and_pictures_is_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("oona.birch commercial-at posteo full-stop de", "oona.birch@posteo.de"),
        ("oona plus-sign kilns ringed-a fernmill dot org", "oona+kilns@fernmill.org"),
        ("marisol arrobita cerezal puntito cl", "marisol@cerezal.cl"),
        ("hauke Klammeräffchen torfhof Pünktchen de", "hauke@torfhof.de"),
        ("лена собачечка veresk точечка by", "lena@veresk.by"),
        ("jarek małpeczka cegielnia kropeczka pl", "jarek@cegielnia.pl"),
        ("joke apenstaartje molenhoek puntje be", "joke@molenhoek.be"),
        ("vigdis snabel-a live punktum no", "vigdis@live.no"),
        ("sanne (stipje) weefgetouw (aapje) posteo (stip) nl", "sanne.weefgetouw@posteo.nl"),
        ("aina noktah tukang keong gmx noktah net", "aina.tukang@gmx.net"),
        ("write mo dot kiln at g-m-x dot net", "mo.kiln@gmx.net"),
        ("post@REMOVEweaverTHISmill.co.uk, minus the shouting", "post@weavermill.co.uk"),
        ("siv.loom@gmail.NOSPAM.com", "siv.loom@gmail.com"),
        ("siv.loom@removehotmail.com", "siv.loom@hotmail.com"),
        ("pia.hornoSINSPAM@gmail.com", "pia.horno@gmail.com"),
        ("haneul.loom 골뱅이 다음넷", "haneul.loom@daum.net"),
        ("haneul 숫자 공팔 골뱅이 다음넷", "haneul08@daum.net"),
        ("lanfang 数字 八八 艾特 qq 点 com", "lanfang88@qq.com"),
        ("boya alt çizgi selin kuyruklu a yandex nokta com", "boya_selin@yandex.com"),
        ("mandalo a tejido.ana arrobita jotmeil com", "tejido.ana@hotmail.com"),
        ("kuzia(псина)gorn(тчк)su", "kuzia@gorn.su"),
        ("TIRESPAM@GMAIL.COM", "tirespam@gmail.com"),
        ("oficina.arroba.fornodalenha.pt", "oficina@fornodalenha.pt"),
        ("地址是 muchi，圈a，一六三，点，com，谢谢", "muchi@163.com"),
        ("taozi、下划线、yao、艾特、gmail、点、com", "taozi_yao@gmail.com"),
        ("mejla siv punkt drejare snabela gmail punkt com med måtten", "siv.drejare@gmail.com"),
        ("koora చుక్క neta ఎట్ యాహూ చుక్క కామ్", "koora.neta@yahoo.com"),
        ("dori ટપકું meena, પછી એટ, પછી જીમેઇલ ટપકું કોમ", "dori.meena@gmail.com"),
        ("dhol ਬਿੰਦੀ vajda ਐਟ ਜੀਮੇਲ ਬਿੰਦੀ ਕੌਮ", "dhol.vajda@gmail.com"),
        ("gilam nuqta olim kuchukcha umail nuqta uz", "gilam.olim@umail.uz"),
        ("kilem нүкте oyu айқұлақ mail нүкте kz", "kilem.oyu@mail.kz"),
        ("parvin نقطه gelim ات\u200cساین یاهو دات کام", "parvin.gelim@yahoo.com"),
        ("zarbia آروباز الهوتميل بوان إف إر", "zarbia@hotmail.fr"),
        ("tkane кльомба абв точка бг", "tkane@abv.bg"),
        ("tenukar alias gmail dot kom", "tenukar@gmail.com"),
        ("wevers[slingeraap]linnenhof[punt]nl", "wevers@linnenhof.nl"),
        ("kiln⟨a⟩clay-barn⟨.⟩com⟨.⟩au", "kiln@clay-barn.com.au"),
        ("orla.peat at ya! hoo! dot co dot uk", "orla.peat@yahoo.co.uk"),
        ("orla.peat  @  out look  . c o m", "orla.peat@outlook.com"),
        ("orla.peat (at) fernmill • it", "orla.peat@fernmill.it"),
        (
            "tulis huruf: o, r, l, a, garis bawah, kata peat, keong, lalu yahoo, lalu titik com",
            "orla_peat@yahoo.com",
        ),
        (
            "ito: letrang O, letrang R, letrang L, tuldok, salitang pea, arroba, gmx, tuldok, net",
            "orl.pea@gmx.net",
        ),
        ("O kama oda, R kama radi, L kama limau, halafu at yahoo com", "orl@yahoo.com"),
        ("Oscar Romeo Lima nine, arroba, Golf Mike X-ray ponto net", "orl9@gmx.net"),
        ("oscar romeo lima, decimal, papa echo alpha, at yahoo dot com", "orl.pea@yahoo.com"),
        ("Olga, Réka, Lajos, Anna, kukac, fernmill, pont, Helén, Ubul", "orla@fernmill.hu"),
        ("Oviedo, Roma, Lima. Iniciales. Arroba icloud punto com", "orl@icloud.com"),
        ("The desk: the whirl, fernmill dash peat, period, COM", "desk@fernmill-peat.com"),
        ("orla, at, fernmill, all one word, dot, i, e, we said", "orla@fernmill.ie"),
        (
            "orla, then the snail, then fernmill as one word, then dot, then org",
            "orla@fernmill.org",
        ),
        ("open orla-DOT-peat-AT-gmail-DOT-com.pdf", "orla.peat@gmail.com"),
        ("the file demo_orla.peat_at_fernmill_dot_nl.docx", "orla.peat@fernmill.nl"),
        ("kamil, nuqta, peat, then the ét sign, outlook, nuqta, com", "kamil.peat@outlook.com"),
        ("orla(dog sign)fernmill(dot)by", "orla@fernmill.by"),
        ("beat ke orla[bulet a]rocketmail[dot]com", "orla@rocketmail.com"),
        ("orla.peat, at the hot mail, com. Thanks", "orla.peat@hotmail.com"),
        ("orlanour, ba3deha el 3alama, ba3deha yahoo dot com", "orlanour@yahoo.com"),
        ("orlanour weka alama ya a-iliyozungushwa, kisha outlook ya com.", "orlanour@outlook.com"),
        ("orla, 점, kiln, 골뱅이, 초록창 닷컴", "orla.kiln@naver.com"),
        ("ఎన్, ఓ, ఆర్, ఏ – తర్వాత ఎట్ – జీమెయిల్ – డాట్ కామ్.", "nora@gmail.com"),
        ("एम ओ एन ए, फिर गोले वाला ए, और आखिर में रेडिफमेल डॉट कॉम।", "mona@rediffmail.com"),
        (
            "エル・エー・ケー・アンダーバー・ワイ・オー、アットマーク、アウトルック、点、ジェーピー。",
            "lak_yo@outlook.jp",
        ),
    ],
)
def test_signs_are_read_in_every_form_of_their_names(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sende an moor ät torfwerk minus lauen de, danke", "moor@torfwerk-lauen.de"),
        ("mandá a teo.fileteado arroba rosedal com ar", "teo.fileteado@rosedal.com.ar"),
        ("hauke mit dem Klammeraffen gmx mit net.", "hauke@gmx.net"),
        ("h a u k e + arrobinha + torfwerk.de", "hauke@torfwerk.de"),
        ("brynja(a)ullarhus(.)is", "brynja@ullarhus.is"),
        ("oona(@)fern(.)mills(.)nl", "oona@fern.mills.nl"),
        ("o/o/n/a/8/8/@/f/e/r/n/m/i/l/l/./n/l is mine", "oona88@fernmill.nl"),
        ("desk[a]fernmill[d]co[d]uk", "desk@fernmill.co.uk"),
        ("me{at}fernmill{dot}nl", "me@fernmill.nl"),
        ("sepp und danach der Klammeraffe und danach t minus online Punkt de", "sepp@t-online.de"),
        ("ingrid bindestrek raku krøllalfa online punktum no", "ingrid-raku@online.no"),
        ("oona (a t) fernmill [ d.o.t ] nl", "oona@fernmill.nl"),
        ("see the detail. dan (at) fernmill (dot) nl", "dan@fernmill.nl"),
        ("write theo at fernmill dot nl", "theo@fernmill.nl"),
        ("oona dan apenstaartje fernmill dan punt nl", "oona@fernmill.nl"),
        ("rui.tinta(a)cais(.)pt", "rui.tinta@cais.pt"),
        ("nieves.telar (en) lanzarote (pto) es", "nieves.telar@lanzarote.es"),
        ("moss (dot) keeper (owl's eye) ferncliff (dot) ie", "moss.keeper@ferncliff.ie"),
        ("anouk (monkey tail) klei-en-glazuur.nl", "anouk@klei-en-glazuur.nl"),
        ("'oona.b', CHR(64), 'fernmill', CHR(46), 'org'", "oona.b@fernmill.org"),
        (r'content: "oona\40 fernmill\2e org"', "oona@fernmill.org"),
        ('"oona";"(at)";"fern-mill";"(dot)";"org"', "oona@fern-mill.org"),
    ],
)
def test_a_domain_needs_no_second_sign_and_brackets_no_words(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


def test_what_is_never_said_to_end_an_address_does_not_lengthen_it() -> None:
    assert likely(EMAIL, "asha at the rate gmail dot com pe bhej do") == {"asha@gmail.com"}
    assert likely(EMAIL, "ola małpa interia kropka pl bo tu nie wchodzi") == {"ola@interia.pl"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("oona🌀fernmill🔵no any time", "oona@fernmill.no"),
        ("oona 🐌 fernmill 🔴 es y listo", "oona@fernmill.es"),
        ("oona🔘birch🌀pm🔘me", "oona.birch@pm.me"),
        ("oona🍋fernmill🍋org", "oona@fernmill.org"),
    ],
)
def test_pictures_stand_for_signs_where_a_real_ending_follows(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("replies: oona, then the a in a circle, then fernmill, then org", "oona@fernmill.org"),
        ("In klein: oona, eine Schnecke, fern-mill, ein Krümel, nl; danke", "oona@fern-mill.nl"),
        ("chez nous : ondine, puis l'arobase, puis fernmill, puis com.", "ondine@fernmill.com"),
        ("It is oona dot birch, the twirl, then fernmill, stop, d, e", "oona.birch@fernmill.de"),
        ("Caption: oona. at. fernmill. net. More snow", "oona@fernmill.net"),
    ],
)
def test_an_address_may_be_told_piece_by_piece(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("noi siamo fornace.it, si scrive a info, con la lumachina in mezzo", "info@fornace.it"),
        ("Domaine : fernmill.fr. Devant, bonjour et le a entortillé", "bonjour@fernmill.fr"),
    ],
)
def test_a_creature_put_between_name_and_domain_is_the_sign(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("teo.ríos@gmail.com", "teo.rios@gmail.com"),
        ("jürgen@web.de", "jürgen@web.de"),
        ("כתבו לoona.birch@walla.co.il", "oona.birch@walla.co.il"),
        ("љуба.вез@gmail.com", "ljuba.vez@gmail.com"),
        ("νίκη@gmail", "niki@gmail.com"),
    ],
)
def test_names_are_written_as_mail_houses_have_them(text: str, value: str) -> None:
    assert likely(EMAIL, text) == {value}


def test_the_domain_of_a_whole_address_takes_no_second_name() -> None:
    text = "talk_to: oona.birch@posteo.de\n# yes, user is lampshade_maker there"
    assert likely(EMAIL, text) == {"oona.birch@posteo.de"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ten.llimnref@hcrib.anoo if you can read", "oona.birch@fernmill.net"),
        ("echo lp.ainlegec@kezraj, turned", "jarzek@cegelnia.pl"),
    ],
)
def test_an_address_from_its_end_needs_no_hint_and_no_known_house(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        "kofi/gmail/com\nlapse/gmail/com",
        "kofi🍎gmail🍌com\nlapse🍎gmail🍌com",
    ],
)
def test_each_line_has_its_own_address(text: str) -> None:
    assert likely(EMAIL, text) == {"kofi@gmail.com", "lapse@gmail.com"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("orla•b@outlook•com", "orla.b@outlook.com"),
        ('"orla.b" "@" "outlook.com"', "orla.b@outlook.com"),
        ("[orla.b] [@] [outlook.com]", "orla.b@outlook.com"),
        ("mail:\u202emoc.kooltuo@b.alro\u202c", "orla.b@outlook.com"),
        ("mail:\u202emoc.llimnref@b.alro\u202c", "orla.b@fernmill.com"),
        ("Email·orla@outlook.com", "orla@outlook.com"),
    ],
)
def test_signs_about_each_part_of_an_address_go(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


def test_a_house_that_has_its_name_takes_no_other() -> None:
    text = "my mails: orla*gmail*com, orla.b*gmail*com"
    (told,) = hits(EMAIL, text)
    assert text[told.start : told.end] == "orla.b*gmail*com"
    assert likely(EMAIL, text) == {"orla@gmail.com", "orla.b@gmail.com"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("orla.petrova@яндекс.ру", "orla.petrova@yandex.ru"),
        ("orla@мейл.ру", "orla@mail.ru"),
        ("orla@джимейл.ком", "orla@gmail.com"),
        ("иван@почта.рф", "иван@почта.рф"),
    ],
)
def test_houses_are_known_in_other_letters(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("orla[æt]fernmill[döt]eu", "orla@fernmill.eu"),
        ("Apply: orla (ring-tailed a) fernmill (spot) cl", "orla@fernmill.cl"),
        ("orla.b (a bolinha com rabo) bol (pinguinho) com (pinguinho) br", "orla.b@bol.com.br"),
        ("box: orla, full stop, peat, around-the-tail-a, gmx, full stop, net", "orla.peat@gmx.net"),
        ("t.h.e.r.e.m.i.n..t.i.m@live.com", "theremin.tim@live.com"),
    ],
)
def test_signs_drawn_or_described_another_way_are_read(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        "design (a round logo) studio (vector) art is on",
        "kiln (three shelves) fernmill (spot) cl is the file",
        "the font has æt and döt, com is a word",
    ],
)
def test_brackets_and_accents_in_talk_are_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()
