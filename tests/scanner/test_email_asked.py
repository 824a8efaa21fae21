"""Addresses by what the writer says of their signs and endings, and by what was asked for."""

from __future__ import annotations

import pytest

from scanner.detectors.mail.detector import EmailDetector
from tests.scanner.detecting import likely, values

EMAIL = EmailDetector()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bo.frick#tilework,net (hash=at, comma=dot)", "bo.frick@tilework.net"),
        ("schreib an bo,frick#tilework,de (Raute = at, Komma = Punkt)", "bo.frick@tilework.de"),
        ("marta*lindtorp.se, the star is the at sign", "marta@lindtorp.se"),
        ("marta§lindtorp.se, swap § for the at", "marta@lindtorp.se"),
        ("ines%talleroeste.es, el porcentaje es la arroba", "ines@talleroeste.es"),
        ("olga*kuznya.ru, звёздочка это собака", "olga@kuznya.ru"),
        ("maud@ferncliffstudio, the ending is org", "maud@ferncliffstudio.org"),
        ("maud (at) ferncliffstudio ending in com", "maud@ferncliffstudio.com"),
        ("maud arroba ferncliffstudio, termina en punto es", "maud@ferncliffstudio.es"),
        ("maud@ferncliffstudio and a com at the end", "maud@ferncliffstudio.com"),
        ("maud at ferncliffstudio, Endung de", "maud@ferncliffstudio.de"),
        ("maud.orr, at, our domain ferncliff-marine.co.uk", "maud.orr@ferncliff-marine.co.uk"),
        ("orders AT ferncliffandmoss DOT build with a drawing", "orders@ferncliffandmoss.build"),
        ("maud ⓐ ferncliffwrack ⨀ studio", "maud@ferncliffwrack.studio"),
        ("图发 lan下划线fang 圈a 一六三点com 就行", "lan_fang@163.com"),
        ("hana 밑줄 mochi@naver.com", "hana_mochi@naver.com"),
        ("ines dot orr at the red iff mail com", "ines.orr@rediffmail.com"),
        ("ines full stop orr, at google's mail, dot com", "ines.orr@gmail.com"),
        ("maud.orr at our domain which is ferncliff.org", "maud.orr@ferncliff.org"),
    ],
)
def test_signs_and_endings_are_what_the_writer_says(text: str, value: str) -> None:
    assert value in likely(EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        "price #3 for cups*shop.com, star rating at 5",
        "we are at mainstage, the show ends at 5 in the end",
        "met at our domain fernmill.org, more at our own fernmill.org",
        "rows a*b.de and c#d.net are the keys; comma at the end",
        "the tag #2 is 40% off at fernmill.org",
        "deux sites : www.tansy-vin.fr et tansychateau.fr",
    ],
)
def test_signs_of_the_work_stand_for_themselves(text: str) -> None:
    assert likely(EMAIL, text) == set()


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("do you have hotmail?", "yeah, pipitkilnyard", "pipitkilnyard@hotmail.com"),
        ("gmail?", "pipit.brick", "pipit.brick@gmail.com"),
        (
            "can i have your email?",
            "orders, our domain is ferncliff.co.uk",
            "orders@ferncliff.co.uk",
        ),
    ],
)
def test_a_name_that_was_asked_for_is_of_the_house(asked: str, text: str, value: str) -> None:
    assert values(EMAIL, text, asked=asked) == [value]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("did the mail go to gmail?", "straightaway"),
        ("do you have hotmail?", "yes definitely"),
        ("is the gmail api done?", "completely finished"),
        ("which palette?", "pipitkilnyard"),
        ("gmail is down today", "pipitkilnyard"),
    ],
)
def test_other_answers_are_no_address(asked: str, text: str) -> None:
    assert values(EMAIL, text, asked=asked) == []
