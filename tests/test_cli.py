"""The commands as a person or a script runs them: in a process of their own, on a real keyring."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace

import pytest

from pos_app import __version__
from pos_app.cli import check_pc, check_till, main
from pos_app.cli.arguments import understood
from pos_app.cli.findings import Verdict
from pos_app.cli.journal import examined
from pos_app.domain.pin import PinSalt, SealedPin, hash_pin
from pos_app.domain.staff import Pin, Role
from pos_app.journal import lock
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.practice.account import Account
from pos_app.practice.serve import PracticeServer
from pos_app.relay.serve import RelayThread
from pos_app.settings.places import places
from tests.secret_service import SecretService, start_secret_service

ROOT = Path(__file__).parents[1]
KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
OTHER = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"
SANDBOX = ("--environment", "sandbox")


class Till:
    """A till's home, and a shell to run commands in."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home = home
        self.environment = environment

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            (sys.executable, "-m", "pos_app", "--home", str(self.home), *arguments),
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def set_up(self, **tables: dict[str, str]) -> None:
        self.home.mkdir(exist_ok=True, mode=0o700)
        lines = ['[store]\nname = "Toko Sinar Jaya"']
        for name, values in tables.items():
            lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in values.items())]
        (self.home / "settings.toml").write_text("\n".join(lines))

    def doctor(self) -> dict[str, tuple[str, str]]:
        """Each check's verdict and what was said."""
        ran = self.run("doctor", "--json")
        found = json.loads(ran.stdout)
        assert ran.returncode == (0 if found["fine"] else 1)
        return {check["check"]: (check["verdict"], check["said"]) for check in found["checks"]}


@pytest.fixture(autouse=True)
def same_umask() -> Iterator[None]:
    """A command narrows it for its whole process."""
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def till(tmp_path: Path, secret_service: SecretService) -> Till:
    till = Till(tmp_path / "home", secret_service.environment)
    for environment in ("sandbox", "production"):
        assert till.run("key", "forget", "--environment", environment).returncode == 0
    return till


@pytest.fixture
def lonely(tmp_path: Path) -> Till:
    """Outside any desktop session: no bus, no keyring."""
    return Till(tmp_path / "home", dict(os.environ))


