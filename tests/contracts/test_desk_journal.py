"""What every journal promises the manager's desk: the fake, SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from pos_app.domain.audit import Act, AuditEntry
from pos_app.domain.cart import Cart
from pos_app.domain.decision import NotAttachableError, Obstacle, RefundTrouble, StaffError
from pos_app.domain.evidence import (
    Call,
    Decided,
    Decision,
    Fact,
    Notified,
    RefundAsked,
    Said,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.pin import Enrolled, PinSalt, SealedPin
from pos_app.domain.reconciliation import DayProof, Standing, Tally
from pos_app.domain.record import Held
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.staff import Member, Role
from pos_app.domain.states import Attention, State
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.till.ports import Journal as TillJournal
from tests.fakes.journal import FakeJournal, Memory
from tests.journal import shop
from tests.journal.shop import DAY, DAYS, NOON
from tests.postgres import fresh_schema_url


class Journal(TillJournal, Protocol):
    """The till only writes its audit; `pos-app staff audit` reads it."""

    def audit(self) -> tuple[AuditEntry, ...]: ...


Open = Callable[[str], Journal]
SALT = PinSalt("a salt")
FULL = Cart().add_amount(Rupiah(44_000), "Nominal")


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


def sealed(number: int, salt: PinSalt = SALT) -> SealedPin:
    return SealedPin(salt, bytes([number]) * 32)


def enrolled(journal: Journal, number: int = 1, role: Role = Role.MANAGER) -> Member:
    return journal.enrol(f"Member {number}", role, sealed(number), "Bayu", NOON)


def refused(act: Callable[[], object]) -> Obstacle:
    with pytest.raises(StaffError) as error:
        act()
    return error.value.obstacle


# staff


def test_staff_are_kept_with_role_and_pin_and_are_the_whole_shops(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    assert one.staff() == ()
    bayu, rani = enrolled(one, 1), enrolled(two, 2, Role.CASHIER)

    assert bayu.id != rani.id
    assert one.staff() == two.staff() == (Enrolled(bayu, sealed(1)), Enrolled(rani, sealed(2)))


def test_the_first_one_is_a_manager(journal: Journal) -> None:
    assert refused(lambda: enrolled(journal, 1, Role.CASHIER)) is Obstacle.FIRST_MUST_BE_MANAGER
    assert (journal.staff(), journal.audit()) == ((), ())


def test_a_name_and_a_pin_belong_to_one_person(journal: Journal) -> None:
    bayu = enrolled(journal)
    again = (bayu.name, Role.CASHIER, sealed(2), "", NOON)
    assert refused(lambda: journal.enrol(*again)) is Obstacle.NAME_TAKEN
    same = ("Rani", Role.CASHIER, sealed(1), "", NOON)
    assert refused(lambda: journal.enrol(*same)) is Obstacle.PIN_TAKEN
    rani = enrolled(journal, 2, Role.CASHIER)
    change = (rani.id, Role.SUPERVISOR, sealed(1), "", NOON)
    assert refused(lambda: journal.change_member(*change)) is Obstacle.PIN_TAKEN
    assert journal.staff()[1] == Enrolled(rani, sealed(2))
    assert len(journal.audit()) == 2


def test_a_member_changes_role_and_pin(journal: Journal) -> None:
    enrolled(journal)
    rani = enrolled(journal, 2, Role.CASHIER)
    newer = sealed(9, PinSalt("newer", 2**16))

    changed = journal.change_member(rani.id, Role.SUPERVISOR, newer, "Bayu", NOON)

    assert changed == Member(rani.id, rani.name, Role.SUPERVISOR)
    assert journal.staff()[1] == Enrolled(changed, newer)
    assert journal.change_member(rani.id, None, None, "Bayu", NOON) == changed
    assert [(one.act, one.subject, one.detail) for one in journal.audit()] == [
        (Act.STAFF_ADDED, "Member 1", "manager"),
        (Act.STAFF_ADDED, "Member 2", "cashier"),
        (Act.ROLE_CHANGED, "Member 2", "supervisor"),
        (Act.PIN_CHANGED, "Member 2", ""),
    ]


def test_who_is_dismissed_leaves_name_and_pin_free(journal: Journal) -> None:
    enrolled(journal)
    rani = enrolled(journal, 2, Role.CASHIER)
    journal.dismiss(rani.id, "Bayu", NOON)
    assert [one.member.name for one in journal.staff()] == ["Member 1"]
    assert enrolled(journal, 2, Role.CASHIER).id != rani.id


def test_a_manager_stays(journal: Journal) -> None:
    bayu = enrolled(journal)
    enrolled(journal, 2, Role.CASHIER)
    assert refused(lambda: journal.dismiss(bayu.id, "", NOON)) is Obstacle.LAST_MANAGER
    demote = (bayu.id, Role.CASHIER, None, "", NOON)
    assert refused(lambda: journal.change_member(*demote)) is Obstacle.LAST_MANAGER
    enrolled(journal, 3)
    journal.dismiss(bayu.id, "", NOON)
    assert len(journal.staff()) == 2


def test_nobody_is_changed_who_is_not_there(journal: Journal) -> None:
    bayu = enrolled(journal)
    enrolled(journal, 2)
    journal.dismiss(bayu.id, "", NOON)
    for member_id in (bayu.id, 404):
        change = (member_id, None, sealed(9), "", NOON)
        assert refused(lambda change=change: journal.change_member(*change)) is Obstacle.NO_SUCH_MEMBER  # type: ignore[misc]  # bound now
        gone = (member_id, "", NOON)
        assert refused(lambda gone=gone: journal.dismiss(*gone)) is Obstacle.NO_SUCH_MEMBER  # type: ignore[misc]  # bound now


def test_wrong_pins_and_audit_are_each_tills_own(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    assert one.wrong_pins() == 0
    one.keep_wrong_pins(7)
    entry = AuditEntry(NOON, Act.PINS_LOCKED, "", "till 01", "“sepuluh”")
    one.note(entry)
    assert (one.wrong_pins(), two.wrong_pins()) == (7, 0)
    assert (one.audit(), two.audit()) == ((entry,), ())


def test_an_open_sale_passes_to_another_cashier(journal: Journal) -> None:
    sale = shop.a_sale(journal)
    journal.keep_cart(sale.id, FULL)
    handed = journal.hand_sale_to(sale.id, "Sari")
    assert handed == journal.sale(sale.id)
    assert (handed.cashier, handed.cart) == ("Sari", FULL)
    journal.intend(shop.a_payment(handed))
    with pytest.raises(AlreadyLiveError):
        journal.hand_sale_to(sale.id, "Rani")


# decisions


def filled_sale(journal: Journal, amount: int = 44_000) -> Sale:
    sale = shop.a_sale(journal)
    return journal.keep_cart(sale.id, Cart().add_amount(Rupiah(amount), "Nominal"))


def paid_late(journal: Journal, method: Method = Method.GOPAY, at: datetime = NOON) -> Payment:
    payment = shop.a_payment(filled_sale(journal), method=method, at=at)
    journal.intend(payment)
    shop.pending(journal.record, payment)
    shop.expired(journal.record, payment)
    shop.settled(journal.record, payment)
    return stored(journal, payment)


def stored(journal: Journal, payment: Payment) -> Payment:
    found = journal.payment(payment.order_id)
    assert found is not None
    return found


def learn(journal: Journal, payment: Payment, fact: Fact) -> Payment:
    evidence = shop.learnt(payment, fact)
    journal.record(evidence, shop.judging(evidence))
    return stored(journal, payment)


def decide(journal: Journal, payment: Payment, decision: Decision, sale_id: int | None = None) -> Payment:
    about, held = payment.attention, payment.money_held
    decided = Decided(
        decision=decision, by="Bayu", reason="“karena”", about=about, sale_id=sale_id, amount=held
    )
    return learn(journal, payment, decided)


def test_a_decision_is_kept_and_settles_its_sale_and_another_undoes_it(journal: Journal) -> None:
    late = paid_late(journal)
    assert journal.undecided() == (late,)

    handed = decide(journal, late, Decision.HAND_OVER)

    assert handed.decision is not None
    assert (handed.decision.about, handed.decision.amount) == (
        frozenset({Attention.PAID_LATE}),
        Rupiah(44_000),
    )
    assert journal.sale(late.sale_id).state is SaleState.PAID
    assert journal.undecided() == ()
    assert decide(journal, late, Decision.REOPEN) == late
    assert journal.sale(late.sale_id).state is SaleState.OPEN
    assert journal.undecided() == (late,)


def test_a_refund_task_is_listed_until_the_money_is_back(journal: Journal) -> None:
    late = decide(journal, paid_late(journal), Decision.REFUND_TASK)
    assert (journal.refund_tasks(), journal.undecided()) == ((late,), ())
    asked = learn(journal, late, RefundAsked("k", Rupiah(44_000), "karena", "Bayu"))
    lost = learn(journal, late, Unanswered(Call.REFUND, was_sent=True))
    assert (asked.refund_asked_at, lost.refund_trouble) == (NOON, RefundTrouble.UNKNOWN)
    assert journal.refund_tasks() == (lost,)
    back = replace(shop.reading(late, TransactionStatus.REFUND), refunded=Rupiah(44_000))
    assert learn(journal, late, Said(Call.STATUS, back)).state is State.REFUNDED
    assert journal.refund_tasks() == ()


def test_money_that_waits_for_a_person_is_watched_until_it_was_decided_and_given_back(
    journal: Journal,
) -> None:
    late = paid_late(journal)
    assert journal.watched(NOON + 5 * DAYS) == (late,)
    task = decide(journal, late, Decision.REFUND_TASK)
    assert journal.watched(NOON + 5 * DAYS) == (task,)
    decide(journal, task, Decision.CASH_REFUND)
    assert journal.watched(NOON + 5 * DAYS) == ()


def test_attached_money_pays_the_other_sale_and_leaves_its_own(open_till: Open) -> None:
    journal = open_till("02")
    late, target = paid_late(journal), filled_sale(journal)

    attached = decide(journal, late, Decision.ATTACH, target.id)

    assert attached.attached_to == target.id
    assert journal.sale(target.id).state is SaleState.PAID
    assert journal.sale(late.sale_id).state is SaleState.OPEN
    assert journal.attached_to(target.id) == (attached,)
    assert journal.attached_to(late.sale_id) == ()
    with pytest.raises(AlreadyLiveError):
        journal.intend(shop.a_payment(journal.sale(target.id)))
    decide(journal, late, Decision.REOPEN)
    assert journal.sale(target.id).state is SaleState.OPEN
    assert journal.attached_to(target.id) == ()


def test_moving_an_attachment_settles_all_three_sales(journal: Journal) -> None:
    late, first, second = paid_late(journal), filled_sale(journal), filled_sale(journal)
    decide(journal, late, Decision.ATTACH, first.id)
    decide(journal, late, Decision.ATTACH, second.id)
    states = [journal.sale(sale_id).state for sale_id in (late.sale_id, first.id, second.id)]
    assert states == [SaleState.OPEN, SaleState.OPEN, SaleState.PAID]


@pytest.mark.parametrize("decision", [Decision.HAND_OVER, Decision.ACCEPT_FORCED])
def test_its_own_sale_takes_the_money_only_while_it_comes_to_its_amount(
    journal: Journal, decision: Decision
) -> None:
    late = paid_late(journal)
    if decision is Decision.ACCEPT_FORCED:
        late = learn(journal, late, Said(Call.STATUS, shop.reading(late, TransactionStatus.CHARGEBACK)))
    before = journal.evidence_of(late.order_id)
    sold = journal.sale(late.sale_id).cart
    journal.keep_cart(late.sale_id, sold.add_amount(Rupiah(1_000), "Nominal"))

    with pytest.raises(NotAttachableError) as refusal:
        decide(journal, late, decision)

    assert refusal.value.obstacle is Obstacle.AMOUNTS_DIFFER
    assert (stored(journal, late), journal.evidence_of(late.order_id)) == (late, before)
    journal.keep_cart(late.sale_id, sold)
    decide(journal, late, decision)
    assert journal.sale(late.sale_id).state is SaleState.PAID


def test_a_sale_that_can_not_take_the_money_refuses_it_and_nothing_is_kept(journal: Journal) -> None:
    late = paid_late(journal)
    before = journal.evidence_of(late.order_id)
    dearer, living = filled_sale(journal, 45_000), filled_sale(journal)
    journal.intend(shop.a_payment(living))
    for sale, why in ((dearer, Obstacle.AMOUNTS_DIFFER), (living, Obstacle.SALE_IS_NOT_OPEN)):
        with pytest.raises(NotAttachableError) as error:
            decide(journal, late, Decision.ATTACH, sale.id)
        assert error.value.obstacle is why
    assert stored(journal, late) == late
    assert journal.evidence_of(late.order_id) == before


def test_the_next_money_of_a_sale_whose_money_was_attached_away_is_no_duplicate(journal: Journal) -> None:
    late, target = paid_late(journal), filled_sale(journal)
    second = shop.a_payment(journal.sale(late.sale_id), attempt=2)
    decide(journal, late, Decision.ATTACH, target.id)
    journal.intend(second)
    shop.pending(journal.record, second)
    shop.settled(journal.record, second)
    assert stored(journal, second).attention == frozenset()


def test_open_sales_of_one_total_are_listed_newest_first(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    older, newer = filled_sale(one), filled_sale(one)
    in_two_rows = Cart().add_amount(Rupiah(4_000), "Nominal").add_amount(Rupiah(20_000), "Nominal")
    newest = one.keep_cart(shop.a_sale(one).id, in_two_rows.with_quantity(1, 2))
    filled_sale(one, 43_999)
    shop.a_sale(one)
    living = filled_sale(one)
    one.intend(shop.a_payment(living))
    filled_sale(two)
    assert one.open_sales(Rupiah(44_000)) == (newest, newer, older)


def test_all_that_a_payment_can_carry_is_kept(journal: Journal) -> None:
    payment = shop.a_payment(filled_sale(journal), method=Method.INDOMARET)
    journal.intend(payment)
    shop.pending(journal.record, payment)
    other = replace(shop.reading(payment, TransactionStatus.SETTLEMENT), gross_amount=Rupiah(57_000))
    odd = learn(journal, payment, Notified(other, signed=True))
    assert (odd.other_amount, odd.attention) == (Rupiah(57_000), frozenset({Attention.AMOUNT_MISMATCH}))
    handed_over = decide(journal, odd, Decision.HAND_OVER)
    assert handed_over.decision is not None
    assert (handed_over.state, handed_over.decision.amount) == (State.PENDING, Rupiah(57_000))
    assert journal.sale(payment.sale_id).state is SaleState.PAID


# decisions that stand, and what other tills hold


def named(found: Iterable[Held]) -> list[str]:
    return [one.payment.order_id for one in found]


def pending_at(journal: Journal, method: Method = Method.GOPAY) -> Payment:
    payment = shop.a_payment(filled_sale(journal), method=method)
    journal.intend(payment)
    shop.pending(journal.record, payment)
    return stored(journal, payment)


def test_decisions_that_stand_are_found_newest_first(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    older, newer, undecided = paid_late(one), paid_late(one, at=NOON + DAYS), paid_late(one)
    elsewhere = paid_late(two)
    for journal, late in ((one, older), (one, newer), (two, elsewhere)):
        decide(journal, late, Decision.HAND_OVER)

    assert named(one.decided("", 10)) == [newer.order_id, older.order_id]
    assert named(one.decided("", 1)) == [newer.order_id]
    assert one.decided("", 1)[0].sale_label == one.sale(newer.sale_id).label
    decide(one, newer, Decision.REOPEN)
    assert named(one.decided("", 10)) == [older.order_id]
    assert undecided.order_id not in named(one.decided("", 10))


def test_a_decision_is_found_by_number_code_and_amount(journal: Journal) -> None:
    first, second = paid_late(journal), paid_late(journal)
    for late in (first, second):
        decide(journal, late, Decision.HAND_OVER)
    both = {first.order_id, second.order_id}

    assert named(journal.decided(first.order_id, 10)) == [first.order_id]
    assert named(journal.decided(first.order_id.lower().replace("-", " "), 10)) == [first.order_id]
    assert set(named(journal.decided("44.000", 10))) == both
    assert set(named(journal.decided("123456789", 10))) == both
    assert [named(journal.decided(text, 10)) for text in ("44.001", "zz", "Rp_44%x")] == [[], [], []]


def test_a_decision_stands_and_is_found_when_nothing_wants_attention_any_more(journal: Journal) -> None:
    payment = pending_at(journal)
    learn(journal, payment, Stalled())
    decide(journal, stored(journal, payment), Decision.ACCEPT_FORCED)
    shop.settled(journal.record, payment)
    paid = stored(journal, payment)
    assert (paid.state, paid.attention) == (State.PAID, frozenset())
    assert named(journal.decided("", 10)) == [payment.order_id]
    assert paid.obstacle_to(Decision.REOPEN) is None


def test_a_sale_whose_settlement_was_taken_back_is_open_again_when_the_goods_stayed(journal: Journal) -> None:
    payment = pending_at(journal, Method.INDOMARET)
    shop.settled(journal.record, payment)
    learn(journal, payment, Said(Call.STATUS, shop.reading(payment, TransactionStatus.DENY)))
    closed = decide(journal, stored(journal, payment), Decision.CLOSE_UNPAID)
    assert (closed.is_closed_unpaid, journal.undecided()) == (True, ())
    assert journal.sale(payment.sale_id).state is SaleState.OPEN
    again = shop.a_payment(journal.sale(payment.sale_id), attempt=2)
    journal.intend(again)
    shop.pending(journal.record, again)
    shop.settled(journal.record, again)
    assert (stored(journal, again).attention, stored(journal, again).state) == (frozenset(), State.PAID)
    assert named(journal.decided("", 10)) == [payment.order_id]


def test_other_tills_are_known_by_what_they_have_kept(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    assert (dict(one.other_tills()), dict(two.other_tills())) == ({"02": 0}, {"01": 0})
    payment = pending_at(two)
    kept = one.other_tills()["02"]
    assert kept == len(two.evidence_of(payment.order_id)) > 0
    shop.settled(two.record, payment)
    assert one.other_tills()["02"] == kept + 1
    assert dict(two.other_tills()) == {"01": 0}


def test_what_stands_at_another_till_is_what_waits_or_wants_somebody(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    waiting, late, task = pending_at(two), paid_late(two), paid_late(two)
    task = decide(two, task, Decision.REFUND_TASK)
    paid, handed = pending_at(two), paid_late(two)
    shop.settled(two.record, paid)
    decide(two, handed, Decision.HAND_OVER)
    pending_at(one)

    standing = one.standing_at("02")
    assert {held.payment for held in standing} == {waiting, late, task}
    assert {(held.till, held.sale_label) for held in standing} == {
        ("02", two.sale(payment.sale_id).label) for payment in (waiting, late, task)
    }


def test_what_moved_at_another_till_is_read_alone(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    payments = [pending_at(two) for _ in range(5)]
    kept = one.other_tills()["02"]
    assert one.moved_at("02", kept) == ()

    shop.settled(two.record, payments[3])

    (moved,) = one.moved_at("02", kept)
    assert (moved.till, moved.payment) == ("02", stored(two, payments[3]))
    assert moved.payment.state is State.PAID
    assert len(one.moved_at("02", 0)) == 5


# proofs


def test_the_payments_of_a_day_are_those_of_its_sales(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    mine = paid_late(one)
    paid_late(two)
    tomorrow = one.open_sale("Rani", DAY + DAYS, NOON)
    one.intend(shop.a_payment(tomorrow))
    assert one.payments_of_day(DAY) == (mine,)
    assert [payment.sale_id for payment in one.payments_of_day(DAY + DAYS)] == [tomorrow.id]
    assert one.payments_of_day(DAY - DAYS) == ()


def test_the_newest_proof_of_a_day_is_given_back_whole(open_till: Open) -> None:
    one, two = open_till("01"), open_till("02")
    proof = DayProof(
        till="01",
        day=DAY,
        made_at=NOON,
        by="Bayu",
        asked=3,
        unread=("A-1",),
        open=("A-1", "A-2"),
        tallies=(Tally(Method.GOPAY, Standing.MATCHED, 2, Rupiah(88_000)),),
    )
    newer = replace(proof, unread=(), made_at=NOON + DAYS)
    for kept in (proof, newer):
        one.keep_proof(kept)
    assert one.proof_of(DAY) == newer
    assert one.proof_of(DAY + DAYS) is None
    assert two.proof_of(DAY) is None
