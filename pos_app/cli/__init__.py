"""The commands. A shop's start names none: it does not wait for the parsers of all of them.

Exit codes: 0 fine, 1 a check failed or a command could not be done, 2 wrong use.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; wrong use ends the process with 2."""
    os.umask(0o077)  # whatever is written from here on is for this user alone
    sys.stdin = sys.stdin or io.StringIO()  # closed by whoever started this
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What is given may be no UTF-8, and an old terminal may have no arrow: better a ? than no answer.
            stream.reconfigure(errors="replace")
    run = _understood(sys.argv[1:] if arguments is None else arguments)
    try:
        return run()
    except (KeyboardInterrupt, EOFError):  # Ctrl+C, or Ctrl+D where something was to be typed
        return 1
    except BrokenPipeError:  # whoever reads this has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python would complain at its end
        return 1
    except Exception:  # noqa: BLE001 - a fault of ours is told as such, and tells no secret
        import traceback

        from pos_app.settings.redaction import redacted

        sys.stderr.write(redacted(traceback.format_exc()))
        return 1


def _understood(arguments: Sequence[str]) -> Callable[[], int]:
    match arguments:
        case []:
            return partial(_open_till, None)
        case ["--home", folder] if folder and folder[0] not in "-~":
            return partial(_open_till, Path(folder))
        case _:
            from pos_app.cli.arguments import understood

            options = understood(arguments)
            return partial(options.run, options)


def _open_till(home: Path | None) -> int:
    from pos_app.cli.desktop import open_till

    return open_till(home)
