"""What the email detector takes for an address, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.mail.detector import EmailDetector
from scanner.message import Context, Earlier, Message
from scanner.views import read as views_of
from tests.scanner.detecting import hits, likely, read, values

EMAIL = EmailDetector()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "@@@@",
        "a@",
        "@b.com",
        "The bug sits in @media (max-width: 640px) and @scope/ui@4.15.2",
        "npm i @nestjs/mailer@1.11.6 && npm i @angular/core@17",
        "@Marek @Tuuli can one of you check the second fold?",
        "git clone git@github.com:acme/shop.git",
        "ssh deploy@shop.acme.io and look at the log",
        "postgres://app:secret@db.acme.io:5432/shop",
        "the crash is in user@host:/srv/app",
        "root@10.0.0.4 refuses the key",
        "the sprite is called logo@2x.png",
        "pay tanmayvfx@okhdfcbank please",
        "Toots at @sprout_sysadmin@fosstodon.org",
        "17,5 @ por cabeça, a R$ 232,40 a arroba",
        "email@nowhere.notatld is refused by the form",
        "what about jane@host or bob@localhost?",
        "price is 30@40 per hour, jane@@gmail.com",
        "\ud800@gmail.com",
    ],
)
def test_signs_that_are_no_address_are_left_alone(text: str) -> None:
    assert values(EMAIL, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("write to Jane.Roe@GMail.com", "jane.roe@gmail.com"),
        ("(jane.roe@gmail.com)", "jane.roe@gmail.com"),
        ("mail:jane.roe@gmail.com.", "jane.roe@gmail.com"),
        ("jane.roe@gmail.com.Thanks!", "jane.roe@gmail.com"),
        ("me+mugs@junipersato.com is mine", "me+mugs@junipersato.com"),
        ("office@pendlehill.co.uk", "office@pendlehill.co.uk"),
        ("加我邮箱chenmo_fanyi@163.com谢谢", "chenmo_fanyi@163.com"),
        ("почта: lebedeva@yandex.ru, жду", "lebedeva@yandex.ru"),
        ("иван@почта.рф", "иван@почта.рф"),
        ("jürgen@web.de", "jürgen@web.de"),
        ("jane.roe@gmail works too", "jane.roe@gmail.com"),
        ("mailto:hello@brightowl.studio?subject=x", "hello@brightowl.studio"),
        ("user@example.com is found as well: excuses drop it", "user@example.com"),
    ],
)
def test_addresses_are_found_and_written_in_lower_case(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mail orla@wp.plTel 601 223 344", "orla@wp.pl"),
        ("Email:orla.b@outlook.comPhone:4154193862", "orla.b@outlook.com"),
        ("reach me orla.b@gmail.comor skype", "orla.b@gmail.com"),
        ("orla.b@outlook.com415-419-3862", "orla.b@outlook.com"),
        ("orla.b@outlook.com-4154193862", "orla.b@outlook.com"),
        ("kiln@lerke.noTel 22 33 44 55", "kiln@lerke.no"),
        ("kiln@fernmill.co.ukPhone 4", "kiln@fernmill.co.uk"),
        ("kiln@fernmill.comand the rest", "kiln@fernmill.com"),
        ("Emailorla.b@outlook.com", "orla.b@outlook.com"),
        ("пишите на orla@yandex.ruили звоните", "orla@yandex.ru"),
        ("orla@gmail.comوشكرا", "orla@gmail.com"),
        ("почтаorla@gmail.com пишите", "orla@gmail.com"),
        ("γράψτεorla@gmail.comκαι", "orla@gmail.com"),
        ("כתבו לorla@walla.co.ilתודה", "orla@walla.co.il"),
        ("My email is /orla.roe@gmail.com ok?", "orla.roe@gmail.com"),
        ("contact mailto://orla.roe@gmail.com", "orla.roe@gmail.com"),
        ("skype/orla.roe@gmail.com", "orla.roe@gmail.com"),
        ("orla.roe@gmail.com:write me there", "orla.roe@gmail.com"),
        ("__orla.b@outlook.com__", "orla.b@outlook.com"),
        ("mail:-orla.b@outlook.com", "orla.b@outlook.com"),
        ("mail: +orla.b@outlook.com", "orla.b@outlook.com"),
    ],
)
def test_what_is_glued_to_an_address_is_no_part_of_it(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize("sign", ["/", "_", "+", "-", ",", ""])
def test_addresses_joined_by_a_sign_are_all_found(sign: str) -> None:
    text = f"orla.b@outlook.com{sign}marta@wp.pl"
    assert values(EMAIL, text) == ["orla.b@outlook.com", "marta@wp.pl"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("иван.петров@яндекс.рф", "иван.петров@яндекс.рф"),
        ("_kiln@fernmill.ie is the box", "_kiln@fernmill.ie"),
        ("Mailbox@fernmill.ie", "mailbox@fernmill.ie"),
        ("Emailing@fernmill.ie", "emailing@fernmill.ie"),
        ("Contactus@fernmill.ie", "contactus@fernmill.ie"),
        ("kiln@fernmill.company", "kiln@fernmill.company"),
    ],
)
def test_what_belongs_to_an_address_is_not_cut_off(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "ssh://git@host.com/repo and https://user@host.com/x",
        "https://medium.com/jane@fernmill.ie is the page",
        "GET /users/jane@fernmill.ie/orders",
        "scp notes user@host.com:backup",
        "return this@MainActivity.toString()",
        "npm i lodash@4.17.21-beta.com2",
        "the pod is web@cluster.local1, then user@db.internal:5432",
        "orla@nowhere.notacom",
    ],
)
def test_users_of_hosts_and_labels_of_code_are_no_addresses(text: str) -> None:
    assert values(EMAIL, text) == []


def test_the_range_holds_the_address_and_no_more() -> None:
    text = "So: 'jane.roe@gmail.com', ok?"
    (hit,) = hits(EMAIL, text)
    assert text[hit.start : hit.end] == "jane.roe@gmail.com"


def test_a_provider_whose_ending_is_open_is_found_without_a_value() -> None:
    (hit,) = hits(EMAIL, "frank.b@gmx, you know it")
    assert hit.value is None


@pytest.mark.parametrize(
    ("text", "edits", "is_likely"),
    [
        ("look at github.com", [(" at ", "@")], False),
        ("see the docs at stripe.com", [(" at ", "@")], False),
        ("it is hosted at gmail dot com", [(" at ", "@"), (" dot ", ".")], False),
        ("jane at lotusprints.pk", [(" at ", "@")], False),
        ("jane at lotusprints dot pk", [(" at ", "@"), (" dot ", ".")], True),
        ("jane.roe at gmail.com", [(" at ", "@")], True),
        ("jane(at)lotusprints.pk", [("(at)", "@")], True),
        ("jane arobase lotusprints.pk", [(" arobase ", "@")], True),
    ],
)
def test_the_word_at_makes_an_address_only_with_something_else_that_speaks_for_it(
    text: str, edits: list[tuple[str, str]], *, is_likely: bool
) -> None:
    found = list(EMAIL.find(read(text, *edits), Message(text=text)))
    assert any(hit.confidence >= 0.5 for hit in found) is is_likely


@given(st.text(alphabet=st.sampled_from("a.@-_+'é中\n \ud800\x00"), max_size=60))
def test_every_range_lies_in_the_text_and_holds_one_sign(text: str) -> None:
    for hit in hits(EMAIL, text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].count("@") == 1


@pytest.mark.parametrize(
    "text",
    [
        "our hook returns thread_id, then gmail shows the label",
        "the crm_sync2 worker talks to outlook every hour",
        "config_v4 and smtp.gmail.com, port 587",
        "I closed the hotmail account, budget 400 for the logo_final2 file",
        "we had a look at yahoo finance and r_squared",
        "Ein Kringel um das a im Logo, danach das Banner für web.de",
        "the monkey stands beside an orange box, then a ring",
        "live at eight, terra cotta tiles, proton beam_line therapy",
        "the letter went out on gmail and yahoo: subject_b3 won",
        "hero_image9 has to load under two seconds, also in the outlook app",
        "I live on a hill, kiln_jo is the nick of my neighbour",
        "we go live on Monday, dye_rosa signs it off",
    ],
)
def test_talk_of_mail_beside_the_names_of_things_is_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gm: sunniva.lerke", "sunniva.lerke@gmail.com"),
        ("find me as sunniva_lerke on hotmail", "sunniva_lerke@hotmail.com"),
        ("sunniva.lerke na gmailu", "sunniva.lerke@gmail.com"),
        ("sunniva.lerke (지메일)", "sunniva.lerke@gmail.com"),
        ("sunniva.lerke, on proton, dot me", "sunniva.lerke@proton.me"),
        ("write me: sunniva.lerke bei web punkt de", "sunniva.lerke@web.de"),
        (
            "le giri a bottega merlo, tutto attaccato, chiocciola libero punto it",
            "bottegamerlo@libero.it",
        ),
        ("naar fiets bel, aan elkaar, apestaartje ziggo punt nl", "fietsbel@ziggo.nl"),
        ("to marsh wren (no spaces) at gmail dot com", "marshwren@gmail.com"),
        ('"sunniva lerke", no spaces, at the end gmail', "sunnivalerke@gmail.com"),
        ("пишите на sunnivalerke, это яндекс ру", "sunnivalerke@yandex.ru"),
        ("put the arroba after 'hola': lerkestudio.es", "hola@lerkestudio.es"),
        ("сунива собака яндекс точка ру", "suniva@yandex.ru"),
        ("gmail.com@sunniva.lerke", "sunniva.lerke@gmail.com"),
        ("sunniva.NOSPAM@lerkestudio.no", "sunniva@lerkestudio.no"),
        ("sunniva@gmail.con", "sunniva@gmail.com"),
        ("sunniva, then the curly a, then lerkestudio.no", "sunniva@lerkestudio.no"),
        ("sunniva77, puis le a entouré, puis laposte, puis net", "sunniva77@laposte.net"),
        ("sunniva, luego la a con rabito, luego gmail", "sunniva@gmail.com"),
        ("sunniva, shift 2 (on my keyboard), gmail", "sunniva@gmail.com"),
        ("sunniva ninety one at gmail dot com", "sunniva91@gmail.com"),
        ("sunniva παπάκι gmail τελεία com", "sunniva@gmail.com"),
        ("sunniva แอท จีเมล ดอท คอม", "sunniva@gmail.com"),
        ("sunniva zavináč seznam tečka cz", "sunniva@seznam.cz"),
        ("sunniva_lerke-at-posteo-dot-de", "sunniva_lerke@posteo.de"),
        ("sunnivaATlerkestudioDOTno", "sunniva@lerkestudio.no"),
        ("sunniva «at» gmail «dot» com", "sunniva@gmail.com"),
        ("(sunniva)@(gmail).(com)", "sunniva@gmail.com"),
        ("sunniva(gmail)com", "sunniva@gmail.com"),
        ("'sunniva' at 'lerkestudio' dot 'bergen' dot 'no'", "sunniva@lerkestudio.bergen.no"),
        ("sunniva [la] lerkestudio [pct] no", "sunniva@lerkestudio.no"),
        ("sunniva [maupa] lerkestudio [.] no", "sunniva@lerkestudio.no"),
        ("email id sunnivalerke 07 gmailcom", "sunnivalerke07@gmail.com"),
        ("sunniva🍋lerke🍉gmail🍋com", "sunniva.lerke@gmail.com"),
        ("sunniva.lerke/gmail.com", "sunniva.lerke@gmail.com"),
        ("'sunniva' + '@' + 'gmail' + '.com'", "sunniva@gmail.com"),
        ("echo 'sunniva.l' . '@' . 'gmail.com';", "sunniva.l@gmail.com"),
        ("sun-\nniva@gmail.com", "sunniva@gmail.com"),
        ("sunniva 0x40 gmail.com", "sunniva@gmail.com"),
        ("xsxuxnxnxix@xgxmxaxixlx.xcxoxmx", "sunni@gmail.com"),
    ],
)
def test_addresses_told_in_pieces_and_signs_described_are_read(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


def test_the_house_may_come_in_a_later_message() -> None:
    earlier = (Earlier(text="sunniva.lerke", sender_role="freelancer"),)
    message = Message(
        text="and behind the sign: outlook dot com",
        context=Context(sender_role="freelancer"),
        history=earlier,
    )
    values_found = {
        hit.value for view in views_of(message).room for hit in EMAIL.find(view, message)
    }
    assert "sunniva.lerke@outlook.com" in values_found


@pytest.mark.parametrize(
    "text",
    [
        "gmail is down, so first the quote then the contract then the work",
        "we moved from gmail to outlook then back then stayed",
        "subtotal + tax + shipping went into the outlook template",
        "the german version of the yahoo clone needs a_b tests",
        "at 3 pm. me and node_v2 on the call, then mail the rest",
        "the hotmail/outlook rendering differs, col_width3 is off",
        "one word about gmail labels: keep them short",
        "Live: oats-and-rye.co.uk (menus), rye_type3 next",
        "the dot (at the end of the line) com port 3",
    ],
)
def test_talk_in_turn_beside_a_mail_house_is_no_address(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gmail, it goes: wilma then ferns then 47", "wilmaferns47@gmail.com"),
        ('icloud: "otto" + "kites" + "nz"', "ottokitesnz@icloud.com"),
        ("yahoo: otto luego 8 luego cometas", "otto8cometas@yahoo.com"),
        ("pia loom weaves (all one word) at gmail", "pialoomweaves@gmail.com"),
        ("pia space loom space 9, spaces are dots, g mail", "pia.loom.9@gmail.com"),
        ("p.i.a.l.o.o.m (no dots) hotmail", "pialoom@hotmail.com"),
        ("o-t-t-o-k@gmail.com", "ottok@gmail.com"),
        ("pia_loom, hotmail with the spanish ending", "pia_loom@hotmail.es"),
        ("pia_loom * yahoo * fr", "pia_loom@yahoo.fr"),
        ("pia_loom over at outlook", "pia_loom@outlook.com"),
        ("pia dot loom, the G's mail", "pia.loom@gmail.com"),
        ("mail ru: pia-loom4", "pia-loom4@mail.ru"),
        ("pia\u2013loom@gmx.de", "pia-loom@gmx.de"),
        ("pia then a dot then loom then @ then orchard dot nl", "pia.loom@orchard.nl"),
        ("pia(the snail sign)orchard(a little dot)nl", "pia@orchard.nl"),
        ("pia[el signo arroba]orchard[un punto]es", "pia@orchard.es"),
        ("pia@ + orchard + . + nl", "pia@orchard.nl"),
        ("pia\u2800@\u2800orchard\u2800.\u2800nl", "pia@orchard.nl"),
        ("papa india alpha lima, dot, oscar tango tango oscar, at icloud", "pial.otto@icloud.com"),
    ],
)
def test_address_told_part_by_part_is_put_together(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)
