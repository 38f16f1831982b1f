from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.attempt import GRACE, REVERSAL_WINDOW
from pos_app.domain.errors import IllegalMoveError, Problem
from pos_app.domain.evidence import (
    Call,
    Evidence,
    FraudStatus,
    Notified,
    QrRefused,
    Said,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment, sale_state
from pos_app.domain.sale import SaleState
from pos_app.domain.states import ALLOWED, Attention, State
from tests.domain.builders import (
    CANCEL,
    NO_ANSWER,
    QR,
    SENT,
    T0,
    cancelling,
    charging,
    evidence,
    in_doubt,
    notified,
    paid,
    payment,
    pending,
    reading,
    said,
)

S = TransactionStatus


# --- the charge ---


def test_a_charge_that_is_answered_waits_for_the_customer() -> None:
    waiting = pending()
    assert waiting.state is State.PENDING
    assert waiting.shown_qr is not None
    assert waiting.transaction_id
    assert waiting.expires_at == T0 + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (400, Problem.REQUEST_REFUSED),
        (401, Problem.WRONG_KEY),
        (402, Problem.CHANNEL_NOT_ACTIVE),
        (403, Problem.NOT_ALLOWED),
        (404, Problem.WALLET_UNKNOWN),
        (405, Problem.REQUEST_REFUSED),
        (408, Problem.REQUEST_REFUSED),
        (409, Problem.NOT_AVAILABLE),
        (410, Problem.NOT_ALLOWED),
        (411, Problem.REQUEST_REFUSED),
        (412, Problem.NOT_AVAILABLE),
        (413, Problem.REQUEST_REFUSED),
        (414, Problem.NOT_AVAILABLE),
        (429, Problem.TOO_MANY_REQUESTS),
        (300, Problem.NOT_AVAILABLE),
    ],
)
def test_a_refused_charge_created_nothing(code: int, problem: Problem) -> None:
    refused = charging().apply(said(Call.CHARGE, S.ABSENT, code=code, message="why"))
    assert (refused.state, refused.problem, refused.problem_detail) == (State.FAILED, problem, "why")
    assert not problem.money_may_have_moved
    assert not refused.is_watched(T0)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 505, 202])
def test_trouble_at_the_gateway_is_doubt_and_never_failure(code: int) -> None:
    doubtful = charging().apply(said(Call.CHARGE, S.ABSENT, code=code))
    assert doubtful.state is State.IN_DOUBT
    assert doubtful.problem is not None
    assert doubtful.problem.money_may_have_moved


def test_no_answer_is_doubt() -> None:
    assert in_doubt().state is State.IN_DOUBT


def test_what_never_left_created_nothing() -> None:
    failed = charging().apply(evidence(Unanswered(Call.CHARGE, was_sent=False, problem=Problem.UNREACHABLE)))
    assert (failed.state, failed.problem) == (State.FAILED, Problem.UNREACHABLE)


def test_a_repetition_that_never_left_or_is_refused_says_nothing_about_the_first() -> None:
    again = in_doubt().apply(SENT)
    assert again.charges_sent == 2
    for answer in (
        evidence(Unanswered(Call.CHARGE, was_sent=False, problem=Problem.UNREACHABLE)),
        said(Call.CHARGE, S.ABSENT, code=401),
    ):
        assert again.apply(answer).state is State.IN_DOUBT


def test_a_late_answer_ends_the_doubt() -> None:
    assert in_doubt().apply(SENT).apply(said(Call.CHARGE)).state is State.PENDING


def test_406_means_that_it_exists() -> None:
    known = in_doubt().apply(SENT).apply(said(Call.CHARGE, S.ABSENT, code=406))
    assert (known.state, known.known_to_gateway) == (State.IN_DOUBT, True)


@pytest.mark.parametrize(
    ("status", "fraud"),
    [
        (S.UNKNOWN, FraudStatus.ACCEPT),
        (S.AUTHORIZE, FraudStatus.ACCEPT),
        (S.SETTLEMENT, FraudStatus.CHALLENGE),
    ],
)
def test_a_charge_answered_with_a_word_that_decides_nothing_is_doubt_and_is_read(
    status: S, fraud: FraudStatus
) -> None:
    doubtful = charging().apply(said(Call.CHARGE, status, fraud=fraud))
    assert (doubtful.state, doubtful.known_to_gateway) == (State.IN_DOUBT, True)
    assert doubtful.apply(said(Call.STATUS, S.SETTLEMENT)).state is State.PAID


