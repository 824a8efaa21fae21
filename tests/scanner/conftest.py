"""Other projects' suites are no part of this one; test_suites.py runs where they lie beside it."""

from pathlib import Path

SUITES = Path(__file__).parents[3] / "shared" / "suites"
collect_ignore = [] if SUITES.is_dir() else ["test_suites.py"]
