"""The yardstick: nginx with nchan (Debian: nginx-light libnginx-mod-nchan), which keeps messages in memory only."""

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bench.relay_load import Place

_MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
_CONFIGURATION = """
load_module {module};
daemon off; worker_processes 1; pid {directory}/pid; error_log {directory}/error.log;
worker_rlimit_nofile 20000;
events {{ worker_connections 15000; }}
http {{
    access_log off;
    client_body_temp_path {directory}; proxy_temp_path {directory}; fastcgi_temp_path {directory};
    uwsgi_temp_path {directory}; scgi_temp_path {directory};
    keepalive_requests 10000000;
    nchan_shared_memory_size 512m;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location ~ ^/n/(.+)$ {{
            nchan_publisher; nchan_channel_id $1; nchan_message_buffer_length 20000; nchan_message_timeout 1h;
        }}
        location ~ ^/events/(.+)$ {{
            nchan_subscriber eventsource; nchan_channel_id $1; nchan_eventsource_ping_interval 15;
            nchan_subscriber_first_message newest;
        }}
    }}
}}
"""


def is_installed() -> bool:
    return _MODULE.exists() and shutil.which("nginx") is not None


class Nchan:
    """A private nginx; `pid` is its one worker."""

    def __init__(self) -> None:
        self._directory = Path(tempfile.mkdtemp(prefix="relay-nchan-"))
        self._directory.chmod(0o777)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        configuration = self._directory / "nginx.conf"
        configuration.write_text(
            _CONFIGURATION.format(module=_MODULE, directory=self._directory, port=self._port),
            encoding="utf-8",
        )
        self._process = subprocess.Popen(["nginx", "-c", str(configuration), "-p", str(self._directory)])
        self.pid = self._worker()

    @property
    def place(self) -> Place:
        return Place(
            "127.0.0.1",
            self._port,
            lambda mailbox: (
                f"POST /n/{mailbox} HTTP/1.1\r\nHost: relay.example.id\r\nUser-Agent: Veritrans\r\n"
                "Accept: application/json\r\nContent-Type: application/json\r\n"
            ).encode(),
            lambda mailbox, _: (
                f"GET /events/{mailbox} HTTP/1.1\r\nHost: relay.example.id\r\nAccept: text/event-stream\r\n"
                "User-Agent: pos-app\r\nAccept-Encoding: gzip, deflate\r\n\r\n"
            ).encode(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._directory)

    def _worker(self) -> int:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            for entry in Path("/proc").iterdir():
                if entry.name.isdigit() and _parent(int(entry.name)) == self._process.pid:
                    return int(entry.name)
            time.sleep(0.05)
        raise RuntimeError((self._directory / "error.log").read_text(encoding="utf-8"))


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0
