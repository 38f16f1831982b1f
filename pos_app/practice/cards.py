"""The card calls that the official client suites make before anything else (wire-facts 14.1)."""

from __future__ import annotations

from uuid import uuid4

from pos_app.practice.replies import Reply


def card_token() -> Reply:
    return Reply(
        {
            "status_code": "200",
            "status_message": "Credit card token is created as Token ID.",
            "token_id": f"52642210-4659-{uuid4()}",
        }
    )


def registered_card() -> Reply:
    return Reply(
        {
            "status_code": "200",
            "status_message": "Credit card is registered.",
            "saved_token_id": f"48111111-1114-{uuid4()}",
            "transaction_id": str(uuid4()),
            "masked_card": "48111111-1114",
        }
    )


def card_points() -> Reply:
    return Reply(
        {
            "status_code": "200",
            "status_message": "Success, balance of point is retrieved",
            "point_balance": 0,
            "point_balance_amount": "0.00",
        }
    )
