"""退费审核 by two of the staff: what a bank has done with a refund, and what is back by the merchant's platform."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from domain.flows.visit import OnDuty, needed
from domain.forms import orders, two
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import Answers
from domain.money import yuan
from domain.refunds.application import Application
from domain.refunds.cases import RefundCase
from domain.refunds.office import RefundOffice
from domain.refunds.problems import NO_SUCH, RefundProblem
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text

SECOND_FORM, SENT_BACK_FORM, NEVER_SENT_FORM = "staff_second", "staff_refund_sent_back", "staff_never_sent"
NEVER_SENT = Text("没有发出过")
NEVER_SENT_SAID = Text("{number} 已记为“没有发出过”，请重新审核")
SENT_BACK = Text("{number} 已记为“{end}”，{amount} 元")


@dataclass(frozen=True, slots=True)
class Word:
    """What two may say about a refund: as the button has it, what comes of it, and what is said then."""

    label: Text
    settle: "Settle"
    done: Text


class Settle(Protocol):
    def __call__(self, office: RefundOffice, number: str, /) -> Application | RefundProblem: ...


WORDS: Mapping[str, Word] = {
    "pay_out": Word(Text("已退费"), RefundOffice.pay_out, Text("{number} 已退费，办理完毕")),
    "give_back": Word(Text("退回重审"), RefundOffice.give_back, Text("{number} 已退回，请重新审核")),
    "came_back": Word(Text("银行退回"), RefundOffice.came_back, Text("{number} 已记为银行退回，请重新审核")),
}
"""By what `OnDuty.word` may be."""


def open_pay_out(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    return _opened(at_work, row, "second", SECOND_FORM, "pay_out")


def open_give_back(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    return _opened(at_work, row, "second", SECOND_FORM, "give_back")


def open_came_back(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    return _opened(at_work, row, "second", SECOND_FORM, "came_back")


def open_sent_back(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    return _opened(at_work, row, "sent_back", SENT_BACK_FORM)


def say(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """What the bank has done, by both of them, and back to the list."""
    both = two.both(door, at_work, answers)
    if isinstance(both, Wrong):
        return both
    word, number = WORDS[at_work.word], chosen(at_work).application.number
    return _settled(at_work, word.settle(both.refunds, number), word.done.of(number=number), SECOND_FORM)


def sent_back(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """已在商户平台退回, by both of them, and back to the list."""
    both = two.both(door, at_work, answers)
    if isinstance(both, Wrong):
        return both
    application = chosen(at_work).application
    made = both.stuck.sent_back(application.number, answers[orders.REFUND_NUMBER.key], answers[orders.REASON.key])
    remark = SENT_BACK.of(number=application.number, end=orders.SENT_BACK, amount=yuan(application.draft.fen))
    return _settled(at_work, made, remark, SENT_BACK_FORM)


def open_never_sent(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    return _opened(at_work, row, "never_sent", NEVER_SENT_FORM)


def never_sent(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """没有发出过, by both of them, and back to the list."""
    both = two.both(door, at_work, answers)
    if isinstance(both, Wrong):
        return both
    number = chosen(at_work).application.number
    made = both.stuck.never_sent(number, answers[orders.REASON.key])
    return _settled(at_work, made, NEVER_SENT_SAID.of(number=number), NEVER_SENT_FORM)


def button(at_work: OnDuty) -> Text:
    """What the button will do, with the figure."""
    return ending(WORDS[at_work.word].label if at_work.word else orders.SENT_BACK)(at_work)


def ending(end: Text) -> Callable[[OnDuty], Text]:
    """The same for an end."""
    return lambda at_work: _button(at_work, end)


def _button(at_work: OnDuty, end: Text) -> Text:
    return Text("记下“{end}” {amount} 元", end=end, amount=yuan(chosen(at_work).application.draft.fen))


def chosen(at_work: OnDuty) -> RefundCase:
    """The refund that two say something about. Raises NotGiven."""
    return needed(at_work.refund, "a refund")


def _opened(at_work: OnDuty, row: str, outcome: str, form: str, word: str = "") -> Onward[OnDuty] | Wrong:
    case = at_work.duty.office.case(row)
    if case is None:
        return Wrong(NO_SUCH.sentence)
    return Onward(outcome, replace(at_work, refund=case, word=word, remark=NOTHING), forget=(form,))


def _settled(at_work: OnDuty, made: Application | RefundProblem, remark: Text, form: str) -> Onward[OnDuty] | Wrong:
    if isinstance(made, RefundProblem):
        return Wrong(made.sentence)
    return Onward("settled", replace(at_work, refund=None, word="", remark=remark), forget=(form,))
