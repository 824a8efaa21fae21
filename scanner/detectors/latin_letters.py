"""Names in other alphabets as people write them in Latin letters: "шмелева" is "shmeleva"."""

from __future__ import annotations

_BETWEEN = " "  # letters of the tables below; a letter that is not written has nothing

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch  y  e yu ya".split(_BETWEEN),
        strict=True,
    )
)
_UKRAINIAN = _RUSSIAN | dict(
    zip("гґиіїєюящ'ʼ", "h g y i i ie iu ia shch  ".split(_BETWEEN), strict=True)
)
_SERBIAN = _RUSSIAN | dict(
    zip("јљњћђџжхцчш", "j lj nj c dj dz z h c c s".split(_BETWEEN), strict=True)
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y i y".split(
            _BETWEEN
        ),
        strict=True,
    )
)


def in_latin(name: str) -> str | None:
    """The name in Latin letters; None where it holds letters of no alphabet known here."""
    low = name.lower()
    if low.isascii():
        return low
    if set(low) & set("іїєґ"):
        table = _UKRAINIAN
    elif set(low) & set("јљњћђџ"):
        table = _SERBIAN
    elif any("а" <= sign <= "ё" for sign in low):
        table = _RUSSIAN
    else:
        table = _GREEK
    latin = "".join(table.get(sign, sign) for sign in low)
    return latin if latin.isascii() and latin else None
