"""The business bill (业务账单) of a day at Alipay (alipay.data.dataservice.bill.downloadurl.query).

A signed answer has the address of a zip, which is good for 30 seconds; in it are files in GBK, one with all trades and
refunds, the other with their sums by shop. The first has, between lines that begin with #: whose it is, of which day,
column names, a line for each trade (交易) and refund (退款, with a minus), and how many they are and what they come to.
Nothing in it is signed: it comes by TLS from where the signed answer says.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from operator import itemgetter
from zipfile import ZipFile

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.reply import BUSINESS_FAILED, SUCCESS, Reply
from adapters.payments.alipay.wire import Wire
from adapters.payments.line import NoReply
from adapters.payments.unpacking import fen, lines, member, moment, unpacking
from domain.money import Fen
from domain.reconciliation.bill import (
    Absent,
    BillAnswer,
    BrokenBill,
    Empty,
    Kind,
    Reading,
    Row,
    Silent,
    Tally,
    whole,
)

NONE_YET = "BILL_NOT_EXIST"
"""The gateway says it as `isp.bill_not_exist`: not made yet, or never to be."""
NOTHING = "NO_BILL_DATA"
ENCODING = "gb18030"
DETAILS = "#支付宝业务明细查询"
END = "业务明细列表结束"
KINDS = {"交易": Kind.PAYMENT, "退款": Kind.REFUND}
COLUMNS = (
    "支付宝交易号",
    "商户订单号",
    "业务类型",
    "完成时间",
    "订单金额（元）",
    "商家实收（元）",
    "退款批次号/请求号",
)
_ACCOUNT = re.compile(r"#账号：\[([0-9]+)\]")
_FROM = re.compile(r"#起始日期：\[([0-9]{4})年([0-9]{2})月([0-9]{2})日 00:00:00\]")
_SUMS = {
    Kind.PAYMENT: re.compile(r"#交易合计：([0-9]+)笔，商家实收共([0-9.-]+)元"),
    Kind.REFUND: re.compile(r"#退款合计：([0-9]+)笔，商家实收退款共([0-9.-]+)元"),
}


def bill(wire: Wire, merchant: AlipayMerchant, day: date) -> BillAnswer:
    """The bill of a day."""
    content = {"bill_type": "trade", "bill_date": str(day), "secure": "true"}
    answer = wire.call("alipay.data.dataservice.bill.downloadurl.query", content)
    match answer:
        case NoReply(why):
            return Silent(why)
        case Reply({"bill_download_url": str(url)}, False) if answer.code == SUCCESS:
            packed = wire.download(url)
            return Silent(packed.why) if isinstance(packed, NoReply) else whole(partial(read, packed, merchant, day))
        case Reply(_, False) if answer.code == BUSINESS_FAILED:
            word = answer.sub_code.rpartition(".")[2].upper()
            if word == NONE_YET:
                return Absent(answer.sub_code)
            if word == NOTHING:
                return Empty()
    return Silent(str(answer))


def read(packed: bytes, merchant: AlipayMerchant, day: date) -> Reading:
    """The rows and the totals of a bill as it comes."""
    with unpacking():
        files = ZipFile(BytesIO(packed))
        names = [name for name in files.namelist() if _begins(files, name)]
    if len(names) != 1:
        raise BrokenBill(f"{len(names)} files of business details")
    with unpacking():
        file = member(files, names[0])
    return (yield from _details(lines(file, ENCODING), merchant, day))


def _begins(files: ZipFile, name: str) -> bool:
    """Whether a file has the details. What it is called is written in GBK, which a zip cannot say."""
    with files.open(name) as file:
        return next(lines(file, ENCODING), "") == DETAILS


def _details(text: Iterator[str], merchant: AlipayMerchant, day: date) -> Reading:
    head, line = "", next(text, "")
    while line.startswith("#"):
        head, line = head + line, next(text, "")
    _insist_on(head, merchant, day)
    columns, sums, tail = _columns(line), {kind: _Sum() for kind in Kind}, ""
    for line in text:
        if line.startswith("#"):
            tail = "".join([line, *text])
            break
        row, received = _row(_fields(line, columns), day)
        sums[row.kind].add(row.fen, received)
        yield row
    if END not in tail:
        raise BrokenBill("it is cut off")
    for kind, found in sums.items():
        found.insist_on(_SUMS[kind].search(tail))
    paid, refunded = sums[Kind.PAYMENT], sums[Kind.REFUND]
    return Tally(paid.count + refunded.count, Fen(paid.fen), Fen(refunded.fen))


@dataclass(slots=True)
class _Sum:
    """Of one kind of rows. What the merchant has received may be less than the payer has paid."""

    count: int = 0
    fen: int = 0
    received: int = 0

    def add(self, fen: int, received: int) -> None:
        self.count, self.fen, self.received = self.count + 1, self.fen + fen, self.received + received

    def insist_on(self, told: re.Match[str] | None) -> None:
        """Raise BrokenBill unless it is what the bill itself tells."""
        if told is None or (int(told[1]), fen(told[2])) != (self.count, self.received):
            raise BrokenBill("its sums are not those of its rows")


@dataclass(frozen=True, slots=True)
class _Columns:
    """How many there are, and which of them are wanted."""

    count: int
    pick: Callable[[list[str]], tuple[str, ...]]


def _columns(head: str) -> _Columns:
    names = head.split(",")
    try:
        return _Columns(len(names), itemgetter(*map(names.index, COLUMNS)))
    except ValueError:
        raise BrokenBill("its columns are not those of a business bill") from None


def _fields(line: str, columns: _Columns) -> list[str]:
    try:
        found = next(csv.reader([line], strict=True), [])
    except csv.Error:
        found = []
    if len(found) != columns.count:
        raise BrokenBill("a line that is cut off")
    return [field.strip() for field in columns.pick(found)]


def _insist_on(head: str, merchant: AlipayMerchant, day: date) -> None:
    """The account is the merchant's with four more digits."""
    account, begins = _ACCOUNT.search(head), _FROM.search(head)
    if account is None or begins is None:
        raise BrokenBill("it does not say whose it is, and of which day")
    if account[1][: len(merchant.seller_id)] != merchant.seller_id:
        raise BrokenBill("it is of another merchant")
    if "-".join(begins.groups()) != str(day):
        raise BrokenBill("it is of another day")


def _row(fields: list[str], day: date) -> tuple[Row, int]:
    """And what the merchant has received of it. When a refund was made its line does not tell for certain."""
    transaction, order, what, time, amount, received, refund = fields
    kind, at, signed = KINDS.get(what), moment(time), fen(amount)
    if kind is None:
        raise BrokenBill("a kind of business that nobody knows")
    if kind is Kind.REFUND:
        return Row(kind, refund, order, f"{transaction} {refund}", Fen(-signed), at), fen(received)
    if at.date() != day:
        raise BrokenBill("it is of another day")
    return Row(kind, order, order, transaction, signed, at), fen(received)
