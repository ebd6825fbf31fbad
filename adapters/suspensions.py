"""What staff have taken out of service, in a small file beside the store."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, RootModel

from adapters import small_files
from adapters.settings.folders import data_folder
from domain.runtime import HALL_TIME, Clock
from domain.terminal.suspensions import Message, Suspension, Suspensions

if TYPE_CHECKING:
    from adapters.settings import Settings

NAME = "suspensions.json"


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)
    what: str
    message: Message
    since: AwareDatetime
    until: AwareDatetime | None
    by: str
    ended: AwareDatetime | None
    ended_by: str


class _File(RootModel[tuple[_Kept, ...]]):
    """The oldest first."""


def suspensions(settings: "Settings", clock: Clock) -> Suspensions:
    """Those of this terminal, as its file has them."""
    return Suspensions(SuspensionFile(data_folder(settings) / NAME), clock)


class SuspensionFile:
    """Implements `Shelf`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> tuple[Suspension, ...]:
        """As `Shelf` says. Times are the hall's."""
        kept = small_files.read(self._file, _File)
        return tuple(map(_suspension, kept.root)) if kept else ()

    def write(self, kept: Iterable[Suspension]) -> None:
        """As `Shelf` says."""
        small_files.keep(self._file, _File(tuple(_Kept.model_validate(one) for one in kept)))


def _suspension(one: _Kept) -> Suspension:
    until, ended = (at and at.astimezone(HALL_TIME) for at in (one.until, one.ended))
    return Suspension(one.what, one.message, one.since.astimezone(HALL_TIME), until, one.by, ended, one.ended_by)
