"""The bills of the simulated networks: of what they took, ready the next morning; and what can be wrong with one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from threading import Lock

from domain.runtime import HALL_TIME

READY = time(10)
"""When a day's bill is there, on the next day."""


class BillFault(StrEnum):
    NONE = "none"
    LATE = "late"
    """it is not there, whatever the time is"""
    OTHER_DAY = "other_day"
    """what comes is the bill of the day before"""
    BROKEN = "broken"
    """what comes is not what was made: its digest, its check sum or its packing does not fit"""
    TRUNCATED = "truncated"
    """it ends amid its lines, well packed and with the digest of what there is"""
    WRONG_TOTAL = "wrong_total"
    """it tells one fen more in all than its lines come to; UnionPay's tells nothing in all"""
    LOST_LINE = "lost_line"
    """its first line is missing, and nowhere counted"""
    WRONG_AMOUNT = "wrong_amount"
    """its first line has one fen more"""


@dataclass(frozen=True, slots=True)
class Line:
    """A payment or a refund. `number` and `order` are the merchant's, `transaction` is the network's for this one.

    `paid` is the network's number of the payment that a refund is of.
    """

    is_refund: bool
    number: str
    order: str
    transaction: str
    fen: int
    at: datetime
    paid: str = ""
    state: str = "SUCCESS"


class Bills:
    """Safe from any thread. `token` gives the fresh text in the address of each file."""

    def __init__(self, token: Callable[[], str]) -> None:
        self.fault = BillFault.NONE
        self._token = token
        self._lock = Lock()
        self._files: dict[str, tuple[bytes, datetime]] = {}

    def is_ready(self, day: date, now: datetime) -> bool:
        """Whether there is a bill of a day."""
        ready = datetime.combine(day + timedelta(days=1), READY, HALL_TIME)
        return now >= ready and self.fault is not BillFault.LATE

    def lines(self, took: Iterable[Line]) -> list[Line]:
        """What is on a bill, with the one thing wrong that the fault asks for."""
        lines = sorted(took, key=lambda line: (line.at, line.transaction))
        if self.fault is BillFault.LOST_LINE:
            return lines[1:]
        if self.fault is BillFault.WRONG_AMOUNT and lines:
            lines[0] = replace(lines[0], fen=lines[0].fen + 1)
        if self.fault is BillFault.OTHER_DAY:
            return [replace(line, at=line.at - timedelta(days=1)) for line in lines]
        return lines

    def day(self, asked: date) -> date:
        """Which day's bill comes when this one's is asked for."""
        return asked - timedelta(days=1) if self.fault is BillFault.OTHER_DAY else asked

    def more(self) -> int:
        """How much more it tells in all."""
        return int(self.fault is BillFault.WRONG_TOTAL)

    def put(self, file: bytes, until: datetime) -> str:
        """Keep a file until then; the text to fetch it with."""
        with self._lock:
            token = self._token()
            self._files[token] = file, until
            return token

    def fetch(self, token: str, now: datetime) -> bytes | None:
        """The file that was put under this; None if there is none any more."""
        with self._lock:
            file, until = self._files.get(token, (b"", now))
            return file if now < until else None


def cut(content: bytes, fault: BillFault) -> bytes:
    """All of it, or two thirds of it, to the middle of a line."""
    return content[: len(content) * 2 // 3 - 5] if fault is BillFault.TRUNCATED else content


def bent(content: bytes, fault: BillFault) -> bytes:
    """As it is, or with one bit of it another."""
    if fault is not BillFault.BROKEN:
        return content
    place = len(content) // 3
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
