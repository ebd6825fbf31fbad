"""What one may have come for (按事项办理), as Home shows it. Which channels can do it each channel says itself."""

from dataclasses import dataclass

from domain.words import Text


@dataclass(frozen=True, slots=True)
class Matter:
    """`id` is its screen's id as well, where a channel is picked. `prints`: it ends at a printer."""

    id: str
    title: Text
    caption: Text
    icon: str
    prints: bool = False


PAY = Matter("matter.pay", Text("缴费"), Text("养老保险、医疗保险"), "yuan")
DECLARE = Matter("matter.declare", Text("基数申报"), Text("灵活就业养老保险"), "bars")
RECORDS = Matter("matter.records", Text("缴费记录"), Text("缴过的费、选过的档"), "list")
CERTIFICATE = Matter("matter.certificate", Text("证明开具"), Text("缴费证明、完税证明"), "certificate", prints=True)
REFUND = Matter("matter.refund", Text("退费"), Text("申请退费、查进度"), "refund")
ACCOUNT = Matter("matter.account", Text("账户与协议"), Text("银行账户、委托扣款"), "card")

MATTERS = (PAY, DECLARE, RECORDS, CERTIFICATE, REFUND, ACCOUNT)
"""In the order of Home."""
