"""What `pos-app doctor` says of a relay that can't be used."""

from __future__ import annotations

from pathlib import Path

from pos_app.cli.check_gateway import relay
from pos_app.cli.findings import Verdict
from pos_app.settings.model import Relay, Settings, Store
from tests.midtrans.stub import Stub, answer


def test_a_certificate_that_nobody_trusts_is_named(certificate: Path) -> None:
    with Stub(answer("", 401), tls=certificate) as stub:
        found = relay(Settings(store=Store(name="Toko"), relay=Relay(url=stub.url)))
    assert found.verdict is Verdict.FAILED
    assert "does not trust its certificate (self-signed certificate)" in found.said
    assert "known authority" in found.advice
