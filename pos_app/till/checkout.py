"""The till: one command at a time, one event at a time, no thread of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pos_app.domain.audit import OWNER
from pos_app.domain.decision import Obstacle
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import Call
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.record import Recorded
from pos_app.domain.staff import Right
from pos_app.till.backoffice import Backoffice
from pos_app.till.board import Board
from pos_app.till.collector import Collector
from pos_app.till.counter import CounterDesk
from pos_app.till.desk_messages import (
    AddStaff,
    ChangeStaff,
    Decide,
    DeskRefused,
    DismissStaff,
    FindDecided,
    Lock,
    LookAround,
    PrintProof,
    Reconcile,
    ReconcileAtThePc,
    RefundOnline,
    ShowAttachable,
    ShowProof,
    SignIn,
)
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import (
    Answered,
    GapHeard,
    GivenUp,
    Heard,
    LaneCommand,
    NotDrawn,
    PinHashed,
    Printed,
    PrinterTold,
    RelayLost,
    RelayProven,
)
from pos_app.till.lights import Lights
from pos_app.till.messages import (
    AddAmount,
    AddProduct,
    Cancel,
    ChangeQuantity,
    Charge,
    CheckNow,
    Command,
    NewSale,
    Park,
    Print,
    PrintTestPage,
    Refused,
    RemoveLine,
    Reprint,
    Resume,
    SelectLine,
    ShowStory,
)
from pos_app.till.neighbours import Neighbours
from pos_app.till.outbox import Outbox, has_paper
from pos_app.till.pin_gate import PinGate
from pos_app.till.reconciliation import Reconciliation
from pos_app.till.staff_desk import StaffDesk

log = logging.getLogger(__name__)

_CURSOR_BEAT = 1.0
"""Seconds between two writes of the relay's cursor: a repeated notification is harmless, a write is not free."""

_DELIVERY_BEAT = 1.0
"""Seconds between two tries to do what an earlier run left, while the disk is full."""

_ABOUT_A_PAYMENT = CheckNow | Cancel | Resume | Print | Decide | RefundOnline | ShowAttachable
"""What only the till may do whose payment it is."""

_WHILE_LOCKED = SignIn | ReconcileAtThePc | LaneCommand


