"""``inbounds models``: one part taught anew, the rest as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import models
from bench.scribing import renew
from cli.main import inbounds
from config.settings import ROOT
from models import SCRIBE, ModelError, manifest

ARTEFACTS = ROOT / "models" / "artefacts"


def test_the_scribe_is_taught_anew_and_all_else_stays(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    data.mkdir()
    cases = (ROOT / "data" / "cases" / "en_contact.jsonl").read_text("utf-8").splitlines()
    (data / "few.jsonl").write_text("\n".join(cases[:120]) + "\n", "utf-8")
    told = ["models", "scribe", "--data", str(data), "--out", str(out), "--composed", "40"]
    done = CliRunner().invoke(inbounds, told)
    assert done.exit_code == 0, done.output
    assert "written" in json.loads(done.output)["dev"]
    models.load(out)
    before, after = (_manifest(ARTEFACTS), _manifest(out))
    assert _changed(before["files"], after["files"]) == {SCRIBE}
    assert _changed(before["card"], after["card"]) == {"scribe"}


def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((folder / manifest.MANIFEST).read_text("utf-8"))
    return found


def _changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_a_folder_without_models_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest\.json"):
        renew([], tmp_path, tmp_path / "out", seed=1)
    assert not (tmp_path / "out").exists()
