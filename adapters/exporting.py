"""Copies the logs to a stick: one zip with the log files, what `./kiosk doctor` says, and the release.

What may stand in a log is decided when it is written (`domain/logs/event.py`); each line is looked at once more here,
and one that looks like somebody's number stays behind.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from adapters.files import keep
from adapters.health.told import told
from adapters.logs import NAME
from adapters.release import release
from adapters.settings.folders import logs_folder
from domain.health.checkup import Checkup
from domain.logs import terminal as events
from domain.logs.event import tells_of_somebody
from domain.logs.log import Log
from domain.runtime import Clock
from domain.terminal.exporting import Exported, NoMedium, NotWritten

if TYPE_CHECKING:
    from adapters.settings import Settings

log = Log("kiosk.staff")

IsMount = Callable[[Path], bool]
UNFINISHED = ".part"


def exporter(settings: "Settings", checkup: Callable[[], Checkup], clock: Clock) -> "Exporter":
    """That of this terminal."""
    return Exporter(settings.terminal, logs_folder(settings), settings.logs.media, checkup, clock)


class Exporter:
    """Implements `Exporting`. `folder` has the logs; None where none are written. Sticks are below `media`."""

    def __init__(
        self,
        terminal: str,
        folder: Path | None,
        media: Iterable[Path],
        checkup: Callable[[], Checkup],
        clock: Clock,
        is_mount: IsMount = os.path.ismount,
    ) -> None:
        self._terminal, self._folder, self._media = terminal, folder, tuple(media)
        self._checkup, self._clock, self._is_mount = checkup, clock, is_mount

    def write(self) -> Exported:
        """As `Exporting` says. A stick that takes nothing is passed over for one that does."""
        sticks = list(self._sticks())
        if not sticks:
            raise NoMedium
        for stick in sticks:
            try:
                return self._write(stick)
            except OSError as error:
                log.warning(events.NotExported(error.errno or 0))
        raise NotWritten

    def _sticks(self) -> Iterator[Path]:
        """Folders one or two below `media` that something is mounted on."""
        for media in self._media:
            for pattern in ("*", "*/*"):
                with suppress(OSError):
                    yield from (one for one in sorted(media.glob(pattern)) if self._is_mount(one))

    def _write(self, stick: Path) -> Exported:
        """The whole file or none. Raises OSError."""
        now = self._clock()
        file = stick / f"kiosk-logs-{self._terminal}-{now:%Y%m%d-%H%M%S}.zip"
        unfinished = file.with_name(file.name + UNFINISHED)
        try:
            lines, refused = self._fill(unfinished, now)
            unfinished.replace(file)
            keep(stick)
            size = file.stat().st_size
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        log.info(events.Exported(lines, refused))
        return Exported(file.name, stick.name, lines, refused, size)

    def _fill(self, file: Path, now: datetime) -> tuple[int, int]:
        """How many lines were copied, and how many stayed behind."""
        copied, refused = 0, 0
        with file.open("wb") as out, ZipFile(out, "w", ZIP_DEFLATED) as zipped:
            for source in sorted(self._folder.glob(f"{NAME}*")) if self._folder else ():
                with (
                    source.open(encoding="utf-8", errors="replace") as lines,
                    zipped.open(f"logs/{source.name}", "w") as target,
                ):
                    for line in lines:
                        if tells_of_somebody(line):
                            refused += 1
                            continue
                        target.write(line.encode())
                        copied += 1
            zipped.writestr("doctor.json", told(self._checkup(), self._terminal).model_dump_json(indent=1))
            zipped.writestr("release.txt", f"{release()}\n{now.isoformat(timespec='seconds')}\n")
        with file.open("rb") as written:
            os.fsync(written.fileno())
        return copied, refused