@pytest.mark.parametrize(
    ("channel", "fraud", "problem"),
    [
        ("900", FraudStatus.ACCEPT, Problem.DENIED_TRY_AGAIN),
        ("201", FraudStatus.ACCEPT, Problem.DENIED),
        ("4060", FraudStatus.ACCEPT, Problem.DENIED_BY_FRAUD_CHECK),
        ("", FraudStatus.DENY, Problem.DENIED_BY_FRAUD_CHECK),
    ],
)
def test_a_denied_charge_says_why(channel: str, fraud: FraudStatus, problem: Problem) -> None:
    denied = charging().apply(said(Call.CHARGE, S.DENY, channel_code=channel, fraud=fraud))
    assert (denied.state, denied.problem) == (State.DENIED, problem)


FOUND = "Success, transaction is found"


@pytest.mark.parametrize(
    ("call", "status", "words"),
    [
        (Call.CHARGE, S.DENY, "denied; no balance"),
        (Call.STATUS, S.DENY, "no balance"),
        (Call.STATUS, S.EXPIRE, ""),
        (Call.CANCEL, S.CANCEL, ""),
    ],
)
def test_what_only_says_that_a_read_went_well_is_no_reason(call: Call, status: S, words: str) -> None:
    asked = charging() if call is Call.CHARGE else pending()
    message = "denied" if call is Call.CHARGE else FOUND
    ended = asked.apply(
        said(call, status, message=message, channel_message="no balance" if status is S.DENY else "")
    )
    assert ended.problem_detail == words


def test_a_wrong_amount_is_never_shown_and_closed_at_the_gateway() -> None:
    wrong = charging().apply(said(Call.CHARGE, gross_amount=Rupiah(440_000)))
    assert (wrong.state, wrong.problem, wrong.shown_qr) == (State.CANCELLING, Problem.WRONG_AMOUNT, None)


def test_nor_is_another_currency() -> None:
    foreign = charging().apply(said(Call.CHARGE, currency="USD"))
    assert (foreign.state, foreign.problem, foreign.shown_qr) == (
        State.CANCELLING,
        Problem.WRONG_AMOUNT,
        None,
    )


def test_a_store_charge_without_a_code_is_closed() -> None:
    codeless = charging(Method.ALFAMART).apply(said(Call.CHARGE))
    assert (codeless.state, codeless.problem) == (State.CANCELLING, Problem.NO_PAYMENT_CODE)


@pytest.mark.parametrize("problem", [Problem.WRONG_AMOUNT, Problem.QR_UNREADABLE])
def test_a_qr_that_must_not_be_shown_closes_the_payment(problem: Problem) -> None:
    fresh = charging().apply(said(Call.CHARGE))
    refused = fresh.apply(evidence(QrRefused(problem)))
    assert (refused.state, refused.problem, refused.qr) == (State.CANCELLING, problem, None)
    assert pending().apply(evidence(QrRefused(problem))) == pending()  # it was checked before


def test_a_foreign_answer_to_our_charge_leaves_us_in_doubt() -> None:
    assert charging().apply(said(Call.CHARGE, order_id="somebody-elses")).state is State.IN_DOUBT


# --- reading the status of what is in doubt ---


def test_a_lost_qr_can_only_be_closed() -> None:
    found = in_doubt().apply(said(Call.STATUS))
    assert (found.state, found.problem) == (State.CANCELLING, Problem.ANSWER_LOST)


def test_a_lost_store_code_is_adopted() -> None:
    found = in_doubt(Method.INDOMARET).apply(said(Call.STATUS, payment_code="012345678901"))
    assert (found.state, found.shown_code) == (State.PENDING, "012345678901")


def test_two_reads_without_a_transaction_prove_that_nothing_was_created() -> None:
    absent = said(Call.STATUS, S.ABSENT, code=404)
    once = in_doubt().apply(absent)
    assert once.state is State.IN_DOUBT
    twice = once.apply(absent)
    assert (twice.state, twice.problem) == (State.FAILED, Problem.NOTHING_CREATED)
    assert twice.is_watched(T0 + GRACE - timedelta(seconds=2))


def test_404_proves_nothing_about_what_the_gateway_has_shown() -> None:
    absent = said(Call.STATUS, S.ABSENT, code=404)
    known = in_doubt().apply(said(Call.CHARGE, S.ABSENT, code=406))
    for one in (known, pending(), cancelling()):
        assert one.apply(absent).apply(absent).state is one.state


