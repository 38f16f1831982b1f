"""Decisions: a table of what fits, and proof that no order of them makes or loses money."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.attempt import GRACE
from pos_app.domain.cart import Cart
from pos_app.domain.decision import (
    Obstacle,
    RefundTrouble,
    fits,
    obstacle_to_attaching,
    obstacle_to_handing_over,
    refund_trouble,
)
from pos_app.domain.evidence import (
    Call,
    Decided,
    Decision,
    Evidence,
    RefundAsked,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment, sale_state
from pos_app.domain.reconciliation import Standing, standings, tallied, wants_somebody
from pos_app.domain.sale import Sale, SaleState, business_day
from pos_app.domain.states import Attention, State
from tests.domain.builders import T0, cancelling, charging, evidence, in_doubt, notified, paid, pending, said

S = TransactionStatus
D = Decision
OTHER_SALE = 7


def late() -> Payment:
    return pending().apply(said(Call.STATUS, S.EXPIRE)).apply(said(Call.STATUS, S.SETTLEMENT))


def mismatched() -> Payment:
    return pending(Method.INDOMARET).apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))


def reversed_() -> Payment:
    return paid(Method.INDOMARET).apply(said(Call.STATUS, S.DENY))


def stuck() -> Payment:
    return pending().apply(evidence(Stalled()))


def disputed() -> Payment:
    return pending().apply(notified(S.SETTLEMENT)).apply(said(Call.STATUS, S.PENDING))


def raced() -> Payment:
    return cancelling().apply(said(Call.STATUS, S.SETTLEMENT))


def duplicate() -> Payment:
    return pending().apply(said(Call.STATUS, S.SETTLEMENT), sale_is_paid=True)


WANTING = [late(), mismatched(), reversed_(), stuck(), disputed(), raced(), duplicate()]


def decided(decision: Decision, payment: Payment) -> Evidence:
    return evidence(
        Decided(
            decision=decision,
            by="Bayu",
            reason="karena",
            about=payment.attention,
            sale_id=OTHER_SALE if decision is D.ATTACH else None,
            amount=payment.goes_back_by(decision),
        )
    )


def after(decision: Decision, payment: Payment) -> Payment:
    return payment.apply(decided(decision, payment))


def settled_by_news(method: Method) -> Payment:
    return pending(method).apply(notified(S.SETTLEMENT))


def money(payment: Payment) -> tuple[object, ...]:
    """All that says whether money came or went."""
    return (
        payment.state,
        payment.amount,
        payment.refunded,
        payment.settled_at,
        payment.confirmed,
        payment.transaction_id,
        payment.attention,
        payment.other_amount,
    )


@pytest.mark.parametrize(
    ("payment", "open_to"),
    [
        (late(), {D.HAND_OVER, D.ATTACH, D.REFUND_TASK, D.CASH_REFUND}),
        (raced(), {D.HAND_OVER, D.ATTACH, D.REFUND_TASK, D.CASH_REFUND}),
        (duplicate(), {D.HAND_OVER, D.ATTACH, D.REFUND_TASK, D.CASH_REFUND}),
        (mismatched(), {D.HAND_OVER, D.REFUND_TASK, D.CASH_REFUND}),
        (reversed_(), {D.ACCEPT_FORCED, D.CLOSE_UNPAID}),
        (stuck(), {D.ACCEPT_FORCED, D.CLOSE_UNPAID}),
        (disputed(), {D.ACCEPT_FORCED, D.CLOSE_UNPAID}),
        (pending(), set()),
        (paid(), set()),
    ],
    ids=["late", "raced", "duplicate", "mismatch", "reversed", "stuck", "disputed", "pending", "paid"],
)
def test_what_can_be_decided(payment: Payment, open_to: set[Decision]) -> None:
    assert {one for one in Decision if payment.obstacle_to(one) is None} == open_to
    assert payment.wants_decision is bool(payment.attention)


@given(st.sampled_from(WANTING), st.lists(st.sampled_from(Decision), max_size=8))
def test_no_decisions_in_any_order_make_or_lose_money(payment: Payment, decisions: list[Decision]) -> None:
    now = payment
    for decision in decisions:
        before = now
        now = now.apply(decided(decision, now))
        assert money(now) == money(payment)
        assert now.is_watched(T0) or not (now.state.is_live or now.has_refund_task)
        assert now.is_watched(T0) or now.state is not State.PAID or (now.confirmed and not now.wants_decision)
        if before.obstacle_to(decision) is not None:
            assert now == before
        assert not (now.wants_decision and now.decision is not None)
    if now.decision is not None:
        now = now.apply(decided(D.REOPEN, now))
    assert now == payment


@given(st.lists(st.sampled_from(Decision), max_size=8))
def test_one_payments_money_never_pays_two_sales(decisions: list[Decision]) -> None:
    now = late()
    for decision in decisions:
        now = now.apply(decided(decision, now))
        states = [sale_state(sale_id, (now,)) for sale_id in (now.sale_id, OTHER_SALE)]
        assert states.count(SaleState.PAID) <= 1
        if now.decision is not None and now.decision.decision in (D.REFUND_TASK, D.CASH_REFUND):
            assert SaleState.PAID not in states


@given(
    st.sampled_from([charging(), pending(), *WANTING]),
    st.lists(st.sampled_from([*Decision, *S]), max_size=8),
    st.sampled_from([(), (pending(),), (paid(),)]),
)
def test_no_sale_moves_while_the_claim_on_it_stays(
    payment: Payment, moves: list[Decision | S], others: tuple[Payment, ...]
) -> None:
    now = payment
    for move in moves:
        before = now
        now = now.apply(decided(move, now) if isinstance(move, Decision) else said(Call.STATUS, move))
        if now.claim == before.claim:
            for sale_id in (now.sale_id, OTHER_SALE):
                assert sale_state(sale_id, (*others, now)) is sale_state(sale_id, (*others, before))


@given(st.sampled_from(WANTING), st.sampled_from(Decision))
def test_a_decision_taken_twice_is_one(payment: Payment, decision: Decision) -> None:
    once = payment.apply(decided(decision, payment))
    assert once.apply(decided(decision, once)) == once


def test_a_decision_is_about_what_was_seen() -> None:
    seen = raced()
    gone = seen.apply(decided(D.HAND_OVER, seen))
    assert (gone.pays_sale, gone.wants_decision) == (True, False)
    back = replace(gone, method=Method.INDOMARET).apply(said(Call.STATUS, S.DENY))
    assert (back.state, back.pays_sale, back.wants_decision) == (State.REVERSED, False, True)


def test_what_the_gateway_s_own_pages_gave_back_leaves_nothing_to_decide() -> None:
    gone = late().apply(said(Call.STATUS, S.REFUND, refunded=Rupiah(44_000)))
    assert (gone.state, gone.attention, gone.wants_decision) == (
        State.REFUNDED,
        frozenset({Attention.PAID_LATE}),
        False,
    )
    part = late().apply(said(Call.STATUS, S.PARTIAL_REFUND, refunded=Rupiah(4_000)))
    assert part.wants_decision


def test_another_amount_that_went_back_has_paid_nothing() -> None:
    wrong = pending().apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    task = wrong.apply(decided(D.REFUND_TASK, wrong))
    gone = task.apply(said(Call.REFUND, S.REFUND, gross_amount=Rupiah(57_000), refunded=Rupiah(57_000)))
    assert (gone.state, gone.refunded) == (State.REFUNDED, Rupiah(57_000))
    assert standings(gone) == ((Standing.MATCHED, Rupiah(57_000)), (Standing.RETURNED, Rupiah(57_000)))
    assert sale_state(gone.sale_id, (gone,)) is SaleState.OPEN


def test_of_another_amount_too_much_can_go_back_and_the_rest_is_held() -> None:
    wrong = pending().apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    part = wrong.apply(
        said(Call.STATUS, S.PARTIAL_REFUND, gross_amount=Rupiah(57_000), refunded=Rupiah(13_000))
    )
    assert (part.state, part.money_held) == (State.PARTLY_REFUNDED, Rupiah(44_000))
    assert standings(part) == ((Standing.MATCHED, Rupiah(57_000)), (Standing.RETURNED, Rupiah(13_000)))
    assert sale_state(part.sale_id, (part,)) is SaleState.OPEN
    handed_over = part.apply(decided(D.HAND_OVER, part))
    assert sale_state(part.sale_id, (handed_over,)) is SaleState.PAID


def test_a_decision_can_be_taken_back_when_what_it_was_about_is_over() -> None:
    disputed_no_more = disputed().apply(decided(D.ACCEPT_FORCED, disputed()))
    disputed_no_more = disputed_no_more.apply(said(Call.STATUS, S.SETTLEMENT))
    ended = stuck().apply(decided(D.ACCEPT_FORCED, stuck())).apply(said(Call.STATUS, S.EXPIRE))
    for payment in (disputed_no_more, ended):
        assert payment.attention == frozenset()
        assert {one for one in Decision if payment.obstacle_to(one) is None} == {D.REOPEN}
        assert payment.apply(decided(D.REOPEN, payment)).decision is None
    assert sale_state(ended.sale_id, (ended,)) is SaleState.PAID
    back = ended.apply(decided(D.REOPEN, ended))
    assert sale_state(ended.sale_id, (back,)) is SaleState.OPEN


def test_a_forced_sale_stays_paid_whatever_the_gateway_says() -> None:
    forced = stuck().apply(decided(D.ACCEPT_FORCED, stuck()))
    for word in (S.SETTLEMENT, S.EXPIRE):
        later = forced.apply(said(Call.STATUS, word))
        assert later.pays_sale
        assert Attention.STUCK not in later.attention


def test_a_reversed_payment_that_was_attached_is_forced_for_the_same_sale() -> None:
    attached = replace(raced(), method=Method.INDOMARET)
    attached = attached.apply(decided(D.ATTACH, attached))
    back = attached.apply(said(Call.STATUS, S.DENY))
    assert sale_state(OTHER_SALE, (back,)) is SaleState.OPEN
    forced = back.apply(decided(D.ACCEPT_FORCED, back))
    assert sale_state(OTHER_SALE, (forced,)) is SaleState.PAID


# stuck


@pytest.mark.parametrize("payment", [pending(), in_doubt(), cancelling()])
def test_only_a_live_payment_is_stuck_and_never_after_its_end(payment: Payment) -> None:
    waits = payment.apply(evidence(Stalled()))
    assert waits.attention == {Attention.STUCK}
    assert waits.apply(evidence(Stalled())) == waits
    assert waits.apply(said(Call.STATUS, S.CANCEL)).attention == frozenset()
    assert paid().apply(evidence(Stalled())) == paid()


# refunds


def refunding() -> Payment:
    task = late().apply(decided(D.REFUND_TASK, late()))
    return task.apply(evidence(RefundAsked("k", task.money_held, "karena")))


def test_a_refund_is_asked_only_for_an_open_task() -> None:
    asked = evidence(RefundAsked("k", Rupiah(1), ""))
    assert late().apply(asked) == late()
    assert refunding().refund_is_underway


@pytest.mark.parametrize("decision", [one for one in Decision if one is not D.REFUND_TASK])
def test_while_a_refund_is_underway_nothing_else_is_decided(decision: Decision) -> None:
    payment = refunding()
    assert payment.obstacle_to(decision) in (Obstacle.REFUND_IS_UNDERWAY, Obstacle.DECISION_DOES_NOT_FIT)


@pytest.mark.parametrize("code", [202, 404, 406, 412, 414])
def test_a_final_refusal_settles_an_earlier_unknown_too(code: int) -> None:
    lost = refunding().apply(evidence(Unanswered(Call.REFUND, was_sent=True)))
    assert lost.refund_trouble is RefundTrouble.UNKNOWN
    refused = lost.apply(said(Call.REFUND, S.ABSENT, code=code))
    assert refused.refund_trouble is refund_trouble(code)
    assert not refused.refund_is_underway


@pytest.mark.parametrize("code", [400, 401, 402, 403, 410, 429, 500, 503])
def test_a_refusal_of_the_repetition_says_nothing_about_the_first(code: int) -> None:
    lost = refunding().apply(evidence(Unanswered(Call.REFUND, was_sent=True)))
    again = lost.apply(evidence(RefundAsked("k", Rupiah(44_000), "karena")))
    refused = again.apply(said(Call.REFUND, S.ABSENT, code=code))
    assert refused.refund_is_underway
    barred = code in (401, 402, 403, 410)
    assert refused.refund_trouble is (RefundTrouble.UNKNOWN_NOT_ALLOWED if barred else RefundTrouble.UNKNOWN)
    assert again.apply(said(Call.REFUND, S.ABSENT, code=412)).refund_trouble is RefundTrouble.NOT_REFUNDABLE
    assert again.apply(evidence(Unanswered(Call.REFUND, was_sent=False))).refund_is_underway


def test_money_given_back_closes_the_task() -> None:
    done = refunding().apply(said(Call.REFUND, S.REFUND, refunded=Rupiah(44_000)))
    assert (done.state, done.refunded, done.money_held) == (State.REFUNDED, Rupiah(44_000), Rupiah(0))
    assert not done.has_refund_task
    assert not done.wants_decision


def test_a_part_given_back_leaves_the_rest_to_do() -> None:
    part = refunding().apply(said(Call.REFUND, S.PARTIAL_REFUND, refunded=Rupiah(4_000)))
    assert (part.state, part.money_held) == (State.PARTLY_REFUNDED, Rupiah(40_000))
    assert part.has_refund_task


def test_of_another_amount_goes_back_what_came() -> None:
    assert mismatched().money_held == Rupiah(57_000)


def test_of_an_amount_that_could_not_be_read_goes_back_what_was_asked_for() -> None:
    unread = pending().apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=None))
    assert (unread.attention, unread.other_amount) == (frozenset({Attention.AMOUNT_MISMATCH}), None)
    assert unread.money_held == unread.received == Rupiah(44_000)


# attaching


def sale(cart: Cart, state: SaleState = SaleState.OPEN) -> Sale:
    day = business_day(T0)
    return Sale(id=7, till="02", day=day, number=1, cart=cart, cashier="", opened_at=T0, state=state)


def test_money_pays_an_open_sale_of_exactly_its_amount() -> None:
    cart = Cart().add_amount(Rupiah(44_000), "Nominal")
    assert obstacle_to_attaching(Rupiah(44_000), sale(cart)) is None
    assert obstacle_to_attaching(Rupiah(43_999), sale(cart)) is Obstacle.AMOUNTS_DIFFER
    assert obstacle_to_attaching(Rupiah(0), sale(Cart())) is Obstacle.SALE_IS_NOT_OPEN
    for state in (SaleState.AWAITING, SaleState.PAID):
        assert obstacle_to_attaching(Rupiah(44_000), sale(cart, state)) is Obstacle.SALE_IS_NOT_OPEN


def test_money_pays_its_own_sale_by_decision_where_that_still_comes_to_its_amount() -> None:
    cart = Cart().add_amount(Rupiah(44_000), "Nominal")
    for state in (SaleState.OPEN, SaleState.AWAITING):
        assert obstacle_to_handing_over(Rupiah(44_000), sale(cart, state)) is None
        assert obstacle_to_handing_over(Rupiah(43_999), sale(cart, state)) is Obstacle.AMOUNTS_DIFFER
    assert obstacle_to_handing_over(Rupiah(43_999), sale(cart, SaleState.PAID)) is None


# the proof of a day


GIVEN_BACK = {Standing.MATCHED: 44_000, Standing.RETURNED: 44_000}
LOST = {Standing.MATCHED: 44_000, Standing.RETURNED: 88_000}


def given_back_twice() -> Payment:
    """In cash by a manager, and then the store took it back as well."""
    raced_there = cancelling(Method.INDOMARET).apply(said(Call.STATUS, S.SETTLEMENT))
    return after(D.CASH_REFUND, raced_there).apply(said(Call.STATUS, S.DENY))


@pytest.mark.parametrize(
    ("payment", "stands"),
    [
        (paid(), {Standing.MATCHED: 44_000}),
        (pending().apply(notified(S.SETTLEMENT)), {Standing.OPEN: 44_000}),
        (pending(), {Standing.OPEN: 44_000}),
        (late(), {Standing.LATE: 44_000}),
        (late().apply(decided(D.CASH_REFUND, late())), {Standing.LATE: 44_000, Standing.RETURNED: 44_000}),
        (paid().apply(said(Call.STATUS, S.REFUND)), {Standing.MATCHED: 44_000, Standing.RETURNED: 44_000}),
        (reversed_(), {Standing.MATCHED: 44_000, Standing.RETURNED: 44_000}),
        (pending().apply(notified(S.SETTLEMENT)).apply(said(Call.STATUS, S.REFUND)), GIVEN_BACK),
        (settled_by_news(Method.INDOMARET).apply(said(Call.STATUS, S.DENY)), GIVEN_BACK),
        (mismatched(), {Standing.OPEN: 57_000}),
        (after(D.REFUND_TASK, mismatched()), {Standing.MATCHED: 57_000}),
        (after(D.HAND_OVER, mismatched()), {Standing.MATCHED: 57_000}),
        (after(D.CASH_REFUND, mismatched()), {Standing.MATCHED: 57_000, Standing.RETURNED: 57_000}),
        (after(D.CLOSE_UNPAID, reversed_()), GIVEN_BACK),
        (given_back_twice(), LOST),
        (after(D.CLOSE_UNPAID, given_back_twice()), LOST),
        (after(D.ACCEPT_FORCED, given_back_twice()), {**LOST, Standing.FORCED: 44_000}),
        (after(D.REOPEN, given_back_twice()), GIVEN_BACK),
        (after(D.CASH_REFUND, raced()).apply(said(Call.STATUS, S.REFUND)), LOST),
        (
            mismatched().apply(said(Call.STATUS, S.DENY)),
            {Standing.MATCHED: 57_000, Standing.RETURNED: 57_000},
        ),
        (disputed(), {Standing.OPEN: 44_000}),
        (after(D.ACCEPT_FORCED, disputed()), {Standing.FORCED: 44_000}),
        (after(D.CLOSE_UNPAID, disputed()), {}),
        (paid().apply(said(Call.STATUS, S.CANCEL)), {Standing.OPEN: 44_000}),
        (stuck().apply(decided(D.ACCEPT_FORCED, stuck())), {Standing.FORCED: 44_000}),
        (pending().apply(said(Call.STATUS, S.EXPIRE)), {}),
    ],
)
def test_how_a_payment_stands(payment: Payment, stands: dict[Standing, int]) -> None:
    assert dict(standings(payment)) == stands


@given(
    st.lists(st.sampled_from([paid(), late(), reversed_(), pending(), stuck(), mismatched()]), max_size=12)
)
def test_tallies_add_up_to_their_payments(payments: list[Payment]) -> None:
    tallies = tallied(payments)
    each = [one for payment in payments for one in standings(payment)]
    assert sum(tally.count for tally in tallies) == len(each)
    assert sum(tally.amount for tally in tallies) == sum(amount for _, amount in each)


@given(st.sampled_from(Decision), st.sampled_from(State), st.frozensets(st.sampled_from(Attention)))
def test_goods_go_out_for_confirmed_money_or_are_called_forced(
    decision: Decision, state: State, attention: frozenset[Attention]
) -> None:
    if decision in (D.HAND_OVER, D.ATTACH) and fits(decision, state, attention):
        other = Attention.AMOUNT_MISMATCH in attention and decision is D.HAND_OVER
        assert state in (State.PAID, State.PARTLY_REFUNDED) or (other and not state.has_money)
        assert Attention.DISAGREES not in attention or state not in (State.PAID, State.PARTLY_REFUNDED)


# closed as unpaid


@pytest.mark.parametrize("payment", [reversed_(), disputed(), stuck()], ids=["reversed", "disputed", "stuck"])
def test_a_case_without_money_is_closed_pays_nothing_and_wants_nobody(payment: Payment) -> None:
    closed = after(D.CLOSE_UNPAID, payment)
    assert (closed.wants_decision, closed.pays_sale) == (False, False)
    waits = SaleState.AWAITING if payment.state.is_live else SaleState.OPEN
    assert sale_state(closed.sale_id, (closed,)) is waits
    assert after(D.REOPEN, closed) == payment
    assert after(D.ACCEPT_FORCED, closed).pays_sale


@given(st.sampled_from(State), st.frozensets(st.sampled_from(Attention)))
def test_money_that_is_there_is_never_closed_as_unpaid(state: State, attention: frozenset[Attention]) -> None:
    is_there = state in (State.PAID, State.PARTLY_REFUNDED) and Attention.DISAGREES not in attention
    of_another_amount = Attention.AMOUNT_MISMATCH in attention and not state.has_money
    if fits(D.CLOSE_UNPAID, state, attention):
        assert not is_there
        assert not of_another_amount


@pytest.mark.parametrize(
    "payment",
    [
        stuck(),
        disputed(),
        replace(disputed(), attention=frozenset({Attention.DISAGREES, Attention.PAID_LATE})),
    ],
    ids=["stuck", "disputed", "disputed and late"],
)
@pytest.mark.parametrize("word", [S.SETTLEMENT, S.PARTIAL_REFUND])
def test_money_that_comes_after_all_opens_a_closed_case_again(
    payment: Payment, word: TransactionStatus
) -> None:
    closed = after(D.CLOSE_UNPAID, payment)
    came = closed.apply(said(Call.STATUS, S.SETTLEMENT)).apply(
        said(Call.STATUS, word, refunded=Rupiah(4_000))
    )
    assert Attention.PAID_LATE in came.attention
    assert (came.wants_decision, came.pays_sale, came.is_closed_unpaid) == (True, False, True)
    assert came.obstacle_to(D.HAND_OVER) is came.obstacle_to(D.REFUND_TASK) is None
    assert after(D.HAND_OVER, came).pays_sale
    assert not after(D.CASH_REFUND, came).wants_decision


def test_a_case_that_was_closed_is_no_rival_of_the_payment_that_came_instead() -> None:
    assert paid().excludes_another
    assert disputed().excludes_another
    assert not after(D.CLOSE_UNPAID, disputed()).excludes_another


def test_money_of_another_amount_pays_once_a_manager_says_so_and_is_never_stuck() -> None:
    wrong = mismatched()
    assert sale_state(wrong.sale_id, (wrong,)) is SaleState.AWAITING
    handed_over = after(D.HAND_OVER, wrong)
    assert sale_state(wrong.sale_id, (handed_over,)) is SaleState.PAID
    assert handed_over.apply(evidence(Stalled())) == handed_over


def test_money_of_another_amount_that_came_at_last_is_not_accepted_as_never_proven() -> None:
    """The day's proof would tell the sum that was charged as forced, and lose the one that came."""
    came = stuck().apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    assert came.attention == {Attention.STUCK, Attention.AMOUNT_MISMATCH}
    assert came.obstacle_to(D.ACCEPT_FORCED) is not None
    assert came.obstacle_to(D.HAND_OVER) is came.obstacle_to(D.CASH_REFUND) is None
    forced = stuck().apply(decided(D.ACCEPT_FORCED, stuck()))
    after_all = forced.apply(said(Call.STATUS, S.SETTLEMENT, gross_amount=Rupiah(57_000)))
    assert after_all.wants_decision
    assert dict(standings(after(D.HAND_OVER, after_all))) == {Standing.MATCHED: Rupiah(57_000)}


