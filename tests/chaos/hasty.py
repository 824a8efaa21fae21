"""``serve`` and ``work`` as in deployment, with less patience for webhooks that were lost."""

from __future__ import annotations

from datetime import timedelta

import worker.webhooks
from cli.main import main

worker.webhooks.LEASE = timedelta(seconds=20)  # a minute in deployment

if __name__ == "__main__":
    main()
