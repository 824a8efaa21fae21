"""Links to work samples and public products, which everyone may show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.message import Message
from scanner.verdict import Category, Excuse, Finding
from scanner.views import Views

LINKS: frozenset[Category] = frozenset({"contact.link", "contact.handle"})

# Hosts whose pages are work or knowledge, with no way to write to somebody as their purpose.
SAMPLE_HOSTS = frozenset(
    {
        "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org",
        "codepen.io", "jsfiddle.net", "codesandbox.io", "stackblitz.com", "replit.com",
        "crates.io", "packagist.org", "hub.docker.com",
        "huggingface.co", "kaggle.com", "colab.research.google.com", "behance.net",
        "dribbble.com", "artstation.com", "deviantart.com", "figma.com", "sketchfab.com",
        "thingiverse.com", "grabcad.com", "printables.com", "unsplash.com", "500px.com",
        "flickr.com", "youtube.com", "youtu.be", "vimeo.com", "soundcloud.com", "bandcamp.com",
        "open.spotify.com", "itch.io", "apps.apple.com", "play.google.com",
        "store.steampowered.com", "chromewebstore.google.com", "wordpress.org",
        "themeforest.net", "medium.com", "dev.to", "wikipedia.org", "stackoverflow.com",
        "stackexchange.com", "creativecommons.org", "scholar.google.com", "arxiv.org",
        "orcid.org", "w3.org",
    }
)  # fmt: skip

# Pages of such hosts that are there to be written to.
CONTACT_PATH = re.compile(
    r"(^|[/_.?=#-])(contact|contacts|contactme|contact-?us|kontakt|contatto|contacto|contato|about"
    r"|impressum|imprint|hire-?me|messages?|dm|community|join|invite)([/_.?=#-]|$)",
    re.IGNORECASE,
)


class Portfolio:
    """Drops links to pages of sample hosts, unless the page is for getting in touch."""

    id = "portfolio"

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterator[Excuse]:
        """One excuse for each link that shows work."""
        for finding in findings:
            is_link = finding.type == "url" and finding.category in LINKS
            if is_link and finding.value is not None and shows_work(finding.value):
                yield Excuse(finding=finding, reason="portfolio", source=self.id, weight=0.0)


def shows_work(url: str) -> bool:
    """Whether a URL without scheme is of a sample host and of no contact page there."""
    host, _, path = url.partition("/")
    labels = host.partition(":")[0].casefold().rstrip(".").split(".")
    parents = {".".join(labels[i:]) for i in range(len(labels) - 1)}
    return not parents.isdisjoint(SAMPLE_HOSTS) and CONTACT_PATH.search(path) is None