def test_404_from_a_cancel_is_no_read() -> None:
    asked = in_doubt().apply(CANCEL)
    missing = said(Call.CANCEL, S.ABSENT, code=404)
    assert asked.apply(missing).apply(missing).state is State.CANCELLING


def test_what_turns_up_after_all_is_closed() -> None:
    absent = said(Call.STATUS, S.ABSENT, code=404)
    zombie = in_doubt().apply(absent).apply(absent).apply(said(Call.STATUS))
    assert zombie.state is State.CANCELLING


# --- what counts as paid ---


def test_a_settlement_read_pays_and_confirms() -> None:
    done = paid()
    assert (done.state, done.confirmed, done.attention) == (State.PAID, True, frozenset())
    assert done.shown_qr is None


def test_a_signed_settlement_pays_at_once_and_a_read_confirms_it() -> None:
    told = pending().apply(notified(S.SETTLEMENT))
    assert (told.state, told.confirmed) == (State.PAID, False)
    assert told.is_watched(T0)
    assert told.apply(said(Call.STATUS, S.SETTLEMENT)).confirmed


@pytest.mark.parametrize(
    "changes",
    [
        {"code": 201},
        {"fraud": FraudStatus.CHALLENGE},
        {"fraud": FraudStatus.DENY},
        {"fraud": FraudStatus.UNKNOWN},
        {"order_id": "another"},
        {"transaction_id": "another"},
        {"gross_amount": None},
        {"gross_amount": Rupiah(44_001)},
        {"currency": "USD"},
        {"status": S.UNKNOWN},
        {"status": S.AUTHORIZE},
    ],
)
def test_every_part_of_the_predicate_counts(changes: dict[str, object]) -> None:
    wrong = reading(**({"status": S.SETTLEMENT} | changes))  # type: ignore[arg-type]  # real fields of a reading
    for fact in (Said(Call.STATUS, wrong), Notified(wrong, signed=True)):
        assert pending().apply(evidence(fact)).state is State.PENDING


def test_an_absent_fraud_word_is_enough_for_indomaret() -> None:
    proof = said(Call.STATUS, S.SETTLEMENT, fraud=FraudStatus.ABSENT)
    assert pending(Method.INDOMARET).apply(proof).state is State.PAID


def test_another_amount_wants_a_person() -> None:
    odd = pending().apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(1)))
    assert (odd.state, odd.attention) == (State.PENDING, frozenset({Attention.AMOUNT_MISMATCH}))


@pytest.mark.parametrize("status", [S.PENDING, S.EXPIRE, S.CANCEL, S.DENY, S.FAILURE, S.REFUND, S.UNKNOWN])
def test_every_other_notification_decides_nothing(status: TransactionStatus) -> None:
    for one in (pending(), cancelling(), paid(), in_doubt()):
        assert one.apply(notified(status)) == one


def test_an_unsigned_notification_decides_nothing() -> None:
    assert pending().apply(notified(S.SETTLEMENT, signed=False)) == pending()


def test_a_notification_can_not_name_the_transaction_of_a_payment_in_doubt() -> None:
    assert in_doubt().apply(notified(S.SETTLEMENT)).state is State.IN_DOUBT


# --- ends, late money, reversal ---


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (S.EXPIRE, State.EXPIRED),
        (S.CANCEL, State.CANCELLED),
        (S.DENY, State.DENIED),
        (S.FAILURE, State.FAILED),
    ],
)
def test_the_gateway_ends_a_payment_and_late_money_still_counts(
    status: TransactionStatus, state: State
) -> None:
    for one in (pending(), cancelling(), in_doubt()):
        ended = one.apply(said(Call.STATUS, status))
        assert ended.state is state
        assert ended.is_watched(T0 + timedelta(hours=23))
        assert not ended.is_watched(T0 + timedelta(hours=25))
        late = ended.apply(said(Call.STATUS, S.SETTLEMENT))
        assert (late.state, late.attention) == (State.PAID, frozenset({Attention.PAID_LATE}))
        assert not late.pays_sale


