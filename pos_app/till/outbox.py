"""What a payment causes outside: sound, paper, drawer. Each once, across crashes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date, datetime, timedelta

from pos_app.domain.decision import Obstacle
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CameOut, Evidence
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document, Letterhead, ProofPage, Receipt, Slip, TestPage
from pos_app.domain.sale import Sale, business_day
from pos_app.till.desk_messages import DeskRefused, ProofPrinted
from pos_app.till.kit import Kit
from pos_app.till.messages import Chimed, PrinterTried, Refused
from pos_app.till.shop import Shop


class Outbox:
    """Hands out what the journal says is due, and strikes off what was done."""

    def __init__(self, kit: Kit, gateway_now: Callable[[], datetime | None]) -> None:
        self._kit = kit
        self._gateway_now = gateway_now
        self._handed: set[Effect] = set()
        self._over: deque[tuple[Effect, Evidence | None]] = deque()
        self._is_behind = True

    def expect(self) -> None:
        """Something was caused: the next move looks for it, whatever fails until then."""
        self._is_behind = True

    def deliver(self) -> None:
        """Hand out everything due that is not handed out already. What the journal held up is due the next time."""
        self._is_behind = True
        while self._over:
            self._end(*self._over.popleft())
        for effect in self._kit.journal.effects_due():
            if effect not in self._handed:
                self._handed.add(effect)
                try:
                    self._hand(effect)
                except JournalUnwritableError:
                    self._handed.discard(effect)
                    raise
        self._is_behind = False

    def moved(self, payment: Payment) -> None:
        """Hand out what the move caused; most cause nothing, and then the journal is not asked.

        No slip that still waits must come out for a code that is over, and no receipt for money that did not stay.
        """
        if self._kit.printer is not None and not payment.state.is_live:
            self._kit.printer.recall(payment.order_id, EffectKind.SLIP)
            if not payment.keeps_money:
                self._kit.printer.recall(payment.order_id, EffectKind.RECEIPT)
        if self._is_behind:
            self.deliver()

    def print(self, payment: Payment) -> None:
        """One more paper: the first as it is, every further one a SALINAN with its number."""
        kind = EffectKind.RECEIPT if payment.keeps_money else EffectKind.SLIP
        if self._kit.printer is None or not has_paper(payment):
            return
        copy = self._kit.journal.copies(payment.order_id, kind)
        self._kit.journal.add_effect(Effect(payment.order_id, kind, copy))
        self.deliver()

    def print_newest(self) -> None:
        """One more paper of the newest sale, of today or last night, that has any; refused where none has."""
        today = business_day(self._kit.clock.now())
        for day in (today, today - timedelta(days=1)):
            papers = [one for one in self._kit.journal.payments_of_day(day) if has_paper(one)]
            if papers:
                self.print(max(papers, key=lambda one: (one.sale_id, one.attempt)))
                return
        self._kit.publish(Refused(Problem.NOTHING_TO_PRINT))

    def try_out(self, cashier: str) -> None:
        """Print a test page, and tell how it went."""
        publish = self._kit.publish
        page = TestPage(letterhead=letterhead(self._kit.shop, cashier), printed_at=self._kit.clock.now())
        self._print_now(page, lambda trouble, reason: publish(PrinterTried(trouble, reason)))

    def print_proof(self, day: date) -> None:
        """Print the newest proof of a day, and tell how it went."""
        proof = self._kit.journal.proof_of(day)
        if proof is None:
            self._kit.publish(DeskRefused(Obstacle.NO_PROOF_YET, str(day)))
            return
        page = ProofPage(letterhead=letterhead(self._kit.shop, ""), proof=proof)
        publish = self._kit.publish
        self._print_now(page, lambda trouble, reason: publish(ProofPrinted(day, trouble, reason)))

    def _print_now(self, page: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        """A paper that no payment causes: once, now or not at all."""
        if self._kit.printer is None:
            told(PrinterTrouble.WRONG_SETTING, "")
        else:
            self._kit.printer.print_now(page, told)

    def done(self, effect: Effect, *, came_out: bool) -> None:
        """It is over. Where the journal can't take that now it is struck off before anything else is handed out."""
        self._end(effect, self._proof(effect) if came_out else None)

    def _proof(self, effect: Effect) -> Evidence:
        return Evidence(
            order_id=effect.order_id,
            at=self._kit.clock.now(),
            fact=CameOut(effect.kind, effect.copy),
            gateway_at=self._gateway_now(),
        )

    def _end(self, effect: Effect, proof: Evidence | None) -> None:
        """`proof` has the time at which it came out, however long the journal could not take it."""
        try:
            self._strike_off(effect, proof)
        except JournalUnwritableError:
            self._over.append((effect, proof))
            self._is_behind = True
            raise

    def _strike_off(self, effect: Effect, proof: Evidence | None = None) -> None:
        self._kit.journal.effect_done(effect, self._kit.clock.now(), proof)
        self._handed.discard(effect)

    def _hand(self, effect: Effect) -> None:
        if effect.kind is EffectKind.CHIME:
            # First: a sound may be missed in a power cut, it must not be heard twice.
            self._strike_off(effect)
            self._kit.publish(Chimed(effect.order_id))
            return
        payment = self._kit.journal.payment(effect.order_id)
        if self._kit.printer is None or payment is None:
            self._strike_off(effect)  # a shop without a printer has nothing to wait for
        elif effect.kind is EffectKind.DRAWER:
            self._kit.printer.kick_drawer(effect)
        else:
            sale = self._kit.journal.sale(payment.sale_it_pays)
            document = paper(self._kit.shop, sale, payment, effect, self._clock_offset())
            if document is None:
                self._strike_off(effect)  # paper would mislead
            else:
                self._kit.printer.take(effect, document)

    def _clock_offset(self) -> timedelta | None:
        """The gateway's clock minus ours as they are now: ours may have been set since the charge was answered."""
        gateway_now = self._gateway_now()
        return None if gateway_now is None else gateway_now - self._kit.clock.now()


