"""What may stand before "@": shaped like the name of a mailbox, or set apart as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scanner.detectors.domains import MAIL_PROVIDERS, is_registrable
from scanner.detectors.told_parts import told_parts
from scanner.detectors.words import Words, split
from scanner.views.signs.pieces import figure_of
from scanner.views.signs.words import AT, DOT, HYPHEN, UNDERSCORE
from scanner.views.signs.words_noted import ONE_WORD

NUMBERS = range(6, 12)  # digits; on QQ and NetEase the name of a mailbox is mostly a number
LONG = 8  # letters of a mere word that few languages have
LOCAL_MIN = 3  # characters; shorter ones are initials and units

# Names of mailboxes that belong to an office, in the languages we serve.
ROLES = frozenset(
    split(
        """
        info, hello, hi, hey, contact, kontakt, office, sales, orders, order, admin, mail, post,
        booking, bookings, studio, team, hola, ciao, bonjour, ola, oi, contato, contacto, contatti,
        bestellung, biuro, zamowienia, ventas, vendas, pedidos, commande, commandes, support, me,
        help, jobs, hr, shop, press, ask, say, write, atelier, estudio, buero, kantoor, ordini,
        privet, hallo, hei, moi, salut, ahoj, merhaba, halo, zakaz, info.ro, mailbox, work, new
        """
    )
)
_NAME = re.compile(
    r"(?<![\w@./:#$+\\-])(?<![A-Za-z0-9][,;·•])[A-Za-z0-9][A-Za-z0-9._+-]{1,40}+(?![\w/\\=]|@\w|\((?!gmail|google|yahoo|hotmail|outlook|[^\x00-\x7f]))"
)
# Letter by letter: "o.w.e.n.b", by signs that the name has not.
SPELT = re.compile(r"[a-z0-9](?:([._-])[a-z0-9])(?:\1[a-z0-9]){3,30}")
_QUOTES = "\"'“”„«»‘’`"
_USUAL_ENDINGS = frozenset(
    split("com, net, org, io, co, ai, app, dev, info, biz, js, py, html, css, php")
)
_FILE = re.compile(
    r".*\.(?:jpe?g|png|gif|svg|webp|psd|pdf|docx?|xlsx?|pptx?|csv|txt|md|zip|rar|mp[34]|mov|wav|avi"
    r"|json|ya?ml|xml|html?|css|scss|[jt]sx?|py|php|java|rb|go|sh|sql|env|log|ini|exe|apk|eps|dst|dwg"
    r"|ttf|otf|indd|idml|srt|step|stl|ino|cfg|conf|bak)"
)
_CODE = re.compile(
    r"(?:os|np|pd|self|this|console|module|process|window|document|math|json|sys)\..*"
)
_SHORTENED = re.compile(
    r"(?:[a-z]\.){1,4}[a-z]?|(?:approx|incl|etc|vs|no|nr|st|dr|mr|mrs|ca|ex)\..*"
)
_RUNS = re.compile(r"[^\W\d_]+|\d+")
_KEYS = re.compile(r"(?:shift|maj|umschalt|altgr|alt|ctrl|mayus)\W?\d")  # of a keyboard
_HASH = re.compile(r"(?=[a-z]*\d)[0-9a-f]{8,}")
_UNITS = re.compile(
    r"[a-z]{0,2}\d+[a-z]{0,4}|(?:mp|v|ver|rev|utf|iso|win|php|h|ps|es|web|log|oauth2?)\d.*"
)
_ORDINARY = frozenset(
    split(
        """
        the, and, you, your, with, from, this, that, here, there, mail, email, gmail, yahoo,
        outlook, hotmail, icloud, proton, com, www, http, https, username, user_name, user, name,
        first_name, last_name, e-mail, address, google, microsoft, apple, smtp, imap, node_modules,
        api_key, base64, oauth, oauth2, app_password, utf-8, none, null,
        blank, empty, test, inbox, spam, primary, promotions, subject, sender, draft, drafts, true,
        lowercase, uppercase, surname, initial, initials, firstname, lastname,
        false, undefined, signature, newsletter, contact, contacts, login, password, account
        """
    )
) | frozenset(
    part
    for signs in (AT, DOT, UNDERSCORE, HYPHEN)
    for word in signs.split("|")
    for part in (word, *(piece for piece in word.split(" ") if len(piece) > LONG // 2))
)
_CALLED = re.compile(
    r"(?:\b(?:is|name|nick|id|user|username|write|as|es|est|ist|é|è|soy|sou|sono|bin|heiße|это|je|jest"
    r"|adım|likho|naam|tulis|nama)\s|[:=>→]\s?)\Z",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?<!\w)[\"'“”«„](?P<phrase>[A-Za-z0-9]{2,20}(?: [A-Za-z0-9]{1,20}){1,4})[\"'“”»](?!\w)"
)
# What says that a name has no blanks or capitals.
_JOINED = Words.of(
    ONE_WORD
    + """,
    lowercase, lower case, all small, all lower, no caps, minuscule, minuscules, minúsculas,
    minúscula, minúsculo, minuscolo, kleingeschrieben, alles klein, kleine letters, małymi, malým,
    malými, маленькими, малими, küçük harf, küçük harfle, viết thường, huruf kecil, chhote,
    litere mici, kisbetűvel, små bokstäver, pienellä, 小写, 小寫, 小文字, 소문자
    """
)


# Parts of the names of files, columns and versions: no person is called so.
_PARTS_OF_THINGS = frozenset(
    split(
        """
        id, ids, key, keys, api, user, users, name, names, file, files, data, test, tests, script,
        config, conf, handler, service, server, client, image, images, img, pic, theme, asset,
        assets, task, tasks, app, apps, box, chat, sync, campaign, letter, view, views, out, in,
        output, input, output, row, rows, col, column, field, form, forms, page, pages, list, table,
        value, type, types, class, func, function, method, module, modules, model, models, node,
        token, auth, login, password, admin, db, sql, index, main, util, utils, lib, src, build,
        dist, env, log, logs, error, errors, debug, dev, prod, staging, template, templates, header,
        footer, banner, logo, icon, button, menu, layout, style, styles, component, components,
        screen, video, audio, final, draft, copy, backup, temp, tmp, old, new, version, report,
        invoice, order, orders, product, products, category, status, date, time, created, updated,
        count, total, price, amount, address, phone, number, email, mail, message, messages, thread,
        event, events, hook, hooks, worker, job, jobs, queue, cron, bot, parser, scraper, crawler,
        python, web, css, html, utf, iso, win, base, oauth, squared, later, reply, child, parent,
        item, items, group, filter, search, sort, get, set, add, first, last, full, max, min, avg,
        brand, subject, webhook, secret, channel, url, beam, dkim, spf, dmarc, ads, crm, csv, json,
        xml, pdf
        """
    )
)


class Name(NamedTuple):
    """A half-open range that may hold the name of a mailbox, and what speaks for it.

    ``is_technical``: no word of a language looks so. ``is_quoted``: in quotation marks.
    ``is_foreign``: Latin letters amid another script. ``is_alone``: nothing else in its line.
    ``is_called``: after "is", "name" or a colon. ``is_joined``: it is said to be one word.
    ``is_thing``: made of what files, columns and versions are called.
    """

    start: int
    end: int
    text: str
    is_technical: bool
    is_quoted: bool
    is_foreign: bool
    is_alone: bool
    is_called: bool
    is_joined: bool
    is_thing: bool = False


def names_in(text: str, low_text: str, start: int, end: int) -> Iterator[Name]:
    """All that lies in the range and may be a name of a mailbox; ``low_text`` is in lower case."""
    start, end = max(0, start), min(len(text), end)
    letters = [sign for sign in text[max(0, start - 40) : end + 40] if sign.isalpha()]
    is_foreign = sum(map(str.isascii, letters)) * 2 < len(letters)
    for match in _NAME.finditer(text, start, end):
        name = match[0].rstrip(".-+_")
        low = name.lower()
        if len(name) < LOCAL_MIN or low in _ORDINARY or low.split(".")[0] in MAIL_PROVIDERS:
            continue
        if spelt := SPELT.fullmatch(low):
            yield _joined(
                match.start(), match.start() + len(name), low.replace(spelt[1], ""), is_sure=True
            )
            continue
        stop = match.start() + len(name)
        quotes = text[match.start() - 1 : match.start()], text[stop : stop + 1]
        yield Name(
            match.start(),
            stop,
            low,
            _is_technical(name) or (name.isdecimal() and len(name) in NUMBERS),
            all(quote and quote in _QUOTES for quote in quotes),
            is_foreign and len(name) > LOCAL_MIN and name.isalnum() and name.islower(),
            _is_alone(text, match.start(), stop) and len(name) > LOCAL_MIN,
            len(name) >= LONG
            and _CALLED.search(text, max(0, match.start() - 16), match.start()) is not None,
            len(name) >= LONG and _JOINED.any_in(low_text, match.start() - 40, stop + 40),
            is_thing(low),
        )
    yield from _phrases(text, low_text, start, end)
    for told in told_parts(text):
        if start <= told.start and told.end <= end:
            yield _joined(told.start, told.end, told.value, is_sure=told.is_sure or told.is_signed)


def _phrases(text: str, low: str, start: int, end: int) -> Iterator[Name]:
    """Words in quotation marks that are said to be one: "square wave sally", no spaces."""
    for match in _PHRASE.finditer(text, start, end):
        if _JOINED.any_in(low, match.start() - 40, match.end() + 40):
            name = match["phrase"].replace(" ", "").lower()
            yield _joined(*match.span(), name, is_sure=True)


def _joined(start: int, end: int, name: str, *, is_sure: bool) -> Name:
    """A name of several words or parts."""
    return Name(
        start,
        end,
        name,
        is_technical=False,
        is_quoted=is_sure,
        is_foreign=False,
        is_alone=False,
        is_called=False,
        is_joined=is_sure,
    )


def _is_technical(name: str) -> bool:
    """Points, underscores or figures within letters; no file, site, version, unit or code."""
    low = name.lower()
    if sum(map(str.isalpha, low)) < LOCAL_MIN or ".." in low:
        return False
    if name != low and not (name[1:] == low[1:] or name.istitle()):
        return False
    if any(kind.fullmatch(low) for kind in (_FILE, _CODE, _SHORTENED, _UNITS, _HASH, _KEYS)) or (
        all(part.isdecimal() or figure_of(part) is not None for part in _RUNS.findall(low))
    ):
        return False  # also of a number in words, "zero7512"
    if "." in low:
        ending = low.rsplit(".", 1)[1]
        if (ending in _USUAL_ENDINGS or len(ending) == 2) and is_registrable(low):
            return False
        # "done.Thanks" is two sentences.
        return not any(part[:1].isupper() for part in name.split(".")[1:]) or name.istitle()
    return "_" in low or any(map(str.isdigit, low))


def is_thing(name: str) -> bool:
    """Whether the name has a part that speaks of things: "thread_id", "letter_v2", "dkim1"."""
    parts = [part.rstrip("0123456789") for part in re.split(r"[._-]", name)]
    if "." in name and "_" not in name:  # "steph.brennan.copy" is a trade after a name
        return parts[0] in _PARTS_OF_THINGS
    return any(part in _PARTS_OF_THINGS or part in ("v", "x", "") for part in parts)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the name is all that its line says, but for punctuation."""
    line_start = text.rfind("\n", max(0, start - 60), start) + 1
    if not line_start and start > 60:
        return False
    line_end = text.find("\n", end, end + 30)
    rest = text[line_start:start] + text[end : line_end if line_end >= 0 else end + 30]
    return not any(map(str.isalnum, rest))