def test_the_version_is_told_without_a_room() -> None:
    program = (
        "import sys; from pos_app.cli import main\ntry: main(['--version'])\nfinally: print(*sys.modules)"
    )
    ran = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    said, modules = ran.stdout.splitlines()
    assert said == f"pos-app {__version__}"
    ours = {module for module in modules.split() if module.startswith("pos_app")}
    assert ours == {"pos_app", "pos_app.cli", "pos_app.cli.arguments"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["key"],
        ["key", "set"],
        ["key", "set", "--environment", "practice"],
        ["key", "set", *SANDBOX, KEY],
        ["relay"],
        ["relay", "--data", "a", "--mailbox", "b"],
        ["relay", "--data", "a", "--port", "65536"],
        ["relay", "--data", "a", "--streams", "0"],
        ["journal", "export"],
        ["staff", "reset"],
        ["staff", "reset", "Bayu", "4444"],
        ["practice", "--gateway-only", "--port", "-1"],
        ["practice", "--gateway-only", "--tour", "pictures"],
        ["practice", "--port", "0"],
        ["practice", "--server-key", KEY],
        ["--home", "~nobody-is-called-so/till", "doctor"],
        ["doctor", "--home", ""],
        ["--home", ""],
        ["relay", "--data", ""],
        ["relay", "--data", "/dev/null/none", "--host", ""],
        ["practice", "--tour", "~nobody-is-called-so"],
    ],
)
def test_wrong_use_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "GwUP" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["relay", "--data=~/relay"], ["--home=~/relay"]])
def test_a_folder_may_begin_with_the_persons_own(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No shell fills it in behind an equals sign."""
    monkeypatch.setenv("HOME", "/home/kasir")
    options = vars(understood(arguments))
    assert Path("/home/kasir/relay") in options.values()


@pytest.mark.keyring
def test_a_key_is_set_checked_and_forgotten(till: Till) -> None:
    assert till.run("key", "check", *SANDBOX).returncode == 1
    assert till.run("key", "set", *SANDBOX, typed=f"{KEY}\n").returncode == 0
    assert "A key for sandbox is stored" in till.run("key", "check", *SANDBOX).stdout
    assert till.run("key", "check", "--environment", "production").returncode == 1
    assert "no longer" in till.run("key", "forget", *SANDBOX).stdout
    assert "There was no key" in till.run("key", "forget", *SANDBOX).stdout


@pytest.mark.keyring
def test_a_key_from_a_file_that_is_no_plain_text_is_refused_in_a_sentence(till: Till) -> None:
    """As Windows' Notepad saves one as `Unicode`."""
    till.environment["PYTHONIOENCODING"] = "utf-8:strict"
    ran = subprocess.run(
        (sys.executable, "-m", "pos_app", "key", "set", *SANDBOX),
        env=till.environment,
        input=KEY.encode("utf-16"),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"This was not stored: this is no plain text")


@pytest.mark.keyring
def test_a_wrong_key_is_refused_and_the_right_one_stays(till: Till) -> None:
    till.run("key", "set", *SANDBOX, typed=KEY)
    refused = till.run("key", "set", *SANDBOX, typed="Mid-server-0123456789abcdef")
    assert refused.returncode == 1
    assert "this is a key for production" in refused.stderr
    assert till.run("key", "check", *SANDBOX).returncode == 0


@pytest.mark.keyring
def test_a_key_of_the_old_kind_comes_with_a_note(till: Till) -> None:
    legacy = "VT-server-HJMpl9HLr_ntOKt5mRONdmKj"
    assert "pos-app doctor" in till.run("key", "set", *SANDBOX, typed=legacy).stdout
    assert "pos-app doctor" in till.run("key", "check", *SANDBOX).stdout


def test_without_a_keyring_a_key_is_refused_in_a_sentence(lonely: Till) -> None:
    refused = lonely.run("key", "set", *SANDBOX, typed=KEY)
    assert refused.returncode == 1
    assert refused.stderr.startswith("This session has no keyring: ")


@pytest.mark.keyring
def test_a_locked_keyring_is_told(tmp_path: Path) -> None:
    with start_secret_service(tmp_path / "service") as service:
        till = Till(tmp_path / "home", service.environment)
        till.run("key", "set", *SANDBOX, typed=KEY)
        service.lock()
        refused = till.run("key", "check", *SANDBOX)
        till.set_up(gateway={"environment": "sandbox"})
        looked_for = till.doctor()["server key"]
    assert refused.returncode == 1
    assert refused.stderr.startswith("The keyring is locked: ")
    assert looked_for[0] == "failed"
    assert "the keyring is locked: " in looked_for[1]


@pytest.fixture
def gateway() -> Iterator[PracticeServer]:
    with PracticeServer(account=Account(server_keys=(KEY,))) as server:
        yield server


@pytest.mark.keyring
def test_the_doctor_finds_a_till_in_good_health(till: Till, gateway: PracticeServer, tmp_path: Path) -> None:
    till.run("key", "set", *SANDBOX, typed=KEY)
    with RelayThread(tmp_path / "mailboxes") as relay:
        till.set_up(
            gateway={"environment": "sandbox", "base_url": gateway.url},
            relay={"url": relay.url},
            printer={"kind": "file", "address": str(tmp_path / "receipts")},
        )
        found = till.doctor()
    for check in (
        "libraries",
        "fonts",
        "home",
        "settings",
        "keyring",
        "server key",
        "gateway",
        "clock",
        "relay",
        "printer",
    ):
        assert found[check][0] == "fine", found[check]
    assert found["keyring"][1] == "SecretService"
    assert found["journal"] == ("skipped", "none yet: it is made at the first start")


@pytest.mark.keyring
def test_the_doctor_says_what_is_wrong_outside(till: Till, gateway: PracticeServer) -> None:
    till.run("key", "set", *SANDBOX, typed=OTHER)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = f"127.0.0.1:{closed.getsockname()[1]}"
    till.set_up(
        gateway={"environment": "sandbox", "base_url": gateway.url},
        relay={"url": f"http://{nobody}"},
        printer={"kind": "network", "address": nobody},
    )
    found = till.doctor()
    assert found["gateway"][0] == "failed"
    assert "refuses the key" in found["gateway"][1]
    assert found["relay"][0] == found["printer"][0] == "failed"
    till.set_up(gateway={"environment": "sandbox", "base_url": f"http://{nobody}"})
    assert till.doctor()["gateway"][0] == "failed"


def test_the_doctor_asks_nobody_in_practice(lonely: Till) -> None:
    lonely.set_up(gateway={"environment": "practice"})
    found = lonely.doctor()
    assert found["server key"][0] == found["gateway"][0] == "skipped"
    assert found["keyring"][0] == "note"
    assert "clock" not in found


def test_the_doctor_tells_every_fault_of_the_settings(lonely: Till) -> None:
    lonely.set_up(gateway={"method": "gopya"}, printer={"kind": "usb"})
    verdict, said = lonely.doctor()["settings"]
    assert verdict == "failed"
    assert "[gateway] method" in said
    assert "[printer] address" in said


def test_the_doctor_passes_no_judgement_on_what_the_settings_do_not_say(lonely: Till) -> None:
    lonely.set_up(gateway={"method": "gopya"})
    found = lonely.doctor()
    for check in ("server key", "gateway", "relay", "printer"):
        assert found[check] == ("skipped", "not without settings")


def test_the_doctor_looks_for_every_library_that_a_till_is_installed_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["desktop"], *extras["relay"]]
    came_with = packages_distributions()
    looked_for = {
        dist.casefold().replace("_", "-") for name in check_pc.LIBRARIES for dist in came_with[name]
    }
    missing = {re.split(r"[<>=!~;\[ ]", one)[0].casefold() for one in wanted} - looked_for
    assert missing == {"httptools", "uvloop"}  # the server is slower without them, and works


