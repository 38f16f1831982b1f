"""The Core API as a merchant's program sees it."""

from __future__ import annotations

from io import BytesIO
from threading import Thread

import pytest
import zxingcpp
from PIL import Image

from pos_app.practice.account import Account, Habits
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Answer, Caller, charge_body, new_order_id, order_id_of, store_body
from tests.practice.receiver import receiving


def _decoded(png: bytes) -> str:
    with Image.open(BytesIO(png)) as picture:
        [code] = zxingcpp.read_barcodes(picture)
        return str(code.text)


def test_a_gopay_charge_carries_actions_and_no_qr_string(caller: Caller, server: PracticeServer) -> None:
    answer = caller.charge(charge_body())
    assert (answer.http, answer.code) == (200, "201")
    assert answer.text("gross_amount") == "44000.00"
    assert answer.text("fraud_status") == "accept"
    assert "qr_string" not in answer.json
    actions = answer.json["actions"]
    assert isinstance(actions, list)
    assert [(action["name"], action["method"]) for action in actions if isinstance(action, dict)] == [
        ("generate-qr-code", "GET"),
        ("generate-qr-code-v2", "GET"),
        ("deeplink-redirect", "GET"),
        ("get-status", "GET"),
        ("cancel", "POST"),
    ]
    assert all(str(action["url"]).startswith(server.url) for action in actions if isinstance(action, dict))
    assert caller.ask("GET", answer.action("get-status")).code == "201"
    assert caller.ask("POST", answer.action("cancel")).code == "200"


def test_a_qris_charge_carries_its_text_and_the_pictures_show_it(server: PracticeServer) -> None:
    answer = Caller(server.url).charge(charge_body("qris", 789_000))
    text = answer.text("qr_string")
    assert "5409789000.00" in text
    keyless = Caller(server.url, key="none")
    for action in ("generate-qr-code", "generate-qr-code-v2"):
        picture = keyless.ask("GET", answer.action(action))
        assert picture.headers["Content-Type"] == "image/png"
        assert _decoded(picture.content) == text
    assert answer.text("transaction_id") not in answer.action("generate-qr-code-v2")


@pytest.mark.parametrize(("store", "has_fraud_status"), [("alfamart", True), ("indomaret", False)])
def test_a_store_charge_carries_a_code(caller: Caller, store: str, has_fraud_status: bool) -> None:
    answer = caller.charge(store_body(store))
    assert answer.code == "201"
    assert answer.text("store") == store
    assert answer.text("payment_code").isdigit()
    assert ("fraud_status" in answer.json) is has_fraud_status


@pytest.mark.parametrize("name", ["order_id", "transaction_id"])
def test_a_payment_is_found_by_either_id(caller: Caller, name: str) -> None:
    charged = caller.charge(charge_body())
    assert caller.status(charged.text(name)).text("transaction_id") == charged.text("transaction_id")


def _shape(answer: Answer) -> tuple[int, str]:
    return answer.http, answer.code


def test_http_and_body_codes_have_their_habits(caller: Caller, server: PracticeServer) -> None:
    body = charge_body()
    assert _shape(caller.charge(body)) == (200, "201")
    assert _shape(caller.charge(body)) == (200, "406")
    assert _shape(caller.charge(charge_body(amount=0))) == (400, "400")
    assert _shape(caller.charge(charge_body("shopeepay"))) == (200, "402")
    assert _shape(caller.ask("POST", "/v2/charge", b'{"payment_type": "gopay" "x": 1}')) == (200, "413")
    assert _shape(caller.ask("POST", "/v2/charge", b"[]")) == (200, "413")
    assert _shape(caller.ask("POST", "/v2/charge", b'{"payment_type": "\\ud800"}')) == (200, "413")
    assert _shape(caller.ask("POST", "/v2/charge", b"null")) == (200, "500")
    assert _shape(caller.status("nothing")) == (200, "404")
    assert _shape(caller.post(order_id_of(body), "approve")) == (200, "412")
    assert _shape(caller.post(order_id_of(body), "expire", {})) == (200, "407")
    assert _shape(caller.status(order_id_of(body))) == (200, "407")
    assert _shape(caller.post(order_id_of(body), "cancel")) == (200, "412")
    assert _shape(Caller(server.url, "SB-Mid-server-other").charge(charge_body())) == (401, "401")
    assert _shape(caller.ask("PUT", "/v2/charge")) == (405, "405")
    assert _shape(caller.ask("GET", "/v2/x/status", headers={"Accept": "text/html"})) == (403, "403")


def test_what_is_wrong_comes_as_validation_messages(caller: Caller) -> None:
    refused = caller.charge(charge_body(amount=0)).json
    assert isinstance(refused["validation_messages"], list)
    assert refused["validation_messages"]
    assert "id" in refused


@pytest.mark.parametrize(
    "path", ["/v2//status", "/v2/INV/200512/status", "/v9/x", "/v2/gopay/nothing/qr-code"]
)
def test_paths_that_lead_nowhere_get_a_page(caller: Caller, path: str) -> None:
    answer = caller.ask("GET", path)
    assert answer.http == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("authorization", ["", "Bearer x", "Basic !!!", "Basic //79", "Basic eDp5"])
