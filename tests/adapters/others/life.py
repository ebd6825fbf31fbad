"""A whole life at a network, as a client of others tells of it: orders, a payment, refunds, bills, a bad signature."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import Fault, NetworkFaults, RefundFate
from kit.simulators.payer import Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.others.clients import Client, ClientOfWeChat
from tests.adapters.stand import Now

PAID, CLOSED, MISSING = "20261123A00001", "20261123A00002", "20261123A00003"
BILLED = "20261121A00001"
"""What the bill of another day has at WeChat."""
FEN, PART = 380_00, 120_50
TOGETHER, CALLED_OFF = "20261123A00010", "20261123A00020"
FAMILY = {"20261123A00011": FEN, "20261123A00012": PART}
OTHERS = {"20261123A00021": FEN, "20261123A00022": PART}
"""What is paid by one code, and what is called off."""
CARD = ("6222020200112233445", "王小明")
"""Where a refund goes that the payer's own card does not take."""


class Told(NamedTuple):
    """What a client said of an operation, and whether that is what the network's documents say."""

    operation: str
    said: str
    ok: bool


@dataclass(frozen=True)
class Words:
    """A network's words, each a pattern for all that is said."""

    code: str
    unknown: str
    waiting: str
    paid: str
    heard: str
    """of the payment's notification"""
    closing: str
    closed: str
    refund: str
    refunded: str
    again: str
    """for a refund that is asked for again"""
    part_back: str
    too_much: str
    bill: str
    no_bill: str


WECHAT = Words(
    code=r"weixin://wxpay/bizpayurl\?pr=\w+",
    unknown="ORDER_NOT_EXIST",
    waiting="NOTPAY",
    paid="SUCCESS",
    heard=f"{PAID} SUCCESS",
    closing="204",
    closed="CLOSED",
    refund="PROCESSING",
    refunded="SUCCESS",
    again="SUCCESS",
    part_back="REFUND",
    too_much="INVALID_REQUEST",
    bill=f"{BILLED} 380.00 380.00",
    no_bill="NO_STATEMENT_EXIST",
)
ALIPAY = Words(
    code=r"https://qr\.alipay\.com/\w+",
    unknown=r"ACQ\.TRADE_NOT_EXIST",
    waiting="WAIT_BUYER_PAY",
    paid="TRADE_SUCCESS",
    heard=f"{PAID} TRADE_SUCCESS",
    closing=CLOSED,
    closed="TRADE_CLOSED",
    refund="Y",
    refunded="REFUND_SUCCESS",
    again="N",
    part_back="TRADE_SUCCESS",
    too_much=r"ACQ\.REFUND_AMT_NOT_EQUAL_TOTAL",
    bill=f"{PAID} 380.00 {PAID} -120.50",
    no_bill=r"isp\.bill_not_exist",
)


@dataclass
class Life:
    """`to_the_bill` makes it the time at which the bill of `day` is there, and of `no_day` there is none."""

    client: Client
    words: Words
    simulator: WeChatSimulator | AlipaySimulator
    faults: NetworkFaults
    now: Now
    day: date
    no_day: date
    to_the_bill: Callable[[], object]

    def play(self) -> Iterator[Told]:
        client, words = self.client, self.words
        yield self._told("query of what is not there", words.unknown, lambda: client.query(MISSING), fails=True)
        yield (created := self._create(PAID))
        self.simulator.scan(created.said)
        yield self._told("query, unpaid", words.waiting, lambda: client.query(PAID))
        yield self._told("pay", "paid", lambda: str(self.simulator.pay(created.said, Source.CARD)))
        yield self._told("query, paid", words.paid, lambda: client.query(PAID))
        yield from self._notifications()
        yield from self._refunds()
        yield (created := self._create(CLOSED))
        self.simulator.scan(created.said)
        yield self._told("close", words.closing, lambda: client.close(CLOSED))
        yield self._told("query, closed", words.closed, lambda: client.query(CLOSED))
        self.faults.switch(Fault.BAD_SIGNATURE, times=1)
        # Each says so in words of its own.
        yield self._told("a bad signature", ".+", lambda: client.query(PAID), fails=True)
        self.to_the_bill()
        yield self._told("bill", words.bill, lambda: client.bill(self.day))
        yield self._told("no bill", words.no_bill, lambda: client.bill(self.no_day), fails=True)

    def _notifications(self) -> Iterator[Told]:
        notify, hear = self.simulator.notification, self.client.hear

        def forged() -> str:
            headers, body = notify(PAID)
            return hear(headers, body.replace(PAID.encode(), MISSING.encode()))

        yield self._told("notification", self.words.heard, lambda: hear(*notify(PAID)))
        yield self._told("a forged notification", ".+", forged, fails=True)

    def _refunds(self) -> Iterator[Told]:
        client, words = self.client, self.words
        yield self._told("refund of a part", words.refund, lambda: client.refund(PAID, "R1", PART, FEN))
        self.now.pass_by(seconds=10)
        yield self._told("refund query", words.refunded, lambda: client.query_refund(PAID, "R1"))
        yield self._told("the same refund again", words.again, lambda: client.refund(PAID, "R1", PART, FEN))
        yield self._told("query, a part is back", words.part_back, lambda: client.query(PAID))
        yield self._told(
            "refund of more than is left", words.too_much, lambda: client.refund(PAID, "R2", FEN, FEN), fails=True
        )

    def _create(self, number: str) -> Told:
        end = self.now() + timedelta(minutes=5)
        return self._told("create", self.words.code, lambda: self.client.create(number, FEN, end))

    def _told(self, operation: str, right: str, call: Callable[[], str], *, fails: bool = False) -> Told:
        try:
            said, failed = call(), False
        except Exception as error:  # noqa: BLE001 -- others raise what they please, and all of it is what they say.
            said, failed = str(error) or type(error).__name__, True
        return Told(operation, said, failed is fails and re.fullmatch(right, said, re.DOTALL) is not None)


