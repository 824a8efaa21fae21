"""The roles of people on the desk, from the one that opens least to the one that opens most."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["moderator", "lead", "ts", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
