"""Those who log in, for admins: making a login, its role, shutting it, a new way in."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from config.roles import ROLES, Role
from console import words
from console.powers import MEANS, OPENED, POWERS
from console.security import guarded
from console.tongues import gettext
from console.undoable import Undoable
from console.visit import ID_MAX, Console, Visit, go, said
from store import accounts
from store.accounts import ONE_TIME_FOR, Account
from store.errors import LastAdmin, NameTaken, NotFound
from store.identities import linked_since, unlink
from store.schema import NAME_MAX_LENGTH

DEEDS: Final = ("role", "disable", "enable", "reset", "sessions", "unlink")
WAS_FIELD = "was"  # in the address of the page after a deed: the role of before


def routes(console: Console) -> list[Route]:
    """The list with the form for a new one, and a page for each."""
    one = "/users/{user_id:int}"
    return [
        Route("/users", guarded(console, show_all, opens="admin"), methods=["GET"]),
        Route("/users", guarded(console, create, opens="admin"), methods=["POST"]),
        Route(one, guarded(console, show, opens="admin"), methods=["GET"]),
        Route(one, guarded(console, change, opens="admin"), methods=["POST"]),
    ]


def show_all(console: Console, visit: Visit) -> Response:
    """Every login, what the roles open, and the form for a new one."""
    return _render_all(console, visit)


def create(console: Console, visit: Visit) -> Response:
    """There is a login, and its one-time secret is shown this once."""
    _need_passwords(console)
    name, role = visit.form.get("name", "").strip(), _role(visit)
    try:
        with console.database.begin() as connection:
            user, secret = accounts.invite(
                connection, name=name, role=role, by=visit.user.name, now=visit.now
            )
    except NameTaken:
        return _render_all(
            console, visit, problem=gettext("There is somebody called %(name)s already.", name=name)
        )
    except ValueError:
        problem = gettext(
            "Not done: a name has 1 to %(most)s characters, no control characters and no blanks"
            " around, and is none that means somebody else in the log.",
            most=NAME_MAX_LENGTH,
        )
        return _render_all(console, visit, problem=problem)
    return _render_all(console, visit, given=(user.name, secret))


def show(console: Console, visit: Visit) -> Response:
    """One login and what can be done with it. Raises NotFound."""
    return _render(console, visit)


def change(console: Console, visit: Visit) -> Response:
    """One deed to one login. Raises NotFound."""
    deed = visit.form.get("deed", "")
    if deed not in DEEDS:
        raise HTTPException(422, gettext("deed: one of %(choices)s.", choices=", ".join(DEEDS)))
    user_id, by, now = _id(visit), visit.user.name, visit.now
    secret: str | None = None
    told = {}
    try:
        with console.database.begin() as connection:
            match deed:
                case "role":
                    role = _role(visit)
                    before = accounts.change_role(connection, user_id, role=role, by=by, now=now)
                    told = {WAS_FIELD: before.role}
                case "disable":
                    accounts.disable(connection, user_id, by=by, now=now)
                case "enable":
                    accounts.enable(connection, user_id, by=by, now=now)
                case "reset":
                    _need_passwords(console)
                    secret = accounts.reset_password(connection, user_id, by=by, now=now)
                case "sessions":
                    accounts.end_sessions(connection, user_id, by=by, now=now)
                case "unlink":
                    unlink(connection, user_id, by=by, now=now)
    except LastAdmin:
        problem = gettext(
            "Not done: nobody else could look after logins. Make somebody else an admin first."
        )
        return _render(console, visit, problem=problem)
    if secret is not None:
        return _render(console, visit, secret=secret)
    return go(visit, f"/users/{user_id}", said=f"user_{deed}", **told)


def _render_all(
    console: Console,
    visit: Visit,
    *,
    problem: str | None = None,
    given: tuple[str, str] | None = None,
) -> Response:
    with console.database.read() as connection:
        found = accounts.list_accounts(connection, now=visit.now)
    return console.render(
        visit.request,
        "users.html",
        status=422 if problem else 200,
        visit=visit,
        accounts=found,
        given=given,
        problem=problem,
        said=said(visit),
        roles=ROLES,
        powers=[(MEANS[power], [power in OPENED[role] for role in ROLES]) for power in POWERS],
        one_time_for=ONE_TIME_FOR,
        name_max_length=NAME_MAX_LENGTH,
        has_passwords=console.settings.password_login,
        provider=console.provider_name,
    )


def _render(
    console: Console, visit: Visit, *, problem: str | None = None, secret: str | None = None
) -> Response:
    with console.database.read() as connection:
        account = accounts.find_account(connection, _id(visit), now=visit.now)
        issuer = console.settings.oidc_issuer
        linked = issuer and linked_since(connection, account.id, issuer=issuer)
    undoable = _undoable(visit, account)
    return console.render(
        visit.request,
        "user.html",
        status=409 if problem else 200,
        visit=visit,
        account=account,
        secret=secret,
        undoable=undoable,
        problem=problem,
        said=None if undoable else said(visit),
        roles=ROLES,
        one_time_for=ONE_TIME_FOR,
        has_passwords=console.settings.password_login,
        provider=console.provider_name,
        linked=linked,
    )


def _undoable(visit: Visit, account: Account) -> Undoable | None:
    """The role of before, or the login open again, while that is still another than now."""
    place = f"/users/{account.id}"
    was = visit.request.query_params.get(WAS_FIELD)
    if was in ROLES and was != account.role:
        text = gettext(
            "%(role)s now, %(before)s before",
            role=words.ROLE[account.role],
            before=words.within(words.ROLE[was]),
        )
        return Undoable(account.name, text, place, fields={"deed": "role", "role": was})
    if visit.request.query_params.get("said") == "user_disable" and account.disabled_at:
        return Undoable(account.name, gettext("disabled"), place, fields={"deed": "enable"})
    return None


def _need_passwords(console: Console) -> None:
    """A one-time secret would open nothing where passwords do not."""
    if not console.settings.password_login:
        problem = gettext(
            "Passwords open nothing here; %(provider)s says who may come in.",
            provider=console.provider_name,
        )
        raise HTTPException(409, problem)


def _role(visit: Visit) -> Role:
    given = visit.form.get("role", "")
    role = next((name for name in ROLES if name == given), None)
    if role is None:
        raise HTTPException(422, gettext("role: one of %(choices)s.", choices=", ".join(ROLES)))
    return role


def _id(visit: Visit) -> int:
    user_id: int = visit.request.path_params["user_id"]
    if user_id > ID_MAX:
        raise NotFound("user", user_id)
    return user_id