def test_the_doctor_says_why_qt_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    found = check_pc.screens()
    assert found.verdict is Verdict.FAILED
    assert "could not connect to display" in found.said


def test_the_doctor_misses_a_monitor_that_the_settings_name(lonely: Till) -> None:
    lonely.environment["QT_QPA_PLATFORM"] = "offscreen"
    lonely.set_up(display={"screen": "HDMI-9"})
    verdict, said = lonely.doctor()["screens"]
    assert (verdict, said.endswith("; none is called HDMI-9")) == ("note", True)


def test_the_doctor_looks_at_a_home_that_can_not_be(tmp_path: Path) -> None:
    nowhere = places(tmp_path / ("ü" * 200))
    home, journal = check_till.home(nowhere), examined(nowhere, None)
    assert (home.verdict, journal.verdict) == (Verdict.FAILED, Verdict.SKIPPED)
    assert home.said.endswith("can't be used: File name too long")


def test_the_doctor_names_keys_that_nobody_knows(lonely: Till) -> None:
    lonely.set_up(gateway={"enviroment": "sandbox"})
    assert lonely.doctor()["settings"] == ("note", "practice; nobody knows [gateway] enviroment")


@pytest.mark.parametrize(
    ("place", "verdict"), [("journal.sqlite3", "skipped"), ("practice/journal.sqlite3", "failed")]
)
def test_the_doctor_looks_at_the_journal_that_the_app_would_open(
    lonely: Till, place: str, verdict: str
) -> None:
    lonely.set_up(
        gateway={"environment": "practice"}, journal={"url": "postgresql+psycopg://nobody@localhost/none"}
    )
    (lonely.home / "practice").mkdir()
    (lonely.home / place).write_bytes(b"not a database" * 100)
    assert lonely.doctor()["journal"][0] == verdict


def test_the_doctor_sees_a_journal_that_is_none(lonely: Till) -> None:
    lonely.set_up(gateway={"environment": "sandbox"})
    (lonely.home / "journal.sqlite3").write_bytes(b"not a database" * 100)
    assert lonely.doctor()["journal"][0] == "failed"


def test_the_doctor_writes_large_numbers_in_its_own_language(
    lonely: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=81_013_000_000))
    lonely.set_up()
    assert "81,013 MB free" in check_till.home(places(lonely.home)).said


def test_the_doctor_changes_nothing(lonely: Till) -> None:
    lonely.run("doctor")
    assert not lonely.home.exists()


def test_the_doctor_speaks_to_people_too(lonely: Till) -> None:
    lonely.set_up(gateway={"method": "gopya"})
    ran = lonely.run("doctor")
    assert ran.returncode == 1
    assert "FAILED  settings" in ran.stdout
    assert "→ correct the file" in ran.stdout


def test_the_doctor_speaks_into_a_file_that_has_no_arrows(lonely: Till) -> None:
    lonely.environment["PYTHONIOENCODING"] = "ascii"
    lonely.set_up(gateway={"method": "gopya"})
    for how in ((), ("--json",)):
        ran = lonely.run("doctor", *how)
        assert ran.stderr == ""
        assert "correct the file" in ran.stdout


@pytest.mark.parametrize(
    "command", [["check"], ["backup"], ["export", "TSJ-1"], ["restore", "no-such-backup"]]
)
def test_there_is_no_journal_yet(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path), "journal", *command]) == 2
    assert capsys.readouterr().err


def test_a_reader_that_has_read_enough_is_no_fault_of_ours(lonely: Till) -> None:
    doctor = (sys.executable, "-m", "pos_app", "--home", str(lonely.home), "doctor")
    with subprocess.Popen(
        doctor, env=lonely.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        assert "libraries" in asked.stdout.readline()
        asked.stdout.close()
        assert asked.stderr.read() == ""
    assert asked.returncode == 1


def test_a_journal_is_not_looked_for_where_the_settings_are_not_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text("[store")
    assert main(["journal", "check", "--home", str(tmp_path)]) == 1
    assert "settings.toml" in capsys.readouterr().err


def test_a_journal_is_checked_backed_up_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(tmp_path)]
    SqlJournal.open(url_of(tmp_path / "journal.sqlite3"), "01").close()
    assert main([*home, "journal", "check"]) == 0
    assert main([*home, "journal", "backup"]) == 0
    (backup,) = (tmp_path / "backups").iterdir()
    assert main([*home, "journal", "restore", str(backup)]) == 0
    assert "holds" in capsys.readouterr().out


