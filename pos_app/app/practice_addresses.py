"""Where the servers of practice listened last, and the name of its mailbox: what payments that still wait have seen."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ports on loopback, 0 before the first run. The secret opens a mailbox of practised payments only."""

    gateway_port: int = 0
    relay_port: int = 0
    relay_secret: str = ""


def read_addresses(file: Path) -> Addresses:
    """Those of the last run; new ones where there was none, or its file says nothing that makes sense."""
    try:
        return _addresses(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Addresses()
    except ValueError as error:
        log.warning("%s is damaged, so practice begins with new addresses: %r", file, error)
        return Addresses()


def keep_addresses(file: Path, addresses: Addresses, before: Addresses) -> None:
    """Write them where they are not those of the last run."""
    if addresses == before:
        return
    draft = file.with_name(f"{file.name}.new")
    draft.write_text(json.dumps(asdict(addresses)), encoding="utf-8")
    draft.replace(file)


def _addresses(told: object) -> Addresses:
    match told:
        case {"gateway_port": int(gateway), "relay_port": int(relay), "relay_secret": str(secret)}:
            if 0 < gateway < 65536 and 0 < relay < 65536:
                return Addresses(gateway, relay, secret)
    raise ValueError(f"{told!r} are no addresses")
