"""What others deploy with is valid, speaks of settings and commands that exist, and is careful."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.main import COMMANDS
from config.settings import PREFIX, ROOT, Settings
from tests.services import debian

BIN = Path(sys.executable).parent
MANIFESTS = sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
ROOMS = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
SCALED = ("api", "console", "worker")


def run(*command: str | Path) -> None:
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def objects(kind: str) -> dict[str, Any]:
    found = [one for path in MANIFESTS for one in yaml.safe_load_all(path.read_text())]
    return {one["metadata"]["name"]: one for one in found if one["kind"] == kind}


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return found


def containers() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every container with the spec of its pod."""
    pods = [
        one["spec"]["template"]["spec"]
        for k in ("Deployment", "Job")
        for one in objects(k).values()
    ]
    return [(container, pod) for pod in pods for container in pod["containers"]]


def test_dockerfile_keeps_the_rules() -> None:
    run(BIN / "hadolint", "Dockerfile")


@pytest.fixture(scope="module")
def promtool() -> str:
    """Prometheus' own checker; only CI, which is root, gets itself what is missing."""
    if shutil.which("promtool") is None:
        if not os.environ.get("CI"):
            pytest.skip("promtool is not on the PATH; Debian has it in the package prometheus")
        debian.install("prometheus")
    return "promtool"


def test_alerts_ring_when_they_should(promtool: str) -> None:
    run(promtool, "test", "rules", "deploy/prometheus/alerts.test.yaml")
    run(promtool, "check", "config", "deploy/prometheus/prometheus.yaml")


def test_compose_file_keeps_the_specification() -> None:
    run(BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml")


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_manifest_is_what_kubernetes_knows(path: Path) -> None:
    run(BIN / "kubernetes-validate", "--strict", "--quiet", path)


def test_no_container_may_do_more_than_it_has_to() -> None:
    assert len(containers()) == len(SCALED) + 2
    for container, pod in containers():
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["automountServiceAccountToken"] is False
        limits = container["securityContext"]
        assert limits["allowPrivilegeEscalation"] is False
        assert limits["readOnlyRootFilesystem"] is True
        assert limits["capabilities"] == {"drop": ["ALL"]}
        assert {"cpu", "memory"} <= container["resources"]["requests"].keys()


def test_image_does_not_run_as_root_and_has_every_room() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users[-1:] not in ([], ["0"], ["root"])
    copied = {line.split()[1].rstrip("/") for line in lines if line.startswith("COPY ")}
    assert ROOMS | {"rules", "data"} <= copied
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert copied & set(ignored) == set()


def test_api_console_and_workers_are_scaled_apart() -> None:
    deployments = objects("Deployment")
    for name in SCALED:
        deployment = deployments[f"inbounds-{name}"]
        assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    ports = objects("Ingress")["inbounds"]["spec"]["rules"][0]["http"]["paths"]
    leads = {one["path"]: one["backend"]["service"]["name"] for one in ports}
    assert leads == {"/v1": "inbounds-api", "/console": "inbounds-console"}
    for service in leads.values():
        selector = objects("Service")[service]["spec"]["selector"]
        assert selector == deployments[service]["spec"]["template"]["metadata"]["labels"]


def test_what_is_started_exists_and_ends_before_it_is_killed() -> None:
    started = [one["command"] for name, one in compose()["services"].items() if "build" in one]
    started += [c["args"] for c, _ in containers() if c["name"] == "inbounds"]
    assert {command[0] for command in started} == {"serve", "work", "db"} <= COMMANDS.keys()
    drain = int(objects("ConfigMap")["inbounds"]["data"]["INBOUNDS_DRAIN_SECONDS"])
    for name in SCALED:
        pod = objects("Deployment")[f"inbounds-{name}"]["spec"]["template"]["spec"]
        assert drain + 20 < pod["terminationGracePeriodSeconds"]
        for container in pod["containers"]:
            if probe := container.get("readinessProbe"):
                assert probe["periodSeconds"] * probe["failureThreshold"] < drain


def test_every_setting_that_is_named_exists() -> None:
    files = [ROOT / "Dockerfile", ROOT / "compose.yaml", *MANIFESTS]
    named = {name for path in files for name in re.findall(rf"{PREFIX}(\w+)", path.read_text())}
    assert named - {field.upper() for field in Settings.model_fields} == set()
    told = dict(objects("ConfigMap")["inbounds"]["data"])
    Settings.read(told | {"INBOUNDS_DATABASE_URL": "postgresql://u:p@database/inbounds"})
    Settings.read(compose()["services"]["server"]["environment"])


def test_lock_that_the_image_installs_from_is_ours() -> None:
    assert "--require-hashes -r requirements.txt" in (ROOT / "Dockerfile").read_text()
