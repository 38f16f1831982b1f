"""How transactions and answers are spelled in the state file."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import TypeVar

from pos_app.practice.account import PRACTICE_SERVER_KEY, Account
from pos_app.practice.idempotency import Answer
from pos_app.practice.ledger import PaymentType, Refund, Status, Store, Transaction
from pos_app.practice.replies import Reply
from pos_app.practice.wire import Json, JsonObject

_Kind = TypeVar("_Kind", int, bool, str, dict[str, Json], list[Json])


def spelled_transaction(transaction: Transaction) -> JsonObject:
    """Everything but the server key: that is in no file, and told apart by a fingerprint."""
    spelled: JsonObject = {name: _spelled(value) for name, value in asdict(transaction).items()}
    spelled["server_key"] = _fingerprint(transaction.server_key)
    spelled["refunds"] = [
        {name: _spelled(value) for name, value in asdict(each).items()} for each in transaction.refunds
    ]
    return spelled


def read_transaction(spelled: Json, account: Account) -> Transaction:
    """Raise ValueError or KeyError for what `spelled_transaction` never wrote."""
    told = _a(dict, spelled)
    echoed, store, settled_at = told["echoed"], told["store"], told["settled_at"]
    return Transaction(
        id=_a(str, told["id"]),
        serial=_a(int, told["serial"]),
        order_id=_a(str, told["order_id"]),
        amount=_a(int, told["amount"]),
        payment_type=PaymentType(told["payment_type"]),
        created_at=_moment(told["created_at"]),
        expires_at=_moment(told["expires_at"]),
        status=Status(told["status"]),
        server_key=_key(_a(str, told["server_key"]), account),
        addresses=tuple(_a(str, each) for each in _a(list, told["addresses"])),
        store=Store(store) if store is not None else None,
        payment_code=_text(told["payment_code"]),
        qr_text=_text(told["qr_text"]),
        qr_reference=_text(told["qr_reference"]),
        acquirer=_a(str, told["acquirer"]),
        bank=_text(told["bank"]),
        echoed=_a(dict, echoed) if echoed is not None else None,
        settled_at=_moment(settled_at) if settled_at is not None else None,
        approval_code=_text(told["approval_code"]),
        failed_attempts=_a(int, told["failed_attempts"]),
        refunds=tuple(_refund(_a(dict, each)) for each in _a(list, told["refunds"])),
    )


def spelled_answer(answer: Answer) -> JsonObject:
    return {
        "key": answer.key,
        "at": answer.at.isoformat(),
        "body": answer.reply.body,
        "http": answer.reply.http,
    }


def read_answer(spelled: Json) -> Answer:
    """Raise ValueError or KeyError for what `spelled_answer` never wrote."""
    told = _a(dict, spelled)
    reply = Reply(_a(dict, told["body"]), _a(int, told["http"]))
    return Answer(_a(str, told["key"]), _moment(told["at"]), reply)


def _refund(told: JsonObject) -> Refund:
    return Refund(
        uuid=_a(str, told["uuid"]),
        serial=_a(int, told["serial"]),
        key=_a(str, told["key"]),
        amount=_a(int, told["amount"]),
        reason=_a(str, told["reason"]),
        at=_moment(told["at"]),
        is_direct=_a(bool, told["is_direct"]),
    )


def _spelled(value: object) -> Json:
    match value:
        case Enum():
            return str(value.value)
        case datetime():
            return value.isoformat()
        case tuple():
            return [_spelled(each) for each in value]
        case None | bool() | int() | str() | dict():
            return value
        case _:
            raise TypeError(type(value).__name__)


def _a(kind: type[_Kind], value: Json) -> _Kind:
    if type(value) is not kind:
        raise ValueError(f"{value!r} should be {kind.__name__}")
    return value


def _text(value: Json) -> str | None:
    return None if value is None else _a(str, value)


def _moment(value: Json) -> datetime:
    moment = datetime.fromisoformat(_a(str, value))
    if moment.tzinfo is None:
        raise ValueError(f"{value} says no offset from UTC")
    return moment


def _fingerprint(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:16]


def _key(fingerprint: str, account: Account) -> str:
    """The practice key stands in for one that the account does not know any more."""
    named = {_fingerprint(key): key for key in account.all_keys}
    return named.get(fingerprint, PRACTICE_SERVER_KEY)
