"""Why the way through the relay is not open, in words that say where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

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


def of_answer(status: int) -> str:
    """An answer that is no stream of events."""
    what = "not a stream of events" if status == 200 else f"HTTP {status}"
    meaning = _MEANINGS.get(status)
    return f"{what}: {meaning}" if meaning else what


def of_error(error: Exception) -> str:
    """A connection that could not be made, or broke."""
    untrusted = _certificate_fault(error)
    if untrusted is not None:
        return (
            f"this PC does not trust the relay's certificate ({untrusted.verify_message}):"
            " give the relay one from a known authority, or make this PC trust its own"
        )
    return f"{type(error).__name__}: {error}"


def _certificate_fault(error: BaseException) -> ssl.SSLCertVerificationError | None:
    import ssl

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None
