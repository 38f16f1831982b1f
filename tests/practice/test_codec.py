from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.practice.account import PRACTICE_SERVER_KEY, Account
from pos_app.practice.codec import read_answer, read_transaction, spelled_answer, spelled_transaction
from pos_app.practice.idempotency import Answer
from pos_app.practice.ledger import PaymentType, Refund, Status, Store, Transaction
from pos_app.practice.replies import Reply
from pos_app.practice.wire import JsonObject

ACCOUNT = Account(server_keys=("SB-Mid-server-of-the-shop",))
_moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))]))
_words = st.none() | st.text()
_refunds = st.builds(Refund, at=_moments)
_transactions = st.builds(
    Transaction,
    id=st.text(),
    serial=st.integers(),
    order_id=st.text(),
    amount=st.integers(),
    payment_type=st.sampled_from(PaymentType),
    status=st.sampled_from(Status),
    created_at=_moments,
    expires_at=_moments,
    server_key=st.sampled_from(ACCOUNT.all_keys),
    addresses=st.lists(st.text()).map(tuple),
    store=st.none() | st.sampled_from(Store),
    payment_code=_words,
    qr_text=_words,
    qr_reference=_words,
    acquirer=st.text(),
    bank=_words,
    echoed=st.none() | st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.booleans())),
    settled_at=st.none() | _moments,
    approval_code=_words,
    failed_attempts=st.integers(min_value=0),
    refunds=st.lists(_refunds, max_size=3).map(tuple),
)


def example(server_key: str = PRACTICE_SERVER_KEY) -> Transaction:
    now = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    return Transaction(
        id="a1b2",
        serial=1,
        order_id="TSJ-02-261120-0001-1",
        amount=44_000,
        payment_type=PaymentType.GOPAY,
        created_at=now,
        expires_at=now + timedelta(minutes=15),
        status=Status.PENDING,
        server_key=server_key,
    )


@given(_transactions)
def test_a_transaction_comes_back_as_it_was(transaction: Transaction) -> None:
    line = json.dumps(spelled_transaction(transaction))
    assert read_transaction(json.loads(line), ACCOUNT) == transaction


def test_an_answer_comes_back_as_it_was() -> None:
    answer = Answer("key", datetime(2026, 11, 20, 7, 0, tzinfo=UTC), Reply({"status_code": "201"}, 200))
    assert read_answer(json.loads(json.dumps(spelled_answer(answer)))) == answer


def test_a_server_key_is_not_written() -> None:
    (key,) = ACCOUNT.server_keys
    spelled = spelled_transaction(example(key))
    assert key not in json.dumps(spelled)
    assert read_transaction(spelled, ACCOUNT).server_key == key
    assert read_transaction(spelled, Account()).server_key == PRACTICE_SERVER_KEY


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "44000"},
        {"amount": True},
        {"status": "lost"},
        {"created_at": "2026-11-20T07:00:00"},
        {"created_at": "yesterday"},
        {"addresses": [1]},
        {"echoed": []},
        {"refunds": [{"uuid": "u"}]},
    ],
    ids=str,
)
def test_what_was_never_written_is_refused(wrong: JsonObject) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_transaction({**spelled_transaction(example()), **wrong}, ACCOUNT)
