"""The ports as the bureau has them: each method is a call on the line."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Protocol, cast

from adapters.bureau.line import BureauLine
from adapters.bureau.networks import RemoteNetwork
from adapters.bureau.ports import PORTS, Port
from adapters.payments.line import GREETING_S
from domain.accounts.book import AccountBook
from domain.agreements.book import AgreementBook
from domain.agreements.signing import BankVerification
from domain.certificates.book import CertificateBook
from domain.payment.claims import Claims
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network, OrderBook
from domain.ports import SmsCodes, TaxSystem, Unreachable
from domain.refunds.book import RefundBook
from domain.repayments.repayment import RepaymentBook
from domain.runtime import Uptime
from domain.terminal.calls import Switchboard
from domain.terminal.copies import Copies
from domain.terminal.staff import Answer, Verdict

BY_NAME = {port.name: port for port in PORTS}
FRESH_S = 22.0
"""The courier looks every 20 seconds (`adapters.bureau.courier`): nobody else has to."""
UPTO = next(call for call in BY_NAME["copies"].calls if call.method == "upto")


class _Remote:
    """A port whose methods are those in the table."""

    def __init__(self, line: BureauLine, port: Port) -> None:
        for call in port.calls:
            ask = line.act if call.method in port.acts else line.look
            setattr(self, call.method, partial(ask, call))


class Bureau:
    """All that a terminal asks its bureau. Every method raises Unreachable; safe from several threads."""

    def __init__(self, line: BureauLine) -> None:
        def port(name: str) -> Any:
            return _Remote(line, BY_NAME[name])

        self.line = line
        self.tax = cast(TaxSystem, port("tax"))
        self.codes = cast(SmsCodes, port("sms"))
        self.certificates = cast(CertificateBook, port("certificates"))
        self.accounts = cast(AccountBook, port("accounts"))
        self.agreements = cast(AgreementBook, port("agreements"))
        self.bank = cast(BankVerification, port("bank"))
        self.refunds = cast(RefundBook, port("refunds"))
        self.repayments = cast(RepaymentBook, port("repayments"))
        self.orders = cast(OrderBook, port("orders"))
        claims = port("claims")
        claims.reached = lambda: not line.silent
        self.claims = cast(Claims, claims)
        self.copies = cast(Copies, port("copies"))
        self.keys = cast(Admits, port("staff"))
        self.calls = cast(Switchboard, port("calls"))

    def greet(self) -> None:
        """Ask anything, unless the courier has heard that it is there. Raises Unreachable, soon."""
        if not self.line.heard_within(FRESH_S):
            self.line.glance(UPTO, GREETING_S)

    def networks(self, names: Iterable[Network], uptime: Uptime) -> dict[Network, PaymentNetwork]:
        """Those whose merchants' keys are at the bureau."""
        calls = {call.method: call for port in ("networks", "bills") for call in BY_NAME[port].calls}
        return {name: RemoteNetwork(name, self.line, calls, uptime) for name in names}


class Admits(Protocol):
    """Of `StaffKeys`, what the bureau is asked. Raises Unreachable."""

    def admits(self, number: str, pin: str) -> Answer: ...


class RemoteKeys:
    """Implements `StaffKeys`: the bureau knows the staff, and from then on that they are at this terminal."""

    anybody = True

    def __init__(self, bureau: Bureau) -> None:
        self._keys = bureau.keys

    def admits(self, number: str, pin: str) -> Answer:
        """As `StaffKeys` says; nobody is admitted while the line is down."""
        try:
            return self._keys.admits(number, pin)
        except Unreachable:
            return Answer(Verdict.CLOSED)
