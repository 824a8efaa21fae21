"""Names that one is called or that are to be added, and words in the same places that are none."""

from __future__ import annotations

import pytest

from scanner.detectors.handles.detector import HandleDetector
from tests.scanner.detecting import LIKELY, hits, values

HANDLE = HandleDetector()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vi snakkes på discord, der hedder jeg fuglekonge", "fuglekonge"),
        ("Jeg er på telegram og brukernavnet mitt er tindekaffe", "tindekaffe"),
        ("telegramissa nimimerkkini on torvisammakko, laita viestiä", "torvisammakko"),
        ("instán borzaskifli néven vagyok", "borzaskifli"),
        ("steamen keress, VakondKapitany a nevem", "vakondkapitany"),
        ("във вайбър съм, потърсете ме като krusha_petkan", "krusha_petkan"),
        ("на фейсбук, sladki-raboti-ema се казвам там", "sladki-raboti-ema"),
        ("u viberu sam, korisničko ime lastavica.plava", "lastavica.plava"),
        ("me encuentras en tiktok, salgo como yesoymanos", "yesoymanos"),
        ("segui lumacaviola su Instagram e scrivimi lì", "lumacaviola"),
        ("quicker on Discord, add lanternmoths, anytime", "lanternmoths"),
        ("ping OldTeaKettle on Threads", "oldteakettle"),
        ("look for BrineAndBarrel on Messenger", "brineandbarrel"),
        ("add me on Discord: hedgewitch.exe", "hedgewitch.exe"),
        ("add me hedgewitch#4471, builds are there", "hedgewitch#4471"),
        ("line ku kelincipadangpasir yaa", "kelincipadangpasir"),
        ("Signal, since we talk: marsh_owl.27", "marsh_owl.27"),
        ("Find me on LinkedIn, petra-van-oosten, I accept all", "petra-van-oosten"),
        ("LinkedIn it is: /in/tamsin-okoro-3, say hello", "tamsin-okoro-3"),
        ("resimler duruyor, bakirci.hasan instada, oradan yaz", "bakirci.hasan"),
        ("lisää minut Discordissa (hillasuomies) ja kerro", "hillasuomies"),
        ("my discord, read from behind: nolnek.eimaj", "jamie.kenlon"),
        ("+v : laoshu_banjia", "laoshu_banjia"),
        ("ig = copper moth . studio without gaps", "coppermoth.studio"),
        ("Cherchez « Lanternes Du Marais » sur Facebook", "lanternes du marais"),
        ("the green L app, pimclay_loom ka", "pimclay_loom"),
        ("raid later? QuietBadger31 on the green console's network", "quietbadger31"),
        ("the one with the blue speech bubble snowden likes: petrel.48", "petrel.48"),
        ("no quadradinho de fotos, maresia.tear, segue lá", "maresia.tear"),
        ("Swiss messenger, the one with the dots: R4TKW8XM", "r4tkw8xm"),
        ("my colleague uses the penguin, I think, he is 418203377 there", "418203377"),
        ("Mijn winkel staat op feesboek, «Kant en Klaar Hindeloopen»", "kant en klaar hindeloopen"),
        ("app xanh chữ Z, tìm 'Cô Ba Thêu Tay' là ra em", "cô ba thêu tay"),
        ("gamers wali app, naam lassi_bro sath me 52, likhna lassi_bro52", "lassi_bro52"),
        ("niebieskie „in”, końcówka profilu to zofia-wilk-audyt", "zofia-wilk-audyt"),
        ("dc ko is halohalobarako pm mo ko dun, buggy dito", "halohalobarako"),
        ("har du snap? adder skjerfmakeren så viser jeg", "skjerfmakeren"),
        ("Matrix bitte, ich bin der suedwind auf tchncs.de", "suedwind:tchncs.de"),
        ("in de fediverse: letterlijster op mastodon.nl", "letterlijster@mastodon.nl"),
        ("an open network, you write an at, then odile:aurora.chat", "odile:aurora.chat"),
        ("L'app verde che usate voi: il mio ID è lanificio1902", "lanificio1902"),
        ("koʻk ilovada nodira pastki chiziq kashta deb qidiring", "nodira_kashta"),
        (
            'simpler on the blue "in" site, my profile ends in pavel-novotny-cad',
            "pavel-novotny-cad",
        ),
    ],
)
def test_a_name_that_is_called_or_to_be_added_is_one(text: str, name: str) -> None:
    """In many languages: a verb beside the word, an app close by, in whatever order."""
    assert name in values(HANDLE, text), text


