"""A webhook leads where it was meant to, and to no machine of our own by mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from store.database import Database
from store.webhooks import add_webhook, remove_webhook
from tests.worker.posting import Post, Receiver
from worker import targets
from worker.webhooks import Sender


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.1.2.3/",
        "https://192.168.0.1/",
        "https://172.16.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "http://8.8.8.8/",
    ],
)
def test_private_addresses_and_plain_http_are_refused(database: Database, url: str) -> None:
    post = Post(database)
    post.sender = Sender(database, now=lambda: post.now)
    post.add(url)
    post.judge(decision="allow")
    assert post.sender.send_due() == 1
    assert post.failures() == {"TargetError"}


@pytest.mark.parametrize(
    "url",
    ["", "shop", "ftp://shop.example/", "https://", "https://a:b@shop.example/", "https://x:0/"],
)
def test_url_of_another_form_is_refused_when_it_is_added(url: str) -> None:
    with pytest.raises(targets.TargetError):
        targets.parse(url)


def test_name_is_refused_when_only_one_of_its_addresses_is_private(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", answers(["8.8.8.8", "10.0.0.7"]))
    with post.database.begin() as connection:
        add_webhook(connection, name="other", url="https://shop.example/", now=post.now)
    post.judge(decision="allow")
    post.send_all()
    assert post.failures() == {None, "TargetError"}


def answers(*rounds: list[str]) -> Callable[..., list[Any]]:
    """A name server that answers otherwise each time."""
    left = [list(addresses) for addresses in rounds]

    def getaddrinfo(host: str, port: int, *given: Any, **named: Any) -> list[Any]:
        if host.replace(".", "").isdigit():
            return [(2, 1, 6, "", (host, port))]
        return [(2, 1, 6, "", (address, port)) for address in left.pop(0)]

    return getaddrinfo


def test_name_is_looked_up_once_and_the_call_goes_to_what_was_checked(
    post: Post, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", answers(["127.0.0.1"]))  # a second time would break
    with post.database.begin() as connection:
        remove_webhook(connection, name="shop", now=post.now)
        url = f"http://hook.shop.example:{receiver.port}/hook"
        add_webhook(connection, name="other", url=url, now=post.now)
    post.judge(decision="allow")
    post.send_all()
    ((headers, _),) = receiver.heard
    assert headers["host"] == f"hook.shop.example:{receiver.port}"
