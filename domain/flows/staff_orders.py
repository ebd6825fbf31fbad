"""Orders that no machine may decide about: the list of them, and the two ways out, each of which takes two people."""

from domain.flows import staff_desk
from domain.flows.staff_two import of_two
from domain.flows.steps import Cases, WayOut
from domain.forms import bills, orders
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.words import Text

PAYABLE = Text("把 {amount} 元记成“{end}”：钱已经回到付款人，这笔费用可以再缴。照抄商户平台上的退款单号。")
PAID = Text("把 {amount} 元记成“{end}”：这笔费用算已缴，可以开证明。照抄窗口补录的凭证号码。")


def ways(case: OrderCase) -> tuple[WayOut, ...]:
    """What staff can do about an order now."""
    if not case.can_be_ended:
        return ()
    amount, back, posted = yuan(case.order.fen), orders.SENT_BACK, orders.POSTED
    return (
        WayOut("ask", orders.ASK, orders.ask),
        WayOut(
            "sent_back",
            back,
            orders.open_sent_back,
            orders.BACK_WITH_THE_PAYER,
            PAYABLE.of(amount=amount, end=back),
            two=True,
        ),
        WayOut(
            "posted", posted, orders.open_posted, orders.AT_THE_WINDOW, PAID.of(amount=amount, end=posted), two=True
        ),
    )


ORDERS = Cases(
    Text("等人处理的付款"),
    orders.cases,
    ways,
    Text("没有等人处理的付款"),
    ("sent_back", "posted", *staff_desk.others(staff_desk.ORDERS)),
    other=Text("对账差错"),
    begin=bills.to_bills,
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
