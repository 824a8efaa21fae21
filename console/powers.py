"""What each role may do at the desk. A page names the power that opens it; there is no other rule.

Powers that a key of the API can have as well are called what its scope is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

from config.roles import Role
from console.tongues import N_, Words

Power = Literal["own", "read", "moderate", "reveal", "numbers", "train", "tune", "admin"]
POWERS: tuple[Power, ...] = get_args(Power)

_DESK: Final = frozenset[Power]({"own", "read", "moderate", "reveal"})
OPENED: Final[Mapping[Role, frozenset[Power]]] = {
    "moderator": _DESK,
    "lead": _DESK | {"numbers", "train"},
    "ts": _DESK | {"numbers", "train", "tune"},
    "admin": _DESK | {"numbers", "train", "tune", "admin"},
}

MEANS: Final[Mapping[Power, str]] = Words(
    {
        "own": N_("look after their own account"),
        "read": N_("see the queue and cases"),
        "moderate": N_("claim, decide, undo, label and snooze"),
        "reveal": N_("show contact details in the clear, which is logged"),
        "numbers": N_("see the numbers of the whole desk, which are for leads"),
        "train": N_("mark cases as golden items, which teach colleagues"),
        "tune": N_("try thresholds on what was judged, and look at the rules"),
        "admin": N_("make logins and look after them"),
    }
)


def may(role: str, power: Power) -> bool:
    """Whether the role has the power; one that is not known here has none."""
    return power in next((powers for name, powers in OPENED.items() if name == role), ())
