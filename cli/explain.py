"""A verdict for human eyes: the text with its spans marked, why, and what would change it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from scanner import Message, Verdict
from scanner.verdict import DecisionName, Finding, Influence, Influences

DECISION_STYLES: dict[DecisionName, str] = {
    "allow": "bold green",
    "flag": "bold yellow",
    "hold": "bold red",
}
MARK_STYLE = "reverse"
CONTROL_PICTURES = 0x2400  # Unicode's pictures for the control characters U+0000 to U+001F
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def explanation(message: Message, verdict: Verdict, moved: Influences) -> RenderableType:
    """Everything a person needs to follow the verdict; control characters are made visible.

    ``moved`` says what raised the score of each category that speaks against the message.
    """
    parts: list[RenderableType] = [_headline(verdict), Padding(_marked(message, verdict), (1, 2))]
    parts.extend(_finding_lines(verdict))
    parts.extend(_excuse_lines(verdict))
    parts.extend(_reason_lines(message, verdict, moved))
    parts.extend(_failure_lines(verdict))
    parts.extend(_otherwise_lines(verdict))
    return Group(*parts)


def _headline(verdict: Verdict) -> Text:
    line = Text(verdict.decision.upper(), style=DECISION_STYLES[verdict.decision])
    if verdict.elapsed_ms is not None:
        line.append(f"  {verdict.elapsed_ms:.1f} ms", style="dim")
    return line


def _marked(message: Message, verdict: Verdict) -> Text:
    """The raw text, every finding's span in it bracketed and numbered as in the list below it."""
    opened: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    marked = [False] * len(message.text)
    for number, finding in enumerate(verdict.findings, start=1):
        for span in finding.spans:
            if span.message == 0:
                opened.setdefault(span.start, []).append("⟦")
                closed.setdefault(span.end, []).append(f"⟧{number}")
                marked[span.start : span.end] = [True] * (span.end - span.start)
    text = Text()
    for position in range(len(message.text) + 1):
        for sign in (*closed.get(position, ()), *opened.get(position, ())):
            text.append(sign, style="bold cyan")
        if position < len(message.text):
            style = MARK_STYLE if marked[position] else ""
            text.append(visible(message.text[position]), style=style)
    return text


def visible(character: str) -> str:
    """The character as a terminal may print it: nothing that moves the cursor or turns the line."""
    if character == "\n":
        return character
    if ord(character) < 0x20:
        return chr(CONTROL_PICTURES + ord(character))
    if unicodedata.category(character) in ("Cc", "Cf", "Cs"):
        return REPLACEMENT
    return character


def _finding_lines(verdict: Verdict) -> Iterator[Text]:
    for number, finding in enumerate(verdict.findings, start=1):
        yield Text.assemble(
            (f"{number:>3}  ", "bold cyan"),
            (finding.category, "bold"),
            f"  {finding.confidence:.2f}",
            f"  {_in_sight(finding.value)}" if finding.value is not None else "",
            (f"  read as: {', '.join(finding.read_as)}" if finding.read_as else "  plain", "dim"),
            (f"  by {finding.source}{_earlier(finding)}", "dim"),
        )


def _in_sight(text: str) -> str:
    return "".join(map(visible, text))


def _earlier(finding: Finding) -> str:
    earlier = sorted({span.message for span in finding.spans if span.message < 0}, reverse=True)
    return f", with parts in messages {', '.join(map(str, earlier))}" if earlier else ""


def _excuse_lines(verdict: Verdict) -> Iterator[Text]:
    numbers = {finding: number for number, finding in enumerate(verdict.findings, start=1)}
    for excuse in verdict.excuses:
        number = numbers.get(excuse.finding)
        what = "dropped" if excuse.weight == 0 else f"counts {excuse.weight:.0%}"
        yield Text(f"     {number or '?'} {what}: {excuse.reason} ({excuse.source})", style="green")


def _reason_lines(message: Message, verdict: Verdict, moved: Influences) -> Iterator[Text]:
    for reason in verdict.reasons:
        yield Text.assemble(
            (f"{reason.decision:>5}", DECISION_STYLES[reason.decision]),
            f"  {reason.text}  ",
            (f"{reason.category} {reason.score:.2f} ≥ {reason.threshold:.2f}", "dim"),
        )
        if influences := moved.get(reason.category):
            told = ", ".join(_influence(message, influence) for influence in influences)
            yield Text(f"       most of all for {told}", style="dim")


def _influence(message: Message, influence: Influence) -> str:
    if influence.span is None:
        return "what was said before"
    return f"“{_in_sight(message.text[influence.span.start : influence.span.end])}”"


def _failure_lines(verdict: Verdict) -> Iterator[Text]:
    for failure in verdict.failures:
        yield Text(f"  not read: {failure.step} broke ({failure.error})", style="bold magenta")


def _otherwise_lines(verdict: Verdict) -> Iterator[Text]:
    for other in verdict.otherwise:
        side = "above" if other.score < other.threshold else "below"
        yield Text(
            f"       {other.decision} if {other.category} were {side} {other.threshold:.2f}"
            f" (it is {other.score:.2f})",
            style="dim",
        )
