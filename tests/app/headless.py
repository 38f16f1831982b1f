"""A till without windows, for killing: the real machinery in a process of its own, its keys on standard input.

python -m tests.app.headless HOME RELAY_URL

Takes a line for each key: `ring 44000`, `charge gopay`, `cancel`, `check`, `new`, `park`, `end`.
Tells every picture of the counter, and everything refused, as one line of JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from pathlib import Path

from pos_app.app.link import ShopLink
from pos_app.app.machinery import Machinery
from pos_app.domain.evidence import CancelReason
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.journal import lock
from pos_app.notices.address import notification_url
from pos_app.settings import file, logs
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets
from pos_app.till.messages import (
    AddAmount,
    Cancel,
    Charge,
    CheckNow,
    Chimed,
    Command,
    CounterShown,
    Event,
    Faulted,
    Halted,
    NewSale,
    Park,
    Refused,
)
from pos_app.till.snapshot import Counter

MAILBOX = "a-mailbox-that-outlives-every-kill-of-the-till-0123456789"


class KillableLink(ShopLink):
    """A practising shop's, but with a mailbox that stays the same across restarts."""

    def __init__(self, relay: str, link: ShopLink) -> None:
        self._relay = relay
        self._link = link

    def gateway_url(self) -> str:
        return self._link.gateway_url()

    def server_key(self) -> str:
        return self._link.server_key()

    def read_key_again(self) -> None:
        self._link.read_key_again()

    def relay_url(self) -> str:
        return self._relay

    def relay_secret(self) -> str:
        return MAILBOX

    def notification_url(self) -> str:
        return notification_url(self._relay, MAILBOX)


class Keyboard:
    """Turns lines into commands about what lies on the counter, and events into lines."""

    def __init__(self) -> None:
        self._counter: Counter | None = None
        self._telling = threading.Lock()

    def publish(self, event: Event) -> None:
        match event:
            case CounterShown(counter=counter):
                self._counter = counter
                self._tell(_picture(counter))
            case Chimed(order_id=order_id):
                self._tell({"chimed": order_id})
            case Halted(problem=problem):
                self._tell({"halted": problem.value})
            case Refused(problem=problem):
                self._tell({"refused": problem.value})
            case Faulted(text=text):
                self._tell({"faulted": text})
            case _:
                pass

    def command(self, line: str) -> Command:
        word, _, value = line.partition(" ")
        match word:
            case "ring":
                return AddAmount(Rupiah(int(value)), "Nominal")
            case "charge":
                return Charge(Method(value))
            case "cancel":
                return Cancel(self._order(), CancelReason.CUSTOMER_LEFT)
            case "check":
                return CheckNow(self._order())
            case "park":
                return Park()
            case "new":
                return NewSale()
            case _:
                raise ValueError(f"there is no key {word!r}")

    def _order(self) -> str:
        counter = self._counter
        return counter.payment.order_id if counter is not None and counter.payment is not None else ""

    def _tell(self, told: dict[str, object]) -> None:
        with self._telling:
            sys.stdout.write(f"{json.dumps(told)}\n")
            sys.stdout.flush()


def _picture(counter: Counter) -> dict[str, object]:
    payment = counter.payment
    return {
        "stage": counter.stage.value,
        "sale": counter.sale.label,
        "total": int(counter.cart.total),
        "order_id": payment.order_id if payment else "",
        "state": payment.state.value if payment else "",
        "problem": payment.problem.value if payment and payment.problem else "",
        "qr": counter.qr.text if counter.qr else "",
        "code": counter.payment_code,
    }


def main(home: Path, relay: str) -> int:
    at = places(home)
    at.prepare()
    logs.start(at.log)
    logging.raiseExceptions = False  # a log on a full disk must not end a till
    settings = file.read(at.settings).settings
    keyboard = Keyboard()
    with lock.hold(at.data):
        shop = ShopLink(settings, Secrets(at.name))
        machinery = Machinery(at, settings, KillableLink(relay, shop) if relay else shop, keyboard.publish)
        machinery.start()
        for line in sys.stdin:
            if line.strip() == "end":
                break
            machinery.post(keyboard.command(line.strip()))
        machinery.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
