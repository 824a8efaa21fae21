"""Charts as SVG that stands in the page: drawn on the server, without scripts or styles in it.

Colours are those of the page, so that they are right in the dark as well. What a chart says stands
in a table beside it too; to who cannot see it, it is one picture with a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree  # only writes  # nosec B405

import leather
from leather import theme
from markupsafe import Markup

from console.words import decimal, number, rounded

WIDTH, HEIGHT = 560, 220  # of the drawing; the page scales it
TICKS_MAX = 4  # lines across a chart
TICKS = range(TICKS_MAX + 1)
WIDE, LEFT, RIGHT = 1_000, 48, 988  # of a histogram
CEILING, FLOOR = 36, 256
PATTERNS = Markup(  # colours alone are not seen by everybody
    '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--allow-soft)"/>'
    '<rect width="2.5" height="6" fill="var(--allow)"/></pattern></defs>'
)

theme.background_color = "none"
theme.margin = 0.02
theme.tick_color = "var(--line)"
theme.zero_color = "var(--edge)"
theme.label_color = "var(--quiet)"
theme.tick_font_family = "inherit"
theme.tick_font_size = 12


def columns(name: str, values: Sequence[tuple[str, int]]) -> Markup:
    """A column for each value, in their order, under its label; there is at least one.

    ``name`` is what the chart is called.
    """
    chart = leather.Chart()
    chart.add_columns(list(values), fill_color="var(--accent)")
    top = max((value for _, value in values), default=0)
    step = max(1, -(-top // TICKS_MAX))
    chart.add_y_scale(0, step * TICKS_MAX)
    chart.add_y_axis(ticks=[step * count for count in range(TICKS_MAX + 1)], tick_formatter=_whole)
    drawn = ElementTree.tostring(chart.to_svg_group(WIDTH, HEIGHT), encoding="unicode")
    return Markup(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(WIDTH, HEIGHT, name, Markup(drawn))  # leather escapes  # nosec B704


def _whole(value: float, *_: object) -> str:
    return number(value)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line across a histogram at a value from 0 to 1; ``name`` is of the field that moves it."""

    name: str
    label: str
    value: float


def histogram(
    name: str,
    bars: Sequence[Mapping[str, int]],
    kinds: Mapping[str, str],
    edges: Sequence[Edge],
    *,
    lowest: float,
) -> Markup:
    """Bars over 0 to 1, each a pile of ``kinds`` in the colour and pattern of that class.

    The height is that of the highest bar from ``lowest`` on; what is higher is cut, and says so.
    Edges without a name are those to compare with.
    """
    wide = (RIGHT - LEFT) / len(bars)
    heights = [sum(bar.values()) for bar in bars]
    top = max([1, *heights[round(lowest * len(bars)) :]])
    step = max(1, -(-top // TICKS_MAX))
    drawn = [_line(FLOOR - part * (FLOOR - CEILING) // TICKS_MAX, step * part) for part in TICKS]
    scale = (FLOOR - CEILING) / (step * TICKS_MAX)
    for place, bar in enumerate(bars):
        x, y = LEFT + place * wide, float(FLOOR)
        for kind in kinds:
            height = min(bar[kind] * scale, y - CEILING)
            if height > 0:
                y -= height
                drawn.append(_bar(kind, x + 0.5, y, wide - 1, height))
        if heights[place] * scale > FLOOR - CEILING:
            drawn.append(_cut(x, wide))
    for part in range(11):
        x = LEFT + part * (RIGHT - LEFT) / 10
        drawn.append(
            Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                x, FLOOR + 16, decimal(part / 10, 1)
            )
        )
    drawn += [_edge(edge, place) for place, edge in enumerate(edges)]
    return Markup(
        '<svg class="chart histogram" viewBox="0 0 {} {}" role="img" aria-label="{}"'
        ' data-left="{}" data-right="{}">{}{}</svg>'
    ).format(WIDE, FLOOR + 24, name, LEFT, RIGHT, PATTERNS, Markup("").join(drawn))


def swatch(kind: str) -> Markup:
    """A little of the colour and pattern of a kind, for a legend beside the histogram."""
    drawn = _bar(kind, 0, 0, 14, 14)
    return Markup(
        '<svg class="swatch" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{}</svg>'
    ).format(drawn)


def _line(y: float, value: int) -> Markup:
    return Markup(
        '<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>'
        '<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(LEFT, RIGHT, y, y, LEFT - 6, y + 4, number(value))


def _bar(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        kind, x, y, width, height
    )


def _cut(x: float, width: float) -> Markup:
    points = " ".join(
        f"{x + width * part / 4:.1f},{CEILING + (10 if part % 2 else 6)}" for part in range(5)
    )
    return Markup('<polyline class="cut" points="{}"/>').format(points)


def _edge(edge: Edge, place: int) -> Markup:
    """Its label stands higher than that of the one before it, as they may meet."""
    x = LEFT + edge.value * (RIGHT - LEFT)
    kind = "edge" if edge.name else "edge before"
    line = Markup('<line x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(
        x, CEILING - 26 + 12 * place if edge.name else CEILING, FLOOR
    )
    label = Markup("")
    if edge.name:
        at, anchor = (x - 5, "end") if edge.value > 0.85 else (x + 5, "start")
        label = Markup('<text x="{:.1f}" y="{}" text-anchor="{}">{} {}</text>').format(
            at, CEILING - 18 + 13 * place, anchor, edge.label, rounded(edge.value)
        )
        label = Markup('<rect class="grip" x="{:.1f}" y="0" width="16" height="{}"/>{}').format(
            x - 8, FLOOR, label
        )
    return Markup('<g class="{}" data-moves="{}">{}{}</g>').format(kind, edge.name, line, label)
