"""Figures that are to be reckoned: each one moved by the same, sums in brackets, codes of bits.

Read only where the writer says how, or where nothing else is written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from models.scripts import lowered
from scanner.views.glance import Glance
from scanner.views.view import Edit, View, rewrite

DISGUISE = "figures in disguise"
NATIONAL = range(9, 13)  # digits of a number that comes out
RUNS_MAX = 20  # read in one text

_EACH = (
    r"\b(?:(?:to|from|of|on|with|by|sur|à|de|a|em|auf|zu|von|bei|op|bij|van|su|da|di) )?"
    r"(?:each|every|chaque|chacun\w*|cada|jede\w{0,2}|ogni|ciascun\w*|elk|elke|ieder|all the)\b"
)
_DIGIT = (
    r"(?:digits?|figures?|chiffres?|cifras?|dígitos?|digitos?|algarismos?|ziffern?|zahl|"
    r"cijfers?|cifr[ae])\b"
)
_OF_EACH = re.compile(
    rf"{_EACH} {_DIGIT}|(?:siguiente|anterior|next|following|previous|suivant|précédent|nächste"
    r"|vorige|seguinte|successivo|precedente|volgende) (?:one )?(?:de|of|von|di|da|van) "
    r"(?:cada|each|every|chaque|jede\w{0,2}|ogni|elk)\b"
)
_ONE = {
    "one": 1, "un": 1, "une": 1, "uno": 1, "una": 1, "um": 1, "eins": 1, "een": 1, "één": 1,
    "two": 2, "deux": 2, "dos": 2, "dois": 2, "zwei": 2, "due": 2, "twee": 2,
    "three": 3, "trois": 3, "tres": 3, "três": 3, "drei": 3, "tre": 3, "drie": 3,
}  # fmt: skip
# "Add one caption to each figure" says how many of something else.
_AMOUNT = re.compile(
    rf"(?<![\w.])([1-9]|{'|'.join(_ONE)})(?![\w.])(?! [^\W\d_])"
    rf"|(?<![\w.])([1-9]|{'|'.join(_ONE)})(?= (?:to|from|on|sur|à|a|au|em|auf|zu|von|op|bij|van"
    r"|su|da|too|trop|de|di|te|in|higher|lower|more|less|away|off|up|down|drauf|dazu|ab|weg|erbij|eraf"
    r"|and|plus|minus|each|every|chaque|cada|jede\w{0,2}|ogni|elke?)\b)"
)
_TOO_HIGH = re.compile(
    r"too (?:high|big|much|many)|trop (?:haut|grand)|en trop|de trop|de más|de mas\b|a mais"
    r"|zu (?:hoch|groß|viel)|te (?:hoog|veel)|in più|di troppo|troppo alt|higher than|demasiado alt"
)
_TOO_LOW = re.compile(
    r"too (?:low|small|few|little)|trop (?:bas|petit)|de menos|a menos|zu (?:niedrig|klein|wenig)"
    r"|te (?:laag|weinig)|in meno|troppo bass|lower than|short\b"
)
_MINUS = re.compile(
    r"(?<!\w)[-−–] ?\d|minus|subtract|\btake\b|moins|enlev|enlèv|retire|retranch"
    r"|soustra|resta|réstale|quita|menos|subtrai|tira|weniger|abzieh|zieh\w*|meno\b|togli|sottra"
    r"|trek|eraf|anterior|previous|précédent|vorige|precedente"
)
_PLUS = re.compile(
    r"\+ ?\d|plus|\badd|bump|raise|ajout|rajout|sum[ae]|súmale|más|mais|som[ae]|acrescent|dazu"
    r"|drauf|erhöh|addier|aggiung|più|tel\b|erbij|siguiente|next|following|suivant|nächste|seguinte"
    r"|successivo|volgende"
)
_RUN = re.compile(r"(?<![\w+])\d(?:[ .,/\-]{0,3}\d){8,12}(?!\w)")
TELL_REACH = 45  # characters before and after "each digit" that say how far

_TERM = r"\d{1,4}(?: ?[+\-−*×x·] ?\d{1,4}){0,3}"
_IN_BRACKETS = re.compile(
    rf"(?<![\w)])(?:\( ?{_TERM} ?\)|\d{{3,4}})"
    rf"(?: ?[-–., ] ?(?:\( ?{_TERM} ?\)|\d{{3,4}})){{2}}(?!\w)"
)
_LISTED = re.compile(rf"(?<![\w+,]){_TERM}(?:, ?{_TERM}){{1,4}}(?![\w+])")
_STEP = re.compile(r" ?([+\-−*×x·]) ?(\d{1,4})")
_RECKON = re.compile(
    r"\b(?:do the (?:maths?|sums?)|work (?:it|them) out|solve|add (?:it|them) up|faz as contas"
    r"|faça as contas|haz (?:las cuentas|la cuenta)|fais le calcul|faites le calcul|calcul\w*"
    r"|rechne\w*|ausrechnen|fai i conti|faccia i conti|reken\w*)\b"
)
_WHOLE = re.compile(r"(?<![\w.,+])(\d{8,12}) ?([:÷*×x]) ?([2-9]) ?=")
_BITS = re.compile(r"(?<!\w)[01]{4}(?:[ ,|/.\-]{1,2}[01]{4}){8,12}(?!\w)")
_OF_BITS = re.compile(r"\b(?:bcd|four bits|4 bits|nibbles?|quatre bits|cuatro bits|vier bits?)\b")
_HEX = re.compile(r"\b0x[0-9a-f]{8}\b")
_DECIMAL = re.compile(r"\bd[eé][cz]imaa?l|\bdezimal|\bbase (?:10|ten|diez|dix|dez)\b")
_TOP_ROW = re.compile(
    r"\b(?:top|upper|oberste\w*|obere\w*) (?:letter |keyboard )?(?:row|reihe|tastenreihe)"
    r"|buchstabenreihe|\bfila (?:de arriba|superior)|rangée (?:du haut|supérieure)|bovenste rij"
    r"|riga in alto|prima riga della tastiera|\bqwert[yz]\b|\bazerty\b"
)
_TOP_ROW_HINTS = ("row", "reihe", "fila ", "rangée", "rij", "riga ", "qwert", "azerty")
_ROWS = {"qwertyuiop": "1234567890", "qwertzuiop": "1234567890", "azertyuiop": "1234567890"}
_TYPED = re.compile(r"(?<!\w)[a-z]{9,12}(?!\w)")


def read_reckoned(view: View, glance: Glance) -> View:
    """The view with the figures that come out of what the writer has one reckon."""
    low = lowered(view.text)
    found: list[Edit] = []
    if glance.has_digits:
        found += _moved(low)
        found += _whole(low)
        found += _bracketed(low)
        if _RECKON.search(low):
            found += _sums(low)
        if _BITS.search(low):
            found += _bits(low)
        if _DECIMAL.search(low):
            found += (Edit(*one.span(), str(int(one[0], 16))) for one in _HEX.finditer(low))
    if any(word in low for word in _TOP_ROW_HINTS) and _TOP_ROW.search(low):
        found += _on_top_row(low)
    edits, end = [], 0
    for edit in islice(sorted(found), RUNS_MAX):
        if edit.start >= end:
            edits.append(edit)
            end = edit.end
    return rewrite(view, edits, disguise=DISGUISE)


def tells_to_move(low: str) -> bool:
    """Whether the text says that each digit in it is to be raised or lowered."""
    told = _OF_EACH.search(low)
    return told is not None and _moved_by(low, told) != 0


def _moved(low: str) -> Iterator[Edit]:
    """Runs of which each digit is to be moved: "+1 on every digit", "each figure is 2 too high"."""
    runs = list(islice(_RUN.finditer(low), RUNS_MAX))
    told = _OF_EACH.search(low) if runs else None
    by = _moved_by(low, told) if told else 0
    for run in runs if by else ():
        digits = [str((int(sign) + by) % 10) for sign in run[0] if sign.isdecimal()]
        if len(digits) in NATIONAL:
            yield Edit(*run.span(), "".join(digits))


def _moved_by(low: str, told: re.Match[str]) -> int:
    """How far, up or down; 0 where it is not said."""
    said = _RUN.sub("#", low[max(0, told.start() - TELL_REACH) : told.end() + TELL_REACH])
    amount = _AMOUNT.search(said)
    if amount is None and re.search(_DIGIT, told[0]):
        return 0  # "check every digit"
    by = 1 if amount is None else _ONE.get(amount[0]) or int(amount[0])
    if _TOO_HIGH.search(said):
        return -by
    if _TOO_LOW.search(said):
        return by
    return -by if _MINUS.search(said) else by if _PLUS.search(said) else 0


def _whole(low: str) -> Iterator[Edit]:
    """One long number with its half or its double asked for: "7196309948 : 2 = ?"."""
    for match in _WHOLE.finditer(low):
        number, factor = int(match[1]), int(match[3])
        if match[2] in ":÷":
            value = str(number // factor) if number % factor == 0 else ""
        else:
            value = str(number * factor)
        if len(value) in NATIONAL:
            yield Edit(match.start(), match.end(3), value)


def _bracketed(low: str) -> Iterator[Edit]:
    """Three parts, sums in brackets among them, that come out as North America parts a number."""
    for match in islice(_IN_BRACKETS.finditer(low), RUNS_MAX):
        if not any(sign in match[0] for sign in "+*×x·"):
            continue
        parts = [str(_sum(part)) for part in re.findall(rf"\( ?{_TERM} ?\)|\d{{3,4}}", match[0])]
        if tuple(map(len, parts)) == (3, 3, 4):
            yield Edit(*match.span(), "-".join(parts))


def _sums(low: str) -> Iterator[Edit]:
    """Sums in a row, where one is told to do them: "912+1, 345+1, 423+1"."""
    for match in islice(_LISTED.finditer(low), RUNS_MAX):
        parts = [part.strip() for part in match[0].split(",")]
        if sum(_STEP.search(part) is not None for part in parts) * 2 <= len(parts):
            continue
        value = "".join(str(_sum(part)) for part in parts)
        if len(value) in NATIONAL and value.isdecimal():
            yield Edit(*match.span(), value)


def _sum(term: str) -> int:
    """What a term comes to: "2·100+12"."""
    steps = [("×" if sign in "*×x·" else sign, int(number)) for sign, number in _STEP.findall(term)]
    return worked_out(int(re.findall(r"\d+", term)[0]), steps)


def worked_out(first: int, steps: Iterable[tuple[str, int]]) -> int:
    """What numbers in a row come to, products before sums; signs are "+", "×" and any minus."""
    numbers = [first]
    for sign, number in steps:
        if sign == "×":
            numbers[-1] *= number
        else:
            numbers.append(number if sign == "+" else -number)
    return sum(numbers)


def _bits(low: str) -> Iterator[Edit]:
    """Four bits a digit; text in bits never begins with none, and else the writer says so."""
    is_told = _OF_BITS.search(low) is not None
    for match in _BITS.finditer(low):
        values = [int(group, 2) for group in re.findall(r"[01]{4}", match[0])]
        if max(values) <= 9 and len(values) in NATIONAL and (is_told or values[0] == 0):
            yield Edit(*match.span(), "".join(map(str, values)))


def _on_top_row(low: str) -> Iterator[Edit]:
    """A word typed on the letters below the figures, which are meant: "pquzrpowwpo"."""
    for match in islice(_TYPED.finditer(low), 4 * RUNS_MAX):
        for row, figures in _ROWS.items():
            if set(row).issuperset(match[0]) and match[0] not in _OF_TOP_ROW:
                yield Edit(*match.span(), match[0].translate(str.maketrans(row, figures)))
                break


_OF_TOP_ROW = frozenset(("typewriter", "repertoire", "proprietor", "perpetuity", "qwertyuiop"))
