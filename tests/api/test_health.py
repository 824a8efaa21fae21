"""Those who keep it running see how it is, and nothing of what people write."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.api.conftest import ADDRESS, INNOCENT, OFFER, Market, Open


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics", "/openapi.json", "/docs"])
def test_health_and_documents_need_no_key(door: Market, path: str) -> None:
    del door.headers["authorization"]
    assert door.get(path).status_code == 200


def test_ready_says_so_of_every_part_with_the_versions(market: Market) -> None:
    answer = market.get("/readyz")
    assert answer.status_code == 200
    ready = answer.json()
    assert ready["status"] == "ready"
    assert ready["parts"] == {
        "database": "ok",
        "redis": "ok",
        "models": "ok",
        "engine": "ok",
        "server": "ok",
    }
    assert ready["version"] == market.get("/livez").json()["version"]
    verdict = market.tell("/v1/previews", {"text": INNOCENT}).json()
    assert ready["versions"] == verdict["versions"]


def test_without_redis_it_is_degraded_and_still_ready(
    open_market: Open, sqlite_url: str, tmp_path: Path
) -> None:
    market = open_market(sqlite_url, f"unix://{tmp_path / 'nobody.sock'}")
    answer = market.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["parts"]["redis"] == "does not answer"


def test_without_the_database_it_is_alive_and_not_ready(
    open_market: Open, redis_url: str, tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "gone.db"
    shutil.copyfile(sqlite_template, path)
    market = open_market(f"sqlite:///{path}", redis_url)
    market.parts.database.close()
    path.unlink()
    path.mkdir()
    answer = market.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert answer.json()["parts"] == {
        "database": "does not answer",
        "redis": "ok",
        "models": "ok",
        "engine": "ok",
        "server": "ok",
    }
    assert market.get("/livez").status_code == 200
    assert market.get("/metrics").status_code == 200


def test_database_of_another_version_is_not_ready_and_says_the_command(market: Market) -> None:
    with market.parts.database.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0022'")
    answer = market.get("/readyz")
    assert answer.status_code == 503
    assert "inbounds db upgrade" in answer.json()["parts"]["database"]


def test_metrics_count_by_route_and_name_nobody(market: Market) -> None:
    market.tell("/v1/scans", {"id": "m-secret", "room": "r-secret", "text": OFFER})
    market.tell("/v1/messages", {"id": "n-secret", "text": INNOCENT})
    market.get("/v1/messages/m-secret")
    market.get("/v1/messages/o-secret")
    market.get("/v1/p-secret")
    market.request("SECRET", "/v1/scans")
    market.get("/console/q-secret")
    text = market.get("/metrics").text
    for line in (
        'inbounds_http_requests_total{method="POST",route="/v1/scans",status="200"} 1.0',
        'inbounds_http_requests_total{method="GET",route="/v1/messages/{id}",status="404"} 1.0',
        'inbounds_http_requests_total{method="GET",route="unknown",status="404"} 1.0',
        'inbounds_http_requests_total{method="other",route="/v1/scans",status="405"} 1.0',
        'inbounds_http_request_seconds_count{method="POST",route="/v1/scans"} 1.0',
        "inbounds_messages_waiting 1.0",
        "inbounds_cases_open 1.0",
        "inbounds_cases_claimed 0.0",
    ):
        assert line in text
    assert "secret" not in text.lower()
    assert ADDRESS not in text
    routes = set(re.findall(r'route="([^"]+)"', text))
    assert {route for route in routes if "secret" in route} == set()


def test_waiting_messages_and_claims_are_gauges_of_the_moment(market: Market) -> None:
    market.tell("/v1/messages", [{"id": f"m-{number}", "text": OFFER} for number in range(3)])
    assert "inbounds_messages_waiting 3.0" in market.get("/metrics").text
    market.judge_waiting()
    case = market.get("/v1/cases").json()["cases"][0]["id"]
    market.tell(f"/v1/cases/{case}/claim", {"moderator": "Mona"})
    text = market.get("/metrics").text
    assert "inbounds_messages_waiting 0.0" in text
    assert "inbounds_cases_open 2.0" in text
    assert "inbounds_cases_claimed 1.0" in text


def test_console_is_found_without_the_slash(door: Market) -> None:
    answer = door.get("/console", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
