"""What came of a day at this terminal: one value, which the staff's page shows and the paper (日结单) says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.certificates.certificate import CertificateKind
from domain.desk.stuck import Stuck
from domain.desk.takings import Sum, Taken, summed
from domain.money import Fen, total
from domain.payment.order import Network
from domain.reconciliation.bill import Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import Report
from domain.terminal.outages import Outage
from domain.terminal.suspensions import Suspension
from domain.words import Text

FIRST_HOUR, LAST_HOUR = 8, 17
"""What is shown of a day in any case: hours in which halls are open."""
HOURS = 24


@dataclass(frozen=True, slots=True)
class Lane:
    """A channel through the day: what was entered, by hour from 0, and what of anybody's was paid out again."""

    channel: str
    hours: tuple[Sum, ...]
    refunded: Sum

    @property
    def taken(self) -> Sum:
        return added(self.hours)

    @property
    def net(self) -> Fen:
        return Fen(self.taken.fen - self.refunded.fen)


@dataclass(frozen=True, slots=True)
class Prints:
    """Certificates of a kind: how many were numbered that day, the first and the last of them; and their prints then.

    `prints` were begun, of which `again` of a certificate that had been printed before, and `unsure` are known not to
    have come out or not known to. `unprinted` are numbers of that day of which no paper is known to have come out.
    """

    kind: CertificateKind
    issued: int = 0
    first: str = ""
    last: str = ""
    prints: int = 0
    again: int = 0
    unsure: int = 0
    unprinted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips that were begun that day: how many came `out` by the printer's own word, and `unsure` are all others.

    `again` are those of both that were marked as 补打.
    """

    out: int = 0
    again: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What waits for somebody: the number by which people know it, what happened, since when, whose (masked)."""

    number: str
    what: Text
    since: datetime
    who: Text
    fen: Fen


@dataclass(frozen=True, slots=True)
class Ended:
    """What two of the staff have ended: how, and the numbers of both."""

    number: str
    how: Text
    fen: Fen
    first: str
    second: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LastEntry:
    """How far the log of the orders has come: its serial, and its hash in hexadecimal."""

    serial: int
    digest: str


@dataclass(frozen=True, slots=True)
class OutOfService:
    """When the terminal was out of service that day by faults, and what staff had taken out of service.

    `since` is from when on faults are known: the start of the program; None where nobody who knows them was asked.
    """

    outages: tuple[Outage, ...] = ()
    since: datetime | None = None
    suspensions: tuple[Suspension, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEnd:
    """`until` is the time up to which it tells of the `day`: its end, or now. `before` was taken the day before up to
    the same time. `reports` are those of the day before that day, by the `networks` that are in use.

    `stuck` is where visitors got stuck that day, None where that is not counted.

    `refunds` and `prints` are None where they are kept at a bureau, which knows them of all terminals together.
    """

    day: date
    until: datetime
    hall: str
    terminal: str
    staff: str
    lanes: tuple[Lane, ...]
    before: Sum
    refunding: Sum | None
    prints: tuple[Prints, ...] | None
    slips: Slips
    unfinished: tuple[Unfinished, ...]
    ended: tuple[Ended, ...]
    networks: tuple[Network, ...]
    reports: tuple[Report, ...]
    out: OutOfService
    last: LastEntry | None
    stuck: tuple[Stuck, ...] | None = None

    @property
    def taken(self) -> Sum:
        return added(tuple(lane.taken for lane in self.lanes))

    @property
    def refunded(self) -> Sum:
        return added(tuple(lane.refunded for lane in self.lanes))

    @property
    def net(self) -> Fen:
        return Fen(self.taken.fen - self.refunded.fen)

    @property
    def hours(self) -> tuple[Sum, ...]:
        """All channels together."""
        return tuple(added(tuple(lane.hours[hour] for lane in self.lanes)) for hour in range(HOURS))

    @property
    def open_hours(self) -> range:
        """The hours that are shown: those of the hall, and any other in which something was taken."""
        busy = [hour for hour, sum in enumerate(self.hours) if sum.count]
        return range(min([FIRST_HOUR, *busy]), max([LAST_HOUR, *busy]) + 1)

    def report(self, network: Network) -> Report | None:
        """What came of the bill of the day before; None as long as there is none."""
        return next((report for report in self.reports if report.network == network), None)

    def bucket(self, bucket: Bucket) -> Tally:
        """What is in a bucket, of all networks."""
        found = [report.of(bucket) for report in self.reports]
        paid, refunded = total(tuple(one.paid for one in found)), total(tuple(one.refunded for one in found))
        return Tally(sum(one.count for one in found), paid, refunded)

    @property
    def serial(self) -> str:
        """The number of the report: there is one for each day of a year."""
        return f"{self.day.year}-{self.day.timetuple().tm_yday:03d}"


class DayFigures(Protocol):
    """What the store knows of a stretch of time. Safe from any thread."""

    def between(self, edges: Sequence[datetime]) -> tuple[Taken, ...]:
        """As `Takings` says."""
        ...

    def refunded(self, since: datetime, until: datetime) -> dict[str, Sum]:
        """What was paid out to payers, by the channel in which they had paid."""
        ...

    def prints(self, since: datetime, until: datetime) -> tuple[Prints, ...]:
        """Of each kind of certificate."""
        ...

    def slips(self, since: datetime, until: datetime) -> Slips:
        """Those of this terminal."""
        ...

    def ended(self, since: datetime, until: datetime) -> tuple[Ended, ...]:
        """What two of the staff have ended, the earliest first."""
        ...

    def last(self) -> LastEntry | None:
        """The newest entry of the log of the orders; None if there is none."""
        ...


class Days(Protocol):
    """Where a day is put together. Safe from any thread."""

    def of(self, day: date, staff: str = "") -> DayEnd:
        """A day, as far as it has come. `staff` is who asks. Raises Unreachable."""
        ...


class DaySetter(Protocol):
    """Makes the paper of a day."""

    def day_end(self, day: DayEnd, printed: datetime) -> bytes:
        """The PDF (A4), which tells when it was `printed`. Raises TypesettingFailed."""
        ...


def added(sums: Sequence[Sum]) -> Sum:
    """All of them."""
    whole = Sum()
    for one in sums:
        whole = whole.plus(one)
    return whole


def lane(channel: str, taken: Sequence[Taken], refunded: Sum) -> Lane:
    """What was taken in a channel, in slots of an hour."""
    own = [one for one in taken if one.channel == channel]
    hours = (summed([one for one in own if one.slot == hour]) for hour in range(HOURS))
    return Lane(channel, tuple(hours), refunded)
