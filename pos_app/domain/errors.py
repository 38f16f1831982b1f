"""Why something did not go as asked. Words for a cashier are chosen in `ui/text`."""

from __future__ import annotations

from enum import Enum


class Problem(Enum):
    """A reason that a person can act on; the value is what the journal stores."""

    # nothing was created at the gateway
    EMPTY_SALE = "empty_sale"
    SALE_ALREADY_HAS_PAYMENT = "sale_already_has_payment"
    MONEY_UNDECIDED = "money_undecided"  # money of this sale came, and a manager has yet to decide about it
    AMOUNT_TOO_SMALL = "amount_too_small"
    AMOUNT_TOO_LARGE = "amount_too_large"
    NO_KEY = "no_key"
    KEYRING_UNAVAILABLE = "keyring_unavailable"
    JOURNAL_UNWRITABLE = "journal_unwritable"
    JOURNAL_DAMAGED = "journal_damaged"
    JOURNAL_TOO_NEW = "journal_too_new"
    JOURNAL_IN_USE = "journal_in_use"
    TILL_NOT_STARTED = "till_not_started"
    SALE_IS_LOCKED = "sale_is_locked"
    COUNTER_IN_USE = "counter_in_use"  # something is rung up there: no other sale can be laid on it
    CART_LIMIT = "cart_limit"
    NOTHING_TO_PRINT = "nothing_to_print"
    RECORD_UNREADABLE = "record_unreadable"
    UNREACHABLE = "unreachable"
    REQUEST_REFUSED = "request_refused"  # 400, 405, 408, 411, 413
    WRONG_KEY = "wrong_key"  # 401
    CHANNEL_NOT_ACTIVE = "channel_not_active"  # 402
    NOT_ALLOWED = "not_allowed"  # 403, 410
    WALLET_UNKNOWN = "wallet_unknown"  # 404 at charge
    TOO_MANY_REQUESTS = "too_many_requests"  # 429
    NOT_AVAILABLE = "not_available"  # 300, 409, 412, 414, 501 and whatever else refuses
    NOTHING_CREATED = "nothing_created"  # two reads found no such transaction
    # the payment exists but can't be paid
    DENIED = "denied"
    DENIED_TRY_AGAIN = "denied_try_again"  # channel code 900
    DENIED_BY_FRAUD_CHECK = "denied_by_fraud_check"
    WRONG_AMOUNT = "wrong_amount"  # the reply's or the QR's amount is not ours
    QR_UNREADABLE = "qr_unreadable"
    ANSWER_LOST = "answer_lost"  # it exists, its QR went missing with the first answer
    NO_PAYMENT_CODE = "no_payment_code"
    # not known yet
    NO_ANSWER = "no_answer"
    GATEWAY_TROUBLE = "gateway_trouble"  # 5xx, HTML, half a body

    @property
    def money_may_have_moved(self) -> bool:
        """Whether a customer could have been charged: true until the gateway has said otherwise."""
        return self in (Problem.NO_ANSWER, Problem.GATEWAY_TROUBLE)


class IllegalMoveError(Exception):
    """A payment was asked to go where the state table has no way: a fault of ours, never of the gateway."""


_REFUSALS = {
    400: Problem.REQUEST_REFUSED,
    401: Problem.WRONG_KEY,
    402: Problem.CHANNEL_NOT_ACTIVE,
    403: Problem.NOT_ALLOWED,
    404: Problem.WALLET_UNKNOWN,
    405: Problem.REQUEST_REFUSED,
    408: Problem.REQUEST_REFUSED,
    410: Problem.NOT_ALLOWED,
    411: Problem.REQUEST_REFUSED,
    413: Problem.REQUEST_REFUSED,
    429: Problem.TOO_MANY_REQUESTS,
}


def refusal(code: int) -> Problem:
    """What a 3xx or 4xx code means at a charge (wire-facts 5); 406 and 5xx are not refusals."""
    return _REFUSALS.get(code, Problem.NOT_AVAILABLE)


def denial(channel_code: str, *, by_fraud_check: bool) -> Problem:
    """What a denied charge means (wire-facts 4.7 and 10.1)."""
    if by_fraud_check or channel_code == "4060":
        return Problem.DENIED_BY_FRAUD_CHECK
    return Problem.DENIED_TRY_AGAIN if channel_code == "900" else Problem.DENIED


class GatewayError(Exception):
    """A call to the gateway brought no reading."""


class UnreachableError(GatewayError):
    """Not one byte of the request left this PC: nothing can have happened."""


class OutcomeUnknownError(GatewayError):
    """The request was sent and what came back can't be read: only a later read can tell.

    `raw` is what did come, cut to a sensible length.
    """

    def __init__(self, text: str, *, problem: Problem = Problem.NO_ANSWER, raw: str = "") -> None:
        super().__init__(text)
        self.problem = problem
        self.raw = raw


class MisconfiguredError(GatewayError):
    """No call can be made before somebody mends the set-up: NO_KEY, WRONG_KEY, KEYRING_UNAVAILABLE."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class QrRefusedError(GatewayError):
    """The QR was read and must not be shown: WRONG_AMOUNT, QR_UNREADABLE."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem
