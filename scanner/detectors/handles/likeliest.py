"""The name of somebody who was judged to give one, where nothing known says that it is one.

"The site with the square photos, olaria.do.ze there": apps are described in more ways than can be
listed, and then what looks like nothing but a name is the one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from scanner.detectors.handles.names import Name, names
from scanner.detectors.hit import Hit
from scanner.verdict import Category
from scanner.views.view import View

# How likely each must be that leads to somebody, and how much the name must then stand out.
LIKELY: dict[Category, tuple[float, int]] = {
    "contact.handle": (0.3, 1),
    "contact.request": (0.5, 2),
    "contact.pointer": (0.5, 2),
    "scam": (0.5, 4),
    "spam": (0.5, 4),
}
CONFIDENCE = 0.2
NAMES_MAX = 100  # looked at in one message


class LikeliestNameDetector:
    """Finds what looks like a name of its own accord, once one is likely to be there."""

    id = "likeliest-name"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The one name that stands out, if a handle is likely and none is ``known``."""
        least = min(
            (
                stands_out
                for category, (likely, stands_out) in LIKELY.items()
                if probabilities.get(category, 0.0) >= likely
            ),
            default=None,
        )
        if least is None or any(hit.category == "contact.handle" and hit.value for hit in known):
            return
        values = {hit.value for hit in known}
        found = islice(names(view.text, 0, len(view.text)), NAMES_MAX)
        name = max(
            (name for name in found if name.shape != "word" and name.value not in values),
            key=_stands_out,
            default=None,
        )
        if name is not None and _stands_out(name) >= least:
            yield Hit(
                category="contact.handle",
                start=name.start,
                end=name.end,
                confidence=CONFIDENCE,
                type="handle",
                value=name.value,
            )


def _stands_out(name: Name) -> int:
    """How little it looks like a word, a site or a sentence."""
    return (
        4 * (name.shape == "marked")
        + 3 * ("_" in name.value.strip("_"))
        + 2 * ("." in name.value)
        + any(map(str.isdigit, name.value))
        - 2 * (name.shape == "domain")
        - name.is_weak
    )
