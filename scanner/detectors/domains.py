"""Which domains exist: real public suffixes, and mail providers that are named without one."""

from __future__ import annotations

import re
from functools import cache

from email_validator import EmailNotValidError, validate_email
from publicsuffixlist import PublicSuffixList

from scanner.detectors.words import listed
from scanner.views.signs.houses import HOUSE_ENDINGS

_POINT = re.compile(r"\.[A-Za-z]")


def may_name_host(text: str) -> bool:
    """Whether a point with a letter behind it stands anywhere; a cheap question."""
    return _POINT.search(text) is not None


# Names that stand for a mailbox only where more than a sign says so.
_NEVER_ALONE = frozenset(
    listed(
        """
        att bigpond btinternet comcast duck hushmail i list lyse mail mailbox me meta mynet o2 op pm
        sbcglobal sfr sina skynet t-online tlen verizon web xtra бк
        """
    )
)
# Providers that people write without an ending; None where mailboxes have several endings.
MAIL_PROVIDERS: dict[str, str | None] = {
    house: f"{house}.{ending}" if ending else None
    for house, ending in HOUSE_ENDINGS.items()
    if house not in _NEVER_ALONE
} | {"gmx": None, "rediff": "rediffmail.com", "prodigy": "prodigy.net.mx"}
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
        012.net.il 126.com 139.com 163.com 188.com 189.cn 21cn.com a1.net abv.bg alice.it
        aliceadsl.fr aliyun.com aol.com aon.at arcor.de arnet.com.ar atlas.cz atlas.sk att.net
        autograf.pl azet.sk bbox.fr bellsouth.net bezeqint.net biglobe.ne.jp bigmir.net bigpond.com
        bigpond.net.au bk.ru bluemail.ch bluewin.ch blueyonder.co.uk bol.com.br bredband.net
        bredband2.com btinternet.com btopenworld.com buziaczek.pl casema.nl centrum.cz charter.net
        chello.at chello.nl citromail.hu clear.net.nz clix.pt club-internet.fr comcast.net comhem.se
        cox.net daum.net disroot.org docomo.ne.jp dreamwiz.com duck.com earthlink.net eastlink.ca
        eircom.net elisanet.fi email.cz email.ua embarqmail.com empal.com eunet.rs ezweb.ne.jp
        fastmail.com fastmail.fm fastwebnet.it fibertel.com.ar foxmail.com free.fr freemail.gr
        freemail.hu freenet.de frontiernet.net gazeta.pl globo.com globomail.com gmail.co gmail.com
        gmx.at gmx.ch gmx.co.uk gmx.com gmx.de gmx.es gmx.eu gmx.fr gmx.it gmx.li gmx.net gmx.us
        googlemail.com hanmail.net hetnet.nl hey.com hinet.net hispeed.ch home.nl hotmail.at
        hotmail.be hotmail.ca hotmail.ch hotmail.cl hotmail.co.id hotmail.co.il hotmail.co.in
        hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.co.za
        hotmail.com hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.hk hotmail.com.mx
        hotmail.com.tr hotmail.com.tw hotmail.com.vn hotmail.cz hotmail.de hotmail.dk hotmail.es
        hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.ie hotmail.it hotmail.lu hotmail.my
        hotmail.nl hotmail.no hotmail.ph hotmail.pt hotmail.ro hotmail.se hotmail.sg hushmail.com
        i.ua icloud.com ig.com.br iinet.net.au ik.me ikmail.com inbox.lt inbox.lv inbox.ru
        indamail.hu indiatimes.com inet.hr interia.pl internet.ru inwind.it iol.ie iol.it juno.com
        kolumbus.fi korea.com kpnmail.nl kpnplanet.nl laposte.net libero.it list.ru live.at live.be
        live.ca live.cl live.cn live.co.uk live.co.za live.com live.com.ar live.com.au live.com.mx
        live.com.my live.com.ph live.com.pt live.com.sg live.de live.dk live.fr live.hk live.ie
        live.in live.it live.jp live.nl live.no live.ru live.se luukku.com lyse.net mac.com mail.bg
        mail.by mail.ch mail.com mail.de mail.dk mail.ee mail.lt mail.ru mail.ua mailbox.org
        mailfence.com me.com meta.ua mindspring.com msn.com mts.rs mweb.co.za mynet.com nate.com
        naver.com net.hr netcabo.pt netti.fi netvigator.com netvision.net.il netzero.net neuf.fr
        ntlworld.com numericable.fr o2.pl ocn.ne.jp onet.eu onet.pl online.no online.ua op.pl
        optonline.net optusnet.com.au orange.fr orcon.net.nz otenet.gr outlook.at outlook.be
        outlook.cl outlook.co.id outlook.co.il outlook.co.th outlook.com outlook.com.ar
        outlook.com.au outlook.com.br outlook.com.gr outlook.com.pe outlook.com.tr outlook.com.vn
        outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in
        outlook.it outlook.jp outlook.kr outlook.my outlook.ph outlook.pt outlook.ro outlook.sa
        outlook.sg ozemail.com.au plala.or.jp planet.nl pm.me pobox.sk poczta.fm poczta.onet.pl
        post.cz post.sk posteo.de posteo.net prodigy.net.mx proton.me protonmail.ch protonmail.com
        qq.com quicknet.nl rambler.ru rediff.com rediffmail.com rediffmail.in riseup.net
        rocketmail.com rogers.com runbox.com sapo.pt saunalahti.fi sbb.rs sbcglobal.net seznam.cz
        sfr.fr shaw.ca sify.com sina.cn sina.com singnet.com.sg siol.net skiff.com skynet.be
        slingshot.co.nz so-net.ne.jp softbank.ne.jp sohu.com sol.dk startmail.com stofanet.dk
        suomi24.fi sympatico.ca t-online.de t-online.hu talk21.com talktalk.net telefonica.net
        telenet.be telia.com telia.se telkomsa.net telus.net terra.com.br tiscali.co.uk tiscali.it
        tom.com tpg.com.au turk.net tut.by tuta.com tuta.de tuta.io tutamail.com tutanota.com
        ukr.net une.net.co uol.com.br upcmail.nl verizon.net videotron.ca vip.163.com vip.qq.com
        vipmail.hu virgilio.it virginmedia.com vodafone.it vodamail.co.za volny.cz vp.pl walla.co.il
        walla.com wanadoo.fr web.de webmail.co.za welho.com westnet.com.au windowslive.com
        windstream.net wp.pl xmail.ru xs4all.nl xtra.co.nz ya.ru yahoo.at yahoo.be yahoo.ca yahoo.ch
        yahoo.cl yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk
        yahoo.co.za yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk
        yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw
        yahoo.com.ua yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr
        yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro
        yahoo.se yandex.com yandex.com.tr yandex.kz yandex.ru yandex.ua yeah.net ymail.com
        zahav.net.il zeelandnet.nl ziggo.nl zoho.com zoho.eu zoho.in zohomail.com zohomail.in
        zoznam.sk
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
