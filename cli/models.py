"""``inbounds models``: the learned parts, trained from data/ by one command with one seed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

import models
from bench import scribing
from bench.cases import Case, CaseError, read_all
from bench.phrasings import composed, read_phrasings
from bench.real_talk import Talk, TalkError, read_talks
from bench.refining import REPLAYED, refine
from bench.split import split_of
from bench.talk_scoring import score_talks
from bench.teaching import SEED, measure, teach
from bench.utterances import Utterance, UtteranceError, read_utterances
from cli.engine import load_scanner
from models import ModelError, manifest
from models.classifier_training import SHARE_ON
from models.network_training import PASSES_ON
from scanner.road import INSTALLATION, Scanner

ARTEFACTS = INSTALLATION / "models" / "artefacts"
DATA = INSTALLATION / "data" / "cases"

_data = click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=DATA,
    help="Folder of labelled cases, *.jsonl.",
)
_out = click.option(
    "--out", type=click.Path(path_type=Path), default=ARTEFACTS, help="Folder to fill."
)
_seed = click.option("--seed", type=int, default=SEED, show_default=True)
_extra = click.option(
    "--extra",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="A set of real talk to learn from as well: JSON lines with text and label.",
)
_share = click.option(
    "--share",
    type=click.FloatRange(min=0, max=1, min_open=True),
    default=SHARE_ON,
    show_default=True,
    help="How far what learns on goes from what it was to what it would be; 1 forgets most.",
)


@click.group("models")
def command() -> None:
    """Train and evaluate the learned parts; show their card."""


@command.command("train")
@_data
@_out
@_seed
@_extra
@click.option(
    "--kept",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for what has learned already: begun again with it, a training that was ended goes "
    "on from there.",
)
@click.option(
    "--from",
    "base",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of models whose networks learn on, in half the time, instead of from nothing; "
    "their scribe stays.",
)
@_share
def train(
    data: Path,
    out: Path,
    seed: int,
    extra: tuple[Path, ...],
    kept: Path | None,
    base: Path | None,
    share: float,
) -> None:
    """Train on the train split; the same data and seed make the same files."""
    cases, utterances, talks = _cases(data), _utterances(seed), _talks(extra, seed)
    try:
        card = teach(
            cases,
            out,
            utterances=utterances,
            talks=talks,
            seed=seed,
            kept=kept,
            base=base,
            share=share,
        )
    except ModelError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_pretty(card))


@command.command("refine")
@click.argument(
    "new", type=click.Path(path_type=Path, exists=True, dir_okay=False), nargs=-1, required=True
)
@_data
@_out
@_seed
@_extra
@click.option(
    "--replayed",
    type=click.FloatRange(min=0),
    default=REPLAYED,
    show_default=True,
    help="Old cases shown again for each new one: the more, the less is forgotten.",
)
@click.option(
    "--passes",
    type=click.IntRange(min=1),
    default=PASSES_ON,
    show_default=True,
    help="How often the networks go through all of it.",
)
@_share
def refine_(
    new: tuple[Path, ...],
    data: Path,
    out: Path,
    seed: int,
    extra: tuple[Path, ...],
    replayed: float,
    passes: int,
    share: float,
) -> None:
    """Teach the installed models NEW, files of labelled cases, beside a part of all others.

    Networks and regressions learn on. A tenth of the time of `train`, which still teaches more: it
    builds everything anew.
    """
    ids = frozenset(case.id for case in _read(new))
    cases = {case.id: case for case in (*_cases(data), *_read(new))}
    try:
        card = refine(
            [*cases.values()],
            ids,
            ARTEFACTS,
            out,
            utterances=_utterances(seed),
            talks=_talks(extra, seed),
            seed=seed,
            replayed=replayed,
            passes=passes,
            share=share,
        )
    except (ModelError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(_pretty(card))


@command.command("scribe")
@_data
@_out
@_seed
@click.option(
    "--composed",
    type=click.IntRange(min=0),
    default=scribing.COMPOSED,
    show_default=True,
    help="Dictations composed in a hundred languages, beside those of the cases.",
)
def scribe(data: Path, out: Path, seed: int, composed: int) -> None:
    """Teach the scribe anew, who writes down what is dictated; all else stays as it is installed.

    Half an hour on one core.
    """
    try:
        card = scribing.renew(_cases(data), ARTEFACTS, out, seed=seed, composed=composed)
    except (ModelError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(_pretty(card["scribe"]))


@command.command("evaluate")
@_data
@click.option("--split", type=click.Choice(("dev", "test")), default="dev", show_default=True)
@click.option(
    "--talk",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="Measure the whole road on a set of real talk instead: JSON lines with text and label.",
)
def evaluate(data: Path, split: str, talk: tuple[Path, ...]) -> None:
    """Measure the installed models beside baselines that need no training."""
    scanner = load_scanner()
    if talk:
        _print_talk(scanner, talk)
        return
    loaded = _load(ARTEFACTS)
    cases = [case for case in _cases(data) if split_of(case.id) == split]
    click.echo(_pretty(measure(scanner, loaded.classifier, loaded.entity_finder, cases)))


def _print_talk(scanner: Scanner, paths: Sequence[Path]) -> None:
    talks = _talks(paths, SEED)
    click.echo(
        f"{'set':28}{'label':10}{'lines':>7}{'flagged':>8}{'held':>8}{'AUC':>7}{'recall':>8}"
    )
    for source, label, measured in score_talks(scanner, talks):
        shares = "".join(f"{share.value:>8.1%}" for share in (measured.flagged, measured.held))
        ranked = (
            ""
            if measured.auc is None or measured.recall is None
            else f"{measured.auc:>7.3f}{measured.recall:>8.1%}"
        )
        click.echo(f"{source:28}{label:10}{measured.flagged.total:>7}{shares}{ranked}")
    click.echo(
        "flagged: also the held. recall: at one false alarm in a hundred innocents of the set."
    )


@command.command("card")
def card() -> None:
    """Show what the installed models were trained on, and how well they did."""
    loaded = _load(ARTEFACTS)
    click.echo(f"version {loaded.version}")
    click.echo(_pretty(manifest.card(ARTEFACTS)))


def _cases(folder: Path) -> list[Case]:
    return _read(sorted(folder.glob("*.jsonl")))


def _read(paths: Sequence[Path]) -> list[Case]:
    try:
        return read_all(paths)
    except CaseError as error:
        raise click.ClickException(str(error)) from error


def _talks(paths: Sequence[Path], seed: int) -> list[Talk]:
    try:
        return read_talks(paths, seed=seed)
    except TalkError as error:
        raise click.ClickException(str(error)) from error


def _utterances(seed: int) -> list[Utterance]:
    try:
        return [*read_utterances(), *composed(read_phrasings(), seed=seed)]
    except UtteranceError as error:
        raise click.ClickException(str(error)) from error


def _load(directory: Path) -> models.Models:
    try:
        return models.load(directory)
    except ModelError as error:
        raise click.ClickException(str(error)) from error


def _pretty(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
