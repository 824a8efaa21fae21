"""Connections: nobody keeps one for nothing, and no head of a request is read without end.

uvicorn ends connections that idle between two requests, and no other. Here each has to send its
head, and then its body, within a time, and to read what it is answered. An answer may take as long
as it takes, so that a live stream goes on for as long as it is read; when the server stops, it ends
at once, since nobody would wait for its end.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from api.errors import raw_answer
from api.refusals import HeadTooLargeError, MalformedError, RefusalError, TooSlowError
from config.timeouts import BODY_SECONDS, HEAD_SECONDS, LINGER_SECONDS, WRITE_SECONDS
from console.pages.live import EVENT_STREAM

HEAD_MAX_SIZE = 65_536  # bytes; what uvicorn allows with its other parser, and more than browsers


class Connection(HttpToolsProtocol):
    """One connection. Reading and writing have a timer each."""

    head_seconds: float = HEAD_SECONDS
    body_seconds: float = BODY_SECONDS
    write_seconds: float = WRITE_SECONDS

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._reading: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        self._is_head = True
        self._head_size = 0
        self._is_refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The head of a first request has to come now."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more is waited for."""
        self._stop_reading()
        self._stop_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """What came is read, but a head no further than allowed, and nothing after a refusal."""
        if self._is_refused:
            return
        if self._is_head:
            self._head_size += len(data)
        super().data_received(data)
        if self._is_head and self._head_size > HEAD_MAX_SIZE:
            self._refuse(HeadTooLargeError())

    def on_message_begin(self) -> None:
        """A request begins: its head has to come now."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """The head is there; the body has to come now."""
        self._is_head, self._head_size = False, 0
        self._stop_reading()
        self._reading = self.loop.call_later(self.body_seconds, self._body_is_late)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is there as a whole; what comes now is the head of the next."""
        self._is_head = True
        self._stop_reading()
        super().on_message_complete()

    def shutdown(self) -> None:
        """The server stops: what is being answered is answered, and a live stream ends."""
        super().shutdown()
        if self._is_stream():
            self.transport.abort()  # what was not read yet is told again

    def pause_writing(self) -> None:
        """The caller does not read."""
        super().pause_writing()
        self._writing = self.loop.call_later(self.write_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """The caller reads again."""
        self._stop_writing()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._refuse(MalformedError())

    def _await_head(self) -> None:
        self._is_head = True
        if self._reading is None:
            self._reading = self.loop.call_later(self.head_seconds, self._head_is_late)

    def _head_is_late(self) -> None:
        if self._head_size:
            self._refuse(TooSlowError())
        else:
            self.transport.close()

    def _body_is_late(self) -> None:
        if self.flow.read_paused:  # it is we who do not read
            self._reading = self.loop.call_later(self.body_seconds, self._body_is_late)
        else:
            self._refuse(TooSlowError())

    def _refuse(self, error: RefusalError) -> None:
        """The connection ends, with an answer when none was begun.

        What a caller sends to a closed connection resets it, and takes the answer with it that was
        not read yet. So our end alone closes, and theirs is listened to for a while.
        """
        if self._is_refused or self.transport.is_closing():
            return
        self._is_refused = True
        if self._may_answer():
            self.transport.write(raw_answer(error))
        if not self.transport.can_write_eof():  # TLS closes both ends or none
            self.transport.close()
            return
        self.transport.write_eof()
        self._stop_reading()
        self._reading = self.loop.call_later(LINGER_SECONDS, self.transport.close)
        if self.cycle is not None:  # an answer that waits for the rest of the body waits no longer
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def _may_answer(self) -> bool:
        """No answer is under way, so that ours is the next that the caller reads."""
        current: RequestResponseCycle | None = self.cycle
        if current is None or current.response_complete:
            return True
        return not self._is_head and not current.response_started

    def _is_stream(self) -> bool:
        """What is being answered was asked for as server-sent events."""
        current: RequestResponseCycle | None = self.cycle
        return (
            current is not None and (b"accept", EVENT_STREAM.encode()) in current.scope["headers"]
        )

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
