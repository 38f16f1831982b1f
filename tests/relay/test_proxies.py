"""The examples of packaging/relay, with real proxies and TLS (Debian: nginx-light, caddy, openssl)."""

import contextlib
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from httpx_sse import EventSource

from pos_app.relay.mailbox import LARGEST_BODY
from pos_app.relay.serve import RelayThread
from tests.relay.till import Till, body_of
from tests.waiting import until

EXAMPLES = Path(__file__).parents[2] / "packaging" / "relay"
MOST_OF_ONE_ADDRESS = 3


class Proxy:
    def __init__(self, port: int, certificate: Path, log: Path | None) -> None:
        self.url = f"https://localhost:{port}"
        self.log = log
        self._certificate = certificate

    def trust(self, version: ssl.TLSVersion) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self._certificate)
        context.maximum_version = context.minimum_version = version
        return context

    def client(self, version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2) -> httpx.Client:
        return httpx.Client(base_url=self.url, verify=self.trust(version), timeout=10)


@pytest.fixture(params=["nginx", "caddy"])
def proxy(
    request: pytest.FixtureRequest, tmp_path: Path, relay: RelayThread, certificate: Path
) -> Iterator[Proxy]:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed: apt-get install nginx-light caddy")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    make = _nginx if name == "nginx" else _caddy
    command, log = make(tmp_path, port, relay, certificate)
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    found = Proxy(port, certificate, log)
    until(lambda: _answers(port))
    yield found
    process.kill()  # nginx's one worker ends with its master
    process.wait()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_notification_goes_through_with_the_tls_of_midtrans_and_of_the_till(
    proxy: Proxy, version: ssl.TLSVersion
) -> None:
    till = Till(proxy.url)
    with proxy.client(version) as client, client.stream("GET", "/events", headers=till.bearer) as response:
        assert response.headers["content-type"] == "text/event-stream"
        events = EventSource(response).iter_sse()
        # Each is heard before the next one is sent: nothing on the way holds an event back.
        for number in range(5):
            with proxy.client(version) as gateway:
                answer = gateway.post(f"/n/{till.mailbox}", content=str(number))
            assert answer.status_code == 200
            event = next(events)
            assert (event.id, body_of(event)) == (answer.json()["id"], str(number))
    with proxy.client(version) as client:
        assert client.post("/ack", json={"id": event.id}, headers=till.bearer).json() == {"id": event.id}


def test_the_size_of_a_notification_is_the_relays_own(proxy: Proxy) -> None:
    till = Till(proxy.url)
    with proxy.client() as client:
        assert client.post(f"/n/{till.mailbox}", content=bytes(LARGEST_BODY)).status_code == 200
        assert client.post(f"/n/{till.mailbox}", content=bytes(LARGEST_BODY + 1)).status_code == 413


def test_nothing_is_redirected_and_the_inside_stays_inside(proxy: Proxy) -> None:
    with proxy.client() as client:
        for path in ("/n/" + "a" * 26 + "/", "/n/x", "/metrics", "/healthz", "/"):
            assert client.post(path).status_code in {404, 405}, path
        assert client.get("/events").status_code == 401


@pytest.mark.parametrize("proxy", ["nginx"], indirect=True)  # Caddy itself limits no connections
def test_one_address_does_not_take_every_stream(proxy: Proxy) -> None:
    with proxy.client() as client, contextlib.ExitStack() as opened:
        for _ in range(MOST_OF_ONE_ADDRESS):
            response = opened.enter_context(client.stream("GET", "/events", headers=Till(proxy.url).bearer))
            assert response.status_code == 200
        assert client.get("/events", headers=Till(proxy.url).bearer).status_code == 503


def test_no_log_of_the_proxy_holds_a_mailbox_id(proxy: Proxy) -> None:
    till = Till(proxy.url)
    with proxy.client() as client:
        client.post(f"/n/{till.mailbox}", content=b"{}")
    if proxy.log is not None:
        log = proxy.log
        until(lambda: "POST 200" in log.read_text(encoding="utf-8"))
        assert till.mailbox[:8] not in log.read_text(encoding="utf-8")


def _nginx(
    directory: Path, port: int, relay: RelayThread, certificate: Path
) -> tuple[list[str], Path | None]:
    log = directory / "relay.log"
    text = (EXAMPLES / "nginx.conf").read_text(encoding="utf-8")
    for example, here in {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "listen [::]:443 ssl;": "",
        "127.0.0.1:8765": relay.url.removeprefix("http://"),
        "/etc/letsencrypt/live/relay.example.id/fullchain.pem": str(certificate),
        "/etc/letsencrypt/live/relay.example.id/privkey.pem": str(certificate),
        "/run/nginx.pid": str(directory / "nginx.pid"),
        "/var/log/nginx/error.log": str(directory / "error.log"),
        "/var/log/nginx/relay.log": str(log),
        "worker_rlimit_nofile 65536;": "",
        "worker_connections 30000;": "worker_connections 200;",
        "limit_conn streams 1000;": f"limit_conn streams {MOST_OF_ONE_ADDRESS};",
        "http {": f"http {{ client_body_temp_path {directory}; proxy_temp_path {directory};",
    }.items():
        assert example in text
        text = text.replace(example, here)
    configuration = directory / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    return ["nginx", "-p", str(directory), "-c", str(configuration), "-g", "daemon off;"], log


def _caddy(
    directory: Path, port: int, relay: RelayThread, certificate: Path
) -> tuple[list[str], Path | None]:
    text = (EXAMPLES / "Caddyfile").read_text(encoding="utf-8")
    for example, here in {
        "auto_https disable_redirects": "auto_https disable_redirects\n\tadmin off",
        "relay.example.id {": f"https://localhost:{port} {{\n\ttls {certificate} {certificate}",
        "127.0.0.1:8765": relay.url.removeprefix("http://"),
    }.items():
        assert example in text
        text = text.replace(example, here)
    configuration = directory / "Caddyfile"
    configuration.write_text(text, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(configuration)], None


def _answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
