"""The internet between one incarnation of the till and the gateway."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from pos_app.domain.charge import Reply
from pos_app.domain.errors import GatewayError, OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import QrCode
from pos_app.domain.pin import PinSalt
from pos_app.domain.staff import Pin
from pos_app.till.errand import Errand, Fetch
from pos_app.till.kit import Work
from pos_app.till.lane_messages import Answered, PinHashed
from tests.fakes.calls import hashed_quickly
from tests.simulation.bank import Bank
from tests.simulation.luck import Luck

After = Callable[[float, Callable[[], None]], None]


class Internet:
    """Loses requests and answers, each a little later than it was sent; fits the till's `Calls`.

    `leaves` hears of every call, `meanwhile` may act just before the gateway does, `moved` hears that a
    call changed a transaction, and `bring` takes the answer where the till that asked still lives.
    """

    def __init__(
        self,
        random: Random,
        luck: Luck,
        bank: Bank,
        after: After,
        *,
        leaves: Callable[[Errand, str], None],
        meanwhile: Callable[[Errand, str], None],
        moved: Callable[[str], None],
        bring: Callable[[Answered | PinHashed], None],
    ) -> None:
        self._random, self._luck, self._bank, self._after = random, luck, bank, after
        self._leaves, self._meanwhile, self._moved, self._bring = leaves, meanwhile, moved, bring

    def start(self, order_id: str, call: Errand, work: Work) -> None:
        self._leaves(call, order_id)
        roll, luck = self._random.random(), self._luck
        lost, unreachable = luck.request_lost, luck.request_lost + luck.unreachable
        if roll < lost:
            self._come_back(order_id, call, OutcomeUnknownError("request lost"), 15.0)
        elif roll < unreachable or self._bank.is_away:
            self._come_back(order_id, call, UnreachableError("no route"), 0.1)
        elif call is not Fetch.QR and (self._bank.refuses_key or roll < unreachable + luck.trouble):
            trouble = self._bank.refusal() if self._bank.refuses_key else self._bank.trouble()
            self._come_back(order_id, call, trouble, 0.3)
        else:
            self._after(self._random.uniform(0.02, 1.5), lambda: self._arrive(order_id, call, work))

    def hash_pin(self, ticket: int, pin: Pin, salts: tuple[PinSalt, ...]) -> None:
        hashes = hashed_quickly(pin, salts)
        self._after(self._random.uniform(0.08, 0.3), lambda: self._bring(PinHashed(ticket, hashes)))

    def _arrive(self, order_id: str, call: Errand, work: Work) -> None:
        """The gateway does its part, even where the till is dead by now."""
        self._meanwhile(call, order_id)
        truth = self._bank.transactions.get(order_id)
        before = truth.status if truth else None
        try:
            outcome: Reply | QrCode | GatewayError = work()
        except GatewayError as error:
            outcome = error
        truth = self._bank.transactions.get(order_id)
        if truth is not None and truth.status is not before:
            self._moved(order_id)
        if call is not Fetch.QR and self._random.random() < self._luck.answer_lost:
            self._come_back(order_id, call, OutcomeUnknownError("answer lost"), 15.0)
        else:
            self._come_back(order_id, call, outcome, self._random.uniform(0.02, 1.0))

    def _come_back(
        self, order_id: str, call: Errand, outcome: Reply | QrCode | GatewayError, seconds: float
    ) -> None:
        self._after(seconds, lambda: self._bring(Answered(order_id, call, outcome)))
