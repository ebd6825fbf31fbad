"""The bill of a settlement day at UnionPay (ACP 5.1.0, 文件传输类交易, open.unionpay.com API 791).

A signed answer holds all of it: `fileContent` is the base64 of what zlib has packed of a zip. In it is a ZM file
(全渠道平台接入接口规范 第3部分 文件接口, 6.1), called `INN`, the day, two digits, `ZM_` and the merchant's number. It
has a line for each transaction, in GBK, of fields as wide as `WIDTHS` with a blank between, and tells no totals of its
own. A settlement day begins at 23:00 of the day before.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from io import BytesIO
from itertools import accumulate
from zipfile import ZipFile

from adapters.payments.line import NoReply
from adapters.payments.unionpay.codes import DONE
from adapters.payments.unionpay.matching import mismatch
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.questions import bill_of
from adapters.payments.unionpay.wire import Reply, Wire
from adapters.payments.unpacking import inflated, member, raw_lines, unpacking
from domain.money import Fen
from domain.reconciliation.bill import (
    Absent,
    BillAnswer,
    Broken,
    BrokenBill,
    Kind,
    Reading,
    Row,
    Silent,
    whole,
)
from domain.runtime import HALL_TIME

NO_FILE = "98"
DAY_BEGINS = timedelta(hours=-1)
NEAR = timedelta(hours=36)
"""How far from noon of a settlement day its transactions lie at most."""
WIDTHS = tuple(
    map(
        int,
        "3 11 11 6 10 19 12 4 2 21 2 32 2 6 10 13 13 4 15 2 2 6 2 4 32 1 21 15 1 15 32 13 13 8 32 13 13 12 2 1".split(),
    )
)
"""Bytes of the fields 1 to 40: what comes behind has had several forms, and is not looked at."""
_ENDS = tuple(accumulate(WIDTHS, lambda end, width: end + 1 + width))
_TIME, _AMOUNT, _TRANSACTION, _NUMBER, _KIND, _MERCHANT = (
    slice(_ENDS[n - 1] - WIDTHS[n - 1], _ENDS[n - 1]) for n in (5, 7, 10, 12, 20, 28)
)
"""交易传输时间 (MMDDhhmmss), 交易金额 (fen), 查询流水号, 商户订单号, 交易类型, 商户代码."""
KINDS = {b"01": Kind.PAYMENT, b"04": Kind.REFUND, b"31": Kind.REFUND}
"""消费, 退货, 消费撤销."""


def bill(wire: Wire, merchant: UnionPayMerchant, day: date, now: datetime) -> BillAnswer:
    """The bill of a settlement day."""
    asked = bill_of(day, now, merchant)
    answer = wire.file(asked)
    match answer:
        case NoReply(why):
            return Silent(why)
        case Reply(fields) if answer.code == DONE:
            wrong = mismatch(fields, asked, "merId", "settleDate", "txnType")
            return Broken(wrong) if wrong else _unpacked(fields, merchant, day)
        case Reply() if answer.code == NO_FILE:
            return Absent(str(answer))
    return Silent(str(answer))


def _unpacked(fields: Mapping[str, str], merchant: UnionPayMerchant, day: date) -> BillAnswer:
    try:
        packed = inflated(base64.b64decode(fields.get("fileContent", ""), validate=True))
    except binascii.Error:
        return Broken("its content is no base64")
    except BrokenBill as broken:
        return Broken(str(broken))
    return whole(partial(read, packed, merchant.mer_id, day))


def read(packed: bytes, mer_id: str, day: date) -> Reading:
    """The rows of a bill, from the zip."""
    with unpacking():
        files = ZipFile(BytesIO(packed))
    named = [re.fullmatch(r"(?:.*/)?INN([0-9]{6})[0-9]{2}ZM_([0-9A-Za-z]{15})", name) for name in files.namelist()]
    zm = [name for name in named if name]
    if len(zm) != 1:
        raise BrokenBill(f"{len(zm)} ZM files")
    (found,) = zm
    if found[2] != mer_id:
        raise BrokenBill("it is of another merchant")
    if found[1] != f"{day:%y%m%d}":
        raise BrokenBill("it is of another day")
    with unpacking():
        file = member(files, found[0])
    width = 0
    for line in raw_lines(file):
        width = width or max(len(line), _ENDS[-1])
        if len(line) != width:
            raise BrokenBill("a line that is cut off")
        yield _row(line, mer_id.encode(), day)
    return None


def _row(line: bytes, mer_id: bytes, day: date) -> Row:
    kind, amount, number = KINDS.get(line[_KIND]), line[_AMOUNT], line[_NUMBER].strip()
    if not amount.isdigit():
        raise BrokenBill("a figure that is none")
    if line[_MERCHANT] != mer_id:
        raise BrokenBill("it is of another merchant")
    if kind is None:
        raise BrokenBill("a kind of transaction that nobody knows")
    at = _moment(line[_TIME], day)
    transaction = line[_TRANSACTION].strip().decode("ascii", "replace")
    told = number.decode("ascii", "replace")
    return Row(kind, told, told if kind is Kind.PAYMENT else "", transaction, Fen(int(amount)), at)


def _moment(text: bytes, day: date) -> datetime:
    """A time without a year, near the bill's day."""
    there = _days_near(day).get(text[:4])
    if not text.isdigit():
        raise BrokenBill("a time that is none")
    if there is None:
        raise BrokenBill("it is of another day")
    try:
        at = datetime.combine(there, time(int(text[4:6]), int(text[6:8]), int(text[8:])), HALL_TIME)
    except ValueError:
        raise BrokenBill("a time that is none") from None
    if abs(at - datetime.combine(day, time(12), HALL_TIME)) > NEAR:
        raise BrokenBill("it is of another day")
    return at


@lru_cache(maxsize=8)
def _days_near(day: date) -> dict[bytes, date]:
    near = (day + timedelta(days=n) for n in range(-2, 3))
    return {f"{there:%m%d}".encode(): there for there in near}
