"""The contract of a store of mailboxes; SQLite and PostgreSQL keep the same one."""

import queue
import threading
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.relay.capability import mailbox_id
from pos_app.relay.mailbox import (
    Ack,
    Limits,
    Listen,
    Mailboxes,
    MailboxFullError,
    Message,
    NotPostedError,
    OpenError,
    Page,
    Position,
    Post,
    Probe,
    Prune,
    Read,
)
from pos_app.relay.serve import open_mailboxes
from pos_app.relay.store import PAGE_BYTES, PAGE_MESSAGES, PRUNED_MESSAGES, SqlMailboxes
from tests.relay.conftest import Opener

A = mailbox_id("the first till")
B = mailbox_id("the second till")
NOON = datetime(2026, 11, 20, 5, 0, 0, 123456, tzinfo=UTC)


def post(body: bytes = b"{}", mailbox: str = A, at: datetime = NOON) -> Post:
    return Post(mailbox, at, "application/json", body)


def page(store: Mailboxes, after: int | None = 0, mailbox: str = A) -> Page:
    return store.read([Read(mailbox, after)])[0]


def seqs(store: Mailboxes, after: int = 0, mailbox: str = A) -> list[int]:
    return [message.seq for message in page(store, after, mailbox).messages]


def prune(store: Mailboxes, now: datetime) -> None:
    while store.write([Prune(now)]) == [1]:
        pass


def test_a_mailbox_that_nobody_posted_to_is_empty(mailboxes_at: Opener) -> None:
    assert page(mailboxes_at()) == Page(0, 0, False, ())


def test_messages_come_back_as_they_came_in_order(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    odd = bytes(range(256))
    outcomes = store.write([post(b"1"), Post(A, NOON, None, odd), post(b"3", B), post(b"")])
    assert outcomes == [1, 2, 1, 3]
    assert page(store).messages == (
        Message(1, NOON, "application/json", b"1"),
        Message(2, NOON, None, odd),
        Message(3, NOON, "application/json", b""),
    )
    assert page(store, 0, B).messages == (Message(1, NOON, "application/json", b"3"),)


def test_reading_goes_on_after_any_message(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(), post(), post()])
    assert seqs(store, 1) == [2, 3]
    assert seqs(store, 3) == []
    assert page(store, None) == Page(0, 3, False, ())


def test_many_questions_are_answered_in_their_order(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(mailbox=A), post(mailbox=B), post(mailbox=B)])
    pages = store.read([Read(B, 1), Read(A, None), Read(A, 0), Read(mailbox_id("no one"), 0)])
    assert [(found.newest, len(found.messages)) for found in pages] == [(2, 1), (1, 0), (1, 1), (0, 0)]


def test_everything_is_there_after_a_restart(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(b"1"), post(b"2")])
    store.write([Ack(A, 1)])
    epoch = store.epoch
    mailboxes_at.close(store)
    again = mailboxes_at()
    assert again.epoch == epoch
    assert page(again).acked == 1
    assert seqs(again) == [1, 2]
    assert again.write([post(b"3")]) == [3]


def test_an_ack_moves_forward_only(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(), post(), post()])
    assert store.write([Ack(A, 2)]) == [2]
    assert store.write([Ack(A, 2), Ack(A, 1), Ack(A, 0)]) == [2, 2, 2]
    assert page(store, None).acked == 2
    assert store.write([Ack(A, 3)]) == [3]


def test_what_was_never_posted_cannot_be_acked(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post()])
    future, stranger, same_batch = store.write([Ack(A, 2), Ack(B, 1), post()])
    assert isinstance(future, NotPostedError)
    assert isinstance(stranger, NotPostedError)
    assert same_batch == 2
    assert page(store, None) == Page(0, 2, False, ())


def test_an_ack_behind_its_post_in_one_batch(mailboxes_at: Opener) -> None:
    assert mailboxes_at().write([post(), Ack(A, 1), post()]) == [1, 1, 2]


def test_a_probe_changes_no_mailbox(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post()])
    before = page(store)
    assert store.write([Probe(NOON)]) == [0]
    assert page(store) == before


