"""How tests of the devices ended, in a small file beside the store."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, RootModel

from adapters import small_files
from adapters.settings.folders import data_folder
from domain.health.last_tests import End, LastTest, LastTests
from domain.runtime import HALL_TIME, Clock

if TYPE_CHECKING:
    from adapters.settings import Settings

NAME = "tests.json"


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)
    end: End
    at: AwareDatetime


class _File(RootModel[dict[str, _Kept]]):
    """By the devices' keys."""


def last_tests(settings: "Settings", clock: Clock) -> LastTests:
    """Those of this terminal, as its file has them."""
    return LastTests(LastTestsFile(data_folder(settings) / NAME), clock)


class LastTestsFile:
    """Implements `Shelf`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> Mapping[str, LastTest]:
        """As `Shelf` says. Times are the hall's."""
        file = small_files.read(self._file, _File)
        kept = file.root if file else {}
        return {key: LastTest(one.end, one.at.astimezone(HALL_TIME)) for key, one in kept.items()}

    def write(self, latest: Mapping[str, LastTest]) -> None:
        """As `Shelf` says."""
        small_files.keep(self._file, _File({key: _Kept.model_validate(one) for key, one in latest.items()}))
