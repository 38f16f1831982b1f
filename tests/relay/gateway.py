"""A gateway in a hurry: several threads that post, and remember every id that they were promised."""

import threading
from types import TracebackType
from typing import Self

import httpx

from tests.relay.till import Till


class Gateway:
    """Posts `<name>/<number>` to the till's mailbox through every url until it is told to stop.

    What fails is not sent again, so that whatever is promised is known exactly.
    """

    def __init__(self, till: Till, urls: list[str], threads: int = 4) -> None:
        self.promised: dict[str, str] = {}
        self._till = till
        self._stop = threading.Event()
        self._grew = threading.Condition()
        self._threads = [
            threading.Thread(target=self._post, args=(f"{index}", urls[index % len(urls)]))
            for index in range(threads)
        ]

    def wait_for(self, more: int) -> None:
        """Until so many more were promised."""
        with self._grew:
            wanted = len(self.promised) + more
            assert self._grew.wait_for(lambda: len(self.promised) >= wanted, timeout=60)

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _post(self, name: str, url: str) -> None:
        number = 0
        with httpx.Client(timeout=20) as client:
            while not self._stop.is_set():
                body = f"{name}/{number}"
                number += 1
                try:
                    answer = client.post(f"{url}/n/{self._till.mailbox}", content=body)
                except httpx.TransportError:
                    self._stop.wait(0.01)
                    continue
                if answer.status_code == 200:
                    with self._grew:
                        self.promised[answer.json()["id"]] = body
                        self._grew.notify_all()


def is_in_order(heard: list[tuple[str, str]]) -> bool:
    """Heard are pairs of id and body: the ids grow, and each sender's bodies come as it sent them."""
    seqs = [int(position.split("-")[1]) for position, _ in heard]
    by_sender: dict[str, list[int]] = {}
    for _, body in heard:
        sender, number = body.split("/")
        by_sender.setdefault(sender, []).append(int(number))
    return seqs == sorted(set(seqs)) and all(numbers == sorted(numbers) for numbers in by_sender.values())
