"""Every call to the gateway about a payment on watch: one of a kind at a time, and none that the rules forbid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pos_app.domain.charge import Reply
from pos_app.domain.errors import (
    GatewayError,
    MisconfiguredError,
    OutcomeUnknownError,
    Problem,
    UnreachableError,
)
from pos_app.domain.evidence import Call, QrCode, TransactionStatus, Unanswered
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.states import Attention, State
from pos_app.till import schedule
from pos_app.till.errand import Errand, Fetch
from pos_app.till.kit import Kit
from pos_app.till.messages import Refused
from pos_app.till.watchlist import Watched


class Calling:
    """Starts calls on workers; what they bring comes back to the till as `Answered`. `wrote` hears how a write went."""

    def __init__(self, kit: Kit, wrote: Callable[[bool], None]) -> None:
        self._kit = kit
        self._wrote = wrote

    def charge(self, watched: Watched) -> None:
        """First or repeated: the same order id, the same key, the same bytes. Its intent is on disk."""
        payment, gateway = watched.payment, self._kit.gateway
        self._start(watched, Call.CHARGE, lambda: gateway.charge(payment.request, payment.idempotency_key))

    def read_qr(self, watched: Watched, text: str, picture_url: str) -> None:
        """Check the QR of a charge: its text, or else its picture."""
        amount, gateway = watched.payment.amount, self._kit.gateway
        if Fetch.QR not in watched.in_flight:
            watched.qr_tries += 1
            self._start(watched, Fetch.QR, lambda: gateway.read_qr(text, picture_url, amount))

    def close(self, watched: Watched, now: float) -> None:
        """Cancel what was given up, expire what ran out; what came of it is read at the next allowed moment."""
        payment, gateway = watched.payment, self._kit.gateway
        watched.closes += 1
        is_stuck = Attention.STUCK in payment.attention and watched.failures == 0
        watched.next_close = schedule.next_close(watched.closes, now, is_stuck=is_stuck)
        watched.rung = True
        name = payment.transaction_id or payment.order_id
        if payment.state is State.CANCELLING:
            self._start(watched, Call.CANCEL, lambda: gateway.cancel(name))
        else:
            self._start(watched, Call.EXPIRE, lambda: gateway.expire(name))

    def ask(self, watched: Watched, now: float) -> bool:
        """Read the status; False where somebody asked less than ten seconds ago, or the ask can't be stored."""
        payment, gateway = watched.payment, self._kit.gateway
        try:
            claimed = self._kit.journal.claim_ask(
                payment.order_id, self._kit.clock.now(), timedelta(seconds=schedule.GAP)
            )
        except JournalUnwritableError:
            # An ask that can't be stored is not made: the rule holds across crashes. It is still owed, and soon:
            # until a write goes well nothing is offered to the customer.
            watched.rung = True
            self._wrote(False)
            self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))
            watched.last_asked = now
            return False
        if not claimed:  # nothing was written: that tells nothing of the disk
            watched.last_asked = now - schedule.GAP + 1.0
            return False
        self._wrote(True)
        watched.last_asked = now
        watched.rung = False
        watched.checks += 1
        name = payment.transaction_id or payment.order_id
        self._start(watched, Call.STATUS, lambda: gateway.status(name))
        return True

    def _start(self, watched: Watched, errand: Errand, work: Callable[[], Reply | QrCode]) -> None:
        if errand in watched.in_flight:
            return
        watched.in_flight.add(errand)
        self._kit.calls.start(watched.payment.order_id, errand, work)


def silence(call: Call, error: GatewayError) -> Unanswered:
    """What is known of a call that brought no reading."""
    match error:
        case UnreachableError():
            return Unanswered(call, was_sent=False, problem=Problem.UNREACHABLE)
        case MisconfiguredError(problem=problem):
            return Unanswered(call, was_sent=False, problem=problem)
        case OutcomeUnknownError(problem=problem):
            return Unanswered(call, was_sent=True, problem=problem)
        case _:
            return Unanswered(call, was_sent=True)


def asks_to_stay_away(reply: Reply) -> bool:
    return reply.reading.code == 429 or reply.reading.code >= 500


def speaks_of_a_transaction(outcome: object) -> bool:
    """An error, such as a refused key, says nothing of the money."""
    return isinstance(outcome, Reply) and outcome.reading.status is not TransactionStatus.ABSENT
