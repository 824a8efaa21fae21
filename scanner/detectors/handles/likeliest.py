"""The name of somebody who was judged to give one, where nothing known says that it is one.

"The site with the square photos, olaria.do.ze there": apps are described in more ways than can be
listed, and then what looks like nothing but a name, or is pointed at like one, is the one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from scanner.detectors.handles.apps import APPS
from scanner.detectors.handles.names import Name, names
from scanner.detectors.hit import Hit
from scanner.detectors.pointed import IsWord, most_pointed, unknown_beside
from scanner.detectors.told_parts import told_parts
from scanner.verdict import Category
from scanner.views.view import View

# How likely each must be that leads to somebody, how much a name must then stand out by its looks,
# and how much must point at a mere word.
LIKELY: dict[Category, tuple[float, int, int]] = {
    "contact.handle": (0.3, 1, 3),
    "contact.request": (0.5, 2, 4),
    "contact.pointer": (0.5, 2, 4),
    "scam": (0.5, 4, 5),
    "spam": (0.5, 4, 5),
}
# And which must be likely for an unknown word beside an app to be one, whatever else is given.
GIVES: dict[Category, float] = {
    "contact.handle": 0.3,
    **dict.fromkeys(
        ("contact.email", "contact.phone", "contact.link", "contact.request", "contact.pointer"),
        0.5,
    ),
}
CONFIDENCE = 0.2
GIVEN_MAX = 4  # words beside apps that are shown of one message
NAMES_MAX = 100  # looked at in one message


@dataclass(frozen=True, slots=True)
class LikeliestNameDetector:
    """Finds what looks like a name of its own accord, once one is likely to be there."""

    is_word: IsWord
    id: str = "likeliest-name"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The unknown words beside apps, else the one name that stands out if none is ``known``."""
        values = [hit.value for hit in known if hit.value]
        is_given = False
        if any(probabilities.get(category, 0.0) >= likely for category, likely in GIVES.items()):
            for beside in islice(unknown_beside(view.text, self.is_word, APPS), GIVEN_MAX):
                if not any(beside.value in value for value in values):
                    is_given = True
                    values.append(beside.value)
                    yield _hit(beside)
        if is_given or any(hit.category == "contact.handle" and hit.value for hit in known):
            return
        least = [
            (by_looks, by_place)
            for category, (likely, by_looks, by_place) in LIKELY.items()
            if probabilities.get(category, 0.0) >= likely
        ]
        if not least:
            return
        by_looks, by_place = min(least)
        is_handle = probabilities.get("contact.handle", 0.0) >= LIKELY["contact.handle"][0]
        name = (
            _shown(view.text, known, by_looks)
            or (_told(view.text) if is_handle else None)
            or most_pointed(view.text, self.is_word, APPS, least=by_place)
        )
        if name is not None:
            yield _hit(name)


def _hit(name: Name) -> Hit:
    return Hit(
        category="contact.handle",
        start=name.start,
        end=name.end,
        confidence=CONFIDENCE,
        type="handle",
        value=name.value,
    )


def _told(text: str) -> Name | None:
    """The name that is told part by part: "klapek, kropka, modeluje"."""
    told = next((it for it in told_parts(text) if it.is_signed or it.is_sure), None)
    return Name(told.start, told.end, told.value, "marked") if told else None


def _shown(text: str, known: Collection[Hit], least: int) -> Name | None:
    """The name that looks like nothing else."""
    values = {hit.value for hit in known}
    found = islice(names(text, 0, len(text)), NAMES_MAX)
    name = max(
        (name for name in found if name.shape != "word" and name.value not in values),
        key=_stands_out,
        default=None,
    )
    return name if name is not None and _stands_out(name) >= least else None


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
