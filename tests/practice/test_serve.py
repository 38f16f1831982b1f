from __future__ import annotations

import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Caller, charge_body


def test_only_this_computer_is_served() -> None:
    with pytest.raises(ValueError, match=r"use 127\.0\.0\.1, not 0\.0\.0\.0"):
        PracticeServer("0.0.0.0")


def test_a_taken_port_is_said(server: PracticeServer) -> None:
    port = urlsplit(server.url).port
    assert port is not None
    with pytest.raises(OSError, match="in use"):
        PracticeServer(port=port)


def test_stopping_twice_is_harmless_and_frees_the_port() -> None:
    server = PracticeServer()
    port = urlsplit(server.url).port or 0
    server.stop()
    server.stop()
    with PracticeServer(port=port) as again:
        assert Caller(again.url).charge(charge_body()).code == "201"


def test_the_other_loopback_works_too() -> None:
    with PracticeServer("::1") as server:
        charged = Caller(server.url).charge(charge_body())
        assert Caller(server.url).ask("GET", charged.action("get-status")).code == "201"


@pytest.mark.parametrize("host", ["shop.example", "127.0.0.1.shop.example:80", "10.0.0.1", ""])
def test_foreign_names_for_this_computer_are_refused(caller: Caller, host: str) -> None:
    for path in ("/practice/", "/v2/x/status"):
        assert caller.ask("GET", path, headers={"Host": host}).http == 421


def test_localhost_is_a_name_of_this_computer(caller: Caller) -> None:
    assert caller.ask("GET", "/practice/", headers={"Host": "localhost:8080"}).http == 200


def test_the_blocking_form_says_where_it_serves_and_ends_on_interrupt() -> None:
    code = "from pos_app.practice.serve import serve_gateway; serve_gateway(port=0, server_key='SB-Mid-server-own')"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ},
    )
    with process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[-1]
        page = process.stdout.readline().split()[-1]
        assert page == f"{url}/practice/"
        assert Caller(url, "SB-Mid-server-own").charge(charge_body()).code == "201"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")


def test_importing_the_server_does_not_import_the_web() -> None:
    code = "import sys, pos_app.practice.serve; print([n for n in ('uvicorn', 'starlette', 'PIL', 'qrcode') if n in sys.modules])"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"
