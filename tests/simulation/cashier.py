"""Whoever stands at the counter: rings up, charges, waits, gives up, locks, signs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.domain.evidence import CancelReason
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.staff import Pin, Right
from pos_app.domain.states import Attention
from pos_app.till.desk_messages import Lock, SignIn
from pos_app.till.messages import AddAmount, Cancel, Charge, CheckNow, NewSale, Park, Resume
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from tests.simulation.staff import GUESSES, PEOPLE, RANI, Person, introduced, somebody_with

if TYPE_CHECKING:
    from tests.simulation.world import World

METHODS = (Method.GOPAY, Method.GOPAY, Method.QRIS, Method.ALFAMART, Method.INDOMARET)


class Cashier:
    """One pair of hands at a time; who they belong to is the PIN's matter."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._random = world.random
        self._luck = world.luck
        self._patient_until = 0.0

    def act(self) -> None:
        world = self._world
        if world.alive and world.counter is not None and world.staff is not None and self._is_let_in():
            self._sell(world.counter)
        elsewhere = any(payment.state.is_live for payment in world.witness.payments.values())
        if world.begun < world.sales or elsewhere or not world.alive:
            world.after(self._random.choice([1.0, 4.0, 20.0]), self.act)

    # who it is

    def _is_let_in(self) -> bool:
        """Sign in where it is locked, make people known; True where work can go on now."""
        world = self._world
        if world.staff is not None and world.staff.is_locked:
            self.sign_in()
            return False
        if missing := self._missing():
            command = introduced(missing[0])
            world.do(command) if command.manager is None else world.do_with(command.manager, command)
            return False
        return True

    def _missing(self) -> list[Person]:
        """Who works here and is not known to the till yet."""
        known = {one.member.name for one in self._world.journal.staff()}
        return [one for one in PEOPLE if one.name not in known] if self._world.has_staff else []

    @property
    def is_set_up(self) -> bool:
        return not self._missing()

    def sign_in(self) -> None:
        missing = self._missing()
        pin = self.pin(self._random.choice([one for one in PEOPLE if one not in missing]).pin)
        self._world.do_with(pin, SignIn(pin))

    def pin(self, right: Pin) -> Pin:
        """A PIN as it is typed: fingers slip, and some people guess."""
        return self._random.choice(GUESSES) if self._world.chance_of(self._luck.wrong_pin) else right

    # selling

    def _sell(self, counter: Counter) -> None:
        roll, luck, world = self._random.random(), self._luck, self._world
        match counter.stage:
            case Stage.RINGING_UP if world.begun < world.sales or not counter.cart.is_empty:
                self._ring_up(counter)
            case Stage.RINGING_UP:
                self._resume()
            case Stage.WAITING if counter.payment is not None:
                world.outside.serve(counter.payment)
                order = counter.payment.order_id
                if roll < luck.cancels:
                    self.cancel(order, self._random.choice([*CancelReason]))
                elif roll < luck.cancels + luck.parks or counter.payment.method.has_store_code:
                    world.do(Park())
                else:
                    world.do(CheckNow(order))
            case Stage.IN_DOUBT if counter.payment is not None and roll < 0.1:
                world.do(Cancel(counter.payment.order_id, CancelReason.OTHER_METHOD))
            case Stage.PAID | Stage.ENDED if roll < 0.4:
                world.do(NewSale())
            case Stage.ENDED if world.chance_of(luck.wants_more):
                world.happened["carts changed after an end"] += 1
                world.do(AddAmount(Rupiah(self._random.randint(1_000, 90_000)), "Nominal"))
            case Stage.ENDED:
                world.do(Charge(self._random.choice(METHODS)))
            case Stage.CLOSING if roll < 0.3:
                world.do(Park())
            case _:
                pass

    def _ring_up(self, counter: Counter) -> None:
        world, now = self._world, self._world.clock.monotonic()
        if counter.cart.is_empty:
            world.begun += 1
            late = self._late_money(counter)
            if late is not None and world.chance_of(self._luck.orders_again):
                self._patient_until = now + 240.0  # the manager may find that it is paid already
            amount = late.amount if late else Rupiah(self._random.randint(10_000, 900_000))
            world.do(AddAmount(amount, "Nominal"))
            if world.has_staff and world.chance_of(self._luck.switches):
                self._switch()
        if now >= self._patient_until and world.staff is not None and not world.staff.is_locked:
            world.do(Charge(self._random.choice(METHODS)))

    def _late_money(self, counter: Counter) -> Payment | None:
        """A customer whose money came late and who orders the same again."""
        late = (one for one in self._world.journal.undecided() if Attention.PAID_LATE in one.attention)
        return next((one for one in late if one.sale_id != counter.sale.id), None)

    def _switch(self) -> None:
        """F12 with a cart on the counter; the next one signs in, a little later."""
        self._world.happened["switches with a cart"] += 1
        self._world.witness.desk.leaves(self._world.counter)
        self._world.do(Lock())

    def _resume(self) -> None:
        parked = [p.order_id for p in self._world.witness.payments.values() if p.state.is_live]
        if parked and self._world.chance_of(self._luck.resumes):
            self._world.do(Resume(self._random.choice(parked)))

    def cancel(self, order: str, reason: CancelReason) -> None:
        """With the PIN of somebody who may, where one is needed; some try without, or with their own."""
        world = self._world
        asks_nobody = reason is CancelReason.OTHER_METHOD or not world.asks_pins
        if asks_nobody or world.chance_of(self._luck.no_pin):
            world.do(Cancel(order, reason, _note(reason)))
            return
        own = world.chance_of(0.1)
        pin = self.pin(RANI.pin if own else somebody_with(Right.CANCEL, self._random))
        world.do_with(pin, Cancel(order, reason, _note(reason), pin))


def _note(reason: CancelReason) -> str:
    return "uangnya tertinggal" if reason is CancelReason.OTHER else ""
