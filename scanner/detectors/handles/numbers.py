"""Apps that know people by numbers, and pages that are known by names of several words."""

from __future__ import annotations

import re

from scanner.detectors.handles.names import Name
from scanner.detectors.handles.words import ADDS, HANDOVER, SELF
from scanner.detectors.words import Word, Words, split

ID_LENGTHS = range(5, 12)  # digits in a number on QQ, and of other networks that count
MOBILE_DIGITS = 11  # of a Chinese mobile number, which is given for QQ too
_OF_QQ = 0.95  # more than a number of some other country that it passes for
LEAD = 25  # characters before the app in which "find me" still counts
PAGE_REACH = 30  # characters between a network and the name of a page there
PAGE_MAX = 40  # characters of such a name

_NUMBERED = frozenset({"qq", "bilibili", "weibo", "xiaohongshu", "douyin", "steam", "imo", "ok"})
_NUMBER = re.compile(
    r"[^A-Za-z0-9]{0,8}(?:uid|id|号|no)?[^A-Za-z0-9]{0,4}(?P<number>[1-9](?:[ -]?\d){4,12})(?!\d)",
    re.IGNORECASE,
)
_VK_ID = re.compile(
    r"[^A-Za-z0-9]{0,40}?(?:id|айди)[^A-Za-z0-9]{0,16}(?P<number>\d{6,10})(?!\d)", re.I
)
_THREEMA_ID = re.compile(r"(?<!\w)(?P<id>(?=[A-Z0-9]*\d)(?=[0-9]*[A-Z])[A-Z0-9]{8})(?!\w)")
_NUMBER_LED = re.compile(
    r"(?:\b(?:is|as|id|number|no\.?|num|nr)|号是?|號是?|号码是?|是|[:：=])\s?(?P<number>[1-9]\d{4,10})(?!\d)"
)
_SAME = re.compile(r"(\d)\1*")
_ROWS = ("01234567890123", "98765432109876")
_PAGES = frozenset({"facebook", "linkedin", "vk", "instagram", "ok"})
# Networks where one is found by the name that is shown, in any script.
_SHOWN = frozenset({"xiaohongshu", "weibo", "douyin", "bilibili", "facebook", "kakao", "vk"})
_SEARCH = Words.of(
    """
    搜, 搜索, 找, 検索, 검색, 찾, ค้น, ค้นหา, ищи*, найди*, найд*, تلاش, खोज, सर्च, খুঁজ*, সার্চ,
    ابحث
    """
)
_CALLED = re.compile(
    r"\b(?:is|as|under|called|named|name|find|search|search for|look for|sous|como|als|unter|come|"
    r"jako|под|під|sebagai|tên|page|profile|heiß[te]?|hledej|adıyla)\s[\"'“«„]?"
)
_CAPITAL = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚƠƯ"
    "\u0391-\u03ab\u0400-\u042f\u0531-\u0556\u1e00-\u1eff"
)
_PAGE = re.compile(
    rf"(?:[{_CAPITAL}][\w'’-]{{1,20}} ){{1,3}}[{_CAPITAL}][\w'’-]{{1,20}}(?![\w'’-])"
)
# Straight after a network: "linkedin, Tendai Mukwesha", "fb -> Osei Kwabena".
_LEADS_TO = re.compile(
    r"\s?(?:[,:;=(/?!]|[-=–—]{1,2}>?|[>→➡⇒👉]{1,2}\ufe0f?)\s?[\"'“«‘(]?|\s[\"'“«‘]"
)
# What pages and people are not called, but trades, wares and what networks sell.
_NO_NAME = frozenset(
    split(
        """
        ads, ad, manager, marketing, campaign, campaigns, page, pages, pixel, business, media,
        social, content, post, posts, story, stories, reels, google, meta, instagram, facebook,
        linkedin, whatsapp, telegram, twitter, youtube, tiktok, learning, sales, navigator,
        premium, recruiter, specialist, expert, group, groups, marketplace, integration, api,
        login, developer, developers, strategy, community, seo, ppc, email, lead, leads, brand,
        design, designer, company, automation, analytics, shop, live, feed, graphic, web, video,
        editor, writer, assistant, virtual, senior, junior, engineer, data, customer, support,
        shopify, wordpress, canva, photoshop, adobe, figma, excel, please, thanks, thank, hi,
        hello, we, you, what, this, the, my, our, your, i, and, no, yes, but, if, for, when,
        monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march,
        april, may, june, july, august, september, october, november, december, cover, banner,
        header, profile, carousel, template, templates, black, north, south, new, native, english,
        german, french, spanish, dear, best, kind, regards, one, two, three, all, insights, suite
        """
    )
)
_BEFORE_APP = re.compile(
    r"[«“„\"‘]\s?(?P<name>[^«»“”„\"\n]{5,40}?)\s?[»”“\"’],? [^\W\d_]{1,5} (?:[^\W\d_]{1,4} )?\Z"
)
# One is told to look somebody up there, or how one is called there.
_SEEK = Words.of(
    """
    search, search in, search on, search for, find, look for, look up, look us up, as, buscar,
    busca,
    búscame, procura, procure, cherche, cherchez, such, suche, cerca, zoek, szukaj, znajdź, ищи,
    найди, знайди, ara, cari, tìm, hanapin, amar naam, mera naam, naam, im in, i'm in, i'm on, im on
    """
)
_TO_NAME = re.compile(
    r"(?:[\s,:;\"'“«(-]|\b(?:business|community|group|page|channel|official|messenger|msnger|search|find"
    r"|for|look|up|as|type|te|e|amar|mera|naam|name|profile|account|on|in)\b){1,16}"
)
_SHOWN_NAME = re.compile(
    rf"(?:[{_CAPITAL}][\w'’-]{{1,20}} (?:de |del |la |of |the |y )?){{1,4}}"
    rf"[{_CAPITAL}][\w'’-]{{1,20}}(?![\w'’-])"
)
_QUOTED = re.compile(r"[“「『«\"](?P<name>[^“”「」『』«»\"\n]{2,30})[”」』»\"]")


