"""Words that make what follows them a way to talk, although money was spoken of before it.

"I don't use PayPal, mail me at ..." gives an address to write to, "PayPal, my mail is ..." one to
be paid on: the nearer word wins, and a mere label only where it begins something new.
"""

from __future__ import annotations

import re

from scanner.detectors.payments.services import CUES_OF
from scanner.detectors.phones.words import NUMBER, PHONES
from scanner.detectors.words import Word, Words, continues_word, split

# Where a sentence ends, and not only a word is cut short: "no. 5", "tel. 5".
_SHORT = "".join(rf"(?<!\b{word})" for word in split("no, nr, nº, tel, mob, ph, num, acc, rek"))
SENTENCE_END = re.compile(rf"(?:[!?…]|{_SHORT}\.)\s|[。！？।؟۔\n]")
_BREAK = re.compile(r"\w[^\w,;:]*[,;:–—(]|\w\s-\s")  # something was said, and it ended
_BESIDE = re.compile(r"\s?[/&+]\s?")  # "bKash/WhatsApp 017 ...": the number is for both

_ASKS_TO_WRITE = Words.of(
    """
    mail me, mail us, mail to, e-mail me, email me, email us, drop me, drop a mail, drop a line,
    write, write me, writing to, contact*, get in touch, dm, dm me, ping, ping me, msg, message,
    send me a mail, reply to, lines, line, mailing, inbox me, hit me, hmu, chat,
    escríb*, escrib*, contáct*, mándame un correo, avísame, avisame, me avisa, écri*, ecri*,
    envoyez-moi, envoie-moi un mail, schreib*, kontaktier*, meld dich, melden sie sich, mail an,
    mailt, escrev*, me chama, chama no, fala comigo, fale comigo, contat*, manda um email,
    scriv*, contatt*, mandami una mail, schrijf*, mail naar, mail mij, pisz, piszcie, pisać,
    napisz*, napište, napiš*, pište, kontakt*, scrie*, scrieți*, пиши*, напиш*, писать, писати,
    связ*, зв'яж*, свяж*, стуч*, звон*, yaz*, ulaş*, iletişim, راسل*, تواصل, اكتب*, ابعت لي,
    लिख*, संपर्क*, likho, likhna, likhiye, লিখ*, লিখুন, যোগাযোগ*, لکھ*, رابطہ*, ایمیل کر*, بنویس*,
    پیام بده, hubungi, tulis*, kontak, kirim email, i-email, sulat*, nhắn, liên hệ, viết cho,
    联系, 聯繫, 聯絡, 写信, 發郵件, 发邮件, 連絡, メールして,
    メールくだ, メールを, 書いて, 연락, 메일 주, 메일로,
    ติดต่อ, เขียน, ส่งเมล, andika*, niandikie, wasiliana*, skriv*, maila, mejla, kontakta*,
    kirjoit*, ota yhteyttä, laita viesti*, írj*, írjon, keress*, γράψ*, γράφ*, επικοινων*, כתוב*,
    תכתוב*, צרו קשר, צור קשר, פיש*, пишете, javi se, javite*, pišite*
    """
)
# What names the kind of a detail. An account may be one of these: "bizum al móvil 612 ...".
_LABELS = Words.of(
    """
    email*, e-mail*, mail, mails, gmail, mail id, correo, courriel, mél, posta, e-posta, eposta,
    почт*, пошт*, имейл*, мейл*, мыло, surel, imel, ایمیل, بريد, إيميل, ايميل, ईमेल*, ইমেইল*,
    メール, 邮箱, 郵箱, 메일, 이메일, อีเมล, sähköposti*, e-post, epost, אימייל, מייל, ημέιλ
    """
)
_LABELS_OF_PHONES = frozenset(
    split(
        """
        phone, telephone, ph0ne, tel, tele, tel., mobile, mob, cell, cellphone, cellular, landline,
        contact no, contact number, gsm, hp, ph, ph., fone, cel, my cel, sim, portable, tél, fixe,
        mon num, teléfono, telefono, móvil, movil, celular, celu, telefone, telemóvel, telemovel,
        contato, contacto, telefon, handy, handynummer, mobil, cellulare, telefoon, mobiel,
        06-nummer, komórk, nr tel, телефон, тел, тел., моб, мобильн, сотов, связи,
        cep, फोन, फ़ोन, मोबाइल, mobile no, fon, phon, ফোন, মোবাইল, فون, موبائل, جوال, جوالي, هاتف,
        موبايل, تلفون, cp, cp#, cp no, no hp, telp, telepon, hape, ponsel, sđt, sdt, điện thoại,
        đt, số em, 电话, 電話, 手机, 手機, 微信, 携帯, ケータイ, でんわ, お電話, ☎, ☎️, 📞, 📱, 전화,
        핸드폰, 휴대폰, 폰, โทร, มือถือ, simu, טלפון, נייד, τηλέφωνο, κινητό, ફોન, મોબાઇલ, ਫੋਨ, ਮੋਬਾਈਲ,
        ఫోన్, మొబైల్, போன், மொபைல், ಫೋನ್, ಮೊಬೈಲ್, ഫോൺ, മൊബൈൽ, telefonnr, mobilnr, sími, утас
        """
    )
)
# Of the words for telephones, what is said of payments as well.
_OF_BOTH = frozenset(
    split(
        "on my, urgent, urgence, emergency, emergencies, flash, kom, reach, no hai, vibrate, număr,"
        " numar"
    )
)
# What is made of a way to be paid, for somebody who pays for that.
_WORKS = Words.of(
    """
    integrat*, integrac*, integraç*, intégr*, integrier*, integraz*, integrow*, integrasi,
    integrar*, integrad*, plugin*, plug-in*, button*, api, apis, sdk, gateway*, webhook*, module,
    modul*, modül*, sandbox, checkout*, widget*, bot, clone*, logo, icon*, extension*, addon*,
    add-on*, connector*, script*, botón*, bouton*, botão*, knop, przycisk*, wtyczk*, eklenti*,
    entegrasyon*, einbindung, anbindung, schnittstelle, pasarela, passerelle, bramk*, интеграц*,
    інтеграц*, плагин*, плагін*, модул*, кнопк*, шлюз*, tích hợp, cổng, 集成, 接口, 插件, 对接,
    連携, 決済機能, 연동, 모듈, تكامل, ربط, بوابة, زر, इंटीग्रेशन, बटन, ইন্টিগ্রেশন, প্লাগইন,
    درگاه, افزونه, שילוב, כפתור, ปุ่ม, เชื่อมต่อ
    """
)
_WORKED_ON = re.compile(r"[\s-]?[^\W\d_]{2,16}")
_WORK_ON = re.compile(
    r"[^\W\d_]{3,16}\s(?:with|for|of|com|con|de|do|del|avec|mit|von|für|met|voor|med|di|per|cu|z|"
    r"с|для|з|із)\s\Z"
)
REACH_OF_WORK = 24  # characters before a word for money
_SAID = re.compile(r"\w")
# What a word for money stands in front of, and so does not speak of what it follows.
_OWN_DETAIL = re.compile(
    r"[\s:=-]{1,3}(?:(?:is|to|at|on|es|é|ist|a|al|auf)\s)?"
    r"(?:[+(]?\d(?:[ .()-]?\d){6}|[^\s@]{1,64}@)"
)
# The verb comes last: "joe@... पर लिखें", "…にメールください".
_ASKED_BEHIND = re.compile(
    r"\s?(?:पर|पे|को|pe|par|pr|ko|-?এ|-?তে|পর|に|へ|まで|宛に|로|으로|에|['’][ae]|adresine|"
    r"numarasına|e(?=\s(?:call|phone|msg|nok)\b)|پر|پہ|کو)(?:\s|(?<=[^a-z]))"
)
CLOSE = 24  # characters before a detail in which its own label stands
_FOR_TALK = (_ASKS_TO_WRITE, _LABELS, PHONES)


