"""`pos-app` and `pos-app practice`: hands over to the composition root."""

from __future__ import annotations

import sys
from pathlib import Path


def serve_gateway(port: int, server_key: str | None) -> int:
    """Serve the practice gateway alone until it is interrupted."""
    from pos_app.practice.serve import serve_gateway as serve

    try:
        serve(port=port, server_key=server_key)
    except OSError as error:
        sys.stderr.write(f"pos-app practice: can't listen on port {port}: {error.strerror or error}\n")
        return 1
    return 0


def open_till(home: Path | None) -> int:
    from pos_app.app import run_desktop

    return run_desktop(home)


def practise(home: Path | None, tour: Path | None) -> int:
    from pos_app.app import run_practice

    return run_practice(home, tour)
