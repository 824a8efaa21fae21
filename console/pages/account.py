"""One's own login: choosing a password, and ending the sessions elsewhere."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from console.powers import MEANS, OPENED, POWERS
from console.security import ACCOUNT, SESSION_COOKIE, caller_of, guarded
from console.visit import Console, Visit, go, said
from store.accounts import choose_password, end_sessions, find_account
from store.identities import linked_since, unlink
from store.users import PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, check_password


def routes(console: Console) -> list[Route]:
    """The page behind the name at the top."""
    return [
        Route(ACCOUNT, guarded(console, show, opens="own"), methods=["GET"]),
        Route(ACCOUNT, guarded(console, change, opens="own"), methods=["POST"]),
    ]


def show(console: Console, visit: Visit) -> Response:
    """What their role opens, and the forms."""
    return _render(console, visit)


def change(console: Console, visit: Visit) -> Response:
    """A new password, the end of their sessions elsewhere, or of the link to their provider."""
    match visit.form.get("deed"):
        case "sessions":
            return _end_sessions(console, visit)
        case "unlink":
            return _unlink(console, visit)
    return _choose(console, visit)


def _end_sessions(console: Console, visit: Visit) -> Response:
    user, token = visit.user, visit.request.cookies[SESSION_COOKIE]
    with console.database.begin() as connection:
        end_sessions(connection, user.id, by=user.name, now=visit.now, apart_from=token)
    return go(visit, ACCOUNT, said="own_sessions_ended")


def _unlink(console: Console, visit: Visit) -> Response:
    if not console.settings.password_login:
        return _render(console, visit, problem="Nothing else opens your login.", status=409)
    with console.database.begin() as connection:
        unlink(connection, visit.user.id, by=visit.user.name, now=visit.now)
    return go(visit, ACCOUNT, said="unlinked")


def _choose(console: Console, visit: Visit) -> Response:
    """A new password.

    The password of before is asked for, and guesses are slowed down: a screen that was left open
    is not enough. Whoever came with a one-time secret has just shown that they know it.
    """
    token, user = visit.request.cookies[SESSION_COOKIE], visit.user
    new, again = visit.form.get("new", ""), visit.form.get("again", "")
    if not user.must_choose:
        problem = _doubt(console, visit)
        if problem is not None:
            return _render(console, visit, problem=problem, status=422)
    if new != again:
        return _render(console, visit, problem="The two new passwords differ.", status=422)
    if new == visit.form.get("old"):
        return _render(console, visit, problem="That is the password of before.", status=422)
    try:
        with console.database.begin() as connection:
            choose_password(connection, user.id, password=new, keep=token, now=visit.now)
    except ValueError as error:
        return _render(console, visit, problem=f"Not done: {error}.", status=422)
    return go(visit, "/" if user.must_choose else ACCOUNT, said="new_login")


def _doubt(console: Console, visit: Visit) -> str | None:
    """Why it may be somebody else at their screen; None when they know their password."""
    caller = caller_of(visit.request)
    if console.throttle.begin(caller, visit.user.name, now=visit.now) is not None:
        return "Too many wrong passwords. Try again later."
    with console.database.read() as connection:
        known = check_password(
            connection, name=visit.user.name, password=visit.form.get("old", ""), now=visit.now
        )
    if known is None:
        return "The password of before is another."
    console.throttle.note_right(caller, visit.user.name)
    return None


def _render(
    console: Console, visit: Visit, *, problem: str | None = None, status: int = 200
) -> Response:
    with console.database.read() as connection:
        account = find_account(connection, visit.user.id, now=visit.now)
        issuer = console.settings.oidc_issuer
        linked = issuer and linked_since(connection, visit.user.id, issuer=issuer)
    return console.render(
        visit.request,
        "account.html",
        status=status,
        visit=visit,
        account=account,
        powers=[MEANS[power] for power in POWERS if power in OPENED[visit.user.role]],
        min_length=PASSWORD_MIN_LENGTH,
        max_length=PASSWORD_MAX_LENGTH,
        problem=problem,
        said=said(visit),
        has_passwords=console.settings.password_login,
        provider=console.settings.oidc_name if console.provider else None,
        linked=linked,
    )
