"""Step 1 of the road: the text under every reading that a person would give it.

``read`` is the front door. A reading is a ``View``: the text with a disguise lifted, and for every
character the way back to the raw text. Detectors look at ``Views.readings``, plainest first. One
file a family of disguise, each a step from view to view; a step that finds nothing returns the
view it was given, and asks a cheap question first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scanner.message import Message
from scanner.views.glance import Glance, look_at
from scanner.views.letters.backwards import read_backwards, turn_words
from scanner.views.letters.ciphers import read_ciphers
from scanner.views.letters.escapes import decode
from scanner.views.letters.fold import fold
from scanner.views.letters.layouts import read_layouts
from scanner.views.letters.leet import unleet
from scanner.views.letters.named import read_letters_named
from scanner.views.letters.set_off import read_set_off
from scanner.views.letters.spacing import join, join_address
from scanner.views.letters.spelling import read_alphabet, read_line_starts
from scanner.views.letters.spelt_beside import read_beside
from scanner.views.letters.tapped import read_tapped
from scanner.views.letters.told_in_latin import read_in_latin
from scanner.views.numbers.apart import read_apart
from scanner.views.numbers.crossed import uncross
from scanner.views.numbers.customs import read_customs
from scanner.views.numbers.keypad import read_keypad
from scanner.views.numbers.legends import read_figure_legend
from scanner.views.numbers.letters import read_letters_in_order
from scanner.views.numbers.numerals import read_numerals
from scanner.views.numbers.reckoned import read_reckoned
from scanner.views.numbers.riddles import read_riddles
from scanner.views.numbers.sums import read_worked_out
from scanner.views.room.parts import keep_apart, piece_together
from scanner.views.room.turns import last_words
from scanner.views.signs.added_up import read_added
from scanner.views.signs.asides import skip_asides
from scanner.views.signs.brackets import read_brackets
from scanner.views.signs.described import read_described
from scanner.views.signs.endings_told import read_endings_told
from scanner.views.signs.file_names import read_file_names
from scanner.views.signs.framed import unframe
from scanner.views.signs.in_turn import read_in_turn
from scanner.views.signs.labelled import read_labelled
from scanner.views.signs.legends import read_legends
from scanner.views.signs.little_words import read_little_words
from scanner.views.signs.odd_points import read_odd_points
from scanner.views.signs.pictured import read_pictured
from scanner.views.signs.same import read_same_signs
from scanner.views.signs.stacked import read_stacked
from scanner.views.signs.strewn import take_out
from scanner.views.signs.symbols import read_symbols
from scanner.views.signs.told_signs import read_told_signs
from scanner.views.view import Source, View, plain

__all__ = ["VERSION", "Source", "View", "Views", "distinct", "read"]


def _version() -> str:
    """A hash of all that decides how a text is read: the code and the tables of this room."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted(room.rglob("*.py")):
        digest.update(path.relative_to(room).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


VERSION = _version()

Step = Callable[[View, Glance], View]
UNMASKING: tuple[Step, ...] = (
    decode,
    join_address,
    read_set_off,
    read_brackets,
    read_ciphers,
    read_layouts,
    read_tapped,
    read_same_signs,
    read_file_names,
    read_stacked,
    take_out,
    read_told_signs,
    read_legends,
    read_figure_legend,
    read_odd_points,
    read_labelled,
    read_beside,
    read_alphabet,
    read_letters_named,
    read_keypad,
    read_reckoned,
    read_riddles,
    read_customs,
    read_worked_out,
    read_letters_in_order,
    uncross,
    join,
    read_pictured,
    turn_words,
)
SAYING: tuple[Step, ...] = (
    read_added,
    read_numerals,
    skip_asides,
    read_little_words,
    read_endings_told,
    unframe,
    read_described,
    read_in_turn,
    read_symbols,
    read_in_latin,
)


@dataclass(frozen=True, slots=True)
class Views:
    """The readings of one message. ``readings`` holds ``plain`` first, then whatever differs.

    ``room`` holds the readings of the sender's last messages joined with the judged one; empty
    without earlier messages by the same side. A hit there counts only when its spans include
    message 0; the merge step enforces that. ``together`` are those messages, folded.
    """

    plain: View
    folded: View
    readings: tuple[View, ...]
    room: tuple[View, ...]
    together: View | None = None


def begin(message: Message) -> Views:
    """The message as it is typed, and folded: what is left to read where a further step breaks."""
    typed = plain(Source(message.text))
    folded = fold(typed)
    return Views(typed, folded, distinct(typed, folded), ())


def read(message: Message, begun: Views | None = None) -> Views:
    """Every reading of the message that is worth looking at. ``begun``: what ``begin`` has made."""
    begun = begun or begin(message)
    typed, folded = begun.plain, begun.folded
    readings = _readings(typed, folded)
    room = last_words(message)
    if room is None:
        return Views(typed, folded, readings, ())
    together = fold(room)
    unmasked, _ = _in_turn(together, look_at(together.text), UNMASKING)
    pieced = piece_together(unmasked, message)
    if pieced.are_counts:
        room = keep_apart(room)
        together = fold(room)
    joined = distinct(*_readings(room, together), *pieced.views)
    return Views(typed, folded, readings, joined, together)


def _readings(typed: View, folded: View) -> tuple[View, ...]:
    """The plain view, and each further one that differs from those before it.

    1. Folded.
    2. Unmasked: escapes undone, letters brought together, numbers and signs in place of words.
    3. With letters and figures exchanged.
    4. Backwards, and by the figures that the lines begin with, with the signs that they say; with
       scattered figures together.
    """
    glance = look_at(folded.text)
    unmasked, unmasked_glance = _in_turn(folded, glance, UNMASKING + SAYING)
    exchanged, exchanged_glance = _in_turn(unmasked, unmasked_glance, (unleet,))
    if exchanged is not unmasked:
        exchanged, exchanged_glance = _in_turn(exchanged, exchanged_glance, SAYING)
    backwards, downwards = (
        _said(turn(folded, glance), folded) for turn in (read_backwards, read_line_starts)
    )
    together = read_apart(exchanged, exchanged_glance)
    return distinct(typed, folded, unmasked, exchanged, backwards, downwards, together)


def _said(view: View, before: View) -> View:
    """The view with numbers and signs in place of words, if it is another one than before."""
    return view if view is before else _in_turn(view, look_at(view.text), SAYING)[0]


def _in_turn(view: View, glance: Glance, steps: Sequence[Step]) -> tuple[View, Glance]:
    """The view after all steps; what it shows at a glance is looked at anew after a change."""
    for step in steps:
        lifted = step(view, glance)
        if lifted is not view:
            view, glance = lifted, look_at(lifted.text)
    return view, glance


def distinct(*views: View) -> tuple[View, ...]:
    """Each of the views once, in their order."""
    return tuple({id(view): view for view in views}.values())
