"""退费审核 by staff: who is admitted, what lies before them, and what each of their buttons does."""

from dataclasses import replace
from datetime import timedelta

from domain.flows.visit import OnDuty
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.fields import Answers, Given, Pad, Typed
from domain.refunds.application import Application, Case
from domain.refunds.events import Returned
from domain.refunds.office import RefundOffice
from domain.refunds.problems import RefundProblem
from domain.refunds.states import RefundState
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from domain.terminal.staff import PIN_LENGTH, Answer, Verdict
from domain.words import NOTHING, Text, joined

FORM, REFUSAL = "staff", "staff_refusal"
REASON_MOST = 200
OUTAGES = 3
"""So many of the latest times out of service are told."""
WRONG = Text("工号或口令不对，请检查。")
WRONG_WAIT = Text("工号或口令不对。请等{wait}再试。")
EARLY = Text("还要等{wait}才能再试，这一次没有核对口令。")
LOCKED = Text("这个工号连续输错太多次，已经锁定，请系统管理员在后台解锁。")
SAME = Text("第二人不能是您自己，要另一位来输")
CLOSED = Text("工作人员登录现在不能用，请系统管理员查看日志。")
REFUSED = Text("{number} 已记为审核不通过，原因会显示给缴费人")


def _number_problem(text: str, given: Given) -> Text | None:
    return None if text.isascii() and text.isdecimal() else Text("工号只有数字，请检查")


def _pin_problem(text: str, given: Given) -> Text | None:
    right = text.isascii() and text.isdecimal() and len(text) == PIN_LENGTH
    return None if right else Text("口令是 {length} 位数字", length=PIN_LENGTH)


def _dots(text: str) -> str:
    return "●" * len(text)


NUMBER = Typed(
    "number", Text("工号"), _number_problem, hint=Text("请输入工号"), longest=8, pad=lambda answers: Pad.DIGITS
)
PIN = Typed(
    "pin",
    Text("口令"),
    _pin_problem,
    hint=Text("{length} 位数字", length=PIN_LENGTH),
    longest=PIN_LENGTH,
    pad=lambda answers: Pad.DIGITS,
    grouped=lambda text, answers: _dots(text),
    masked=_dots,
    expected=lambda answers: PIN_LENGTH,
    once=True,
)
REASON = Typed("reason", Text("不通过原因"), hint=Text("缴费人会看到这句话"), longest=REASON_MOST)


def enter(door: StaffDoor, nobody: OnDuty | None, answers: Answers) -> Onward[OnDuty | None] | Wrong:
    """The staff member is known from here on; the PIN is forgotten. What waits for somebody comes first."""
    admitted = door.admits(answers[NUMBER.key], answers[PIN.key])
    if isinstance(admitted, Answer):
        return Wrong(refusal(admitted), use=PIN.key)
    return Onward("orders" if admitted.orders.waiting() else "admitted", OnDuty(admitted), forget=(FORM,))


def refusal(answer: Answer) -> Text:
    """Why nobody is admitted, and how long to wait; the same whether or not there is such a number."""
    match answer.verdict:
        case Verdict.EARLY:
            return EARLY.of(wait=_spoken(answer.wait))
        case Verdict.LOCKED:
            return LOCKED
        case Verdict.SAME:
            return SAME
        case Verdict.CLOSED:
            return CLOSED
    return WRONG_WAIT.of(wait=_spoken(answer.wait)) if answer.wait else WRONG


def cases(outages: Outages, at_work: OnDuty) -> tuple[Case, ...]:
    """What is not over, as the office gives it."""
    office = at_work.duty.office
    return tuple(Case(application, _came_back(office, application)) for application in office.open())


def caution(outages: Outages, at_work: OnDuty) -> Text:
    """When the terminal was out of service lately, and why; empty if it was not."""
    times = (
        Text(
            "{day} {since:%H:%M} 到 {until:%H:%M} 停过服务：{reason}。",
            day=Text("{month}月{day}日", month=one.since.month, day=one.since.day),
            since=one.since,
            until=one.until,
            reason=one.reason,
        )
        for one in outages.recent(OUTAGES)
    )
    return joined(NOTHING, times)


def take(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.take(row), Text("{row} 已受理，请审核", row=row))


def approve(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    """By the way that it goes by itself: its network, or the bank account where it came by none."""
    return _done(at_work.duty.office.approve(row), Text("{row} 已审核通过", row=row))


def approve_to_bank(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    """To the bank account, whatever way the payment came by."""
    return _done(at_work.duty.office.approve(row, to_bank=True), Text("{row} 已审核通过", row=row))


def send(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.send(row), Text("{row} 已转退库，银行付款以后请标记已退费", row=row))


def pay_out(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.pay_out(row), Text("{row} 已退费，办理完毕", row=row))


def give_back(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    return _done(at_work.duty.office.give_back(row), Text("{row} 已退回，请重新审核", row=row))


def open_refusal(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty]:
    """不通过: on to the reason."""
    return Onward("refuse", replace(at_work, application=row, remark=NOTHING), forget=(REFUSAL,))


def refuse(outages: Outages, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """审核不通过 with the reason, and back to the list."""
    made = at_work.duty.office.refuse(at_work.application, answers[REASON.key])
    if isinstance(made, RefundProblem):
        return Wrong(made.sentence)
    return Onward("refused", replace(at_work, remark=REFUSED.of(number=at_work.application)), forget=(REFUSAL,))


def _spoken(wait: timedelta) -> Text:
    minutes, seconds = divmod(int(wait.total_seconds()), 60)
    if not minutes:
        return Text(" {seconds} 秒", seconds=seconds)
    if not seconds:
        return Text(" {minutes} 分钟", minutes=minutes)
    return Text(" {minutes} 分 {seconds} 秒", minutes=minutes, seconds=seconds)


def _came_back(office: RefundOffice, application: Application) -> bool:
    """Whether its network did not take it, so that the bank account is left."""
    if not application.draft.item.order or application.state is not RefundState.TAKEN:
        return False
    return any(step.event is Returned for step in office.history(application.number))


def _done(made: Application | RefundProblem, sentence: Text) -> Done | Wrong:
    return Wrong(made.sentence) if isinstance(made, RefundProblem) else Done(sentence)
