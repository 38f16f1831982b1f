"""The customer's side as a script sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from pos_app.practice.serve import PracticeServer
from pos_app.practice.wire import Json, JsonObject
from tests.practice.caller import Caller, charge_body, order_id_of, store_body
from tests.practice.receiver import receiving


def _listed(caller: Caller, order_id: str) -> JsonObject:
    payments = caller.ask("GET", "/practice/payments").json["payments"]
    assert isinstance(payments, list)
    for payment in payments:
        assert isinstance(payment, dict)
        if payment["order_id"] == order_id:
            return payment
    raise AssertionError(f"{order_id} is not listed")


def test_a_pending_payment_is_listed_with_what_the_customer_would_see(caller: Caller) -> None:
    charged = caller.charge(charge_body("qris", 210_900))
    listed = _listed(caller, charged.text("order_id"))
    assert (listed["amount"], listed["channel"], listed["status"]) == (210_900, "qris", "pending")
    assert listed["qr_text"] == charged.text("qr_string")
    left = listed["seconds_left"]
    assert isinstance(left, int)
    assert 0 < left <= 900


def test_the_newest_comes_first(caller: Caller) -> None:
    first, second = (caller.charge(charge_body()).text("order_id") for _ in range(2))
    payments = caller.ask("GET", "/practice/payments").json["payments"]
    assert isinstance(payments, list)
    order_ids = [payment["order_id"] for payment in payments if isinstance(payment, dict)]
    assert order_ids.index(second) < order_ids.index(first)


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        (["pay"], "settlement"),
        (["fail"], "pending"),
        (["fail", "pay"], "settlement"),
        (["expire"], "expire"),
        (["expire", "pay-late"], "settlement"),
        (["cancel", "pay-late"], "settlement"),
        (["pay-twice"], "settlement"),
        (["deny"], "deny"),
        (["pay", "reverse"], "deny"),
        (["resend"], "pending"),
    ],
)
def test_what_the_customer_can_do(caller: Caller, acts: list[str], status: str) -> None:
    code = caller.charge(store_body("indomaret")).text("payment_code")
    for act in acts:
        answer = caller.ask("POST", f"/practice/payments/{code}/{act}")
        assert answer.http == 200
    assert answer.text("status") == status


def test_what_is_not_possible_is_said(caller: Caller) -> None:
    order_id = caller.charge(charge_body()).text("order_id")
    assert caller.ask("POST", f"/practice/payments/{order_id}/pay-late").http == 409
    assert caller.ask("POST", f"/practice/payments/{order_id}/dance").http == 404
    assert caller.ask("POST", "/practice/payments/nothing/pay").http == 404


def test_the_drawing_of_a_qr(caller: Caller) -> None:
    charged = caller.charge(charge_body())
    drawing = caller.ask("GET", f"/practice/payments/{charged.text('transaction_id')}/qr.svg")
    assert drawing.headers["Content-Type"].startswith("image/svg+xml")
    code = caller.charge(store_body()).text("order_id")
    assert caller.ask("GET", f"/practice/payments/{code}/qr.svg").http == 404
    assert caller.ask("GET", "/practice/payments/nothing/qr.svg").http == 404


def test_a_foreign_page_cannot_press_the_buttons(caller: Caller, server: PracticeServer) -> None:
    order_id = caller.charge(charge_body()).text("order_id")
    pay = f"/practice/payments/{order_id}/pay"
    for origin in ("https://shop.example", "null", server.url.replace("http:", "https:")):
        assert caller.ask("POST", pay, headers={"Origin": origin}).http == 403
        assert caller.ask("DELETE", "/practice/faults", headers={"Origin": origin}).http == 403
    assert caller.ask("POST", pay, headers={"Origin": server.url}).http == 200


def test_the_page_is_whole_in_itself(caller: Caller) -> None:
    for path in ("/practice/", "/", "/practice/?pay=x"):
        page = caller.ask("GET", path)
        assert page.headers["Content-Type"].startswith("text/html")
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert b"http://" not in page.content
        assert b"https://" not in page.content


def test_faults_can_be_scripted_from_outside(caller: Caller) -> None:
    order_id = order_id_of(body := charge_body())
    fault: Mapping[str, Json] = {"harm": "error_code", "on": "charge", "code": 503, "order_id": order_id}
    scripted = json.loads(caller.ask("POST", "/practice/faults", {**fault}).content)
    assert [each["code"] for each in scripted] == [503]
    assert json.loads(caller.ask("GET", "/practice/faults").content) == scripted
    assert caller.charge(body).code == "503"
    caller.ask("POST", "/practice/faults", {"harm": "lost"})
    assert json.loads(caller.ask("DELETE", "/practice/faults").content) == []


@pytest.mark.parametrize(
    "wrong",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"harm":"x"}',
        b'{"harm":"lost","on":"x"}',
        b'{"harm":"lost","colour":1}',
        b'{"harm":"denied"}',
        b'{"harm":"slow","seconds":"long"}',
        b'{"harm":"slow","times":0}',
    ],
)
def test_a_fault_that_makes_no_sense_is_refused_with_a_sentence(caller: Caller, wrong: bytes) -> None:
    refused = caller.ask("POST", "/practice/faults", wrong)
    assert refused.http == 400
    assert refused.json["error"]


def test_calls_and_notifications_can_be_read(caller: Caller) -> None:
    body = charge_body()
    with receiving() as receiver:
        caller.charge(body, X_Override_Notification=receiver.url)
        receiver.next()
        caller.status(order_id_of(body))
        calls = json.loads(caller.ask("GET", "/practice/calls").content)
        mine = [call for call in calls if call["order_id"] == order_id_of(body)]
        assert [(call["operation"], call["http"]) for call in mine] == [("charge", 200), ("status", 200)]
        assert "Authorization" not in json.dumps(calls)
        for _ in range(1000):
            notices = json.loads(caller.ask("GET", "/practice/notifications").content)
            if any(order_id_of(body) in notice["body"] for notice in notices):
                break
        else:
            raise AssertionError("the delivery was never written down")
