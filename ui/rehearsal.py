"""Every kind of screen made and drawn once, out of sight, while nobody is there: no visitor is slower than the next.

Nobody is who visits, and the worker does nothing: so no screen asks or tells anybody anything.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from domain.flows.catalogue import SCREENS
from domain.flows.engine import channel_of
from domain.flows.visit import Choice, Visit
from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Enrolment, Person
from ui.host import Host
from ui.kinds import KINDS, step_maker
from viewmodels.parts import Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import confirmation_of
from viewmodels.worker import Worker

NOBODY = Person(0, DocumentKind.RESIDENT_ID, "000000000000000000", "·")


class IdleWorker(Worker):
    """Takes jobs and does none."""

    def run(self, *job: Any, **answers: Any) -> None:
        """Nothing."""


class Rehearsal(QObject):
    """Plays one screen a frame from `begin` on, until all have been played or a visit begins (`end`).

    `then` is called once all have been played and are gone, while nobody is there yet.
    """

    def __init__(
        self,
        host: Host,
        window: QQuickWindow,
        parts: Parts,
        then: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._window = window
        self._then = then
        self._worker = IdleWorker(parent=self)
        self._screens = _one_of_each_kind()
        self._parts = replace(parts, worker=self._worker)
        self._make = step_maker(self._parts)
        self._visit = nobodys_visit(self._parts)
        self._step: StepViewModel | None = None
        self._item: QQuickItem | None = None
        self.over = False

    def begin(self) -> None:
        """The first screen, with the next frame."""
        self._window.frameSwapped.connect(self._next)
        self._window.update()

    @Slot()
    def end(self) -> None:
        """Leave the stage."""
        if not self.over:
            self.over = True
            self._drop()
            self._window.frameSwapped.disconnect(self._next)

    @Slot()
    def _next(self) -> None:
        self._drop()
        at = next(self._screens, None)
        if at is None or self._visit is None:
            # After the screens that are to be deleted are.
            QTimer.singleShot(0, self, self._conclude)
            return
        screen, visit = SCREENS[at], replace(self._visit, channel=channel_of(at))
        self._step = self._make(screen, visit, lambda outcome, visit: None)
        self._step.setParent(self)
        self._item = self._host.make_unseen(KINDS[type(screen.step)].qml, self._step)

    @Slot()
    def _conclude(self) -> None:
        if not self.over:
            self._then()
            self.end()

    def _drop(self) -> None:
        if self._item is not None and self._step is not None:
            self._host.drop(self._item)
            self._step.deleteLater()
        self._item = self._step = None


def nobodys_visit(parts: Parts) -> Visit | None:
    """A visit in which everything is given; None where the policy offers nothing to pay."""
    scheme, insurance = Scheme.FLEXIBLE, Insurance.PENSION
    agency = next(a.code for a in parts.offices.by_code.values() if a.insurance is insurance)
    visit = Visit(visitor=NOBODY, scheme=scheme, enrolments=(Enrolment(scheme, insurance, agency),))
    choice = confirmation_of(visit, parts).with_insurance(Choice(), insurance)
    form, choice = confirmation_of(visit, parts), replace(choice, agency=agency)
    tiers = form.tiers(choice)
    choice = replace(choice, tier=tiers.tiers[0].code if tiers and tiers.tiers else None)
    bills = form.bills(choice)
    return replace(visit, choice=choice, bills=bills, order="") if bills else None


def _one_of_each_kind() -> Iterator[str]:
    """The first screen of each kind of step."""
    met: set[type] = set()
    for at, screen in SCREENS.items():
        if type(screen.step) not in met:
            met.add(type(screen.step))
            yield at
