"""The area code of a number that is given apart from it: "988 41 20 73, DDD 21"."""

from __future__ import annotations

import re

REACH = 30  # characters between the number and what is said of its area
LOCAL_DIGITS = range(6, 10)  # of a number without its area code
NATIONAL_DIGITS = range(9, 12)  # of both

_CODE = (
    r"(?<!\w)(?:ddd|lada|area code|código de área|codigo de area|prefijo|prefisso|vorwahl|"
    r"indicatif|indicativo|característica|kierunkowy|код города|код міста|alan kodu|kode area|"
    r"mã vùng|市外局番|區號|区号|지역번호)"
    r"[\s:=()\"'-]{0,3}(?:is |é |es |o |el |do |da |è |ist |est )?"
    r"\(?(?P<code>0?[1-9]\d{1,3})(?!\d)"
)
_BEFORE, _AFTER = re.compile(_CODE + r"[^\d\n]{0,25}\Z"), re.compile(r"[^\d\n]{0,25}?" + _CODE)


def with_area_code(low: str, start: int, end: int, digits: str) -> str | None:
    """The digits with the area code that is told before or after them; None where none is."""
    if len(digits) not in LOCAL_DIGITS:
        return None
    before = _BEFORE.search(low, max(0, start - 2 * REACH), start)
    told = before or _AFTER.match(low, end, end + 2 * REACH)
    if told is None:
        return None
    whole = told["code"] + digits
    return whole if len(whole.lstrip("0")) in NATIONAL_DIGITS else None
