import queue
import threading
from collections.abc import Iterator

import pytest

from pos_app.domain.catalog import Entry, Found, Product
from pos_app.domain.money import Rupiah
from pos_app.till.messages import Event, Find, ProductsFound
from pos_app.till.searching import SearchLane

MILK = Product("1", "Susu UHT Cokelat 1 L", "8990417300018", Rupiah(19_500))


class SlowCatalog:
    """Answers one search at a time, when the test lets it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.began = threading.Semaphore(0)
        self.go = threading.Semaphore(0)

    def find(self, text: str, limit: int) -> Found:
        self.asked.append(text)
        self.began.release()
        assert self.go.acquire(timeout=10)
        if text == "broken":
            raise OSError("disk")
        return Found(text, (MILK,)[:limit], 1, 1)

    def scanned(self, barcode: str) -> Product | None:
        self.asked.append(barcode)
        return MILK if barcode == MILK.barcode else None


@pytest.fixture
def catalog() -> SlowCatalog:
    return SlowCatalog()


@pytest.fixture
def events() -> queue.Queue[Event]:
    return queue.Queue()


@pytest.fixture
def lane(catalog: SlowCatalog, events: queue.Queue[Event]) -> Iterator[SearchLane]:
    one = SearchLane(lambda: catalog, events.put)
    one.start()
    yield one
    for _ in range(10):
        catalog.go.release()
    one.stop()


def typed(text: str) -> Find:
    return Find(text, Entry.TYPED, 9)


def test_a_newer_keystroke_overtakes(
    lane: SearchLane, catalog: SlowCatalog, events: queue.Queue[Event]
) -> None:
    lane.find(typed("s"))
    assert catalog.began.acquire(timeout=10)
    for text in ("su", "sus", "susu"):
        lane.find(typed(text))
    catalog.go.release()
    catalog.go.release()
    assert _text(events) == "s"
    assert _text(events) == "susu"
    assert catalog.asked == ["s", "susu"]


def test_no_scan_is_overtaken(lane: SearchLane, catalog: SlowCatalog, events: queue.Queue[Event]) -> None:
    lane.find(typed("s"))
    assert catalog.began.acquire(timeout=10)
    lane.find(Find(MILK.barcode, Entry.SCANNED, 1))
    lane.find(Find("0000", Entry.SCANNED, 1))
    lane.find(typed("susu"))
    catalog.go.release()
    catalog.go.release()
    answers = [events.get(timeout=10) for _ in range(4)]
    assert [event.exact for event in answers if isinstance(event, ProductsFound)] == [None, MILK, None, None]


def test_what_was_confirmed_with_enter_is_not_overtaken(
    lane: SearchLane, catalog: SlowCatalog, events: queue.Queue[Event]
) -> None:
    lane.find(typed("s"))
    assert catalog.began.acquire(timeout=10)
    lane.find(typed("susu"))
    lane.find(Find("susu", Entry.CONFIRMED, 1))
    lane.find(typed("k"))
    lane.find(typed("ko"))
    for _ in range(3):
        catalog.go.release()
    answers = [events.get(timeout=10) for _ in range(3)]
    assert [(one.found.text, one.entry) for one in answers if isinstance(one, ProductsFound)] == [
        ("s", Entry.TYPED),
        ("susu", Entry.CONFIRMED),
        ("ko", Entry.TYPED),
    ]


def test_a_broken_search_ends_nothing(
    lane: SearchLane, catalog: SlowCatalog, events: queue.Queue[Event], caplog: pytest.LogCaptureFixture
) -> None:
    catalog.go.release()
    lane.find(typed("broken"))
    assert _text(events) == "broken"
    catalog.go.release()
    lane.find(typed("susu"))
    assert _text(events) == "susu"
    assert "searching failed" in caplog.text


def _text(events: queue.Queue[Event]) -> str:
    event = events.get(timeout=10)
    assert isinstance(event, ProductsFound)
    return event.found.text
