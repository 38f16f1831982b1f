"""Gateway calls that run when a test says so, in the order that it wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from pos_app.domain.errors import GatewayError
from pos_app.domain.pin import PinSalt
from pos_app.domain.staff import Pin
from pos_app.till.errand import Errand
from pos_app.till.kit import Work
from pos_app.till.lane_messages import Answered, PinHashed


@dataclass(frozen=True)
class Pending:
    """One call that was started and has not come back."""

    order_id: str
    errand: Errand
    work: Work


class FakeCalls:
    """Keeps calls until `deliver`; `dropped` ones were on their way when the process died."""

    def __init__(self) -> None:
        self.pending: list[Pending] = []
        self.hashing: list[PinHashed] = []

    def start(self, order_id: str, errand: Errand, work: Work) -> None:
        self.pending.append(Pending(order_id, errand, work))

    def hash_pin(self, ticket: int, pin: Pin, salts: tuple[PinSalt, ...]) -> None:
        self.hashing.append(PinHashed(ticket, hashed_quickly(pin, salts)))

    def deliver(self, handle: Callable[[Answered], None], index: int = 0) -> Answered:
        """Run one call and bring its answer home."""
        one = self.pending.pop(index)
        answer = run(one)
        handle(answer)
        return answer


def hashed_quickly(pin: Pin, salts: tuple[PinSalt, ...]) -> tuple[bytes, ...]:
    """What a hash costs is for another test to say."""
    return tuple(sha256(f"{salt.text}/{pin.digits}".encode()).digest() for salt in salts)


def run(one: Pending) -> Answered:
    try:
        return Answered(one.order_id, one.errand, one.work())
    except GatewayError as error:
        return Answered(one.order_id, one.errand, error)
