"""What is due for one payment, and when."""

from __future__ import annotations

from pos_app.domain.evidence import Call
from pos_app.domain.states import State
from pos_app.till import schedule
from pos_app.till.errand import Fetch
from pos_app.till.ports import Clock
from pos_app.till.stalling import stalls_at
from pos_app.till.watchlist import Watched, Watchlist

_ABOUT_ITS_STATE = frozenset({Call.STATUS, Call.CANCEL, Call.EXPIRE})
"""One of these at a time: the answer to one may make the next needless."""

_BEFORE_A_READ = _ABOUT_ITS_STATE | {Fetch.QR}
"""A customer waits for the QR that is being fetched, and nobody can pay before it is there: a read comes after it."""


class Agenda:
    """Calls nobody; what it settles once (when a charge goes out again, that it does not) it notes in the watch.

    Monotonic seconds; `now` is the moment of the tick that asks.
    """

    def __init__(self, clock: Clock, watchlist: Watchlist) -> None:
        self._clock = clock
        self._watchlist = watchlist

    def next_due(self, watched: Watched) -> float:
        """The moment of the next thing to do; infinity while the answer to its charge is awaited."""
        if Call.CHARGE in watched.in_flight:
            return float("inf")
        due = [stalls_at(watched)]
        now = self._clock.monotonic()
        if watched.payment.state is State.IN_DOUBT and not self.reads_only(watched):
            due.append(min(self.charge_due(watched), watched.since + schedule.REPEATS_END))
        if _wants_qr(watched) and Fetch.QR not in watched.in_flight:
            due.append(watched.next_qr)
        if _wants_closing(watched, now):
            if not watched.in_flight & _ABOUT_ITS_STATE:
                due.append(watched.next_close)
        elif watched.payment.state is State.PENDING and watched.ends is not None and now < watched.ends:
            due.append(watched.ends)
        ask_at = schedule.next_ask(self._watchlist.asking(watched))
        if ask_at is not None and not watched.in_flight & _BEFORE_A_READ:
            due.append(ask_at)
        return min(due)

    def reads_only(self, watched: Watched) -> bool:
        """Whether a lost charge is not repeated any more; from then on it stays so."""
        if not watched.reads_only:
            over = self._clock.monotonic() >= watched.since + schedule.REPEATS_END
            watched.reads_only = over or watched.payment.known_to_gateway
        return watched.reads_only

    def charge_due(self, watched: Watched) -> float:
        """When a lost charge goes out again."""
        if watched.next_charge is None:
            watched.next_charge = schedule.next_charge(watched.payment.charges_sent, self._clock.monotonic())
        return watched.next_charge

    def is_charge_due(self, watched: Watched, now: float) -> bool:
        if watched.payment.state is not State.IN_DOUBT or self.reads_only(watched):
            watched.next_charge = None
            return False
        return now >= self.charge_due(watched)

    def is_qr_due(self, watched: Watched, now: float) -> bool:
        return _wants_qr(watched) and now >= watched.next_qr

    def is_closing_due(self, watched: Watched, now: float) -> bool:
        is_idle = not watched.in_flight & _ABOUT_ITS_STATE
        return is_idle and _wants_closing(watched, now) and now >= watched.next_close

    def is_ask_due(self, watched: Watched, now: float) -> bool:
        ask_at = schedule.next_ask(self._watchlist.asking(watched))
        return ask_at is not None and now >= ask_at and not watched.in_flight & _BEFORE_A_READ


def _wants_qr(watched: Watched) -> bool:
    payment = watched.payment
    return payment.state is State.PENDING and payment.method.shows_qr and payment.qr is None


def _wants_closing(watched: Watched, now: float) -> bool:
    """What was cancelled must be cancelled at the gateway; what ran out must be expired there."""
    if watched.payment.took_another_amount:
        return False  # the gateway has its money: there is nothing to close
    if watched.payment.state is State.CANCELLING:
        return True
    overdue = watched.ends is not None and now >= watched.ends
    return watched.payment.state is State.PENDING and overdue
