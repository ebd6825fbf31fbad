"""What the shell asks of every step. Owns no notify signal: each view model has a `changed` of its own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from viewmodels.page_words import PageWords

if TYPE_CHECKING:
    from domain.flows.visit import Visit
    from domain.forms.fields import Answers
    from viewmodels.parts import Finish, Parts

T = TypeVar("T")

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
SLOW_MS = 300
"""A wait that is shorter than this is not spoken of: the words would only flash up."""


@QmlElement
class StepViewModel(PageWords):
    """One screen's view model. It ends by `_finish(outcome, visit)` and knows nothing of navigation.

    `turned`: something else stands now where the visitor has touched; for the finger that is a new screen.
    """

    turned = Signal()

    def __init__(self, visit: "Visit", parts: "Parts", finish: "Finish", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._parts = parts
        self._finish = finish

    @property
    def holds(self) -> bool:
        """Whether something is in flight that must be brought to an end before the screen is left."""
        return False

    @property
    def filled(self) -> "Mapping[str, Answers]":
        """What has been typed here, by form: Back does not lose it."""
        return {}

    def _ask_tax(self, job: Callable[[], T], then: Callable[[T], None], silent: Callable[[], None]) -> None:
        """Ask the tax system on a worker: `then(answer)` here, or `silent()` if it does not answer."""
        from domain.ports import Unreachable

        self._parts.worker.run(self, job, then, lambda _: silent(), (Unreachable,))

    def _if_slow(self, say: Callable[[], None]) -> None:
        """Call `say` if the visitor has to wait longer than they would notice."""
        QTimer.singleShot(SLOW_MS, self, say)

    def leave(self, outcome: str) -> None:
        """Bring to an end what `holds`, then finish with `outcome`."""
        self._finish(outcome, self._visit)
