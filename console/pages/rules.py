"""The rules as they are written, what they found lately, and a text tried on all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from bench.scoring import Share
from console.charts import columns
from console.excerpts import listed
from console.filters import language_of, one_of
from console.looks import note_list
from console.marking import Mark, Segment, mark
from console.security import guarded
from console.tongues import gettext
from console.visit import Console, Visit
from scanner.rulebook import Rule
from scanner.rulebook.rule import Accusation, Defence, Example
from scanner.verdict import CATEGORIES, Category
from store.desk import find_rows
from store.errors import NotFound
from store.hits import Heard, Hit, heard_of_all, hits_of, labels_of
from store.replay import OUTCOMES, Outcome

WEEKS: Final = 4
WEEK = timedelta(weeks=1)
LOOKED_AT_MAX = 50_000  # messages in which something was found, the newest
HITS_MAX = 2_000  # messages of one rule, the newest
LATEST_MAX = 20  # cases on the page of a rule
TEXT_MAX_LENGTH = 5_000  # characters; within FORM_MAX_SIZE however they are written


@dataclass(frozen=True, slots=True)
class Line:
    """A rule in the list, with what was heard of it."""

    rule: Rule
    heard: Heard


@dataclass(frozen=True, slots=True)
class Tried:
    """A text, what the rules find in it marked, and each find by its number."""

    text: str
    segments: Sequence[Segment]
    found: Sequence[tuple[int, Rule]]


def routes(console: Console) -> list[Route]:
    """The list, on which a text can be tried, and the page of one rule."""
    return [
        Route("/rules", guarded(console, show, opens="tune"), methods=["GET"]),
        Route("/rules", guarded(console, try_text, opens="tune"), methods=["POST"]),
        Route("/rules/{rule_id}", guarded(console, show_one, opens="tune"), methods=["GET"]),
    ]


def show(console: Console, visit: Visit) -> Response:
    """All rules that the address asks for, with their hits of the last weeks."""
    return _render(console, visit)


def try_text(console: Console, visit: Visit) -> Response:
    """What each rule finds in the text, read plainly and in any context; nothing is kept."""
    text = visit.form.get("text", "").replace("\r\n", "\n")
    if len(text) > TEXT_MAX_LENGTH:
        raise HTTPException(
            422,
            gettext(
                "A text to try may have %(size)s characters; shorten it.", size=TEXT_MAX_LENGTH
            ),
        )
    matches = sorted(
        console.installed.rulebook().matches(text), key=lambda match: (match.found, match.rule.id)
    )
    marks = [Mark(place, *match.found) for place, match in enumerate(matches, start=1)]
    found = [(place, match.rule) for place, match in enumerate(matches, start=1)]
    return _render(console, visit, tried=Tried(text, mark(text, marks), found))


def show_one(console: Console, visit: Visit) -> Response:
    """One rule with its examples, how often it spoke, and the latest cases that it spoke in."""
    rule_id = visit.request.path_params["rule_id"]
    rule = next((one for one in console.installed.rulebook().rules if one.id == rule_id), None)
    if rule is None:
        raise NotFound("rule", 0)
    since = visit.now - WEEKS * WEEK
    with console.database.read() as connection:
        hits = hits_of(connection, rule.id, since=since, limit=HITS_MAX)
        said = labels_of(connection, rule.id, since=since)
        ids = [hit.case_id for hit in hits if hit.case_id is not None][:LATEST_MAX]
        rows = find_rows(connection, ids, now=visit.now)
    note_list(console, visit, rows)
    outcomes: Counter[Outcome] = Counter(hit.outcome for hit in hits)
    return console.render(
        visit.request,
        "rule.html",
        visit=visit,
        rule=rule,
        does=rule.does,
        categories=_categories(rule),
        examples={
            name: [_marked(one) for one in those]
            for name, those in (
                ("match", rule.match),
                ("pass", rule.passes),
                ("misses", rule.misses),
            )
        },
        outcomes=OUTCOMES,
        counts=outcomes,
        right=_right(rule, outcomes),
        said=Share(said[True], said.total()),
        weeks=(weeks := _weeks(hits, visit.now)),
        chart=columns(gettext("Messages by week"), [(name, size) for name, size in weeks]),
        size=len(hits),
        is_cut=len(hits) == HITS_MAX,
        latest=listed(rows[id] for id in ids if id in rows),
    )


def _render(console: Console, visit: Visit, *, tried: Tried | None = None) -> Response:
    query = visit.request.query_params
    category, lang = one_of("category", query, CATEGORIES), language_of(query)
    rules = console.installed.rulebook().rules
    with console.database.read() as connection:
        heard, looked = heard_of_all(
            connection, since=visit.now - WEEKS * WEEK, limit=LOOKED_AT_MAX
        )
    lines = [
        Line(rule, heard.get(rule.id, Heard()))
        for rule in rules
        if (category is None or category in _categories(rule)) and lang in (None, rule.lang)
    ]
    lines.sort(key=lambda line: (-line.heard.outcomes.total(), line.rule.id))
    return console.render(
        visit.request,
        "rules.html",
        visit=visit,
        lines=lines,
        size=len(rules),
        version=console.installed.rulebook().version,
        category=category,
        categories=CATEGORIES,
        lang=lang,
        languages=sorted({rule.lang for rule in rules} | ({lang} if lang else set())),
        looked=looked,
        is_cut=looked == LOOKED_AT_MAX,
        tried=tried,
        categories_of=_categories,
        right_of=lambda line: _right(line.rule, line.heard.outcomes),
        outcomes=OUTCOMES,
        text_max_length=TEXT_MAX_LENGTH,
    )


def _categories(rule: Rule) -> tuple[Category, ...]:
    """What the rule is about."""
    does = rule.does
    return (does.category,) if isinstance(does, Accusation) else does.excuses


def _right(rule: Rule, outcomes: Mapping[Outcome, int]) -> Share:
    """Of the messages that were decided: those that it spoke against and that were not allowed, or
    spoke for and that were.
    """
    decided = outcomes.get("violation", 0) + outcomes.get("innocent", 0)
    right: Outcome = "innocent" if isinstance(rule.does, Defence) else "violation"
    return Share(outcomes.get(right, 0), decided)


def _marked(example: Example) -> tuple[Segment, ...]:
    marks = [Mark(place, *range_) for place, range_ in enumerate(example.ranges, start=1)]
    return mark(example.text, marks)


def _weeks(hits: Sequence[Hit], now: datetime) -> list[tuple[str, int]]:
    """How many in each of the last weeks, the oldest first, by how long ago it began."""
    ages = Counter((now - hit.received_at) // WEEK for hit in hits)
    return [(f"−{age + 1}", ages[age]) for age in reversed(range(WEEKS))]
