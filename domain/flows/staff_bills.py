"""What bills have otherwise than our books: the list of it, and the ways to settle it, each of which takes two."""

from collections.abc import Mapping
from functools import partial

from domain.flows import staff_desk
from domain.flows.staff_two import of_two
from domain.flows.steps import Cases, WayOut
from domain.forms import bills, orders
from domain.money import yuan
from domain.reconciliation.cases import Settlement
from domain.reconciliation.office import BillCase
from domain.words import Text

MEANS: Mapping[Settlement, Text] = {
    Settlement.SENT_BACK: orders.BACK_WITH_THE_PAYER,
    Settlement.POSTED: orders.AT_THE_WINDOW,
    Settlement.CHECKED: Text("两边都查过，不动钱"),
    Settlement.NOT_OURS: Text("别处查到了来历"),
}
SAYS: Mapping[Settlement, Text] = {
    Settlement.SENT_BACK: Text("把 {amount} 元记成“{end}”：钱已经回到付款人。照抄商户平台上的退款单号。"),
    Settlement.POSTED: Text("把 {amount} 元记成“{end}”：窗口已经补录凭证。照抄凭证号码。"),
    Settlement.CHECKED: Text("把 {amount} 元记成“{end}”：两边的账都查过了。"),
    Settlement.NOT_OURS: Text("把 {amount} 元记成“{end}”：别处查到了它的来历。"),
}


def ways(case: BillCase) -> tuple[WayOut, ...]:
    """What staff can do about a case now."""
    again = (WayOut("ask", orders.ASK, bills.ask),) if case.can_be_asked else ()
    return (*again, *(_settles(case, how) for how in case.ways))


def _settles(case: BillCase, how: Settlement) -> WayOut:
    end = bills.ENDS[how]
    says = SAYS[how].of(amount=yuan(case.fen), end=end)
    return WayOut(how.value, end, partial(bills.open_to, how), MEANS[how], says, two=True)


BILLS = Cases(
    Text("对账差错"),
    bills.cases,
    ways,
    Text("没有等人处理的对账差错"),
    ("sent_back", "posted", "looked_into", *staff_desk.others(staff_desk.BILLS)),
    other=Text("退费审核"),
    begin=orders.to_refunds,
)
SENT_BACK = of_two(
    bills.SENT_BACK_FORM, orders.SENT_BACK, (orders.REFUND_NUMBER, orders.REASON), bills.button, bills.settle
)
POSTED = of_two(bills.POSTED_FORM, orders.POSTED, (orders.VOUCHER, orders.REASON), bills.button, bills.settle)
LOOKED_INTO = of_two(bills.LOOKED_INTO_FORM, Text("两人一起记"), (orders.REASON,), bills.button, bills.settle)
