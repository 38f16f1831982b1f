"""No display ever shows a QR or a code that is not live, whatever comes in whatever order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from pos_app.domain.states import State
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.customer.window import CustomerWindow
from pos_app.ui.theme import Theme
from tests.fakes.clock import FakeClock
from tests.ui import snapshots
from tests.ui.customer.conftest import METHODS
from tests.ui.pixels import decoded
from tests.ui.portraits_customer import store_code

CODE = "8123456789014320"

waits = st.floats(min_value=-5.0, max_value=70.0)
others = st.sampled_from(
    [
        snapshots.empty(),
        snapshots.ringing_up(),
        snapshots.preparing(),
        snapshots.in_doubt(),
        snapshots.closing(),
        snapshots.paid(),
        snapshots.ended(),
        snapshots.ended(State.CANCELLED),
        replace(snapshots.waiting(), stage=Stage.CLOSING),
        replace(store_code(CODE), stage=Stage.ENDED),
    ]
)
steps = st.lists(
    st.one_of(
        waits.map(lambda left: ("qr", left)),
        waits.map(lambda left: ("code", left)),
        others.map(lambda counter: ("other", counter)),
        st.floats(min_value=0.0, max_value=40.0).map(lambda seconds: ("clock", seconds)),
        st.sampled_from([("size", (700, 900)), ("size", (900, 620))]),
        st.just(("touch", None)),
    ),
    min_size=1,
    max_size=7,
)


def _ending_in(counter: Counter, left: float, monotonic: float) -> Counter:
    assert counter.watch is not None
    return replace(counter, watch=replace(counter.watch, ends=monotonic + left, began=monotonic - 100))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_only_what_is_live_can_be_seen(qtbot: QtBot, theme: Theme, script: list[tuple[str, object]]) -> None:
    clock = FakeClock()
    window = CustomerWindow(snapshots.shop(), METHODS, clock, theme, reduce_motion=True)
    window.resize(900, 620)
    window.show()
    last: Counter | None = None
    for kind, what in script:
        match kind, what:
            case "qr", float(left):
                last = _ending_in(snapshots.waiting(), left, clock.monotonic())
                window.show_counter(last)
            case "code", float(left):
                last = _ending_in(store_code(CODE), left, clock.monotonic())
                window.show_counter(last)
            case "other", Counter() as last:
                window.show_counter(last)
            case "clock", float(seconds):
                clock.advance(seconds)
                window._wake.timeout.emit()
            case "size", (int(width), int(height)):
                window.resize(width, height)
            case _:
                window._marks._button.click()
        seen, said = decoded(window.grab()), " ".join(window.words)
        ends = last.watch.ends if last and last.watch else None
        is_live = last is not None and last.stage is Stage.WAITING and ends is not None
        is_live = is_live and ends is not None and ends - clock.monotonic() > 1.0
        if not is_live or last is None or last.qr is None:
            assert seen == []
        if not is_live or last is None or not last.payment_code:
            assert "8123" not in said
        held = window.face.name == "PAID"
        if is_live and last is not None and last.qr is not None and not held:
            assert seen == [snapshots.QR_TEXT]
    window.close()
    window.deleteLater()
