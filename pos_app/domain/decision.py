"""What a manager can make of a payment, and why the desk did not do what it was asked for."""

from __future__ import annotations

from enum import Enum

from pos_app.domain.evidence import Decision
from pos_app.domain.money import Rupiah
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.states import Attention, State


class Obstacle(Enum):
    """A reason that a person can act on. Nothing was changed."""

    # decisions
    REASON_MISSING = "reason_missing"
    NOTHING_TO_DECIDE = "nothing_to_decide"
    DECISION_DOES_NOT_FIT = "decision_does_not_fit"  # the table of decisions has no way from here
    NO_SUCH_SALE = "no_such_sale"
    SALE_IS_NOT_OPEN = "sale_is_not_open"
    AMOUNTS_DIFFER = "amounts_differ"
    REFUND_IS_UNDERWAY = "refund_is_underway"
    NO_REFUND_TASK = "no_refund_task"
    NOTHING_TO_CANCEL = "nothing_to_cancel"  # the payment has ended, or is being closed already
    NOT_REFUNDABLE_ONLINE = "not_refundable_online"  # a store's payment code (wire-facts 12)
    # staff
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    NAME_TAKEN = "name_taken"
    PIN_TAKEN = "pin_taken"
    FIRST_MUST_BE_MANAGER = "first_must_be_manager"
    LAST_MANAGER = "last_manager"
    NO_SUCH_MEMBER = "no_such_member"
    # the till
    HELD_BY_OTHER_TILL = "held_by_other_till"  # of the same journal
    TILL_IS_LOCKED = "till_is_locked"
    JOURNAL_UNWRITABLE = "journal_unwritable"
    NO_PROOF_YET = "no_proof_yet"  # the day was never reconciled


class NotAttachableError(Exception):
    """The sale to be paid can't take the money; nothing was changed."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.obstacle = obstacle


class StaffError(Exception):
    """The staff can't be changed so; nothing was."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.obstacle = obstacle


class RefundTrouble(Enum):
    """What an online refund came to where it did not succeed; the task stays open."""

    NOT_REFUNDABLE = "not_refundable"  # 412: not settled, out of its window, or not switched on
    NO_BALANCE = "no_balance"  # 414: the merchant's balance or the amount does not allow it
    KEY_USED = "key_used"  # 406: the refund key stands for another refund
    DENIED_BY_BANK = "denied_by_bank"  # 202
    NOT_ALLOWED = "not_allowed"  # 401, 402, 403, 410: the account has no such right
    NOT_FOUND = "not_found"  # 404
    REFUSED = "refused"  # any other refusal
    UNREACHABLE = "unreachable"  # nothing was sent
    UNKNOWN = "unknown"  # sent, no readable answer: asking again with the same key is safe
    UNKNOWN_NOT_ALLOWED = "unknown_not_allowed"  # the same, and asking again is refused as by NOT_ALLOWED

    @property
    def is_final(self) -> bool:
        """Whether it also says that no earlier try with the same key gave the money back."""
        return self in _FINAL

    @property
    def is_unknown(self) -> bool:
        """Whether the money may have gone back all the same."""
        return self in (RefundTrouble.UNKNOWN, RefundTrouble.UNKNOWN_NOT_ALLOWED)


_FINAL = frozenset(
    {
        RefundTrouble.NOT_REFUNDABLE,
        RefundTrouble.NO_BALANCE,
        RefundTrouble.KEY_USED,
        RefundTrouble.DENIED_BY_BANK,
        RefundTrouble.NOT_FOUND,
    }
)

_TROUBLES = {
    202: RefundTrouble.DENIED_BY_BANK,
    401: RefundTrouble.NOT_ALLOWED,
    402: RefundTrouble.NOT_ALLOWED,
    403: RefundTrouble.NOT_ALLOWED,
    404: RefundTrouble.NOT_FOUND,
    406: RefundTrouble.KEY_USED,
    410: RefundTrouble.NOT_ALLOWED,
    412: RefundTrouble.NOT_REFUNDABLE,
    414: RefundTrouble.NO_BALANCE,
}


def refund_trouble(code: int) -> RefundTrouble:
    """What the code of a refund's reply means (wire-facts 4.5); one that is no success."""
    if code >= 500 or code == 429:
        return RefundTrouble.UNKNOWN
    return _TROUBLES.get(code, RefundTrouble.REFUSED)


_KEEPS_MONEY = frozenset({State.PAID, State.PARTLY_REFUNDED})
_UNPROVEN = frozenset({Attention.STUCK, Attention.REVERSED, Attention.DISAGREES})


def fits(decision: Decision, state: State, attention: frozenset[Attention]) -> bool:
    """The table of decisions: whether this one makes sense of a payment that stands so.

    Money that the gateway confirmed can pay or go back, also where it is another amount than was asked
    for. What it never confirmed, or took back, is accepted as forced or closed as unpaid.
    """
    disputed = Attention.DISAGREES in attention
    of_another_amount = Attention.AMOUNT_MISMATCH in attention and not state.has_money
    match decision:
        case Decision.HAND_OVER | Decision.REFUND_TASK | Decision.CASH_REFUND:
            return of_another_amount or (state in _KEEPS_MONEY and not disputed)
        case Decision.ATTACH:
            return state is State.PAID and not disputed
        case Decision.ACCEPT_FORCED:
            return bool(attention & _UNPROVEN) and not of_another_amount
        case Decision.CLOSE_UNPAID:
            return (
                bool(attention & _UNPROVEN)
                and not of_another_amount
                and (disputed or state not in _KEEPS_MONEY)
            )
        case Decision.REOPEN:
            return True


def obstacle_to_handing_over(amount: Rupiah, sale: Sale) -> Obstacle | None:
    """Why money of this amount does not pay the sale that it was asked for: it may hold other goods by now."""
    if sale.state is SaleState.PAID:  # by another payment, or by an earlier decision about this one
        return None
    return Obstacle.AMOUNTS_DIFFER if sale.cart.total != amount else None


def obstacle_to_attaching(amount: Rupiah, sale: Sale) -> Obstacle | None:
    """Why money of this amount can't pay this sale."""
    if sale.state is not SaleState.OPEN or sale.cart.is_empty:
        return Obstacle.SALE_IS_NOT_OPEN
    return obstacle_to_handing_over(amount, sale)
