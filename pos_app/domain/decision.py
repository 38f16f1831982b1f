"""Why the manager's desk did not do what it was asked for, and why money was not given back."""

from __future__ import annotations

from enum import Enum


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
    NOT_REFUNDABLE_ONLINE = "not_refundable_online"  # a store's payment code (wire-facts 12)
    # staff
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    PIN_TAKEN = "pin_taken"
    FIRST_MUST_BE_MANAGER = "first_must_be_manager"
    LAST_MANAGER = "last_manager"
    NO_SUCH_MEMBER = "no_such_member"
    # the till
    TILL_IS_LOCKED = "till_is_locked"
    JOURNAL_UNWRITABLE = "journal_unwritable"
    NO_PROOF_YET = "no_proof_yet"  # the day was never reconciled


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

    @property
    def may_have_happened(self) -> bool:
        return self is RefundTrouble.UNKNOWN


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
