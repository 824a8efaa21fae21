"""What looks like a name on a messenger or network, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from scanner.detectors.domains import MAIL_DOMAINS, is_registrable
from scanner.detectors.mail.names import is_thing
from scanner.detectors.words import Words, continues_word, split
from scanner.views.glance import UNSPACED

Shape = Literal["marked", "technical", "domain", "word"]

NAME_MAX_LENGTH = 40  # characters; 32 on Telegram and Skype, 39 on GitHub
WORD_MIN_LENGTH = 4  # characters of a name that is a mere word; 5 on Telegram, 6 on Skype
LETTERS_MIN = 3  # in a name without a mark: "v2.3" is a version
LEAD = 30  # characters of the words that stand right before a name
UNUSUAL_LENGTH, LONG_LENGTH = 9, 16  # from here on a word without an ordinary ending, or any

# Names of any script, where nobody writes "_" in talk. Whoever puts no spaces between words writes
# on right behind a name ("@ken_devに"), so letters of both kinds are never in one name.
_SPACED = (
    rf"(?=[^\W{UNSPACED}]{{0,40}}[^\x00-\x7f\W{UNSPACED}])"
    rf"[^\W\d_{UNSPACED}]{{2,20}}(?:_[^\W_{UNSPACED}]{{1,20}}){{1,3}}"
)
_UNSPACED = rf"(?:(?=[{UNSPACED}])[^\W\d_]){{2,20}}(?:_(?:(?=[{UNSPACED}])[^\W_]){{1,20}}){{1,3}}"
# Bounded classes only, and a look behind that lets no match begin within another: linear.
_BEGUN = (
    r"(?P<mark>@\s?|/?u/)?"
    rf"(?P<name>{_SPACED}|{_UNSPACED}|live:[.\w-]{{3,64}}"
    r"|[A-Za-z0-9][A-Za-z0-9_.-]{1,38}(?P<tag>\s?#\d{4,5}(?!\d))?"
    r"(?:[:@][a-z0-9.-]{3,40}\.[a-z]{2,10}(?![\w@]))?)"
)
_NAME = re.compile(rf"(?<![A-Za-z\u00c0-\u052f0-9_@./:#-]){_BEGUN}")
# Where the range begins: "telegram:jo_dev", "ig/jo.dev", "insta@jo_dev".
_RIGHT_THERE = re.compile(rf"(?:[:/-]|(?=@)){_BEGUN}")
_GLOSS = re.compile(r"\([^\W\d_]{2,12}\)")  # "@jo_dev(tg)"
_FILE_ENDINGS = split(
    """
    html, htm, css, scss, js, jsx, ts, tsx, vue, json, yaml, yml, xml, md, txt, pdf, doc, docx, xls,
    xlsx, ppt, pptx, csv, png, jpg, jpeg, gif, svg, webp, psd, ai, fig, mp4, mov, wav, zip, rar, 7z,
    gz, tar, exe, dll, deb, rpm, apk, ipa, jar, php, java, kt, swift, go, rb, scala, cpp, hpp, sh,
    sql, env, log, ini, toml, lock, conf, cfg, bak, docm, xlsm, pptm, scr, bat, msi, iso, lnk, hta,
    vbs, ps1, dmg, blend, dwg, skp, aep, indd, eps, ttf, otf, srt
    """
)
_FILE = re.compile(rf".*\.(?:{'|'.join(_FILE_ENDINGS)})", re.IGNORECASE)
# On Discord people call themselves like programs: "nattugle.exe".
EXECUTABLE = re.compile(r"(?<![\w./\\-])[a-z0-9_]{4,28}\.exe(?![\w.])", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+(?:-[a-z]+)*|[A-Z]+|[A-Z][a-z]+[A-Z][a-z]+")
HUMPS = r"(?:[A-Z][a-z]+){2,5}(?:[A-Z]{2,3})?\d{0,4}"  # "OldTeaKettle"
# "k.u.r.u.k.a.h.v.e": a name spelt out, by signs that it has not.
_SPELT = re.compile(r"[A-Za-z0-9](?:([._-])[A-Za-z0-9])(?:\1[A-Za-z0-9]){2,30}")
_NUMBER = re.compile(r"\d{9,15}(?![\d_.-])")  # a phone's, with the next word run into it
_MEASURE = re.compile(r"\d{1,4}(?:-[a-z]{3,}){1,2}")  # "2-hour", "30-day-trial"
_MADE_UP = re.compile(r"(?:test|demo|sandbox|dummy|example|sample)[\W_]", re.IGNORECASE)
# How ordinary words end that are long enough for a name; European languages share many of them.
_ORDINARY = re.compile(
    r".*(?:er|or|ist|ing|ed|ly|ion|ions|ment|ments|able|ible|ive|ity|ness|ers|ors|ists|eur|euse|teur|trice"
    r"|ado|ada|ando|endo|mente|ción|cao|zione|zioni|ung|ungen|isch|lich|keit|heit|ieren|ant|ent|ance|ence"
    r"|aire|ique|ical|ally|ional|ismo|idad|idade|ità|tion|ture|ware|graphy|grafo|grafa|graf|logo|loga|ology"
    r"|ship|less|ful|ous|ise|ize|ate|ates|ware|book|work|page|site|shop|time|teur|ista|isti|iste|ador|adora"
    r"|owania|owanie|nych|nego|ów|ami|acja|acji|ler|lar|mak|mek|yor|iyor|dir|kan|nya|an|wala|wale|wali)",
    re.IGNORECASE,
)
# Words of work that are as long as names and end like one.
_OF_WORK = frozenset(
    split(
        """
        background, dashboard, wireframe, interface, framework, thumbnail, landing-page, mockup,
        redesign, frontend, backend, prototype, developers, templates, animation, keyboard,
        something, everything, somewhere, anything, everybody, yesterday, tomorrow, sometimes,
        playlist, storyboard, screenshot, screenshots, notifications, moodboard, fullstack,
        typescript, javascript, flutter, figma-file, navigation, checklist, hopefully, afterwards
        """
    )
)

# What follows "@" in code, who is meant by it in rooms, and words that follow "name": nobody's.
NOBODY = frozenset(
    split(
        """
        media, import, keyframes, font-face, supports, charset, layer, page, container, apply,
        tailwind, mixin, include, extend, use, param, return, returns, override, inject,
        injectable, viewmodel, property, staticmethod, dataclass, deprecated, todo, component,
        entity, autowired, ts-ignore, graphql, types, angular, vue, nestjs, babel,
        version, latest,
        here, everyone, channel, client, freelancer, all, team, admin, support,
        user, username, name, nick, nickname, login, alias, profile, bio, userid,
        handle, yourname, yourhandle, your_handle, your_username, example, test, there, only,
        please, first, below, above, that, this, your, with, from, which, what, later, number,
        before, after, equals, equal, means, bot_token, api_key, chat_id, user_id,
        file_id, access_token, node_modules,
        written, hidden, painted, printed, drawn, blurred, removed, visible, inside, instead, again,
        already, anywhere, somewhere, anymore, changed, required, missing, taken, shown, given,
        """
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """Something that could be a name.

    ``shape``: marked by @ or #; technical to look at; a site as well as a name; or a mere word.
    """

    start: int
    end: int
    value: str
    shape: Shape

    @property
    def is_telling(self) -> bool:
        """Whether hardly any word or sentence looks like it: "jo_dev", "a.b.c", "lena1984"."""
        if self.shape == "word":
            return False
        digits = sum(map(str.isdigit, self.value))
        has_sign = "_" in self.value.strip("_") or self.value.count(".") > 1
        return has_sign or (digits > 1 and not self.value[0].isdigit()) or ":" in self.value

    @property
    def is_weak(self) -> bool:
        """Whether words look so too: "abal2" in Indonesian, "hab3at" for Arabic."""
        signs = any(sign in self.value for sign in "_.-:")
        return self.shape == "technical" and not signs and sum(map(str.isdigit, self.value)) == 1

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a word of work, or ends like any word and is no longer than those are."""
        if self.value.removesuffix("s") in _OF_WORK or self.value in _OF_WORK:
            return True
        return len(self.value) < LONG_LENGTH and _ORDINARY.fullmatch(self.value) is not None

    @property
    def is_unusual(self) -> bool:
        """Whether a mere word is so long, and ends so, that it is rather put together as a name."""
        if self.shape != "word" or len(self.value) < UNUSUAL_LENGTH:
            return False
        return "-" not in self.value and not self.is_ordinary


