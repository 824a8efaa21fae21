"""Names that carry the server they are on: of Matrix, and of the Fediverse.

"@jo:aurora.chat", "jo_paints on mastodon.nl", "an at, then jo:aurora.chat".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from scanner.detectors.domains import is_registrable, may_name_host
from scanner.detectors.handles.names import Name
from scanner.detectors.words import Word, Words
from scanner.views.signs.words import AT

SERVERS_MAX = 20  # looked at in one view
REACH = 60  # characters from a name with its server to what says which network it is on
SIGN_REACH = 24  # characters before such a name in which an "at" is said

_SERVER = r"(?:[A-Za-z0-9-]{1,40}+\.){1,3}[A-Za-z]{2,12}"
_WRITTEN = re.compile(rf"(?<![\w@./])@[A-Za-z0-9_.=-]{{2,40}}[:@]{_SERVER}")
_UNMARKED = re.compile(
    rf"(?<![\w@./:-])(?P<name>[A-Za-z][A-Za-z0-9_.=-]{{1,30}}):(?P<server>{_SERVER})(?![\w:/@])"
)
_ON = re.compile(
    r"(?<![\w@./:-])(?P<name>[A-Za-z][A-Za-z0-9_.-]{2,30})[\"'”»]?,? "
    r"(?:on|at|op|auf|bei|sur|chez|en|em|no|na|su|presso|på|hos|w|u|на|в|у|pe|di|sa|kwenye"
    rf"|on the server|auf dem server|op de server|op server|sur le serveur) (?P<server>{_SERVER})"
    r"(?![\w:/@])"
)
_NETWORKS = {"mastodon": "@", "matrix": ":", "xmpp": "@"}
_KNOWN = re.compile(
    r"(?:mastodon|mstdn|fosstodon|mas\.to|pixelfed|lemmy|misskey|pleroma)\b.*|.*\.social",
    re.IGNORECASE,
)
_TALK = Words.of(
    """
    work, working, works, hosted, host, live, lives, runs, running, bug, bugs, based, found, it,
    that, this, here, there, site, page, shop, account, registered, domain, server, login, online,
    is, ist, est, hier, dort, pagina, seite, website, blog, projects, project, posts, post, me
    """
)
_ATS = Words.of("at, an at, at sign, ein at, un arroba, una arroba," + AT.replace("|", ","))


def federated(text: str, low: str, apps: Sequence[Word]) -> Iterator[tuple[Name, float]]:
    """Names with their mark and server; others where a network of such names is told."""
    if not may_name_host(text):
        return
    for match in _WRITTEN.finditer(text):
        yield Name(*match.span(), match.group()[1:].lower(), "marked"), 0.85
    for match in islice(_UNMARKED.finditer(text), SERVERS_MAX):
        start = match.start()
        is_told = _sign(apps, match) == ":" or _ATS.any_in(low, start - SIGN_REACH, start)
        if is_told and is_registrable(match["server"].lower()):
            yield Name(*match.span(), match.group().lower(), "marked"), 0.7
    for match in islice(_ON.finditer(text), SERVERS_MAX):
        server = match["server"].lower()
        sign = _sign(apps, match) or ("@" if _KNOWN.fullmatch(server) else "")
        is_name = not _TALK.any_in(match["name"].lower()) and is_registrable(server)
        if sign and is_name:
            value = f"{match['name'].lower()}{sign}{server}"
            yield Name(*match.span(), value, "marked"), 0.7


def _sign(apps: Sequence[Word], match: re.Match[str]) -> str:
    """What parts a name from its server on the network that is named close by."""
    for app in apps:
        if app.meaning in _NETWORKS and (
            0 <= match.start() - app.end <= REACH or 0 <= app.start - match.end() <= REACH
        ):
            return _NETWORKS[app.meaning]
    return ""
