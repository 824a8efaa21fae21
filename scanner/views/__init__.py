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
from scanner.views.added_up import read_added
from scanner.views.asides import skip_asides
from scanner.views.backwards import read_backwards, turn_words, unshift
from scanner.views.brackets import read_brackets
from scanner.views.ciphers import read_ciphers
from scanner.views.crossed import uncross
from scanner.views.described import read_described
from scanner.views.escapes import decode
from scanner.views.figure_legends import read_figure_legend
from scanner.views.figures_apart import read_apart
from scanner.views.figures_riddles import read_riddles
from scanner.views.figures_sums import read_reckoned
from scanner.views.file_names import read_file_names
from scanner.views.fold import fold
from scanner.views.framed import unframe
from scanner.views.keypad import read_keypad
from scanner.views.labelled import read_labelled
from scanner.views.layouts import read_layouts
from scanner.views.leet import unleet
from scanner.views.legends import read_legends
from scanner.views.letters_named import read_letters_named
from scanner.views.little_words import read_little_words
from scanner.views.number_letters import read_letters_in_order
from scanner.views.number_sums import read_worked_out
from scanner.views.numerals import read_numerals
from scanner.views.odd_points import read_odd_points
from scanner.views.pictured import read_pictured
from scanner.views.room import last_words
from scanner.views.room_parts import piece_together
from scanner.views.same_signs import read_same_signs
from scanner.views.spacing import join
from scanner.views.spelling import read_alphabet, read_line_starts
from scanner.views.spelt_beside import read_beside
from scanner.views.stacked import read_stacked
from scanner.views.strewn import take_out
from scanner.views.symbols import read_symbols
from scanner.views.tapped import read_tapped
from scanner.views.told_in_latin import read_in_latin
from scanner.views.told_in_turn import read_in_turn
from scanner.views.view import Source, View, plain
from scanner.views.words import Glance, look_at

__all__ = ["VERSION", "Source", "View", "Views", "distinct", "read"]


def _version() -> str:
    """A hash of all that decides how a text is read: the code and the tables of this room."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


VERSION = _version()

Step = Callable[[View, Glance], View]
UNMASKING: tuple[Step, ...] = (
    decode,
    read_brackets,
    read_ciphers,
    read_layouts,
    read_tapped,
    read_same_signs,
    read_file_names,
    read_stacked,
    take_out,
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
    read_worked_out,
    read_letters_in_order,
    uncross,
    join,
    read_pictured,
    unshift,
    turn_words,
)
SAYING: tuple[Step, ...] = (
    read_added,
    read_numerals,
    skip_asides,
    read_little_words,
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
    message 0; the merge step enforces that.
    """

    plain: View
    folded: View
    readings: tuple[View, ...]
    room: tuple[View, ...]


def read(message: Message) -> Views:
    """Every reading of the message that is worth looking at."""
    typed = plain(Source(message.text))
    folded = fold(typed)
    readings = _readings(typed, folded)
    room = last_words(message)
    if room is None:
        return Views(typed, folded, readings, ())
    together = fold(room)
    unmasked, _ = _in_turn(together, look_at(together.text), UNMASKING)
    pieced = piece_together(unmasked, message)
    return Views(typed, folded, readings, distinct(*_readings(room, together), *pieced))


def _readings(typed: View, folded: View) -> tuple[View, ...]:
    """The plain view, and each further one that differs from those before it.

    1. Folded.
    2. Unmasked: escapes undone, letters brought together, numbers and signs in place of words.
    3. With letters and figures exchanged.
    4. Backwards, by the figures that the lines begin with, and with scattered figures together.
    """
    glance = look_at(folded.text)
    unmasked, unmasked_glance = _in_turn(folded, glance, UNMASKING + SAYING)
    exchanged, exchanged_glance = _in_turn(unmasked, unmasked_glance, (unleet,))
    if exchanged is not unmasked:
        exchanged, exchanged_glance = _in_turn(exchanged, exchanged_glance, SAYING)
    backwards = read_backwards(folded, glance)
    downwards = read_line_starts(folded, glance)
    together = read_apart(exchanged, exchanged_glance)
    return distinct(typed, folded, unmasked, exchanged, backwards, downwards, together)


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