def number_after(text: str, app: Word) -> tuple[Name | None, float]:
    """The number right after an app that counts its people."""
    if app.meaning in _NUMBERED:
        match = _NUMBER.match(text, app.end)
        if match is None and app.meaning == "qq":
            match = _NUMBER_LED.search(text, app.end, app.end + PAGE_REACH * 3)
    elif app.meaning == "vk":
        match = _VK_ID.match(text, app.end)
    elif app.meaning == "threema" and (
        found := _THREEMA_ID.search(text, app.end, app.end + PAGE_REACH * 2)
    ):
        return Name(*found.span("id"), found["id"].lower(), "technical"), 0.85
    else:
        return None, 0.0
    digits = "".join(filter(str.isdecimal, match["number"])) if match else ""
    if not match or len(digits) not in ID_LENGTHS or _is_made_up(digits):
        return None, 0.0
    value = f"id{digits}" if app.meaning == "vk" else digits
    confidence = _OF_QQ if app.meaning == "qq" and len(digits) < MOBILE_DIGITS else 0.7
    return Name(*match.span("number"), value, "technical"), confidence


def _is_made_up(digits: str) -> bool:
    return _SAME.fullmatch(digits) is not None or any(digits in row for row in _ROWS)


def page_after(text: str, low: str, app: Word) -> tuple[Name | None, float]:
    """ "Facebook, under Oonagh Knits Wool": capitals in a row, or words in quotation marks.

    Or the name of a person straight after the network, or after "I'm" on any app.
    """
    if found := _sought(text, low, app):
        return found
    called = _CALLED.search(low, app.end, app.end + PAGE_REACH)
    if app.meaning in _TITLED and called:
        page = _PAGE.match(text, called.end(), called.end() + PAGE_MAX)
        hands_over = HANDOVER.any_in(low, app.start - LEAD, app.start)
        if page and not hands_over:
            hands_over = HANDOVER.any_in(low, page.end(), page.end() + LEAD)
        is_page, is_named = app.meaning in _PAGES, called.group().strip() != "is"
        if page and sum((is_page, is_named, hands_over)) > 1:
            return _shown(page), 0.55
    if found := _person(text, low, app) or _quoted_before(text, low, app):
        return found
    if found := _quoted_page(text, low, app):
        return found
    quoted = _QUOTED.search(text, app.end, app.end + PAGE_REACH)
    is_shown = app.meaning in _SHOWN and _SEARCH.any_in(low, app.start - LEAD, app.end + PAGE_REACH)
    if quoted and is_shown and any(sign > "\u02ff" for sign in quoted["name"]):
        return Name(*quoted.span("name"), quoted["name"].lower(), "word"), 0.5
    return None, 0.0


