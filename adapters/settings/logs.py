"""What is written into logs, and where."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from adapters.settings.held import held
from adapters.settings.places import own_folder
from adapters.settings.table import Table

Level = Literal["debug", "info", "warning", "error"]
USUAL: dict[str, Level] = {"kiosk.networks": "warning"}
"""What is otherwise than `level` where nobody says so: each answer of a network would be a line."""


class LogSettings(Table):
    """Each line is an event as JSON: warnings and worse on the console (for systemd: the journal), all in files."""

    level: Level = "info"
    """What is written: `debug`, `info`, `warning` or `error` and worse."""
    levels: dict[str, Level] = Field(default={})
    """The same for one part alone, by its name in the log: `"kiosk.networks" = "info"`."""
    folder: Annotated[Path | None, held(own_folder)] = None
    """Where the files are; without it a hall's are in `logs` beside its store, and the demonstration has none."""
    megabytes: int = Field(default=10, ge=1, le=1000)
    """How large a file becomes before the next is begun."""
    files: int = Field(default=10, ge=1, le=100)
    """How many older ones are kept, beside the one that is being written."""

    media: list[Path] = Field(default=["/media", "/run/media"], validate_default=True)
    """Below which folders sticks are mounted, to which staff may copy the logs: `/media/STICK`, `/media/USER/STICK`."""

    @property
    def by_name(self) -> dict[str, Level]:
        """The level of each part that has one of its own."""
        return {**USUAL, **self.levels}
