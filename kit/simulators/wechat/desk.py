"""The desk of the simulated WeChat Pay: it takes requests, asks the ledger, and signs (or spoils) answers."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qs, unquote

from domain.runtime import Clock
from kit.simulators.bills import Bills
from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told
from kit.simulators.wechat import bill
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.certificates import Certified, listed
from kit.simulators.wechat.gate import Seal, asking
from kit.simulators.wechat.ledger import Ledger
from kit.simulators.wechat.refusals import Refusal, another_mode, bad_parameter, no_such_path, server_error, too_often
from kit.simulators.wechat.rules import check_headers, check_merchant, check_no_null, check_sub

_ORDER = re.compile(r"/v3/pay/(?:partner/)?transactions/out-trade-no/([^/]+)(/close)?")
_NATIVE = re.compile(r"/v3/pay/(?:partner/)?transactions/native")
_COMBINED = re.compile(r"/v3/combine-transactions/out-trade-no/([^/]+)(/close)?")
_REFUND = re.compile(r"/v3/refund/domestic/refunds/([^/]+)(/apply-abnormal-refund)?")
BANK_TYPES = {f"{bank}_DEBIT" for bank in "CMB COMM ABC CCB ICBC BOC PAB SPDB CITIC CEB CMBC CIB GDB PSBC NBCB".split()}
"""The debit cards that an abnormal refund can be sent to."""
_BEFORE: dict[Fault, Callable[[], Refusal]] = {Fault.SERVER_ERROR: server_error, Fault.TOO_OFTEN: too_often}


class Desk:
    """Answers signed requests. `accounts` is read at each request, so merchants may be added meanwhile."""

    def __init__(
        self,
        ledger: Ledger,
        accounts: Mapping[str, Account],
        seal: Seal,
        clock: Clock,
        bills: Bills,
        certificates: Sequence[Certified] = (),
    ) -> None:
        self._bills, self._certificates = bills, certificates
        self._ledger, self._accounts, self._seal, self._clock = ledger, accounts, seal, clock
        self._requests = count(1)

    def answer(self, asked: Asked, fault: Fault) -> Told:
        is_signed = True
        try:
            check_headers(asked)
            account = asking(asked, self._accounts, self._clock())
            if fault in _BEFORE:
                raise _BEFORE[fault]()
            if asked.method == "GET" and asked.path == bill.FILE:
                return self._file(asked)
            status, content, reason = *self._serve(account, asked), 0
        except Refusal as refusal:
            status, reason, is_signed = refusal.status, refusal.reason, refusal.is_signed
            content = {"code": refusal.code, "message": refusal.message}
        return self._told(fault, status, _spoilt(fault, content), reason, is_signed)

    def _file(self, asked: Asked) -> Told:
        """A bill's file. Nothing of it is signed."""
        file = self._bills.fetch(_first(asked.query).get("token", ""), self._clock())
        return Told(400, {}, b"") if file is None else Told(200, {"Content-Type": "text/plain;charset=utf-8"}, file)

    def _serve(self, account: Account, asked: Asked) -> tuple[int, dict[str, Any] | None]:
        order, refund = _ORDER.fullmatch(asked.path), _REFUND.fullmatch(asked.path)
        if asked.path.startswith("/v3/pay/") and asked.path.startswith("/v3/pay/partner/") != bool(account.sub_mchid):
            raise another_mode()
        if asked.method == "GET":
            return 200, self._told_of(account, asked)
        if asked.method != "POST":
            raise no_such_path()
        fields = _json_object(asked.body)
        if _NATIVE.fullmatch(asked.path):
            return 200, {"code_url": self._ledger.create(account, fields)}
        if asked.path == "/v3/refund/domestic/refunds":
            return 200, self._ledger.refund(account, fields)
        if refund and refund[2]:
            return 200, self._ledger.send_on(account, unquote(refund[1]), fields, self._destination(asked, fields))
        if order and order[2]:
            check_merchant(fields, account)
            self._ledger.close(account, unquote(order[1]))
            return 204, None
        if asked.path == "/v3/combine-transactions/native":
            return 200, {"code_url": self._ledger.create_combined(account, fields)}
        if (whole := _COMBINED.fullmatch(asked.path)) and whole[2]:
            self._ledger.close_combined(account, unquote(whole[1]), fields)
            return 204, None
        raise no_such_path()

    def _told_of(self, account: Account, asked: Asked) -> dict[str, Any]:
        """What is asked, and changes nothing."""
        order, refund, query = _ORDER.fullmatch(asked.path), _REFUND.fullmatch(asked.path), _first(asked.query)
        if order and not order[2]:
            check_merchant(query, account)
            return self._ledger.query(account, unquote(order[1]))
        if (whole := _COMBINED.fullmatch(asked.path)) and not whole[2]:
            return self._ledger.query_combined(account, unquote(whole[1]))
        if refund and not refund[2]:
            check_sub(query, account)
            return self._ledger.query_refund(account, unquote(refund[1]))
        if asked.path == "/v3/certificates":
            return listed(self._certificates, account, self._clock(), self._seal.nonce)
        if asked.path == "/v3/bill/tradebill":
            here = f"http://{asked.headers['host']}"
            told: dict[str, Any] = bill.apply(self._bills, self._ledger, account, query, here, self._clock())
            return told
        raise no_such_path()

    def _destination(self, asked: Asked, fields: dict[str, Any]) -> tuple[str, str] | None:
        """The bank account (number and name) that an abnormal refund shall go to; None for the merchant's."""
        if fields.get("type") == "MERCHANT_BANK_CARD":
            return None
        if fields.get("type") != "USER_BANK_CARD" or fields.get("bank_type") not in BANK_TYPES:
            raise bad_parameter("type, bank_type")
        if asked.headers.get("wechatpay-serial") != self._seal.serial:
            raise bad_parameter("Wechatpay-Serial")
        return self._seal.opened(fields.get("bank_account")), self._seal.opened(fields.get("real_name"))

    def _told(self, fault: Fault, status: int, content: dict[str, Any] | None, reason: int, is_signed: bool) -> Told:
        body = b"" if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {}
        if is_signed and fault is not Fault.UNSIGNED:
            at = self._clock() - (timedelta(minutes=10) if fault is Fault.STALE_TIMESTAMP else timedelta())
            headers = self._seal.headers(body + b"?" if fault is Fault.BAD_SIGNATURE else body, at)
        headers["Request-ID"] = f"{next(self._requests):032X}-{reason}"
        if content is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        return Told(status, headers, body)


