"""What staff take out of service, and what is done with the program."""

from dataclasses import replace

from domain.flows.staff_settings import SUSPEND, suspending
from domain.flows.steps import Settings, Suspend
from domain.flows.visit import Visit, needed
from domain.payment.moving import moving
from domain.words import Text
from viewmodels.parts import Finish, Parts
from viewmodels.steps.program import Machine
from viewmodels.steps.settings import SettingsViewModel
from viewmodels.steps.suspend import SuspendViewModel


def settings(step: Settings, visit: Visit, parts: Parts, finish: Finish) -> SettingsViewModel:
    at_work, clock, book = visit.on_duty, parts.desk.payments.almanac.clock, parts.till.cashier.book

    def suspend(what: str) -> None:
        finish(SUSPEND, suspending(visit, what))

    machine = Machine(parts.exporting, parts.power, lambda: moving(book, clock()), at_work.duty.number)
    given = (at_work.duty, parts.beginnings, machine, at_work.remark, clock)
    return SettingsViewModel(*given, parts.worker, parts.language, suspend)


def suspend(step: Suspend, visit: Visit, parts: Parts, finish: Finish) -> SuspendViewModel:
    at_work = visit.on_duty
    what = needed(at_work.suspending or None, "what is to be taken out of service")

    def done(remark: Text) -> None:
        finish("suspended", replace(visit, business=replace(at_work, suspending="", remark=remark)))

    clock = parts.desk.payments.almanac.clock
    return SuspendViewModel(what, at_work.duty.suspending, clock, parts.worker, parts.language, done)
