"""A till without windows: everything else of the running app, in this process, over real sockets and files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from pos_app.app.link import ShopLink
from pos_app.app.machinery import Machinery
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.settings import file
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets
from pos_app.till.messages import (
    AddAmount,
    Charge,
    Command,
    CounterShown,
    Event,
    LightsShown,
    Park,
    ShowStory,
    StoryShown,
)
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage

PATIENCE = 40.0
"""Seconds; the machine that runs the tests is a busy one."""

_Event = TypeVar("_Event", bound=Event)


class HomeLink(ShopLink):
    """Practice, with one mailbox for as long as the test runs: as the keyring keeps a shop's own."""

    def __init__(self, home: Path, secret: str) -> None:
        super().__init__(file.read(home / "settings.toml").settings, Secrets(str(home)))
        self._secret = secret

    def relay_secret(self) -> str:
        return self._secret


class Behind:
    """Sends commands as windows do, and waits for events as they would."""

    def __init__(self, home: Path, secret: str) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()
        at = places(home)
        self._machinery = Machinery(at, file.read(at.settings).settings, HomeLink(home, secret), self._hear)

    def __enter__(self) -> Self:
        self._machinery.start()
        self.until(lambda: bool(self.seen(CounterShown)), "the counter")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._machinery.stop()

    def _hear(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def do(self, *commands: Command) -> None:
        for command in commands:
            self._machinery.post(command)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for an event, or look again soon: what is waited for may be outside of the till."""
        with self._changed:
            for _ in range(int(PATIENCE / 0.05)):
                if condition():
                    return
                self._changed.wait(0.05)
        raise AssertionError(f"waited too long for {what}; seen: {self.events[-5:]}")

    def seen(self, kind: type[_Event]) -> list[_Event]:
        return [event for event in tuple(self.events) if isinstance(event, kind)]

    @property
    def counter(self) -> Counter:
        return self.seen(CounterShown)[-1].counter

    @property
    def payment(self) -> Payment:
        assert self.counter.payment is not None
        return self.counter.payment

    @property
    def lights(self) -> LightsShown:
        return self.seen(LightsShown)[-1]

    def charge(self, method: Method, amount: int = 44_000) -> Payment:
        """Ring up and charge, until the customer can pay."""
        self.do(AddAmount(Rupiah(amount), "Nominal"))
        return self.charge_again(method)

    def charge_again(self, method: Method) -> Payment:
        """Charge what is rung up, until the customer can pay by this method."""
        self.do(Charge(method))
        self.until(
            lambda: self.counter.stage is Stage.WAITING and self.payment.method is method, "a code or QR"
        )
        return self.payment

    def state_of(self, order_id: str) -> State:
        """What became of a payment, by its evidence."""
        return self.story(order_id).steps[-1].state

    def park(self) -> None:
        self.do(Park())
        self.until(lambda: self.counter.stage is Stage.RINGING_UP, "the next customer")

    def story(self, order_id: str) -> StoryShown:
        """The evidence of a payment as it is on disk now."""
        before = len(self.seen(StoryShown))
        self.do(ShowStory(order_id))
        self.until(lambda: len(self.seen(StoryShown)) > before, "the story")
        return self.seen(StoryShown)[-1]
