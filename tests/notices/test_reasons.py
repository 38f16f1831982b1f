from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.relay import RelayTrouble
from pos_app.notices import reasons
from pos_app.notices.post import Post, PostError
from tests.midtrans.stub import Stub, answer
from tests.notices.ear import Ear, listening

UNTRUSTED = "this PC does not trust the relay's certificate (self-signed certificate)"


@pytest.mark.parametrize(
    ("status", "trouble", "said"),
    [
        (
            200,
            RelayTrouble.NO_RELAY,
            "not a stream of events: another server answers there, check [relay] url",
        ),
        (302, RelayTrouble.MOVED, "HTTP 302: the relay has moved, write its new address as [relay] url"),
        (404, RelayTrouble.NO_RELAY, "HTTP 404: there is no relay at this address, check [relay] url"),
        (502, RelayTrouble.CUT_OFF, "HTTP 502"),
    ],
)
def test_an_answer_that_is_no_stream(status: int, trouble: RelayTrouble, said: str) -> None:
    assert reasons.of_answer(status) == reasons.Reason(trouble, said)


@pytest.mark.parametrize("status", sorted(reasons._MEANINGS))
def test_what_has_a_meaning_has_a_trouble_of_its_own(status: int) -> None:
    told = reasons.of_answer(status)
    assert told.trouble is not RelayTrouble.CUT_OFF
    assert reasons.of_refusal(status) == reasons.Reason(told.trouble, f"HTTP {status}")


@pytest.fixture
def self_signed(certificate: Path) -> Iterator[Stub]:
    with Stub(answer("{}"), answer("{}"), tls=certificate) as stub:
        yield stub


def test_a_relay_that_signed_its_own_certificate_is_not_listened_to(self_signed: Stub) -> None:
    ear = Ear()
    with listening(self_signed.url, ear):
        assert ear.next_closing().startswith(UNTRUSTED)
    assert self_signed.requests == []


def test_a_relay_that_signed_its_own_certificate_is_sent_nothing(self_signed: Stub) -> None:
    post = Post(self_signed.url)
    with pytest.raises(PostError, match="does not trust the relay's certificate"):
        post.send("{}")
    post.close()
    assert self_signed.requests == []
