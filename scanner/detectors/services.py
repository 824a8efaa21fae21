"""Services that links lead to: which are ways to a person, to a meeting or to an account.

Only public facts about addresses stand here. A host stands for its subdomains as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scanner.detectors.words import listed

LinkKind = Literal["channel", "profile", "form", "meeting", "payment", "shortened"]


@dataclass(frozen=True, slots=True)
class Service:
    """A host, what its links are, and under which first path segments; empty is any.

    ``never`` are first segments that lead to no person: help pages, adverts, share buttons.
    """

    host: str
    kind: LinkKind
    under: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    handle_at: int = 0  # which path segment is the account's name; for profiles


_NOBODY = frozenset(
    listed(
        """
        about ads advertise api apps auth blog business careers company creators dev developer
        developers directory docs download events explore features hashtag help home i intent
        jobs learning legal login marketplace p pages plugins policies policy pricing privacy
        products reel reels search security settings share sharer sharer.php shop signup
        stories support terms tos tv watch web what
        """
    )
)


def _of(kind: LinkKind, hosts: str, *under: str) -> list[Service]:
    return [Service(host, kind, under, _NOBODY) for host in hosts.split()]


SERVICES: tuple[Service, ...] = (
    *_of(
        "channel",
        """wa.me api.whatsapp.com wa.link t.me telegram.me telegram.dog m.me
        line.me lin.ee signal.me ig.me msng.link viber.me vk.me zalo.me pf.kakao.com u.wechat.com
        threema.id matrix.to snapchat.com join.skype.com linktr.ee beacons.ai bio.link lnk.bio
        taplink.cc allmylinks.com campsite.bio solo.to hoo.be keybase.io
        steamcommunity.com/id""",
    ),
    *_of("channel", "discord.com discordapp.com", "users", "invite"),
    *_of("channel", "discord.gg chat.whatsapp.com open.kakao.com"),
    *_of("channel", "invite.viber.com groups.google.com"),
    *_of("channel", "join.slack.com"),
    Service("linkedin.com", "profile", ("in", "pub"), handle_at=1),
    *_of(
        "profile",
        "facebook.com fb.com fb.me instagram.com instagr.am threads.net twitter.com x.com",
    ),
    *_of("channel", "vk.com ok.ru weibo.com"),
    *_of(
        "form",
        "forms.gle typeform.com jotform.com tally.so forms.office.com surveymonkey.com",
    ),
    Service("docs.google.com", "form", ("forms", "document", "spreadsheets")),
    *_of(
        "meeting",
        """meet.google.com meet.jit.si jit.si calendly.com cal.com whereby.com
        tidycal.com savvycal.com doodle.com youcanbook.me acuityscheduling.com koalendar.com
        zcal.co meetings.hubspot.com gotomeet.me meet.goto.com bluejeans.com
        webex.com calendar.app.google zeeg.me setmore.com simplybook.me picktime.com
        gather.town teams.live.com""",
    ),
    Service("zoom.us", "meeting", ("j", "my", "s", "w", "wc")),
    Service("zoom.com", "meeting", ("j", "my", "s")),
    Service("teams.microsoft.com", "meeting", ("l", "meet")),
    Service("calendar.google.com", "meeting", ("calendar",)),
    Service("outlook.office365.com", "meeting", ("owa", "book")),
    *_of(
        "payment",
        """paypal.me venmo.com cash.app cash.me buymeacoffee.com ko-fi.com revolut.me monzo.me
        buy.stripe.com send.monobank.ua tinkoff.ru/cf tbank.ru/cf yoomoney.ru/to qiwi.com/n
        donatello.to donationalerts.com boosty.to mpago.la mpago.li razorpay.me rzp.io/l
        picpay.me link.mercadopago.com.br payhip.com/b strike.me tikkie.me""",
    ),
    Service("paypal.com", "payment", ("paypalme", "donate")),
    Service("wise.com", "payment", ("pay",)),
    Service("patreon.com", "payment", (), _NOBODY),
    *_of(
        "shortened",
        "bit.ly tinyurl.com cutt.ly rebrand.ly is.gd t.ly shorturl.at s.id rb.gy clck.ru",
    ),
)

# Link schemes that open a talk with somebody; what follows the colon is the account.
CHANNEL_SCHEMES = (
    "skype",
    "viber",
    "line",
    "tg",
    "whatsapp",
    "weixin",
    "sgnl",
    "msteams",
    "kakaoopen",
)
# Crypto and wallet schemes: "bitcoin:1A1z…?amount=…"
PAYMENT_SCHEMES = ("upi", "paypal", "cashme")

# First or last path segments of a site's own contact page, in the languages served.
CONTACT_PAGES = frozenset(
    listed(
        """
        contact contacts contact-us contactus contact-me contactme get-in-touch hire-me hireme
        kontakt kontakte kontakty kontakti contacto contactanos contactenos contato contatos
        contatti contattaci contactez-nous contactez-moi nous-contacter iletisim bize-ulasin
        hubungi hubungi-kami hubungi-saya lien-he lienhe yhteystiedot kapcsolat impressum
        kontakta-oss otayhteytta book-a-call bookacall schedule-a-call
        """
    )
)

BY_HOST: dict[str, list[Service]] = {}
for _service in SERVICES:
    _host, _, _path = _service.host.partition("/")
    _under = (_path,) if _path else _service.under
    BY_HOST.setdefault(_host, []).append(
        Service(_host, _service.kind, _under, _service.never, _service.handle_at)
    )
