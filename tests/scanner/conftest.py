"""One scanner for all, and where other projects' suites lie, which are no part of this one."""

from pathlib import Path

import pytest

from scanner.road import Scanner

SUITES = Path(__file__).parents[3] / "shared" / "suites"
collect_ignore = [] if SUITES.is_dir() else ["test_suites.py"]


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """The one of this installation, with its real rules and models."""
    return Scanner.load()
