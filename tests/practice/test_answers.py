"""Each fault as it looks from the other end of the wire."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Thread
from time import monotonic

import pytest

from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Answer, Caller, charge_body, order_id_of


def _charge_under(fault: Fault, server: PracticeServer) -> tuple[Answer, str]:
    body = charge_body()
    server.gateway.script(fault)
    return Caller(server.url).charge(body), order_id_of(body)


@pytest.mark.parametrize("after_commit", [False, True])
def test_a_lost_answer_is_a_closed_connection(
    caller: Caller, server: PracticeServer, after_commit: bool
) -> None:
    body = charge_body()
    server.gateway.script(Fault(Harm.LOST, Operation.CHARGE, after_commit=after_commit))
    with pytest.raises(http.client.RemoteDisconnected):
        caller.charge(body)
    assert caller.status(order_id_of(body)).code == ("201" if after_commit else "404")
    lost = next(call for call in server.gateway.calls.all() if call.order_id == order_id_of(body))
    assert (lost.http, lost.harm) == (None, Harm.LOST)


@pytest.mark.parametrize("after_commit", [False, True])
@pytest.mark.parametrize(
    ("harm", "code", "http_status"),
    [
        (Harm.SERVER_ERROR, 500, 500),
        (Harm.TOO_MANY, 429, 429),
        (Harm.ERROR_CODE, 402, 200),
        (Harm.ERROR_CODE, 503, 200),
        (Harm.HTML_502, None, 502),
        (Harm.HTML_403, None, 403),
    ],
)
def test_an_error_instead_of_the_answer(
    server: PracticeServer, harm: Harm, code: int | None, http_status: int, after_commit: bool
) -> None:
    fault = Fault(harm, Operation.CHARGE, after_commit=after_commit, code=code or 0)
    answer, order_id = _charge_under(fault, server)
    assert answer.http == http_status
    if code is None:
        assert answer.content.startswith((b"<html>", b"<!DOCTYPE html>"))
    else:
        assert answer.code == str(code)
    assert Caller(server.url).status(order_id).code == ("201" if after_commit else "404")


def test_broken_json_is_whole_on_the_wire_and_not_readable(server: PracticeServer) -> None:
    answer, _ = _charge_under(Fault(Harm.BROKEN_JSON, Operation.CHARGE), server)
    assert answer.http == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.content)


def test_half_a_body_promises_more_than_it_brings(caller: Caller, server: PracticeServer) -> None:
    body = charge_body()
    server.gateway.script(Fault(Harm.HALF_BODY, Operation.CHARGE))
    with pytest.raises(http.client.IncompleteRead) as caught:
        caller.charge(body)
    assert caught.value.partial
    assert caller.status(order_id_of(body)).code == "201"


@pytest.mark.parametrize("after_commit", [False, True])
def test_a_slow_answer_comes_in_the_end(caller: Caller, server: PracticeServer, after_commit: bool) -> None:
    before = monotonic()
    fault = Fault(Harm.SLOW, Operation.CHARGE, seconds=0.1, after_commit=after_commit)
    answer, _ = _charge_under(fault, server)
    assert answer.code == "201"
    assert monotonic() - before >= 0.1


def test_a_slow_call_holds_nobody_else_up(caller: Caller, server: PracticeServer) -> None:
    before = len(server.gateway.calls.of(Operation.CHARGE))
    server.gateway.script(Fault(Harm.SLOW, Operation.CHARGE, seconds=0.4))
    answers: list[Answer] = []
    slow = Thread(target=lambda: answers.append(caller.charge(charge_body())))
    slow.start()
    server.gateway.calls.wait_for(Operation.CHARGE, before + 1)
    assert caller.status("nothing").code == "404"
    assert answers == []
    slow.join()
    assert answers[0].code == "201"


def test_a_server_that_stops_ends_a_slow_answer() -> None:
    with PracticeServer() as server:
        server.gateway.script(Fault(Harm.SLOW, seconds=3600))
        answers: list[Answer] = []
        waiting = Thread(target=lambda: answers.append(Caller(server.url).charge(charge_body())))
        waiting.start()
        server.gateway.calls.wait_for(Operation.CHARGE)
    waiting.join()
    assert answers[0].code == "201"


def test_the_date_header_can_be_wrong(server: PracticeServer) -> None:
    answer, _ = _charge_under(Fault(Harm.SKEWED_DATE, Operation.CHARGE, seconds=-7200), server)
    told = parsedate_to_datetime(answer.headers["Date"])
    off = datetime.now(UTC) - told
    assert timedelta(minutes=119) < off < timedelta(minutes=121)


@pytest.mark.parametrize("harm", [Harm.LOST, Harm.HTML_502, Harm.HALF_BODY])
def test_pictures_can_fail_too(caller: Caller, server: PracticeServer, harm: Harm) -> None:
    picture = caller.charge(charge_body()).action("generate-qr-code")
    server.gateway.script(Fault(harm, Operation.QR_PICTURE))
    outcome: Callable[[], Answer] = lambda: caller.ask("GET", picture)  # noqa: E731  # called twice below
    if harm is Harm.HTML_502:
        assert outcome().http == 502
    else:
        with pytest.raises((http.client.HTTPException, ConnectionError)):
            outcome()
    assert outcome().headers["Content-Type"] == "image/png"
