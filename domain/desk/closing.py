"""How a day is put together (日结): what the store's figures say, what lies before staff, and what bills have said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.desk.day_end import HOURS, DayEnd, DayFigures, OutOfService, Unfinished, added, lane
from domain.desk.takings import Sum, summed
from domain.flows.channels import CHANNELS
from domain.forms.bills import shown
from domain.forms.orders import short
from domain.identity.shown import masked_name
from domain.payment import telling
from domain.payment.cases import OrderCase
from domain.payment.order import Network
from domain.people.person import Masked
from domain.reconciliation import telling as bill_telling
from domain.reconciliation.cases import CaseBook
from domain.reconciliation.office import BillCase
from domain.reconciliation.report import Reports
from domain.refunds.application import Application
from domain.refunds.book import RefundBook
from domain.runtime import HALL_TIME, Clock
from domain.terminal.outages import Outages
from domain.terminal.stuck import Shelf, hurdles
from domain.terminal.suspensions import Suspensions
from domain.words import NOTHING, Text, Verbatim

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closing:
    """Implements `Days`. `orders` are those that need somebody at a time.

    `refunds` is the book of refunds where this terminal keeps it; None where a bureau does, with the certificates.
    `outages` are those of the running program; None beside it. `suspensions` are what staff took out of service.
    `stuck` is where visits are counted; None where they are not.
    """

    figures: DayFigures
    orders: Callable[[datetime], tuple[OrderCase, ...]]
    cases: CaseBook
    reports: Reports
    refunds: RefundBook | None
    clock: Clock
    hall: str
    terminal: str
    networks: tuple[Network, ...]
    suspensions: Suspensions
    outages: Outages | None = None
    stuck: Shelf | None = None

    def of(self, day: date, staff: str = "") -> DayEnd:
        """A day, as far as it has come. `staff` is who asks. Raises Unreachable, StoreError."""
        begins = datetime.combine(day, time(), HALL_TIME)
        now = self.clock().astimezone(HALL_TIME)
        ends = begins + DAY
        until = max(begins, min(ends, now))
        taken = self.figures.between([begins + timedelta(hours=hour) for hour in range(HOURS + 1)])
        own = self.refunds is not None
        back = self.figures.refunded(begins, ends) if own else {}
        channels = [*CHANNELS, *sorted({one.channel for one in taken}.union(back) - CHANNELS.keys())]
        return DayEnd(
            day,
            until,
            self.hall,
            self.terminal,
            staff,
            tuple(lane(channel, taken, back.get(channel, Sum())) for channel in channels),
            summed(self.figures.between([begins - DAY, until - DAY])) if until > begins else Sum(),
            self._refunding(),
            self.figures.prints(begins, ends) if own else None,
            self.figures.slips(begins, ends),
            tuple(sorted(self._unfinished(), key=lambda one: one.since)),
            self.figures.ended(begins, ends),
            self.networks,
            tuple(report.since(self.cases) for report in self.reports.of(day - DAY)),
            self._out(begins, ends),
            self.figures.last(),
            hurdles(self.stuck.on(day)) if self.stuck else None,
        )

    def _refunding(self) -> Sum | None:
        """What is applied for and not over; None where a bureau knows."""
        if self.refunds is None:
            return None
        return added([Sum(1, application.draft.fen) for application in self.refunds.open()])

    def _out(self, since: datetime, until: datetime) -> OutOfService:
        closed = self.suspensions.between(since, until)
        if self.outages is None:
            return OutOfService(suspensions=closed)
        known = tuple(one for one in self.outages.all() if one.until > since and one.since < until)
        return OutOfService(known, self.outages.began, closed)

    def _unfinished(self) -> list[Unfinished]:
        orders = [_order(case) for case in self.orders(self.clock())]
        bills = [_bill(BillCase(case)) for case in self.cases.open()]
        return [*orders, *bills, *map(_refund, self.refunds.open() if self.refunds else ())]


def _order(case: OrderCase) -> Unfinished:
    order = case.order
    return Unfinished(short(order.number), telling.happened(case), case.since, _whose(case.insured), order.fen)


def _whose(masked: Masked | None) -> Text:
    return Verbatim(f"{masked.name} {masked.number}") if masked else NOTHING


def _bill(case: BillCase) -> Unfinished:
    told = case.case
    number = shown(told.subject.reference)
    return Unfinished(number, bill_telling.happened(case), told.opened_at, NOTHING, case.fen)


def _refund(application: Application) -> Unfinished:
    """Nobody's number is in it: the name alone tells whose it is."""
    draft = application.draft
    what = Text("退费申请，{state}", state=application.state.label)
    who = Verbatim(masked_name(draft.applicant)) if draft.applicant else NOTHING
    return Unfinished(application.number, what, application.applied_at, who, draft.fen)
