"""The staff: who is admitted, and what they have to know."""

from datetime import timedelta

from domain.flows.visit import OnDuty
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import Answers, Given, Pad, Typed
from domain.ports import Unreachable
from domain.terminal.duty import Duty, StaffDoor
from domain.terminal.outages import Outages
from domain.terminal.staff import PIN_LENGTH, Answer, Verdict
from domain.words import NOTHING, Text, joined

FORM = "staff"
OUTAGES = 3
"""So many of the latest times out of service are told."""
WRONG = Text("工号或口令不对，请检查。")
WRONG_WAIT = Text("工号或口令不对。请等{wait}再试。")
EARLY = Text("还要等{wait}才能再试，这一次没有核对口令。")
LOCKED = Text("这个工号连续输错太多次，已经锁定，请系统管理员在后台解锁。")
SAME = Text("第二人不能是您自己，要另一位来输")
CLOSED = Text("工作人员登录现在不能用，请系统管理员查看日志。")


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


def enter(door: StaffDoor, nobody: OnDuty | None, answers: Answers) -> Onward[OnDuty | None] | Wrong:
    """The staff member is known from here on; the PIN is forgotten. What waits for somebody comes first.

    Where nothing does, a device that does not pass; else the list of refunds, as ever.
    """
    admitted = door.admits(answers[NUMBER.key], answers[PIN.key])
    if isinstance(admitted, Answer):
        return Wrong(refusal(admitted), use=PIN.key)
    return Onward(_first(admitted), OnDuty(admitted), forget=(FORM,))


def _first(duty: Duty) -> str:
    if duty.orders.waiting():
        return "orders"
    if duty.bills.anything():
        return "bills"
    fails = duty.health is not None and not duty.health.checkup().passes
    return "devices" if fails and not _refunds_wait(duty) else "admitted"


def _refunds_wait(duty: Duty) -> bool:
    """A bureau that cannot be asked is a device that does not pass: that is to be seen first."""
    try:
        return bool(duty.office.cases())
    except Unreachable:
        return False


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


def caution(outages: Outages, at_work: OnDuty) -> Text:
    """What is amiss, and when and why it was out of service lately; empty if there is nothing of it."""
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
    return joined(NOTHING, (outages.amiss(), *times))


def _spoken(wait: timedelta) -> Text:
    minutes, seconds = divmod(int(wait.total_seconds()), 60)
    if not minutes:
        return Text(" {seconds} 秒", seconds=seconds)
    if not seconds:
        return Text(" {minutes} 分钟", minutes=minutes)
    return Text(" {minutes} 分 {seconds} 秒", minutes=minutes, seconds=seconds)
