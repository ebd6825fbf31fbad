"""How tests of the devices ended, in a small file beside the store."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, RootModel, ValidationError

from adapters.files import write
from adapters.settings.folders import data_folder
from domain.health.last_tests import End, LastTest, LastTests
from domain.runtime import HALL_TIME, Clock
from domain.terminal.suspensions import Unreadable

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
        try:
            kept = _File.model_validate_json(self._file.read_bytes()).root
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise Unreadable(error.strerror or type(error).__name__) from None
        except ValidationError as error:
            raise Unreadable(f"{NAME} is damaged, {error.error_count()} mistakes") from None
        return {key: LastTest(one.end, one.at.astimezone(HALL_TIME)) for key, one in kept.items()}

    def write(self, latest: Mapping[str, LastTest]) -> None:
        """As `Shelf` says. Also where the store is not made yet."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        file = _File({key: _Kept.model_validate(one) for key, one in latest.items()})
        write(self._file, file.model_dump_json(indent=1))
