"""What the address of a site tells of those who made it: its ending, its path, and whose name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.domains import is_registrable, may_name_host
from scanner.detectors.links.services import services_of
from scanner.detectors.words import listed
from scanner.views.glance import any_of

SITES_MAX = 60  # looked at in one text

_SITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?P<host>[A-Za-z0-9-]{2,40}+(?:\.[A-Za-z0-9-]{2,40}){0,2}"
    r"\.[a-z]{2,12})(?P<path>/[\w./?=&%#-]{0,200})?(?![\w@-])"
)

# What such hosts are named for; look-alike figures are read as letters first.
_BAIT = listed(
    """
    verif secure login signin account acct wallet kyc payout payment pay billing confirm update
    unlock support helpdesk desk redeliver delivery deliver customs duty parcel package post usps
    dhl fedex courier refund claim bonus reward escrow release remit invoice bank auth toll fine pcn
    gov tax feedback jobs freelanc gig center centre portal sign doc docs share view onboard
    identity security appeal suspend restore gift prize airdrop mint mirror session token reward
    zoll paket freigabe sendung zahlung gebuehr rechnung sperr bestaetig livraison colis replanif
    douane amende facture paiement multa aduana paquete envio factura pago entrega encomenda taxa
    rastre pacco consegna dogana pagamento spedizione fattura betaling controle bezorg pakket
    przesylk doplat platnosc paczk zasilk celni colet livrare plata depozit kargo odeme bloke
    teslimat gumruk onay posylk dostavk oplat shtraf tamozh bayar kirim tagihan hadiah thanhtoan
    donhang nganhang haiguan bushui kuaidi yanzheng zhifu seikyu ninsho haitatsu taekbae hwangeup
    juso hwagin
    """
)
_BAIT_IN = re.compile(any_of(_BAIT))
# Endings that cost next to nothing, by the reports of Spamhaus and Interisle on phishing.
_CHEAP = frozenset(
    listed(
        """
        top xyz help icu click live online site shop info cc cfd sbs buzz lol rest vip bond work
        support center cyou monster quest beauty hair zip mov tk ml ga cf gq pw ws su rip loan
        win bid cam gdn men faith webcam accountant accountants download cricket
        """
    )
)
# Further ones that are cheap but carry honest names too: alone they say nothing.
_SELDOM = _CHEAP | frozenset(
    listed(
        """
        shopping boutique directory yokohama life fun space store pics mom makeup skin autos boats
        homes lat uno christmas today trade party review science stream date racing men country kim
        bar best us
        """
    )
)
# Whose names phishing is known to borrow: banks, posts, couriers, tax offices, shops and wallets of
# the countries whose messages are read here. Written down by hand, so some are missing.
_BORROWED = listed(
    """
    paypal amazon netflix apple icloud appleid microsoft office365 onedrive sharepoint docusign
    facebook instagram whatsapp linkedin steam spotify walmart costco homedepot bestbuy ebay
    venmo cashapp zelle coinbase binance metamask blockchain trustwallet ledger kraken bybit okx
    bankofamerica bofa wellsfargo chase citibank citi capitalone usbank navyfederal amex
    americanexpress mastercard visa santander barclays lloyds hsbc natwest halifax monzo revolut
    usps fedex dhl ups royalmail evri hermes dpd gls auspost canadapost anpost irs hmrc dvla
    mygov verizon tmobile vodafone ezpass ezdrivema sunpass sparkasse volksbank commerzbank
    postbank deutschepost correos bbva caixabank bancosantander ameli laposte chronopost
    colissimo creditagricole impots bnpparibas postnl rabobank bunq postnord swedbank nordea
    bankid skatteverket poste posteitaliane intesasanpaolo unicredit inpost allegro pkobp mbank
    olx sberbank tinkoff gosuslugi avito ozon wildberries cdek privat24 privatbank monobank
    oschadbank novaposhta diia epidtrymka ziraat garanti akbank isbank yapikredi ptt edevlet
    hepsiburada trendyol sbi hdfc icici axisbank paytm phonepe indiapost kotak bca mandiri bri
    bni dana gopay shopee tokopedia jne telkomsel indosat vietcombank techcombank agribank
    viettel vnpost scb kbank krungthai kasikorn gcash bdo bpi maybank cimb singpost rakuten
    mercari jcb smbc mufg sagawa yamato icbc alipay wechatpay taobao sfexpress kakaobank
    cjlogistics upwork fiverr freelancer toptal
    """
)
_BORROWED_NAMES = frozenset(_BORROWED)
# Long ones are known within a word; short ones only between signs, for "chase" is in "purchase".
_WITHIN_FROM = 7  # letters
_BORROWED_IN = re.compile(any_of([name for name in _BORROWED if len(name) >= _WITHIN_FROM]))
# Their own further names.
_THEIR_OWN = re.compile(
    r"(?:amazon(?:aws|pay)|paypalobjects|microsoftonline|facebookmail|cdninstagram|netflixtechblog"
    r"|(?:paypal|amazon|netflix|apple|google)-?(?:labs|press)|bbvaopenmind)"
)
_LETTERS = str.maketrans("0135", "oles")
# Names that nobody could say aloud, or with figures among the letters: "ywrfyp", "f94", "ps34".
_UNSPOKEN = re.compile(r"(?=.{3})[a-z-]*\d[a-z\d-]*|[b-df-hj-np-tv-z]{5,}")
_SHORTENED = re.compile(r"[a-z]{1,4}\.[a-z]{2}")  # a firm's own: "nyti.ms", "grnh.se"
# Paths that no person has named: "/rJRcsY", "/l6k2w9"; not "/sala2", "/UbuntuBots", "/3dprint".
_NAMED = re.compile(
    r"[A-Z]?[a-z]+\d*|(?:[A-Z][a-z]{2,}){1,5}\d*|[a-z]+(?:[A-Z][a-z]{2,}){1,5}|[A-Z]+\d*"
    r"|\d+[a-z]?|\d{1,2}[a-z]{3,}"
)
_PATH = re.compile(r"/(?P<name>[A-Za-z0-9]{4,14})/?")
_COUNTED = re.compile(r"(?:/[a-z]{0,12})?/\d{5,}/?")  # "/recv/8791116797"
_SECOND = frozenset(listed("co com net org gov ac edu gob gouv or ne go"))  # before a country's


def is_made(path: str) -> bool:
    """Whether a machine has named the path, and not a person."""
    made = _PATH.fullmatch(path)
    return made is not None and _NAMED.fullmatch(made["name"]) is None


def is_cheap(host: str) -> bool:
    """Whether the ending of the host costs next to nothing."""
    return host.rpartition(".")[2] in _CHEAP


def is_unnamed(host: str) -> bool:
    """Whether nobody would have chosen the host for its name."""
    name, _, ending = host.rpartition(".")
    own = name.rpartition(".")[2]
    if _SHORTENED.fullmatch(f"{own}.{ending}"):
        return ending in _CHEAP
    return ending in _SELDOM or _UNSPOKEN.fullmatch(own) is not None


def baits(host: str) -> set[str]:
    """The words in a host that make one sign in or pay."""
    said = host.rpartition(".")[0].translate(_LETTERS).replace("design", "")
    return {found.group() for found in _BAIT_IN.finditer(said)}


def borrowed_name(host: str) -> str | None:
    """The name of a well-known firm in a host that is not the firm's: "privat24.quick-pay.pw"."""
    labels = _names(host)
    if _is_owners(labels):
        return None
    said = [piece for label in labels for piece in label.split("-")]
    parts = {form for piece in (*said, *labels) for form in (piece, piece.translate(_LETTERS))}
    if apart := parts & _BORROWED_NAMES:
        return min(apart)
    whole = "".join(said)
    within = _BORROWED_IN.search(whole) or _BORROWED_IN.search(whole.translate(_LETTERS))
    return within.group() if within else None


