"""What is written down comes back as it was, in this version and in the next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.effect import EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import (
    Call,
    CameOut,
    CancelAsked,
    CancelReason,
    Decided,
    Decision,
    Fact,
    FraudStatus,
    Notified,
    QrCode,
    QrRead,
    QrRefused,
    Reading,
    RefundAsked,
    Said,
    Sent,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.money import Rupiah
from pos_app.domain.states import Attention
from pos_app.journal import codec

MOMENTS = st.datetimes(timezones=st.just(UTC))
AMOUNTS = st.integers(-(2**63), 2**63 - 1).map(Rupiah)
TEXTS = st.text() | st.sampled_from(["\x00", "\ud83d", "\x1a", "\x1a\\", '"', "Rp\u00a044.000"])

READINGS = st.builds(
    Reading,
    code=st.integers(),
    http_status=st.none() | st.integers(),
    status=st.sampled_from(TransactionStatus),
    fraud=st.sampled_from(FraudStatus),
    order_id=TEXTS,
    transaction_id=TEXTS,
    gross_amount=st.none() | AMOUNTS,
    currency=TEXTS,
    transaction_time=st.none() | MOMENTS,
    settlement_time=st.none() | MOMENTS,
    expiry_time=st.none() | MOMENTS,
    qr_text=TEXTS,
    qr_picture_url=TEXTS,
    payment_code=TEXTS,
    approval_code=TEXTS,
    channel_code=TEXTS,
    channel_message=TEXTS,
    message=TEXTS,
    complaints=st.lists(TEXTS).map(tuple),
    issuer=TEXTS,
    refunded=AMOUNTS,
)
CALLS = st.sampled_from(Call)
PROBLEMS = st.sampled_from(Problem)
FACTS: dict[type[Fact], st.SearchStrategy[Fact]] = {
    Sent: st.builds(Sent),
    Unanswered: st.builds(Unanswered, CALLS, was_sent=st.booleans(), problem=PROBLEMS),
    Said: st.builds(Said, CALLS, READINGS),
    Notified: st.builds(Notified, READINGS, signed=st.booleans()),
    QrRead: st.builds(QrRead, st.builds(QrCode, TEXTS, TEXTS, TEXTS)),
    QrRefused: st.builds(QrRefused, PROBLEMS),
    CancelAsked: st.builds(CancelAsked, st.sampled_from(CancelReason), TEXTS, TEXTS),
    Stalled: st.builds(Stalled),
    Decided: st.builds(
        Decided,
        decision=st.sampled_from(Decision),
        by=TEXTS,
        reason=TEXTS,
        about=st.frozensets(st.sampled_from(Attention)),
        sale_id=st.none() | st.integers(),
        amount=st.none() | AMOUNTS,
    ),
    CameOut: st.builds(CameOut, st.sampled_from(EffectKind), st.integers()),
    RefundAsked: st.builds(RefundAsked, TEXTS, AMOUNTS, TEXTS, TEXTS),
}


@given(st.one_of(*FACTS.values()))
def test_every_fact_comes_back_as_it_was(fact: Fact) -> None:
    text = codec.write(fact)

    assert text.isascii()
    assert "\x00" not in text
    assert codec.read_fact(codec.fact_kind(fact), text) == fact


def test_every_kind_of_fact_has_a_stored_name() -> None:
    assert set(codec.FACTS.values()) == set(get_args(Fact)) == set(FACTS)


AT = datetime(2026, 11, 20, 7, 32, 0, 5, tzinfo=UTC)
WRITTEN = [
    ("sent", "{}", Sent()),
    (
        "unanswered",
        '{"call":"charge","problem":"no_answer","was_sent":true}',
        Unanswered(Call.CHARGE, was_sent=True),
    ),
    (
        "said",
        (
            '{"call":"status","reading":{"approval_code":"","channel_code":"","channel_message":"","code":200,'
            '"complaints":[],"currency":"IDR","expiry_time":null,"fraud":"accept","gross_amount":44000,"http_status":200,'
            '"issuer":"","message":"","order_id":"A-1","payment_code":"","payment_type":"","qr_picture_url":"",'
            '"qr_text":"","refunded":0,"settlement_time":"2026-11-20T07:32:00.000005Z","status":"settlement","store":"",'
            '"transaction_id":"t","transaction_time":null}}'
        ),
        Said(
            Call.STATUS,
            Reading(
                code=200,
                http_status=200,
                status=TransactionStatus.SETTLEMENT,
                fraud=FraudStatus.ACCEPT,
                order_id="A-1",
                transaction_id="t",
                gross_amount=Rupiah(44_000),
                currency="IDR",
                settlement_time=AT,
            ),
        ),
    ),
    ("notified", '{"reading":{"code":407},"signed":false}', Notified(Reading(code=407), signed=False)),
    ("qr_read", '{"qr":{"merchant_name":"Toko","nmid":"","text":"0002"}}', QrRead(QrCode("0002", "Toko"))),
    ("qr_refused", '{"problem":"wrong_amount"}', QrRefused(Problem.WRONG_AMOUNT)),
    ("cancel_asked", '{"by":"Rani","reason":"other"}', CancelAsked(CancelReason.OTHER, "Rani")),
    ("stalled", "{}", Stalled()),
    (
        "decided",
        '{"about":["paid_late","stuck"],"amount":56000,"by":"Bayu","decision":"cash_refund","reason":"dua kali"}',
        Decided(
            decision=Decision.CASH_REFUND,
            by="Bayu",
            reason="dua kali",
            about=frozenset({Attention.PAID_LATE, Attention.STUCK}),
            amount=Rupiah(56_000),
        ),
    ),
    ("came_out", '{"copy":1,"kind":"slip"}', CameOut(EffectKind.SLIP, 1)),
    (
        "refund_asked",
        '{"amount":56000,"reason":"dua kali","refund_key":"A-1-r"}',
        RefundAsked("A-1-r", Rupiah(56_000), "dua kali"),
    ),
]


@pytest.mark.parametrize(("kind", "text", "fact"), WRITTEN, ids=[kind for kind, _, _ in WRITTEN])
def test_what_was_written_once_can_be_read_for_ever(kind: str, text: str, fact: Fact) -> None:
    """A name of a kind, a field or a value that changes breaks the journals that shops have."""
    assert codec.fact_kind(fact) == kind
    assert codec.read_fact(kind, text) == fact


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rumour", "{}"),
        ("sent", "{"),
        ("sent", "[]"),
        ("sent", '{"more": 1}'),
        ("qr_refused", "{}"),
        ("qr_refused", '{"problem": "nobody knows"}'),
        ("qr_read", '{"qr": {"text": 5}}'),
        ("notified", '{"reading": {"code": 1.5}, "signed": true}'),
        ("notified", '{"reading": {"code": 200}, "signed": 1}'),
        ("notified", '{"reading": {"code": 200, "gross_amount": true}, "signed": true}'),
        ("notified", '{"reading": {"code": 200, "expiry_time": "soon"}, "signed": true}'),
    ],
)
def test_what_nobody_has_written_is_not_guessed(kind: str, text: str) -> None:
    with pytest.raises(codec.UnreadableError):
        codec.read_fact(kind, text)


@given(MOMENTS, st.integers(-12, 14))
def test_a_moment_is_utc_text_of_one_width_that_sorts(moment: datetime, hours: int) -> None:
    if 2 < moment.year < 9998:
        moment = moment.astimezone(timezone(timedelta(hours=hours)))
    text = codec.moment_text(moment)

    assert len(text) == len("2026-11-20T07:32:00.000000Z")
    assert codec.read_moment(text) == moment


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_their_texts(one: datetime, other: datetime) -> None:
    assert (one < other) == (codec.moment_text(one) < codec.moment_text(other))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        codec.moment_text(AT.replace(tzinfo=None))
