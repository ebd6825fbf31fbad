"""What the shell asks of every step. Owns no signal: each view model has a `changed` of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from domain.visit import Visit
    from viewmodels.parts import Finish, Parts

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StepViewModel(QObject):
    """One screen's view model. It ends by `_finish(outcome, visit)` and knows nothing of navigation."""

    def __init__(self, visit: "Visit", parts: "Parts", finish: "Finish", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._parts = parts
        self._finish = finish

    @property
    def holds(self) -> bool:
        """Whether something is in flight that must be brought to an end before the screen is left."""
        return False

    def leave(self, outcome: str) -> None:
        """Bring to an end what `holds`, then finish with `outcome`."""
        self._finish(outcome, self._visit)
