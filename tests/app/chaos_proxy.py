"""The way between a till and its relay, for the worse: it drops, delays, duplicates and half-closes by turns."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import cycle
from types import TracebackType
from typing import Self

from tests.notices.proxy import Proxy, delayed, each_event_twice


class ChaosProxy:
    """`url` leads to `target`. While it is `wild` something happens to the open connections every `beat` seconds."""

    def __init__(self, target: str, *, beat: float = 0.3) -> None:
        self._harm: Callable[[bytes], bytes] = bytes
        self._proxy = Proxy(target, self._spoilt)
        self._beat = beat
        self._over = threading.Event()
        self._wild = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chaos", daemon=True)
        self.url = self._proxy.url
        self.turns = 0

    def __enter__(self) -> Self:
        self._proxy.__enter__()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._wild.set()
        self._thread.join()
        self._proxy.__exit__()

    def go_wild(self) -> None:
        self._wild.set()

    def calm_down(self) -> None:
        self._wild.clear()
        self._harm = bytes

    def _run(self) -> None:
        slow = delayed(0.1)
        deeds: tuple[Callable[[], None], ...] = (
            self._proxy.drop,
            lambda: self._spoil(each_event_twice),
            self._proxy.half_close,
            lambda: self._spoil(slow),
            self._proxy.drop,
            lambda: self._spoil(bytes),
        )
        for deed in cycle(deeds):
            self._wild.wait()
            if self._over.wait(self._beat):
                return
            deed()
            self.turns += 1

    def _spoilt(self, piece: bytes) -> bytes:
        return self._harm(piece)

    def _spoil(self, harm: Callable[[bytes], bytes]) -> None:
        self._harm = harm
