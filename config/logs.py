"""Log lines: the name of an event and fields from a list, and nothing else.

Whatever could quote a message is kept out by construction: a field that is not on the list is
dropped, an exception is its class and the places it passed, and what other libraries want to say
is heard only where it is known to quote nobody.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

Format = Literal["json", "console"]

FIELDS = frozenset(
    {
        # who and what, as ids that we made ourselves
        *(
            "case",
            "delivery",
            "key",
            "message",
            "moderator",
            "policy",
            "queue",
            "request",
            "worker",
        ),
        # how much and how long
        *("attempts", "cases", "count", "duration_ms", "failed", "messages", "waiting"),
        # what became of it
        *("decision", "exit_code", "method", "route", "state", "status", "step", "version"),
        # where a process stands and listens
        *("address", "host", "path", "pid", "port", "process"),
        # made below
        *("at", "dropped", "error", "event", "level", "logger", "timestamp"),
    }
)

# Of these the message itself is kept: read in its source, it speaks of addresses and processes
# alone. SQLAlchemy, RQ and HTTP clients quote values, so theirs are not.
_QUOTES_NOBODY = ("uvicorn.error",)

_TALKATIVE = ("alembic", "rq", "sqlalchemy", "httpx", "httpcore", "multipart", "uvicorn.access")

_FRAMES_KEPT = 12  # innermost ones; enough to see the room that was entered and the line that broke

_MISSING = (None, None, None)


def configure(*, level: str = "info", format: Format | None = None) -> None:
    """Every log line of this process, structlog's and the standard library's, goes to stderr.

    ``format`` None is for human eyes on a terminal, else one JSON object a line. An exception that
    nobody caught becomes such a line too, instead of Python's own traceback.
    """
    for_eyes = (format or ("console" if sys.stderr.isatty() else "json")) == "console"
    shared: list[Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_exception,
        drop_unlisted,
    ]
    renderer: Processor = (
        structlog.dev.ConsoleRenderer() if for_eyes else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[silence_quotes, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            keep_exc_info=False,
            keep_stack_info=False,
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.getLevelNamesMapping()[level.upper()])
    for talkative in _TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.WARNING)
    sys.excepthook = lambda _, error, __: _crashed(error)
    threading.excepthook = lambda hook: _crashed(hook.exc_value)


def _crashed(error: BaseException | None) -> None:
    if not isinstance(error, KeyboardInterrupt):
        structlog.get_logger().critical("crashed", exc_info=error)


def drop_unlisted(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Only listed fields are left; ``dropped`` names the others, so that the slip is noticed."""
    unlisted = sorted(
        name for name in event if name not in FIELDS and not name.startswith("_")
    )  # names with a leading underscore are structlog's own and never rendered
    for name in unlisted:
        del event[name]
    if unlisted:
        event["dropped"] = unlisted
    return event


def name_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """An exception is its class and the places it passed; its message and locals quote input."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    record = event.get("_record")
    if given is None and isinstance(record, logging.LogRecord):
        given = record.exc_info
        record.exc_info = record.exc_text = None
    error = _exception(given)
    if error is not None:
        event["error"] = type(error).__name__
        event["at"] = places(error.__traceback__)
    return event


def silence_quotes(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """What another library said becomes its logger's name and the place, if it could quote."""
    record: logging.LogRecord = event["_record"]
    if not record.name.startswith(_QUOTES_NOBODY):
        event["event"] = f"{record.module}:{record.lineno}"
    return event


def places(trace: TracebackType | None) -> list[str]:
    """Innermost frames as "file:line function", outermost first, without source or locals."""
    frames = traceback.extract_tb(trace, limit=-_FRAMES_KEPT)
    return [f"{'/'.join(_tail(frame.filename))}:{frame.lineno} {frame.name}" for frame in frames]


def _tail(filename: str) -> list[str]:
    """Room and file: enough to find it, and nothing about the machine."""
    return filename.replace("\\", "/").split("/")[-2:]


def _exception(given: object) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple) and given != _MISSING:
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exception() if given is True else None
