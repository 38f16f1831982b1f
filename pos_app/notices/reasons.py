"""Why the way through the relay is not open: for windows what kind of trouble it is, for the log in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pos_app.domain.relay import RelayTrouble

if TYPE_CHECKING:
    import ssl


class Reason(NamedTuple):
    """`text` is English, and may hold the system's own words."""

    trouble: RelayTrouble
    text: str

    def __str__(self) -> str:
        return self.text


_NO_RELAY = "there is no relay at this address, check [relay] url"
_MEANINGS = {
    200: "another server answers there, check [relay] url",
    301: "the relay has moved, write its new address as [relay] url",
    302: "the relay has moved, write its new address as [relay] url",
    307: "the relay has moved, write its new address as [relay] url",
    308: "the relay has moved, write its new address as [relay] url",
    401: "what answers there does not take this till's secret, check [relay] url",
    403: "what answers there does not let this till in, check [relay] url",
    404: _NO_RELAY,
    405: _NO_RELAY,
    429: "the relay limits this till, it is asked again soon",
    503: "the relay has no room or no disk at the moment, it is asked again soon",
}


_TROUBLES = {
    200: RelayTrouble.NO_RELAY,
    301: RelayTrouble.MOVED,
    302: RelayTrouble.MOVED,
    307: RelayTrouble.MOVED,
    308: RelayTrouble.MOVED,
    401: RelayTrouble.NOT_LET_IN,
    403: RelayTrouble.NOT_LET_IN,
    429: RelayTrouble.BUSY,
    503: RelayTrouble.BUSY,
    507: RelayTrouble.BUSY,
}


def of_answer(status: int) -> Reason:
    """An answer that is no stream of events."""
    what = "not a stream of events" if status == 200 else f"HTTP {status}"
    meaning = _MEANINGS.get(status)
    return Reason(_trouble(status), f"{what}: {meaning}" if meaning else what)


def of_refusal(status: int) -> Reason:
    """A post that was not taken."""
    return Reason(_trouble(status), f"HTTP {status}")


def of_error(error: Exception) -> Reason:
    """A connection that could not be made, or broke."""
    untrusted = _certificate_fault(error)
    if untrusted is not None:
        return Reason(
            RelayTrouble.NOT_TRUSTED,
            f"this PC does not trust the relay's certificate ({untrusted.verify_message}):"
            " give the relay one from a known authority, or make this PC trust its own",
        )
    return Reason(RelayTrouble.CUT_OFF, f"{type(error).__name__}: {error}")


def _trouble(status: int) -> RelayTrouble:
    """Other 5xx are a proxy's, behind which the relay is away."""
    otherwise = RelayTrouble.CUT_OFF if status >= 500 else RelayTrouble.NO_RELAY
    return _TROUBLES.get(status, otherwise)


def _certificate_fault(error: BaseException) -> ssl.SSLCertVerificationError | None:
    import ssl

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None
