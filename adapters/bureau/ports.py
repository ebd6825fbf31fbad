"""What of a bureau can be asked, port by port. What is not in this table is not on the line."""

from dataclasses import dataclass

from adapters.bureau.networks import Bills, Networks
from adapters.bureau.wire import Call, calls
from domain.accounts.book import AccountBook
from domain.agreements.book import AgreementBook
from domain.agreements.signing import BankVerification
from domain.certificates.book import CertificateBook
from domain.payment.claims import Claims
from domain.payment.order import OrderBook
from domain.ports import SmsCodes, TaxSystem
from domain.refunds.book import RefundBook
from domain.repayments.repayment import RepaymentBook
from domain.terminal.calls import Switchboard
from domain.terminal.copies import Copies
from domain.terminal.staff import StaffKeys


@dataclass(frozen=True, slots=True)
class Port:
    """`looks` may be asked as often as one likes; of `acts` each carries the number of its request.

    What networks are asked has a number of its own, by which they know it again.
    """

    name: str
    protocol: type
    looks: tuple[str, ...]
    acts: tuple[str, ...] = ()

    @property
    def calls(self) -> tuple[Call, ...]:
        return calls(self.name, self.protocol, self.looks + self.acts)


PORTS = (
    Port(
        "tax",
        TaxSystem,
        ("find_person", "account_of", "enrolments", "owed", "paid", "declared", "payments", "masked"),
        ("declare", "open_account", "post", "posted_by_hand"),
    ),
    Port("sms", SmsCodes, (), ("send", "proves", "spend")),
    Port(
        "certificates",
        CertificateBook,
        ("find", "checked", "issued", "opened"),
        ("issue", "begin_print", "forget_print", "end_print"),
    ),
    Port("accounts", AccountBook, ("accounts",), ("report", "change", "delete")),
    Port("agreements", AgreementBook, ("of",), ("sign", "verify", "revoke")),
    Port("bank", BankVerification, (), ("verify",)),
    Port(
        "refunds",
        RefundBook,
        ("get", "of", "open", "paid_to_bank", "history"),
        ("submit", "move", "send_back", "never_sent"),
    ),
    Port("repayments", RepaymentBook, ("of", "last", "find"), ("move",)),
    Port("orders", OrderBook, ("get",)),
    Port("claims", Claims, ("held",), ("take", "release")),
    Port("copies", Copies, ("upto", "word"), ("copy", "done")),
    Port("staff", StaffKeys, (), ("admits",)),
    Port("calls", Switchboard, ("answered",), ("ring", "still")),
    Port("networks", Networks, ("about", "create", "query", "close", "refund", "query_refund", "reroute")),
    Port("bills", Bills, ("of",)),
)
