"""What the simulated Alipay posts by itself (异步通知, trade_status_sync)."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from kit.simulators.alipay.gate import Seal
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.alipay.refusals import Refusal
from kit.simulators.alipay.trades import stamp


def of_trade(
    ledger: Ledger, accounts: Mapping[str, Account], seal: Seal, number: str, now: datetime
) -> tuple[dict[str, str], bytes]:
    """Headers and body. Raises KeyError for a trade that nobody has."""
    for account in accounts.values():
        try:
            told = ledger.query(account, {"out_trade_no": number})
        except Refusal:
            continue
        fields = {
            "notify_time": stamp(now),
            "notify_type": "trade_status_sync",
            "notify_id": f"2026{number}",
            "charset": "utf-8",
            "version": "1.0",
            "app_id": account.app_id,
            "seller_id": account.seller_id,
            **told,
        }
        signed = "&".join(f"{name}={fields[name]}" for name in sorted(fields))
        body = urlencode(fields | {"sign_type": "RSA2", "sign": seal.sign(signed)}).encode("ascii")
        return {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}, body
    raise KeyError(number)
