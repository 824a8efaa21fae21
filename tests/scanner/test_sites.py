"""What the address of a site tells of those who made it."""

from __future__ import annotations

import pytest

from scanner.detectors.links.detector import LinkDetector
from scanner.detectors.links.sites import borrowed_name, signs_in
from tests.scanner.detecting import hits


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("usps-otterbox.example.com", "usps"),
        ("privat24.mossquick.pw", "privat24"),
        ("wellsfargomoss.com", "wellsfargo"),
        ("paypa1-moss.example.net", "paypal"),
        ("netf1ix-moss.example.net", "netflix"),
        ("w3llsfarg0-moss.example.net", "wellsfargo"),
        ("amazon.co.uk", None),
        ("signin.ebay.de", None),
        ("mossaws.amazonaws.com", None),
        ("purchase-moss.com", None),
        ("visaomoss.com", None),
    ],
)
def test_a_name_is_borrowed_where_its_owner_did_not_register_the_host(
    host: str, name: str | None
) -> None:
    assert borrowed_name(host) == name


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Payout ready: https://mono-bank.mossquick.live/recv/88120047", "cheap counted borrowed"),
        ("win at http://mossknitting.com/y8mXEyk today", "made"),
        ("track it, mossparcel-desk.com", "bait"),
        ("our shop is mossknitting.com/hats and mossknitting.com/about", ""),
        ("the form is on support.apple.com/kb", ""),
        ("mail jo@mossparcel-desk.com", ""),
        ("it says bit.ly/3kTzQ", ""),  # a service has a detector that knows it
        ("see main.py, v2.10.1 and e.g. this.", ""),
    ],
)
def test_sites_tell_by_ending_path_and_name(text: str, signs: str) -> None:
    told = set(signs_in(text)) - {"unnamed"}
    assert told == set(signs.split())


def test_a_borrowed_name_under_an_ending_for_nothing_is_a_lure() -> None:
    (hit,) = hits(LinkDetector(), "your funds: privat24.mossquick.pw/19948640")
    assert (hit.category, hit.value) == ("scam", "privat24.mossquick.pw/19948640")
    assert hits(LinkDetector(), "our privat24.mossquick.com.ua page") == []
