"""``make chaos``: everything dies again and again under load, and nothing is lost or done twice.

``python -m tests.chaos [--messages 10000] [--seed 1]``. Exits with 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields

from rich.console import Console
from rich.table import Table

from tests.chaos.run import Plan, Result, run


def main() -> None:
    """Prints what was done, and what came of each promise."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    for field in fields(Plan):
        if field.type in ("int", "float"):
            parser.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    result = run(Plan(**vars(parser.parse_args())), tell=lambda line: print(line, flush=True))
    show(result)
    sys.exit(0 if result.holds else 1)


def show(result: Result) -> None:
    """A table of the promises, and one of what happened."""
    console = Console()
    kept = Table(title="promises", title_justify="left")
    for heading in ("", "what", "wanted", "found"):
        kept.add_column(heading, justify="left" if heading in ("", "what") else "right")
    for finding in result.findings:
        mark = "ok" if finding.holds else "BROKEN"
        kept.add_row(mark, finding.what, f"{finding.wanted:,}", f"{finding.found:,}")
    console.print(kept)
    happened = Table(title=f"in {result.seconds:.0f} s", title_justify="left")
    happened.add_column("what")
    happened.add_column("times", justify="right")
    for what, times in [*sorted(result.events.items()), *result.told.items()]:
        happened.add_row(what, f"{times:,}")
    console.print(happened)


if __name__ == "__main__":
    main()
