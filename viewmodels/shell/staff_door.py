"""The staff's way in, which nothing shows: where nobody is served, and only where there are staff."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.model import Stateful
from viewmodels.shell.hall import STAFF
from viewmodels.shell.where import Home, Suspended, Where
from viewmodels.typed import Property

if TYPE_CHECKING:
    from viewmodels.shell.hall import Hall

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """Whether it is `there`."""

    there: bool = False


@QmlElement
class StaffDoorViewModel(QObject, Stateful[StaffDoor]):
    changed = Signal()

    def __init__(self, begin: Callable[[str], None], hall: "Hall", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin
        self._hall = hall
        self.state = StaffDoor()

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(StaffDoor(isinstance(where, Home | Suspended) and self._hall.offers(STAFF)))

    @Property(bool, notify=changed)
    def there(self) -> bool:
        return self.state.there

    @Slot()
    def open(self) -> None:
        """It was held for as long as it takes."""
        if self.state.there:
            self._begin(STAFF)
