"""The desk of the simulated UnionPay: it takes requests, asks the ledger, and signs (or spoils) answers."""

import re
from collections.abc import Callable, Mapping

from domain.runtime import Clock
from kit.simulators.bills import Bills
from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told
from kit.simulators.unionpay import bill
from kit.simulators.unionpay.gate import Seal, asking, read_form
from kit.simulators.unionpay.ledger import Account, Ledger
from kit.simulators.unionpay.refusals import Refusal, message, not_allowed, too_often
from kit.simulators.unionpay.rules import check_common

HTML = {"Content-Type": "text/html;charset=UTF-8"}
TRANSACT = "/gateway/api/backTransReq.do"
QUERY = "/gateway/api/queryTrans.do"
FILES = "/"
Service = Callable[[Account, Mapping[str, str]], dict[str, str]]
_PLAIN = re.compile(r"[0-9A-Za-z]{1,40}")
_ECHOED = ("bizType", "accessType", "acqInsCode", "merId", "orderId", "txnTime", "txnType", "txnSubType")


class Desk:
    """Answers signed requests. `accounts`, by certId, is read at each request: merchants may be added meanwhile."""

    def __init__(self, ledger: Ledger, accounts: Mapping[str, Account], seal: Seal, clock: Clock, bills: Bills) -> None:
        self._accounts, self._seal = accounts, seal
        self._ledger, self._clock, self._bills = ledger, clock, bills
        self._services: dict[tuple[str, str, str], Service] = {
            (TRANSACT, "01", "07"): ledger.apply_code,
            (TRANSACT, "04", "00"): ledger.refund,
            (QUERY, "00", "00"): ledger.query,
        }

    def answer(self, asked: Asked, fault: Fault) -> Told:
        # UnionPay's own fault is its gateway's: a bare page, for what makes the answers is not reached.
        if fault is Fault.SERVER_ERROR:
            return _page(500, "Internal Server Error")
        if asked.method != "POST" or asked.target not in {TRANSACT, QUERY, FILES}:
            return _page(404, "Not Found")
        told, account = self._decide(asked, fault)
        return self._told(fault, _spoilt(fault, told), account)

    def _decide(self, asked: Asked, fault: Fault) -> tuple[dict[str, str], Account | None]:
        """What happens, the fields that tell of it, and who has asked, if that is known."""
        account = None
        told = {"version": "5.1.0", "encoding": "UTF-8", "signMethod": "01"}
        try:
            fields = read_form(asked.body)
            # An answer is not encoded: what is echoed must not be able to say more than itself.
            told |= {name: fields[name] for name in _ECHOED if _PLAIN.fullmatch(fields.get(name, ""))}
            account = asking(fields, self._accounts)
            if fault is Fault.TOO_OFTEN:
                raise too_often()
            if asked.target == FILES and fields.get("txnType") == "76":
                found = bill.file_of(self._bills, self._ledger, account, fields, self._clock())
                return told | {"respCode": "00", "respMsg": message("00")} | found, account
            check_common(fields)
            serve = self._services.get((asked.target, fields["txnType"], fields["txnSubType"]))
            if serve is None:
                raise not_allowed()
            return told | {"respCode": "00", "respMsg": message("00")} | serve(account, fields), account
        except Refusal as refusal:
            return told | {"respCode": refusal.code, "respMsg": refusal.message}, account

    def _told(self, fault: Fault, fields: Mapping[str, str], account: Account | None) -> Told:
        # No answer says when it was made. What has a time is the certificate, so a stale answer comes with a stale one.
        told = self._seal.sealed(fields, fault is Fault.STALE_TIMESTAMP, account)
        if fault is Fault.UNSIGNED:
            del told["signature"]
        if fault is Fault.BAD_SIGNATURE:
            told["signature"] = self._seal.sealed({**fields, "respMsg": "?"}, account=account)["signature"]
        body = "&".join(f"{name}={value}" for name, value in told.items()).encode()
        return Told(200, HTML, body)


def _spoilt(fault: Fault, told: dict[str, str]) -> dict[str, str]:
    """The fields with the one thing wrong that the fault asks for, if it is there."""
    wrong = dict(told)
    if fault is Fault.WRONG_AMOUNT and "txnAmt" in wrong:
        wrong["txnAmt"] = str(int(wrong["txnAmt"]) + 1)
    if fault is Fault.WRONG_MERCHANT and "merId" in wrong:
        # Of an acquirer, that is who asked: the merchant is right.
        wrong |= {"acqInsCode": "48279999"} if "acqInsCode" in wrong else {"merId": "777290000000000"}
    if fault is Fault.UNKNOWN_STATE:
        wrong["origRespCode" if "origRespCode" in wrong else "respCode"] = "ZZ"
    return wrong


def _page(status: int, text: str) -> Told:
    body = f"<html><body>{text}</body></html>".encode()
    return Told(status, HTML, body)