def announced_by(
    words: Words, low: str, since: int, detail: tuple[int, int], *, in_sentence: bool = True
) -> Word | None:
    """The last of the words between ``since`` and the detail, if it speaks of that; else None.

    It does not where it names what is worked on, where a word asks to talk since, or (where it
    must be ``in_sentence``) the sentence went on behind it and ended: "The PayPal button is broken.
    jane.roe@gmail.com".
    """
    start, end = detail
    last = words.last(low, since, start)
    if last is None or _is_work(low, last) or is_for_talk(low, last.end, start):
        return None
    if asked := _ASKED_BEHIND.match(low, end):
        behind = asked.end(), asked.end() + CLOSE // 2
        if _ASKS_TO_WRITE.any_in(low, *behind) or PHONES.any_in(low, *behind):
            return None
    said = _SAID.search(low, _word_end(low, last.end, start), start)
    has_ended = in_sentence and said and SENTENCE_END.search(low, said.start(), start)
    return None if has_ended else last


def _is_work(low: str, word: Word) -> bool:
    """Whether the word names what is built or mended: "PayPal button", "integração com pix"."""
    after = _WORKED_ON.match(low, _word_end(low, word.end, len(low)))
    if after and _WORKS.any_in(low, after.start(), after.end()):
        return True
    before = _WORK_ON.search(low, max(0, word.start - REACH_OF_WORK), word.start)
    return before is not None and _WORKS.any_in(low, before.start(), before.end())


