"""What every journal promises the till: one suite for the fake, for SQLite and for PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pos_app.domain.attempt import GRACE
from pos_app.domain.cart import Cart
from pos_app.domain.catalog import Product
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import Call, CameOut, Notified, Said, Sent, TransactionStatus
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.sale import SaleState
from pos_app.domain.states import Attention, State
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.till.ports import Journal
from tests.fakes.journal import FakeJournal, Memory
from tests.journal import shop
from tests.journal.shop import DAY, NOON
from tests.postgres import fresh_schema_url

Open = Callable[[str], Journal]
GAP = timedelta(seconds=10)
SECOND = timedelta(seconds=1)


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def open_till(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the journal of a till; all tills of one test share what is stored."""
    memory = Memory()
    urls = {"sqlite": lambda: url_of(tmp_path / "journal.sqlite3"), "postgresql": fresh_schema_url}
    url = "" if request.param == "fake" else urls[request.param]()
    with ExitStack() as opened:

        def open_till(till: str) -> Journal:
            if request.param == "fake":
                return FakeJournal(till, memory)
            return opened.enter_context(closing(SqlJournal.open(url, till)))

        yield open_till


@pytest.fixture
def journal(open_till: Open) -> Journal:
    return open_till("02")


def intended(journal: Journal, *, method: Method = Method.GOPAY) -> Payment:
    payment = shop.a_payment(shop.a_sale(journal), method=method)
    journal.intend(payment)
    return payment


def stored(journal: Journal, payment: Payment) -> Payment:
    found = journal.payment(payment.order_id)
    assert found is not None
    return found


# sales


def test_the_counter_is_empty_before_the_first_sale(journal: Journal) -> None:
    assert journal.counter_sale() is None


def test_a_new_sale_is_empty_open_and_lies_on_the_counter(journal: Journal) -> None:
    sale = journal.open_sale("Rani Pratiwi", DAY, NOON)

    assert (sale.till, sale.day, sale.number, sale.cashier, sale.opened_at) == (
        "02",
        DAY,
        1,
        "Rani Pratiwi",
        NOON,
    )
    assert (sale.cart, sale.state) == (Cart(), SaleState.OPEN)
    assert journal.counter_sale() == sale == journal.sale(sale.id)


