"""The printer of a simulated shop, which knows what it has begun (as printing.underway does), and its drawer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document
from pos_app.till.lane_messages import Printed

if TYPE_CHECKING:
    from tests.simulation.world import World


class Paper:
    """Fits the till's `Printer`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._begun: set[Effect] = set()

    def take(self, effect: Effect, document: Document) -> None:
        self._begins(effect)

    def kick_drawer(self, effect: Effect) -> None:
        self._begins(effect)

    def recall(self, order_id: str, kind: EffectKind) -> None:
        """This one prints at once: nothing waits."""

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        raise AssertionError("nobody tries the printer out")

    def _begins(self, effect: Effect) -> None:
        world = self._world
        if effect not in self._begun:
            self._begun.add(effect)
            world.witness.printed(effect)
        life = world.life
        world.after(world.random.uniform(0.5, 3), lambda: self._printed(effect, life))

    def _printed(self, effect: Effect, life: int) -> None:
        if self._world.life == life:
            self._world.do(Printed(effect))
