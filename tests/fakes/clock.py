"""Two clocks that a test moves by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Starts on a working day; `advance` runs both clocks, `jump` sets only the wall's."""

    def __init__(self, at: datetime = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)) -> None:
        self._wall = at
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._wall

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        assert seconds >= 0
        self._wall += timedelta(seconds=seconds)
        self._monotonic += seconds

    def jump(self, seconds: float) -> None:
        """Somebody set the PC's clock."""
        self._wall += timedelta(seconds=seconds)