class Till:
    """Everything that happens to sales and payments happens here, on one thread.

    `acknowledge` tells the relay how far its events are safely on disk.
    """

    def __init__(self, kit: Kit, acknowledge: Callable[[str], None]) -> None:
        self._kit = kit
        self._acknowledge = acknowledge
        self._heard_to = kit.journal.cursor()
        self._cursor_due: float | None = None
        self._delivery_due: float | None = None
        self._started = False
        self._lights = Lights(kit)
        self._collector = Collector(kit, self._moved)
        self._outbox = Outbox(kit, self._collector.watchlist.reckoned_now)
        self._gate = PinGate(kit)
        self._staff = StaffDesk(kit, self._gate, self._switched)
        self._backoffice = Backoffice(kit, self._collector, self._staff)
        self._reconciliation = Reconciliation(kit, self._collector)
        self._neighbours = Neighbours(kit, self._collector.watchlist)
        self._board: Board
        self._counter: CounterDesk

    def start(self) -> None:
        """Put every payment that may still change back on watch, and show where we were."""
        self._collector.watch_all()
        self._counter = CounterDesk(self._kit, self._collector, lambda: self._staff.cashier)
        self._board = Board(self._kit, self._collector.watchlist)
        self._started = True
        self._staff.show()
        self._counter.show()
        self._board.show()
        self._lights.show()
        self._deliver_what_is_left()
        if self._delivery_due is not None:
            self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))

    def _deliver_what_is_left(self) -> None:
        """Of an earlier run. A disk without room for it is no reason to leave the payments unwatched."""
        try:
            self._outbox.deliver()
        except JournalUnwritableError:
            self._delivery_due = self._kit.clock.monotonic() + _DELIVERY_BEAT
            self._collector.could_not_write()
        else:
            self._delivery_due = None

    def next_due(self) -> float:
        """The monotonic moment at which `tick` has something to do."""
        due = [self._collector.next_due(), self._board.next_due, self._reconciliation.next_due]
        return min(*due, *(one for one in (self._cursor_due, self._delivery_due) if one is not None))

    def tick(self) -> None:
        """The collector late: what fails for a payment keeps no board and no proof waiting."""
        now = self._kit.clock.monotonic()
        if self._cursor_due is not None and now >= self._cursor_due:
            self._keep_cursor()
        if self._delivery_due is not None and now >= self._delivery_due:
            self._deliver_what_is_left()
        self._reconciliation.tick()
        self._board.tick()
        try:
            self._collector.tick()
        finally:
            self._counter.tick()

    def handle(self, command: Command) -> None:
        """Carry one command out."""
        try:
            self._carry_out(command)
        except JournalUnwritableError:
            self._collector.could_not_write()
            raise

    def _carry_out(self, command: Command) -> None:
        """While locked, only what opens the till and what comes from outside."""
        if self._staff.is_locked and not isinstance(command, _WHILE_LOCKED):
            self._kit.publish(DeskRefused(Obstacle.TILL_IS_LOCKED))
            return
        if isinstance(command, _ABOUT_A_PAYMENT) and (holder := self._neighbours.holder_of(command.order_id)):
            self._kit.publish(DeskRefused(Obstacle.HELD_BY_OTHER_TILL, holder))
            return
        match command:
            case AddProduct() | AddAmount() | SelectLine() | ChangeQuantity() | RemoveLine():
                self._counter.change_cart(command)
            case Charge(method=method, customer_name=name):
                self._counter.charge(method, name)
            case CheckNow(order_id=order_id):
                self._collector.ring(order_id)
            case Cancel(order_id=order_id):
                self._backoffice.cancel(command, on_counter=self._counter.shows(order_id))
            case Park():
                self._counter.park()
            case Resume(order_id=order_id) | Print(order_id=order_id):
                self._about(order_id, command)
            case Reprint():
                self._reprint()
            case PrintTestPage():
                self._outbox.try_out(self._staff.cashier)
            case NewSale():
                self._counter.leave()
            case ShowStory(order_id=order_id):
                self._board.tell_story(order_id)
            case _:
                self._manage(command)

    def _manage(self, command: Command) -> None:
        """What is done at the manager's desk."""
        match command:
            case Lock():
                self._staff.lock()
            case SignIn(pin=pin):
                self._staff.sign_in(pin)
            case AddStaff():
                self._staff.add(command)
            case ChangeStaff():
                self._staff.change(command)
            case DismissStaff():
                self._staff.dismiss(command)
            case Decide():
                self._backoffice.decide(command)
            case RefundOnline():
                self._backoffice.refund_online(command)
            case ShowAttachable(order_id=order_id):
                self._backoffice.show_attachable(order_id)
            case FindDecided(text=text):
                self._board.find_decided(text)
            case LookAround():
                self._neighbours.look()
            case Reconcile(day=day, pin=pin):
                self._staff.allow(Right.REPORTS, pin, lambda by: self._reconciliation.begin(day, by))
            case ReconcileAtThePc(day=day):
                self._reconciliation.begin(day, OWNER)
            case ShowProof(day=day, pin=pin):
                self._staff.allow(Right.REPORTS, pin, lambda _: self._reconciliation.show(day))
            case PrintProof(day=day, pin=pin):
                self._staff.allow(Right.REPORTS, pin, lambda _: self._outbox.print_proof(day))
            case _:
                self._hear(command)

    def _hear(self, command: Command) -> None:
        """What the till's own lanes have to say."""
        match command:
            case Answered():
                self._collector.answered(command)
                self._lights.answered(command)
                self._reconciliation.answered(command)
                if command.errand is Call.REFUND:
                    self._backoffice.refund_answered(command)
            case PinHashed():
                self._gate.hashed(command)
            case Heard(body=body, cursor=cursor):
                self._collector.heard(body)
                self._came_to(cursor)
            case GapHeard(cursor=cursor):
                self._collector.ring_all()
                self._came_to(cursor)
            case RelayProven(seconds=seconds):
                self._collector.watchlist.prove_relay(proven=True)
                self._lights.relay_proven(seconds)
            case RelayLost(trouble=relay_trouble):
                self._collector.watchlist.prove_relay(proven=False)
                self._lights.relay_lost(relay_trouble)
            case Printed(effect=effect) | GivenUp(effect=effect):
                self._outbox.done(effect, came_out=isinstance(command, Printed))
                self._counter.show_slips(effect.order_id)
                self._board.tell_on(effect.order_id)
            case NotDrawn(effect=effect):
                self._counter.miss_paper(effect)
            case PrinterTold(trouble=trouble, reason=reason):
                self._lights.printer_told(trouble, reason)
            case _:
                raise TypeError(f"the till knows no {type(command).__name__}")

    def _about(self, order_id: str, command: Resume | Print) -> None:
        payment = self._kit.journal.payment(order_id)
        if payment is None:
            log.warning("%s asks for an order that is not ours", type(command).__name__)
        elif isinstance(command, Print):
            self._outbox.print(payment)
            self._counter.show_slips(order_id)
        else:
            self._counter.resume(payment)

    def _reprint(self) -> None:
        shown = self._counter.payment
        if shown is not None and has_paper(shown):
            self._outbox.print(shown)
            self._counter.show_slips(shown.order_id)
        else:
            self._outbox.print_newest()

    def _came_to(self, cursor: str) -> None:
        self._heard_to = cursor
        if self._cursor_due is None:
            self._cursor_due = self._kit.clock.monotonic() + _CURSOR_BEAT

    def _switched(self) -> None:
        """Somebody took the counter; before the start there is none."""
        if self._started:
            self._counter.look_again()

    def _keep_cursor(self) -> None:
        """Move on in the relay's mailbox, but never past evidence that is not on disk."""
        self._cursor_due = self._kit.clock.monotonic() + _CURSOR_BEAT
        if self._collector.has_backlog:
            return
        try:
            self._kit.journal.keep_cursor(self._heard_to)
        except JournalUnwritableError:
            return
        self._cursor_due = None
        self._acknowledge(self._heard_to)

    def _moved(self, recorded: Recorded) -> None:
        if not self._started:
            return
        if recorded.caused:
            self._outbox.expect()
        before, after = recorded.before, recorded.after
        on_counter = self._counter.moved(after)
        if before.decision != after.decision:
            self._counter.decided({after.sale_id, before.sale_it_pays, after.sale_it_pays})
        self._board.moved(recorded, on_counter=on_counter)
        if before != after:
            self._outbox.moved(after)
