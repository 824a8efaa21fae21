"""A name that the other side has found on an app, owned to.

"Found jo.paints on insta, is that you?" – "yes, write there".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.detectors.handles.names import Name
from scanner.detectors.words import Word, Words
from scanner.message import Earlier, Message

LENGTH = 90  # characters; whoever owns to a name and points there says little else
FOUND_LENGTH = 160  # characters of a message that asks whether a name is the right one
OWNS = 0.6  # confidence

_YES = (
    "yes|yep|yeah|ya|yup|haha|lol|correct|exactly|sí|si|oui|ja|jo|sim|é|tak|da|да|так|evet|haan|ha|oo|"
    "iya|نعم|ايوه|بله|हाँ|हां|是|对|對|はい|네|ใช่"
)
_ME = (
    "(?:that[’']?s|thats|that is|it[’']?s|its|this is|this one is) (?:me|us|mine|our page)|"
    "soy yo|somos nosotros|ese soy|ése soy|c[’']est moi|c[’']est nous|c[’']est bien moi|"
    "das bin ich|genau das bin ich|sou eu|somos nós|sono io|siamo noi|dat ben ik|"
    "dat zijn wij|to ja|to my|"
    "это я|это мы|він самий|це я|це ми|o benim|benim o|biziz|ako yan|ako nga|"
    "itu saya|itu aku|là mình|"
    "mình đó|main hi|wahi hu|det är jag|det er meg|det er mig|se on minä|én vagyok|to jsem já|"
    "eu sunt|是我|私です|저예요|저 맞아요"
)
_OWNS = re.compile(
    rf"\W{{0,3}}(?:(?:{_YES})(?!\w)[\s,.!)]{{0,6}}){{0,2}}(?:(?P<me>{_ME})|(?P<yes>(?<=\W)|\Z))"
)
_THERE = Words.of(
    """
    there, allí, ahí, por ahí, là-bas, là bas, dort, da drüben, lá, por lá, lì, daar, tam, туда,
    там, туди, oradan, oraya, هناك, اونجا, वहाँ, वहीं, wahan, wahin, doon, di sana, disana, di situ,
    bên đó, qua đó, 那边, 那邊, そっち, そちら, 거기로, 거기, ที่นั่น, där, der, siellä, ott, acolo
    """
)
_WRITE = Words.of(
    """
    dm me, dm, message me, write there, write me, text me, add me, ping me, pm me, follow me,
    escríbeme, escribeme, agrégame, écris-moi, ecris moi, ajoute-moi, schreib mir, schreib da,
    schreib dort, me chama, chama, me adiciona, scrivimi, aggiungimi, stuur, napisz, pisz, dodaj,
    пиши, пишите, напиши, напишите, добавь, додай, yaz, ekle, راسلني, کلمني, ضيفني, پیام بده,
    लिखो, likho, message karo, add karo, chat mo, pm mo, kirim pesan, nhắn, 私信, 加我, 送って, 연락
    """
)
_NOT_THERE = Words.of(
    "but here, stay here, keep it here, on here, in here, not there, hier bleiben"
)


def owned(low: str, message: Message) -> tuple[Earlier, int] | None:
    """The other side's last message where this one owns to it, and where that ends."""
    if len(low) > LENGTH or not message.history:
        return None
    last = message.history[-1]
    is_other = last.sender_role is None or last.sender_role != message.context.sender_role
    match = _OWNS.match(low)
    if (
        not is_other
        or not match
        or not match.group()
        or "?" not in last.text
        or len(last.text) > FOUND_LENGTH
    ):
        return None
    is_sure = match["me"] is not None and _THERE.any_in(low, match.end())
    if not (is_sure or _WRITE.any_in(low, match.end("me"))) or _NOT_THERE.any_in(low):
        return None
    return last, max(1, len(low.rstrip()))


_SHOWN = re.compile(r"[\"“«„‘'](?P<name>[^\"“”«»\n]{4,40})[\"”»’']")
_SIGNED = re.compile(r"(?<![\w@.])(?P<name>[a-z0-9]{3,20}[._][a-z0-9._]{2,20}[a-z0-9])(?![\w@/])")


def quoted_beside(text: str, low: str, apps: Sequence[Word]) -> Iterator[tuple[Name, float]]:
    """What stands in quotation marks, or has a sign, in a message that names an app."""
    if not apps:
        return
    for match in (_SHOWN.search(text), _SIGNED.search(low)):
        if match:
            yield Name(*match.span("name"), match["name"].lower(), "word"), 0.4