def has_paper(payment: Payment) -> bool:
    """Whether there is a receipt, or a slip that can still be paid."""
    return payment.keeps_money or bool(payment.shown_code)


def letterhead(shop: Shop, cashier: str) -> Letterhead:
    return Letterhead(
        store=shop.store,
        address=shop.address,
        phone=shop.phone,
        till=shop.till,
        cashier=cashier,
        environment=shop.environment,
        header=shop.receipt_header,
        footer=shop.receipt_footer,
    )


def paper(
    shop: Shop, sale: Sale, payment: Payment, effect: Effect, clock_offset: timedelta | None = None
) -> Document | None:
    """What an effect prints; None for the slip of a code that is not payable any more, and for the receipt of money
    that a store took back or that was wholly given back.
    """
    head = letterhead(shop, sale.cashier)
    if effect.kind is EffectKind.RECEIPT:
        if not payment.keeps_money:
            return None
        return Receipt(
            letterhead=head,
            sale=sale.label,
            lines=sale.cart.lines,
            totals=sale.cart.totals,
            method=payment.method,
            order_id=payment.order_id,
            reference=payment.transaction_id,
            settled_at=payment.settled_at or payment.verified_at or payment.created_at,
            copy=effect.copy,
        )
    if not payment.shown_code:
        return None
    issued_at = (payment.first_sent_at or payment.created_at) + payment.clock_offset
    return Slip(
        letterhead=head,
        sale=sale.label,
        method=payment.method,
        code=payment.payment_code,
        amount=payment.amount,
        order_id=payment.order_id,
        # Some replies name no end (wire-facts 4.2): it is then the one that the charge asked for.
        pay_before=payment.expires_at or issued_at + shop.code_life,
        issued_at=issued_at,
        clock_offset=payment.clock_offset if clock_offset is None else clock_offset,
        lines=sale.cart.lines,
        copy=effect.copy,
    )
