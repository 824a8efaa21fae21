"""Links that lead to a person, a meeting or an account. Links to work lead nowhere here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.scripts import lowered
from scanner.detectors.domains import is_registrable
from scanner.detectors.hit import Hit
from scanner.detectors.links.forms import Link, end_of_link, links_in
from scanner.detectors.links.lures import lures
from scanner.detectors.links.services import (
    BY_FRAGMENT,
    BY_SUBDOMAIN,
    CHANNEL_SCHEMES,
    CONTACT_PAGES,
    CONTACT_WHOM,
    MEETING_LABELS,
    PAYMENT_SCHEMES,
    LinkKind,
    Service,
    services_of,
)
from scanner.detectors.links.spelt import SpeltLink, spelt_links, split_links
from scanner.detectors.words import Words
from scanner.message import Message
from scanner.verdict import Category, EntityType
from scanner.views.view import View

_POST = re.compile(r"(?:wall|photo|video|album|topic|clip|doc|story|market)-?\d")  # of vk.com
_NO_NAME = ("", *"$%<[")  # of templates: "wa.me/${number}"; the braces end a link
# The same in words: "calendly.com/YOUR_LINK", "wa.me/undefined", "api.whatsapp.com/send".
_NOBODYS = re.compile(
    r"(?:undefined|null|none|nan|send|share|username|user|yourname|phone|number|name|link|channel)"
    r"|(?:your|my|the|user|phone|channel|some)[_-]?(?:link|name|number|handle|id|page|channel|user)",
    re.IGNORECASE,
)
# "calendly.com/YOUR-SALON/cut", "chat.whatsapp.com/EXAMPLEONLY", "buy.stripe.com/test_8wM3dA".
_MADE_UP = re.compile(r"YOUR[A-Z_-]*|(?i:example)\w*|test_\w+")
_PICTURES = frozenset({"addstickers", "addemoji", "addtheme", "setlanguage", "S"})  # t.me, line.me
_SCHEMES = (*CHANNEL_SCHEMES, *PAYMENT_SCHEMES)
_SCHEME = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(_SCHEMES)}):(?=[^\s:])", re.IGNORECASE)
_QUERY = re.compile(r"[?#&]\w{1,12}=[\w-]{6,}")  # "invite.viber.com/?g=…": the way in is no path
# Likewise "signal.me/#p/+1415…", "matrix.to/#/@jo:matrix.org"; "#/welcome" leads to nobody.
_FRAGMENT = re.compile(r"#(?:/(?:room|user)/|/?[@#!+]|p/|eu/|\w{8})\S{3,}")
_AMOUNT = re.compile(r"/\d{1,5}(?:[.,]\d{1,2})?(?:[A-Za-z]{3})?/?$")  # paypal.me/jo/185
_PROFILE_NAME = re.compile(r"@?(?=_*[A-Za-z0-9])[A-Za-z0-9_][A-Za-z0-9._%-]{1,59}")

_CATEGORY: dict[LinkKind, tuple[Category, EntityType, float]] = {
    "channel": ("contact.link", "url", 0.95),
    # Where it leads is hidden, which is seldom needed among two people at work.
    "shortened": ("contact.link", "url", 0.5),
    "profile": ("contact.handle", "handle", 0.8),
    # A form or a shared document is ordinary work as often as not: the words around it decide.
    "form": ("contact.link", "url", 0.5),
    "note": ("contact.link", "url", 0.4),
    "meeting": ("contact.meeting", "url", 0.95),
    "payment": ("payment.account", "payment_account", 0.95),
}
OWN_ROOM = 0.6  # confidence
OWN_CONTACT_PAGE = 0.65  # confidence; clients also ask for work on such pages, which is excused


OWN_SITE = 0.3  # confidence; mostly such words speak of the work on the site
SITES_MAX = 30  # looked at in one view
SITE_REACH = 60  # characters from a site to what is said to stand there
_FILES = (".py", ".md", ".sh", ".rs", ".pl", ".zip", ".app", ".ts", ".js")
_WAYS = Words.of(
    """
    whatsapp button, chat button, call button, contact button, green button, contact form, contact,
    contacts, my number, my phone, my details, my email, my mail, my handle, my card, reach me,
    write me, message me, call me, text me, ring me, book me, booking form, footer, chat bubble,
    chat widget, phone number, get in touch, mein kontakt, meine nummer, kontakt, kontaktformular,
    impressum, fußzeile, mi número, mi contacto, mis datos, formulario, botón, mon numéro,
    mes coordonnées, coordonnées, formulaire, bouton, pied de page, meu número, meu contato,
    meus contatos, formulário, botão, rodapé, il mio numero, i miei contatti, contatti, modulo,
    pulsante, mijn nummer, contactformulier, knop, mój numer, stopka, stopce, formularz, przycisk,
    мой номер, мои контакты, контакты, контактах, форма, кнопк*, подвал*, мій номер, контакти,
    numaram, iletişim, buton*, altbilgi, رقمي, أرقامي, زر الواتس, نموذج, شماره من, मेरा नंबर, नंबर,
    বাটন, নম্বর, nomorku, tombol, kontak, số của tôi, liên hệ, nút, 联系方式, 按钮, 表单, 連絡先,
    ボタン, 연락처, 버튼, ปุ่ม
    """
)
_THERE = Words.of(
    """
    my, me, mine, tap, click, press, hit, find, i'm, there, mi, mis, me, pulsa, toca, mon, mes, moi,
    clique, cliquez, mein, meine, mich, mir, klick, drück, meu, meus, minha, clica, mio, miei, mia,
    clicca, mijn, klik, mój, moje, moja, kliknij, мой, мои, мне, меня, жми, нажми*, мій, мої, мені,
    benim, bana, tıkla, اضغط, دوس, मेरा, मेरी, मुझे, दबाओ, আমার, saya, aku, tôi, mình, bấm,
    我, 点, 私, 押, 제, 저, 눌러, กด, ผม
    """
)


class LinkDetector:
    """Finds links of known services, contact pages, and schemes that open a messenger."""

    id = "link"

    def find(self, view: View, message: Message) -> Iterator[Hit]:
        """One hit for each link that leads to somebody; each character is read once."""
        text, low = view.text, lowered(view.text)
        yield from _schemes(text)
        sites = 0
        for link in links_in(text):
            hit = _judge(link)
            if hit is None and sites < SITES_MAX and "." in link.host:
                sites += 1
                hit = _own_site(low, link)
            if hit:
                yield hit
        spelt = [*spelt_links(text, low)]
        if len(view.source.messages) > 1:
            seam, _ = view.from_source(view.source.offsets[-1], len(view.source.text))
            spelt += split_links(text, low, seam)
        for said in {said.start: said for said in spelt}.values():
            if hit := _judge_spelt(said):
                yield hit
        for lure in lures(text, low):
            yield Hit(
                category="scam",
                start=lure.start,
                end=lure.end,
                confidence=lure.confidence,
                type="url",
                value=lure.address,
            )


def _schemes(text: str) -> Iterator[Hit]:
    if ":" not in text:
        return
    done = 0
    for match in _SCHEME.finditer(text):
        if match.start() < done:
            continue
        done = end = end_of_link(text, match.end())
        scheme, rest = match.group()[:-1].lower(), text[match.end() : end]
        # "Skype:jo" and "Line: 12" are words with a colon; in a link something technical follows.
        is_link = rest.startswith("//") or (scheme == "skype" and ("?" in rest or "live:" in rest))
        if not is_link or len(rest) < 4 or rest.endswith("="):
            continue
        if scheme in PAYMENT_SCHEMES:
            category, kind = _CATEGORY["payment"][:2]
        else:
            category, kind = _CATEGORY["channel"][:2]
        yield Hit(
            category=category,
            start=match.start(),
            end=end,
            confidence=0.9,
            type=kind,
            value=scheme + text[match.end() - 1 : end],
        )


def _own_site(low: str, link: Link) -> Hit | None:
    """A site of anybody's own, where one is told that the way to somebody stands: doubtful."""
    if (
        services_of(link.host)
        or "@" in low[max(0, link.start - 1) : link.end]
        or len(link.segments) > 2
    ):
        return None
    around = (
        low[max(0, link.start - SITE_REACH) : link.start],
        low[link.end : link.end + SITE_REACH],
    )
    said = " ".join(around)
    if not (_WAYS.any_in(said) and _THERE.any_in(said)):
        return None
    if link.host.endswith(_FILES) or not is_registrable(link.host):
        return None
    return _own(link, "contact.link", OWN_SITE)