def sites_in(text: str) -> Iterator[re.Match[str]]:
    """The addresses of sites in a text, with their ``host`` and ``path``; up to a bound."""
    return islice(_SITE.finditer(text), SITES_MAX) if may_name_host(text) else iter(())


def signs_in(text: str) -> Iterator[str]:
    """What the sites in a text have that tells, in the words that the learned models know."""
    for match in sites_in(text):
        host, path = match["host"].lower(), match["path"] or ""
        if not services_of(host) and is_registrable(host):
            yield from _signs_of(host, path)


def _signs_of(host: str, path: str) -> Iterator[str]:
    if is_cheap(host):
        yield "cheap"
    if is_unnamed(host):
        yield "unnamed"
    if is_made(path):
        yield "made"
    elif _COUNTED.fullmatch(path):
        yield "counted"
    if borrowed_name(host):
        yield "borrowed"
    elif baits(host) and not _is_owners(_names(host)):
        yield "bait"


def _names(host: str) -> list[str]:
    """The names of a host without its endings; the last of them is the one that was registered."""
    *names, _ending = host.split(".")
    return names[:-1] if len(names) > 1 and names[-1] in _SECOND else names


def _is_owners(names: list[str]) -> bool:
    """Whether a well-known firm has registered the last of the names, or one under its name."""
    return any(name in _BORROWED_NAMES or _THEIR_OWN.fullmatch(name) for name in names[-1:])
