"""What the people who run this may set, all from the environment, each name led by INBOUNDS_.

Every process reads it once at its edge with ``Settings.read()`` and hands it on; nothing here is
global. Rules, policy and models are not settings: they are files with versions of their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from config.keys import Key, parse_keys
from config.roles import Role
from config.single_sign_on import RoleOf, check_issuer, gaps

PREFIX = "INBOUNDS_"
ROOT = Path(__file__).resolve().parents[1]

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_DRIVERS = {  # what people write, and the driver that is installed for it
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_REDIS_SCHEMES = ("redis", "rediss", "unix")


class SettingsError(Exception):
    """Some settings cannot be used. The text names every one of them, and what to write instead."""


def _duration(value: object) -> object:
    """A whole number with a unit becomes a timedelta; anything else is left to be refused."""
    if isinstance(value, str) and (match := re.fullmatch(r"([1-9]\d{0,8})([smhd])", value)):
        return timedelta(seconds=int(match[1]) * _SECONDS[match[2]])
    if isinstance(value, timedelta) and value > timedelta(0):
        return value
    raise ValueError("write a whole number over 0 and a unit, s, m, h or d, like 15m")


Duration = Annotated[timedelta, BeforeValidator(_duration)]


def _networks(value: object) -> object:
    """Networks parted by commas; anything else is left to be refused."""
    if not isinstance(value, str):
        return value
    try:
        return tuple(ip_network(part.strip()) for part in value.split(","))
    except ValueError:
        raise ValueError("write networks parted by commas, like 10.0.0.0/8,fd00::/8") from None


Networks = Annotated[tuple[IPv4Network | IPv6Network, ...], BeforeValidator(_networks)]


def _keys(value: object) -> object:
    """Keys parted by commas; anything else is left to be refused."""
    return parse_keys(value) if isinstance(value, str) else value


Keys = Annotated[tuple[Key, ...], BeforeValidator(_keys)]


class Settings(BaseModel):
    """Everything that may be set. The defaults run the whole product on one machine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    var_dir: Path = ROOT / "var"
    """Where everything is kept that is written at run time: database, keys, Redis' own files."""

    database_url: str = Field(
        default_factory=lambda known: f"sqlite:///{known['var_dir'] / 'inbounds.db'}", repr=False
    )
    """SQLAlchemy address of the only memory: SQLite in ``var_dir``, or postgresql://…"""

    redis_url: str | None = Field(default=None, repr=False)
    """redis://, rediss:// or unix:// address; None is the Redis that `inbounds run` embeds."""

    host: str = "127.0.0.1"
    """Address the HTTP server listens on."""

    port: int = Field(default=8000, ge=1, le=65_535)
    """Port the HTTP server listens on."""

    trusted_proxies: str = "127.0.0.1,::1"
    """Addresses or networks, parted by commas, of proxies whose X-Forwarded-… headers are true."""

    drain_seconds: int = Field(default=0, ge=0, le=300)
    """Seconds that a server goes on after it was told to stop, while `/readyz` refuses."""

    workers: int = Field(default=2, ge=1, le=256)
    """Judging processes that `inbounds run` starts."""

    queue_limit: int = Field(default=100_000, ge=1)
    """Waiting messages at which no more are accepted, and callers are told to come back."""

    scan_budget_ms: int = Field(default=10_000, ge=1)
    """Milliseconds after which no further detector reads a message; it is flagged, unread."""

    batch_size: int = Field(default=64, ge=1, le=1000)
    """Messages that a worker judges in one go when many wait."""

    judging_lease: Duration = timedelta(minutes=2)
    """How long a message belongs to the worker that took it before another may take it."""

    sweep_every: Duration = timedelta(seconds=10)
    """How often it is looked whether accepted messages were left unjudged."""

    claim_lease: Duration = timedelta(minutes=5)
    """How long a case belongs to the moderator who claimed it, since the last sign of life."""

    second_look_share: float = Field(default=0.05, ge=0, le=1)
    """Share of the decisions that somebody else decides once more without seeing them."""

    second_look_seed: str = "inbounds"
    """What is mixed with a case's id to tell whether it is of the share."""

    golden_share: float = Field(default=0.02, ge=0, le=1)
    """Share of the turns that bring a golden item, to those whom one can still teach."""

    key_rate: int = Field(default=30_000, ge=1, le=10_000_000)
    """Requests a minute that a key without a rate of its own may make of one server process."""

    keep_allowed: Duration = timedelta(days=30)
    """How long the text of a message without a case is kept, since it was judged."""

    keep_cases: Duration = timedelta(days=190)
    """The same with a case, since it was decided; since it was opened, where nobody decided."""

    keep_labels: Duration = timedelta(days=90)
    """How long a label on a finding names the moderator who gave it."""

    keep_details: Duration = timedelta(days=365)
    """How long keyed fingerprints of details are kept, since the verdict."""

    keep_traffic: Duration = timedelta(days=30)
    """How long events of the outbox and idempotency keys are kept."""

    retention_every: Duration = timedelta(hours=1)
    """How often workers take out what was kept for its time."""

    webhook_networks: Networks = ()
    """Private networks, parted by commas, that webhooks may be sent to, like 10.0.0.0/8."""

    text_keys: Keys = Field(default=(), repr=False)
    """Keys that encrypt what people wrote, the newest first, as `inbounds secrets new` prints."""

    fingerprint_keys: Keys = Field(default=(), repr=False)
    """Keys that fingerprint details, the newest first; without one, details are not linked."""

    password_login: bool = True
    """Whether a name and a password open the console."""

    oidc_issuer: str | None = None
    """Issuer of an OpenID Connect provider that people log in through; None asks none."""

    oidc_name: str = Field(default="single sign-on", max_length=60)
    """What people call the provider; the button says it."""

    oidc_client_id: str | None = Field(default=None, max_length=255)
    """What the provider calls this desk."""

    oidc_client_secret: str | None = Field(default=None, repr=False)
    """What the desk shows the provider; None is a public client, which PKCE alone protects."""

    oidc_scopes: str = "openid profile"
    """What the provider is asked for, parted by blanks, openid among it."""

    oidc_name_claim: str = "preferred_username"
    """The claim that names somebody who gets a login here."""

    oidc_roles_claim: str | None = None
    """The claim with groups or roles that decide a role at each login; None leaves it to admins."""

    oidc_roles: RoleOf = ()
    """Which group is which role, like desk-leads=lead; none where the claim holds roles."""

    oidc_role: Role | None = None
    """The role of those for whom the claim has none; None refuses them."""

    oidc_new_people: bool = False
    """Whether somebody whom the provider knows and nobody here gets a login."""

    traces_url: str | None = Field(default=None, repr=False)
    """Where traces are sent, OTLP over HTTP; None makes none."""

    traces_share: float = Field(default=1.0, ge=0, le=1)
    """Share of the requests that are traced, where the caller has not decided already."""

    worker_metrics_port: int | None = Field(default=None, ge=1, le=65_535)
    """Port on which a worker answers /metrics, else the next free one; None does not answer."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least serious log lines that are written."""

    log_format: Literal["json", "console"] | None = None
    """One JSON object a line, or for human eyes; None is console on a terminal, else json."""

    @field_validator("var_dir")
    @classmethod
    def _from_here(cls, value: Path) -> Path:
        try:
            return value.expanduser().resolve()
        except RuntimeError:
            raise ValueError("nobody has that home folder; write the whole path") from None

    @field_validator("database_url")
    @classmethod
    def _with_driver(cls, value: str) -> str:
        scheme, mark, rest = value.partition("://")
        if not mark or not rest or scheme not in _DRIVERS:
            raise ValueError(
                "write sqlite:///path/to/file.db or postgresql://user:password@host/database"
            )
        return f"{_DRIVERS[scheme]}://{rest}"

    @field_validator("redis_url")
    @classmethod
    def _known_scheme(cls, value: str | None) -> str | None:
        if value is not None and value.partition("://")[0] not in _REDIS_SCHEMES:
            raise ValueError("write redis://host:6379/0, rediss://… or unix:///path/to/redis.sock")
        return value

    @field_validator("traces_url")
    @classmethod
    def _over_http(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/]", value):
            raise ValueError("write http://collector:4318/v1/traces")
        return value

    @field_validator("oidc_issuer")
    @classmethod
    def _issuer(cls, value: str | None) -> str | None:
        return None if value is None else check_issuer(value)

    @classmethod
    def read(cls, environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """The settings of this process: what is ``given`` first, then the environment.

        Raises SettingsError that names every wrong value and every unknown name at once.
        """
        named = {
            name[len(PREFIX) :].lower(): value
            for name, value in environ.items()
            if name.startswith(PREFIX)
        }
        known = cls.model_fields
        problems = [_unknown(name, known) for name in named if name not in known]
        problems += [_empty(name) for name, value in named.items() if name in known and not value]
        values = {name: value for name, value in named.items() if name in known and value}
        try:
            settings = cls.model_validate(values | given)
        except ValidationError as error:
            problems += [
                _wrong(detail)
                for detail in error.errors(include_url=False)
                if detail["type"] != "default_factory_not_called"
            ]
        else:
            problems += [f"{PREFIX}{name.upper()}: {fix}" for name, fix in gaps(settings)]
        if problems:
            raise SettingsError("\n".join(sorted(problems)))
        return settings

    @property
    def http_address(self) -> str:
        """Where a program on this machine reaches the HTTP server."""
        everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # asked after, not listened at  # nosec B104
        reachable = everywhere.get(self.host, self.host)
        return f"http://{f'[{reachable}]' if ':' in reachable else reachable}:{self.port}"

    @property
    def redis_socket(self) -> Path:
        """Where the Redis that `inbounds run` embeds listens."""
        return self.var_dir / "redis.sock"

    @property
    def first_login_file(self) -> Path:
        """Where `inbounds run` keeps the login and the key that it made for a newcomer."""
        return self.var_dir / "first-login.json"

    @property
    def redis_address(self) -> str:
        """The Redis to use: the one that is set, else the embedded one, whether it runs or not."""
        return self.redis_url or f"unix://{self.redis_socket.resolve()}"

    def prepare(self) -> None:
        """``var_dir`` stands, open to its owner alone, since it holds people's messages."""
        self.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)


def _empty(name: str) -> str:
    return f"{PREFIX}{name.upper()}: is empty; give it a value or unset it"


def _unknown(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {PREFIX}{near[0].upper()}?" if near else "unset it"
    return f"{PREFIX}{name.upper()}: no such setting; {hint}"


def _wrong(detail: ErrorDetails) -> str:
    name = str(detail["loc"][0])
    # An address may hold a password, and a key is one, so such a value is not repeated.
    value = "the value" if name.endswith(("_url", "_keys", "_secret")) else repr(detail["input"])
    message = detail["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{name.upper()}: {value} cannot be used; {message}"
