"""Figures of the relay: `python -m tests.bench.bench_relay [--parts …]`. Client and server share this machine's cores.

Parts: durable, latency, idle, replay, kill (SQLite); postgres (two processes, one database); nchan (the yardstick).
"""

import argparse
import asyncio
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

import httpx
import uvloop

from pos_app.relay.mailbox import Limits
from tests.bench.relay_load import (
    Heard,
    Listener,
    Place,
    Poster,
    Secret,
    cpu_seconds,
    notification,
    post_for,
    post_paced,
    quantile,
    relay_at,
    resident_bytes,
)
from tests.bench.relay_nchan import Nchan, is_installed
from tests.relay.postgres import Postgres
from tests.relay.process import RelayProcess

CONNECTIONS = 32
MAILBOXES = 200
LISTENERS = 20
PACE = 200.0
IDLE_SECONDS = 32.0
"""Two heartbeats and a bit."""

Part = Callable[[argparse.Namespace], Coroutine[None, None, None]]


def say(what: str, figures: str) -> None:
    print(f"{what:<42} {figures}", flush=True)


def milliseconds(values: list[float]) -> str:
    return f"p50 {quantile(values, 0.5) * 1000:.2f} ms, p99 {quantile(values, 0.99) * 1000:.2f} ms"


def place_of(relay: RelayProcess) -> Place:
    port = httpx.URL(relay.url).port
    assert port is not None
    return relay_at(port)


async def measure_posts(name: str, place: Place, seconds: float) -> None:
    mailboxes = [Secret().mailbox for _ in range(MAILBOXES)]
    posted = await post_for(place, mailboxes, seconds, CONNECTIONS)
    say(
        f"{name}: posts, {CONNECTIONS} in a hurry",
        f"{posted.rate:,.0f}/s, {milliseconds(posted.took)}, refused {posted.refused}",
    )


async def measure_latency(name: str, at: Place, heard_at: Place, seconds: float) -> None:
    tills = [Secret() for _ in range(LISTENERS)]
    heard = Heard()
    listeners = [await Listener.connected(heard_at, till, heard) for till in tills]
    mailboxes = [till.mailbox for till in tills]
    for what, posting in (
        (f"{PACE:.0f}/s", post_paced(at, mailboxes, seconds, PACE)),
        ("in a hurry", post_for(at, mailboxes, seconds, 16)),
    ):
        heard.took.clear()
        posted = await posting
        await heard.reaches(len(posted.took))
        say(
            f"{name}: post to event, {LISTENERS} tills, {what}",
            f"{posted.rate:,.0f}/s, {milliseconds(heard.took)}; 200 after {milliseconds(posted.took)}; "
            f"heard {len(heard.took)} of {len(posted.took)}",
        )
    for listener in listeners:
        listener.close()


async def measure_idle(name: str, place: Place, pid: int, tills: int) -> None:
    before = resident_bytes(pid)
    began = time.perf_counter()
    listeners: list[Listener] = []
    while len(listeners) < tills:
        more = min(200, tills - len(listeners))
        listeners += await asyncio.gather(
            *(Listener.connected(place, Secret(), Heard()) for _ in range(more))
        )
    opened = time.perf_counter() - began
    cpu = cpu_seconds(pid)
    await asyncio.sleep(IDLE_SECONDS)
    cpu = (cpu_seconds(pid) - cpu) / IDLE_SECONDS
    each = (resident_bytes(pid) - before) / tills
    say(
        f"{name}: {tills:,} idle tills",
        f"{each / 1024:.1f} KiB each, {cpu:.1%} of a core, all connected in {opened:.1f} s",
    )
    for listener in listeners:
        listener.close()
    await asyncio.sleep(1)


