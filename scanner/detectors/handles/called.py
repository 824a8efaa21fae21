"""Names that one is called, or that are to be added, beside an app: "der hedder jeg fuglekonge".

A mere word is a name here when a verb of being called or of adding stands right beside it, and an
app close by; how strange the word must be goes by how clearly the verb speaks of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.handles.apps import APPS, IN_PLACE
from scanner.detectors.handles.names import EXECUTABLE, HUMPS, NOBODY, Name, names
from scanner.detectors.handles.words import ADDS, HANDOVER, NAMED, NAMED_AFTER, ON_IT, SELF
from scanner.detectors.words import Word, Words, continues_word, listed

REACH = 60  # characters between the app and such a name
LEAD = 30  # characters of the words before a name
CALLED_LENGTH = 6  # letters of a word that somebody says to be called; "anna" is a first name
CHOSEN_LENGTH = 7  # letters of a name of several words in capitals
PART_LENGTH = 4  # letters on each side of a point; less may be a sentence without a blank
BEGUN_LENGTH = 12  # letters of a word right after an app that begins the text
CLAUSES_MAX = 40  # candidates looked at beside one app

# Where one talks in private; on networks that firms use, words before "on" are about the firm.
_MESSENGERS = frozenset(
    {"discord", "telegram", "snapchat", "skype", "kik", "wechat", "viber", "kakao", "zalo", "steam"}
)
_HUMPS = re.compile(rf"(?<![\w@./#-]){HUMPS}(?![\w@/(=.-]\w|[\w(=/])")
# What is written so and is no person.
_WARES = frozenset(
    listed(
        """
        wordpress woocommerce javascript typescript paypal youtube whatsapp facebook linkedin
        tiktok github gitlab photoshop powerpoint quickbooks mailchimp hubspot clickup dropbox
        onedrive sharepoint lightroom aftereffects indesign coreldraw autocad sketchup godaddy
        hostgator bigcommerce clickfunnels activecampaign convertkit zoominfo upwork metamask
        trustwallet openai chatgpt airtable notebooklm deepl transferwise moneygram bluesky
        wechat snapchat messenger fiverr freelancer playstation onlyfans soundcloud mixcloud
        bandcamp deviantart artstation sketchfab opensea pancakeswap etsy shopify docusign
        salesforce figjam onenote outlook itunes
        """
    )
)
_NO_NAMES = NOBODY | _WARES
_SLUG = re.compile(
    r"(?<![\w@./-])(?:/?in/)?(?P<slug>[a-z]{2,20}(?:-[a-z0-9]{2,20}){1,4})(?![\w@/-])"
)
# "It's /in/anna-de-vries-4": the path of an address on LinkedIn, where that is named.
_PATH = re.compile(r"(?<![\w.])/in/(?P<slug>[a-z0-9]{2,24}(?:-[a-z0-9]{1,24}){1,4})(?![\w@/-])")
_LITTLE = frozenset(
    listed("of the to and in on up by for end art day one de la le en y e et und der die i og och")
)
_SIGNAL = re.compile(r"[a-z_][a-z0-9_]{2,31}\.\d{2,9}")  # no other network gives such names
_FILE_TALK = Words.of(
    "download*, install*, run, file, files, virus, setup, build, windows, datei, fichier, archivo,"
    " файл*, fil, filen, bestand, pliku, plik"
)
_SET_APART = re.compile(r"\s*(?:$|[.,;!?)\n–—»\"'”])")
_BEFORE_SLUG = re.compile(r"(?:[,:;(–—>\"'“«]|/in/|\bas|\bfind)\s?\Z")
# Who says this gives a name; "add Instagram" and "message templates" give none.
_HANDED = Words.of(
    """
    add me, dm me, dm, pm me, pm, hmu, hit me up, message our, msg our, message me, msg me, text me,
    follow me, find me, ping me, reach me, agrégame, agregame, búscame, buscame, escríbeme,
    me chama, me adiciona, ajoute-moi, ajoute moi, füg mich, schreib mir, aggiungimi, scrivimi,
    voeg me toe, dodaj mnie, добавь меня, пиши мне, додай мене, beni ekle, add mo, pm mo, dm nalang,
    dm na lang, add kar, tambah saya, kết bạn
    """
)
# "Bin auf Discord als fensterkitt", "I'm on skype as wrenbolt".
_AS = re.compile(r"\s(?:as|como|als|come|sous|jako|unter|under|som|sub|как|як)\s[\"'“«@]?")
_OWN = re.compile(
    r"\b(?:i['’]?m|i am|estoy|ando|soy|bin|sono|jestem|je suis|sou|estou|ben|zit|find me|jag är"
    r"|jeg er|olen|sunt|я|я есть)\b[^.!?\n]{0,16}\Z"
)
_NO_WORD = re.compile(r"(?:[^\w@]|page\b|handle\b|account\b){1,8}")
_BY_APP = re.compile(r"[\s,:;(\"'“«»”-]{0,4}")
# "Kampanjen", "annonsene": the Nordic article at the end of a word for a thing.
_DEFINITE = re.compile(r"(?:en|et|ene|na|ne)\Z")
_OF_A_THING = re.compile(r"\b(?:its|it['’]s|it is|es|mera|main|an?)[\s\"'“«]*\Z")
# "My nick is", "brukernavnet mitt er": what may stand between such words and the name.
_LEAD_IN = re.compile(
    r"(?:(?<=\w) (?:(?:mitt|mit|there|là|dort) )?"
    r"(?:is|er|är|on|est|es|ist|è|é|je|jest|to|е|це|это|hai|είναι))?"
    r"[\s\"'“«:(@/=]*\Z"
)
_BEGINS = re.compile(r"(?:\A|[,:;(\n–—])\s*\Z")
_CLAUSE = re.compile(r"(?:\A|[\n.!?])\s*\Z")


def called(text: str, low: str, app: Word) -> tuple[Name | None, float]:
    """The likeliest such name near the app."""
    best: tuple[Name | None, float] = None, 0.0
    start, end = max(0, app.start - REACH), app.end + REACH
    for name in islice(_candidates(text, start, end), CLAUSES_MAX):
        if name.start < app.end and app.start < name.end:
            continue
        likelihood = _likelihood(text, low, app, name)
        if likelihood > best[1]:
            best = name, likelihood
    return best


def _candidates(text: str, start: int, end: int) -> Iterator[Name]:
    """Names, and what is written like one in capitals, or for Discord like a program."""
    for match in _HUMPS.finditer(text, start, min(len(text), end + LEAD)):
        word = match[0].lower()
        if len(word) >= CHOSEN_LENGTH and word not in _WARES:
            yield Name(*match.span(), word, "word")
    yield from names(text, start, end)
    for match in _PATH.finditer(text, start, min(len(text), end + LEAD)):
        yield Name(*match.span("slug"), match["slug"], "domain")
    for match in EXECUTABLE.finditer(text, start, min(len(text), end + LEAD)):
        yield Name(*match.span(), match[0].lower(), "technical")


def _likelihood(text: str, low: str, app: Word, name: Name) -> float:
    if name.value in _NO_NAMES or _is_plain(name) or APPS.any_in(low, name.start, name.end):
        return 0.0
    if name.shape == "technical":
        return _of_signed(low, app, name)
    written = text[name.start : name.end]
    if name.shape != "word":
        return 0.6 if app.meaning == "linkedin" and "-" in written and "." not in written else 0.0
    if "-" in written:
        return _of_slug(text, low, app, name)
    has_humps = not written.islower() and _HUMPS.fullmatch(written) is not None
    if not (has_humps or written.islower()):
        return 0.0
    return _of_word(text, low, app, name, has_humps=has_humps)


def _is_plain(name: Name) -> bool:
    """Whether it is a short word as any other, which nothing beside it makes a name."""
    return name.shape == "word" and len(name.value) < CALLED_LENGTH and "-" not in name.value


def _of_signed(low: str, app: Word, name: Name) -> float:
    """Names that look like nothing else, as some apps give them, and others that have signs."""
    if name.value.endswith(".exe"):
        return _of_program(low, app, name)
    if app.meaning == "signal" and _SIGNAL.fullmatch(name.value):
        return 0.8
    return 0.0 if name.is_weak else _of_technical(low, app, name)


def _of_word(text: str, low: str, app: Word, name: Name, *, has_humps: bool) -> float:
    length = name.end - name.start
    is_chosen = has_humps or name.is_unusual
    is_named = _stands_before(NAMED, low, name) or _stands_after(NAMED_AFTER, low, name)
    if is_named and (is_chosen or (length >= CALLED_LENGTH and not name.is_ordinary)):
        return 0.6 if is_chosen else 0.5
    is_own = (is_chosen or length > CHOSEN_LENGTH) and _is_own_as(low, app, name)
    if is_own or (is_chosen and _is_handed(text, low, app, name)):
        return 0.6 if is_own else 0.55
    is_beside = _is_beside(low, app, name)
    if not is_chosen or not is_beside:
        return 0.0
    if _stands_before(ADDS, low, name):
        is_asked = low[app.end : app.end + 1] == "?"  # "har du snap? adder …"
        is_free = has_humps or is_asked or app.start >= name.end or _is_set_apart(text, name)
        return 0.55 if is_free else 0.0
    if _stands_before(SELF, low, name) and app.start >= name.end:
        return 0.0 if _OF_A_THING.search(low[max(0, name.start - 8) : name.start]) else 0.55
    return _of_beginning(text, app, name) if not has_humps else 0.0


def _is_own_as(low: str, app: Word, name: Name) -> bool:
    """ "Bin auf Discord als fensterkitt": where one is, and as whom."""
    if name.is_ordinary or name.start < app.end or not _AS.fullmatch(low, app.end, name.start):
        return False
    return _OWN.search(low, max(0, app.start - LEAD), app.start) is not None


def _is_handed(text: str, low: str, app: Word, name: Name) -> bool:
    """ "Add me on the yellow ghost jorokebuilds": words that hand over, the app, the name.

    Or the app, and later such words right before the name.
    """
    if name.start >= app.end and name.is_unusual and _stands_before(_HANDED, low, name):
        return True
    if name.start < app.end or not _NO_WORD.fullmatch(text, app.end, name.start):
        return False
    return _HANDED.any_in(low, app.start - LEAD, app.start)


def _of_beginning(text: str, app: Word, name: Name) -> float:
    """ "Flueknepper på snap, …": a name or an app that begins the text, and the other after it."""
    first = min(app.start, name.start)
    if app.meaning not in _MESSENGERS or _CLAUSE.search(text[:first]) is None:
        return 0.0
    if name.start < app.start:
        is_thing = _DEFINITE.search(name.value) is not None
        return 0.45 if _is_set_apart(text, app) and not is_thing else 0.0
    is_short = app.end - app.start <= 4 and text[app.end : name.start] == " "
    return 0.45 if is_short and name.end - name.start >= BEGUN_LENGTH else 0.0


def _of_technical(low: str, app: Word, name: Name) -> float:
    """Names with signs that the words around hand over, or that stand between an app and a stop."""
    if _stands_before(NAMED, low, name) or _stands_after(NAMED_AFTER, low, name):
        return 0.7
    if not _is_beside(low, app, name):
        return 0.0
    if _stands_before(ADDS, low, name) or _stands_before(SELF, low, name):
        return 0.7
    if name.end <= app.start:
        return _of_pointed(low, app, name)
    begins = app.meaning in _MESSENGERS and _CLAUSE.search(low[: app.start]) is not None
    return 0.5 if begins and "." in name.value else 0.0


def _of_pointed(low: str, app: Word, name: Name) -> float:
    """ "Usta.demirci instada": a name with a point before the app, that begins or ends a clause."""
    is_whole = all(len(part) >= PART_LENGTH for part in name.value.split("."))
    if not (is_whole and "." in name.value and _is_set_apart(low, app)):
        return 0.0
    begins = _BEGINS.search(low[max(0, name.start - 3) : name.start]) is not None
    return 0.5 if begins or low[app.start : app.end] in IN_PLACE else 0.0


def _of_slug(text: str, low: str, app: Word, name: Name) -> float:
    """ "Find me on LinkedIn, anna-de-vries": addresses there are names with hyphens."""
    slug = _SLUG.match(text, name.start)
    parts = name.value.split("-")
    if slug is None or not _LITTLE.isdisjoint(parts):
        return 0.0
    if _stands_before(NAMED, low, name) or _stands_after(NAMED_AFTER, low, name):
        return 0.6
    is_own = any(
        HANDOVER.any_in(low, start, end)
        for start, end in ((app.start - LEAD, app.start), (app.end, name.start))
    )
    is_pointed_at = _BEFORE_SLUG.search(low[max(0, name.start - 6) : name.start]) is not None
    if app.meaning != "linkedin" or len(parts) < 2 or not is_pointed_at:
        return 0.0
    is_long = len(parts) > 2 or parts[-1].isdigit() or low[name.start - 4 : name.start] == "/in/"
    return 0.55 if is_long and is_own and _is_set_apart(text, name) else 0.0


def _of_program(low: str, app: Word, name: Name) -> float:
    """ "Discord: nattugle.exe": there people call themselves like programs."""
    if app.meaning != "discord" or not _is_beside(low, app, name):
        return 0.0
    return 0.0 if _FILE_TALK.any_in(low, app.start - REACH, name.end + LEAD) else 0.6


def _is_beside(low: str, app: Word, name: Name) -> bool:
    """Whether nothing but "on", a sign, or a word of adding stands between the two."""
    if name.end <= app.start:
        is_declined = low[app.start : app.end] in IN_PLACE
        return ON_IT.fullmatch(low, name.end, app.start) is not None or (
            is_declined and low[name.end : app.start] == " "
        )
    between = low[app.end : name.start]
    if len(between) > LEAD:
        return False
    for words in (ADDS, SELF):
        for word in words.find(low, app.end, name.start):
            if _BY_APP.fullmatch(low, word.end, name.start):
                return len(low[app.end : word.start].strip(" ,:;()-–—.")) <= LEAD // 2
    return _BY_APP.fullmatch(between) is not None


def _is_set_apart(text: str, what: Name | Word) -> bool:
    return _SET_APART.match(text, what.end) is not None


def _stands_before(words: Words, low: str, name: Name) -> bool:
    """Whether one of the words ends right before the name."""
    lead = _LEAD_IN.search(low, max(0, name.start - LEAD // 2), name.start)
    stop = lead.start() if lead else name.start
    bare = name.start
    while bare > 0 and low[bare - 1] in " \t\"'“«:(@/=":
        bare -= 1  # "my nick is" is a phrase of its own
    return any(
        word.end in (stop, bare) and not continues_word(low, word.start - 1)
        for word in words.find(low, stop - LEAD, max(stop, bare))
    )


def _stands_after(words: Words, low: str, name: Name) -> bool:
    """Whether one of the words begins right after the name."""
    start = name.end
    while start < len(low) and low[start] in " \t\"'”»)":
        start += 1
    return start > name.end and any(
        word.start == start for word in words.find(low, start, start + LEAD)
    )
