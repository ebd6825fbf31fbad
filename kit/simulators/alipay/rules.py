"""What requests must be like (alipay.trade.precreate, alipay.trade.refund). Each rule raises a `Refusal`."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from domain.runtime import HALL_TIME
from kit.simulators.alipay.refusals import bad_parameter, failed

CODE_LIVES = timedelta(hours=2)
USUAL = timedelta(hours=3)
LONGEST = timedelta(days=15)
MOST = Decimal("100000000.00")
PRODUCTS = {"FACE_TO_FACE_PAYMENT", "QR_CODE_OFFLINE"}
NUMBER = re.compile(r"[0-9A-Za-z_]{1,64}")
_FIGURE = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
_SPAN = re.compile(r"([1-9][0-9]{0,4})([mhd])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def check_create(fields: dict[str, Any], seller_id: str) -> None:
    """Everything about a precreate that does not depend on the time or on other orders."""
    if not NUMBER.fullmatch(text(fields, "out_trade_no", 64)):
        raise bad_parameter("out_trade_no")
    if set(text(fields, "subject", 256)) & set("/=&"):
        raise bad_parameter("subject")
    if fields.get("product_code", "FACE_TO_FACE_PAYMENT") not in PRODUCTS:
        raise bad_parameter("product_code")
    if fields.get("seller_id", seller_id) != seller_id:
        raise failed("INVALID_RECEIVE_ACCOUNT", "seller_id is not an account of this application")
    amount(fields, "total_amount")


def amount(fields: dict[str, Any], name: str) -> int:
    """A figure of yuan as fen: text or number, more than nothing, two decimals at most."""
    value = fields.get(name)
    if not isinstance(value, str | int | Decimal) or not _FIGURE.fullmatch(str(value)):
        raise bad_parameter(name)
    figure = Decimal(value)
    if figure <= 0:
        raise bad_parameter(name)
    if figure > MOST:
        raise failed("TOTAL_FEE_EXCEED", name)
    return int(figure * 100)


def last_moment(fields: dict[str, Any], now: datetime) -> datetime:
    """When the order ends: by `time_expire` (Beijing's wall), else by `timeout_express`, else 3 hours from now."""
    if "time_expire" not in fields:
        return now + _span(fields, "timeout_express", USUAL)
    try:
        end = datetime.strptime(text(fields, "time_expire", 19), "%Y-%m-%d %H:%M:%S").replace(tzinfo=HALL_TIME)
    except ValueError:
        raise bad_parameter("time_expire") from None
    if end > now + LONGEST:
        raise bad_parameter("time_expire")
    if end <= now:
        raise failed("NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "time_expire is over")
    return end


def code_ends(fields: dict[str, Any], now: datetime) -> datetime:
    """When a code made now can no longer be scanned."""
    return now + min(_span(fields, "qr_code_timeout_express", CODE_LIVES), CODE_LIVES)


def text(fields: dict[str, Any], name: str, longest: int) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest:
        raise bad_parameter(name)
    return value


def _span(fields: dict[str, Any], name: str, usual: timedelta) -> timedelta:
    if name not in fields:
        return usual
    match = _SPAN.fullmatch(text(fields, name, 6))
    span = int(match[1]) * _UNITS[match[2]] if match else timedelta()
    if not timedelta() < span <= LONGEST:
        raise bad_parameter(name)
    return span
