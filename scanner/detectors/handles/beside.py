"""How likely a name belongs to an app that stands near it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from models.scripts import lowered
from scanner.detectors.handles.apps import COMMON_WORDS
from scanner.detectors.handles.names import LONG_LENGTH, UNUSUAL_LENGTH, Name, names, stands_behind
from scanner.detectors.handles.words import HANDOVER, IS_MINE, ON, SELF, THE
from scanner.detectors.words import Word

FAR = 90  # characters between an app and a marked name; a long clause, seen in real talk
NEAR = 45  # the same for a name that only its shape gives away
CLOSE = 12  # the same for a mere word, which also needs "id" or a colon
LEAD = 25  # characters before the app or the name in which "add me" still counts
WORD_LENGTH = 6  # of a mere word after a colon; shorter ones are rarely free on any network
OWN = 0.5  # likelihood of a name before the next app, from which those after it are not looked at
PARTICLE_LENGTH = 2  # characters between an app and a Latin name, where one writes otherwise
FOREIGN_MIN = 2  # letters of another script; the name of an app may be all there is
SURROUNDINGS = 60  # characters each side that tell which script one writes

DESCRIBED = ("nickname", "hint")  # meanings of what stands for an app that is not named
DOUBTFUL = 0.45  # confidence, at most, beside a mere hint at an app
ABBREVIATION_LENGTH = 4  # of an app's name that is no word: "tele", "dc", "fb"

_COLONS = frozenset(":：→>=–—")
_TAGS = r"(?:</?\w{1,8}>\s?){1,4}"
_WRAP = r"[^\w\s@.,;:!?/#]"  # quotes, stars, brackets, pictures
# From an app to a word that is its name: "Telegram: «jo»", "**Telegram:** jo", "tg -> [jo]".
_LEADS = re.compile(
    rf"{_WRAP}{{0,2}}\s*(?:[:：=→–—>-]|[-=>]>|(?P<vague>{_TAGS}))"
    rf"\s*[\"'“«‘「『„`]?(?P<sign>{_WRAP}{{1,2}}\ufe0f?\s?|[_/#])?"
)
# What is otherwise the beginning of something else: "_jo_", "/jo/", "#jo".
_WRAPPED = re.compile(
    r"\s?[:：=→–—>-]{1,2}\s?(?P<sign>[_/#])(?P<name>[A-Za-z][A-Za-z0-9]{4,30})"
    r"(?:(?<=[^#])(?P=sign))?(?![\w#/])"
)
_IS = re.compile(r"\s*(?:is|as|=|→|->|est|es|é|ist|è|це|это|to|jest|heet|sono|är|er)\s*")
_ID = re.compile(
    r"(?:(?<![a-z])(?:id|username|user|nick|nickname|handle|name|pseudo|usuario|usuário|user id|"
    r"alias|ник|логин|нік|імʼя|имя|айди|يوزر|معرف|آیدی|आईडी|আইডি|nom|naam|nama|nombre|nome|tên|adı|adım)"
    r"|アイディー|아이디|ไอดี|ユーザー名|用户名|账号|帳號|号|號|搜)"
    r"\s*(?:is|は|는|는요|:|：|=|-|→|es|ist|est|é|è|hai|है)?\s*[\"'“«「]?@?$"
)
_END = re.compile(
    r"\s*(?:[\"'”»」*~|\]}>_/]{1,2}|</)?\s*(?:$|[.,;!)(\n–—।<]|[\u2600-\u27bf\U0001f000-\U0001faff])"
)
_CLOSING = frozenset("»”\"'’」』“`")
_AS_PATH = re.compile(r"\s*/\s*(?:(?:in|u|user|users|profile|pub|me)\s*/\s*)?")
# "A mood like @kilnmill": what somebody else made.
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:like|by|from|of|cc|credits?|wie|von|comme|como|come|di|jak|как|как у|à la)\s\Z"
)
_ANDS = "or|and|y|o|e|ou|et|und|oder|en|of|i|lub|и|или|або|ve|و|اور|aur|dan"
_AND = re.compile(rf"\s(?:[&+/|]|(?:{_ANDS})\s)")
_CLAUSE_START = re.compile(rf"(?:[,;、。!?(\n/&+|·]|(?<!\w)(?:{_ANDS}))\s?\Z")
_QUOTED = re.compile(r"[«“\"'‘「『„`]$")
_JOINED = re.compile(
    rf"[\s,()\[\]:–—\"'”»-]*(?:(?:{IS_MINE}|{ON})\s+)?(?:(?:my|l'|{THE})\s*)?[\s(]*|\s*(?:是我的?|が|は)\s*"
)
_IS_MINE = re.compile(rf"[\"'”»]?\s(?:{IS_MINE})\s")
_GLOSS = re.compile(r"\s?[(\[]\s?|\s?[–—|]\s?")  # "jo (tg)", "jo — Telegram"
_STARTS = re.compile(r"(?:\A|[\n;|/•])\s*\Z")
_LEADING = ",:=>→-–—(\"'“«"
_COMMA = re.compile(r"\s?[,(]\s?")


@dataclass(frozen=True, slots=True)
class Pair:
    """An app and a name after it, with the text in lower case and what stands between the two."""

    low: str
    app: Word
    name: Name
    between: str
    is_lower: bool
    is_capital: bool  # the app's name is in capitals

    @property
    def is_described(self) -> bool:
        """Whether the app is not named, but told by its colour or picture."""
        return self.app.meaning in DESCRIBED

    @property
    def is_common(self) -> bool:
        """Whether the app's name is an ordinary word as well."""
        return self.is_described or self.low[self.app.start : self.app.end] in COMMON_WORDS

    @property
    def is_abbreviated(self) -> bool:
        """Whether the app's name is short, and hardly a word: "dc", but not "line"."""
        length = self.app.end - self.app.start
        return length <= ABBREVIATION_LENGTH and self.app.meaning not in ("line", *DESCRIBED)

    @property
    def is_adjacent(self) -> bool:
        """Whether only signs stand between the two."""
        return len(self.between) <= CLOSE and not any(map(str.isalnum, self.between))

    @property
    def has_colon(self) -> bool:
        """Whether a colon or an arrow leads from the app to the name."""
        return len(self.between) <= CLOSE and not _COLONS.isdisjoint(self.between)

    @property
    def is_named(self) -> bool:
        """Whether a word for "id" or "name" stands right before the name."""
        return _ID.search(self.low, self.app.start, self.name.start) is not None

    @property
    def hands_over(self) -> bool:
        """Whether a word before the app or between the two gives the name into one's hands."""
        return HANDOVER.any_in(self.low, self.app.start - LEAD, self.name.start)