def test_a_confirmed_payment_that_the_gateway_confirms_again_is_in_dispute_no_more() -> None:
    contradicted = paid().apply(said(Call.STATUS, S.CANCEL))
    assert contradicted.attention == {Attention.DISAGREES}
    assert contradicted.apply(said(Call.STATUS, S.SETTLEMENT)) == paid()


@pytest.mark.parametrize(
    ("payment", "is_over"),
    [
        (after(D.CASH_REFUND, mismatched()), True),
        (after(D.HAND_OVER, mismatched()), True),
        (after(D.CLOSE_UNPAID, reversed_()), True),
        (after(D.CLOSE_UNPAID, settled_by_news(Method.INDOMARET).apply(said(Call.STATUS, S.DENY))), True),
        (after(D.CLOSE_UNPAID, disputed()), True),
        (after(D.ACCEPT_FORCED, disputed()), True),
        (after(D.REFUND_TASK, mismatched()), False),
        (mismatched(), False),
        (reversed_(), False),
    ],
)
def test_a_day_is_closed_over_what_was_decided(payment: Payment, is_over: bool) -> None:
    assert wants_somebody(payment) is not is_over


# waiting for a person


@pytest.mark.parametrize("days", [0, 2, 40])
def test_money_that_waits_for_a_person_is_watched_as_long_as_it_waits(days: int) -> None:
    at = T0 + timedelta(days=days)
    wants, task = late(), after(D.REFUND_TASK, late())
    assert (wants.is_watched(at), task.is_watched(at)) == (True, True)
    for over in (after(D.CASH_REFUND, task), after(D.HAND_OVER, wants)):
        assert not over.is_watched(at)


@pytest.mark.parametrize("decision", [D.HAND_OVER, D.CASH_REFUND])
def test_another_amount_is_watched_until_a_day_after_it_came_and_was_decided_about(
    decision: Decision,
) -> None:
    wants = mismatched()
    assert wants.is_watched(T0 + 40 * GRACE)
    over = after(decision, wants)
    assert over.is_watched(T0 + GRACE / 2)
    assert not over.is_watched(T0 + 2 * GRACE)
