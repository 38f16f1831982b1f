"""Counters of one relay process, in the text format of Prometheus."""

from collections import Counter
from collections.abc import Callable, Iterator

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """What the relay counts. Gauges are asked when somebody looks."""

    def __init__(self) -> None:
        self.posts: Counter[int] = Counter()
        self.acks: Counter[int] = Counter()
        self.gaps: Counter[str] = Counter()
        self.events_sent = 0
        self.streams_opened = 0
        self.streams_refused = 0
        self._post_seconds: Counter[float] = Counter()
        self._post_seconds_sum = 0.0
        self._gauges: dict[str, tuple[str, Callable[[], float]]] = {}

    def gauge(self, name: str, meaning: str, ask: Callable[[], float]) -> None:
        self._gauges[name] = (meaning, ask)

    def posted(self, status: int, seconds: float) -> None:
        self.posts[status] += 1
        self._post_seconds_sum += seconds
        self._post_seconds[next((bound for bound in _SECONDS if seconds <= bound), float("inf"))] += 1

    def text(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from _counter("relay_posts_total", "Notifications by the status they were answered with")
        for status, count in sorted(self.posts.items()):
            yield f'relay_posts_total{{status="{status}"}} {count}'
        yield from _counter("relay_acks_total", "Acks by the status they were answered with")
        for status, count in sorted(self.acks.items()):
            yield f'relay_acks_total{{status="{status}"}} {count}'
        yield from _counter("relay_gaps_total", "Gap events by their reason")
        for reason, count in sorted(self.gaps.items()):
            yield f'relay_gaps_total{{reason="{reason}"}} {count}'
        yield from _counter("relay_events_sent_total", "Notification events written to streams")
        yield f"relay_events_sent_total {self.events_sent}"
        yield from _counter("relay_streams_opened_total", "Streams that were ever opened")
        yield f"relay_streams_opened_total {self.streams_opened}"
        yield from _counter("relay_streams_refused_total", "Streams for which there was no room")
        yield f"relay_streams_refused_total {self.streams_refused}"
        yield from self._histogram()
        for name, (meaning, ask) in sorted(self._gauges.items()):
            yield f"# HELP {name} {meaning}"
            yield f"# TYPE {name} gauge"
            yield f"{name} {ask():g}"

    def _histogram(self) -> Iterator[str]:
        yield "# HELP relay_post_seconds From the request to its answer"
        yield "# TYPE relay_post_seconds histogram"
        so_far = 0
        for bound in _SECONDS:
            so_far += self._post_seconds[bound]
            yield f'relay_post_seconds_bucket{{le="{bound:g}"}} {so_far}'
        total = self._post_seconds.total()
        yield f'relay_post_seconds_bucket{{le="+Inf"}} {total}'
        yield f"relay_post_seconds_sum {self._post_seconds_sum:.6f}"
        yield f"relay_post_seconds_count {total}"


def _counter(name: str, meaning: str) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} counter"