def _spoilt(fault: Fault, content: dict[str, Any] | None) -> dict[str, Any] | None:
    """The content with the one thing wrong that the fault asks for, if it is there."""
    if content is None:
        return None
    if "sub_orders" in content:
        parts = [_wrong(fault, part) for part in content["sub_orders"]]
        last = {"trade_state": "NOTPAY"} if fault is Fault.UNEVEN else {}
        return content | {"sub_orders": [*parts[:-1], parts[-1] | last]}
    return _wrong(fault, content)


def _wrong(fault: Fault, content: dict[str, Any]) -> dict[str, Any]:
    """What is told of one order, or refund."""
    wrong = dict(content)
    if fault is Fault.WRONG_AMOUNT and "amount" in wrong:
        name = "total" if "total" in wrong["amount"] else "total_amount"
        wrong["amount"] = {**wrong["amount"], name: wrong["amount"][name] + 1}
    if fault is Fault.WRONG_MERCHANT:
        wrong |= {name: "1900000000" for name in ("mchid", "sub_mchid") if name in wrong}
    if fault is Fault.UNKNOWN_STATE:
        wrong |= {name: "IN_LIMBO" for name in ("trade_state", "status") if name in wrong}
    return wrong


def _first(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise bad_parameter("the body is not a JSON object")
    check_no_null(fields)
    return fields
