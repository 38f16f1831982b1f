from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from pos_app.practice.account import Habits
from pos_app.practice.agenda import Agenda
from pos_app.practice.notify import Courier, Delivery, retries_after
from pos_app.practice.wire import JsonObject, utc_now
from tests.practice.receiver import Received, receiving
from tests.waiting import until

_BODY: JsonObject = {"transaction_status": "settlement", "gross_amount": "44000.00"}
_QUICK = Habits(retry_scale=1e-6, answer_within=5)


@pytest.fixture
def agenda() -> Iterator[Agenda]:
    agenda = Agenda()
    yield agenda
    agenda.close()


def _wait_for(courier: Courier, count: int) -> tuple[Delivery, ...]:
    until(lambda: len(courier.deliveries) >= count)
    return courier.deliveries


@pytest.mark.parametrize(
    ("answer", "retries"),
    [
        (200, 0),
        (204, 0),
        (500, 1),
        (503, 4),
        (400, 2),
        (404, 2),
        (301, 0),
        (302, 0),
        (303, 0),
        (401, 5),
        (502, 5),
    ],
)
def test_how_often_each_answer_is_retried(answer: int, retries: int) -> None:
    assert retries_after(answer) == retries


def test_no_answer_is_retried_five_times() -> None:
    assert retries_after(None) == 5


def test_a_notification_looks_like_the_gateways(agenda: Agenda) -> None:
    courier = Courier(agenda, _QUICK, utc_now)
    with receiving() as receiver:
        courier.send(f"{receiver.url}/n/box?x=1", [_BODY])
        received = receiver.next()
        _wait_for(courier, 1)
    assert received.path == "/n/box?x=1"
    assert received.headers["Content-Type"] == "application/json"
    assert received.headers["User-Agent"] == "Veritrans"
    assert received.json == _BODY
    assert [each.answer for each in courier.deliveries] == [200]


@pytest.mark.parametrize(("answer", "attempts"), [(500, 2), (503, 5), (404, 3), (302, 1), (418, 6)])
def test_an_unhappy_receiver_is_tried_again(agenda: Agenda, answer: int, attempts: int) -> None:
    courier = Courier(agenda, _QUICK, utc_now)
    with receiving(lambda _: (answer, "/elsewhere" if answer == 302 else "")) as receiver:
        courier.send(receiver.url, [_BODY])
        deliveries = _wait_for(courier, attempts)
    assert [each.attempt for each in deliveries] == list(range(1, attempts + 1))
    assert {each.body for each in deliveries} == {deliveries[0].body}


def test_a_receiver_that_recovers_is_left_in_peace(agenda: Agenda) -> None:
    answers = iter([(503, ""), (200, "")])
    courier = Courier(agenda, _QUICK, utc_now)
    with receiving(lambda _: next(answers)) as receiver:
        courier.send(receiver.url, [_BODY])
        assert [each.answer for each in _wait_for(courier, 2)] == [503, 200]


def test_nobody_at_the_address(agenda: Agenda) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    courier = Courier(agenda, _QUICK, utc_now)
    courier.send(f"http://127.0.0.1:{port}/", [_BODY])
    deliveries = _wait_for(courier, 6)
    assert {each.answer for each in deliveries} == {None}
    assert "ConnectionRefusedError" in deliveries[0].trouble


def test_permanent_redirects_of_the_method_are_followed_with_the_body(agenda: Agenda) -> None:
    def answer(received: Received) -> tuple[int, str]:
        return (307, "/moved") if received.path == "/" else (200, "")

    courier = Courier(agenda, _QUICK, utc_now)
    with receiving(answer) as receiver:
        courier.send(f"{receiver.url}/", [_BODY])
        assert receiver.next().path == "/"
        second = receiver.next()
        _wait_for(courier, 1)
    assert (second.path, second.json) == ("/moved", _BODY)


def test_a_circle_of_redirects_ends_after_five_hops(agenda: Agenda) -> None:
    courier = Courier(agenda, Habits(retry_minutes=()), utc_now)
    with receiving(lambda _: (308, "/again")) as receiver:
        courier.send(receiver.url, [_BODY])
        assert [each.answer for each in _wait_for(courier, 1)] == [308]
        assert receiver.inbox.qsize() == 6


@pytest.mark.parametrize("address", ["https://shop.example/n", "http://8.8.8.8/n", "nonsense"])
def test_nothing_leaves_this_computer(agenda: Agenda, address: str) -> None:
    courier = Courier(agenda, Habits(retry_minutes=()), utc_now)
    courier.send(address, [_BODY])
    assert "on this computer only" in _wait_for(courier, 1)[0].trouble
