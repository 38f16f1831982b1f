from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from pos_app.app.link import LinkedGateway
from pos_app.domain.errors import MisconfiguredError, OutcomeUnknownError, Problem
from pos_app.practice.account import Account
from pos_app.practice.serve import PracticeServer
from tests.fakes.clock import FakeClock

OLD = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
NEW = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"


@dataclass
class Keys:
    """A link whose keyring a test can change; `stored` is empty where it gives none."""

    url: str
    stored: str = NEW
    used: str = OLD
    reads: list[str] = field(default_factory=list)

    def gateway_url(self) -> str:
        return self.url

    def server_key(self) -> str:
        return self.used

    def read_key_again(self) -> None:
        self.reads.append(self.stored)
        if not self.stored:
            raise MisconfiguredError(Problem.KEYRING_UNAVAILABLE)
        self.used = self.stored

    def relay_url(self) -> str:
        return ""

    def relay_secret(self) -> str:
        return "secret"

    def notification_url(self) -> str:
        return ""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with PracticeServer(account=Account(server_keys=(NEW,))) as server:
        yield server.url


def codes(gateway: LinkedGateway, times: int) -> list[int]:
    return [gateway.status("nobody-knows-it").reading.code for _ in range(times)]


def test_a_refused_key_is_read_again_before_the_next_call(url: str) -> None:
    keys = Keys(url)
    assert codes(LinkedGateway(keys), 4) == [401, 404, 404, 404]
    assert keys.reads == [NEW]


def test_a_key_that_works_is_never_read_again(url: str) -> None:
    keys = Keys(url, used=NEW)
    assert codes(LinkedGateway(keys), 3) == [404, 404, 404]
    assert keys.reads == []


def test_a_key_that_is_refused_again_is_read_again(url: str) -> None:
    keys = Keys(url, stored=OLD)
    gateway = LinkedGateway(keys)
    assert codes(gateway, 3) == [401, 401, 401]
    keys.stored = NEW
    assert codes(gateway, 2) == [404, 404]
    assert keys.reads == [OLD, OLD, NEW]


def test_a_keyring_that_gives_nothing_leaves_the_key_in_use(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    keys = Keys(url, stored="")
    assert codes(LinkedGateway(keys), 2) == [401, 401]
    assert "the keyring gives no other" in caplog.text


def test_a_keyring_that_did_not_open_is_left_alone_by_what_nobody_waits_for(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    keys, clock = Keys(url, stored=""), FakeClock()
    gateway = LinkedGateway(keys, clock.monotonic)
    assert codes(gateway, 5) == [401] * 5
    assert keys.reads == [""]
    with contextlib.suppress(OutcomeUnknownError):
        gateway.charge("{}", "a-key-of-its-own")  # somebody stands there and waits: the keyring may ask them
    assert keys.reads == ["", ""]
    clock.advance(299)
    assert codes(gateway, 2) == [401, 401]
    assert keys.reads == ["", ""]
    clock.advance(1)
    keys.stored = NEW
    assert codes(gateway, 1) == [404]
    assert "the keyring gives no other" in caplog.text


def test_a_notification_never_asks_the_keyring(url: str) -> None:
    keys = Keys(url)
    gateway = LinkedGateway(keys)
    assert codes(gateway, 1) == [401]
    gateway.hear("{}")
    assert keys.reads == []
