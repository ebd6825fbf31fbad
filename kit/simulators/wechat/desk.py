"""The desk of the simulated WeChat Pay: it takes requests, asks the ledger, and signs (or spoils) answers."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kit.simulators.faults import Fault, NetworkFaults
from kit.simulators.wechat.gate import Asked, Seal, asking
from kit.simulators.wechat.ledger import Account, Ledger
from kit.simulators.wechat.refusals import Refusal, bad_parameter, no_such_path, server_error, too_often
from kit.simulators.wechat.rules import check_merchant

HELD_FOR = 30.0
"""Seconds that a SLOW answer is held back at most."""
_ORDER = re.compile(r"/v3/pay/transactions/out-trade-no/([^/]+)(/close)?")
_REFUND = re.compile(r"/v3/refund/domestic/refunds/([^/]+)")
_SILENT = {Fault.DOWN, Fault.LOSE_ANSWER}
_BEFORE: dict[Fault, Callable[[], Refusal]] = {Fault.SERVER_ERROR: server_error, Fault.TOO_OFTEN: too_often}


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it goes out. `sent` is how many bytes of the body really go."""

    status: int
    headers: dict[str, str]
    body: bytes
    sent: int


class Desk:
    """Answers signed requests. `accounts` is read at each request, so merchants may be added meanwhile."""

    def __init__(
        self,
        ledger: Ledger,
        accounts: Mapping[str, Account],
        seal: Seal,
        faults: NetworkFaults,
        clock: Callable[[], datetime],
    ) -> None:
        self._ledger, self._accounts, self._seal, self._faults, self._clock = ledger, accounts, seal, faults, clock
        self._requests = count(1)

    def answer(self, asked: Asked) -> Told | None:
        """The answer; None means: hang up without one."""
        fault = self._faults.take()
        if fault is Fault.DOWN:
            return None
        try:
            account = asking(asked, self._accounts, self._clock())
            if fault in _BEFORE:
                raise _BEFORE[fault]()
            status, content, reason = *self._serve(account, asked), 0
        except Refusal as refusal:
            status, reason = refusal.status, refusal.reason
            content = {"code": refusal.code, "message": refusal.message}
        if fault is Fault.SLOW:
            self._faults.hold(HELD_FOR)
        return None if fault in _SILENT else self._told(fault, status, _spoilt(fault, content), reason)

    def _serve(self, account: Account, asked: Asked) -> tuple[int, dict[str, Any] | None]:
        parts = urlsplit(asked.target)
        order, refund = _ORDER.fullmatch(parts.path), _REFUND.fullmatch(parts.path)
        if asked.method == "GET" and order and not order[2]:
            check_merchant({name: values[0] for name, values in parse_qs(parts.query).items()}, account.mchid)
            return 200, self._ledger.query(account, unquote(order[1]))
        if asked.method == "GET" and refund:
            return 200, self._ledger.query_refund(account, unquote(refund[1]))
        if asked.method != "POST":
            raise no_such_path()
        fields = _json_object(asked.body)
        if parts.path == "/v3/pay/transactions/native":
            return 200, {"code_url": self._ledger.create(account, fields)}
        if parts.path == "/v3/refund/domestic/refunds":
            return 200, self._ledger.refund(account, fields)
        if order and order[2]:
            check_merchant(fields, account.mchid)
            self._ledger.close(account, unquote(order[1]))
            return 204, None
        raise no_such_path()

    def _told(self, fault: Fault, status: int, content: dict[str, Any] | None, reason: int) -> Told:
        body = b"" if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        at = self._clock() - (timedelta(minutes=10) if fault is Fault.STALE_TIMESTAMP else timedelta())
        headers = self._seal.headers(body + b"?" if fault is Fault.BAD_SIGNATURE else body, at)
        if fault is Fault.UNSIGNED:
            headers = {}
        headers["Request-ID"] = f"{next(self._requests):032X}-{reason}"
        if content is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        return Told(status, headers, body, len(body) // 2 if fault is Fault.TRUNCATED else len(body))


def _spoilt(fault: Fault, content: dict[str, Any] | None) -> dict[str, Any] | None:
    """The content with the one thing wrong that the fault asks for, if it is there."""
    if content is None:
        return None
    wrong = dict(content)
    if fault is Fault.WRONG_AMOUNT and "amount" in wrong:
        wrong["amount"] = {**wrong["amount"], "total": wrong["amount"]["total"] + 1}
    if fault is Fault.WRONG_MERCHANT and "mchid" in wrong:
        wrong["mchid"] = "1900000000"
    if fault is Fault.UNKNOWN_STATE:
        wrong |= {name: "IN_LIMBO" for name in ("trade_state", "status") if name in wrong}
    return wrong


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise bad_parameter("the body is not a JSON object")
    return fields
