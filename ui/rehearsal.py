"""Every kind of screen made and drawn once, out of sight, while nobody is there: no visitor is slower than the next.

Nobody is who visits, and the worker does nothing: so no screen asks or tells anybody anything.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from domain.flows.catalogue import SCREENS
from domain.flows.engine import channel_of
from domain.flows.steps import Cases, Day, DayPaper, Devices, Document, FoundOrders, Saved, Settings, Stuck, Suspend
from domain.flows.visit import Business, Certifying, Choice, Due, Identity, Paying, Refunding, Visit
from domain.identity import DocumentKind
from domain.money import NONE
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment, Person
from domain.refunds.application import Application, Draft, Ground, Refundable, Route, SumKind
from domain.refunds.states import RefundState
from domain.runtime import HALL_TIME
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
        visit = replace(visit, business=BUSINESSES.get(type(screen.step), visit.business))
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
    """A visit in which all is given that has to be paid; None where the policy offers nothing to pay."""
    scheme, insurance, desk = Scheme.FLEXIBLE, Insurance.PENSION, parts.desk.payments
    agencies = desk.almanac.offices.by_code.values()
    agency = next(a.code for a in agencies if a.insurance is insurance)
    due = Due("", NOBODY, Paying(scheme, enrolments=(Enrolment(scheme, insurance, agency),)))
    form = confirmation_of(due, desk)
    choice = replace(form.with_insurance(Choice(), insurance), agency=agency)
    tiers = form.tiers(choice)
    choice = replace(choice, tier=tiers.tiers[0].code if tiers and tiers.tiers else None)
    bills = form.bills(choice)
    paying = replace(due.paying.chosen(choice, bills), order="·")
    return Visit(who=Identity(NOBODY), business=paying) if bills else None


STAFFS = (Cases, Day, DayPaper, Devices, FoundOrders, Settings, Stuck, Suspend)
_PAST = datetime(2026, 1, 1, tzinfo=HALL_TIME)
_ITEM = Refundable(0, Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 1), "", "·", "", _PAST.date(), NONE)
_DRAFT = Draft(0, _ITEM, SumKind.CONTRIBUTION, Ground.OTHER, NONE, None, "")
BUSINESSES: Mapping[type, Business] = {
    Document: Certifying(NOBODY, certificate="·"),
    Saved: Refunding(
        NOBODY, application=Application("·", _DRAFT, RefundState.SUBMITTED, Route.NETWORK, applied_at=_PAST)
    ),
}
"""What nobody is about on the screens of other kinds than those of a payment."""


def _one_of_each_kind() -> Iterator[str]:
    """The first screen of each kind of step that visitors see: behind the door nobody is on duty."""
    met: set[type] = set(STAFFS)
    for at, screen in SCREENS.items():
        if type(screen.step) not in met:
            met.add(type(screen.step))
            yield at
