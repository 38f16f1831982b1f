"""What the journal can't do. A home that somebody else is in is told before anything else is loaded."""

from __future__ import annotations


class JournalError(Exception):
    """The journal can't do what was asked; nothing of it was done."""


class JournalUnwritableError(JournalError):
    """Disk full, read-only, or gone."""


class JournalDamagedError(JournalError):
    """The file is no sound journal; it was left as it is."""


class JournalTooNewError(JournalError):
    """The file was written by a newer version of this app; it was left as it is."""


class JournalInUseError(JournalError):
    """Another process holds this till's journal."""


class AlreadyLiveError(JournalError):
    """The sale has a live gateway payment already (payments.md, invariant 1)."""
