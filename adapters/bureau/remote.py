"""The ports as the bureau has them: each method is a call on the line."""

from functools import partial
from typing import Any, cast

from adapters.bureau.line import BureauLine
from adapters.bureau.ports import PORTS, Port
from domain.accounts.book import AccountBook
from domain.agreements.book import AgreementBook
from domain.agreements.signing import BankVerification
from domain.certificates.book import CertificateBook
from domain.payment.claims import Claims
from domain.ports import SmsCodes, TaxSystem
from domain.refunds.book import RefundBook
from domain.repayments.repayment import RepaymentBook

BY_NAME = {port.name: port for port in PORTS}


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
        self.claims = cast(Claims, port("claims"))
