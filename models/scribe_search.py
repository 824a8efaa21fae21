"""The likeliest writing that may be a detail: the scribe's operations, held to a form.

Taken one by one, the likeliest operations may write "orgelbyggarn@.com", for a word was left out
that could not have been. Held to the form of an address, the next likeliest are tried: the best of
all operations whose writing may go on to be one, and in the end is one (beam search).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.dictation import APART, NOTHING, OUTSIDE, TIMES, Token, Writing, text_of

BEAM = 12  # writings that are followed at once
TRIED = 5  # operations of a token
LEAST = 1e-3  # probability of an operation that is tried
ALMOST_NONE = 1e-4  # what an operation counts at the least, that nothing is out of the question


@dataclass(frozen=True, slots=True)
class Form:
    """What a detail looks like: ``begun`` matches whatever may still become one that is ``whole``.

    Both are matched against all of a writing, which is in lower case.
    """

    begun: re.Pattern[str]
    whole: re.Pattern[str]


class _State(NamedTuple):
    """What has been written, how often the next is to be, how many tokens of no detail came since,
    and whether the detail has ended.
    """

    text: str
    times: int
    idle: int
    is_over: bool


class _Path(NamedTuple):
    """How it came to a state: its log probability, its tokens, and its least likely step.

    ``least`` and ``pending``: the share of the likeliest operation that each step has, the least
    of those from the token before it up to the last one that was written, and of all.
    """

    score: float
    first: int
    last: int
    least: float
    pending: float


class _Step(NamedTuple):
    """An operation of a token: its log probability, and its share of the likeliest one."""

    operation: str
    score: float
    share: float


_START = _State("", 1, 0, is_over=False)


def likeliest(
    read: Sequence[Token],
    operations: Sequence[str],
    probabilities: NDArray[np.float32],
    form: Form,
    *,
    apart: int = APART,
) -> Writing | None:
    """The likeliest writing of the form, if one is there.

    probabilities: (n_tokens, n_operations). apart: tokens of no detail that may stand within it.
    """
    states = {_START: _Path(0.0, -1, -1, 1.0, 1.0)}
    logs = np.log(np.maximum(probabilities, ALMOST_NONE))
    outside = operations.index(OUTSIDE)
    for place, token in enumerate(read):
        shares = probabilities[place] / probabilities[place].max()
        likely = np.argsort(-shares, kind="stable")[:TRIED].tolist()
        tried = [
            _Step(operations[at], float(logs[place, at]), float(shares[at]))
            for at in dict.fromkeys([*likely, outside])
            if at == outside or probabilities[place, at] >= LEAST
        ]
        states = _kept(_steps(states, place, token, tried, form, apart))
    ends = [
        (path, state.text) for state, path in states.items() if form.whole.fullmatch(state.text)
    ]
    if not ends:
        return None
    path, text = max(ends)
    return Writing(read[path.first].start, read[path.last].end, text, path.least)


def _steps(
    states: dict[_State, _Path],
    place: int,
    token: Token,
    tried: Sequence[_Step],
    form: Form,
    apart: int,
) -> Iterator[tuple[_State, _Path]]:
    """Where each state may go with the token."""
    for state, path in states.items():
        for step in tried:
            if step.operation == OUTSIDE:
                yield from _outside(state, path, step, form, apart)
            elif not state.is_over:
                yield from _inside(state, path, step, place, token, form)


def _outside(
    state: _State, path: _Path, step: _Step, form: Form, apart: int
) -> Iterator[tuple[_State, _Path]]:
    """The token is of no detail: none has begun, it goes on, or it is over."""
    on = path._replace(score=path.score + step.score)
    is_whole = bool(form.whole.fullmatch(state.text))
    if state.is_over or (is_whole and state.times == 1):
        share = path.least if state.is_over else min(path.least, step.share)
        yield state._replace(idle=0, is_over=True), on._replace(least=share)
    if path.first < 0:
        yield state, on._replace(pending=step.share)
    elif not state.is_over and state.idle < apart:
        on = on._replace(pending=min(path.pending, step.share))
        yield state._replace(idle=state.idle + 1), on


def _inside(
    state: _State, path: _Path, step: _Step, place: int, token: Token, form: Form
) -> Iterator[tuple[_State, _Path]]:
    """The token is of the detail, and writes something, nothing, or the next one again."""
    first = place if path.first < 0 else path.first
    pending = min(path.pending, step.share)
    on = path._replace(score=path.score + step.score, pending=pending)
    if step.operation == NOTHING:
        if path.first >= 0:
            yield state._replace(idle=0), on
    elif step.operation in TIMES:
        yield _State(state.text, TIMES[step.operation], 0, is_over=False), on._replace(first=first)
    elif written := text_of(token.word, step.operation):
        text = state.text + written[0] * (state.times - 1) + written
        if form.begun.fullmatch(text):
            on = on._replace(first=first, last=place, least=pending)
            yield _State(text, 1, 0, is_over=False), on


def _kept(steps: Iterator[tuple[_State, _Path]]) -> dict[_State, _Path]:
    """The likeliest states, each by its likeliest path; that nothing has begun yet stays one."""
    best: dict[_State, _Path] = {}
    for state, path in steps:
        if state not in best or best[state].score < path.score:
            best[state] = path
    kept = dict(sorted(best.items(), key=lambda it: -it[1].score)[:BEAM])
    return kept | ({_START: best[_START]} if _START in best else {})
