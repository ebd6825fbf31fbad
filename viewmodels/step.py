"""What the shell asks of every step."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtQml import QmlElement

from viewmodels.page_words import PageWords

if TYPE_CHECKING:
    from domain.forms.fields import Answers

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StepViewModel(PageWords):
    """One screen's view model. It says how it has ended, and knows nothing of navigation, nor of the rest of a visit.

    `turned`: something else stands now where the visitor has touched; for the finger that is a new screen.
    """

    turned = Signal()

    @property
    def holds(self) -> bool:
        """Whether something is in flight that must be brought to an end before the screen is left."""
        return False

    @property
    def filled(self) -> "Mapping[str, Answers]":
        """What has been typed here, by form: Back does not lose it."""
        return {}

    @property
    def begun(self) -> bool:
        """Whether somebody has filled something in here that Home would lose."""
        return False

    def uncover(self) -> bool:
        """Take away what lies over the screen, if Back leads no further than that. Whether it did."""
        return False

    def leave(self, outcome: str) -> None:
        """Bring to an end what `holds`, then finish with `outcome`."""
