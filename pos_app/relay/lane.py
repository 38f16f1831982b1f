"""A thread that takes whatever waits and works on it in one go: this is what makes a commit a group commit."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

logger = logging.getLogger(__name__)

Job = TypeVar("Job")
Answer = TypeVar("Answer")


class LaneFullError(Exception):
    """So many jobs wait already that the newest would be answered too late; it was not taken."""


class LaneClosedError(Exception):
    """The lane is closing; the job was not taken."""


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[Job, Answer]):
    job: Job
    answer: "asyncio.Future[Answer]"


class Lane(Generic[Job, Answer]):
    """Jobs are done in the order in which they were asked, at most `together` in one call of `work`.

    `work` runs on the lane's thread and returns one answer a job. When it raises, every job of that call fails
    with its exception, and the lane goes on with the next ones. To be used from one event loop only.
    """

    def __init__(
        self, name: str, work: Callable[[Sequence[Job]], Sequence[Answer]], *, together: int, longest: int
    ) -> None:
        self._work = work
        self._together = together
        self._longest = longest
        self._queue: queue.SimpleQueue[_Waiting[Job, Answer] | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        return self._queue.qsize()

    async def ask(self, job: Job) -> Answer:
        """Raises LaneFullError, LaneClosedError and whatever `work` raises."""
        if self._closing:
            raise LaneClosedError
        if self._queue.qsize() >= self._longest:
            raise LaneFullError
        answer: asyncio.Future[Answer] = self._loop.create_future()
        self._queue.put(_Waiting(job, answer))
        return await answer

    async def close(self) -> None:
        """Take no more jobs, finish those that wait, end the thread."""
        if not self._closing:
            self._closing = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch = [first]
            is_last = False
            while len(batch) < self._together:
                try:
                    following = self._queue.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    is_last = True
                    break
                batch.append(following)
            self._do(batch)
            if is_last:
                return

    def _do(self, batch: list[_Waiting[Job, Answer]]) -> None:
        answers: Sequence[Answer] | Exception
        try:
            answers = self._work([waiting.job for waiting in batch])
        except Exception as error:  # noqa: BLE001  (whatever it is, those who wait must hear of it)
            answers = error
        self._loop.call_soon_threadsafe(_settle, batch, answers)


def _settle(batch: list[_Waiting[Job, Answer]], answers: Sequence[Answer] | Exception) -> None:
    for index, waiting in enumerate(batch):
        if waiting.answer.done():  # the asker was cancelled; its job was done all the same
            continue
        if isinstance(answers, Exception):
            waiting.answer.set_exception(answers)
        else:
            waiting.answer.set_result(answers[index])
