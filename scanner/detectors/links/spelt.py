"""Links of known services with their signs said, spaced out, left out or replaced.

"wa . me slash 316 27 18 40 93", "linktr ee / jo", "calendly,com/jo", "discord gg then a stroke then
bQ8": only hosts that lead to a person, a meeting or an account are listened for, so that little is
needed between their parts. In a room the host may stand in an earlier message than the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scanner.detectors.links.services import BY_SUBDOMAIN, SERVICES
from scanner.detectors.told_parts import told_parts
from scanner.detectors.words import Word, Words, split
from scanner.views.signs.words import DOT, HYPHEN, UNDERSCORE

HOSTS_MAX = 40  # looked at in one view
PATH_MAX = 60  # characters of a path; invitations have up to 40

# Hosts whose first label is a word or a letter of talk: a sign must stand where the dot was.
_DOTS = (
    "dot|d0t|point|period|full stop|fullstop|punto|ponto|punkt|punt|kropka|nokta|tochka|titik|chấm"
)
_DOTS_ELSEWHERE = (
    "точка|точку|тчк|крапка|нүкте|кропка|тачка|نقطة|نقطه|دوت|دات|نقطہ|डॉट|डाट|बिंदु|बिन्दु|ডট|ডাট|বিন্দু|ڈاٹ|"
    "ดอท|ดอต|จุด|点|點|ドット|닷|점|쩜|נקודה|tuldok|bodka|bod|pont|nuqta|punktum|prikk|prik|piste|tečka|"
    "točka|tačka|pikë|punct|taškas|punkts|punctul|noktası|nukta|doti|చుక్క|డాట్|புள்ளி|டாட்|ಚುಕ್ಕೆ|ಡಾಟ್|കുത്ത്|"
    "ഡോട്ട്|ડોટ|ટપકું|ਬਿੰਦੀ|ਡਾਟ|ਡੌਟ|තිත|τελεία|წერტილი|կետ|ነጥብ"
)
_SLASHES = (
    "slash|forward slash|forward stroke|fwd slash|backslash|stroke|oblique stroke|oblique|solidus|"
    "barra diagonal|barra|barre oblique|barre|schrägstrich|schuine streep|"
    "ukośnik|ukosnik|eğik çizgi|eğik|bölü|garis miring|gạch chéo|xẹt|xuyệt|mkwaju|lomítko|lomeno|"
    "lomka|kosa crta|kosa|per-jel|perjel|skråstrek|skrå|snedstreck|snedstrek|kauttaviiva|kautta|"
    "slaş|slesh|slès|bara oblică|pasvirasis brūkšnys|slīpsvītra|kaldkriips|barretta|diagonal"
)
_SLASHES_ELSEWHERE = (
    "слэш|слеш|слаш|слэшик|косая черта|косая|дробь|скісна риска|коса риска|наклонена черта|"
    "سلاش|اسلش|"
    "شرطة مائلة|स्लैश|स्लाश|স্ল্যাশ|স্লাশ|سلیش|ทับ|สแลช|スラッシュ|슬래시|슬래쉬|斜杠|斜线|斜線|"
    "לוכסן|סלאש|స్లాష్|స్లాష్‌|"
    "ஸ்லாஷ்|ஸ்லேஷ்|ಸ್ಲ್ಯಾಶ್|ಸ್ಲಾಶ್|സ്ലാഷ്|સ્લેશ|ਸਲੈਸ਼|ਸਲੈਸ਼|κάθετος|κάθετο|სლეში|սլեշ"
)


def _longest_first(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_ANY_DOT = _longest_first(f"{_DOTS}|{_DOTS_ELSEWHERE}")
_ANY_SLASH = _longest_first(f"{_SLASHES}|{_SLASHES_ELSEWHERE}")
_AND_THEN = (
    r"(?:[\s,]{0,3}(?:and then|and|then|a|an|the|y|luego|und|dann|e|depois|puis|et|un|una|ein|"
    r"eine|потом|затем|потім|dan|lalu|terus|tapos|phir|फिर|rồi tới|rồi đến|rồi là|rồi|xong|tới|"
    r"potem|pak|poi|sonra|ardından|sen|sitten|aztán|apoi|zatim|onda|"
    r"så|og så|kisha|keyin|ثم|بعدها|بعد|پھر)"
    r"(?=\s)){0,2}"
)
_HERE = (
    "(?:here|hier|aquí|aqui|ici|qui|tu|тут|здесь|тук|burada|her|här|tässä|itt|aici|ovde|di sini)"
)
_SHUT, _OPEN = r"[)\]}>`\"'’”»*_~]{0,2}", r"[(\[{<`\"'‘“«*~]{0,2}"  # around a part of a link
_DOT = re.compile(
    rf"{_SHUT}{_AND_THEN}[\s,]{{0,3}}"
    rf"(?:[(\[{{]\s?(?:{_HERE} )?)?(?P<sign>[.,·•。．∙]|{_ANY_DOT})\s?[)\]}}]?,?"
    rf"\s{{0,2}}{_OPEN}"
)
_LOOSE_DOT = re.compile(r"\s{0,2}")
_SLASH = re.compile(
    rf"{_SHUT}{_AND_THEN}[\s,]{{0,3}}[(\[{{]?\s?"
    rf"(?P<sign>[/\\／⁄∕⧸╱⟋]{{1,2}}|%2f|{_ANY_SLASH})\s?[)\]}}]?,?"
    rf"{_AND_THEN}\s{{0,2}}{_OPEN}"
)
_PATH = re.compile(r"[@+]?[A-Za-z0-9](?:[\w+-]|\.(?=\w)|/(?=[\w?]))*", re.ASCII)
_NUMBER = re.compile(r"\+?\d(?:[ .-]{0,2}\d){6,16}(?!\w)")
_SPACED = re.compile(r"\+?\s?[A-Za-z0-9](?: [A-Za-z0-9_.]){4,40}(?!\w)")
_BARE_PATH = re.compile(r"(?<![\w/:.])/\s?(?P<path>[A-Za-z0-9][\w.-]*[\w])", re.ASCII)
_CLAUSE_END = re.compile(r"\s{0,2}(?:[.,;:!?)]|\Z|\n)")
_ALONE = re.compile(r"\s{0,3}(?:\n|$)")


class SpeltLink(NamedTuple):
    """A half-open range of the text, and the link that it says, without scheme."""

    start: int
    end: int
    address: str
    is_certain: bool


_LISTENED_FOR = ("channel", "meeting", "payment", "profile")


def _hosts() -> dict[str, list[tuple[str, ...]]]:
    """The labels of every host, by the first; those that are whole words of talk need a sign."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for service in SERVICES:
        labels = tuple(service.host.partition("/")[0].split("."))
        is_apart = service.kind in ("form", "shortened") and len(labels[0]) > 1
        if (is_apart or service.kind in _LISTENED_FOR) and len(labels) in (2, 3):
            rows = table.setdefault(labels[0], [])
            if labels not in rows:
                rows.append(labels)
    return table


