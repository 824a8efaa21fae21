"""How the pages name what the engine and the service say of themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from console.tongues import N_, Words, gettext
from console.words import language
from store.replay import Outcome

DISGUISE: Mapping[str, str] = Words(
    {
        text: text
        for text in (
            N_("look-alikes"),
            N_("invisible characters"),
            N_("styled letters"),
            N_("enclosed digits"),
            N_("digits of other scripts"),
            N_("stacked marks"),
            N_("figures in disguise"),
            N_("leet"),
            N_("a legend of letters"),
            N_("reversed"),
            N_("spelled digits"),
            N_("split over messages"),
            N_("pieced together"),
            N_("words for symbols"),
            N_("scattered figures"),
            N_("figures apart"),
            N_("figures in a row"),
            N_("line starts"),
            N_("html escapes"),
            N_("percent escapes"),
            N_("character escapes"),
            N_("joined strings"),
            N_("broken lines"),
            N_("base64"),
            N_("base32"),
            N_("character codes"),
            N_("upside down"),
            N_("morse"),
            N_("odd signs"),
            N_("phonetic alphabet"),
            N_("respelt words"),
            N_("shifted letters"),
            N_("spaced digits"),
            N_("spaced letters"),
            N_("told in words"),
            N_("one piece a line"),
            N_("words in brackets"),
            N_("parts set off"),
            N_("letters strewn in"),
            N_("another keyboard"),
            N_("reversed words"),
        )
    }
)

PART: Mapping[str, str] = Words(  # of the service, as `api.modes` names them
    {
        "database": N_("database"),
        "redis": N_("redis"),
        "engine": N_("engine"),
        "server": N_("server"),
    }
)

MODE: Mapping[str, str] = Words(  # how a part is that is not well, as `api.modes` says it
    {
        text: text
        for text in (
            N_("does not answer"),
            N_("takes no changes: scans are judged and not stored, nothing is accepted"),
            N_("is about to stop"),
            N_("is too slow: scans are judged and not stored"),
        )
    }
)
_BROKE = re.compile("broke in (.+): what could not be read is flagged")


def disguise(name: str) -> str:
    """The name of a disguise in plain words."""
    return DISGUISE.get(name) or name.replace("-", " ").replace("_", " ")


def wrong(line: str) -> str:
    """A part that is away and what that means; what is not known here stays as it came."""
    part, _, state = line.partition(": ")
    if broke := _BROKE.fullmatch(state):
        told = gettext("broke in %(steps)s: what could not be read is flagged", steps=broke[1])
    else:
        told = MODE.get(state, state)
    return gettext("%(part)s: %(state)s", part=PART.get(part, part), state=told)


OUTCOME: Mapping[Outcome, str] = Words(  # at the head of a narrow column
    {"violation": N_("Not allowed"), "innocent": N_("Allowed"), "undecided": N_("Undecided")}
)

KIND: Mapping[str, str] = Words({"finding": N_("finds:"), "excuse": N_("excuses")})

STAGE: Mapping[str, str] = Words(  # of a rule
    {"trial": N_("on trial"), "live": N_("live"), "retired": N_("retired")}
)


def rule_language(code: str) -> str:
    """The language of a rule's file; ``mul`` is of those that speak none."""
    return gettext("of no language") if code == "mul" else language(code)
