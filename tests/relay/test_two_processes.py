"""Two relays over one PostgreSQL: post to one, listen at the other, kill either, restart the database."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from pos_app.relay.serve import RelayThread
from tests.relay.gateway import Gateway, is_in_order
from tests.relay.postgres import Postgres
from tests.relay.process import RelayProcess
from tests.relay.till import Till, body_of
from tests.waiting import until


class Listener:
    """A till that listens to one relay after another and goes on after the last id it heard."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self.heard: list[tuple[str, str]] = []

    def listen(self, url: str, until_heard: str | None = None) -> None:
        """Until the stream breaks, or `until_heard` was heard."""
        till = Till(url, self._secret)
        try:
            with till.listening(self.heard[-1][0] if self.heard else None) as events:
                for event in events:
                    self.heard.append((event.id, body_of(event)))
                    if event.id == until_heard:
                        return
        except httpx.TransportError:
            pass

    @contextmanager
    def listening(self, url: str) -> Iterator[None]:
        thread = threading.Thread(target=self.listen, args=(url,))
        thread.start()
        yield
        thread.join()


def test_what_is_posted_to_one_is_heard_at_the_other_at_once(postgres_url: str) -> None:
    with RelayThread(mailbox=postgres_url) as one, RelayThread(mailbox=postgres_url) as other:
        gateway = Till(one.url)
        till = Till(other.url, gateway.secret)
        with till.listening() as events:
            for number in range(20):
                promised = gateway.receives(str(number))
                event = next(events)
                assert (event.id, body_of(event)) == (promised, str(number))
        # An ack at one is an ack at all.
        assert till.acks(promised).status_code == 200
        last = gateway.receives("last")
        assert gateway.hears(1)[0].id == last


def test_many_writers_at_two_relays_are_heard_in_one_order(postgres_url: str) -> None:
    with RelayProcess(mailbox=postgres_url) as one, RelayProcess(mailbox=postgres_url) as other:
        till = Till(other.url)
        listener = Listener(till.secret)
        with listener.listening(other.url):
            with Gateway(till, [one.url, other.url], threads=6) as gateway:
                gateway.wait_for(600)
            last = till.receives("end/0")
            until(lambda: listener.heard[-1][0] == last)
            other.kill()
    assert is_in_order(listener.heard)
    assert dict(listener.heard) == {**gateway.promised, last: "end/0"}


def test_either_relay_may_be_killed_and_nothing_is_lost(postgres_url: str) -> None:
    with RelayProcess(mailbox=postgres_url) as one, RelayProcess(mailbox=postgres_url) as other:
        till = Till(other.url)
        listener = Listener(till.secret)
        with Gateway(till, [one.url, other.url]) as gateway:
            with listener.listening(other.url):
                gateway.wait_for(200)
                other.kill()
            with RelayProcess(mailbox=postgres_url) as third, listener.listening(third.url):
                gateway.wait_for(200)
                one.kill()
                last = Till(third.url, till.secret).receives("end/0")
                until(lambda: listener.heard[-1][0] == last)
                third.kill()
    assert is_in_order(listener.heard)
    assert gateway.promised.items() <= dict(listener.heard).items()


def test_the_database_may_crash_and_nothing_is_lost(postgres: Postgres, postgres_url: str) -> None:
    """The stream stays open meanwhile; notifications get an answer that is not 200."""
    with RelayProcess(mailbox=postgres_url) as one, RelayProcess(mailbox=postgres_url) as other:
        till = Till(other.url)
        listener = Listener(till.secret)
        with listener.listening(other.url):
            with Gateway(till, [one.url, other.url]) as gateway:
                gateway.wait_for(200)
                postgres.stop("immediate")
                assert httpx.post(f"{one.url}/n/{till.mailbox}", content="down/0").status_code == 507
                assert httpx.get(f"{one.url}/healthz").status_code == 503
                postgres.start()
                gateway.wait_for(200)
            last = till.receives("end/0")
            until(lambda: listener.heard[-1][0] == last)
            other.kill()
    assert is_in_order(listener.heard)
    assert gateway.promised.items() <= dict(listener.heard).items()