_HOSTS = _hosts()
_FIRST = Words((label, label) for label in _HOSTS)
# Said letter by letter: "w a . m e".
_SPACED_FIRST = {" ".join(label): label for label in ("wa", "t", "linktr", "discord")}
# The names of their letters in other scripts, and of the label that follows.
_LETTERS_SAID = {
    "wa": "دبلیو ای, دبلیو اِی, دبلیوای, دبليو اي, دبل يو ايه, ڈبلیو اے, डब्ल्यू ए, डब्लू ए, ডব্লিউ এ, "
    "дабл ю эй, дабл-ю эй, дабл ю ей, даблю эй, ва, ва эй, ダブリューエー, 더블유 에이, ดับเบิลยูเอ",
    "vk": "вк, вэ ка, вкашк*, вконтакте",
    "t": "تی, تي, ٹی, टी, টি, ти, тэ, ティー, 티, ที",
}
_LABELS_SAID = {
    "com": ("ком", "कॉम", "কম", "كوم", "کام", "コム", "קום", "คอม"),
    "me": ("می", "مي", "مى", "ام ای", "मी", "मि", "মি", "ми", "мэ", "ミー", "미", "มี", "మి"),
}
_SPACED_WORDS = Words(
    (
        *((spaced, label) for spaced, label in _SPACED_FIRST.items() if " " in spaced),
        *((said, label) for label, words in _LETTERS_SAID.items() for said in split(words)),
    )
)
# Labels that nothing but the service is called: there the dot may be missing.
_NAMES_OF_ITS_OWN = frozenset(
    {"linktr", "calendly", "discord", "taplink", "allmylinks", "heylink", "lnk", "revolut", "ko-fi"}
)
# Services whose name says the host, wherever the path stands in the clause after it.
_NAME_ENOUGH = {
    "calendly": "calendly.com",
    "whereby": "whereby.com",
    "tidycal": "tidycal.com",
    "linktree": "linktr.ee",
    "linktr": "linktr.ee",
    "taplink": "taplink.cc",
    "paypal.me": "paypal.me",
    "paypal me": "paypal.me",
    "paypalme": "paypal.me",
    "revolut.me": "revolut.me",
}


