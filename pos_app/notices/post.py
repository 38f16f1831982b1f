"""Short posts to the relay: echoes and acks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from pos_app import __version__
from pos_app.domain.address import is_http_to_this_pc
from pos_app.notices import reasons
from pos_app.notices.line import Line
from pos_app.notices.reasons import Reason

if TYPE_CHECKING:
    import httpx

_CONNECT_SECONDS = 3.0
_ANSWER_SECONDS = 5.0
_DEADLINE = 10.0

UNUSABLE_PROXY = (ValueError, ImportError)
"""What httpx raises where the PC's environment names a proxy of a kind that it does not know."""


class PostError(Exception):
    """The post was not taken. `status` is the HTTP status, 0 where there was no answer."""

    def __init__(self, reason: Reason, status: int = 0) -> None:
        super().__init__(reason.text)
        self.reason = reason
        self.status = status


class Post:
    """Posts to one address, from one thread. `bearer` may be empty; a post takes at most `deadline` seconds."""

    def __init__(self, url: str, bearer: str = "", deadline: float = _DEADLINE) -> None:
        self._url = url
        self._bearer = bearer
        self._deadline = deadline
        self._line = Line()
        self._client: httpx.Client | None = None

    def send(self, body: str) -> None:
        """Post one JSON text. Raises PostError for anything but a 2xx answer."""
        import httpx

        trouble: Reason | None = None
        status = 0
        headers = {"Authorization": f"Bearer {self._bearer}"} if self._bearer else {}
        # httpx limits each read alone, and an answer may come byte by byte.
        watch = threading.Timer(self._deadline, self._line.hang_up)
        watch.daemon = True
        watch.start()
        try:
            with self._opened().stream(
                "POST",
                self._url,
                content=body.encode(),
                headers=headers,
                extensions={"trace": self._line.trace},
            ) as response:
                status = response.status_code
        except (httpx.HTTPError, httpx.InvalidURL, OSError, *UNUSABLE_PROXY) as error:
            trouble = reasons.of_error(error)
        finally:
            watch.cancel()
        # Raised out here, so that no error of ours leads back to the request and the secret in it.
        if trouble is not None:
            raise PostError(trouble)
        if not 200 <= status < 300:
            raise PostError(reasons.of_refusal(status), status)

    def hang_up(self) -> None:
        """End a running post: PostError for who sent it. For any thread."""
        self._line.hang_up()

    def cut(self) -> None:
        """End a running post and take no more. For any thread."""
        self._line.cut()

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self) -> httpx.Client:
        import httpx

        if self._client is None:
            self._client = httpx.Client(
                headers={"Content-Type": "application/json", "User-Agent": f"pos-app/{__version__}"},
                timeout=httpx.Timeout(_ANSWER_SECONDS, connect=_CONNECT_SECONDS),
                limits=httpx.Limits(max_keepalive_connections=0),
                trust_env=not is_http_to_this_pc(self._url),
            )
        return self._client
