"""Whatever anybody sends: no 5xx, and every answer as the OpenAPI document has it.

schemathesis makes the requests from the document, fit and unfit ones, and holds the answers
against it: status, media type, headers and shape; what is fit has to be taken, the rest refused.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from sqlalchemy import update

from api.app import create_app
from config.settings import Settings
from scanner.road import Scanner
from store.database import Database
from store.keys import create_key
from store.schema import api_keys
from tests.api.conftest import OFFER, Market
from tests.api.test_authorisation import RULES

EXAMPLES = 20  # of each call and kind; with what schemathesis tries by itself, some 3,000 requests
OUR_KEY_ID = 2**40  # that no request finds and revokes


@pytest.fixture(scope="module")
def peopled(
    scanner: Scanner, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Market]:
    """The API with a message, a case and a key, so that some requests find something."""
    folder = tmp_path_factory.mktemp("schemathesis")
    shutil.copyfile(sqlite_template, folder / "inbounds.db")
    url = f"sqlite:///{folder / 'inbounds.db'}"
    database = Database.open(url)
    with database.begin() as connection:
        create_key(connection, name="old", scopes=["read"], now=datetime.now(UTC))
    database.close()
    app = create_app(
        Settings(
            var_dir=folder,
            database_url=url,
            redis_url=f"unix://{folder / 'nobody.sock'}",
            key_rate=10_000_000,
        ),
        scanner=scanner,
    )
    with Market(app) as market:
        with market.parts.database.begin() as connection:
            ours = update(api_keys).where(api_keys.c.name == "marketplace")
            connection.execute(ours.values(id=OUR_KEY_ID))
        market.tell("/v1/scans", {"id": "m-1842-seen", "text": OFFER})
        yield market


@pytest.fixture(scope="module")
def described(peopled: Market) -> Any:
    """What schemathesis makes of the document."""
    return schemathesis.openapi.from_asgi("/openapi.json", peopled.app)


NOTHING_TO_GET_WRONG = {"/v1/keys", "/livez", "/readyz", "/metrics"}  # no parameter and no body
CALLS = [
    (method, path, mode)
    for method, path in RULES
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or path not in NOTHING_TO_GET_WRONG
]


@pytest.mark.parametrize(
    ("method", "path", "mode"), CALLS, ids=[f"{m} {p} {mode.value}" for m, p, mode in CALLS]
)
def test_every_answer_is_as_documented(
    peopled: Market, described: Any, method: str, path: str, mode: GenerationMode
) -> None:
    @given(described[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def holds(case: Any) -> None:
        answer = case.call(headers={"Authorization": peopled.headers["authorization"]})
        # An idempotency key that comes with another request is refused, as fit as both may be.
        came_before = "idempotency-key-reused" in answer.text
        # That the key is ours and not its own it does not see; test_authorisation.py has this.
        excluded = [ignored_auth, *([positive_data_acceptance] if came_before else [])]
        case.validate_response(answer, excluded_checks=excluded)

    holds()
