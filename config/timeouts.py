"""How long anything waits for anything: every time-out of every process, in one place.

Seconds. A wait that is not here has no end only where that is said beside it: a worker waits for
the bell, a batch for the scanner whose steps are bounded.
"""

from __future__ import annotations

# Callers of the HTTP server
HEAD_SECONDS = 10  # until the head of a request has come, from its first byte or the connection
BODY_SECONDS = 30  # until its body has come; 8 MiB need 2.3 Mbit/s
LINGER_SECONDS = 2  # that a refused caller may go on talking, so that it still hears the refusal
WRITE_SECONDS = 30  # that a caller may read nothing of an answer that waits to be read
IDLE_SECONDS = 5  # that a connection is kept open for a next request
STOP_SECONDS = 20  # that requests get to end when the server is told to stop

# The database
DB_CONNECT_SECONDS = 5  # until it takes a connection
DB_LOCK_SECONDS = 10  # for a lock, or for a connection of the pool; the longest writer takes 0.3
DB_STATEMENT_SECONDS = 30  # for a statement; PostgreSQL alone, SQLite asks nobody over a wire
DB_SILENCE_SECONDS = 10  # that sent data may stay unacknowledged; else the server counts as gone
DB_IDLE_SECONDS = 60  # that a transaction may be left open by a process that hangs

# Scans, which do not wait for a database that is slow
SCAN_KEY_SECONDS = 1.0  # until it has said whose key it is, where it was known before
SCAN_STORE_SECONDS = 2.0  # until it has read the room, and until it has stored the verdict
PROBE_SECONDS = 2.0  # until it has told /readyz and the metrics how it is
STORE_PAUSE_SECONDS = 2.0  # how long a database that was too slow is left alone by scans

# Redis
REDIS_CONNECT_SECONDS = 0.5  # a request waits for the bell, so it may not wait long
REDIS_ANSWER_SECONDS = 1.0  # a Redis that hangs is as good as none
REDIS_PAUSE_SECONDS = 2.0  # how long a bell that failed is left alone
REDIS_RETRY_SECONDS = 1.0  # between a worker's tries to reach a Redis that is away

# Receivers of webhooks
WEBHOOK_CONNECT_SECONDS = 5  # until a receiver of webhooks takes the call
WEBHOOK_CALL_SECONDS = 15  # for the whole call; Standard Webhooks asks for 15 to 30

# The provider of single sign-on
OIDC_CONNECT_SECONDS = 3  # until it takes a call
OIDC_CALL_SECONDS = 8  # for a whole step of a login, which may be two calls; somebody waits for it

# The collector of traces, for which nobody waits
TRACES_EVERY_SECONDS = 2  # between two tellings
TRACES_CALL_SECONDS = 10  # until it has taken what it is told, tries among them
TRACES_CLOSE_SECONDS = 3  # that a process which ends may still tell
