"""Which domains exist: real public suffixes, and mail providers that are named without one."""

from __future__ import annotations

from functools import cache

from email_validator import EmailNotValidError, validate_email
from publicsuffixlist import PublicSuffixList

from scanner.detectors.words import listed

# Providers that people write without an ending; None where mailboxes have several endings.
MAIL_PROVIDERS: dict[str, str | None] = {
    "gmail": "gmail.com",
    "googlemail": "googlemail.com",
    "hotmail": "hotmail.com",
    "outlook": "outlook.com",
    "yahoo": "yahoo.com",
    "ymail": "ymail.com",
    "rocketmail": "rocketmail.com",
    "icloud": "icloud.com",
    "protonmail": "protonmail.com",
    "proton": "proton.me",
    "fastmail": "fastmail.com",
    "tutanota": "tutanota.com",
    "zohomail": "zohomail.com",
    "rediffmail": "rediffmail.com",
    "aol": "aol.com",
    "yandex": "yandex.ru",
    "gmx": None,
    "tuta": None,
    "live": "live.com",
    "zoho": "zoho.com",
    "msn": "msn.com",
    "rediff": "rediffmail.com",
    "naver": "naver.com",
    "daum": "daum.net",
    "hanmail": "hanmail.net",
    "qq": "qq.com",
    "163": "163.com",
    "126": "126.com",
    "rambler": "rambler.ru",
    "bk": "bk.ru",
    "seznam": "seznam.cz",
    "centrum": "centrum.cz",
    "posteo": "posteo.de",
    "freenet": "freenet.de",
    "aon": "aon.at",
    "bluewin": "bluewin.ch",
    "laposte": "laposte.net",
    "wanadoo": "wanadoo.fr",
    "orange": "orange.fr",
    "libero": "libero.it",
    "virgilio": "virgilio.it",
    "tiscali": "tiscali.it",
    "ziggo": "ziggo.nl",
    "telia": "telia.com",
    "telenet": "telenet.be",
    "onet": "onet.pl",
    "interia": "interia.pl",
    "wp": "wp.pl",
    "ukr": "ukr.net",
    "abv": "abv.bg",
    "sapo": "sapo.pt",
    "uol": "uol.com.br",
    "terra": "terra.com.br",
    "prodigy": "prodigy.net.mx",
    "hey": "hey.com",
    "inbox": None,
}
# Of these, the names that are other things in ordinary talk: no mail house without more.
PROVIDERS_IN_TALK = frozenset(
    listed(
        """
        live proton orange libero terra wp 163 126 hey bk inbox centrum sapo aon prodigy zoho
        """
    )
)

# Endings under which anybody gets a mailbox; a mail address there needs no further proof.
MAIL_DOMAINS = frozenset(
    listed(
        """
        126.com 139.com 163.com 21cn.com a1.net abv.bg alice.it aol.com aon.at att.net azet.sk
        bezeqint.net bigpond.com bk.ru bluewin.ch bol.com.br bredband.net btinternet.com centrum.cz
        chello.at chello.nl citromail.hu comcast.net cox.net daum.net docomo.ne.jp earthlink.net
        eircom.net email.cz ezweb.ne.jp fastmail.com fastmail.fm foxmail.com free.fr freemail.hu
        freenet.de globo.com gmail.co gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net gmx.us
        googlemail.com hanmail.net hetnet.nl hey.com home.nl hotmail.co.uk hotmail.com
        hotmail.com.ar hotmail.com.br hotmail.com.mx hotmail.com.tr hotmail.de hotmail.es
        hotmail.fr hotmail.it i.ua icloud.com ig.com.br inbox.lv inbox.ru interia.pl korea.com
        kpnmail.nl laposte.net libero.it list.ru live.co.uk live.com live.de live.fr live.it
        live.nl lyse.net mail.com mail.dk mail.ru mailbox.org me.com msn.com mynet.com nate.com
        naver.com netvision.net.il ntlworld.com o2.pl onet.pl online.no op.pl optusnet.com.au
        orange.fr otenet.gr outlook.com outlook.com.br outlook.de outlook.es outlook.fr outlook.in
        outlook.it planet.nl pm.me post.cz posteo.de posteo.net prodigy.net.mx proton.me
        protonmail.ch protonmail.com qq.com rambler.ru rediff.com rediffmail.com rocketmail.com
        rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com skynet.be
        softbank.ne.jp sohu.com sol.dk sympatico.ca t-online.de telenet.be telia.com telia.se
        terra.com.br tiscali.it tom.com turk.net tuta.com tuta.io tutanota.com ukr.net une.net.co
        uol.com.br verizon.net virgilio.it vodafone.it volny.cz walla.co.il wanadoo.fr web.de wp.pl
        xtra.co.nz ya.ru yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com
        yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.com.ph yahoo.com.sg yahoo.com.tr
        yahoo.com.vn yahoo.de yahoo.es yahoo.fr yahoo.gr yahoo.in yahoo.it yahoo.pl yahoo.ro
        yandex.com yandex.com.tr yandex.kz yandex.ru yandex.ua yeah.net ymail.com ziggo.nl zoho.com
        zohomail.com zohomail.in zoznam.sk
        """
    )
)

DOMAIN_MAX_LENGTH = 253  # octets; RFC 1035 section 2.3.4, without the final dot
LABEL_MAX_LENGTH = 63  # octets; same source


@cache
def _suffixes() -> PublicSuffixList:
    """The list that comes with the package; loaded once, 50 ms."""
    return PublicSuffixList(accept_unknown=False, only_icann=True)


def is_registrable(domain: str) -> bool:
    """Whether somebody could own the domain: a real public suffix with a label before it."""
    if not 0 < len(domain) <= DOMAIN_MAX_LENGTH or "." not in domain:
        return False
    if any(not 0 < len(label) <= LABEL_MAX_LENGTH for label in domain.split(".")):
        return False
    try:
        return _suffixes().privatesuffix(domain.lower()) is not None
    except UnicodeError:  # lone surrogates, and labels that IDNA refuses
        return False


def canonical_address(local: str, domain: str) -> str | None:
    """The mail address in lower case, or None when no such address can exist. Asks no DNS."""
    if not is_registrable(domain):
        return None
    try:
        address = validate_email(
            f"{local}@{domain}", check_deliverability=False, test_environment=True
        )
    except (EmailNotValidError, UnicodeError):
        return None
    return address.normalized.lower()
