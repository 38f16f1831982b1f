"""What a payment causes outside: sound, paper, drawer. Each once, across crashes."""

from __future__ import annotations

from pos_app.domain.payment import Payment
from pos_app.domain.receipt import Document, Letterhead, Receipt, Slip
from pos_app.domain.record import Effect, EffectKind
from pos_app.domain.sale import Sale
from pos_app.till.kit import Kit
from pos_app.till.messages import Chimed
from pos_app.till.ports import Shop


class Outbox:
    """Hands out what the journal says is due, and strikes off what was done."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._handed: set[Effect] = set()

    def deliver(self) -> None:
        """Hand out everything due that is not handed out already."""
        for effect in self._kit.journal.effects_due():
            if effect not in self._handed:
                self._handed.add(effect)
                self._hand(effect)

    def print(self, payment: Payment) -> None:
        """One more paper: the first as it is, every further one a SALINAN with its number."""
        kind = EffectKind.RECEIPT if payment.keeps_money else EffectKind.SLIP
        if self._kit.printer is None or (kind is EffectKind.SLIP and not payment.shown_code):
            return
        copy = self._kit.journal.copies(payment.order_id, kind)
        self._kit.journal.add_effect(Effect(payment.order_id, kind, copy))
        self.deliver()

    def done(self, effect: Effect) -> None:
        self._kit.journal.effect_done(effect, self._kit.clock.now())
        self._handed.discard(effect)

    def _hand(self, effect: Effect) -> None:
        if effect.kind is EffectKind.CHIME:
            self.done(effect)  # first: a sound may be missed in a power cut, it must not be heard twice
            self._kit.publish(Chimed(effect.order_id))
            return
        payment = self._kit.journal.payment(effect.order_id)
        if self._kit.printer is None or payment is None:
            self.done(effect)  # a shop without a printer has nothing to wait for
        elif effect.kind is EffectKind.DRAWER:
            self._kit.printer.kick_drawer(effect)
        else:
            sale = self._kit.journal.sale(payment.sale_it_pays)
            document = _document(self._kit.shop, sale, payment, effect)
            if document is None:
                self.done(effect)  # the code is not payable any more: paper would mislead
            else:
                self._kit.printer.take(effect, document)


def _document(shop: Shop, sale: Sale, payment: Payment, effect: Effect) -> Document | None:
    letterhead = Letterhead(
        store=shop.store,
        address=shop.address,
        phone=shop.phone,
        till=shop.till,
        cashier=sale.cashier,
        environment=shop.environment,
        header=shop.receipt_header,
        footer=shop.receipt_footer,
    )
    if effect.kind is EffectKind.RECEIPT:
        return Receipt(
            letterhead=letterhead,
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
    issued_at = payment.first_sent_at or payment.created_at
    return Slip(
        letterhead=letterhead,
        sale=sale.label,
        method=payment.method,
        code=payment.payment_code,
        amount=payment.amount,
        order_id=payment.order_id,
        # Some replies name no end (wire-facts 4.2): it is then the one that the charge asked for.
        pay_before=payment.expires_at or issued_at + payment.clock_offset + shop.code_life,
        issued_at=issued_at,
        lines=sale.cart.lines,
        copy=effect.copy,
    )