def _judge(link: Link) -> Hit | None:
    for service in () if _is_map(link) else services_of(link.host):
        if _leads_to_somebody(service, link):
            return _hit(link, service)
    return _contact_page(link)


def _is_map(link: Link) -> bool:
    """A place to go to, shortened by the map itself: "maps.app.goo.gl/VxT4", "goo.gl/maps/Qz8L"."""
    return link.host.startswith("maps.") or link.segments[:1] == ("maps",)


def _judge_spelt(said: SpeltLink) -> Hit | None:
    """A link whose signs were said or spaced out, judged like one that was written."""
    host, *segments = said.address.split("/")
    link = Link(said.start, said.end, said.address, host, tuple(filter(None, segments)))
    return _judge(link)


def _leads_to_somebody(service: Service, link: Link) -> bool:
    if not link.segments:
        if not service.under and "/" not in service.host and _QUERY.search(link.address):
            return True
        if service.host in BY_FRAGMENT:
            return _FRAGMENT.search(link.address) is not None
        # A booking page, a shop or a link list may be a subdomain: "jo.typeform.com" is one too.
        host = link.host.removeprefix("www.")
        is_personal = service.kind in ("meeting", "payment") or service.host in BY_SUBDOMAIN
        return is_personal and host.count(".") > service.host.count(".")
    if service.under and (service.kind != "profile" or not _is_under(service, link)):
        return _is_under(service, link)
    first = link.segments[service.handle_at].lower().lstrip("@")
    if link.segments[0] in _PICTURES or _MADE_UP.fullmatch(link.segments[0]):
        return False
    is_nobodys = _NOBODYS.fullmatch(first) is not None and not _QUERY.search(link.address)
    is_else = first in service.never or first[:1] in _NO_NAME or _POST.match(first) is not None
    is_script = service.kind == "profile" and first.endswith(".php")
    is_work = service.alone and len(link.segments) > service.handle_at + 1
    is_list = bool(services_of(first))  # "t.me/wa.me", which is to say one of the two
    return not (is_nobodys or is_else or is_script or is_work or is_list)


