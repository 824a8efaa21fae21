"""The engine as commands load it: what is wrong with its parts is said in one line."""

from __future__ import annotations

from pathlib import Path

import click

from models import ModelError
from scanner.policy import Policy, PolicyError
from scanner.road import INSTALLATION, Scanner
from scanner.rulebook import RulebookError


def load_scanner(policy: Path | None = None) -> Scanner:
    """The scanner of this installation, judging by another policy when a file is given.

    Raises click.ClickException with file, place and fix when a part cannot be used.
    """
    try:
        return Scanner.load(policy=policy)
    except (RulebookError, PolicyError, ModelError) as error:
        raise click.ClickException(str(error)) from error


def load_policy(policy: Path | None = None) -> Policy:
    """The policy of this installation, or of the file when one is given.

    Raises click.ClickException with file, place and fix when it cannot be used.
    """
    try:
        return Policy.load(policy or INSTALLATION / "rules" / "policy.toml")
    except PolicyError as error:
        raise click.ClickException(str(error)) from error
