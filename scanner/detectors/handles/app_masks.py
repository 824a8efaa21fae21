"""Names of apps with letters masked, replaced, set apart, dropped or exchanged: "Te**gram",
"d!sc0rd", "sk. yp. e", "skpye", "lnkdn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from scanner.detectors.words import Word, Words

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
    "messenger": "facebook", "snapchat": "snapchat", "kakaotalk": "kakao", "kakao": "kakao",
    "twitter": "twitter", "tiktok": "tiktok",
}  # fmt: skip
# Names that are words as well, or short, read letter by letter: "S.n.a.p", "G R A M".
_SPELT_NAMES = {
    "snap": "snapchat", "gram": "instagram", "insta": "instagram", "line": "line", "zalo": "zalo",
    "kakao": "kakao", "tele": "telegram", "wapp": "whatsapp", "kik": "kik", "imo": "imo",
    "slack": "slack", "zoom": "microsoft", "threema": "threema", "wire": "wire", "vk": "vk",
}  # fmt: skip
_SPELT_OUT = re.compile(r"(?<![a-z0-9.])[a-z](?:([ .\-_*·•|/])[a-z])(?:\1[a-z]){1,8}(?![a-z0-9])")
_VOWELS = frozenset("aeiouy")
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


LONG = 7  # letters of a name that is still itself with one of them missing
_WORDS_OF_TALK = frozenset(
    {"signal", "insta", "messenger", "message", "messager", "twiter", "titter", "tweeter", "litter",
     "vibre", "viebr", "masenger", "discrd", "signl", "discors", "twitte", "messenge"}
)  # fmt: skip


def _misspellings() -> Iterator[tuple[str, str]]:
    """Two letters exchanged, one dropped or doubled, or fewer vowels; no word of a language."""
    for name, app in _NAMES.items():
        if len(name) < 5 or name in _WORDS_OF_TALK:
            continue
        forms = {
            name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(1, len(name) - 1)
        }
        if len(name) >= LONG:
            forms |= {name[:at] + name[at + 1 :] for at in range(1, len(name))}
            forms |= {name[:at] + name[at] + name[at:] for at in range(len(name))}
            forms |= {name[0] + rest for rest in _with_fewer_vowels(name[1:])}
            forms.add(name.translate(str.maketrans("", "", "aeiou")))
        for form in forms - set(_NAMES) - _WORDS_OF_TALK:
            yield form, app


def _with_fewer_vowels(letters: str) -> Iterator[str]:
    """The letters with each choice of their vowels left out: "elegram", "elgrm", "lgrm"."""
    choices = (("", letter) if letter in _VOWELS else (letter,) for letter in letters)
    yield from map("".join, product(*choices))


_MISSPELT = Words(_misspellings())


def masked(low: str) -> Iterator[Word]:
    """Every such name that is written otherwise than plainly, in order of the text."""
    yield from sorted({*_masked(low), *islice(_MISSPELT.find(low), MASKED_MAX), *_spelt_out(low)})


def _spelt_out(low: str) -> Iterator[Word]:
    for match in islice(_SPELT_OUT.finditer(low), MASKED_MAX):
        if app := _SPELT_NAMES.get(match.group().replace(match[1], "")):
            yield Word(match.start(), match.end(), app)


def _masked(low: str) -> Iterator[Word]:
    for match in islice(_MASKED.finditer(low), MASKED_MAX):
        written = match.group()
        index = int((match.lastgroup or "n0")[1:])
        plain = "".join(character for character in written if character.isalnum())
        stars = sum(written.count(sign) for sign in _WILD)
        is_hidden = not written.isalpha() or plain not in _NAMES
        if is_hidden and stars <= STARS_MAX * len(written):
            yield Word(match.start(), match.end(), _APPS[index])
