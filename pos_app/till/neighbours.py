"""What the other tills of this journal hold: read now and then, shown, and never touched."""

from __future__ import annotations

import logging

from pos_app.domain.journal_errors import JournalError
from pos_app.domain.payment import Payment
from pos_app.domain.record import Held
from pos_app.till.kit import Kit
from pos_app.till.messages import NeighboursShown
from pos_app.till.snapshot import BoardRow
from pos_app.till.watchlist import Watchlist

log = logging.getLogger(__name__)

_TOO_MUCH_TO_FOLLOW = 1000
"""Pieces of evidence since the last look: from here on it is cheaper to read what stands there anew."""


class Neighbours:
    """Looks when it is asked to. What moved is known by the evidence that a till has kept since the last look."""

    def __init__(self, kit: Kit, watchlist: Watchlist) -> None:
        self._kit = kit
        self._watchlist = watchlist
        self._heard: dict[str, int] = {}
        self._held: dict[str, Held] = {}
        self._rows: dict[str, BoardRow] = {}

    def look(self) -> None:
        """Publish what waits or wants somebody there now. A row that has not changed is the same object as before."""
        try:
            self._catch_up()
        except JournalError as error:  # a newer version may write there what this one can't read
            log.warning("the other tills can't be read: %s", error)
            self._kit.publish(NeighboursShown((), is_known=False))
            return
        self._rows = {order_id: self._row(held) for order_id, held in self._held.items()}
        self._kit.publish(NeighboursShown(tuple(self._rows.values())))

    def holder_of(self, order_id: str) -> str:
        """The other till that a payment belongs to; empty where it is ours, or nobody's."""
        if self._watchlist.get(order_id) is not None:
            return ""
        if (held := self._held.get(order_id)) is not None:
            return held.till
        payment = self._kit.journal.payment(order_id)
        till = self._kit.journal.sale(payment.sale_id).till if payment is not None else ""
        return "" if till == self._kit.shop.till else till

    def _catch_up(self) -> None:
        journal = self._kit.journal
        for till, kept in journal.other_tills().items():
            known = self._heard.get(till)
            if known is None or not 0 <= kept - known <= _TOO_MUCH_TO_FOLLOW:
                self._held = {name: one for name, one in self._held.items() if one.till != till}
                found = journal.standing_at(till)
            elif kept > known:
                found = journal.moved_at(till, known)
            else:
                continue
            for held in found:
                self._keep(held)
            self._heard[till] = kept

    def _keep(self, held: Held) -> None:
        if _wants_to_be_seen(held.payment):
            self._held[held.payment.order_id] = held
        else:
            self._held.pop(held.payment.order_id, None)

    def _row(self, held: Held) -> BoardRow:
        """Every moment goes by the gateway's clock: the other till's may be wrong, and ours too."""
        payment, moment = held.payment, self._watchlist.moment_at_gateway
        row = BoardRow(
            payment=payment,
            sale_label=held.sale_label,
            began=moment(payment.created_at + payment.clock_offset),
            ends=None if payment.expires_at is None else moment(payment.expires_at),
            next_check=None,
            held_by=held.till,
        )
        known = self._rows.get(payment.order_id)
        return known if known is not None and known == row else row


def _wants_to_be_seen(payment: Payment) -> bool:
    return payment.holds_sale or payment.wants_a_person
