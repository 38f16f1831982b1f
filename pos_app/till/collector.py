"""Collects money: what is due is done here, and every piece of evidence comes in here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from pos_app.domain.charge import Reply
from pos_app.domain.errors import GatewayError, OutcomeUnknownError, Problem, QrRefusedError, UnreachableError
from pos_app.domain.evidence import (
    Call,
    CancelAsked,
    Evidence,
    Fact,
    Notified,
    QrCode,
    QrRead,
    QrRefused,
    Reading,
    Said,
    Sent,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.record import Recorded
from pos_app.domain.sale import Sale
from pos_app.domain.states import State
from pos_app.till import schedule
from pos_app.till.agenda import Agenda
from pos_app.till.calling import Calling, asks_to_stay_away, silence, speaks_of_a_transaction
from pos_app.till.errand import Fetch
from pos_app.till.intent import intended
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered
from pos_app.till.recorder import Recorder
from pos_app.till.stalling import stalls_at
from pos_app.till.watchlist import Watched, Watchlist

_QR_TRIES = 6

_DRAWING = 0.25
"""Seconds for which the windows have the PC to themselves when a QR came: whoever rang before can wait so long."""

_AFTER_A_FAULT = 1.0
"""Seconds for which a payment whose work failed is let alone."""

_UNREACHED = 2
"""Failures that asks which never got out count for at most: they are a burden to nobody, and a network comes back."""

_READ_FIRST = 1.5 * schedule.GAP
"""Seconds after a start in which a payment is not closed for its time: the gateway is read before, and tells its own."""

_CLEARING = 60.0
"""Seconds between two looks for payments that are past their grace."""

_UNSEEN = timedelta(hours=24)
"""What a store took back while this PC was off is found by one read, if it was settled within this time."""


class Collector:
    """Owns the watch. `changed` hears of every payment that moved or was asked for, after it is on disk."""

    def __init__(self, kit: Kit, changed: Callable[[Recorded], None]) -> None:
        self._kit = kit
        self._changed = changed
        self._next_clearing = 0.0
        self._unheard: deque[str] = deque()
        self._untold: deque[Recorded] = deque()
        self.watchlist = Watchlist(kit.clock, kit.shop)
        self._recorder = Recorder(kit, self._stored, self.watchlist.reckoned_now)
        self._calling = Calling(kit, self._recorder.wrote)
        self._agenda = Agenda(kit.clock, self.watchlist)

    # asking for money

    def charge(self, sale: Sale, method: Method, attempt: int, customer_name: str = "") -> None:
        """Write the intent down, then send it. Raises AlreadyLiveError, JournalUnwritableError."""
        intent = intended(self._kit, sale, method, attempt, customer_name)
        sent = Evidence(order_id=intent.order_id, at=self._kit.clock.now(), fact=Sent())
        payment = self._kit.journal.intend(intent, sent)
        self._recorder.wrote(True)
        self._calling.charge(self.watchlist.put(payment, made_now=True))
        self._stored(Recorded(intent, payment))

    def _send_again(self, watched: Watched) -> None:
        watched.next_charge = None
        if self._record(watched.payment.order_id, Sent()):  # without a durable intent nothing is sent
            self._calling.charge(watched)

    def cancel(self, order_id: str, asked: CancelAsked) -> bool:
        """Close a payment at the gateway; it is dead only when the gateway says so. False where there is nothing to close."""
        watched = self.watchlist.get(order_id)
        if watched is None or not watched.payment.can_cancel:
            return False
        watched.reads_only = True
        self._record(order_id, asked)
        return True

    def learn(self, order_id: str, fact: Fact) -> bool:
        """What a person decided; False where it could not be kept. Raises NotAttachableError."""
        return self._record(order_id, fact)

    def ring(self, order_id: str) -> None:
        """Read the status at the next allowed moment; what had left the watch comes back for that read."""
        if (watched := self.watchlist.get(order_id)) is not None:
            watched.ring()
            return
        payment = self._kit.journal.payment(order_id)
        if payment is not None and payment.known_to_gateway:
            watched = self._bring_back(payment)
            self._changed(Recorded(watched.payment, watched.payment))

    def ring_all(self) -> None:
        for watched in self.watchlist:
            watched.ring()

    # what comes back

    def answered(self, answer: Answered) -> None:
        """Store and judge what a call brought."""
        watched = self.watchlist.get(answer.order_id)
        if watched is not None:
            watched.in_flight.discard(answer.errand)
            watched.touch()
            self._note(watched, answer)
        match answer.outcome:
            case Reply() as reply if answer.errand is not Fetch.QR:
                leapt = reply.gateway_at is not None and self.watchlist.learn_time(reply.gateway_at)
                if watched is not None and answer.errand is Call.CHARGE:
                    self._fetch_ahead(watched, reply.reading)
                said = Said(answer.errand, reply.reading)
                self._record(answer.order_id, said, reply.raw, reply)
                if leapt:
                    self.watch_all()
            case QrCode() as qr:
                if watched is not None and watched.rung:
                    watched.not_before = self._kit.clock.monotonic() + _DRAWING
                self._record(answer.order_id, QrRead(qr))
            case QrRefusedError(problem=problem):
                self._record(answer.order_id, QrRefused(problem))
            case GatewayError() as error if answer.errand is not Fetch.QR:
                raw = error.raw if isinstance(error, OutcomeUnknownError) else str(error)
                self._record(answer.order_id, silence(answer.errand, error), raw)
            case _:
                self._retry_qr(watched, answer.order_id)

    @property
    def can_record(self) -> bool:
        """Whether money that came now could be written down."""
        return self._recorder.can_record

    def could_not_write(self) -> None:
        """A write failed that brought no news of a payment: nothing is offered until an ask, which is owed now, goes well."""
        self._recorder.wrote(False)
        for watched in self.watchlist:
            if watched.payment.can_be_paid:
                watched.ring()

    @property
    def has_backlog(self) -> bool:
        """Whether something that was learnt is not on disk yet, or a start would forget that it wants a read."""
        now = self.watchlist.gateway_now()
        rung = (one for one in self.watchlist if one.rung or Call.STATUS in one.in_flight)
        return self._waits_for_disk or any(not one.payment.is_watched(now) for one in rung)

    def heard(self, body: str) -> None:
        """A notification came; where the journal can't be read now, it is heard again later."""
        self._unheard.append(body)
        self._hear_all()

    def _hear_all(self) -> None:
        """Oldest first."""
        while self._unheard:
            body = self._unheard.popleft()
            try:
                self._hear(body)
            except JournalUnwritableError:
                self._recorder.wrote(False)
                self._unheard.appendleft(body)
                break

    def _hear(self, body: str) -> None:
        notified = self._recorder.hear(body)
        watched = self._meant_by(notified) if notified is not None else None
        if notified is not None and watched is not None:
            watched.ring()
            watched.last_push_at = self._kit.clock.now()
            watched.last_push_said = notified.reading.status
            self._changed(Recorded(watched.payment, watched.payment))

    def _meant_by(self, notified: Notified) -> Watched | None:
        """The payment that a notification rings for; one that had left the watch comes back for a read.

        Only by news: that its money went, or that money came where none was known of.
        """
        order_id, status = notified.reading.order_id, notified.reading.status
        watched = self.watchlist.get(order_id)
        if watched is not None or status is TransactionStatus.PENDING:
            return watched
        payment = self._kit.journal.payment(order_id)
        if payment is None or payment.state.has_money is status.says_money_came:
            return None
        return self._bring_back(payment)

    def _bring_back(self, payment: Payment) -> Watched:
        """On watch until it was read, and nothing but read."""
        asked = self._kit.journal.last_ask(payment.order_id) is not None
        watched = self.watchlist.put(payment, asked_before=asked, rung=True)
        watched.reads_only = True
        return watched

    # time

    def tick(self) -> None:
        """Do all that is due. Where it fails for some payments the first failure is raised, once all had their turn."""
        self.watchlist.jitter = self._kit.chance.jitter()
        self._recorder.write_backlog()
        self._hear_all()
        self._tell()
        now = self._kit.clock.monotonic()
        if now >= self._next_clearing:
            self._next_clearing = now + _CLEARING
            self.watchlist.drop_ended()
        failed: list[Exception] = []
        for watched in self.watchlist:
            if now >= watched.due:
                watched.due = now + _AFTER_A_FAULT
                try:
                    self._work(watched, now)
                    watched.due = self._agenda.next_due(watched)
                except Exception as error:  # noqa: BLE001 - raised below, when no other payment has to wait for it
                    failed.append(error)
        if failed:
            raise failed[0]

    def next_due(self) -> float:
        """The monotonic moment of the next thing to do; infinity when there is none."""
        due = [watched.due for watched in self.watchlist]
        if self._waits_for_disk:
            due.append(self._kit.clock.monotonic() + 1.0)
        return min(due, default=float("inf"))

    @property
    def _waits_for_disk(self) -> bool:
        return self._recorder.has_backlog or bool(self._unheard or self._untold)

    def watch_all(self) -> None:
        """Put every payment that may still change on watch: at the start, and when our clock proved wrong."""
        now = self.watchlist.gateway_now()
        for payment in self._kit.journal.watched(now - _UNSEEN):
            wanted = payment.is_watched(now) or payment.state.has_money
            if wanted and self.watchlist.get(payment.order_id) is None:
                self._watch_again(payment)

    def _watch_again(self, payment: Payment) -> None:
        """A payment of an earlier run: after a restart there are only status reads."""
        watched = self._bring_back(payment)
        if payment.state is State.PENDING:  # our clock may have been set meanwhile
            watched.next_close = watched.next_stalled = self._kit.clock.monotonic() + _READ_FIRST
        if payment.state in (State.INTENDED, State.CHARGING):
            unsent = payment.state is State.INTENDED
            problem = Problem.UNREACHABLE if unsent else Problem.NO_ANSWER
            silence = Unanswered(Call.CHARGE, was_sent=not unsent, problem=problem)
            self._record(payment.order_id, silence)

    def _work(self, watched: Watched, now: float) -> None:
        if Call.CHARGE in watched.in_flight:
            return
        if now >= stalls_at(watched):
            watched.next_stalled = now + _CLEARING
            self._record(watched.payment.order_id, Stalled())
        payment = watched.payment
        if self._agenda.is_charge_due(watched, now):
            self._send_again(watched)
        elif self._agenda.is_qr_due(watched, now):
            self._calling.read_qr(watched, payment.qr_text, payment.qr_picture_url)
        if self._agenda.is_closing_due(watched, now):
            self._calling.close(watched, now)
        if self._agenda.is_ask_due(watched, now) and self._calling.ask(watched, now):
            self._changed(Recorded(watched.payment, watched.payment))

    # the QR

    def _fetch_ahead(self, watched: Watched, reading: Reading) -> None:
        """Read the QR of a charge while its reply goes to disk; what is stored later decides whether it counts."""
        payment = watched.payment
        is_as_asked = payment.is_ours(reading) and reading.gross_amount == payment.amount
        is_offer = is_as_asked and reading.status is TransactionStatus.PENDING
        if is_offer and payment.method.shows_qr and payment.qr is None:
            self._calling.read_qr(watched, reading.qr_text, reading.qr_picture_url)

    def _retry_qr(self, watched: Watched | None, name: str) -> None:
        if watched is not None and watched.qr_tries < _QR_TRIES:
            watched.next_qr = self._kit.clock.monotonic() + 2.0 ** (watched.qr_tries - 1)
            return
        self._record(name, QrRefused(Problem.QR_UNREADABLE))

    # evidence

    def _note(self, watched: Watched, answer: Answered) -> None:
        if answer.errand is Call.CHARGE and isinstance(answer.outcome, Reply):
            watched.charge_seconds = answer.outcome.seconds
        if answer.errand is not Call.STATUS:
            return
        now = self._kit.clock.monotonic()
        failed = not isinstance(answer.outcome, Reply) or asks_to_stay_away(answer.outcome)
        if not failed:
            watched.failures = 0
        elif not isinstance(answer.outcome, UnreachableError) or watched.failures < _UNREACHED:
            watched.failures += 1
        was_read = not failed and isinstance(answer.outcome, Reply) and answer.outcome.reading.answers_a_read
        if not was_read and not watched.payment.is_watched(self.watchlist.gateway_now()):
            watched.ring()  # only a doorbell keeps it here: it rings until somebody has looked
        watched.last_asked = now  # it may have reached the gateway as late as now
        watched.last_check_at = self._kit.clock.now()
        watched.last_check_spoke = not failed and speaks_of_a_transaction(answer.outcome)

    def _record(self, order_id: str, fact: Fact, raw: str = "", reply: Reply | None = None) -> bool:
        return self._recorder.record(order_id, fact, raw, reply.gateway_at if reply else None)

    def _stored(self, recorded: Recorded) -> None:
        """A piece of evidence is on disk."""
        order_id = recorded.after.order_id
        known = self.watchlist.get(order_id)
        if known is not None and recorded.before == recorded.after:
            # It was there already: by a commit whose answer got lost, or by another process. It is news here.
            recorded = Recorded(known.payment, recorded.after, caused=True)
        asked = known is None and self._kit.journal.last_ask(order_id) is not None
        watched = self.watchlist.put(recorded.after, asked_before=asked)
        watched.last_check_said = recorded.after.state if watched.last_check_spoke else None
        if recorded.after.state is State.IN_DOUBT and not self._agenda.reads_only(watched):
            self._agenda.charge_due(watched)
        self._untold.append(recorded)
        with suppress(JournalUnwritableError):  # it is on disk; a tick tells it, and says what is wrong
            self._tell()

    def _tell(self) -> None:
        """Oldest first; where the journal can't be read now, again with the next tick."""
        while self._untold:
            recorded = self._untold.popleft()
            try:
                self._changed(recorded)
            except JournalUnwritableError:
                self._recorder.wrote(False)
                self._untold.appendleft(recorded)
                raise