def stands_behind(words: Words, low: str, name: Name) -> bool:
    """Whether one of the words ends right before the name: "there I'm jo_dev"."""
    stop = name.start
    while stop > 0 and low[stop - 1] in " \t\"'“«:@":
        stop -= 1
    return any(
        word.end == stop and not continues_word(low, word.start - 1)
        for word in words.find(low, stop - LEAD, stop)
    )


def names(text: str, start: int, end: int) -> Iterator[Name]:
    """Everything that begins in the range and could be a name, in order."""
    straight = _RIGHT_THERE.match(text, start)
    found = _NAME.finditer(text, start, min(len(text), end + NAME_MAX_LENGTH))
    for match in chain([straight] if straight else [], found):
        if match.start() >= end:
            return
        name = match["name"].rstrip(".-:")
        is_mail_address = "@" in name and not match["mark"]
        low = name.lower()
        if is_mail_address or low in NOBODY or low in MAIL_DOMAINS or _MADE_UP.match(name):
            continue
        stop = match.start("name") + len(name)
        if "\u00c0" <= text[stop : stop + 1] <= "\u024f":  # "hat.ve.m" of "hat.ve.mürekkep"
            continue
        shape = _shape(name, is_marked=bool(match["mark"] or match["tag"]))
        if match["tag"] and len(name.split("#")[0].strip()) < LETTERS_MIN:  # "in #2828"
            continue
        if match is straight and (
            shape not in ("marked", "technical") or _is_thing(name) or text[stop : stop + 1] == ":"
        ):
            continue  # "telegram:enabled", "slack:webhook_url", "telegram@example.com"
        is_call = "." in name or _ORDINARY.fullmatch(name)  # "@app.route(telegram)"
        is_glossed = match["mark"] and not is_call and _GLOSS.match(text, stop)
        if shape and (is_glossed or text[stop : stop + 1] not in ("/", "(", "=", "\\")):
            begin = match.start("mark") if match["mark"] else match.start("name")
            yield Name(begin, stop, _canonical(name), shape)


