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
        126.com 139.com 163.com 21cn.com a1.net abv.bg alice.it aol.com aon.at arcor.de att.net
        azet.sk bbox.fr bellsouth.net bezeqint.net bigmir.net bigpond.com bigpond.net.au bk.ru
        bluewin.ch blueyonder.co.uk bol.com.br bredband.net btinternet.com btopenworld.com
        centrum.cz charter.net chello.at chello.nl citromail.hu clear.net.nz club-internet.fr
        comcast.net cox.net daum.net disroot.org docomo.ne.jp duck.com earthlink.net eastlink.ca
        eircom.net email.cz email.ua ezweb.ne.jp fastmail.com fastmail.fm foxmail.com free.fr
        freemail.gr freemail.hu freenet.de globo.com gmail.co gmail.com gmx.at gmx.ch gmx.co.uk
        gmx.com gmx.de gmx.es gmx.eu gmx.fr gmx.net gmx.us googlemail.com hanmail.net hetnet.nl
        hey.com home.nl hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.cl hotmail.co.id
        hotmail.co.il hotmail.co.in hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th
        hotmail.co.uk hotmail.co.za hotmail.com hotmail.com.ar hotmail.com.au hotmail.com.br
        hotmail.com.hk hotmail.com.mx hotmail.com.tr hotmail.com.tw hotmail.com.vn hotmail.cz
        hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.ie
        hotmail.it hotmail.lu hotmail.my hotmail.nl hotmail.no hotmail.ph hotmail.pt hotmail.ro
        hotmail.se hotmail.sg hushmail.com i.ua icloud.com ig.com.br iinet.net.au inbox.lv inbox.ru
        indiatimes.com interia.pl juno.com korea.com kpnmail.nl laposte.net libero.it list.ru
        live.at live.be live.ca live.cl live.cn live.co.uk live.co.za live.com live.com.ar
        live.com.au live.com.mx live.com.my live.com.ph live.com.pt live.com.sg live.de live.dk
        live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se lyse.net
        mac.com mail.bg mail.ch mail.com mail.dk mail.ee mail.ru mail.ua mailbox.org mailfence.com
        me.com meta.ua msn.com mweb.co.za mynet.com nate.com naver.com netvision.net.il netzero.net
        neuf.fr ntlworld.com numericable.fr o2.pl onet.pl online.no op.pl optonline.net
        optusnet.com.au orange.fr otenet.gr outlook.at outlook.be outlook.cl outlook.co.id
        outlook.co.il outlook.co.th outlook.com outlook.com.ar outlook.com.au outlook.com.br
        outlook.com.gr outlook.com.pe outlook.com.tr outlook.com.vn outlook.cz outlook.de
        outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp
        outlook.kr outlook.my outlook.ph outlook.pt outlook.ro outlook.sa outlook.sg planet.nl
        pm.me post.cz posteo.de posteo.net prodigy.net.mx proton.me protonmail.ch protonmail.com
        qq.com rambler.ru rediff.com rediffmail.com rediffmail.in riseup.net rocketmail.com
        rogers.com runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sify.com sina.cn
        sina.com singnet.com.sg skiff.com skynet.be slingshot.co.nz softbank.ne.jp sohu.com sol.dk
        startmail.com sympatico.ca t-online.de t-online.hu talk21.com talktalk.net telenet.be
        telia.com telia.se telkomsa.net telus.net terra.com.br tiscali.co.uk tiscali.it tom.com
        tpg.com.au turk.net tuta.com tuta.de tuta.io tutanota.com ukr.net une.net.co uol.com.br
        verizon.net videotron.ca virgilio.it virginmedia.com vodafone.it vodamail.co.za volny.cz
        walla.co.il wanadoo.fr web.de webmail.co.za westnet.com.au windstream.net wp.pl xtra.co.nz
        ya.ru yahoo.at yahoo.be yahoo.ca yahoo.ch yahoo.cl yahoo.co.id yahoo.co.in yahoo.co.jp
        yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com yahoo.com.ar
        yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe
        yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ua yahoo.com.ve yahoo.com.vn
        yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie yahoo.in
        yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se yandex.com yandex.com.tr
        yandex.kz yandex.ru yandex.ua yeah.net ymail.com ziggo.nl zoho.com zoho.eu zoho.in
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
