"""What every page is given: the console that it belongs to, and who visits it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from config.settings import Settings
from console import engine_words, words
from console.explained import Explained
from console.filters import FIELDS
from console.installed import Installed
from console.masking import Covered
from console.powers import Power, may
from console.provider import Provider
from console.throttle import Throttle
from console.tongues import N_, Tongues, Words, gettext, ngettext, read_tongues, spoken
from console.unseen import shown, spelt
from store.database import Database
from store.errors import NotFound
from store.users import User

ID_MAX = 2**63 - 1  # what the databases count to
SAID_FIELD = "said"  # in the address of the page after a deed: what was done, by its key
SAID = Words(
    {
        "released": N_("You gave the case back; it is open to all again."),
        "batch_undone": N_("Undone. The cases are open to all again."),
        "undone": N_("Undone. The case is yours again."),
        "golden": N_(
            "Done. It comes up to colleagues now and then, and teaches them what you wrote."
        ),
        "golden_retired": N_("Done. It comes up no more; what was answered stays counted."),
        "snooze_ended": N_("Ended. The row counts again for these two."),
        "view_saved": N_("Saved. The view stands beside “All”, for you alone."),
        "none_left": N_("Nothing more waits here."),
        "new_login": N_("Your password is the new one. Your other sessions have ended."),
        "own_language": N_("Done. The desk speaks this language to you from now on."),
        "own_sessions_ended": N_("Your other sessions have ended."),
        "user_role": N_("Done. What the role opens holds from their next click on."),
        "user_disable": N_("Done. They are logged out everywhere and cannot come in."),
        "user_enable": N_("Done. They can log in again, with the password of before."),
        "linked": N_("Done. It opens your login from now on."),
        "unlinked": N_("Done. Only your password opens your login now."),
        "user_unlink": N_("Done. The provider opens their login no more."),
        "user_sessions": N_("Done. They have to log in again, wherever they are."),
    }
)

TEMPLATES = Path(__file__).parent / "templates"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever string a template prints, a sender's name too, hides and bends nothing.
        finalize=lambda value: spelt(value) if type(value) is str else value,
    )
    environment.filters["shown"] = shown
    environment.globals["words"] = words
    environment.globals["engine_words"] = engine_words
    environment.globals["spoken"] = spoken
    environment.globals["gettext"] = _gettext
    environment.globals["ngettext"] = _ngettext
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's
    environment.policies["ext.i18n.trimmed"] = True
    return environment


def _gettext(text: str, /, **values: object) -> Markup:
    """A text of a template, which may hold tags, and values in it, which may not."""
    return Markup(gettext(text, **_escaped(values)))  # texts are ours  # nosec B704


def _ngettext(one: str, many: str, size: int, /, **values: object) -> Markup:
    return Markup(ngettext(one, many, size, **_escaped(values)))  # as above  # nosec B704


def _escaped(values: Mapping[str, object]) -> dict[str, Markup]:
    """Values as the template itself would print them, so that a name hides and bends nothing."""
    return {
        name: escape(spelt(value) if type(value) is str else value)
        for name, value in values.items()
    }


@dataclass(frozen=True, slots=True)
class Console:
    """One console: its memory, its settings, its clock and its templates.

    ``explained`` says what raised the scores of a message; without it no page says so. ``wrong``
    gives a line for each part that the service does without now. ``provider`` is whom people may
    log in through. ``installed`` are the rules and the policy.
    """

    database: Database
    settings: Settings
    clock: Callable[[], datetime]
    explained: Explained | None = None
    wrong: Callable[[], Sequence[str]] = tuple
    provider: Provider | None = None
    installed: Installed = field(default_factory=Installed)
    covered: Covered = field(default_factory=Covered)
    throttle: Throttle = field(default_factory=Throttle)
    tongues: Tongues = field(default_factory=read_tongues)
    templates: Environment = field(default_factory=_environment)

    @property
    def provider_name(self) -> str:
        """What people call the provider: as it was set, else in their language."""
        name = self.settings.oidc_name
        is_set = name != Settings.model_fields["oidc_name"].default
        return name if is_set else gettext("single sign-on")

    def render(
        self, request: Request, template: str, *, status: int = 200, **values: object
    ) -> HTMLResponse:
        """The page. Templates make addresses with ``path``, which knows where we are mounted."""

        def path(place: str = "/") -> str:
            return address(request, place)

        lease_seconds = int(self.settings.claim_lease.total_seconds())
        text = self.templates.get_template(template).render(
            path=path, lease_seconds=lease_seconds, wrong=self.wrong, **values
        )
        return HTMLResponse(text, status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of somebody who is logged in. ``form`` is empty unless something was posted."""

    request: Request
    user: User
    csrf: str
    now: datetime
    form: Mapping[str, str] = field(default_factory=dict)

    def may(self, power: Power) -> bool:
        """Whether their role opens it."""
        return may(self.user.role, power)

    @property
    def case_id(self) -> int:
        """The id in the address of a page of a case. Raises NotFound for what no id can be."""
        case_id: int = self.request.path_params["case_id"]
        if case_id > ID_MAX:
            raise NotFound("case", case_id)
        return case_id


def address(request: Request, place: str = "/") -> str:
    """The address of a place of the console, ``/cases/7``, on the server that it is mounted in."""
    return f"{request.scope.get('root_path', '')}{place}"


def said(visit: Visit) -> str | None:
    """What the address says was done just now."""
    return SAID.get(visit.request.query_params.get(SAID_FIELD, ""))


def go(
    visit: Visit, place: str, *, apart_from: Collection[str] = (), **told: str
) -> RedirectResponse:
    """On to another place, with the filters of this address and what is to be told there."""
    aim = with_filters(visit, place, apart_from=apart_from, **told)
    return RedirectResponse(address(visit.request, aim), 303)


def with_filters(visit: Visit, place: str, *, apart_from: Collection[str] = (), **told: str) -> str:
    """The place with the filters of this address, and what is to be told there."""
    kept = {
        name: value
        for name, value in visit.request.query_params.items()
        if name in FIELDS and name not in ("after", *apart_from)
    }
    query = urlencode(kept | told, errors="replace")
    return f"{place}?{query}" if query else place
