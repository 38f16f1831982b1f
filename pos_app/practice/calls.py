"""The gateway's own record of who called, so that calls and the gaps between them can be counted."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from itertools import pairwise
from threading import Condition

from pos_app.practice.faults import Harm, Operation


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Core API. `at` is monotonic seconds at arrival.

    `http` is None until it is answered, and for ever when the connection was dropped instead.
    `order_id` is None when the call named nothing that is known.
    """

    at: float
    operation: Operation
    method: str
    path: str
    order_id: str | None = None
    idempotency_key: str | None = None
    body: bytes = b""
    harm: Harm | None = None
    http: int | None = None


class CallLog:
    """Every call in the order of arrival. Safe for threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._calls: list[Call] = []

    def arrived(self, operation: Operation, method: str, path: str, *, key: str | None, body: bytes) -> int:
        """Write the call down and return its number."""
        call = Call(time.monotonic(), operation, method, path, idempotency_key=key, body=body)
        with self._changed:
            self._calls.append(call)
            self._changed.notify_all()
            return len(self._calls) - 1

    def identified(self, number: int, order_id: str | None, harm: Harm | None) -> None:
        self._amend(number, replace(self._calls[number], order_id=order_id, harm=harm))

    def answered(self, number: int, http: int | None) -> None:
        self._amend(number, replace(self._calls[number], http=http))

    def all(self) -> tuple[Call, ...]:
        with self._changed:
            return tuple(self._calls)

    def of(self, operation: Operation, order_id: str | None = None) -> tuple[Call, ...]:
        """The calls of one kind, of one order when that is given."""
        return tuple(
            call for call in self.all() if call.operation is operation and order_id in {None, call.order_id}
        )

    def gaps(self, operation: Operation, order_id: str | None = None) -> tuple[float, ...]:
        """Seconds between each such call and the next."""
        times = [call.at for call in self.of(operation, order_id)]
        return tuple(later - earlier for earlier, later in pairwise(times))

    def wait_for(self, operation: Operation, count: int = 1, timeout: float = 10.0) -> tuple[Call, ...]:
        """Wait until `count` such calls have arrived; raise TimeoutError when they don't in `timeout` seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._count(operation) >= count, timeout):
                raise TimeoutError(f"{self._count(operation)} of {count} {operation.value} calls came")
        return self.of(operation)

    def _count(self, operation: Operation) -> int:
        return sum(call.operation is operation for call in self._calls)

    def _amend(self, number: int, call: Call) -> None:
        with self._changed:
            self._calls[number] = call
            self._changed.notify_all()
