"""Names of apps with letters masked, replaced or set apart: "Te**gram", "d!sc0rd", "sk. yp. e"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.words import Word

MASKED_MAX = 40  # looked at in one view
STARS_MAX = 0.45  # share of letters that may be masked

_WILD = "*#_•×■█…"
_LIKE = {
    "a": "a4@^αа", "b": "b8ß6", "c": "c(¢с", "d": "dԁ", "e": "e3€éèеё", "f": "fƒ", "g": "g9qğ6",
    "h": "hн", "i": "i1!|líїі", "k": "kκк", "l": "l1!|i", "m": "mм", "n": "nη", "o": "o0øо°",
    "p": "pр", "r": "rг", "s": "s5$ѕ", "t": "t7+т", "u": "uvμ", "v": "vν", "w": "w", "y": "yу",
    "x": "xх", "z": "z2",
}  # fmt: skip
_NAMES = {
    "whatsapp": "whatsapp", "whatsap": "whatsapp", "telegram": "telegram", "skype": "skype",
    "discord": "discord", "wechat": "wechat", "viber": "viber", "signal": "signal",
    "instagram": "instagram", "insta": "instagram", "facebook": "facebook", "linkedin": "linkedin",
    "messenger": "facebook", "snapchat": "snapchat", "kakaotalk": "kakao", "twitter": "twitter",
    "tiktok": "tiktok",
}  # fmt: skip
_GAP = r"[\s.~'’/-]{0,2}"  # apart from what stands for letters, so that there is one way to read it


def _letter(letter: str) -> str:
    like = f"[{re.escape(_LIKE[letter] + _WILD)}]"
    return rf"(?:{like}|rn|nn)" if letter == "m" else rf"(?:{like}|vv)" if letter == "w" else like


# The first letter is seldom masked; a class at the head would be tried at every character.
_MASKED = re.compile(
    r"(?<![a-z0-9])(?:"
    + "|".join(
        f"(?P<n{index}>[{re.escape(_LIKE[name[0]])}]"
        + "".join(f"{_GAP}{_letter(letter)}" for letter in name[1:])
        + ")"
        for index, name in enumerate(_NAMES)
    )
    + r")(?![a-z0-9])"
)
_APPS = tuple(_NAMES.values())


def masked(low: str) -> Iterator[Word]:
    """Every such name that is written otherwise than plainly, in order of the text."""
    for match in islice(_MASKED.finditer(low), MASKED_MAX):
        written = match.group()
        index = int((match.lastgroup or "n0")[1:])
        plain = "".join(character for character in written if character.isalnum())
        stars = sum(written.count(sign) for sign in _WILD)
        is_hidden = not written.isalpha() or plain not in _NAMES
        if is_hidden and stars <= STARS_MAX * len(written):
            yield Word(match.start(), match.end(), _APPS[index])
