"""How far people agree, for leads: second looks held against the decisions that they are of."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from starlette.responses import Response
from starlette.routing import Route

from console.agreement import agreement, by_category
from console.security import guarded
from console.visit import Console, Visit, said
from store.goldens import list_goldens, results
from store.reviews import REVIEWED, count_reviews, pairs

LOOK_BACK = timedelta(days=90)
SHOWN_MAX = 50  # disagreements; the newest are those that people still remember


def routes(console: Console) -> list[Route]:
    """One page."""
    return [
        Route("/quality", guarded(console, show, opens="numbers"), methods=["GET"], name="quality")
    ]


def show(console: Console, visit: Visit) -> Response:
    """The agreement of the last 90 days, where people differed, and what golden items taught."""
    with console.database.read() as connection:
        found = pairs(connection, since=visit.now - LOOK_BACK)
        waiting = count_reviews(connection, now=visit.now)
        golden = list_goldens(connection)
        learned = results(connection, since=visit.now - LOOK_BACK)
    return console.render(
        visit.request,
        "quality.html",
        visit=visit,
        whole=agreement(found),
        of_category=by_category(found),
        actions=REVIEWED,
        crossed=Counter((pair.first_action, pair.second_action) for pair in found),
        differing=[pair for pair in found if not pair.agrees][:SHOWN_MAX],
        waiting=waiting,
        share=console.settings.second_look_share,
        days=LOOK_BACK.days,
        golden=golden,
        learned=sorted(learned.items()),
        golden_share=console.settings.golden_share,
        told=console.covered.teller(is_shown=False),
        said=said(visit),
    )
