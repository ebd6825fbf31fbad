"""What requests must be like (WeChat Pay API v3, native: 商户下单, 退款申请). Each rule raises a `Refusal`."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from kit.simulators.frame import Asked
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.refusals import another_app, another_merchant, bad_parameter, not_its_merchant

NUMBER = re.compile(r"[0-9A-Za-z_\-|*]{6,32}")
REFUND_NUMBER = re.compile(r"[0-9A-Za-z_\-|*@]{1,64}")
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=90)
USUAL = timedelta(days=7)


def check_headers(asked: Asked) -> None:
    """Who asks, and what kind of answer is wanted and sent."""
    if not asked.headers.get("accept") or not asked.headers.get("user-agent"):
        raise bad_parameter("Accept or User-Agent is missing")
    if asked.method == "POST" and not asked.headers.get("content-type", "").startswith("application/json"):
        raise bad_parameter("Content-Type is not application/json")


def check_merchant(fields: Mapping[str, Any], account: Account) -> None:
    """Who is paid: the merchant who signed, or that of the service provider who did."""
    if fields.get("sp_mchid" if account.sub_mchid else "mchid") != account.mchid:
        raise another_merchant()
    if account.sub_mchid and fields.get("sub_mchid") != account.sub_mchid:
        raise not_its_merchant()


def check_sub(fields: Mapping[str, Any], account: Account) -> None:
    """Whose money goes back, or whose bill it is: a merchant who signs for itself names nobody."""
    if account.sub_mchid and fields.get("sub_mchid", account.sub_mchid) != account.sub_mchid:
        raise not_its_merchant()
    if bool(account.sub_mchid) != ("sub_mchid" in fields):
        raise bad_parameter("sub_mchid")


def check_create(fields: dict[str, Any], account: Account) -> None:
    """Everything about a create request that does not depend on the time or on other orders."""
    check_merchant(fields, account)
    if fields.get("sp_appid" if account.sub_mchid else "appid") != account.appid:
        raise another_app()
    if fields.get("sub_appid", account.sub_appid) != account.sub_appid:
        raise another_app()
    if not NUMBER.fullmatch(text(fields, "out_trade_no", 32)):
        raise bad_parameter("out_trade_no")
    check_description(fields)
    if "attach" in fields:
        text(fields, "attach", 128)
    check_notify_url(text(fields, "notify_url", 255))
    check_amount(fields, "total")


def check_description(fields: dict[str, Any]) -> None:
    """What a payer reads of it."""
    if any(len(letter.encode()) > 3 for letter in text(fields, "description", 127)):
        raise bad_parameter("description")


def check_refund(fields: dict[str, Any]) -> None:
    """Everything about a refund request that does not depend on its order."""
    check_amount(fields, "refund", "total")
    if not REFUND_NUMBER.fullmatch(text(fields, "out_refund_no", 64)):
        raise bad_parameter("out_refund_no")
    if "reason" in fields:
        text(fields, "reason", 80)


def check_no_null(value: object) -> None:
    """What is not there is left out: nowhere in a body may it be null."""
    if value is None:
        raise bad_parameter("null")
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            check_no_null(inner)


def check_amount(fields: dict[str, Any], *names: str) -> None:
    """`amount` has these whole numbers of fen, 1 at least, in CNY."""
    amount = fields.get("amount")
    if not isinstance(amount, dict) or amount.get("currency", "CNY") != "CNY":
        raise bad_parameter("amount")
    for name in names:
        value = amount.get(name)
        if type(value) is not int or value < 1:
            raise bad_parameter(f"amount.{name}")


def last_moment(fields: dict[str, Any], now: datetime) -> datetime:
    """When the order ends by its `time_expire` (RFC 3339), or 7 days from now."""
    if "time_expire" not in fields:
        return now + USUAL
    try:
        end = datetime.fromisoformat(text(fields, "time_expire", 64))
    except ValueError:
        raise bad_parameter("time_expire") from None
    if end.tzinfo is None or not now + SHORTEST <= end <= now + LONGEST:
        raise bad_parameter("time_expire")
    return end


def text(fields: dict[str, Any], name: str, longest: int) -> str:
    """A text that has to be there, of so many letters at most."""
    value = fields.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest:
        raise bad_parameter(name)
    return value


def check_notify_url(url: str) -> None:
    """Where a payment is to be told of."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise bad_parameter("notify_url") from None
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment:
        raise bad_parameter("notify_url")