def beside(text: str, low: str, app: Word, following: int) -> tuple[Name | None, float]:
    """The likeliest name near the app; one before it only when none after it is likely.

    One that stands where the next app does or after it (``following``) is rather of that.
    """
    best: tuple[Name | None, float] = None, 0.0
    for name in chain(_wrapped(text, app), names(text, app.end, app.end + FAR)):
        if name.start >= following and best[1] >= OWN:
            break
        is_lower = text[name.start : name.end].islower()
        is_capital = text[app.start : app.end].isupper()
        pair = Pair(low, app, name, low[app.end : name.start], is_lower, is_capital)
        best = max(best, (name, _after(pair)), key=lambda found: found[1])
    if best[1] < 0.7:
        for name in names(text, max(0, app.start - FAR), app.start):
            is_word = name.shape == "word"
            likelihood = _word_before(text, app, name) if is_word else _before(low, app, name)
            best = max(best, (name, likelihood), key=lambda found: found[1])
    if best[0] and best[0].start >= app.end:
        best = _whole_of(text, app, best[0]), best[1]
    if app.meaning == "hint":
        best = best[0], min(best[1], DOUBTFUL)
    return best if best[1] else (None, 0.0)


def _wrapped(text: str, app: Word) -> Iterator[Name]:
    """The name straight after the app between signs that no name begins with."""
    if match := _WRAPPED.match(text, app.end):
        yield Name(*match.span("name"), match["name"].lower(), "word")


def _whole_of(text: str, app: Word, part: Name) -> Name:
    """The name itself where it is said in parts before: "jo_op and then 47, so jo_op47"."""
    if part.shape not in ("technical", "marked"):
        return part
    return next(
        (
            name
            for name in names(text, part.end, app.end + FAR)
            if name.shape == "technical"
            and name.value.startswith(part.value)
            and name.value[len(part.value) :].isdigit()
        ),
        part,
    )


