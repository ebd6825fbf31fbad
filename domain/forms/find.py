"""查询: an order by its number, or by the last digits of it, as slips and lists show them."""

from dataclasses import replace

from domain.flows.visit import OnDuty
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import Answers, Given, Pad, Typed
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text

FORM = "staff_find"
LEAST, LONGEST = 4, 32
NONE_SUCH = Text("没有以这些数字结尾的单号，请核对")


def _tail_problem(text: str, given: Given) -> Text | None:
    right = text.isascii() and text.isdecimal() and len(text) >= LEAST
    return None if right else Text("请输入单号最后 {least} 位以上的数字", least=LEAST)


TAIL = Typed(
    "tail",
    Text("单号"),
    _tail_problem,
    hint=Text("最后 8 位就够"),
    longest=LONGEST,
    pad=lambda answers: Pad.DIGITS,
)


def find(outages: Outages, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """On to what is found; what is not there is told at once."""
    tail = answers[TAIL.key]
    if not at_work.duty.orders.ending(tail):
        return Wrong(NONE_SUCH, use=TAIL.key)
    return Onward("found", replace(at_work, tail=tail, remark=NOTHING))
