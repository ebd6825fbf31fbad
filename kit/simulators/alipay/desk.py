"""The desk of the simulated Alipay: it takes requests, asks the ledger, and signs (or spoils) answers."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from domain.runtime import Clock
from kit.simulators.alipay import bill
from kit.simulators.alipay.gate import Seal, asking, parameters
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.alipay.refusals import Refusal, illegal_json, invalid, missing, too_often, unavailable
from kit.simulators.alipay.trades import yuan
from kit.simulators.bills import Bills
from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told

PATH = "/gateway.do"
AMOUNTS = ("total_amount", "refund_fee", "refund_amount")
STATES = ("trade_status", "fund_change", "refund_status")
_BEFORE: dict[Fault, Callable[[], Refusal]] = {Fault.SERVER_ERROR: unavailable, Fault.TOO_OFTEN: too_often}
# An answer carries no time that could be stale: the nearest thing is a signature that does not fit.
_ILL_SIGNED = {Fault.BAD_SIGNATURE, Fault.STALE_TIMESTAMP}
BILL = "alipay.data.dataservice.bill.downloadurl.query"
_Serve = Callable[[Account, dict[str, Any]], dict[str, str]]


class Desk:
    """Answers signed requests. `accounts` is read at each request, so merchants may be added meanwhile."""

    def __init__(self, ledger: Ledger, accounts: Mapping[str, Account], seal: Seal, clock: Clock, bills: Bills) -> None:
        self._ledger, self._accounts, self._seal, self._clock, self._bills = ledger, accounts, seal, clock, bills
        self._requests = count(1)
        self._interfaces: dict[str, _Serve] = {
            "alipay.trade.precreate": ledger.create,
            "alipay.trade.query": ledger.query,
            "alipay.trade.close": ledger.close,
            "alipay.trade.refund": ledger.refund,
            "alipay.trade.fastpay.refund.query": ledger.query_refund,
        }

    def answer(self, asked: Asked, fault: Fault) -> Told:
        if asked.path == bill.FILE:
            return self._file(asked)
        if asked.path != PATH:
            return Told(404, {"Content-Type": "text/html"}, b"")
        node, is_signed = "error_response", True
        content: Mapping[str, str]
        try:
            wanted = parameters(asked)
            serve = self._interface(wanted, asked)
            node = f"{wanted['method'].replace('.', '_')}_response"
            account = asking(wanted, self._accounts)
            if fault in _BEFORE:
                raise _BEFORE[fault]()
            content = {"code": "10000", "msg": "Success"} | serve(account, _content(wanted))
        except Refusal as refusal:
            content, is_signed = refusal.content, refusal.is_signed
        return self._told(fault, node, _spoilt(fault, content), is_signed)

    def _file(self, asked: Asked) -> Told:
        """A bill's file. Nobody has to say who he is, and nothing of it is signed."""
        tokens = parse_qs(asked.query).get("token", [""])
        file = self._bills.fetch(tokens[0], self._clock())
        if file is None:
            return Told(200, {"Content-Type": "text/html;charset=utf-8"}, bill.TOO_LATE.encode())
        return Told(200, {"Content-Type": "application/octet-stream"}, file)

    def _bill(self, here: str, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        return bill.address(self._bills, self._ledger, account, fields, here, self._clock())

    def _interface(self, wanted: Mapping[str, str], asked: Asked) -> _Serve:
        if wanted.get("method") == BILL:
            return partial(self._bill, f"http://{asked.headers['host']}")
        if not wanted.get("method"):
            raise missing("method", is_general=True)
        if wanted["method"] not in self._interfaces:
            raise invalid("method", is_general=True)
        return self._interfaces[wanted["method"]]

    def _told(self, fault: Fault, node: str, content: Mapping[str, str], is_signed: bool) -> Told:
        # Slashes go out escaped, as the real gateway's do.
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("/", "\\/")
        signed = ""
        if is_signed and fault is not Fault.UNSIGNED:
            signed = f',"sign":"{self._seal.sign(text + " " if fault in _ILL_SIGNED else text)}"'
        body = f'{{"{node}":{text}{signed}}}'.encode()
        headers = {"Content-Type": "text/html;charset=utf-8", "trace_id": f"{next(self._requests):032x}"}
        return Told(200, headers, body)


def _content(wanted: Mapping[str, str]) -> dict[str, Any]:
    try:
        fields = json.loads(wanted.get("biz_content", ""), parse_float=Decimal)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise illegal_json()
    return fields


def _spoilt(fault: Fault, content: Mapping[str, str]) -> Mapping[str, str]:
    """The content with the one thing wrong that the fault asks for, if it is there."""
    wrong = dict(content)
    if fault is Fault.WRONG_AMOUNT:
        wrong |= {name: yuan(int(Decimal(wrong[name]) * 100) + 1) for name in AMOUNTS if name in wrong}
    # A trade's answer names no merchant; one that does, and names another, is the nearest thing.
    if fault is Fault.WRONG_MERCHANT and wrong["code"] == "10000":
        wrong["seller_id"] = "2088000000000000"
    if fault is Fault.UNKNOWN_STATE:
        wrong |= dict.fromkeys((name for name in STATES if name in wrong), "IN_LIMBO")
    return wrong