@pytest.fixture
def staffed(lonely: Till) -> Till:
    """Somebody works there, whose PIN is 1111; ten others were typed."""
    lonely.set_up()
    salt = PinSalt("salt", 16)
    with closing(SqlJournal.open(url_of(lonely.home / "journal.sqlite3"), "01")) as journal:
        pin = SealedPin(salt, hash_pin(Pin("1111"), salt))
        journal.enrol("Bayu", Role.MANAGER, pin, "", datetime(2026, 11, 20, 5, tzinfo=UTC))
        journal.keep_wrong_pins(10)
    return lonely


def test_a_lost_pin_is_replaced_and_the_audit_says_so(staffed: Till) -> None:
    reset = staffed.run("staff", "reset", "Bayu", typed="4321\n")
    assert (reset.returncode, "has a new PIN" in reset.stdout) == (0, True)
    assert "open already" in staffed.run("staff", "unlock").stdout
    audit = staffed.run("staff", "audit").stdout
    assert [line.split()[3] for line in audit.splitlines()] == ["staff_added", "pin_changed", "pins_unlocked"]
    assert "4321" not in reset.stdout + reset.stderr + audit


@pytest.mark.parametrize(
    ("name", "typed"), [("Tono", "4321"), ("Bayu", "432"), ("Bayu", ""), ("Bayu", "1111")]
)
def test_a_pin_that_can_not_be_is_wrong_use(staffed: Till, name: str, typed: str) -> None:
    refused = staffed.run("staff", "reset", name, typed=typed)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert typed not in refused.stderr or not typed


def test_a_typed_pin_is_asked_for_until_it_is_the_same_twice(
    staffed: Till, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(("4321", "4322", "5555", "5555"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("pos_app.cli.staff.getpass", lambda _: next(typed))
    assert main(["--home", str(staffed.home), "staff", "reset", "Bayu"]) == 0
    assert "two different PINs" in capsys.readouterr().err
    with closing(SqlJournal.open(url_of(staffed.home / "journal.sqlite3"), "01")) as journal:
        salt = journal.staff()[0].pin.salt
        assert journal.staff()[0].pin.hash == hash_pin(Pin("5555"), salt)


def test_no_key_where_nothing_can_be_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Python has no standard input where whoever started it had closed it."""
    monkeypatch.setattr("sys.stdin", None)
    assert main(["--home", str(tmp_path), "key", "set", "--environment", "sandbox"]) == 1


def test_typing_nothing_at_a_prompt_changes_nothing(
    staffed: Till, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+D is how a person leaves a prompt: no fault of ours."""

    def left(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("pos_app.cli.staff.getpass", left)
    monkeypatch.setattr("pos_app.cli.key.getpass", left)
    home = ["--home", str(staffed.home)]
    assert main([*home, "staff", "reset", "Bayu"]) == 1
    assert main([*home, "key", "set", *SANDBOX]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["reset", "Bayu"], ["unlock"], ["audit"]])
def test_the_staff_are_left_alone_while_a_till_runs(staffed: Till, command: list[str]) -> None:
    with lock.hold(staffed.home):
        refused = staffed.run("staff", *command, typed="4321")
    assert refused.returncode == 1
    assert "is in use" in refused.stderr


def test_there_is_nobody_before_the_first_start(lonely: Till) -> None:
    assert lonely.run("staff", "audit").returncode == 1
    lonely.set_up()
    assert lonely.run("staff", "audit").returncode == 2


def test_the_practice_gateway_serves_alone(lonely: Till) -> None:
    with subprocess.Popen(
        (sys.executable, "-u", "-m", "pos_app", "practice", "--gateway-only"),
        env=lonely.environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as serving:
        assert serving.stdout is not None
        assert "http://127.0.0.1:" in serving.stdout.readline()
        serving.terminate()


def test_a_port_that_is_taken_is_told(lonely: Till) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = lonely.run("practice", "--gateway-only", "--port", port)
    assert refused.returncode == 1
    assert f"can't listen on port {port}" in refused.stderr


def test_a_fault_of_ours_is_told_without_secrets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(action: object, environment: object, home: object) -> int:
        raise RuntimeError(f"with {KEY}")

    monkeypatch.setattr("pos_app.cli.key.run", broken)
    assert main(["key", "check", *SANDBOX]) == 1
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert "GwUP" not in said
