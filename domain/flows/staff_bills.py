"""What bills have otherwise than our books: the list of it, and the ways to settle it, each of which takes two."""

from collections.abc import Mapping
from functools import partial

from domain.flows import staff_desk
from domain.flows.staff_two import of_two
from domain.flows.steps import Action, Entry, Listing
from domain.flows.visit import OnDuty
from domain.forms import bills, orders
from domain.forms.scopes import STAFF
from domain.money import yuan
from domain.reconciliation.cases import Settlement
from domain.reconciliation.office import BillCase
from domain.terminal.outages import Outages
from domain.words import Text

SURE: Mapping[Settlement, Text] = {
    Settlement.SENT_BACK: Text("把 {amount} 元记成“{end}”：钱已经回到付款人。要第二位工作人员一起办，确定吗？"),
    Settlement.POSTED: Text("把 {amount} 元记成“{end}”：窗口已经补录凭证。要第二位工作人员一起办，确定吗？"),
    Settlement.CHECKED: Text("把 {amount} 元记成“{end}”：两边的账都查过了。要第二位工作人员一起办，确定吗？"),
    Settlement.NOT_OURS: Text("把 {amount} 元记成“{end}”：别处查到了它的来历。要第二位工作人员一起办，确定吗？"),
}


def actions(entry: Entry) -> tuple[Action[Outages, OnDuty], ...]:
    """What staff can do about a case now."""
    if not isinstance(entry, BillCase):
        return ()
    again = (Action("ask", Text("再问一次"), bills.ask),) if entry.can_be_asked else ()
    return (*again, *(_settles(entry, how) for how in entry.ways))


def _settles(case: BillCase, how: Settlement) -> Action[Outages, OnDuty]:
    end = bills.ENDS[how]
    return Action(how.value, end, partial(bills.open_to, how), SURE[how].of(amount=yuan(case.fen), end=end))


BILLS = Listing(
    STAFF,
    Text("对账差错"),
    bills.cases,
    Text("没有等人处理的对账差错"),
    ("sent_back", "posted", "looked_into", *staff_desk.others(staff_desk.BILLS)),
    other=Text("退费审核"),
    begin=orders.to_refunds,
    actions=actions,
    page=1,
)
SENT_BACK = of_two(
    bills.SENT_BACK_FORM, orders.SENT_BACK, (orders.REFUND_NUMBER, orders.REASON), bills.button, bills.settle
)
POSTED = of_two(bills.POSTED_FORM, orders.POSTED, (orders.VOUCHER, orders.REASON), bills.button, bills.settle)
LOOKED_INTO = of_two(bills.LOOKED_INTO_FORM, Text("两人一起记"), (orders.REASON,), bills.button, bills.settle)
