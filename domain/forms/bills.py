"""What bills have otherwise than our books, before staff: what lies there, and what each of their buttons does."""

from collections.abc import Mapping
from dataclasses import replace

from domain.flows.visit import OnDuty, needed
from domain.forms import orders, two
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.fields import Answers
from domain.money import yuan
from domain.payment.said import sentence
from domain.reconciliation.cases import CaseState, Settlement
from domain.reconciliation.office import BillCase
from domain.reconciliation.problems import NO_SUCH, CaseProblem
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text, Verbatim

ENDS: Mapping[Settlement, Text] = {
    Settlement.SENT_BACK: orders.SENT_BACK,
    Settlement.POSTED: orders.POSTED,
    Settlement.CHECKED: Text("已核对无误"),
    Settlement.NOT_OURS: Text("与本机无关"),
}
"""How people end it: the same words on every page and paper."""
SENT_BACK_FORM, POSTED_FORM, LOOKED_INTO_FORM = "staff_bill_sent_back", "staff_bill_posted", "staff_bill_looked_into"
FORMS: Mapping[Settlement, tuple[str, str]] = {
    Settlement.SENT_BACK: ("sent_back", SENT_BACK_FORM),
    Settlement.POSTED: ("posted", POSTED_FORM),
    Settlement.CHECKED: ("looked_into", LOOKED_INTO_FORM),
    Settlement.NOT_OURS: ("looked_into", LOOKED_INTO_FORM),
}
"""On which form two of them do so, and by which outcome it is opened."""
SHORT = 20
"""Characters of a number that is shown as it is."""
CAME_RIGHT = Text("支付渠道答复：{said}。这笔差错已经对上，不用再办")


def cases(outages: Outages, at_work: OnDuty) -> tuple[BillCase, ...]:
    """What waits for somebody, the oldest first."""
    return at_work.duty.bills.waiting()


def ask(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    """再问一次: the answer is told, and written down."""
    made = at_work.duty.bills.ask(row)
    if isinstance(made, CaseProblem):
        return Wrong(made.sentence)
    told = orders.ANSWERED if made.case.state is CaseState.OPEN else CAME_RIGHT
    return Done(told.of(said=sentence(made.asked.detail)) if made.asked else NOTHING)


def open_to(how: Settlement, outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    """On to what it takes two people for."""
    case, (outcome, form) = at_work.duty.bills.case(row), FORMS[how]
    if case is None:
        return Wrong(NO_SUCH.sentence)
    return Onward(outcome, replace(at_work, bill=case, word=how, remark=NOTHING), forget=(form,))


def settle(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """By both of them, and back to the list; whose PIN was right is forgotten as well."""
    both = two.both(door, at_work, answers)
    if isinstance(both, Wrong):
        return both
    case, how = chosen(at_work), Settlement(at_work.word)
    made = both.bills.settle(case.case.number, how, answers.get("proof", ""), answers[orders.REASON.key])
    if isinstance(made, CaseProblem):
        return Wrong(made.sentence)
    remark = orders.SETTLED.of(
        number=Verbatim(shown(case.case.subject.reference)), end=ENDS[how], amount=yuan(case.fen)
    )
    return Onward("settled", replace(at_work, bill=None, word="", remark=remark), forget=(FORMS[how][1],))


def button(at_work: OnDuty) -> Text:
    """What the button will do with the figure."""
    end, case = ENDS[Settlement(at_work.word)], chosen(at_work)
    return Text("记下“{end}” {amount} 元", end=end, amount=yuan(case.fen))


def to_bills(at_work: OnDuty) -> Onward[OnDuty]:
    """On to what bills have otherwise."""
    return Onward("bills", replace(at_work, remark=NOTHING, case=None))


def chosen(at_work: OnDuty) -> BillCase:
    """The case that is looked at. Raises NotGiven."""
    return needed(at_work.bill, "a case")


def shown(number: str) -> str:
    """A number by which people tell it apart: whole, if it is short."""
    return orders.short(number) if len(number) > SHORT else number
