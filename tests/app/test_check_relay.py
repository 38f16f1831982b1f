"""What `pos-app doctor` says of a relay that can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.cli.check_gateway import relay
from pos_app.cli.findings import Finding, Verdict
from pos_app.domain.environment import Environment
from pos_app.settings.model import Gateway, Relay, Settings, Store
from tests.midtrans.stub import Deed, Stub, answer, raw


def test_a_certificate_that_nobody_trusts_is_named(certificate: Path) -> None:
    with Stub(answer("", 401), tls=certificate) as stub:
        found = relay(Settings(store=Store(name="Toko"), relay=Relay(url=stub.url)))
    assert found.verdict is Verdict.FAILED
    assert "does not trust its certificate (self-signed certificate)" in found.said
    assert "known authority" in found.advice


ASKED_FOR_THE_SECRET = answer("", 401, headers=["WWW-Authenticate: Bearer"])


def looked_at(*answers: Deed) -> Finding:
    with Stub(*answers) as stub:
        return relay(Settings(store=Store(name="Toko"), relay=Relay(url=stub.url)))


def test_a_relay_asks_for_the_secret() -> None:
    assert looked_at(ASKED_FOR_THE_SECRET).verdict is Verdict.FINE


@pytest.mark.parametrize(
    ("answers", "said", "advice"),
    [
        ([answer("", 401, headers=['WWW-Authenticate: Basic realm="router"'])], "HTTP 401", "another server"),
        ([answer("", 404)], "HTTP 404", "another server"),
        ([answer("", 502)], "HTTP 502", "whether it runs"),
        ([answer("", 301, headers=["Location: /there"]), ASKED_FOR_THE_SECRET], "HTTP 301", "new address"),
        ([raw(b"SSH-2.0-OpenSSH_9.2\r\n")], "SSH-2.0", "check its address"),
    ],
    ids=["a router", "a page", "a proxy alone", "moved", "no web server"],
)
def test_what_answers_in_its_place_is_told_apart(answers: list[Deed], said: str, advice: str) -> None:
    """As the till tells it, which takes no stream from any of them."""
    found = looked_at(*answers)
    assert found.verdict is Verdict.FAILED
    assert said in found.said
    assert advice in found.advice


def test_a_relay_to_which_midtrans_does_not_post_is_told() -> None:
    """The till's own echo comes back from there, and would prove a way that no notification ever takes."""
    with Stub(ASKED_FOR_THE_SECRET) as stub:
        real = Settings(
            store=Store(name="Toko"),
            gateway=Gateway(environment=Environment.SANDBOX),
            relay=Relay(url=stub.url),
        )
        found = relay(real)
        elsewhere = relay(
            real._replace(gateway=real.gateway._replace(notification_url="https://relay.example.id/n/a"))
        )
    assert found.verdict is Verdict.FAILED
    assert f"Midtrans does not post to {stub.url}" in found.said
    assert elsewhere.verdict is Verdict.FINE
