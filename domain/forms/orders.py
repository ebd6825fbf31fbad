"""Orders that no machine may decide about, before staff: what lies there, and what each of their buttons does."""

from collections.abc import Callable
from dataclasses import replace

from domain.flows.visit import OnDuty, needed
from domain.forms import two
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.fields import Answers, Given, Pad, Typed
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.payment.office import NO_PROOF, NO_SUCH, OrderProblem, SettlingOffice
from domain.payment.order import Order
from domain.payment.proofs import LONGEST, is_proof
from domain.payment.said import sentence
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text, Verbatim

SENT_BACK, POSTED = Text("已在商户平台退回"), Text("已手工入账")
"""How people end it: the same words on every page and paper."""
ASK, BACK_WITH_THE_PAYER, AT_THE_WINDOW = Text("再问一次"), Text("钱已回到付款人"), Text("窗口补录了凭证")
SENT_BACK_FORM, POSTED_FORM = "staff_sent_back", "staff_posted"
REASON_MOST = 100
ANSWERED = Text("支付渠道答复：{said}。")
SETTLED = Text("{number} 已记为“{end}”，{amount} 元")


def _proof_problem(text: str, given: Given) -> Text | None:
    return None if is_proof(text) else NO_PROOF.sentence


def _proof(label: Text, hint: Text) -> Typed:
    """Digits at every platform and window."""
    return Typed(
        "proof",
        label,
        _proof_problem,
        hint=hint,
        longest=LONGEST,
        pad=lambda answers: Pad.DIGITS,
    )


REFUND_NUMBER = _proof(Text("退款单号"), Text("商户平台上的退款单号"))
VOUCHER = _proof(Text("凭证号码"), Text("窗口补录的凭证号码"))
REASON = Typed("reason", Text("为什么这样办"), hint=Text("只有工作人员看得到"), longest=REASON_MOST)


def cases(outages: Outages, at_work: OnDuty) -> tuple[OrderCase, ...]:
    """What waits for somebody, the oldest first."""
    return at_work.duty.orders.waiting()


def ask(outages: Outages, at_work: OnDuty, row: str) -> Done | Wrong:
    """再问一次: the answer is told, and written down."""
    made = at_work.duty.orders.ask(row)
    if isinstance(made, OrderProblem):
        return Wrong(made.sentence)
    return Done(ANSWERED.of(said=sentence(made.asked.detail)) if made.asked else NOTHING)


def open_sent_back(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    """On to its proof and the second person."""
    return _opened(at_work, row, "sent_back", SENT_BACK_FORM)


def open_posted(outages: Outages, at_work: OnDuty, row: str) -> Onward[OnDuty] | Wrong:
    """On to its proof and the second person."""
    return _opened(at_work, row, "posted", POSTED_FORM)


def sent_back(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """已在商户平台退回."""
    return _settled(door, at_work, answers, SettlingOffice.sent_back, SENT_BACK, SENT_BACK_FORM)


def posted(door: StaffDoor, at_work: OnDuty, answers: Answers) -> Onward[OnDuty] | Wrong:
    """已手工入账."""
    return _settled(door, at_work, answers, SettlingOffice.posted_by_hand, POSTED, POSTED_FORM)


def button(end: Text) -> Callable[[OnDuty], Text]:
    """What the button will do with the figure."""
    return lambda at_work: Text("记下“{end}” {amount} 元", end=end, amount=yuan(chosen(at_work).order.fen))


def to_refunds(at_work: OnDuty) -> Onward[OnDuty]:
    """On to what visitors have applied for."""
    return Onward("refunds", replace(at_work, remark=NOTHING, case=None, bill=None))


def chosen(at_work: OnDuty) -> OrderCase:
    """The order that is looked at. Raises NotGiven."""
    return needed(at_work.case, "an order")


def _opened(at_work: OnDuty, row: str, outcome: str, form: str) -> Onward[OnDuty] | Wrong:
    case = at_work.duty.orders.case(row)
    if case is None:
        return Wrong(NO_SUCH.sentence)
    return Onward(outcome, replace(at_work, case=case, remark=NOTHING), forget=(form,))


def _settled(
    door: StaffDoor,
    at_work: OnDuty,
    answers: Answers,
    settle: Callable[[SettlingOffice, str, str, str], Order | OrderProblem],
    end: Text,
    form: str,
) -> Onward[OnDuty] | Wrong:
    """By both of them; whose PIN was right is forgotten as well."""
    both = two.both(door, at_work, answers)
    if isinstance(both, Wrong):
        return both
    made = settle(both.orders, chosen(at_work).order.number, answers["proof"], answers[REASON.key])
    if isinstance(made, OrderProblem):
        return Wrong(made.sentence)
    remark = SETTLED.of(number=Verbatim(short(made.number)), end=end, amount=yuan(made.fen))
    return Onward("settled", replace(at_work, case=None, remark=remark), forget=(form,))


def short(number: str) -> str:
    """An order number by which people tell it apart: its terminal, and the end of it."""
    return f"{number[:7]}…{number[-8:]}"
