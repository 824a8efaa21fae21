"""Known vulnerabilities of the locked packages, as pip-audit finds them: ``make audit``.

Where the package index does not answer, pip-audit leaves packages out and calls that a success;
here it is said, and is no success: what was not asked about was not checked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.settings import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")
ASK_SECONDS = 15  # for one answer of the index
EXIT_CLEAN, EXIT_FOUND, EXIT_NOT_ASKED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Audit:
    """``found`` has a line for each vulnerability, ``skipped`` the packages nobody knew about."""

    asked: int
    found: tuple[str, ...]
    skipped: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """Found is worse than not asked."""
        if self.found:
            return EXIT_FOUND
        return EXIT_CLEAN if self.asked and not self.skipped else EXIT_NOT_ASKED

    def told(self) -> str:
        """What a person wants to know."""
        lines = list(self.found)
        if not self.asked:
            lines.append(
                "Nothing was audited: the package index does not answer here. Run `make audit`"
                " where there is a network."
            )
        elif self.skipped:
            lines.append(
                f"{len(self.skipped)} packages were not audited, the index does not know them:"
                f" {', '.join(self.skipped)}"
            )
        lines.append(f"{self.asked} packages asked about, {len(self.found)} known vulnerabilities.")
        return "\n".join(lines)


def read(report: Mapping[str, Any] | None) -> Audit:
    """What pip-audit's JSON says; None where it wrote none."""
    packages: Sequence[Mapping[str, Any]] = [] if report is None else report["dependencies"]
    asked = [package for package in packages if "vulns" in package]
    found = [
        f"{package['name']} {package['version']}: {one['id']}, fixed in "
        f"{' or '.join(one['fix_versions']) or 'no version yet'}"
        for package in asked
        for one in package["vulns"]
    ]
    skipped = [package["name"] for package in packages if "vulns" not in package]
    return Audit(len(asked), tuple(sorted(set(found))), tuple(sorted(skipped)))


def audit(lock: str) -> Audit:
    """The packages of a lock file are asked about."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes"),
                *("--requirement", lock, "--format", "json", "--output", str(path)),
                *("--timeout", str(ASK_SECONDS), "--progress-spinner", "off"),
            ],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        return read(json.loads(path.read_text()) if path.exists() else None)


if __name__ == "__main__":
    codes = []
    for name in LOCKS:
        done = audit(name)
        print(f"{name}\n{done.told()}")
        codes.append(done.exit_code)
    sys.exit(EXIT_FOUND if EXIT_FOUND in codes else max(codes))
