"""Escapes and encodings: "jolanta&#64;lis.pl", "casper%40foto.no", base64, character codes, Morse.

Escapes of single characters are undone wherever they stand for what addresses and numbers are made
of. A token in another encoding is read only when what it hides has the shape of a contact.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from scanner.views.glance import Glance
from scanner.views.view import Edit, View, rewrite

TOKEN_MIN_LENGTH = 15  # characters; base64 of the ten of "ab@cde.com" has 14 and padding
TOKEN_MAX_LENGTH = 400  # characters of an encoded token; an address of 254 octets has 340 in base64

# What is worth hiding: an address, a host with a path, or figures enough for a telephone.
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.[a-zA-Z]{2}|(?:\d[ ()./-]{0,2}){7}"
    r"|(?:https?://|www\.|\b(?:t|wa)\.me/|discord\.gg/)"
)
_HINTS = ("0x40", "U+0040", "u+0040", '"@', "'@", "`@", ".join(", "data-", "-\n")
_CALLS = frozenset({"char", "chr", "fromcharcode", "string"})
_CODES = re.compile(r"\d[,;] ?\d\d+[,;] ?\d\d|(?<!\S)\d{2,3}(?: \d{2,3}){7}")
_BITS = re.compile(r"[01]{7}")
_DOTS_AND_DASHES = re.compile(r"[.\-·•–—]{2} [.\-·•–—]+ [.\-·•–—]")


def decode(view: View, glance: Glance) -> View:
    """The view with escapes undone and encoded tokens read."""
    if _is_escaped(view.text, glance) or not glance.words.isdisjoint(_CALLS):
        for disguise, pattern, replacement in _ESCAPES:
            edits = _edits(view.text, pattern, replacement)
            view = rewrite(view, edits, disguise=disguise)
    for disguise, is_likely, pattern, replacement in _TOKENS:
        if is_likely(view.text, glance):
            edits = _edits(view.text, pattern, _if_contact(replacement))
            view = rewrite(view, edits, disguise=disguise)
    return view


def _is_escaped(text: str, glance: Glance) -> bool:
    return not glance.characters.isdisjoint("&%\\=<") or any(hint in text for hint in _HINTS)


def _edits(
    text: str, pattern: re.Pattern[str], replacement: Callable[[str], str | None]
) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        decoded = replacement(match[0])
        if decoded is not None and decoded != match[0]:
            yield Edit(*match.span(), decoded)


def _if_contact(decoder: Callable[[str], str | None]) -> Callable[[str], str | None]:
    def replacement(token: str) -> str | None:
        decoded = decoder(token)
        is_contact = decoded is not None and decoded.isprintable() and _CONTACT.search(decoded)
        return decoded if is_contact else None

    return replacement


def _character(escape: str) -> str | None:
    r"""The character that "\x40", "\u0040", "\0040" or "=40" stands for."""
    code = int(re.sub(r"[^0-9a-fA-F]", "", escape.lstrip("\\=uUx{")) or "0", 16)
    return chr(code) if 0x20 < code < 0x7F else None


def _unescaped(escape: str) -> str | None:
    decoded = html.unescape(escape)
    return decoded if decoded.isascii() and decoded.isprintable() else None


def _call(call: str) -> str | None:
    code = int(re.sub(r"\D", "", call))
    return chr(code) if 0x20 < code < 0x7F else None


def _base64(token: str) -> str | None:
    plain = token.translate(_URL_SAFE)
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return None


def _hexadecimal(token: str) -> str | None:
    try:
        return bytes.fromhex(re.sub(r"0x|[^0-9a-fA-F]", "", token)).decode("utf-8")
    except ValueError:
        return None


def _codes(token: str) -> str | None:
    codes = [int(code) for code in re.findall(r"\d+", token)]
    if all(0x20 <= code < 0x7F for code in codes):
        decoded = "".join(map(chr, codes))
        if _CONTACT.search(decoded):
            return decoded
    if re.search("[89]", token):
        return None
    codes = [int(code, 8) for code in re.findall(r"\d+", token)]
    return "".join(map(chr, codes)) if all(0x20 <= code < 0x7F for code in codes) else None


def _binary(token: str) -> str | None:
    bits = re.sub("[^01]", "", token)
    width = 8 if len(bits) % 8 == 0 else 7
    codes = [int(bits[at : at + width], 2) for at in range(0, len(bits), width)]
    return "".join(map(chr, codes)) if all(0x20 <= code < 0x7F for code in codes) else None


def _base32(token: str) -> str | None:
    try:
        return base64.b32decode(token.rstrip("=") + "=" * (-len(token.rstrip("=")) % 8)).decode(
            "utf-8"
        )
    except (binascii.Error, ValueError):
        return None


def _upside_down(token: str) -> str | None:
    return token[::-1].translate(_FLIPPED)


def _morse(token: str) -> str | None:
    plain = token.translate(_MORSE_SIGNS)
    letters = [MORSE_LETTERS.get(sign, "") for sign in plain.split()]
    return "".join(letters) if all(letters) else None


def _list_joined(listed: str) -> str:
    """``['jane', 'roe'].join('.')`` as the string that it makes."""
    *parts, sign = _STRING.findall(listed.replace("String.fromCharCode(64)", "'@'"))
    if listed[0] != "[":  # "'@'.join(['jane', 'lis.pl'])"
        parts = [*parts[1:], sign]
        sign = _STRING.findall(listed)[0]
    return f"'{sign.join(parts)}'"


_ADDS = r"(?:\s?(?:\+|\.\.|&|\|\||~|<>|,)\s?|\s\.\s)"  # what puts strings together
_STRING = re.compile(r"[\"']([\w.@+-]{0,40})[\"']")
_FLIPPED = str.maketrans("ɐqɔpǝɟƃɓɥᴉıɾʞןlɯuodbɹsʇnʌʍxʎz˙'", "abcdefgghiijkllmnopqrstuvwxyz.,")
_TURNED = frozenset("ɐɔǝɟƃɥɹʇʌʍʎɯᴉ")
_URL_SAFE = str.maketrans("-_", "+/", "=")
_MORSE_SIGNS = str.maketrans({"·": ".", "•": ".", "–": "-", "—": "-", "−": "-", "/": " ", "|": " "})
MORSE = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .--"
    " -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .--.-. .-.-.-"
    " -....- ..--.-"  # letters, figures, and @ . - _
)
MORSE_LETTERS = dict(zip(MORSE.split(" "), "abcdefghijklmnopqrstuvwxyz0123456789@.-_", strict=True))

_ESCAPES: tuple[tuple[str, re.Pattern[str], Callable[[str], str | None]], ...] = (
    ("html escapes", re.compile(r"&(?:#x?[0-9a-fA-F]{2,5}|[a-zA-Z]{3,8});"), _unescaped),
    (
        "html escapes",
        re.compile(r"<!--[^<>]{0,40}-->|</?(?:b|i|u|s|em|wbr|span|font|strong)/?>"),
        lambda _: "",
    ),
    # Lines as they are shown; the cells of a table stay apart.
    (
        "html escapes",
        re.compile(r"(?<=\d)\s?(?:</?(?:br|p|div|li)\s?/?>\s?){1,4}(?=\d)", re.IGNORECASE),
        lambda _: "\n",
    ),
    (
        "percent escapes",
        re.compile(r"(?<=\w)(?:%(?:2[0BbDdEe]|3[0-9]|[4-7][0-9A-Fa-f])){1,40}(?=\w)"),
        unquote,
    ),
    (
        "percent escapes",
        re.compile(r"(?:%(?:2[BbDdEe]|3[0-9]|[4-7][0-9A-Fa-f])){6,200}"),
        unquote,
    ),
    ("percent escapes", re.compile(r"(?<=[\w@]\.)(?:%[467][0-9A-Fa-f]){2,10}"), unquote),
    (
        "character escapes",
        re.compile(r"(?:\\(?:0[4-7][0-7]|1[0-7]{2})){6,200}"),
        lambda codes: "".join(chr(int(code, 8)) for code in codes[1:].split("\\")),
    ),
    (
        "character escapes",
        re.compile(r"\\(?:x|u00|u\{|00)[0-9a-fA-F]{2}\}?|(?<=\w)=(?:40|2[BDE]|5F)(?=\w)"),
        _character,
    ),
    ("character escapes", re.compile(r"(?<=\w)\\(?=\.\w)"), lambda _: ""),
    # Of style sheets, with the blank that ends one: "jo\\40 lis\\2e pl".
    (
        "character escapes",
        re.compile(r"(?<=\w)\\0{0,4}(?:40|2[BDEbde]|5[Ff])(?![0-9A-Fa-f]) ?(?=\w)"),
        _character,
    ),
    ("character escapes", re.compile(r"\s?\b(?:[uU]\+00|0x)40\b\s?"), lambda _: "@"),
    (
        "joined strings",
        re.compile(
            r"\[(?:\s?[\"'][\w.@+-]{1,40}[\"'],?){2,8}\s?\]\.join\("
            r"(?:[\"'][@._+-]?[\"']|String\.fromCharCode\(64\))\)"
            r"|[\"'][@._+-]?[\"']\.join\([\[(](?:\s?[\"'][\w.@+-]{1,40}[\"'],?){2,8}\s?[\])]\)"
        ),
        _list_joined,
    ),
    # Of pages that put an address together by a script: data-user="jane" data-domain="lis.pl".
    (
        "joined strings",
        re.compile(
            r"\bdata-(?:u|user|name|n|local|mailbox|box|who|part1|a)=[\"'][\w.+-]{1,40}[\"']"
            r"\s{1,3}data-(?:d|domain|dom|host|h|site|server|part2|b)=[\"'][\w-]{1,40}"
            r"(?:\.[\w-]{2,20}){1,3}[\"']"
        ),
        lambda said: f"'{'@'.join(_STRING.findall(said))}'",
    ),
    # Of TeX: "jane\\char64 lis.pl", "jane\\symbol{64}lis.pl".
    (
        "character escapes",
        re.compile(r"\s?\\(?:char(?:\s?64|['\"]\s?(?:40|100))\b|symbol\{64\}|@)(?:\{\})?\s?"),
        lambda _: "@",
    ),
    (
        "joined strings",
        re.compile(rf"[\"'`]{_ADDS}[\"'`](?=@|[\w.]{{1,30}}[\"'`])|(?<=@)[\"'`]{_ADDS}[\"'`]"),
        lambda _: "",
    ),
    ("broken lines", re.compile(r"(?<=[a-z])-\n(?=[a-z]{1,20}[.@])"), lambda _: ""),
    (
        "character escapes",
        re.compile(
            r"""["' ]{0,2}(?:\|\||[&+,.~])? ?(?:String\.fromCharCode|_?CHAR|CHR|[cC]hr)"""
            r"""\(\d{2,3}\) ?(?:\|\||[&+,.~])?["' ]{0,2}"""
        ),
        _call,
    ),
)
ESCAPED = frozenset({name for name, _, _ in _ESCAPES} - {"broken lines"})
_TOKENS: tuple[
    tuple[str, Callable[[str, Glance], bool], re.Pattern[str], Callable[[str], str | None]], ...
] = (
    (
        "base64",
        lambda _, glance: glance.longest >= TOKEN_MIN_LENGTH,
        re.compile(
            rf"(?<![\w+/-])[A-Za-z0-9+/_-]{{{TOKEN_MIN_LENGTH},{TOKEN_MAX_LENGTH}}}={{0,2}}(?![\w+/-])"
        ),
        _base64,
    ),
    (
        "character codes",
        lambda _, glance: bool(glance.mixed),
        re.compile(r"\b(?:0x)?[0-9a-fA-F]{2}(?:[ :,]{0,2}(?:0x)?[0-9a-fA-F]{2}){6,99}\b"),
        _hexadecimal,
    ),
    (
        "character codes",
        lambda text, glance: glance.has_digits and _CODES.search(text) is not None,
        re.compile(r"\b\d{2,3}(?:[,;\s]{1,2}\d{2,3}){5,99}\b"),
        _codes,
    ),
    (
        "character codes",
        lambda text, glance: glance.has_digits and _BITS.search(text) is not None,
        re.compile(
            r"(?<![\w.])(?:[01]{8}(?:[ ,]{0,2}[01]{8}){6,99}"
            r"|[01]{7}(?:[ ,]{1,2}[01]{7}){6,99})(?![\w.])"
        ),
        _binary,
    ),
    (
        "base32",
        lambda _, glance: glance.longest >= 2 * TOKEN_MIN_LENGTH,
        re.compile(r"(?<![\w+/-])[A-Z2-7]{24,400}={0,6}(?![\w+/-])"),
        _base32,
    ),
    (
        "upside down",
        lambda _, glance: not glance.characters.isdisjoint(_TURNED),
        re.compile(r"(?<!\S)[^\s]{8,100}(?!\S)"),
        _upside_down,
    ),
    (
        "morse",
        lambda text, glance: (
            not glance.characters.isdisjoint("-–—") and _DOTS_AND_DASHES.search(text) is not None
        ),
        re.compile(r"(?<!\S)[.\-·•–—]{1,7}(?:[ /|]{1,3}[.\-·•–—]{1,7}){4,99}(?!\S)"),
        _morse,
    ),
)