_QUOTED_PAGE = re.compile(
    rf"[“「『«\"'‘„](?P<name>[{_CAPITAL}][\w&’-]{{1,20}}(?: [\w&’-]{{1,20}}){{1,5}})"
    r"[”」』»\"'’“]"
)


def _quoted_page(text: str, low: str, app: Word) -> tuple[Name, float] | None:
    """ "Feesboek, «Glas in Lood»": a title in quotation marks, at once or to be searched for."""
    if app.meaning not in _TITLED:
        return None
    quoted = _QUOTED_PAGE.search(text, app.end, app.end + PAGE_REACH + PAGE_MAX)
    if quoted is None or quoted.start() > app.end + PAGE_REACH:
        return None
    capitals = sum(word[0].isupper() for word in quoted["name"].split())
    between = low[app.end : quoted.start()]
    is_led = not any(map(str.isalnum, between)) or any(
        words.any_in(between) for words in (_SEARCH, _SEEK, ADDS, _NAMES)
    )
    if capitals < 2 or not is_led or any(w in _NO_NAME for w in quoted["name"].lower().split()):
        return None
    return Name(*quoted.span("name"), quoted["name"].lower(), "word"), 0.6


_TITLED = _PAGES | _SHOWN | {"zalo", "line", "telegram", "viber", "imo", "whatsapp"}
_NAMES = Words.of("name, naam, nombre, nome, nom, nama, tên, jina, имя, имʼя, isim, نام, नाम, নাম")


def _sought(text: str, low: str, app: Word) -> tuple[Name, float] | None:
    """ "Search in ms teams Wanjiru Kamau CAD": names that are shown, to be sought."""
    lead = _TO_NAME.match(low, app.end)
    shown = _SHOWN_NAME.match(text, lead.end()) if lead else None
    if shown is None or not _SEEK.any_in(low, app.start - LEAD, shown.start()):
        return None
    if any(word in _NO_NAME for word in shown.group().lower().split()):
        return None
    return _shown(shown), 0.6


def _shown(match: re.Match[str]) -> Name:
    """The name that is shown, without a quotation mark that closes behind it."""
    written = match.group().rstrip("'’-")
    return Name(match.start(), match.start() + len(written), written.lower(), "word")


def _quoted_before(text: str, low: str, app: Word) -> tuple[Name, float] | None:
    """ "Look for «Oonagh Knits Wool» on Facebook": capitals in quotation marks."""
    quoted = _BEFORE_APP.search(text, max(0, app.start - PAGE_REACH - PAGE_MAX), app.start)
    if app.meaning not in _PAGES or quoted is None:
        return None
    start = quoted.start()
    if not ADDS.any_in(low, start - LEAD, start) or not _PAGE.fullmatch(quoted["name"]):
        return None
    return Name(*quoted.span("name"), quoted["name"].lower(), "word"), 0.55


def _person(text: str, low: str, app: Word) -> tuple[Name, float] | None:
    """ "Message me on linkedin, Tendai Mukwesha"; doubtful where nothing hands the name over."""
    is_network = app.meaning in _PAGES
    lead = _LEADS_TO.match(text, app.end) if is_network else None
    begins = [lead.end()] if lead else []
    is_straight = is_network and lead is None and text[app.end : app.end + 1] == " "
    begins += [app.end + 1] if is_straight else []
    begins += [word.end + 1 for word in SELF.find(low, app.end, app.end + PAGE_REACH)]
    for start in begins:
        page = _PAGE.match(text, start, start + PAGE_MAX)
        if page is None or any(word in _NO_NAME for word in page.group().lower().split()):
            continue
        handed = HANDOVER.any_in(low, app.start - LEAD, app.start) or HANDOVER.any_in(
            low, page.end(), page.end() + LEAD
        )
        if is_straight and not handed:
            continue  # "fb Marketplace", "Instagram Reels"
        confidence = 0.55 if handed and is_network else 0.4
        return _shown(page), confidence
    return None
