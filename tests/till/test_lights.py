"""The link lights: shown when they change, and since when they are bad."""

from __future__ import annotations

from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.domain.evidence import Call
from pos_app.domain.method import Method
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.relay import RelayTrouble
from pos_app.till.lane_messages import PrinterTold, RelayLost, RelayProven
from pos_app.till.messages import Charge, LightsShown
from pos_app.till.stage import Glow
from tests.fakes.gateway import Fault
from tests.till.harness import Bench


def shown(bench: Bench) -> LightsShown:
    event = bench.seen(LightsShown)[-1]
    assert isinstance(event, LightsShown)
    return event


def test_the_relay_s_light_is_off_until_something_is_known() -> None:
    bench = Bench()
    assert shown(bench).relay.glow is Glow.OFF
    bench.do(RelayProven(0.12))
    assert (shown(bench).relay.glow, shown(bench).relay.seconds) == (Glow.OK, 0.12)


def test_a_lost_relay_says_why_and_since_when_until_it_is_proven_again() -> None:
    bench = Bench()
    bench.do(RelayLost(RelayTrouble.NO_RELAY))
    since = shown(bench).relay.since
    bench.clock.advance(60)
    bench.do(RelayLost(RelayTrouble.CUT_OFF))
    light = shown(bench).relay
    assert (light.glow, light.since) == (Glow.DOWN, since)
    assert shown(bench).relay_trouble is RelayTrouble.CUT_OFF
    bench.do(RelayProven(0.1))
    assert (shown(bench).relay.since, shown(bench).relay_trouble) == (None, None)


def test_a_slow_echo_is_amber() -> None:
    bench = Bench()
    bench.do(RelayProven(3.5))
    assert shown(bench).relay.glow is Glow.SLOW


def test_a_printer_s_trouble_is_shown_with_its_sentence() -> None:
    bench = Bench(printer=True)
    assert shown(bench).printer.glow is Glow.OK
    bench.do(PrinterTold(PrinterTrouble.WRONG_SETTING, "Pilih folder."))
    lights = shown(bench)
    assert (lights.printer.glow, lights.printer.reason) == (Glow.DOWN, "Pilih folder.")
    assert lights.printer_trouble is PrinterTrouble.WRONG_SETTING
    bench.do(PrinterTold(PrinterTrouble.PAPER_LOW))
    assert shown(bench).printer.glow is Glow.SLOW
    bench.do(PrinterTold(None))
    assert (shown(bench).printer.glow, shown(bench).printer_trouble) == (Glow.OK, None)


def test_without_a_printer_its_light_stays_off() -> None:
    assert shown(Bench()).printer.glow is Glow.OFF


def test_a_missing_key_is_shown_since_it_was_first_missed() -> None:
    bench = Bench()
    since = set()
    for _ in range(2):
        bench.gateway.faults[Call.CHARGE].append(Fault(MisconfiguredError(Problem.NO_KEY)))
        bench.ring_up()
        bench.do(Charge(Method.GOPAY))
        bench.settle_calls()
        light = shown(bench).gateway
        assert (light.glow, light.reason) == (Glow.DOWN, "no_key")
        since.add(light.since)
        bench.clock.advance(30)
    assert len(since) == 1


def test_a_light_that_did_not_change_is_not_shown_again() -> None:
    bench = Bench()
    bench.do(RelayProven(0.1), RelayProven(0.1), RelayProven(0.1))
    assert len(bench.seen(LightsShown)) == 2
