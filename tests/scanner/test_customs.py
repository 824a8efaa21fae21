"""Numbers told by a list that the reader knows, and what is only talk of such a list."""

from __future__ import annotations

import pytest

from scanner.detectors.phones.detector import PhoneDetector
from scanner.message import Message
from scanner.views import read
from tests.scanner.detecting import LANGUAGES, likely

PHONE = PhoneDetector(LANGUAGES.regions_of)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("prof de géo ? le 07, puis Orne, Finistère, Vaucluse, Hautes-Alpes", "0761298405"),
        ("plaka plaka yazın: 0532, 4, Bursa, Ankara, Van", "05324160665"),
        ("caller's style: zero, lucky seven, two fat ladies, legs eleven, red raw, cup of tea, man"
         " alive, garden gate", "07881164358"),
        ("con la smorfia: 347, 'o pazzo, gli anni di Cristo, la paura e un cinque", "3472233905"),
        ("照天干报：甲丙辛，丁癸己庚，乙戊壬丙", "13840672593"),
        ("con giáp: 090, Thìn, Dần, Mùi, Mão, Tỵ, Sửu, Ngọ", "0905384627"),
        ("each month is its number: zero, July, May, August, March, September, January, April, "
         "February, June, June", "07583914266"),
        ("by atomic numbers: F H N, Li Be He, C O B H", "9173426851"),
        ("ゼロハチゼロ、いい国、よろしく、の語呂です", "08011924649"),
        ("공일공 친구사이 천사, 외우기 쉽죠", "01079421004"),
    ],
)  # fmt: skip
def test_a_number_is_read_by_its_list(text: str, digits: str) -> None:
    assert any(digits in view.text for view in read(Message(text=text)).readings)


@pytest.mark.parametrize(
    "text",
    [
        "départements de la région : Aisne, Nord, Oise, Pas-de-Calais, Somme. Appelez-les",
        "fiscal year calendar: July, August, September, October, November, December, January, May",
        "au 04: départements Aisne, Nord, Oise, Pas-de-Calais, appelez le support",
        "Nous livrons 4 départements, Gironde, Nord, Finistère et Orne, appelez le support",
        "content calendar, call it done: January 4, February 4, March 5, April 4, May 6 posts",
        "the bingo flyer needs a lucky seven, a garden gate and two fat ladies, call the printer",
        "periodic table poster: he said it could be big, be bold, C N O rows, call it A2",
        "照天干排序的表格需要甲乙丙三列，电话字段保留",
        "よろしくお願いします。お電話は不要です",
    ],
)
def test_talk_of_a_list_gives_no_number(text: str) -> None:
    assert likely(PHONE, text) == set()
