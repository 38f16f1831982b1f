"""The link lights: what the last call, the last echo and the printer said."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.charge import Reply
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.relay import RelayTrouble
from pos_app.till.errand import Fetch
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered
from pos_app.till.messages import LightsShown
from pos_app.till.snapshot import Light
from pos_app.till.stage import Glow

_SLOW = 3.0
"""Seconds of a round trip from which a link counts as slow."""

_OFF = Light(Glow.OFF)


class Lights:
    """Shows a light again only when it has changed."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._failures = 0
        self._shown: LightsShown | None = None
        self._gateway = _OFF
        self._relay = _OFF
        self._printer = _OFF if kit.printer is None else Light(Glow.OK)
        self._trouble: PrinterTrouble | None = None
        self._relay_trouble: RelayTrouble | None = None
        self._offset: float | None = None

    def answered(self, answer: Answered) -> None:
        outcome = answer.outcome
        if isinstance(outcome, Reply):
            self._failures = 0
            slow = outcome.seconds > _SLOW or outcome.reading.code >= 500
            if outcome.reading.code == 401:
                since = self._bad_since(self._gateway)
                self._gateway = Light(Glow.DOWN, since=since, reason=Problem.WRONG_KEY.value)
            else:
                self._gateway = Light(Glow.SLOW if slow else Glow.OK, outcome.seconds)
            if outcome.gateway_at is not None:
                self._offset = (outcome.gateway_at - self._kit.clock.now()).total_seconds()
        elif isinstance(outcome, MisconfiguredError):
            since = self._bad_since(self._gateway)
            self._gateway = Light(Glow.DOWN, since=since, reason=outcome.problem.value)
        elif isinstance(outcome, Exception) and answer.errand is not Fetch.QR:
            self._failures += 1
            since = self._bad_since(self._gateway)
            self._gateway = Light(Glow.SLOW if self._failures < 2 else Glow.DOWN, since=since)
        self.show()

    def relay_proven(self, seconds: float) -> None:
        self._relay = Light(Glow.SLOW if seconds > _SLOW else Glow.OK, seconds)
        self._relay_trouble = None
        self.show()

    def relay_lost(self, trouble: RelayTrouble) -> None:
        since = self._bad_since(self._relay)
        self._relay = Light(Glow.DOWN, since=since)
        self._relay_trouble = trouble
        self.show()

    def printer_told(self, trouble: PrinterTrouble | None, reason: str) -> None:
        self._trouble = trouble
        if trouble is None:
            self._printer = Light(Glow.OK)
        else:
            glow = Glow.SLOW if trouble is PrinterTrouble.PAPER_LOW else Glow.DOWN
            since = self._bad_since(self._printer)
            self._printer = Light(glow, since=since, reason=reason)
        self.show()

    def _bad_since(self, light: Light) -> datetime:
        """When it went bad first: a light that stays bad keeps its age."""
        return light.since or self._kit.clock.now()

    def show(self) -> None:
        event = LightsShown(
            self._gateway, self._relay, self._printer, self._trouble, self._offset, self._relay_trouble
        )
        if event != self._shown:
            self._shown = event
            self._kit.publish(event)