def _split(name: str) -> Iterator[str]:
    """The name, and with a blank somewhere in it: "calend ly", "white by"."""
    yield name
    if name.isalpha():
        yield from (f"{name[:at]} {name[at:]}" for at in range(2, len(name) - 1))


_NAMED = Words((form, host) for name, host in _NAME_ENOUGH.items() for form in _split(name))
_CLAUSE = 60  # characters between such a name and its path
_SIGNS_SAID = {
    **dict.fromkeys(UNDERSCORE.split("|"), "_"),
    **{word: "-" for word in HYPHEN.split("|") if len(word) > 3},
    **{word: "." for word in DOT.split("|") if len(word) > 2},
    **dict.fromkeys(f"{_SLASHES}|{_SLASHES_ELSEWHERE}".split("|"), "/"),
}
_SIGN_SAID = re.compile(
    r"[\s,]{1,2}(?:then )?("
    + "|".join(map(re.escape, sorted(_SIGNS_SAID, key=len, reverse=True)))
    + r")[\s,]{1,2}(?:then |rồi tới |rồi |poi |dann |luego |puis |potem |потом )?"
)
_MORE_SAID = re.compile(
    rf"(?:{_SIGN_SAID.pattern}[a-z0-9]{{1,20}}(?:[._-][a-z0-9]{{1,20}}){{0,4}}){{1,4}}(?![\w@])"
)
# Hosts where a plus before the path makes it an invitation.
_INVITED = frozenset({"t.me", "telegram.me", "telegram.dog"})
# What stands before the name at some services, and where it may go on: "zoom.us / j / 1234567".
_NAMING = frozenset(service.host for service in SERVICES if service.kind == "profile")
_UNDER = frozenset(word for service in SERVICES for word in service.under)
_DEEPER = re.compile(
    rf"{_SHUT}\s{{0,2}}[/\\]\s{{0,2}}{_OPEN}(?P<path>@?[\w.-]{{2,59}}\w)", re.ASCII
)
# Hosts whose paths are keys drawn at random.
_KEYED = frozenset(
    {"chat.whatsapp.com", "discord.gg", "open.kakao.com", "join.slack.com", "join.skype.com"}
)
# Parts of a key: figures among letters, or capitals after small ones.
_KEY = re.compile(r"\d[A-Za-z]|[A-Za-z]\d|[a-z][A-Z]")
_KEY_GROUP = re.compile(
    r" (?P<group>(?=[A-Za-z]{0,11}\d|[a-z]{1,11}[A-Z]|[A-Z]{2,4}[a-z])[A-Za-z0-9]{1,12})"
    r"(?=[\s,.;)]|\Z)"
)
_SAID_PATH = re.compile(
    rf"(?:(?<=[\s,(\"'])/|\b(?:{_SLASHES})\b|(?:{_SLASHES_ELSEWHERE})){_AND_THEN}[\s,]{{0,3}}"
    r"(?P<path>[a-z0-9][\w.-]{2,40}\w)(?P<more>(?:[\s,]{1,2}(?:then )?(?:"
    + "|".join(map(re.escape, sorted(_SIGNS_SAID, key=len, reverse=True)))
    + r")[\s,]{1,2}(?:then )?[a-z0-9]{1,20}){0,4})"
)
# What follows a slash in talk and is no path: "t.me slash then the word I told you".
_NO_PATH = frozenset(
    split(
        """
        the, then, and, that, this, these, my, your, our, his, her, name, word, user, username,
        with, from, plus, followed, after, what, which, whatever, same, nick, nickname, handle,
        dann, luego, depois, puis, mon, mein, meu, facebook, instagram, linkedin, twitter, tiktok,
        pinterest, telegram, whatsapp
        """
    )
)


