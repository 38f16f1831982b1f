"""The printer's own thread: papers in, what became of them out. Nobody else ever waits for a printer."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document, ProofPage, Slip
from pos_app.printing.compose import compose
from pos_app.printing.drivers import (
    BrokenOffError,
    Driver,
    HaltedError,
    NotPrintedError,
    Waiting,
    open_driver,
)
from pos_app.printing.encode import kick_bytes, logo_fault, paper_bytes, recovery_bytes
from pos_app.printing.settings import PrinterSettings
from pos_app.printing.underway import Outcome, Underway

_log = logging.getLogger(__name__)

RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0, 15.0)
"""Waits between tries while the printer is away; the last one repeats."""

BROKE_OFF_SECONDS = (0.0, 15.0, 60.0, 300.0)
"""The least waits once a paper broke off for the first time, the second and so on: each try may cost paper."""

LOOK_SECONDS = 30.0
"""How often an idle printer is asked how it is."""

KICK_LIFE_SECONDS = 10.0
"""A drawer that could not be opened for so long stays shut: nobody stands there any more."""

STOP_SECONDS = 2.0


@dataclass(slots=True, eq=False)
class _Job:
    """One effect; a kick has no document."""

    effect: Effect
    document: Document | None
    taken_at: float = field(default_factory=time.monotonic)
    broke_off: bool = False
    breaks: int = 0
    is_recalled: bool = False


@dataclass(frozen=True, slots=True)
class _Trial:
    """A paper that is printed once or not at all, and whose end is told."""

    document: Document
    told: Callable[[PrinterTrouble | None, str], None]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class PrinterLane:
    """Prints in order, drawer kicks first; tries again until the printer is back; never prints twice unmarked.

    `on_printed` says that an effect came out, `on_given_up` that it lost its sense before it did (a drawer that
    nobody waits for, a code that can't be paid any more, money that was taken back): neither must be given
    again. `on_not_drawn` says that a paper can't be made: it stays due, and nothing more comes of it here.
    `on_trouble` says whenever the printer's state changes, None when all is well. All are called from the
    lane's thread. `underway` is the file that carries over a crash what was being printed.
    """

    def __init__(
        self,
        settings: PrinterSettings,
        *,
        on_printed: Callable[[Effect], None],
        on_given_up: Callable[[Effect], None],
        on_not_drawn: Callable[[Effect], None],
        on_trouble: Callable[[PrinterTrouble | None], None],
        underway: Path,
        now: Callable[[], datetime] = _utc_now,
        driver: Driver | None = None,
    ) -> None:
        """Raises SettingError as `open_driver` does. `driver` replaces the one of the settings."""
        self._settings = settings
        self._driver = driver or open_driver(settings)
        self._on_printed = on_printed
        self._on_given_up = on_given_up
        self._on_not_drawn = on_not_drawn
        self._on_trouble = on_trouble
        self._underway = Underway(underway)
        self._now = now
        self._jobs: deque[_Job] = deque()
        self._trials: deque[_Trial] = deque()
        self._change = threading.Condition()
        self._stirred = False
        self._halted = threading.Event()
        self._waiting = Waiting(self._halted, self._tell)
        self._trouble: PrinterTrouble | None = None
        self._thread = threading.Thread(target=self._run, name="printer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> bool:
        """End within 2 s, whatever the printer does; False where a system call still hangs.

        What was not printed stays due: the till hands it out again at the next start.
        """
        self._halted.set()
        self._stir()
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS)
        return not self._thread.is_alive()

    def take(self, effect: Effect, document: Document) -> None:
        with self._change:
            self._jobs.append(_Job(effect, document))
        self._stir()

    def kick_drawer(self, effect: Effect) -> None:
        """Goes before every waiting paper, in the order of the kicks."""
        with self._change:
            ahead = sum(1 for job in self._jobs if job.document is None)
            self._jobs.insert(ahead, _Job(effect, None))
        self._stir()

    def recall(self, order_id: str, kind: EffectKind) -> None:
        """Such papers of this payment that wait are over without coming out; one that is being printed is finished."""
        with self._change:
            for job in self._jobs:
                if job.effect.order_id == order_id and job.effect.kind is kind:
                    job.is_recalled = True

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        """Print once, now or not at all: what no payment caused. `told` is called from the lane's thread.

        It hears the trouble, or of a page that came out why its logo is missing: what a driver says is for the log.
        """
        with self._change:
            self._trials.append(_Trial(document, told))
        self._stir()

    def _stir(self) -> None:
        with self._change:
            self._stirred = True
            self._change.notify()

    def _run(self) -> None:
        failures = 0
        while not self._halted.is_set():
            try:
                wait = self._step(failures)
            except HaltedError:
                break
            except Exception:  # noqa: BLE001 - a driver's surprise ends one try, never the lane
                _log.exception("printing failed in a way that no driver names")
                self._tell(PrinterTrouble.OFFLINE)
                wait = RETRY_SECONDS[-1]
            failures = failures + 1 if wait else 0
            self._rest(wait)

    def _step(self, failures: int) -> float:
        """Do what is next; gives the seconds to wait before the next try, 0 where all went well."""
        trial = self._next_trial()
        if trial:
            self._try_once(trial)
            return 0.0
        job = self._next_job()
        if job is None:
            self._look()
            return 0.0
        if self._settle(job):
            with self._change:
                self._jobs.remove(job)
            return 0.0
        least = BROKE_OFF_SECONDS[min(job.breaks, len(BROKE_OFF_SECONDS)) - 1] if job.breaks else 0.0
        return max(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)], least)

    def _look(self) -> None:
        try:
            trouble = self._driver.look(self._waiting)
        except NotPrintedError as error:
            trouble = error.trouble
            if trouble is not self._trouble:
                _log.info("the printer can't be asked how it is: %s", error)
        self._tell(trouble)

    def _rest(self, wait: float) -> None:
        """Wait for work, for the next try or for the next look, whichever comes first."""
        with self._change:
            if not wait and (self._jobs or self._trials):
                return
            if not self._stirred:
                self._change.wait(wait or LOOK_SECONDS)
            self._stirred = False

    def _next_job(self) -> _Job | None:
        with self._change:
            self._stirred = False
            return self._jobs[0] if self._jobs else None

    def _next_trial(self) -> _Trial | None:
        with self._change:
            return self._trials.popleft() if self._trials else None

    def _settle(self, job: _Job) -> bool:
        """Whether the lane has done with it."""
        earlier = self._underway.outcome(job.effect)
        begun = earlier is Outcome.BEGUN
        if earlier is Outcome.OUT:
            self._on_printed(job.effect)
            return True
        if earlier is Outcome.OVER or self._lost_its_sense(job, begun=begun):
            self._underway.finish(job.effect, Outcome.OVER)
            self._on_given_up(job.effect)
            return True
        job.broke_off = job.broke_off or begun
        data = self._encoded(job)
        if data is None:
            self._on_not_drawn(job.effect)
            return True
        return self._delivered(job, data, begun=begun)

    def _delivered(self, job: _Job, data: bytes, *, begun: bool) -> bool:
        self._underway.begin(job.effect)
        try:
            self._driver.deliver(_name(job.effect), data, self._waiting)
        except BrokenOffError as error:
            job.breaks += 1
            _log.warning("%s broke off: %s", job.effect, error)
            self._tell(error.trouble)
            return False
        except NotPrintedError as error:
            _log.info("%s not printed: %s", job.effect, error)
            if not begun:
                self._underway.take_back(job.effect)
            self._tell(error.trouble)
            return False
        self._well()
        self._underway.finish(job.effect, Outcome.OUT)
        self._on_printed(job.effect)
        return True

    def _lost_its_sense(self, job: _Job, *, begun: bool) -> bool:
        if job.document is None:
            return begun or time.monotonic() - job.taken_at > KICK_LIFE_SECONDS
        slip = job.document
        over = isinstance(slip, Slip) and slip.pay_before <= self._now() + slip.clock_offset
        return over or job.is_recalled

    def _encoded(self, job: _Job) -> bytes | None:
        """The bytes, None for a document that can't be drawn: it must not hold up those behind it."""
        if job.document is None:
            return kick_bytes(self._settings)
        try:
            page = compose(job.document, self._settings, self._now(), broke_off=job.broke_off)
            paper = paper_bytes(page, self._settings)
        except Exception:  # noqa: BLE001 - whatever it is, the papers behind it must come out
            _log.exception("%s can't be drawn; it stays due", job.effect)
            return None
        return recovery_bytes(self._settings) + paper if job.broke_off else paper

    def _try_once(self, trial: _Trial) -> None:
        try:
            fault = logo_fault(self._settings)
            paper = paper_bytes(compose(trial.document, self._settings, self._now()), self._settings)
        except Exception:  # noqa: BLE001 - whatever it is, somebody waits to be told
            _log.exception("the trial can't be drawn")
            trial.told(PrinterTrouble.NOT_DRAWN, "")
            return
        trouble = self._trouble_with(_title(trial.document), paper)
        reason = fault.said(self._settings.language) if fault and trouble is None else ""
        trial.told(trouble, reason)

    def _trouble_with(self, title: str, paper: bytes) -> PrinterTrouble | None:
        """Why a trial did not come out; None where it did."""
        try:
            self._driver.deliver(title, paper, self._waiting)
        except HaltedError:
            raise
        except NotPrintedError as error:
            _log.info("the trial was not printed: %s", error)
            trouble = error.trouble
        except Exception:  # noqa: BLE001 - whatever it is, somebody waits to be told
            _log.exception("the trial failed in a way that no driver names")
            trouble = PrinterTrouble.OFFLINE
        else:
            self._well()
            return None
        self._tell(trouble)
        return trouble

    def _well(self) -> None:
        """A paper came out: whatever was wrong is over, but thin paper stays thin."""
        if self._trouble is not PrinterTrouble.PAPER_LOW:
            self._tell(None)

    def _tell(self, trouble: PrinterTrouble | None) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self._on_trouble(trouble)


def _title(document: Document) -> str:
    """What a spooler or a folder calls a paper without a payment."""
    return f"proof-{document.proof.day}" if isinstance(document, ProofPage) else "test"


def _name(effect: Effect) -> str:
    return f"{effect.order_id}-{effect.kind.value}-{effect.copy}"
