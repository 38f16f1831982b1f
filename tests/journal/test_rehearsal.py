"""A sale played in memory: it spares the first real one its SQL, and leaves no trace."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pos_app.domain.cart import Cart
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import Call, QrCode, QrRead, Said, Sent, TransactionStatus
from pos_app.domain.money import Rupiah
from pos_app.journal.rehearsal import rehearse
from pos_app.journal.store import SqlJournal
from tests.journal.shop import DAY, GAP, NOON, a_payment, judging, learnt, reading


def statements(journal: SqlJournal) -> set[object]:
    """All that was put together for this journal so far."""
    compiled = journal.engine.get_execution_options()["compiled_cache"]
    assert isinstance(compiled, dict)
    return set(compiled)


def sell(journal: SqlJournal) -> None:
    """A sale by QR as the till makes it."""
    sale = journal.open_sale("Rani Pratiwi", DAY, NOON)
    sale = journal.keep_cart(sale.id, Cart().add_amount(Rupiah(44_000), "Nominal"))
    payment = a_payment(sale)
    journal.payments_of(sale.id)
    journal.intend(payment, learnt(payment, Sent()))
    for fact in (
        Said(Call.CHARGE, reading(payment, TransactionStatus.PENDING, 201)),
        QrRead(QrCode("00020101")),
    ):
        journal.record(learnt(payment, fact), judging(learnt(payment, fact)))
    journal.claim_ask(payment.order_id, NOON, GAP)
    paid = learnt(payment, Said(Call.STATUS, reading(payment, TransactionStatus.SETTLEMENT)))
    chime = Effect(payment.order_id, EffectKind.CHIME)
    journal.record(paid, judging(paid, chime))
    journal.effect_done(chime, NOON)
    journal.sale(sale.id)
    journal.effects_due()


def test_the_first_sale_finds_all_its_statements(journal: SqlJournal) -> None:
    rehearse(journal)
    rehearsed = statements(journal)
    sell(journal)
    assert statements(journal) == rehearsed


def test_the_journal_is_as_it_was(journal: SqlJournal, path: Path) -> None:
    before = [one.read_bytes() for one in sorted(path.parent.iterdir()) if one.suffix != ".sqlite3-shm"]
    rehearse(journal)
    after = [one.read_bytes() for one in sorted(path.parent.iterdir()) if one.suffix != ".sqlite3-shm"]
    assert after == before
    assert journal.counter_sale() is None
    assert journal.payment("REHEARSAL") is None


def test_a_till_at_work_is_not_disturbed(journal: SqlJournal) -> None:
    sell(journal)
    due = journal.effects_due(), journal.counter_sale(), journal.cursor()
    rehearse(journal)
    assert (journal.effects_due(), journal.counter_sale(), journal.cursor()) == due


def test_on_a_server_nothing_is_played(postgres_url: str) -> None:
    with closing(SqlJournal.open(postgres_url, "02")) as journal:
        rehearse(journal)
        assert journal.counter_sale() is None
