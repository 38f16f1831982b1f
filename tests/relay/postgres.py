"""A throw-away PostgreSQL of the test run (Debian: postgresql). As root it runs as the user `postgres`."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


class Postgres:
    """One cluster in a folder of its own on a free loopback port, user and database `pos`, synced to disk as in a shop."""

    def __init__(self) -> None:
        self._programs = _programs()
        self._directory = Path(tempfile.mkdtemp(prefix="relay-postgres-"))
        if os.getuid() == 0:
            shutil.chown(self._directory, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        data = str(self._directory / "data")
        self._run(
            "initdb", "-D", data, "-U", "pos", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"
        )
        self.start()
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "pos", "pos")

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://pos@127.0.0.1:{self._port}/pos"

    def start(self) -> None:
        options = f"-p {self._port} -k {self._directory} -c listen_addresses=127.0.0.1 -c max_connections=50"
        self._run(
            "pg_ctl",
            "-D",
            f"{self._directory}/data",
            "-w",
            "-l",
            f"{self._directory}/log",
            "-o",
            options,
            "start",
        )

    def stop(self, how: str = "fast") -> None:
        """`immediate` is a crash: nothing is flushed, and the next start recovers from the log."""
        self._run("pg_ctl", "-D", f"{self._directory}/data", "-w", "-m", how, "stop")

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self._directory)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # Not captured: the server inherits the pipes, and reading them would wait for its end.
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed with {done.returncode}")


def _programs() -> Path:
    """The newest installed version; Debian keeps the server's programs out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    program = shutil.which("initdb")
    if program is None:
        raise RuntimeError("these tests need a PostgreSQL server: apt-get install postgresql")
    return Path(program).parent
