"""Names told part by part: "mina then 2 then studio", "'the' + 'goose'", "ink by ro (one word)".

What joins the parts is ordinary talk, so this only gathers what could be one name; the detectors
look for an app or a mail house beside it. Shared by them, as the words they listen for are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from models.scripts import lowered
from scanner.detectors.domains import MAIL_PROVIDERS
from scanner.detectors.told_notes import NOTES, SIGNS, SPACE_WORDS, notes_for_blanks
from scanner.detectors.words import Word, Words, split
from scanner.views.signs.pieces import digits_of, figure_of
from scanner.views.signs.words import NO_NAMES, PROVIDERS
from scanner.views.signs.words_described import NEXT

JOINTS_MAX = 80  # connectors looked at in one text
NOTES_MAX = 12  # notes that a name is one word
LENGTHS = range(4, 41)  # characters of a name that is put together
NEAR = 45  # characters to a note that tells how the parts are joined
PIECE_MAX = 40  # characters of one part
RUN_MAX = 90  # characters of the words before a note
WORDS_MAX = 4  # of a name that is to be closed up
TEXTS_KEPT = 8  # of which the parts are remembered; several detectors ask for them

_PLUSES = (
    *("plus", "➕", "＋", "glued to", "together with", "joined to", "joined with"),
    *("no gap", "no space", "without a space", "sin espacio", "sans espace", "ohne leerzeichen"),
    *("zonder spatie", "bez spacji", "без пробела", "без пробілу", "senza spazio", "sem espaço"),
    *("thêm", "thêm cái"),
)
_NEXT_WORDS = frozenset(
    phrase for phrase in NEXT.split("|") if len(phrase) > 2 or not phrase.isascii()
) - {"after", "next"}
# One entry a word: a sign before a mere connector.
_JOINTS = Words(
    {
        **dict.fromkeys(_NEXT_WORDS, "then"),
        **dict.fromkeys(_PLUSES, "plus"),
        **dict.fromkeys(SPACE_WORDS, "space"),
        **{word: sign for word, sign in SIGNS.items() if len(word) > 2 or not word.isascii()},
    }.items()
)
_PLUS = re.compile(r"\+")
_BETWEEN_JOINTS = re.compile(
    r"[\s,;:]{0,3}(?:(?:and|a|an|the|un|une|una|uno|um|uma|ein|eine|einen|een|y|e|et|und|i|и|و)\s)?[\s,]{0,2}"
)
_OPENING, _CLOSING = "\"'“”«„‘’`", "\"'”“»‘’`"
_PIECE = r"[A-Za-z0-9](?:[A-Za-z0-9_.]|-(?=[A-Za-z0-9])){0,30}"
_SAID_FIGURE = r"[^\W\d_]{2,12}"
_QUOTED = (
    rf"[{_OPENING}](?P<quoted>[A-Za-z0-9_.-]{{1,24}}(?: [A-Za-z0-9]{{1,20}}){{0,3}})[{_CLOSING}]"
)
# What is said of figures before them: "plus my year of birth 1998", "rồi số 68".
_OF_FIGURES = (
    "my|the|a|year|of|birth|i|was|born|in|number|no|nr|figures?|digits?|numerals?|lucky|favourite"
    "|mi|mon|ma|mein|meine|año|de|d[aeo]|nacimiento|année|naissance|jahrgang|geburtsjahr|anno|nascita"
    "|ano|nascimento|rok|urodzenia|год|рождения|мой|рік|народження|số|năm|sinh|nomor|angka|tahun|lahir"
    "|taong|numero|número|numéro|nummer|zahl|ziffern?|cifras?|chiffres?|цифр[аыиу]|число|номер|rakam"
    "|sayı|sayısı|doğum|yılım|संख्या|नंबर|নাম্বার|رقم|عدد|साल|숫자|数字の?"
)
_AHEAD = re.compile(
    rf"[\s,;:]{{0,3}}(?:(?:(?:{_OF_FIGURES})\s){{1,5}}(?=\d))?(?:{_QUOTED}"
    rf"|(?P<figures>{_SAID_FIGURE}[ -]{_SAID_FIGURE})(?![\w-])"
    rf"|(?P<piece>{_PIECE}|{_SAID_FIGURE})(?![\w@/\\]))"
)
_ONE_AHEAD = re.compile(rf"[\s,;:]{{0,3}}(?P<piece>{_PIECE})(?!\w)")
_WITHIN = re.compile(rf"{_AHEAD.pattern}[\s,;:.]{{0,3}}")
_BEHIND = re.compile(rf"(?<![\w.@/\\-])(?:{_QUOTED}|(?P<piece>{_PIECE}))[\s,;:]{{0,3}}\Z")
_TALK = NO_NAMES | frozenset(PROVIDERS) | frozenset(MAIL_PROVIDERS)
_TALK |= frozenset(
    split(
        """
        instagram, insta, telegram, whatsapp, skype, discord, facebook, slack, zoom, email, mail,
        gmail, viber, signal, wechat, line, kakao, linkedin, twitter, tiktok, snapchat, name,
        surname, firstname, lastname, first, last, initial, initials, domain, brand, company,
        colon, period, minus, hashtag, hash, com, net, org, number, numbers, sign, symbol, please,
        thanks, thank, back, second, third, finally, one, two, three, go, come, comes, do, done,
        say, says, well, ok, okay, again, later, today, tomorrow, handle, username, user, nick,
        id, letters, digits, digit, really, maybe, until, since, now, design, develop, review,
        payment, delivery, figma, photoshop, wordpress, react, python, excel, html, css, tax, vat,
        os, las, los, les, todos, todas, tous, toutes, alle, tutti, tutte,
        shipping, fee, fees, power, bullet, turning, starting, focal, vantage, checking, floating
        """
    )
)
_ONE_QUOTED = rf"[{_OPENING}]([A-Za-z0-9_.-]{{1,24}})[{_CLOSING}]"
_QUOTED_ROW = re.compile(
    rf"{_ONE_QUOTED}(?:[\s,]{{1,3}}(?:(?:and|y|e|et|und|i|и|en|ve|then)\s)?{_ONE_QUOTED}){{1,4}}"
)
_RUN = re.compile(r"(?<!\w)(?:[A-Za-z0-9'’&]{1,24}(?:[ -]| [._] )){1,6}[A-Za-z0-9]{1,24}\Z")
_BEFORE_NOTE = re.compile(
    r"[\s,;.(\[{\"'”»)←–—-]{1,6}\Z"
    r"|[\s,(]{0,3}(?:all|it's|its|but|both)\s\Z"
)
_GENITIVE = re.compile(r"['’]s\Z")  # "my email's bee keeper joan"
# Words that lead to a name and are not of it.
_LEADS = frozenset(
    split(
        """
        is, am, i'm, i’m, im, as, me, at, it's, name, called, user, id, handle, under, find, add,
        search, to, naar, aan, write, mail, email, ping, text, giri, scrivi, on, for,
        slash, stroke, oblique, barra, barre, schrägstrich, slesh, es, soy,
        como, est, suis, ist, bin, als, sono, jestem, jako, sou, ben, here, hit, send, bhejo,
        bhejna, bhejiye, likho, likhna, karo, karna, kirim, ke, gửi, cho, envie, envía, envia,
        manda, mande, mándalo, schick, schreib, écris, écrivez, envoie, envoyez, stuur, wyślij,
        pisz, napisz, skriv, skicka, till, til, írj, yaz, gönder, posta, correo, courriel, mél
        """
    )
)
# Little words that may be of a name as well; they lead to one that would be too long with them.
_MAY_LEAD = frozenset(
    split("a, al, alla, all, an, au, à, para, pra, por, do, na, no, zu, unter, per, w, en, in")
)


class Told(NamedTuple):
    """A half-open range, the name that its parts make, and whether that is plainly one name."""

    start: int
    end: int
    value: str
    is_sure: bool
    is_signed: bool = False  # its parts are joined by nothing but words for signs


class _Joint(NamedTuple):
    start: int
    end: int
    sign: str  # what is written between the parts
    kind: str


@lru_cache(TEXTS_KEPT)
def told_parts(text: str) -> tuple[Told, ...]:
    """Every name that is told part by part or that is to be closed up, in order of the text."""
    low = lowered(text)
    for_blanks = notes_for_blanks(low)
    note, blank = for_blanks[0] if for_blanks else (Word(0, 0, ""), "")
    chains = [*_chains(text, _joints(low, blank, (note.start, note.end)))]
    notes = [*islice(NOTES.find(low), NOTES_MAX), *(note for note, _ in for_blanks)]
    closed = [
        told
        for told in (*_closed(text, low, blank, notes), *_quoted_rows(text, low, blank))
        if not any(chain.start < told.end and told.start < chain.end for chain in chains)
    ]
    return tuple(sorted(chains + closed))


# --- parts and what joins them -------------------------------------------------------------------


def _chains(text: str, found: Iterable[_Joint]) -> Iterator[Told]:
    """Runs of parts with a joint between each two."""
    low, joints = lowered(text), list(found)
    at = 0
    while at < len(joints):
        first = joints[at]
        start, head = _behind(text, first.start)
        last, pieces, signs, end = at, [head], [], first.end
        while head is not None:
            is_last = last + 1 >= len(joints)
            joint, stop = joints[last], len(text) if is_last else joints[last + 1].start
            piece, end_of_piece, reaches = _ahead(text, joint.end, stop)
            if piece is None or piece.lower() in _TALK:
                break
            is_mere_then = joint.sign + joint.kind == "then" and not any(map(str.isdigit, piece))
            if is_mere_then and not (reaches or _ends(text, end_of_piece)):
                break
            pieces.append(piece)
            signs.append(joint)
            end = end_of_piece
            last += 1
            if is_last or not reaches:
                break
        if len(pieces) > 1 and head is not None:
            yield from _told(low, start, end, [piece or "" for piece in pieces], signs)
        at = max(last, at + 1)


def _joints(low: str, blank: str, passed: tuple[int, int]) -> Iterator[_Joint]:
    """What joins parts, in order; several in a row are one: "dot then". A note is ``passed``."""
    words = [
        word
        for word in islice(_JOINTS.find(low), JOINTS_MAX)
        if not passed[0] <= word.start < passed[1]
    ]
    words += [Word(*match.span(), "plus") for match in islice(_PLUS.finditer(low), JOINTS_MAX)]
    held: _Joint | None = None
    for word in sorted(words, key=lambda word: (word.start, -word.end)):
        if held is not None and word.start < held.end:
            continue
        is_name = word.meaning in ("then", "plus", "space")
        # "tin then otter with an underscore in between": the sign of the note stands for "then"
        is_noted = word.meaning == "then" and 0 < passed[0] - word.end < NEAR
        is_blank = word.meaning == "space" or is_noted
        sign = blank if is_blank else "" if is_name else word.meaning
        kind = "noted" if is_noted and sign else word.meaning if is_name else "sign"
        joint = _Joint(word.start, word.end, sign, kind)
        if held is not None and _BETWEEN_JOINTS.fullmatch(low, held.end, joint.start):
            kind = "then" if "then" in (held.kind, joint.kind) else joint.kind
            held = _Joint(held.start, joint.end, held.sign + sign, kind)
            continue
        if held is not None:
            yield held
        held = joint
    if held is not None:
        yield held


def _behind(text: str, end: int) -> tuple[int, str | None]:
    match = _BEHIND.search(text, max(0, end - PIECE_MAX), end)
    if match is None:
        return end, None
    return match.start(), (match["quoted"] and f'"{match["quoted"]}') or match["piece"]


def _ahead(text: str, start: int, stop: int) -> tuple[str | None, int, bool]:
    """The part after a joint, where it ends, and whether it reaches to the next joint."""
    match = _WITHIN.fullmatch(text, start, stop) if stop - start <= 2 * PIECE_MAX else None
    reaches = match is not None
    match = match or _AHEAD.match(text, start, min(len(text), start + 2 * PIECE_MAX))
    if match is None:
        return None, start, False
    if match["quoted"]:
        return f'"{match["quoted"]}', match.end(), reaches
    if match["figures"]:
        numbers = [figure_of(word) for word in re.split("[ -]", match["figures"].lower())]
        if None in numbers:
            match = _ONE_AHEAD.match(text, start)
            return (match["piece"], match.end("piece"), False) if match else (None, start, False)
        return digits_of([str(number) for number in numbers]), match.end("figures"), reaches
    piece = match["piece"]
    number = None if piece.isdecimal() else figure_of(piece.lower())  # "07" stays as it is
    if number is not None:
        piece = str(number)
    elif not piece.isascii():
        return None, start, False
    return piece, match.end("piece"), reaches


def _ends(text: str, end: int) -> bool:
    """Whether a clause ends there: "lena dot 66, then phones are hid" goes on."""
    return text[end : end + 2].strip()[:1].isalnum() is False


def _told(
    low: str, start: int, end: int, pieces: list[str], joints: list[_Joint]
) -> Iterator[Told]:
    """The name that the parts make, if they are told as such."""
    kinds = {joint.kind for joint in joints}
    quoted = sum(piece.startswith('"') for piece in pieces)
    is_quoted = quoted > 1 or (quoted > 0 and len(pieces) > 2)
    parts = [piece.lstrip('"').rstrip(".-").replace(" ", "").lower() for piece in pieces]
    if not is_quoted and any(part in _TALK for part in parts):
        return
    value = parts[0] + "".join(
        joint.sign + part for joint, part in zip(joints, parts[1:], strict=True)
    )
    if len(value) not in LENGTHS or sum(map(str.isalpha, value)) < 3:
        return
    has_note = NOTES.any_in(low, start - NEAR, start) or NOTES.any_in(low, end, end + NEAR)
    has_figures = any(part.isdecimal() for part in parts[1:])
    if "plus" in kinds and not (is_quoted or has_note or (has_figures and len(parts) > 2)):
        return
    is_sure = (
        is_quoted
        or has_note
        or "noted" in kinds
        or (len(parts) > 2 and (has_figures or "sign" in kinds))
    )
    if is_sure or len(parts) > 2 or has_figures or "sign" in kinds:
        yield Told(start, end, value, is_sure, is_signed=kinds == {"sign"})


# --- blanks that are to be closed ----------------------------------------------------------------


def _closed(text: str, low: str, blank: str, notes: Iterable[Word]) -> Iterator[Told]:
    """Words before a note that they are one, "ink by ro (close it up)", or what their blanks are.

    ``blank``: what is to be written for one.
    """
    done = -1
    for note in sorted(notes):
        end = note.start
        for _ in range(2):
            gap = _BEFORE_NOTE.search(low, max(0, end - 8), end)
            end = gap.start() if gap else end
        told = closed_up(text, end, blank) if end != note.start else None
        if told and told.start >= done:
            done = note.end
            yield told


def closed_up(text: str, end: int, blank: str = "") -> Told | None:
    """The words that end there, as one name with ``blank`` for what parts them."""
    run = _RUN.search(text, max(0, end - RUN_MAX), end)
    if run is None:
        return None
    start, words = _after_lead(run)
    is_talk = words[-1] in _TALK or not _NEXT_WORDS.isdisjoint(words)
    if not 2 <= len(words) <= WORDS_MAX or is_talk:
        return None
    value = blank.join(word.strip("'’&") for word in words if word.strip("'’&"))
    return Told(start, end, value, is_sure=True) if len(value) in LENGTHS else None


def _quoted_rows(text: str, low: str, blank: str) -> Iterator[Told]:
    """Words in quotes beside a note that they are one: "'otter' 'lamp', all joined"."""
    for row in islice(_QUOTED_ROW.finditer(text), NOTES_MAX):
        start, end = row.span()
        value = blank.join(re.findall(_ONE_QUOTED, row[0])).lower()
        if len(value) in LENGTHS and NOTES.any_in(low, start - NEAR, end + NEAR):
            yield Told(start, end, value, is_sure=True)


def _after_lead(run: re.Match[str]) -> tuple[int, list[str]]:
    """Where the words begin that follow the last word that leads to a name, and these words."""
    words = [(match.start(), match[0].lower()) for match in re.finditer(r"[^ -]+", run[0])]
    kept = _from(words, _LEADS)
    if len(kept) > WORDS_MAX:
        kept = _from(kept, _MAY_LEAD)
    elif len(kept) > 2 and kept[0][1] in _MAY_LEAD:
        kept = kept[1:]
    return run.start() + kept[0][0], [word for _, word in kept]


def _from(words: list[tuple[int, str]], leads: Collection[str]) -> list[tuple[int, str]]:
    """What follows the last of these words that has something after it."""
    places = [
        place
        for place, (_, word) in enumerate(words[:-1])
        if word in leads or _GENITIVE.sub("", word) in leads
    ]
    return words[places[-1] + 1 :] if places else words
