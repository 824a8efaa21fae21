"""Numbers that the reader is to reckon, and of which country a number is by its tens."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from tests.scanner.detecting import LANGUAGES, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("take two away from each digit and ring me in Leeds: 29649 183 044", "+447427961822"),
        ("9530562981, +1 op elk cijfer, dan bel je me", "+31641673092"),
        ("1763529822 mais chaque chiffre a un de trop, appelez-moi", "+33652418711"),
        ("llámame, el anterior de cada: 7 2 3 / 0 1 5 / 5 5 8", "+34612904447"),
        ("haz las cuentas y llama en Madrid: 611+1, 903+1, 445+2", "+34612904447"),
        ("catch me at (2·300+17)-(542)-(2300+68)", "+16175422368"),
        ("1224809894 : 2 = y me llamas a Sevilla", "+34612404947"),
        ("0000 0100 0001 0010 0110 0110 0011 1001 0000 1000, me in Perth", "+61412663908"),
        ("bel 0x263f1b84 in decimalen, in Utrecht", "+31641670020"),
        ("pquqrpowyeq, top row of the keyboard, rings in Berlin", "+491714092631"),
        ("dial me in letters: 1-888-NEWCOAT", "+18886392628"),
    ],
)
def test_a_number_that_is_to_be_reckoned_is_what_comes_out(text: str, number: str) -> None:
    """What stands there is a number too at times, and not the one that is meant."""
    assert number in likely(PHONE, text), text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("o seven four ate one, 622, oh double nine", "+447481622099"),
        ("nullfuffzehnzwo, drei acht, vier null, neun, siebenfuffzig, acht", "+4915238409578"),
        ("null nünesibezg, zweihundertfüfzg, nünzäh, null acht, Züri", "+41792501908"),
        ("tre quatto nove, seje doje uno, quatto cinche, uotto uotto, a Napoli", "+393496214588"),
        ("me liga: trinta e um, depois o nove, oito quatro cinco três, sete um nove meia",
         "+5531984537196"),
        ("6cinco3-8siete1-4ocho0, en Madrid", "+34653871480"),
        ("zéro septante-huit, quatre cent douze, trente, cinquante-deux", "+41784123052"),
        ("nul vier zes acht, eenentwintig, veertig, zestien", "+32468214016"),
        ("0676 vierundsechzig null drei acht eins fünf", "+436766403815"),
        ("bel my gerus: nul agt drie, 412, sewe nege een vier", "+27834127914"),
        ("in Leeds 0_7_4_2_7 . 9_6_1 . 8_2_2 after 6 or so", "+447427961822"),
        ("meu zap 11🍐98364🍐7215", "+5511983647215"),
        ("1822569743 come un gambero, a Torino", "+393479652281"),
        ("ring the figures: 1) 079 2) 46 3) 018 4) 233", "+447946018233"),
    ],
)  # fmt: skip
def test_more_ways_to_say_and_part_a_number(text: str, number: str) -> None:
    """Dialects, sounds, and tens that only some of a tongue say."""
    assert number in likely(PHONE, text, least=0.0), text


@pytest.mark.parametrize(
    "text",
    [
        "check every digit of the list, one by one: 41228 83019",
        "add one caption to each figure, 300 400 500 pixels wide",
        "1224809894 : 2 runs of the test took an hour",
        "0100 1000 0110 1001 0010 0001 0100 1000 0110 spells a greeting",
        "rooms are 12+1, 14+1, 16+2, do the maths for the beds",
        "(2+3)-(4)-(5*6) is what the pupil wrote",
        "a qwerty keyboard for my repertoire",
        "their ad says 1-800-FLOWERS in every break",
        "register 0x263f1b84 is in decimal in the log",
        "le dossier est à retourner avant le 30, page 12",
        "4 mails, my phone rings at each: 1) on day 0 2) on day 3 3) on day 7 4) on day 14",
    ],
)
def test_what_is_only_counted_or_coded_is_no_number(text: str) -> None:
    """Sums, bits and addresses of daily work."""
    assert not likely(PHONE, text), text
