"""The relay as a process of its own, so that it can be killed."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

_RUN = """
import pathlib, sys
from pos_app.relay.serve import run
data, url, port = sys.argv[1:]
sys.exit(run("127.0.0.1", int(port), data=pathlib.Path(data) if data else None, mailbox=url or None))
"""


class RelayProcess:
    def __init__(self, data: Path | None = None, mailbox: str | None = None, port: int = 0) -> None:
        arguments = [str(data or ""), mailbox or "", str(port)]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUN, *arguments], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.log = self._process.stdout
        started = json.loads(self.log.readline())
        assert started["event"] == "relay started"
        self.url = str(started["address"])
        self.pid = self._process.pid

    def kill(self) -> None:
        """As a power cut would: kill -9."""
        self._process.kill()
        self._process.wait()
        self.log.close()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        self._process.terminate()
        code = self._process.wait()
        self.log.close()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.kill()