def spelt_links(text: str, low: str) -> Iterator[SpeltLink]:
    """Every known host whose signs are not simply written, with the path that follows it."""
    yield from _by_name(text, low)
    yield from _of_own_label(low)
    yield from _meet_codes(low)
    done = 0
    for word in islice(_hosts_named(low), HOSTS_MAX):
        if word.start < done:
            continue
        for labels in _HOSTS[word.meaning]:
            if link := _link(text, low, (word.start, word.end), labels):
                done = link.end
                yield link
                break


def _of_own_label(low: str) -> Iterator[SpeltLink]:
    """ "Jopaints dot carrd dot co": somebody's own label before a host, its dots said."""
    for word in islice(_CARDS.find(low), HOSTS_MAX):
        labels = tuple(word.meaning.split("."))
        end = _host_end(low, word.end, labels)
        own = _OWN_LABEL.search(low, max(0, word.start - _CLAUSE), word.start)
        if end is None or own is None or own["name"] in _NO_PATH:
            continue
        if "." not in (own["sign"], low[word.end : word.end + 1]):
            yield SpeltLink(own.start(), end, f"{own['name']}.{word.meaning}", is_certain=True)


_CARDS = Words((host.partition(".")[0], host) for host in sorted(BY_SUBDOMAIN))
_OWN_LABEL = re.compile(
    rf"(?<![\w.@-])(?P<name>[a-z0-9][a-z0-9-]{{2,40}})\s?[(\[{{]?\s?"
    rf"(?P<sign>[.,·•]|(?<![a-z])(?:{_ANY_DOT}))\s?[)\]}}]?\s?\Z"
)


def _by_name(text: str, low: str) -> Iterator[SpeltLink]:
    """ "Calendly, then a stroke, then jo-paints": a name that says the host, and a path."""
    for word in islice(_NAMED.find(low), HOSTS_MAX):
        path = _SAID_PATH.search(low, word.end, word.end + _CLAUSE)
        if path is None or path["path"] in _NO_PATH:
            continue
        more = _SIGN_SAID.sub(lambda found: _SIGNS_SAID[found[1]], path["more"])
        # "paypal me slash jopaints", and the clause ends
        is_next = path.start() - word.end <= 1 and _CLAUSE_END.match(low, path.end()) is not None
        if more or (is_next and path[0][0].isalpha()) or re.search(r"[\d_-]", path["path"]):
            value = f"{word.meaning}/{text[path.start('path') : path.end('path')]}{more}"
            yield SpeltLink(word.start, path.end(), value, is_certain=False)


def _meet_codes(low: str) -> Iterator[SpeltLink]:
    """ "Gmeet code pkw-hzrd-qvo": a room of Google Meet by its code alone."""
    for code in islice(_MEET_CODE.finditer(low), HOSTS_MAX) if "-" in low else ():
        around = code.start() - CODE_REACH, code.end() + CODE_REACH
        is_meet = _GOOGLE_MEET.any_in(low, *around)
        if is_meet or (_MEET.any_in(low, *around) and _CODE.any_in(low, *around)):
            yield SpeltLink(*code.span(), f"meet.google.com/{code[0]}", is_certain=is_meet)


CODE_REACH = 50  # characters from a code to the name of what it opens
_MEET_CODE = re.compile(r"(?<![\w/-])[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])")
_GOOGLE_MEET = Words.of(
    """
    gmeet, g meet, g-meet, google meet, google-meet, googlemeet, google's meet,
    гугл мит, гугл мит*,
    гугл міт*, гуглмит*, google hangout*, hangouts, गूगल मीट, গুগল মিট, جوجل ميت,
    قوقل ميت, گوگل میت,
    گوگل میٹ, 구글 미트, 구글미트, グーグルミート, 谷歌会议
    """
)
_MEET = Words.of(
    "meet, meeting, meetings, мит, міт, मीट, মিট, ميت, میت, میٹ, 미트, ミート, 会议, 会議"
)
_CODE = Words.of(
    """
    code, id, link, room, key, código, codigo, sala, salle, lien, raum, raumcode,
    codice, stanza,
    kod, pokój, комнат*, код, кімнат*, kodu, oda, कोड, কোড, كود, رمز, کوڈ, کد,
    kode, mã, 代码, 房间号,
    コード, 코드, รหัส, join, joins
    """
)