def test_sales_are_numbered_from_one_each_day_and_till(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")

    assert [shop.a_sale(one).number for _ in range(3)] == [1, 2, 3]
    assert shop.a_sale(two).number == 1
    assert shop.a_sale(one, DAY + timedelta(days=1)).number == 1
    assert shop.a_sale(one).number == 4


def test_each_till_has_a_counter_of_its_own(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    sale = shop.a_sale(one)

    assert two.counter_sale() is None
    two.lay_on_counter(sale.id)
    assert two.counter_sale() == one.counter_sale() == sale


def test_an_older_sale_is_laid_on_the_counter_again(journal: Journal) -> None:
    first, second = shop.a_sale(journal), shop.a_sale(journal)
    assert journal.counter_sale() == second

    journal.lay_on_counter(first.id)

    assert journal.counter_sale() == first


def test_a_sale_that_is_not_there_is_a_key_error(journal: Journal) -> None:
    for ask in (journal.sale, journal.lay_on_counter, lambda sale_id: journal.keep_cart(sale_id, Cart())):
        with pytest.raises(KeyError):
            ask(404)


def test_a_cart_is_kept_whole_and_in_its_order(journal: Journal) -> None:
    sale = shop.a_sale(journal)
    susu = Product("p1", "Susu UHT “Cokelat” 1 L", "8990417300018", Rupiah(19_500), 34)
    cart = Cart().add(susu).add_amount(Rupiah(44_000), "Nominal").with_quantity(0, 3).select(1)

    kept = journal.keep_cart(sale.id, cart)

    assert kept.cart == cart
    assert journal.sale(sale.id) == kept == journal.counter_sale()
    shorter = cart.remove(0)
    assert journal.keep_cart(sale.id, shorter).cart == journal.sale(sale.id).cart == shorter


def test_a_cart_is_locked_while_a_payment_lives_and_open_again_after(journal: Journal) -> None:
    payment = intended(journal)
    with pytest.raises(AlreadyLiveError):
        journal.keep_cart(payment.sale_id, Cart())

    shop.never_left(journal.record, payment)

    assert journal.sale(payment.sale_id).state is SaleState.OPEN
    journal.keep_cart(payment.sale_id, Cart())


# intents


def test_an_intent_is_stored_as_it_is_and_the_sale_awaits(journal: Journal) -> None:
    payment = intended(journal)

    assert stored(journal, payment) == payment
    assert journal.payments_of(payment.sale_id) == (payment,)
    assert journal.sale(payment.sale_id).state is SaleState.AWAITING
    assert journal.evidence_of(payment.order_id) == ()


def test_a_payment_that_is_not_ours_is_none(journal: Journal) -> None:
    assert journal.payment("TSJ-99-261120-0001-1-xxxxx") is None
    assert journal.payments_of(404) == ()


def test_a_sale_has_one_live_payment(open_till: Open) -> None:
    journal, other_till = open_till("02"), open_till("03")
    payment = intended(journal)
    sale = journal.sale(payment.sale_id)

    for till in (journal, other_till):
        with pytest.raises(AlreadyLiveError):
            till.intend(shop.a_payment(sale, attempt=2, method=Method.ALFAMART))

    assert journal.payments_of(sale.id) == (payment,)


def test_a_paid_sale_takes_no_other_payment(journal: Journal) -> None:
    payment = intended(journal)
    shop.pending(journal.record, payment)
    shop.settled(journal.record, payment)

    with pytest.raises(AlreadyLiveError):
        journal.intend(shop.a_payment(journal.sale(payment.sale_id), attempt=2))


def test_an_order_id_is_used_once_for_ever(journal: Journal) -> None:
    payment = intended(journal)
    shop.never_left(journal.record, payment)
    sale = shop.a_sale(journal)

    with pytest.raises(ValueError, match=payment.order_id):
        journal.intend(shop.a_payment(sale, order_id=payment.order_id))

    assert journal.sale(sale.id).state is SaleState.OPEN


def test_an_intent_needs_its_sale(journal: Journal) -> None:
    sale = shop.a_sale(journal)
    lost = shop.a_payment(sale)

    with pytest.raises(KeyError):
        journal.intend(replace(lost, sale_id=404))

    assert journal.payment(lost.order_id) is None


def test_an_intent_and_its_first_call_are_one_change(journal: Journal) -> None:
    sale = shop.a_sale(journal)
    intent = shop.a_payment(sale)
    sent = shop.learnt(intent, Sent())

    payment = journal.intend(intent, sent)

    assert payment == intent.apply(sent) == stored(journal, intent)
    assert [said.evidence for said in journal.evidence_of(intent.order_id)] == [sent]
    assert journal.sale(sale.id).state is SaleState.AWAITING


def test_payments_of_a_sale_come_oldest_first(journal: Journal) -> None:
    first = intended(journal)
    sale = journal.sale(first.sale_id)
    shop.never_left(journal.record, first)
    second = shop.a_payment(sale, attempt=2)
    journal.intend(second)

    assert [payment.order_id for payment in journal.payments_of(sale.id)] == [first.order_id, second.order_id]


# evidence


def test_evidence_moves_the_payment_its_sale_and_causes_effects(journal: Journal) -> None:
    payment = intended(journal)
    shop.pending(journal.record, payment)
    before = stored(journal, payment)
    paid = shop.learnt(
        payment, Said(Call.STATUS, shop.reading(payment, TransactionStatus.SETTLEMENT)), NOON, "{ }"
    )
    effects = (Effect(payment.order_id, EffectKind.CHIME), Effect(payment.order_id, EffectKind.RECEIPT))

    recorded = journal.record(paid, shop.judging(paid, *effects))

    assert recorded.before == before
    assert recorded.after == stored(journal, payment) == before.apply(paid)
    assert recorded.after.state is State.PAID
    assert journal.sale(payment.sale_id).state is SaleState.PAID
    assert journal.effects_due() == effects


def test_evidence_is_kept_as_it_came_with_the_state_that_it_left(journal: Journal) -> None:
    payment = intended(journal)
    first = shop.learnt(payment, Sent())
    raw = '{"status_message": "Sukses ✓ \\u0000",\n "bytes": "\x00\ud83d\ude00 \ud83d \x1a"}'
    second = shop.learnt(
        payment, Said(Call.CHARGE, shop.reading(payment, TransactionStatus.PENDING, 201)), NOON, raw
    )
    second = replace(second, gateway_at=NOON + SECOND)
    for evidence in (first, second):
        journal.record(evidence, shop.judging(evidence))

    testimonies = journal.evidence_of(payment.order_id)

    assert [said.evidence for said in testimonies] == [first, second]
    assert [said.state for said in testimonies] == [State.CHARGING, State.PENDING]
    assert testimonies[0].number < testimonies[1].number


def test_repeated_evidence_is_kept_and_changes_nothing(journal: Journal) -> None:
    payment = intended(journal)
    shop.pending(journal.record, payment)
    shop.settled(journal.record, payment)
    paid = stored(journal, payment)
    again = shop.learnt(payment, Notified(shop.reading(payment, TransactionStatus.SETTLEMENT), signed=True))

    recorded = journal.record(again, shop.judging(again, Effect(payment.order_id, EffectKind.RECEIPT)))

    assert recorded.before == recorded.after == paid
    assert len(journal.evidence_of(payment.order_id)) == 4


def test_an_effect_that_is_known_is_not_caused_again(journal: Journal) -> None:
    payment = intended(journal)
    receipt = Effect(payment.order_id, EffectKind.RECEIPT)
    for _ in range(3):
        evidence = shop.learnt(payment, Sent())
        journal.record(evidence, lambda held, _: (held, (receipt,)))

    assert journal.effects_due() == (receipt,)
    assert journal.copies(payment.order_id, EffectKind.RECEIPT) == 1


def test_where_the_judge_fails_the_evidence_stays_and_the_payment_does_too(journal: Journal) -> None:
    payment = intended(journal)
    evidence = shop.learnt(payment, Sent(), NOON, "raw")

    def fail(held: Payment, sale_is_paid: bool) -> tuple[Payment, tuple[Effect, ...]]:
        raise ZeroDivisionError("a fault of ours")

    with pytest.raises(ZeroDivisionError, match="a fault of ours"):
        journal.record(evidence, fail)

    assert stored(journal, payment) == payment
    assert [(said.evidence, said.state) for said in journal.evidence_of(payment.order_id)] == [
        (evidence, State.INTENDED)
    ]
    shop.sent(journal.record, payment)
    assert stored(journal, payment).state is State.CHARGING


def test_evidence_of_a_payment_that_is_not_ours_is_a_key_error(journal: Journal) -> None:
    payment = intended(journal)
    foreign = replace(shop.learnt(payment, Sent()), order_id="SOMEBODY-ELSES")

    with pytest.raises(KeyError):
        journal.record(foreign, shop.judging(foreign))

    assert journal.evidence_of("SOMEBODY-ELSES") == ()


def test_the_judge_hears_whether_another_payment_paid_the_sale(journal: Journal) -> None:
    """Late money first, then its successor: the second one is told, and is a duplicate."""
    first = intended(journal)
    shop.pending(journal.record, first)
    shop.expired(journal.record, first)
    second = shop.a_payment(journal.sale(first.sale_id), attempt=2)
    journal.intend(second)
    shop.pending(journal.record, second)

    shop.settled(journal.record, first)
    assert stored(journal, first).attention == {Attention.PAID_LATE}
    shop.settled(journal.record, second)

    assert stored(journal, second).attention == {Attention.DUPLICATE}
    assert journal.sale(first.sale_id).state is SaleState.PAID
    assert journal.undecided() == (stored(journal, first), stored(journal, second))


def test_a_lost_charge_may_turn_up_while_its_successor_lives(journal: Journal) -> None:
    """It is on its way to being closed, and the sale stays closed to a third one until both are dead."""
    lost = intended(journal)
    shop.never_created(journal.record, lost)
    successor = shop.a_payment(journal.sale(lost.sale_id), attempt=2)
    journal.intend(successor)
    shop.pending(journal.record, successor)

    shop.turned_up(journal.record, lost)

    assert stored(journal, lost).state is State.CANCELLING
    assert stored(journal, successor).state is State.PENDING
    shop.expired(journal.record, successor)
    with pytest.raises(AlreadyLiveError):
        journal.intend(shop.a_payment(journal.sale(lost.sale_id), attempt=3))
    shop.expired(journal.record, lost)
    journal.intend(shop.a_payment(journal.sale(lost.sale_id), attempt=3))


# the watch


def test_every_payment_that_may_still_change_is_watched(journal: Journal) -> None:
    living, dying, settling, unsent = (intended(journal) for _ in range(4))
    for payment in (living, dying, settling):
        shop.pending(journal.record, payment)
    shop.expired(journal.record, dying)
    shop.settled(journal.record, settling)
    shop.never_left(journal.record, unsent)

    def watched(at: timedelta) -> set[str]:
        return {payment.order_id for payment in journal.watched(NOON + at)}

    assert watched(SECOND) == {living.order_id, dying.order_id}
    assert watched(GRACE - SECOND) == {living.order_id, dying.order_id}
    assert watched(GRACE) == {living.order_id}


def test_a_store_payment_is_watched_for_its_reversal_and_an_unconfirmed_one_until_confirmed(
    journal: Journal,
) -> None:
    store, notified = intended(journal, method=Method.INDOMARET), intended(journal)
    for payment in (store, notified):
        shop.pending(journal.record, payment)
    shop.settled(journal.record, store)
    word = shop.learnt(notified, Notified(shop.reading(notified, TransactionStatus.SETTLEMENT), signed=True))
    journal.record(word, shop.judging(word))

    assert {one.order_id for one in journal.watched(NOON + SECOND)} == {store.order_id, notified.order_id}
    assert [one.order_id for one in journal.watched(NOON + GRACE)] == [notified.order_id]


def test_a_till_watches_its_own_payments(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    payment = intended(one)

    assert one.watched(NOON) == (payment,)
    assert two.watched(NOON) == ()
    assert two.payment(payment.order_id) == payment


# asks


def test_a_payment_is_asked_for_at_most_once_a_gap(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    order_id = intended(one).order_id
    assert one.last_ask(order_id) is None

    assert one.claim_ask(order_id, NOON, GAP)
    assert not two.claim_ask(order_id, NOON + GAP - timedelta(microseconds=1), GAP)
    assert one.last_ask(order_id) == NOON
    assert two.claim_ask(order_id, NOON + GAP, GAP)
    assert one.last_ask(order_id) == NOON + GAP


def test_a_clock_that_went_back_costs_one_refusal(journal: Journal) -> None:
    order_id = intended(journal).order_id
    assert journal.claim_ask(order_id, NOON + timedelta(hours=3), GAP)

    assert not journal.claim_ask(order_id, NOON, GAP)
    assert journal.last_ask(order_id) == NOON
    assert not journal.claim_ask(order_id, NOON + SECOND, GAP)
    assert journal.claim_ask(order_id, NOON + GAP, GAP)


def test_nobody_asks_for_what_is_not_ours(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.claim_ask("SOMEBODY-ELSES", NOON, GAP)
    assert journal.last_ask("SOMEBODY-ELSES") is None


# effects


def test_effects_are_due_in_their_order_until_done(journal: Journal) -> None:
    order_id = intended(journal).order_id
    effects = [
        Effect(order_id, EffectKind.SLIP),
        Effect(order_id, EffectKind.SLIP, 1),
        Effect(order_id, EffectKind.DRAWER),
    ]
    for effect in (*effects, *effects):
        journal.add_effect(effect)
    assert journal.effects_due() == tuple(effects)
    assert journal.copies(order_id, EffectKind.SLIP) == 2

    journal.effect_done(effects[0], NOON)
    journal.effect_done(effects[0], NOON + SECOND)
    journal.add_effect(effects[0])

    assert journal.effects_due() == tuple(effects[1:])
    assert journal.copies(order_id, EffectKind.SLIP) == 2
    assert journal.copies(order_id, EffectKind.RECEIPT) == 0


def test_that_an_effect_came_out_is_evidence_of_its_payment_once(journal: Journal) -> None:
    payment = intended(journal, method=Method.ALFAMART)
    shop.pending(journal.record, payment)
    slip = Effect(payment.order_id, EffectKind.SLIP)
    receipt = Effect(payment.order_id, EffectKind.RECEIPT)
    journal.add_effect(slip)
    journal.add_effect(receipt)
    before = stored(journal, payment)
    proof = replace(shop.learnt(payment, CameOut(slip.kind, slip.copy)), gateway_at=NOON + SECOND)

    journal.effect_done(slip, NOON, proof)
    journal.effect_done(slip, NOON + SECOND, proof)
    journal.effect_done(receipt, NOON)
    journal.effect_done(receipt, NOON, shop.learnt(payment, CameOut(receipt.kind)))

    last = journal.evidence_of(payment.order_id)[-1]
    assert (last.evidence, last.state) == (proof, State.PENDING)
    papers = [one for one in journal.evidence_of(payment.order_id) if isinstance(one.evidence.fact, CameOut)]
    assert papers == [last]
    assert (stored(journal, payment), journal.effects_due()) == (before, ())


def test_effects_are_due_at_the_till_that_caused_them(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    effect = Effect(intended(one).order_id, EffectKind.RECEIPT)

    two.add_effect(effect)
    one.add_effect(effect)

    assert (one.effects_due(), two.effects_due()) == ((), (effect,))


def test_an_effect_belongs_to_a_payment_of_ours(journal: Journal) -> None:
    stranger = Effect("SOMEBODY-ELSES", EffectKind.RECEIPT)
    for act in (journal.add_effect, lambda effect: journal.effect_done(effect, NOON)):
        with pytest.raises(KeyError):
            act(stranger)
    with pytest.raises(KeyError):
        journal.effect_done(Effect(intended(journal).order_id, EffectKind.RECEIPT), NOON)


# the relay


def test_the_cursor_is_kept_a_till(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    assert one.cursor() == two.cursor() == ""

    one.keep_cursor("k7-41")
    one.keep_cursor("k7-42")

    assert (one.cursor(), two.cursor()) == ("k7-42", "")
