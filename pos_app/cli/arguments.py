"""Every command, its options, and the room that it runs in: a room is imported only when a command of it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from pos_app import __version__


def understood(arguments: Sequence[str]) -> argparse.Namespace:
    """`run` of what is given back takes it and gives the exit code; wrong use ends the process with 2."""
    return _parser().parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """A key that was typed as an argument is wrong use, and is not repeated on the screen."""
        from pos_app.settings.redaction import redacted

        super().error(redacted(message))


def _parser() -> _Parser:
    # The same option on both sides of the command; only the first sets a default, or the second would undo it.
    first, home = _home_option(None), _home_option(argparse.SUPPRESS)
    parser = _Parser(
        prog="pos-app",
        parents=[first],
        description="A point-of-sale app whose payments are never guessed. Without a command it opens the till.",
    )
    parser.add_argument("--version", action="version", version=f"pos-app {__version__}")
    parser.set_defaults(run=_desktop)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_practice(
        commands.add_parser("practice", parents=[home], help="try everything; no money, no network")
    )
    _add_relay(commands.add_parser("relay", help="serve mailboxes for notifications, on a server"))
    _add_key(
        commands.add_parser("key", parents=[home], help="the gateway's server key in the OS keyring"), home
    )
    _add_doctor(commands.add_parser("doctor", parents=[home], help="check this PC, and say what to do"))
    _add_journal(
        commands.add_parser("journal", help="check, back up, restore, export or reconcile the till's memory"),
        home,
    )
    _add_staff(commands.add_parser("staff", help="a lost PIN, a pad that is shut: for the owner"), home)
    return parser


def _home_option(default: str | None) -> _Parser:
    parser = _Parser(prog="pos-app", add_help=False)
    parser.add_argument(
        "--home",
        metavar="DIR",
        type=_folder,
        default=default,
        help="keep settings, journal, log and lock of one till in DIR",
    )
    return parser


def _add_practice(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--tour",
        metavar="DIR",
        type=_folder,
        help="play the whole story by itself and keep its pictures in DIR",
    )
    what.add_argument("--gateway-only", action="store_true", help="serve the practice gateway alone")
    parser.add_argument("--port", type=_port, help="with --gateway-only: its port (any free one)")
    parser.add_argument(
        "--server-key",
        metavar="KEY",
        help="with --gateway-only: a practice key that it accepts besides its own",
    )
    parser.set_defaults(run=_practice, refuse=parser.error)


def _add_relay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", type=_host, default="127.0.0.1", help="the address to listen on (%(default)s)"
    )
    parser.add_argument("--port", type=_port, default=8765, help="(%(default)s)")
    parser.add_argument(
        "--streams",
        metavar="N",
        type=_count,
        help="so many tills may listen at once (20000)",
    )
    store = parser.add_mutually_exclusive_group(required=True)
    store.add_argument("--data", metavar="DIR", type=_folder, help="keep the mailboxes in DIR")
    store.add_argument("--mailbox", metavar="URL", help="keep them in PostgreSQL, for several processes")
    parser.set_defaults(run=_relay)


def _add_key(parser: argparse.ArgumentParser, home: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said in (
        ("set", "store a key, typed at a prompt that does not show it or given on standard input"),
        ("check", "say whether one is stored"),
        ("forget", "take it out of the keyring"),
    ):
        action = actions.add_parser(name, parents=[home], help=said, description=said)
        action.add_argument("--environment", required=True, choices=("sandbox", "production"))
        action.set_defaults(run=_key, action=name)


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object, for machines")
    parser.add_argument(
        "--print-test", action="store_true", help="print the printer's test page, and check nothing else"
    )
    parser.set_defaults(run=_doctor)


def _add_journal(parser: argparse.ArgumentParser, home: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said in (
        ("check", "prove that nothing in it is damaged, missing or changed"),
        ("backup", "copy it into its folder of backups, also while the till is open"),
        ("export", "print one payment's whole story as JSON"),
        ("restore", "put a backup in its place and keep what was there; no till may be open"),
    ):
        action = actions.add_parser(name, parents=[home], help=said, description=said)
        action.set_defaults(run=_journal, action=name)
        if name == "export":
            action.add_argument("order_id", metavar="ORDER_ID")
        if name == "restore":
            action.add_argument("file", metavar="FILE", type=Path, help="one of the backups")
    said = "ask the gateway about every payment of a day that is not at its end, and keep the proof; no till may be open"
    reconcile = actions.add_parser("reconcile", parents=[home], help=said, description=said)
    reconcile.add_argument("day", metavar="DAY", nargs="?", type=_day, help="as 2026-11-20 (today)")
    reconcile.set_defaults(run=_reconcile)


def _add_staff(parser: argparse.ArgumentParser, home: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said in (
        ("reset", "give somebody a new PIN, typed at a prompt that does not show it or on standard input"),
        ("unlock", "open the pad that ten wrong PINs have shut"),
        ("audit", "print who changed the staff, and what was done here"),
    ):
        told = f"{said}; no till may be open"
        action = actions.add_parser(name, parents=[home], help=told, description=told)
        action.set_defaults(run=_staff, action=name)
        if name == "reset":
            action.add_argument("name", metavar="NAME", help="whose PIN, as the staff list has it")


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a folder is needed")
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise argparse.ArgumentTypeError(f"nobody on this PC is called {Path(text).parts[0]}") from error


def _host(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("an address is needed; 0.0.0.0 means every one of this machine")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number above 0 is needed")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-20") from error


def _desktop(options: argparse.Namespace) -> int:
    from pos_app.cli.desktop import open_till

    return open_till(options.home)


def _practice(options: argparse.Namespace) -> int:
    from pos_app.cli.desktop import practise, serve_gateway

    if options.gateway_only:
        return serve_gateway(options.port or 0, options.server_key)
    if options.port is not None or options.server_key is not None:
        options.refuse("--port and --server-key go with --gateway-only")
    return practise(options.home, options.tour)


def _relay(options: argparse.Namespace) -> int:
    try:
        from pos_app.relay.app import MOST_STREAMS
        from pos_app.relay.serve import run
    except ImportError as error:
        sys.stderr.write(f"pos-app relay: {error.name} is missing: install pos-app[relay]\n")
        return 1
    return run(
        options.host,
        options.port,
        data=options.data,
        mailbox=options.mailbox,
        streams=options.streams or MOST_STREAMS,
    )


def _key(options: argparse.Namespace) -> int:
    from pos_app.cli import key
    from pos_app.domain.environment import Environment

    return key.run(options.action, Environment(options.environment), options.home)


def _doctor(options: argparse.Namespace) -> int:
    from pos_app.cli import doctor

    return doctor.run(options.home, as_json=options.json, print_test=options.print_test)


def _journal(options: argparse.Namespace) -> int:
    from pos_app.cli import journal

    return journal.run(options)


def _reconcile(options: argparse.Namespace) -> int:
    from pos_app.cli import reconcile

    return reconcile.run(options.home, options.day)


def _staff(options: argparse.Namespace) -> int:
    from pos_app.cli import staff

    return staff.run(options)
