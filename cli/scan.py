"""``inbounds scan``: messages in, verdicts out, in order; nothing is stored and nothing is lost."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from multiprocessing import get_context
from pathlib import Path
from typing import Any, cast

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from bench.cases import CaseError, parse_message
from cli.engine import load_scanner
from cli.explain import explanation
from scanner import Context, Message, Verdict
from scanner.message import CONTRACTS, RELATIONSHIPS, ROLES, SURFACES, TEXT_MAX_LENGTH
from scanner.road import Scanner
from scanner.verdict import Influences
from scanner.wire import verdict_record

BLOCK_SIZE = 1 << 16  # bytes; what is read of a file at once, and so the size of a batch
LINE_MAX_SIZE = 16 << 20  # bytes; 51 texts of 20,000 code points, each escaped as \\uXXXX\\uXXXX
EXIT_BAD_LINES = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input: where it stands, as people name it, and its bytes."""

    file: str
    number: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one line: a verdict on its message, or an error record."""

    message: Message | None
    verdict: Verdict | None
    record: dict[str, Any]
    moved: Influences = field(default_factory=dict)


@click.command("scan")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--text", help="Judge this one text and explain the verdict.")
@click.option("--explain", is_flag=True, help="Explain each verdict instead of printing JSON.")
@click.option("--json", "as_json", is_flag=True, help="With --text: print JSON all the same.")
@click.option(
    "--policy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Judge by this policy file instead of rules/policy.toml.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes to scan with.")
@click.option("--contract", type=click.Choice(CONTRACTS), default="none", show_default=True)
@click.option("--surface", type=click.Choice(SURFACES), default="message", show_default=True)
@click.option("--role", type=click.Choice(ROLES), help="Who sends it.")
@click.option("--relationship", type=click.Choice(RELATIONSHIPS), default="platform")
@click.option("--fee-paid", is_flag=True, help="The pair has bought itself out of the fee.")
def command(
    files: tuple[Path, ...],
    text: str | None,
    explain: bool,
    as_json: bool,
    policy: Path | None,
    jobs: int,
    **context: Any,
) -> None:
    """Judge messages: JSON lines from FILES or, with - or nothing, from standard input.

    One line comes out for each line that went in, in the same order. A line that cannot be read
    becomes an error record with its number, and the exit code is 1. The context options are for
    --text; lines bring their own.
    """
    if text is not None:
        if files:
            raise click.UsageError("--text takes no files: give one or the other")
        message = Message(text=_within_limit(text), context=_context(**context))
        scanner = load_scanner(policy)
        answer = _with_proof(scanner, message, scanner.scan(message), explain=not as_json)
        _Printer(explain=not as_json).print(answer)
        return
    if not files and sys.stdin.isatty():
        raise click.UsageError("nothing to scan: name a file, pipe lines in, or give --text")
    bad_lines = scan_files(files or (Path("-"),), policy=policy, jobs=jobs, explain=explain)
    if bad_lines:
        click.echo(f"{bad_lines} of the lines could not be read; see their records", err=True)
        sys.exit(EXIT_BAD_LINES)


def scan_files(files: Iterable[Path], *, policy: Path | None, jobs: int, explain: bool) -> int:
    """Prints the answer to every line of the files, in order; returns how many were errors."""
    files = tuple(files)
    printer = _Printer(explain=explain)
    bad_lines = 0
    with _progress(files) as advance:
        for size, answers in _answers(_batches(files), policy=policy, jobs=jobs, explain=explain):
            for answer in answers:
                bad_lines += answer.verdict is None
                printer.print(answer)
            printer.flush()
            advance(size)
    return bad_lines


def _within_limit(text: str) -> str:
    if len(text) > TEXT_MAX_LENGTH:
        raise click.UsageError(
            f"--text has {len(text)} characters; at most {TEXT_MAX_LENGTH} are judged"
        )
    return text


def _context(*, role: Any, fee_paid: bool, **rest: Any) -> Context:
    return Context(sender_role=role, conversion_fee_paid=fee_paid, **rest)


def _batches(files: Iterable[Path]) -> Iterator[tuple[int, list[Line]]]:
    """Batches of (size in bytes, non-blank lines), as much at a time as is there to read.

    A pipe that waits for its answer gets it: whole lines are passed on as they come. Of a line
    longer than any message can be only the beginning is kept, enough to answer with an error.
    """
    for file in files:
        with _open(file) as stream:
            number, begun = 0, bytearray()
            while block := stream.read1(BLOCK_SIZE):
                head, newline, rest = block.partition(b"\n")
                _extend(begun, head)
                if not newline:
                    yield len(block), []
                    continue
                *contents, unfinished = rest.split(b"\n")
                contents.insert(0, bytes(begun))
                begun = bytearray(unfinished)
                lines = [Line(str(file), number + i, c) for i, c in enumerate(contents, start=1)]
                number += len(lines)
                yield len(block), [line for line in lines if line.content.strip()]
            if begun.strip():
                yield 0, [Line(str(file), number + 1, bytes(begun))]


def _extend(line: bytearray, more: bytes) -> None:
    line += more[: LINE_MAX_SIZE + 1 - len(line)]


@contextmanager
def _open(file: Path) -> Iterator[BufferedReader]:
    if str(file) == "-":
        yield cast(BufferedReader, sys.stdin.buffer)
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    with stream:
        yield stream


def _answers(
    batches: Iterator[tuple[int, list[Line]]], *, policy: Path | None, jobs: int, explain: bool
) -> Iterator[tuple[int, list[Answer]]]:
    """The answers of each batch, in the order of the input whatever finishes first."""
    if jobs == 1:
        scanner = load_scanner(policy)
        for size, lines in batches:
            yield size, _answer(scanner, lines, explain=explain)
        return
    load_scanner(policy)  # a part that cannot be used is reported once, here
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start_process, initargs=(policy,)
    ) as pool:
        waiting: list[tuple[int, Future[list[Answer]]]] = []
        for size, lines in batches:
            waiting.append((size, pool.submit(_answer_in_process, lines, explain=explain)))
            if len(waiting) > 2 * jobs:
                yield _finished(*waiting.pop(0))
        for begun in waiting:
            yield _finished(*begun)


def _finished(size: int, future: Future[list[Answer]]) -> tuple[int, list[Answer]]:
    return size, future.result()


_process_scanner: Scanner


def _start_process(policy: Path | None) -> None:
    global _process_scanner  # noqa: PLW0603 – a process of the pool has one, made at its start
    _process_scanner = load_scanner(policy)


def _answer_in_process(lines: list[Line], *, explain: bool) -> list[Answer]:
    return _answer(_process_scanner, lines, explain=explain)


def _answer(scanner: Scanner, lines: list[Line], *, explain: bool) -> list[Answer]:
    parsed = [_parse(line) for line in lines]
    messages = [message for message in parsed if isinstance(message, Message)]
    verdicts = iter(scanner.scan_many(messages))
    answers = []
    for outcome in parsed:
        if isinstance(outcome, Message):
            answers.append(_with_proof(scanner, outcome, next(verdicts), explain=explain))
        else:
            answers.append(Answer(None, None, outcome))
    return answers


def _with_proof(scanner: Scanner, message: Message, verdict: Verdict, *, explain: bool) -> Answer:
    """The answer to a message; what moved its scores is worked out only to be explained."""
    against = [reason.category for reason in verdict.reasons] if explain else []
    moved = scanner.influences(message, against) if against else {}
    return Answer(message, verdict, verdict_record(verdict, id=message.id), moved)


def _parse(line: Line) -> Message | dict[str, Any]:
    """The message of a line, or the error record that stands in its place."""
    where = f"{line.file}, line {line.number}"
    fields: Any = None
    try:
        if len(line.content) > LINE_MAX_SIZE:
            raise ValueError(f"longer than {LINE_MAX_SIZE} bytes, which no message needs")
        fields = json.loads(line.content.decode("utf-8-sig" if line.number == 1 else "utf-8"))
        return parse_message(fields, where)
    except CaseError as error:
        problems = list(error.problems)
    except UnicodeDecodeError as error:
        problems = [f"not UTF-8 at byte {error.start}: save the file as UTF-8"]
    except json.JSONDecodeError as error:
        problems = [f"not JSON at column {error.colno}: {error.msg}"]
    except RecursionError:
        problems = ["not a message: nested too deeply"]
    except ValueError as error:  # also from json: a number of thousands of digits
        problems = [f"cannot be read: {error}"]
    id = fields.get("id") if isinstance(fields, dict) else None
    return {
        "id": id if isinstance(id, str) else None,
        "error": {"file": line.file, "line": line.number, "problems": problems},
    }


class _Printer:
    """Writes answers to standard output: JSON lines, or an explanation for each."""

    def __init__(self, *, explain: bool) -> None:
        self._console = Console(soft_wrap=True, highlight=False) if explain else None

    def print(self, answer: Answer) -> None:
        if self._console is None or answer.message is None or answer.verdict is None:
            sys.stdout.buffer.write(_json(answer.record) + b"\n")
            return
        if answer.message.id is not None:
            self._console.print(answer.message.id, style="bold", markup=False)
        self._console.print(explanation(answer.message, answer.verdict, answer.moved))

    def flush(self) -> None:
        sys.stdout.flush()


def _json(record: dict[str, Any]) -> bytes:
    """UTF-8; characters that UTF-8 cannot hold, lone surrogates, are escaped."""
    try:
        return json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(record).encode()


@contextmanager
def _progress(files: tuple[Path, ...]) -> Iterator[Any]:
    """A bar on standard error when a person is watching; its size is that of the files."""
    sizes = [file.stat().st_size if file.is_file() else None for file in files]
    total = None if None in sizes else sum(size for size in sizes if size is not None)
    console = Console(stderr=True)
    with Progress(
        TextColumn("scanning"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal or sys.stdout.isatty(),
    ) as progress:
        task = progress.add_task("scanning", total=total)
        yield lambda size: progress.update(task, advance=size)