@dataclass
class LifeAtWeChat(Life):
    """A refund may be abnormal there, and is sent to a card that only the network can read. And orders are combined."""

    client: ClientOfWeChat
    simulator: WeChatSimulator

    def play(self) -> Iterator[Told]:
        yield from super().play()
        client, end = self.client, self.now() + timedelta(minutes=5)
        one, other = FAMILY
        no_such = self.words.unknown
        yield self._told("combined, not there", no_such, lambda: client.query_combined(MISSING), fails=True)
        code = self._told("combine", self.words.code, lambda: client.combine(TOGETHER, FAMILY, end))
        yield code
        unpaid = f"{one} NOTPAY {other} NOTPAY"
        yield self._told("combined, unpaid", unpaid, lambda: client.query_combined(TOGETHER))
        yield self._told("pay both", "paid", lambda: str(self.simulator.pay(code.said, Source.CARD)))
        paid = f"{one} SUCCESS {other} SUCCESS"
        yield self._told("combined, paid", paid, lambda: client.query_combined(TOGETHER))
        yield self._told("notification of both", paid, lambda: client.hear(*self.simulator.notification(TOGETHER)))
        self.faults.decide(RefundFate.DONE)
        yield self._told("refund of one", "PROCESSING", lambda: client.refund(other, "R4", PART, PART))
        back = f"{one} SUCCESS {other} REFUND"
        yield self._told("combined, one is back", back, lambda: client.query_combined(TOGETHER))
        yield self._told("combine", self.words.code, lambda: client.combine(CALLED_OFF, OTHERS, end))
        first, _ = OTHERS
        in_part = partial(client.close_combined, CALLED_OFF, [first])
        yield self._told("close one of two", "INVALID_REQUEST", in_part, fails=True)
        yield self._told("close both", "204", lambda: client.close_combined(CALLED_OFF, [*OTHERS]))
        closed = " ".join(f"{number} CLOSED" for number in OTHERS)
        yield self._told("combined, closed", closed, lambda: client.query_combined(CALLED_OFF))

    def _refunds(self) -> Iterator[Told]:
        yield from super()._refunds()
        client = self.client
        # A second refund of an order is not taken within a minute of the first.
        self.now.pass_by(minutes=1)
        self.faults.decide(RefundFate.ABNORMAL)
        yield self._told("refund to a dead card", "PROCESSING", lambda: client.refund(PAID, "R3", PART, FEN))
        self.now.pass_by(seconds=10)
        yield self._told("query, abnormal", "ABNORMAL", lambda: client.query_refund(PAID, "R3"))
        yield self._told("send on", "PROCESSING", lambda: client.send_on("R3", *CARD))
        self.now.pass_by(seconds=10)
        yield self._told("query, sent on", "SUCCESS", lambda: client.query_refund(PAID, "R3"))
        yield self._told("sent on to", f"{CARD[0]} {CARD[1]} {PART}", self._sent_on)

    def _sent_on(self) -> str:
        return " ".join(f"{card} {name} {fen}" for card, name, fen in self.simulator.ledger.sent_on)