def test_figures_after_a_said_point_stay_as_they_are() -> None:
    found = hits(HANDLE, "my signal is marsh_owl dot 07")
    assert [hit.value for hit in found] == ["marsh_owl.07"]


def test_a_word_that_begins_the_text_before_a_messenger_may_be_a_name() -> None:
    """Doubtful, for nothing but its place speaks for it."""
    found = hits(HANDLE, "nattpomelo på snap, sender gerne billeder")
    assert [hit.value for hit in found] == ["nattpomelo"]
    assert found[0].confidence < LIKELY


def test_a_marked_name_alone_answers_the_talk_about_an_app() -> None:
    """After "which messenger?" and "the one with the paper plane" the name may stand alone."""
    assert values(HANDLE, "@moss_and_thyme", asked="ok telegram?") == ["moss_and_thyme"]
    assert values(HANDLE, "@mossandthyme", asked="ok telegram?") == ["mossandthyme"]


@pytest.mark.parametrize(
    ("asked", "text", "name"),
    [
        ("found a sorrel.pots on insta, is that you?", "that's me yes, dm me there", "sorrel.pots"),
        ('a "Greta Lampenfee" on facebook. you?', "yes!! write there", "greta lampenfee"),
        ("hab lena_kilns auf telegram, bist du das?", "ja, schreib mir da", "lena_kilns"),
        ("is that you on insta, moss.kiln?", "that's me! but I stay here", None),
        ("is it facebook/react_native, right?", "yes, there is a readme there", None),
        ('did you post "Autumn Sale Banner" to instagram?', "yes, it is there since Monday", None),
        ("is the repo on facebook/react_native?", "yes, please write tests", None),
    ],
)
def test_a_name_that_was_found_is_given_by_owning_to_it(
    asked: str, text: str, name: str | None
) -> None:
    """The name stands in the other side's message, the yes in this one."""
    assert values(HANDLE, text, asked=asked) == ([name] if name else [])


@pytest.mark.parametrize(
    "text",
    [
        "I'm full-time on Discord and part-time on Slack",
        "add hashtags on Instagram please",
        "find customers on Facebook and LinkedIn",
        "my name is michael from Discord support",
        "jag heter Kristoffer och jobbar med instagram",
        "annonskampanjen på discord, vi behöver hjälp",
        "follow instructions on Instagram, please",
        "we want its headlines on Telegram every morning",
        "call me old-fashioned but I never use WhatsApp",
        "please add end-to-end tests and post on Slack",
        "state-of-the-art ads on LinkedIn, find-and-replace in copy",
        "the game runs on Discord, download setup.exe from the file list",
        "ping QuickBooks on Slack when the invoice is paid",
        "the face of the steam engine, signal box and snap button",
        "We use WordPress and message people on LinkedIn",
        "search engine on telegram channel, find duplicates on discord",
        "Steam auf der Maschine, Signalen folgen, messen",
        "that looks great.thanks on insta we say more",
        "the files are in/out-and-back for LinkedIn",
        "ghost app background in dark blue, please",
        "the green phone icon needs a wireframe, export as icon_v2.png",
        "our penguin logo is 300 px wide and 40000 bytes",
        "we run the shop on magento.com and posts on mastodon weekly",
        "the site hosted on matrix.org is slow",
        "paper plane folding video: storyboard tomorrow",
        "put the blue bird app, the poster and playlist in one folder",
        "on Facebook «Black Friday Sale» should be the title",
    ],
)
def test_words_beside_apps_that_are_no_names(text: str) -> None:
    """Daily talk of apps, with verbs of adding and of being called."""
    assert not values(HANDLE, text), text
