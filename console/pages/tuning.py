"""Thresholds of a category tried on what was judged. Nothing is saved: the policy is a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import Route

from console import words
from console.charts import Edge, histogram, swatch
from console.excerpts import covered_excerpt
from console.filters import AddressError, language_of, one_of
from console.looks import note_messages
from console.marking import Segment
from console.security import guarded
from console.tongues import N_, gettext
from console.tuning import BARS, Brought, bars, brought, changes, compared
from console.visit import Console, Visit
from scanner.message import CONTRACTS, Contract
from scanner.policy import Policy, Row
from scanner.verdict import CATEGORIES, Category
from store.numbers import PERIODS, PeriodName, numbers_of
from store.replay import LOWEST, OUTCOMES, Moved, Pile, moved, spread
from store.texts import texts_of

PERIODS_SHOWN: Final = tuple(name for name in PERIODS if name != "1d")
LOOKED_AT_MAX = 100_000  # messages, the newest; what a page may take the time for
SHOWN_MAX = 50  # messages that would be decided otherwise
STEP = 0.01
DAY = timedelta(days=1)
OUTSIDE = N_(
    "%(field)s: %(value)s is no threshold; write a number from %(low)s to 1, as 0.62, with three"
    " digits at the most"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for. ``is_raised``: hold_at was below flag_at, and counts as that."""

    category: Category
    period: PeriodName
    language: str | None
    contract: Contract | None
    today: Row
    tried: Row
    is_raised: bool

    @property
    def is_changed(self) -> bool:
        """Whether other thresholds than those of today are tried."""
        return self.tried != self.today

    def fits(self, pile: Pile) -> bool:
        """Whether messages like these were asked for."""
        return self.language in (None, pile.language) and self.contract in (None, pile.contract)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What the stopped messages are in a day. ``work`` is None where no time in hand is known."""

    items: float
    work: timedelta | None


@dataclass(frozen=True, slots=True)
class Example:
    """A message that would be decided otherwise, with its details covered, whoever looks."""

    moved: Moved
    excerpt: tuple[Segment, ...]


def routes(console: Console) -> list[Route]:
    """One page."""
    return [Route("/tuning", guarded(console, show, opens="tune"), methods=["GET"])]


def show(console: Console, visit: Visit) -> Response:
    """What today's thresholds brought, what others would have brought, and where they differ."""
    policy = console.installed.policy()
    asked = _read(visit.request.query_params, policy)
    since = visit.now - (7 if asked.period == "7d" else 30) * DAY
    with console.database.read() as connection:
        found = spread(
            connection, since=since, policy=policy, category=asked.category, limit=LOOKED_AT_MAX
        )
        table = numbers_of(connection, period=asked.period, now=visit.now).tables["category"]
    handling = next((line.handling for line in table if line.name == asked.category), None)
    piles = [pile for pile in found.piles if asked.fits(pile)]
    days = _days(visit.now, since, found.oldest)
    moves = changes(piles, asked.today, asked.tried)
    whole = {
        name: brought(piles, row) for name, row in (("today", asked.today), ("tried", asked.tried))
    }
    return console.render(
        visit.request,
        "tuning.html",
        visit=visit,
        asked=asked,
        categories=CATEGORIES,
        contracts=CONTRACTS,
        periods=PERIODS_SHOWN,
        languages=_languages(found.piles, asked.language),
        looked=sum(pile.size for pile in piles),
        is_cut=found.is_cut,
        looked_at_max=LOOKED_AT_MAX,
        oldest=found.oldest,
        whole=whole,
        loads={name: _load(one, days, handling) for name, one in whole.items()},
        handling=handling,
        chart=_chart(asked, piles),
        swatch=swatch,
        bars=bars(piles),
        bars_size=BARS,
        outcomes=OUTCOMES,
        by_stage=compared(piles, asked.today, asked.tried, by=lambda pile: pile.contract),
        by_language=compared(piles, asked.today, asked.tried, by=lambda pile: pile.language),
        moves=moves,
        size=sum(counts.total() for counts in moves.values()),
        examples=_examples(console, visit, policy, asked, since) if moves else [],
        shown_max=SHOWN_MAX,
        lines=_lines(asked),
        lowest=LOWEST,
        step=STEP,
    )


