"""What staff have taken out of service, in a small file beside the store."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, RootModel, ValidationError

from adapters.files import write
from adapters.settings.folders import data_folder
from domain.runtime import HALL_TIME, Clock
from domain.terminal.suspensions import Message, Suspension, Suspensions, Unreadable

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
        try:
            kept = _File.model_validate_json(self._file.read_bytes()).root
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise Unreadable(error.strerror or type(error).__name__) from None
        except ValidationError as error:
            raise Unreadable(f"{NAME} is damaged, {error.error_count()} mistakes") from None
        return tuple(map(_suspension, kept))

    def write(self, kept: Iterable[Suspension]) -> None:
        """As `Shelf` says. Also where the store is not made yet."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        file = _File(tuple(_Kept.model_validate(one) for one in kept))
        write(self._file, file.model_dump_json(indent=1))


def _suspension(one: _Kept) -> Suspension:
    until, ended = (at and at.astimezone(HALL_TIME) for at in (one.until, one.ended))
    return Suspension(one.what, one.message, one.since.astimezone(HALL_TIME), until, one.by, ended, one.ended_by)
