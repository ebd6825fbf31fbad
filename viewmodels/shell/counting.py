"""Counts where visitors get stuck, by what the navigation says; where no counts are wanted there is none of it."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.runtime import Uptime
from domain.terminal.stuck import Counts, Shelf, Tally
from domain.words import Text
from viewmodels.asking import Asking
from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.shell.where import Visiting
from viewmodels.worker import Worker

log = Log("kiosk")
SILENT, UNNAMED = "no answer", "other"
"""The tax system did not answer; and a refusal whose words may have something of somebody's."""


class Counting(QObject):
    """Listens to `navigation`, and to the step that it shows."""

    def __init__(
        self, navigation: NavigationViewModel, shelf: Shelf, uptime: Uptime, worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._navigation, self._worker, self._add = navigation, worker, shelf.add
        self._tally = Tally(uptime, self._keep)
        navigation.ended.connect(self._tally.ends)
        navigation.moved.connect(self._come)
        navigation.left.connect(self._tally.leaves)

    @Slot()
    def _come(self) -> None:
        where = self._navigation.state
        if isinstance(where, Visiting):
            self._tally.comes(where.screen)
            if changed := getattr(self._navigation.step, "changed", None):
                changed.connect(self._look)
            self._look()

    @Slot()
    def _look(self) -> None:
        """What is wrong there now."""
        self._tally.errs(wrong(getattr(self._navigation.step, "state", None)))

    def _keep(self, counts: Counts) -> None:
        self._worker.run(self, partial(self._add, counts), lambda _: None, _uncounted, (OSError,))


def wrong(state: object) -> Iterator[str]:
    """What is wrong, by a step's state: keys of fields, and messages of refusals without what is in them."""
    match state:
        case object(errors=Mapping() as errors):
            yield from errors
    match state:
        case object(problem=Text() as problem) if problem:
            yield problem.message if type(problem) is Text else UNNAMED
    match state:
        case object(asking=Asking.SILENT):
            yield SILENT


def _uncounted(error: Exception) -> None:
    log.warning(events.Uncounted(Sentence(type(error).__name__)))