def split_links(text: str, low: str, seam: int) -> Iterator[SpeltLink]:
    """In a room: a bare host in an earlier message, and in the judged one "/" and its path."""
    path = _BARE_PATH.search(text, seam)
    if not path:
        return
    for word in reversed(_hosts_named(low[:seam])[-HOSTS_MAX:]):
        for labels in _HOSTS[word.meaning]:
            end = _host_end(low, word.end, labels)
            if end and _ALONE.match(text, end):
                value = f"{'.'.join(labels)}/{path['path']}"
                yield SpeltLink(word.start, path.end(), value, is_certain=True)
                return


def _hosts_named(low: str) -> list[Word]:
    """The first labels of hosts, in order, written or letter by letter; up to a bound."""
    named = {*islice(_FIRST.find(low), 5 * HOSTS_MAX), *_SPACED_WORDS.find(low)}
    return sorted(word for word in named if low[word.start - 1 : word.start] not in ("'", "’"))


def _host_end(low: str, at: int, labels: tuple[str, ...]) -> int | None:
    """Where the host ends whose first label ends here; None where the others do not follow."""
    for label in labels[1:]:
        dot = _DOT.match(low, at)
        if dot is None and labels[0] in _NAMES_OF_ITS_OWN:
            dot = _LOOSE_DOT.match(low, at)
        if dot is None:
            return None
        at = dot.end()
        if said := next(
            (word for word in _LABELS_SAID.get(label, ()) if low.startswith(word, at)), ""
        ):
            at += len(said)
            continue
        for letter in label:
            if low[at : at + 1] != letter:
                at += low[at : at + 1] == " "
            if low[at : at + 1] != letter:
                return None
            at += 1
    return None if low[at : at + 1].isalnum() else at


def _link(text: str, low: str, first: tuple[int, int], labels: tuple[str, ...]) -> SpeltLink | None:
    end = _host_end(low, first[1], labels)
    slash = _SLASH.match(low, end) if end is not None else None
    if slash is None:
        return None
    host = ".".join(labels)
    is_plain = low[first[0] : slash.end()] == f"{host}/"
    number = _NUMBER.match(text, slash.end()) if host in ("wa.me", "api.whatsapp.com") else None
    path = number or _SPACED.match(text, slash.end()) or _PATH.match(text, slash.end())
    if path is None or path.end() - path.start() > PATH_MAX or (is_plain and number):
        return None
    written = re.sub(r"[ .-]" if number else r" ", "", path.group())
    written = written.lstrip("@" if host in _INVITED else "+@")
    end = path.end()
    if written.lower() in _UNDER and (deeper := _DEEPER.match(text, end)):
        written, end = f"{written}/{deeper['path']}", deeper.end()
    elif number is None:
        end, more = _goes_on(text, low, path, is_keyed=host in _KEYED)
        written += more
    if is_plain and end == path.end():
        return None
    is_words = host == "wa.me" and written.isalpha()  # "wa.me slash two five …" goes on
    if is_words or len(written) < 3 or written.lower() in _NO_PATH:
        return None
    # "Facebook.com / Google" is a list, and names are any word.
    if low.startswith(f"{host} ", first[0]) and host in _NAMING and written.isalpha():
        return None
    return SpeltLink(first[0], end, f"{host}/{written}", is_certain=len(labels[0]) > 1)


def _goes_on(text: str, low: str, path: re.Match[str], *, is_keyed: bool) -> tuple[int, str]:
    """Where the path ends, and what it has beyond a blank.

    1. All that a note says is one word. 2. Groups of a key,
    of which no word looks so. 3. Signs
    that are said, and what follows them.
    """
    for told in told_parts(text):
        if told.start <= path.start() < path.end() < told.end and told.is_sure:
            if told.value.startswith(first := path.group().lower()):
                return told.end, told.value.removeprefix(first)
            return told.end, re.sub(r"[^\w.-]", "", text[path.end() : told.end])
    end, more = path.end(), ""
    if is_keyed and _KEY.search(path.group()):
        while len(more) < PATH_MAX and (group := _KEY_GROUP.match(text, end)):
            more += group["group"]
            end = group.end()
    if not more and (said := _MORE_SAID.match(low, end)):
        more = _SIGN_SAID.sub(lambda found: _SIGNS_SAID[found[1]], said.group())
        end = said.end()
    return end, more
