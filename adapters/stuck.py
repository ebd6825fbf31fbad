"""Counts of where visitors get stuck, in a small file for each day, beside the store."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, RootModel, ValidationError

from adapters.files import write
from adapters.settings.folders import data_folder
from domain.runtime import HALL_TIME, Clock
from domain.terminal.stuck import Cell, Counts, Kind

if TYPE_CHECKING:
    from adapters.settings import Settings

FOLDER = "stuck"


class _Day(RootModel[dict[str, dict[Kind, dict[str, Annotated[int, Field(gt=0)]]]]]):
    """Visits by screen, kind and what of it."""


def kept(settings: "Settings", clock: Clock) -> "StuckShelf | None":
    """Where this terminal counts; None unless its settings want that."""
    if not settings.counts.enabled:
        return None
    return StuckShelf(data_folder(settings) / FOLDER, clock, settings.counts.days)


class StuckShelf:
    """Implements `Shelf`: `folder` has a file for each of the last `days` days, for its owner alone."""

    def __init__(self, folder: Path, clock: Clock, days: int) -> None:
        self._folder, self._clock, self._days = folder, clock, days
        self._lock = Lock()

    def add(self, counts: Counts) -> None:
        """As `Shelf` says. Days that are over for long enough go."""
        with self._lock:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            today = self._today()
            self._write(today, Counter(self._read(today)) + Counter(counts))
            for file in self._folder.glob("*.json"):
                if file.stem <= (today - timedelta(days=self._days)).isoformat():
                    file.unlink()

    def of(self, days: int) -> Counts:
        """As `Shelf` says."""
        found = Counter[Cell]()
        for back in range(days):
            found.update(self._read(self._today() - timedelta(days=back)))
        return found

    def on(self, day: date) -> Counts:
        """As `Shelf` says."""
        return self._read(day)

    def _today(self) -> date:
        return self._clock().astimezone(HALL_TIME).date()

    def _file(self, day: date) -> Path:
        return self._folder / f"{day.isoformat()}.json"

    def _read(self, day: date) -> Counts:
        """None where there is no file, or one that is no counts any more: nothing hangs on them."""
        try:
            screens = _Day.model_validate_json(self._file(day).read_bytes()).root
        except (FileNotFoundError, ValidationError):
            return {}
        return {
            Cell(screen, kind, which): n
            for screen, kinds in screens.items()
            for kind, found in kinds.items()
            for which, n in found.items()
        }

    def _write(self, day: date, counts: Counts) -> None:
        """Sorted, so that the order of what happened is not in it. Whole or not at all."""
        screens: dict[str, dict[Kind, dict[str, int]]] = {}
        for cell, n in sorted(counts.items(), key=lambda one: (one[0].screen, one[0].kind, one[0].which)):
            screens.setdefault(cell.screen, {}).setdefault(cell.kind, {})[cell.which] = n
        write(self._file(day), _Day(screens).model_dump_json(indent=1))
