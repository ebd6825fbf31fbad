"""Orders that are paid by one code at the simulated WeChat Pay (API v3, 合单支付): what may be asked, and is told.

Written apart from the client's own, so that each can find the other's mistakes.
"""

from dataclasses import dataclass
from typing import Any

from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.orders import SimulatedOrder, stamp
from kit.simulators.wechat.refusals import another_app, another_merchant, bad_parameter, invalid_request
from kit.simulators.wechat.rules import NUMBER, check_amount, check_description, check_notify_url, check_sub, text

WHOSE = ("mchid", "sub_mchid", "sub_appid")


@dataclass(slots=True)
class SimulatedWhole:
    """What is paid by one code. `request` is the create request, against which a repeated one is compared."""

    request: dict[str, Any]
    parts: tuple[SimulatedOrder, ...]

    def told(self) -> dict[str, Any]:
        """The answer to a query, which is also what is posted once it is paid."""
        common = {name: self.request[name] for name in ("combine_appid", "combine_mchid", "combine_out_trade_no")}
        paid = {"combine_payer_info": {"openid": "o-simulated-phone"}} if self.parts[0].paid_at else {}
        asked = self.request["sub_orders"]
        return common | paid | {"sub_orders": [_told(*both) for both in zip(asked, self.parts, strict=True)]}


def check_create(fields: dict[str, Any], account: Account) -> None:
    """Everything about a create request that does not depend on the time or on other orders. Raises Refusal."""
    if fields.get("combine_mchid") != account.mchid:
        raise another_merchant()
    if fields.get("combine_appid") != account.appid:
        raise another_app()
    if not NUMBER.fullmatch(text(fields, "combine_out_trade_no", 32)):
        raise bad_parameter("combine_out_trade_no")
    check_notify_url(text(fields, "notify_url", 255))
    parts = fields.get("sub_orders")
    least, most = (1, 50) if account.sub_mchid else (2, 10)
    if not isinstance(parts, list) or not least <= len(parts) <= most:
        raise bad_parameter("sub_orders")
    for part in parts:
        _check_part(part, account)
        check_description(part)
        text(part, "attach", 128)
        check_amount(part, "total_amount")
    if len({part["out_trade_no"] for part in parts}) != len(parts):
        raise bad_parameter("out_trade_no is there twice")


def check_close(fields: dict[str, Any], whole: SimulatedWhole, account: Account) -> None:
    """All parts are named, as they were made, and no other. Raises Refusal."""
    if fields.get("combine_appid") != account.appid:
        raise another_app()
    parts = fields.get("sub_orders")
    if not isinstance(parts, list):
        raise bad_parameter("sub_orders")
    for part in parts:
        _check_part(part, account)
    made = [(part["out_trade_no"], *_whose(part)) for part in whole.request["sub_orders"]]
    if sorted((part["out_trade_no"], *_whose(part)) for part in parts) != sorted(made):
        raise invalid_request("sub_orders are not those that were made")


def as_order(part: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """A part, as the request for an order by itself would have it."""
    amount = {"total": part["amount"]["total_amount"], "currency": part["amount"].get("currency", "CNY")}
    return {name: part[name] for name in (*WHOSE, "out_trade_no", "description") if name in part} | {
        "amount": amount,
        "combine_out_trade_no": whole["combine_out_trade_no"],
    }


def _check_part(part: object, account: Account) -> None:
    """Whose it is, and under which number."""
    if not isinstance(part, dict):
        raise bad_parameter("sub_orders")
    if part.get("mchid") != account.mchid:
        raise another_merchant()
    check_sub(part, account)
    if part.get("sub_appid", account.sub_appid) != account.sub_appid:
        raise another_app()
    if not NUMBER.fullmatch(text(part, "out_trade_no", 32)):
        raise bad_parameter("out_trade_no")


def _whose(part: dict[str, Any]) -> tuple[str, ...]:
    return tuple(part.get(name, "") for name in WHOSE)


def _told(asked: dict[str, Any], part: SimulatedOrder) -> dict[str, Any]:
    common = {name: asked[name] for name in (*WHOSE, "out_trade_no", "attach") if name in asked}
    told = {**common, "trade_state": part.state(), "trade_type": "NATIVE"}
    amount = {"total_amount": part.fen, "currency": "CNY"}
    if part.paid_at is None:
        return told | {"amount": amount}
    return told | {
        "amount": amount | {"payer_amount": part.fen, "payer_currency": "CNY"},
        "transaction_id": part.transaction,
        "bank_type": "OTHERS",
        "success_time": stamp(part.paid_at),
    }
