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
    "live": None,
    "zoho": None,
}

# Endings under which anybody gets a mailbox; a mail address there needs no further proof.
MAIL_DOMAINS = frozenset(
    listed(
        """
        126.com 139.com 163.com abv.bg aol.com bigpond.com bk.ru bluewin.ch centrum.cz
        daum.net email.cz fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch
        gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com hotmail.co.uk hotmail.com
        hotmail.de hotmail.es hotmail.fr hotmail.it i.ua icloud.com inbox.lv inbox.ru
        interia.pl laposte.net libero.it list.ru live.com mail.com mail.ru mailbox.org me.com
        msn.com naver.com o2.pl onet.pl op.pl orange.fr outlook.com outlook.de outlook.es
        outlook.fr pm.me posteo.de posteo.net proton.me protonmail.ch protonmail.com qq.com
        rambler.ru rediffmail.com rocketmail.com sapo.pt seznam.cz sfr.fr sina.com t-online.de
        telenet.be tiscali.it tuta.com tuta.io tutanota.com ukr.net uol.com.br virgilio.it
        wanadoo.fr web.de wp.pl ya.ru yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.uk
        yahoo.com yahoo.com.ar yahoo.com.br yahoo.com.mx yahoo.com.ph yahoo.de yahoo.es
        yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com ziggo.nl zoho.com
        zohomail.com zohomail.in
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
