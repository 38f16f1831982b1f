import asyncio
import threading
from collections.abc import Sequence

import pytest

from pos_app.relay.lane import Lane, LaneClosedError, LaneFullError


class Work:
    """Doubles numbers; waits for `gate` first and remembers what came together."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.began = threading.Event()
        self.together: list[list[int]] = []

    def __call__(self, jobs: Sequence[int]) -> list[int]:
        self.began.set()
        self.gate.wait()
        self.together.append(list(jobs))
        if 13 in jobs:
            raise ValueError(13)
        return [2 * job for job in jobs]


def test_what_waits_is_done_together_and_in_order() -> None:
    async def scenario() -> tuple[list[int], list[list[int]]]:
        work = Work()
        lane: Lane[int, int] = Lane("test", work, together=3, longest=100)
        asked = [asyncio.ensure_future(lane.ask(number)) for number in range(8)]
        await asyncio.sleep(0)
        work.gate.set()
        answers = await asyncio.gather(*asked)
        await lane.close()
        return answers, work.together

    answers, together = asyncio.run(scenario())
    assert answers == [0, 2, 4, 6, 8, 10, 12, 14]
    assert [number for batch in together for number in batch] == list(range(8))
    assert max(map(len, together)) == 3


def test_a_failing_batch_fails_alone() -> None:
    async def scenario() -> int:
        work = Work()
        work.gate.set()
        lane: Lane[int, int] = Lane("test", work, together=1, longest=100)
        with pytest.raises(ValueError, match="13"):
            await lane.ask(13)
        answer = await lane.ask(4)
        await lane.close()
        return answer

    assert asyncio.run(scenario()) == 8


def test_what_was_taken_is_done_before_the_lane_closes() -> None:
    async def scenario() -> list[int]:
        work = Work()
        lane: Lane[int, int] = Lane("test", work, together=2, longest=100)
        asked = [asyncio.ensure_future(lane.ask(number)) for number in range(5)]
        await asyncio.sleep(0)
        closing = asyncio.ensure_future(lane.close())
        await asyncio.sleep(0)
        with pytest.raises(LaneClosedError):
            await lane.ask(9)
        work.gate.set()
        await closing
        return await asyncio.gather(*asked)

    assert asyncio.run(scenario()) == [0, 2, 4, 6, 8]


def test_a_long_queue_is_refused_at_its_end() -> None:
    async def scenario() -> None:
        work = Work()
        lane: Lane[int, int] = Lane("test", work, together=1, longest=2)
        asked = [asyncio.ensure_future(lane.ask(0))]
        await asyncio.to_thread(work.began.wait)
        asked += [asyncio.ensure_future(lane.ask(number)) for number in (1, 2)]
        await asyncio.sleep(0)
        with pytest.raises(LaneFullError):
            await lane.ask(3)
        work.gate.set()
        assert await asyncio.gather(*asked) == [0, 2, 4]
        await lane.close()

    asyncio.run(scenario())


def test_one_who_stopped_waiting_does_not_disturb_the_others() -> None:
    async def scenario() -> int:
        work = Work()
        lane: Lane[int, int] = Lane("test", work, together=5, longest=100)
        gone = asyncio.ensure_future(lane.ask(1))
        stays = asyncio.ensure_future(lane.ask(2))
        await asyncio.sleep(0)
        gone.cancel()
        work.gate.set()
        answer = await stays
        await lane.close()
        return answer

    assert asyncio.run(scenario()) == 4