def _is_under(service: Service, link: Link) -> bool:
    """Whether the path begins as the service's do, and goes on as far as it must."""
    first = link.segments[0].lower()
    if service.begins:
        is_name = first[0] in "@$" and len(first) > 1
        is_key = is_name or re.fullmatch(r"[a-z]{3,6}\w{6,}", first) is not None
        return is_key and first.startswith(service.under)
    is_all = not first.endswith(".php") or _QUERY.search(link.address) is not None
    is_there = len(link.segments) > service.handle_at + service.is_path
    is_there = is_there or _QUERY.search(link.address) is not None
    return is_all and first in service.under and is_there


def _hit(link: Link, service: Service) -> Hit | None:
    category, kind, confidence = _CATEGORY[service.kind]
    value = link.address
    if service.kind == "profile":
        name = _PROFILE_NAME.fullmatch(link.segments[service.handle_at])
        if not name:
            return None
        value = name.group().lstrip("@").lower()
    end = link.end
    if service.kind == "payment" and (amount := _AMOUNT.search(value)) and len(link.segments) > 1:
        value, end = value[: amount.start()], end - (len(value) - amount.start())
    return Hit(
        category=category,
        start=link.start,
        end=end,
        confidence=confidence,
        type=kind,
        value=value,
    )


def _own(link: Link, category: Category, confidence: float) -> Hit:
    """A link to what is somebody's own."""
    return Hit(
        category=category,
        start=link.start,
        end=link.end,
        confidence=confidence,
        type="url",
        value=link.address,
    )


def _contact_page(link: Link) -> Hit | None:
    """A page of a site's own that is there for getting in touch, or for meeting.

    The desk of a firm is nobody's own: "support.acme.com/contact".
    """
    label, _, rest = link.host.partition(".")
    if label in _DESKS and "." in rest and link.segments:
        return None
    pages = [segment.lower().partition(".")[0] for segment in link.segments]
    is_contact = label in CONTACT_PAGES and "." in rest and not pages
    is_contact = is_contact or (0 < len(pages) <= 3 and _is_for_contact(pages[-1]))
    is_meeting = not is_contact and "." in rest and _is_own_room(label, link.segments)
    if not (is_contact or is_meeting) or not is_registrable(link.host):
        return None
    if is_meeting:
        return _own(link, "contact.meeting", OWN_ROOM)
    return _own(link, "contact.link", OWN_CONTACT_PAGE)


_DESKS = frozenset({"support", "help", "docs", "developer", "developers", "status"})


def _is_for_contact(page: str) -> bool:
    """Whether a page is called for getting in touch, however the words are put together."""
    if page.replace("-", "") in _CONTACT_UNHYPHENATED:
        return True
    first, _, rest = page.replace("_", "-").partition("-")
    return first in _CONTACT_WORDS and rest in CONTACT_WHOM


_CONTACT_UNHYPHENATED = frozenset(page.replace("-", "") for page in CONTACT_PAGES)
_CONTACT_WORDS = frozenset(page for page in CONTACT_PAGES if "-" not in page)


def _is_own_room(label: str, segments: tuple[str, ...]) -> bool:
    """Whether the server of somebody's own is called for meetings, and the path is a room."""
    first = MEETING_LABELS.get(label)
    if first is None or not segments:
        return False
    return segments[0].lower() in first and len(segments) > 1 if first else len(segments) == 1