def _is_constant(name: str) -> bool:
    """Whether it is a setting of a program: "TELEGRAM_TOKEN"."""
    parts = name.lower().split("_")
    return name.isupper() and len(parts) > 1 and is_thing(parts[-1])


def _is_thing(name: str) -> bool:
    """Whether it is a setting rather, or the host of a mail address."""
    low = name.lower()
    return all(is_thing(part) for part in re.split("[._-]", low)) or is_registrable(low)


def _canonical(name: str) -> str:
    """The name in lower case, without the signs that it was spelt out with."""
    if spelt := _SPELT.fullmatch(name):
        name = name.replace(spelt[1], "")
    return name.replace(" ", "").lower()


def _shape(name: str, *, is_marked: bool) -> Shape | None:
    """What the name looks like; None when it is rather a file, a number or a version."""
    if is_marked or name.startswith("live:"):
        return "marked" if len(name) >= LETTERS_MIN else None
    if sum(map(str.isalpha, name)) < LETTERS_MIN or ".." in name or _FILE.fullmatch(name):
        return None
    if _MEASURE.fullmatch(name) or _NUMBER.match(name) or _is_constant(name):
        return None
    if name.count(".") == 1 and is_registrable(name.lower()):
        return "domain"
    # In capitals it is rather the code of an error or an article: "KOE101".
    is_mixed = any(map(str.isdigit, name)) and len(name) > WORD_MIN_LENGTH and not name.isupper()
    ends_in_sign = name.endswith("_") and len(name) > WORD_MIN_LENGTH
    if "_" in name.strip("_") or "." in name or is_mixed or ends_in_sign:
        return "technical"
    return "word" if _WORD.fullmatch(name) and len(name) >= WORD_MIN_LENGTH else None
