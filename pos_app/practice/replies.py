"""What the gateway says: the JSON of each reply and notification (wire-facts 4 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from pos_app.practice.account import Account, Habits
from pos_app.practice.ledger import PaymentType, Refund, Status, Store, Transaction
from pos_app.practice.wire import Json, JsonObject, amount_text, jakarta_text, signature_key

_STATUS_CODES = {Status.PENDING: "201", Status.EXPIRE: "407", Status.DENY: "202"}
_NOTICE_CODES = {Status.PENDING: "201", Status.EXPIRE: "202", Status.DENY: "202", Status.CANCEL: "202"}
_CREATED = {
    PaymentType.GOPAY: "GoPay transaction is created",
    PaymentType.QRIS: "QRIS transaction is created",
    PaymentType.CSTORE: "Success, cstore transaction is successful",
    PaymentType.CREDIT_CARD: "Success, Credit Card transaction is successful",
    PaymentType.BANK_TRANSFER: "Success, Bank Transfer transaction is created",
}
_ERRORS = {
    400: "One or more parameters in the payload is invalid.",
    401: "Transaction cannot be authorized with the current client/server key.",
    402: "Payment channel is not activated.",
    403: "The requested format is not available.",
    404: "Transaction doesn't exist.",
    405: "HTTP method is not allowed.",
    406: (
        "The request could not be completed due to a conflict with the current state of the target resource, "
        "please try again"
    ),
    410: "GoPay user is blocked",
    412: "Transaction status cannot be updated.",
    413: "The request cannot be processed due to malformed syntax in the request body",
    414: "Refund request is rejected due to invalid amount",
    429: "Too many requests, please retry later.",
    500: "Sorry. Our system is recovering from unexpected issues. Please retry.",
    503: "Sorry. The bank/payment partner is experiencing some connection issues. Please retry later.",
    505: "Unable to create va_number for this transaction",
}
_HAS_NO_ID = frozenset({413})


@dataclass(frozen=True, slots=True)
class Reply:
    """A JSON body and the HTTP status that it travels in, which often differ (wire-facts 4.8)."""

    body: JsonObject
    http: int = 200

    @property
    def code(self) -> int:
        return int(str(self.body["status_code"]))

    @property
    def is_success(self) -> bool:
        return self.code in {200, 201, 407}


def refusal(
    code: int, habits: Habits, *, text: str | None = None, complaints: list[str] | None = None
) -> Reply:
    """An error body (wire-facts 4.6)."""
    message = text or _ERRORS.get(code, "The request could not be completed.")
    body: JsonObject = {"status_code": str(code), "status_message": message}
    if complaints:
        body["validation_messages"] = [*complaints]
    if code not in _HAS_NO_ID:
        body["id"] = str(uuid4())
    return Reply(body, habits.http_for.get(code, 200))


def still_running() -> Reply:
    """The first call with this idempotency key has not ended (wire-facts 2.2)."""
    return Reply({"status_code": "202", "status_message": "The first request with this key is running."}, 202)


def charged(transaction: Transaction, account: Account, base_url: str) -> Reply:
    captured = transaction.status is Status.CAPTURE
    body: JsonObject = {
        "status_code": "200" if captured else "201",
        "status_message": _CREATED[transaction.payment_type],
        **_identity(transaction, account),
    }
    if transaction.is_scanned:
        body["actions"] = _actions(transaction, base_url)
    if transaction.payment_type is PaymentType.QRIS:
        body["qr_string"] = transaction.qr_text
    return Reply(body)


def denied_at_charge(transaction: Transaction, account: Account, channel_code: str) -> Reply:
    """HTTP 200 and body 202 with a whole transaction in it (wire-facts 4.7)."""
    return Reply(
        {
            "status_code": "202",
            "status_message": "GoPay transaction is denied",
            **_identity(transaction, account),
            "channel_response_code": channel_code,
            "channel_response_message": "GENERIC_SERVICE_ERROR" if channel_code == "900" else "Denied",
        }
    )


def status_of(transaction: Transaction, account: Account) -> Reply:
    """No actions and no qr_string: those come with the charge alone (wire-facts 4.4)."""
    code = _STATUS_CODES.get(transaction.status, "200")
    return Reply(
        {
            "status_code": code,
            "status_message": "Success, transaction is found",
            **_record(transaction, account),
            "signature_key": _signature(transaction, code),
        }
    )


def ended(transaction: Transaction, account: Account) -> Reply:
    """The answer to a cancel (200) or an expire (407) that worked."""
    expired = transaction.status is Status.EXPIRE
    return Reply(
        {
            "status_code": "407" if expired else "200",
            "status_message": "Success, transaction has expired"
            if expired
            else "Success, transaction is canceled",
            **_identity(transaction, account),
        }
    )


def refunded(transaction: Transaction, refund: Refund, account: Account) -> Reply:
    by = "by the bank" if refund.is_direct else ""
    return Reply(
        {
            "status_code": "200",
            "status_message": f"Success, refund request is approved {by}".rstrip(),
            **_identity(transaction, account),
            "refund_key": refund.key,
            "refund_amount": amount_text(refund.amount),
            "refund_chargeback_id": refund.serial,
            "refund_chargeback_uuid": refund.uuid,
        }
    )


def notification(transaction: Transaction, account: Account, *, bank_confirmed: bool = True) -> JsonObject:
    """The body that the merchant's server gets; expire and cancel carry 202 here (wire-facts 7.1)."""
    code = _NOTICE_CODES.get(transaction.status, "200")
    return {
        "status_code": code,
        "status_message": "midtrans payment notification",
        **_record(transaction, account, bank_confirmed=bank_confirmed),
        "signature_key": _signature(transaction, code),
    }