def test_cancel_is_final_only_when_the_gateway_says_so() -> None:
    asked = cancelling()
    assert (asked.state, asked.shown_qr) == (State.CANCELLING, None)
    assert asked.apply(said(Call.STATUS)).state is State.CANCELLING
    assert asked.apply(said(Call.CANCEL, S.CANCEL)).state is State.CANCELLED
    raced = asked.apply(said(Call.STATUS, S.SETTLEMENT))
    assert (raced.state, raced.attention) == (State.PAID, frozenset({Attention.PAID_WHILE_CANCELLING}))
    assert raced.pays_sale


@pytest.mark.parametrize("code", [412, 404, 407, 500, 401, 429])
def test_a_cancel_that_did_not_work_leaves_the_question_open(code: int) -> None:
    assert cancelling().apply(said(Call.CANCEL, S.ABSENT, code=code)).state is State.CANCELLING


def test_paid_is_left_only_by_refund_and_reversal() -> None:
    for proof in (said(Call.STATUS), CANCEL, SENT, NO_ANSWER, QR):
        after = _applied_or_same(paid(), proof)
        assert after.state is State.PAID
    part = paid().apply(said(Call.STATUS, S.PARTIAL_REFUND, refunded=Rupiah(4_000)))
    assert (part.state, part.refunded) == (State.PARTLY_REFUNDED, Rupiah(4_000))
    assert part.apply(said(Call.STATUS, S.REFUND, refunded=Rupiah(44_000))).state is State.REFUNDED
    assert paid().apply(said(Call.STATUS, S.CHARGEBACK)).state is State.REVERSED


def test_indomaret_can_take_a_settlement_back() -> None:
    done = paid(Method.INDOMARET)
    assert done.is_watched(T0 + REVERSAL_WINDOW / 2)
    back = done.apply(said(Call.STATUS, S.DENY))
    assert (back.state, back.attention) == (State.REVERSED, frozenset({Attention.REVERSED}))


def test_a_store_takes_another_amount_back_too() -> None:
    odd = pending(Method.INDOMARET).apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    back = odd.apply(said(Call.STATUS, S.DENY, gross_amount=Rupiah(57_000)))
    assert (back.state, back.money_held) == (State.REVERSED, 0)
    assert back.attention == {Attention.AMOUNT_MISMATCH, Attention.REVERSED}


