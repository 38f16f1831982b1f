"""Scripted misfortune: what goes wrong, on which call, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from threading import Lock


class Operation(Enum):
    """What a fault can strike and a call can be."""

    CHARGE = "charge"
    STATUS = "status"
    CANCEL = "cancel"
    EXPIRE = "expire"
    REFUND = "refund"
    APPROVE = "approve"
    DENY = "deny"
    QR_PICTURE = "qr_picture"
    CARD = "card"
    NOTIFICATION = "notification"


class Harm(Enum):
    """What goes wrong. The first group spoils the answer, the second what it says, the third notifications."""

    SLOW = "slow"
    LOST = "lost"
    SERVER_ERROR = "server_error"
    ERROR_CODE = "error_code"
    TOO_MANY = "too_many"
    HTML_502 = "html_502"
    HTML_403 = "html_403"
    BROKEN_JSON = "broken_json"
    HALF_BODY = "half_body"
    SKEWED_DATE = "skewed_date"

    DENIED = "denied"
    WRONG_AMOUNT = "wrong_amount"
    WRONG_QR_AMOUNT = "wrong_qr_amount"
    SETTLED_MEANWHILE = "settled_meanwhile"
    SETTLED_AFTERWARDS = "settled_afterwards"

    DUPLICATED = "duplicated"
    HELD_BACK = "held_back"
    FORGED_SIGNATURE = "forged_signature"


REPLACES_ANSWER = frozenset(
    {Harm.LOST, Harm.SERVER_ERROR, Harm.ERROR_CODE, Harm.TOO_MANY, Harm.HTML_502, Harm.HTML_403}
)
"""With these the call is not carried out at all, unless `after_commit` says that only the answer suffers."""

_ENDINGS = frozenset({Operation.CANCEL, Operation.EXPIRE})
_NOTIFICATION = frozenset({Operation.NOTIFICATION})
_ONLY_ON: Mapping[Harm, frozenset[Operation]] = {
    Harm.DENIED: frozenset({Operation.CHARGE}),
    Harm.WRONG_QR_AMOUNT: frozenset({Operation.CHARGE}),
    Harm.SETTLED_MEANWHILE: _ENDINGS,
    Harm.SETTLED_AFTERWARDS: _ENDINGS,
    Harm.DUPLICATED: _NOTIFICATION,
    Harm.HELD_BACK: _NOTIFICATION,
    Harm.FORGED_SIGNATURE: _NOTIFICATION,
}
_ALSO_ON_NOTIFICATION = frozenset({Harm.LOST, Harm.SLOW, Harm.WRONG_AMOUNT})


@dataclass(frozen=True, slots=True)
class Fault:
    """One misfortune.

    `on`: the call it strikes; None is any Core API call (never a notification).
    `times`: how many calls, None for all from now on. `order_id`: only that order's calls.
    `after_commit`: carry the call out first, then spoil the answer.
    `seconds`: the wait of SLOW, the error of SKEWED_DATE, the delay of SETTLED_AFTERWARDS.
    `code`: the body code of ERROR_CODE. `amount`: the rupiah of WRONG_AMOUNT and WRONG_QR_AMOUNT.
    `channel_code`: GoPay's own code of DENIED (wire-facts 10.1).
    HELD_BACK lets the next notification of the same transaction overtake this one.
    """

    harm: Harm
    on: Operation | None = None
    times: int | None = 1
    order_id: str | None = None
    after_commit: bool = False
    seconds: float = 0.0
    code: int = 500
    amount: int = 1
    channel_code: str = "900"

    def __post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise ValueError("times is at least 1, or None for always")
        only_on = _ONLY_ON.get(self.harm)
        if only_on is not None and self.on not in only_on:
            places = ", ".join(sorted(place.value for place in only_on))
            raise ValueError(f"{self.harm.value} strikes only on: {places}")
        if self.on is Operation.NOTIFICATION and only_on is None and self.harm not in _ALSO_ON_NOTIFICATION:
            raise ValueError(f"{self.harm.value} cannot strike a notification")

    def strikes(self, operation: Operation, order_id: str | None) -> bool:
        is_api_call = operation is not Operation.NOTIFICATION
        hit = is_api_call if self.on is None else self.on is operation
        return hit and self.order_id in {None, order_id}


class Script:
    """The faults still to come, first scripted first; each call meets at most one. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._faults: list[Fault] = []

    def add(self, faults: Iterable[Fault]) -> None:
        with self._lock:
            self._faults.extend(faults)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def waiting(self) -> tuple[Fault, ...]:
        with self._lock:
            return tuple(self._faults)

    def take(self, operation: Operation, order_id: str | None) -> Fault | None:
        """The fault that this call meets, counted down."""
        with self._lock:
            for place, fault in enumerate(self._faults):
                if fault.strikes(operation, order_id):
                    if fault.times == 1:
                        del self._faults[place]
                    elif fault.times is not None:
                        self._faults[place] = replace(fault, times=fault.times - 1)
                    return fault
        return None
