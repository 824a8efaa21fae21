"""What stops a command before it has begun, told in one line instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import DBAPIError

from store.errors import StoreError


@contextmanager
def refusals_told(*others: type[Exception]) -> Iterator[None]:
    """What the store, the database server or one of the others refuses ends the command.

    The others are errors whose texts are written for people and quote no message.
    """
    told: tuple[type[Exception], ...] = (StoreError, *others)
    try:
        yield
    except told as error:
        raise click.ClickException(str(error)) from None
    except DBAPIError as error:
        # The driver's own words are left out: they quote the address, and it may hold a password.
        raise click.ClickException(
            f"the database cannot be used ({type(error.orig).__name__}); "
            "is it running, and is INBOUNDS_DATABASE_URL right?"
        ) from None
