"""What staff are about: refunds that were applied for, orders that no machine decides about, and what bills say."""

from dataclasses import dataclass

from domain.payment.cases import OrderCase
from domain.reconciliation.office import BillCase
from domain.refunds.cases import RefundCase
from domain.terminal.duty import Duty
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class OnDuty:
    """`application` is the number of the one that is looked at, `case` the order, `remark` what has been done.

    `refund` is the one about which two say `word`, `bill` what a bill has otherwise. `tail` is what the
    number ends with of an order that is looked for. `suspending` is what is to be taken out of service, by its id.
    """

    duty: Duty
    application: str = ""
    remark: Text = NOTHING
    case: OrderCase | None = None
    refund: RefundCase | None = None
    word: str = ""
    bill: BillCase | None = None
    tail: str = ""
    suspending: str = ""
