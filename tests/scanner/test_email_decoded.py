"""Addresses in code, in ciphers, between odd brackets, in names of files, and one piece a line."""

from __future__ import annotations

import pytest

from scanner.detectors.mail.detector import EmailDetector
from tests.scanner.detecting import likely

EMAIL = EmailDetector()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("write desk⟨a⟩oak-lane⟨.⟩com⟨.⟩au any time", "desk@oak-lane.com.au"),
        ("write ulla{ät}tonhof‹punkt›de any time", "ulla@tonhof.de"),
        ("mara 〔at〕 linnet 〔p〕 eu", "mara@linnet.eu"),
        ("post[krulletje]oakrow[punt]nl", "post@oakrow.nl"),
        ("post[round a]oakrow[dot]com", "post@oakrow.com"),
        ("ulla*.*kiln <<at>> hotmail *.* com", "ulla.kiln@hotmail.com"),
        ("it (ri) is (ta) ten (.) for (eli) a (@) page (sapo) or (.) so (pt)", "rita.eli@sapo.pt"),
    ],
)  # fmt: skip
def test_signs_stand_in_brackets_of_any_kind(text: str, value: str) -> None:
    assert likely(EMAIL, text) == {value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("erar@jro.qr", "rene@web.de"),
        ("gln@ch4zoo.mo (a is z, b is y)", "tom@xs4all.nl"),
        ("70362@80746.390 in MURCIELAGO (M=0, U=1)", "amclr@gmail.com"),
        ("2-18-21-14-15 (a=1, b=2) arobase sfr.fr", "bruno@sfr.fr"),
        ("109 97 120 64 112 109 46 109 101", "max@pm.me"),
        ('who = ["ilse", "torfhof.de"].join(String.fromCharCode(64))', "ilse@torfhof.de"),
        ('"@".join(["ilse", "torfhof.de"])', "ilse@torfhof.de"),
        ('<a data-user="ilse" data-domain="torfhof.de">', "ilse@torfhof.de"),
        (r"\newcommand{\me}{ilse.w\char64 torfhof.de}", "ilse.w@torfhof.de"),
        (".-.. --- ..- puis arobase puis pm.me", "lou@pm.me"),
        ("66 444 66 2 on an old nokia and @icloud.com", "nina@icloud.com"),
        ("oiram arroba kooltuo ponto moc", "mario@outlook.com"),
        ("moc.kooltuo ta atram-kcul – like in a mirror", "luck-marta@outlook.com"),
        ("moc tod kooltuo ta atram", "marta@outlook.com"),
    ],
)
def test_what_is_encoded_is_decoded(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("without the capitals: mXaQrkZtWo @ gKmaHil . cPoQm", "markto@gmail.com"),
        ("the word is plum: marplumta.roplumy@outplumlook.com", "marta.roy@outlook.com"),
        ("jaturnipne.kiln@yahturnipoo.turnipfr", "jane.kiln@yahoo.fr"),
        ("m猫ax@fox犬ma猫il.c犬om", "max@foxmail.com"),
        ("uబంతిlla . kiబంతిln @ mబంతిail . cబంతిom", "ulla.kiln@mail.com"),
        ("bJANGANim.bJANGANatik@oJANGANutlook.cJANGANom", "bim.batik@outlook.com"),
        ("uullllaa @@ ggmmaaiill .. ccoomm", "ulla@gmail.com"),
        ("xiqdvaw @ bawzceyt . dsgk", "ida@azet.sk"),
        ("7ulla7kiln7 @ 7proton7.7me7", "ullakiln@proton.me"),
        ("ñolgañ.ñvalñ@outñlook.ñes", "olga.val@outlook.es"),
    ],
)
def test_what_is_strewn_in_is_taken_out(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("see petra-DOT-kiln-AT-gmail-DOT-com.pdf for it", "petra.kiln@gmail.com"),
        ("see cv-siv-loom_at_torfhof_punkt_de.docx", "siv-loom@torfhof.de"),
        ("demo_v2__luc.mey_chez_free_pt_fr__hein.mp3", "luc.mey@free.fr"),
        ("l\nu\nc\n@\nik\nme\none a line", "luc@ik.me"),
        ("B1 | luc\nB2 | at\nB3 | fernmill\nB4 | co\nB5 | za\n\nas said", "luc@fernmill.co.za"),
        ("Main: eel\n  chef\n  at\n  lis\n  dot com\n  dot au\nDessert: fig", "chef@lis.com.au"),
        ("A1: ines\nB1: .\nC1: paz\nD1: @\nE1: mail.pt\nF1: =CONCAT(A1:E1)", "ines.paz@mail.pt"),
        ("ulla (at) fernmill • it, short like the note", "ulla@fernmill.it"),
        ("ullakiln  @  ya hoo  . c o m", "ullakiln@yahoo.com"),
        ("ulladotkilnatgmaildotcom", "ulla.kiln@gmail.com"),
        ("ulla//fernmill//org (// is no path)", "ulla@fernmill.org"),
        ("biuro*fern-mill*pl", "biuro@fern-mill.pl"),
        ("ulla·kiln ⊕ fernmill·org", "ulla.kiln@fernmill.org"),
        ("ulla🦆fernmill.gr", "ulla@fernmill.gr"),
        ("nadia 🟡 kiln 🌀 hot mail 🟡 fr", "nadia.kiln@hotmail.fr"),
    ],
)  # fmt: skip
def test_pieces_are_put_together(text: str, value: str) -> None:
    assert likely(EMAIL, text) == {value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("щдупегкщм потом собака потом пьфшдюсщь", "olegturov@gmail.com"),
        ("наберіть: ьфкефюдшы равлик глкютуе", "marta.lis@ukr.net"),
        ("اكتب: ىشيشزيعلا ثم القوقعة ثم لةشهمزؤخة", "nada.dub@gmail.com"),
        ("بزن سشقش.فشقا بعدش لپشهم.زخپ", "sara.tarh@gmail.com"),
        ("치면 됩니다: ㅡㅑ두_팽 @ ㅎㅡㅁㅑㅣ.채ㅡ", "mien_vod@gmail.com"),
    ],
)
def test_what_another_keyboard_would_have_typed_is_read(text: str, value: str) -> None:
    assert likely(EMAIL, text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "1 | logo\n2 | at\n3 | banner\n4 | de",
        "Item\nLook\nat\nthe\nlogo\nin",
        "we met at\nnoon\nin\nBerlin",
        "Table «at» the end of the hall ‹a› logo ‹b› font",
        "name_at_the_end.pdf, meet_at_cafe_de_paris.jpg and look_at_me_dot_com.txt",
        "int a[i]b[j] = c(x)d(y), then e[f]g[h]de",
        "Steps (1) open (2) close (3) look (at) the (.) net (de)",
        "dates 12-10-20, 11-5-21; grade A = 1, B = 2, and mail it",
        "rgb 100 101 102 103 104 105 106 107 108",
        "HTML · CSS · JS ⊕ design · it, en·de·pl",
        '["a", "b"].join("@") and "@".join(["c", "d"])',
        "react//redux//net and src//mains//org are folders, a**bold**pl word, logo|banner|org",
        "page 22 33 44 of the nokia manual, then mention @anna",
        "lines - - - and ... --- ... in the sketch, then at noon",
        "anecdotsatnoon is the title, and Tim @ work . in the evening",
        "photo_at_night_in_it.png",
        "pnpm add @scope/rot13@next, the alphabet a=1",
    ],
)
def test_look_alikes_of_decoded_addresses_are_none(text: str) -> None:
    assert likely(EMAIL, text) == set()


def test_letters_of_another_script_are_part_of_talk_and_names() -> None:
    assert likely(EMAIL, "读作wang或li@qq.com") == {"li@qq.com"}
    assert "mller@gmx.de" not in likely(EMAIL, "müller@gmx.de")
    assert likely(EMAIL, "Рун ил ыак, по-английски; привет глк") == set()


def test_an_address_is_kept_though_it_could_be_moved_or_cut() -> None:
    assert likely(EMAIL, "anna@hotelmail.com") == {"anna@hotelmail.com"}
    assert likely(EMAIL, "Info@MyGmailTools.com, rot13 is on page 2") == {"info@mygmailtools.com"}


def test_a_cipher_that_is_told_of_is_undone_for_any_house() -> None:
    told = "the key is ROT13: bgvf.jera@zneyobneq.pbz"
    assert likely(EMAIL, told) == {"otis.wren@marlboard.com"}
    assert likely(EMAIL, "bgvf.jera@zneyobneq.pbz") == set()


def test_a_short_word_is_joined_beside_a_long_one_with_the_same_sign() -> None:
    text = "w|r|e|n|f|o|r|g|e (at) p|r|o|t|o|n (.) m|e"
    assert likely(EMAIL, text) == {"wrenforge@proton.me"}
