"""Settings come from the environment, and a wrong one is told with its place and its fix."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from config.settings import ROOT, Settings, SettingsError


def refused(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        Settings.read(environ)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "fix"),
    [
        ("PORT", "0", "greater than or equal to 1"),
        ("PORT", "eighty", "integer"),
        ("WORKERS", "0", "greater than or equal to 1"),
        ("BATCH_SIZE", "1001", "less than or equal to 1000"),
        ("CLAIM_LEASE", "15", "like 15m"),
        ("CLAIM_LEASE", "0m", "over 0"),
        ("CLAIM_LEASE", "-5m", "like 15m"),
        ("VAR_DIR", "~nobody-by-this-name/var", "the whole path"),
        ("VAR_DIR", "", "unset it"),
        ("LOG_LEVEL", "LOUD", "'debug', 'info', 'warning' or 'error'"),
        ("DATABASE_URL", "mysql://db", "postgresql://"),
        ("DATABASE_URL", "inbounds.db", "sqlite:///"),
        ("REDIS_URL", "localhost:6379", "redis://"),
    ],
)
def test_wrong_value_names_setting_and_fix(name: str, value: str, fix: str) -> None:
    told = refused({f"INBOUNDS_{name}": value})
    assert told.startswith(f"INBOUNDS_{name}: ")
    assert fix in told
    assert "\n" not in told


def test_wrong_address_is_told_without_its_password() -> None:
    assert "hunter2" not in refused({"INBOUNDS_DATABASE_URL": "mysql://root:hunter2@db"})


def test_addresses_are_not_shown_with_the_settings() -> None:
    settings = Settings.read({"INBOUNDS_DATABASE_URL": "postgresql://tess:hunter2@db/inbounds"})
    assert "hunter2" not in repr(settings)


def test_unknown_setting_is_refused_with_the_nearest_name() -> None:
    assert "INBOUNDS_WORKERS?" in refused({"INBOUNDS_WORKER": "3"})


def test_all_problems_are_told_at_once() -> None:
    told = refused({"INBOUNDS_PORT": "x", "INBOUNDS_WORKERS": "x", "INBOUNDS_NOTHING": "x"})
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "INBOUNDS_NOTHING",
        "INBOUNDS_PORT",
        "INBOUNDS_WORKERS",
    ]


def test_other_programs_settings_are_left_alone() -> None:
    assert Settings.read({"PORT": "x", "REDIS_URL": "x", "PATH": "/bin"}) == Settings()


def test_nothing_set_runs_on_this_machine_alone() -> None:
    settings = Settings.read({})
    assert settings.database_url == f"sqlite:///{ROOT / 'var' / 'inbounds.db'}"
    assert settings.redis_url is None
    assert settings.host == "127.0.0.1"


def test_database_follows_the_folder(tmp_path: Path) -> None:
    settings = Settings.read({"INBOUNDS_VAR_DIR": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path / 'inbounds.db'}"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgres_is_reached_by_the_installed_driver(scheme: str) -> None:
    settings = Settings.read({"INBOUNDS_DATABASE_URL": f"{scheme}://db/inbounds"})
    assert settings.database_url == "postgresql+psycopg://db/inbounds"


def test_durations_are_written_with_a_unit() -> None:
    settings = Settings.read({"INBOUNDS_CLAIM_LEASE": "1h", "INBOUNDS_SWEEP_EVERY": "30s"})
    assert settings.claim_lease == timedelta(hours=1)
    assert settings.sweep_every == timedelta(seconds=30)


def test_what_is_given_outright_wins_over_the_environment() -> None:
    assert Settings.read({"INBOUNDS_PORT": "9000"}, port=9001).port == 9001


def test_folder_for_peoples_messages_is_open_to_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(var_dir=tmp_path / "deep" / "var")
    settings.prepare()
    assert settings.var_dir.stat().st_mode & 0o077 == 0
