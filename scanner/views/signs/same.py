"""One sign in the place of "@" and of every point: "anna//fernmill//org", "info*oak-lane*pl".

Only where the talk is of mail, where the sign is spoken of, or the name is one of an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance, words_of
from scanner.views.signs.words import KNOWN_ENDINGS, NO_NAMES, TALK_ENDINGS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "odd signs"
RUNS_MAX = 20
LABEL_MIN = 4  # "en|de|pl" are languages
_SIGNS = "/*~|#•·^:"
_RUN = re.compile(
    r"(?<![^\s\"'(«“])(?P<name>[A-Za-z][A-Za-z0-9.-]{1,30})(?P<sign>//|\|\||::|\*{1,2}|~{1,2}|[#•·^|])"
    rf"(?P<label>[A-Za-z0-9-]{{{LABEL_MIN},40}})(?P=sign)(?P<ending>[A-Za-z]{{2,10}})"
    r"(?:(?P=sign)(?P<land>[A-Za-z]{2}))?(?=[\s,.;:!?)\"'»”]|\Z)"
)
_OFFICE = words_of(
    "info hello hallo hola bonjour ciao contact contacto contato contatto kontakt office mail"
    " post studio biuro admin sales support team hi hey ola shop service orders bookings"
)
_MAIL = words_of(
    "mail email e-mail mailbox inbox mails write reach address adres adresse adresa dirección"
    " correo courriel endereço indirizzo posta poczta pisz napisz почта пошта пишите пишіть"
    " mejl epost schreib schreiben escríbeme escreva scrivi écrivez schrijf mailen skriv írj"
    " piszcie"
)


def read_same_signs(view: View, glance: Glance) -> View:
    """The view with "@" and points for the one sign that stands for all of them."""
    if glance.longest < LABEL_MIN + 6 or glance.characters.isdisjoint(_SIGNS):
        return view
    return rewrite(view, _edits(view.text, glance), disguise=DISGUISE)


def _edits(text: str, glance: Glance) -> Iterator[Edit]:
    is_of_mail = not glance.words.isdisjoint(_MAIL)
    for match in islice(_RUN.finditer(text), RUNS_MAX):
        sign, name = match["sign"], match["name"].lower()
        ending = (match["land"] or match["ending"]).lower()
        if ending not in KNOWN_ENDINGS - TALK_ENDINGS or name in NO_NAMES:
            continue
        spoken_of = rf"(?<![^\s\"'(«“]){re.escape(sign)}(?![^\s\"')»”])"  # by itself
        is_told = sign != "|" and (is_of_mail or re.search(spoken_of, text) is not None)
        if not (is_told or name in _OFFICE):
            continue
        yield Edit(match.start(), match.end(), _spelt(match))


def _spelt(match: re.Match[str]) -> str:
    land = f".{match['land']}" if match["land"] else ""
    return f"{match['name']}@{match['label']}.{match['ending']}{land}"
