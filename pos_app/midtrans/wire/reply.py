"""What the gateway's texts say. Unknown fields and words are data, never errors; nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn, TypeVar

from pos_app.domain.evidence import FraudStatus, Notified, Reading, TransactionStatus
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.wib import WIB
from pos_app.midtrans.wire.facts import is_of_our_age
from pos_app.midtrans.wire.signature import is_signed

LARGEST_NOTIFICATION = 64 * 1024
"""Characters; a real one has about 1,000 (wire-facts 7.1)."""

_AMOUNT = re.compile(r"([0-9]{1,12})(\.00)?")
_CODE = re.compile(r"[0-9]{3}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_PAYMENT_CODE = re.compile(r"[0-9]{1,32}")
_TRANSACTION_ID = re.compile(r"[A-Za-z0-9\-_~.]{1,64}")
_QR_PICTURES = ("generate-qr-code", "generate-qr-code-v2")  # the second one is framed (wire-facts 1.3)
_SPEAKS_WITHOUT_BODY = frozenset({202, 429})

_Word = TypeVar("_Word", TransactionStatus, FraudStatus)


class UnreadableError(ValueError):
    """The text is no JSON object, or contradicts itself."""


class _Number(str):
    """A JSON number as it was written: `44000.00` stays what it is."""

    __slots__ = ()


def read(raw: str, http_status: int) -> Reading:
    """What a reply to one of our calls says.

    Raises UnreadableError where the text says nothing and the HTTP status alone does not speak
    either: 202 (the first call with this key still runs, wire-facts 2.2) and 429 do.
    """
    try:
        fields = _fields(raw)
    except UnreadableError:
        if http_status in _SPEAKS_WITHOUT_BODY:
            return Reading(code=http_status, http_status=http_status)
        raise
    return _reading(fields, http_status)


def hear(body: str, server_key: str) -> Notified | None:
    """What a notification says; None where it speaks of no order. An empty key verifies nothing."""
    if len(body) > LARGEST_NOTIFICATION:
        return None
    try:
        fields = _fields(body)
    except UnreadableError:
        return None
    signed = is_signed(
        _text(fields, "signature_key"),
        order_id=_text(fields, "order_id"),
        status_code=_text(fields, "status_code"),
        gross_amount=_text(fields, "gross_amount"),
        server_key=server_key,
    )
    reading = _reading(fields, None)
    return Notified(reading, signed) if reading.order_id else None


_Fields = dict[str, object]


def _fields(raw: str) -> _Fields:
    try:
        found: object = json.loads(
            raw.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError("not a readable JSON text") from error
    if not isinstance(found, dict):
        raise UnreadableError("not a JSON object")
    return found


def _object(pairs: Sequence[tuple[str, object]]) -> _Fields:
    fields: _Fields = {}
    for name, value in pairs:
        if name in fields and fields[name] != value:
            raise UnreadableError(f"{name!r} is said twice, differently")
        fields[name] = value
    return fields


def _refuse(constant: str) -> NoReturn:
    raise UnreadableError(f"{constant} is no JSON")


def _reading(fields: _Fields, http_status: int | None) -> Reading:
    return Reading(
        code=_code(fields, http_status),
        http_status=http_status,
        status=_word(TransactionStatus, _text(fields, "transaction_status")),
        fraud=_word(FraudStatus, _text(fields, "fraud_status")),
        order_id=_text(fields, "order_id"),
        transaction_id=_matching(_TRANSACTION_ID, _text(fields, "transaction_id")),
        gross_amount=_amount(fields, "gross_amount"),
        currency=_text(fields, "currency"),
        transaction_time=_time(fields, "transaction_time"),
        settlement_time=_time(fields, "settlement_time"),
        expiry_time=_time(fields, "expiry_time") or _time(fields, "expire_time"),
        qr_text=_text(fields, "qr_string"),
        qr_picture_url=_picture_url(fields),
        payment_code=_matching(_PAYMENT_CODE, _text(fields, "payment_code")),
        approval_code=_text(fields, "approval_code"),
        channel_code=_literal(fields, "channel_response_code"),
        channel_message=_text(fields, "channel_response_message"),
        message=_text(fields, "status_message"),
        complaints=_complaints(fields),
        issuer=_text(fields, "issuer"),
        refunded=_amount(fields, "refund_amount") or ZERO,
    )


def _code(fields: _Fields, http_status: int | None) -> int:
    """The body's own code, else the HTTP status (wire-facts 4.8); 0 for a code that is no number."""
    if fields.get("status_code") is None:
        return http_status or 0
    return int(_matching(_CODE, _literal(fields, "status_code")) or 0)


def _literal(fields: _Fields, name: str) -> str:
    """A text or a number as it was written, empty where there is neither.

    What no UTF-8 text can hold is replaced, so that every text can be stored.
    """
    value = fields.get(name)
    if not isinstance(value, str):
        return ""
    return value.encode(errors="replace").decode().replace("\0", "\ufffd")


def _text(fields: _Fields, name: str) -> str:
    return "" if isinstance(fields.get(name), _Number) else _literal(fields, name)


def _matching(pattern: re.Pattern[str], text: str) -> str:
    return text if pattern.fullmatch(text) else ""


def _word(words: type[_Word], text: str) -> _Word:
    try:
        return words(text)
    except ValueError:
        return words("unknown")


def _amount(fields: _Fields, name: str) -> Rupiah | None:
    found = _AMOUNT.fullmatch(_literal(fields, name))
    return Rupiah(int(found[1])) if found else None


def _time(fields: _Fields, name: str) -> datetime | None:
    """Western Indonesian time with no offset in the text (wire-facts 11), as UTC."""
    text = _text(fields, name)
    if not _TIME.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=WIB)
    except ValueError:
        return None
    return moment.astimezone(UTC) if is_of_our_age(moment) else None


def _picture_url(fields: _Fields) -> str:
    """The QR's address, looked up by name: places differ from reply to reply (wire-facts 4.2)."""
    actions = fields.get("actions")
    if not isinstance(actions, list):
        return ""
    urls = {_text(action, "name"): _text(action, "url") for action in actions if isinstance(action, dict)}
    return next((urls[name] for name in _QR_PICTURES if urls.get(name)), "")


def _complaints(fields: _Fields) -> tuple[str, ...]:
    said = fields.get("validation_messages")
    texts = said if isinstance(said, list) else [said]
    return tuple(text for each in texts if (text := _text({"said": each}, "said")))
