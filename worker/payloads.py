"""What a webhook is told, put together from the store at the moment of sending."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from scanner.wire import verdict_record
from store import messages
from store.decisions import decisions_of
from store.errors import NotFound
from store.outbox import Delivery


def payload(connection: Connection, delivery: Delivery) -> dict[str, Any]:
    """``type``, ``timestamp`` and ``data``, as docs/webhooks.md has them. Raises NotFound."""
    stored = messages.find_by_pk(connection, delivery.message_pk)
    if stored.removed == "erasure":
        raise NotFound("message", delivery.message_pk)
    data: dict[str, Any] = {"message_id": stored.id}
    if delivery.event == "message.judged":
        assert stored.verdict is not None
        data["verdict"] = verdict_record(stored.verdict, id=stored.id)
    else:
        data["case_id"] = delivery.case_id
    if delivery.decision_id is not None and delivery.case_id is not None:
        data |= _decision(connection, delivery.case_id, delivery.decision_id)
    return {
        "type": delivery.event,
        "timestamp": delivery.created_at.isoformat().replace("+00:00", "Z"),
        "data": data,
    }


def _decision(connection: Connection, case_id: int, decision_id: int) -> dict[str, Any]:
    for decision in decisions_of(connection, case_id):
        if decision.id == decision_id:
            if decision.undoes is not None:
                return {"by": decision.by, "undoes": decision.undoes}
            return {
                "decision_id": decision.id,
                "action": decision.action,
                "reason": decision.reason,
                "by": decision.by,
            }
    raise NotFound("decision", decision_id)
