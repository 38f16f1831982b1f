"""Figures of the journal: `python -m tests.bench.bench_journal`. Ratios against plain sqlite3 and a plain Python scan."""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import text

from pos_app.domain.catalog import Product
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import Call, Decided, Decision, Said, Sent, TransactionStatus
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.journal import backup, check, codec
from pos_app.journal.products import fold, replace_products
from pos_app.journal.search import SqlCatalog
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop

ROUNDS = 400
OLD_PAYMENTS = 100_000
EVERY = 100
PRODUCTS = 100_000
RAW = '{"status_code": "200", "transaction_status": "settlement", "gross_amount": "44000.00"}' * 8
WORDS = [
    "Susu",
    "Kopi",
    "Teh",
    "Roti",
    "Mi",
    "Gula",
    "Beras",
    "Sabun",
    "Sampo",
    "Biskuit",
    "Keripik",
    "Cokelat",
    "Vanila",
    "Manis",
    "Goreng",
    "Instan",
    "Botol",
    "Kaleng",
    "Sachet",
    "Besar",
    "Kecil",
    "Isi",
    "Ulang",
    "Merah",
    "Putih",
    "Hijau",
    "Segar",
    "Murni",
    "Asli",
    "Baru",
]


def seconds(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def told(name: str, ours: list[float], yardstick: list[float]) -> None:
    p99 = quantiles(ours, n=100, method="inclusive")[98] if len(ours) >= 100 else max(ours)
    print(
        f"{name:44} p50 {median(ours) * 1e3:8.2f} ms  p99 {p99 * 1e3:8.2f} ms  "
        f"yardstick {median(yardstick) * 1e3:8.2f} ms  ratio {median(ours) / median(yardstick):6.2f}"
    )


def plain_inserts(folder: Path) -> list[float]:
    """The same rows in one transaction each, by hand: what a durable write costs at the least."""
    with closing(sqlite3.connect(folder / "plain.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE payments (order_id TEXT PRIMARY KEY, body TEXT)")
        database.execute("CREATE TABLE evidence (id INTEGER PRIMARY KEY, order_id TEXT, raw TEXT)")

        def write(number: int) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO payments VALUES (?, ?)", (f"A-{number}", RAW))
            database.execute("INSERT INTO evidence (order_id, raw) VALUES (?, ?)", (f"A-{number}", RAW))
            database.execute("COMMIT")

        return [seconds(lambda number=number: write(number)) for number in range(ROUNDS)]  # type: ignore[misc]  # mypy infers no lambda with a default


def writing(folder: Path) -> None:
    yardstick = plain_inserts(folder)
    times: dict[str, list[float]] = {
        "open_sale": [],
        "keep_cart": [],
        "intend": [],
        "claim_ask": [],
        "record": [],
    }
    with closing(SqlJournal.open(url_of(folder / "journal.sqlite3"), "02")) as journal:
        for _ in range(ROUNDS):
            began = time.perf_counter()
            sale = shop.a_sale(journal)
            times["open_sale"].append(time.perf_counter() - began)
            cart = shop.with_total(sale, 44_000).cart
            payment = shop.a_payment(sale)
            times["keep_cart"].append(seconds(lambda: journal.keep_cart(sale.id, cart)))  # noqa: B023 - run at once
            times["intend"].append(seconds(lambda: journal.intend(payment)))  # noqa: B023 - run at once
            times["claim_ask"].append(
                seconds(lambda: journal.claim_ask(payment.order_id, shop.NOON, shop.GAP))  # noqa: B023 - run at once
            )
            times["record"].append(seconds(lambda: settle(journal, payment)) / 3)  # noqa: B023 - run at once
    for name, ours in times.items():
        told(f"{name} / two plain inserts, fsynced", ours, yardstick)


def settle(journal: SqlJournal, payment: Payment) -> None:
    """Three pieces of evidence: sent, pending, paid with its receipt."""
    reading = shop.reading
    for fact in (
        Sent(),
        Said(Call.CHARGE, reading(payment, TransactionStatus.PENDING, 201)),
        Said(Call.STATUS, reading(payment, TransactionStatus.SETTLEMENT)),
    ):
        evidence = shop.learnt(payment, fact, raw=RAW)
        journal.record(evidence, shop.judging(evidence, Effect(payment.order_id, EffectKind.RECEIPT)))


def remembering(folder: Path) -> None:
    """The till's questions over a journal with a long past, against the same over a fresh one."""
    path = folder / "old.sqlite3"
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        payment = shop.a_payment(shop.a_sale(journal))
        journal.intend(payment)
        settle(journal, payment)
        live = shop.a_payment(shop.a_sale(journal))
        journal.intend(live)
        fresh = [seconds(lambda: journal.watched(shop.NOON)) for _ in range(50)]
        fill(journal, payment)
        old = [seconds(lambda: journal.watched(shop.NOON + 3 * shop.DAYS)) for _ in range(50)]
        assert [one.order_id for one in journal.watched(shop.NOON + 3 * shop.DAYS)] == [live.order_id]
        told(f"watched() over {OLD_PAYMENTS:,} old / over 2", old, fresh)
        decided_long_ago(journal)
        of_many = [seconds(lambda: journal.decided("", 101)) for _ in range(50)]
        assert len(journal.decided("", 101)) == 101
        by_number = [seconds(lambda: journal.decided("OLD-5", 101)) for _ in range(50)]
        told(f"decided() of {OLD_PAYMENTS // EVERY:,} / watched() over 2", of_many, fresh)
        told("decided() by number / watched() over 2", by_number, fresh)
    megabytes = path.stat().st_size / 2**20
    opening = [seconds(lambda: SqlJournal.open(url_of(path), "02").close()) for _ in range(5)]
    print(f"opening a journal of {megabytes:.0f} MB {median(opening) * 1e3:44.1f} ms")
    print(f"backup, proven {seconds(lambda: backup.keep_backup(path, shop.NOON)) * 1e3:62.0f} ms")
    print(f"check {seconds(lambda: check.examine(url_of(path))) * 1e3:71.0f} ms")


def fill(journal: SqlJournal, payment: Payment) -> None:
    """Old paid payments by the hundred thousand, each on a sale of its own."""
    with journal.engine.execution_options(writes=True).begin() as connection:
        columns = [row.name for row in connection.execute(text("PRAGMA table_info(payments)"))]
        others = ", ".join(name for name in columns if name not in ("order_id", "sale_id"))
        numbers = (
            f"WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < {OLD_PAYMENTS + 99})"
        )
        connection.execute(
            text(
                f"INSERT INTO sales {numbers} SELECT i, till, day, i, cashier, opened_at, state, selected "
                "FROM n, sales WHERE id = 1"
            )
        )
        connection.execute(
            text(
                f"INSERT INTO payments (order_id, sale_id, {others}) {numbers} "
                f"SELECT 'OLD-' || i, i, {others} FROM n, payments WHERE order_id = :order_id"
            ),
            {"order_id": payment.order_id},
        )


def decided_long_ago(journal: SqlJournal) -> None:
    """Some of the old ones were accepted as forced, and nothing wants attention any more."""
    forced = Decided(decision=Decision.ACCEPT_FORCED, by="Bayu", reason="karena", about=frozenset())
    with journal.engine.execution_options(writes=True).begin() as connection:
        some = text(
            f"UPDATE payments SET decision = :decision WHERE sale_id % {EVERY} = 0 AND sale_id >= 100"
        )
        connection.execute(some, {"decision": codec.write(forced)})


def searching(folder: Path) -> None:
    chance = random.Random(1)
    shelf = [
        Product(
            f"p{number}",
            f"{' '.join(chance.sample(WORDS, 3))} {number} g",
            f"899{number:010d}",
            Rupiah(1_000),
            5,
        )
        for number in range(PRODUCTS)
    ]
    url = url_of(folder / "shelf.sqlite3")
    with closing(SqlJournal.open(url, "02")) as journal:
        print(
            f"taking in {PRODUCTS:,} products {seconds(lambda: replace_products(journal.engine, shelf)) * 1e3:45.0f} ms"
        )
        names = [fold(product.name) for product in shelf]
        with closing(SqlCatalog.open(url)) as catalog:
            for typed in ("s", "su", "sus", "susu", "susu kopi", "susu ko", "12345", "zzz", "8990000050000"):
                words = typed.split()
                ours = [seconds(lambda: catalog.find(typed, 9)) for _ in range(15)]  # noqa: B023 - run at once
                scan = [
                    seconds(lambda: [name for name in names if all(word in name for word in words)])  # noqa: B023 - run at once
                    for _ in range(15)
                ]
                told(f"find({typed!r}), {catalog.find(typed, 9).matches:,} match / Python scan", ours, scan)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for part in (writing, remembering, searching):
            part(Path(folder))


if __name__ == "__main__":
    main()
