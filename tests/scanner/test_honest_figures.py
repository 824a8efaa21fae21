"""Messages about work in which lists, names, routes and codes look like details of somebody."""

from __future__ import annotations

import pytest

from scanner.message import Message
from scanner.road import Scanner

HONEST = (
    "Skapa en mall åt Outlook, tack.",
    "Vi sköter driften åt Hotmail i Norden.",
    "Call the functions in this order:\n- 4150\n- 4190\n- 3862",
    "Here are the cell values:\n1) 415\n2) 419\n3) 3862",
    "Calls:\n- 4154\n- 1938\n- 62",
    "Totals: 415<br>419<br>3862<br>",
    "Mobile visits:<br>4154<br>1938<br>6200",
    "Call `415` `419` `3862` as error codes in the handler.",
    "Kaspi: pay.kaspi.kz/pay docs are only in Russian.",
    "See app.element.io/#/welcome for the design.",
    "Clients: Cloudberry | LinkedIn, Snowhaven | Instagram",
    "Campaigns: Snowhaven (Instagram), Cloudberry (Facebook), Northbrew (TikTok)",
    "Die Teile 0171 294 50 dreißig Stück fehlen.",
    "Open /jane@fernmill.org in the router and it breaks",
    "Test card 4242 4242 4242 4242 in the phone checkout fails.",
    "We use volet as a shutter in French, ref e123456789012.",
    "Telegram... paywallbot",
)


@pytest.mark.parametrize("text", HONEST)
def test_work_that_looks_like_a_detail_is_allowed(scanner: Scanner, text: str) -> None:
    assert scanner.scan(Message(text=text)).decision == "allow"


@pytest.mark.parametrize(
    "text",
    [
        "Transfer to user account 12849201744 please, no fee",
        "My bank: routing 021000021 account 401288471234",
        "telegram: tessera, poi trattino basso, poi e, poi trattino basso, poi malta",
    ],
)
def test_the_same_as_a_detail_is_held(scanner: Scanner, text: str) -> None:
    assert scanner.scan(Message(text=text)).decision == "hold"
