"""Details whose parts lie in several messages of one side are put together; counts are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors import finders_for
from scanner.merge import merge
from scanner.message import Context, Earlier, Message
from scanner.verdict import Finding
from scanner.views import View, read
from scanner.views.letters.fold import fold
from scanner.views.room.turns import PIECED, last_words, turns
from tests.scanner.detecting import LANGUAGES, LIKELY


def talk(*said: str) -> Message:
    """What Frank says, the last judged; what Clara says between begins with ">"."""
    *earlier, judged = said
    return Message(
        text=judged,
        context=Context(sender_role="freelancer"),
        history=tuple(
            Earlier(text=text[1:].strip(), sender_role="client")
            if text.startswith(">")
            else Earlier(text=text, sender_role="freelancer")
            for text in earlier
        ),
    )


def across(*said: str) -> list[Finding]:
    """The likely details that lie over several of the messages."""
    message = talk(*said)
    views = read(message)
    hits = [
        (view, detector.id, hit)
        for detector in finders_for(LANGUAGES.regions_of)
        for view in (*views.readings, *views.room)
        for hit in detector.find(view, message)
    ]
    return [
        finding
        for finding in merge(hits)
        if finding.confidence >= LIKELY and len({span.message for span in finding.spans}) > 1
    ]


def pieced(*said: str) -> list[View]:
    return [view for view in read(talk(*said)).room if PIECED in view.disguises]


@pytest.mark.parametrize(
    "said",
    [
        # answers to questions of how many
        ("> how many chairs came on Monday?", "312", "> and Tuesday?", "408", "> Friday?", "5121"),
        ("> сколько листов?", "916", "> а вчера?", "382", "4471 всего за три дня"),
        # sums, steps, corrections, what was said again
        ("230", "> and the second pile?", "415", "645 in total"),
        ("first batch 120", "second batch 240", "third 360"),
        ("> which file?", "the invoice is 4471", "sorry, 44712 it is"),
        # money, sizes, dates, times, scores, books
        ("$1,500 for the set", "> deal", "$350 for each more", "$120 a revision"),
        ("width 1200 px", "> height?", "628 px, bleed 300 px"),
        ("14 März passt", "> oder später?", "28 April um 10 Uhr, 12 Seiten"),
        ("07:15 is the first bus", "> the last?", "22:40, and 06:55 on Sundays"),
        ("6-4, 6-2", "> and the women?", "7-5, 3-6, 6-4 in the end"),
        ("978-0", "> the rest of the ISBN?", "the rest is 306-40615-7"),
        # a number that the other side brought up, as a price
        ("> 4500 and we start", "4500 is low", "> 4700?", "4800 and 3 rounds"),
        # offers of both sides, a bill, prices, steps, neighbours, things counted one by one
        ("350?", "> 250", "320", "300 final"),
        ("450.", "> 400?", "350?", "OK 300 then"),
        ("logo 400", "cards 350", "500", "total 1250"),
        ("4.99", "9.99", "19.99"),
        ("199", "299", "499"),
        ("16", "32", "48", "64"),
        ("> which tickets are left", "415", "416", "417 and 419"),
        ("415 users", "419 orders", "3862 rows"),
        ("254 red", "711 teal", "803 mustard", "> and the grey?", "629 slate"),
        # names of files and sites, no mailbox near
        ("final_cut_v2.mp4", "> thanks!", "uploaded, the readme.md has the rest"),
        ("hero_banner", "> for the shop?", "yes, at janesbakery.com"),
        ("my_table has the ids", "> ok", "Outlook shows the mail fine, Gmail clips it"),
        ("Both apps are live", "> link?", "https://apps.apple.com"),
        (
            "user_name is the key",
            "> whose?",
            "it is what our Telegram bot, the one for deliveries, writes to the log of each order",
        ),
        ("snake_case", "> why?", "no telegram"),
        # ordinary words on their own
        ("perfect", "> the last page?", "I do. me is fine with it"),
    ],
)
def test_what_is_counted_priced_or_named_over_several_messages_is_no_detail(
    said: tuple[str, ...],
) -> None:
    assert across(*said) == []


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (("0917", "> a price?", "562", "and 3380, that is all"), "+639175623380"),
        (
            ("zero seven four double one", "> hm?", "two oh six", "nine three eight is the end"),
            "+447411206938",
        ),
        (("notez 06", "> 06 ?", "51 29", "68 et le dernier 40"), "+33651296840"),
        (("btw 646", "> 646 what?", "283 comes after", "7784 at the very end"), "+16462837784"),
        (("ちなみに090", "> はい？", "7482 メモして", "で、末尾が6047。"), "+819074826047"),
        # near prices and offers of the other side, or nothing but the parts
        (("646", "283", "7784"), "+16462837784"),
        (("zacznijmy od 663", "> 663? było do 500", "915", "207, i tyle"), "+48663915207"),
        (("07.51", "> 7.51?", "12.29", "68.40 is last"), "+33751122968"),
        # in another order, or with the code given last
        (("it ends with 7784", "> what?", "then begin with 646", "283"), None),
        (("ends with 7784", "> what?", "in the middle 283", "it begins with 646"), "+16462837784"),
        # a part that was begun again, one that is listed among others, letters for noughts
        (("mój to 887", "> 887?", "887 641", "na końcu 903"), "+48887641903"),
        (("O777", "> colour?", "the rest later", "next: 5o8 214"), "+84777508214"),
        (("tuurlijk. nulzes", "> wat?", "53 87", "en 1290"), "+31653871290"),
        # figures and words for them in one part
        (("ring 646 two eight three", "> and?", "77 eight 4, at noon"), "+16462837784"),
    ],
)
def test_number_in_parts_is_put_together(said: tuple[str, ...], value: str | None) -> None:
    pieces = pieced(*said)
    assert pieces
    if value is not None:
        national = value[-7:]
        assert any(national in "".join(filter(str.isdigit, view.text)) for view in pieces)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (("write to jo.bakes", "> hm?", "@icloud.com, now join them"), "jo.bakes@icloud.com"),
        (("nota: jo.bakes", "> e poi?", "chiocciola libero punto it"), "jo.bakes@libero.it"),
        (("jo_bakes", "> ?", "yahoo, full stop, com. When do we start?"), "jo_bakes@yahoo.com"),
        (("jo_bakes, anotá", "> ?", "yahoo, punto com punto ar"), "jo_bakes@yahoo.com.ar"),
        (("запишите jo.bakes", "> это ник?", "потом собачка", "бк ру"), "jo.bakes@bk.ru"),
        (("jo.bakes", "> hä?", "Klammeraffe", "web de, mit Punkt"), "jo.bakes@web.de"),
        # "then" is no mailbox, and neither is the word that says where the sign goes
        (("jo.bakes", "> yes?", "apoi arond icloud com"), "jo.bakes@icloud.com"),
        (("jo.bakes", "> name?", "nửa sau nè: @icloud.com"), "jo.bakes@icloud.com"),
        # the name itself in parts, or in words
        (
            ("Jo", "dot", "bakes", "> what's that?", "and lastly: outlook com"),
            "jo.bakes@outlook.com",
        ),
        (
            ("anota: jo punto bakes guion bajo pan", "> ya", "arroba", "gmail po"),
            "jo.bakes_pan@gmail.com",
        ),
        (("text: jo.bakes@", "> cut off", "icloud goes after it"), "jo.bakes@icloud.com"),
        (("segni: bakesjo", "> e poi?", "chiocciola", "pec punto it"), "bakesjo@pec.it"),
        (("jo.bakes", "> e depois?", "o resto é (a)broa.pt"), "jo.bakes@broa.pt"),
        (("jo.bakes", "> ja?", "na het apenstaartje: korst, punt, nl"), "jo.bakes@korst.nl"),
        (("jo.bakes", "> and?", "then the usual sign and crumbhall.com"), "jo.bakes@crumbhall.com"),
        # the domain first, the sign last
        (("jo.bakes outlook com", "> no comprendo", "arroba, eso faltaba"), "jo.bakes@outlook.com"),
        (("proton.me, they are good", "I am jo.bakes there", "> so?", "@"), "jo.bakes@proton.me"),
        (("at proton dot me", "> what is there?", "jo.bakes"), "jo.bakes@proton.me"),
    ],
)
def test_address_in_parts_is_put_together(said: tuple[str, ...], value: str) -> None:
    assert value in [finding.value for finding in across(*said)]


@pytest.mark.parametrize(
    ("said", "kind", "value"),
    [
        (("jo_bakes", "> a file?", "that's me on telegram"), "handle", "jo_bakes"),
        (
            ("Insta is where my bread is", "> name?", "jo", "dot", "bakesbread. Have a look"),
            "handle",
            "jo.bakesbread",
        ),
        (("on insta I'm joanna", "> only?", "_bakes. That's all"), "handle", "joanna_bakes"),
        (("sample ok. 28477", "> hm?", "3 8 8 1 and you have my QQ"), "handle", "284773881"),
        (("t.me", "> nothing there", "/jo_bakes"), "url", "t.me/jo_bakes"),
        (("wa.me", "> 404?", "/62811 906 472 at its end"), "url", "wa.me/62811906472"),
        (("linktr.ee", "> homepage?", "then slash jobakes"), "url", "linktr.ee/jobakes"),
        (("then joannadraws", "> incomplete", "@okaxis"), "payment_account", "joannadraws@okaxis"),
        (
            ("карта 2200 7001", "> дальше", "4832", "7702 последние"),
            "payment_account",
            "2200700148327702",
        ),
        (
            ("FR14 2004 1010 0505", "> more?", "0001 3M02 606 is the rest"),
            "payment_account",
            "FR1420041010050500013M02606",
        ),
        (
            ("Part one: sorrel", "> one of what?", "Part two: _mill", '(three: "_fox") on Discord'),
            "handle",
            "sorrel_mill_fox",
        ),
        (
            ("first: discord", "> hm?", "second: .gg", "last: /hQ7mZor , in a row"),
            "url",
            "discord.gg/hQ7mZor",
        ),
    ],
)
def test_names_links_and_accounts_in_parts_are_put_together(
    said: tuple[str, ...], kind: str, value: str
) -> None:
    assert (kind, value) in [(finding.type, finding.value) for finding in across(*said)]


def test_what_is_pieced_together_is_marked_from_its_first_part_into_the_judged_message() -> None:
    (finding,) = across("write to jo.bakes", "> hm?", "@icloud.com, now join them")
    assert [(span.message, span.start) for span in finding.spans] == [(-2, 9), (0, 0)]
    assert {"split over messages", PIECED} <= set(finding.read_as)


@pytest.mark.parametrize(
    ("said", "runs_on"),
    [(("16", "32", "48", "64"), False), (("1920", "1080"), False), (("0612", "345678"), True)],
)
def test_figures_run_on_over_messages_unless_they_count_something(
    said: tuple[str, ...], *, runs_on: bool
) -> None:
    views = [view for view in read(talk(*said)).room if PIECED not in view.disguises]
    assert any("\n".join(said) in view.text for view in views) == runs_on


def test_a_whole_address_in_the_judged_message_stays_what_it_is() -> None:
    message = talk("final_cut", "> where to?", "jo.bakes at icloud dot com")
    assert all("final_cut@" not in view.text for view in read(message).room)


def test_a_turn_knows_what_the_other_side_said_before_it() -> None:
    message = talk("0917", "> 0917 what?", "> a PRICE?", "562")
    room = last_words(message)
    assert room is not None
    told = turns(fold(room), message)
    assert [turn.number for turn in told] == [-3, 0]
    assert [turn.heard for turn in told] == ["", "0917 what?\na price?"]
    assert [turn.low for turn in told] == ["0917", "562"]


texts = st.text(alphabet="07 ab@._-,\n点dot gmail com/+", max_size=40)


@given(st.lists(texts, min_size=2, max_size=5))
def test_every_pieced_character_has_its_way_back(said: list[str]) -> None:
    message = talk(*(text.lstrip(">") for text in said))
    for view in read(message).room:
        for place in range(len(view.text)):
            low, high = view.to_source(place, place + 1)
            assert 0 <= low <= high <= len(view.source.text)


@pytest.mark.parametrize("piece", ["1 2 3 ", "a.b.", "gmail ", "dot ", "wa.me ", "seis uno ", "@ "])
def test_hostile_talk_is_pieced_into_little(piece: str) -> None:
    views = pieced(*[(piece * 400)[:370]] * 8)
    assert sum(len(view.text) for view in views) < 2_000