def test_a_denial_contradicts_another_amount_that_only_a_notification_named() -> None:
    named = pending().apply(notified(S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    assert named.apply(said(Call.STATUS, S.DENY)).state is State.DENIED
    read = named.apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    assert read.apply(said(Call.STATUS, S.DENY)).state is State.REVERSED


def test_a_read_that_contradicts_the_notification_is_noticed_and_can_be_made_good() -> None:
    told = pending().apply(notified(S.SETTLEMENT))
    for contradiction in (S.PENDING, S.EXPIRE, S.CANCEL, S.DENY):
        odd = told.apply(said(Call.STATUS, contradiction))
        assert (odd.state, odd.attention) == (State.PAID, frozenset({Attention.DISAGREES}))
        assert odd.apply(said(Call.STATUS, S.SETTLEMENT)).attention == frozenset()


def test_a_refund_seen_first_still_means_that_money_came() -> None:
    back = pending().apply(said(Call.STATUS, S.REFUND, refunded=Rupiah(44_000)))
    assert (back.state, back.refunded) == (State.REFUNDED, Rupiah(44_000))


def test_a_second_payment_of_one_sale_is_a_duplicate() -> None:
    second = pending().apply(said(Call.STATUS, S.SETTLEMENT), sale_is_paid=True)
    assert second.attention == {Attention.DUPLICATE}
    back_in_part = said(Call.STATUS, S.PARTIAL_REFUND, refunded=Rupiah(4_000))
    assert pending().apply(back_in_part, sale_is_paid=True).attention == {Attention.DUPLICATE}
    gone = said(Call.STATUS, S.REFUND, refunded=Rupiah(44_000))
    assert pending().apply(gone, sale_is_paid=True).attention == frozenset()


def test_the_state_of_a_sale_follows_its_payments() -> None:
    dead = pending().apply(said(Call.STATUS, S.EXPIRE))
    late = dead.apply(said(Call.STATUS, S.SETTLEMENT))
    assert sale_state(1, ()) is SaleState.OPEN
    assert sale_state(1, (dead,)) is SaleState.OPEN
    assert sale_state(1, (dead, pending())) is SaleState.AWAITING
    assert sale_state(1, (late,)) is SaleState.OPEN
    assert sale_state(1, (paid(), dead)) is SaleState.PAID


def test_evidence_of_another_payment_is_our_own_fault() -> None:
    with pytest.raises(IllegalMoveError):
        payment().apply(replace(SENT, order_id="another"))


# --- properties: whatever comes, in whatever order ---

statuses = st.sampled_from([*S])
readings = st.builds(
    lambda status, code, amount, fraud: reading(
        status,
        **({} if code is None else {"code": code}),
        gross_amount=amount,
        fraud=fraud,
        payment_code="0812",
    ),
    statuses,
    st.sampled_from([None, None, None, 200, 202, 404, 406, 407, 412, 429, 500]),
    st.sampled_from([Rupiah(44_000)] * 5 + [Rupiah(1), None]),
    st.sampled_from([FraudStatus.ACCEPT] * 4 + [FraudStatus.ABSENT, FraudStatus.DENY]),
)
facts = st.one_of(
    st.sampled_from([SENT, NO_ANSWER, CANCEL, QR]),
    st.builds(lambda call, read: evidence(Said(call, read)), st.sampled_from([*Call]), readings),
    st.builds(lambda status, signed: notified(status, signed=signed), statuses, st.booleans()),
    st.builds(lambda call: evidence(Unanswered(call, was_sent=False)), st.sampled_from([*Call])),
)


def _applied_or_same(one: Payment, proof: Evidence) -> Payment:
    """As the till brings evidence: a charge goes out only from where one can."""
    if proof is SENT and one.state not in (State.INTENDED, State.IN_DOUBT):
        return one
    return one.apply(proof)


def _settles(proof: Evidence) -> bool:
    read = getattr(proof.fact, "reading", None)
    if read is None or not getattr(proof.fact, "signed", True):
        return False
    money = read.status in (S.SETTLEMENT, S.CAPTURE)
    whole = read.gross_amount == Rupiah(44_000) and read.fraud in (FraudStatus.ACCEPT, FraudStatus.ABSENT)
    seen_later = read.status in (S.REFUND, S.PARTIAL_REFUND, S.CHARGEBACK, S.PARTIAL_CHARGEBACK)
    return (money and whole and read.code == 200) or seen_later


def _is_taken_back(one: Payment, proof: Evidence) -> bool:
    """Another amount came, and the store denies it now: money that came and went within one piece of evidence."""
    read = getattr(proof.fact, "reading", None)
    return one.took_another_amount and read is not None and read.status is S.DENY


@given(
    st.sampled_from([Method.GOPAY, Method.QRIS, Method.ALFAMART, Method.INDOMARET]),
    st.lists(facts, max_size=25),
)
def test_no_evidence_breaks_the_table(method: Method, proofs: list[Evidence]) -> None:
    one = payment(method).apply(SENT)
    for proof in proofs:
        after = _applied_or_same(one, proof)
        # a refund seen first passes through PAID within one piece of evidence
        direct = after.state is one.state or after.state in ALLOWED[one.state]
        through_paid = State.PAID in ALLOWED[one.state] and after.state in ALLOWED[State.PAID]
        through_pending = State.PENDING in ALLOWED[one.state] and after.state in ALLOWED[State.PENDING]
        assert direct or through_paid or through_pending
        if after.state.has_money and not one.state.has_money:
            assert _settles(proof) or _is_taken_back(one, proof)
        if one.state.has_money:
            assert after.state.has_money
        assert one.attention - {Attention.DISAGREES} <= after.attention
        if after.state is not State.PENDING:
            assert after.shown_qr is None
            assert not after.shown_code
        if after.state is State.CHARGING:
            assert after.charges_sent == 1
        one = after


@given(st.lists(facts, max_size=15), facts)
def test_repeated_evidence_changes_nothing_more(proofs: list[Evidence], last: Evidence) -> None:
    one = payment().apply(SENT)
    for proof in proofs:
        one = _applied_or_same(one, proof)
    once = _applied_or_same(one, last)
    counts_reads = isinstance(last.fact, Said) and last.fact.reading.code == 404
    if last is SENT or counts_reads:
        return  # those two count: how often it was sent, how often nothing was found
    assert _applied_or_same(once, last).state in (once.state, *_second_look(once, last))


def _second_look(once: Payment, last: Evidence) -> tuple[State, ...]:
    """A read confirms what a notification settled, and only then can a denial be a reversal."""
    return (State.REVERSED,) if once.state is State.PAID and isinstance(last.fact, Said) else ()
