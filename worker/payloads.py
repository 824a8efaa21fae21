"""What a webhook is told, put together from the store at the moment of sending."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from scanner.wire import verdict_record
from store import messages
from store.appeals import appeal_answered_by
from store.decisions import decisions_of
from store.desk import find_row
from store.errors import NotFound
from store.messages import Stored
from store.outbox import Delivery
from store.strikes import Strike, standing_of, strike_of
from worker.told import instant, notice_of, standing_record


def payload(connection: Connection, delivery: Delivery, *, now: datetime) -> dict[str, Any]:
    """``type``, ``timestamp`` and ``data``, as docs/webhooks.md has them. Raises NotFound."""
    stored = messages.find_by_pk(connection, delivery.message_pk, in_room=False)
    if stored.removed == "erasure":
        raise NotFound("message", delivery.message_pk)
    data: dict[str, Any] = {"message_id": stored.id}
    if delivery.event == "message.judged":
        assert stored.verdict is not None
        data["verdict"] = verdict_record(stored.verdict, id=stored.id)
    else:
        data["case_id"] = delivery.case_id
    if delivery.decision_id is not None and delivery.case_id is not None:
        data |= _decision(connection, delivery, stored, now=now)
    return {
        "type": delivery.event,
        "timestamp": instant(delivery.created_at),
        "data": data,
    }


def _decision(
    connection: Connection, delivery: Delivery, stored: Stored, *, now: datetime
) -> dict[str, Any]:
    """What was decided, and what follows for the sender: as they stand now, not as they stood."""
    assert delivery.case_id is not None
    told = decisions_of(connection, delivery.case_id)
    decision = next((one for one in told if one.id == delivery.decision_id), None)
    if decision is None:
        raise NotFound("decision", delivery.decision_id or 0)
    sender = stored.message.sender
    standings = standing_of(connection, sender, now=now) if sender else ()
    after = {"sender": sender, "standing": standing_record(standings)}
    if decision.undoes is not None:
        return {"by": decision.by, "undoes": decision.undoes, **after}
    if delivery.event == "appeal.decided":
        return {"by": decision.by, **_appeal(connection, decision.id), **after}
    row = find_row(connection, delivery.case_id, now=now)
    strike = strike_of(connection, decision.id)
    return {
        "decision_id": decision.id,
        "action": decision.action,
        "reason": decision.reason,
        "by": decision.by,
        "notice": notice_of(decision, stored.verdict, language=row.language),
        "strike": None if strike is None or strike.ended_at else _strike(strike),
        **after,
    }


def _strike(strike: Strike) -> dict[str, Any]:
    return {
        "ladder": strike.ladder,
        "step": strike.step,
        "brings": strike.brings,
        "expires_at": instant(strike.expires_at),
    }


def _appeal(connection: Connection, decision_id: int) -> dict[str, Any]:
    """The answer to an appeal; ``outcome`` is "open" when it was taken back in the meantime."""
    answered = appeal_answered_by(connection, decision_id)
    if answered is None:
        return {"decision_id": decision_id, "appeal_id": None, "outcome": "open"}
    return {
        "decision_id": decision_id,
        "appeal_id": answered.id,
        "outcome": answered.state,
        "against": answered.decision_id,
    }
