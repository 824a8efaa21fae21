"""The house stands as drawn: rooms, floors, sizes, names, and nothing of anybody's machine."""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from config.logs import FIELDS
from config.settings import PREFIX, ROOT, Settings
from scanner.detectors import DETECTORS

FOLDERS = {"scanner", "models", "rules", "api", "worker", "data", "tests"}
ROOMS = {"api", "bench", "cli", "config", "console", "models", "scanner", "store", "worker"}
NOT_THINGS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "misc"}
CODE = {".py", ".js", ".css", ".html"}
LINES_MAX = 400  # design/STYLE, functions
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}
LOCKS = ("requirements.txt", "requirements-dev.txt")

# Spelled in pieces, so that this file does not find itself.
REGISTRIES = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", r"npmjs\." + "org"]))
MACHINES = re.compile(r"(?<![\w.:/-])/(?:" + "|".join(["wo" + "rk", "ro" + "ot"]) + ")/")

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
IGNORED = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()]


def ours(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, nothing that git ignores."""
    for path in sorted(folder.iterdir()):
        if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in IGNORED):
            continue
        if path.is_dir():
            yield from ours(path)
        else:
            yield path


FILES = list(ours())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_required_folders_stand_at_the_top() -> None:
    assert {folder for folder in FOLDERS if not (ROOT / folder).is_dir()} == set()


def test_no_dependency_shadows_a_room() -> None:
    owners = packages_distributions()
    assert {room: owners[room] for room in ROOMS if set(owners.get(room, ())) - {"inbounds"}} == {}
    for room in ROOMS:
        spec = importlib.util.find_spec(room)
        assert spec is not None, room
        assert spec.origin == str(ROOT / room / "__init__.py")


def test_every_room_has_its_floor_its_types_and_its_place_in_the_package() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    linter = PROJECT["tool"]["importlinter"]
    floors = next(one for one in linter["contracts"] if one["type"] == "layers")["layers"]
    assert rooms == ROOMS
    assert set(linter["root_packages"]) == ROOMS
    assert {room.strip() for floor in floors for room in floor.split("|")} == ROOMS
    assert set(PROJECT["tool"]["mypy"]["packages"]) == ROOMS
    packages = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    assert {pattern.rstrip("*") for pattern in packages} == ROOMS


def test_every_detector_is_held_apart_from_the_others() -> None:
    detectors = {type(detector).__module__ for detector in DETECTORS}
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    apart = next(one for one in contracts if one["type"] == "independence")["modules"]
    assert detectors == set(apart)


def test_files_fit_in_a_head() -> None:
    lengths = {
        name(path): len(path.read_text().splitlines()) for path in FILES if path.suffix in CODE
    }
    assert {path: lines for path, lines in lengths.items() if lines > LINES_MAX} == {}


def test_files_are_named_for_what_is_in_them() -> None:
    assert [name(path) for path in FILES if path.name.partition(".")[0] in NOT_THINGS] == []


@pytest.mark.parametrize("pattern", [REGISTRIES, MACHINES], ids=["registry", "machine"])
def test_nothing_names_a_registry_or_a_machine(pattern: re.Pattern[str]) -> None:
    texts = {name(path): path.read_bytes().decode(errors="replace") for path in FILES}
    assert {path: found[0] for path, text in texts.items() if (found := pattern.search(text))} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_versions_and_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    for line in lines:
        assert re.fullmatch(
            r"[a-z0-9-]+(\[[a-z,-]+\])?==[\w.]+( ; [^/]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
            r"|    # +(via)?.*",
            line,
        ), line
        assert "://" not in line


def test_development_lock_holds_everything_of_the_other() -> None:
    runtime, development = (
        set(re.findall(r"(?m)^[a-z0-9-]+.*==[\w.]+|--hash=.*[0-9a-f]", (ROOT / lock).read_text()))
        for lock in LOCKS
    )
    assert runtime - development == set()


def test_locks_are_in_step_with_the_project() -> None:
    wanted = {
        LOCKS[0]: PROJECT["project"]["dependencies"],
        LOCKS[1]: PROJECT["project"]["optional-dependencies"]["dev"],
    }
    for lock, requirements in wanted.items():
        locked = re.findall(r"(?m)^([a-z0-9-]+)\b.*==", (ROOT / lock).read_text())
        names = {re.split(r"[^\w-]", requirement)[0] for requirement in requirements}
        assert names - set(locked) == set()


def log_calls() -> Iterator[tuple[str, ast.Call]]:
    """Every log line that is written, with its place."""
    for path in FILES:
        if path.suffix != ".py" or path.relative_to(ROOT).parts[0] not in ROOMS:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "_log"), attr=attr)) if (
                    attr in LEVELS
                ):
                    yield f"{name(path)}:{node.lineno}", node


def test_log_lines_are_a_name_and_listed_fields() -> None:
    for place, call in log_calls():
        assert len(call.args) == 1, f"{place}: an event name and fields by keyword"
        assert isinstance(call.args[0], ast.Constant), f"{place}: the event's name is a constant"
        given = {keyword.arg or "**" for keyword in call.keywords} - {"exc_info"}
        assert given - FIELDS == set(), f"{place}: add the field to config/logs.py, or leave it out"


def test_every_setting_is_documented() -> None:
    told = (ROOT / "docs" / "settings.md").read_text()
    named = set(re.findall(rf"`{PREFIX}(\w+)`", told))
    assert named == {field.upper() for field in Settings.model_fields}
