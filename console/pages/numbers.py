"""How the desk does, for leads; and how one does oneself, for everybody."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console.charts import columns
from console.security import guarded
from console.tongues import N_, gettext
from console.visit import Console, Visit
from store.decisions import ACTIONS
from store.goldens import results
from store.numbers import PERIODS, TABLES, Line, Numbers, PeriodName, Step, numbers_of
from store.reviews import agreed

HOURLY: Final = (
    N_("Came in each hour"),
    N_("Decided each hour"),
    N_("Waiting at the end of each hour"),
)
DAILY: Final = (
    N_("Came in each day"),
    N_("Decided each day"),
    N_("Waiting at the end of each day"),
)
EXPORTS: Final = ("flow", *TABLES)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection
LINE_HEAD: Final = ("name", "decided", "in_time", *ACTIONS, "median_handling_seconds")
FLOW_HEAD: Final = ("start", "opened", "decided", "waiting")


def routes(console: Console) -> list[Route]:
    """The pages, and the tables for a spreadsheet."""
    return [
        Route("/numbers", guarded(console, show, opens="numbers"), methods=["GET"]),
        Route("/numbers.csv", guarded(console, export, opens="numbers"), methods=["GET"]),
        Route("/pace", guarded(console, show_own, opens="read"), methods=["GET"]),
    ]


def show(console: Console, visit: Visit) -> Response:
    """The numbers of the whole desk."""
    return _render(console, visit, place="/numbers", by=None)


def show_own(console: Console, visit: Visit) -> Response:
    """What the visitor decided, and how soon; of colleagues nothing."""
    return _render(console, visit, place="/pace", by=visit.user.name)


def export(console: Console, visit: Visit) -> Response:
    """One table, for a spreadsheet, which runs nothing that a name may hold."""
    table = visit.request.query_params.get("table", "")
    if table not in EXPORTS:
        raise HTTPException(422, gettext("table: one of %(choices)s.", choices=", ".join(EXPORTS)))
    period = _period(visit)
    with console.database.read() as connection:
        found = numbers_of(connection, period=period, now=visit.now)
    written = StringIO()
    rows = csv.writer(written)
    if table == "flow":
        rows.writerow(FLOW_HEAD)
        rows.writerows(
            (step.start.isoformat(), step.opened, step.decided, step.waiting)
            for step in found.steps
        )
    else:
        rows.writerow(LINE_HEAD)
        rows.writerows(
            _cells(line) for name in TABLES if name == table for line in found.tables[name]
        )
    name = f"inbounds-{table}-{period}-{visit.now:%Y-%m-%d}.csv"
    return Response(
        written.getvalue().encode("utf-8", "surrogatepass"),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _cells(line: Line) -> list[str | int | float]:
    return [
        _inert(line.name or "not known"),
        line.decided,
        line.in_time,
        *(line.actions.get(action, 0) for action in ACTIONS),
        "" if line.handling is None else round(line.handling.total_seconds(), 1),
    ]


def _inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _render(console: Console, visit: Visit, *, place: str, by: str | None) -> Response:
    period = _period(visit)
    with console.database.read() as connection:
        found = numbers_of(connection, period=period, now=visit.now, by=by)
        looked = agreed(connection, since=found.steps[0].start, first=by)
        learned = results(connection, since=found.steps[0].start, by=by) if by else {}
    return console.render(
        visit.request,
        "numbers.html",
        visit=visit,
        place=place,
        is_own=by is not None,
        period=period,
        periods=PERIODS,
        numbers=found,
        agreed=looked,
        looked=_sum(looked.values()),
        learned=_sum(learned.values()),
        actions=ACTIONS,
        charts=_charts(found, is_own=by is not None, period=period),
    )


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """How many second looks there were, and how many agree."""
    sizes = list(pairs)
    return sum(size for size, _ in sizes), sum(same for _, same in sizes)


def _charts(found: Numbers, *, is_own: bool, period: PeriodName) -> list[object]:
    def drawn(name: str, values: list[int]) -> object:
        labels = [_label(step, period) for step in found.steps]
        return columns(name, list(zip(labels, values, strict=True)))

    came, decided, waiting = HOURLY if period == "1d" else DAILY
    charts = [(gettext(decided), [step.decided for step in found.steps])]
    if not is_own:
        charts.insert(0, (gettext(came), [step.opened for step in found.steps]))
        charts.append((gettext(waiting), [step.waiting for step in found.steps]))
    return [(name, drawn(name, values)) for name, values in charts]


def _label(step: Step, period: PeriodName) -> str:
    return f"{step.start:%H}" if period == "1d" else f"{step.start:%d}"


def _period(visit: Visit) -> PeriodName:
    given = visit.request.query_params.get("period") or "7d"
    period = next((name for name in PERIODS if name == given), None)
    if period is None:
        raise HTTPException(422, gettext("period: one of %(choices)s.", choices=", ".join(PERIODS)))
    return period
