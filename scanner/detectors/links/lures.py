"""Links that look made to be mistaken for a bank, a courier or the marketplace itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scanner.detectors.domains import is_registrable
from scanner.detectors.links.services import services_of
from scanner.detectors.links.sites import (
    baits,
    borrowed_name,
    is_cheap,
    is_made,
    is_unnamed,
    sites_in,
)
from scanner.detectors.words import Words, listed

REACH = 160  # characters each side in which one is told to sign in or to pay

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
    for match in sites_in(low):
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
    if not is_made(path) or not is_unnamed(host):
        return False
    return not services_of(host) and host.removeprefix("www.") not in _OPEN


def _is_bait(host: str) -> bool:
    """Two such words with a hyphen between names, or one, or a firm's name that is not its owner's,
    under an ending that costs nothing.
    """
    if services_of(host):
        return False
    if is_cheap(host) and borrowed_name(host):
        return True
    if "-" not in host.rpartition(".")[0]:
        return False
    said = baits(host)
    return len(said) >= 2 or (bool(said) and is_cheap(host))
