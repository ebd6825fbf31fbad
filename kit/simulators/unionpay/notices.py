"""What the simulated UnionPay posts by itself (ACP 5.1.0, 后台通知)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from kit.simulators.unionpay.gate import Seal
from kit.simulators.unionpay.ledger import Account, Ledger


def of_payment(
    ledger: Ledger, seal: Seal, number: str, accounts: Mapping[str, Account]
) -> tuple[dict[str, str], bytes]:
    """Headers and body. Raises KeyError for a payment that nobody has made."""
    payment = ledger.made(number)
    same = ("bizType", "accessType", "acqInsCode", "merId", "orderId", "txnTime", "txnType", "txnSubType", "txnAmt")
    told = {name: payment[name] for name in (*same, "queryId", "traceTime", "currencyCode") if name in payment}
    common = {
        "version": "5.1.0",
        "encoding": "UTF-8",
        "signMethod": "01",
        "respCode": "00",
        "respMsg": "成功[00000000]",
    }
    to = accounts.get(payment["merId"])
    body = urlencode(seal.sealed(common | told, account=to)).encode("ascii")
    return {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}, body
