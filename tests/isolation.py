"""What keeps a test run away from the machine it runs on: its own home, and no network but loopback."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from pathlib import Path

_UNRESOLVABLE = (".invalid", ".test", ".example")


class OutsideError(RuntimeError):
    """A test tried to reach another machine."""


def live_in(folder: Path) -> None:
    """Point HOME and its kin into `folder`, and forget the desktop session that the run was started from.

    Without a session bus no test can ever touch the keyring of the person who runs it.
    """
    places = {
        "HOME": folder,
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "share",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for name, place in places.items():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(place)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND"):
        os.environ.pop(name, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"


def refuse_the_outside() -> None:
    """From now on this process can look up and reach loopback only; it lasts until the process ends."""
    sys.addaudithook(_judge)


def _judge(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        _judge_name(args[0])
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        if isinstance(address, tuple) and not _is_loopback(str(address[0])):
            raise OutsideError(f"{event}: a test may reach loopback only, not {address[0]}")


def _judge_name(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if not isinstance(name, str) or name in ("", "localhost") or _is_address(name):
        return
    if name.endswith(_UNRESOLVABLE):  # RFC 6761: no such name exists, and a test may want to see that
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    raise OutsideError(f"a test may look up localhost only, not {name}")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    """An unspecified address (0.0.0.0) reaches this very machine as well."""
    if not _is_address(host):
        return host in ("", "localhost")
    address = ipaddress.ip_address(host.partition("%")[0])
    return address.is_loopback or address.is_unspecified