@pytest.mark.parametrize(("limits", "body"), [(Limits(messages=2), b"x"), (Limits(bytes=10), b"12345")])
def test_a_full_mailbox_refuses_and_the_others_do_not(
    mailboxes_at: Opener, limits: Limits, body: bytes
) -> None:
    store = mailboxes_at(limits)
    first, second, third, other = store.write([post(body), post(body), post(body), post(body, B)])
    assert (first, second, other) == (1, 2, 1)
    assert isinstance(third, MailboxFullError)
    assert seqs(store) == [1, 2]


def test_a_full_mailbox_takes_more_once_its_acked_messages_are_gone(mailboxes_at: Opener) -> None:
    store = mailboxes_at(Limits(bytes=10))
    assert store.write([post(b"12345"), post(b"12345"), Ack(A, 2)]) == [1, 2, 2]
    prune(store, NOON + timedelta(hours=2))
    assert store.write([post(b"1234567890")]) == [3]


def test_acked_messages_live_an_hour(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(at=NOON), post(at=NOON + timedelta(minutes=30)), post(at=NOON), Ack(A, 2)])
    prune(store, NOON + timedelta(minutes=59))
    assert seqs(store) == [1, 2, 3]
    prune(store, NOON + timedelta(minutes=61))
    assert seqs(store) == [2, 3]
    prune(store, NOON + timedelta(hours=3))
    assert page(store) == Page(2, 3, False, (Message(3, NOON, "application/json", b"{}"),))


def test_every_message_lives_seven_days(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(), post(mailbox=B), post(at=NOON + timedelta(days=1)), Listen(B)])
    prune(store, NOON + timedelta(days=6, hours=23))
    assert (seqs(store), seqs(store, 0, B)) == ([1, 2], [1])
    prune(store, NOON + timedelta(days=7, hours=1))
    assert (seqs(store), seqs(store, 0, B)) == ([2], [])
    assert page(store, None, B).newest == 1
    assert store.write([post(mailbox=B)]) == [2]


def test_a_mailbox_that_nobody_listened_to_goes_with_its_last_message(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(), post(at=NOON + timedelta(days=1))])
    prune(store, NOON + timedelta(days=7, hours=1))
    assert (page(store, None).newest, seqs(store)) == (2, [2])
    prune(store, NOON + timedelta(days=8, hours=1))
    assert page(store, None) == Page(0, 0, False, ())
    assert isinstance(store, SqlMailboxes)
    assert store._run("SELECT COUNT(*) FROM mailbox", ()) == [(0,)]
    assert store.write([post()]) == [1]


