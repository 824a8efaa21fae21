"""What those who watch it go by: metrics as documented, alerts and a dashboard that use them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import promql_parser
import pytest
import yaml
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from config.settings import ROOT, Settings
from store import chores
from store.webhooks import add_webhook
from tests.api.conftest import ADDRESS, INNOCENT, OFFER, Market, Open
from tests.installation import free_port, installed
from tests.worker.posting import HERE, receiving
from worker.judge import Judge, utc_now
from worker.metrics import WorkerMetrics, serve_metrics
from worker.retention import CHORE, Retention, keep_of
from worker.webhooks import Sender

RULES = ROOT / "deploy" / "prometheus" / "alerts.yaml"
DASHBOARD = ROOT / "deploy" / "grafana" / "inbounds.json"
SERIES_MAX = 400  # of one server after a look at everything, buckets among them
PROMETHEUS = {"up"}  # what it makes itself
INTERVAL = "$__rate_interval"  # Grafana's


def told(text: str) -> dict[str, str]:
    """The names that can be asked for, each with its metric."""
    names = {}
    for family in text_string_to_metric_families(text):
        suffixes = {
            "histogram": ("_bucket", "_sum", "_count"),
            "counter": ("_total",),
        }.get(family.type, ("",))
        for suffix in suffixes:
            names[f"{family.name}{suffix}"] = (
                f"{family.name}_total" if family.type == "counter" else family.name
            )
    return names


@pytest.fixture
def everything(market: Market) -> dict[str, str]:
    """All that a server and a worker tell, once everything has happened."""
    metrics = WorkerMetrics()
    metrics.tell_versions(market.parts.scanner.versions)
    Retention(market.parts.database, keep_of(Settings())).run_once()
    return told(market.get("/metrics").text) | told(generate_latest(metrics.registry).decode())


def queries() -> Iterator[tuple[str, str]]:
    """Every expression of the alerts and the dashboard, with whose it is."""
    for rule in rules():
        yield rule["alert"], rule["expr"]
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel.get("targets", ()):
            yield panel["title"], target["expr"].replace(INTERVAL, "5m")


def rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load(RULES.read_text())["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


def test_table_of_metrics_is_what_is_told_no_more_and_no_less(everything: dict[str, str]) -> None:
    page = (ROOT / "docs" / "observability.md").read_text()
    table = re.findall(r"(?m)^\| `(inbounds_\w+)` \|", page)
    assert len(table) == len(set(table))
    ours = {name for name in everything.values() if name.startswith("inbounds_")}
    assert set(table) == ours


def test_every_query_is_promql_and_asks_for_what_is_told(everything: dict[str, str]) -> None:
    for whose, query in queries():
        names = set(re.findall(r"\b(?:inbounds|process)_\w+|\bup\b", query))
        assert names, whose
        assert names - everything.keys() - PROMETHEUS == set(), whose
        promql_parser.parse(query)


def test_metrics_that_all_servers_tell_alike_are_never_added_up() -> None:
    page = (ROOT / "docs" / "observability.md").read_text()
    alike = re.findall(r"(?m)^\| `(inbounds_\w+)` \| [^|]*\| all alike \|", page)
    assert len(alike) > 10
    for whose, query in queries():
        for name in alike:
            assert not re.search(rf"\bsum\b[^()]*\((\w+\()?{name}\b", query), whose


def test_every_alert_has_its_section_in_the_runbook_and_no_section_is_of_none() -> None:
    page = (ROOT / "docs" / "runbook.md").read_text()
    sections = re.findall(r"(?m)^## (.+)$", page)
    assert sections == [rule["alert"] for rule in rules()]
    for rule in rules():
        file, _, anchor = rule["annotations"]["runbook_url"].partition("#")
        assert (ROOT / file).samefile(ROOT / "docs" / "runbook.md")
        assert anchor == rule["alert"].lower()  # as a heading of one word becomes an anchor
        assert rule["labels"]["severity"] in ("critical", "warning")
        assert rule["annotations"]["summary"]
    anchors = {section.lower() for section in sections}
    assert set(re.findall(r"\]\(#([\w-]+)\)", page)) - anchors == set()


def test_every_alert_is_a_rule_as_prometheus_has_it() -> None:
    for rule in rules():
        assert rule.keys() <= {"alert", "expr", "for", "labels", "annotations"}
        assert re.fullmatch(r"\d+[smhd]", rule.get("for", "0m"))
        query = promql_parser.parse(rule["expr"])
        assert isinstance(query, promql_parser.BinaryExpr), "an alert compares something"


def test_panels_of_the_dashboard_stand_beside_each_other() -> None:
    dashboard = json.loads(DASHBOARD.read_text())
    panels = dashboard["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        at = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert max(x for x, _ in cells) < 24
        assert not cells & taken, panel["title"]
        taken |= cells
        assert panel["type"] == "row" or {t["datasource"]["uid"] for t in panel["targets"]} == {
            "${datasource}"
        }


def test_verdicts_are_counted_by_category_and_version_wherever_they_were_made(
    market: Market,
) -> None:
    market.tell("/v1/scans", {"id": "m-1", "text": OFFER})
    market.tell("/v1/scans", {"id": "m-2", "text": INNOCENT})
    market.tell("/v1/previews", {"text": OFFER})
    market.tell("/v1/messages", {"id": "m-3", "text": OFFER})
    metrics, parts = WorkerMetrics(), market.parts
    Judge(parts.database, parts.scanner, name="worker", metrics=metrics).judge_waiting()
    versions = parts.scanner.versions
    told = market.get("/metrics").text + generate_latest(metrics.registry).decode()
    for call, decision, category in (
        ("scan", "hold", "contact.email"),
        ("scan", "allow", "none"),
        ("preview", "hold", "contact.email"),
        ("queue", "hold", "contact.email"),
    ):
        labels = (
            f'call="{call}",category="{category}",decision="{decision}",'
            f'models="{versions.models}",policy="{versions.policy}"'
        )
        assert f"inbounds_verdicts_total{{{labels}}} 1.0" in told
        assert f'inbounds_scan_seconds_count{{call="{call}"}}' in told
    assert "inbounds_verdict_wait_seconds_count 1.0" in told
    assert ADDRESS not in told


def test_age_of_what_waits_is_told_and_is_nothing_when_nothing_does(market: Market) -> None:
    def ages() -> list[float]:
        text = market.get("/metrics").text
        return [
            float(age)
            for age in re.findall(r"(?m)^inbounds_\w+_oldest_waiting_seconds (\S+)", text)
        ]

    assert ages() == [0.0, 0.0, 0.0]
    with market.parts.database.begin() as connection:
        add_webhook(connection, name="shop", url="https://shop.example/", now=utc_now())
    market.tell("/v1/scans", {"id": "m-1", "text": OFFER})
    market.tell("/v1/messages", {"id": "m-2", "text": OFFER})
    hour_ago = {"sqlite": "datetime('now', '-1 hour')", "postgresql": "now() - interval '1 hour'"}
    dialect = market.parts.database.engine.dialect.name
    with market.parts.database.begin() as connection:
        for table, column in (
            ("messages", "received_at"),
            ("cases", "opened_at"),
            ("deliveries", "created_at"),
        ):
            connection.execute(text(f"UPDATE {table} SET {column} = {hour_ago[dialect]}"))
    assert [round(age / 60) for age in ages()] == [60, 60, 60]


def test_answers_of_database_and_redis_are_timed(
    market: Market, open_market: Open, sqlite_url: str, tmp_path: Path
) -> None:
    market.tell("/v1/messages", {"id": "m-1", "text": OFFER})
    told = market.get("/metrics").text
    for verb in ("select", "insert"):
        count = re.search(rf'inbounds_database_seconds_count{{verb="{verb}"}} (\S+)', told)
        assert count is not None
        assert float(count[1]) > 0
    assert 'inbounds_redis_seconds_count{call="ring"} 1.0' in told
    assert "inbounds_redis_failures_total{" not in told
    alone = open_market(sqlite_url, f"unix://{tmp_path / 'nobody.sock'}")
    alone.tell("/v1/messages", {"id": "m-2", "text": OFFER})
    assert 'inbounds_redis_failures_total{call="ring"} 1.0' in alone.get("/metrics").text


@pytest.mark.parametrize(("status", "outcome"), [(204, "delivered"), (410, "refused")])
def test_webhooks_are_counted_by_what_came_of_them(
    market: Market, status: int, outcome: str
) -> None:
    database, metrics = market.parts.database, WorkerMetrics()
    with receiving() as receiver:
        receiver.status = status
        with database.begin() as connection:
            add_webhook(connection, name="shop", url=receiver.url, now=utc_now())
        market.tell("/v1/scans", {"id": "m-1", "text": INNOCENT})
        assert Sender(database, allowed=HERE, metrics=metrics).send_due() == 1
    text = generate_latest(metrics.registry).decode()
    labels = f'event="message.judged",outcome="{outcome}"'
    assert f"inbounds_webhook_attempts_total{{{labels}}} 1.0" in text
    assert 'inbounds_webhook_seconds_count{event="message.judged"} 1.0' in text


def test_labels_do_not_grow_with_traffic(market: Market) -> None:
    def series() -> int:
        families = text_string_to_metric_families(market.get("/metrics").text)
        return sum(len(family.samples) for family in families)

    def talk(number: int) -> None:
        market.tell("/v1/scans", {"id": f"m-{number}", "sender": f"s-{number}", "text": OFFER})
        market.tell("/v1/messages", {"id": f"q-{number}", "room": f"r-{number}", "text": OFFER})
        market.get(f"/v1/messages/m-{number}")
        market.get(f"/v1/nobody-{number}")
        market.request(f"VERB{number}", "/v1/scans")

    talk(0)
    series()
    before = series()
    for number in range(1, 15):
        talk(number)
    assert series() == before < SERIES_MAX


def test_workers_of_one_machine_take_one_port_after_the_other() -> None:
    first, port = WorkerMetrics(), free_port()
    ports = [serve_metrics(first.registry, host="127.0.0.1", port=port) for _ in range(2)]
    assert ports[0] == port < ports[1]
    for one in ports:
        answer = httpx.get(f"http://127.0.0.1:{one}/metrics")
        assert "inbounds_verdict_wait_seconds_count 0.0" in answer.text


def test_worker_process_tells_what_it_judges(
    sqlite_url: str, redis_url: str, tmp_path: Path
) -> None:
    port = str(free_port())
    with installed(
        sqlite_url, redis_url, tmp_path, INBOUNDS_WORKER_METRICS_PORT=port
    ) as installation:
        installation.start("serve")
        installation.start("work")
        installation.until(installation.is_ready)
        installation.ask("POST", "/v1/messages", {"id": "m-1", "text": OFFER})
        installation.until(lambda: installation.waiting() == 0)
        text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    assert re.search(r'inbounds_verdicts_total{call="queue",.*decision="hold".*} 1.0', text)
    assert "inbounds_versions_info{" in text
    assert OFFER not in text


def test_last_run_of_retention_is_told(market: Market) -> None:
    now = utc_now()
    assert "inbounds_retention_done" not in market.get("/metrics").text
    with market.parts.database.begin() as connection:
        chores.take(connection, CHORE, every=Settings().retention_every, now=now)
        chores.note_done(connection, CHORE, now=now)
    told = re.search(
        r"(?m)^inbounds_retention_done_timestamp_seconds (\S+)", market.get("/metrics").text
    )
    assert told is not None
    assert abs(float(told[1]) - now.timestamp()) < 1
