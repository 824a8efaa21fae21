"""Where a message that was judged to lead away wants one to go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from scanner.detectors.domains import is_registrable
from scanner.detectors.hit import Hit
from scanner.detectors.links.forms import Link, links_in
from scanner.verdict import Category
from scanner.views.view import View

LEADING: tuple[Category, ...] = ("scam", "spam", "contact.link", "contact.pointer")
LIKELY = 0.5  # probability of one of them from which its links are worth showing
LINKS_MAX = 5  # shown of one message
CONFIDENCE = 0.5
_RESERVED = (".example", ".test", ".invalid")  # RFC 2606: what a harmless copy of a lure leads to
_FILES = (".py", ".md", ".sh", ".rs", ".pl", ".zip", ".ts", ".js", ".mov")  # rather than endings


class LeadDetector:
    """Finds the links, whatever they are called, that nothing in themselves speaks against."""

    id = "lead"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The links of a message that likely leads away, but those ``known`` already."""
        category = max(LEADING, key=lambda category: probabilities.get(category, 0.0))
        if probabilities.get(category, 0.0) < LIKELY or "." not in view.text:
            return
        values = {hit.value for hit in known}
        links = (link for link in links_in(view.text) if _leads_away(link, view.text))
        for link in islice(links, LINKS_MAX):
            if link.address not in values:
                yield Hit(
                    category=category,
                    start=link.start,
                    end=link.end,
                    confidence=CONFIDENCE,
                    type="url",
                    value=link.address,
                )


def _leads_away(link: Link, text: str) -> bool:
    """Whether it is a link, and neither an address of mail nor the name of a file."""
    return (
        "@" not in text[link.start : link.end]
        and text[max(0, link.start - 1) : link.start] != "@"
        and (bool(link.segments) or not link.host.endswith(_FILES))
        and (is_registrable(link.host) or link.host.endswith(_RESERVED))
    )