def with_amount(body: JsonObject, amount: int, server_key: str) -> JsonObject:
    """The same body over another amount, signed for it where it was signed."""
    other = {**body, "gross_amount": amount_text(amount)}
    if "signature_key" in body:
        code, order_id = str(body["status_code"]), str(body["order_id"])
        other["signature_key"] = signature_key(order_id, code, amount_text(amount), server_key)
    return other


def _signature(transaction: Transaction, code: str) -> str:
    return signature_key(transaction.order_id, code, amount_text(transaction.amount), transaction.server_key)


def _identity(transaction: Transaction, account: Account) -> JsonObject:
    body: JsonObject = {
        "transaction_id": transaction.id,
        "order_id": transaction.order_id,
        "merchant_id": account.merchant_id,
        "gross_amount": amount_text(transaction.amount),
        "currency": "IDR",
        "payment_type": transaction.payment_type.value,
        "transaction_time": jakarta_text(transaction.created_at),
        "transaction_status": transaction.status.value,
        "expiry_time": jakarta_text(transaction.expires_at),
    }
    if transaction.store is not Store.INDOMARET:
        body["fraud_status"] = "accept"
    if transaction.store is not None:
        body["store"] = transaction.store.value
        body["payment_code"] = transaction.payment_code
    if transaction.payment_type is PaymentType.QRIS:
        body["acquirer"] = transaction.acquirer
    if transaction.bank is not None:
        body["va_numbers"] = [{"bank": transaction.bank, "va_number": transaction.payment_code}]
    return body


def _record(transaction: Transaction, account: Account, *, bank_confirmed: bool = True) -> JsonObject:
    body = _identity(transaction, account)
    if transaction.settled_at is not None:
        body["settlement_time"] = jakarta_text(transaction.settled_at)
        if transaction.is_scanned:
            body["transaction_type"] = "on-us" if transaction.acquirer == "gopay" else "off-us"
            body["issuer"] = transaction.acquirer
            body["merchant_cross_reference_id"] = transaction.qr_reference
    if transaction.approval_code is not None:
        body["approval_code"] = transaction.approval_code
    if transaction.refunds:
        body["refund_amount"] = amount_text(transaction.refunded)
        body["refunds"] = [_refund(each, bank_confirmed=bank_confirmed) for each in transaction.refunds]
    return {**body, **(transaction.echoed or {})}


def _refund(refund: Refund, *, bank_confirmed: bool) -> Json:
    body: JsonObject = {
        "refund_chargeback_id": refund.serial,
        "refund_chargeback_uuid": refund.uuid,
        "refund_amount": amount_text(refund.amount),
        "created_at": jakarta_text(refund.at),
        "reason": refund.reason,
        "refund_key": refund.key,
        "refund_method": "online",
    }
    if bank_confirmed:
        body["bank_confirmed_at"] = jakarta_text(refund.at)
    return body


def _actions(transaction: Transaction, base_url: str) -> Json:
    kind, own = transaction.payment_type.value, f"{base_url}/v2/{transaction.id}"
    framed = "qris/gopay" if transaction.payment_type is PaymentType.GOPAY else "qris"
    actions: list[Json] = [
        {
            "name": "generate-qr-code",
            "method": "GET",
            "url": f"{base_url}/v2/{kind}/{transaction.id}/qr-code",
        },
        {
            "name": "generate-qr-code-v2",
            "method": "GET",
            "url": f"{base_url}/v4/{framed}/{transaction.qr_reference}/qr-code",
        },
    ]
    if transaction.payment_type is PaymentType.GOPAY:
        actions += [
            {
                "name": "deeplink-redirect",
                "method": "GET",
                "url": f"{base_url}/practice/?pay={transaction.id}",
            },
            {"name": "get-status", "method": "GET", "url": f"{own}/status"},
            {"name": "cancel", "method": "POST", "url": f"{own}/cancel"},
        ]
    return actions