def _read(query: Mapping[str, str], policy: Policy) -> Asked:
    """Raises AddressError. Thresholds count only for the category that they were chosen for."""
    category = one_of("category", query, CATEGORIES) or CATEGORIES[0]
    today = policy.rows[category]
    is_of_it = query.get("of", category) == category
    flag_at = _threshold("flag_at", query) if is_of_it else None
    hold_at = _threshold("hold_at", query) if is_of_it else None
    flag_at = today.flag_at if flag_at is None else flag_at
    hold_at = today.hold_at if hold_at is None else hold_at
    return Asked(
        category=category,
        period=one_of("period", query, PERIODS_SHOWN) or "7d",
        language=language_of(query),
        contract=one_of("contract", query, CONTRACTS),
        today=today,
        tried=replace(today, flag_at=flag_at, hold_at=max(flag_at, hold_at)),
        is_raised=hold_at < flag_at,
    )


def _threshold(field: str, query: Mapping[str, str]) -> float | None:
    written = query.get(field, "").strip().replace(",", ".")
    if not written:
        return None
    try:
        value = float(written)
    except ValueError:
        value = -1.0
    if not LOWEST <= value <= 1 or round(value, 3) != value:
        raise AddressError(
            gettext(OUTSIDE, field=field, value=written[:40], low=words.rounded(LOWEST))
        )
    return value


def _days(now: datetime, since: datetime, oldest: datetime | None) -> float:
    """Over how many days the messages came, one at the least."""
    return max(1.0, (now - max(since, oldest or since)) / DAY)


def _load(one: Brought, days: float, handling: timedelta | None) -> Load:
    items = one.stopped / days
    return Load(items=items, work=None if handling is None else handling * items)


def _languages(piles: Sequence[Pile], chosen: str | None) -> list[str]:
    """Those that there are, and the one that was chosen."""
    return sorted({pile.language for pile in piles if pile.language} | {chosen or "en"})


def _chart(asked: Asked, piles: Sequence[Pile]) -> object:
    name = gettext(
        "%(category)s: how many messages have which score", category=words.category(asked.category)
    )
    edges = [
        Edge("flag_at", gettext("flag"), asked.tried.flag_at),
        Edge("hold_at", gettext("hold"), asked.tried.hold_at),
        Edge("", gettext("today"), asked.today.flag_at),
        Edge("", gettext("today"), asked.today.hold_at),
    ]
    kinds: dict[str, str] = {outcome: words.OUTCOME[outcome] for outcome in OUTCOMES}
    heights = [{str(kind): size for kind, size in bar.items()} for bar in bars(piles)]
    return histogram(name, heights, kinds, edges, lowest=LOWEST)


def _examples(
    console: Console, visit: Visit, policy: Policy, asked: Asked, since: datetime
) -> list[Example]:
    """The newest messages that would be decided otherwise; the log says that they were shown."""
    given: dict[str, Any] = {"contract": asked.contract, "language": asked.language}
    after = replace(policy, rows={**policy.rows, asked.category: asked.tried})
    with console.database.read() as connection:
        found = moved(
            connection,
            since=since,
            before=policy,
            after=after,
            category=asked.category,
            limit=LOOKED_AT_MAX,
            shown=SHOWN_MAX,
            **given,
        )
        texts = texts_of(connection, [one.message_pk for one in found])
    note_messages(console, visit, texts)
    return [Example(one, covered_excerpt(texts[one.message_pk])) for one in found]


def _lines(asked: Asked) -> str:
    """What to write into the policy."""
    row = asked.tried
    return f'[category."{asked.category}"]\nflag_at = {row.flag_at:g}\nhold_at = {row.hold_at:g}'
