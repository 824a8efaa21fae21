"""The one way through: a message goes in, a verdict comes out, and nothing goes round it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import models
from models.influence import influences
from models.languages import general
from scanner import dictation, views
from scanner.concepts import Lexicon
from scanner.detectors import finders_for, late_finders_for
from scanner.detectors.entity_finder import EntityFinderDetector
from scanner.detectors.hit import Detector, Hit
from scanner.excuses import EXCUSERS, Excuser
from scanner.given import without_given
from scanner.heard import heard_of, turn_before
from scanner.laps import Laps, OnStep
from scanner.memory import freeze
from scanner.merge import merge
from scanner.message import Message
from scanner.model_input import Reader, folded_view, source_mark, span_of
from scanner.passage import Passage
from scanner.policy import Policy
from scanner.rulebook import Rulebook
from scanner.score import score
from scanner.survival import Surviving
from scanner.verdict import Category, Excuse, Failure, Finding, Influence, Verdict, Versions
from scanner.views.view import View
from scanner.wording import Wording

INSTALLATION = Path(__file__).resolve().parent.parent
LANGUAGE_LENGTH = 1_000  # characters, the last ones; more would not tell a language any better


class Scanner:
    """Judges messages by one rulebook, one policy and one set of models; safe to use from threads.

    ``clock`` gives nanoseconds, for ``Verdict.elapsed_ms`` and the budget alone. A message that has
    taken more than ``budget_ms`` is read by no further detector and flagged; None is no budget.
    ``interrupts`` are exceptions that are meant for the caller, such as the time-out of a job
    queue: they pass through where any other exception becomes a ``Failure``.
    """

    def __init__(
        self,
        *,
        rulebook: Rulebook,
        policy: Policy,
        models: models.Models,
        detectors: Sequence[Detector] | None = None,
        excusers: Sequence[Excuser] = EXCUSERS,
        clock: Callable[[], int] = time.perf_counter_ns,
        interrupts: tuple[type[Exception], ...] = (),
        budget_ms: int | None = None,
    ) -> None:
        self._budget_ms = budget_ms
        self.policy = policy
        self.versions = Versions(
            rulebook=rulebook.version,
            policy=policy.version,
            models=models.version,
            views=views.VERSION,
        )
        if detectors is None:
            detectors = finders_for(models.languages.regions_of)
        self._detectors = (*detectors, rulebook)
        self._excusers = (*excusers, *rulebook.excusers)
        self._wording = Wording(models.vocabulary)
        self._languages = models.languages
        self._reader = Reader(Lexicon(models.concepts), rulebook)
        self._classifier = models.classifier
        self._rule_ids = frozenset(rule.id for rule in rulebook.rules)
        self._entity_finder = EntityFinderDetector(models.entity_finder)
        self._secretary = dictation.Secretary(models.scribe, detectors)
        self._late = late_finders_for(models.vocabulary.__contains__)
        guessing = (self._entity_finder.id, dictation.ID, *(it.id for it in self._late))
        self._guessing = frozenset(guessing)
        self._clock = clock
        self._interrupts = interrupts

    @classmethod
    def load(
        cls,
        *,
        rules: Path = INSTALLATION / "rules",
        policy: Path | None = None,
        artefacts: Path = INSTALLATION / "models" / "artefacts",
        interrupts: tuple[type[Exception], ...] = (),
        budget_ms: int | None = None,
    ) -> Scanner:
        """A scanner from the rules, the policy and the models of this installation.

        Raises RulebookError, PolicyError or ModelError, each naming file, place and fix.
        """
        scanner = cls(
            rulebook=Rulebook.load(rules),
            policy=Policy.load(policy or rules / "policy.toml"),
            models=models.load(artefacts),
            interrupts=interrupts,
            budget_ms=budget_ms,
        )
        freeze()
        return scanner

    def scan(self, message: Message) -> Verdict:
        """The verdict on one message. Raises nothing: a step that breaks becomes a failure."""
        return self.scan_many((message,))[0]

    def scan_after(self, message: Message, failure: Failure) -> Verdict:
        """The verdict on a message of which something could not be had.

        It is read all the same, and never allowed.
        """
        (passage,) = self._pass((message,))
        passage.failures.append(failure)
        return self._decide(passage)

    def scan_many(
        self, messages: Sequence[Message], *, on_step: OnStep | None = None
    ) -> list[Verdict]:
        """The verdicts on many messages, in their order and the same as one by one.

        1. view – 2. detect – 3. excuse – 4. score – 5. decide. The learned steps take all messages
        at once; ``elapsed_ms`` is each message's even share of the whole. ``on_step`` is told of
        each step that was taken.
        """
        begun = self._clock()
        laps = Laps(self._clock, on_step)
        passages = self._through(messages, laps)
        elapsed_ms = (self._clock() - begun) / 1e6 / max(1, len(passages))
        verdicts = [self._decide(passage, elapsed_ms) for passage in passages]
        laps.end("decide", range(len(passages)))
        return verdicts

    def readings(self, messages: Sequence[Message]) -> list[models.Reading | None]:
        """What the classifier gets to read of each message; None where an earlier step broke."""
        return [passage.reading for passage in self._read(messages, Laps(self._clock))]

    def influences(
        self, message: Message, categories: Iterable[Category]
    ) -> dict[Category, tuple[Influence, ...]]:
        """What raised the score of each category most, strongest first; takes a reading a word.

        Empty where a step breaks, for an explanation is not worth a failure.
        """
        (passage,) = self._through((message,), Laps(self._clock))
        reading, seen = passage.reading, passage.worded
        told: dict[Category, tuple[Influence, ...]] = {}
        if reading is None or seen is None:
            return told
        for category in categories:
            with self._surviving(passage, "explain"):
                told[category] = tuple(
                    Influence(span_of(seen, reading.text, it.place), it.weight)
                    for it in influences(self._classifier, reading, category)
                )
        return told

    def language_of(self, message: Message) -> str:
        """The language that the sender seems to write, BCP 47; "en" when nothing is known.

        The sender's own earlier messages help: an address alone is of no language.
        """
        text = "\n".join((*message.own(), message.text))[-LANGUAGE_LENGTH:]
        return next(iter(general(self._languages.tags_of(text))))

    def unread(self, message: Message, failure: Failure) -> Verdict:
        """The verdict on a message that could not be read at all: never "allow" by silence."""
        return self._decide(Passage(message, failures=[failure]))

    def _through(self, messages: Sequence[Message], laps: Laps) -> list[Passage]:
        """All steps but the last; where what was given before is to blame, once more without it."""
        passages = self._pass(messages, laps)
        doubted = enumerate(map(self._may_be_of_before, passages))
        stopped = {place: passages[place].message for place, is_so in doubted if is_so}
        anew = without_given(stopped, lambda those: [self._gives(it) for it in self._pass(those)])
        for place, passage in zip(anew, self._pass(tuple(anew.values())), strict=True):
            passages[place] = passage
        laps.end("judge without what was given", tuple(stopped))
        return passages

    def _may_be_of_before(self, passage: Passage) -> bool:
        """Whether it is stopped and gives nothing itself, except by guesses from the judgement."""
        return (
            bool(passage.message.history)
            and not passage.failures
            and all(finding.source in self._guessing for finding in passage.findings)
            and self._decide(passage).decision != "allow"
        )

    def _gives(self, passage: Passage) -> bool:
        """Whether it is stopped for a detail or an offer that was found in it."""
        reasons = {reason.category for reason in self._decide(passage).reasons}
        return any(finding.category in reasons for finding in passage.findings)

    def _pass(self, messages: Sequence[Message], laps: Laps | None = None) -> list[Passage]:
        laps = laps or Laps(self._clock)
        passages = self._read(messages, laps)
        self._judge(passages, laps)
        return passages

    def _read(self, messages: Sequence[Message], laps: Laps) -> list[Passage]:
        passages = [Passage(message) for message in messages]
        self._hear(passages)
        laps.end("hear", range(len(passages)))
        for place, passage in enumerate(passages):
            if self._budget_ms is not None:
                passage.late_at = self._clock() + self._budget_ms * 1e6
            self._view(passage)
            laps.end("view", (place,))
            self._detect(passage)
            laps.end("detect", (place,))
            self._settle(passage)
            laps.end("excuse", (place,))
            self._prepare(passage)
            laps.end("read", (place,))
        return passages

    def _hear(self, passages: Sequence[Passage]) -> None:
        """What the other side said last is judged first, by its words: an answer means what that
        asked.
        """
        heard: list[tuple[Passage, Passage]] = []
        for passage in passages:
            turn = turn_before(passage.message)
            if turn is not None:
                with self._surviving(passage, "hear"):
                    worded = self._wording.read(folded_view(turn.text))
                    reading = self._reader.read(turn, worded, (), ())
                    heard.append((passage, Passage(turn, reading=reading)))
        self._classify([earlier for _, earlier in heard])
        for passage, earlier in heard:
            passage.heard = heard_of(earlier.probabilities)

    def _judge(self, passages: Sequence[Passage], laps: Laps) -> None:
        self._classify(passages)
        laps.end("classify", range(len(passages)))
        self._find_entities(passages)
        for passage in passages:
            self._take_down(passage)
            self._find_likely(passage)
        laps.end("find entities", range(len(passages)))

    def _view(self, passage: Passage) -> None:
        with self._surviving(passage, "view"):
            passage.views = begun = views.begin(passage.message)
            passage.worded = begun.folded  # what is left where one of the next steps breaks
            passage.views = views.read(passage.message, begun)
            passage.worded = self._wording.read(begun.folded)

    def _detect(self, passage: Passage) -> None:
        if passage.views is None or passage.worded is None:
            return
        readings = views.distinct(*passage.views.readings, passage.worded)
        for detector in self._detectors:
            if self._clock() > passage.late_at:
                passage.failures.append(Failure(f"detect {detector.id}", "OverBudget"))
                return
            with self._surviving(passage, f"detect {detector.id}"):
                for view in (*readings, *passage.views.room):
                    found = detector.find(view, passage.message)
                    passage.hits.extend((view, detector.id, hit) for hit in found)

    def _settle(self, passage: Passage) -> None:
        """Hits become findings, and findings are excused."""
        if passage.views is None or not passage.hits:
            return
        with self._surviving(passage, "merge"):
            passage.findings = merge(passage.hits)
        excuses: list[Excuse] = []
        for excuser in self._excusers:
            with self._surviving(passage, f"excuse {excuser.id}"):
                excuses.extend(excuser.excuse(passage.findings, passage.views, passage.message))
        passage.excuses = tuple(excuses)

    def _prepare(self, passage: Passage) -> None:
        """What the classifier gets to read."""
        if passage.worded is None or passage.views is None:
            return
        with self._surviving(passage, "read"):
            passage.reading = self._reader.read(
                passage.message,
                passage.worded,
                passage.findings,
                passage.excuses,
                {name for view in passage.views.readings for name in view.disguises},
                passage.heard,
            )

    def _classify(self, passages: Sequence[Passage]) -> None:
        def classify(batch: Sequence[Passage]) -> None:
            readings = [passage.reading for passage in batch if passage.reading is not None]
            rows = self._classifier.probabilities(readings).tolist()
            for passage, row in zip(batch, rows, strict=True):
                passage.probabilities = dict(zip(self._classifier.labels, row, strict=True))

        read = [passage for passage in passages if passage.reading is not None]
        self._together(read, "classify", classify)

    def _find_entities(self, passages: Sequence[Passage]) -> None:
        """The learned finder looks for the details that were judged to be there, and not found."""
        left = [it for it in passages if it.views and it.open_kinds()]

        def find(batch: Sequence[Passage]) -> None:
            folded = [passage.views.folded for passage in batch if passage.views is not None]
            found = self._entity_finder.find_many(folded)
            for passage, view, hits in zip(batch, folded, found, strict=True):
                self._add(passage, self._entity_finder.id, ((view, hit) for hit in hits))

        self._together(left, f"detect {self._entity_finder.id}", find)

    def _take_down(self, passage: Passage) -> None:
        """What was dictated, of details judged to be there; with what shows it is judged again."""
        kinds = passage.open_kinds()
        if passage.views is None or not kinds:
            return
        with self._surviving(passage, f"detect {dictation.ID}"):
            found = self._secretary.find(passage.views, passage.message, kinds, passage.known())
            self._add(passage, dictation.ID, found)
            if passage.probabilities and any(hit.confidence > dictation.UNREAD for _, hit in found):
                before = passage.probabilities
                self._prepare(passage)
                self._classify((passage,))
                passage.keep_likely(before)

    def _find_likely(self, passage: Passage) -> None:
        """What only shows once one knows what the message does: where, and by what name."""
        if passage.views is None:
            return
        for detector in self._late:
            with self._surviving(passage, f"detect {detector.id}"):
                folded = passage.views.folded
                hits = detector.find(folded, passage.known(), passage.probabilities)
                self._add(passage, detector.id, ((folded, hit) for hit in hits))

    def _add(self, passage: Passage, source: str, found: Iterable[tuple[View, Hit]]) -> None:
        """Further hits, with which the findings are settled anew."""
        hits = [(view, source, hit) for view, hit in found]
        passage.hits.extend(hits)
        if hits:
            self._settle(passage)

    def _decide(self, passage: Passage, elapsed_ms: float | None = None) -> Verdict:
        scores = score(
            passage.findings, passage.excuses, passage.probabilities, is_new=self._is_new
        )
        failures = tuple(passage.failures)
        ruling = self.policy.decide(scores, passage.message.context, failures)
        return Verdict(
            decision=ruling.decision,
            reasons=ruling.reasons,
            findings=passage.findings,
            excuses=passage.excuses,
            scores=scores,
            failures=failures,
            versions=self.versions,
            otherwise=ruling.otherwise,
            elapsed_ms=elapsed_ms,
        )

    def _is_new(self, finding: Finding) -> bool:
        """Whether a live rule found it that the classifier has never learnt from."""
        return (
            finding.source in self._rule_ids and source_mark(finding) not in self._classifier.marks
        )

    def _surviving(self, passage: Passage, step: str) -> Surviving:
        return Surviving(passage.failures, step, self._interrupts)

    def _together(
        self, passages: Sequence[Passage], step: str, act: Callable[[Sequence[Passage]], None]
    ) -> None:
        """A learned step for all at once; when that breaks, one by one: each for itself."""
        if len(passages) > 1:
            try:
                act(passages)
            except self._interrupts:
                raise
            except Exception:  # noqa: BLE001 – whose fault it was shows below  # nosec B110
                pass
            else:
                return
        for passage in passages:
            with self._surviving(passage, step):
                act((passage,))
