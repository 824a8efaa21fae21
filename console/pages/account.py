"""One's own login: choosing a password and a language, and ending the sessions elsewhere."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from console import words
from console.coming_in import place_of
from console.powers import MEANS, OPENED, POWERS
from console.security import ACCOUNT, SESSION_COOKIE, caller_of, guarded
from console.tongues import gettext
from console.visit import SAID_FIELD, Console, Visit, address, go, said
from store.accounts import choose_language, choose_password, end_sessions, find_account
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
    """A new password, the language, or the end of sessions elsewhere or of the provider's link."""
    match visit.form.get("deed"):
        case "sessions":
            return _end_sessions(console, visit)
        case "unlink":
            return _unlink(console, visit)
        case "language":
            return _speak(console, visit)
    problem = _choose(console, visit)
    if problem is not None:
        return _render(console, visit, problem=problem, status=422)
    if not visit.user.must_choose:
        return go(visit, ACCOUNT, said="new_login")
    place = _next(visit)
    told = urlencode({SAID_FIELD: "new_login"})
    way = f"{place}{'&' if '?' in place else '?'}{told}"
    return RedirectResponse(address(visit.request, way), 303)


def _next(visit: Visit) -> str:
    """Where they were going when they were asked to choose a password."""
    return place_of(visit.form.get("next") or visit.request.query_params.get("next", "/"))


def _choose(console: Console, visit: Visit) -> str | None:
    """The password is the new one; else why not.

    The password of before is asked for, and guesses are slowed down: a screen that was left open
    is not enough. Whoever came with a one-time secret has just shown that they know it.
    """
    new, again = visit.form.get("new", ""), visit.form.get("again", "")
    problem = None if visit.user.must_choose else _doubt(console, visit)
    if problem is not None:
        return problem
    if new != again:
        return gettext("The two new passwords differ.")
    if new == visit.form.get("old"):
        return gettext("That is the password of before.")
    keep = visit.request.cookies[SESSION_COOKIE]
    try:
        with console.database.begin() as connection:
            choose_password(connection, visit.user.id, password=new, keep=keep, now=visit.now)
    except ValueError:
        return gettext(
            "Not done: the password has %(size)s characters; take %(least)s to %(most)s.",
            size=words.number(len(new)),
            least=words.number(PASSWORD_MIN_LENGTH),
            most=words.number(PASSWORD_MAX_LENGTH),
        )
    return None


def _end_sessions(console: Console, visit: Visit) -> Response:
    """Only this session of theirs is left."""
    keep, user = visit.request.cookies[SESSION_COOKIE], visit.user
    with console.database.begin() as connection:
        end_sessions(connection, user.id, by=user.name, now=visit.now, apart_from=keep)
    return go(visit, ACCOUNT, said="own_sessions_ended")


def _unlink(console: Console, visit: Visit) -> Response:
    """The provider opens their login no more, unless nothing else would."""
    if not console.settings.password_login:
        problem = gettext("Nothing else opens your login.")
        return _render(console, visit, problem=problem, status=409)
    with console.database.begin() as connection:
        unlink(connection, visit.user.id, by=visit.user.name, now=visit.now)
    return go(visit, ACCOUNT, said="unlinked")


def _speak(console: Console, visit: Visit) -> Response:
    """The console speaks the language of their choice to them, or what each browser asks for."""
    code = visit.form.get("language", "")
    if code and code not in console.tongues:
        problem = gettext("language: one of %(choices)s.", choices=", ".join(console.tongues))
        raise HTTPException(422, problem)
    with console.database.begin() as connection:
        choose_language(connection, visit.user.id, language=code or None, now=visit.now)
    return go(visit, ACCOUNT, said="own_language")


def _doubt(console: Console, visit: Visit) -> str | None:
    """Why it may be somebody else at their screen; None when they know their password."""
    caller = caller_of(visit.request)
    if console.throttle.begin(caller, visit.user.name, now=visit.now) is not None:
        return gettext("Too many wrong passwords. Try again later.")
    with console.database.read() as connection:
        known = check_password(
            connection, name=visit.user.name, password=visit.form.get("old", ""), now=visit.now
        )
    if known is None:
        return gettext("The password of before is another.")
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
        tongues=console.tongues.values(),
        min_length=PASSWORD_MIN_LENGTH,
        max_length=PASSWORD_MAX_LENGTH,
        next=_next(visit),
        problem=problem,
        said=said(visit),
        has_passwords=console.settings.password_login,
        provider=console.provider_name if console.provider else None,
        linked=linked,
    )
