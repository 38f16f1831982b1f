"""Whether the receipt printer can be reached, without printing."""

from __future__ import annotations

from threading import Event, Timer

from pos_app.cli.findings import Finding, failed, fine, skipped
from pos_app.domain.printer import PrinterTrouble
from pos_app.settings.model import Settings

_PATIENCE = 10.0

_WORDS = {
    PrinterTrouble.OFFLINE: ("does not answer", "switch it on, and check its cable and address"),
    PrinterTrouble.OUT_OF_PAPER: ("is out of paper", "put in a new roll"),
    PrinterTrouble.PAPER_LOW: ("has little paper left", "have a new roll at hand"),
    PrinterTrouble.COVER_OPEN: ("has its cover open", "close it"),
    PrinterTrouble.WRONG_SETTING: ("can't be used as it is set", "check [printer] in the settings"),
}


def printer(said: Settings | None) -> Finding:
    from pos_app.app.fitting import printer_of

    reached = printer_of(said) if said is not None else None
    if reached is None:
        return skipped("printer", "none is set")
    from pos_app.printing.drivers import HaltedError, Watch, open_driver
    from pos_app.printing.settings import SettingError

    name = f"{reached.kind.value} {reached.address}"
    halted = Event()
    timer = Timer(_PATIENCE, halted.set)
    timer.start()
    try:
        trouble = open_driver(reached).look(Watch(halted, lambda _: None))
    except SettingError as error:
        return failed("printer", f"{name}: {error}", "check [printer] in the settings")
    except HaltedError:
        return failed(
            "printer", f"{name} did not say how it is within {_PATIENCE:.0f} s", "switch it off and on"
        )
    finally:
        timer.cancel()
    if trouble is not None:
        words, advice = _WORDS[trouble]
        return failed("printer", f"{name} {words}", advice)
    return fine("printer", name)
