"""Orders that no machine may decide about: the list of them, and the two ways out, each of which takes two people."""

from domain.flows.steps import Action, Entry, Form, Listing
from domain.flows.visit import OnDuty
from domain.forms import orders, two
from domain.forms.scopes import STAFF, TWO
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.terminal.outages import Outages
from domain.words import Text

TWO_PEOPLE = Text("动钱的事两人一起办，都记进账本")
PAYABLE = Text("把 {amount} 元记成“{end}”：钱已经回到付款人，这笔费用可以再缴。要第二位工作人员一起办，确定吗？")
PAID = Text("把 {amount} 元记成“{end}”：这笔费用算已缴，可以开证明。要第二位工作人员一起办，确定吗？")


def actions(entry: Entry) -> tuple[Action[Outages, OnDuty], ...]:
    """What staff can do about an order now."""
    if not isinstance(entry, OrderCase) or not entry.can_be_ended:
        return ()
    amount = yuan(entry.order.fen)
    return (
        Action("ask", Text("再问一次"), orders.ask),
        Action("sent_back", orders.SENT_BACK, orders.open_sent_back, PAYABLE.of(amount=amount, end=orders.SENT_BACK)),
        Action("posted", orders.POSTED, orders.open_posted, PAID.of(amount=amount, end=orders.POSTED)),
    )


ORDERS = Listing(
    STAFF,
    Text("等人处理的付款"),
    orders.cases,
    Text("没有等人处理的付款"),
    ("sent_back", "posted", "refunds"),
    other=Text("退费审核"),
    begin=orders.to_refunds,
    actions=actions,
    page=1,
)
SENT_BACK = Form(
    TWO,
    orders.SENT_BACK_FORM,
    orders.SENT_BACK,
    (orders.REFUND_NUMBER, orders.REASON, two.SECOND, two.SECOND_PIN),
    orders.button(orders.SENT_BACK),
    orders.sent_back,
    ("settled",),
    lead=TWO_PEOPLE,
    about=True,
)
POSTED = Form(
    TWO,
    orders.POSTED_FORM,
    orders.POSTED,
    (orders.VOUCHER, orders.REASON, two.SECOND, two.SECOND_PIN),
    orders.button(orders.POSTED),
    orders.posted,
    ("settled",),
    lead=TWO_PEOPLE,
    about=True,
)
