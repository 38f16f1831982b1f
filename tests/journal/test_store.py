"""What the database itself guards, and that no question of the till reads the whole past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select, text, update
from sqlalchemy.exc import IntegrityError

from pos_app.domain.effect import EffectKind
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.domain.sale import SaleState
from pos_app.journal.schema import payments, sales
from pos_app.journal.store import SqlJournal
from tests.journal import shop
from tests.journal.shop import NOON


@pytest.fixture
def stored(url: str) -> Iterator[SqlJournal]:
    with closing(SqlJournal.open(url, "02")) as journal:
        yield journal


def test_the_database_itself_refuses_a_second_live_payment(stored: SqlJournal) -> None:
    """Even where the sale was wrongly called open."""
    payment = shop.a_payment(shop.a_sale(stored))
    stored.intend(payment)
    with stored.engine.execution_options(writes=True).begin() as connection:
        connection.execute(update(sales).values(state=SaleState.OPEN))

    with pytest.raises(AlreadyLiveError):
        stored.intend(shop.a_payment(stored.sale(payment.sale_id), attempt=2))

    assert stored.payments_of(payment.sale_id) == (payment,)


def test_dead_payments_of_a_sale_do_not_hold_it(stored: SqlJournal) -> None:
    sale = shop.a_sale(stored)
    for attempt in (1, 2, 3):
        payment = shop.a_payment(sale, attempt=attempt)
        stored.intend(payment)
        shop.never_left(stored.record, payment)

    with stored.engine.execution_options(writes=True).begin() as connection, pytest.raises(IntegrityError):
        connection.execute(update(payments).values(holds_sale=True))


def test_a_payment_that_turned_up_does_not_take_the_sale_from_its_successor(stored: SqlJournal) -> None:
    lost = shop.a_payment(shop.a_sale(stored))
    stored.intend(lost)
    shop.never_created(stored.record, lost)
    successor = shop.a_payment(stored.sale(lost.sale_id), attempt=2)
    stored.intend(successor)
    shop.turned_up(stored.record, lost)

    def holding() -> list[str]:
        with stored.engine.connect() as connection:
            return list(connection.scalars(select(payments.c.order_id).where(payments.c.holds_sale)))

    shop.pending(stored.record, successor)
    assert holding() == [successor.order_id]
    shop.expired(stored.record, successor)
    assert holding() == []
    shop.expired(stored.record, lost)
    assert holding() == []


@contextmanager
def statements(journal: SqlJournal) -> Iterator[list[tuple[str, Any]]]:
    heard: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.startswith("SELECT"):
            heard.append((statement, parameters))

    event.listen(journal.engine, "before_cursor_execute", hear)
    yield heard
    event.remove(journal.engine, "before_cursor_execute", hear)


QUESTIONS: dict[str, Callable[[SqlJournal], object]] = {
    "counter": lambda journal: journal.counter_sale(),
    "opening a sale": shop.a_sale,
    "payments of a sale": lambda journal: journal.payments_of(1),
    "watched": lambda journal: journal.watched(NOON),
    "undecided": lambda journal: journal.undecided(),
    "evidence": lambda journal: journal.evidence_of("A-1"),
    "effects due": lambda journal: journal.effects_due(),
    "copies": lambda journal: journal.copies("A-1", EffectKind.SLIP),
    "last ask": lambda journal: journal.last_ask("A-1"),
    "cursor": lambda journal: journal.cursor(),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_question_reads_a_whole_table(
    journal: SqlJournal, question: Callable[[SqlJournal], object]
) -> None:
    with statements(journal) as asked:
        question(journal)

    assert asked
    with journal.engine.connect() as connection:
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert not [row.detail for row in plan if reads_the_past(row.detail)]


def reads_the_past(step: str) -> bool:
    """A whole table, or all that a till ever did: only what is still to do may be read to the end."""
    if step.startswith("SCAN"):
        return " INDEX " not in step
    return step.endswith("(till=?)") and not any(name in step for name in ("outbox_due", "tills"))


def test_a_journal_remembers_across_openings(url: str) -> None:
    with closing(SqlJournal.open(url, "02")) as journal:
        payment = shop.a_payment(shop.a_sale(journal))
        journal.intend(payment)
        shop.pending(journal.record, payment)
        journal.keep_cursor("k7-41")
        journal.claim_ask(payment.order_id, NOON, shop.GAP)
        before = journal.counter_sale(), journal.watched(NOON), journal.evidence_of(payment.order_id)

    with closing(SqlJournal.open(url, "02")) as journal:
        assert (
            journal.counter_sale(),
            journal.watched(NOON),
            journal.evidence_of(payment.order_id),
        ) == before
        assert (journal.cursor(), journal.last_ask(payment.order_id)) == ("k7-41", NOON)


def test_a_till_that_was_never_here_starts_with_nothing(stored: SqlJournal) -> None:
    with stored.engine.connect() as connection:
        rows = connection.execute(text("SELECT till, counter_sale, evidence_count FROM tills")).all()
    assert [tuple(row) for row in rows] == [("02", None, 0)]