def test_a_mailbox_that_somebody_listened_to_never_gives_a_number_again(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    assert store.write([post(), Listen(A), Listen(A)]) == [1, 0, 0]
    assert page(store, None) == Page(0, 1, True, ())
    mailboxes_at.close(store)
    store = mailboxes_at()
    prune(store, NOON + timedelta(days=30))
    assert page(store, 0) == Page(0, 1, True, ())
    assert store.write([post()]) == [2]
    assert page(store, None) == Page(0, 2, True, ())


def test_listening_to_a_mailbox_that_is_not_there_makes_none(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    assert store.write([Listen(A), post(mailbox=B)]) == [0, 1]
    assert page(store) == Page(0, 0, False, ())
    assert not page(store, None, B).is_heard


def test_a_long_backlog_is_pruned_in_small_steps(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    count = 2 * PRUNED_MESSAGES + 10
    store.write([post() for _ in range(count)])
    store.write([Ack(A, count - 1)])
    before = count
    while store.write([Prune(NOON + timedelta(hours=2))]) == [1]:
        after = len(_all(store))
        assert before - after <= PRUNED_MESSAGES
        before = after
    assert [message.seq for message in _all(store)] == [count]


def test_many_mailboxes_are_all_pruned(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    tills = [mailbox_id(f"till {number}") for number in range(250)]
    store.write([command for till in tills for command in (post(mailbox=till), Ack(till, 1))])
    prune(store, NOON + timedelta(hours=2))
    assert [len(found.messages) for found in store.read([Read(till, 0) for till in tills])] == [0] * 250


def test_a_page_is_bounded_in_number_and_in_bytes(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    store.write([post(b"small", B) for _ in range(PAGE_MESSAGES + 5)])
    store.write([post(bytes(60_000)) for _ in range(10)])
    assert len(page(store, 0, B).messages) == PAGE_MESSAGES
    first = page(store).messages
    assert PAGE_BYTES <= sum(len(message.body) for message in first) < PAGE_BYTES + 64 * 1024
    assert [message.seq for message in _all(store)] == list(range(1, 11))


def test_a_commit_is_announced_to_whoever_listens(mailboxes_at: Opener) -> None:
    store = mailboxes_at()
    heard: set[str] = set()
    both = threading.Event()

    def wake(mailboxes: Collection[str] | None) -> None:
        # What is announced can already be read. None stands for any mailbox.
        heard.update(mailbox for mailbox in mailboxes or (A, B) if seqs(store, 0, mailbox) == [1])
        if heard == {A, B}:
            both.set()

    store.listen(wake)
    store.write([post(mailbox=A), post(mailbox=B)])
    assert both.wait(10)


def test_nothing_is_announced_that_was_refused(mailboxes_at: Opener) -> None:
    store = mailboxes_at(Limits(messages=1))
    store.write([post()])
    heard: queue.SimpleQueue[Collection[str] | None] = queue.SimpleQueue()
    store.listen(heard.put)
    store.write([post(), Ack(A, 1), Probe(NOON)])
    store.write([post(mailbox=B)])
    mailboxes = heard.get(timeout=10) or heard.get(timeout=10)
    assert mailboxes is not None
    assert set(mailboxes) == {B}


def test_a_fresh_database_is_another_epoch(
    mailboxes_at: Opener, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = mailboxes_at()
    other = open_mailboxes(tmp_path_factory.mktemp("other"), None)
    assert Position.parse(f"{store.epoch}-1") == Position(store.epoch, 1)
    assert other.epoch != store.epoch
    other.close()


@given(st.from_regex(r"[0-9a-f]{12}", fullmatch=True), st.integers(0, 10**17))
def test_a_position_is_written_and_read(epoch: str, seq: int) -> None:
    assert Position.parse(str(Position(epoch, seq))) == Position(epoch, seq)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "-5",
        "abc-5",
        "0123456789ab",
        "0123456789ab-",
        "0123456789ab--1",
        "0123456789ab-05",
        "0123456789ab-5\n",
    ],
)
def test_what_is_no_position(text: str) -> None:
    assert Position.parse(text) is None


@pytest.mark.parametrize(
    ("url", "what"),
    [
        (None, "either --data DIR or --mailbox URL"),
        ("mysql://x", "postgresql"),
        ("postgresql://127.0.0.1:1/x", "refused"),
    ],
)
def test_a_wrong_place_is_named(url: str | None, what: str) -> None:
    with pytest.raises(OpenError, match=what):
        open_mailboxes(None, url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://pos:s3cret@127.0.0.1:1/x",
        "postgresql://pos:s3cret@a.example:1,b.example:2/x",
        "postgresql://pos:@127.0.0.1:1/x",
        "postgresql://127.0.0.1:1/x?user=pos&password=s3cret",
        "postgresql://127.0.0.1:1/x?sslpassword=s3cret",
    ],
)
def test_a_password_among_the_arguments_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(OpenError, match=r"take it out of the URL, and put it into ~/\.pgpass") as caught:
        open_mailboxes(None, url)
    assert "s3cret" not in str(caught.value)


def test_where_the_password_lies_may_be_said() -> None:
    with pytest.raises(OpenError, match="refused"):
        open_mailboxes(None, "postgresql://127.0.0.1:1/x?passfile=/etc/relay.pgpass")


def _all(store: Mailboxes) -> list[Message]:
    found: list[Message] = []
    while following := page(store, found[-1].seq if found else 0).messages:
        found += following
    return found