async def durable(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as data, RelayProcess(Path(data)) as relay:
        await measure_posts("SQLite", place_of(relay), options.seconds)


async def latency(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as data, RelayProcess(Path(data)) as relay:
        await measure_latency("SQLite", place_of(relay), place_of(relay), options.seconds)


async def idle(options: argparse.Namespace) -> None:
    for tills in options.tills:
        with tempfile.TemporaryDirectory() as data, RelayProcess(Path(data)) as relay:
            await measure_idle("SQLite", place_of(relay), relay.pid, tills)


async def replay(options: argparse.Namespace) -> None:
    count = 10_000
    with tempfile.TemporaryDirectory() as data, RelayProcess(Path(data)) as relay:
        place, till = place_of(relay), Secret()

        async def send(share: int) -> None:
            poster = await Poster.connected(place)
            for _ in range(share):
                status, answer = await poster.post(till.mailbox, notification(0))
                assert status == 200, answer
            poster.close()

        await asyncio.gather(*(send(count // 20) for _ in range(20)))
        before = resident_bytes(relay.pid)
        began = time.perf_counter()
        heard = Heard()
        listener = await Listener.connected(place, till, heard)
        await heard.reaches(count)
        took = time.perf_counter() - began
        grown = resident_bytes(relay.pid) - before
        say("SQLite: replay of 10,000 messages", f"{took:.2f} s, relay grew by {grown / 2**20:.1f} MiB")
        listener.close()
        assert len(heard.took) == count


async def kill(options: argparse.Namespace) -> None:
    """Each life of the relay is cut short at a random moment under load; at the end everything promised is read."""
    chance = random.Random(options.kills)
    tills = [Secret() for _ in range(8)]
    promised: dict[str, set[str]] = {till.text: set() for till in tills}
    with tempfile.TemporaryDirectory() as data:
        for _ in range(options.kills):
            with RelayProcess(Path(data)) as relay:
                posting = [
                    asyncio.ensure_future(_post_until_killed(place_of(relay), till, promised))
                    for till in tills
                ]
                await asyncio.sleep(chance.uniform(0.02, 0.25))
                relay.kill()
                await asyncio.gather(*posting)
        with RelayProcess(Path(data)) as relay:
            lost = 0
            for till in tills:
                lost += len(promised[till.text] - _heard(relay, till, len(promised[till.text])))
    total = sum(map(len, promised.values()))
    say(f"SQLite: kill -9 under load, {options.kills} times", f"{total:,} acknowledged, {lost} lost")
    assert lost == 0


async def _post_until_killed(place: Place, till: Secret, promised: dict[str, set[str]]) -> None:
    try:
        poster = await Poster.connected(place)
        while True:
            status, answer = await poster.post(till.mailbox, notification(0))
            if status == 200:
                promised[till.text].add(answer.decode().split('"')[3])
    except OSError:
        return


def _heard(relay: RelayProcess, till: Secret, at_least: int) -> set[str]:
    """All ids of a mailbox; the last one is a message that is posted now."""
    last = httpx.post(f"{relay.url}/n/{till.mailbox}", content=b"end").json()["id"]
    heard: set[str] = set()
    headers = {"Authorization": f"Bearer {till.text}"}
    with httpx.stream("GET", f"{relay.url}/events", headers=headers, timeout=30) as stream:
        for line in stream.iter_lines():
            assert line != "event: gap"
            if line.startswith("id: "):
                heard.add(line.removeprefix("id: "))
                if line.endswith(last):
                    return heard
    raise AssertionError("the stream ended")


async def postgres(options: argparse.Namespace) -> None:
    cluster = Postgres()
    try:
        with RelayProcess(mailbox=cluster.url) as one, RelayProcess(mailbox=cluster.url) as other:
            await measure_posts("PostgreSQL", place_of(one), options.seconds)
            await measure_latency(
                "PostgreSQL, other process", place_of(one), place_of(other), options.seconds
            )
    finally:
        cluster.remove()


async def nchan(options: argparse.Namespace) -> None:
    if not is_installed():
        say("nchan", "not installed: apt-get install nginx-light libnginx-mod-nchan")
        return
    with Nchan() as yardstick:
        await measure_posts("nchan (memory)", yardstick.place, options.seconds)
    with Nchan() as yardstick:
        await measure_latency("nchan (memory)", yardstick.place, yardstick.place, options.seconds)
    for tills in options.tills:
        with Nchan() as yardstick:
            await measure_idle("nchan (memory)", yardstick.place, yardstick.pid, tills)


PARTS: dict[str, Part] = {
    "durable": durable,
    "latency": latency,
    "idle": idle,
    "replay": replay,
    "kill": kill,
    "postgres": postgres,
    "nchan": nchan,
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    options.add_argument("--seconds", type=float, default=10.0, help="of each measurement under load")
    options.add_argument("--tills", type=int, nargs="+", default=[1_000, 5_000, 10_000])
    options.add_argument("--kills", type=int, default=200)
    chosen = options.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    say("cores shared by client and server", str(os.cpu_count()))
    say("limits of a mailbox", f"{Limits().messages:,} messages, {Limits().burst:,} in a rush")
    for part in chosen.parts:
        uvloop.run(PARTS[part](chosen))


if __name__ == "__main__":
    main()
