"""Whether the gateway and the relay can be reached, and what they think of us."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

from pos_app.cli.findings import NO_SETTINGS, Finding, failed, fine, note, skipped
from pos_app.domain.charge import Reply
from pos_app.domain.environment import Environment
from pos_app.domain.errors import GatewayError
from pos_app.settings.addresses import takes_posts_from_outside
from pos_app.settings.model import Settings

_PATIENCE = 10.0
_TOLERATED = 60
"""Seconds between the two clocks, from which on the till shows a banner (payments.md)."""


def gateway(said: Settings | None, key: str | None) -> Iterator[Finding]:
    """Ask for a transaction that can't exist: 404 proves address and key alike, and changes nothing."""
    if said is None:
        yield skipped("gateway", NO_SETTINGS)
        return
    if said.gateway.environment is Environment.PRACTICE:
        yield skipped("gateway", "practice brings its own")
        return
    if key is None:
        yield skipped("gateway", "can't be asked without a key")
        return
    from pos_app.midtrans.client import MidtransGateway
    from pos_app.midtrans.wire import base_url

    address = said.gateway.base_url or base_url(said.gateway.environment)
    try:
        with MidtransGateway(address, lambda: key, deadline_seconds=_PATIENCE) as client:
            reply = client.status(f"doctor-{uuid4()}")
    except GatewayError as error:
        yield failed("gateway", f"{address}: {error}", "check the PC's network, its proxy and its firewall")
        return
    yield _answered(address, reply)
    yield _clock(reply)


def relay(said: Settings | None) -> Finding:
    """Ask for events without the till's secret: a relay refuses that with 401, and says what it wants."""
    if said is None:
        return skipped("relay", NO_SETTINGS)
    if not said.relay.url:
        return skipped("relay", "none is set: the till asks the gateway by itself")
    address = said.relay.url
    try:
        with _unled().open(f"{address}/events", timeout=_PATIENCE) as answer:
            return _no_relay(address, answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 401 and error.headers.get("WWW-Authenticate", "").lower().startswith("bearer"):
            return _heard_by(said)
        return _no_relay(address, error.code)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLCertVerificationError):
            return failed(
                "relay",
                f"{address}: this PC does not trust its certificate ({reason.verify_message})",
                "give the relay a certificate of a known authority, as packaging/relay shows",
            )
        return failed(
            "relay",
            f"{address}: {str(reason).strip()}",
            "check its address and whether it runs; until then the till polls",
        )


def _heard_by(said: Settings) -> Finding:
    """Whether what answers gets Midtrans's notifications; our own echo would come back from anywhere."""
    address = said.relay.url
    is_midtrans = said.gateway.environment is not Environment.PRACTICE and not said.gateway.base_url
    for posted_to in (said.gateway.notification_url or address).split(","):
        if is_midtrans and not takes_posts_from_outside(posted_to.strip()):
            return failed(
                "relay",
                f"{address} answers, but Midtrans does not post to {posted_to.strip()}",
                "give the relay the name of a host on the internet, and port 443, as packaging/relay shows",
            )
    return fine("relay", f"{address} answers")


class _Unled(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, as the till takes its secret nowhere else."""

    def redirect_request(self, *_: object) -> None:
        return None


def _unled() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_Unled)


def _no_relay(address: str, status: int) -> Finding:
    said = f"{address} answers HTTP {status}"
    if 300 <= status < 400:
        return failed("relay", said, "the relay has moved: write its new address as [relay] url")
    if status >= 500:
        return failed("relay", said, "look on the relay's machine whether it runs; until then the till polls")
    return failed("relay", said, "check [relay] url: this is another server")


def _answered(address: str, reply: Reply) -> Finding:
    took = f"{reply.seconds * 1000:.0f} ms"
    match reply.reading.code:
        case 404:
            return fine("gateway", f"{address} knows the key and answers in {took}")
        case 401:
            return failed(
                "gateway",
                f"{address} refuses the key",
                "store the key that Midtrans shows for this environment",
            )
        case code:
            return failed(
                "gateway", f"{address} answers {code} {reply.reading.message}", "ask Midtrans's support"
            )


def _clock(reply: Reply) -> Finding:
    if reply.gateway_at is None:
        return skipped("clock", "the gateway does not tell its time")
    offset = round((datetime.now(UTC) - reply.gateway_at).total_seconds())
    if abs(offset) > _TOLERATED:
        return note(
            "clock",
            f"{abs(offset)} s {'ahead of' if offset > 0 else 'behind'} the gateway's",
            "set the PC's clock to network time",
        )
    return fine("clock", f"{abs(offset)} s from the gateway's")
