"""The sale that lies on the counter: ringing up, paying it, and the snapshot that both windows draw."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from pos_app.domain.cart import Cart, CartError
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelReason
from pos_app.domain.journal_errors import AlreadyLiveError, JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, SaleState, business_day
from pos_app.domain.states import State
from pos_app.till.collector import Collector
from pos_app.till.kit import Kit
from pos_app.till.messages import (
    AddAmount,
    AddProduct,
    ChangeQuantity,
    CounterShown,
    PaperFailed,
    Refused,
    RemoveLine,
    SelectLine,
)
from pos_app.till.snapshot import Counter, Slips
from pos_app.till.stage import Stage

CartCommand = AddProduct | AddAmount | SelectLine | ChangeQuantity | RemoveLine


class CounterDesk:
    """Holds one sale at a time. What is not on disk yet is still on screen."""

    def __init__(self, kit: Kit, collector: Collector, cashier: Callable[[], str]) -> None:
        self._kit = kit
        self._collector = collector
        self._cashier = cashier
        self._payment: Payment | None = None
        self._dismissed = ""
        self._missed: set[Effect] = set()
        self._is_kept = True
        self._was_withheld = False
        self._sale = kit.journal.counter_sale() or self._open()
        self._take_up(self._sale)

    @property
    def sale(self) -> Sale:
        return self._sale

    @property
    def payment(self) -> Payment | None:
        """The newest attempt of the sale, or what pays it."""
        return self._payment

    def show(self) -> None:
        """Publish the snapshot."""
        payment = self._payment
        watched = self._collector.watchlist.get(payment.order_id) if payment else None
        is_withheld = self._is_withheld
        counter = Counter(
            stage=self._stage(),
            sale=self._sale,
            payment=payment,
            watch=self._collector.watchlist.view(watched) if watched else None,
            slips=None if is_withheld else self._slips(),
            is_withheld=is_withheld,
        )
        self._was_withheld = is_withheld
        self._kit.publish(CounterShown(counter))

    def tick(self) -> None:
        """What is offered follows the disk: a customer's money must be written down when it comes."""
        if self._is_withheld is not self._was_withheld:
            self.show()

    @property
    def _is_withheld(self) -> bool:
        return self._stage() is Stage.WAITING and not self._collector.can_record

    def show_slips(self, order_id: str) -> None:
        """A paper of this payment was asked for or came out: say so where it is a slip on the counter."""
        if self.shows(order_id) and self._slips() is not None:
            self.show()

    def miss_paper(self, effect: Effect) -> None:
        """A paper can't be made: whoever waits for it is told so."""
        self._missed.add(effect)
        self._kit.publish(PaperFailed(effect.order_id))
        self.show_slips(effect.order_id)

    def _slips(self) -> Slips | None:
        payment, journal = self._payment, self._kit.journal
        if payment is None or not payment.shown_code or self._kit.printer is None:
            return None
        asked = journal.copies(payment.order_id, EffectKind.SLIP)
        slips = (one for one in journal.effects_due() if one.kind is EffectKind.SLIP)
        due = [one for one in slips if one.order_id == payment.order_id]
        return Slips(asked, asked - len(due), missed=len(self._missed.intersection(due)))

    # ringing up

    def change_cart(self, command: CartCommand) -> None:
        if isinstance(command, AddProduct | AddAmount):
            self._begin_sale()
        if self._sale.state is not SaleState.OPEN:
            self._kit.publish(Refused(Problem.SALE_IS_LOCKED))
            return
        if isinstance(command, ChangeQuantity | RemoveLine) and not _is_there(self._sale.cart, command):
            self.show()
            return
        try:
            cart = _changed(self._sale.cart, command)
        except CartError as error:
            self._kit.publish(Refused(Problem.CART_LIMIT, str(error)))
            return
        self._dismiss()
        try:
            self._sale = self._kept(cart)
        except AlreadyLiveError:
            self._find_live_payment()
        else:
            self.show()

    def _begin_sale(self) -> None:
        """The next customer's first article, or this morning's: an untouched sale of yesterday has its number."""
        if self._makes_room():
            self.new_sale()
        elif self._is_left_over(self._sale):
            with suppress(JournalUnwritableError):  # what is rung up stays on screen, and says so itself
                self.new_sale()

    def _is_left_over(self, sale: Sale) -> bool:
        """Whether nobody rang anything up since another day: today has its own numbers."""
        of_another_day = sale.day != business_day(self._kit.clock.now())
        return of_another_day and sale.cart.is_empty and not self._kit.journal.payments_of(sale.id)

    def _makes_room(self) -> bool:
        """Whether this customer needs the counter no more: they paid, or left with a code on paper."""
        if self._stage() is Stage.PAID:
            return True
        payment = self._payment
        return self._stage() is Stage.WAITING and payment is not None and payment.method.has_store_code

    def _kept(self, cart: Cart) -> Sale:
        try:
            sale = self._kit.journal.keep_cart(self._sale.id, cart)
        except JournalUnwritableError:
            self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))
            self._is_kept = False
            return replace(self._sale, cart=cart)
        self._is_kept = True
        return sale

    # paying

    def charge(self, method: Method, customer_name: str = "") -> None:
        """Collect by a gateway method; refused in words where it can't be, the cart untouched."""
        is_first = self._payment is None  # a read is half of what the journal does until the charge may leave
        attempts = () if is_first else self._kit.journal.payments_of(self._sale.id)
        problem = self._obstacle(method, attempts)
        if problem is not None:
            low, high = method.limits
            is_about_amount = problem in (Problem.AMOUNT_TOO_SMALL, Problem.AMOUNT_TOO_LARGE)
            self._kit.publish(Refused(problem, f"{low.text} – {high.text}" if is_about_amount else ""))
            return
        try:
            if not self._is_kept:
                self._kit.journal.keep_cart(self._sale.id, self._sale.cart)
                self._is_kept = True
            self._collector.charge(self._sale, method, len(attempts) + 1, customer_name)
        except AlreadyLiveError:
            self._find_live_payment()
        except JournalUnwritableError:
            self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))

    def _find_live_payment(self) -> None:
        """Its commit may have been the one whose answer got lost: what was pressed is refused, and the payment shown."""
        self._collector.watch_all()
        self.look_again()
        self._kit.publish(Refused(Problem.SALE_ALREADY_HAS_PAYMENT))

    def _obstacle(self, method: Method, attempts: tuple[Payment, ...]) -> Problem | None:
        low, high = method.limits
        if self._sale.state is not SaleState.OPEN:
            return Problem.SALE_ALREADY_HAS_PAYMENT
        if any(attempt.keeps_money and attempt.wants_decision for attempt in attempts):
            return Problem.MONEY_UNDECIDED
        if self._sale.cart.is_empty:
            return Problem.EMPTY_SALE
        if self._sale.cart.total < low:
            return Problem.AMOUNT_TOO_SMALL
        return Problem.AMOUNT_TOO_LARGE if self._sale.cart.total > high else None

    def moved(self, payment: Payment) -> bool:
        """A payment changed; True where it is the counter's own."""
        if not self._is_ours(payment):
            return False
        was, self._payment = self._payment, payment
        if was is None or not _leaves_sale(was, payment):
            self._sale = self._as_it_stands()
        self.show()
        return True

    def _is_ours(self, payment: Payment) -> bool:
        shown = self._payment
        if shown is None or payment.order_id == shown.order_id:
            return shown is not None or payment.sale_id == self._sale.id
        if payment.sale_id != self._sale.id or shown.sale_id != self._sale.id or shown.pays_sale:
            return False
        return payment.attempt >= shown.attempt

    def shows(self, order_id: str) -> bool:
        return self._payment is not None and self._payment.order_id == order_id

    # one customer after the other

    def look_again(self) -> None:
        """Somebody else took the counter, or a decision changed what pays its sale."""
        self._take_up(self._as_it_stands())
        self.show()

    def _as_it_stands(self) -> Sale:
        """What could not be written yet is on screen alone."""
        sale = self._kit.journal.sale(self._sale.id)
        return replace(sale, cart=self._sale.cart) if sale.state is SaleState.OPEN else sale

    def decided(self, sale_ids: set[int]) -> None:
        """A manager decided what pays these sales."""
        if self._sale.id in sale_ids:
            self.look_again()

    def park(self) -> None:
        """The next customer: a live payment stays watched, on the board."""
        if self._sale.state is SaleState.AWAITING:
            self.new_sale()

    def leave(self) -> None:
        """Clear the counter of a sale that is over: paid, or given up after its payment ended."""
        if self._stage() in (Stage.PAID, Stage.ENDED):
            self.new_sale()

    def resume(self, payment: Payment) -> None:
        """Lay a parked sale on the counter again; what lies there must be empty or parked itself."""
        if self._sale.state is SaleState.OPEN and not self._sale.cart.is_empty:
            self._kit.publish(Refused(Problem.COUNTER_IN_USE))
            return
        self._kit.journal.lay_on_counter(payment.sale_id)
        self._take_up(self._kit.journal.sale(payment.sale_id))
        self.show()

    def new_sale(self) -> None:
        self._take_up(self._open())
        self.show()

    def _open(self) -> Sale:
        now = self._kit.clock.now()
        return self._kit.journal.open_sale(self._cashier(), business_day(now), now)

    def _take_up(self, sale: Sale) -> None:
        if self._is_left_over(sale):
            with suppress(JournalUnwritableError):  # the first article tries again
                sale = self._open()
        payments = self._kit.journal.payments_of(sale.id)
        self._sale = self._handed_over(sale)
        attached = self._kit.journal.attached_to(sale.id)
        paying = (one for one in (*attached, *reversed(payments)) if one.pays_sale)
        own = next((one for one in paying if one.sale_it_pays == sale.id), None)
        self._payment = own or (payments[-1] if payments else None)

    def _handed_over(self, sale: Sale) -> Sale:
        """An open sale is the one's who stands at the counter: whoever takes the money answers for it."""
        cashier = self._cashier()
        if sale.state is not SaleState.OPEN or cashier in ("", sale.cashier):
            return sale
        try:
            return replace(self._kit.journal.hand_sale_to(sale.id, cashier), cart=sale.cart)
        except JournalUnwritableError:
            self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))
            return sale

    # what the screens show

    def _dismiss(self) -> None:
        if self._payment is not None and not self._payment.state.is_live:
            self._dismissed = self._payment.order_id

    def _stage(self) -> Stage:
        if self._sale.state is SaleState.PAID:
            return Stage.PAID
        payment = self._payment
        if payment is None or payment.order_id == self._dismissed:
            return Stage.RINGING_UP
        if payment.took_another_amount:
            return Stage.ENDED
        match payment.state:
            case State.INTENDED | State.CHARGING:
                return Stage.PREPARING
            case State.PENDING:
                return Stage.WAITING if payment.qr or payment.payment_code else Stage.PREPARING
            case State.IN_DOUBT:
                return Stage.IN_DOUBT
            case State.CANCELLING:
                return Stage.CLOSING
            case State.CANCELLED if payment.cancel and payment.cancel.reason is CancelReason.OTHER_METHOD:
                return Stage.RINGING_UP
            case _:
                return Stage.ENDED


def _leaves_sale(was: Payment, now: Payment) -> bool:
    """Whether a move has left its sale as it was; where nothing moved, another payment may have changed it meanwhile."""
    return was.order_id == now.order_id and was != now and was.claim == now.claim


def _changed(cart: Cart, command: CartCommand) -> Cart:
    match command:
        case AddProduct(product=product):
            return cart.add(product)
        case AddAmount(amount=amount, name=name):
            return cart.add_amount(amount, name)
        case SelectLine(index=index):
            return cart.select(index)
        case ChangeQuantity(index=index, by=by):
            return cart.change_quantity(index, by)
        case RemoveLine(index=index):
            return cart.remove(index)


def _is_there(cart: Cart, command: ChangeQuantity | RemoveLine) -> bool:
    """Whether the row is still of the article that was meant: the window may have shown an older cart."""
    return 0 <= command.index < len(cart.lines) and cart.lines[command.index].is_same_article(command.line)
