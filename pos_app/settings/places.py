"""Where one till keeps its files: in the platform's own places, or all in one folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from pos_app.settings.faults import HomeError

_NAME = "pos-app"


class Places(NamedTuple):
    """The files of one till. `data` is its home proper, where the journal, its backups and its lock lie."""

    settings: Path
    data: Path
    logs: Path

    @property
    def journal(self) -> Path:
        return self.data / "journal.sqlite3"

    @property
    def log(self) -> Path:
        return self.logs / "pos-app.log"

    @property
    def name(self) -> str:
        """Tells this home from the others of the same person, for what is kept outside of it."""
        return str(self.data)

    @property
    def practising(self) -> Places:
        """Where practice keeps what it writes but the log, so that no real sale and no practised one ever meet."""
        return self._replace(data=self.data / "practice")

    def prepare(self) -> None:
        """Make what is not there, for its owner alone. Raises HomeError.

        A folder that was there and holds something keeps its permissions: it may be somebody else's too.
        """
        for folder in (self.data, self.logs, self.settings.parent):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if not any(folder.iterdir()):
                    folder.chmod(0o700)
                if not os.access(folder, os.W_OK | os.X_OK):
                    raise HomeError(
                        f"{folder} can't be written to: give this user the right to, or choose another --home"
                    )
            except OSError as error:
                raise HomeError(
                    f"{folder} can't be used: {error.strerror or error}; choose another --home"
                ) from error


def places(home: Path | None = None) -> Places:
    """The places in the folder `home`, or the platform's own where none is given."""
    if home is not None:
        folder = Path(os.path.realpath(home.expanduser()))  # a loop of links is told by `prepare`
        return Places(folder / "settings.toml", folder, folder / "logs")
    import platformdirs

    data = platformdirs.user_data_path(_NAME, appauthor=False)
    return Places(
        platformdirs.user_config_path(_NAME, appauthor=False) / "settings.toml",
        data,
        platformdirs.user_log_path(_NAME, appauthor=False),
    )


def whole_path(text: str, beside: Path) -> Path:
    """The path that a person wrote into a file of the folder `beside`: a `~` is their home, and what does not
    begin at the top begins in that folder, wherever the app was started.
    """
    path = Path(text)
    try:
        return beside / path.expanduser()
    except RuntimeError:  # nobody is called so: then it is a name like any other
        return beside / path
