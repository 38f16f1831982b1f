import threading
from datetime import UTC, datetime

import psycopg
import pytest

from pos_app.relay.capability import mailbox_id
from pos_app.relay.mailbox import Ack, Command, Limits, OpenError, Page, Post, Prune, Read, StoreError
from pos_app.relay.store_postgres import PostgresMailboxes
from tests.relay.postgres import Postgres

A = mailbox_id("a till")
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


def execute(url: str, statement: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())


def test_two_processes_may_make_the_tables_at_the_same_time(postgres_url: str) -> None:
    opened: list[PostgresMailboxes] = []
    threads = [
        threading.Thread(target=lambda: opened.append(PostgresMailboxes(postgres_url))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({store.epoch for store in opened}) == 1
    for store in opened:
        store.close()


def test_an_older_database_is_taken_over_and_keeps_every_mailbox(postgres_url: str) -> None:
    store = PostgresMailboxes(postgres_url)
    store.write([Post(A, NOON, None, b"{}")])
    epoch = store.epoch
    store.close()
    execute(postgres_url, "ALTER TABLE mailbox DROP COLUMN is_heard")
    execute(postgres_url, "UPDATE relay SET version = 1")
    again = PostgresMailboxes(postgres_url)
    assert again.epoch == epoch
    assert again.read([Read(A, None)]) == [Page(0, 1, True, ())]
    again.close()
    PostgresMailboxes(postgres_url).close()


def test_a_newer_database_is_left_alone(postgres_url: str) -> None:
    PostgresMailboxes(postgres_url).close()
    execute(postgres_url, "UPDATE relay SET version = 3")
    with pytest.raises(OpenError, match="newer pos-app"):
        PostgresMailboxes(postgres_url)


def test_taking_the_epoch_away_from_a_restored_database_makes_a_new_one(postgres_url: str) -> None:
    before = PostgresMailboxes(postgres_url)
    before.close()
    execute(postgres_url, "DELETE FROM relay")
    after = PostgresMailboxes(postgres_url)
    assert after.epoch != before.epoch
    after.close()


def test_a_commit_waits_for_the_disk_even_where_the_server_is_told_not_to(postgres_url: str) -> None:
    store = PostgresMailboxes(f"{postgres_url}%20-csynchronous_commit%3Doff")
    assert store._run("SHOW synchronous_commit", ()) == [("on",)]
    store.close()


def test_a_lost_connection_is_made_again_without_an_error(
    postgres_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = PostgresMailboxes(postgres_url)
    store.write([Post(A, NOON, None, b"1")])
    execute(
        postgres_url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'pos'",
    )
    assert store.write([Post(A, NOON, None, b"2")]) == [2]
    assert [message.body for message in store.read([Read(A, 0)])[0].messages] == [b"1", b"2"]
    store.close()
    assert {record.name for record in caplog.records} <= {"psycopg"}


def test_while_the_database_is_away_everything_is_refused(
    postgres: Postgres, postgres_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = PostgresMailboxes(postgres_url)
    postgres.stop()
    with pytest.raises(StoreError, match="PostgreSQL"):
        store.write([Post(A, NOON, None, b"1")])
    with pytest.raises(StoreError, match="PostgreSQL"):
        store.read([Read(A, 0)])
    postgres.start()
    assert store.write([Post(A, NOON, None, b"1")]) == [1]
    store.close()
    assert {record.name for record in caplog.records} <= {"psycopg"}


def test_batches_that_cross_each_other_never_wait_for_ever(postgres_url: str) -> None:
    """Two processes write to the same mailboxes in opposite orders, ack and prune in between."""
    tills = [mailbox_id(f"till {number}") for number in range(20)]
    outcomes: list[int] = []

    def write(order: list[str]) -> None:
        store = PostgresMailboxes(postgres_url, Limits())
        for _ in range(25):
            batch: list[Command] = [Post(till, NOON, None, b"x") for till in order]
            batch += [Ack(till, 1) for till in reversed(order)]
            outcomes.extend(
                outcome for outcome in store.write([*batch, Prune(NOON)]) if isinstance(outcome, int)
            )
        store.close()

    threads = [
        threading.Thread(target=write, args=(order,))
        for order in (tills, tills[::-1], tills[10:] + tills[:10])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 3 * 25 * 41
    store = PostgresMailboxes(postgres_url)
    assert [page.newest for page in store.read([Read(till, None) for till in tills])] == [75] * 20
    store.close()