def _after(pair: Pair) -> float:
    """How likely the name belongs to the app before it; 0.0 for not at all."""
    name, is_near = pair.name, len(pair.between) <= NEAR
    if name.shape == "word":
        return _word_after(pair) if is_near else 0.0
    if pair.between == "/" and pair.app.end - pair.app.start > len("insta"):
        return 0.0  # a path in a repository rather: "discord/voice_client"
    if is_near and _in_other_script(pair.low, pair.app, name):
        return 0.55 if pair.is_common and not (pair.is_adjacent or pair.has_colon) else 0.8
    if name.shape == "domain":
        return _domain_after(pair) if is_near else 0.0
    if name.is_weak and not (pair.has_colon or pair.is_adjacent or pair.is_named):
        return 0.6 if is_near and stands_behind(SELF, pair.low, name) else 0.4 if is_near else 0.0
    return _marked_after(pair) if name.shape == "marked" else _technical_after(pair)


def _marked_after(pair: Pair) -> float:
    if (pair.is_adjacent and not pair.is_described) or pair.hands_over:
        return 0.7 if pair.is_described else 0.93
    if len(pair.between) > NEAR or pair.is_common:
        return 0.0
    return DOUBTFUL if _OF_OTHERS.search(pair.between) else 0.7


def _technical_after(pair: Pair) -> float:
    length, is_telling = len(pair.between), pair.name.is_telling
    if pair.has_colon or pair.hands_over:
        likelihood = 0.9 if length <= NEAR // 2 else 0.8 if length <= NEAR else 0.0
        if not likelihood and (is_telling or "." in pair.name.value) and not pair.is_common:
            return 0.55
        return min(likelihood, 0.6 if is_telling else 0.4) if pair.is_described else likelihood
    if pair.is_common and is_telling and pair.between == " " and _begins_clause(pair):
        return 0.6
    if length > NEAR or pair.is_common:
        return 0.0
    return 0.8 if pair.is_adjacent else 0.6 if is_telling else 0.4


def _begins_clause(pair: Pair) -> bool:
    """Whether a messenger begins a clause: "…, LINE mori_subs", "or snap jo_kilns"."""
    is_messenger = pair.app.meaning in ("facebook", "snapchat", "kik")
    is_all = pair.app.start == 0 and not pair.low[pair.name.end :].strip(" .!")
    is_messenger = is_messenger or (pair.app.meaning == "line" and (pair.is_capital or is_all))
    begins = is_all or _CLAUSE_START.search(pair.low, 0, pair.app.start) is not None
    return is_messenger and begins


def _domain_after(pair: Pair) -> float:
    is_called = pair.has_colon or pair.is_named or _IS.fullmatch(pair.between)
    if is_called and not pair.is_described:
        return 0.8
    return 0.6 if stands_behind(SELF, pair.low, pair.name) else 0.0


def _word_after(pair: Pair) -> float:
    """ "Telegram id janeroe", "Telegram: janeroe" before a stop, or "on tg I'm janeroetiles"."""
    name, between = pair.name, pair.between
    is_quoted = _QUOTED.search(between) and pair.low[name.end : name.end + 1] in _CLOSING
    is_set_apart = bool(is_quoted) or _END.match(pair.low, name.end) is not None
    is_end = len(name.value) >= WORD_LENGTH and is_set_apart
    stands_alone = is_end or len(name.value) >= LONG_LENGTH
    is_whole = bool(is_quoted) or not _QUOTED.search(between)  # "Selim" of "Selim Tailor"
    is_sure = is_whole and (not pair.is_common or name.is_unusual)
    if is_sure and len(between) <= NEAR // 2 and pair.is_named:
        return 0.7
    if _AS_PATH.fullmatch(between) and (name.is_unusual or "-" in name.value):
        return 0.6
    if stands_alone and (lead := _LEADS.fullmatch(between)):
        return _led_to(pair, is_sure=not lead["vague"] and (bool(is_quoted) or not lead["sign"]))
    if not pair.is_lower:
        return 0.0
    return (
        _quoted_after(pair)
        if stands_alone and _is_pointed_at(pair)
        else _own_after(pair, stands_alone=stands_alone)
    )


def _led_to(pair: Pair, *, is_sure: bool) -> float:
    """ "DC: kroketkoning", but not "Signal: processing"; less ``is_sure``: "tg … [janeroe]"."""
    name = pair.name
    if name.is_ordinary and not pair.hands_over:
        return 0.0
    if not is_sure:
        return DOUBTFUL if name.is_unusual and not pair.is_common else 0.0
    is_chosen = pair.is_abbreviated and len(name.value) > UNUSUAL_LENGTH and pair.is_lower
    return 0.55 if not pair.is_common or is_chosen else 0.0


