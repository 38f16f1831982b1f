"""A certificate for servers on loopback, made anew for each run: no private key lies in the repository."""

from __future__ import annotations

import subprocess
from pathlib import Path


def make_certificate(folder: Path) -> Path:
    """One file with a self-signed certificate of `localhost` and 127.0.0.1, and its key."""
    made, key, both = folder / "certificate.pem", folder / "key.pem", folder / "both.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost,IP:127.0.0.1"
    )
    subprocess.run([*command.split(), "-out", made, "-keyout", key], check=True, capture_output=True)
    both.write_bytes(made.read_bytes() + key.read_bytes())
    return both
