"""What requests must be like (ACP 5.1.0: 申码, 退货, 交易状态查询). Each rule raises a `Refusal`."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from kit.simulators.unionpay.refusals import badly_formed, missing, not_allowed, too_late

FAR = timedelta(days=1)
"""How far `txnTime` may lie from our clock. It has to be "the current time"; how near is not published."""
USUAL = timedelta(minutes=30)
"""How long a code lives that was asked for without a `payTimeout`: not published either."""
_FIXED = {"version": "5.1.0", "bizType": "000000"}
_DESCRIPTION = {"merCatCode": 4, "merName": 40, "merAbbr": 8}
"""And how many characters each may have."""
_NUMBER = re.compile(r"[0-9A-Za-z]{8,40}")
_TIME = re.compile(r"[0-9]{14}")
_AMOUNT = re.compile(r"[1-9][0-9]{0,11}")
_RESERVED = re.compile(r"[^&{}\[\]\"']{0,1024}")


def check_wire(fields: Mapping[str, str]) -> None:
    """What has to be right before the signature can be looked at."""
    for name in ("version", "encoding", "signMethod", "signature"):
        _present(fields, name)
    if fields["signMethod"] == "01":
        _present(fields, "certId")
    if fields["version"] != _FIXED["version"] or fields["signMethod"] not in {"01", "11", "12"}:
        raise badly_formed("version, signMethod")
    if fields["encoding"].upper() != "UTF-8":
        raise badly_formed("encoding")


def check_common(fields: Mapping[str, str]) -> None:
    """What every request has."""
    for name, value in _FIXED.items():
        if _present(fields, name) != value:
            raise badly_formed(name)
    if not _NUMBER.fullmatch(_present(fields, "orderId")):
        raise badly_formed("orderId")
    read_time(fields, "txnTime")
    for name in ("txnType", "txnSubType"):
        _present(fields, name)


def check_access(fields: Mapping[str, str], acq_ins_code: str) -> None:
    """Who asks: an acquirer says which, and a merchant that has none of that must not."""
    if _present(fields, "accessType") != ("1" if acq_ins_code else "0"):
        raise badly_formed("accessType")
    if acq_ins_code and _present(fields, "acqInsCode") != acq_ins_code:
        raise not_allowed()
    if not acq_ins_code and "acqInsCode" in fields:
        raise badly_formed("acqInsCode")


def check_description(fields: Mapping[str, str], acq_ins_code: str) -> None:
    """What an acquirer, and nobody else, says of its merchant where money moves."""
    for name, longest in _DESCRIPTION.items():
        if not acq_ins_code and name in fields:
            raise badly_formed(name)
        if acq_ins_code and len(_present(fields, name)) > longest:
            raise badly_formed(name)


def check_transaction(fields: Mapping[str, str], now: datetime) -> None:
    """What every request has that moves money, or is about to."""
    if abs(read_time(fields, "txnTime") - now) > FAR:
        raise badly_formed("txnTime")
    if _present(fields, "channelType") not in {"07", "08"}:
        raise badly_formed("channelType")
    if not _AMOUNT.fullmatch(_present(fields, "txnAmt")):
        raise badly_formed("txnAmt")
    if _present(fields, "currencyCode") != "156":
        raise badly_formed("currencyCode")
    if not re.fullmatch(r"https?://[!-~]{1,240}", _present(fields, "backUrl")):
        raise badly_formed("backUrl")
    if not _RESERVED.fullmatch(fields.get("reqReserved", "")):
        raise badly_formed("reqReserved")


def last_moment(fields: Mapping[str, str], now: datetime) -> datetime:
    """When a code dies by its `payTimeout`, or `USUAL` from now."""
    if not fields.get("payTimeout"):
        return now + USUAL
    end = read_time(fields, "payTimeout")
    if end <= now:
        raise too_late("payTimeout")
    return end


def read_time(fields: Mapping[str, str], name: str) -> datetime:
    """A field that is a moment in Beijing, yyyyMMddHHmmss."""
    text = _present(fields, name)
    if not _TIME.fullmatch(text):
        raise badly_formed(name)
    try:
        return datetime.strptime(f"{text}+0800", "%Y%m%d%H%M%S%z")
    except ValueError:
        raise badly_formed(name) from None


def _present(fields: Mapping[str, str], name: str) -> str:
    value = fields.get(name)
    if not value:
        raise missing(name)
    return value