def _is_pointed_at(pair: Pair) -> bool:
    """Whether quotes or another script set the word off, and one is told to look for it."""
    if not _QUOTED.search(pair.between) and (
        len(pair.between) > CLOSE or not _in_other_script(pair.low, pair.app, pair.name)
    ):
        return False
    return HANDOVER.any_in(pair.low, pair.app.start - LEAD, pair.name.end + LEAD)


def _quoted_after(pair: Pair) -> float:
    is_foreign = _in_other_script(pair.low, pair.app, pair.name)
    is_chosen = "-" in pair.name.value or pair.name.is_unusual
    return 0.55 if is_foreign or (is_chosen and not pair.is_common) else 0.0


def _own_after(pair: Pair, *, stands_alone: bool) -> float:
    """ "On tg I'm janeroetiles": a word put together like a name, said to be one's own."""
    if not pair.name.is_unusual:
        return 0.0
    is_own = stands_behind(SELF, pair.low, pair.name)
    is_told = not pair.is_common and _IS.fullmatch(pair.between) is not None
    if not stands_alone and not (is_told and _AND.match(pair.low, pair.name.end)):
        return DOUBTFUL if is_own else 0.0
    if is_own or is_told:
        return 0.6
    is_close = not pair.is_common and len(pair.between) <= PARTICLE_LENGTH
    if is_close and _in_other_script(pair.low, pair.app, pair.name):
        return DOUBTFUL
    is_apposed = not pair.is_common and _COMMA.fullmatch(pair.between) is not None
    begins = pair.app.start
    if is_apposed and HANDOVER.any_in(pair.low, begins - LEAD, begins):
        return 0.55
    is_led_to = not any(map(str.isalnum, pair.between)) and any(map(_LEADING.count, pair.between))
    return 0.35 if is_led_to else 0.0


def _before(low: str, app: Word, name: Name) -> float:
    """How likely the name belongs to the app after it: "I'm jo.dev on Telegram", "@jo (tg)"."""
    between = low[name.end : app.start]
    is_shaped = name.shape in ("marked", "technical") and name.end <= app.start
    if not is_shaped or (name.is_weak and not stands_behind(SELF, low, name)):
        return 0.0
    is_described = app.meaning in DESCRIBED
    is_joined = _JOINED.fullmatch(between) is not None
    is_marked = name.shape == "marked"
    if not HANDOVER.any_in(low, name.start - LEAD, name.start):
        is_certain = is_joined and (is_marked or (name.is_telling and "_" in name.value))
        return 0.0 if not is_certain else 0.6 if is_described else 0.75
    if is_joined:
        return 0.6 if is_described else 0.9 if is_marked else 0.85
    if len(between) > NEAR:
        return 0.0
    if is_described:
        return 0.4 if name.is_telling or "." in name.value else 0.0
    is_own = SELF.any_in(low, name.start - LEAD, name.start)
    return 0.75 if is_marked else 0.6 if is_own else 0.55 if name.is_telling else 0.4


def _word_before(text: str, app: Word, name: Name) -> float:
    """ "Janeroetiles is my telegram", and less likely "janeroetiles (tg)" apart from other talk.

    "Snowhaven (Instagram)" is a client and where one has worked for them.
    """
    between = lowered(text[name.end : app.start])
    if not name.is_unusual or name.end > app.start:
        return 0.0
    if _IS_MINE.fullmatch(between):
        return 0.55
    if not (_GLOSS.fullmatch(between) and text[name.start : name.end].islower()):
        return 0.0
    is_apart = _STARTS.search(text, max(0, name.start - 3), name.start) is not None
    return DOUBTFUL if is_apart and _END.match(text, app.end) else 0.0


def _in_other_script(low: str, app: Word, name: Name) -> bool:
    """Whether it is a Latin name in talk that is written in another script."""
    around = (
        low[max(0, app.start - SURROUNDINGS) : name.start] + low[name.end : name.end + SURROUNDINGS]
    )
    letters = [character for character in around if character.isalpha()]
    foreign = sum(
        character > "\u036f" and not "\u1e00" <= character <= "\u1fff" for character in letters
    )
    return foreign >= FOREIGN_MIN and foreign * 2 > len(letters)
