"""The relay of a simulated world: keeps what was posted, and replays it from the till's cursor."""

from __future__ import annotations

from pos_app.till.lane_messages import GapHeard, Heard


class Mailbox:
    """Events are numbered from 1; a gap forgets everything that came so far."""

    def __init__(self) -> None:
        self.bodies: list[str] = []
        self._forgotten = 0
        self._sent = 0

    def post(self, body: str) -> None:
        self.bodies.append(body)

    def connect(self, cursor: str) -> None:
        """A till listens from here on."""
        self._sent = int(cursor or 0)

    def forget(self) -> None:
        """The relay lost what it kept; who has not heard it yet hears of a gap."""
        self._forgotten = len(self.bodies)

    def next(self) -> Heard | GapHeard | None:
        """What to bring now; None when all was brought."""
        if self._sent < self._forgotten:
            self._sent = self._forgotten
            return GapHeard(str(self._sent))
        if self._sent >= len(self.bodies):
            return None
        self._sent += 1
        return Heard(self.bodies[self._sent - 1], str(self._sent))
