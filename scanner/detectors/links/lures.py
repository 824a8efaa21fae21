"""Links that look made to be mistaken for a bank, a courier or the marketplace itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scanner.detectors.domains import is_registrable
from scanner.detectors.links.services import services_of
from scanner.detectors.words import Words, listed
from scanner.views.glance import any_of

REACH = 160  # characters each side in which one is told to sign in or to pay
LINKS_MAX = 60  # looked at in one view

_HOST = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?P<host>[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,40}){0,2}"
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
# Names that nobody could say aloud, or with figures among the letters: "ywrfyp", "f94", "ps34".
_UNSPOKEN = re.compile(r"(?=.{3})[a-z-]*\d[a-z\d-]*|[b-df-hj-np-tv-z]{5,}")
_SHORTENED = re.compile(r"[a-z]{1,4}\.[a-z]{2}")  # a firm's own: "nyti.ms", "grnh.se"
# Paths that no person has named: "/rJRcsY", "/l6k2w9"; not "/sala2", "/UbuntuBots", "/3dprint".
_NAMED = re.compile(
    r"[A-Z]?[a-z]+\d*|(?:[A-Z][a-z]{2,}){1,5}\d*|[a-z]+(?:[A-Z][a-z]{2,}){1,5}|[A-Z]+\d*"
    r"|\d+[a-z]?|\d{1,2}[a-z]{3,}"
)
_PATH = re.compile(r"/(?P<name>[A-Za-z0-9]{4,14})/?")
# Where anybody's pictures, films and texts lie under such paths.
_OPEN = frozenset(
    listed(
        """
        youtu.be imgur.com i.imgur.com ibb.co prnt.sc prntscr.com gyazo.com postimg.cc pastebin.com
        termbin.com ghostbin.com jsfiddle.net codepen.io codesandbox.io streamable.com vimeo.com
        spotify.link flic.kr soundcloud.com behance.net artstation.com dribbble.com github.com
        gitlab.com a.co amzn.to pin.it snip.ly we.tl figma.com canva.com loom.com medium.com
        """
    )
)
_LETTERS = str.maketrans("0135", "oles")
_TOLD = Words.of(
    """
    sign in, signin, sign into, log in, login, log into, password, passcode, verify,
    verification, confirm, re-enter, update, unlock, pay, pay it, on hold, hold, held, suspended,
    blocked, restricted, expires, within 12, within 24, within 48, hours, customs, redeliver*,
    redelivery, claim, release*, kyc, your bank, your details, credentials, refund, fee, funds,
    unpaid, penalty, accept it, acceptance, inicia sesión, iniciar sesión, contraseña, verifica*,
    confirma*, paga, pague, aduana, multa, retenid*, entrar, senha, alfândega, taxa, bloquead*,
    connecte*, mot de passe, vérifi*, confirme*, payez, douane, frais, amende, anmelden,
    einloggen, passwort, bestätig*, zoll, gebühr*, accedi, accedere, conferma, dogana, inloggen,
    wachtwoord, bevestig*, zaloguj, hasło, potwierd*, cło, opłat*, dopłat*, giriş, şifre,
    doğrula*, gümrük, войди*, войти, пароль, подтверд*, оплат*, таможн*, увійд*, підтверд*, سجل,
    كلمة المرور, تأكيد, جمارك, लॉगिन, पासवर्ड, verifikasi, masuk, kata sandi, bea cukai,
    đăng nhập, mật khẩu, xác minh, 登录, 密码, 验证, ログイン, パスワード, 確認, 로그인,
    비밀번호, 확인
    """
)


class Lure(NamedTuple):
    """A half-open range of the text, the link without scheme, and how sure it is."""

    start: int
    end: int
    address: str
    confidence: float


def lures(text: str, low: str) -> Iterator[Lure]:
    """Links whose host is put together of words that make one sign in or pay, or that hide where
    they lead.
    """
    for match in islice(_HOST.finditer(low), LINKS_MAX):
        host = match["host"]
        is_bait = _is_bait(host)
        is_blind = not is_bait and _is_blind(host, text[slice(*match.span("path"))])
        if not (is_bait or is_blind) or not is_registrable(host):
            continue
        is_told = _TOLD.any_in(low, match.start() - REACH, match.start()) or _TOLD.any_in(
            low, match.end(), match.end() + REACH
        )
        end = match.end() - (len(match.group()) - len(match.group().rstrip("./?&#")))
        address = text[match.start("host") : end]
        yield Lure(match.start(), end, address, 0.6 if is_told and is_bait else 0.3)


def _is_blind(host: str, path: str) -> bool:
    """Of nobody's service, with a path that is no word and a host that nobody would have named.

    A path alone says nothing: previews, tickets and files of honest work lie under such ones.
    """
    made = _PATH.fullmatch(path)
    if made is None or _NAMED.fullmatch(made["name"]) or not _is_unnamed(host):
        return False
    return not services_of(host) and host.removeprefix("www.") not in _OPEN


def _is_unnamed(host: str) -> bool:
    name, _, ending = host.rpartition(".")
    own = name.rpartition(".")[2]
    if _SHORTENED.fullmatch(f"{own}.{ending}"):
        return ending in _CHEAP
    return ending in _SELDOM or _UNSPOKEN.fullmatch(own) is not None


def _is_bait(host: str) -> bool:
    """Two such words with a hyphen between names, or one under an ending that costs nothing."""
    name, _, ending = host.rpartition(".")
    if "-" not in name or services_of(host):
        return False
    said = name.translate(_LETTERS).replace("design", "")
    baits = {found.group() for found in _BAIT_IN.finditer(said)}
    return len(baits) >= 2 or (bool(baits) and ending in _CHEAP)
