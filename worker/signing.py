"""Signatures as the Standard Webhooks specification has them."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence

from store.webhooks import SECRET_PREFIX


def signature_headers(
    secrets: Sequence[str], *, id: str, timestamp: int, body: bytes
) -> dict[str, str]:
    """The three headers. Every secret signs, so that a receiver may know either of them."""
    signed = f"{id}.{timestamp}.".encode() + body
    return {
        "webhook-id": id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(_sign(secret, signed) for secret in secrets),
    }


def _sign(secret: str, signed: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode("ascii")
