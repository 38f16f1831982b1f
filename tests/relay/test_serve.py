"""Starting, stopping and being short of disk, as a process of its own."""

import json
import resource
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from pos_app.relay.mailbox import OpenError
from pos_app.relay.serve import RelayThread
from tests.relay.process import RelayProcess
from tests.relay.till import Till, body_of


def test_sigterm_ends_open_streams_cleanly_and_exits_with_0(tmp_path: Path) -> None:
    with RelayProcess(tmp_path) as relay:
        tills = [Till(relay.url) for _ in range(20)]
        ended = threading.Barrier(len(tills) + 1)
        listening = threading.Barrier(len(tills) + 1)
        heard: dict[str, list[str]] = {}

        def listen(till: Till) -> None:
            with till.listening() as events:
                first = next(events)
                listening.wait(20)
                # Ends without an exception only when the server finishes the stream as HTTP wants it.
                heard[till.secret] = [body_of(event) for event in (first, *events)]
            ended.wait(20)

        threads = [threading.Thread(target=listen, args=(till,), daemon=True) for till in tills]
        for till, thread in zip(tills, threads, strict=True):
            till.receives("before")
            thread.start()
        listening.wait(20)
        assert relay.stop() == 0
        ended.wait(20)
        for thread in threads:
            thread.join()
    assert heard == {till.secret: ["before"] for till in tills}


def test_what_was_promised_before_the_stop_is_there_after_it(tmp_path: Path) -> None:
    promised: dict[str, str] = {}
    with RelayProcess(tmp_path) as relay:
        till = Till(relay.url)
        enough = threading.Event()

        def post_until_refused() -> None:
            with httpx.Client() as gateway:
                for number in range(100_000):
                    try:
                        answer = gateway.post(f"{relay.url}/n/{till.mailbox}", content=str(number))
                    except httpx.TransportError:
                        return
                    if answer.status_code == 200:
                        promised[answer.json()["id"]] = str(number)
                    if number == 50:
                        enough.set()

        posting = threading.Thread(target=post_until_refused)
        posting.start()
        assert enough.wait(20)
        assert relay.stop() == 0
        posting.join()
    with RelayThread(tmp_path) as again:
        found = {event.id: body_of(event) for event in Till(again.url, till.secret).hears(len(promised))}
    assert found == promised


def test_the_log_is_json_from_the_first_line_to_the_last(tmp_path: Path) -> None:
    with RelayProcess(tmp_path) as relay:
        till = Till(relay.url)
        till.hears(1, last_event_id="unreadable")
        log = relay.log
        relay._process.terminate()
        lines = [json.loads(line) for line in log]
        assert relay.stop() == 0
    assert lines[-1]["event"] == "relay stopped"
    assert "stream opened" in {line["event"] for line in lines}


def test_a_disk_without_room_is_507_and_not_healthy_until_there_is_room(tmp_path: Path) -> None:
    """The limit on the size of a file stands for the disk: the kernel refuses the write in the same place."""
    with RelayProcess(tmp_path) as relay:
        till = Till(relay.url)
        kept = [till.receives("before")]
        written = max(path.stat().st_size for path in tmp_path.iterdir())
        unlimited = resource.prlimit(relay.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(relay.pid, resource.RLIMIT_FSIZE, (written + 100_000, unlimited[1]))
        body = "x" * 30_000
        while (answer := httpx.post(f"{relay.url}/n/{till.mailbox}", content=body)).status_code == 200:
            kept.append(answer.json()["id"])
        assert answer.status_code == 507
        assert httpx.get(f"{relay.url}/healthz").status_code == 503
        assert httpx.post(f"{relay.url}/n/{till.mailbox}", content=body).status_code == 507
        # What is stored can still be heard.
        assert [event.id for event in till.hears(len(kept))] == kept
        resource.prlimit(relay.pid, resource.RLIMIT_FSIZE, unlimited)
        assert httpx.get(f"{relay.url}/healthz").status_code == 200
        kept.append(till.receives("after"))
        assert [event.id for event in till.hears(len(kept))] == kept
        relay.kill()
    with RelayThread(tmp_path) as again:
        assert [event.id for event in Till(again.url, till.secret).hears(len(kept))] == kept


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with pytest.raises(OpenError, match=f"can't listen on 127.0.0.1, port {port}"):
            RelayThread(tmp_path, port=port)
    assert not list(tmp_path.iterdir())


def test_a_process_that_cannot_start_exits_with_1_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "relay.db").write_bytes(b"no database" * 1000)
    script = f"import pathlib, sys; from pos_app.relay.serve import run; sys.exit(run('127.0.0.1', 0, data=pathlib.Path({str(tmp_path)!r})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("pos-app relay: ")
    assert done.stderr.count("\n") == 1


def test_two_threads_on_one_folder_are_refused(tmp_path: Path) -> None:
    with RelayThread(tmp_path), pytest.raises(OpenError, match="another relay"):
        RelayThread(tmp_path)
    with RelayThread(tmp_path) as again:
        Till(again.url).receives("1")


def test_it_listens_on_ipv6_too(tmp_path: Path) -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with RelayThread(tmp_path, host="::1") as relay:
        assert relay.url.startswith("http://[::1]:")
        Till(relay.url).receives("1")


def test_the_service_needs_no_desktop_library() -> None:
    script = (
        "import sys, pos_app.relay.serve, pos_app.relay.store_postgres, pos_app.relay.store_sqlite\n"
        "found = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(found & {'PySide6', 'httpx', 'keyring', 'sqlalchemy', 'alembic', 'qrcode', 'escpos'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
