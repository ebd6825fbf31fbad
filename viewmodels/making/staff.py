"""The staff's own pages."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from domain.flows.staff_desk import PAGES, turned
from domain.flows.staff_settings import SUSPEND, suspending
from domain.flows.steps import Cases, Day, DayPaper, Devices, FoundOrders, Stuck
from domain.flows.visit import OnDuty, Visit
from domain.forms import find
from domain.forms.asking import Onward
from domain.terminal.suspensions import WHOLE
from viewmodels.parts import Finish, Parts
from viewmodels.steps.cases import CasesViewModel
from viewmodels.steps.day import DayViewModel
from viewmodels.steps.day_paper import DayPaperViewModel
from viewmodels.steps.device_tests import DeviceTests
from viewmodels.steps.devices import DevicesViewModel
from viewmodels.steps.handed_out import Docket
from viewmodels.steps.records import RecordsViewModel
from viewmodels.steps.stuck import StuckViewModel
from viewmodels.words import found
from viewmodels.words.rows import Record


def devices(step: Devices, visit: Visit, parts: Parts, finish: Finish) -> DevicesViewModel:
    duty = visit.on_duty.duty
    around = (parts.premises.terminal, parts.desk.payments.almanac.clock, parts.print_shop, parts.aloud.voice)
    return DevicesViewModel(
        duty.health,
        duty.number,
        len(parts.premises.channels),
        partial(DeviceTests, *around, parts.worker, parts.language),
        parts.worker,
        parts.language,
        lambda: finish(SUSPEND, suspending(visit, WHOLE)),
    )


def cases(step: Cases[Any], visit: Visit, parts: Parts, finish: Finish) -> CasesViewModel:
    """What it asks sees its scope alone; what it was told becomes of the visit here."""
    scope = step.scope
    docket = Docket(step, scope.desk(parts.desk), scope.take(visit))

    def ended(onward: Onward[OnDuty]) -> None:
        finish(onward.outcome, scope.after(visit, onward))

    return CasesViewModel(docket, parts.desk.payments.almanac, parts.worker, parts.language, ended)


def day(step: Day, visit: Visit, parts: Parts, finish: Finish) -> DayViewModel:
    duty, clock = visit.on_duty.duty, parts.desk.payments.almanac.clock
    return DayViewModel(_on(step, visit, parts), duty, clock, parts.worker, parts.language, _turns(visit, finish))


def day_paper(step: DayPaper, visit: Visit, parts: Parts, finish: Finish) -> DayPaperViewModel:
    return DayPaperViewModel(
        _on(step, visit, parts),
        visit.on_duty.duty,
        parts.desk.payments.almanac.clock,
        parts.print_shop,
        parts.premises.demo,
        parts.worker,
        parts.language,
        lambda outcome: finish(outcome, visit),
    )


def _on(step: Day | DayPaper, visit: Visit, parts: Parts) -> date:
    """The day that was chosen, or today."""
    almanac = parts.desk.payments.almanac
    return step.field.chosen(almanac.judged(visit.filled.get(step.form, {}))) or almanac.today


def _turns(visit: Visit, finish: Finish) -> Callable[[str], None]:
    """Another page begins with nothing."""
    return lambda outcome: finish(outcome, turned(visit) if outcome in PAGES else visit)


def stuck(step: Stuck, visit: Visit, parts: Parts, finish: Finish) -> StuckViewModel:
    assert visit.on_duty, "they have come in by the door"
    return StuckViewModel(parts.stuck, parts.worker, parts.language)


def found_orders(step: FoundOrders, visit: Visit, parts: Parts, finish: Finish) -> RecordsViewModel:
    at_work, clock = visit.on_duty, parts.desk.payments.almanac.clock
    orders, tail = at_work.duty.orders, at_work.tail

    def read() -> tuple[Record, ...]:
        return tuple(found.record(case, clock().tzinfo) for case in orders.ending(tail))

    return RecordsViewModel(
        find.NONE_SUCH,
        read,
        found.told,
        clock,
        parts.print_shop,
        parts.worker,
        parts.language,
        lambda outcome: finish(outcome, visit),
    )
