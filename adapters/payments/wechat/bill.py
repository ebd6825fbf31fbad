"""The trade bill of a day at WeChat Pay (API v3, 申请交易账单, 下载账单: docs merchant 4012556654, errors 4013071254).

Asked for by a signed call, whose signed answer has the file's address and its SHA-1; the file itself is not signed. It
is UTF-8 text in four parts (交易账单详细说明, products/bill-download/format-trade): a line of column names, a line for
each payment and refund of which every field begins with a backtick, a line of names and a line of totals.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import itemgetter
from urllib.parse import urlencode

from adapters.payments.line import NoReply
from adapters.payments.unpacking import fen, lines, moment, opened, unpacking
from adapters.payments.wechat.answers import CURRENCY
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.wire import Reply, Wire
from domain.reconciliation.bill import (
    BillAnswer,
    Broken,
    BrokenBill,
    Empty,
    Kind,
    NotReady,
    Reading,
    Row,
    Silent,
    Tally,
    whole,
)

CREATING, NOTHING = "STATEMENT_CREATING", "NO_STATEMENT_EXIST"
COLUMNS = (
    ("交易时间",),
    ("商户号",),
    ("微信订单号",),
    ("商户订单号",),
    ("交易状态",),
    ("货币种类",),
    ("微信退款单号",),
    ("商户退款单号",),
    ("退款状态",),
    ("订单金额", "总金额"),
    ("申请退款金额", "退款金额"),
)
"""What is looked at; some merchants have bills of an older form, with the second name."""
OF_A_PROVIDER = (("特约商户号", "子商户号"),)
"""What is looked at besides where a service provider asks, whose number stands under 商户号."""
TOTALS = (("总交易单数",), ("订单总金额", "总交易额"), ("申请退款总金额", "总退款金额"))


def bill(wire: Wire, merchant: WeChatMerchant, day: date) -> BillAnswer:
    """The bill of a day, its digest checked."""
    asked = {"bill_date": str(day), "bill_type": "ALL", "tar_type": "GZIP"} | merchant.refunder
    answer = wire.call("GET", f"/v3/bill/tradebill?{urlencode(asked)}")
    match answer:
        case NoReply(why):
            return Silent(why)
        case Reply(200, {"hash_type": "SHA1", "hash_value": str(digest), "download_url": str(url)}):
            content = wire.download(url.strip())
            if isinstance(content, NoReply):
                return Silent(content.why)
            return _checked(content, digest, merchant, day)
        case Reply() if answer.code == CREATING:
            return NotReady(CREATING)
        case Reply() if answer.code == NOTHING:
            return Empty()
    return Silent(str(answer))


def _checked(content: bytes, digest: str, merchant: WeChatMerchant, day: date) -> BillAnswer:
    try:
        with unpacking():
            found = hashlib.file_digest(opened(content), partial(hashlib.sha1, usedforsecurity=False)).hexdigest()
    except BrokenBill as broken:
        return Broken(str(broken))
    if found != digest.lower():
        return Broken("its digest is another")
    return whole(partial(read, content, merchant.mchid, day, merchant.sub_mchid))


def read(content: bytes, mchid: str, day: date, sub_mchid: str = "") -> Reading:
    """The rows and the totals of a bill, packed or not; with a `sub_mchid`, a service provider's for that merchant."""
    text = lines(opened(content), "utf-8-sig")
    of_row, head = _Columns.of(next(text, ""), (*COLUMNS, *OF_A_PROVIDER) if sub_mchid else COLUMNS), ""
    for line in text:
        if not line.startswith("`"):
            head = line
            break
        fields = of_row.fields(line)
        if sub_mchid and fields[-1] != sub_mchid:
            raise BrokenBill("it is of another merchant")
        yield _row(fields[: len(COLUMNS)], mchid, day)
    count, paid, refunded = map(fen, _Columns.of(head, TOTALS).fields(next(text, "")))
    if any(text):
        raise BrokenBill("it goes on after its totals")
    return Tally(count // 100, paid, refunded)


@dataclass(frozen=True, slots=True)
class _Columns:
    """How many there are, and which of them are wanted."""

    count: int
    pick: Callable[[list[str]], tuple[str, ...]]

    @classmethod
    def of(cls, head: str, wanted: tuple[tuple[str, ...], ...]) -> "_Columns":
        names = head.split(",")
        places = [next((names.index(name) for name in either if name in names), None) for either in wanted]
        if None in places:
            raise BrokenBill("its columns are not those of a trade bill, or it is cut off")
        return cls(len(names), itemgetter(*places))

    def fields(self, line: str) -> tuple[str, ...]:
        found = line[1:].split(",`")
        if not line.startswith("`") or len(found) != self.count:
            raise BrokenBill("a line that is cut off")
        return self.pick(found)


def _row(fields: tuple[str, ...], mchid: str, day: date) -> Row:
    time, merchant, transaction, order, state, currency, refund, refund_number, refund_state, paid, refunded = fields
    if merchant != mchid:
        raise BrokenBill("it is of another merchant")
    at = moment(time)
    if at.date() != day:
        raise BrokenBill("it is of another day")
    if currency != CURRENCY:
        raise BrokenBill("another currency")
    match state:
        case "SUCCESS":
            return Row(Kind.PAYMENT, order, order, transaction, fen(paid), at)
        case "REFUND":
            return Row(Kind.REFUND, refund_number, order, refund, fen(refunded), at, failed=refund_state == "FAIL")
        # Paid, and taken back by its merchant: nothing that this program ever asks for.
        case "REVOKED":
            return Row(Kind.REFUND, "", order, transaction, fen(refunded), at)
    raise BrokenBill("a state that nobody knows")
