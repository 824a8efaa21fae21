"""How long anything waits for anything: every time-out of every process, in one place.

Seconds. A wait that is not here has no end only where that is said beside it: a worker waits for
the bell, a batch for the scanner whose steps are bounded.
"""

from __future__ import annotations

# Callers of the HTTP server
HEAD_SECONDS = 10  # until the head of a request has come, from its first byte or the connection
BODY_SECONDS = 30  # until its body has come; 8 MiB need 2.3 Mbit/s
WRITE_SECONDS = 30  # that a caller may read nothing of an answer that waits to be read
IDLE_SECONDS = 5  # that a connection is kept open for a next request
STOP_SECONDS = 20  # that requests get to end when the server is told to stop

# Receivers of webhooks
WEBHOOK_CONNECT_SECONDS = 5  # until a receiver of webhooks takes the call
WEBHOOK_CALL_SECONDS = 15  # for the whole call; Standard Webhooks asks for 15 to 30
