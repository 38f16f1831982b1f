import re

from pos_app.relay.metrics import Metrics


def test_the_text_is_in_the_format_of_prometheus() -> None:
    metrics = Metrics()
    metrics.posted(200, 0.0004)
    metrics.posted(200, 0.3)
    metrics.posted(507, 99.0)
    metrics.gaps["epoch"] += 1
    metrics.gauge("relay_streams", "Streams that are open", lambda: 3)
    text = metrics.text()
    assert text.endswith("\n")
    for line in text.splitlines():
        assert re.fullmatch(r'# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]+"\})? [0-9.e+]+', line), line
    assert 'relay_posts_total{status="200"} 2' in text
    assert 'relay_posts_total{status="507"} 1' in text
    assert 'relay_gaps_total{reason="epoch"} 1' in text
    assert "relay_streams 3" in text


def test_the_buckets_of_the_histogram_add_up() -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.0011, 0.2, 50.0):
        metrics.posted(200, seconds)
    buckets = dict(re.findall(r'relay_post_seconds_bucket\{le="([^"]+)"\} (\d+)', metrics.text()))
    assert (buckets["0.001"], buckets["0.0025"], buckets["0.25"], buckets["10"]) == ("1", "2", "3", "3")
    assert buckets["+Inf"] == "4"
    assert "relay_post_seconds_count 4" in metrics.text()
    assert "relay_post_seconds_sum 50.202100" in metrics.text()
