"""kill -9 under load: whatever was answered with 200 is heard after the restart (200 times by bench_relay.py)."""

from pathlib import Path

from tests.relay.gateway import Gateway
from tests.relay.process import RelayProcess
from tests.relay.till import Till, body_of


def test_no_promised_notification_is_lost_by_a_kill(tmp_path: Path) -> None:
    till = Till("")
    promised: dict[str, str] = {}
    for _ in range(4):
        with RelayProcess(tmp_path) as relay:
            with Gateway(till, [relay.url]) as gateway:
                gateway.wait_for(100)
                relay.kill()
            promised |= gateway.promised
    with RelayProcess(tmp_path) as relay:
        heard = _everything(Till(relay.url, till.secret))
        assert promised.items() <= dict(heard).items()


def test_a_listening_till_hears_all_of_it_across_kills(tmp_path: Path) -> None:
    """It resumes after the last id it heard, as the till does; nothing is missing, nothing comes twice."""
    till = Till("")
    promised: dict[str, str] = {}
    heard: list[tuple[str, str]] = []
    for _ in range(3):
        with RelayProcess(tmp_path) as relay:
            listener = Till(relay.url, till.secret)
            with (
                listener.listening(heard[-1][0] if heard else None) as events,
                Gateway(till, [relay.url]) as gateway,
            ):
                for _ in range(60):
                    event = next(events)
                    heard.append((event.id, body_of(event)))
                relay.kill()
            promised |= gateway.promised
    with RelayProcess(tmp_path) as relay:
        listener = Till(relay.url, till.secret)
        last = listener.receives("end/0")
        with listener.listening(heard[-1][0]) as events:
            while heard[-1][0] != last:
                event = next(events)
                heard.append((event.id, body_of(event)))
    assert [int(position.split("-")[1]) for position, _ in heard] == list(range(1, len(heard) + 1))
    assert promised.items() <= dict(heard).items()


def _everything(till: Till) -> list[tuple[str, str]]:
    last = till.receives("end/0")
    heard: list[tuple[str, str]] = []
    with till.listening() as events:
        while not heard or heard[-1][0] != last:
            event = next(events)
            heard.append((event.id, body_of(event)))
    return heard
