"""A gateway that ended, or was killed, is the same gateway when it starts again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_app.practice.account import Account
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.idempotency import Answer
from pos_app.practice.ledger import Status
from pos_app.practice.memory import Memory
from pos_app.practice.replies import Reply
from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Caller, HandClock, charge_body, order_id_of, store_body
from tests.practice.receiver import receiving
from tests.practice.test_codec import example


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "practice-gateway.jsonl"


@contextmanager
def opened(state: Path) -> Iterator[Memory]:
    memory = Memory(state, Account())
    try:
        yield memory
    finally:
        memory.close()


def test_the_last_line_of_a_transaction_counts(state: Path) -> None:
    first, second = example(), replace(example(), id="c3d4", serial=2)
    paid = replace(first, status=Status.SETTLEMENT)
    with opened(state) as memory:
        for each in (first, second, paid):
            memory.keep_transaction(each)
    with opened(state) as memory:
        assert memory.transactions == (paid, second)
    assert len(state.read_text().splitlines()) == 2


def test_answers_are_kept_too(state: Path) -> None:
    answer = Answer("key", datetime(2026, 11, 20, 7, 0, tzinfo=UTC), Reply({"status_code": "201"}))
    with opened(state) as memory:
        memory.keep_answer(answer)
    with opened(state) as memory:
        assert memory.answers == (answer,)


def test_half_a_last_line_is_what_a_power_cut_leaves(state: Path) -> None:
    with opened(state) as memory:
        memory.keep_transaction(example())
    whole = state.read_bytes()
    for cut in range(1, len(whole), 97):
        state.write_bytes(whole + whole[:cut])
        with opened(state) as memory:
            assert memory.transactions == (example(),)


@pytest.mark.parametrize(
    "damage", [b"\xff\xfe\n", b"{}\n", b"[]\n", b'{"transaction": {}}\n', b'{"answer": 1}\n', b"{\n"]
)
def test_a_damaged_file_is_set_aside(state: Path, damage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with opened(state) as memory:
        memory.keep_transaction(example())
    whole = state.read_bytes()
    state.write_bytes(damage + whole)
    with opened(state) as memory:
        assert memory.transactions == ()
        memory.keep_transaction(example())
    aside = state.with_name("practice-gateway.jsonl.damaged")
    assert aside.read_bytes() == damage + whole
    assert str(aside) in caplog.text
    assert state.read_bytes() == whole


def test_what_the_disk_refuses_has_not_happened(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    with opened(state) as memory:
        memory.keep_transaction(example())
        with monkeypatch.context() as full:
            full.setattr(os, "fsync", refuse)
            with pytest.raises(OSError, match="No space"):
                memory.keep_transaction(replace(example(), id="lost"))
        memory.keep_transaction(replace(example(), id="c3d4", serial=2))
    with opened(state) as memory:
        assert [each.id for each in memory.transactions] == ["a1b2", "c3d4"]


def test_a_payment_survives_the_server(state: Path) -> None:
    with PracticeServer(state=state) as server, receiving() as receiver:
        caller = Caller(server.url)
        qr, code = charge_body(), store_body()
        charged = caller.charge(qr, X_Override_Notification=receiver.url)
        assert receiver.next_status() == "pending"
        coded = caller.charge(code)
        server.stop()
        with PracticeServer(state=state) as again:
            caller = Caller(again.url)
            assert caller.status(order_id_of(qr)).text("transaction_status") == "pending"
            assert caller.status(order_id_of(qr)).text("expiry_time") == charged.text("expiry_time")
            assert caller.ask("GET", charged.action("generate-qr-code")).content.startswith(b"\x89PNG")
            assert caller.status(order_id_of(code)).text("payment_code") == coded.text("payment_code")
            assert caller.charge(qr).code == "406"
            again.gateway.pay(order_id_of(qr))
            assert receiver.next_status() == "settlement"


def test_time_that_ran_out_meanwhile_expires_the_payment_at_once(state: Path) -> None:
    clock = HandClock()
    with receiving() as receiver:
        with PracticeServer(clock=clock, state=state) as server:
            body = charge_body()
            Caller(server.url).charge(body, X_Override_Notification=receiver.url)
            assert receiver.next_status() == "pending"
        clock.move(minutes=16)
        with PracticeServer(clock=clock, state=state) as again:
            assert receiver.next_status() == "expire"
            assert again.gateway.find(order_id_of(body)).status is Status.EXPIRE


def test_a_lost_answer_is_given_again_by_the_next_server(state: Path) -> None:
    body = charge_body()
    with PracticeServer(state=state) as server:
        server.gateway.script(Fault(Harm.HTML_502, Operation.CHARGE, after_commit=True))
        assert Caller(server.url).charge(body, Idempotency_Key="once").http == 502
    with PracticeServer(state=state) as again:
        answered = Caller(again.url).charge(body, Idempotency_Key="once")
        assert answered.code == "201"
        assert answered.action("generate-qr-code")
        assert len(again.gateway.transactions()) == 1


def test_without_a_state_file_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with PracticeServer() as server:
        Caller(server.url).charge(charge_body())
    assert list(tmp_path.iterdir()) == []


def test_a_state_file_that_cant_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        PracticeServer(state=tmp_path / "nowhere" / "state.jsonl")
