"""Figures with crosses between them, as if they were sizes: "O6 x 5I x 7738 x 29"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance
from scanner.views.numbers.riddles import DISGUISE
from scanner.views.view import Edit, View, rewrite

FIGURES = range(8, 13)  # of a telephone number with nothing but crosses between its parts

_FIGURE = "[0-9OoIlZSB]"
_PART = rf"{_FIGURE}{{1,6}}(?:-{_FIGURE}{{1,6}}){{0,5}}"
_CROSSED = re.compile(
    rf"(?<![\w.,/-]){_PART}(?:\s?[x×✕✖]\s?{_PART}){{2,9}}(?![\w.,]?\d|[^\W_]|\s?(?:mm|cm|m|px|in)\b)"
)
_CROSS = re.compile(r"\s?[x×✕✖]\s?")
_LETTER = re.compile(r"(?<=\d)[OoIlZSB]|[OoIlZSB](?=\d)")
_CROSSES = frozenset("x×✕✖")


def uncross(view: View, glance: Glance) -> View:
    """The view with hyphens for crosses where no sizes are written so.

    A nought comes first, letters stand for figures, or the parts are parted once more.
    """
    if glance.characters.isdisjoint(_CROSSES):
        return view
    return rewrite(view, _edits(view.text), disguise=DISGUISE)


def _edits(text: str) -> Iterator[Edit]:
    for match in _CROSSED.finditer(text):
        written = match[0]
        parts = _CROSS.sub("", written).replace("-", "")
        is_odd = written[0] in "0Oo" or "-" in written or _LETTER.search(written) is not None
        if len(parts) in FIGURES and is_odd and sum(map(str.isdigit, parts)) * 2 > len(parts):
            for cross in _CROSS.finditer(text, *match.span()):
                yield Edit(*cross.span(), "-")
