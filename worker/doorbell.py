"""The doorbell: tells workers that messages wait. Losing it delays messages and loses none."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer

from config.timeouts import REDIS_ANSWER_SECONDS, REDIS_CONNECT_SECONDS, REDIS_PAUSE_SECONDS

QUEUE_NAME = "inbounds"
JOB = "worker.jobs.judge_messages"
JOB_MAX_LENGTH = 100  # ids a job; more than a batch, so that a large delivery wakes several workers

_log = structlog.get_logger("doorbell")


def connect(redis_url: str, **options: Any) -> Redis:
    """A connection that is made when it is first used."""
    return Redis.from_url(redis_url, socket_connect_timeout=REDIS_CONNECT_SECONDS, **options)


def open_queue(redis: Redis) -> Queue:
    """The queue of jobs; JSON, since a pickle from Redis would run as code."""
    return Queue(QUEUE_NAME, connection=redis, serializer=JSONSerializer)


Note = Callable[[str, float | None], None]


def _to_nobody(_call: str, _seconds: float | None) -> None:
    """Nobody wants to know."""


class Doorbell:
    """Rings after a commit. Safe to use from threads."""

    def __init__(self, redis_url: str, *, note: Note = _to_nobody) -> None:
        """``note`` is told of every call and the seconds it took; None where it failed."""
        self._note = note
        # Without retries: the client's own would sleep, and the request with it.
        self._redis = connect(
            redis_url, socket_timeout=REDIS_ANSWER_SECONDS, retry=Retry(NoBackoff(), 0)
        )
        self._queue = open_queue(self._redis)
        self._silent_until = 0.0

    def ring(self, pks: Sequence[int]) -> bool:
        """Workers know of these messages; False when Redis could not be told."""
        if time.monotonic() < self._silent_until:
            self._note("ring", None)
            return False
        begun = time.perf_counter()
        try:
            for start in range(0, len(pks), JOB_MAX_LENGTH):
                self._queue.enqueue(
                    JOB,
                    list(pks[start : start + JOB_MAX_LENGTH]),
                    job_timeout=-1,  # every step is bounded; a timer would only lose verdicts
                    result_ttl=0,
                    failure_ttl=0,
                    description=JOB,
                )
        except RedisError as error:
            self._silent_until = time.monotonic() + REDIS_PAUSE_SECONDS
            self._note("ring", None)
            _log.warning("doorbell.silent", error=type(error).__name__, count=len(pks))
            return False
        self._note("ring", time.perf_counter() - begun)
        return True

    def is_answering(self) -> bool:
        """Whether Redis can be reached now."""
        begun = time.perf_counter()
        try:
            self._redis.ping()
        except RedisError:
            self._note("ping", None)
            return False
        self._note("ping", time.perf_counter() - begun)
        return True

    def close(self) -> None:
        """The connections are closed."""
        self._redis.close()
