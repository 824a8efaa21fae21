"""Webhooks are made, changed over, ended and helped by hand."""

from __future__ import annotations

from pathlib import Path

from store.database import Database
from store.webhooks import list_webhooks
from tests.api.test_webhooks import kill_deliveries
from tests.cli.test_admin import inbounds, refused
from tests.worker.posting import Post


def test_webhook_by_hand_from_the_first_to_the_last(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    def run(*arguments: str) -> list[str]:
        ran = inbounds("webhooks", *arguments, url=database_url, var_dir=tmp_path)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.splitlines()

    url = "https://shop.example/hook"
    (secret,) = run("add", "shop", url)
    assert secret.startswith("whsec_")
    post = Post(database)
    with database.read() as connection:
        (webhook,) = list_webhooks(connection, now=post.now)
    assert webhook.secrets == (secret,)
    (new,) = run("rotate", "shop")
    assert run("list") == [f"shop\t{url}\t2 secret(s)", "0 waiting, 0 dead"]
    post.judge()
    post.judge("m-2", "allow")
    kill_deliveries(database)
    lines = [line.split("\t") for line in run("dead")]
    assert [line[1:] for line in lines] == [
        ["shop", "message.judged", "m-1", "1", "503"],
        ["shop", "case.opened", "m-1", "1", "503"],
        ["shop", "message.judged", "m-2", "1", "503"],
    ]
    assert run("resend", lines[0][0]) == ["1 will be sent again"]
    assert run("resend", "--all") == ["2 will be sent again"]
    assert run("dead") == []
    run("remove", "shop")
    assert run("list") == ["0 waiting, 0 dead"]
    assert new != secret


def test_what_cannot_be_is_refused(database_url: str, tmp_path: Path) -> None:
    def told(*arguments: str) -> str:
        return refused(inbounds("webhooks", *arguments, url=database_url, var_dir=tmp_path))

    assert "https://" in told("add", "shop", "ftp://shop.example/")
    assert "shop" in told("rotate", "shop")
    assert "shop" in told("remove", "shop")
    assert "7" in told("resend", "7")
