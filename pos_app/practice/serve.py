"""Serves the practice gateway on loopback: in a background thread, or as a program of its own."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pos_app.domain.address import is_this_pc
from pos_app.practice.account import Account, Habits
from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import Clock
from pos_app.practice.memory import Memory
from pos_app.practice.wire import utc_now

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

_BACKLOG = 128
_LONGEST_GOODBYE = 2
_HEARS_CTRL_C_WITHIN = 0.5


class PracticeServer:
    """A gateway with its HTTP server in a daemon thread; as a context manager it stops at the end.

    `url` has no slash at its end and is good as soon as the object exists; `customer_url` is the page.
    `gateway` is the Python side: script faults, pay, count calls. With a `state` file the next server on it
    knows every payment of this one; a page or picture address is the same where the port is.
    Raise ValueError for a host that is not loopback, OSError when the port is taken or `state` can't be written.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        account: Account | None = None,
        habits: Habits | None = None,
        clock: Clock = utc_now,
        state: Path | None = None,
    ) -> None:
        account = account or Account()
        self._socket = _listen(host, port)
        try:
            self._memory = Memory(state, account) if state is not None else None
        except OSError:
            self._socket.close()
            raise
        self.gateway = Gateway(account, habits, clock, self._memory)
        self.url = _url(self._socket)
        self.customer_url = f"{self.url}/practice/"
        self._server = _server(self.gateway)
        self._thread = Thread(target=self._run, name="practice-gateway", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and wait for the thread; stopping twice is harmless."""
        self.gateway.close()
        self._server.should_exit = True
        self._thread.join()
        if self._memory is not None:
            self._memory.close()

    def wait(self) -> None:
        """Block until the server ends. In steps: one long join would not hear Ctrl+C on Windows."""
        while self._thread.is_alive():
            self._thread.join(_HEARS_CTRL_C_WITHIN)

    def _run(self) -> None:
        asyncio.run(self._server.serve([self._socket]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def serve_gateway(host: str = "127.0.0.1", port: int = 0, server_key: str | None = None) -> None:
    """Serve until interrupted, and say where. The practice key is accepted beside `server_key`."""
    account = Account(server_keys=(server_key,) if server_key else ())
    with PracticeServer(host, port, account=account) as server:
        print(f"Gateway latihan / practice gateway: {server.url}", flush=True)  # noqa: T201  # the program's only output
        print(f"Halaman pelanggan / customer page:  {server.customer_url}", flush=True)  # noqa: T201  # see above
        try:
            server.wait()
        except KeyboardInterrupt:
            return


def application(gateway: Gateway) -> ASGIApp:
    """The whole HTTP side as an ASGI application."""
    from starlette.applications import Starlette

    from pos_app.practice.customer import CustomerSide
    from pos_app.practice.routes import CoreApi

    core = CoreApi(gateway)
    app = Starlette(
        routes=[*CustomerSide(gateway).routes(), *core.routes()],
        exception_handlers={404: core.refuse, 405: core.refuse},
    )
    app.router.redirect_slashes = False
    return _only_loopback_hosts(app)


def _only_loopback_hosts(app: ASGIApp) -> ASGIApp:
    """Refuse foreign Host headers, so that no web site can reach the page under a name of its own."""
    from starlette.datastructures import Headers
    from starlette.responses import PlainTextResponse
    from starlette.types import Receive, Scope, Send

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        host = Headers(scope=scope).get("host", "")
        if is_this_pc(_without_port(host)):
            await app(scope, receive, send)
        else:
            refusal = PlainTextResponse("This practice gateway answers to localhost only.\n", 421)
            await refusal(scope, receive, send)

    return guarded


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _listen(host: str, port: int) -> socket.socket:
    if not is_this_pc(host):
        raise ValueError(f"the practice gateway serves this computer only: use 127.0.0.1, not {host}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    # Connections inherit it; without it a kept-alive answer in two writes waits 40 ms for the client's ACK.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _url(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _server(gateway: Gateway) -> uvicorn.Server:
    import uvicorn
    from uvicorn.protocols.http.h11_impl import H11Protocol

    from pos_app.practice.answers import HANG_UP

    class DroppableProtocol(H11Protocol):
        """Lets an answer end as a lost connection, which ASGI has no word for."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
            super().connection_made(transport)
            self.app_state = {**self.app_state, HANG_UP: transport.close}

    config = uvicorn.Config(
        application(gateway),
        http=DroppableProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_LONGEST_GOODBYE,
    )
    return uvicorn.Server(config)
