"""An audit of packages says what it found, and does not call silence a success."""

from __future__ import annotations

from tests.services.vulnerabilities import EXIT_CLEAN, EXIT_FOUND, EXIT_NOT_ASKED, read

CLEAN = {"name": "click", "version": "8.1", "vulns": []}
SKIPPED = {"name": "inhouse", "skip_reason": "Dependency not found on PyPI"}
BAD = {
    "name": "jinja2",
    "version": "3.0",
    "vulns": [{"id": "CVE-2026-1", "fix_versions": ["3.1"], "aliases": [], "description": "…"}],
}


def test_silence_of_the_index_is_no_success() -> None:
    for report in (None, {"dependencies": []}, {"dependencies": [SKIPPED]}):
        audit = read(report)
        assert audit.exit_code == EXIT_NOT_ASKED
        assert "Nothing was audited" in audit.told()


def test_package_that_nobody_knew_is_named() -> None:
    audit = read({"dependencies": [CLEAN, SKIPPED]})
    assert audit.exit_code == EXIT_NOT_ASKED
    assert "inhouse" in audit.told()


def test_vulnerability_is_told_with_its_fix() -> None:
    audit = read({"dependencies": [CLEAN, BAD, SKIPPED]})
    assert audit.exit_code == EXIT_FOUND
    assert "jinja2 3.0: CVE-2026-1, fixed in 3.1" in audit.told()


def test_clean_packages_pass() -> None:
    audit = read({"dependencies": [CLEAN]})
    assert audit.exit_code == EXIT_CLEAN
    assert audit.told() == "1 packages asked about, 0 known vulnerabilities."