def is_for_talk(low: str, start: int, end: int, *, by_label: bool = True) -> bool:
    """Whether a word in the range makes what follows it a way to talk.

    ``low`` is in lower case; ``start`` is where the word for money ends, ``end`` where the detail
    begins. ``by_label``: the name of its kind does so as well, where it begins something new.
    """
    start = _word_end(low, start, end)
    labels = [word.start for word in _LABELS.find(low, start, end)]
    asking = [word.start for word in _ASKS_TO_WRITE.find(low, start, end)]
    for word in PHONES.find(low, start, end):
        said = low[word.start : word.end]
        if said in _LABELS_OF_PHONES:
            labels.append(word.start)
        elif word.meaning != NUMBER and said not in _OF_BOTH:
            asking.append(word.start)
    if any(not _BESIDE.fullmatch(low, start, at) for at in asking):
        return True
    return by_label and any(_begins_anew(low, start, at) for at in labels)


def _word_end(low: str, start: int, end: int) -> int:
    """Where the word ends whose stem ends at ``start``."""
    while start < end and continues_word(low, start):
        start += 1
    return start


def _begins_anew(low: str, start: int, end: int) -> bool:
    """Whether something was said and ended, and no account is spoken of since."""
    is_parted = SENTENCE_END.search(low, start, end) or _BREAK.search(low, start, end)
    return is_parted is not None and not CUES_OF["bank"].any_in(low, start, end)


def named_after(
    words: Words, low: str, before: tuple[int, int], end: int, *, reach: int
) -> Word | None:
    """The first of the words that follows the detail and speaks of it; None where none does.

    ``before``: the range in front of the detail. Where that asks to talk, a word speaks of the
    detail only without a break between; and never in front of a detail of its own.
    """
    first = next(iter(words.find(low, end, end + reach)), None)
    if first is None or SENTENCE_END.search(low, end, first.start):
        return None
    if _OWN_DETAIL.match(low, first.end):
        return None
    is_apart = any(sign in low[end : first.start] for sign in ",;:")
    return None if is_apart and _is_called_for_talk(low, *before) else first


def _is_called_for_talk(low: str, start: int, end: int) -> bool:
    """Whether what stands right before a detail is a word for a way to talk."""
    return any(words.any_in(low, max(start, end - CLOSE), end) for words in _FOR_TALK)