def test_other_keys_and_broken_headers_are_refused(caller: Caller, authorization: str) -> None:
    assert caller.ask("GET", "/v2/x/status", headers={"Authorization": authorization}).http == 401


def test_a_configured_key_signs_its_own_notifications() -> None:
    key = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
    with PracticeServer(account=Account(server_keys=(key,))) as server:
        charged = Caller(server.url, key).charge(charge_body("qris", 789_000, order_id="order102"))
        server.gateway.pay("order102")
        status = Caller(server.url, key).status(charged.text("transaction_id"))
    assert status.text("signature_key").startswith("5d40504728eb96686bd5926299768a64"), "wire-facts 7.2"


def test_the_gateways_open_points_can_be_set() -> None:
    habits = Habits(http_for={404: 404}, qr_after_end=False)
    with PracticeServer(habits=habits) as server:
        caller = Caller(server.url)
        assert caller.status("nothing").http == 404
        charged = caller.charge(charge_body())
        picture = charged.action("generate-qr-code")
        assert caller.ask("GET", picture).http == 200
        server.gateway.cancel(charged.text("order_id"))
        assert caller.ask("GET", picture).http == 404


def test_an_idempotency_key_brings_the_first_answer_back(caller: Caller) -> None:
    key = new_order_id()
    first = caller.charge(charge_body(), Idempotency_Key=key)
    assert caller.charge(charge_body("qris", 1), Idempotency_Key=key).content == first.content
    assert caller.charge(charge_body(), Idempotency_Key=new_order_id()).content != first.content


@pytest.mark.parametrize("make", [charge_body, lambda: store_body("indomaret")])
def test_keys_that_are_too_long_and_indomaret_have_no_memory(caller: Caller, make: object) -> None:
    assert callable(make)
    body = make()
    key = "k" * 47 if make is charge_body else new_order_id()
    assert caller.charge(body, Idempotency_Key=key).code == "201"
    assert caller.charge(body, Idempotency_Key=key).code == "406"


def test_an_answer_that_got_lost_comes_back_with_the_key(caller: Caller, server: PracticeServer) -> None:
    body, key = charge_body(), new_order_id()
    server.gateway.script(Fault(Harm.LOST, Operation.CHARGE, after_commit=True))
    with pytest.raises(ConnectionError):
        caller.charge(body, Idempotency_Key=key)
    again = caller.charge(body, Idempotency_Key=key)
    assert (again.code, again.text("order_id")) == ("201", order_id_of(body))
    assert again.action("generate-qr-code")


def test_while_the_first_call_runs_the_second_gets_202(caller: Caller, server: PracticeServer) -> None:
    body, key = charge_body(), new_order_id()
    before = len(server.gateway.calls.of(Operation.CHARGE))
    server.gateway.script(Fault(Harm.SLOW, Operation.CHARGE, seconds=0.3))
    answers: list[Answer] = []
    first = Thread(target=lambda: answers.append(caller.charge(body, Idempotency_Key=key)))
    first.start()
    server.gateway.calls.wait_for(Operation.CHARGE, before + 1)
    second = caller.charge(body, Idempotency_Key=key)
    first.join()
    assert second.http == 202
    assert [answer.code for answer in answers] == ["201"]
    assert caller.charge(body, Idempotency_Key=key).content == answers[0].content


def test_notification_headers_reach_their_addresses(caller: Caller) -> None:
    with receiving() as receiver:
        headers = {
            "X_Override_Notification": f"{receiver.url}/a, {receiver.url}/b",
            "X_Append_Notification": receiver.url,
        }
        caller.charge(charge_body(), **headers)
        assert {receiver.next().path for _ in range(3)} == {"/", "/a", "/b"}


def test_every_call_is_written_down(caller: Caller, server: PracticeServer) -> None:
    body = charge_body()
    order_id = order_id_of(body)
    caller.charge(body, Idempotency_Key="key-of-the-log")
    for _ in range(3):
        caller.status(order_id)
    caller.post(order_id, "refund", {"amount": 1})
    caller.post(order_id, "refund/online/direct", {"amount": 1})
    calls = [call for call in server.gateway.calls.all() if call.order_id == order_id]
    assert [(call.operation, call.http) for call in calls] == [
        (Operation.CHARGE, 200),
        *[(Operation.STATUS, 200)] * 3,
        *[(Operation.REFUND, 200)] * 2,
    ]
    assert calls[0].idempotency_key == "key-of-the-log"
    assert order_id.encode() in calls[0].body
    gaps = server.gateway.calls.gaps(Operation.STATUS, order_id)
    assert len(gaps) == 2
    assert all(gap > 0 for gap in gaps)


def test_waiting_for_a_call_that_never_comes(server: PracticeServer) -> None:
    with pytest.raises(TimeoutError, match="0 of 1 deny calls"):
        server.gateway.calls.wait_for(Operation.DENY, 1, timeout=0.01)
