"""Charts as SVG that stands in the page: drawn on the server, without scripts or styles in it.

Colours are those of the page, so that they are right in the dark as well. What a chart says stands
in a table beside it too; to who cannot see it, it is one picture with a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree  # only writes  # nosec B405

import leather
from leather import theme
from markupsafe import Markup

from console.words import number

WIDTH, HEIGHT = 560, 220  # of the drawing; the page scales it
TICKS_MAX = 4  # lines across a chart

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
