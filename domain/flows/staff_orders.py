"""Orders that no machine may decide about: the list of them, and the two ways out, each of which takes two people."""

from domain.flows import staff_desk
from domain.flows.staff_two import of_two
from domain.flows.steps import Action, Entry, Listing
from domain.flows.visit import OnDuty
from domain.forms import bills, orders
from domain.forms.scopes import STAFF
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.terminal.outages import Outages
from domain.words import Text

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
    ("sent_back", "posted", *staff_desk.others(staff_desk.ORDERS)),
    other=Text("对账差错"),
    begin=bills.to_bills,
    actions=actions,
    page=1,
)
SENT_BACK = of_two(
    orders.SENT_BACK_FORM,
    orders.SENT_BACK,
    (orders.REFUND_NUMBER, orders.REASON),
    orders.button(orders.SENT_BACK),
    orders.sent_back,
)
POSTED = of_two(
    orders.POSTED_FORM, orders.POSTED, (orders.VOUCHER, orders.REASON), orders.button(orders.POSTED), orders.posted
)
